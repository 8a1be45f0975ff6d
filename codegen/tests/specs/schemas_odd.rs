// Made by `bindery generate schemas_odd.yaml`. Change the description instead of this file.

/// Client for Schemas that say little.
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

/// `Empty`.
pub type Empty = ::bindery_runtime::Value;

/// Anything at all.
pub type Described = ::bindery_runtime::Value;

/// `NullableWithoutType`.
pub type NullableWithoutType = ::bindery_runtime::Value;

/// `NoText`.
pub type NoText = ::bindery_runtime::Value;

/// `WrongType`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum WrongType {
    /// `1`.
    Value1,
    /// `3`.
    Value3,
    /// A value that the description does not have, as it came.
    Unknown(i64),
}

::bindery_runtime::integer_enum! {
    WrongType;
    Value1 = 1;
    Value3 = 3;
    other Unknown;
}

/// `ObjectEnum`.
pub type ObjectEnum = ::bindery_runtime::Value;

/// `RequiredOnly`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RequiredOnly {
    /// `id`.
    pub id: ::bindery_runtime::Value,
}

impl RequiredOnly {
    /// Creates one from its required fields.
    pub fn new(id: ::bindery_runtime::Value) -> Self {
        Self { id }
    }
}

::bindery_runtime::object! {
    RequiredOnly;
    required id = "id";
}

/// `TextWithProperties`.
pub type TextWithProperties = String;

/// `ListWithProperties`.
pub type ListWithProperties = Vec<String>;

/// `ItemsOnly`.
pub type ItemsOnly = Vec<String>;

/// `Everything`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Everything {
    /// `free`.
    pub free: Option<::bindery_runtime::Value>,
    /// `free_or_null`.
    pub free_or_null: Option<::bindery_runtime::Value>,
    /// `null_only`.
    pub null_only: ::bindery_runtime::Maybe<OnlyNull>,
    /// `twice`.
    pub twice: ::bindery_runtime::Maybe<Twice>,
    /// `object`.
    pub object: ::bindery_runtime::Maybe<NullableObject>,
    /// `items`.
    pub items: Option<ItemsOnly>,
    /// `empty_list`.
    pub empty_list: Option<Vec<::bindery_runtime::Value>>,
    /// `list_of_any`.
    pub list_of_any: Option<Vec<::bindery_runtime::Value>>,
    /// `map_of_any`.
    pub map_of_any: Option<::bindery_runtime::Object>,
    /// `object_enum`.
    pub object_enum: Option<ObjectEnum>,
}

impl Everything {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `free`.
    #[must_use]
    pub fn free(mut self, free: ::bindery_runtime::Value) -> Self {
        self.free = Some(free);
        self
    }

    /// Sets `free_or_null`.
    #[must_use]
    pub fn free_or_null(mut self, free_or_null: ::bindery_runtime::Value) -> Self {
        self.free_or_null = Some(free_or_null);
        self
    }

    /// Sets `null_only`.
    #[must_use]
    pub fn null_only(mut self, null_only: OnlyNull) -> Self {
        self.null_only = ::bindery_runtime::Maybe::Value(null_only);
        self
    }

    /// Sets `null_only` to null, which is not the same as leaving it out.
    #[must_use]
    pub fn null_only_null(mut self) -> Self {
        self.null_only = ::bindery_runtime::Maybe::Null;
        self
    }

    /// Sets `twice`.
    #[must_use]
    pub fn twice(mut self, twice: Twice) -> Self {
        self.twice = ::bindery_runtime::Maybe::Value(twice);
        self
    }

    /// Sets `twice` to null, which is not the same as leaving it out.
    #[must_use]
    pub fn twice_null(mut self) -> Self {
        self.twice = ::bindery_runtime::Maybe::Null;
        self
    }

    /// Sets `object`.
    #[must_use]
    pub fn object(mut self, object: NullableObject) -> Self {
        self.object = ::bindery_runtime::Maybe::Value(object);
        self
    }

    /// Sets `object` to null, which is not the same as leaving it out.
    #[must_use]
    pub fn object_null(mut self) -> Self {
        self.object = ::bindery_runtime::Maybe::Null;
        self
    }

    /// Sets `items`.
    #[must_use]
    pub fn items(mut self, items: ItemsOnly) -> Self {
        self.items = Some(items);
        self
    }

    /// Sets `empty_list`.
    #[must_use]
    pub fn empty_list(mut self, empty_list: Vec<::bindery_runtime::Value>) -> Self {
        self.empty_list = Some(empty_list);
        self
    }

    /// Sets `list_of_any`.
    #[must_use]
    pub fn list_of_any(mut self, list_of_any: Vec<::bindery_runtime::Value>) -> Self {
        self.list_of_any = Some(list_of_any);
        self
    }

    /// Sets `map_of_any`.
    #[must_use]
    pub fn map_of_any(mut self, map_of_any: ::bindery_runtime::Object) -> Self {
        self.map_of_any = Some(map_of_any);
        self
    }

    /// Sets `object_enum`.
    #[must_use]
    pub fn object_enum(mut self, object_enum: ObjectEnum) -> Self {
        self.object_enum = Some(object_enum);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Everything;
    anything free = "free";
    anything free_or_null = "free_or_null";
    nullable null_only = "null_only";
    nullable twice = "twice";
    nullable object = "object";
    optional items = "items";
    optional empty_list = "empty_list";
    optional list_of_any = "list_of_any";
    optional map_of_any = "map_of_any";
    anything object_enum = "object_enum";
}

impl ::bindery_runtime::Validate for Everything {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("twice", &self.twice);
        if let Some(value) = &self.object_enum {
            at.key("object_enum", |at| {
                static ASSERTIONS: ::bindery_runtime::Assertions = ::bindery_runtime::Assertions::new(
                    r#"{"enum":[{"a":1},[2]]}"#,
                );
                at.assertions(value, &ASSERTIONS);
            });
        }
    }
}

/// `OnlyNull`.
pub type OnlyNull = ::bindery_runtime::Never;

/// `NullableObject`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct NullableObject {
    /// `a`.
    pub a: Option<String>,
}

impl NullableObject {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `a`.
    #[must_use]
    pub fn a(mut self, a: impl Into<String>) -> Self {
        self.a = Some(a.into());
        self
    }
}

::bindery_runtime::object! {
    NullableObject;
    optional a = "a";
}

/// `Twice`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Twice {
    /// `a`.
    ALower,
    /// `A`.
    A,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    Twice;
    ALower = "a";
    A = "A";
    other Unknown;
}
