//! The model layer: what makes plain structs and enums readable, writable and checkable.
//!
//! Each macro turns one generated type into implementations of serde's traits that only call the functions
//! beside it, so that a thousand types cost little more than their tables. Nothing here knows OpenAPI or HTTP.

mod assertions;
mod checker;
mod enums;
mod failure;
pub mod formats;
pub(crate) mod json;
mod maybe;
mod never;
mod newtype;
mod number;
mod object;
mod pattern;
mod place;
mod pointer;
mod text;
mod unions;
mod validate;

pub use assertions::Assertions;
pub use checker::Checker;
pub use enums::UnknownValue;
pub use failure::{Failure, Invalid};
pub use maybe::Maybe;
pub use never::Never;
pub use number::Numeric;
pub use pattern::Pattern;
pub use place::pointer_at;
pub use validate::{Validate, property_count, validate};

pub use serde_json::Value;

/// A JSON object of which nothing more is known: its keys and their values.
pub type Object = serde_json::Map<String, Value>;

/// What the macros of the crate refer to.
pub(crate) mod private {
    pub use super::enums::{integer as integer_enum, string as string_enum, value as value_enum};
    pub use super::object::{Fields, read, write};
    // The validator reads patterns as generated code does.
    pub use super::pattern::{compile as compile_pattern, in_literal as pattern_in_literal, meant as meant_pattern};
    pub use super::unions::{tagged as tagged_union, untagged as untagged_union};
}
