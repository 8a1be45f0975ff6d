// Made by `bindery generate components.yaml`. Change the description instead of this file.

/// Client for References to components of every kind.
#[derive(Clone, Debug)]
pub struct Client(::bindery_runtime::Client);

impl Client {
    /// Starts a client: set what it needs, then `build` it.
    pub fn builder() -> ::bindery_runtime::ClientBuilder<Self> {
        ::bindery_runtime::ClientBuilder::new()
    }

    /// `GET /pets/{petId}`. Headers of answers: `X-Rate`.
    pub fn get_pet(
        &self,
        pet_id: &str,
        params: &GetPetParams,
    ) -> ::bindery_runtime::Request<Pet, GoneBody> {
        self.0
            .request(::bindery_runtime::Method::GET, "/pets/{petId}")
            .check(|at| {
                at.key("petId", |at| at.min_length(pet_id, 3));
            })
            .validated(params)
            .path("petId", pet_id)
            .query("verbose", &params.verbose)
            .reads(::bindery_runtime::read::json, ::bindery_runtime::read::json)
    }

    /// `PUT /pets/{petId}`. Headers of answers: `X-Rate`.
    pub fn replace_pet(
        &self,
        pet_id: &str,
        body: &NewPetRequest,
        params: &ReplacePetParams,
    ) -> ::bindery_runtime::Request<Pet, GoneBody> {
        self.0
            .request(::bindery_runtime::Method::PUT, "/pets/{petId}")
            .check(|at| {
                at.key("petId", |at| at.min_length(pet_id, 3));
            })
            .path("petId", pet_id)
            .query("verbose", &params.verbose)
            .json(body)
            .reads(::bindery_runtime::read::json, ::bindery_runtime::read::json)
    }

    /// `GET /tags`.
    pub fn list_tags(
        &self,
    ) -> ::bindery_runtime::Request<Vec<String>, ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/tags")
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

/// Parameters of `GET /pets/{petId}`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GetPetParams {
    /// `verbose`.
    pub verbose: Option<Verbose>,
}

impl GetPetParams {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `verbose`.
    #[must_use]
    pub fn verbose(mut self, verbose: Verbose) -> Self {
        self.verbose = Some(verbose);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

impl ::bindery_runtime::Validate for GetPetParams {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("verbose", &self.verbose);
    }
}

/// Parameters of `PUT /pets/{petId}`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ReplacePetParams {
    /// The operation's own parameter takes the place of the path's.
    pub verbose: Option<bool>,
}

impl ReplacePetParams {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `verbose`.
    #[must_use]
    pub fn verbose(mut self, verbose: bool) -> Self {
        self.verbose = Some(verbose);
        self
    }
}

/// `PetId`.
pub type PetId = String;

/// `Pet`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Pet {
    /// `id`.
    ///
    /// Limits: at least 3 characters.
    pub id: PetId,
    /// `tags`.
    pub tags: Option<Vec<String>>,
    /// `alias`.
    pub alias: Option<Alias>,
}

impl Pet {
    /// Creates one from its required fields.
    pub fn new(id: impl Into<PetId>) -> Self {
        Self {
            id: id.into(),
            tags: None,
            alias: None,
        }
    }

    /// Sets `tags`.
    #[must_use]
    pub fn tags(mut self, tags: Vec<String>) -> Self {
        self.tags = Some(tags);
        self
    }

    /// Sets `alias`.
    #[must_use]
    pub fn alias(mut self, alias: Alias) -> Self {
        self.alias = Some(alias);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Pet;
    required id = "id";
    optional tags = "tags";
    optional alias = "alias";
}

impl ::bindery_runtime::Validate for Pet {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.key("id", |at| at.min_length(&self.id, 3));
    }
}

/// `Alias`.
pub type Alias = AliasOfAlias;

/// `AliasOfAlias`.
pub type AliasOfAlias = Label;

/// `Label`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Label {
    /// `text`.
    pub text: Option<String>,
}

impl Label {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `text`.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }
}

::bindery_runtime::object! {
    Label;
    optional text = "text";
}

/// `Verbose`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Verbose {
    /// `low`.
    Low,
    /// `high`.
    High,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    Verbose;
    Low = "low";
    High = "high";
    other Unknown;
}

/// The `body` of `Gone`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GoneBody {
    /// `since`.
    pub since: Option<::bindery_runtime::formats::Date>,
}

impl GoneBody {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `since`.
    #[must_use]
    pub fn since(mut self, since: ::bindery_runtime::formats::Date) -> Self {
        self.since = Some(since);
        self
    }
}

::bindery_runtime::object! {
    GoneBody;
    optional since = "since";
}

/// The `request` of `NewPet`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct NewPetRequest {
    /// `name`.
    pub name: String,
    /// `tags`.
    pub tags: Option<Vec<String>>,
}

impl NewPetRequest {
    /// Creates one from its required fields.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            tags: None,
        }
    }

    /// Sets `tags`.
    #[must_use]
    pub fn tags(mut self, tags: Vec<String>) -> Self {
        self.tags = Some(tags);
        self
    }
}

::bindery_runtime::object! {
    NewPetRequest;
    required name = "name";
    optional tags = "tags";
}

/// The URLs of the servers.
pub mod servers {
    /// `https://example.com`.
    pub const SERVER_1: &str = "https://example.com";
}
