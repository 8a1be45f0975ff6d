//! One `tracing` span for each request sent: method, path template, status and number of tries; no values, no secrets.

use bytes::Bytes;
use tracing::{Instrument, Span, field, info_span};

use super::call::Call;
use super::engine::{NoAnswer, run};
use crate::Response;

/// Sends a request within its span. The names are those of OpenTelemetry's conventions for HTTP clients.
pub(super) async fn in_span(call: Box<Call>) -> Result<Response<Bytes>, NoAnswer> {
    let span = info_span!(
        "http_request",
        http.request.method = %call.method,
        url.template = call.template,
        http.response.status_code = field::Empty,
        tries = field::Empty,
    );
    let (result, tries) = run(call).instrument(span.clone()).await;
    record(&span, &result, tries);
    result
}

fn record(span: &Span, result: &Result<Response<Bytes>, NoAnswer>, tries: u32) {
    span.record("tries", tries);
    if let Ok(answer) = result {
        span.record("http.response.status_code", answer.status().as_u16());
    }
}
