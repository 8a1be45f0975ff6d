// Made by `bindery generate objects.yaml`. Change the description instead of this file.

/// Client for Objects.
#[derive(Clone, Debug)]
pub struct Client(::bindery_runtime::Client);

impl Client {
    /// Starts a client: set what it needs, then `build` it.
    pub fn builder() -> ::bindery_runtime::ClientBuilder<Self> {
        ::bindery_runtime::ClientBuilder::new()
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

/// `Pet`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Pet {
    /// `name`.
    pub name: String,
    /// `age`.
    pub age: Option<i64>,
    /// `owner`.
    pub owner: PetOwner,
    /// `anything`.
    pub anything: Option<::bindery_runtime::Value>,
    /// `free`.
    pub free: Option<::bindery_runtime::Object>,
}

impl Pet {
    /// Creates one from its required fields.
    pub fn new(name: impl Into<String>, owner: PetOwner) -> Self {
        Self {
            name: name.into(),
            age: None,
            owner,
            anything: None,
            free: None,
        }
    }

    /// Sets `age`.
    #[must_use]
    pub fn age(mut self, age: i64) -> Self {
        self.age = Some(age);
        self
    }

    /// Sets `anything`.
    #[must_use]
    pub fn anything(mut self, anything: ::bindery_runtime::Value) -> Self {
        self.anything = Some(anything);
        self
    }

    /// Sets `free`.
    #[must_use]
    pub fn free(mut self, free: ::bindery_runtime::Object) -> Self {
        self.free = Some(free);
        self
    }
}

::bindery_runtime::object! {
    Pet;
    required name = "name";
    optional age = "age";
    required owner = "owner";
    anything anything = "anything";
    optional free = "free";
}

/// `Empty`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Empty {}

impl Empty {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }
}

::bindery_runtime::object! {
    Empty;
}

/// `WithoutType`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct WithoutType {
    /// `flag`.
    pub flag: Option<bool>,
}

impl WithoutType {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `flag`.
    #[must_use]
    pub fn flag(mut self, flag: bool) -> Self {
        self.flag = Some(flag);
        self
    }
}

::bindery_runtime::object! {
    WithoutType;
    optional flag = "flag";
}

/// `RequiredOnly`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RequiredOnly {
    /// `id`.
    pub id: String,
    /// `name`.
    pub name: ::bindery_runtime::Value,
}

impl RequiredOnly {
    /// Creates one from its required fields.
    pub fn new(id: impl Into<String>, name: ::bindery_runtime::Value) -> Self {
        Self { id: id.into(), name }
    }
}

::bindery_runtime::object! {
    RequiredOnly;
    required id = "id";
    required name = "name";
}

/// The fields stay in the order of the description.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Sorted {
    /// `zebra`.
    pub zebra: String,
    /// `ant`.
    pub ant: Option<String>,
    /// `mouse`.
    pub mouse: String,
}

impl Sorted {
    /// Creates one from its required fields.
    pub fn new(zebra: impl Into<String>, mouse: impl Into<String>) -> Self {
        Self {
            zebra: zebra.into(),
            ant: None,
            mouse: mouse.into(),
        }
    }

    /// Sets `ant`.
    #[must_use]
    pub fn ant(mut self, ant: impl Into<String>) -> Self {
        self.ant = Some(ant.into());
        self
    }
}

::bindery_runtime::object! {
    Sorted;
    required zebra = "zebra";
    optional ant = "ant";
    required mouse = "mouse";
}

/// The `owner` of `Pet`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PetOwner {
    /// `id`.
    pub id: String,
    /// `address`.
    pub address: Option<PetOwnerAddress>,
}

impl PetOwner {
    /// Creates one from its required fields.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            address: None,
        }
    }

    /// Sets `address`.
    #[must_use]
    pub fn address(mut self, address: PetOwnerAddress) -> Self {
        self.address = Some(address);
        self
    }
}

::bindery_runtime::object! {
    PetOwner;
    required id = "id";
    optional address = "address";
}

/// The `owner address` of `Pet`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PetOwnerAddress {
    /// `street`.
    pub street: Option<String>,
}

impl PetOwnerAddress {
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
    PetOwnerAddress;
    optional street = "street";
}
