// Made by `bindery generate swagger2.yaml`. Change the description instead of this file.

/// Client for Pets.
#[derive(Clone, Debug)]
pub struct Client(::bindery_runtime::Client);

impl Client {
    /// Starts a client: set what it needs, then `build` it.
    pub fn builder() -> ::bindery_runtime::ClientBuilder<Self> {
        ::bindery_runtime::ClientBuilder::new()
    }

    /// `GET /pets`.
    pub fn list_pets(
        &self,
        params: &ListPetsParams,
    ) -> ::bindery_runtime::Request<Vec<Pet>, ProblemBody> {
        self.0
            .request(::bindery_runtime::Method::GET, "/pets")
            .validated(params)
            .query("limit", &params.limit)
            .query_as("kinds", &params.kinds, ::bindery_runtime::Style::PIPE_DELIMITED)
            .reads(::bindery_runtime::read::json, ::bindery_runtime::read::json)
    }

    /// `POST /pets`.
    pub fn add_pet(&self, body: &Pet) -> ::bindery_runtime::Request<Pet, ProblemBody> {
        self.0
            .request(::bindery_runtime::Method::POST, "/pets")
            .validated(body)
            .json(body)
            .reads(::bindery_runtime::read::json, ::bindery_runtime::read::json)
    }

    /// `POST /login`.
    pub fn login(
        &self,
        body: &LoginRequest,
    ) -> ::bindery_runtime::Request<String, ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::POST, "/login")
            .form(body)
            .reads(::bindery_runtime::read::json, ::bindery_runtime::read::bytes)
    }

    /// `GET /photos/{id}`.
    pub fn get_photo(
        &self,
        id: &::bindery_runtime::formats::Uuid,
    ) -> ::bindery_runtime::Request<::bindery_runtime::Bytes, ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/photos/{id}")
            .path("id", id)
            .accept("image/png")
            .reads(::bindery_runtime::read::bytes, ::bindery_runtime::read::bytes)
    }
}

impl ::bindery_runtime::Api for Client {
    const BASE_URL: Option<&'static str> = Some("https://pets.example/v1");
    const USER_AGENT: &'static str = concat!(
        env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")
    );
    const SECURITY_SCHEMES: &'static [::bindery_runtime::SecurityScheme] = &[
        ::bindery_runtime::SecurityScheme::api_key(
            "key",
            ::bindery_runtime::Location::Header,
            "X-Key",
        ),
    ];
    const SECURITY: ::bindery_runtime::Security = &[&["key"]];

    fn from_client(client: ::bindery_runtime::Client) -> Self {
        Self(client)
    }

    fn as_client(&self) -> &::bindery_runtime::Client {
        &self.0
    }
}

impl ::bindery_runtime::ApiKeyAuth for Client {
    const SCHEME: &'static str = "key";
}

/// Parameters of `GET /pets`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ListPetsParams {
    /// How many at most.
    ///
    /// Limits: at least 1, at most 100.
    pub limit: Option<i64>,
    /// `kinds`.
    pub kinds: Option<Vec<ListPetsKindsItem>>,
}

impl ListPetsParams {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `limit`.
    #[must_use]
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Sets `kinds`.
    #[must_use]
    pub fn kinds(mut self, kinds: Vec<ListPetsKindsItem>) -> Self {
        self.kinds = Some(kinds);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

impl ::bindery_runtime::Validate for ListPetsParams {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        if let Some(value) = &self.limit {
            at.key("limit", |at| {
                at.minimum(*value, 1);
                at.maximum(*value, 100);
            });
        }
        at.nested("kinds", &self.kinds);
    }
}

/// `Pet`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Pet {
    /// `name`.
    ///
    /// Limits: at least 1 character.
    pub name: String,
    /// `age`.
    ///
    /// Limits: more than 0.
    pub age: ::bindery_runtime::Maybe<i32>,
}

impl Pet {
    /// Creates one from its required fields.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            age: ::bindery_runtime::Maybe::Absent,
        }
    }

    /// Sets `age`.
    #[must_use]
    pub fn age(mut self, age: i32) -> Self {
        self.age = ::bindery_runtime::Maybe::Value(age);
        self
    }

    /// Sets `age` to null, which is not the same as leaving it out.
    #[must_use]
    pub fn age_null(mut self) -> Self {
        self.age = ::bindery_runtime::Maybe::Null;
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Pet;
    required name = "name";
    nullable age = "age";
}

impl ::bindery_runtime::Validate for Pet {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.key("name", |at| at.min_length(&self.name, 1));
        if let ::bindery_runtime::Maybe::Value(value) = &self.age {
            at.key("age", |at| at.exclusive_minimum(*value, 0));
        }
    }
}

/// The `body` of `Problem`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ProblemBody {
    /// `title`.
    pub title: String,
}

impl ProblemBody {
    /// Creates one from its required fields.
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into() }
    }
}

::bindery_runtime::object! {
    ProblemBody;
    required title = "title";
}

/// The `request` of `login`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LoginRequest {
    /// `user`.
    pub user: String,
    /// `scopes`.
    pub scopes: Option<Vec<String>>,
}

impl LoginRequest {
    /// Creates one from its required fields.
    pub fn new(user: impl Into<String>) -> Self {
        Self {
            user: user.into(),
            scopes: None,
        }
    }

    /// Sets `scopes`.
    #[must_use]
    pub fn scopes(mut self, scopes: Vec<String>) -> Self {
        self.scopes = Some(scopes);
        self
    }
}

::bindery_runtime::object! {
    LoginRequest;
    required user = "user";
    optional scopes = "scopes";
}

/// The `kinds item` of `listPets`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ListPetsKindsItem {
    /// `cat`.
    Cat,
    /// `dog`.
    Dog,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    ListPetsKindsItem;
    Cat = "cat";
    Dog = "dog";
    other Unknown;
}

/// The URLs of the servers.
pub mod servers {
    /// `https://pets.example/v1`.
    pub const SERVER_1: &str = "https://pets.example/v1";
}
