//! `tagged_union!`: unions of objects that are told apart by the value of one property.
//!
//! The variant's own struct has the tag as a field, so it must see it again: what was read on the way to the tag is
//! replayed to it, and what follows comes straight from the text.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, MapAccess, Visitor};

use super::entries::{EntriesDeserializer, TagKey, TagKeySeed};
use crate::model::Value;
use crate::model::text::one_of;

/// Implements serde's traits for a union of objects with a discriminator (OpenAPI 3.0.3, Discriminator Object).
///
/// After the name of the enum and the property that is the tag comes a line for each variant with the values of
/// the tag that lead to it, then `other Unknown;` if the union is open: the variant keeps the whole
/// object (as an [`Object`](crate::Object)) if its tag has no such value. A missing tag is an error.
///
/// ```
/// struct Cat { kind: String, lives: u8 }
/// bindery_runtime::object! { Cat; required kind = "kind"; required lives = "lives"; }
///
/// enum Pet { Cat(Cat), Unknown(bindery_runtime::Object) }
/// bindery_runtime::tagged_union! {
///     Pet, tag "kind";
///     Cat = "cat", "kitten";
///     other Unknown;
/// }
///
/// let pet: Pet = serde_json::from_str(r#"{"lives": 9, "kind": "kitten"}"#)?;
/// assert!(matches!(pet, Pet::Cat(cat) if cat.lives == 9 && cat.kind == "kitten"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[macro_export]
macro_rules! tagged_union {
    ($name:ident, tag $tag:literal; $($variant:ident $(= $($value:literal),+)? $($other:ident)?;)*) => {
        $crate::tagged_union! {
            @impls $name $tag {$($($variant = $($value),+;)?)*} {$($($other)?)*}
        }
    };
    (@impls $name:ident $tag:literal {$($variant:ident = $($value:literal),+;)*} {$($other:ident)?}) => {
        #[automatically_derived]
        #[allow(deprecated)]
        impl $crate::__private::tagged_union::TaggedUnion for $name {
            const NAME: &'static str = ::core::stringify!($name);
            const TAG: &'static str = $tag;
            const KNOWN: &'static [&'static str] = &[$($($value,)+)*];
            #[allow(unreachable_patterns)]
            fn read<'de, D: $crate::__private::serde::Deserializer<'de>>(
                tag: ::core::option::Option<&str>,
                branch: D,
            ) -> ::core::result::Result<Self, D::Error> {
                match tag {
                    $(
                        ::core::option::Option::Some($($value)|+) => {
                            $crate::__private::serde::Deserialize::deserialize(branch)
                                .map(Self::$variant)
                        }
                    )*
                    $(
                        _ => $crate::__private::serde::Deserialize::deserialize(branch)
                            .map(Self::$other),
                    )?
                    _ => $crate::__private::tagged_union::unknown::<Self, D::Error>(tag),
                }
            }
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl<'de> $crate::__private::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::tagged_union::read(deserializer)
            }
        }

        $crate::__union_serialize! { $name; $($variant)* $($other)? }
    };
}

/// A union that [`tagged_union!`](crate::tagged_union) implements.
pub trait TaggedUnion: Sized {
    /// The name of the union, for messages.
    const NAME: &'static str;
    /// The wire name of the tag.
    const TAG: &'static str;
    /// The values of the tag that lead to a variant.
    const KNOWN: &'static [&'static str];

    /// Reads the variant that this tag leads to; a tag that is not a text is `None`.
    fn read<'de, D: Deserializer<'de>>(tag: Option<&str>, branch: D) -> Result<Self, D::Error>;
}

/// Returns the error of a tag that leads to no variant.
pub fn unknown<T: TaggedUnion, E: Error>(tag: Option<&str>) -> Result<T, E> {
    let (name, property) = (T::NAME, T::TAG);
    let known = one_of(T::KNOWN);
    Err(match tag {
        Some(tag) => E::custom(format_args!("unknown value `{tag}` of `{property}` in {name}, expected {known}")),
        None => E::custom(format_args!("`{property}` in {name} is not a text, expected {known}")),
    })
}

/// Reads a union; called by its `Deserialize`.
pub fn read<'de, T: TaggedUnion, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    // A union that is itself the variant of one would be read from the entries of its parent, and a
    // union in a circle of such unions from entries of entries without end, one type for each. Asking for
    // a newtype first lets `EntriesDeserializer`, and only it, give the object as a `Value` instead.
    deserializer.deserialize_newtype_struct(T::NAME, UnionVisitor(PhantomData))
}

struct UnionVisitor<T>(PhantomData<T>);

impl<'de, T: TaggedUnion> Visitor<'de> for UnionVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        expect_object::<T>(f)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_map(ObjectVisitor(PhantomData))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        read_entries(map)
    }
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: TaggedUnion> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        expect_object::<T>(f)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        read_entries(map)
    }
}

fn expect_object<T: TaggedUnion>(f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "an object with the property `{}` ({})", T::TAG, T::NAME)
}

/// Keeps the entries before the tag, then reads the variant from them, the tag and the rest.
fn read_entries<'de, T: TaggedUnion, A: MapAccess<'de>>(mut map: A) -> Result<T, A::Error> {
    let mut before = Vec::new();
    while let Some(key) = map.next_key_seed(TagKeySeed(T::TAG))? {
        match key {
            TagKey::Tag => {
                let tag: Value = map.next_value()?;
                let text = tag.as_str().map(str::to_owned);
                let branch = EntriesDeserializer::new(before, (T::TAG, tag), map);
                return T::read(text.as_deref(), branch);
            }
            TagKey::Other(name) => before.push((name, map.next_value()?)),
        }
    }
    Err(A::Error::missing_field(T::TAG))
}
