// Made by `bindery generate server_urls.yaml`. Change the description instead of this file.

/// Client for Servers.
#[derive(Clone, Debug)]
pub struct Client(::bindery_runtime::Client);

impl Client {
    /// Starts a client: set what it needs, then `build` it.
    pub fn builder() -> ::bindery_runtime::ClientBuilder<Self> {
        ::bindery_runtime::ClientBuilder::new()
    }

    /// `GET /ping`.
    pub fn ping(&self) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/ping")
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }
}

impl ::bindery_runtime::Api for Client {
    const BASE_URL: Option<&'static str> = Some("https://eu.example.com:443/v1/");
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

/// The URLs of the servers.
pub mod servers {
    /// Production
    pub const PRODUCTION: &str = "https://eu.example.com:443/v1/";
    /// The sandbox, where nothing that you do has any effect on money.
    pub const SERVER_2: &str = "https://sandbox.example.com";
    /// Production
    pub const PRODUCTION_2: &str = "https://sandbox.example.com/two";
    /// `https://sandbox.example.com/three`.
    pub const SERVER_4: &str = "https://sandbox.example.com/three";
}
