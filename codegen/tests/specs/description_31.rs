// Made by `bindery generate description_31.yaml`. Change the description instead of this file.

/// Client for What else is new in OpenAPI 3.1.
#[derive(Clone, Debug)]
pub struct Client(::bindery_runtime::Client);

impl Client {
    /// Starts a client: set what it needs, then `build` it.
    pub fn builder() -> ::bindery_runtime::ClientBuilder<Self> {
        ::bindery_runtime::ClientBuilder::new()
    }

    /// `GET /pets`.
    pub fn get_pets(
        &self,
        params: &GetPetsParams,
    ) -> ::bindery_runtime::Request<Vec<Pet>, ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/pets")
            .validated(params)
            .query("limit", &params.limit)
            .reads(::bindery_runtime::read::json, ::bindery_runtime::read::bytes)
    }

    /// `POST /pets`.
    pub fn add_pet(
        &self,
        body: Option<&[Option<i64>]>,
    ) -> ::bindery_runtime::Request<::bindery_runtime::Bytes, ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::POST, "/pets")
            .optional(body, |request, body| {
                request
                    .check(|at| {
                        for (index, item) in body.iter().enumerate() {
                            at.index(index, |at| {
                                if let Some(value) = item {
                                    at.minimum(*value, 1);
                                }
                            });
                        }
                    })
                    .json(body)
            })
            .reads(::bindery_runtime::read::bytes, ::bindery_runtime::read::bytes)
    }

    /// `GET /cats`.
    pub fn get_cats(
        &self,
        params: &GetCatsParams,
    ) -> ::bindery_runtime::Request<Vec<Pet>, ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/cats")
            .validated(params)
            .query("limit", &params.limit)
            .reads(::bindery_runtime::read::json, ::bindery_runtime::read::bytes)
    }

    /// `POST /cats`.
    pub fn add_pet_2(
        &self,
        body: Option<&[Option<i64>]>,
    ) -> ::bindery_runtime::Request<::bindery_runtime::Bytes, ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::POST, "/cats")
            .optional(body, |request, body| {
                request
                    .check(|at| {
                        for (index, item) in body.iter().enumerate() {
                            at.index(index, |at| {
                                if let Some(value) = item {
                                    at.minimum(*value, 1);
                                }
                            });
                        }
                    })
                    .json(body)
            })
            .reads(::bindery_runtime::read::bytes, ::bindery_runtime::read::bytes)
    }
}

impl ::bindery_runtime::Api for Client {
    const BASE_URL: Option<&'static str> = None;
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

/// Parameters of `GET /pets`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GetPetsParams {
    /// `limit`.
    ///
    /// Limits: at least 1.
    pub limit: Option<i64>,
}

impl GetPetsParams {
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

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

impl ::bindery_runtime::Validate for GetPetsParams {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        if let Some(value) = &self.limit {
            at.key("limit", |at| at.minimum(*value, 1));
        }
    }
}

/// Parameters of `GET /cats`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GetCatsParams {
    /// `limit`.
    ///
    /// Limits: at least 1.
    pub limit: Option<i64>,
}

impl GetCatsParams {
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

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

impl ::bindery_runtime::Validate for GetCatsParams {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        if let Some(value) = &self.limit {
            at.key("limit", |at| at.minimum(*value, 1));
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
