//! A field as one of the three sides knows it, in the words of the documentation, so that sides can be held against each other.

use std::fmt;

/// Where a field is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Security,
    Path,
    Query,
    Header,
    Body,
    Response,
    /// In the body of an error answer.
    Error,
    /// A header of an error answer.
    ErrorHeader,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Security => "security",
            Self::Path => "path",
            Self::Query => "query",
            Self::Header => "header",
            Self::Body => "body",
            Self::Response => "response",
            Self::Error => "error",
            Self::ErrorHeader => "error header",
        })
    }
}

/// A field, named by its path on the wire: `data[].id`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Field {
    pub(crate) place: Place,
    pub(crate) name: String,
    /// The type, in the documentation's words: `enum<string>`, `object[]`, `string | null`.
    pub(crate) ty: String,
    pub(crate) required: bool,
    pub(crate) values: Vec<Value>,
    /// How the side itself writes the type: for generated code in Rust.
    pub(crate) shown: String,
}

/// A value of an enum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Value {
    pub(crate) wire: String,
    /// How the side itself writes it.
    pub(crate) shown: String,
}

impl Value {
    pub(crate) fn new(wire: &str) -> Self {
        Self { wire: wire.to_owned(), shown: format!("`{wire}`") }
    }
}

impl Field {
    /// Tells whether two sides mean the same field.
    pub(crate) fn is(&self, other: &Self) -> bool {
        self.place == other.place && self.name == other.name
    }

    pub(crate) fn wire_values(&self) -> Vec<&str> {
        self.values.iter().map(|value| value.wire.as_str()).collect()
    }
}

/// An operation with all of its fields, as one side knows it.
#[derive(Clone, Debug)]
pub(crate) struct Operation {
    /// Method and path template: `GET /v1/agents`.
    pub(crate) call: String,
    pub(crate) fields: Vec<Field>,
}

/// What the documentation, the description or the generated code has to be changed for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    pub(crate) page: String,
    /// The place and the name of the field, or the call of an operation.
    pub(crate) field: String,
    pub(crate) problem: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} {}", self.page, self.field, self.problem)
    }
}

/// Returns the fields of answers that are read alike whatever their status, such as all errors: a field that differs between them, or
/// that some don't have, gets a type that agrees with nothing.
pub(crate) fn united(answers: &[Vec<Field>]) -> Vec<Field> {
    let mut all: Vec<Field> = Vec::new();
    for field in answers.iter().flatten() {
        if !all.iter().any(|known| known.is(field)) {
            all.push(field.clone());
        }
    }
    for field in &mut all {
        if !answers.iter().all(|answer| answer.contains(field)) {
            "not the same in every answer".clone_into(&mut field.ty);
        }
    }
    all
}
