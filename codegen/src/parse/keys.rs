//! The keys of mappings as text, whatever YAML took them for.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// A key of a mapping, as text.
pub(super) struct Key<'de> {
    pub(super) text: Cow<'de, str>,
    pub(super) kind: KeyKind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum KeyKind {
    Text,
    Number,
    Other,
}

/// Reads a [`Key`].
pub(super) struct KeySeed;

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Key<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl KeySeed {
    fn of<'de, E>(kind: KeyKind, text: impl Into<Cow<'de, str>>) -> Result<Key<'de>, E> {
        Ok(Key { text: text.into(), kind })
    }
}

impl<'de> Visitor<'de> for KeySeed {
    type Value = Key<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Key<'de>, E> {
        Self::of(KeyKind::Text, text)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Key<'de>, E> {
        Self::of(KeyKind::Text, text.to_owned())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Key<'de>, E> {
        Self::of(KeyKind::Number, value.to_string())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Key<'de>, E> {
        Self::of(KeyKind::Number, value.to_string())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Key<'de>, E> {
        Self::of(KeyKind::Number, format!("{value:?}"))
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<Key<'de>, E> {
        Self::of(KeyKind::Number, value.to_string())
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<Key<'de>, E> {
        Self::of(KeyKind::Number, value.to_string())
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Key<'de>, E> {
        Self::of(KeyKind::Other, value.to_string())
    }

    fn visit_unit<E: Error>(self) -> Result<Key<'de>, E> {
        Self::of(KeyKind::Other, "null")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Key<'de>, A::Error> {
        IgnoredAny.visit_seq(list)?;
        Self::of(KeyKind::Other, "[…]")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Key<'de>, A::Error> {
        IgnoredAny.visit_map(map)?;
        Self::of(KeyKind::Other, "{…}")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<Key<'de>, A::Error> {
        IgnoredAny.visit_enum(tagged)?;
        Self::of(KeyKind::Other, "!")
    }
}
