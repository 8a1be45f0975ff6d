//! Bodies of several parts (RFC 7578, multipart/form-data).

use std::fmt::Write;

use bytes::Bytes;
use serde::Serialize;

use super::RequestBuilder;
use super::body::unwritable;
use crate::Failure;

/// A body of several parts, in their order.
///
/// ```
/// use bindery_runtime::Multipart;
///
/// let body = Multipart::new().text("purpose", "report").file("file", "june.csv", "text/csv", "a,b");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Multipart {
    parts: Vec<Part>,
    failure: Option<Failure>,
}

#[derive(Clone, Debug)]
struct Part {
    name: String,
    file_name: Option<String>,
    media_type: Option<String>,
    content: Bytes,
}

impl Multipart {
    /// Creates a body without parts.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a text.
    #[must_use]
    pub fn text(self, name: impl Into<String>, text: impl Into<String>) -> Self {
        let content = Bytes::from(text.into());
        self.part(Part { name: name.into(), file_name: None, media_type: None, content })
    }

    /// Adds a value as JSON. A value that can't be written makes the request invalid.
    #[must_use]
    pub fn json(mut self, name: impl Into<String>, value: &(impl Serialize + ?Sized)) -> Self {
        let name = name.into();
        match serde_json::to_vec(value) {
            Ok(json) => {
                let media_type = Some("application/json".to_owned());
                self.part(Part { name, file_name: None, media_type, content: json.into() })
            }
            Err(error) => {
                self.failure.get_or_insert_with(|| unwritable(&format!("/{name}"), &error));
                self
            }
        }
    }

    /// Adds a file: the name that the server sees, its media type, its bytes.
    #[must_use]
    pub fn file(
        self,
        name: impl Into<String>,
        file_name: impl Into<String>,
        media_type: impl Into<String>,
        content: impl Into<Bytes>,
    ) -> Self {
        let file_name = Some(file_name.into());
        self.part(Part { name: name.into(), file_name, media_type: Some(media_type.into()), content: content.into() })
    }

    fn part(mut self, part: Part) -> Self {
        self.parts.push(part);
        self
    }

    /// Writes the parts between lines of the boundary.
    fn encode(&self, boundary: &str) -> Bytes {
        let mut body = Vec::new();
        for part in &self.parts {
            body.extend_from_slice(part.head(boundary).as_bytes());
            body.extend_from_slice(&part.content);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
        body.into()
    }
}

impl Part {
    fn head(&self, boundary: &str) -> String {
        let mut head = format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{}\"", quoted(&self.name));
        // Writing to a string does not fail.
        if let Some(file_name) = &self.file_name {
            let _ = write!(head, "; filename=\"{}\"", quoted(file_name));
        }
        if let Some(media_type) = &self.media_type {
            let _ = write!(head, "\r\nContent-Type: {}", media_type.replace(['\r', '\n'], " "));
        }
        head + "\r\n\r\n"
    }
}

/// Escapes a name as browsers do (HTML, "Multipart form data"), so that it can't end its quotes or its line.
fn quoted(name: &str) -> String {
    name.replace('\r', "%0D").replace('\n', "%0A").replace('"', "%22")
}

impl RequestBuilder {
    /// Sends the parts under the media type, `multipart/form-data` mostly.
    pub fn multipart(mut self, media_type: &str, mut body: Multipart) -> Self {
        if let Some(failure) = body.failure.take() {
            self.call.fail(failure);
            return self;
        }
        // So many random letters that no content has them.
        let boundary: String = std::iter::repeat_with(fastrand::alphanumeric).take(32).collect();
        let content = body.encode(&boundary);
        self.bytes(&format!("{media_type}; boundary={boundary}"), content)
    }
}
