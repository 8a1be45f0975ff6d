// Made by `bindery generate bodies.yaml`. Change the description instead of this file.

/// Client for Request bodies.
#[derive(Clone, Debug)]
pub struct Client(::bindery_runtime::Client);

impl Client {
    /// Starts a client: set what it needs, then `build` it.
    pub fn builder() -> ::bindery_runtime::ClientBuilder<Self> {
        ::bindery_runtime::ClientBuilder::new()
    }

    /// `POST /json`.
    pub fn json(
        &self,
        body: &Pet,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::POST, "/json")
            .validated(body)
            .json(body)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `POST /optional`.
    pub fn optional(
        &self,
        body: Option<&Pet>,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::POST, "/optional")
            .optional(body, |request, body| {
                request
                    .validated(body)
                    .json(body)
            })
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `PATCH /merge`.
    pub fn merge(
        &self,
        body: &Pet,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::PATCH, "/merge")
            .validated(body)
            .json_as("application/merge-patch+json", body)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `POST /charset`.
    pub fn charset(
        &self,
        body: &Pet,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::POST, "/charset")
            .validated(body)
            .json_as("application/json; charset=utf-8", body)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `POST /form`.
    pub fn form(
        &self,
        body: &Pet,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::POST, "/form")
            .validated(body)
            .form(body)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `POST /text`.
    pub fn text(
        &self,
        body: impl Into<String>,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::POST, "/text")
            .text("text/plain", body)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `PUT /bytes`.
    pub fn bytes(
        &self,
        body: impl Into<::bindery_runtime::Bytes>,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::PUT, "/bytes")
            .bytes("application/octet-stream", body)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `PUT /image`.
    pub fn image(
        &self,
        body: impl Into<::bindery_runtime::Bytes>,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::PUT, "/image")
            .bytes("image/png", body)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `POST /inline`.
    pub fn inline(
        &self,
        body: &InlineRequest,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::POST, "/inline")
            .json(body)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `POST /list`.
    pub fn list(
        &self,
        body: &[Pet],
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::POST, "/list")
            .validated(body)
            .json(body)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `POST /scalar`.
    pub fn scalar(
        &self,
        body: &str,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::POST, "/scalar")
            .json(body)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `POST /several`.
    pub fn several(
        &self,
        body: &Pet,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::POST, "/several")
            .validated(body)
            .json(body)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `POST /anything`.
    pub fn anything(
        &self,
        body: &::bindery_runtime::Value,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::POST, "/anything")
            .json(body)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `POST /upload`. Parts of the body: `file` (required), `purpose`.
    pub fn upload(
        &self,
        body: ::bindery_runtime::Multipart,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::POST, "/upload")
            .multipart("multipart/form-data", body)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `POST /xml`.
    pub fn xml(
        &self,
        body: impl Into<String>,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::POST, "/xml")
            .text("application/xml", body)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `POST /note`.
    pub fn note(
        &self,
        body: Option<String>,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::POST, "/note")
            .optional(body, |request, body| request.text("text/plain", body))
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
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

/// `Pet`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Pet {
    /// `age`.
    pub age: Option<i64>,
    /// `name`.
    ///
    /// Limits: at least 1 character.
    pub name: String,
    /// `note`.
    pub note: ::bindery_runtime::Maybe<String>,
    /// `tags`.
    pub tags: Option<Vec<String>>,
}

impl Pet {
    /// Creates one from its required fields.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            age: None,
            name: name.into(),
            note: ::bindery_runtime::Maybe::Absent,
            tags: None,
        }
    }

    /// Sets `age`.
    #[must_use]
    pub fn age(mut self, age: i64) -> Self {
        self.age = Some(age);
        self
    }

    /// Sets `note`.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = ::bindery_runtime::Maybe::Value(note.into());
        self
    }

    /// Sets `note` to null, which is not the same as leaving it out.
    #[must_use]
    pub fn note_null(mut self) -> Self {
        self.note = ::bindery_runtime::Maybe::Null;
        self
    }

    /// Sets `tags`.
    #[must_use]
    pub fn tags(mut self, tags: Vec<String>) -> Self {
        self.tags = Some(tags);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Pet;
    optional age = "age";
    required name = "name";
    nullable note = "note";
    optional tags = "tags";
}

impl ::bindery_runtime::Validate for Pet {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.key("name", |at| at.min_length(&self.name, 1));
    }
}

/// The `request` of `inline`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InlineRequest {
    /// `tags`.
    pub tags: Vec<String>,
}

impl InlineRequest {
    /// Creates one from its required fields.
    pub fn new(tags: Vec<String>) -> Self {
        Self { tags }
    }
}

::bindery_runtime::object! {
    InlineRequest;
    required tags = "tags";
}

/// The URLs of the servers.
pub mod servers {
    /// `https://example.com`.
    pub const SERVER_1: &str = "https://example.com";
}
