// Made by `bindery generate one_of_tags.yaml`. Change the description instead of this file.

/// Client for oneOf with tags that no discriminator names.
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

/// A branch may have several values of the tag.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum Action {
    /// `Redirect`.
    Redirect(Redirect),
    /// `Sdk`.
    Sdk(Sdk),
    /// An object whose tag the description does not have, as it came.
    Unknown(::bindery_runtime::Object),
}

impl Action {
    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::tagged_union! {
    Action, tag "type";
    Redirect = "redirect";
    Sdk = "sdk", "wechatSDK";
    other Unknown;
}

impl From<Redirect> for Action {
    fn from(value: Redirect) -> Self {
        Self::Redirect(value)
    }
}

impl From<Sdk> for Action {
    fn from(value: Sdk) -> Self {
        Self::Sdk(value)
    }
}

impl ::bindery_runtime::Validate for Action {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        match self {
            Self::Redirect(value) => {
                ::bindery_runtime::Validate::check(value, at);
            }
            Self::Sdk(value) => {
                ::bindery_runtime::Validate::check(value, at);
            }
            Self::Unknown(value) => {
                at.unknown_tag("type", value);
            }
        }
    }
}

/// `Redirect`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Redirect {
    /// `url`.
    pub url: Option<String>,
    /// `type`.
    pub r#type: RedirectType,
}

impl Redirect {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Self {
            url: None,
            r#type: RedirectType::Redirect,
        }
    }

    /// Sets `url`.
    #[must_use]
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

impl Default for Redirect {
    fn default() -> Self {
        Self::new()
    }
}

::bindery_runtime::object! {
    Redirect;
    optional url = "url";
    required r#type = "type";
}

impl ::bindery_runtime::Validate for Redirect {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("type", &self.r#type);
    }
}

/// `Sdk`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Sdk {
    /// `url`.
    pub url: Option<String>,
    /// `type`.
    pub r#type: SdkType,
}

impl Sdk {
    /// Creates one from its required fields.
    pub fn new(r#type: SdkType) -> Self {
        Self { url: None, r#type }
    }

    /// Sets `url`.
    #[must_use]
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Sdk;
    optional url = "url";
    required r#type = "type";
}

impl ::bindery_runtime::Validate for Sdk {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("type", &self.r#type);
    }
}

/// Of two properties the one with a constant in each branch is the tag.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum Payment {
    /// `sepa`.
    Sepa(PaymentSepa),
    /// `ach`.
    Ach(PaymentAch),
    /// An object whose tag the description does not have, as it came.
    Unknown(::bindery_runtime::Object),
}

impl Payment {
    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::tagged_union! {
    Payment, tag "kind";
    Sepa = "sepa";
    Ach = "ach";
    other Unknown;
}

impl From<PaymentSepa> for Payment {
    fn from(value: PaymentSepa) -> Self {
        Self::Sepa(value)
    }
}

impl From<PaymentAch> for Payment {
    fn from(value: PaymentAch) -> Self {
        Self::Ach(value)
    }
}

impl ::bindery_runtime::Validate for Payment {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        match self {
            Self::Sepa(value) => {
                ::bindery_runtime::Validate::check(value, at);
            }
            Self::Ach(value) => {
                ::bindery_runtime::Validate::check(value, at);
            }
            Self::Unknown(value) => {
                at.unknown_tag("kind", value);
            }
        }
    }
}

/// A value of two branches is no tag.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::enum_variant_names, clippy::large_enum_variant)]
pub enum Shared {
    /// `with left`.
    WithLeft(SharedWithLeft),
    /// `with right`.
    WithRight(SharedWithRight),
}

impl Shared {
    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::untagged_union! {
    Shared, checked;
    WithLeft: object { "type", "left" };
    WithRight: object { "type", "right" };
}

impl From<SharedWithLeft> for Shared {
    fn from(value: SharedWithLeft) -> Self {
        Self::WithLeft(value)
    }
}

impl From<SharedWithRight> for Shared {
    fn from(value: SharedWithRight) -> Self {
        Self::WithRight(value)
    }
}

impl ::bindery_runtime::Validate for Shared {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        match self {
            Self::WithLeft(value) => {
                ::bindery_runtime::Validate::check(value, at);
            }
            Self::WithRight(value) => {
                ::bindery_runtime::Validate::check(value, at);
            }
        }
    }
}

/// A property that need not be there is no tag.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::enum_variant_names, clippy::large_enum_variant)]
pub enum Unsaid {
    /// `with left`.
    WithLeft(UnsaidWithLeft),
    /// `with right`.
    WithRight(UnsaidWithRight),
}

impl Unsaid {
    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::untagged_union! {
    Unsaid, checked;
    WithLeft: object { "left" };
    WithRight: object { "right" };
}

impl From<UnsaidWithLeft> for Unsaid {
    fn from(value: UnsaidWithLeft) -> Self {
        Self::WithLeft(value)
    }
}

impl From<UnsaidWithRight> for Unsaid {
    fn from(value: UnsaidWithRight) -> Self {
        Self::WithRight(value)
    }
}

impl ::bindery_runtime::Validate for Unsaid {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        match self {
            Self::WithLeft(value) => {
                ::bindery_runtime::Validate::check(value, at);
            }
            Self::WithRight(value) => {
                ::bindery_runtime::Validate::check(value, at);
            }
        }
    }
}

/// The `type` of `Redirect`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum RedirectType {
    /// `redirect`.
    Redirect,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    RedirectType;
    Redirect = "redirect";
    other Unknown;
}

/// The `type` of `Sdk`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum SdkType {
    /// `sdk`.
    Sdk,
    /// `wechatSDK`.
    WechatSdk,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    SdkType;
    Sdk = "sdk";
    WechatSdk = "wechatSDK";
    other Unknown;
}

/// The `sepa` of `Payment`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PaymentSepa {
    /// `currency`.
    pub currency: PaymentSepaCurrency,
    /// `kind`.
    pub kind: PaymentSepaKind,
}

impl PaymentSepa {
    /// Creates one from its required fields.
    pub fn new(currency: PaymentSepaCurrency) -> Self {
        Self {
            currency,
            kind: PaymentSepaKind::Sepa,
        }
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    PaymentSepa;
    required currency = "currency";
    required kind = "kind";
}

impl ::bindery_runtime::Validate for PaymentSepa {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("currency", &self.currency);
        at.nested("kind", &self.kind);
    }
}

/// The `ach` of `Payment`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PaymentAch {
    /// `currency`.
    pub currency: PaymentAchCurrency,
    /// `kind`.
    pub kind: PaymentAchKind,
}

impl PaymentAch {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Self {
            currency: PaymentAchCurrency::Usd,
            kind: PaymentAchKind::Ach,
        }
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

impl Default for PaymentAch {
    fn default() -> Self {
        Self::new()
    }
}

::bindery_runtime::object! {
    PaymentAch;
    required currency = "currency";
    required kind = "kind";
}

impl ::bindery_runtime::Validate for PaymentAch {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("currency", &self.currency);
        at.nested("kind", &self.kind);
    }
}

/// The `with left` of `Shared`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SharedWithLeft {
    /// `type`.
    pub r#type: SharedWithLeftType,
    /// `left`.
    pub left: String,
}

impl SharedWithLeft {
    /// Creates one from its required fields.
    pub fn new(r#type: SharedWithLeftType, left: impl Into<String>) -> Self {
        Self { r#type, left: left.into() }
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    SharedWithLeft;
    required r#type = "type";
    required left = "left";
}

impl ::bindery_runtime::Validate for SharedWithLeft {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("type", &self.r#type);
    }
}

/// The `with right` of `Shared`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SharedWithRight {
    /// `type`.
    pub r#type: SharedWithRightType,
    /// `right`.
    pub right: String,
}

impl SharedWithRight {
    /// Creates one from its required fields.
    pub fn new(r#type: SharedWithRightType, right: impl Into<String>) -> Self {
        Self {
            r#type,
            right: right.into(),
        }
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    SharedWithRight;
    required r#type = "type";
    required right = "right";
}

impl ::bindery_runtime::Validate for SharedWithRight {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("type", &self.r#type);
    }
}

/// The `with left` of `Unsaid`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UnsaidWithLeft {
    /// `type`.
    pub r#type: Option<UnsaidWithLeftType>,
    /// `left`.
    pub left: String,
}

impl UnsaidWithLeft {
    /// Creates one from its required fields.
    pub fn new(left: impl Into<String>) -> Self {
        Self {
            r#type: None,
            left: left.into(),
        }
    }

    /// Sets `type`.
    #[must_use]
    pub fn r#type(mut self, r#type: UnsaidWithLeftType) -> Self {
        self.r#type = Some(r#type);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    UnsaidWithLeft;
    optional r#type = "type";
    required left = "left";
}

impl ::bindery_runtime::Validate for UnsaidWithLeft {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("type", &self.r#type);
    }
}

/// The `with right` of `Unsaid`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UnsaidWithRight {
    /// `type`.
    pub r#type: Option<UnsaidWithRightType>,
    /// `right`.
    pub right: String,
}

impl UnsaidWithRight {
    /// Creates one from its required fields.
    pub fn new(right: impl Into<String>) -> Self {
        Self {
            r#type: None,
            right: right.into(),
        }
    }

    /// Sets `type`.
    #[must_use]
    pub fn r#type(mut self, r#type: UnsaidWithRightType) -> Self {
        self.r#type = Some(r#type);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    UnsaidWithRight;
    optional r#type = "type";
    required right = "right";
}

impl ::bindery_runtime::Validate for UnsaidWithRight {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("type", &self.r#type);
    }
}

/// The `sepa currency` of `Payment`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum PaymentSepaCurrency {
    /// `EUR`.
    Eur,
    /// `SEK`.
    Sek,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    PaymentSepaCurrency;
    Eur = "EUR";
    Sek = "SEK";
    other Unknown;
}

/// The `sepa kind` of `Payment`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum PaymentSepaKind {
    /// `sepa`.
    Sepa,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    PaymentSepaKind;
    Sepa = "sepa";
    other Unknown;
}

/// The `ach currency` of `Payment`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum PaymentAchCurrency {
    /// `USD`.
    Usd,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    PaymentAchCurrency;
    Usd = "USD";
    other Unknown;
}

/// The `ach kind` of `Payment`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum PaymentAchKind {
    /// `ach`.
    Ach,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    PaymentAchKind;
    Ach = "ach";
    other Unknown;
}

/// The `with left type` of `Shared`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum SharedWithLeftType {
    /// `a`.
    A,
    /// `b`.
    B,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    SharedWithLeftType;
    A = "a";
    B = "b";
    other Unknown;
}

/// The `with right type` of `Shared`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum SharedWithRightType {
    /// `b`.
    B,
    /// `c`.
    C,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    SharedWithRightType;
    B = "b";
    C = "c";
    other Unknown;
}

/// The `with left type` of `Unsaid`.
pub type UnsaidWithLeftType = SharedWithLeftType;

/// The `with right type` of `Unsaid`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum UnsaidWithRightType {
    /// `c`.
    C,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    UnsaidWithRightType;
    C = "c";
    other Unknown;
}
