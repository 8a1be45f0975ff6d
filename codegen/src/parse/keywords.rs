//! What to say to people about a keyword or value that is not of their version of OpenAPI.

use super::checks::quoted;
use super::objects::{Names, Object, SCHEMA, Shape, Version};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::source::Origin;

/// Keywords that came with OpenAPI 3.1, most of them from JSON Schema.
const OF_31: &[&str] = &[
    "$anchor",
    "$comment",
    "$defs",
    "$dynamicAnchor",
    "$dynamicRef",
    "$id",
    "$schema",
    "$vocabulary",
    "const",
    "contains",
    "contentEncoding",
    "contentMediaType",
    "contentSchema",
    "dependentRequired",
    "dependentSchemas",
    "else",
    "examples",
    "identifier",
    "if",
    "jsonSchemaDialect",
    "maxContains",
    "minContains",
    "pathItems",
    "patternProperties",
    "prefixItems",
    "propertyNames",
    "summary",
    "then",
    "unevaluatedItems",
    "unevaluatedProperties",
    "webhooks",
];

/// Keywords of Swagger 2.0 that OpenAPI 3.0 has in another form, with that form.
const OF_20: &[(&str, &str)] = &[
    ("basePath", "`servers`"),
    ("collectionFormat", "`style` and `explode`"),
    ("consumes", "the keys of `content` in a request body"),
    ("definitions", "`components.schemas`"),
    ("host", "`servers`"),
    ("produces", "the keys of `content` in a response"),
    ("schemes", "`servers`"),
    ("securityDefinitions", "`components.securitySchemes`"),
];

/// What a key that an object does not have was probably meant to be.
pub(super) enum Meant {
    /// This key of the object.
    Key(&'static str),
    /// Something that takes words to say.
    Else(String),
}

/// Finds out what a key that an object does not have was probably meant to be.
pub(super) fn meant(object: &Object, key: &str, version: Version) -> Meant {
    if let Some((_, instead)) = OF_20.iter().find(|(word, _)| *word == key) {
        return Meant::Else(format!("it is a keyword of Swagger 2.0; OpenAPI 3.0 has {instead}"));
    }
    if object.names == Names::None && key == "$ref" {
        return Meant::Else(format!("a `$ref` can't stand in place of {} object", object.with_article()));
    }
    if version == Version::V30 && OF_31.contains(&key) {
        return Meant::Else("it is a keyword of OpenAPI 3.1".to_owned());
    }
    if object.name == "parameter" && SCHEMA.fields.iter().any(|field| field.key == key) {
        return Meant::Else("it is a keyword of schemas: put it into the parameter's `schema`".to_owned());
    }
    let keys = object.fields.iter().filter(|field| field.is_in(version)).map(|field| field.key);
    match nearest(key, keys) {
        Some(word) => Meant::Key(word),
        None => Meant::Else("keywords of your own begin with `x-`".to_owned()),
    }
}

/// What stands where something else is needed.
pub(super) enum Unfit<'t> {
    Null,
    Boolean(bool),
    Number(String),
    Text(&'t str),
    List,
    Mapping,
    Entries(usize),
}

impl Unfit<'_> {
    /// Says what it is, with its article.
    pub(super) fn describe(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Boolean(value) => format!("the boolean {value}"),
            Self::Number(number) => format!("the number {number}"),
            Self::Text(text) => format!("the string {:?}", shortened(text)),
            Self::List => "a list".to_owned(),
            Self::Mapping => "a mapping".to_owned(),
            Self::Entries(count) => format!("one with {count}"),
        }
    }
}

fn shortened(text: &str) -> String {
    const LENGTH: usize = 40;
    match text.char_indices().nth(LENGTH) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

impl Object {
    /// Returns its name with its article.
    pub(super) fn with_article(&self) -> String {
        let article = if self.name.starts_with(['a', 'e', 'i', 'o', 'O']) { "an" } else { "a" };
        format!("{article} {}", self.name)
    }
}

impl Shape {
    /// Says what is needed, with its article.
    pub(super) fn describe(&self) -> String {
        match self {
            Self::Any | Self::Ignored => "a value".to_owned(),
            Self::Text | Self::Pattern | Self::Version | Self::SwaggerVersion => "a string".to_owned(),
            Self::Boolean => "a boolean".to_owned(),
            Self::Number => "a number".to_owned(),
            Self::Count => "a whole number, 0 or more".to_owned(),
            Self::Choice(words) | Self::TypeName(words) | Self::ChoiceWithLater(words, ..) => quoted(words),
            Self::OneOrMany(shape) => format!("{}, or a list of them", shape.describe()),
            Self::Object(object) => format!("a mapping ({} object)", object.name),
            Self::Ref(object) => format!("a mapping ({} object or `$ref`)", object.name),
            Self::List(_) => "a list".to_owned(),
            Self::Map(_) => "a mapping".to_owned(),
            Self::Single(_) => "a mapping with one entry".to_owned(),
            Self::BooleanOr(shape) => format!("a boolean or {}", shape.describe()),
        }
    }
}

/// Says how to mend a value that does not fit.
pub(super) fn unfit_help(key: &str, shape: &Shape, unfit: &Unfit<'_>) -> Option<String> {
    match (key, shape, unfit) {
        ("type", _, Unfit::List) => {
            Some("OpenAPI 3.0 allows one type; use `anyOf` for several, and `nullable: true` for null".to_owned())
        }
        ("type", _, Unfit::Null) => Some("write `nullable: true` beside another type".to_owned()),
        ("exclusiveMinimum" | "exclusiveMaximum", _, Unfit::Boolean(_)) => {
            Some("since OpenAPI 3.1 it is the bound itself, in place of `minimum` or `maximum`".to_owned())
        }
        ("exclusiveMinimum" | "exclusiveMaximum", _, Unfit::Number(_)) => {
            Some("in OpenAPI 3.0 it is a boolean that goes with `minimum` or `maximum`".to_owned())
        }
        ("required", Shape::List(_), Unfit::Boolean(_)) => {
            Some("the schema that holds the property lists it under `required`".to_owned())
        }
        ("discriminator", _, Unfit::Text(text)) => Some(format!("write `discriminator: {{ propertyName: {text} }}`")),
        ("items", Shape::BooleanOr(_), Unfit::List) => Some("since OpenAPI 3.1 a list stands under `prefixItems`".to_owned()),
        ("items", _, Unfit::List) => Some("OpenAPI 3.0 has one schema for all items".to_owned()),
        (_, Shape::Text | Shape::Version, Unfit::Number(text)) => Some(format!("put it in quotes: \"{text}\"")),
        (_, Shape::Text | Shape::Version, Unfit::Boolean(value)) => Some(format!("put it in quotes: \"{value}\"")),
        (_, Shape::Choice(words) | Shape::TypeName(words) | Shape::ChoiceWithLater(words, ..), Unfit::Text(text)) => {
            nearest(text, words.iter().copied()).map(|word| format!("did you mean `{word}`?"))
        }
        (_, Shape::Ref(object), Unfit::Boolean(_)) if object.name == "schema" => {
            Some("a schema that is a boolean came with OpenAPI 3.1; write `{}` for what allows anything".to_owned())
        }
        (_, _, Unfit::Null) => Some("give it a value, or remove the key".to_owned()),
        _ => None,
    }
}

/// Makes the finding of a `type` that OpenAPI does not have.
pub(super) fn unknown_type(text: &str, shape: &Shape, origin: Origin) -> Diagnostic {
    let message = format!("`{text}` is not a type of OpenAPI");
    let help = match text {
        "null" => "it is read as OpenAPI 3.1 does: null and nothing else; 3.0 has `nullable: true`".to_owned(),
        "file" => "it is read as any value; 3.0 has `type: string` with `format: binary`".to_owned(),
        _ => {
            let meant =
                unfit_help("type", shape, &Unfit::Text(text)).unwrap_or_else(|| format!("it can be {}", shape.describe()));
            format!("it is read as any value; {meant}")
        }
    };
    Diagnostic::new(Code::Structure, origin, message).help(help)
}
