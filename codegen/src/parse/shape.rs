//! What a description is made of, as far as a table can say it: objects with fields, and the shapes of what stands in them.
//!
//! The tables themselves are in `objects`. Versions differ in what they require, and in what a schema is.

use super::objects::{PATH_ITEM, PATH_ITEM_OR_REF, RESPONSE_OR_REF, SCHEMA, SCHEMA_OBJECT, SCHEMA_OR_BOOLEAN};
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
    /// A regular expression. A number or a boolean is doubtful, not wrong: it is read as not said.
    Pattern,
    Boolean,
    Number,
    /// A whole number that is not negative.
    Count,
    /// One of these strings.
    Choice(&'static [&'static str]),
    /// One of the first strings, or in later versions the other.
    ChoiceWithLater(&'static [&'static str], &'static str),
    /// A type of a schema. An unknown one is doubtful, not wrong: it is read as not said.
    TypeName(&'static [&'static str]),
    /// The value, or a list of such values.
    OneOrMany(&'static Shape),
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
    /// It is required by 3.0, and may be absent since.
    RequiredIn30,
    /// It came with 3.1 or 3.2, and may be absent or null.
    Later,
    /// It came with 3.1 or 3.2, and nothing is made of it yet.
    LaterUnused,
}

impl Presence {
    /// Tells whether the field must be there.
    pub(super) fn is_required(self, version: Version) -> bool {
        match self {
            Self::Required => true,
            Self::RequiredIn30 => version == Version::V30,
            Self::Optional | Self::NotNull | Self::Later | Self::LaterUnused => false,
        }
    }

    /// Tells whether a version has the field at all.
    pub(super) fn is_in(self, version: Version) -> bool {
        match self {
            Self::Required | Self::Optional | Self::NotNull | Self::RequiredIn30 => true,
            Self::Later | Self::LaterUnused => version == Version::Later,
        }
    }
}

/// The versions whose objects differ.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Version {
    /// 3.0.
    V30,
    /// 3.1 and 3.2: what is valid in the one and stands in the other harms nobody.
    Later,
}

pub(super) const fn required(key: &'static str, shape: Shape) -> Field {
    Field { key, shape, presence: Presence::Required }
}

pub(super) const fn optional(key: &'static str, shape: Shape) -> Field {
    Field { key, shape, presence: Presence::Optional }
}

pub(super) const fn not_null(key: &'static str, shape: Shape) -> Field {
    Field { key, shape, presence: Presence::NotNull }
}

pub(super) const fn required_in_30(key: &'static str, shape: Shape) -> Field {
    Field { key, shape, presence: Presence::RequiredIn30 }
}

pub(super) const fn later(key: &'static str, shape: Shape) -> Field {
    Field { key, shape, presence: Presence::Later }
}

pub(super) const fn later_unused(key: &'static str) -> Field {
    Field { key, shape: Shape::Ignored, presence: Presence::LaterUnused }
}

pub(super) const fn object(name: &'static str, fields: &'static [Field]) -> Object {
    Object { name, fields, names: Names::None, check: None }
}

impl Object {
    /// Returns what stands under a key that is no field; `None` for a key that has no business there.
    pub(super) fn shape_of_name(&self, key: &str) -> Option<&'static Shape> {
        static PATH_ITEM_ITSELF: Shape = Shape::Object(&PATH_ITEM);
        match self.names {
            Names::Expressions => Some(&PATH_ITEM_ITSELF),
            _ if key.starts_with("x-") => Some(&Shape::Any),
            Names::Paths if key.starts_with('/') => Some(&PATH_ITEM_OR_REF),
            Names::Statuses if is_status(key) => Some(&RESPONSE_OR_REF),
            Names::Paths | Names::Statuses | Names::None => None,
        }
    }

    /// Returns what stands under a key in later versions than 3.0.
    pub(super) fn entry(&'static self, key: &str) -> &'static Shape {
        let field = self.field(key, Version::Later).map(|(_, field)| &field.shape);
        field.or_else(|| self.shape_of_name(key)).unwrap_or(&Shape::Any).in_version(Version::Later)
    }
}

/// Tells whether a key of the responses is a status or a range of them.
fn is_status(key: &str) -> bool {
    matches!(key.as_bytes(), [b'1'..=b'9', b'0'..=b'9', b'0'..=b'9'] | [b'1'..=b'5', b'X' | b'x', b'X' | b'x'])
}

impl Shape {
    /// Returns the shape that stands in its place in a version: later schemas are others.
    pub(super) fn in_version(&'static self, version: Version) -> &'static Self {
        let is_schema = matches!(self, Self::Ref(object) if std::ptr::eq(*object, &raw const SCHEMA));
        if version == Version::Later && is_schema { &SCHEMA_OR_BOOLEAN } else { self }
    }

    /// Returns what stands under a key of a mapping of this shape, in later versions than 3.0.
    pub(super) fn entry(&'static self, key: &str) -> &'static Self {
        match self {
            Self::Object(object) | Self::Ref(object) => object.entry(key),
            Self::Map(shape) | Self::Single(shape) => shape.in_version(Version::Later),
            Self::BooleanOr(shape) => shape.entry(key),
            _ => &Self::Any,
        }
    }

    /// Returns what stands in a list of this shape, in later versions than 3.0.
    pub(super) fn item(&'static self) -> &'static Self {
        match self {
            Self::List(shape) | Self::OneOrMany(shape) => shape.in_version(Version::Later),
            _ => &Self::Any,
        }
    }

    /// Tells whether it is a type of a schema, or a list of them.
    pub(super) fn is_type_name(&self) -> bool {
        matches!(self, Self::TypeName(_) | Self::OneOrMany(Self::TypeName(_)))
    }

    /// Tells whether it is a schema of a later version than 3.0.
    pub(super) fn is_later_schema(&self) -> bool {
        matches!(self, Self::BooleanOr(schema) if std::ptr::eq(*schema, &raw const SCHEMA_OBJECT))
    }
}
