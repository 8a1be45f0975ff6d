//! All that is known of a request before it is sent, without types.

use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::header::{AUTHORIZATION, CONTENT_LENGTH, COOKIE, HeaderName, HeaderValue, PROXY_AUTHORIZATION};
use http::{HeaderMap, Method, Uri};

use super::path;
use crate::response::HeaderNames;
use crate::security::{Proof, Security};
use crate::{Client, Failure, Invalid, Retry};

/// A request as its builder leaves it.
pub(crate) struct Call {
    pub(crate) client: Client,
    pub(crate) method: Method,
    pub(crate) template: &'static str,
    /// The server of the operation, where it has its own.
    pub(crate) server: Option<&'static str>,
    /// Encoded values of path parameters by name.
    pub(crate) path: Vec<(&'static str, String)>,
    /// Encoded entries, joined by `&`.
    pub(crate) query: String,
    pub(crate) headers: HeaderMap,
    /// Encoded entries, joined by `; `.
    pub(crate) cookies: String,
    pub(crate) body: Bytes,
    pub(crate) security: Security,
    pub(crate) timeout: Duration,
    pub(crate) retry: Retry,
    /// The first thing that went wrong; the request is not sent then.
    pub(crate) invalid: Option<Invalid>,
}

/// A request in the form in which it is sent, as often as need be.
pub(crate) struct Prepared {
    pub(crate) method: Method,
    pub(crate) uri: Uri,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Call {
    /// Adds a failure, or several.
    pub(crate) fn fail(&mut self, invalid: impl Into<Invalid>) {
        let invalid = invalid.into();
        self.invalid = Some(match self.invalid.take() {
            Some(earlier) => earlier.and(invalid),
            None => invalid,
        });
    }

    pub(crate) fn header(&mut self, name: &str, value: &str) {
        match header(name, value) {
            Ok((name, value)) => {
                self.headers.insert(name, value);
            }
            Err(failure) => self.fail(failure),
        }
    }

    /// Adds the client's headers and credentials.
    pub(crate) fn prepare(&mut self) -> Result<Prepared, Invalid> {
        if let Some(invalid) = self.invalid.take() {
            return Err(invalid);
        }
        let mut target = path::fill(self.template, &self.path)?;
        let mut query = std::mem::take(&mut self.query);
        let mut cookies = std::mem::take(&mut self.cookies);
        let mut headers = self.client.headers().clone();
        for proof in self.client.credentials().select(self.security) {
            match proof {
                Proof::Header(name, value) => {
                    headers.insert(name, value.clone());
                }
                Proof::Query(entry) => append(&mut query, "&", entry.expose()),
                Proof::Cookie(entry) => append(&mut cookies, "; ", entry.expose()),
            }
        }
        for (name, value) in &self.headers {
            headers.insert(name, value.clone());
        }
        add_cookies(&mut headers, &cookies)?;
        if self.body.is_empty() && expects_content(&self.method) {
            headers.insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
        }
        if !query.is_empty() {
            target.push(if target.contains('?') { '&' } else { '?' });
            target.push_str(&query);
        }
        Ok(Prepared { method: self.method.clone(), uri: self.uri(&target)?, headers, body: self.body.clone() })
    }

    fn uri(&self, target: &str) -> Result<Uri, Invalid> {
        // The text is not shown: it may hold an API key.
        let invalid = |reason: String| Failure::new("", "uri", format!("the URL of the request is not valid: {reason}"));
        let base = self.client.base_of(self.server).map_err(invalid)?;
        Ok(format!("{base}{target}").parse().map_err(|error: http::uri::InvalidUri| invalid(error.to_string()))?)
    }

    /// Debugs a request without its values: they are the user's, and some are secret.
    pub(crate) fn debug(&self, name: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct(name)
            .field("method", &self.method)
            .field("path", &self.template)
            .field("headers", &HeaderNames(&self.headers))
            .field("body", &format_args!("{} bytes", self.body.len()))
            .field("timeout", &self.timeout)
            .field("retry", &self.retry)
            .field("invalid", &self.invalid)
            .finish()
    }
}

/// Appends an entry to a list.
pub(crate) fn append(list: &mut String, separator: &str, entry: &str) {
    if !list.is_empty() {
        list.push_str(separator);
    }
    list.push_str(entry);
}

/// Makes a header; text beyond ASCII goes as UTF-8 (`obs-text`, RFC 9110, section 5.5).
pub(crate) fn header(name: &str, value: &str) -> Result<(HeaderName, HeaderValue), Failure> {
    let illegal = |message| Failure::new(format!("/{}", escaped(name)), "header", message);
    let header = HeaderName::from_bytes(name.as_bytes()).map_err(|_| illegal(format!("{name:?} is not the name of a header")))?;
    let mut value = HeaderValue::from_bytes(value.as_bytes())
        .map_err(|_| illegal(format!("the value of the header {name:?} has control characters")))?;
    let secret = [AUTHORIZATION, PROXY_AUTHORIZATION, COOKIE].contains(&header);
    value.set_sensitive(secret);
    Ok((header, value))
}

/// Escapes the name of a parameter for a JSON Pointer (RFC 6901, section 3).
pub(crate) fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// Such a request says that it has no content (RFC 9110, section 8.6); some servers answer 411 if it doesn't.
fn expects_content(method: &Method) -> bool {
    [Method::POST, Method::PUT, Method::PATCH].contains(method)
}

fn add_cookies(headers: &mut HeaderMap, cookies: &str) -> Result<(), Invalid> {
    if cookies.is_empty() {
        return Ok(());
    }
    let before = headers.get(COOKIE).map(HeaderValue::as_bytes);
    let mut all = String::from_utf8_lossy(before.unwrap_or_default()).into_owned();
    append(&mut all, "; ", cookies);
    let (name, value) = header(COOKIE.as_str(), &all)?;
    headers.insert(name, value);
    Ok(())
}
