// Made by `bindery generate enums_text.yaml`. Change the description instead of this file.

/// Client for Enums of texts.
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

/// How the agent is doing.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Status {
    /// `active`.
    Active,
    /// `suspended`.
    Suspended,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    Status;
    Active = "active";
    Suspended = "suspended";
    other Unknown;
}

/// `Closed`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Closed {
    /// `asc`.
    Asc,
    /// `desc`.
    Desc,
}

::bindery_runtime::string_enum! {
    Closed;
    Asc = "asc";
    Desc = "desc";
}

/// Values that make poor identifiers.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Odd {
    /// `cat`.
    CatLower,
    /// `Cat`.
    Cat,
    /// `+1`.
    Plus1,
    /// `-1`.
    Minus1,
    /// `""`.
    Empty,
    /// `two words`.
    TwoWords,
    /// `self`.
    SelfLower,
    /// `Self`.
    Self_,
    /// `9`.
    Value9,
    /// `größe`.
    Grosse,
    /// `%`.
    Percent,
    /// `unknown`.
    Unknown,
    /// `*`.
    Star,
    /// A value that the description does not have, as it came.
    Undescribed(String),
}

::bindery_runtime::string_enum! {
    Odd;
    CatLower = "cat";
    Cat = "Cat";
    Plus1 = "+1";
    Minus1 = "-1";
    Empty = "";
    TwoWords = "two words";
    SelfLower = "self";
    Self_ = "Self";
    Value9 = "9";
    Grosse = "größe";
    Percent = "%";
    Unknown = "unknown";
    Star = "*";
    other Undescribed;
}

/// `Reserved`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Reserved {
    /// `Ok`.
    Ok,
    /// `Err`.
    Err,
    /// `Some`.
    Some,
    /// `None`.
    None,
    /// `Unknown`.
    Unknown,
    /// A value that the description does not have, as it came.
    Undescribed(String),
}

::bindery_runtime::string_enum! {
    Reserved;
    Ok = "Ok";
    Err = "Err";
    Some = "Some";
    None = "None";
    Unknown = "Unknown";
    other Undescribed;
}

/// `Single`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Single {
    /// `agent`.
    Agent,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    Single;
    Agent = "agent";
    other Unknown;
}

/// `Holder`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Holder {
    /// `kind`.
    pub kind: Single,
    /// `order`.
    pub order: HolderOrder,
    /// How the agent is doing.
    pub status: Option<Status>,
    /// `statuses`.
    pub statuses: Option<Vec<Status>>,
}

impl Holder {
    /// Creates one from its required fields.
    pub fn new(order: HolderOrder) -> Self {
        Self {
            kind: Single::Agent,
            order,
            status: None,
            statuses: None,
        }
    }

    /// Sets `status`.
    #[must_use]
    pub fn status(mut self, status: Status) -> Self {
        self.status = Some(status);
        self
    }

    /// Sets `statuses`.
    #[must_use]
    pub fn statuses(mut self, statuses: Vec<Status>) -> Self {
        self.statuses = Some(statuses);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Holder;
    required kind = "kind";
    required order = "order";
    optional status = "status";
    optional statuses = "statuses";
}

impl ::bindery_runtime::Validate for Holder {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("kind", &self.kind);
        at.nested("order", &self.order);
        at.nested("status", &self.status);
        at.nested("statuses", &self.statuses);
    }
}

/// Values that share a word, none of which is dropped.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
#[allow(clippy::enum_variant_names)]
pub enum Prefixed {
    /// `order_created`.
    OrderCreated,
    /// `order_paid`.
    OrderPaid,
    /// `order_sent`.
    OrderSent,
}

::bindery_runtime::string_enum! {
    Prefixed;
    OrderCreated = "order_created";
    OrderPaid = "order_paid";
    OrderSent = "order_sent";
}

/// `State`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
#[allow(clippy::enum_variant_names)]
pub enum State {
    /// `state_new`.
    StateNew,
    /// `state_old`.
    StateOld,
    /// `state_none`.
    StateNone,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    State;
    StateNew = "state_new";
    StateOld = "state_old";
    StateNone = "state_none";
    other Unknown;
}

/// The `order` of `Holder`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum HolderOrder {
    /// `first`.
    First,
    /// `last`.
    Last,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    HolderOrder;
    First = "first";
    Last = "last";
    other Unknown;
}
