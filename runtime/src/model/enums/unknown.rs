//! The error of a value that a closed enum does not have.

use std::error::Error;
use std::fmt::{self, Display};

use crate::model::text::one_of;

/// A value that a closed enum does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownValue {
    type_name: &'static str,
    value: String,
    expected: String,
}

impl UnknownValue {
    /// Returns the error of `value` for the enum of this name, which has the `known` values.
    pub(super) fn new<T: Display>(type_name: &'static str, value: impl Display, known: &[T]) -> Self {
        Self { type_name, value: value.to_string(), expected: one_of(known) }
    }

    /// Returns the name of the enum.
    pub fn type_name(&self) -> &'static str {
        self.type_name
    }

    /// Returns the value as text.
    pub fn value(&self) -> &str {
        &self.value
    }
}

impl Display for UnknownValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { type_name, value, expected } = self;
        write!(f, "unknown value `{value}` of {type_name}, expected {expected}")
    }
}

impl Error for UnknownValue {}
