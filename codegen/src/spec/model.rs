//! The normal form of a description: OpenAPI with the meaning of JSON Schema 2020-12, whatever version the text was of.
//!
//! Normal forms, made by `resolve` and relied on by everything after it:
//! - nullability has one spelling, [`Schema::nullable`]: `nullable: true`, a type set with `null`, a `null` enum value and a
//!   `null` branch of a union all become it;
//! - references are ids; a cycle is a cycle of ids;
//! - `const` is an enum of one value; exclusive bounds are numbers;
//! - the parameters of a path item stand in each of its operations, overridden ones left out;
//! - a default `style` and `explode` is filled in.

mod operations;

use indexmap::IndexMap;
use serde_json::{Number, Value};

use crate::arena::{Arena, Id};
use crate::source::Origin;

pub use operations::*;

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
    /// `unevaluatedProperties`, where other schemas describe properties: what holds for those that none does.
    UnevaluatedProperties(SchemaId),
    /// `unevaluatedItems`: what holds for items that no schema describes.
    UnevaluatedItems(SchemaId),
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
