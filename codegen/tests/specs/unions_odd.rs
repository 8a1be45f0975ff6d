// Made by `bindery generate unions_odd.yaml`. Change the description instead of this file.

/// Client for Unions of everything.
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

/// `Lists`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::enum_variant_names, clippy::large_enum_variant)]
pub enum Lists {
    /// `string list`.
    StringList(Vec<String>),
    /// `integer list`.
    IntegerList(Vec<i64>),
    /// `list list`.
    ListList(Vec<Vec<i64>>),
}

::bindery_runtime::untagged_union! {
    Lists;
    StringList: array;
    IntegerList: array;
    ListList: array;
}

impl From<Vec<String>> for Lists {
    fn from(value: Vec<String>) -> Self {
        Self::StringList(value)
    }
}

impl From<Vec<i64>> for Lists {
    fn from(value: Vec<i64>) -> Self {
        Self::IntegerList(value)
    }
}

impl From<Vec<Vec<i64>>> for Lists {
    fn from(value: Vec<Vec<i64>>) -> Self {
        Self::ListList(value)
    }
}

/// `Deep`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum Deep {
    /// `Middle`.
    Middle(Middle),
    /// `boolean`.
    Boolean(bool),
}

::bindery_runtime::untagged_union! {
    Deep;
    Middle: null | string | array | object;
    Boolean: boolean;
}

impl From<Middle> for Deep {
    fn from(value: Middle) -> Self {
        Self::Middle(value)
    }
}

impl From<bool> for Deep {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}

/// `Middle`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum Middle {
    /// `Inner`.
    Inner(Option<Inner>),
    /// `Deep list`.
    DeepList(Vec<Deep>),
}

::bindery_runtime::untagged_union! {
    Middle;
    Inner: string | object | null;
    DeepList: array;
}

impl From<Option<Inner>> for Middle {
    fn from(value: Option<Inner>) -> Self {
        Self::Inner(value)
    }
}

impl From<Vec<Deep>> for Middle {
    fn from(value: Vec<Deep>) -> Self {
        Self::DeepList(value)
    }
}

/// A branch that takes everything comes last, whatever the order.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum Anything {
    /// `any`.
    Any(::bindery_runtime::Value),
    /// `string`.
    String(String),
}

::bindery_runtime::untagged_union! {
    Anything;
    Any: any;
    String: string;
}

impl From<::bindery_runtime::Value> for Anything {
    fn from(value: ::bindery_runtime::Value) -> Self {
        Self::Any(value)
    }
}

impl From<String> for Anything {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

/// `Maps`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::enum_variant_names, clippy::large_enum_variant)]
pub enum Maps {
    /// `integer map`.
    IntegerMap(::std::collections::BTreeMap<String, i64>),
    /// `string map`.
    StringMap(::std::collections::BTreeMap<String, String>),
}

::bindery_runtime::untagged_union! {
    Maps;
    IntegerMap: object;
    StringMap: object;
}

impl From<::std::collections::BTreeMap<String, i64>> for Maps {
    fn from(value: ::std::collections::BTreeMap<String, i64>) -> Self {
        Self::IntegerMap(value)
    }
}

impl From<::std::collections::BTreeMap<String, String>> for Maps {
    fn from(value: ::std::collections::BTreeMap<String, String>) -> Self {
        Self::StringMap(value)
    }
}

/// One branch is mapped, the other is known by its name.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum Partly {
    /// `Left`.
    Left(Left),
    /// `Right`.
    Right(Right),
    /// An object whose tag the description does not have, as it came.
    Unknown(::bindery_runtime::Object),
}

impl Partly {
    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::tagged_union! {
    Partly, tag "side";
    Left = "l";
    Right = "Right";
    other Unknown;
}

impl From<Left> for Partly {
    fn from(value: Left) -> Self {
        Self::Left(value)
    }
}

impl From<Right> for Partly {
    fn from(value: Right) -> Self {
        Self::Right(value)
    }
}

impl ::bindery_runtime::Validate for Partly {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        if let Self::Unknown(value) = self {
            at.unknown_tag("side", value);
        }
    }
}

/// `Sided`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Sided {
    /// `side`.
    pub side: Option<String>,
}

impl Sided {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `side`.
    #[must_use]
    pub fn side(mut self, side: impl Into<String>) -> Self {
        self.side = Some(side.into());
        self
    }
}

::bindery_runtime::object! {
    Sided;
    optional side = "side";
}

/// `Left`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Left {
    /// `side`.
    pub side: Option<String>,
    /// `left`.
    pub left: Option<String>,
}

impl Left {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `side`.
    #[must_use]
    pub fn side(mut self, side: impl Into<String>) -> Self {
        self.side = Some(side.into());
        self
    }

    /// Sets `left`.
    #[must_use]
    pub fn left(mut self, left: impl Into<String>) -> Self {
        self.left = Some(left.into());
        self
    }
}

::bindery_runtime::object! {
    Left;
    optional side = "side";
    optional left = "left";
}

/// `Right`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Right {
    /// `side`.
    pub side: Option<String>,
    /// `right`.
    pub right: Option<String>,
}

impl Right {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `side`.
    #[must_use]
    pub fn side(mut self, side: impl Into<String>) -> Self {
        self.side = Some(side.into());
        self
    }

    /// Sets `right`.
    #[must_use]
    pub fn right(mut self, right: impl Into<String>) -> Self {
        self.right = Some(right.into());
        self
    }
}

::bindery_runtime::object! {
    Right;
    optional side = "side";
    optional right = "right";
}

/// A branch lacks the property, so that the branches are told apart by their form.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum Untagged {
    /// `Left`.
    Left(Left),
    /// Other.
    Other(UntaggedOther),
}

::bindery_runtime::untagged_union! {
    Untagged;
    Left: object;
    Other: object { "other" };
}

impl From<Left> for Untagged {
    fn from(value: Left) -> Self {
        Self::Left(value)
    }
}

impl From<UntaggedOther> for Untagged {
    fn from(value: UntaggedOther) -> Self {
        Self::Other(value)
    }
}

/// `ByTitle`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::enum_variant_names, clippy::large_enum_variant)]
pub enum ByTitle {
    /// `with a`.
    WithA(ByTitleWithA),
    /// `with b`.
    WithB(ByTitleWithB),
}

::bindery_runtime::untagged_union! {
    ByTitle;
    WithA: object { "a" };
    WithB: object { "b" };
}

impl From<ByTitleWithA> for ByTitle {
    fn from(value: ByTitleWithA) -> Self {
        Self::WithA(value)
    }
}

impl From<ByTitleWithB> for ByTitle {
    fn from(value: ByTitleWithB) -> Self {
        Self::WithB(value)
    }
}

/// `Consts`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum Consts {
    /// `a`.
    A(ConstsA),
    /// `value`.
    Value(ConstsValue),
    /// `boolean`.
    Boolean(bool),
}

impl Consts {
    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::untagged_union! {
    Consts, checked;
    A: string;
    Value: integer;
    Boolean: boolean;
}

impl From<ConstsA> for Consts {
    fn from(value: ConstsA) -> Self {
        Self::A(value)
    }
}

impl From<ConstsValue> for Consts {
    fn from(value: ConstsValue) -> Self {
        Self::Value(value)
    }
}

impl From<bool> for Consts {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}

impl ::bindery_runtime::Validate for Consts {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        match self {
            Self::A(value) => {
                ::bindery_runtime::Validate::check(value, at);
            }
            Self::Value(value) => {
                ::bindery_runtime::Validate::check(value, at);
            }
            _ => {}
        }
    }
}

/// A value is of a sort, and says at least one of two things besides.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum OneAndAny {
    /// Card.
    Card(OneAndAnyCard),
    /// Bank.
    Bank(OneAndAnyBank),
}

::bindery_runtime::untagged_union! {
    OneAndAny;
    Card: object;
    Bank: object;
}

impl From<OneAndAnyCard> for OneAndAny {
    fn from(value: OneAndAnyCard) -> Self {
        Self::Card(value)
    }
}

impl From<OneAndAnyBank> for OneAndAny {
    fn from(value: OneAndAnyBank) -> Self {
        Self::Bank(value)
    }
}

/// `Holder`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Holder {
    /// `always`.
    pub always: Deep,
    /// `deep`.
    pub deep: Option<Deep>,
    /// `lists`.
    pub lists: Option<Lists>,
    /// A branch that takes everything comes last, whatever the order.
    pub anything: Option<Anything>,
}

impl Holder {
    /// Creates one from its required fields.
    pub fn new(always: Deep) -> Self {
        Self {
            always,
            deep: None,
            lists: None,
            anything: None,
        }
    }

    /// Sets `deep`.
    #[must_use]
    pub fn deep(mut self, deep: Deep) -> Self {
        self.deep = Some(deep);
        self
    }

    /// Sets `lists`.
    #[must_use]
    pub fn lists(mut self, lists: Lists) -> Self {
        self.lists = Some(lists);
        self
    }

    /// Sets `anything`.
    #[must_use]
    pub fn anything(mut self, anything: Anything) -> Self {
        self.anything = Some(anything);
        self
    }
}

::bindery_runtime::object! {
    Holder;
    required always = "always";
    anything deep = "deep";
    optional lists = "lists";
    anything anything = "anything";
}

/// `Inner`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum Inner {
    /// `string`.
    String(String),
    /// `integer map`.
    IntegerMap(::std::collections::BTreeMap<String, i64>),
}

::bindery_runtime::untagged_union! {
    Inner;
    String: string;
    IntegerMap: object;
}

impl From<String> for Inner {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<::std::collections::BTreeMap<String, i64>> for Inner {
    fn from(value: ::std::collections::BTreeMap<String, i64>) -> Self {
        Self::IntegerMap(value)
    }
}

/// Other
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UntaggedOther {
    /// `other`.
    pub other: String,
}

impl UntaggedOther {
    /// Creates one from its required fields.
    pub fn new(other: impl Into<String>) -> Self {
        Self { other: other.into() }
    }
}

::bindery_runtime::object! {
    UntaggedOther;
    required other = "other";
}

/// The `with a` of `ByTitle`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ByTitleWithA {
    /// `a`.
    pub a: String,
}

impl ByTitleWithA {
    /// Creates one from its required fields.
    pub fn new(a: impl Into<String>) -> Self {
        Self { a: a.into() }
    }
}

::bindery_runtime::object! {
    ByTitleWithA;
    required a = "a";
}

/// The `with b` of `ByTitle`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ByTitleWithB {
    /// `b`.
    pub b: String,
}

impl ByTitleWithB {
    /// Creates one from its required fields.
    pub fn new(b: impl Into<String>) -> Self {
        Self { b: b.into() }
    }
}

::bindery_runtime::object! {
    ByTitleWithB;
    required b = "b";
}

/// The `a` of `Consts`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ConstsA {
    /// `a`.
    A,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    ConstsA;
    A = "a";
    other Unknown;
}

/// The `value` of `Consts`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ConstsValue {
    /// `1`.
    Value1,
    /// A value that the description does not have, as it came.
    Unknown(i64),
}

::bindery_runtime::integer_enum! {
    ConstsValue;
    Value1 = 1;
    other Unknown;
}

/// Card
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum OneAndAnyCard {
    /// Mail.
    Mail(OneAndAnyCardMail),
    /// Phone.
    Phone(OneAndAnyCardPhone),
    /// A value that is several of these at once, as it came.
    Several(::bindery_runtime::Value),
}

::bindery_runtime::untagged_union! {
    OneAndAnyCard, several Several;
    Mail: object { "card", "mail" };
    Phone: object { "card", "phone" };
}

impl From<OneAndAnyCardMail> for OneAndAnyCard {
    fn from(value: OneAndAnyCardMail) -> Self {
        Self::Mail(value)
    }
}

impl From<OneAndAnyCardPhone> for OneAndAnyCard {
    fn from(value: OneAndAnyCardPhone) -> Self {
        Self::Phone(value)
    }
}

/// Bank
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum OneAndAnyBank {
    /// Mail.
    Mail(OneAndAnyBankMail),
    /// Phone.
    Phone(OneAndAnyBankPhone),
    /// A value that is several of these at once, as it came.
    Several(::bindery_runtime::Value),
}

::bindery_runtime::untagged_union! {
    OneAndAnyBank, several Several;
    Mail: object { "bank", "mail" };
    Phone: object { "bank", "phone" };
}

impl From<OneAndAnyBankMail> for OneAndAnyBank {
    fn from(value: OneAndAnyBankMail) -> Self {
        Self::Mail(value)
    }
}

impl From<OneAndAnyBankPhone> for OneAndAnyBank {
    fn from(value: OneAndAnyBankPhone) -> Self {
        Self::Phone(value)
    }
}

/// Mail
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OneAndAnyCardMail {
    /// `card`.
    pub card: String,
    /// `mail`.
    pub mail: String,
}

impl OneAndAnyCardMail {
    /// Creates one from its required fields.
    pub fn new(card: impl Into<String>, mail: impl Into<String>) -> Self {
        Self {
            card: card.into(),
            mail: mail.into(),
        }
    }
}

::bindery_runtime::object! {
    OneAndAnyCardMail;
    required card = "card";
    required mail = "mail";
}

/// Phone
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OneAndAnyCardPhone {
    /// `card`.
    pub card: String,
    /// `phone`.
    pub phone: String,
}

impl OneAndAnyCardPhone {
    /// Creates one from its required fields.
    pub fn new(card: impl Into<String>, phone: impl Into<String>) -> Self {
        Self {
            card: card.into(),
            phone: phone.into(),
        }
    }
}

::bindery_runtime::object! {
    OneAndAnyCardPhone;
    required card = "card";
    required phone = "phone";
}

/// Mail
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OneAndAnyBankMail {
    /// `bank`.
    pub bank: String,
    /// `mail`.
    pub mail: String,
}

impl OneAndAnyBankMail {
    /// Creates one from its required fields.
    pub fn new(bank: impl Into<String>, mail: impl Into<String>) -> Self {
        Self {
            bank: bank.into(),
            mail: mail.into(),
        }
    }
}

::bindery_runtime::object! {
    OneAndAnyBankMail;
    required bank = "bank";
    required mail = "mail";
}

/// Phone
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OneAndAnyBankPhone {
    /// `bank`.
    pub bank: String,
    /// `phone`.
    pub phone: String,
}

impl OneAndAnyBankPhone {
    /// Creates one from its required fields.
    pub fn new(bank: impl Into<String>, phone: impl Into<String>) -> Self {
        Self {
            bank: bank.into(),
            phone: phone.into(),
        }
    }
}

::bindery_runtime::object! {
    OneAndAnyBankPhone;
    required bank = "bank";
    required phone = "phone";
}
