// Made by `bindery generate constraints.yaml`. Change the description instead of this file.

/// Client for Constraints.
#[derive(Clone, Debug)]
pub struct Client(::bindery_runtime::Client);

impl Client {
    /// Starts a client: set what it needs, then `build` it.
    pub fn builder() -> ::bindery_runtime::ClientBuilder<Self> {
        ::bindery_runtime::ClientBuilder::new()
    }

    /// `PUT /things/{code}`.
    pub fn put_thing(
        &self,
        code: &str,
        body: &Thing,
        params: &PutThingParams,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::PUT, "/things/{code}")
            .check(|at| {
                at.key("code", |at| at.min_length(code, 2));
            })
            .validated(params)
            .path("code", code)
            .query("page", &params.page)
            .validated(body)
            .json(body)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
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

/// Parameters of `PUT /things/{code}`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PutThingParams {
    /// `page`.
    ///
    /// Limits: at least 1.
    pub page: Option<i64>,
}

impl PutThingParams {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `page`.
    #[must_use]
    pub fn page(mut self, page: i64) -> Self {
        self.page = Some(page);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

impl ::bindery_runtime::Validate for PutThingParams {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        if let Some(value) = &self.page {
            at.key("page", |at| at.minimum(*value, 1));
        }
    }
}

/// `Code`.
pub type Code = String;

/// `Thing`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `name`.
    ///
    /// Limits: at least 2 characters, at most 4 characters.
    pub name: Option<String>,
    /// `code`.
    pub code: Option<Code>,
    /// `count`.
    ///
    /// Limits: at least 1, at most 10.
    pub count: Option<i64>,
    /// `even`.
    ///
    /// Limits: a multiple of 2.
    pub even: Option<i64>,
    /// `price`.
    ///
    /// Limits: more than 0, a multiple of 0.01.
    pub price: Option<f64>,
    /// `half`.
    ///
    /// Limits: at least 1, at most 3.
    pub half: Option<i64>,
    /// `tags`.
    ///
    /// Limits: at least 1 item, at most 2 items, no item twice.
    pub tags: Option<Vec<String>>,
    /// `scores`.
    ///
    /// Limits: at most 2 properties.
    pub scores: Option<::std::collections::BTreeMap<String, i64>>,
    /// `inner`.
    pub inner: Option<Inner>,
    /// `inners`.
    pub inners: Option<Vec<Inner>>,
    /// `either`.
    pub either: Option<ThingEither>,
    /// `or_null`.
    ///
    /// Limits: at least 1.
    pub or_null: ::bindery_runtime::Maybe<i64>,
    /// `state`.
    pub state: Option<ThingState>,
}

impl Thing {
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

    /// Sets `code`.
    #[must_use]
    pub fn code(mut self, code: impl Into<Code>) -> Self {
        self.code = Some(code.into());
        self
    }

    /// Sets `count`.
    #[must_use]
    pub fn count(mut self, count: i64) -> Self {
        self.count = Some(count);
        self
    }

    /// Sets `even`.
    #[must_use]
    pub fn even(mut self, even: i64) -> Self {
        self.even = Some(even);
        self
    }

    /// Sets `price`.
    #[must_use]
    pub fn price(mut self, price: f64) -> Self {
        self.price = Some(price);
        self
    }

    /// Sets `half`.
    #[must_use]
    pub fn half(mut self, half: i64) -> Self {
        self.half = Some(half);
        self
    }

    /// Sets `tags`.
    #[must_use]
    pub fn tags(mut self, tags: Vec<String>) -> Self {
        self.tags = Some(tags);
        self
    }

    /// Sets `scores`.
    #[must_use]
    pub fn scores(mut self, scores: ::std::collections::BTreeMap<String, i64>) -> Self {
        self.scores = Some(scores);
        self
    }

    /// Sets `inner`.
    #[must_use]
    pub fn inner(mut self, inner: Inner) -> Self {
        self.inner = Some(inner);
        self
    }

    /// Sets `inners`.
    #[must_use]
    pub fn inners(mut self, inners: Vec<Inner>) -> Self {
        self.inners = Some(inners);
        self
    }

    /// Sets `either`.
    #[must_use]
    pub fn either(mut self, either: ThingEither) -> Self {
        self.either = Some(either);
        self
    }

    /// Sets `or_null`.
    #[must_use]
    pub fn or_null(mut self, or_null: i64) -> Self {
        self.or_null = ::bindery_runtime::Maybe::Value(or_null);
        self
    }

    /// Sets `or_null` to null, which is not the same as leaving it out.
    #[must_use]
    pub fn or_null_null(mut self) -> Self {
        self.or_null = ::bindery_runtime::Maybe::Null;
        self
    }

    /// Sets `state`.
    #[must_use]
    pub fn state(mut self, state: ThingState) -> Self {
        self.state = Some(state);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Thing;
    optional name = "name";
    optional code = "code";
    optional count = "count";
    optional even = "even";
    optional price = "price";
    optional half = "half";
    optional tags = "tags";
    optional scores = "scores";
    optional inner = "inner";
    optional inners = "inners";
    optional either = "either";
    nullable or_null = "or_null";
    optional state = "state";
}

impl ::bindery_runtime::Validate for Thing {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.min_properties(::bindery_runtime::property_count(self), 1);
        if let Some(value) = &self.name {
            at.key("name", |at| {
                at.min_length(value, 2);
                at.max_length(value, 4);
            });
        }
        if let Some(value) = &self.code {
            at.key("code", |at| {
                static PATTERN: ::bindery_runtime::Pattern = ::bindery_runtime::Pattern::new(
                    "^[a-z]{2}$",
                );
                at.pattern(value, &PATTERN);
            });
        }
        if let Some(value) = &self.count {
            at.key("count", |at| {
                at.minimum(*value, 1);
                at.maximum(*value, 10);
            });
        }
        if let Some(value) = &self.even {
            at.key("even", |at| at.multiple_of(*value, 2));
        }
        if let Some(value) = &self.price {
            at.key("price", |at| {
                at.exclusive_minimum(*value, 0.0);
                at.multiple_of(*value, 0.01);
            });
        }
        if let Some(value) = &self.half {
            at.key("half", |at| {
                at.minimum(*value, 1);
                at.maximum(*value, 3);
            });
        }
        if let Some(value) = &self.tags {
            at.key("tags", |at| {
                at.min_items(value.len(), 1);
                at.max_items(value.len(), 2);
                at.unique_items(value);
                for (index, item) in value.iter().enumerate() {
                    at.index(index, |at| at.min_length(item, 1));
                }
            });
        }
        if let Some(value) = &self.scores {
            at.key("scores", |at| {
                at.max_properties(value.len(), 2);
                for (key, value) in value {
                    at.key(key, |at| at.minimum(*value, 0));
                }
            });
        }
        at.nested("inner", &self.inner);
        at.nested("inners", &self.inners);
        at.nested("either", &self.either);
        if let ::bindery_runtime::Maybe::Value(value) = &self.or_null {
            at.key("or_null", |at| at.minimum(*value, 1));
        }
        at.nested("state", &self.state);
    }
}

/// `Inner`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Inner {
    /// `id`.
    ///
    /// Limits: at least 1 character.
    pub id: String,
}

impl Inner {
    /// Creates one from its required fields.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into() }
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Inner;
    required id = "id";
}

impl ::bindery_runtime::Validate for Inner {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.key("id", |at| {
            at.min_length(&self.id, 1);
            static PATTERN: ::bindery_runtime::Pattern = ::bindery_runtime::Pattern::new(
                "^\\d+(?!x)",
            );
            at.pattern(&self.id, &PATTERN);
        });
    }
}

/// `Unconstrained`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Unconstrained {
    /// `name`.
    pub name: Option<String>,
}

impl Unconstrained {
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
}

::bindery_runtime::object! {
    Unconstrained;
    optional name = "name";
}

/// The `either` of `Thing`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum ThingEither {
    /// `integer`.
    Integer(i64),
    /// `string`.
    String(String),
}

impl ThingEither {
    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::untagged_union! {
    ThingEither, checked;
    Integer: integer;
    String: string;
}

impl From<i64> for ThingEither {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<String> for ThingEither {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl ::bindery_runtime::Validate for ThingEither {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        match self {
            Self::Integer(value) => {
                at.maximum(*value, 5);
            }
            Self::String(value) => {
                at.max_length(value, 3);
            }
        }
    }
}

/// The `state` of `Thing`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ThingState {
    /// `on`.
    On,
    /// `off`.
    Off,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    ThingState;
    On = "on";
    Off = "off";
    other Unknown;
}
