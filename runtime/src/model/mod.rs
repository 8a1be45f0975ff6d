//! The model layer: what makes plain structs and enums readable, writable and checkable.
//!
//! Each macro turns one generated type into implementations of serde's traits that only call the functions
//! beside it, so that a thousand types cost little more than their tables. Nothing here knows OpenAPI or HTTP.

mod checker;
mod failure;
pub mod formats;
mod json;
mod maybe;
mod number;
mod object;
mod pattern;
mod place;
mod pointer;
mod text;
mod validate;

pub use checker::Checker;
pub use failure::{Failure, Invalid};
pub use maybe::Maybe;
pub use number::Numeric;
pub use pattern::Pattern;
pub use place::pointer_at;
pub use validate::{Validate, validate};

pub use serde_json::Value;

/// A JSON object of which nothing more is known: its keys and their values.
pub type Object = serde_json::Map<String, Value>;

/// The value of a string or integer enum that has no such value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownValue;

/// What the macros of the crate refer to.
pub mod private {
    pub use super::object::{Fields, read, write};
}
