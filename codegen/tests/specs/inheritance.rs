// Made by `bindery generate inheritance.yaml`. Change the description instead of this file.

/// Client for Bases and what builds on them by allOf.
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

/// A base that does not name what builds on it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Animal {
    /// `kind`.
    pub kind: String,
    /// `name`.
    pub name: Option<String>,
    /// Properties that the description does not name.
    pub additional_properties: ::bindery_runtime::Object,
}

impl Animal {
    /// Creates one from its required fields.
    pub fn new(kind: impl Into<String>) -> Self {
        Self {
            kind: kind.into(),
            name: None,
            additional_properties: Default::default(),
        }
    }

    /// Sets `name`.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

::bindery_runtime::object! {
    Animal;
    required kind = "kind";
    optional name = "name";
    rest additional_properties;
}

/// `Bird`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Bird {
    /// `kind`.
    pub kind: String,
    /// `name`.
    pub name: Option<String>,
    /// `wings`.
    pub wings: i64,
}

impl Bird {
    /// Creates one from its required fields.
    pub fn new(kind: impl Into<String>, wings: i64) -> Self {
        Self {
            kind: kind.into(),
            name: None,
            wings,
        }
    }

    /// Sets `name`.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

::bindery_runtime::object! {
    Bird;
    required kind = "kind";
    optional name = "name";
    required wings = "wings";
}

/// `Parrot`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Parrot {
    /// `kind`.
    pub kind: String,
    /// `name`.
    pub name: Option<String>,
    /// `wings`.
    pub wings: i64,
    /// `talks`.
    pub talks: Option<bool>,
}

impl Parrot {
    /// Creates one from its required fields.
    pub fn new(kind: impl Into<String>, wings: i64) -> Self {
        Self {
            kind: kind.into(),
            name: None,
            wings,
            talks: None,
        }
    }

    /// Sets `name`.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets `talks`.
    #[must_use]
    pub fn talks(mut self, talks: bool) -> Self {
        self.talks = Some(talks);
        self
    }
}

::bindery_runtime::object! {
    Parrot;
    required kind = "kind";
    optional name = "name";
    required wings = "wings";
    optional talks = "talks";
}

/// `Zoo`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Zoo {
    /// `animals`.
    pub animals: Option<Vec<Animal>>,
}

impl Zoo {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `animals`.
    #[must_use]
    pub fn animals(mut self, animals: Vec<Animal>) -> Self {
        self.animals = Some(animals);
        self
    }
}

::bindery_runtime::object! {
    Zoo;
    optional animals = "animals";
}

/// A base that names what builds on it, each of which refers back to it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum Event {
    /// `Started`.
    Started(Started),
    /// `Stopped`.
    Stopped(Stopped),
    /// An object whose tag the description does not have, as it came.
    Unknown(::bindery_runtime::Object),
}

impl Event {
    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::tagged_union! {
    Event, tag "type";
    Started = "started";
    Stopped = "stopped";
    other Unknown;
}

impl From<Started> for Event {
    fn from(value: Started) -> Self {
        Self::Started(value)
    }
}

impl From<Stopped> for Event {
    fn from(value: Stopped) -> Self {
        Self::Stopped(value)
    }
}

impl ::bindery_runtime::Validate for Event {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        if let Self::Unknown(value) = self {
            at.unknown_tag("type", value);
        }
    }
}

/// `Started`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Started {
    /// `type`.
    pub r#type: String,
    /// `at`.
    pub at: Option<i64>,
    /// `by`.
    pub by: Option<String>,
}

impl Started {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Self {
            r#type: "started".into(),
            at: None,
            by: None,
        }
    }

    /// Sets `at`.
    #[must_use]
    pub fn at(mut self, at: i64) -> Self {
        self.at = Some(at);
        self
    }

    /// Sets `by`.
    #[must_use]
    pub fn by(mut self, by: impl Into<String>) -> Self {
        self.by = Some(by.into());
        self
    }
}

impl Default for Started {
    fn default() -> Self {
        Self::new()
    }
}

::bindery_runtime::object! {
    Started;
    required r#type = "type";
    optional at = "at";
    optional by = "by";
}

/// `Stopped`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Stopped {
    /// `type`.
    pub r#type: String,
    /// `at`.
    pub at: Option<i64>,
    /// `reason`.
    pub reason: String,
}

impl Stopped {
    /// Creates one from its required fields.
    pub fn new(reason: impl Into<String>) -> Self {
        Self {
            r#type: "stopped".into(),
            at: None,
            reason: reason.into(),
        }
    }

    /// Sets `at`.
    #[must_use]
    pub fn at(mut self, at: i64) -> Self {
        self.at = Some(at);
        self
    }
}

::bindery_runtime::object! {
    Stopped;
    required r#type = "type";
    optional at = "at";
    required reason = "reason";
}

/// A base that forbids what it does not describe.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Closed {
    /// `kind`.
    pub kind: Option<String>,
}

impl Closed {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `kind`.
    #[must_use]
    pub fn kind(mut self, kind: impl Into<String>) -> Self {
        self.kind = Some(kind.into());
        self
    }
}

::bindery_runtime::object! {
    Closed;
    optional kind = "kind";
}
