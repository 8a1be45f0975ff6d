//! Values -> a [`Tree`] in which all is a string that has to be one.
//!
//! YAML takes `version: 1.10` for the number 1.1; the table of objects says that a text is meant there. It reads what is of 3.0 by the
//! shapes of later versions, whose texts are texts in both.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Number;

use super::keys::{KeySeed, Reading};
use super::objects::{ROOT_SHAPE, Shape, Version};
use super::tree::{Map, Tree};

/// Reads a whole description.
pub(super) fn read<'de, D: Deserializer<'de>>(deserializer: D, reading: Reading) -> Result<Tree<'de>, D::Error> {
    Node { shape: &ROOT_SHAPE, reading }.deserialize(deserializer)
}

/// A value that is about to be read.
struct Node {
    shape: &'static Shape,
    reading: Reading,
}

impl Node {
    fn child(&self, shape: &'static Shape) -> Self {
        Self { shape, reading: self.reading }
    }
}

impl<'de> DeserializeSeed<'de> for Node {
    type Value = Tree<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree<'de>, D::Error> {
        match self.shape {
            Shape::Text | Shape::Pattern | Shape::Version => {
                let text = Option::<String>::deserialize(deserializer)?;
                Ok(text.map_or(Tree::Null, |text| Tree::Text(Cow::Owned(text))))
            }
            _ => deserializer.deserialize_any(self),
        }
    }
}

impl<'de> Visitor<'de> for Node {
    type Value = Tree<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Tree<'de>, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Tree<'de>, E> {
        Ok(Tree::Bool(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Tree<'de>, E> {
        Ok(Tree::Number(value.into()))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Tree<'de>, E> {
        Ok(Tree::Number(value.into()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Tree<'de>, E> {
        Ok(Number::from_f64(value).map_or(Tree::Null, Tree::Number))
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<Tree<'de>, E> {
        self.visit_f64(value as f64)
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<Tree<'de>, E> {
        self.visit_f64(value as f64)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Tree<'de>, E> {
        Ok(Tree::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Tree<'de>, E> {
        Ok(Tree::Text(Cow::Borrowed(text)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Tree<'de>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element_seed(self.child(self.shape.item()))? {
            items.push(item);
        }
        Ok(Tree::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree<'de>, A::Error> {
        let mut entries = Vec::new();
        while let Some(key) = map.next_key_seed(KeySeed(self.reading))? {
            let value = map.next_value_seed(self.child(self.shape.entry(&key.text, Version::V32)))?;
            entries.push((key.text, value));
        }
        Ok(Tree::Map(Map::new(entries)))
    }
}
