//! Builds a request from the parameters of an operation. Nothing here fails: failures are kept and come out when
//! the request is sent.
//!
//! Generic methods only turn a value into JSON; what follows knows no types.

use std::fmt;

use http::Method;
use http::header::ACCEPT;
use serde::Serialize;
use serde_json::Value;

use super::Request;
use super::body::{to_value, unwritable};
use super::call::{Call, append, escaped};
use crate::parameter::{self, Place, Style};
use crate::read::Read;
use crate::security::Security;
use crate::{Checker, Client, Validate};

/// A request of which parameters, body and reader are still to be given.
///
/// A value that serializes as `null` (`None`, an absent `Maybe`) is not sent.
#[must_use = "a request does nothing until it is awaited or sent"]
pub struct RequestBuilder {
    pub(super) call: Box<Call>,
}

impl RequestBuilder {
    pub(crate) fn new(client: &Client, method: Method, template: &'static str) -> Self {
        let call = Call {
            client: client.clone(),
            method,
            template,
            server: None,
            path: Vec::new(),
            query: String::new(),
            headers: http::HeaderMap::new(),
            cookies: String::new(),
            body: bytes::Bytes::new(),
            security: client.security(),
            timeout: client.timeout(),
            retry: client.retry(),
            invalid: None,
        };
        Self { call: Box::new(call) }.accept("application/json")
    }

    /// Sets the server of this operation, in place of the description's first one; a base URL that the user set comes before it.
    pub fn server(mut self, url: &'static str) -> Self {
        self.call.server = Some(url);
        self
    }

    /// Gives a path parameter in the style `simple`. An empty one is refused, because it would change the route.
    pub fn path(self, name: &'static str, value: &(impl Serialize + ?Sized)) -> Self {
        self.path_as(name, value, Style::SIMPLE)
    }

    /// Gives a path parameter in a style.
    pub fn path_as(mut self, name: &'static str, value: &(impl Serialize + ?Sized), style: Style) -> Self {
        if let Some(text) = self.call.encode(Place::Path, name, to_value(value), style) {
            self.call.path.push((name, text));
        }
        self
    }

    /// Gives a query parameter in the style `form`, exploded.
    pub fn query(self, name: &str, value: &(impl Serialize + ?Sized)) -> Self {
        self.query_as(name, value, Style::FORM_EXPLODE)
    }

    /// Gives a query parameter in a style.
    pub fn query_as(mut self, name: &str, value: &(impl Serialize + ?Sized), style: Style) -> Self {
        if let Some(text) = self.call.encode(Place::Query, name, to_value(value), style) {
            append(&mut self.call.query, "&", &text);
        }
        self
    }

    /// Gives a header parameter in the style `simple`.
    pub fn header(self, name: &str, value: &(impl Serialize + ?Sized)) -> Self {
        self.header_as(name, value, Style::SIMPLE)
    }

    /// Gives a header parameter in a style.
    pub fn header_as(mut self, name: &str, value: &(impl Serialize + ?Sized), style: Style) -> Self {
        if let Some(text) = self.call.encode(Place::Header, name, to_value(value), style) {
            self.call.header(name, &text);
        }
        self
    }

    /// Gives a cookie parameter in the style `form`, exploded.
    pub fn cookie(self, name: &str, value: &(impl Serialize + ?Sized)) -> Self {
        self.cookie_as(name, value, Style::FORM_EXPLODE)
    }

    /// Gives a cookie parameter in a style.
    pub fn cookie_as(mut self, name: &str, value: &(impl Serialize + ?Sized), style: Style) -> Self {
        if let Some(text) = self.call.encode(Place::Cookie, name, to_value(value), style) {
            append(&mut self.call.cookies, "; ", &text);
        }
        self
    }

    /// Checks a value against the constraints of its schema; a request that breaks them is not sent.
    pub fn validated(self, value: &(impl Validate + ?Sized)) -> Self {
        self.check(|at| value.check(at))
    }

    /// Checks constraints, such as those of path parameters; a request that breaks them is not sent.
    pub fn check(mut self, check: impl FnOnce(&mut Checker)) -> Self {
        let mut checker = Checker::new();
        check(&mut checker);
        if let Err(invalid) = checker.finish() {
            self.call.fail(invalid);
        }
        self
    }

    /// Sets the media types that the answer may have. Default: `application/json`.
    pub fn accept(mut self, media_types: &'static str) -> Self {
        self.call.header(ACCEPT.as_str(), media_types);
        self
    }

    /// Sets the security requirement of this operation, in place of that of the whole API.
    pub fn security(mut self, security: Security) -> Self {
        self.call.security = security;
        self
    }

    /// Gives the request its types: how a success is read, and how an answer with another status.
    pub fn reads<T, E>(self, success: Read<T>, error: Read<E>) -> Request<T, E> {
        Request { call: self.call, success, error }
    }
}

/// Shows neither values nor headers' values.
impl fmt::Debug for RequestBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.call.debug("RequestBuilder", f)
    }
}

impl Call {
    /// Writes a parameter, or gives `None` if there is nothing to send or if it failed.
    fn encode(&mut self, place: Place, name: &str, value: serde_json::Result<Value>, style: Style) -> Option<String> {
        let encoded = match value {
            Ok(value) => parameter::encode(place, name, &value, style).map_err(|problem| problem.to_string()),
            Err(error) => Err(error.to_string()),
        };
        encoded.unwrap_or_else(|reason| {
            let pointer = format!("/{}", escaped(name));
            let reason = format!("{reason} ({} parameter)", place.as_str());
            self.fail(unwritable(&pointer, &reason));
            None
        })
    }
}
