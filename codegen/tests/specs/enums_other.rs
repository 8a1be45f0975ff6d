// Made by `bindery generate enums_other.yaml`. Change the description instead of this file.

/// Client for Enums of other values.
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

/// `Level`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Level {
    /// `1`.
    Value1,
    /// `2`.
    Value2,
    /// `-1`.
    Minus1,
    /// A value that the description does not have, as it came.
    Unknown(i64),
}

::bindery_runtime::integer_enum! {
    Level;
    Value1 = 1;
    Value2 = 2;
    Minus1 = -1;
    other Unknown;
}

/// `ClosedLevel`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ClosedLevel {
    /// `10`.
    Value10,
    /// `20`.
    Value20,
}

::bindery_runtime::integer_enum! {
    ClosedLevel;
    Value10 = 10;
    Value20 = 20;
}

/// `Ratio`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Ratio {
    /// `0.5`.
    Value0_5,
    /// `1`.
    Value1,
    /// `1.5`.
    Value1_5,
    /// A value that the description does not have, as it came.
    Unknown(::bindery_runtime::Value),
}

::bindery_runtime::value_enum! {
    Ratio;
    Value0_5 = 0.5;
    Value1 = 1;
    Value1_5 = 1.5;
    other Unknown;
}

/// `Yes`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Yes {
    /// `true`.
    True,
    /// A value that the description does not have, as it came.
    Unknown(::bindery_runtime::Value),
}

::bindery_runtime::value_enum! {
    Yes;
    True = true;
    other Unknown;
}

/// `Mixed`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Mixed {
    /// `auto`.
    Auto,
    /// `1`.
    Value1,
    /// `2.5`.
    Value2_5,
    /// `true`.
    True,
    /// A value that the description does not have, as it came.
    Unknown(::bindery_runtime::Value),
}

::bindery_runtime::value_enum! {
    Mixed;
    Auto = "auto";
    Value1 = 1;
    Value2_5 = 2.5;
    True = true;
    other Unknown;
}

/// `Holder`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Holder {
    /// `level`.
    pub level: Level,
    /// `mixed`.
    pub mixed: Mixed,
    /// `mixed_or_null`.
    pub mixed_or_null: ::bindery_runtime::Maybe<MixedOrNull>,
    /// `ratio`.
    pub ratio: Option<Ratio>,
    /// `yes`.
    pub yes: Option<Yes>,
}

impl Holder {
    /// Creates one from its required fields.
    pub fn new(level: Level, mixed: Mixed) -> Self {
        Self {
            level,
            mixed,
            mixed_or_null: ::bindery_runtime::Maybe::Absent,
            ratio: None,
            yes: None,
        }
    }

    /// Sets `mixed_or_null`.
    #[must_use]
    pub fn mixed_or_null(mut self, mixed_or_null: MixedOrNull) -> Self {
        self.mixed_or_null = ::bindery_runtime::Maybe::Value(mixed_or_null);
        self
    }

    /// Sets `mixed_or_null` to null, which is not the same as leaving it out.
    #[must_use]
    pub fn mixed_or_null_null(mut self) -> Self {
        self.mixed_or_null = ::bindery_runtime::Maybe::Null;
        self
    }

    /// Sets `ratio`.
    #[must_use]
    pub fn ratio(mut self, ratio: Ratio) -> Self {
        self.ratio = Some(ratio);
        self
    }

    /// Sets `yes`.
    #[must_use]
    pub fn yes(mut self, yes: Yes) -> Self {
        self.yes = Some(yes);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Holder;
    required level = "level";
    required mixed = "mixed";
    nullable mixed_or_null = "mixed_or_null";
    optional ratio = "ratio";
    optional yes = "yes";
}

impl ::bindery_runtime::Validate for Holder {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("level", &self.level);
        at.nested("mixed", &self.mixed);
        at.nested("mixed_or_null", &self.mixed_or_null);
        at.nested("ratio", &self.ratio);
        at.nested("yes", &self.yes);
    }
}

/// `MixedOrNull`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum MixedOrNull {
    /// `auto`.
    Auto,
    /// `0`.
    Value0,
    /// A value that the description does not have, as it came.
    Unknown(::bindery_runtime::Value),
}

::bindery_runtime::value_enum! {
    MixedOrNull;
    Auto = "auto";
    Value0 = 0;
    other Unknown;
}
