// Made by `bindery generate any_of.yaml`. Change the description instead of this file.

/// Client for anyOf.
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

/// The branch that keeps all of a value is taken.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum Overlapping {
    /// `Small`.
    Small(Small),
    /// `Large`.
    Large(Large),
}

::bindery_runtime::untagged_union! {
    Overlapping;
    Small: object;
    Large: object;
}

impl From<Small> for Overlapping {
    fn from(value: Small) -> Self {
        Self::Small(value)
    }
}

impl From<Large> for Overlapping {
    fn from(value: Large) -> Self {
        Self::Large(value)
    }
}

/// `Small`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Small {
    /// `id`.
    pub id: Option<String>,
}

impl Small {
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
    Small;
    optional id = "id";
}

/// `Large`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Large {
    /// `id`.
    pub id: Option<String>,
    /// `name`.
    pub name: Option<String>,
}

impl Large {
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

    /// Sets `name`.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

::bindery_runtime::object! {
    Large;
    optional id = "id";
    optional name = "name";
}

/// A value can be the one, the other, or both at once.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum Contact {
    /// `Mail`.
    Mail(Mail),
    /// `Phone`.
    Phone(Phone),
    /// A value that is several of these at once, as it came.
    Several(::bindery_runtime::Value),
}

impl Contact {
    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::untagged_union! {
    Contact, checked, several Several;
    Mail: object { "mail" };
    Phone: object;
}

impl From<Mail> for Contact {
    fn from(value: Mail) -> Self {
        Self::Mail(value)
    }
}

impl From<Phone> for Contact {
    fn from(value: Phone) -> Self {
        Self::Phone(value)
    }
}

impl ::bindery_runtime::Validate for Contact {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        match self {
            Self::Mail(value) => {
                ::bindery_runtime::Validate::check(value, at);
            }
            Self::Several(value) => {
                ::bindery_runtime::__private::untagged_union::check_several::<Self>(
                    value,
                    at,
                );
            }
            _ => {}
        }
    }
}

/// `Mail`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Mail {
    /// `mail`.
    ///
    /// Limits: at least 3 characters.
    pub mail: String,
}

impl Mail {
    /// Creates one from its required fields.
    pub fn new(mail: impl Into<String>) -> Self {
        Self { mail: mail.into() }
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Mail;
    required mail = "mail";
}

impl ::bindery_runtime::Validate for Mail {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.key("mail", |at| at.min_length(&self.mail, 3));
    }
}

/// `Phone`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Phone {
    /// `phone`.
    pub phone: Option<String>,
    /// `prefix`.
    pub prefix: Option<i64>,
}

impl Phone {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `phone`.
    #[must_use]
    pub fn phone(mut self, phone: impl Into<String>) -> Self {
        self.phone = Some(phone.into());
        self
    }

    /// Sets `prefix`.
    #[must_use]
    pub fn prefix(mut self, prefix: i64) -> Self {
        self.prefix = Some(prefix);
        self
    }
}

::bindery_runtime::object! {
    Phone;
    optional phone = "phone";
    optional prefix = "prefix";
}

/// Items can be both at once, too.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum Lists {
    /// Mails.
    Mails(Vec<Mail>),
    /// Phones.
    Phones(Vec<Phone>),
    /// A value that is several of these at once, as it came.
    Several(::bindery_runtime::Value),
}

impl Lists {
    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::untagged_union! {
    Lists, checked, several Several;
    Mails: array;
    Phones: array;
}

impl From<Vec<Mail>> for Lists {
    fn from(value: Vec<Mail>) -> Self {
        Self::Mails(value)
    }
}

impl From<Vec<Phone>> for Lists {
    fn from(value: Vec<Phone>) -> Self {
        Self::Phones(value)
    }
}

impl ::bindery_runtime::Validate for Lists {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        match self {
            Self::Mails(value) => {
                ::bindery_runtime::Validate::check(value, at);
            }
            Self::Several(value) => {
                ::bindery_runtime::__private::untagged_union::check_several::<Self>(
                    value,
                    at,
                );
            }
            _ => {}
        }
    }
}

/// What the branches describe can be there together.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Parts {
    /// `id`.
    pub id: String,
    /// `cards`.
    pub cards: Option<Vec<String>>,
    /// `accounts`.
    pub accounts: Option<Vec<String>>,
    /// `size`.
    pub size: Option<PartsSize>,
}

impl Parts {
    /// Creates one from its required fields.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            cards: None,
            accounts: None,
            size: None,
        }
    }

    /// Sets `cards`.
    #[must_use]
    pub fn cards(mut self, cards: Vec<String>) -> Self {
        self.cards = Some(cards);
        self
    }

    /// Sets `accounts`.
    #[must_use]
    pub fn accounts(mut self, accounts: Vec<String>) -> Self {
        self.accounts = Some(accounts);
        self
    }

    /// Sets `size`.
    #[must_use]
    pub fn size(mut self, size: PartsSize) -> Self {
        self.size = Some(size);
        self
    }
}

::bindery_runtime::object! {
    Parts;
    required id = "id";
    optional cards = "cards";
    optional accounts = "accounts";
    optional size = "size";
}

/// Of branches that keep as much of a value, the one that knows its text is read.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum Food {
    /// Fruit.
    Fruit(FoodFruit),
    /// Vegetable.
    Vegetable(FoodVegetable),
}

impl Food {
    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::untagged_union! {
    Food, checked;
    Fruit: object;
    Vegetable: object;
}

impl From<FoodFruit> for Food {
    fn from(value: FoodFruit) -> Self {
        Self::Fruit(value)
    }
}

impl From<FoodVegetable> for Food {
    fn from(value: FoodVegetable) -> Self {
        Self::Vegetable(value)
    }
}

impl ::bindery_runtime::Validate for Food {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        match self {
            Self::Fruit(value) => {
                ::bindery_runtime::Validate::check(value, at);
            }
            Self::Vegetable(value) => {
                ::bindery_runtime::Validate::check(value, at);
            }
        }
    }
}

/// The branches say which properties are there together.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Requires {
    /// `email`.
    pub email: Option<String>,
    /// `phone`.
    pub phone: Option<String>,
}

impl Requires {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `email`.
    #[must_use]
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }

    /// Sets `phone`.
    #[must_use]
    pub fn phone(mut self, phone: impl Into<String>) -> Self {
        self.phone = Some(phone.into());
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Requires;
    optional email = "email";
    optional phone = "phone";
}

impl ::bindery_runtime::Validate for Requires {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        static ASSERTIONS: ::bindery_runtime::Assertions = ::bindery_runtime::Assertions::new(
            r#"{"anyOf":[{"required":["email"]},{"required":["phone"]}]}"#,
        );
        at.assertions(self, &ASSERTIONS);
    }
}

/// `TextOrNumbers`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum TextOrNumbers {
    /// `date-time`.
    DateTime(::bindery_runtime::formats::DateTime),
    /// `uuid`.
    Uuid(::bindery_runtime::formats::Uuid),
    /// `number list`.
    NumberList(Vec<f64>),
}

::bindery_runtime::untagged_union! {
    TextOrNumbers;
    DateTime: string;
    Uuid: string;
    NumberList: array;
}

impl From<::bindery_runtime::formats::DateTime> for TextOrNumbers {
    fn from(value: ::bindery_runtime::formats::DateTime) -> Self {
        Self::DateTime(value)
    }
}

impl From<::bindery_runtime::formats::Uuid> for TextOrNumbers {
    fn from(value: ::bindery_runtime::formats::Uuid) -> Self {
        Self::Uuid(value)
    }
}

impl From<Vec<f64>> for TextOrNumbers {
    fn from(value: Vec<f64>) -> Self {
        Self::NumberList(value)
    }
}

/// `Holder`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Holder {
    /// `small`.
    pub small: ::bindery_runtime::Maybe<Small>,
    /// `single`.
    pub single: Option<Large>,
}

impl Holder {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `small`.
    #[must_use]
    pub fn small(mut self, small: Small) -> Self {
        self.small = ::bindery_runtime::Maybe::Value(small);
        self
    }

    /// Sets `small` to null, which is not the same as leaving it out.
    #[must_use]
    pub fn small_null(mut self) -> Self {
        self.small = ::bindery_runtime::Maybe::Null;
        self
    }

    /// Sets `single`.
    #[must_use]
    pub fn single(mut self, single: Large) -> Self {
        self.single = Some(single);
        self
    }
}

::bindery_runtime::object! {
    Holder;
    nullable small = "small";
    optional single = "single";
}

/// The `size` of `Parts`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum PartsSize {
    /// `integer`.
    Integer(i64),
    /// `string`.
    String(String),
}

::bindery_runtime::untagged_union! {
    PartsSize;
    Integer: integer;
    String: string;
}

impl From<i64> for PartsSize {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<String> for PartsSize {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

/// Fruit
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct FoodFruit {
    /// `name`.
    pub name: Option<FoodFruitName>,
}

impl FoodFruit {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `name`.
    #[must_use]
    pub fn name(mut self, name: FoodFruitName) -> Self {
        self.name = Some(name);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    FoodFruit;
    optional name = "name";
}

impl ::bindery_runtime::Validate for FoodFruit {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("name", &self.name);
    }
}

/// Vegetable
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct FoodVegetable {
    /// `name`.
    pub name: Option<FoodVegetableName>,
}

impl FoodVegetable {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `name`.
    #[must_use]
    pub fn name(mut self, name: FoodVegetableName) -> Self {
        self.name = Some(name);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    FoodVegetable;
    optional name = "name";
}

impl ::bindery_runtime::Validate for FoodVegetable {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("name", &self.name);
    }
}

/// The `Fruit name` of `Food`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum FoodFruitName {
    /// `apple`.
    Apple,
    /// `pear`.
    Pear,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    FoodFruitName;
    Apple = "apple";
    Pear = "pear";
    other Unknown;
}

/// The `Vegetable name` of `Food`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum FoodVegetableName {
    /// `leek`.
    Leek,
    /// `kale`.
    Kale,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    FoodVegetableName;
    Leek = "leek";
    Kale = "kale";
    other Unknown;
}
