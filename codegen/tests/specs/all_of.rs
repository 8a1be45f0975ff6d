// Made by `bindery generate all_of.yaml`. Change the description instead of this file.

/// Client for allOf.
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

/// `Named`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Named {
    /// What it is called.
    pub name: String,
}

impl Named {
    /// Creates one from its required fields.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into() }
    }
}

::bindery_runtime::object! {
    Named;
    required name = "name";
}

/// `Dated`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Dated {
    /// `created`.
    pub created: Option<::bindery_runtime::formats::DateTime>,
}

impl Dated {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `created`.
    #[must_use]
    pub fn created(mut self, created: ::bindery_runtime::formats::DateTime) -> Self {
        self.created = Some(created);
        self
    }
}

::bindery_runtime::object! {
    Dated;
    optional created = "created";
}

/// Something named and dated that may have legs.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Pet {
    /// What it is called.
    pub name: String,
    /// `created`.
    pub created: ::bindery_runtime::formats::DateTime,
    /// `legs`.
    pub legs: Option<i64>,
}

impl Pet {
    /// Creates one from its required fields.
    pub fn new(
        name: impl Into<String>,
        created: ::bindery_runtime::formats::DateTime,
    ) -> Self {
        Self {
            name: name.into(),
            created,
            legs: None,
        }
    }

    /// Sets `legs`.
    #[must_use]
    pub fn legs(mut self, legs: i64) -> Self {
        self.legs = Some(legs);
        self
    }
}

::bindery_runtime::object! {
    Pet;
    required name = "name";
    required created = "created";
    optional legs = "legs";
}

/// `Dog`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Dog {
    /// What it is called.
    pub name: String,
    /// `created`.
    pub created: ::bindery_runtime::formats::DateTime,
    /// `legs`.
    pub legs: Option<i64>,
    /// `barks`.
    pub barks: bool,
    /// `tail`.
    pub tail: Option<bool>,
}

impl Dog {
    /// Creates one from its required fields.
    pub fn new(
        name: impl Into<String>,
        created: ::bindery_runtime::formats::DateTime,
        barks: bool,
    ) -> Self {
        Self {
            name: name.into(),
            created,
            legs: None,
            barks,
            tail: None,
        }
    }

    /// Sets `legs`.
    #[must_use]
    pub fn legs(mut self, legs: i64) -> Self {
        self.legs = Some(legs);
        self
    }

    /// Sets `tail`.
    #[must_use]
    pub fn tail(mut self, tail: bool) -> Self {
        self.tail = Some(tail);
        self
    }
}

::bindery_runtime::object! {
    Dog;
    required name = "name";
    required created = "created";
    optional legs = "legs";
    required barks = "barks";
    optional tail = "tail";
}

/// `JustPet`.
pub type JustPet = Pet;

/// `Holder`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Holder {
    /// The pet, described where it is used.
    pub pet: Pet,
    /// `inline`.
    pub inline: Option<HolderInline>,
    /// `text`.
    ///
    /// Limits: at least 2 characters, at most 4 characters.
    pub text: Option<String>,
}

impl Holder {
    /// Creates one from its required fields.
    pub fn new(pet: Pet) -> Self {
        Self {
            pet,
            inline: None,
            text: None,
        }
    }

    /// Sets `inline`.
    #[must_use]
    pub fn inline(mut self, inline: HolderInline) -> Self {
        self.inline = Some(inline);
        self
    }

    /// Sets `text`.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Holder;
    required pet = "pet";
    optional inline = "inline";
    optional text = "text";
}

impl ::bindery_runtime::Validate for Holder {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        if let Some(value) = &self.text {
            at.key("text", |at| {
                at.min_length(value, 2);
                at.max_length(value, 4);
            });
        }
    }
}

/// The `inline` of `Holder`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct HolderInline {
    /// What it is called.
    pub name: String,
    /// `extra`.
    pub extra: Option<String>,
}

impl HolderInline {
    /// Creates one from its required fields.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            extra: None,
        }
    }

    /// Sets `extra`.
    #[must_use]
    pub fn extra(mut self, extra: impl Into<String>) -> Self {
        self.extra = Some(extra.into());
        self
    }
}

::bindery_runtime::object! {
    HolderInline;
    required name = "name";
    optional extra = "extra";
}
