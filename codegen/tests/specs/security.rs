// Made by `bindery generate security.yaml`. Change the description instead of this file.

/// Client for Security.
#[derive(Clone, Debug)]
pub struct Client(::bindery_runtime::Client);

impl Client {
    /// Starts a client: set what it needs, then `build` it.
    pub fn builder() -> ::bindery_runtime::ClientBuilder<Self> {
        ::bindery_runtime::ClientBuilder::new()
    }

    /// `GET /default`.
    pub fn inherited(&self) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/default")
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `GET /public`.
    pub fn public(&self) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/public")
            .security(&[])
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `GET /query`.
    pub fn query(&self) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/query")
            .security(&[&["QueryKey"]])
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `GET /cookie`.
    pub fn cookie(&self) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/cookie")
            .security(&[&["CookieKey"]])
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `GET /bearer`.
    pub fn bearer(&self) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/bearer")
            .security(&[&["Token"]])
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `GET /basic`.
    pub fn basic(&self) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/basic")
            .security(&[&["Password"]])
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `GET /oauth`.
    pub fn oauth(&self) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/oauth")
            .security(&[&["OAuth"]])
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `GET /and`.
    pub fn and(&self) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/and")
            .security(&[&["HeaderKey", "Token"]])
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `GET /or`.
    pub fn or(&self) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/or")
            .security(&[&["Token"], &["HeaderKey", "QueryKey"]])
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `GET /optional`.
    pub fn optional(&self) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/optional")
            .security(&[&[], &["Token"]])
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `GET /digest`.
    pub fn digest(&self) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/digest")
            .security(&[&["Digest"]])
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }
}

impl ::bindery_runtime::Api for Client {
    const BASE_URL: Option<&'static str> = Some("https://example.com");
    const USER_AGENT: &'static str = concat!(
        env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")
    );
    const SECURITY_SCHEMES: &'static [::bindery_runtime::SecurityScheme] = &[
        ::bindery_runtime::SecurityScheme::api_key(
            "HeaderKey",
            ::bindery_runtime::Location::Header,
            "X-Api-Key",
        ),
        ::bindery_runtime::SecurityScheme::api_key(
            "QueryKey",
            ::bindery_runtime::Location::Query,
            "api key",
        ),
        ::bindery_runtime::SecurityScheme::api_key(
            "CookieKey",
            ::bindery_runtime::Location::Cookie,
            "session",
        ),
        ::bindery_runtime::SecurityScheme::http_bearer("Token"),
        ::bindery_runtime::SecurityScheme::http_basic("Password"),
        ::bindery_runtime::SecurityScheme::http_bearer("OAuth"),
    ];
    const SECURITY: ::bindery_runtime::Security = &[&["HeaderKey"]];

    fn from_client(client: ::bindery_runtime::Client) -> Self {
        Self(client)
    }

    fn as_client(&self) -> &::bindery_runtime::Client {
        &self.0
    }
}

impl ::bindery_runtime::BasicAuth for Client {
    const SCHEME: &'static str = "Password";
}

/// The URLs of the servers.
pub mod servers {
    /// `https://example.com`.
    pub const SERVER_1: &str = "https://example.com";
}
