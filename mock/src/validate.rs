//! Schemas -> compiled validators, and what they find -> sentences that name the field.
//!
//! Every schema that a request or an answer is held against is compiled once, when the server is made.

use std::collections::HashMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bindery::spec::{Document, MediaType, SchemaId};
use jsonschema::error::ValidationErrorKind;
use jsonschema::{ValidationError, Validator};
use serde_json::Value;

use crate::error::Error;
use crate::json_schema::{Direction, json_schema};

/// How many findings one sentence names at most.
const MAX_FINDINGS: usize = 5;

/// The compiled schemas of a description.
pub(crate) struct Validators {
    compiled: HashMap<(SchemaId, Direction), Validator>,
}

impl Validators {
    /// Compiles the schemas of parameters, bodies and response headers.
    ///
    /// Fails for a schema that JSON Schema does not know what to do with, such as one whose pattern is no regular expression.
    pub(crate) fn compile(document: &Document) -> Result<Self, Error> {
        let mut compiled = HashMap::new();
        for (schema, direction) in judged(document) {
            if let std::collections::hash_map::Entry::Vacant(entry) = compiled.entry((schema, direction)) {
                entry.insert(compile(document, schema, direction)?);
            }
        }
        Ok(Self { compiled })
    }

    /// Counts what is wrong with a value.
    pub(crate) fn count(&self, schema: SchemaId, direction: Direction, value: &Value) -> usize {
        self.get(schema, direction).map_or(0, |validator| validator.iter_errors(value).count())
    }

    /// Tells whether a value is valid.
    pub(crate) fn is_valid(&self, schema: SchemaId, direction: Direction, value: &Value) -> bool {
        self.get(schema, direction).is_none_or(|validator| validator.is_valid(value))
    }

    /// Says what is wrong with a value, naming each field by its JSON Pointer, or by its name where it is a missing one at the top.
    pub(crate) fn check(&self, schema: SchemaId, direction: Direction, value: &Value) -> Result<(), String> {
        let Some(validator) = self.get(schema, direction) else { return Ok(()) };
        let findings: Vec<String> = validator.iter_errors(value).take(MAX_FINDINGS).map(|error| describe(&error)).collect();
        if findings.is_empty() { Ok(()) } else { Err(findings.join("; ")) }
    }

    fn get(&self, schema: SchemaId, direction: Direction) -> Option<&Validator> {
        self.compiled.get(&(schema, direction))
    }
}

/// Returns every schema that a whole value is held against.
fn judged(document: &Document) -> Vec<(SchemaId, Direction)> {
    let mut judged = Vec::new();
    let schemas = |content: &[MediaType]| content.iter().filter_map(|media_type| media_type.schema).collect::<Vec<_>>();
    for operation in &document.operations {
        judged.extend(operation.parameters.iter().map(|parameter| (parameter.schema, Direction::Request)));
        let bodies = operation.request_body.iter().flat_map(|body| schemas(&body.content));
        judged.extend(bodies.map(|schema| (schema, Direction::Request)));
        for response in &operation.responses {
            judged.extend(schemas(&response.content).into_iter().map(|schema| (schema, Direction::Response)));
            judged.extend(response.headers.iter().map(|header| (header.schema, Direction::Response)));
        }
    }
    judged
}

fn compile(document: &Document, schema: SchemaId, direction: Direction) -> Result<Validator, Error> {
    jsonschema::options()
        .offline()
        .should_validate_formats(true)
        .with_format("byte", |text: &str| STANDARD.decode(text).is_ok())
        .build(&json_schema(document, schema, direction))
        .map_err(|error| Error::Schema {
            pointer: document.schemas[schema].origin.pointer.to_string(),
            reason: error.to_string(),
        })
}

/// Says what is wrong and where.
fn describe(error: &ValidationError<'_>) -> String {
    let place = error.instance_path().as_str();
    match error.kind() {
        ValidationErrorKind::Required { property: Value::String(name) } if place.is_empty() => format!("`{name}` is required"),
        ValidationErrorKind::Required { property: Value::String(name) } => format!("`{place}/{name}` is required"),
        ValidationErrorKind::AnyOf { context } | ValidationErrorKind::OneOfNotValid { context } => describe_union(error, context),
        _ if place.is_empty() => reason(error),
        _ => format!("`{place}`: {}", reason(error)),
    }
}

/// Names what is wrong with the only branch that the value can have meant, if there is only one.
fn describe_union(error: &ValidationError<'_>, context: &[Vec<ValidationError<'static>>]) -> String {
    let place = error.instance_path().as_str();
    let of_other_type = |branch: &&Vec<ValidationError<'static>>| {
        let wrong_type = |found: &ValidationError<'_>| matches!(found.kind(), ValidationErrorKind::Type { .. });
        branch.iter().any(|found| wrong_type(found) && found.instance_path().as_str() == place)
    };
    let mut meant = context.iter().filter(|branch| !of_other_type(branch));
    match (meant.next(), meant.next()) {
        (Some(branch), None) => branch.iter().take(MAX_FINDINGS).map(describe).collect::<Vec<_>>().join("; "),
        _ if place.is_empty() => reason(error),
        _ => format!("`{place}`: {}", reason(error)),
    }
}

/// Says what is wrong, with the value if it is short.
fn reason(error: &ValidationError<'_>) -> String {
    match error.instance().as_ref() {
        Value::Array(_) | Value::Object(_) => error.masked().to_string(),
        Value::String(text) if text.len() > 100 => error.masked().to_string(),
        _ => error.to_string(),
    }
}
