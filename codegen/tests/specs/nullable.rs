// Made by `bindery generate nullable.yaml`. Change the description instead of this file.

/// Client for Null and absence.
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

/// `States`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct States {
    /// `always`.
    pub always: String,
    /// `sometimes`.
    pub sometimes: Option<String>,
    /// `always_or_null`.
    pub always_or_null: Option<String>,
    /// `sometimes_or_null`.
    pub sometimes_or_null: ::bindery_runtime::Maybe<String>,
    /// `is_open`.
    pub is_open: ::bindery_runtime::Maybe<bool>,
    /// `list_of_nullable`.
    pub list_of_nullable: Option<Vec<Option<i64>>>,
    /// `map_of_nullable`.
    pub map_of_nullable: Option<::std::collections::BTreeMap<String, Option<f64>>>,
    /// `pet_or_null`.
    pub pet_or_null: ::bindery_runtime::Maybe<Pet>,
    /// A pet, or `null`.
    pub maybe_pet: ::bindery_runtime::Maybe<MaybePet>,
    /// `color`.
    pub color: ::bindery_runtime::Maybe<StatesColor>,
}

impl States {
    /// Creates one from its required fields.
    pub fn new(always: impl Into<String>, always_or_null: Option<String>) -> Self {
        Self {
            always: always.into(),
            sometimes: None,
            always_or_null,
            sometimes_or_null: ::bindery_runtime::Maybe::Absent,
            is_open: ::bindery_runtime::Maybe::Absent,
            list_of_nullable: None,
            map_of_nullable: None,
            pet_or_null: ::bindery_runtime::Maybe::Absent,
            maybe_pet: ::bindery_runtime::Maybe::Absent,
            color: ::bindery_runtime::Maybe::Absent,
        }
    }

    /// Sets `sometimes`.
    #[must_use]
    pub fn sometimes(mut self, sometimes: impl Into<String>) -> Self {
        self.sometimes = Some(sometimes.into());
        self
    }

    /// Sets `sometimes_or_null`.
    #[must_use]
    pub fn sometimes_or_null(mut self, sometimes_or_null: impl Into<String>) -> Self {
        self.sometimes_or_null = ::bindery_runtime::Maybe::Value(
            sometimes_or_null.into(),
        );
        self
    }

    /// Sets `sometimes_or_null` to null, which is not the same as leaving it out.
    #[must_use]
    pub fn sometimes_or_null_null(mut self) -> Self {
        self.sometimes_or_null = ::bindery_runtime::Maybe::Null;
        self
    }

    /// Sets `is_open`.
    #[allow(clippy::wrong_self_convention)]
    #[must_use]
    pub fn is_open(mut self, is_open: bool) -> Self {
        self.is_open = ::bindery_runtime::Maybe::Value(is_open);
        self
    }

    /// Sets `is_open` to null, which is not the same as leaving it out.
    #[allow(clippy::wrong_self_convention)]
    #[must_use]
    pub fn is_open_null(mut self) -> Self {
        self.is_open = ::bindery_runtime::Maybe::Null;
        self
    }

    /// Sets `list_of_nullable`.
    #[must_use]
    pub fn list_of_nullable(mut self, list_of_nullable: Vec<Option<i64>>) -> Self {
        self.list_of_nullable = Some(list_of_nullable);
        self
    }

    /// Sets `map_of_nullable`.
    #[must_use]
    pub fn map_of_nullable(
        mut self,
        map_of_nullable: ::std::collections::BTreeMap<String, Option<f64>>,
    ) -> Self {
        self.map_of_nullable = Some(map_of_nullable);
        self
    }

    /// Sets `pet_or_null`.
    #[must_use]
    pub fn pet_or_null(mut self, pet_or_null: Pet) -> Self {
        self.pet_or_null = ::bindery_runtime::Maybe::Value(pet_or_null);
        self
    }

    /// Sets `pet_or_null` to null, which is not the same as leaving it out.
    #[must_use]
    pub fn pet_or_null_null(mut self) -> Self {
        self.pet_or_null = ::bindery_runtime::Maybe::Null;
        self
    }

    /// Sets `maybe_pet`.
    #[must_use]
    pub fn maybe_pet(mut self, maybe_pet: MaybePet) -> Self {
        self.maybe_pet = ::bindery_runtime::Maybe::Value(maybe_pet);
        self
    }

    /// Sets `maybe_pet` to null, which is not the same as leaving it out.
    #[must_use]
    pub fn maybe_pet_null(mut self) -> Self {
        self.maybe_pet = ::bindery_runtime::Maybe::Null;
        self
    }

    /// Sets `color`.
    #[must_use]
    pub fn color(mut self, color: StatesColor) -> Self {
        self.color = ::bindery_runtime::Maybe::Value(color);
        self
    }

    /// Sets `color` to null, which is not the same as leaving it out.
    #[must_use]
    pub fn color_null(mut self) -> Self {
        self.color = ::bindery_runtime::Maybe::Null;
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    States;
    required always = "always";
    optional sometimes = "sometimes";
    required always_or_null = "always_or_null";
    nullable sometimes_or_null = "sometimes_or_null";
    nullable is_open = "is_open";
    optional list_of_nullable = "list_of_nullable";
    optional map_of_nullable = "map_of_nullable";
    nullable pet_or_null = "pet_or_null";
    nullable maybe_pet = "maybe_pet";
    nullable color = "color";
}

impl ::bindery_runtime::Validate for States {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("color", &self.color);
    }
}

/// `Pet`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Pet {
    /// `name`.
    pub name: String,
}

impl Pet {
    /// Creates one from its required fields.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into() }
    }
}

::bindery_runtime::object! {
    Pet;
    required name = "name";
}

/// A pet, or `null`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MaybePet {
    /// `id`.
    pub id: i64,
}

impl MaybePet {
    /// Creates one from its required fields.
    pub fn new(id: i64) -> Self {
        Self { id }
    }
}

::bindery_runtime::object! {
    MaybePet;
    required id = "id";
}

/// `MaybeText`.
pub type MaybeText = String;

/// The `color` of `States`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum StatesColor {
    /// `red`.
    Red,
    /// `blue`.
    Blue,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    StatesColor;
    Red = "red";
    Blue = "blue";
    other Unknown;
}
