//! A [`Tree`] as `openapiv3` takes it: without schemas, operations and values that can be anything, in the spelling of 3.0.
//!
//! Each schema is a reference to nothing, and those of the components are left out, as operations are. Of a value that can be anything it
//! says only that it is there.

use std::iter;

use serde::de::value::{MapDeserializer, SeqDeserializer, StrDeserializer};
use serde::de::{Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::Error;

use super::objects::{Names, OPERATION, Object, PARAMETER, PATHS, Presence, SECURITY_SCHEME, Shape, Version};
use super::tree::{Map, Tree};

/// What `openapiv3` sees of a value.
#[derive(Clone, Copy)]
pub(super) enum Shell<'t> {
    Node(Node<'t>),
    Text(&'t str),
    /// A value that can be anything is there.
    Something,
    Reference(&'t str),
    EmptyMap,
}

/// A value that is no more than a list or a map of such, or a scalar.
#[derive(Clone, Copy)]
pub(super) struct Node<'t> {
    node: &'t Tree<'t>,
    shape: &'static Shape,
    version: Version,
}

impl<'t> Shell<'t> {
    /// Returns what `openapiv3` sees of an object that is read by itself.
    pub(super) fn whole(node: &'t Tree<'t>, shape: &'static Shape, version: Version) -> Self {
        Self::Node(Node { node, shape, version })
    }

    /// Returns what `openapiv3` sees of a value, if it sees anything.
    pub(super) fn of(node: &'t Tree<'t>, shape: &'static Shape, version: Version) -> Option<Self> {
        Some(match (shape, node) {
            (Shape::Any, _) => Self::Something,
            (Shape::Ignored, _) => return None,
            (shape, _) if shape.is(&OPERATION) => return None,
            (shape, _) if shape.is(&PATHS) => Self::EmptyMap,
            (shape, _) if shape.is_schema() && !node.is_null() => Self::Reference(""),
            (Shape::Map(shape), Tree::Map(_)) if shape.is_schema() || shape.is(&OPERATION) => return None,
            (Shape::Ref(_), Tree::Map(map)) => match map.get("$ref").and_then(Tree::as_str) {
                Some(text) => Self::Reference(text),
                None => Self::whole(node, shape, version),
            },
            _ => Self::whole(node, shape, version),
        })
    }
}

impl<'t> Node<'t> {
    fn visit_map<V: Visitor<'t>>(self, map: &'t Map<'t>, visitor: V) -> Result<V::Value, Error> {
        match self.shape {
            Shape::Object(object) | Shape::Ref(object) => {
                let fields = map.iter().filter_map(|(key, value)| Some((key, self.field(object, map, key, value)?)));
                visitor.visit_map(MapDeserializer::new(fields.chain(added(object, map))))
            }
            _ => {
                let entries = map
                    .iter()
                    .filter_map(|(key, value)| Some((key, Shell::of(value, self.shape.entry(key, self.version), self.version)?)));
                visitor.visit_map(MapDeserializer::new(entries))
            }
        }
    }

    fn field(self, object: &'static Object, map: &Map<'_>, key: &str, value: &'t Tree<'t>) -> Option<Shell<'t>> {
        // A callback that is only a reference is a `$ref` among expressions.
        if object.names == Names::Expressions && key == "$ref" {
            return None;
        }
        let shape = object.known(key, self.version)?;
        match spelled_as_30(object, map, key, value) {
            Some(word) => Some(Shell::Text(word)),
            None => Shell::of(value, shape, self.version),
        }
    }
}

/// Spells a value that a later version added as 3.0 spells the nearest; `spec` looks at the tree to tell them apart.
fn spelled_as_30(object: &'static Object, map: &Map<'_>, key: &str, value: &Tree<'_>) -> Option<&'static str> {
    let is = |other: *const Object| std::ptr::eq(object, other);
    match (key, value.as_str()?) {
        ("type", "mutualTLS") if is(&raw const SECURITY_SCHEME) => Some("http"),
        ("scheme", _) if is_mutual_tls(object, map) => Some("mutualTLS"),
        ("in", "querystring") if is(&raw const PARAMETER) => Some("query"),
        ("style", "cookie") if is(&raw const PARAMETER) => Some("form"),
        _ => None,
    }
}

/// Returns the fields that 3.0 requires and the object does without.
fn added<'t>(object: &'static Object, map: &'t Map<'t>) -> impl Iterator<Item = (&'t str, Shell<'t>)> {
    let fields = object.fields.iter().filter(|field| matches!(field.presence, Presence::RequiredBefore(_)));
    let missing = fields.filter(|field| map.get(field.key).is_none());
    let empty =
        missing.map(|field| (field.key, if matches!(field.shape, Shape::Text) { Shell::Text("") } else { Shell::EmptyMap }));
    let needs_scheme = is_mutual_tls(object, map) && map.get("scheme").is_none();
    empty.chain(needs_scheme.then_some(("scheme", Shell::Text("mutualTLS"))))
}

fn is_mutual_tls(object: &'static Object, map: &Map<'_>) -> bool {
    std::ptr::eq(object, &raw const SECURITY_SCHEME) && map.get("type").and_then(Tree::as_str) == Some("mutualTLS")
}

impl<'de> Deserializer<'de> for Shell<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let node = match self {
            Self::Node(node) => node,
            Self::Text(text) => return visitor.visit_borrowed_str(text),
            Self::Something => return visitor.visit_bool(true),
            Self::Reference(text) => {
                return visitor.visit_map(MapDeserializer::new(iter::once(("$ref", Self::Text(text)))));
            }
            Self::EmptyMap => return visitor.visit_map(MapDeserializer::new(iter::empty::<(&str, Self)>())),
        };
        match node.node {
            Tree::Null => visitor.visit_unit(),
            Tree::Bool(value) => visitor.visit_bool(*value),
            Tree::Number(number) => number.deserialize_any(visitor),
            Tree::Text(text) => visitor.visit_borrowed_str(text),
            Tree::List(list) => {
                let items = list.iter().filter_map(|item| Self::of(item, node.shape.item(), node.version));
                visitor.visit_seq(SeqDeserializer::new(items))
            }
            Tree::Map(map) => node.visit_map(map, visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Node(Node { node: Tree::Null, .. }) => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let text = match self {
            Self::Text(text) => text,
            Self::Node(Node { node: Tree::Text(text), .. }) => text,
            _ => return self.deserialize_any(visitor),
        };
        StrDeserializer::new(text).deserialize_enum(name, variants, visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map
        struct identifier ignored_any
    }
}

impl<'de> IntoDeserializer<'de, Error> for Shell<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}
