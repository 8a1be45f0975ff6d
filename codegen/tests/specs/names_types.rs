// Made by `bindery generate names_types.yaml`. Change the description instead of this file.

/// Client for Names of types.
#[derive(Clone, Debug)]
pub struct Client(::bindery_runtime::Client);

impl Client {
    /// Starts a client: set what it needs, then `build` it.
    pub fn builder() -> ::bindery_runtime::ClientBuilder<Self> {
        ::bindery_runtime::ClientBuilder::new()
    }

    /// `GET /pets`.
    pub fn get_pet(
        &self,
        params: &GetPetParamsType,
    ) -> ::bindery_runtime::Request<Pet, GetPetErrorType> {
        self.0
            .request(::bindery_runtime::Method::GET, "/pets")
            .query("id", &params.id)
            .reads(::bindery_runtime::read::json, GetPetErrorType::read)
    }
}

impl ::bindery_runtime::Api for Client {
    const BASE_URL: ::std::option::Option<&'static str> = None;
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

/// The answers other than success of `GET /pets`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum GetPetErrorType {
    /// None.
    NotFound(Result),
    /// An error.
    InternalServerError(GetPetError),
    /// An answer of a status that the description does not have, as it came.
    Undocumented(::bindery_runtime::Bytes),
}

impl GetPetErrorType {
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
            500 => {
                ::bindery_runtime::read::json(response).map(Self::InternalServerError)
            }
            _ => ::bindery_runtime::read::bytes(response).map(Self::Undocumented),
        }
    }
}

/// Parameters of `GET /pets`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GetPetParamsType {
    /// `id`.
    pub id: ::std::option::Option<String>,
}

impl GetPetParamsType {
    /// Creates one with no field set.
    pub fn new() -> Self {
        ::std::default::Default::default()
    }

    /// Sets `id`.
    #[must_use]
    pub fn id(mut self, id: String) -> Self {
        self.id = Some(id);
        self
    }
}

/// `Pet`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Pet {
    /// `name`.
    pub name: String,
    /// `option`.
    pub option: ::std::option::Option<Option>,
}

impl Pet {
    /// Creates one from its required fields.
    pub fn new(name: String) -> Self {
        Self { name, option: None }
    }

    /// Sets `option`.
    #[must_use]
    pub fn option(mut self, option: Option) -> Self {
        self.option = Some(option);
        self
    }
}

::bindery_runtime::object! {
    Pet;
    required name = "name";
    optional option = "option";
}

/// `pet`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PetLower {
    /// `other`.
    pub other: ::std::option::Option<::std::string::String>,
}

impl PetLower {
    /// Creates one with no field set.
    pub fn new() -> Self {
        ::std::default::Default::default()
    }

    /// Sets `other`.
    #[must_use]
    pub fn other(
        mut self,
        other: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.other = Some(other.into());
        self
    }
}

::bindery_runtime::object! {
    PetLower;
    optional other = "other";
}

/// `PET`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PetUpper {
    /// `loud`.
    pub loud: ::std::option::Option<::std::string::String>,
}

impl PetUpper {
    /// Creates one with no field set.
    pub fn new() -> Self {
        ::std::default::Default::default()
    }

    /// Sets `loud`.
    #[must_use]
    pub fn loud(
        mut self,
        loud: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.loud = Some(loud.into());
        self
    }
}

::bindery_runtime::object! {
    PetUpper;
    optional loud = "loud";
}

/// `a-b`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct AB {
    /// `x`.
    pub x: ::std::option::Option<::std::string::String>,
}

impl AB {
    /// Creates one with no field set.
    pub fn new() -> Self {
        ::std::default::Default::default()
    }

    /// Sets `x`.
    #[must_use]
    pub fn x(mut self, x: impl ::std::convert::Into<::std::string::String>) -> Self {
        self.x = Some(x.into());
        self
    }
}

::bindery_runtime::object! {
    AB;
    optional x = "x";
}

/// `a_b`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ABSnake {
    /// `y`.
    pub y: ::std::option::Option<::std::string::String>,
}

impl ABSnake {
    /// Creates one with no field set.
    pub fn new() -> Self {
        ::std::default::Default::default()
    }

    /// Sets `y`.
    #[must_use]
    pub fn y(mut self, y: impl ::std::convert::Into<::std::string::String>) -> Self {
        self.y = Some(y.into());
        self
    }
}

::bindery_runtime::object! {
    ABSnake;
    optional y = "y";
}

/// `Option`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Option {
    /// `value`.
    pub value: ::std::option::Option<i64>,
}

impl Option {
    /// Creates one with no field set.
    pub fn new() -> Self {
        ::std::default::Default::default()
    }

    /// Sets `value`.
    #[must_use]
    pub fn value(mut self, value: i64) -> Self {
        self.value = Some(value);
        self
    }
}

::bindery_runtime::object! {
    Option;
    optional value = "value";
}

/// `String`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct String {
    /// `text`.
    pub text: ::bindery_runtime::Maybe<::std::string::String>,
}

impl String {
    /// Creates one with no field set.
    pub fn new() -> Self {
        ::std::default::Default::default()
    }

    /// Sets `text`.
    #[must_use]
    pub fn text(
        mut self,
        text: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.text = ::bindery_runtime::Maybe::Value(text.into());
        self
    }

    /// Sets `text` to null, which is not the same as leaving it out.
    #[must_use]
    pub fn text_null(mut self) -> Self {
        self.text = ::bindery_runtime::Maybe::Null;
        self
    }
}

::bindery_runtime::object! {
    String;
    nullable text = "text";
}

/// `Result`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Result {
    /// `ok`.
    Ok,
    /// `err`.
    Err,
    /// A value that the description does not have, as it came.
    Unknown(::std::string::String),
}

::bindery_runtime::string_enum! {
    Result;
    Ok = "ok";
    Err = "err";
    other Unknown;
}

/// `Vec`.
pub type Vec = ::std::vec::Vec<Box>;

/// `Box`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Box {
    /// `inside`.
    pub inside: Vec,
    /// `next`.
    pub next: ::std::option::Option<::std::boxed::Box<Box>>,
}

impl Box {
    /// Creates one from its required fields.
    pub fn new(inside: Vec) -> Self {
        Self { inside, next: None }
    }

    /// Sets `next`.
    #[allow(clippy::should_implement_trait)]
    #[must_use]
    pub fn next(mut self, next: Box) -> Self {
        self.next = Some(::std::boxed::Box::new(next));
        self
    }
}

::bindery_runtime::object! {
    Box;
    required inside = "inside";
    optional next = "next";
}

/// `Ok`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct OkType {
    /// `ok`.
    pub ok: ::std::option::Option<bool>,
}

impl OkType {
    /// Creates one with no field set.
    pub fn new() -> Self {
        ::std::default::Default::default()
    }

    /// Sets `ok`.
    #[must_use]
    pub fn ok(mut self, ok: bool) -> Self {
        self.ok = Some(ok);
        self
    }
}

::bindery_runtime::object! {
    OkType;
    optional ok = "ok";
}

/// `Some`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum SomeType {
    /// `string`.
    String(::std::string::String),
    /// `integer`.
    Integer(i64),
}

::bindery_runtime::untagged_union! {
    SomeType;
    String: string;
    Integer: integer;
}

impl ::std::convert::From<::std::string::String> for SomeType {
    fn from(value: ::std::string::String) -> Self {
        Self::String(value)
    }
}

impl ::std::convert::From<i64> for SomeType {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

/// `Default`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Default {
    /// `a`.
    A,
    /// `b`.
    B,
    /// A value that the description does not have, as it came.
    Unknown(::std::string::String),
}

::bindery_runtime::string_enum! {
    Default;
    A = "a";
    B = "b";
    other Unknown;
}

/// `Clone`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Clone {
    /// `a`.
    pub a: ::std::option::Option<::std::string::String>,
}

impl Clone {
    /// Creates one with no field set.
    pub fn new() -> Self {
        ::std::default::Default::default()
    }

    /// Sets `a`.
    #[must_use]
    pub fn a(mut self, a: impl ::std::convert::Into<::std::string::String>) -> Self {
        self.a = Some(a.into());
        self
    }
}

::bindery_runtime::object! {
    Clone;
    optional a = "a";
}

/// `Debug`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Debug {
    /// `a`.
    pub a: ::std::option::Option<::std::string::String>,
}

impl Debug {
    /// Creates one with no field set.
    pub fn new() -> Self {
        ::std::default::Default::default()
    }

    /// Sets `a`.
    #[must_use]
    pub fn a(mut self, a: impl ::std::convert::Into<::std::string::String>) -> Self {
        self.a = Some(a.into());
        self
    }
}

::bindery_runtime::object! {
    Debug;
    optional a = "a";
}

/// `From`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct From {
    /// `a`.
    ///
    /// Limits: at least 1 character.
    pub a: ::std::option::Option<::std::string::String>,
}

impl From {
    /// Creates one with no field set.
    pub fn new() -> Self {
        ::std::default::Default::default()
    }

    /// Sets `a`.
    #[must_use]
    pub fn a(mut self, a: impl ::std::convert::Into<::std::string::String>) -> Self {
        self.a = Some(a.into());
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> ::std::result::Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    From;
    optional a = "a";
}

impl ::bindery_runtime::Validate for From {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        if let Some(value) = &self.a {
            at.key("a", |at| at.min_length(value, 1));
        }
    }
}

/// `Into`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Into {
    /// `a`.
    pub a: ::std::option::Option<::std::string::String>,
}

impl Into {
    /// Creates one with no field set.
    pub fn new() -> Self {
        ::std::default::Default::default()
    }

    /// Sets `a`.
    #[must_use]
    pub fn a(mut self, a: impl ::std::convert::Into<::std::string::String>) -> Self {
        self.a = Some(a.into());
        self
    }
}

::bindery_runtime::object! {
    Into;
    optional a = "a";
}

/// `Self`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Self_ {
    /// `a`.
    pub a: ::std::option::Option<::std::string::String>,
}

impl Self_ {
    /// Creates one with no field set.
    pub fn new() -> Self {
        ::std::default::Default::default()
    }

    /// Sets `a`.
    #[must_use]
    pub fn a(mut self, a: impl ::std::convert::Into<::std::string::String>) -> Self {
        self.a = Some(a.into());
        self
    }
}

::bindery_runtime::object! {
    Self_;
    optional a = "a";
}

/// `Client`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ClientType {
    /// `a`.
    pub a: ::std::option::Option<::std::string::String>,
}

impl ClientType {
    /// Creates one with no field set.
    pub fn new() -> Self {
        ::std::default::Default::default()
    }

    /// Sets `a`.
    #[must_use]
    pub fn a(mut self, a: impl ::std::convert::Into<::std::string::String>) -> Self {
        self.a = Some(a.into());
        self
    }
}

::bindery_runtime::object! {
    ClientType;
    optional a = "a";
}

/// `GetPetError`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GetPetError {
    /// `message`.
    pub message: ::std::option::Option<::std::string::String>,
}

impl GetPetError {
    /// Creates one with no field set.
    pub fn new() -> Self {
        ::std::default::Default::default()
    }

    /// Sets `message`.
    #[must_use]
    pub fn message(
        mut self,
        message: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.message = Some(message.into());
        self
    }
}

::bindery_runtime::object! {
    GetPetError;
    optional message = "message";
}

/// `GetPetParams`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GetPetParams {
    /// `message`.
    pub message: ::std::option::Option<::std::string::String>,
}

impl GetPetParams {
    /// Creates one with no field set.
    pub fn new() -> Self {
        ::std::default::Default::default()
    }

    /// Sets `message`.
    #[must_use]
    pub fn message(
        mut self,
        message: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.message = Some(message.into());
        self
    }
}

::bindery_runtime::object! {
    GetPetParams;
    optional message = "message";
}

/// `str`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Str {
    /// `a`.
    pub a: ::std::option::Option<::std::string::String>,
}

impl Str {
    /// Creates one with no field set.
    pub fn new() -> Self {
        ::std::default::Default::default()
    }

    /// Sets `a`.
    #[must_use]
    pub fn a(mut self, a: impl ::std::convert::Into<::std::string::String>) -> Self {
        self.a = Some(a.into());
        self
    }
}

::bindery_runtime::object! {
    Str;
    optional a = "a";
}

/// `i64`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct I64 {
    /// `a`.
    pub a: ::std::option::Option<i64>,
}

impl I64 {
    /// Creates one with no field set.
    pub fn new() -> Self {
        ::std::default::Default::default()
    }

    /// Sets `a`.
    #[must_use]
    pub fn a(mut self, a: i64) -> Self {
        self.a = Some(a);
        self
    }
}

::bindery_runtime::object! {
    I64;
    optional a = "a";
}

/// `bool`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Bool {
    /// `a`.
    pub a: ::std::option::Option<bool>,
}

impl Bool {
    /// Creates one with no field set.
    pub fn new() -> Self {
        ::std::default::Default::default()
    }

    /// Sets `a`.
    #[must_use]
    pub fn a(mut self, a: bool) -> Self {
        self.a = Some(a);
        self
    }
}

::bindery_runtime::object! {
    Bool;
    optional a = "a";
}

/// `200`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Type200 {
    /// `a`.
    pub a: ::std::option::Option<::std::string::String>,
}

impl Type200 {
    /// Creates one with no field set.
    pub fn new() -> Self {
        ::std::default::Default::default()
    }

    /// Sets `a`.
    #[must_use]
    pub fn a(mut self, a: impl ::std::convert::Into<::std::string::String>) -> Self {
        self.a = Some(a.into());
        self
    }
}

::bindery_runtime::object! {
    Type200;
    optional a = "a";
}

/// `2.0.Pet`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Type2_0Pet {
    /// `a`.
    pub a: ::std::option::Option<::std::string::String>,
}

impl Type2_0Pet {
    /// Creates one with no field set.
    pub fn new() -> Self {
        ::std::default::Default::default()
    }

    /// Sets `a`.
    #[must_use]
    pub fn a(mut self, a: impl ::std::convert::Into<::std::string::String>) -> Self {
        self.a = Some(a.into());
        self
    }
}

::bindery_runtime::object! {
    Type2_0Pet;
    optional a = "a";
}

/// `_`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Underscore {
    /// `a`.
    pub a: ::std::option::Option<::std::string::String>,
}

impl Underscore {
    /// Creates one with no field set.
    pub fn new() -> Self {
        ::std::default::Default::default()
    }

    /// Sets `a`.
    #[must_use]
    pub fn a(mut self, a: impl ::std::convert::Into<::std::string::String>) -> Self {
        self.a = Some(a.into());
        self
    }
}

::bindery_runtime::object! {
    Underscore;
    optional a = "a";
}

/// `Validate`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Validate {
    /// `a`.
    ///
    /// Limits: at least 1 character.
    pub a: ::std::option::Option<::std::string::String>,
}

impl Validate {
    /// Creates one with no field set.
    pub fn new() -> Self {
        ::std::default::Default::default()
    }

    /// Sets `a`.
    #[must_use]
    pub fn a(mut self, a: impl ::std::convert::Into<::std::string::String>) -> Self {
        self.a = Some(a.into());
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> ::std::result::Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Validate;
    optional a = "a";
}

impl ::bindery_runtime::Validate for Validate {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        if let Some(value) = &self.a {
            at.key("a", |at| at.min_length(value, 1));
        }
    }
}

/// `Request`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Request {
    /// `a`.
    pub a: ::std::option::Option<::std::string::String>,
}

impl Request {
    /// Creates one with no field set.
    pub fn new() -> Self {
        ::std::default::Default::default()
    }

    /// Sets `a`.
    #[must_use]
    pub fn a(mut self, a: impl ::std::convert::Into<::std::string::String>) -> Self {
        self.a = Some(a.into());
        self
    }
}

::bindery_runtime::object! {
    Request;
    optional a = "a";
}

/// `Maybe`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Maybe {
    /// `a`.
    pub a: ::bindery_runtime::Maybe<::std::string::String>,
}

impl Maybe {
    /// Creates one with no field set.
    pub fn new() -> Self {
        ::std::default::Default::default()
    }

    /// Sets `a`.
    #[must_use]
    pub fn a(mut self, a: impl ::std::convert::Into<::std::string::String>) -> Self {
        self.a = ::bindery_runtime::Maybe::Value(a.into());
        self
    }

    /// Sets `a` to null, which is not the same as leaving it out.
    #[must_use]
    pub fn a_null(mut self) -> Self {
        self.a = ::bindery_runtime::Maybe::Null;
        self
    }
}

::bindery_runtime::object! {
    Maybe;
    nullable a = "a";
}

/// `PetName`.
pub type PetName = ::std::string::String;

/// `Owner`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Owner {
    /// `pet`.
    pub pet: ::std::option::Option<OwnerPetSpelled>,
}

impl Owner {
    /// Creates one with no field set.
    pub fn new() -> Self {
        ::std::default::Default::default()
    }

    /// Sets `pet`.
    #[must_use]
    pub fn pet(mut self, pet: OwnerPetSpelled) -> Self {
        self.pet = Some(pet);
        self
    }
}

::bindery_runtime::object! {
    Owner;
    optional pet = "pet";
}

/// `OwnerPet`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct OwnerPet {
    /// `nick`.
    pub nick: ::std::option::Option<::std::string::String>,
}

impl OwnerPet {
    /// Creates one with no field set.
    pub fn new() -> Self {
        ::std::default::Default::default()
    }

    /// Sets `nick`.
    #[must_use]
    pub fn nick(
        mut self,
        nick: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.nick = Some(nick.into());
        self
    }
}

::bindery_runtime::object! {
    OwnerPet;
    optional nick = "nick";
}

/// The `pet` of `Owner`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct OwnerPetSpelled {
    /// `name`.
    pub name: ::std::option::Option<::std::string::String>,
}

impl OwnerPetSpelled {
    /// Creates one with no field set.
    pub fn new() -> Self {
        ::std::default::Default::default()
    }

    /// Sets `name`.
    #[must_use]
    pub fn name(
        mut self,
        name: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.name = Some(name.into());
        self
    }
}

::bindery_runtime::object! {
    OwnerPetSpelled;
    optional name = "name";
}
