//! The description that a server is made from: its normal form, with the compiled schemas.

use bindery::spec::Document;

use crate::error::Error;
use crate::validate::Validators;

/// A description, ready to judge requests and answers.
pub(crate) struct Description {
    /// Its normal form.
    pub(crate) document: Document,
    /// Its compiled schemas.
    pub(crate) validators: Validators,
}

impl Description {
    /// Compiles the schemas of a document.
    pub(crate) fn new(document: Document) -> Result<Self, Error> {
        Ok(Self { validators: Validators::compile(&document)?, document })
    }
}
