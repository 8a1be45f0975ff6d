// Made by `bindery generate parameters_query.yaml`. Change the description instead of this file.

/// Client for Query parameters.
#[derive(Clone, Debug)]
pub struct Client(::bindery_runtime::Client);

impl Client {
    /// Starts a client: set what it needs, then `build` it.
    pub fn builder() -> ::bindery_runtime::ClientBuilder<Self> {
        ::bindery_runtime::ClientBuilder::new()
    }

    /// `GET /scalars`.
    pub fn scalars(
        &self,
        params: &ScalarsParams,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/scalars")
            .validated(params)
            .query("text", &params.text)
            .query("number", &params.number)
            .query("limit", &params.limit)
            .query("flag", &params.flag)
            .query("when", &params.when)
            .query("order", &params.order)
            .query("nullable", &params.nullable)
            .query("odd name[]", &params.odd_name)
            .query("type", &params.r#type)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `GET /form`.
    pub fn form(
        &self,
        params: &FormParams,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/form")
            .query("exploded", &params.exploded)
            .query_as("joined", &params.joined, ::bindery_runtime::Style::FORM)
            .query("object", &params.object)
            .query_as(
                "joined_object",
                &params.joined_object,
                ::bindery_runtime::Style::FORM,
            )
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `GET /delimited`.
    pub fn delimited(
        &self,
        params: &DelimitedParams,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/delimited")
            .query_as("space", &params.space, ::bindery_runtime::Style::SPACE_DELIMITED)
            .query_as("pipe", &params.pipe, ::bindery_runtime::Style::PIPE_DELIMITED)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `GET /deep`.
    pub fn deep(
        &self,
        params: &DeepParams,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/deep")
            .query_as("filter", &params.filter, ::bindery_runtime::Style::DEEP_OBJECT)
            .query_as("map", &params.map, ::bindery_runtime::Style::DEEP_OBJECT)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `GET /reserved`.
    pub fn reserved(
        &self,
        params: &ReservedParams,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/reserved")
            .query_as(
                "url",
                &params.url,
                ::bindery_runtime::Style::FORM_EXPLODE.reserved(),
            )
            .query("plain", &params.plain)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `GET /content`.
    pub fn content(
        &self,
        params: &ContentParams,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/content")
            .query_as("filter", &params.filter, ::bindery_runtime::Style::JSON)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `GET /union`.
    pub fn union(
        &self,
        params: &UnionParams,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/union")
            .query("id", &params.id)
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

/// Parameters of `GET /scalars`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ScalarsParams {
    /// `text`.
    pub text: String,
    /// `number`.
    pub number: Option<f64>,
    /// How many.
    ///
    /// Default: `20`. Limits: at least 1, at most 100.
    pub limit: Option<i64>,
    /// `flag`.
    pub flag: Option<bool>,
    /// `when`.
    pub when: Option<::bindery_runtime::formats::DateTime>,
    /// `order`.
    ///
    /// Default: `"asc"`.
    pub order: Option<ScalarsOrder>,
    /// `nullable`.
    pub nullable: Option<String>,
    /// `odd name[]`.
    pub odd_name: Option<String>,
    /// `type`.
    pub r#type: Option<String>,
}

impl ScalarsParams {
    /// Creates one from its required fields.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            number: None,
            limit: None,
            flag: None,
            when: None,
            order: None,
            nullable: None,
            odd_name: None,
            r#type: None,
        }
    }

    /// Sets `number`.
    #[must_use]
    pub fn number(mut self, number: f64) -> Self {
        self.number = Some(number);
        self
    }

    /// Sets `limit`.
    #[must_use]
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Returns `limit`, or the documented default where it is not set.
    pub fn limit_or_default(&self) -> i64 {
        self.limit.unwrap_or(20)
    }

    /// Sets `flag`.
    #[must_use]
    pub fn flag(mut self, flag: bool) -> Self {
        self.flag = Some(flag);
        self
    }

    /// Sets `when`.
    #[must_use]
    pub fn when(mut self, when: ::bindery_runtime::formats::DateTime) -> Self {
        self.when = Some(when);
        self
    }

    /// Sets `order`.
    #[must_use]
    pub fn order(mut self, order: ScalarsOrder) -> Self {
        self.order = Some(order);
        self
    }

    /// Returns `order`, or the documented default where it is not set.
    pub fn order_or_default(&self) -> ScalarsOrder {
        self.order.clone().unwrap_or(ScalarsOrder::Asc)
    }

    /// Sets `nullable`.
    #[must_use]
    pub fn nullable(mut self, nullable: impl Into<String>) -> Self {
        self.nullable = Some(nullable.into());
        self
    }

    /// Sets `odd_name`.
    #[must_use]
    pub fn odd_name(mut self, odd_name: impl Into<String>) -> Self {
        self.odd_name = Some(odd_name.into());
        self
    }

    /// Sets `type`.
    #[must_use]
    pub fn r#type(mut self, r#type: impl Into<String>) -> Self {
        self.r#type = Some(r#type.into());
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

impl ::bindery_runtime::Validate for ScalarsParams {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        if let Some(value) = &self.limit {
            at.key("limit", |at| {
                at.minimum(*value, 1);
                at.maximum(*value, 100);
            });
        }
        at.nested("order", &self.order);
    }
}

/// Parameters of `GET /form`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct FormParams {
    /// `exploded`.
    pub exploded: Option<Vec<String>>,
    /// `joined`.
    pub joined: Option<Vec<String>>,
    /// `object`.
    pub object: Option<Color>,
    /// `joined_object`.
    pub joined_object: Option<Color>,
}

impl FormParams {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `exploded`.
    #[must_use]
    pub fn exploded(mut self, exploded: Vec<String>) -> Self {
        self.exploded = Some(exploded);
        self
    }

    /// Sets `joined`.
    #[must_use]
    pub fn joined(mut self, joined: Vec<String>) -> Self {
        self.joined = Some(joined);
        self
    }

    /// Sets `object`.
    #[must_use]
    pub fn object(mut self, object: Color) -> Self {
        self.object = Some(object);
        self
    }

    /// Sets `joined_object`.
    #[must_use]
    pub fn joined_object(mut self, joined_object: Color) -> Self {
        self.joined_object = Some(joined_object);
        self
    }
}

/// Parameters of `GET /delimited`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct DelimitedParams {
    /// `space`.
    pub space: Option<Vec<String>>,
    /// `pipe`.
    pub pipe: Option<Vec<String>>,
}

impl DelimitedParams {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `space`.
    #[must_use]
    pub fn space(mut self, space: Vec<String>) -> Self {
        self.space = Some(space);
        self
    }

    /// Sets `pipe`.
    #[must_use]
    pub fn pipe(mut self, pipe: Vec<String>) -> Self {
        self.pipe = Some(pipe);
        self
    }
}

/// Parameters of `GET /deep`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct DeepParams {
    /// `filter`.
    pub filter: Option<Color>,
    /// `map`.
    pub map: Option<::std::collections::BTreeMap<String, String>>,
}

impl DeepParams {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `filter`.
    #[must_use]
    pub fn filter(mut self, filter: Color) -> Self {
        self.filter = Some(filter);
        self
    }

    /// Sets `map`.
    #[must_use]
    pub fn map(mut self, map: ::std::collections::BTreeMap<String, String>) -> Self {
        self.map = Some(map);
        self
    }
}

/// Parameters of `GET /reserved`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ReservedParams {
    /// `url`.
    pub url: Option<String>,
    /// `plain`.
    pub plain: Option<String>,
}

impl ReservedParams {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `url`.
    #[must_use]
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// Sets `plain`.
    #[must_use]
    pub fn plain(mut self, plain: impl Into<String>) -> Self {
        self.plain = Some(plain.into());
        self
    }
}

/// Parameters of `GET /content`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ContentParams {
    /// `filter`.
    pub filter: Option<Color>,
}

impl ContentParams {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `filter`.
    #[must_use]
    pub fn filter(mut self, filter: Color) -> Self {
        self.filter = Some(filter);
        self
    }
}

/// Parameters of `GET /union`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UnionParams {
    /// `id`.
    pub id: UnionId,
}

impl UnionParams {
    /// Creates one from its required fields.
    pub fn new(id: UnionId) -> Self {
        Self { id }
    }
}

/// `Color`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Color {
    /// `blue`.
    pub blue: i64,
    /// `green`.
    pub green: Option<i64>,
    /// `name`.
    pub name: Option<String>,
}

impl Color {
    /// Creates one from its required fields.
    pub fn new(blue: i64) -> Self {
        Self {
            blue,
            green: None,
            name: None,
        }
    }

    /// Sets `green`.
    #[must_use]
    pub fn green(mut self, green: i64) -> Self {
        self.green = Some(green);
        self
    }

    /// Sets `name`.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

::bindery_runtime::object! {
    Color;
    required blue = "blue";
    optional green = "green";
    optional name = "name";
}

/// The `order` of `scalars`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ScalarsOrder {
    /// `asc`.
    Asc,
    /// `desc`.
    Desc,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    ScalarsOrder;
    Asc = "asc";
    Desc = "desc";
    other Unknown;
}

/// The `id` of `union`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum UnionId {
    /// `integer`.
    Integer(i64),
    /// `string`.
    String(String),
}

::bindery_runtime::untagged_union! {
    UnionId;
    Integer: integer;
    String: string;
}

impl From<i64> for UnionId {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<String> for UnionId {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

/// The URLs of the servers.
pub mod servers {
    /// `https://example.com`.
    pub const SERVER_1: &str = "https://example.com";
}
