//! Readers: functions that turn an answer, whose body is bytes, into a type.
//!
//! An operation has one for success and one for errors. They are plain functions, so that a generated one, which looks
//! at the status first, is like those here.

use std::error::Error as StdError;
use std::fmt;

use bytes::Bytes;
use serde::de::DeserializeOwned;

use crate::model::json::write_whole;
use crate::{Response, Value, pointer_at};

/// Reads an answer as `T`.
pub type Read<T> = fn(&Response<Bytes>) -> Result<T, ReadError>;

/// Reads the body as JSON, whatever `Content-Type` says: servers that forget it are many.
///
/// # Errors
/// When the body is no JSON, or not that of a `T`; the error has the JSON Pointer of the value that doesn't fit.
pub fn json<T: DeserializeOwned>(response: &Response<Bytes>) -> Result<T, ReadError> {
    let text = without_byte_order_mark(response.body());
    serde_json::from_slice(text).or_else(|error| match with_whole_numbers(text) {
        Some(text) => serde_json::from_slice(&text).map_err(|error| not_readable(response, &text, error)),
        None => Err(not_readable(response, text, error)),
    })
}

/// Returns a JSON text with integers for numbers like `2.0`, if it has some. For JSON Schema they are integers (core, section 4.2.3); for
/// types that are not the runtime's own, such as a list of integers by itself, they are not.
fn with_whole_numbers(text: &[u8]) -> Option<Vec<u8>> {
    let mut value: Value = serde_json::from_slice(text).ok()?;
    if write_whole(&mut value) { serde_json::to_vec(&value).ok() } else { None }
}

/// Reads the body as text in UTF-8.
///
/// # Errors
/// When it is not UTF-8.
pub fn text(response: &Response<Bytes>) -> Result<String, ReadError> {
    String::from_utf8(response.body().to_vec()).map_err(ReadError::new)
}

/// Gives the body as it came.
///
/// # Errors
/// Never; it returns a `Result` to be a reader.
pub fn bytes(response: &Response<Bytes>) -> Result<Bytes, ReadError> {
    Ok(response.body().clone())
}

/// Reads nothing: for answers without a described body. One that is there all the same is ignored.
///
/// # Errors
/// Never; it returns a `Result` to be a reader.
pub fn empty(_: &Response<Bytes>) -> Result<(), ReadError> {
    Ok(())
}

/// Why an answer could not be read.
#[derive(Debug)]
pub struct ReadError {
    pointer: String,
    /// What the body said it was, if that explains the error.
    media_type: Option<String>,
    source: Box<dyn StdError + Send + Sync>,
}

impl ReadError {
    /// Makes an error about the body as a whole from another error or a text.
    pub fn new(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self { pointer: String::new(), media_type: None, source: source.into() }
    }

    /// Makes the error of a reader that knows no type for the status of the answer.
    pub fn unknown_status(response: &Response<Bytes>) -> Self {
        let status = response.status();
        Self::new(format!("no answer with status {status} is described"))
    }

    /// Returns the JSON Pointer (RFC 6901) of the deepest value that holds the place where reading stopped; empty for the whole body.
    pub fn pointer(&self) -> &str {
        &self.pointer
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.pointer.is_empty() {
            write!(f, "{}: ", self.pointer)?;
        }
        write!(f, "{}", self.source)?;
        match &self.media_type {
            Some(media_type) => write!(f, " (the body is {media_type}, not JSON)"),
            None => Ok(()),
        }
    }
}

impl StdError for ReadError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(&*self.source)
    }
}

/// A byte order mark is not allowed there, but a reader may ignore it (RFC 8259, section 8.1).
fn without_byte_order_mark(text: &[u8]) -> &[u8] {
    text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text)
}

fn not_readable(response: &Response<Bytes>, text: &[u8], error: serde_json::Error) -> ReadError {
    ReadError {
        pointer: pointer_at(text, error.line(), error.column()),
        media_type: response.media_type().filter(|it| !is_json(it)),
        source: error.into(),
    }
}

/// `application/json`, `text/json` and everything with the suffix of RFC 6839.
fn is_json(media_type: &str) -> bool {
    media_type.ends_with("/json") || media_type.ends_with("+json")
}
