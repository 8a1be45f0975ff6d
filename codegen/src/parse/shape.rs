//! What a description is made of, as far as a table can say it: objects with fields, and the shapes of what stands in them.
//!
//! The tables themselves are in `objects`. Versions differ in what they require, and in what a schema is.

use std::fmt;

use super::objects::{PATH_ITEM_OR_REF, PATH_ITEM_SHAPE, RESPONSE_OR_REF, SCHEMA, SCHEMA_OBJECT, SCHEMA_OR_BOOLEAN};
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
    /// One of the first strings, or since a version the other.
    ChoiceWithLater(&'static [&'static str], Version, &'static str),
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
    /// The version that it came with.
    pub(super) since: Version,
}

/// What may be left out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Presence {
    Required,
    /// It may be absent, or null, which is the same.
    Optional,
    /// It may be absent, and not null.
    NotNull,
    /// It is required by the versions before this one, and may be absent since.
    RequiredBefore(Version),
    /// It may be absent or null, and nothing is made of it yet.
    Unused,
}

impl Presence {
    /// Tells whether the field must be there.
    pub(super) fn is_required(self, version: Version) -> bool {
        match self {
            Self::Required => true,
            Self::RequiredBefore(since) => version < since,
            Self::Optional | Self::NotNull | Self::Unused => false,
        }
    }
}

/// The versions whose objects differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Version {
    V30,
    V31,
    V32,
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::V30 => "3.0",
            Self::V31 => "3.1",
            Self::V32 => "3.2",
        })
    }
}

impl Version {
    /// Tells whether it is later than 3.0, whose schemas are others. What 3.2 added is read in 3.1 too, and reported: it harms nobody.
    pub(super) fn is_later(self) -> bool {
        self > Self::V30
    }
}

pub(super) const fn required(key: &'static str, shape: Shape) -> Field {
    field(key, shape, Presence::Required, Version::V30)
}

pub(super) const fn optional(key: &'static str, shape: Shape) -> Field {
    field(key, shape, Presence::Optional, Version::V30)
}

pub(super) const fn not_null(key: &'static str, shape: Shape) -> Field {
    field(key, shape, Presence::NotNull, Version::V30)
}

pub(super) const fn required_before(version: Version, key: &'static str, shape: Shape) -> Field {
    field(key, shape, Presence::RequiredBefore(version), Version::V30)
}

pub(super) const fn since_31(key: &'static str, shape: Shape) -> Field {
    field(key, shape, Presence::Optional, Version::V31)
}

pub(super) const fn since_32(key: &'static str, shape: Shape) -> Field {
    field(key, shape, Presence::Optional, Version::V32)
}

pub(super) const fn unused(key: &'static str, since: Version) -> Field {
    field(key, Shape::Ignored, Presence::Unused, since)
}

const fn field(key: &'static str, shape: Shape, presence: Presence, since: Version) -> Field {
    Field { key, shape, presence, since }
}

impl Field {
    /// Tells whether it is read in a version.
    pub(super) fn is_in(&self, version: Version) -> bool {
        self.since == Version::V30 || version.is_later()
    }
}

pub(super) const fn object(name: &'static str, fields: &'static [Field]) -> Object {
    Object { name, fields, names: Names::None, check: None }
}

impl Object {
    /// Returns what stands under a key that is no field; `None` for a key that has no business there.
    pub(super) fn shape_of_name(&self, key: &str) -> Option<&'static Shape> {
        match self.names {
            // A callback of an operation can be a reference, though `openapiv3` has no place for it.
            Names::Expressions if key == "$ref" => Some(&Shape::Text),
            Names::Expressions => Some(&PATH_ITEM_SHAPE),
            _ if key.starts_with("x-") => Some(&Shape::Any),
            Names::Paths if key.starts_with('/') => Some(&PATH_ITEM_OR_REF),
            Names::Statuses if is_status(key) => Some(&RESPONSE_OR_REF),
            Names::Paths | Names::Statuses | Names::None => None,
        }
    }

    /// Returns what stands under a key in a version; `None` for a key that has no business there.
    pub(super) fn known(&'static self, key: &str, version: Version) -> Option<&'static Shape> {
        let field = self.field(key, version).map(|(_, field)| &field.shape);
        Some(field.or_else(|| self.shape_of_name(key))?.in_version(version))
    }
}

/// Tells whether a key of the responses is a status or a range of them.
fn is_status(key: &str) -> bool {
    matches!(key.as_bytes(), [b'1'..=b'9', b'0'..=b'9', b'0'..=b'9'] | [b'1'..=b'5', b'X' | b'x', b'X' | b'x'])
}

impl Shape {
    /// Returns the shape that stands in its place in a version: later schemas are others.
    pub(super) fn in_version(&'static self, version: Version) -> &'static Self {
        if version.is_later() && self.is_schema_of_30() { &SCHEMA_OR_BOOLEAN } else { self }
    }

    /// Returns what stands under a key of a mapping of this shape in a version.
    pub(super) fn entry(&'static self, key: &str, version: Version) -> &'static Self {
        match self {
            Self::Ref(_) if key == "$ref" => &Self::Text,
            Self::Object(object) | Self::Ref(object) => object.known(key, version).unwrap_or(&Self::Any),
            Self::Map(shape) | Self::Single(shape) => shape.in_version(version),
            Self::BooleanOr(shape) => shape.entry(key, version),
            _ => &Self::Any,
        }
    }

    /// Returns what stands in a list of this shape, in later versions than 3.0.
    pub(super) fn item(&'static self) -> &'static Self {
        match self {
            Self::List(shape) | Self::OneOrMany(shape) => shape.in_version(Version::V32),
            _ => &Self::Any,
        }
    }

    /// Returns the strings that it can be.
    pub(super) fn words(&self) -> impl Iterator<Item = &'static str> {
        let (words, later) = match self {
            Self::Choice(words) | Self::TypeName(words) => (*words, None),
            Self::ChoiceWithLater(words, _, later) => (*words, Some(*later)),
            _ => (&[][..], None),
        };
        words.iter().copied().chain(later)
    }

    /// Tells whether it is a type of a schema, or a list of them.
    pub(super) fn is_type_name(&self) -> bool {
        matches!(self, Self::TypeName(_) | Self::OneOrMany(Self::TypeName(_)))
    }

    /// Tells whether it is such an object.
    pub(super) fn is(&self, object: &'static Object) -> bool {
        matches!(self, Self::Object(own) if std::ptr::eq(*own, object))
    }

    /// Tells whether it is a schema of any version.
    pub(super) fn is_schema(&self) -> bool {
        self.is_schema_of_30() || self.is_later_schema()
    }

    fn is_schema_of_30(&self) -> bool {
        matches!(self, Self::Ref(object) if std::ptr::eq(*object, &raw const SCHEMA))
    }

    /// Tells whether it is a schema of a later version than 3.0.
    pub(super) fn is_later_schema(&self) -> bool {
        matches!(self, Self::BooleanOr(schema) if std::ptr::eq(*schema, &raw const SCHEMA_OBJECT))
    }
}
