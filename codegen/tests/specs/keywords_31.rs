// Made by `bindery generate keywords_31.yaml`. Change the description instead of this file.

/// Client for Keywords that no type expresses.
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

/// `Conditional`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Conditional {
    /// `country`.
    pub country: Option<String>,
    /// Properties that the description does not name.
    pub additional_properties: ::bindery_runtime::Object,
}

impl Conditional {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `country`.
    #[must_use]
    pub fn country(mut self, country: impl Into<String>) -> Self {
        self.country = Some(country.into());
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Conditional;
    optional country = "country";
    rest additional_properties;
}

impl ::bindery_runtime::Validate for Conditional {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        static ASSERTIONS: ::bindery_runtime::Assertions = ::bindery_runtime::Assertions::new(
            r#"{"if":{"properties":{"country":{"const":"NL"}}},"then":{"properties":{"postcode":{"type":"string","pattern":"^\\d{4}"}}},"else":{"required":["city"]}}"#,
        );
        at.assertions(self, &ASSERTIONS);
    }
}

/// `Dependent`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Dependent {
    /// `card`.
    pub card: Option<String>,
    /// `address`.
    pub address: Option<String>,
    /// Properties that the description does not name.
    pub additional_properties: ::bindery_runtime::Object,
}

impl Dependent {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `card`.
    #[must_use]
    pub fn card(mut self, card: impl Into<String>) -> Self {
        self.card = Some(card.into());
        self
    }

    /// Sets `address`.
    #[must_use]
    pub fn address(mut self, address: impl Into<String>) -> Self {
        self.address = Some(address.into());
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Dependent;
    optional card = "card";
    optional address = "address";
    rest additional_properties;
}

impl ::bindery_runtime::Validate for Dependent {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        static ASSERTIONS: ::bindery_runtime::Assertions = ::bindery_runtime::Assertions::new(
            r#"{"dependentRequired":{"card":["address"]},"dependentSchemas":{"card":{"required":["cvc"],"properties":{"cvc":{"type":"string"}}}}}"#,
        );
        at.assertions(self, &ASSERTIONS);
    }
}

/// `Patterns`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Patterns {
    /// `id`.
    pub id: Option<String>,
    /// Properties that the description does not name.
    pub additional_properties: ::bindery_runtime::Object,
}

impl Patterns {
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

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Patterns;
    optional id = "id";
    rest additional_properties;
}

impl ::bindery_runtime::Validate for Patterns {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        static ASSERTIONS: ::bindery_runtime::Assertions = ::bindery_runtime::Assertions::new(
            r#"{"patternProperties":{"^x-":{"type":"string"}}}"#,
        );
        at.assertions(self, &ASSERTIONS);
    }
}

/// `OnlyPattern`.
pub type OnlyPattern = ::std::collections::BTreeMap<String, i64>;

/// `Names`.
pub type Names = ::std::collections::BTreeMap<String, i64>;

/// `Unevaluated`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Unevaluated {
    /// `id`.
    pub id: Option<String>,
    /// Properties that the description does not name.
    pub additional_properties: ::std::collections::BTreeMap<String, i64>,
}

impl Unevaluated {
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
    Unevaluated;
    optional id = "id";
    rest additional_properties;
}

/// `UnevaluatedBeside`.
pub type UnevaluatedBeside = Dependent;

/// `Contains`.
pub type Contains = Vec<i64>;

/// `Tree`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Tree {
    /// `children`.
    pub children: Option<Vec<Tree>>,
}

impl Tree {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `children`.
    #[must_use]
    pub fn children(mut self, children: Vec<Tree>) -> Self {
        self.children = Some(children);
        self
    }
}

::bindery_runtime::object! {
    Tree;
    optional children = "children";
}

/// `Identified`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Identified {
    /// `again`.
    pub again: Option<Box<Identified>>,
}

impl Identified {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `again`.
    #[must_use]
    pub fn again(mut self, again: Identified) -> Self {
        self.again = Some(Box::new(again));
        self
    }
}

::bindery_runtime::object! {
    Identified;
    optional again = "again";
}

/// `Foreign`.
pub type Foreign = String;

/// `Doubtful`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Doubtful {
    /// `old`.
    pub old: Option<String>,
    /// `unquoted`.
    pub unquoted: Option<String>,
}

impl Doubtful {
    /// Creates one from its required fields.
    pub fn new(old: Option<String>, unquoted: Option<String>) -> Self {
        Self { old, unquoted }
    }
}

::bindery_runtime::object! {
    Doubtful;
    required old = "old";
    required unquoted = "unquoted";
}

/// `Misshapen`.
pub type Misshapen = String;
