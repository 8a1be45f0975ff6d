//! The seam below the client: takes an `http` request and gives an `http` response.
//!
//! A transport makes one exchange. It knows nothing of retries, time limits, credentials or types: the engine
//! above it has them, so that they hold for every transport, also for one in memory.

#[cfg(feature = "reqwest")]
mod reqwest;

use std::error::Error as StdError;
use std::fmt;
use std::pin::Pin;
use std::time::Duration;

use bytes::Bytes;

#[cfg(feature = "reqwest")]
pub use self::reqwest::ReqwestTransport;

/// A boxed future that can move between threads.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Carries requests to a server.
///
/// Implement it to put another HTTP library, a cache, a recorder or a server in memory under a generated client.
/// The engine drops the future when the time limit of a request has passed.
///
/// ```
/// use bindery_runtime::{Body, BoxFuture, Transport, TransportError};
///
/// #[derive(Debug)]
/// struct Always(&'static str);
///
/// impl Transport for Always {
///     fn send(&self, _: http::Request<Body>) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
///         let answer = http::Response::new(Body::from(self.0));
///         Box::pin(async move { Ok(answer) })
///     }
/// }
/// ```
pub trait Transport: Send + Sync + 'static {
    /// Sends one request and gives its answer, whatever its status is.
    ///
    /// The request has an absolute URI. Headers with credentials are marked sensitive; the query may hold
    /// an API key, so neither belongs in a log.
    fn send(&self, request: http::Request<Body>) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>>;
}

impl<T: Transport + ?Sized> Transport for std::sync::Arc<T> {
    fn send(&self, request: http::Request<Body>) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        (**self).send(request)
    }
}

/// The body of a request or an answer.
///
/// It is opaque so that bodies that arrive in parts fit behind it.
#[derive(Clone, Default)]
pub struct Body(Bytes);

impl Body {
    /// Makes a body of no bytes.
    pub fn empty() -> Self {
        Self::default()
    }

    /// Reads the whole body.
    ///
    /// # Errors
    /// When the rest of the body can't be read.
    pub async fn into_bytes(self) -> Result<Bytes, TransportError> {
        Ok(self.0)
    }

    /// Reads the next part of the body, or gives `None` at its end.
    ///
    /// # Errors
    /// When the next part can't be read.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, TransportError> {
        let part = std::mem::take(&mut self.0);
        Ok((!part.is_empty()).then_some(part))
    }
}

impl From<Bytes> for Body {
    fn from(bytes: Bytes) -> Self {
        Self(bytes)
    }
}

impl From<Vec<u8>> for Body {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes.into())
    }
}

impl From<String> for Body {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl From<&'static str> for Body {
    fn from(text: &'static str) -> Self {
        Self(Bytes::from_static(text.as_bytes()))
    }
}

/// A body can hold personal data, so `Debug` tells its length only.
impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Body({} bytes)", self.0.len())
    }
}

/// Why a transport gave no answer.
#[derive(Debug)]
pub struct TransportError {
    kind: Kind,
    source: Source,
}

/// What is under an error.
type Source = Box<dyn StdError + Send + Sync>;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Connect,
    Timeout,
    Exchange,
}

impl TransportError {
    /// No connection was made, so no byte of the request was sent: trying again is always safe.
    pub fn connect(source: impl Into<Source>) -> Self {
        Self::of(Kind::Connect, source)
    }

    /// The transport's own time limit has passed.
    pub fn timeout(source: impl Into<Source>) -> Self {
        Self::of(Kind::Timeout, source)
    }

    /// The exchange broke off: the server may have seen the request and may have acted on it.
    pub fn exchange(source: impl Into<Source>) -> Self {
        Self::of(Kind::Exchange, source)
    }

    /// The engine's time limit has passed.
    pub(crate) fn late(limit: Duration) -> Self {
        Self::timeout(format!("no whole answer within {limit:?}"))
    }

    /// Tells whether no byte of the request was sent.
    pub fn is_connect(&self) -> bool {
        self.kind == Kind::Connect
    }

    /// Tells whether a time limit has passed.
    pub fn is_timeout(&self) -> bool {
        self.kind == Kind::Timeout
    }

    fn of(kind: Kind, source: impl Into<Source>) -> Self {
        Self { kind, source: source.into() }
    }

    /// Returns the innermost error, which says what went wrong; the ones around it say where.
    fn root(&self) -> &(dyn StdError + 'static) {
        let mut error: &(dyn StdError + 'static) = &*self.source;
        while let Some(source) = error.source() {
            error = source;
        }
        error
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.kind {
            Kind::Connect => "could not connect",
            Kind::Timeout => "timed out",
            Kind::Exchange => "the exchange broke off",
        };
        write!(f, "{what}: {}", self.root())
    }
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(&*self.source)
    }
}
