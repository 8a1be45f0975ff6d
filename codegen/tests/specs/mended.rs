// Made by `bindery generate mended.yaml`. Change the description instead of this file.

/// Client for What breaks OpenAPI and can be understood.
#[derive(Clone, Debug)]
pub struct Client(::bindery_runtime::Client);

impl Client {
    /// Starts a client: set what it needs, then `build` it.
    pub fn builder() -> ::bindery_runtime::ClientBuilder<Self> {
        ::bindery_runtime::ClientBuilder::new()
    }

    /// `GET /undescribed/{id}/{id}`.
    pub fn undescribed(
        &self,
        id: &str,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/undescribed/{id}/{id}")
            .path("id", id)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `GET /elsewhere`.
    pub fn elsewhere(&self) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/elsewhere")
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `GET /search?fixed=1&page={page}`.
    pub fn search(
        &self,
        page: i64,
        params: &SearchParams,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/search?fixed=1&page={page}")
            .path("page", &page)
            .query("q", &params.q)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `GET /any/{id}`.
    pub fn any(
        &self,
        id: &::bindery_runtime::formats::Uuid,
        params: &AnyParams,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/any/{id}")
            .validated(params)
            .path("id", id)
            .query("kind", &params.kind)
            .query_as("filter", &params.filter, ::bindery_runtime::Style::JSON)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `POST /nothing`.
    pub fn nothing(&self) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::POST, "/nothing")
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

/// Parameters of `GET /search?fixed=1&page={page}`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SearchParams {
    /// `q`.
    pub q: String,
}

impl SearchParams {
    /// Creates one from its required fields.
    pub fn new(q: impl Into<String>) -> Self {
        Self { q: q.into() }
    }
}

/// Parameters of `GET /any/{id}`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct AnyParams {
    /// `kind`.
    pub kind: Option<AnyKind>,
    /// `filter`.
    pub filter: Option<::bindery_runtime::Object>,
}

impl AnyParams {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `kind`.
    #[must_use]
    pub fn kind(mut self, kind: AnyKind) -> Self {
        self.kind = Some(kind);
        self
    }

    /// Sets `filter`.
    #[must_use]
    pub fn filter(mut self, filter: ::bindery_runtime::Object) -> Self {
        self.filter = Some(filter);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

impl ::bindery_runtime::Validate for AnyParams {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("kind", &self.kind);
    }
}

/// The `kind` of `any`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum AnyKind {
    /// `a b`.
    AB,
    /// `c`.
    C,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    AnyKind;
    AB = "a b";
    C = "c";
    other Unknown;
}

/// The URLs of the servers.
pub mod servers {
    /// `https://example.com`.
    pub const SERVER_1: &str = "https://example.com";
}
