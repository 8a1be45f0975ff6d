// Made by `bindery generate description_32.yaml`. Change the description instead of this file.

/// Client for What is new in OpenAPI 3.2.
#[derive(Clone, Debug)]
pub struct Client(::bindery_runtime::Client);

impl Client {
    /// Starts a client: set what it needs, then `build` it.
    pub fn builder() -> ::bindery_runtime::ClientBuilder<Self> {
        ::bindery_runtime::ClientBuilder::new()
    }

    /// `QUERY /pets`.
    pub fn find_pets(
        &self,
        body: &Filter,
    ) -> ::bindery_runtime::Request<Vec<Pet>, ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::__private::method("QUERY"), "/pets")
            .json(body)
            .reads(::bindery_runtime::read::json, ::bindery_runtime::read::bytes)
    }

    /// `LINK /pets`.
    pub fn link_pets(&self) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::__private::method("LINK"), "/pets")
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `GET /search`.
    pub fn search(
        &self,
        params: &SearchParams,
    ) -> ::bindery_runtime::Request<::bindery_runtime::Bytes, ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/search")
            .query("query", &params.query)
            .cookie("session", &params.session)
            .accept("application/jsonl")
            .reads(::bindery_runtime::read::bytes, ::bindery_runtime::read::bytes)
    }

    /// `POST /search`.
    pub fn search_again(
        &self,
        body: Option<&Filter>,
    ) -> ::bindery_runtime::Request<Vec<Pet>, ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::POST, "/search")
            .optional(body, |request, body| request.json(body))
            .reads(::bindery_runtime::read::json, ::bindery_runtime::read::bytes)
    }
}

impl ::bindery_runtime::Api for Client {
    const BASE_URL: Option<&'static str> = Some("https://example.com");
    const USER_AGENT: &'static str = concat!(
        env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")
    );
    const SECURITY_SCHEMES: &'static [::bindery_runtime::SecurityScheme] = &[
        ::bindery_runtime::SecurityScheme::http_bearer("login"),
    ];
    const SECURITY: ::bindery_runtime::Security = &[];

    fn from_client(client: ::bindery_runtime::Client) -> Self {
        Self(client)
    }

    fn as_client(&self) -> &::bindery_runtime::Client {
        &self.0
    }
}

impl ::bindery_runtime::BearerAuth for Client {
    const SCHEME: &'static str = "login";
}

/// Parameters of `GET /search`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct SearchParams {
    /// `query`.
    pub query: Option<Filter>,
    /// `session`.
    pub session: Option<String>,
}

impl SearchParams {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `query`.
    #[must_use]
    pub fn query(mut self, query: Filter) -> Self {
        self.query = Some(query);
        self
    }

    /// Sets `session`.
    #[must_use]
    pub fn session(mut self, session: impl Into<String>) -> Self {
        self.session = Some(session.into());
        self
    }
}

/// `Filter`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Filter {
    /// `name`.
    pub name: Option<String>,
    /// `age`.
    pub age: Option<i64>,
}

impl Filter {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `name`.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets `age`.
    #[must_use]
    pub fn age(mut self, age: i64) -> Self {
        self.age = Some(age);
        self
    }
}

::bindery_runtime::object! {
    Filter;
    optional name = "name";
    optional age = "age";
}

/// `Pet`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum Pet {
    /// `Cat`.
    Cat(Cat),
    /// `Dog`.
    Dog(Dog),
    /// An object whose tag the description does not have, as it came.
    Unknown(::bindery_runtime::Object),
}

impl Pet {
    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::tagged_union! {
    Pet, tag "kind";
    Cat = "1";
    Dog = "2";
    other Unknown;
}

impl From<Cat> for Pet {
    fn from(value: Cat) -> Self {
        Self::Cat(value)
    }
}

impl From<Dog> for Pet {
    fn from(value: Dog) -> Self {
        Self::Dog(value)
    }
}

impl ::bindery_runtime::Validate for Pet {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        if let Self::Unknown(value) = self {
            at.unknown_tag("kind", value);
        }
    }
}

/// `Cat`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Cat {
    /// `kind`.
    pub kind: Option<String>,
    /// `lives`.
    pub lives: Option<i64>,
}

impl Cat {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `kind`.
    #[must_use]
    pub fn kind(mut self, kind: impl Into<String>) -> Self {
        self.kind = Some(kind.into());
        self
    }

    /// Sets `lives`.
    #[must_use]
    pub fn lives(mut self, lives: i64) -> Self {
        self.lives = Some(lives);
        self
    }
}

::bindery_runtime::object! {
    Cat;
    optional kind = "kind";
    optional lives = "lives";
}

/// `Dog`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Dog {
    /// `kind`.
    pub kind: Option<String>,
    /// `barks`.
    pub barks: Option<bool>,
}

impl Dog {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `kind`.
    #[must_use]
    pub fn kind(mut self, kind: impl Into<String>) -> Self {
        self.kind = Some(kind.into());
        self
    }

    /// Sets `barks`.
    #[must_use]
    pub fn barks(mut self, barks: bool) -> Self {
        self.barks = Some(barks);
        self
    }
}

::bindery_runtime::object! {
    Dog;
    optional kind = "kind";
    optional barks = "barks";
}

/// The URLs of the servers.
pub mod servers {
    /// `https://example.com`.
    pub const SERVER_1: &str = "https://example.com";
}
