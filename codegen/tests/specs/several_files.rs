// Made by `bindery generate several_files.yaml`. Change the description instead of this file.

/// Client for Several files.
#[derive(Clone, Debug)]
pub struct Client(::bindery_runtime::Client);

impl Client {
    /// Starts a client: set what it needs, then `build` it.
    pub fn builder() -> ::bindery_runtime::ClientBuilder<Self> {
        ::bindery_runtime::ClientBuilder::new()
    }

    /// `POST /pets`.
    pub fn add_pet(&self, body: &Pet) -> ::bindery_runtime::Request<Pet, Problem> {
        self.0
            .request(::bindery_runtime::Method::POST, "/pets")
            .validated(body)
            .json(body)
            .reads(::bindery_runtime::read::json, ::bindery_runtime::read::json)
    }

    /// `GET /pets/{petId}`.
    pub fn get_pet(&self, pet_id: &str) -> ::bindery_runtime::Request<Pet, Problem> {
        self.0
            .request(::bindery_runtime::Method::GET, "/pets/{petId}")
            .path("petId", pet_id)
            .reads(::bindery_runtime::read::json, ::bindery_runtime::read::json)
    }
}

impl ::bindery_runtime::Api for Client {
    const BASE_URL: Option<&'static str> = Some("https://pets.example");
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

/// `Pet`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Pet {
    /// `name`.
    ///
    /// Limits: at least 1 character.
    pub name: PetNameTitle,
    /// `kind`.
    pub kind: Kind,
    /// Somebody who owns pets.
    pub owner: Option<Person>,
    /// `mother`.
    pub mother: Option<Box<Pet>>,
}

impl Pet {
    /// Creates one from its required fields.
    pub fn new(name: impl Into<PetNameTitle>, kind: Kind) -> Self {
        Self {
            name: name.into(),
            kind,
            owner: None,
            mother: None,
        }
    }

    /// Sets `owner`.
    #[must_use]
    pub fn owner(mut self, owner: Person) -> Self {
        self.owner = Some(owner);
        self
    }

    /// Sets `mother`.
    #[must_use]
    pub fn mother(mut self, mother: Pet) -> Self {
        self.mother = Some(Box::new(mother));
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Pet;
    required name = "name";
    required kind = "kind";
    optional owner = "owner";
    optional mother = "mother";
}

impl ::bindery_runtime::Validate for Pet {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.key("name", |at| at.min_length(&self.name, 1));
        at.nested("kind", &self.kind);
        at.nested("owner", &self.owner);
        at.nested("mother", &self.mother);
    }
}

/// `Pet name/title`.
pub type PetNameTitle = String;

/// `kind`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Kind {
    /// `cat`.
    Cat,
    /// `dog`.
    Dog,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    Kind;
    Cat = "cat";
    Dog = "dog";
    other Unknown;
}

/// Somebody who owns pets.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Person {
    /// `pets`.
    pub pets: Option<Vec<Pet>>,
    /// `address`.
    pub address: Option<Address>,
}

impl Person {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `pets`.
    #[must_use]
    pub fn pets(mut self, pets: Vec<Pet>) -> Self {
        self.pets = Some(pets);
        self
    }

    /// Sets `address`.
    #[must_use]
    pub fn address(mut self, address: Address) -> Self {
        self.address = Some(address);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Person;
    optional pets = "pets";
    optional address = "address";
}

impl ::bindery_runtime::Validate for Person {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("pets", &self.pets);
    }
}

/// `Problem`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Problem {
    /// `title`.
    pub title: String,
    /// `causes`.
    pub causes: Option<Vec<Problem>>,
}

impl Problem {
    /// Creates one from its required fields.
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            causes: None,
        }
    }

    /// Sets `causes`.
    #[must_use]
    pub fn causes(mut self, causes: Vec<Problem>) -> Self {
        self.causes = Some(causes);
        self
    }
}

::bindery_runtime::object! {
    Problem;
    required title = "title";
    optional causes = "causes";
}

/// `Address`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Address {
    /// `city`.
    pub city: Option<String>,
}

impl Address {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `city`.
    #[must_use]
    pub fn city(mut self, city: impl Into<String>) -> Self {
        self.city = Some(city.into());
        self
    }
}

::bindery_runtime::object! {
    Address;
    optional city = "city";
}

/// The URLs of the servers.
pub mod servers {
    /// `https://pets.example`.
    pub const SERVER_1: &str = "https://pets.example";
}
