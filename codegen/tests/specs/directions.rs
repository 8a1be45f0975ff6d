// Made by `bindery generate directions.yaml`. Change the description instead of this file.

/// Client for readOnly and writeOnly.
#[derive(Clone, Debug)]
pub struct Client(::bindery_runtime::Client);

impl Client {
    /// Starts a client: set what it needs, then `build` it.
    pub fn builder() -> ::bindery_runtime::ClientBuilder<Self> {
        ::bindery_runtime::ClientBuilder::new()
    }

    /// `POST /accounts`.
    pub fn create_account(
        &self,
        body: &AccountInput,
    ) -> ::bindery_runtime::Request<Account, ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::POST, "/accounts")
            .json(body)
            .reads(::bindery_runtime::read::json, ::bindery_runtime::read::bytes)
    }

    /// `POST /logins`.
    pub fn login(
        &self,
        body: &Login,
    ) -> ::bindery_runtime::Request<Session, ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::POST, "/logins")
            .json(body)
            .reads(::bindery_runtime::read::json, ::bindery_runtime::read::bytes)
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

/// `Account`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Account {
    /// `id`.
    pub id: String,
    /// `name`.
    pub name: String,
    /// `profile`.
    pub profile: Option<Profile>,
    /// The same both ways.
    pub address: Option<Address>,
}

impl Account {
    /// Creates one from its required fields.
    pub fn new(id: impl Into<String>, name: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            name: name.into(),
            profile: None,
            address: None,
        }
    }

    /// Sets `profile`.
    #[must_use]
    pub fn profile(mut self, profile: Profile) -> Self {
        self.profile = Some(profile);
        self
    }

    /// Sets `address`.
    #[must_use]
    pub fn address(mut self, address: Address) -> Self {
        self.address = Some(address);
        self
    }
}

::bindery_runtime::object! {
    Account;
    required id = "id";
    required name = "name";
    optional profile = "profile";
    optional address = "address";
}

/// `Account`.
///
/// This is what is sent; it has no properties that only the server sets.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AccountInput {
    /// `name`.
    pub name: String,
    /// `password`.
    pub password: String,
    /// `profile`.
    pub profile: Option<ProfileInput>,
    /// The same both ways.
    pub address: Option<Address>,
}

impl AccountInput {
    /// Creates one from its required fields.
    pub fn new(name: impl Into<String>, password: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            password: password.into(),
            profile: None,
            address: None,
        }
    }

    /// Sets `profile`.
    #[must_use]
    pub fn profile(mut self, profile: ProfileInput) -> Self {
        self.profile = Some(profile);
        self
    }

    /// Sets `address`.
    #[must_use]
    pub fn address(mut self, address: Address) -> Self {
        self.address = Some(address);
        self
    }
}

::bindery_runtime::object! {
    AccountInput;
    required name = "name";
    required password = "password";
    optional profile = "profile";
    optional address = "address";
}

/// `Account`.
///
/// This has what either side sends; only types that no operation uses hold it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AccountWhole {
    /// `id`.
    pub id: String,
    /// `name`.
    pub name: String,
    /// `password`.
    pub password: String,
    /// `profile`.
    pub profile: Option<Profile>,
    /// The same both ways.
    pub address: Option<Address>,
}

impl AccountWhole {
    /// Creates one from its required fields.
    pub fn new(
        id: impl Into<String>,
        name: impl Into<String>,
        password: impl Into<String>,
    ) -> Self {
        Self {
            id: id.into(),
            name: name.into(),
            password: password.into(),
            profile: None,
            address: None,
        }
    }

    /// Sets `profile`.
    #[must_use]
    pub fn profile(mut self, profile: Profile) -> Self {
        self.profile = Some(profile);
        self
    }

    /// Sets `address`.
    #[must_use]
    pub fn address(mut self, address: Address) -> Self {
        self.address = Some(address);
        self
    }
}

::bindery_runtime::object! {
    AccountWhole;
    required id = "id";
    required name = "name";
    required password = "password";
    optional profile = "profile";
    optional address = "address";
}

/// `Profile`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Profile {
    /// `verified`.
    pub verified: Option<bool>,
    /// `bio`.
    pub bio: Option<String>,
}

impl Profile {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `verified`.
    #[must_use]
    pub fn verified(mut self, verified: bool) -> Self {
        self.verified = Some(verified);
        self
    }

    /// Sets `bio`.
    #[must_use]
    pub fn bio(mut self, bio: impl Into<String>) -> Self {
        self.bio = Some(bio.into());
        self
    }
}

::bindery_runtime::object! {
    Profile;
    optional verified = "verified";
    optional bio = "bio";
}

/// `Profile`.
///
/// This is what is sent; it has no properties that only the server sets.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ProfileInput {
    /// `bio`.
    pub bio: Option<String>,
}

impl ProfileInput {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `bio`.
    #[must_use]
    pub fn bio(mut self, bio: impl Into<String>) -> Self {
        self.bio = Some(bio.into());
        self
    }
}

::bindery_runtime::object! {
    ProfileInput;
    optional bio = "bio";
}

/// The same both ways.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Address {
    /// `street`.
    pub street: Option<String>,
}

impl Address {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `street`.
    #[must_use]
    pub fn street(mut self, street: impl Into<String>) -> Self {
        self.street = Some(street.into());
        self
    }
}

::bindery_runtime::object! {
    Address;
    optional street = "street";
}

/// `Login`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Login {
    /// `password`.
    pub password: String,
}

impl Login {
    /// Creates one from its required fields.
    pub fn new(password: impl Into<String>) -> Self {
        Self { password: password.into() }
    }
}

::bindery_runtime::object! {
    Login;
    required password = "password";
}

/// `Session`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Session {
    /// `token`.
    pub token: String,
}

impl Session {
    /// Creates one from its required fields.
    pub fn new(token: impl Into<String>) -> Self {
        Self { token: token.into() }
    }
}

::bindery_runtime::object! {
    Session;
    required token = "token";
}

/// No operation uses it, so that it may be met on either way.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Event {
    /// `account`.
    pub account: Option<AccountWhole>,
    /// `login`.
    pub login: Option<Login>,
    /// `session`.
    pub session: Option<Session>,
}

impl Event {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `account`.
    #[must_use]
    pub fn account(mut self, account: AccountWhole) -> Self {
        self.account = Some(account);
        self
    }

    /// Sets `login`.
    #[must_use]
    pub fn login(mut self, login: Login) -> Self {
        self.login = Some(login);
        self
    }

    /// Sets `session`.
    #[must_use]
    pub fn session(mut self, session: Session) -> Self {
        self.session = Some(session);
        self
    }
}

::bindery_runtime::object! {
    Event;
    optional account = "account";
    optional login = "login";
    optional session = "session";
}
