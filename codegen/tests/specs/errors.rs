// Made by `bindery generate errors.yaml`. Change the description instead of this file.

/// Client for Answers other than success.
#[derive(Clone, Debug)]
pub struct Client(::bindery_runtime::Client);

impl Client {
    /// Starts a client: set what it needs, then `build` it.
    pub fn builder() -> ::bindery_runtime::ClientBuilder<Self> {
        ::bindery_runtime::ClientBuilder::new()
    }

    /// `GET /per-status`.
    pub fn per_status(&self) -> ::bindery_runtime::Request<DoneBody, PerStatusError> {
        self.0
            .request(::bindery_runtime::Method::GET, "/per-status")
            .reads(::bindery_runtime::read::json, PerStatusError::read)
    }

    /// `GET /with-default`.
    pub fn with_default(
        &self,
    ) -> ::bindery_runtime::Request<DoneBody, WithDefaultError> {
        self.0
            .request(::bindery_runtime::Method::GET, "/with-default")
            .reads(::bindery_runtime::read::json, WithDefaultError::read)
    }

    /// `GET /shared`.
    pub fn shared(&self) -> ::bindery_runtime::Request<DoneBody, Problem> {
        self.0
            .request(::bindery_runtime::Method::GET, "/shared")
            .reads(::bindery_runtime::read::json, ::bindery_runtime::read::json)
    }

    /// `GET /undocumented`.
    pub fn undocumented(
        &self,
    ) -> ::bindery_runtime::Request<DoneBody, ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/undocumented")
            .reads(::bindery_runtime::read::json, ::bindery_runtime::read::bytes)
    }

    /// `GET /unusual`.
    pub fn unusual(&self) -> ::bindery_runtime::Request<UnusualResponse, UnusualError> {
        self.0
            .request(::bindery_runtime::Method::GET, "/unusual")
            .reads(UnusualResponse::read, UnusualError::read)
    }
}

impl ::bindery_runtime::Api for Client {
    const BASE_URL: Option<&'static str> = Some("https://example.com");
    const USER_AGENT: &'static str = concat!(
        env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")
    );
    const SECURITY_SCHEMES: &'static [::bindery_runtime::SecurityScheme] = &[];
    const SECURITY: ::bindery_runtime::Security = &[];

    fn from_client(client: ::bindery_runtime::Client) -> Self {
        Self(client)
    }

    fn as_client(&self) -> &::bindery_runtime::Client {
        &self.0
    }
}

/// The answers other than success of `GET /per-status`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum PerStatusError {
    /// Nothing is there.
    NotFound(NotFound),
    /// The request makes no sense.
    UnprocessableContent(Problem),
    /// A conflict, without a body.
    Conflict(::bindery_runtime::Bytes),
    /// The server failed.
    ServerError(String),
    /// An answer of a status that the description does not have, as it came.
    Undocumented(::bindery_runtime::Bytes),
}

impl PerStatusError {
    /// Reads the answer that the status says.
    ///
    /// # Errors
    ///
    /// Fails where the body is not what the description says for the status.
    pub fn read(
        response: &::bindery_runtime::Response<::bindery_runtime::Bytes>,
    ) -> Result<Self, ::bindery_runtime::ReadError> {
        match response.status().as_u16() {
            404 => ::bindery_runtime::read::json(response).map(Self::NotFound),
            422 => {
                ::bindery_runtime::read::json(response).map(Self::UnprocessableContent)
            }
            409 => ::bindery_runtime::read::bytes(response).map(Self::Conflict),
            status if status / 100 == 5 => {
                ::bindery_runtime::read::text(response).map(Self::ServerError)
            }
            _ => ::bindery_runtime::read::bytes(response).map(Self::Undocumented),
        }
    }
}

/// The answers other than success of `GET /with-default`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum WithDefaultError {
    /// Nothing is there.
    NotFound(NotFound),
    /// Anything else.
    Default(Problem),
}

impl WithDefaultError {
    /// Reads the answer that the status says.
    ///
    /// # Errors
    ///
    /// Fails where the body is not what the description says for the status.
    pub fn read(
        response: &::bindery_runtime::Response<::bindery_runtime::Bytes>,
    ) -> Result<Self, ::bindery_runtime::ReadError> {
        match response.status().as_u16() {
            404 => ::bindery_runtime::read::json(response).map(Self::NotFound),
            _ => ::bindery_runtime::read::json(response).map(Self::Default),
        }
    }
}

/// The answers of success of `GET /unusual`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum UnusualResponse {
    /// Done.
    Ok(DoneBody),
    /// A problem.
    Status299(Problem),
    /// An answer of a status that the description does not have, as it came.
    Undocumented(::bindery_runtime::Bytes),
}

impl UnusualResponse {
    /// Reads the answer that the status says.
    ///
    /// # Errors
    ///
    /// Fails where the body is not what the description says for the status.
    pub fn read(
        response: &::bindery_runtime::Response<::bindery_runtime::Bytes>,
    ) -> Result<Self, ::bindery_runtime::ReadError> {
        match response.status().as_u16() {
            200 => ::bindery_runtime::read::json(response).map(Self::Ok),
            299 => ::bindery_runtime::read::json(response).map(Self::Status299),
            _ => ::bindery_runtime::read::bytes(response).map(Self::Undocumented),
        }
    }
}

/// The answers other than success of `GET /unusual`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum UnusualError {
    /// Enhance your calm.
    Status420(NotFound),
    /// A problem.
    Status499(Problem),
    /// An answer of a status that the description does not have, as it came.
    Undocumented(::bindery_runtime::Bytes),
}

impl UnusualError {
    /// Reads the answer that the status says.
    ///
    /// # Errors
    ///
    /// Fails where the body is not what the description says for the status.
    pub fn read(
        response: &::bindery_runtime::Response<::bindery_runtime::Bytes>,
    ) -> Result<Self, ::bindery_runtime::ReadError> {
        match response.status().as_u16() {
            420 => ::bindery_runtime::read::json(response).map(Self::Status420),
            499 => ::bindery_runtime::read::json(response).map(Self::Status499),
            _ => ::bindery_runtime::read::bytes(response).map(Self::Undocumented),
        }
    }
}

/// Everything is optional, so that it would read any object.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct NotFound {
    /// `what`.
    pub what: Option<String>,
}

impl NotFound {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `what`.
    #[must_use]
    pub fn what(mut self, what: impl Into<String>) -> Self {
        self.what = Some(what.into());
        self
    }
}

::bindery_runtime::object! {
    NotFound;
    optional what = "what";
}

/// `Problem`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Problem {
    /// `title`.
    pub title: String,
    /// `status`.
    pub status: Option<i64>,
}

impl Problem {
    /// Creates one from its required fields.
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            status: None,
        }
    }

    /// Sets `status`.
    #[must_use]
    pub fn status(mut self, status: i64) -> Self {
        self.status = Some(status);
        self
    }
}

::bindery_runtime::object! {
    Problem;
    required title = "title";
    optional status = "status";
}

/// The `body` of `Done`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DoneBody {
    /// `done`.
    pub done: bool,
}

impl DoneBody {
    /// Creates one from its required fields.
    pub fn new(done: bool) -> Self {
        Self { done }
    }
}

::bindery_runtime::object! {
    DoneBody;
    required done = "done";
}

/// The URLs of the servers.
pub mod servers {
    /// `https://example.com`.
    pub const SERVER_1: &str = "https://example.com";
}
