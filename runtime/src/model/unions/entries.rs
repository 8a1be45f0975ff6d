//! An object some entries of which have been read already: they come first, then the rest of the stream.

use std::fmt;
use std::vec;

use serde::de::value::StrDeserializer;
use serde::de::{DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, Visitor};
use serde::forward_to_deserialize_any;

use crate::model::{Object, Value};

/// The key of an entry: the tag, or another one.
pub(super) enum TagKey {
    Tag,
    Other(String),
}

/// Reads a key and compares it with the name of the tag.
pub(super) struct TagKeySeed(pub(super) &'static str);

impl<'de> DeserializeSeed<'de> for TagKeySeed {
    type Value = TagKey;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<TagKey, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for TagKeySeed {
    type Value = TagKey;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a property name")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<TagKey, E> {
        Ok(if key == self.0 { TagKey::Tag } else { TagKey::Other(key.to_owned()) })
    }

    fn visit_string<E: Error>(self, key: String) -> Result<TagKey, E> {
        Ok(if key == self.0 { TagKey::Tag } else { TagKey::Other(key) })
    }
}

/// The deserializer of an object whose entries up to the tag have been read.
pub(super) struct EntriesDeserializer<A>(Entries<A>);

impl<A> EntriesDeserializer<A> {
    /// Returns the object of the entries `before` the tag, the tag, and the `rest`.
    pub(super) fn new(before: Vec<(String, Value)>, tag: (&'static str, Value), rest: A) -> Self {
        Self(Entries { before: before.into_iter(), tag: Some(tag), value: None, rest })
    }
}

impl<'de, A: MapAccess<'de>> EntriesDeserializer<A> {
    fn into_value(self) -> Result<Value, A::Error> {
        let Entries { before, tag, mut rest, .. } = self.0;
        let tag = tag.map(|(name, value)| (name.to_owned(), value));
        let mut object: Object = before.chain(tag).collect();
        while let Some((name, value)) = rest.next_entry()? {
            object.insert(name, value);
        }
        Ok(Value::Object(object))
    }
}

impl<'de, A: MapAccess<'de>> Deserializer<'de> for EntriesDeserializer<A> {
    type Error = A::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, A::Error> {
        visitor.visit_map(self.0)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, A::Error> {
        visitor.visit_some(self)
    }

    /// Gives the object as a `Value`, see `tagged::read`.
    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _name: &'static str, visitor: V) -> Result<V::Value, A::Error> {
        let value = self.into_value()?;
        visitor.visit_newtype_struct(value).map_err(A::Error::custom)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// The entries of such an object.
pub(super) struct Entries<A> {
    before: vec::IntoIter<(String, Value)>,
    tag: Option<(&'static str, Value)>,
    /// The value of the key that was given last, unless it is the stream's turn.
    value: Option<Value>,
    rest: A,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Entries<A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        if let Some((name, value)) = self.before.next() {
            self.value = Some(value);
            return seed.deserialize(name.into_deserializer()).map(Some);
        }
        if let Some((name, value)) = self.tag.take() {
            self.value = Some(value);
            return seed.deserialize(StrDeserializer::new(name)).map(Some);
        }
        self.rest.next_key_seed(seed)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        match self.value.take() {
            Some(value) => seed.deserialize(value).map_err(A::Error::custom),
            None => self.rest.next_value_seed(seed),
        }
    }
}
