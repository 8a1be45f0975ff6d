// Made by `bindery generate any_of.yaml`. Change the description instead of this file.

/// Client for anyOf.
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

/// The branch that keeps all of a value is taken.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum Overlapping {
    /// `Small`.
    Small(Small),
    /// `Large`.
    Large(Large),
}

::bindery_runtime::untagged_union! {
    Overlapping;
    Small: object;
    Large: object;
}

impl From<Small> for Overlapping {
    fn from(value: Small) -> Self {
        Self::Small(value)
    }
}

impl From<Large> for Overlapping {
    fn from(value: Large) -> Self {
        Self::Large(value)
    }
}

/// `Small`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Small {
    /// `id`.
    pub id: Option<String>,
}

impl Small {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `id`.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }
}

::bindery_runtime::object! {
    Small;
    optional id = "id";
}

/// `Large`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Large {
    /// `id`.
    pub id: Option<String>,
    /// `name`.
    pub name: Option<String>,
}

impl Large {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `id`.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sets `name`.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

::bindery_runtime::object! {
    Large;
    optional id = "id";
    optional name = "name";
}

/// The branches say which properties are there together.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Requires {
    /// `email`.
    pub email: Option<String>,
    /// `phone`.
    pub phone: Option<String>,
}

impl Requires {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `email`.
    #[must_use]
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }

    /// Sets `phone`.
    #[must_use]
    pub fn phone(mut self, phone: impl Into<String>) -> Self {
        self.phone = Some(phone.into());
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Requires;
    optional email = "email";
    optional phone = "phone";
}

impl ::bindery_runtime::Validate for Requires {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        static ASSERTIONS: ::bindery_runtime::Assertions = ::bindery_runtime::Assertions::new(
            r#"{"anyOf":[{"required":["email"]},{"required":["phone"]}]}"#,
        );
        at.assertions(self, &ASSERTIONS);
    }
}

/// `TextOrNumbers`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum TextOrNumbers {
    /// `date-time`.
    DateTime(::bindery_runtime::formats::DateTime),
    /// `uuid`.
    Uuid(::bindery_runtime::formats::Uuid),
    /// `number list`.
    NumberList(Vec<f64>),
}

::bindery_runtime::untagged_union! {
    TextOrNumbers;
    DateTime: string;
    Uuid: string;
    NumberList: array;
}

impl From<::bindery_runtime::formats::DateTime> for TextOrNumbers {
    fn from(value: ::bindery_runtime::formats::DateTime) -> Self {
        Self::DateTime(value)
    }
}

impl From<::bindery_runtime::formats::Uuid> for TextOrNumbers {
    fn from(value: ::bindery_runtime::formats::Uuid) -> Self {
        Self::Uuid(value)
    }
}

impl From<Vec<f64>> for TextOrNumbers {
    fn from(value: Vec<f64>) -> Self {
        Self::NumberList(value)
    }
}

/// `Holder`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Holder {
    /// `small`.
    pub small: ::bindery_runtime::Maybe<Small>,
    /// `single`.
    pub single: Option<Large>,
}

impl Holder {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `small`.
    #[must_use]
    pub fn small(mut self, small: Small) -> Self {
        self.small = ::bindery_runtime::Maybe::Value(small);
        self
    }

    /// Sets `small` to null, which is not the same as leaving it out.
    #[must_use]
    pub fn small_null(mut self) -> Self {
        self.small = ::bindery_runtime::Maybe::Null;
        self
    }

    /// Sets `single`.
    #[must_use]
    pub fn single(mut self, single: Large) -> Self {
        self.single = Some(single);
        self
    }
}

::bindery_runtime::object! {
    Holder;
    nullable small = "small";
    optional single = "single";
}
