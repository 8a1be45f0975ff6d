// Made by `bindery generate operations_odd.yaml`. Change the description instead of this file.

/// Client for Operations that bend HTTP and OpenAPI.
#[derive(Clone, Debug)]
pub struct Client(::bindery_runtime::Client);

impl Client {
    /// Starts a client: set what it needs, then `build` it.
    pub fn builder() -> ::bindery_runtime::ClientBuilder<Self> {
        ::bindery_runtime::ClientBuilder::new()
    }

    /// `GET /body-on-get`.
    pub fn body_on_get(
        &self,
        body: Option<&BodyOnGetRequest>,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/body-on-get")
            .optional(body, |request, body| request.json(body))
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `DELETE /body-on-get`.
    pub fn body_on_delete(
        &self,
        body: &[String],
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::DELETE, "/body-on-get")
            .json(body)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `HEAD /body-on-get`. Headers of answers: `ETag`.
    pub fn head_only(&self) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::HEAD, "/body-on-get")
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `GET /same/{a}`.
    pub fn same_a(
        &self,
        a: &str,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/same/{a}")
            .path("a", a)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `POST /same/{b}`.
    pub fn same_b(
        &self,
        b: i64,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::POST, "/same/{b}")
            .path("b", &b)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `GET /shared/{id}`.
    pub fn overridden(
        &self,
        id: &str,
        params: &OverriddenParams,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/shared/{id}")
            .validated(params)
            .path("id", id)
            .query("limit", &params.limit)
            .query("page", &params.page)
            .header("x-trace", &params.x_trace)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `PUT /shared/{id}`.
    pub fn inherited(
        &self,
        id: &str,
        params: &InheritedParams,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::PUT, "/shared/{id}")
            .validated(params)
            .path("id", id)
            .query("page", &params.page)
            .header("X-Trace", &params.x_trace)
            .query("limit", &params.limit)
            .query_as("filter", &params.filter, ::bindery_runtime::Style::JSON)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `GET /media`.
    pub fn media(&self) -> ::bindery_runtime::Request<Item, MediaError> {
        self.0
            .request(::bindery_runtime::Method::GET, "/media")
            .accept("application/vnd.api+json; charset=utf-8")
            .reads(::bindery_runtime::read::json, MediaError::read)
    }

    /// `PUT /media`.
    pub fn upper_case(
        &self,
        body: &Item,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::PUT, "/media")
            .json_as("Application/JSON", body)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `POST /media`.
    pub fn wildcard(
        &self,
        body: &Item,
    ) -> ::bindery_runtime::Request<Item, ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::POST, "/media")
            .json(body)
            .reads(::bindery_runtime::read::json, ::bindery_runtime::read::bytes)
    }

    /// `PATCH /media`.
    pub fn wild_bytes(
        &self,
        body: impl Into<::bindery_runtime::Bytes>,
    ) -> ::bindery_runtime::Request<::bindery_runtime::Bytes, ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::PATCH, "/media")
            .bytes("application/octet-stream", body)
            .accept("image/*")
            .reads(::bindery_runtime::read::bytes, ::bindery_runtime::read::bytes)
    }

    /// `GET /headers`.
    pub fn headers(
        &self,
        params: &HeadersParams,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/headers")
            .header("If-None-Match", &params.if_none_match)
            .header("User-Agent", &params.user_agent)
            .header("Cookie", &params.cookie)
            .header("Host", &params.host)
            .header("x_under.score", &params.x_under_score)
            .header("X-3D~!#$%&'*+.^_`|", &params.x_3_d)
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

/// Parameters of `GET /shared/{id}`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OverriddenParams {
    /// `limit`.
    ///
    /// Limits: at most 100.
    pub limit: Option<i64>,
    /// `page`.
    pub page: String,
    /// `x-trace`.
    pub x_trace: i64,
}

impl OverriddenParams {
    /// Creates one from its required fields.
    pub fn new(page: impl Into<String>, x_trace: i64) -> Self {
        Self {
            limit: None,
            page: page.into(),
            x_trace,
        }
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

impl ::bindery_runtime::Validate for OverriddenParams {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        if let Some(value) = &self.limit {
            at.key("limit", |at| at.maximum(*value, 100));
        }
    }
}

/// Parameters of `PUT /shared/{id}`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct InheritedParams {
    /// `page`.
    pub page: Option<i64>,
    /// `X-Trace`.
    pub x_trace: Option<String>,
    /// `limit`.
    ///
    /// Limits: at most 100.
    pub limit: Option<i64>,
    /// `filter`.
    pub filter: Option<Item>,
}

impl InheritedParams {
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

    /// Sets `x_trace`.
    #[must_use]
    pub fn x_trace(mut self, x_trace: impl Into<String>) -> Self {
        self.x_trace = Some(x_trace.into());
        self
    }

    /// Sets `limit`.
    #[must_use]
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Sets `filter`.
    #[must_use]
    pub fn filter(mut self, filter: Item) -> Self {
        self.filter = Some(filter);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

impl ::bindery_runtime::Validate for InheritedParams {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        if let Some(value) = &self.limit {
            at.key("limit", |at| at.maximum(*value, 100));
        }
    }
}

/// The answers other than success of `GET /media`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum MediaError {
    /// A problem.
    ClientError(Problem),
    /// Text.
    Default(String),
}

impl MediaError {
    /// Reads the answer that the status says.
    ///
    /// # Errors
    ///
    /// Fails where the body is not what the description says for the status.
    pub fn read(
        response: &::bindery_runtime::Response<::bindery_runtime::Bytes>,
    ) -> Result<Self, ::bindery_runtime::ReadError> {
        match response.status().as_u16() {
            status if status / 100 == 4 => {
                ::bindery_runtime::read::json(response).map(Self::ClientError)
            }
            _ => ::bindery_runtime::read::text(response).map(Self::Default),
        }
    }
}

/// Parameters of `GET /headers`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct HeadersParams {
    /// `If-None-Match`.
    pub if_none_match: Option<String>,
    /// `User-Agent`.
    pub user_agent: Option<String>,
    /// `Cookie`.
    pub cookie: Option<String>,
    /// `Host`.
    pub host: Option<String>,
    /// `x_under.score`.
    pub x_under_score: Option<String>,
    /// `` X-3D~!#$%&'*+.^_`| ``.
    pub x_3_d: Option<bool>,
}

impl HeadersParams {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `if_none_match`.
    #[must_use]
    pub fn if_none_match(mut self, if_none_match: impl Into<String>) -> Self {
        self.if_none_match = Some(if_none_match.into());
        self
    }

    /// Sets `user_agent`.
    #[must_use]
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.user_agent = Some(user_agent.into());
        self
    }

    /// Sets `cookie`.
    #[must_use]
    pub fn cookie(mut self, cookie: impl Into<String>) -> Self {
        self.cookie = Some(cookie.into());
        self
    }

    /// Sets `host`.
    #[must_use]
    pub fn host(mut self, host: impl Into<String>) -> Self {
        self.host = Some(host.into());
        self
    }

    /// Sets `x_under_score`.
    #[must_use]
    pub fn x_under_score(mut self, x_under_score: impl Into<String>) -> Self {
        self.x_under_score = Some(x_under_score.into());
        self
    }

    /// Sets `x_3_d`.
    #[must_use]
    pub fn x_3_d(mut self, x_3_d: bool) -> Self {
        self.x_3_d = Some(x_3_d);
        self
    }
}

/// `Item`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Item {
    /// `id`.
    pub id: String,
}

impl Item {
    /// Creates one from its required fields.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into() }
    }
}

::bindery_runtime::object! {
    Item;
    required id = "id";
}

/// `Problem`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Problem {
    /// `title`.
    pub title: Option<String>,
}

impl Problem {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `title`.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }
}

::bindery_runtime::object! {
    Problem;
    optional title = "title";
}

/// The `request` of `bodyOnGet`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct BodyOnGetRequest {
    /// `q`.
    pub q: Option<String>,
}

impl BodyOnGetRequest {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `q`.
    #[must_use]
    pub fn q(mut self, q: impl Into<String>) -> Self {
        self.q = Some(q.into());
        self
    }
}

::bindery_runtime::object! {
    BodyOnGetRequest;
    optional q = "q";
}

/// The URLs of the servers.
pub mod servers {
    /// `https://example.com`.
    pub const SERVER_1: &str = "https://example.com";
}
