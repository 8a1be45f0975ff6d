// Made by `bindery generate parameters_header_cookie.yaml`. Change the description instead of this file.

/// Client for Header and cookie parameters.
#[derive(Clone, Debug)]
pub struct Client(::bindery_runtime::Client);

impl Client {
    /// Starts a client: set what it needs, then `build` it.
    pub fn builder() -> ::bindery_runtime::ClientBuilder<Self> {
        ::bindery_runtime::ClientBuilder::new()
    }

    /// `GET /headers`.
    pub fn headers(
        &self,
        params: &HeadersParams,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/headers")
            .header("X-Request-Id", &params.x_request_id)
            .header("X-Count", &params.x_count)
            .header("X-List", &params.x_list)
            .header_as(
                "X-Object",
                &params.x_object,
                ::bindery_runtime::Style::SIMPLE_EXPLODE,
            )
            .header_as("X-Json", &params.x_json, ::bindery_runtime::Style::JSON)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `GET /cookies`.
    pub fn cookies(
        &self,
        params: &CookiesParams,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/cookies")
            .cookie("session", &params.session)
            .cookie("theme", &params.theme)
            .cookie_as("ids", &params.ids, ::bindery_runtime::Style::FORM)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `POST /idempotent`. Takes an idempotency key.
    pub fn idempotent(
        &self,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::POST, "/idempotent")
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `POST /idempotent-always`.
    pub fn idempotent_always(
        &self,
        params: &IdempotentAlwaysParams,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::POST, "/idempotent-always")
            .header("Idempotency-Key", &params.idempotency_key)
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

/// Parameters of `GET /headers`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct HeadersParams {
    /// `X-Request-Id`.
    pub x_request_id: String,
    /// `X-Count`.
    pub x_count: Option<i64>,
    /// `X-List`.
    pub x_list: Option<Vec<String>>,
    /// `X-Object`.
    pub x_object: Option<Color>,
    /// `X-Json`.
    pub x_json: Option<Color>,
}

impl HeadersParams {
    /// Creates one from its required fields.
    pub fn new(x_request_id: impl Into<String>) -> Self {
        Self {
            x_request_id: x_request_id.into(),
            x_count: None,
            x_list: None,
            x_object: None,
            x_json: None,
        }
    }

    /// Sets `x_count`.
    #[must_use]
    pub fn x_count(mut self, x_count: i64) -> Self {
        self.x_count = Some(x_count);
        self
    }

    /// Sets `x_list`.
    #[must_use]
    pub fn x_list(mut self, x_list: Vec<String>) -> Self {
        self.x_list = Some(x_list);
        self
    }

    /// Sets `x_object`.
    #[must_use]
    pub fn x_object(mut self, x_object: Color) -> Self {
        self.x_object = Some(x_object);
        self
    }

    /// Sets `x_json`.
    #[must_use]
    pub fn x_json(mut self, x_json: Color) -> Self {
        self.x_json = Some(x_json);
        self
    }
}

/// Parameters of `GET /cookies`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CookiesParams {
    /// `session`.
    pub session: String,
    /// `theme`.
    pub theme: Option<String>,
    /// `ids`.
    pub ids: Option<Vec<i64>>,
}

impl CookiesParams {
    /// Creates one from its required fields.
    pub fn new(session: impl Into<String>) -> Self {
        Self {
            session: session.into(),
            theme: None,
            ids: None,
        }
    }

    /// Sets `theme`.
    #[must_use]
    pub fn theme(mut self, theme: impl Into<String>) -> Self {
        self.theme = Some(theme.into());
        self
    }

    /// Sets `ids`.
    #[must_use]
    pub fn ids(mut self, ids: Vec<i64>) -> Self {
        self.ids = Some(ids);
        self
    }
}

/// Parameters of `POST /idempotent-always`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct IdempotentAlwaysParams {
    /// `Idempotency-Key`.
    pub idempotency_key: String,
}

impl IdempotentAlwaysParams {
    /// Creates one from its required fields.
    pub fn new(idempotency_key: impl Into<String>) -> Self {
        Self {
            idempotency_key: idempotency_key.into(),
        }
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
}

impl Color {
    /// Creates one from its required fields.
    pub fn new(blue: i64) -> Self {
        Self { blue, green: None }
    }

    /// Sets `green`.
    #[must_use]
    pub fn green(mut self, green: i64) -> Self {
        self.green = Some(green);
        self
    }
}

::bindery_runtime::object! {
    Color;
    required blue = "blue";
    optional green = "green";
}

/// The URLs of the servers.
pub mod servers {
    /// `https://example.com`.
    pub const SERVER_1: &str = "https://example.com";
}
