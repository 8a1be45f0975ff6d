// Made by `bindery generate responses.yaml`. Change the description instead of this file.

/// Client for Answers of success.
#[derive(Clone, Debug)]
pub struct Client(::bindery_runtime::Client);

impl Client {
    /// Starts a client: set what it needs, then `build` it.
    pub fn builder() -> ::bindery_runtime::ClientBuilder<Self> {
        ::bindery_runtime::ClientBuilder::new()
    }

    /// `POST /several`.
    pub fn several(
        &self,
    ) -> ::bindery_runtime::Request<SeveralResponse, ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::POST, "/several")
            .reads(SeveralResponse::read, ::bindery_runtime::read::bytes)
    }

    /// `POST /same`.
    pub fn same(&self) -> ::bindery_runtime::Request<Pet, ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::POST, "/same")
            .reads(::bindery_runtime::read::json, ::bindery_runtime::read::bytes)
    }

    /// `GET /range`.
    pub fn range(&self) -> ::bindery_runtime::Request<Pet, ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/range")
            .reads(::bindery_runtime::read::json, ::bindery_runtime::read::bytes)
    }

    /// `GET /exact-and-range`.
    pub fn exact_and_range(
        &self,
    ) -> ::bindery_runtime::Request<ExactAndRangeResponse, ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/exact-and-range")
            .reads(ExactAndRangeResponse::read, ::bindery_runtime::read::bytes)
    }

    /// `GET /default`.
    pub fn only_default(&self) -> ::bindery_runtime::Request<Pet, Pet> {
        self.0
            .request(::bindery_runtime::Method::GET, "/default")
            .reads(::bindery_runtime::read::json, ::bindery_runtime::read::json)
    }

    /// `GET /none`.
    pub fn none(
        &self,
    ) -> ::bindery_runtime::Request<::bindery_runtime::Bytes, ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/none")
            .reads(::bindery_runtime::read::bytes, ::bindery_runtime::read::bytes)
    }

    /// `DELETE /empty`.
    pub fn empty(&self) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::DELETE, "/empty")
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `GET /text`.
    pub fn text(&self) -> ::bindery_runtime::Request<String, ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/text")
            .accept("text/plain")
            .reads(::bindery_runtime::read::text, ::bindery_runtime::read::bytes)
    }

    /// `GET /bytes`.
    pub fn bytes(
        &self,
    ) -> ::bindery_runtime::Request<::bindery_runtime::Bytes, ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/bytes")
            .accept("image/png")
            .reads(::bindery_runtime::read::bytes, ::bindery_runtime::read::bytes)
    }

    /// `GET /xml`.
    pub fn xml(
        &self,
    ) -> ::bindery_runtime::Request<::bindery_runtime::Bytes, ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/xml")
            .accept("application/xml")
            .reads(::bindery_runtime::read::bytes, ::bindery_runtime::read::bytes)
    }

    /// `GET /inline`. Headers of answers: `X-Next`.
    pub fn inline(
        &self,
    ) -> ::bindery_runtime::Request<InlineResponse, ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/inline")
            .reads(::bindery_runtime::read::json, ::bindery_runtime::read::bytes)
    }

    /// `GET /list`.
    pub fn list(
        &self,
    ) -> ::bindery_runtime::Request<Vec<Pet>, ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/list")
            .accept("application/vnd.pets+json")
            .reads(::bindery_runtime::read::json, ::bindery_runtime::read::bytes)
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

/// The answers of success of `POST /several`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum SeveralResponse {
    /// The pet that was there.
    Ok(Pet),
    /// The ticket of a new pet.
    Created(Ticket),
    /// Nothing.
    NoContent,
    /// An answer of a status that the description does not have, as it came.
    Undocumented(::bindery_runtime::Bytes),
}

impl SeveralResponse {
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
            201 => ::bindery_runtime::read::json(response).map(Self::Created),
            204 => Ok(Self::NoContent),
            _ => ::bindery_runtime::read::bytes(response).map(Self::Undocumented),
        }
    }
}

/// The answers of success of `GET /exact-and-range`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum ExactAndRangeResponse {
    /// A ticket.
    Success(Ticket),
    /// A pet.
    Ok(Pet),
    /// An answer of a status that the description does not have, as it came.
    Undocumented(::bindery_runtime::Bytes),
}

impl ExactAndRangeResponse {
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
            status if status / 100 == 2 => {
                ::bindery_runtime::read::json(response).map(Self::Success)
            }
            _ => ::bindery_runtime::read::bytes(response).map(Self::Undocumented),
        }
    }
}

/// `Pet`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Pet {
    /// `name`.
    pub name: String,
}

impl Pet {
    /// Creates one from its required fields.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into() }
    }
}

::bindery_runtime::object! {
    Pet;
    required name = "name";
}

/// `Ticket`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Ticket {
    /// `ticket`.
    pub ticket: i64,
}

impl Ticket {
    /// Creates one from its required fields.
    pub fn new(ticket: i64) -> Self {
        Self { ticket }
    }
}

::bindery_runtime::object! {
    Ticket;
    required ticket = "ticket";
}

/// The `response` of `inline`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InlineResponse {
    /// `items`.
    pub items: Vec<Pet>,
    /// `next`.
    pub next: ::bindery_runtime::Maybe<String>,
}

impl InlineResponse {
    /// Creates one from its required fields.
    pub fn new(items: Vec<Pet>) -> Self {
        Self {
            items,
            next: ::bindery_runtime::Maybe::Absent,
        }
    }

    /// Sets `next`.
    #[allow(clippy::should_implement_trait)]
    #[must_use]
    pub fn next(mut self, next: impl Into<String>) -> Self {
        self.next = ::bindery_runtime::Maybe::Value(next.into());
        self
    }

    /// Sets `next` to null, which is not the same as leaving it out.
    #[must_use]
    pub fn next_null(mut self) -> Self {
        self.next = ::bindery_runtime::Maybe::Null;
        self
    }
}

::bindery_runtime::object! {
    InlineResponse;
    required items = "items";
    nullable next = "next";
}

/// The URLs of the servers.
pub mod servers {
    /// `https://example.com`.
    pub const SERVER_1: &str = "https://example.com";
}
