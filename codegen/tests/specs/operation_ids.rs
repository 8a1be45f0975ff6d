// Made by `bindery generate operation_ids.yaml`. Change the description instead of this file.

/// Client for Names of operations.
#[derive(Clone, Debug)]
pub struct Client(::bindery_runtime::Client);

impl Client {
    /// Starts a client: set what it needs, then `build` it.
    pub fn builder() -> ::bindery_runtime::ClientBuilder<Self> {
        ::bindery_runtime::ClientBuilder::new()
    }

    /// `GET /users/{user_id}/keys`.
    pub fn get_users_by_user_id_keys(
        &self,
        user_id: &str,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/users/{user_id}/keys")
            .path("user_id", user_id)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `POST /users/{user_id}/keys`.
    pub fn post_users_by_user_id_keys(
        &self,
        user_id: &str,
        body: &PostUsersByUserIdKeysRequest,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::POST, "/users/{user_id}/keys")
            .path("user_id", user_id)
            .json(body)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `GET /`.
    pub fn get(&self) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/")
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `GET /a`.
    pub fn twice(&self) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/a")
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `PUT /a`.
    pub fn twice_2(&self) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::PUT, "/a")
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `GET /b`.
    pub fn pets_list(&self) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/b")
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `PUT /b`.
    pub fn pets_list_camel(
        &self,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::PUT, "/b")
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `POST /b`.
    pub fn builder_operation(
        &self,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::POST, "/b")
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `DELETE /b`.
    pub fn operation_204_no_content(
        &self,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::DELETE, "/b")
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `OPTIONS /b`.
    pub fn self_(&self) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::OPTIONS, "/b")
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `HEAD /b`.
    pub fn r#type(&self) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::HEAD, "/b")
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `PATCH /b`.
    pub fn clone_operation(
        &self,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::PATCH, "/b")
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `TRACE /b`.
    pub fn fmt(&self) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::TRACE, "/b")
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `GET /c`.
    pub fn get_c(&self) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/c")
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `PUT /c`.
    pub fn get_http_status(
        &self,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::PUT, "/c")
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `POST /c`.
    pub fn huo_qu(&self) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::POST, "/c")
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

/// The `request` of `post users by user_id keys`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PostUsersByUserIdKeysRequest {
    /// `label`.
    pub label: Option<String>,
}

impl PostUsersByUserIdKeysRequest {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `label`.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }
}

::bindery_runtime::object! {
    PostUsersByUserIdKeysRequest;
    optional label = "label";
}
