//! The description that a server is made from: its normal form, and its schemas, which requests and answers are held against.

use std::sync::Arc;

use bindery::spec::{Document, SchemaId};
use bindery_validator::schema::{Direction, Reading, Schemas, Severity, Violation};
use serde_json::Value;

/// How many findings one sentence names at most.
const MAX_FINDINGS: usize = 5;

/// A description, ready to judge requests and answers. It is read as it is meant, and as generated clients read it.
pub(crate) struct Description {
    /// Its normal form.
    pub(crate) document: Document,
    sent: Schemas<'static>,
    read: Schemas<'static>,
}

impl Description {
    /// Takes the two forms of a description: the normal one, and the tree.
    pub(crate) fn new(document: Document, root: &Arc<Value>) -> Self {
        let schemas = |direction| Schemas::shared(Arc::clone(root), direction, Reading::Intent);
        Self { document, sent: schemas(Direction::Request), read: schemas(Direction::Response) }
    }

    /// Returns the description as a tree.
    pub(crate) fn root(&self) -> &Value {
        self.sent.root()
    }

    /// Says what is wrong with a value that a client sent.
    pub(crate) fn check_sent(&self, schema: SchemaId, value: &Value) -> Result<(), String> {
        sentence(&self.wrong(&self.sent, schema, value))
    }

    /// Says what is wrong with a value that is to be answered.
    pub(crate) fn check_answer(&self, schema: SchemaId, value: &Value) -> Result<(), String> {
        sentence(&self.wrong(&self.read, schema, value))
    }

    /// Counts what is wrong with a value that is to be answered.
    pub(crate) fn count(&self, schema: SchemaId, value: &Value) -> usize {
        self.wrong(&self.read, schema, value).len()
    }

    /// Returns what is wrong with a value. A client may send what is only read; the server answers nothing that is only sent.
    fn wrong(&self, schemas: &Schemas<'_>, schema: SchemaId, value: &Value) -> Vec<String> {
        let pointer = &self.document.schemas[schema].origin.pointer;
        if !schemas.has(pointer) {
            return Vec::new();
        }
        match schemas.errors(pointer, value) {
            Ok(found) => {
                let is_answer = schemas.direction() == Direction::Response;
                let counts = found.iter().filter(|it| is_answer || it.severity == Severity::Error);
                counts.map(Violation::sentence).collect()
            }
            Err(unusable) => vec![unusable.to_string()],
        }
    }
}

fn sentence(findings: &[String]) -> Result<(), String> {
    let shown = findings.iter().take(MAX_FINDINGS).map(String::as_str).collect::<Vec<_>>();
    if shown.is_empty() { Ok(()) } else { Err(shown.join("; ")) }
}
