//! Bodies: each with the media type that `Content-Type` says.

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use serde::Serialize;
use serde_json::Value;

use super::RequestBuilder;
use super::call::{Call, append, escaped};
use crate::{Failure, Style, parameter};

impl RequestBuilder {
    /// Sends the value as `application/json`.
    pub fn json(self, body: &(impl Serialize + ?Sized)) -> Self {
        self.json_as("application/json", body)
    }

    /// Goes on with the value if it is there: for bodies that may be left out.
    pub fn optional<T>(self, value: Option<T>, with: impl FnOnce(Self, T) -> Self) -> Self {
        match value {
            Some(value) => with(self, value),
            None => self,
        }
    }

    /// Sends the value as JSON under another media type, such as `application/merge-patch+json`.
    pub fn json_as(mut self, media_type: &str, body: &(impl Serialize + ?Sized)) -> Self {
        self.call.json_body(media_type, serde_json::to_vec(body));
        self
    }

    /// Sends an object as `application/x-www-form-urlencoded`: arrays as repeated entries, nested objects as JSON.
    pub fn form(mut self, body: &(impl Serialize + ?Sized)) -> Self {
        self.call.form_body(to_value(body), &[]);
        self
    }

    /// Sends an object as `application/x-www-form-urlencoded`, with some of its fields in styles of their own: as query parameters are
    /// written, or as JSON (OpenAPI 3.0.4, "Encoding Object").
    pub fn form_as(mut self, styles: &[(&str, Style)], body: &(impl Serialize + ?Sized)) -> Self {
        self.call.form_body(to_value(body), styles);
        self
    }

    /// Sends a text in UTF-8 under the media type.
    pub fn text(self, media_type: &str, body: impl Into<String>) -> Self {
        self.bytes(media_type, body.into())
    }

    /// Sends bytes under the media type.
    pub fn bytes(mut self, media_type: &str, body: impl Into<Bytes>) -> Self {
        self.call.set_body(media_type, body.into());
        self
    }
}

impl Call {
    fn json_body(&mut self, media_type: &str, body: serde_json::Result<Vec<u8>>) {
        match body {
            Ok(body) => self.set_body(media_type, body.into()),
            Err(error) => self.fail(unwritable("", &error)),
        }
    }

    fn form_body(&mut self, body: serde_json::Result<Value>, styles: &[(&str, Style)]) {
        let fields = match body {
            Ok(Value::Object(fields)) => fields,
            Ok(_) => return self.fail(unwritable("", &"a form is an object")),
            Err(error) => return self.fail(unwritable("", &error)),
        };
        let mut form = String::new();
        for (name, value) in &fields {
            let style = styles.iter().find(|(field, _)| field == name).map(|(_, style)| *style);
            match parameter::encode_field(name, value, style) {
                Ok(entries) if entries.is_empty() => {}
                Ok(entries) => append(&mut form, "&", &entries),
                Err(nested) => self.fail(unwritable(&format!("/{}", escaped(name)), &nested)),
            }
        }
        self.set_body("application/x-www-form-urlencoded", form.into());
    }

    fn set_body(&mut self, media_type: &str, body: Bytes) {
        self.header(CONTENT_TYPE.as_str(), media_type);
        self.body = body;
    }
}

/// Makes a JSON value by way of text: so an `f32` keeps its digits, and the code that writes a type is that of bodies.
pub(super) fn to_value(value: &(impl Serialize + ?Sized)) -> serde_json::Result<Value> {
    parse(serde_json::to_vec(value))
}

fn parse(text: serde_json::Result<Vec<u8>>) -> serde_json::Result<Value> {
    serde_json::from_slice(&text?)
}

/// The failure of a value that its own `Serialize` doesn't write, or that has no form where it goes.
pub(super) fn unwritable(pointer: &str, reason: &impl std::fmt::Display) -> Failure {
    Failure::new(pointer, "serialize", format!("can't be written: {reason}"))
}
