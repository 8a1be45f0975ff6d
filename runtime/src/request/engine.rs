//! The engine: sends a request, again if the retry rules say so, and gives the answer as bytes. It knows no types.

use std::time::{Duration, SystemTime};

use bytes::Bytes;

use super::call::{Call, Prepared};
use crate::retry::{Outcome, Repeatable, TryResult};
use crate::{Body, BoxFuture, Error, Invalid, Response, Transport, TransportError};

/// A request on its way.
pub(super) type Exchange = BoxFuture<'static, Result<Response<Bytes>, NoAnswer>>;

/// Why there is no answer, before a type of error bodies comes in.
#[derive(Debug)]
pub(super) enum NoAnswer {
    Invalid(Invalid),
    Transport(TransportError),
}

impl<E> From<NoAnswer> for Error<E> {
    fn from(error: NoAnswer) -> Self {
        match error {
            NoAnswer::Invalid(invalid) => invalid.into(),
            NoAnswer::Transport(error) => error.into(),
        }
    }
}

/// Makes the future that sends a request; boxed here, so that each type of answer adds little code.
pub(super) fn start(call: Box<Call>) -> Exchange {
    #[cfg(feature = "tracing")]
    return Box::pin(super::trace::in_span(call));
    #[cfg(not(feature = "tracing"))]
    Box::pin(async move { run(call).await.0 })
}

/// Sends a request; gives how many tries it took, too.
pub(super) async fn run(mut call: Box<Call>) -> (Result<Response<Bytes>, NoAnswer>, u32) {
    let prepared = match call.prepare() {
        Ok(prepared) => prepared,
        Err(invalid) => return (Err(NoAnswer::Invalid(invalid)), 0),
    };
    let repeatable = Repeatable::of(&prepared.method, &prepared.headers);
    let mut tried = 0;
    loop {
        let result = try_once(call.client.transport(), prepared.request(), call.timeout).await;
        tried += 1;
        let outcome = Outcome { repeatable, result: try_result(&result) };
        let wait = call.retry.wait(tried, &outcome, SystemTime::now(), fastrand::f64());
        match wait {
            Some(wait) => tokio::time::sleep(wait).await,
            None => return (result.map_err(NoAnswer::Transport), tried),
        }
    }
}

/// Makes one exchange, within the time limit from the connection to the end of the body.
async fn try_once(
    transport: &dyn Transport,
    request: http::Request<Body>,
    limit: Duration,
) -> Result<Response<Bytes>, TransportError> {
    let exchange = async {
        let (head, body) = transport.send(request).await?.into_parts();
        let body = body.into_bytes().await?;
        Ok(Response::new(head.status, head.headers, body))
    };
    tokio::time::timeout(limit, exchange).await.unwrap_or_else(|_| Err(TransportError::late(limit)))
}

fn try_result(result: &Result<Response<Bytes>, TransportError>) -> TryResult<'_> {
    match result {
        Ok(answer) => TryResult::Answered(answer.status(), answer.headers()),
        Err(error) if error.is_connect() => TryResult::NotConnected,
        Err(error) if error.is_timeout() => TryResult::TimedOut,
        Err(_) => TryResult::BrokeOff,
    }
}

impl Prepared {
    fn request(&self) -> http::Request<Body> {
        let mut request = http::Request::new(Body::from(self.body.clone()));
        *request.method_mut() = self.method.clone();
        *request.uri_mut() = self.uri.clone();
        *request.headers_mut() = self.headers.clone();
        request
    }
}
