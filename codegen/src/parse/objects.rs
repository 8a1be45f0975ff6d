//! The objects of OpenAPI 3.0.3 and of what came later, as a table: which keys each has, and what stands under them.
//!
//! The table also says where null is read as absent and what is required; it is held to what `openapiv3` takes, so that a text which
//! passes the walk is read without a failure.

use super::checks;
pub(super) use super::shape::{Field, Names, Object, Presence, Shape, Version};
use super::shape::{not_null, object, optional, required, required_before, since_31, since_32, unused};

pub(super) static ROOT: Object = object(
    "OpenAPI",
    &[
        required("openapi", Shape::Version),
        optional("swagger", Shape::SwaggerVersion),
        required("info", Shape::Object(&INFO)),
        not_null("servers", Shape::List(&Shape::Object(&SERVER))),
        required_before(Version::V31, "paths", Shape::Object(&PATHS)),
        optional("components", Shape::Object(&COMPONENTS)),
        optional("security", Shape::List(&SECURITY_REQUIREMENT)),
        not_null("tags", Shape::List(&Shape::Object(&TAG))),
        optional("externalDocs", Shape::Object(&EXTERNAL_DOCS)),
        since_31("jsonSchemaDialect", Shape::Text),
        unused("webhooks", Version::V31),
        since_32("$self", Shape::Text),
    ],
);

pub(super) static ROOT_SHAPE: Shape = Shape::Object(&ROOT);

static INFO: Object = object(
    "info",
    &[
        required("title", Shape::Text),
        optional("description", Shape::Text),
        optional("termsOfService", Shape::Text),
        optional("contact", Shape::Object(&CONTACT)),
        optional("license", Shape::Object(&LICENSE)),
        required("version", Shape::Text),
        since_31("summary", Shape::Text),
    ],
);

static CONTACT: Object =
    object("contact", &[optional("name", Shape::Text), optional("url", Shape::Text), optional("email", Shape::Text)]);

static LICENSE: Object =
    object("license", &[required("name", Shape::Text), optional("url", Shape::Text), since_31("identifier", Shape::Text)]);

static SERVER: Object = object(
    "server",
    &[
        required("url", Shape::Text),
        optional("description", Shape::Text),
        optional("variables", Shape::Map(&Shape::Object(&SERVER_VARIABLE))),
        since_32("name", Shape::Text),
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
        since_32("summary", Shape::Text),
        since_32("parent", Shape::Text),
        since_32("kind", Shape::Text),
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
        since_31("pathItems", Shape::Map(&PATH_ITEM_OR_REF)),
        since_32("mediaTypes", Shape::Map(&MEDIA_TYPE_SHAPE)),
    ],
);

static EXAMPLE_OR_REF: Shape = Shape::Ref(&EXAMPLE);
static HEADER_OR_REF: Shape = Shape::Ref(&HEADER);
static LINK_OR_REF: Shape = Shape::Ref(&LINK);
static PARAMETER_OR_REF: Shape = Shape::Ref(&PARAMETER);
pub(super) static PATH_ITEM_SHAPE: Shape = Shape::Object(&PATH_ITEM);
pub(super) static PATH_ITEM_OR_REF: Shape = Shape::Ref(&PATH_ITEM);
pub(super) static RESPONSE_OR_REF: Shape = Shape::Ref(&RESPONSE);
static SCHEMA_OR_REF: Shape = Shape::Ref(&SCHEMA);
pub(super) static OPERATION_SHAPE: Shape = Shape::Object(&OPERATION);
static MEDIA_TYPE_SHAPE: Shape = Shape::Object(&MEDIA_TYPE);

pub(super) static PATHS: Object = Object { name: "paths", fields: &[], names: Names::Paths, check: None };

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
        since_32("query", Shape::Object(&OPERATION)),
        since_32("additionalOperations", Shape::Map(&OPERATION_SHAPE)),
    ],
);

pub(super) static OPERATION: Object = object(
    "operation",
    &[
        not_null("tags", Shape::List(&Shape::Text)),
        optional("summary", Shape::Text),
        optional("description", Shape::Text),
        optional("externalDocs", Shape::Object(&EXTERNAL_DOCS)),
        optional("operationId", Shape::Text),
        not_null("parameters", Shape::List(&PARAMETER_OR_REF)),
        optional("requestBody", Shape::Ref(&REQUEST_BODY)),
        required_before(Version::V31, "responses", Shape::Object(&RESPONSES)),
        not_null("callbacks", Shape::Map(&Shape::Object(&CALLBACK))),
        not_null("deprecated", Shape::Boolean),
        optional("security", Shape::List(&SECURITY_REQUIREMENT)),
        not_null("servers", Shape::List(&Shape::Object(&SERVER))),
    ],
);

static CALLBACK: Object = Object { name: "callback", fields: &[], names: Names::Expressions, check: None };

pub(super) static PARAMETER: Object = Object {
    name: "parameter",
    fields: &[
        required("name", Shape::Text),
        required("in", Shape::ChoiceWithLater(&["query", "header", "path", "cookie"], Version::V32, "querystring")),
        optional("description", Shape::Text),
        not_null("required", Shape::Boolean),
        optional("deprecated", Shape::Boolean),
        optional("allowEmptyValue", Shape::Boolean),
        not_null(
            "style",
            Shape::ChoiceWithLater(
                &["form", "simple", "matrix", "label", "spaceDelimited", "pipeDelimited", "deepObject"],
                Version::V32,
                "cookie",
            ),
        ),
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
        since_32("description", Shape::Text),
        optional("schema", Shape::Ref(&SCHEMA)),
        optional("example", Shape::Any),
        not_null("examples", Shape::Map(&EXAMPLE_OR_REF)),
        not_null("encoding", Shape::Map(&Shape::Object(&ENCODING))),
        unused("itemSchema", Version::V32),
        unused("prefixEncoding", Version::V32),
        unused("itemEncoding", Version::V32),
    ],
);

pub(super) static ENCODING: Object = object(
    "encoding",
    &[
        optional("contentType", Shape::Text),
        not_null("headers", Shape::Map(&HEADER_OR_REF)),
        optional("style", Shape::Choice(&["form", "spaceDelimited", "pipeDelimited", "deepObject"])),
        not_null("explode", Shape::Boolean),
        not_null("allowReserved", Shape::Boolean),
        unused("encoding", Version::V32),
        unused("prefixEncoding", Version::V32),
        unused("itemEncoding", Version::V32),
    ],
);

static RESPONSES: Object =
    Object { name: "responses", fields: &[optional("default", Shape::Ref(&RESPONSE))], names: Names::Statuses, check: None };

pub(super) static RESPONSE: Object = object(
    "response",
    &[
        required_before(Version::V32, "description", Shape::Text),
        since_32("summary", Shape::Text),
        not_null("headers", Shape::Map(&HEADER_OR_REF)),
        not_null("content", Shape::Map(&MEDIA_TYPE_SHAPE)),
        not_null("links", Shape::Map(&LINK_OR_REF)),
    ],
);

pub(super) static EXAMPLE: Object = object(
    "example",
    &[
        optional("summary", Shape::Text),
        optional("description", Shape::Text),
        optional("value", Shape::Any),
        optional("externalValue", Shape::Text),
        since_32("dataValue", Shape::Any),
        since_32("serializedValue", Shape::Text),
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
        optional("pattern", Shape::Pattern),
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

/// The dialect of OpenAPI 3.1: JSON Schema 2020-12 and four keywords of OpenAPI. A `$ref` is a keyword like any other.
pub(super) static SCHEMA_2020: Object = object(
    "schema",
    &[
        not_null(
            "type",
            Shape::OneOrMany(&Shape::TypeName(&["string", "integer", "number", "boolean", "array", "object", "null"])),
        ),
        optional("$ref", Shape::Text),
        optional("title", Shape::Text),
        optional("description", Shape::Text),
        optional("format", Shape::Text),
        optional("properties", Shape::Map(&SCHEMA_OR_BOOLEAN)),
        optional("required", Shape::List(&Shape::Text)),
        optional("items", Shape::BooleanOr(&SCHEMA_OBJECT)),
        optional("enum", Shape::List(&Shape::Any)),
        optional("const", Shape::Any),
        optional("default", Shape::Any),
        optional("example", Shape::Any),
        optional("examples", Shape::Any),
        optional("allOf", Shape::List(&SCHEMA_OR_BOOLEAN)),
        optional("oneOf", Shape::List(&SCHEMA_OR_BOOLEAN)),
        optional("anyOf", Shape::List(&SCHEMA_OR_BOOLEAN)),
        optional("not", Shape::BooleanOr(&SCHEMA_OBJECT)),
        optional("additionalProperties", Shape::BooleanOr(&SCHEMA_OBJECT)),
        optional("multipleOf", Shape::Number),
        optional("maximum", Shape::Number),
        optional("exclusiveMaximum", Shape::Number),
        optional("minimum", Shape::Number),
        optional("exclusiveMinimum", Shape::Number),
        optional("maxLength", Shape::Count),
        optional("minLength", Shape::Count),
        optional("pattern", Shape::Pattern),
        optional("maxItems", Shape::Count),
        optional("minItems", Shape::Count),
        optional("uniqueItems", Shape::Boolean),
        optional("maxProperties", Shape::Count),
        optional("minProperties", Shape::Count),
        optional("discriminator", Shape::Object(&DISCRIMINATOR)),
        optional("readOnly", Shape::Boolean),
        optional("writeOnly", Shape::Boolean),
        optional("deprecated", Shape::Boolean),
        optional("externalDocs", Shape::Object(&EXTERNAL_DOCS)),
        optional("xml", Shape::Ignored),
        // What `spec` reports, because the normal form has no place for it.
        optional("nullable", Shape::Boolean),
        optional("$defs", Shape::Map(&SCHEMA_OR_BOOLEAN)),
        // The name that `$defs` had before. It is no keyword any more, so what stands there need not be schemas.
        optional("definitions", Shape::Any),
        optional("$id", Shape::Text),
        optional("$anchor", Shape::Text),
        optional("$dynamicAnchor", Shape::Text),
        optional("$dynamicRef", Shape::Text),
        optional("$schema", Shape::Text),
        optional("$vocabulary", Shape::Ignored),
        optional("$comment", Shape::Ignored),
        optional("prefixItems", Shape::List(&SCHEMA_OR_BOOLEAN)),
        optional("contains", Shape::BooleanOr(&SCHEMA_OBJECT)),
        optional("minContains", Shape::Count),
        optional("maxContains", Shape::Count),
        optional("patternProperties", Shape::Map(&SCHEMA_OR_BOOLEAN)),
        optional("propertyNames", Shape::BooleanOr(&SCHEMA_OBJECT)),
        optional("unevaluatedItems", Shape::BooleanOr(&SCHEMA_OBJECT)),
        optional("unevaluatedProperties", Shape::BooleanOr(&SCHEMA_OBJECT)),
        optional("if", Shape::BooleanOr(&SCHEMA_OBJECT)),
        optional("then", Shape::BooleanOr(&SCHEMA_OBJECT)),
        optional("else", Shape::BooleanOr(&SCHEMA_OBJECT)),
        optional("dependentRequired", Shape::Map(&Shape::List(&Shape::Text))),
        optional("dependentSchemas", Shape::Map(&SCHEMA_OR_BOOLEAN)),
        optional("contentEncoding", Shape::Text),
        optional("contentMediaType", Shape::Text),
        optional("contentSchema", Shape::BooleanOr(&SCHEMA_OBJECT)),
    ],
);

pub(super) static SCHEMA_OBJECT: Shape = Shape::Object(&SCHEMA_2020);
pub(super) static SCHEMA_OR_BOOLEAN: Shape = Shape::BooleanOr(&SCHEMA_OBJECT);

/// What a reference through `definitions` takes that for.
pub(super) static DEFINITIONS: Shape = Shape::Map(&SCHEMA_OR_BOOLEAN);

static DISCRIMINATOR: Object = object(
    "discriminator",
    &[
        required("propertyName", Shape::Text),
        not_null("mapping", Shape::Map(&Shape::Text)),
        unused("defaultMapping", Version::V32),
    ],
);

pub(super) static SECURITY_SCHEME: Object = Object {
    name: "security scheme",
    fields: &[
        required("type", Shape::ChoiceWithLater(&["apiKey", "http", "oauth2", "openIdConnect"], Version::V31, "mutualTLS")),
        optional("description", Shape::Text),
        optional("name", Shape::Text),
        optional("in", Shape::Choice(&["query", "header", "cookie"])),
        optional("scheme", Shape::Text),
        optional("bearerFormat", Shape::Text),
        optional("flows", Shape::Object(&OAUTH_FLOWS)),
        optional("openIdConnectUrl", Shape::Text),
        since_32("deprecated", Shape::Boolean),
        since_32("oauth2MetadataUrl", Shape::Text),
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
        since_32("deviceAuthorization", Shape::Ignored),
    ],
);

static IMPLICIT_FLOW: Object = object("OAuth flow", &[required("authorizationUrl", Shape::Text), REFRESH_URL, SCOPES]);

static TOKEN_FLOW: Object = object("OAuth flow", &[required("tokenUrl", Shape::Text), REFRESH_URL, SCOPES]);

static CODE_FLOW: Object =
    object("OAuth flow", &[required("authorizationUrl", Shape::Text), required("tokenUrl", Shape::Text), REFRESH_URL, SCOPES]);

const REFRESH_URL: Field = optional("refreshUrl", Shape::Text);
const SCOPES: Field = required("scopes", Shape::Map(&Shape::Text));
