//! The bytes of a body -> the value that they stand for, by the media type.

use bindery::source::Origin;
use bindery::spec::{Document, MediaType, Schema};
use serde_json::Value;

use super::form::Form;
use super::{coerce, media, multipart, shape};

/// What is read of a body.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Body {
    /// The value; `None` for bodies of a sort that is not read.
    pub value: Option<Value>,
    /// The parts of a media type that is not described for them.
    pub strays: Vec<Stray>,
}

/// A part of a media type that is not described for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stray {
    /// The name of the part.
    pub field: String,
    /// What it says it is.
    pub media_type: String,
    /// What it may be, as it is described.
    pub described: String,
    /// Where that is described.
    pub origin: Origin,
}

/// Reads a body: JSON, forms, parts and text by their rules; another one where its schema is one of bytes.
///
/// # Errors
///
/// Fails with a reason where the body is not what its media type says.
pub fn read(document: &Document, media_type: &MediaType, content_type: &str, body: &[u8]) -> Result<Body, String> {
    let value = |value| Body { value: Some(value), strays: Vec::new() };
    if media::is_json(content_type) {
        return serde_json::from_slice(body).map(value).map_err(|error| format!("it is not JSON: {error}"));
    }
    let form = media_type.schema.map(|schema| Form { document, media_type, schema });
    match (media::essence(content_type).as_str(), form) {
        (essence, _) if media::is_xml(essence) => Ok(Body::default()),
        ("application/x-www-form-urlencoded", Some(form)) => form.read_query(text(body)?),
        ("multipart/form-data", Some(form)) => form.read_fields(multipart::fields(content_type, body)?),
        (essence, Some(Form { schema, .. })) if essence.starts_with("text/") => {
            Ok(value(coerce::scalar(document, schema, text(body)?)))
        }
        (essence, None) if essence.starts_with("text/") => text(body).map(|text| value(Value::String(text.to_owned()))),
        (_, Some(Form { schema, .. })) if shape::parts(document, schema).iter().any(|part| is_of_bytes(part)) => {
            Ok(value(octets(body)))
        }
        _ => Ok(Body::default()),
    }
}

/// Tells whether a schema is one of bytes (OpenAPI 3.0.3, "Data Types": the format `binary`).
fn is_of_bytes(schema: &Schema) -> bool {
    schema.format.as_deref() == Some("binary")
}

fn text(body: &[u8]) -> Result<&str, String> {
    str::from_utf8(body).map_err(|_| "it is not UTF-8".to_owned())
}

/// Bytes as a text with a character for each, since the length of such a value counts bytes.
pub(super) fn octets(bytes: &[u8]) -> Value {
    Value::String(bytes.iter().copied().map(char::from).collect())
}
