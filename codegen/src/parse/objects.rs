//! The objects of OpenAPI 3.0.3, as a table: which keys each has, and what stands under them.
//!
//! The table also says where null is read as absent and what is required; it is held to what `openapiv3` takes, so that a text which
//! passes the walk is read without a failure.

use super::checks;
use super::seen::Seen;
use crate::diagnostic::Diagnostics;
use crate::source::Origin;

/// What a value must be.
pub(super) enum Shape {
    /// Anything that JSON can say.
    Any,
    /// Anything at all: nobody reads it.
    Ignored,
    Text,
    Boolean,
    Number,
    /// A whole number that is not negative.
    Count,
    /// One of these strings.
    Choice(&'static [&'static str]),
    /// A type of a schema. An unknown one is doubtful, not wrong: it is read as not said.
    TypeName(&'static [&'static str]),
    /// The version of OpenAPI.
    Version,
    /// The version of Swagger, the standard's name up to 2.0.
    SwaggerVersion,
    Object(&'static Object),
    /// The object, or a reference to one.
    Ref(&'static Object),
    List(&'static Shape),
    /// A mapping with free names.
    Map(&'static Shape),
    /// A mapping with one free name.
    Single(&'static Shape),
    BooleanOr(&'static Shape),
}

/// One object of the standard.
pub(super) struct Object {
    /// What the standard calls it, without "object".
    pub(super) name: &'static str,
    pub(super) fields: &'static [Field],
    pub(super) names: Names,
    /// What the table can't say. The origin is made only where it is needed.
    pub(super) check: Option<Check>,
}

pub(super) type Check = fn(&Seen, &dyn Fn() -> Origin, &mut Diagnostics);

/// The keys that an object may have besides its fields and extensions.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Names {
    None,
    /// Paths, with path items.
    Paths,
    /// HTTP statuses, with responses.
    Statuses,
    /// Runtime expressions, with path items.
    Expressions,
}

pub(super) struct Field {
    pub(super) key: &'static str,
    pub(super) shape: Shape,
    pub(super) presence: Presence,
}

/// What may be left out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Presence {
    Required,
    /// It may be absent, or null, which is the same.
    Optional,
    /// It may be absent, and not null.
    NotNull,
}

const fn required(key: &'static str, shape: Shape) -> Field {
    Field { key, shape, presence: Presence::Required }
}

const fn optional(key: &'static str, shape: Shape) -> Field {
    Field { key, shape, presence: Presence::Optional }
}

const fn not_null(key: &'static str, shape: Shape) -> Field {
    Field { key, shape, presence: Presence::NotNull }
}

const fn object(name: &'static str, fields: &'static [Field]) -> Object {
    Object { name, fields, names: Names::None, check: None }
}

pub(super) static ROOT: Object = object(
    "OpenAPI",
    &[
        required("openapi", Shape::Version),
        optional("swagger", Shape::SwaggerVersion),
        required("info", Shape::Object(&INFO)),
        not_null("servers", Shape::List(&Shape::Object(&SERVER))),
        required("paths", Shape::Object(&PATHS)),
        optional("components", Shape::Object(&COMPONENTS)),
        optional("security", Shape::List(&SECURITY_REQUIREMENT)),
        not_null("tags", Shape::List(&Shape::Object(&TAG))),
        optional("externalDocs", Shape::Object(&EXTERNAL_DOCS)),
    ],
);

static INFO: Object = object(
    "info",
    &[
        required("title", Shape::Text),
        optional("description", Shape::Text),
        optional("termsOfService", Shape::Text),
        optional("contact", Shape::Object(&CONTACT)),
        optional("license", Shape::Object(&LICENSE)),
        required("version", Shape::Text),
    ],
);

static CONTACT: Object =
    object("contact", &[optional("name", Shape::Text), optional("url", Shape::Text), optional("email", Shape::Text)]);

static LICENSE: Object = object("license", &[required("name", Shape::Text), optional("url", Shape::Text)]);

static SERVER: Object = object(
    "server",
    &[
        required("url", Shape::Text),
        optional("description", Shape::Text),
        optional("variables", Shape::Map(&Shape::Object(&SERVER_VARIABLE))),
    ],
);

static SERVER_VARIABLE: Object = object(
    "server variable",
    &[not_null("enum", Shape::List(&Shape::Text)), required("default", Shape::Text), optional("description", Shape::Text)],
);

static TAG: Object = object(
    "tag",
    &[
        required("name", Shape::Text),
        optional("description", Shape::Text),
        optional("externalDocs", Shape::Object(&EXTERNAL_DOCS)),
    ],
);

static EXTERNAL_DOCS: Object =
    object("external documentation", &[optional("description", Shape::Text), required("url", Shape::Text)]);

static SECURITY_REQUIREMENT: Shape = Shape::Map(&Shape::List(&Shape::Text));

static COMPONENTS: Object = object(
    "components",
    &[
        not_null("schemas", Shape::Map(&SCHEMA_OR_REF)),
        not_null("responses", Shape::Map(&Shape::Ref(&RESPONSE))),
        not_null("parameters", Shape::Map(&Shape::Ref(&PARAMETER))),
        not_null("examples", Shape::Map(&EXAMPLE_OR_REF)),
        not_null("requestBodies", Shape::Map(&Shape::Ref(&REQUEST_BODY))),
        not_null("headers", Shape::Map(&HEADER_OR_REF)),
        not_null("securitySchemes", Shape::Map(&Shape::Ref(&SECURITY_SCHEME))),
        not_null("links", Shape::Map(&LINK_OR_REF)),
        not_null("callbacks", Shape::Map(&Shape::Ref(&CALLBACK))),
    ],
);

static EXAMPLE_OR_REF: Shape = Shape::Ref(&EXAMPLE);
static HEADER_OR_REF: Shape = Shape::Ref(&HEADER);
static LINK_OR_REF: Shape = Shape::Ref(&LINK);
static PARAMETER_OR_REF: Shape = Shape::Ref(&PARAMETER);
static SCHEMA_OR_REF: Shape = Shape::Ref(&SCHEMA);
static MEDIA_TYPE_SHAPE: Shape = Shape::Object(&MEDIA_TYPE);

static PATHS: Object = Object { name: "paths", fields: &[], names: Names::Paths, check: None };

pub(super) static PATH_ITEM: Object = object(
    "path item",
    &[
        optional("get", Shape::Object(&OPERATION)),
        optional("put", Shape::Object(&OPERATION)),
        optional("post", Shape::Object(&OPERATION)),
        optional("delete", Shape::Object(&OPERATION)),
        optional("options", Shape::Object(&OPERATION)),
        optional("head", Shape::Object(&OPERATION)),
        optional("patch", Shape::Object(&OPERATION)),
        optional("trace", Shape::Object(&OPERATION)),
        optional("summary", Shape::Text),
        optional("description", Shape::Text),
        not_null("servers", Shape::List(&Shape::Object(&SERVER))),
        not_null("parameters", Shape::List(&PARAMETER_OR_REF)),
    ],
);

static OPERATION: Object = object(
    "operation",
    &[
        not_null("tags", Shape::List(&Shape::Text)),
        optional("summary", Shape::Text),
        optional("description", Shape::Text),
        optional("externalDocs", Shape::Object(&EXTERNAL_DOCS)),
        optional("operationId", Shape::Text),
        not_null("parameters", Shape::List(&PARAMETER_OR_REF)),
        optional("requestBody", Shape::Ref(&REQUEST_BODY)),
        required("responses", Shape::Object(&RESPONSES)),
        not_null("callbacks", Shape::Map(&Shape::Object(&CALLBACK))),
        not_null("deprecated", Shape::Boolean),
        optional("security", Shape::List(&SECURITY_REQUIREMENT)),
        not_null("servers", Shape::List(&Shape::Object(&SERVER))),
    ],
);

static CALLBACK: Object = Object { name: "callback", fields: &[], names: Names::Expressions, check: None };

static PARAMETER: Object = Object {
    name: "parameter",
    fields: &[
        required("name", Shape::Text),
        required("in", Shape::Choice(&["query", "header", "path", "cookie"])),
        optional("description", Shape::Text),
        not_null("required", Shape::Boolean),
        optional("deprecated", Shape::Boolean),
        optional("allowEmptyValue", Shape::Boolean),
        not_null("style", Shape::Choice(&["form", "simple", "matrix", "label", "spaceDelimited", "pipeDelimited", "deepObject"])),
        optional("explode", Shape::Boolean),
        not_null("allowReserved", Shape::Boolean),
        not_null("schema", Shape::Ref(&SCHEMA)),
        not_null("content", Shape::Single(&MEDIA_TYPE_SHAPE)),
        optional("example", Shape::Any),
        not_null("examples", Shape::Map(&EXAMPLE_OR_REF)),
    ],
    names: Names::None,
    check: Some(checks::check_parameter),
};

static HEADER: Object = Object {
    name: "header",
    fields: &[
        optional("description", Shape::Text),
        not_null("required", Shape::Boolean),
        optional("deprecated", Shape::Boolean),
        not_null("style", Shape::Choice(&["simple"])),
        optional("explode", Shape::Ignored),
        optional("allowReserved", Shape::Ignored),
        optional("allowEmptyValue", Shape::Ignored),
        not_null("schema", Shape::Ref(&SCHEMA)),
        not_null("content", Shape::Single(&MEDIA_TYPE_SHAPE)),
        optional("example", Shape::Any),
        not_null("examples", Shape::Map(&EXAMPLE_OR_REF)),
    ],
    names: Names::None,
    check: Some(checks::check_schema_or_content),
};

static REQUEST_BODY: Object = object(
    "request body",
    &[
        optional("description", Shape::Text),
        required("content", Shape::Map(&MEDIA_TYPE_SHAPE)),
        not_null("required", Shape::Boolean),
    ],
);

static MEDIA_TYPE: Object = object(
    "media type",
    &[
        optional("schema", Shape::Ref(&SCHEMA)),
        optional("example", Shape::Any),
        not_null("examples", Shape::Map(&EXAMPLE_OR_REF)),
        not_null("encoding", Shape::Map(&Shape::Object(&ENCODING))),
    ],
);

static ENCODING: Object = object(
    "encoding",
    &[
        optional("contentType", Shape::Text),
        not_null("headers", Shape::Map(&HEADER_OR_REF)),
        optional("style", Shape::Choice(&["form", "spaceDelimited", "pipeDelimited", "deepObject"])),
        not_null("explode", Shape::Boolean),
        not_null("allowReserved", Shape::Boolean),
    ],
);

static RESPONSES: Object =
    Object { name: "responses", fields: &[optional("default", Shape::Ref(&RESPONSE))], names: Names::Statuses, check: None };

pub(super) static RESPONSE: Object = object(
    "response",
    &[
        required("description", Shape::Text),
        not_null("headers", Shape::Map(&HEADER_OR_REF)),
        not_null("content", Shape::Map(&MEDIA_TYPE_SHAPE)),
        not_null("links", Shape::Map(&LINK_OR_REF)),
    ],
);

static EXAMPLE: Object = object(
    "example",
    &[
        optional("summary", Shape::Text),
        optional("description", Shape::Text),
        optional("value", Shape::Any),
        optional("externalValue", Shape::Text),
    ],
);

static LINK: Object = Object {
    name: "link",
    fields: &[
        not_null("operationRef", Shape::Text),
        not_null("operationId", Shape::Text),
        not_null("parameters", Shape::Map(&Shape::Any)),
        optional("requestBody", Shape::Any),
        optional("description", Shape::Text),
        optional("server", Shape::Object(&SERVER)),
    ],
    names: Names::None,
    check: Some(checks::check_link),
};

pub(super) static SCHEMA: Object = object(
    "schema",
    &[
        not_null("type", Shape::TypeName(&["string", "integer", "number", "boolean", "array", "object"])),
        optional("description", Shape::Text),
        optional("format", Shape::Text),
        optional("properties", Shape::Map(&SCHEMA_OR_REF)),
        optional("required", Shape::List(&Shape::Text)),
        optional("items", Shape::Ref(&SCHEMA)),
        optional("enum", Shape::List(&Shape::Any)),
        optional("example", Shape::Any),
        not_null("nullable", Shape::Boolean),
        optional("allOf", Shape::List(&SCHEMA_OR_REF)),
        optional("oneOf", Shape::List(&SCHEMA_OR_REF)),
        optional("anyOf", Shape::List(&SCHEMA_OR_REF)),
        optional("not", Shape::Ref(&SCHEMA)),
        optional("additionalProperties", Shape::BooleanOr(&SCHEMA_OR_REF)),
        optional("title", Shape::Text),
        optional("default", Shape::Any),
        optional("multipleOf", Shape::Number),
        optional("maximum", Shape::Number),
        optional("exclusiveMaximum", Shape::Boolean),
        optional("minimum", Shape::Number),
        optional("exclusiveMinimum", Shape::Boolean),
        optional("maxLength", Shape::Count),
        optional("minLength", Shape::Count),
        optional("pattern", Shape::Text),
        optional("maxItems", Shape::Count),
        optional("minItems", Shape::Count),
        optional("uniqueItems", Shape::Boolean),
        optional("maxProperties", Shape::Count),
        optional("minProperties", Shape::Count),
        optional("discriminator", Shape::Object(&DISCRIMINATOR)),
        not_null("readOnly", Shape::Boolean),
        not_null("writeOnly", Shape::Boolean),
        not_null("deprecated", Shape::Boolean),
        optional("externalDocs", Shape::Object(&EXTERNAL_DOCS)),
        optional("xml", Shape::Ignored),
    ],
);

static DISCRIMINATOR: Object =
    object("discriminator", &[required("propertyName", Shape::Text), not_null("mapping", Shape::Map(&Shape::Text))]);

static SECURITY_SCHEME: Object = Object {
    name: "security scheme",
    fields: &[
        required("type", Shape::Choice(&["apiKey", "http", "oauth2", "openIdConnect"])),
        optional("description", Shape::Text),
        optional("name", Shape::Text),
        optional("in", Shape::Choice(&["query", "header", "cookie"])),
        optional("scheme", Shape::Text),
        optional("bearerFormat", Shape::Text),
        optional("flows", Shape::Object(&OAUTH_FLOWS)),
        optional("openIdConnectUrl", Shape::Text),
    ],
    names: Names::None,
    check: Some(checks::check_security_scheme),
};

static OAUTH_FLOWS: Object = object(
    "OAuth flows",
    &[
        optional("implicit", Shape::Object(&IMPLICIT_FLOW)),
        optional("password", Shape::Object(&TOKEN_FLOW)),
        optional("clientCredentials", Shape::Object(&TOKEN_FLOW)),
        optional("authorizationCode", Shape::Object(&CODE_FLOW)),
    ],
);

static IMPLICIT_FLOW: Object = object("OAuth flow", &[required("authorizationUrl", Shape::Text), REFRESH_URL, SCOPES]);

static TOKEN_FLOW: Object = object("OAuth flow", &[required("tokenUrl", Shape::Text), REFRESH_URL, SCOPES]);

static CODE_FLOW: Object =
    object("OAuth flow", &[required("authorizationUrl", Shape::Text), required("tokenUrl", Shape::Text), REFRESH_URL, SCOPES]);

const REFRESH_URL: Field = optional("refreshUrl", Shape::Text);
const SCOPES: Field = required("scopes", Shape::Map(&Shape::Text));
