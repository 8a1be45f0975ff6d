// Made by `bindery generate options.yaml`. Change the description instead of this file.

/// Client for Options: unknown properties refused, derives, renames, replaced types.
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

/// `pet_v2`.
#[derive(Clone, Debug, PartialEq, Eq, ::core::hash::Hash)]
#[non_exhaustive]
pub struct Pet {
    /// `id`.
    pub id: ::std::string::String,
    /// `price`.
    pub price: u64,
    /// `type`.
    pub sort: Option<String>,
    /// `kind`.
    pub kind: Option<PetV2Kind>,
    /// `sizes`.
    pub sizes: Option<Vec<u64>>,
}

impl Pet {
    /// Creates one from its required fields.
    pub fn new(id: ::std::string::String, price: u64) -> Self {
        Self {
            id,
            price,
            sort: None,
            kind: None,
            sizes: None,
        }
    }

    /// Sets `sort`.
    #[must_use]
    pub fn sort(mut self, sort: impl Into<String>) -> Self {
        self.sort = Some(sort.into());
        self
    }

    /// Sets `kind`.
    #[must_use]
    pub fn kind(mut self, kind: PetV2Kind) -> Self {
        self.kind = Some(kind);
        self
    }

    /// Sets `sizes`.
    #[must_use]
    pub fn sizes(mut self, sizes: Vec<u64>) -> Self {
        self.sizes = Some(sizes);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Pet reject_unknown;
    required id = "id";
    required price = "price";
    optional sort = "type";
    optional kind = "kind";
    optional sizes = "sizes";
}

impl ::bindery_runtime::Validate for Pet {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("kind", &self.kind);
    }
}

/// `Closed`.
#[derive(Clone, Debug, Default, PartialEq, Eq, ::core::hash::Hash)]
#[non_exhaustive]
pub struct Closed {
    /// `a`.
    pub a: Option<String>,
}

impl Closed {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `a`.
    #[must_use]
    pub fn a(mut self, a: impl Into<String>) -> Self {
        self.a = Some(a.into());
        self
    }
}

::bindery_runtime::object! {
    Closed reject_unknown;
    optional a = "a";
}

/// `Open`.
#[derive(Clone, Debug, Default, PartialEq, Eq, ::core::hash::Hash)]
#[non_exhaustive]
pub struct Open {
    /// `a`.
    pub a: Option<String>,
    /// Properties that the description does not name.
    pub additional_properties: ::std::collections::BTreeMap<String, String>,
}

impl Open {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `a`.
    #[must_use]
    pub fn a(mut self, a: impl Into<String>) -> Self {
        self.a = Some(a.into());
        self
    }
}

::bindery_runtime::object! {
    Open;
    optional a = "a";
    rest additional_properties;
}

/// `Either`.
#[derive(Clone, Debug, PartialEq, Eq, ::core::hash::Hash)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum Either {
    /// `uuid`.
    Uuid(::std::string::String),
    /// `Money`.
    Money(u64),
}

impl Either {
    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::untagged_union! {
    Either, checked;
    Uuid: string;
    Money: object;
}

impl From<::std::string::String> for Either {
    fn from(value: ::std::string::String) -> Self {
        Self::Uuid(value)
    }
}

impl From<u64> for Either {
    fn from(value: u64) -> Self {
        Self::Money(value)
    }
}

impl ::bindery_runtime::Validate for Either {
    fn check(&self, _: &mut ::bindery_runtime::Checker) {}
}

/// The `kind` of `pet_v2`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum PetV2Kind {
    /// `cat`.
    Cat,
    /// `dog`.
    Dog,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    PetV2Kind;
    Cat = "cat";
    Dog = "dog";
    other Unknown;
}
