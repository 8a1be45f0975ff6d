//! What an API consists of, without OpenAPI's spellings and without Rust: types, and operations that send and read them.
//!
//! `lower` makes it, nothing changes it afterwards. Facts about it (`analyze`) are side tables by [`TypeId`].

mod operations;
mod text;

use std::sync::Arc;

use serde_json::{Number, Value};

use crate::arena::{Arena, Id};
use crate::source::Origin;

pub use crate::spec::{ParameterEncoding, ParameterLocation, ParameterStyle, SecurityKind, StatusPattern};
pub use operations::{Body, Content, Operation, Parameter, Part, Response};
pub use text::render;

/// Names a type of the API.
pub type TypeId = Id<Type>;

/// A whole API.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Api {
    /// Where it is described.
    pub origin: Origin,
    /// What it is called.
    pub title: String,
    /// Its version.
    pub version: String,
    /// What is said about it.
    pub docs: Docs,
    /// Where it is served, the first one by default.
    pub servers: Vec<Server>,
    /// How callers prove who they are.
    pub security_schemes: Vec<SecurityScheme>,
    /// The alternatives of schemes that operations need unless they say otherwise.
    pub security: Security,
    /// Every type.
    pub types: Arena<Type>,
    /// The types that the description names, in its order.
    pub components: Vec<TypeId>,
    /// Places that have a type of another place, by a reference or around it.
    pub stand_ins: Vec<(Origin, TypeId)>,
    /// Every operation, in the description's order.
    pub operations: Vec<Operation>,
}

impl Api {
    /// Returns the type that a type is another name of, or the type itself.
    pub fn behind_aliases(&self, mut id: TypeId) -> TypeId {
        // Lowering breaks circles of aliases.
        while let TypeKind::Alias(target) = self.types[id].kind {
            id = target;
        }
        id
    }
}

/// Alternatives, each a list of the names of schemes that are needed together.
pub type Security = Vec<Vec<String>>;

/// What a description says to people.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Docs {
    /// A title or a summary.
    pub summary: Option<String>,
    /// The description, in CommonMark.
    pub description: Option<String>,
    /// Where there is more to read.
    pub link: Option<String>,
    /// It is still there, and should not be used.
    pub deprecated: bool,
}

/// A place where the API is served.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Server {
    /// Where it is described.
    pub origin: Origin,
    /// Its URL, variables replaced by their defaults.
    pub url: String,
    /// What it is.
    pub description: Option<String>,
}

/// A way to prove who calls.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct SecurityScheme {
    /// Where it is described.
    pub origin: Origin,
    /// Its name in the description.
    pub name: String,
    /// What is sent.
    pub kind: SecurityKind,
}

/// A type of values.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Type {
    /// Where it is described.
    pub origin: Origin,
    /// What it is called.
    pub name: Name,
    /// What is said about it.
    pub docs: Docs,
    /// An example of its values.
    pub example: Option<Value>,
    /// Which values.
    pub kind: TypeKind,
    /// What narrows them further and no kind expresses: a JSON Schema (2020-12) that stands alone.
    pub assertions: Option<Value>,
}

/// What a type is called: by the description, or by where it stands. What is on the way to several types is there once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    /// The description names it.
    Component(Arc<str>),
    /// It stands inside another thing: the names on the way to it, outermost first.
    Inline(Vec<Arc<str>>),
}

/// As a text, or a list of them.
#[cfg(feature = "serde")]
impl serde::Serialize for Name {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Component(name) => serializer.serialize_newtype_variant("Name", 0, "Component", &**name),
            Self::Inline(parts) => {
                let parts: Vec<&str> = parts.iter().map(|part| &**part).collect();
                serializer.serialize_newtype_variant("Name", 1, "Inline", &parts)
            }
        }
    }
}

impl Name {
    /// Returns the names on the way to the type.
    pub fn parts(&self) -> &[Arc<str>] {
        match self {
            Self::Component(name) => std::slice::from_ref(name),
            Self::Inline(parts) => parts,
        }
    }
}

/// Which values a type has.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum TypeKind {
    /// `true` and `false`.
    Boolean,
    /// Whole numbers.
    Integer(NumberType),
    /// Numbers.
    Number(NumberType),
    /// Texts.
    String(StringType),
    /// Values from a list.
    Enum(Enum),
    /// Objects with known properties.
    Struct(Struct),
    /// Values of one of several types.
    Union(Union),
    /// Lists.
    Array {
        /// What is in the list.
        item: TypeId,
        /// What holds for the list.
        constraints: ArrayConstraints,
    },
    /// Objects with any properties.
    Map {
        /// What each property holds.
        value: TypeId,
        /// What holds for the object.
        constraints: ObjectConstraints,
    },
    /// Null, or a value of another type.
    Nullable(TypeId),
    /// Exactly another type.
    Alias(TypeId),
    /// Every value.
    Any,
    /// No value.
    Never,
}

impl TypeKind {
    /// Returns the types that it contains, in order.
    pub fn contained(&self) -> impl Iterator<Item = TypeId> + Clone {
        let (fields, variants): (&[Field], &[Variant]) = match self {
            Self::Struct(item) => (&item.fields, &[]),
            Self::Union(item) => (&[], &item.variants),
            _ => (&[], &[]),
        };
        let single = match self {
            Self::Struct(Struct { rest: Rest::Kept(ty), .. }) => Some(*ty),
            Self::Array { item: inner, .. } | Self::Map { value: inner, .. } | Self::Nullable(inner) | Self::Alias(inner) => {
                Some(*inner)
            }
            _ => None,
        };
        let fields = fields.iter().map(|field| field.ty);
        fields.chain(variants.iter().map(|variant| variant.ty)).chain(single)
    }
}

/// A type of numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct NumberType {
    /// The name of a format, such as `int32`.
    pub format: Option<String>,
    /// The least value.
    pub minimum: Option<Number>,
    /// The greatest value.
    pub maximum: Option<Number>,
    /// What every value is greater than.
    pub exclusive_minimum: Option<Number>,
    /// What every value is less than.
    pub exclusive_maximum: Option<Number>,
    /// What every value is a multiple of.
    pub multiple_of: Option<Number>,
}

/// A type of texts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct StringType {
    /// The name of a format, such as `date-time`.
    pub format: Option<String>,
    /// The least length, in Unicode code points.
    pub min_length: Option<u64>,
    /// The greatest length, in Unicode code points.
    pub max_length: Option<u64>,
    /// A regular expression of ECMA-262 that is found in every value.
    pub pattern: Option<String>,
}

/// What holds for a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ArrayConstraints {
    /// The least length.
    pub min_items: Option<u64>,
    /// The greatest length.
    pub max_items: Option<u64>,
    /// No two items are equal.
    pub unique_items: bool,
}

/// What holds for an object.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ObjectConstraints {
    /// The least number of properties.
    pub min_properties: Option<u64>,
    /// The greatest number of properties.
    pub max_properties: Option<u64>,
}

/// Values from a list.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Enum {
    /// The values that are described, in order, no two equal.
    pub values: Vec<Value>,
    /// Other values are an error, not only unknown.
    pub openness: Openness,
}

/// Whether a reader accepts values that are not described.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum Openness {
    /// They are kept as they are, and are not valid.
    Open,
    /// They are as valid as those of the list.
    Any,
    /// They are refused.
    Closed,
}

/// Objects with known properties.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Struct {
    /// The properties, in order.
    pub fields: Vec<Field>,
    /// What holds for other properties.
    pub rest: Rest,
    /// What holds for the object.
    pub constraints: ObjectConstraints,
}

/// What holds for properties that are not described.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum Rest {
    /// Nothing is said about them.
    Unsaid,
    /// They are not allowed.
    Forbidden,
    /// They are part of the value, each of this type.
    Kept(TypeId),
}

/// A property of an object.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Field {
    /// Where it is described.
    pub origin: Origin,
    /// Its name on the wire.
    pub wire_name: String,
    /// What is said about it.
    pub docs: Docs,
    /// What it holds.
    pub ty: TypeId,
    /// Whether it is always there.
    pub presence: Presence,
    /// Who sends it.
    pub access: Access,
    /// What the other side assumes when it is absent.
    pub default: Option<Value>,
}

/// Whether a property is always there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum Presence {
    /// It is.
    Required,
    /// It may be absent.
    Optional,
}

/// Who sends a property.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum Access {
    /// Both sides.
    ReadWrite,
    /// The server only.
    ReadOnly,
    /// The client only.
    WriteOnly,
}

/// Values of one of several types.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Union {
    /// The types, in order.
    pub variants: Vec<Variant>,
    /// How a reader tells them apart.
    pub tagging: Tagging,
    /// Of how many of them a value can be.
    pub choice: Choice,
}

/// Of how many types of a union a value can be at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum Choice {
    /// Of one.
    OneOf,
    /// Of one or more.
    AnyOf,
}

/// One type of a union.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Variant {
    /// Where it is described.
    pub origin: Origin,
    /// What it is called within the union, as the description has it.
    pub name: String,
    /// The type.
    pub ty: TypeId,
    /// The values of the tag that lead to it.
    pub tags: Vec<String>,
}

/// How a reader tells the types of a union apart.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum Tagging {
    /// By the value of a property that every variant has.
    Tagged {
        /// The property's name on the wire.
        property: String,
    },
    /// By their form.
    Untagged,
}
