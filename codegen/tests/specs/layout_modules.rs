// Made by `bindery generate layout_modules.yaml`. Change the description instead of this file.

/// Client for Types and operations in modules.
#[allow(deprecated)]
#[derive(Clone, Debug)]
pub struct Client(::bindery_runtime::Client);

#[allow(deprecated)]
impl Client {
    /// Starts a client: set what it needs, then `build` it.
    pub fn builder() -> ::bindery_runtime::ClientBuilder<Self> {
        ::bindery_runtime::ClientBuilder::new()
    }

    /// `PUT /pets/{kind}`.
    pub fn put_pet(
        &self,
        kind: &str,
        body: &types::PetInput,
        params: &operations::PutPetParams,
    ) -> ::bindery_runtime::Request<types::Pet, operations::PutPetError> {
        self.0
            .request(::bindery_runtime::Method::PUT, "/pets/{kind}")
            .check(|at| {
                at.key("kind", |at| at.min_length(kind, 1));
            })
            .validated(params)
            .path("kind", kind)
            .query("order", &params.order)
            .query("old", &params.old)
            .validated(body)
            .json(body)
            .reads(::bindery_runtime::read::json, operations::PutPetError::read)
    }
}

#[allow(deprecated)]
impl ::bindery_runtime::Api for Client {
    const BASE_URL: ::std::option::Option<&'static str> = Some("https://example.com");
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

/// The URLs of the servers.
pub mod servers {
    /// Main
    pub const MAIN: &str = "https://example.com";
}

/// The models.
pub mod types {
    /// `Pet`.
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct Pet {
        /// `name`.
        ///
        /// Limits: at least 1 character.
        pub name: ::std::string::String,
        /// `id`.
        pub id: ::std::option::Option<::std::string::String>,
        /// `friend`.
        pub friend: ::std::option::Option<Box<Pet>>,
        /// `names`.
        pub names: ::std::option::Option<Names>,
        /// `either`.
        pub either: ::std::option::Option<PetEither>,
        /// `order`.
        ///
        /// Default: `"asc"`.
        pub order: ::std::option::Option<Order>,
    }

    impl Pet {
        /// Creates one from its required fields.
        pub fn new(name: impl Into<::std::string::String>) -> Self {
            Self {
                name: name.into(),
                id: None,
                friend: None,
                names: None,
                either: None,
                order: None,
            }
        }

        /// Sets `id`.
        #[must_use]
        pub fn id(mut self, id: impl Into<::std::string::String>) -> Self {
            self.id = Some(id.into());
            self
        }

        /// Sets `friend`.
        #[must_use]
        pub fn friend(mut self, friend: Pet) -> Self {
            self.friend = Some(Box::new(friend));
            self
        }

        /// Sets `names`.
        #[must_use]
        pub fn names(mut self, names: Names) -> Self {
            self.names = Some(names);
            self
        }

        /// Sets `either`.
        #[must_use]
        pub fn either(mut self, either: PetEither) -> Self {
            self.either = Some(either);
            self
        }

        /// Sets `order`.
        #[must_use]
        pub fn order(mut self, order: Order) -> Self {
            self.order = Some(order);
            self
        }

        /// Returns `order`, or the documented default where it is not set.
        pub fn order_or_default(&self) -> Order {
            self.order.clone().unwrap_or(Order::Asc)
        }

        /// Checks the documented constraints; an error names every place that breaks one.
        pub fn validate(&self) -> ::std::result::Result<(), ::bindery_runtime::Invalid> {
            ::bindery_runtime::validate(self)
        }
    }

    ::bindery_runtime::object! {
        Pet;
        required name = "name";
        optional id = "id";
        optional friend = "friend";
        optional names = "names";
        optional either = "either";
        optional order = "order";
    }

    impl ::bindery_runtime::Validate for Pet {
        fn check(&self, at: &mut ::bindery_runtime::Checker) {
            at.key("name", |at| at.min_length(&self.name, 1));
            at.nested("friend", &self.friend);
            at.nested("either", &self.either);
            at.nested("order", &self.order);
        }
    }

    /// `Pet`.
    ///
    /// This is what is sent; it has no properties that only the server sets.
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct PetInput {
        /// `name`.
        ///
        /// Limits: at least 1 character.
        pub name: ::std::string::String,
        /// `friend`.
        pub friend: ::std::option::Option<Box<PetInput>>,
        /// `names`.
        pub names: ::std::option::Option<Names>,
        /// `either`.
        pub either: ::std::option::Option<PetEitherInput>,
        /// `order`.
        ///
        /// Default: `"asc"`.
        pub order: ::std::option::Option<Order>,
    }

    impl PetInput {
        /// Creates one from its required fields.
        pub fn new(name: impl Into<::std::string::String>) -> Self {
            Self {
                name: name.into(),
                friend: None,
                names: None,
                either: None,
                order: None,
            }
        }

        /// Sets `friend`.
        #[must_use]
        pub fn friend(mut self, friend: PetInput) -> Self {
            self.friend = Some(Box::new(friend));
            self
        }

        /// Sets `names`.
        #[must_use]
        pub fn names(mut self, names: Names) -> Self {
            self.names = Some(names);
            self
        }

        /// Sets `either`.
        #[must_use]
        pub fn either(mut self, either: PetEitherInput) -> Self {
            self.either = Some(either);
            self
        }

        /// Sets `order`.
        #[must_use]
        pub fn order(mut self, order: Order) -> Self {
            self.order = Some(order);
            self
        }

        /// Returns `order`, or the documented default where it is not set.
        pub fn order_or_default(&self) -> Order {
            self.order.clone().unwrap_or(Order::Asc)
        }

        /// Checks the documented constraints; an error names every place that breaks one.
        pub fn validate(&self) -> ::std::result::Result<(), ::bindery_runtime::Invalid> {
            ::bindery_runtime::validate(self)
        }
    }

    ::bindery_runtime::object! {
        PetInput;
        required name = "name";
        optional friend = "friend";
        optional names = "names";
        optional either = "either";
        optional order = "order";
    }

    impl ::bindery_runtime::Validate for PetInput {
        fn check(&self, at: &mut ::bindery_runtime::Checker) {
            at.key("name", |at| at.min_length(&self.name, 1));
            at.nested("friend", &self.friend);
            at.nested("either", &self.either);
            at.nested("order", &self.order);
        }
    }

    /// `Names`.
    pub type Names = Vec<::std::string::String>;

    /// `Order`.
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    #[non_exhaustive]
    pub enum Order {
        /// `asc`.
        Asc,
        /// `desc`.
        Desc,
        /// A value that the description does not have, as it came.
        Unknown(::std::string::String),
    }

    ::bindery_runtime::string_enum! {
        Order;
        Asc = "asc";
        Desc = "desc";
        other Unknown;
    }

    /// `Old`.
    #[allow(deprecated)]
    #[deprecated]
    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
    #[non_exhaustive]
    pub enum Old {
        /// `a`.
        A,
        /// A value that the description does not have, as it came.
        Unknown(::std::string::String),
    }

    ::bindery_runtime::string_enum! {
        Old;
        A = "a";
        other Unknown;
    }

    /// `Kind`.
    pub type Kind = ::std::string::String;

    /// `Result`.
    #[derive(Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Result {
        /// `reason`.
        pub reason: ::std::option::Option<::std::string::String>,
    }

    impl Result {
        /// Creates one with no field set.
        pub fn new() -> Self {
            Default::default()
        }

        /// Sets `reason`.
        #[must_use]
        pub fn reason(mut self, reason: impl Into<::std::string::String>) -> Self {
            self.reason = Some(reason.into());
            self
        }
    }

    ::bindery_runtime::object! {
        Result;
        optional reason = "reason";
    }

    /// `String`.
    #[derive(Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct String {
        /// `text`.
        pub text: ::std::option::Option<::std::string::String>,
    }

    impl String {
        /// Creates one with no field set.
        pub fn new() -> Self {
            Default::default()
        }

        /// Sets `text`.
        #[must_use]
        pub fn text(mut self, text: impl Into<::std::string::String>) -> Self {
            self.text = Some(text.into());
            self
        }
    }

    ::bindery_runtime::object! {
        String;
        optional text = "text";
    }

    /// `Option`.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Option(pub Vec<Option>);

    ::bindery_runtime::newtype! {
        Option;
    }

    /// `Client`.
    #[derive(Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Client {
        /// `a`.
        pub a: ::std::option::Option<::std::string::String>,
    }

    impl Client {
        /// Creates one with no field set.
        pub fn new() -> Self {
            Default::default()
        }

        /// Sets `a`.
        #[must_use]
        pub fn a(mut self, a: impl Into<::std::string::String>) -> Self {
            self.a = Some(a.into());
            self
        }
    }

    ::bindery_runtime::object! {
        Client;
        optional a = "a";
    }

    /// `PutPetParams`.
    #[derive(Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct PutPetParams {
        /// `a`.
        pub a: ::std::option::Option<::std::string::String>,
    }

    impl PutPetParams {
        /// Creates one with no field set.
        pub fn new() -> Self {
            Default::default()
        }

        /// Sets `a`.
        #[must_use]
        pub fn a(mut self, a: impl Into<::std::string::String>) -> Self {
            self.a = Some(a.into());
            self
        }
    }

    ::bindery_runtime::object! {
        PutPetParams;
        optional a = "a";
    }

    /// `PutPetError`.
    #[derive(Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct PutPetError {
        /// `a`.
        pub a: ::std::option::Option<::std::string::String>,
    }

    impl PutPetError {
        /// Creates one with no field set.
        pub fn new() -> Self {
            Default::default()
        }

        /// Sets `a`.
        #[must_use]
        pub fn a(mut self, a: impl Into<::std::string::String>) -> Self {
            self.a = Some(a.into());
            self
        }
    }

    ::bindery_runtime::object! {
        PutPetError;
        optional a = "a";
    }

    /// `Tagged`.
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    #[allow(clippy::large_enum_variant)]
    pub enum Tagged {
        /// `X`.
        X(X),
        /// `Y`.
        Y(Y),
        /// An object whose tag the description does not have, as it came.
        Unknown(::bindery_runtime::Object),
    }

    impl Tagged {
        /// Checks the documented constraints; an error names every place that breaks one.
        pub fn validate(&self) -> ::std::result::Result<(), ::bindery_runtime::Invalid> {
            ::bindery_runtime::validate(self)
        }
    }

    ::bindery_runtime::tagged_union! {
        Tagged, tag "t";
        X = "X";
        Y = "Y";
        other Unknown;
    }

    impl From<X> for Tagged {
        fn from(value: X) -> Self {
            Self::X(value)
        }
    }

    impl From<Y> for Tagged {
        fn from(value: Y) -> Self {
            Self::Y(value)
        }
    }

    impl ::bindery_runtime::Validate for Tagged {
        fn check(&self, at: &mut ::bindery_runtime::Checker) {
            if let Self::Unknown(value) = self {
                at.unknown_tag("t", value);
            }
        }
    }

    /// `X`.
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct X {
        /// `t`.
        pub t: ::std::string::String,
    }

    impl X {
        /// Creates one with no field set.
        pub fn new() -> Self {
            Self { t: "X".into() }
        }
    }

    impl Default for X {
        fn default() -> Self {
            Self::new()
        }
    }

    ::bindery_runtime::object! {
        X;
        required t = "t";
    }

    /// `Y`.
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct Y {
        /// `t`.
        pub t: ::std::string::String,
    }

    impl Y {
        /// Creates one with no field set.
        pub fn new() -> Self {
            Self { t: "Y".into() }
        }
    }

    impl Default for Y {
        fn default() -> Self {
            Self::new()
        }
    }

    ::bindery_runtime::object! {
        Y;
        required t = "t";
    }

    /// The `either` of `Pet`.
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    #[allow(clippy::large_enum_variant)]
    pub enum PetEither {
        /// `integer`.
        Integer(i64),
        /// `Pet`.
        Pet(Box<Pet>),
    }

    impl PetEither {
        /// Checks the documented constraints; an error names every place that breaks one.
        pub fn validate(&self) -> ::std::result::Result<(), ::bindery_runtime::Invalid> {
            ::bindery_runtime::validate(self)
        }
    }

    ::bindery_runtime::untagged_union! {
        PetEither, checked;
        Integer: integer;
        Pet: object { "name" };
    }

    impl From<i64> for PetEither {
        fn from(value: i64) -> Self {
            Self::Integer(value)
        }
    }

    impl From<Pet> for PetEither {
        fn from(value: Pet) -> Self {
            Self::Pet(Box::new(value))
        }
    }

    impl ::bindery_runtime::Validate for PetEither {
        fn check(&self, at: &mut ::bindery_runtime::Checker) {
            if let Self::Pet(value) = self {
                ::bindery_runtime::Validate::check(value, at);
            }
        }
    }

    /// The `either` of `Pet`.
    ///
    /// This is what is sent; it has no properties that only the server sets.
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    #[allow(clippy::large_enum_variant)]
    pub enum PetEitherInput {
        /// `integer`.
        Integer(i64),
        /// `Pet`.
        Pet(Box<PetInput>),
    }

    impl PetEitherInput {
        /// Checks the documented constraints; an error names every place that breaks one.
        pub fn validate(&self) -> ::std::result::Result<(), ::bindery_runtime::Invalid> {
            ::bindery_runtime::validate(self)
        }
    }

    ::bindery_runtime::untagged_union! {
        PetEitherInput, checked;
        Integer: integer;
        Pet: object { "name" };
    }

    impl From<i64> for PetEitherInput {
        fn from(value: i64) -> Self {
            Self::Integer(value)
        }
    }

    impl From<PetInput> for PetEitherInput {
        fn from(value: PetInput) -> Self {
            Self::Pet(Box::new(value))
        }
    }

    impl ::bindery_runtime::Validate for PetEitherInput {
        fn check(&self, at: &mut ::bindery_runtime::Checker) {
            if let Self::Pet(value) = self {
                ::bindery_runtime::Validate::check(value, at);
            }
        }
    }
}

/// Parameters and answers of operations.
pub mod operations {
    /// The answers other than success of `PUT /pets/{kind}`.
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    #[allow(clippy::large_enum_variant)]
    pub enum PutPetError {
        /// Nothing.
        NotFound(super::types::Result),
        /// Else.
        Default(super::types::String),
    }

    impl PutPetError {
        /// Reads the answer that the status says.
        ///
        /// # Errors
        ///
        /// Fails where the body is not what the description says for the status.
        pub fn read(
            response: &::bindery_runtime::Response<::bindery_runtime::Bytes>,
        ) -> ::std::result::Result<Self, ::bindery_runtime::ReadError> {
            match response.status().as_u16() {
                404 => ::bindery_runtime::read::json(response).map(Self::NotFound),
                _ => ::bindery_runtime::read::json(response).map(Self::Default),
            }
        }
    }

    /// Parameters of `PUT /pets/{kind}`.
    #[allow(deprecated)]
    #[derive(Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct PutPetParams {
        /// `order`.
        pub order: ::std::option::Option<super::types::Order>,
        /// `old`.
        #[deprecated]
        pub old: ::std::option::Option<super::types::Old>,
    }

    #[allow(deprecated)]
    impl PutPetParams {
        /// Creates one with no field set.
        pub fn new() -> Self {
            Default::default()
        }

        /// Sets `order`.
        #[must_use]
        pub fn order(mut self, order: super::types::Order) -> Self {
            self.order = Some(order);
            self
        }

        /// Sets `old`.
        #[deprecated]
        #[must_use]
        pub fn old(mut self, old: super::types::Old) -> Self {
            self.old = Some(old);
            self
        }

        /// Checks the documented constraints; an error names every place that breaks one.
        pub fn validate(&self) -> ::std::result::Result<(), ::bindery_runtime::Invalid> {
            ::bindery_runtime::validate(self)
        }
    }

    #[allow(deprecated)]
    impl ::bindery_runtime::Validate for PutPetParams {
        fn check(&self, at: &mut ::bindery_runtime::Checker) {
            at.nested("order", &self.order);
            at.nested("old", &self.old);
        }
    }
}
