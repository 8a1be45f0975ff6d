//! Enums of values: texts, integers, or any JSON scalars.
//!
//! An open enum keeps a value that its description does not name, so that a server may add one without breaking
//! its callers; a closed enum refuses it.

pub mod integer;
pub mod string;
mod unknown;
pub mod value;

pub use unknown::UnknownValue;
