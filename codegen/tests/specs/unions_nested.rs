// Made by `bindery generate unions_nested.yaml`. Change the description instead of this file.

/// Client for Unions within unions.
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

/// `Outer`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum Outer {
    /// `Inner`.
    Inner(Inner),
    /// `Inner list`.
    InnerList(Vec<Inner>),
    /// `boolean`.
    Boolean(bool),
}

::bindery_runtime::untagged_union! {
    Outer;
    Inner: integer | string;
    InnerList: array;
    Boolean: boolean;
}

impl From<Inner> for Outer {
    fn from(value: Inner) -> Self {
        Self::Inner(value)
    }
}

impl From<Vec<Inner>> for Outer {
    fn from(value: Vec<Inner>) -> Self {
        Self::InnerList(value)
    }
}

impl From<bool> for Outer {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}

/// `Inner`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum Inner {
    /// `string`.
    String(String),
    /// `integer`.
    Integer(i64),
}

::bindery_runtime::untagged_union! {
    Inner;
    String: string;
    Integer: integer;
}

impl From<String> for Inner {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<i64> for Inner {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

/// `Shape`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum Shape {
    /// `Round`.
    Round(Round),
    /// `Box`.
    Box(Box),
    /// An object whose tag the description does not have, as it came.
    Unknown(::bindery_runtime::Object),
}

impl Shape {
    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::tagged_union! {
    Shape, tag "shape";
    Round = "Round";
    Box = "Box";
    other Unknown;
}

impl From<Round> for Shape {
    fn from(value: Round) -> Self {
        Self::Round(value)
    }
}

impl From<Box> for Shape {
    fn from(value: Box) -> Self {
        Self::Box(value)
    }
}

impl ::bindery_runtime::Validate for Shape {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        match self {
            Self::Box(value) => {
                ::bindery_runtime::Validate::check(value, at);
            }
            Self::Unknown(value) => {
                at.unknown_tag("shape", value);
            }
            _ => {}
        }
    }
}

/// `Round`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Round {
    /// `shape`.
    pub shape: String,
    /// `fill`.
    pub fill: RoundFill,
}

impl Round {
    /// Creates one from its required fields.
    pub fn new(fill: RoundFill) -> Self {
        Self {
            shape: "Round".into(),
            fill,
        }
    }
}

::bindery_runtime::object! {
    Round;
    required shape = "shape";
    required fill = "fill";
}

/// `Box`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Box {
    /// `shape`.
    pub shape: String,
    /// `inside`.
    pub inside: Option<::std::boxed::Box<Shape>>,
}

impl Box {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Self {
            shape: "Box".into(),
            inside: None,
        }
    }

    /// Sets `inside`.
    #[must_use]
    pub fn inside(mut self, inside: Shape) -> Self {
        self.inside = Some(::std::boxed::Box::new(inside));
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

impl Default for Box {
    fn default() -> Self {
        Self::new()
    }
}

::bindery_runtime::object! {
    Box;
    required shape = "shape";
    optional inside = "inside";
}

impl ::bindery_runtime::Validate for Box {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("inside", &self.inside);
    }
}

/// The `fill` of `Round`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum RoundFill {
    /// `string`.
    String(String),
    /// Gradient.
    Gradient(RoundFillGradient),
}

::bindery_runtime::untagged_union! {
    RoundFill;
    String: string;
    Gradient: object { "from", "to" };
}

impl From<String> for RoundFill {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<RoundFillGradient> for RoundFill {
    fn from(value: RoundFillGradient) -> Self {
        Self::Gradient(value)
    }
}

/// Gradient
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RoundFillGradient {
    /// `from`.
    pub from: String,
    /// `to`.
    pub to: String,
}

impl RoundFillGradient {
    /// Creates one from its required fields.
    pub fn new(from: impl Into<String>, to: impl Into<String>) -> Self {
        Self {
            from: from.into(),
            to: to.into(),
        }
    }
}

::bindery_runtime::object! {
    RoundFillGradient;
    required from = "from";
    required to = "to";
}
