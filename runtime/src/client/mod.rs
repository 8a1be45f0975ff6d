//! The client below a generated one: what all requests share.

mod base_url;
mod builder;

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, Method};

pub use self::builder::{BuildError, ClientBuilder};
use crate::request::RequestBuilder;
use crate::response::HeaderNames;
use crate::security::{Credentials, Security, SecurityScheme};
use crate::{Retry, Transport};

/// What a description says about its API as a whole; generated clients implement it.
pub trait Api: Sized {
    /// The URL of the first server, if the description has one and it is absolute.
    const BASE_URL: Option<&'static str>;
    /// The name and version that `User-Agent` says if nothing else is set.
    const USER_AGENT: &'static str;
    /// All security schemes.
    const SECURITY_SCHEMES: &'static [SecurityScheme];
    /// The security requirement of operations that have none of their own.
    const SECURITY: Security;

    /// Wraps a client.
    fn from_client(client: Client) -> Self;

    /// Returns the client within.
    fn as_client(&self) -> &Client;
}

/// An API with exactly one API key scheme, so that [`ClientBuilder::api_key`] needs no name.
pub trait ApiKeyAuth: Api {
    /// The name of the scheme.
    const SCHEME: &'static str;
}

/// An API with exactly one bearer scheme, so that [`ClientBuilder::bearer_token`] needs no name.
pub trait BearerAuth: Api {
    /// The name of the scheme.
    const SCHEME: &'static str;
}

/// An API with exactly one basic scheme, so that [`ClientBuilder::basic_auth`] needs no name.
pub trait BasicAuth: Api {
    /// The name of the scheme.
    const SCHEME: &'static str;
}

/// A client of one API: server, credentials, defaults and transport. Clones share all of it, connections too.
#[derive(Clone)]
pub struct Client(Arc<Inner>);

struct Inner {
    base_url: String,
    /// Whether the user set it: then it holds for operations with a server of their own, too.
    base_url_is_set: bool,
    headers: HeaderMap,
    credentials: Credentials,
    security: Security,
    timeout: Duration,
    retry: Retry,
    transport: Arc<dyn Transport>,
}

/// Makes a method that has no constant; generated code names only those that HTTP allows.
pub fn method(name: &'static str) -> Method {
    Method::from_bytes(name.as_bytes()).expect("the generator has refused names that are no token")
}

impl Client {
    /// Begins a request; the path is a template (`/v1/agents/{agentId}`), relative to the base URL.
    pub fn request(&self, method: Method, path: &'static str) -> RequestBuilder {
        RequestBuilder::new(self, method, path)
    }

    /// Returns the base URL, without a slash at its end.
    pub fn base_url(&self) -> &str {
        &self.0.base_url
    }

    /// Returns what the path of a request is appended to: the server of its operation, unless the user set a base URL.
    pub(crate) fn base_of(&self, server: Option<&'static str>) -> Result<Cow<'_, str>, String> {
        match server {
            Some(server) if !self.0.base_url_is_set => base_url::parse(server).map(|url| Cow::Owned(url.text)),
            _ => Ok(Cow::Borrowed(&self.0.base_url)),
        }
    }

    pub(crate) fn headers(&self) -> &HeaderMap {
        &self.0.headers
    }

    pub(crate) fn credentials(&self) -> &Credentials {
        &self.0.credentials
    }

    pub(crate) fn security(&self) -> Security {
        self.0.security
    }

    pub(crate) fn timeout(&self) -> Duration {
        self.0.timeout
    }

    pub(crate) fn retry(&self) -> Retry {
        self.0.retry
    }

    pub(crate) fn transport(&self) -> &dyn Transport {
        &*self.0.transport
    }
}

/// Names the headers and the schemes that have credentials, without their values.
impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.0.base_url)
            .field("headers", &HeaderNames(&self.0.headers))
            .field("credentials", &self.0.credentials)
            .field("timeout", &self.0.timeout)
            .field("retry", &self.0.retry)
            .finish_non_exhaustive()
    }
}
