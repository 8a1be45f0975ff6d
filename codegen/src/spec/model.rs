//! The normal form of a description: OpenAPI with the meaning of JSON Schema 2020-12, whatever version the text was of.
//!
//! Normal forms, made by `resolve` and relied on by everything after it:
//! - nullability has one spelling, [`Schema::nullable`]: `nullable: true`, a type set with `null`, a `null` enum value and a
//!   `null` branch of a union all become it;
//! - references are ids; a cycle is a cycle of ids;
//! - `const` is an enum of one value; exclusive bounds are numbers;
//! - the parameters of a path item stand in each of its operations, overridden ones left out;
//! - a default `style` and `explode` is filled in.

use indexmap::IndexMap;
use serde_json::{Number, Value};

use crate::arena::{Arena, Id};
use crate::source::Origin;

/// Names a schema of the document.
pub type SchemaId = Id<Schema>;

/// A whole description.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Document {
    /// Where the description starts.
    pub origin: Origin,
    /// `info.title`.
    pub title: String,
    /// `info.version`.
    pub version: String,
    /// `info.description`.
    pub description: Option<String>,
    /// The servers of the whole description.
    pub servers: Vec<Server>,
    /// The alternatives of security that hold for operations that name none.
    pub security: Vec<SecurityRequirement>,
    /// `components.securitySchemes`.
    pub security_schemes: Vec<SecurityScheme>,
    /// Every schema: components, inline ones, and those of parameters and bodies.
    pub schemas: Arena<Schema>,
    /// `components.schemas`, in order.
    pub components: Vec<(String, SchemaId)>,
    /// Every operation, in the order of the text.
    pub operations: Vec<Operation>,
}

/// A schema object.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Schema {
    /// Where it is.
    pub origin: Origin,
    /// `$ref`. In 3.0 nothing else is set then; in later versions both hold.
    pub reference: Option<SchemaId>,
    /// The types that are allowed; `None` where the schema does not say.
    pub types: Option<TypeSet>,
    /// Null is allowed besides what the rest says.
    pub nullable: bool,
    /// The schema `false`: nothing is allowed.
    pub never: bool,
    /// `title`.
    pub title: Option<String>,
    /// `description`.
    pub description: Option<String>,
    /// `externalDocs.url`.
    pub external_docs: Option<String>,
    /// `deprecated`.
    pub deprecated: bool,
    /// `readOnly`.
    pub read_only: bool,
    /// `writeOnly`.
    pub write_only: bool,
    /// `default`.
    pub default: Option<Value>,
    /// `example` and `examples`.
    pub examples: Vec<Value>,
    /// `format`.
    pub format: Option<String>,
    /// `enum` and `const`, without null.
    pub enumeration: Option<Vec<Value>>,
    /// `multipleOf`.
    pub multiple_of: Option<Number>,
    /// `minimum`, where it is inclusive.
    pub minimum: Option<Number>,
    /// `maximum`, where it is inclusive.
    pub maximum: Option<Number>,
    /// `exclusiveMinimum`, as a number.
    pub exclusive_minimum: Option<Number>,
    /// `exclusiveMaximum`, as a number.
    pub exclusive_maximum: Option<Number>,
    /// `minLength`, in Unicode code points.
    pub min_length: Option<u64>,
    /// `maxLength`, in Unicode code points.
    pub max_length: Option<u64>,
    /// `pattern`, a regular expression of ECMA-262.
    pub pattern: Option<String>,
    /// `items`.
    pub items: Option<SchemaId>,
    /// `minItems`.
    pub min_items: Option<u64>,
    /// `maxItems`.
    pub max_items: Option<u64>,
    /// `uniqueItems`.
    pub unique_items: bool,
    /// `properties`, in order.
    pub properties: IndexMap<String, SchemaId>,
    /// `required`.
    pub required: Vec<String>,
    /// `additionalProperties`.
    pub additional_properties: AdditionalProperties,
    /// `minProperties`.
    pub min_properties: Option<u64>,
    /// `maxProperties`.
    pub max_properties: Option<u64>,
    /// `allOf`.
    pub all_of: Vec<SchemaId>,
    /// `oneOf`.
    pub one_of: Vec<SchemaId>,
    /// `anyOf`.
    pub any_of: Vec<SchemaId>,
    /// What else narrows the values, and no type expresses.
    pub assertions: Vec<Assertion>,
    /// `discriminator`.
    pub discriminator: Option<Discriminator>,
    /// The `x-` keywords.
    pub extensions: IndexMap<String, Value>,
}

impl Schema {
    /// Makes the schema that allows everything.
    pub fn any(origin: Origin) -> Self {
        Self {
            origin,
            reference: None,
            types: None,
            nullable: false,
            never: false,
            title: None,
            description: None,
            external_docs: None,
            deprecated: false,
            read_only: false,
            write_only: false,
            default: None,
            examples: Vec::new(),
            format: None,
            enumeration: None,
            multiple_of: None,
            minimum: None,
            maximum: None,
            exclusive_minimum: None,
            exclusive_maximum: None,
            min_length: None,
            max_length: None,
            pattern: None,
            items: None,
            min_items: None,
            max_items: None,
            unique_items: false,
            properties: IndexMap::new(),
            required: Vec::new(),
            additional_properties: AdditionalProperties::Unsaid,
            min_properties: None,
            max_properties: None,
            all_of: Vec::new(),
            one_of: Vec::new(),
            any_of: Vec::new(),
            assertions: Vec::new(),
            discriminator: None,
            extensions: IndexMap::new(),
        }
    }
}

/// A JSON type other than null, as JSON Schema 2020-12 names it (Validation, section 6.1.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum JsonType {
    /// `boolean`.
    Boolean,
    /// `integer`.
    Integer,
    /// `number`, integers among them.
    Number,
    /// `string`.
    String,
    /// `array`.
    Array,
    /// `object`.
    Object,
}

impl JsonType {
    /// Returns its name in JSON Schema.
    pub fn name(self) -> &'static str {
        match self {
            Self::Boolean => "boolean",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::String => "string",
            Self::Array => "array",
            Self::Object => "object",
        }
    }
}

/// The types that a schema allows, null apart, in the order of the text.
pub type TypeSet = Vec<JsonType>;

/// What holds for properties that nobody described.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum AdditionalProperties {
    /// The keyword is not there: they are allowed.
    Unsaid,
    /// `true`, or a schema that allows everything: they are allowed on purpose.
    Any,
    /// `false`.
    Forbidden,
    /// Each satisfies this schema.
    Schema(SchemaId),
}

/// A keyword that only narrows which values are allowed, and that no type expresses.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Assertion {
    /// Where the keyword is.
    pub origin: Origin,
    /// What it says.
    pub kind: AssertionKind,
}

/// What an [`Assertion`] says.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum AssertionKind {
    /// `not`.
    Not(SchemaId),
    /// `if`, `then` and `else`.
    If {
        /// `if`.
        condition: SchemaId,
        /// `then`.
        then: Option<SchemaId>,
        /// `else`.
        otherwise: Option<SchemaId>,
    },
    /// One or more of these hold, where they make no types: `anyOf`.
    AnyOf(Vec<SchemaId>),
    /// Exactly one of these holds, where they make no types: `oneOf`.
    OneOf(Vec<SchemaId>),
    /// `prefixItems`, and `items` for those that follow.
    PrefixItems(Vec<SchemaId>, Option<SchemaId>),
    /// `contains`, `minContains` and `maxContains`.
    Contains {
        /// `contains`.
        item: SchemaId,
        /// `minContains`, which is 1 where it is not said.
        min: u64,
        /// `maxContains`.
        max: Option<u64>,
    },
    /// `propertyNames`.
    PropertyNames(SchemaId),
    /// `patternProperties`, with the keywords beside it that it is read with.
    PatternProperties {
        /// The names in `properties`.
        named: Vec<String>,
        /// `patternProperties`: patterns of names, and the schemas of such properties.
        patterns: Vec<(String, SchemaId)>,
        /// `additionalProperties`: what holds for all others.
        others: AdditionalProperties,
    },
    /// `dependentRequired`: a property, and those that have to be there with it.
    DependentRequired(Vec<(String, Vec<String>)>),
    /// `dependentSchemas`: a property, and what the object satisfies if it is there.
    DependentSchemas(Vec<(String, SchemaId)>),
}

/// A discriminator object.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Discriminator {
    /// `propertyName`.
    pub property: String,
    /// `mapping`: tag values and the schemas they lead to.
    pub mapping: Vec<(String, SchemaId)>,
}

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
    /// How fields of a form are written, where `encoding` says so, by their names.
    pub encodings: Vec<(String, ParameterEncoding)>,
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
    pub headers: Vec<ResponseHeader>,
    /// `content`, in order.
    pub content: Vec<MediaType>,
}

/// A header of a response.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ResponseHeader {
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
