//! The keys of mappings as text, whatever YAML took them for.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// What a text is read from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// From YAML, where a number or boolean without quotes also serves as a string.
    Yaml,
    /// From JSON, or from values that were YAML, where it does not.
    Values,
}

/// A key of a mapping, as text.
pub(super) struct Key<'de> {
    pub(super) text: Cow<'de, str>,
    pub(super) kind: KeyKind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum KeyKind {
    /// A string, or an integer, whose text is that of the string.
    Text,
    /// A value that may have been written in another way, such as `1.10` or `True`.
    Other,
}

/// Reads a [`Key`].
pub(super) struct KeySeed(pub(super) Reading);

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Key<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key<'de>, D::Error> {
        match self.0 {
            // As it is written, whatever YAML takes it for: schemas are named `Null`, and examples `1.10`.
            Reading::Yaml => deserializer.deserialize_str(self),
            Reading::Values => deserializer.deserialize_any(self),
        }
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
        f.write_str("a key that is a string")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Key<'de>, E> {
        Self::of(KeyKind::Text, text)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Key<'de>, E> {
        Self::of(KeyKind::Text, text.to_owned())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Key<'de>, E> {
        Self::of(KeyKind::Text, value.to_string())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Key<'de>, E> {
        Self::of(KeyKind::Text, value.to_string())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Key<'de>, E> {
        Self::of(KeyKind::Other, format!("{value:?}"))
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<Key<'de>, E> {
        Self::of(KeyKind::Other, value.to_string())
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<Key<'de>, E> {
        Self::of(KeyKind::Other, value.to_string())
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
