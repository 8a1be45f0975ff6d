//! The calls of the normal form: operations, what they take and answer, where they are sent, and how callers prove who they are.

use indexmap::IndexMap;
use serde_json::Value;

use crate::source::Origin;

use super::SchemaId;

/// A server object.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Server {
    /// Where it is.
    pub origin: Origin,
    /// `url`, with its variables in braces.
    pub url: String,
    /// `description`.
    pub description: Option<String>,
    /// `variables`.
    pub variables: Vec<ServerVariable>,
}

/// A variable of a server's URL.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ServerVariable {
    /// Its name.
    pub name: String,
    /// `default`.
    pub default: String,
    /// `enum`.
    pub values: Vec<String>,
    /// `description`.
    pub description: Option<String>,
}

/// Security schemes that are needed together, with their scopes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct SecurityRequirement {
    /// The names of the schemes, with the scopes that each needs.
    pub schemes: Vec<(String, Vec<String>)>,
}

/// A security scheme object.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct SecurityScheme {
    /// Where it is.
    pub origin: Origin,
    /// Its name in the components.
    pub name: String,
    /// `description`.
    pub description: Option<String>,
    /// What is sent.
    pub kind: SecurityKind,
}

/// What a security scheme sends.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum SecurityKind {
    /// A key in a parameter.
    ApiKey {
        /// Where it is sent: header, query or cookie.
        location: ParameterLocation,
        /// The name of that header, query parameter or cookie.
        name: String,
    },
    /// `http` with the scheme `basic`.
    HttpBasic,
    /// `http` with the scheme `bearer`.
    HttpBearer,
    /// `http` with another scheme.
    HttpOther(String),
    /// `oauth2`: a bearer token that the caller brings.
    OAuth2,
    /// `openIdConnect`: a bearer token that the caller brings.
    OpenIdConnect,
}

/// An operation object, with the path and the method that it answers.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Operation {
    /// Where it is.
    pub origin: Origin,
    /// The HTTP method in capitals.
    pub method: String,
    /// The path template.
    pub path: String,
    /// `operationId`.
    pub operation_id: Option<String>,
    /// `tags`.
    pub tags: Vec<String>,
    /// `summary`.
    pub summary: Option<String>,
    /// `description`.
    pub description: Option<String>,
    /// `externalDocs.url`.
    pub external_docs: Option<String>,
    /// `deprecated`.
    pub deprecated: bool,
    /// Its parameters and those of its path.
    pub parameters: Vec<Parameter>,
    /// `requestBody`.
    pub request_body: Option<RequestBody>,
    /// `responses`, in order.
    pub responses: Vec<Response>,
    /// `security`; `None` where the document's holds.
    pub security: Option<Vec<SecurityRequirement>>,
    /// `servers` of the operation, else of its path.
    pub servers: Vec<Server>,
    /// The names of its `callbacks`.
    pub callbacks: Vec<String>,
    /// The `x-` keywords.
    pub extensions: IndexMap<String, Value>,
}

/// Where a parameter is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum ParameterLocation {
    /// In the path.
    Path,
    /// In the query.
    Query,
    /// As a header.
    Header,
    /// As a cookie.
    Cookie,
}

/// How a value is written in a parameter (OpenAPI 3.0.3, "Style Values").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum ParameterStyle {
    /// `matrix`.
    Matrix,
    /// `label`.
    Label,
    /// `form`.
    Form,
    /// `simple`.
    Simple,
    /// `spaceDelimited`.
    SpaceDelimited,
    /// `pipeDelimited`.
    PipeDelimited,
    /// `deepObject`.
    DeepObject,
}

/// A parameter object.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Parameter {
    /// Where it is defined.
    pub origin: Origin,
    /// Its name on the wire.
    pub name: String,
    /// Where it is sent.
    pub location: ParameterLocation,
    /// `description`.
    pub description: Option<String>,
    /// `required`.
    pub required: bool,
    /// `deprecated`.
    pub deprecated: bool,
    /// Its schema.
    pub schema: SchemaId,
    /// How it is written.
    pub encoding: ParameterEncoding,
    /// `example` and the values of `examples`.
    pub examples: Vec<Value>,
}

/// How a parameter is written.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum ParameterEncoding {
    /// By a style.
    Style {
        /// `style`.
        style: ParameterStyle,
        /// `explode`.
        explode: bool,
        /// `allowReserved`.
        allow_reserved: bool,
    },
    /// As the text of a media type (`content`).
    Content(String),
}

/// A request body object.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RequestBody {
    /// Where it is defined.
    pub origin: Origin,
    /// `description`.
    pub description: Option<String>,
    /// `required`.
    pub required: bool,
    /// `content`, in order.
    pub content: Vec<MediaType>,
}

/// A media type object, with its name.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct MediaType {
    /// Where it is.
    pub origin: Origin,
    /// The media type or range, as written.
    pub name: String,
    /// `schema`.
    pub schema: Option<SchemaId>,
    /// `example` and the values of `examples`.
    pub examples: Vec<Value>,
    /// `encoding`, in order.
    pub encodings: Vec<Encoding>,
}

/// An encoding object: what is said of a field of a form, or of a part of a body of several.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Encoding {
    /// Where it is.
    pub origin: Origin,
    /// The name of the field.
    pub name: String,
    /// How it is written, where that is said.
    pub written: Option<ParameterEncoding>,
    /// `headers` of a part, in order.
    pub headers: Vec<Header>,
}

impl MediaType {
    /// Returns what is said of a field.
    pub fn encoding(&self, field: &str) -> Option<&Encoding> {
        self.encodings.iter().find(|encoding| encoding.name == field)
    }
}

/// Which statuses a response is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum StatusPattern {
    /// One status.
    Code(u16),
    /// A hundred of them, by their first digit: `4XX` is `Range(4)`.
    Range(u8),
    /// All that no other response names.
    Default,
}

/// A response object, with its status.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Response {
    /// Where it is defined.
    pub origin: Origin,
    /// Which statuses it is for.
    pub status: StatusPattern,
    /// `description`.
    pub description: String,
    /// `headers`, in order.
    pub headers: Vec<Header>,
    /// `content`, in order.
    pub content: Vec<MediaType>,
}

/// A header object, with its name: of a response, or of a part of a body.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Header {
    /// Where it is defined.
    pub origin: Origin,
    /// Its name.
    pub name: String,
    /// `description`.
    pub description: Option<String>,
    /// `required`.
    pub required: bool,
    /// `deprecated`.
    pub deprecated: bool,
    /// Its schema.
    pub schema: SchemaId,
}
