// Made by `bindery generate discriminator.yaml`. Change the description instead of this file.

/// Client for oneOf with a discriminator.
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

/// A pet of some kind.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum Pet {
    /// `Cat`.
    Cat(Cat),
    /// `Dog`.
    Dog(Dog),
    /// An object whose tag the description does not have, as it came.
    Unknown(::bindery_runtime::Object),
}

impl Pet {
    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::tagged_union! {
    Pet, tag "kind";
    Cat = "cat", "kitten";
    Dog = "dog";
    other Unknown;
}

impl From<Cat> for Pet {
    fn from(value: Cat) -> Self {
        Self::Cat(value)
    }
}

impl From<Dog> for Pet {
    fn from(value: Dog) -> Self {
        Self::Dog(value)
    }
}

impl ::bindery_runtime::Validate for Pet {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        if let Self::Unknown(value) = self {
            at.unknown_tag("kind", value);
        }
    }
}

/// `Cat`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Cat {
    /// `kind`.
    pub kind: String,
    /// `lives`.
    pub lives: i64,
}

impl Cat {
    /// Creates one from its required fields.
    pub fn new(kind: impl Into<String>, lives: i64) -> Self {
        Self { kind: kind.into(), lives }
    }
}

::bindery_runtime::object! {
    Cat;
    required kind = "kind";
    required lives = "lives";
}

/// `Dog`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Dog {
    /// `kind`.
    pub kind: String,
    /// `barks`.
    pub barks: Option<bool>,
}

impl Dog {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Self {
            kind: "dog".into(),
            barks: None,
        }
    }

    /// Sets `barks`.
    #[must_use]
    pub fn barks(mut self, barks: bool) -> Self {
        self.barks = Some(barks);
        self
    }
}

impl Default for Dog {
    fn default() -> Self {
        Self::new()
    }
}

::bindery_runtime::object! {
    Dog;
    required kind = "kind";
    optional barks = "barks";
}

/// `Implicit`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum Implicit {
    /// `Card`.
    Card(Card),
    /// `Transfer`.
    Transfer(Transfer),
    /// An object whose tag the description does not have, as it came.
    Unknown(::bindery_runtime::Object),
}

impl Implicit {
    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::tagged_union! {
    Implicit, tag "type";
    Card = "Card";
    Transfer = "Transfer";
    other Unknown;
}

impl From<Card> for Implicit {
    fn from(value: Card) -> Self {
        Self::Card(value)
    }
}

impl From<Transfer> for Implicit {
    fn from(value: Transfer) -> Self {
        Self::Transfer(value)
    }
}

impl ::bindery_runtime::Validate for Implicit {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        if let Self::Unknown(value) = self {
            at.unknown_tag("type", value);
        }
    }
}

/// `Card`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Card {
    /// `type`.
    pub r#type: String,
    /// `number`.
    pub number: String,
}

impl Card {
    /// Creates one from its required fields.
    pub fn new(number: impl Into<String>) -> Self {
        Self {
            r#type: "Card".into(),
            number: number.into(),
        }
    }
}

::bindery_runtime::object! {
    Card;
    required r#type = "type";
    required number = "number";
}

/// `Transfer`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Transfer {
    /// `type`.
    pub r#type: String,
    /// `iban`.
    pub iban: String,
}

impl Transfer {
    /// Creates one from its required fields.
    pub fn new(iban: impl Into<String>) -> Self {
        Self {
            r#type: "Transfer".into(),
            iban: iban.into(),
        }
    }
}

::bindery_runtime::object! {
    Transfer;
    required r#type = "type";
    required iban = "iban";
}

/// The constants of the branches do the work of a discriminator.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum ByConstant {
    /// Started.
    Started(ByConstantStarted),
    /// Stopped.
    Stopped(ByConstantStopped),
    /// An object whose tag the description does not have, as it came.
    Unknown(::bindery_runtime::Object),
}

impl ByConstant {
    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::tagged_union! {
    ByConstant, tag "event";
    Started = "started";
    Stopped = "stopped";
    other Unknown;
}

impl From<ByConstantStarted> for ByConstant {
    fn from(value: ByConstantStarted) -> Self {
        Self::Started(value)
    }
}

impl From<ByConstantStopped> for ByConstant {
    fn from(value: ByConstantStopped) -> Self {
        Self::Stopped(value)
    }
}

impl ::bindery_runtime::Validate for ByConstant {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        match self {
            Self::Started(value) => {
                ::bindery_runtime::Validate::check(value, at);
            }
            Self::Stopped(value) => {
                ::bindery_runtime::Validate::check(value, at);
            }
            Self::Unknown(value) => {
                at.unknown_tag("event", value);
            }
        }
    }
}

/// What stands beside the branches holds in each, and the mapping leads to them all the same.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum Named {
    /// `Cat`.
    Cat(NamedCat),
    /// `Dog`.
    Dog(NamedDog),
    /// An object whose tag the description does not have, as it came.
    Unknown(::bindery_runtime::Object),
}

impl Named {
    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::tagged_union! {
    Named, tag "kind";
    Cat = "cat";
    Dog = "dog";
    other Unknown;
}

impl From<NamedCat> for Named {
    fn from(value: NamedCat) -> Self {
        Self::Cat(value)
    }
}

impl From<NamedDog> for Named {
    fn from(value: NamedDog) -> Self {
        Self::Dog(value)
    }
}

impl ::bindery_runtime::Validate for Named {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        if let Self::Unknown(value) = self {
            at.unknown_tag("kind", value);
        }
    }
}

/// `Holder`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Holder {
    /// A pet of some kind.
    pub pet: Pet,
    /// `payments`.
    pub payments: Option<Vec<Implicit>>,
}

impl Holder {
    /// Creates one from its required fields.
    pub fn new(pet: Pet) -> Self {
        Self { pet, payments: None }
    }

    /// Sets `payments`.
    #[must_use]
    pub fn payments(mut self, payments: Vec<Implicit>) -> Self {
        self.payments = Some(payments);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Holder;
    required pet = "pet";
    optional payments = "payments";
}

impl ::bindery_runtime::Validate for Holder {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("pet", &self.pet);
        at.nested("payments", &self.payments);
    }
}

/// Started
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ByConstantStarted {
    /// `event`.
    pub event: ByConstantStartedEvent,
    /// `at`.
    pub at: i64,
}

impl ByConstantStarted {
    /// Creates one from its required fields.
    pub fn new(at: i64) -> Self {
        Self {
            event: ByConstantStartedEvent::Started,
            at,
        }
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    ByConstantStarted;
    required event = "event";
    required at = "at";
}

impl ::bindery_runtime::Validate for ByConstantStarted {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("event", &self.event);
    }
}

/// Stopped
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ByConstantStopped {
    /// `event`.
    pub event: ByConstantStoppedEvent,
    /// `reason`.
    pub reason: String,
}

impl ByConstantStopped {
    /// Creates one from its required fields.
    pub fn new(reason: impl Into<String>) -> Self {
        Self {
            event: ByConstantStoppedEvent::Stopped,
            reason: reason.into(),
        }
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    ByConstantStopped;
    required event = "event";
    required reason = "reason";
}

impl ::bindery_runtime::Validate for ByConstantStopped {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("event", &self.event);
    }
}

/// The `Cat` of `Named`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct NamedCat {
    /// `kind`.
    pub kind: String,
    /// `name`.
    pub name: String,
    /// `lives`.
    pub lives: i64,
}

impl NamedCat {
    /// Creates one from its required fields.
    pub fn new(name: impl Into<String>, lives: i64) -> Self {
        Self {
            kind: "cat".into(),
            name: name.into(),
            lives,
        }
    }
}

::bindery_runtime::object! {
    NamedCat;
    required kind = "kind";
    required name = "name";
    required lives = "lives";
}

/// The `Dog` of `Named`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct NamedDog {
    /// `kind`.
    pub kind: String,
    /// `name`.
    pub name: String,
    /// `barks`.
    pub barks: Option<bool>,
}

impl NamedDog {
    /// Creates one from its required fields.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            kind: "dog".into(),
            name: name.into(),
            barks: None,
        }
    }

    /// Sets `barks`.
    #[must_use]
    pub fn barks(mut self, barks: bool) -> Self {
        self.barks = Some(barks);
        self
    }
}

::bindery_runtime::object! {
    NamedDog;
    required kind = "kind";
    required name = "name";
    optional barks = "barks";
}

/// The `Started event` of `ByConstant`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ByConstantStartedEvent {
    /// `started`.
    Started,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    ByConstantStartedEvent;
    Started = "started";
    other Unknown;
}

/// The `Stopped event` of `ByConstant`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ByConstantStoppedEvent {
    /// `stopped`.
    Stopped,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    ByConstantStoppedEvent;
    Stopped = "stopped";
    other Unknown;
}
