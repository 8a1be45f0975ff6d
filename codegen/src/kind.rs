//! What stands where in a description of any version, as far as references need it: which nodes may be a `$ref`, and which are data that
//! only looks like one.

/// What a node is, seen from the node around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The whole description.
    Root,
    /// `info`.
    Info,
    /// `components`.
    Components,
    /// A path item object.
    PathItem,
    /// An operation object.
    Operation,
    /// A parameter object.
    Parameter,
    /// A request body object.
    RequestBody,
    /// A media type object.
    MediaType,
    /// An encoding object.
    Encoding,
    /// A response object.
    Response,
    /// A header object.
    Header,
    /// An example object.
    Example,
    /// A link object.
    Link,
    /// A callback object.
    Callback,
    /// A security scheme object.
    SecurityScheme,
    /// A schema object.
    Schema,
    /// A discriminator object.
    Discriminator,
    /// A value of a discriminator's mapping: the name of a schema, or a reference.
    Tag,
    /// A mapping with free names.
    MapOf(&'static Kind),
    /// A list.
    ListOf(&'static Kind),
    /// A part without references of its own, such as a server.
    Plain,
    /// A value of the user's: whatever it looks like, it is no reference.
    Data,
}

/// Where a version of the standard has its components.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    /// Swagger 2.0: at the root.
    Swagger2,
    /// OpenAPI 3: under `components`.
    OpenApi3,
}

impl Layout {
    /// Returns the keys that lead to the components of a kind. There are none of a kind whose parts are read in place of a `$ref`.
    pub(crate) fn section(self, kind: Kind) -> Option<&'static [&'static str]> {
        match (self, kind) {
            (Self::Swagger2, Kind::Schema) => Some(&["definitions"]),
            (Self::Swagger2, Kind::Parameter) => Some(&["parameters"]),
            (Self::Swagger2, Kind::Response) => Some(&["responses"]),
            (Self::Swagger2, _) => None,
            (Self::OpenApi3, Kind::Schema) => Some(&["components", "schemas"]),
            (Self::OpenApi3, Kind::Parameter) => Some(&["components", "parameters"]),
            (Self::OpenApi3, Kind::Response) => Some(&["components", "responses"]),
            (Self::OpenApi3, Kind::RequestBody) => Some(&["components", "requestBodies"]),
            (Self::OpenApi3, Kind::Header) => Some(&["components", "headers"]),
            (Self::OpenApi3, Kind::Example) => Some(&["components", "examples"]),
            (Self::OpenApi3, Kind::Link) => Some(&["components", "links"]),
            (Self::OpenApi3, Kind::SecurityScheme) => Some(&["components", "securitySchemes"]),
            (Self::OpenApi3, _) => None,
        }
    }
}

impl Kind {
    /// The kinds that have a section of the components.
    pub(crate) const NAMED: [Self; 8] = [
        Self::Schema,
        Self::Parameter,
        Self::Response,
        Self::RequestBody,
        Self::Header,
        Self::Example,
        Self::Link,
        Self::SecurityScheme,
    ];

    /// Tells whether OpenAPI has a `$ref` for nodes of this kind.
    pub(crate) fn may_be_reference(self) -> bool {
        Self::NAMED.contains(&self) || matches!(self, Self::PathItem | Self::Callback)
    }

    /// Returns what it is called, with its article.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Schema => "a schema",
            Self::Parameter => "a parameter",
            Self::Response => "a response",
            Self::RequestBody => "a request body",
            Self::Header => "a header",
            Self::Example => "an example",
            Self::Link => "a link",
            Self::SecurityScheme => "a security scheme",
            Self::PathItem => "a path item",
            Self::Callback => "a callback",
            Self::Operation => "an operation",
            Self::MediaType => "a media type",
            _ => "this part",
        }
    }

    /// Returns what stands under a key of a mapping.
    pub fn child(self, key: &str) -> Self {
        match self {
            Self::MapOf(kind) => *kind,
            Self::Data => Self::Data,
            Self::Callback if !key.starts_with("x-") => Self::PathItem,
            _ if key.starts_with("x-") => Self::Data,
            Self::Root => child_of_root(key),
            Self::Components => child_of_components(key),
            Self::PathItem => child_of_path_item(key),
            Self::Operation => child_of_operation(key),
            Self::Schema => child_of_schema(key),
            Self::Discriminator if key == "mapping" => Self::MapOf(&Self::Tag),
            Self::Link | Self::SecurityScheme | Self::Info | Self::Plain | Self::ListOf(_) | Self::Discriminator => Self::Plain,
            Self::Example => Self::Data,
            Self::Callback | Self::Tag => Self::Data,
            Self::Parameter | Self::Header | Self::MediaType | Self::Response | Self::RequestBody | Self::Encoding => {
                child_of_part(self, key)
            }
        }
    }

    /// Returns what the items of a list are.
    pub fn item(self) -> Self {
        match self {
            Self::ListOf(kind) => *kind,
            Self::Plain => Self::Plain,
            _ => Self::Data,
        }
    }
}

fn child_of_root(key: &str) -> Kind {
    match key {
        "info" => Kind::Info,
        "paths" | "webhooks" => Kind::MapOf(&Kind::PathItem),
        "components" => Kind::Components,
        "definitions" => Kind::MapOf(&Kind::Schema),
        "parameters" => Kind::MapOf(&Kind::Parameter),
        "responses" => Kind::MapOf(&Kind::Response),
        "securityDefinitions" => Kind::MapOf(&Kind::SecurityScheme),
        _ => Kind::Plain,
    }
}

fn child_of_components(key: &str) -> Kind {
    match key {
        "schemas" => Kind::MapOf(&Kind::Schema),
        "parameters" => Kind::MapOf(&Kind::Parameter),
        "responses" => Kind::MapOf(&Kind::Response),
        "requestBodies" => Kind::MapOf(&Kind::RequestBody),
        "headers" => Kind::MapOf(&Kind::Header),
        "examples" => Kind::MapOf(&Kind::Example),
        "links" => Kind::MapOf(&Kind::Link),
        "callbacks" => Kind::MapOf(&Kind::Callback),
        "securitySchemes" => Kind::MapOf(&Kind::SecurityScheme),
        "pathItems" => Kind::MapOf(&Kind::PathItem),
        "mediaTypes" => Kind::MapOf(&Kind::MediaType),
        _ => Kind::Plain,
    }
}

fn child_of_path_item(key: &str) -> Kind {
    match key {
        "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace" | "query" => Kind::Operation,
        "additionalOperations" => Kind::MapOf(&Kind::Operation),
        "parameters" => Kind::ListOf(&Kind::Parameter),
        _ => Kind::Plain,
    }
}

fn child_of_operation(key: &str) -> Kind {
    match key {
        "parameters" => Kind::ListOf(&Kind::Parameter),
        "requestBody" => Kind::RequestBody,
        "responses" => Kind::MapOf(&Kind::Response),
        "callbacks" => Kind::MapOf(&Kind::Callback),
        _ => Kind::Plain,
    }
}

fn child_of_part(part: Kind, key: &str) -> Kind {
    match (part, key) {
        (_, "schema" | "itemSchema" | "items") => Kind::Schema,
        (_, "content") => Kind::MapOf(&Kind::MediaType),
        (_, "headers") => Kind::MapOf(&Kind::Header),
        // In Swagger 2.0 these are values by media type, and no references.
        (Kind::Response, "examples") | (_, "example" | "default" | "enum") => Kind::Data,
        (_, "examples") => Kind::MapOf(&Kind::Example),
        (_, "links") => Kind::MapOf(&Kind::Link),
        (_, "encoding") => Kind::MapOf(&Kind::Encoding),
        (_, "itemEncoding") => Kind::Encoding,
        (_, "prefixEncoding") => Kind::ListOf(&Kind::Encoding),
        _ => Kind::Plain,
    }
}

/// The keywords of JSON Schema 2020-12 that hold schemas, and those of the drafts before it that OpenAPI had.
fn child_of_schema(key: &str) -> Kind {
    match key {
        "properties" | "patternProperties" | "dependentSchemas" | "$defs" | "definitions" => Kind::MapOf(&Kind::Schema),
        "allOf" | "oneOf" | "anyOf" | "prefixItems" => Kind::ListOf(&Kind::Schema),
        "items"
        | "not"
        | "additionalProperties"
        | "contains"
        | "if"
        | "then"
        | "else"
        | "propertyNames"
        | "unevaluatedItems"
        | "unevaluatedProperties"
        | "contentSchema" => Kind::Schema,
        "discriminator" => Kind::Discriminator,
        "title" | "description" | "type" | "format" | "required" | "xml" | "externalDocs" => Kind::Plain,
        // Values of the user's, and what OpenAPI does not have: parse reports that, and a `$ref` in it may lead nowhere or back.
        _ => Kind::Data,
    }
}
