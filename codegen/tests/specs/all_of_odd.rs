// Made by `bindery generate all_of_odd.yaml`. Change the description instead of this file.

/// Client for allOf of everything but plain objects.
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

/// `Hop1`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Hop1 {
    /// `three`.
    pub three: Option<String>,
    /// `two`.
    pub two: Option<String>,
    /// `one`.
    pub one: Option<String>,
}

impl Hop1 {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `three`.
    #[must_use]
    pub fn three(mut self, three: impl Into<String>) -> Self {
        self.three = Some(three.into());
        self
    }

    /// Sets `two`.
    #[must_use]
    pub fn two(mut self, two: impl Into<String>) -> Self {
        self.two = Some(two.into());
        self
    }

    /// Sets `one`.
    #[must_use]
    pub fn one(mut self, one: impl Into<String>) -> Self {
        self.one = Some(one.into());
        self
    }
}

::bindery_runtime::object! {
    Hop1;
    optional three = "three";
    optional two = "two";
    optional one = "one";
}

/// `Hop2`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Hop2 {
    /// `one`.
    pub one: Option<String>,
    /// `three`.
    pub three: Option<String>,
    /// `two`.
    pub two: Option<String>,
}

impl Hop2 {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `one`.
    #[must_use]
    pub fn one(mut self, one: impl Into<String>) -> Self {
        self.one = Some(one.into());
        self
    }

    /// Sets `three`.
    #[must_use]
    pub fn three(mut self, three: impl Into<String>) -> Self {
        self.three = Some(three.into());
        self
    }

    /// Sets `two`.
    #[must_use]
    pub fn two(mut self, two: impl Into<String>) -> Self {
        self.two = Some(two.into());
        self
    }
}

::bindery_runtime::object! {
    Hop2;
    optional one = "one";
    optional three = "three";
    optional two = "two";
}

/// `Hop3`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Hop3 {
    /// `two`.
    pub two: Option<String>,
    /// `one`.
    pub one: Option<String>,
    /// `three`.
    pub three: Option<String>,
}

impl Hop3 {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `two`.
    #[must_use]
    pub fn two(mut self, two: impl Into<String>) -> Self {
        self.two = Some(two.into());
        self
    }

    /// Sets `one`.
    #[must_use]
    pub fn one(mut self, one: impl Into<String>) -> Self {
        self.one = Some(one.into());
        self
    }

    /// Sets `three`.
    #[must_use]
    pub fn three(mut self, three: impl Into<String>) -> Self {
        self.three = Some(three.into());
        self
    }
}

::bindery_runtime::object! {
    Hop3;
    optional two = "two";
    optional one = "one";
    optional three = "three";
}

/// Contains itself through a property, which is fine.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Through {
    /// Contains itself through a property, which is fine.
    pub next: Option<Box<Through>>,
    /// `value`.
    pub value: Option<String>,
}

impl Through {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `next`.
    #[allow(clippy::should_implement_trait)]
    #[must_use]
    pub fn next(mut self, next: Through) -> Self {
        self.next = Some(Box::new(next));
        self
    }

    /// Sets `value`.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }
}

::bindery_runtime::object! {
    Through;
    optional next = "next";
    optional value = "value";
}

/// `Color`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Color {
    /// `red`.
    Red,
    /// `green`.
    Green,
    /// `blue`.
    Blue,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    Color;
    Red = "red";
    Green = "green";
    Blue = "blue";
    other Unknown;
}

/// `Warm`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Warm {
    /// `red`.
    Red,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    Warm;
    Red = "red";
    other Unknown;
}

/// `List`.
pub type List = Vec<ListItem>;

/// `Counted`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Counted {
    /// `total`.
    pub total: Option<f64>,
    /// Properties that the description does not name.
    pub additional_properties: ::std::collections::BTreeMap<String, i64>,
}

impl Counted {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `total`.
    #[must_use]
    pub fn total(mut self, total: f64) -> Self {
        self.total = Some(total);
        self
    }
}

::bindery_runtime::object! {
    Counted;
    optional total = "total";
    rest additional_properties;
}

/// `RequiresOnly`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RequiresOnly {
    /// `name`.
    pub name: Option<String>,
    /// `email`.
    pub email: String,
}

impl RequiresOnly {
    /// Creates one from its required fields.
    pub fn new(email: impl Into<String>) -> Self {
        Self {
            name: None,
            email: email.into(),
        }
    }

    /// Sets `name`.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

::bindery_runtime::object! {
    RequiresOnly;
    optional name = "name";
    required email = "email";
}

/// `Person`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Person {
    /// `name`.
    pub name: Option<String>,
    /// `email`.
    pub email: Option<String>,
}

impl Person {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `name`.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets `email`.
    #[must_use]
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }
}

::bindery_runtime::object! {
    Person;
    optional name = "name";
    optional email = "email";
}

/// A union in a member holds together with the rest.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::enum_variant_names, clippy::large_enum_variant)]
pub enum Contact {
    /// By phone.
    ByPhone(ContactByPhone),
    /// By post.
    ByPost(ContactByPost),
}

::bindery_runtime::untagged_union! {
    Contact;
    ByPhone: object { "phone" };
    ByPost: object { "street" };
}

impl From<ContactByPhone> for Contact {
    fn from(value: ContactByPhone) -> Self {
        Self::ByPhone(value)
    }
}

impl From<ContactByPost> for Contact {
    fn from(value: ContactByPost) -> Self {
        Self::ByPost(value)
    }
}

/// `Single`.
pub type Single = String;

/// `Holder`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Holder {
    /// `person`.
    pub person: ::bindery_runtime::Maybe<Person>,
    /// `warm`.
    pub warm: Option<Warm>,
    /// `single`.
    pub single: Option<Single>,
}

impl Holder {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `person`.
    #[must_use]
    pub fn person(mut self, person: Person) -> Self {
        self.person = ::bindery_runtime::Maybe::Value(person);
        self
    }

    /// Sets `person` to null, which is not the same as leaving it out.
    #[must_use]
    pub fn person_null(mut self) -> Self {
        self.person = ::bindery_runtime::Maybe::Null;
        self
    }

    /// Sets `warm`.
    #[must_use]
    pub fn warm(mut self, warm: Warm) -> Self {
        self.warm = Some(warm);
        self
    }

    /// Sets `single`.
    #[must_use]
    pub fn single(mut self, single: impl Into<Single>) -> Self {
        self.single = Some(single.into());
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Holder;
    nullable person = "person";
    optional warm = "warm";
    optional single = "single";
}

impl ::bindery_runtime::Validate for Holder {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("warm", &self.warm);
    }
}

/// The `item` of `List`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListItem {
    /// `a`.
    pub a: String,
    /// `b`.
    pub b: Option<i64>,
}

impl ListItem {
    /// Creates one from its required fields.
    pub fn new(a: impl Into<String>) -> Self {
        Self { a: a.into(), b: None }
    }

    /// Sets `b`.
    #[must_use]
    pub fn b(mut self, b: i64) -> Self {
        self.b = Some(b);
        self
    }
}

::bindery_runtime::object! {
    ListItem;
    required a = "a";
    optional b = "b";
}

/// By phone
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ContactByPhone {
    /// `name`.
    pub name: Option<String>,
    /// `email`.
    pub email: Option<String>,
    /// `phone`.
    pub phone: String,
}

impl ContactByPhone {
    /// Creates one from its required fields.
    pub fn new(phone: impl Into<String>) -> Self {
        Self {
            name: None,
            email: None,
            phone: phone.into(),
        }
    }

    /// Sets `name`.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets `email`.
    #[must_use]
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }
}

::bindery_runtime::object! {
    ContactByPhone;
    optional name = "name";
    optional email = "email";
    required phone = "phone";
}

/// By post
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ContactByPost {
    /// `name`.
    pub name: Option<String>,
    /// `email`.
    pub email: Option<String>,
    /// `street`.
    pub street: String,
}

impl ContactByPost {
    /// Creates one from its required fields.
    pub fn new(street: impl Into<String>) -> Self {
        Self {
            name: None,
            email: None,
            street: street.into(),
        }
    }

    /// Sets `name`.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets `email`.
    #[must_use]
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }
}

::bindery_runtime::object! {
    ContactByPost;
    optional name = "name";
    optional email = "email";
    required street = "street";
}
