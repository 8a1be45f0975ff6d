// Made by `bindery generate recursion.yaml`. Change the description instead of this file.

/// Client for Recursion.
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

/// `Node`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Node {
    /// `value`.
    pub value: String,
    /// `next`.
    pub next: Option<Box<Node>>,
    /// `children`.
    pub children: Option<Vec<Node>>,
    /// `by_name`.
    pub by_name: Option<::std::collections::BTreeMap<String, Node>>,
    /// `parent`.
    pub parent: ::bindery_runtime::Maybe<Box<Node>>,
}

impl Node {
    /// Creates one from its required fields.
    pub fn new(value: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            next: None,
            children: None,
            by_name: None,
            parent: ::bindery_runtime::Maybe::Absent,
        }
    }

    /// Sets `next`.
    #[allow(clippy::should_implement_trait)]
    #[must_use]
    pub fn next(mut self, next: Node) -> Self {
        self.next = Some(Box::new(next));
        self
    }

    /// Sets `children`.
    #[must_use]
    pub fn children(mut self, children: Vec<Node>) -> Self {
        self.children = Some(children);
        self
    }

    /// Sets `by_name`.
    #[must_use]
    pub fn by_name(
        mut self,
        by_name: ::std::collections::BTreeMap<String, Node>,
    ) -> Self {
        self.by_name = Some(by_name);
        self
    }

    /// Sets `parent`.
    #[must_use]
    pub fn parent(mut self, parent: Node) -> Self {
        self.parent = ::bindery_runtime::Maybe::Value(Box::new(parent));
        self
    }

    /// Sets `parent` to null, which is not the same as leaving it out.
    #[must_use]
    pub fn parent_null(mut self) -> Self {
        self.parent = ::bindery_runtime::Maybe::Null;
        self
    }
}

::bindery_runtime::object! {
    Node;
    required value = "value";
    optional next = "next";
    optional children = "children";
    optional by_name = "by_name";
    nullable parent = "parent";
}

/// `Husband`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Husband {
    /// `name`.
    pub name: String,
    /// `wife`.
    pub wife: Option<Wife>,
}

impl Husband {
    /// Creates one from its required fields.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            wife: None,
        }
    }

    /// Sets `wife`.
    #[must_use]
    pub fn wife(mut self, wife: Wife) -> Self {
        self.wife = Some(wife);
        self
    }
}

::bindery_runtime::object! {
    Husband;
    required name = "name";
    optional wife = "wife";
}

/// `Wife`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Wife {
    /// `name`.
    pub name: String,
    /// `husband`.
    pub husband: Option<Box<Husband>>,
}

impl Wife {
    /// Creates one from its required fields.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            husband: None,
        }
    }

    /// Sets `husband`.
    #[must_use]
    pub fn husband(mut self, husband: Husband) -> Self {
        self.husband = Some(Box::new(husband));
        self
    }
}

::bindery_runtime::object! {
    Wife;
    required name = "name";
    optional husband = "husband";
}

/// `Expression`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum Expression {
    /// `number`.
    Number(f64),
    /// `Sum`.
    Sum(Sum),
    /// `Negation`.
    Negation(Negation),
}

::bindery_runtime::untagged_union! {
    Expression;
    Number: number;
    Sum: object { "sum" };
    Negation: object { "negate" };
}

impl From<f64> for Expression {
    fn from(value: f64) -> Self {
        Self::Number(value)
    }
}

impl From<Sum> for Expression {
    fn from(value: Sum) -> Self {
        Self::Sum(value)
    }
}

impl From<Negation> for Expression {
    fn from(value: Negation) -> Self {
        Self::Negation(value)
    }
}

/// `Sum`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Sum {
    /// `sum`.
    pub sum: Vec<Expression>,
}

impl Sum {
    /// Creates one from its required fields.
    pub fn new(sum: Vec<Expression>) -> Self {
        Self { sum }
    }
}

::bindery_runtime::object! {
    Sum;
    required sum = "sum";
}

/// `Negation`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Negation {
    /// `negate`.
    pub negate: Box<Expression>,
}

impl Negation {
    /// Creates one from its required fields.
    pub fn new(negate: Expression) -> Self {
        Self { negate: Box::new(negate) }
    }
}

::bindery_runtime::object! {
    Negation;
    required negate = "negate";
}

/// A list of lists of lists.
#[derive(Clone, Debug, PartialEq)]
pub struct Nest(pub Vec<Nest>);

::bindery_runtime::newtype! {
    Nest;
}

/// `Tree`.
#[derive(Clone, Debug, PartialEq)]
pub struct Tree(pub ::std::collections::BTreeMap<String, Tree>);

::bindery_runtime::newtype! {
    Tree;
}

/// A list of lists, none of which is too long.
#[derive(Clone, Debug, PartialEq)]
pub struct Full(pub Vec<Full>);

::bindery_runtime::newtype! {
    Full;
}

impl ::bindery_runtime::Validate for Full {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.max_items(self.0.len(), 2);
        ::bindery_runtime::Validate::check(&self.0, at);
    }
}

/// `Holder`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Holder {
    /// A list of lists, none of which is too long.
    pub full: Full,
    /// `or_null`.
    pub or_null: ::bindery_runtime::Maybe<Full>,
    /// Properties that the description does not name.
    pub additional_properties: ::std::collections::BTreeMap<String, Full>,
}

impl Holder {
    /// Creates one from its required fields.
    pub fn new(full: Full) -> Self {
        Self {
            full,
            or_null: ::bindery_runtime::Maybe::Absent,
            additional_properties: Default::default(),
        }
    }

    /// Sets `or_null`.
    #[must_use]
    pub fn or_null(mut self, or_null: Full) -> Self {
        self.or_null = ::bindery_runtime::Maybe::Value(or_null);
        self
    }

    /// Sets `or_null` to null, which is not the same as leaving it out.
    #[must_use]
    pub fn or_null_null(mut self) -> Self {
        self.or_null = ::bindery_runtime::Maybe::Null;
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Holder;
    required full = "full";
    nullable or_null = "or_null";
    rest additional_properties;
}

impl ::bindery_runtime::Validate for Holder {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("full", &self.full);
        at.nested("or_null", &self.or_null);
        ::bindery_runtime::Validate::check(&self.additional_properties, at);
    }
}

/// A union that is one of its own branches.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum Itself {
    /// `string`.
    String(String),
    /// `boolean`.
    Boolean(bool),
}

::bindery_runtime::untagged_union! {
    Itself;
    String: string;
    Boolean: boolean;
}

impl From<String> for Itself {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<bool> for Itself {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}
