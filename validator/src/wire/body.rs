//! The bytes of a body -> the value that they stand for, by the media type.

use bindery::source::Origin;
use bindery::spec::{Document, MediaType, ParameterEncoding, Schema};
use serde_json::Value;

use super::form::Form;
use super::{Call, coerce, media, multipart, shape};

/// What is read of a body.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Body {
    /// The value; `None` for bodies of a sort that is not read.
    pub value: Option<Value>,
    /// Its parts, if it is one of several.
    pub parts: Vec<Part>,
}

/// A part of a body of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The name of its field.
    pub field: String,
    /// Its headers.
    pub headers: Vec<(String, String)>,
}

/// A part of a media type that is not described for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stray {
    /// What it is.
    pub media_type: String,
    /// What it may be, as it is described.
    pub described: String,
    /// Where that is described.
    pub origin: Origin,
}

impl Part {
    /// Returns the headers as those of a message, to read them from.
    pub fn call(&self) -> Call<'_> {
        Call { query: "", headers: self.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect() }
    }

    /// Returns what the part says it is.
    pub fn media_type(&self) -> Option<&str> {
        self.headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("content-type")).map(|(_, value)| value.as_str())
    }

    /// A part may only be what its `encoding` describes. One that does not say what it is is plain text (RFC 7578, section 4.4).
    pub fn stray(&self, of: &MediaType) -> Option<Stray> {
        let encoding = of.encoding(&self.field)?;
        let Some(ParameterEncoding::Content(described)) = &encoding.written else { return None };
        let media_type = self.media_type().unwrap_or("text/plain");
        (!described.split(',').any(|range| media::falls_under(media_type, range))).then(|| Stray {
            media_type: media_type.to_owned(),
            described: described.clone(),
            origin: encoding.origin.clone(),
        })
    }
}

/// Reads a body: JSON, forms, parts and text by their rules; another one where its schema is one of bytes.
///
/// # Errors
///
/// Fails with a reason where the body is not what its media type says.
pub fn read(document: &Document, media_type: &MediaType, content_type: &str, body: &[u8]) -> Result<Body, String> {
    let value = |value| Body { value: Some(value), parts: Vec::new() };
    if media::is_json(content_type) {
        return serde_json::from_slice(body).map(value).map_err(|error| format!("it is not JSON: {error}"));
    }
    let form = media_type.schema.map(|schema| Form { document, media_type, schema });
    match (media::essence(content_type).as_str(), form) {
        (essence, _) if media::is_xml(essence) => Ok(Body::default()),
        ("application/x-www-form-urlencoded", Some(form)) => form.read_query(text(body)?),
        ("multipart/form-data", Some(form)) => form.read_parts(multipart::parts(content_type, body)?),
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
