// Made by `bindery generate schemas_31.yaml`. Change the description instead of this file.

/// Client for Schemas of OpenAPI 3.1.
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

/// Types as lists, and values that are fixed.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Types {
    /// `text_or_null`.
    pub text_or_null: Option<String>,
    /// `text_or_number`.
    pub text_or_number: TypesTextOrNumber,
    /// `any_of_three`.
    pub any_of_three: ::bindery_runtime::Maybe<TypesAnyOfThree>,
    /// `single`.
    pub single: Option<i64>,
    /// `kind`.
    pub kind: TypesKind,
    /// `version`.
    pub version: Option<TypesVersion>,
    /// `nothing`.
    pub nothing: ::bindery_runtime::Maybe<::bindery_runtime::Never>,
    /// `ratio`.
    ///
    /// Limits: more than 0, less than 1.5.
    pub ratio: Option<f64>,
    /// `color`.
    pub color: ::bindery_runtime::Maybe<TypesColor>,
    /// `examples`.
    pub examples: Option<String>,
}

impl Types {
    /// Creates one from its required fields.
    pub fn new(text_or_null: Option<String>, text_or_number: TypesTextOrNumber) -> Self {
        Self {
            text_or_null,
            text_or_number,
            any_of_three: ::bindery_runtime::Maybe::Absent,
            single: None,
            kind: TypesKind::Types,
            version: None,
            nothing: ::bindery_runtime::Maybe::Absent,
            ratio: None,
            color: ::bindery_runtime::Maybe::Absent,
            examples: None,
        }
    }

    /// Sets `any_of_three`.
    #[must_use]
    pub fn any_of_three(mut self, any_of_three: TypesAnyOfThree) -> Self {
        self.any_of_three = ::bindery_runtime::Maybe::Value(any_of_three);
        self
    }

    /// Sets `any_of_three` to null, which is not the same as leaving it out.
    #[must_use]
    pub fn any_of_three_null(mut self) -> Self {
        self.any_of_three = ::bindery_runtime::Maybe::Null;
        self
    }

    /// Sets `single`.
    #[must_use]
    pub fn single(mut self, single: i64) -> Self {
        self.single = Some(single);
        self
    }

    /// Sets `version`.
    #[must_use]
    pub fn version(mut self, version: TypesVersion) -> Self {
        self.version = Some(version);
        self
    }

    /// Sets `nothing`.
    #[must_use]
    pub fn nothing(mut self, nothing: ::bindery_runtime::Never) -> Self {
        self.nothing = ::bindery_runtime::Maybe::Value(nothing);
        self
    }

    /// Sets `nothing` to null, which is not the same as leaving it out.
    #[must_use]
    pub fn nothing_null(mut self) -> Self {
        self.nothing = ::bindery_runtime::Maybe::Null;
        self
    }

    /// Sets `ratio`.
    #[must_use]
    pub fn ratio(mut self, ratio: f64) -> Self {
        self.ratio = Some(ratio);
        self
    }

    /// Sets `color`.
    #[must_use]
    pub fn color(mut self, color: TypesColor) -> Self {
        self.color = ::bindery_runtime::Maybe::Value(color);
        self
    }

    /// Sets `color` to null, which is not the same as leaving it out.
    #[must_use]
    pub fn color_null(mut self) -> Self {
        self.color = ::bindery_runtime::Maybe::Null;
        self
    }

    /// Sets `examples`.
    #[must_use]
    pub fn examples(mut self, examples: impl Into<String>) -> Self {
        self.examples = Some(examples.into());
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Types;
    required text_or_null = "text_or_null";
    required text_or_number = "text_or_number";
    nullable any_of_three = "any_of_three";
    optional single = "single";
    required kind = "kind";
    optional version = "version";
    nullable nothing = "nothing";
    optional ratio = "ratio";
    nullable color = "color";
    optional examples = "examples";
}

impl ::bindery_runtime::Validate for Types {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.key("text_or_null", |at| {
            if let Some(value) = &self.text_or_null {
                at.max_length(value, 4);
            }
        });
        at.nested("kind", &self.kind);
        at.nested("version", &self.version);
        if let Some(value) = &self.ratio {
            at.key("ratio", |at| {
                at.exclusive_minimum(*value, 0.0);
                at.exclusive_maximum(*value, 1.5);
            });
        }
        at.nested("color", &self.color);
    }
}

/// `Booleans`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Booleans {
    /// `anything`.
    pub anything: ::bindery_runtime::Value,
    /// `never`.
    pub never: Option<::bindery_runtime::Never>,
    /// `empty`.
    pub empty: Option<::bindery_runtime::Value>,
    /// `list_of_anything`.
    pub list_of_anything: Option<Vec<::bindery_runtime::Value>>,
}

impl Booleans {
    /// Creates one from its required fields.
    pub fn new(anything: ::bindery_runtime::Value) -> Self {
        Self {
            anything,
            never: None,
            empty: None,
            list_of_anything: None,
        }
    }

    /// Sets `never`.
    #[must_use]
    pub fn never(mut self, never: ::bindery_runtime::Never) -> Self {
        self.never = Some(never);
        self
    }

    /// Sets `empty`.
    #[must_use]
    pub fn empty(mut self, empty: ::bindery_runtime::Value) -> Self {
        self.empty = Some(empty);
        self
    }

    /// Sets `list_of_anything`.
    #[must_use]
    pub fn list_of_anything(
        mut self,
        list_of_anything: Vec<::bindery_runtime::Value>,
    ) -> Self {
        self.list_of_anything = Some(list_of_anything);
        self
    }
}

::bindery_runtime::object! {
    Booleans;
    required anything = "anything";
    optional never = "never";
    anything empty = "empty";
    optional list_of_anything = "list_of_anything";
}

/// `Content`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Content {
    /// `image`.
    pub image: ::bindery_runtime::formats::Base64,
    /// `hex`.
    pub hex: Option<String>,
    /// `document`.
    pub document: Option<String>,
}

impl Content {
    /// Creates one from its required fields.
    pub fn new(image: ::bindery_runtime::formats::Base64) -> Self {
        Self {
            image,
            hex: None,
            document: None,
        }
    }

    /// Sets `hex`.
    #[must_use]
    pub fn hex(mut self, hex: impl Into<String>) -> Self {
        self.hex = Some(hex.into());
        self
    }

    /// Sets `document`.
    #[must_use]
    pub fn document(mut self, document: impl Into<String>) -> Self {
        self.document = Some(document.into());
        self
    }
}

::bindery_runtime::object! {
    Content;
    required image = "image";
    optional hex = "hex";
    optional document = "document";
}

/// `Named`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Named {
    /// `inner`.
    pub inner: Option<NamedInner>,
    /// `size`.
    ///
    /// Limits: at least 1.
    pub size: Option<i64>,
    /// `parent`.
    pub parent: Option<Box<Named>>,
}

impl Named {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `inner`.
    #[must_use]
    pub fn inner(mut self, inner: NamedInner) -> Self {
        self.inner = Some(inner);
        self
    }

    /// Sets `size`.
    #[must_use]
    pub fn size(mut self, size: i64) -> Self {
        self.size = Some(size);
        self
    }

    /// Sets `parent`.
    #[must_use]
    pub fn parent(mut self, parent: Named) -> Self {
        self.parent = Some(Box::new(parent));
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Named;
    optional inner = "inner";
    optional size = "size";
    optional parent = "parent";
}

impl ::bindery_runtime::Validate for Named {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        if let Some(value) = &self.size {
            at.key("size", |at| at.minimum(*value, 1));
        }
        at.nested("parent", &self.parent);
    }
}

/// What stands beside a reference holds too.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Beside {
    /// The base, in words of its own.
    pub described: Option<Base>,
    /// `longer`.
    ///
    /// Limits: at least 4 characters.
    pub longer: Option<String>,
    /// `base_or_null`.
    pub base_or_null: ::bindery_runtime::Maybe<Base>,
}

impl Beside {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `described`.
    #[must_use]
    pub fn described(mut self, described: Base) -> Self {
        self.described = Some(described);
        self
    }

    /// Sets `longer`.
    #[must_use]
    pub fn longer(mut self, longer: impl Into<String>) -> Self {
        self.longer = Some(longer.into());
        self
    }

    /// Sets `base_or_null`.
    #[must_use]
    pub fn base_or_null(mut self, base_or_null: Base) -> Self {
        self.base_or_null = ::bindery_runtime::Maybe::Value(base_or_null);
        self
    }

    /// Sets `base_or_null` to null, which is not the same as leaving it out.
    #[must_use]
    pub fn base_or_null_null(mut self) -> Self {
        self.base_or_null = ::bindery_runtime::Maybe::Null;
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Beside;
    optional described = "described";
    optional longer = "longer";
    nullable base_or_null = "base_or_null";
}

impl ::bindery_runtime::Validate for Beside {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        if let Some(value) = &self.longer {
            at.key("longer", |at| {
                at.min_length(value, 4);
                static PATTERN: ::bindery_runtime::Pattern = ::bindery_runtime::Pattern::new(
                    "^[a-z]+$",
                );
                at.pattern(value, &PATTERN);
            });
        }
    }
}

/// `Extended`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Extended {
    /// `id`.
    pub id: String,
    /// `name`.
    pub name: String,
}

impl Extended {
    /// Creates one from its required fields.
    pub fn new(id: impl Into<String>, name: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            name: name.into(),
        }
    }
}

::bindery_runtime::object! {
    Extended;
    required id = "id";
    required name = "name";
}

/// `Base`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Base {
    /// `id`.
    pub id: String,
}

impl Base {
    /// Creates one from its required fields.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into() }
    }
}

::bindery_runtime::object! {
    Base;
    required id = "id";
}

/// `Code`.
pub type Code = String;

/// `Tuples`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Tuples {
    /// `point`.
    ///
    /// Limits: at least 2 items, at most 2 items.
    pub point: Option<Vec<f64>>,
    /// `entry`.
    ///
    /// Limits: at most 2 items.
    pub entry: Option<Vec<TuplesEntryItem>>,
    /// `typed_rest`.
    pub typed_rest: Option<Vec<TuplesTypedRestItem>>,
    /// `open`.
    pub open: Option<Vec<::bindery_runtime::Value>>,
}

impl Tuples {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `point`.
    #[must_use]
    pub fn point(mut self, point: Vec<f64>) -> Self {
        self.point = Some(point);
        self
    }

    /// Sets `entry`.
    #[must_use]
    pub fn entry(mut self, entry: Vec<TuplesEntryItem>) -> Self {
        self.entry = Some(entry);
        self
    }

    /// Sets `typed_rest`.
    #[must_use]
    pub fn typed_rest(mut self, typed_rest: Vec<TuplesTypedRestItem>) -> Self {
        self.typed_rest = Some(typed_rest);
        self
    }

    /// Sets `open`.
    #[must_use]
    pub fn open(mut self, open: Vec<::bindery_runtime::Value>) -> Self {
        self.open = Some(open);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Tuples;
    optional point = "point";
    optional entry = "entry";
    optional typed_rest = "typed_rest";
    optional open = "open";
}

impl ::bindery_runtime::Validate for Tuples {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        if let Some(value) = &self.point {
            at.key("point", |at| {
                at.min_items(value.len(), 2);
                at.max_items(value.len(), 2);
            });
        }
        if let Some(value) = &self.entry {
            at.key("entry", |at| {
                at.max_items(value.len(), 2);
                static ASSERTIONS: ::bindery_runtime::Assertions = ::bindery_runtime::Assertions::new(
                    r#"{"prefixItems":[{"type":"string"},{"type":"integer"}]}"#,
                );
                at.assertions(value, &ASSERTIONS);
            });
        }
        if let Some(value) = &self.typed_rest {
            at.key("typed_rest", |at| {
                static ASSERTIONS: ::bindery_runtime::Assertions = ::bindery_runtime::Assertions::new(
                    r#"{"prefixItems":[{"type":"string"}],"items":{"type":"boolean"}}"#,
                );
                at.assertions(value, &ASSERTIONS);
            });
        }
        if let Some(value) = &self.open {
            at.key("open", |at| {
                static ASSERTIONS: ::bindery_runtime::Assertions = ::bindery_runtime::Assertions::new(
                    r#"{"prefixItems":[{"type":"string"}]}"#,
                );
                at.assertions(value, &ASSERTIONS);
            });
        }
    }
}

/// The `text_or_number` of `Types`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum TypesTextOrNumber {
    /// `string`.
    String(String),
    /// `integer`.
    Integer(i64),
}

::bindery_runtime::untagged_union! {
    TypesTextOrNumber;
    String: string;
    Integer: integer;
}

impl From<String> for TypesTextOrNumber {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<i64> for TypesTextOrNumber {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

/// The `kind` of `Types`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum TypesKind {
    /// `types`.
    Types,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    TypesKind;
    Types = "types";
    other Unknown;
}

/// The `version` of `Types`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum TypesVersion {
    /// `2`.
    Value2,
    /// A value that the description does not have, as it came.
    Unknown(i64),
}

::bindery_runtime::integer_enum! {
    TypesVersion;
    Value2 = 2;
    other Unknown;
}

/// The `inner` of `Named`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct NamedInner {
    /// `id`.
    pub id: i64,
}

impl NamedInner {
    /// Creates one from its required fields.
    pub fn new(id: i64) -> Self {
        Self { id }
    }
}

::bindery_runtime::object! {
    NamedInner;
    required id = "id";
}

/// The `any_of_three` of `Types`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum TypesAnyOfThree {
    /// `string`.
    String(String),
    /// `boolean`.
    Boolean(bool),
}

::bindery_runtime::untagged_union! {
    TypesAnyOfThree;
    String: string;
    Boolean: boolean;
}

impl From<String> for TypesAnyOfThree {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<bool> for TypesAnyOfThree {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}

/// The `color` of `Types`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum TypesColor {
    /// `red`.
    Red,
    /// `blue`.
    Blue,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    TypesColor;
    Red = "red";
    Blue = "blue";
    other Unknown;
}

/// The `entry item` of `Tuples`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum TuplesEntryItem {
    /// `string`.
    String(String),
    /// `integer`.
    Integer(i64),
}

::bindery_runtime::untagged_union! {
    TuplesEntryItem;
    String: string;
    Integer: integer;
}

impl From<String> for TuplesEntryItem {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<i64> for TuplesEntryItem {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

/// The `typed_rest item` of `Tuples`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum TuplesTypedRestItem {
    /// `string`.
    String(String),
    /// `boolean`.
    Boolean(bool),
}

::bindery_runtime::untagged_union! {
    TuplesTypedRestItem;
    String: string;
    Boolean: boolean;
}

impl From<String> for TuplesTypedRestItem {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<bool> for TuplesTypedRestItem {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}
