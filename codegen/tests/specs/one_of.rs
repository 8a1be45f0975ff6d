// Made by `bindery generate one_of.yaml`. Change the description instead of this file.

/// Client for oneOf without a discriminator.
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

/// `IdOrName`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum IdOrName {
    /// `integer`.
    Integer(i64),
    /// `string`.
    String(String),
}

::bindery_runtime::untagged_union! {
    IdOrName;
    Integer: integer;
    String: string;
}

impl From<i64> for IdOrName {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<String> for IdOrName {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

/// `Scalar`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum Scalar {
    /// `boolean`.
    Boolean(bool),
    /// `integer`.
    Integer(i64),
    /// `number`.
    Number(f64),
    /// `string`.
    String(String),
}

::bindery_runtime::untagged_union! {
    Scalar;
    Boolean: boolean;
    Integer: integer;
    Number: number;
    String: string;
}

impl From<bool> for Scalar {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}

impl From<i64> for Scalar {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<f64> for Scalar {
    fn from(value: f64) -> Self {
        Self::Number(value)
    }
}

impl From<String> for Scalar {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

/// `OneOrMany`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::enum_variant_names, clippy::large_enum_variant)]
pub enum OneOrMany {
    /// `string`.
    String(String),
    /// `string list`.
    StringList(Vec<String>),
}

::bindery_runtime::untagged_union! {
    OneOrMany;
    String: string;
    StringList: array;
}

impl From<String> for OneOrMany {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<Vec<String>> for OneOrMany {
    fn from(value: Vec<String>) -> Self {
        Self::StringList(value)
    }
}

/// `ByRequired`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum ByRequired {
    /// `Circle`.
    Circle(Circle),
    /// `Square`.
    Square(Square),
}

::bindery_runtime::untagged_union! {
    ByRequired;
    Circle: object { "radius" };
    Square: object { "side" };
}

impl From<Circle> for ByRequired {
    fn from(value: Circle) -> Self {
        Self::Circle(value)
    }
}

impl From<Square> for ByRequired {
    fn from(value: Square) -> Self {
        Self::Square(value)
    }
}

/// `Circle`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Circle {
    /// `radius`.
    pub radius: f64,
    /// `label`.
    pub label: Option<String>,
}

impl Circle {
    /// Creates one from its required fields.
    pub fn new(radius: f64) -> Self {
        Self { radius, label: None }
    }

    /// Sets `label`.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }
}

::bindery_runtime::object! {
    Circle;
    required radius = "radius";
    optional label = "label";
}

/// `Square`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Square {
    /// `side`.
    pub side: f64,
    /// `label`.
    pub label: Option<String>,
}

impl Square {
    /// Creates one from its required fields.
    pub fn new(side: f64) -> Self {
        Self { side, label: None }
    }

    /// Sets `label`.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }
}

::bindery_runtime::object! {
    Square;
    required side = "side";
    optional label = "label";
}

/// `ByConstant`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum ByConstant {
    /// Percent.
    Percent(ByConstantPercent),
    /// Amount.
    Amount(ByConstantAmount),
}

impl ByConstant {
    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::untagged_union! {
    ByConstant, checked;
    Percent: object { "unit" = "percent", "value" };
    Amount: object { "value", "currency" };
}

impl From<ByConstantPercent> for ByConstant {
    fn from(value: ByConstantPercent) -> Self {
        Self::Percent(value)
    }
}

impl From<ByConstantAmount> for ByConstant {
    fn from(value: ByConstantAmount) -> Self {
        Self::Amount(value)
    }
}

impl ::bindery_runtime::Validate for ByConstant {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        if let Self::Percent(value) = self {
            ::bindery_runtime::Validate::check(value, at);
        }
    }
}

/// What stands beside the branches holds in each.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum WithBase {
    /// Person.
    Person(WithBasePerson),
    /// Company.
    Company(WithBaseCompany),
}

::bindery_runtime::untagged_union! {
    WithBase;
    Person: object { "id", "name" };
    Company: object { "id", "vat" };
}

impl From<WithBasePerson> for WithBase {
    fn from(value: WithBasePerson) -> Self {
        Self::Person(value)
    }
}

impl From<WithBaseCompany> for WithBase {
    fn from(value: WithBaseCompany) -> Self {
        Self::Company(value)
    }
}

/// One list of known texts, or any text.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Texts {
    /// `auto`.
    Auto,
    /// `none`.
    None,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    Texts any_text;
    Auto = "auto";
    None = "none";
    other Unknown;
}

/// Known texts, or those of a pattern.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum KnownOrCode {
    /// `home`.
    Home,
    /// `work`.
    Work,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    KnownOrCode any_text r#"{"anyOf":[{"type":"string","enum":["home","work"]},{"type":"string","pattern":"^[0-9]+$"}]}"#;
    Home = "home";
    Work = "work";
    other Unknown;
}

/// `Holder`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Holder {
    /// `id`.
    pub id: Option<IdOrName>,
    /// `or_null`.
    pub or_null: ::bindery_runtime::Maybe<NullableUnion>,
    /// One list of known texts, or any text.
    pub texts: Option<Texts>,
    /// `size`.
    pub size: Option<HolderSize>,
}

impl Holder {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `id`.
    #[must_use]
    pub fn id(mut self, id: IdOrName) -> Self {
        self.id = Some(id);
        self
    }

    /// Sets `or_null`.
    #[must_use]
    pub fn or_null(mut self, or_null: NullableUnion) -> Self {
        self.or_null = ::bindery_runtime::Maybe::Value(or_null);
        self
    }

    /// Sets `or_null` to null, which is not the same as leaving it out.
    #[must_use]
    pub fn or_null_null(mut self) -> Self {
        self.or_null = ::bindery_runtime::Maybe::Null;
        self
    }

    /// Sets `texts`.
    #[must_use]
    pub fn texts(mut self, texts: Texts) -> Self {
        self.texts = Some(texts);
        self
    }

    /// Sets `size`.
    #[must_use]
    pub fn size(mut self, size: HolderSize) -> Self {
        self.size = Some(size);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Holder;
    optional id = "id";
    nullable or_null = "or_null";
    optional texts = "texts";
    optional size = "size";
}

impl ::bindery_runtime::Validate for Holder {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("texts", &self.texts);
        at.nested("size", &self.size);
    }
}

/// `Count`.
pub type Count = i64;

/// `CountList`.
pub type CountList = Vec<Count>;

/// Branches that are one Rust type have one conversion at most.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum Aliases {
    /// `integer`.
    Integer(i64),
    /// `Count`.
    Count(Count),
    /// `CountList`.
    CountList(CountList),
    /// `integer list`.
    IntegerList(Vec<i64>),
    /// `boolean`.
    Boolean(bool),
}

::bindery_runtime::untagged_union! {
    Aliases;
    Integer: integer;
    Count: integer;
    CountList: array;
    IntegerList: array;
    Boolean: boolean;
}

impl From<bool> for Aliases {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}

/// `Text`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::enum_variant_names, clippy::large_enum_variant)]
pub enum Text {
    /// `Text list`.
    TextList(Vec<Text>),
    /// `string`.
    String(String),
    /// `boolean`.
    Boolean(bool),
}

::bindery_runtime::untagged_union! {
    Text;
    TextList: array;
    String: string;
    Boolean: boolean;
}

impl From<Vec<Text>> for Text {
    fn from(value: Vec<Text>) -> Self {
        Self::TextList(value)
    }
}

impl From<String> for Text {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<bool> for Text {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}

/// Branches with checks that may be null.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum CheckedOrNull {
    /// `integer`.
    Integer(Option<i64>),
    /// `string`.
    String(Option<String>),
    /// `boolean`.
    Boolean(bool),
}

impl CheckedOrNull {
    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::untagged_union! {
    CheckedOrNull, checked;
    Integer: integer | null;
    String: string | null;
    Boolean: boolean;
}

impl From<Option<i64>> for CheckedOrNull {
    fn from(value: Option<i64>) -> Self {
        Self::Integer(value)
    }
}

impl From<Option<String>> for CheckedOrNull {
    fn from(value: Option<String>) -> Self {
        Self::String(value)
    }
}

impl From<bool> for CheckedOrNull {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}

impl ::bindery_runtime::Validate for CheckedOrNull {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        match self {
            Self::Integer(Some(value)) => {
                at.minimum(*value, 1);
            }
            Self::String(Some(value)) => {
                at.max_length(value, 3);
            }
            _ => {}
        }
    }
}

/// Percent
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ByConstantPercent {
    /// `unit`.
    pub unit: ByConstantPercentUnit,
    /// `value`.
    pub value: f64,
}

impl ByConstantPercent {
    /// Creates one from its required fields.
    pub fn new(value: f64) -> Self {
        Self {
            unit: ByConstantPercentUnit::Percent,
            value,
        }
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    ByConstantPercent;
    required unit = "unit";
    required value = "value";
}

impl ::bindery_runtime::Validate for ByConstantPercent {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("unit", &self.unit);
    }
}

/// Amount
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ByConstantAmount {
    /// `value`.
    pub value: i64,
    /// `currency`.
    pub currency: String,
}

impl ByConstantAmount {
    /// Creates one from its required fields.
    pub fn new(value: i64, currency: impl Into<String>) -> Self {
        Self {
            value,
            currency: currency.into(),
        }
    }
}

::bindery_runtime::object! {
    ByConstantAmount;
    required value = "value";
    required currency = "currency";
}

/// Person
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WithBasePerson {
    /// `id`.
    pub id: String,
    /// `name`.
    pub name: String,
}

impl WithBasePerson {
    /// Creates one from its required fields.
    pub fn new(id: impl Into<String>, name: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            name: name.into(),
        }
    }
}

::bindery_runtime::object! {
    WithBasePerson;
    required id = "id";
    required name = "name";
}

/// Company
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WithBaseCompany {
    /// `id`.
    pub id: String,
    /// `vat`.
    pub vat: String,
}

impl WithBaseCompany {
    /// Creates one from its required fields.
    pub fn new(id: impl Into<String>, vat: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            vat: vat.into(),
        }
    }
}

::bindery_runtime::object! {
    WithBaseCompany;
    required id = "id";
    required vat = "vat";
}

/// `NullableUnion`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum NullableUnion {
    /// `integer`.
    Integer(i64),
    /// `string`.
    String(String),
}

::bindery_runtime::untagged_union! {
    NullableUnion;
    Integer: integer;
    String: string;
}

impl From<i64> for NullableUnion {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<String> for NullableUnion {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

/// The `size` of `Holder`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum HolderSize {
    /// `integer`.
    Integer(i64),
    /// `string`.
    String(String),
}

impl HolderSize {
    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::untagged_union! {
    HolderSize, checked;
    Integer: integer;
    String: string;
}

impl From<i64> for HolderSize {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<String> for HolderSize {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl ::bindery_runtime::Validate for HolderSize {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        match self {
            Self::Integer(value) => {
                at.minimum(*value, 1);
            }
            Self::String(value) => {
                at.max_length(value, 3);
            }
        }
    }
}

/// The `Percent unit` of `ByConstant`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ByConstantPercentUnit {
    /// `percent`.
    Percent,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    ByConstantPercentUnit;
    Percent = "percent";
    other Unknown;
}
