// Made by `bindery generate all_of_conflicts.yaml`. Change the description instead of this file.

/// Client for allOf whose members disagree.
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

/// `Base`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Base {
    /// `id`.
    ///
    /// Limits: at least 1.
    pub id: Option<i64>,
    /// `state`.
    pub state: Option<BaseState>,
    /// `note`.
    pub note: ::bindery_runtime::Maybe<String>,
    /// `count`.
    pub count: Option<f64>,
}

impl Base {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `id`.
    #[must_use]
    pub fn id(mut self, id: i64) -> Self {
        self.id = Some(id);
        self
    }

    /// Sets `state`.
    #[must_use]
    pub fn state(mut self, state: BaseState) -> Self {
        self.state = Some(state);
        self
    }

    /// Sets `note`.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = ::bindery_runtime::Maybe::Value(note.into());
        self
    }

    /// Sets `note` to null, which is not the same as leaving it out.
    #[must_use]
    pub fn note_null(mut self) -> Self {
        self.note = ::bindery_runtime::Maybe::Null;
        self
    }

    /// Sets `count`.
    #[must_use]
    pub fn count(mut self, count: f64) -> Self {
        self.count = Some(count);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Base;
    optional id = "id";
    optional state = "state";
    nullable note = "note";
    optional count = "count";
}

impl ::bindery_runtime::Validate for Base {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        if let Some(value) = &self.id {
            at.key("id", |at| at.minimum(*value, 1));
        }
        at.nested("state", &self.state);
    }
}

/// `Narrowed`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Narrowed {
    /// `id`.
    ///
    /// Limits: at least 1, at most 9.
    pub id: i64,
    /// `state`.
    pub state: Option<NarrowedState>,
    /// `note`.
    pub note: String,
    /// `count`.
    pub count: Option<i64>,
}

impl Narrowed {
    /// Creates one from its required fields.
    pub fn new(id: i64, note: impl Into<String>) -> Self {
        Self {
            id,
            state: None,
            note: note.into(),
            count: None,
        }
    }

    /// Sets `state`.
    #[must_use]
    pub fn state(mut self, state: NarrowedState) -> Self {
        self.state = Some(state);
        self
    }

    /// Sets `count`.
    #[must_use]
    pub fn count(mut self, count: i64) -> Self {
        self.count = Some(count);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Narrowed;
    required id = "id";
    optional state = "state";
    required note = "note";
    optional count = "count";
}

impl ::bindery_runtime::Validate for Narrowed {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.key("id", |at| {
            at.minimum(self.id, 1);
            at.maximum(self.id, 9);
        });
        at.nested("state", &self.state);
    }
}

/// `Impossible`.
pub type Impossible = ::bindery_runtime::Never;

/// `ImpossibleProperty`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ImpossibleProperty {
    /// `id`.
    pub id: Option<::bindery_runtime::Never>,
    /// `state`.
    pub state: Option<BaseState>,
    /// `note`.
    pub note: ::bindery_runtime::Maybe<String>,
    /// `count`.
    pub count: Option<f64>,
}

impl ImpossibleProperty {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `id`.
    #[must_use]
    pub fn id(mut self, id: ::bindery_runtime::Never) -> Self {
        self.id = Some(id);
        self
    }

    /// Sets `state`.
    #[must_use]
    pub fn state(mut self, state: BaseState) -> Self {
        self.state = Some(state);
        self
    }

    /// Sets `note`.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = ::bindery_runtime::Maybe::Value(note.into());
        self
    }

    /// Sets `note` to null, which is not the same as leaving it out.
    #[must_use]
    pub fn note_null(mut self) -> Self {
        self.note = ::bindery_runtime::Maybe::Null;
        self
    }

    /// Sets `count`.
    #[must_use]
    pub fn count(mut self, count: f64) -> Self {
        self.count = Some(count);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    ImpossibleProperty;
    optional id = "id";
    optional state = "state";
    nullable note = "note";
    optional count = "count";
}

impl ::bindery_runtime::Validate for ImpossibleProperty {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("state", &self.state);
    }
}

/// `ClosedMember`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ClosedMember {
    /// `a`.
    pub a: Option<String>,
    /// `b`.
    pub b: Option<String>,
}

impl ClosedMember {
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

    /// Sets `b`.
    #[must_use]
    pub fn b(mut self, b: impl Into<String>) -> Self {
        self.b = Some(b.into());
        self
    }
}

::bindery_runtime::object! {
    ClosedMember;
    optional a = "a";
    optional b = "b";
}

/// The `state` of `Base`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum BaseState {
    /// `new`.
    New,
    /// `open`.
    Open,
    /// `done`.
    Done,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    BaseState;
    New = "new";
    Open = "open";
    Done = "done";
    other Unknown;
}

/// The `state` of `Narrowed`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum NarrowedState {
    /// `open`.
    Open,
    /// `done`.
    Done,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    NarrowedState;
    Open = "open";
    Done = "done";
    other Unknown;
}

/// `NothingButNull`.
pub type NothingButNull = ::bindery_runtime::Never;
