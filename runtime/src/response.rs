//! The answer of a server: status, headers and body, the body as bytes before it was read and as a type after.

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

/// An answer with its body as `T`.
///
/// Awaiting a [`Request`](crate::Request) gives the body alone; [`Request::send`](crate::Request::send) gives this.
#[derive(Clone)]
pub struct Response<T> {
    status: StatusCode,
    headers: HeaderMap,
    body: T,
}

impl<T> Response<T> {
    /// Makes an answer of its parts; transports in memory and tests of readers do that.
    pub fn new(status: StatusCode, headers: HeaderMap, body: T) -> Self {
        Self { status, headers, body }
    }

    /// Returns the status.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns all headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Returns the text of a header, or `None` if it is not there or is not visible ASCII. Names have no case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// Returns the body.
    pub fn body(&self) -> &T {
        &self.body
    }

    /// Returns the body and drops the rest.
    pub fn into_body(self) -> T {
        self.body
    }

    /// Replaces the body by what the function makes of it.
    pub fn map<U>(self, function: impl FnOnce(T) -> U) -> Response<U> {
        Response { status: self.status, headers: self.headers, body: function(self.body) }
    }
}

impl Response<Bytes> {
    /// Returns the media type of `Content-Type` in lower case and without parameters.
    pub(crate) fn media_type(&self) -> Option<String> {
        let value = self.header("content-type")?;
        let media_type = value.split(';').next().unwrap_or(value);
        Some(media_type.trim().to_ascii_lowercase())
    }
}

/// Header values are left out: an answer may set cookies or hand out tokens.
impl<T: fmt::Debug> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status)
            .field("headers", &HeaderNames(&self.headers))
            .field("body", &self.body)
            .finish()
    }
}

/// Debugs headers by name only.
pub(crate) struct HeaderNames<'a>(pub(crate) &'a HeaderMap);

impl fmt::Debug for HeaderNames<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.keys()).finish()
    }
}
