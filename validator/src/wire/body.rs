//! The bytes of a body -> the value that they stand for, by the media type.

use bindery::source::{Origin, Pointer};
use bindery::spec::{Document, MediaType, ParameterEncoding, Schema};
use serde_json::Value;

use super::form::Form;
use super::json::{self, Json};
use super::{Call, coerce, media, multipart, shape};

/// What is read of a body.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// The value.
    pub value: Value,
    /// Its parts, if it is one of several.
    pub parts: Vec<Part>,
    /// The keys of JSON that are there more than once.
    pub repeated: Vec<Pointer>,
}

/// Why a body has no value, in a sentence about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is not what its media type says.
    Broken(String),
    /// It may be what it should be: bodies of this sort are not read.
    Unknown(String),
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
/// Fails where the body is not what its media type says, or of a sort that is not read.
pub fn read(document: &Document, media_type: &MediaType, content_type: &str, body: &[u8]) -> Result<Body, Unread> {
    let value = |value| Body { value, parts: Vec::new(), repeated: Vec::new() };
    if media::is_json(content_type) {
        let Json { value, repeated } = read_json(body).map_err(Unread::Broken)?;
        return Ok(Body { value, parts: Vec::new(), repeated });
    }
    let form = media_type.schema.map(|schema| Form { document, media_type, schema });
    match (media::essence(content_type).as_str(), form) {
        (essence, _) if media::is_xml(essence) => Err(Unread::Unknown("XML is not read".to_owned())),
        ("application/x-www-form-urlencoded", Some(form)) => form.read_query(text(content_type, body)?).map_err(Unread::Broken),
        ("multipart/form-data", Some(form)) => {
            let parts = multipart::parts(content_type, body).map_err(Unread::Broken)?;
            form.read_parts(parts).map_err(Unread::Broken)
        }
        (essence, form) if essence.starts_with("text/") => {
            let text = text(content_type, body)?;
            let scalar = form.map(|Form { schema, .. }| coerce::scalar(document, schema, text));
            Ok(value(scalar.unwrap_or_else(|| Value::String(text.to_owned()))))
        }
        (_, Some(Form { schema, .. })) if shape::parts(document, schema).iter().any(|part| is_of_bytes(part)) => {
            Ok(value(octets(body)))
        }
        _ => Err(Unread::Unknown("only JSON, forms, parts and text are read".to_owned())),
    }
}

/// Returns the coding that a body is still in (RFC 9110, section 8.4). Recorders undo codings and leave the header, so that only a body
/// that is no text is taken to be in one; a text that was made of such bytes has signs that no text has.
pub fn coding(call: &Call<'_>, body: &[u8]) -> Option<String> {
    let coding = call.header("content-encoding").filter(|coding| !coding.trim().eq_ignore_ascii_case("identity"))?;
    let is_odd = |sign: char| sign == char::REPLACEMENT_CHARACTER || sign.is_control() && !sign.is_ascii_whitespace();
    let is_text = str::from_utf8(body).is_ok_and(|text| !text.contains(is_odd));
    (!is_text).then_some(coding)
}

fn read_json(body: &[u8]) -> Result<Json, String> {
    let text = str::from_utf8(body).map_err(|_| "it is not UTF-8, as JSON has to be".to_owned())?;
    json::read(text).map_err(|error| format!("it is not JSON: {error}"))
}

/// Tells whether a schema is one of bytes (OpenAPI 3.0.3, "Data Types": the format `binary`).
fn is_of_bytes(schema: &Schema) -> bool {
    schema.format.as_deref() == Some("binary")
}

fn text<'b>(content_type: &str, body: &'b [u8]) -> Result<&'b str, Unread> {
    let charset = media::parameter(content_type, "charset");
    let other = charset.filter(|name| !["utf-8", "us-ascii"].iter().any(|known| name.eq_ignore_ascii_case(known)));
    str::from_utf8(body).map_err(|_| match other {
        Some(charset) => Unread::Unknown(format!("the charset `{charset}` is not read")),
        None => Unread::Broken("it is not UTF-8".to_owned()),
    })
}

/// Bytes as a text with a character for each, since the length of such a value counts bytes.
pub(super) fn octets(bytes: &[u8]) -> Value {
    Value::String(bytes.iter().copied().map(char::from).collect())
}
