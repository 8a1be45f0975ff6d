//! Requests: built without a type, then typed by how their answer is read, then awaited.
//!
//! One engine that knows no types sends all of them (`engine.rs`); only the last step, reading, is generic.

mod body;
mod builder;
mod call;
mod engine;
mod multipart;
mod path;
#[cfg(feature = "tracing")]
mod trace;

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;

pub use self::builder::RequestBuilder;
use self::call::Call;
pub(crate) use self::call::header;
use self::engine::Exchange;
pub use self::multipart::Multipart;
use crate::error::{StatusError, Unreadable};
use crate::read::Read;
use crate::{Error, Response, retry};

/// A request that is ready to be sent, whose answer is read as `T`, or as `E` if its status is no success.
///
/// Await it for the body, or [`send`](Self::send) it for the whole [`Response`]. It holds all it needs, so it
/// can move to another task.
#[must_use = "a request does nothing until it is awaited or sent"]
pub struct Request<T, E> {
    call: Box<Call>,
    success: Read<T>,
    error: Read<E>,
}

impl<T, E> Request<T, E> {
    /// Sets the time limit of each try, from connecting to the end of the body, in place of the client's.
    pub fn timeout(mut self, limit: Duration) -> Self {
        self.call.timeout = limit;
        self
    }

    /// Sets how many times this request is sent again, in place of the client's number.
    pub fn retries(mut self, retries: u32) -> Self {
        self.call.retry = self.call.retry.max(retries);
        self
    }

    /// Sets a header in place of any other of that name. An illegal name or value comes out as [`Error::Invalid`].
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.call.header(name, value);
        self
    }

    /// Sets `Idempotency-Key`: the server acts once on all requests with the same key, so that this one may be sent again.
    pub fn idempotency_key(self, key: impl Into<String>) -> Self {
        self.header(retry::IDEMPOTENCY_KEY, &key.into())
    }

    /// Sends the request and gives the whole answer.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn send(self) -> Result<Response<T>, Error<E>> {
        let answer = engine::start(self.call).await;
        read(answer, self.success, self.error)
    }
}

impl<T, E> IntoFuture for Request<T, E> {
    type Output = Result<T, Error<E>>;
    type IntoFuture = Sending<T, E>;

    fn into_future(self) -> Self::IntoFuture {
        Sending { exchange: engine::start(self.call), success: self.success, error: self.error }
    }
}

/// Shows neither values nor headers' values.
impl<T, E> fmt::Debug for Request<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.call.debug("Request", f)
    }
}

/// A request on its way; what awaiting a [`Request`] awaits.
#[must_use = "futures do nothing unless polled"]
pub struct Sending<T, E> {
    exchange: Exchange,
    success: Read<T>,
    error: Read<E>,
}

impl<T, E> Future for Sending<T, E> {
    type Output = Result<T, Error<E>>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        self.exchange.as_mut().poll(cx).map(|answer| read(answer, self.success, self.error).map(Response::into_body))
    }
}

impl<T, E> fmt::Debug for Sending<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sending").finish_non_exhaustive()
    }
}

/// Reads an answer: any 2xx is a success.
fn read<T, E>(
    answer: Result<Response<Bytes>, engine::NoAnswer>,
    success: Read<T>,
    error: Read<E>,
) -> Result<Response<T>, Error<E>> {
    let answer = answer?;
    let reason = if answer.status().is_success() {
        match success(&answer) {
            Ok(body) => return Ok(answer.map(|_| body)),
            Err(reason) => reason,
        }
    } else {
        match error(&answer) {
            Ok(body) => return Err(Error::Status(Box::new(StatusError::new(answer, body)))),
            Err(reason) => reason,
        }
    };
    Err(Error::Unreadable(Box::new(Unreadable::new(answer, reason))))
}
