//! The one error of all operations, typed by the body that an error answer has.

use std::error::Error as StdError;
use std::fmt;
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::read::ReadError;
use crate::response::HeaderNames;
use crate::{Invalid, Response, TransportError, retry};

/// Why an operation gave no success.
///
/// `E` is the body of its error answers.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error<E> {
    /// The request was not sent: it breaks constraints of the description, or a value has no form in the request.
    Invalid(Invalid),
    /// There is no answer: the connection failed or broke.
    Transport(TransportError),
    /// There is no whole answer within the time limit. The server may have acted on the request.
    Timeout(TransportError),
    /// The server answered with a status other than 2xx, and a body that could be read.
    Status(Box<StatusError<E>>),
    /// There is an answer that could not be read; it is kept.
    Unreadable(Box<Unreadable>),
}

impl<E> Error<E> {
    /// Returns the status of the answer, if there is one.
    pub fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Status(error) => Some(error.status()),
            Self::Unreadable(error) => Some(error.status()),
            Self::Invalid(_) | Self::Transport(_) | Self::Timeout(_) => None,
        }
    }

    /// Returns the headers of the answer, if there is one.
    pub fn headers(&self) -> Option<&HeaderMap> {
        match self {
            Self::Status(error) => Some(error.headers()),
            Self::Unreadable(error) => Some(error.headers()),
            Self::Invalid(_) | Self::Transport(_) | Self::Timeout(_) => None,
        }
    }

    /// Returns the body of an error answer that could be read.
    pub fn body(&self) -> Option<&E> {
        match self {
            Self::Status(error) => Some(error.body()),
            Self::Invalid(_) | Self::Transport(_) | Self::Timeout(_) | Self::Unreadable(_) => None,
        }
    }

    /// Returns how long the server asks to wait (`Retry-After`, RFC 9110, section 10.2.3), counted from now if it is a date.
    pub fn retry_after(&self) -> Option<Duration> {
        retry::retry_after(self.headers()?, SystemTime::now())
    }

    /// Tells whether a time limit has passed.
    pub fn is_timeout(&self) -> bool {
        matches!(self, Self::Timeout(_))
    }

    /// Tells whether no connection was made, so that the server has seen nothing.
    pub fn is_connect(&self) -> bool {
        matches!(self, Self::Transport(error) if error.is_connect())
    }
}

impl<E> From<TransportError> for Error<E> {
    fn from(error: TransportError) -> Self {
        if error.is_timeout() { Self::Timeout(error) } else { Self::Transport(error) }
    }
}

impl<E> From<Invalid> for Error<E> {
    fn from(invalid: Invalid) -> Self {
        Self::Invalid(invalid)
    }
}

/// One line. An error answer is shown as it came, cut if it is long, so that no bound on `E` is needed.
impl<E> fmt::Display for Error<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(invalid) => write!(f, "the request is not valid: {invalid}"),
            Self::Transport(error) | Self::Timeout(error) => error.fmt(f),
            Self::Status(error) => error.fmt(f),
            Self::Unreadable(error) => error.fmt(f),
        }
    }
}

impl<E: fmt::Debug> StdError for Error<E> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Invalid(invalid) => Some(invalid),
            Self::Transport(error) | Self::Timeout(error) => error.source(),
            Self::Status(_) => None,
            Self::Unreadable(error) => Some(error.reason()),
        }
    }
}

/// An answer with a status other than 2xx and the body that the description promises.
pub struct StatusError<E> {
    answer: Response<Bytes>,
    body: E,
}

impl<E> StatusError<E> {
    pub(crate) fn new(answer: Response<Bytes>, body: E) -> Self {
        Self { answer, body }
    }

    /// Returns the status.
    pub fn status(&self) -> StatusCode {
        self.answer.status()
    }

    /// Returns all headers.
    pub fn headers(&self) -> &HeaderMap {
        self.answer.headers()
    }

    /// Returns the body.
    pub fn body(&self) -> &E {
        &self.body
    }

    /// Returns the body and drops the rest.
    pub fn into_body(self) -> E {
        self.body
    }

    /// Returns the body as it came.
    pub fn bytes(&self) -> &Bytes {
        self.answer.body()
    }
}

impl<E: fmt::Debug> fmt::Debug for StatusError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StatusError")
            .field("status", &self.status())
            .field("headers", &HeaderNames(self.headers()))
            .field("body", &self.body)
            .finish()
    }
}

impl<E> fmt::Display for StatusError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the server answered {}", self.status())?;
        if self.bytes().is_empty() {
            return Ok(());
        }
        write!(f, ": {}", Excerpt(self.bytes()))
    }
}

/// An answer that could not be read as the type that the description promises.
#[derive(Debug)]
pub struct Unreadable {
    answer: Response<Bytes>,
    reason: ReadError,
}

impl Unreadable {
    pub(crate) fn new(answer: Response<Bytes>, reason: ReadError) -> Self {
        Self { answer, reason }
    }

    /// Returns the status, which may be a success.
    pub fn status(&self) -> StatusCode {
        self.answer.status()
    }

    /// Returns all headers.
    pub fn headers(&self) -> &HeaderMap {
        self.answer.headers()
    }

    /// Returns the body as it came.
    pub fn bytes(&self) -> &Bytes {
        self.answer.body()
    }

    /// Returns the JSON Pointer of the value that could not be read; empty for the whole body.
    pub fn pointer(&self) -> &str {
        self.reason.pointer()
    }

    /// Returns why it could not be read.
    pub fn reason(&self) -> &ReadError {
        &self.reason
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let status = self.status();
        write!(f, "the answer {status} can't be read: {}", self.reason)
    }
}

/// The beginning of a body on one line.
struct Excerpt<'a>(&'a [u8]);

/// How many characters of a body an error shows.
const EXCERPT: usize = 200;

impl fmt::Display for Excerpt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A character has at most four bytes, so no more than this can be shown.
        let start = &self.0[..self.0.len().min(EXCERPT * 4 + 4)];
        let text = String::from_utf8_lossy(start);
        let mut chars = text.trim().chars();
        for char in chars.by_ref().take(EXCERPT) {
            write!(f, "{}", if char.is_control() { ' ' } else { char })?;
        }
        match chars.next() {
            Some(_) => f.write_str("…"),
            None => Ok(()),
        }
    }
}
