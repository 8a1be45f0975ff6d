//! The outcome of a validation that failed: every broken constraint with its place.

use std::error::Error;
use std::fmt;

/// One constraint that a value breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Failure {
    /// The JSON Pointer (RFC 6901) of the value, from the root of what was validated; empty for the root.
    pub pointer: String,
    /// The keyword of the constraint as JSON Schema spells it, such as `maxLength`.
    pub constraint: &'static str,
    /// One sentence that names the limit and the value.
    pub message: String,
}

impl Failure {
    /// Returns a failure of `constraint` at `pointer`.
    pub fn new(pointer: impl Into<String>, constraint: &'static str, message: String) -> Self {
        Self { pointer: pointer.into(), constraint, message }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.pointer.is_empty() {
            write!(f, "{}: ", self.pointer)?;
        }
        write!(f, "{} ({})", self.message, self.constraint)
    }
}

/// All the constraints that a value breaks, in the order of its fields; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invalid {
    failures: Vec<Failure>,
}

impl Invalid {
    /// Returns the failures as an error, or `None` if there are none.
    pub fn from_failures(failures: Vec<Failure>) -> Option<Self> {
        (!failures.is_empty()).then_some(Self { failures })
    }

    /// Returns these failures and then those.
    pub(crate) fn and(mut self, more: Self) -> Self {
        self.failures.extend(more.failures);
        self
    }

    /// Returns every failure, at least one.
    pub fn failures(&self) -> &[Failure] {
        &self.failures
    }
}

impl From<Failure> for Invalid {
    fn from(failure: Failure) -> Self {
        Self { failures: vec![failure] }
    }
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, failure) in self.failures.iter().enumerate() {
            if i > 0 {
                f.write_str("; ")?;
            }
            failure.fmt(f)?;
        }
        Ok(())
    }
}

impl Error for Invalid {}
