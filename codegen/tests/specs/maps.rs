// Made by `bindery generate maps.yaml`. Change the description instead of this file.

/// Client for Maps and further properties.
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

/// `Free`.
pub type Free = ::bindery_runtime::Object;

/// `Any`.
pub type Any = ::bindery_runtime::Object;

/// `Counts`.
pub type Counts = ::std::collections::BTreeMap<String, i64>;

/// `Pets`.
pub type Pets = ::std::collections::BTreeMap<String, PetsValue>;

/// `Nested`.
pub type Nested = ::std::collections::BTreeMap<String, ::std::collections::BTreeMap<String, Vec<String>>>;

/// `Closed`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Closed {
    /// `id`.
    pub id: String,
}

impl Closed {
    /// Creates one from its required fields.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into() }
    }
}

::bindery_runtime::object! {
    Closed;
    required id = "id";
}

/// `Open`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Open {
    /// `id`.
    pub id: String,
    /// `additional_properties`.
    pub additional_properties: Option<String>,
    /// Properties that the description does not name.
    pub additional_properties_spelled: ::bindery_runtime::Object,
}

impl Open {
    /// Creates one from its required fields.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            additional_properties: None,
            additional_properties_spelled: Default::default(),
        }
    }

    /// Sets `additional_properties`.
    #[must_use]
    pub fn additional_properties(
        mut self,
        additional_properties: impl Into<String>,
    ) -> Self {
        self.additional_properties = Some(additional_properties.into());
        self
    }
}

::bindery_runtime::object! {
    Open;
    required id = "id";
    optional additional_properties = "additional_properties";
    rest additional_properties_spelled;
}

/// `Typed`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Typed {
    /// `id`.
    pub id: String,
    /// Properties that the description does not name.
    pub additional_properties: ::std::collections::BTreeMap<String, i64>,
}

impl Typed {
    /// Creates one from its required fields.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            additional_properties: Default::default(),
        }
    }
}

::bindery_runtime::object! {
    Typed;
    required id = "id";
    rest additional_properties;
}

/// `Holder`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Holder {
    /// `counts`.
    pub counts: Counts,
    /// `labels`.
    pub labels: Option<::std::collections::BTreeMap<String, String>>,
}

impl Holder {
    /// Creates one from its required fields.
    pub fn new(counts: Counts) -> Self {
        Self { counts, labels: None }
    }

    /// Sets `labels`.
    #[must_use]
    pub fn labels(
        mut self,
        labels: ::std::collections::BTreeMap<String, String>,
    ) -> Self {
        self.labels = Some(labels);
        self
    }
}

::bindery_runtime::object! {
    Holder;
    required counts = "counts";
    optional labels = "labels";
}

/// The `value` of `Pets`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PetsValue {
    /// `name`.
    pub name: String,
}

impl PetsValue {
    /// Creates one from its required fields.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into() }
    }
}

::bindery_runtime::object! {
    PetsValue;
    required name = "name";
}
