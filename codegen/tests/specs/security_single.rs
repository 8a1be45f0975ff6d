// Made by `bindery generate security_single.yaml`. Change the description instead of this file.

/// Client for One security scheme of each sort.
#[derive(Clone, Debug)]
pub struct Client(::bindery_runtime::Client);

impl Client {
    /// Starts a client: set what it needs, then `build` it.
    pub fn builder() -> ::bindery_runtime::ClientBuilder<Self> {
        ::bindery_runtime::ClientBuilder::new()
    }

    /// `GET /me`.
    pub fn me(&self) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/me")
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
            "Key",
            ::bindery_runtime::Location::Header,
            "Api-Key",
        ),
        ::bindery_runtime::SecurityScheme::http_bearer("Token"),
        ::bindery_runtime::SecurityScheme::http_basic("Password"),
    ];
    const SECURITY: ::bindery_runtime::Security = &[&["Key"], &["Token"], &["Password"]];

    fn from_client(client: ::bindery_runtime::Client) -> Self {
        Self(client)
    }

    fn as_client(&self) -> &::bindery_runtime::Client {
        &self.0
    }
}

impl ::bindery_runtime::ApiKeyAuth for Client {
    const SCHEME: &'static str = "Key";
}

impl ::bindery_runtime::BearerAuth for Client {
    const SCHEME: &'static str = "Token";
}

impl ::bindery_runtime::BasicAuth for Client {
    const SCHEME: &'static str = "Password";
}

/// The URLs of the servers.
pub mod servers {
    /// `https://example.com`.
    pub const SERVER_1: &str = "https://example.com";
}
