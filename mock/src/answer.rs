//! What a request gets: the documented success with a body, or a refusal.
//!
//! Chooses the response, the media type and the headers; what a body says is for `behaviour` and `problem`.

use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response as HttpResponse;
use bindery::spec::{MediaType, Operation, Response, StatusPattern};
use serde_json::Value;

use crate::description::Description;
use crate::sample::sample;
use bindery_validator::wire::coerce::plain;
use bindery_validator::wire::media;

/// An answer, whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    /// The status.
    pub(crate) status: u16,
    /// The headers, `Content-Type` among them.
    pub(crate) headers: Vec<(String, String)>,
    /// The body.
    pub(crate) body: Vec<u8>,
}

/// Why a request is not done.
#[derive(Debug)]
pub(crate) struct Refusal {
    /// The status to answer with.
    pub(crate) status: u16,
    /// What is wrong, for people to read.
    pub(crate) reason: String,
    /// Headers that belong to it.
    pub(crate) headers: Vec<(String, String)>,
}

impl Refusal {
    /// Makes a refusal without headers.
    pub(crate) fn new(status: u16, reason: impl Into<String>) -> Self {
        Self { status, reason: reason.into(), headers: Vec::new() }
    }

    /// Adds a header.
    pub(crate) fn header(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.push((name.to_owned(), value.into()));
        self
    }
}

impl Answer {
    /// Makes an answer of a documented response. A value is written as JSON, or as it is where the media type is another one.
    pub(crate) fn new(description: &Description, status: u16, response: Option<&Response>, value: Option<&Value>) -> Self {
        let mut headers = response.map(|response| required_headers(description, response)).unwrap_or_default();
        let media_type = response.and_then(|response| media::preferred(&response.content));
        let body = match (media_type.map(media::concrete), value) {
            (Some(content_type), Some(value)) => {
                headers.push(("content-type".to_owned(), content_type.to_owned()));
                write(content_type, value)
            }
            (None, _) | (_, None) => Vec::new(),
        };
        Self { status, headers, body }
    }

    /// Returns the answer as the server sends it. A header that HTTP does not allow is left out.
    pub(crate) fn into_http(self) -> HttpResponse {
        let mut response = HttpResponse::new(Body::from(self.body));
        *response.status_mut() = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        for (name, value) in self.headers {
            if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
                response.headers_mut().append(name, value);
            }
        }
        if response.status() == StatusCode::NO_CONTENT {
            response.headers_mut().remove(header::CONTENT_TYPE);
        }
        response
    }
}

fn write(content_type: &str, value: &Value) -> Vec<u8> {
    match value {
        Value::String(text) if !media::is_json(content_type) => text.clone().into_bytes(),
        value => value.to_string().into_bytes(),
    }
}

/// Makes values for the headers that a response promises.
fn required_headers(description: &Description, response: &Response) -> Vec<(String, String)> {
    let required = response.headers.iter().filter(|header| header.required);
    required
        .filter_map(|header| Some((header.name.to_ascii_lowercase(), plain(&sample(&description.document, header.schema)?))))
        .collect()
}

/// The success that an operation answers with.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Success<'a> {
    /// The status.
    pub(crate) status: u16,
    /// The documented response, unless none is documented.
    pub(crate) response: Option<&'a Response>,
}

impl<'a> Success<'a> {
    /// Finds the lowest documented 2xx of an operation, else its range `2XX`, else its default.
    pub(crate) fn of(operation: &'a Operation) -> Self {
        let rank = |response: &&'a Response| match response.status {
            StatusPattern::Code(code @ 200..=299) => Some(code),
            StatusPattern::Range(2) => Some(300),
            StatusPattern::Default => Some(301),
            StatusPattern::Code(_) | StatusPattern::Range(_) => None,
        };
        let successes = operation.responses.iter().filter(|response| rank(response).is_some());
        let response = successes.min_by_key(rank);
        match response.map(|response| response.status) {
            Some(StatusPattern::Code(status)) => Self { status, response },
            Some(StatusPattern::Range(_) | StatusPattern::Default) => Self { status: 200, response },
            None => Self { status: 204, response: None },
        }
    }

    /// Returns the media type of the body, unless there is none.
    pub(crate) fn media_type(self) -> Option<&'a MediaType> {
        media::preferred(&self.response?.content)
    }
}
