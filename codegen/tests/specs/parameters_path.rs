// Made by `bindery generate parameters_path.yaml`. Change the description instead of this file.

/// Client for Path parameters.
#[derive(Clone, Debug)]
pub struct Client(::bindery_runtime::Client);

impl Client {
    /// Starts a client: set what it needs, then `build` it.
    pub fn builder() -> ::bindery_runtime::ClientBuilder<Self> {
        ::bindery_runtime::ClientBuilder::new()
    }

    /// Names that generated code uses itself.
    ///
    /// `GET /at/{at}/{body}`.
    pub fn taken(
        &self,
        at_argument: &str,
        body_argument: &[i64],
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/at/{at}/{body}")
            .check(|at| {
                at.key("at", |at| at.min_length(at_argument, 1));
            })
            .check(|at| {
                at.key("body", |at| {
                    at.min_items(body_argument.len(), 1);
                    for (index, item) in body_argument.iter().enumerate() {
                        at.index(index, |at| at.minimum(*item, 1));
                    }
                });
            })
            .path("at", at_argument)
            .path("body", body_argument)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `GET /text/{text}`.
    pub fn text(
        &self,
        text: &str,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/text/{text}")
            .path("text", text)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `GET /typed/{id}/{when}/{flag}/{kind}`.
    pub fn typed(
        &self,
        id: &::bindery_runtime::formats::Uuid,
        when: &::bindery_runtime::formats::Date,
        flag: bool,
        kind: &TypedKind,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/typed/{id}/{when}/{flag}/{kind}")
            .check(|at| {
                at.nested("kind", kind);
            })
            .path("id", id)
            .path("when", when)
            .path("flag", &flag)
            .path("kind", kind)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `GET /simple/{list}/{object}`.
    pub fn simple(
        &self,
        list: &[i64],
        object: &Color,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/simple/{list}/{object}")
            .path("list", list)
            .path("object", object)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `GET /simple-exploded/{object}`.
    pub fn simple_exploded(
        &self,
        object: &Color,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/simple-exploded/{object}")
            .path_as("object", object, ::bindery_runtime::Style::SIMPLE_EXPLODE)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `GET /label/{list}/{exploded}`.
    pub fn label(
        &self,
        list: &[String],
        exploded: &[String],
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/label/{list}/{exploded}")
            .path_as("list", list, ::bindery_runtime::Style::LABEL)
            .path_as("exploded", exploded, ::bindery_runtime::Style::LABEL_EXPLODE)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `GET /matrix/{list}/{exploded}`.
    pub fn matrix(
        &self,
        list: &[String],
        exploded: &[String],
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/matrix/{list}/{exploded}")
            .path_as("list", list, ::bindery_runtime::Style::MATRIX)
            .path_as("exploded", exploded, ::bindery_runtime::Style::MATRIX_EXPLODE)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `GET /report.{format}/{from}-{to}`.
    pub fn inside(
        &self,
        format: &str,
        from: i64,
        to: i64,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/report.{format}/{from}-{to}")
            .path("format", format)
            .path("from", &from)
            .path("to", &to)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `GET /content/{filter}`.
    pub fn content(
        &self,
        filter: &Color,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/content/{filter}")
            .path_as("filter", filter, ::bindery_runtime::Style::JSON)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// A path, a query and a header parameter of one name.
    ///
    /// `GET /same/{id}`.
    pub fn same(
        &self,
        id: &str,
        params: &SameParams,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/same/{id}")
            .path("id", id)
            .query("id", &params.id)
            .header("id", &params.id_2)
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }
}

impl ::bindery_runtime::Api for Client {
    const BASE_URL: Option<&'static str> = Some("https://example.com/base");
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

/// Parameters of `GET /same/{id}`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SameParams {
    /// `id`.
    pub id: String,
    /// `id`.
    pub id_2: String,
}

impl SameParams {
    /// Creates one from its required fields.
    pub fn new(id: impl Into<String>, id_2: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            id_2: id_2.into(),
        }
    }
}

/// `Color`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Color {
    /// `blue`.
    pub blue: i64,
    /// `green`.
    pub green: i64,
}

impl Color {
    /// Creates one from its required fields.
    pub fn new(blue: i64, green: i64) -> Self {
        Self { blue, green }
    }
}

::bindery_runtime::object! {
    Color;
    required blue = "blue";
    required green = "green";
}

/// The `kind` of `typed`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum TypedKind {
    /// `big`.
    Big,
    /// `small`.
    Small,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    TypedKind;
    Big = "big";
    Small = "small";
    other Unknown;
}

/// The URLs of the servers.
pub mod servers {
    /// `https://example.com/base`.
    pub const SERVER_1: &str = "https://example.com/base";
}
