//! Reads the entries of a JSON object into the slots of a struct's fields.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};

// The macro names a slot by the word that its line begins with.
pub use self::{Anything as anything, Nullable as nullable, Optional as optional, Required as required, Rest as rest};

use super::Fields;
use super::whole::next_value;
use crate::model::text::one_of;
use crate::model::{Maybe, Object, Value};

/// A struct that [`object!`](crate::object) can read.
pub trait ReadObject: Sized {
    /// The name of the struct, for messages.
    const NAME: &'static str;
    /// The wire names of its fields.
    const FIELDS: Fields;
    /// What becomes of a property that no field has, if there is no rest map.
    const UNKNOWN: Unknown = Unknown::Skip;

    /// Reads the struct from the entries of an object.
    fn read<'de, A: MapAccess<'de>>(map: A) -> Result<Self, A::Error>;
}

/// What becomes of a property that no field has.
#[derive(Clone, Copy)]
pub enum Unknown {
    /// It is read past.
    Skip,
    /// It is an error.
    Reject,
    /// The rest map takes it.
    Keep,
}

/// The name by which a line of the macro asks for [`Unknown::Reject`].
#[expect(non_upper_case_globals, reason = "the macro's word for it")]
pub const reject_unknown: Unknown = Unknown::Reject;

/// Reads a struct; called by its `Deserialize`.
pub fn object<'de, T: ReadObject, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_map(ObjectVisitor(PhantomData))
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: ReadObject> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object ({})", T::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::read(map)
    }
}

/// Where the value of one field is kept while its object is read.
pub trait Slot<'de, A: MapAccess<'de>> {
    /// Reads the value of the entry whose key, the field's name, was just read.
    fn read(&mut self, name: &str, map: &mut A) -> Result<(), A::Error>;

    /// Reads the value of an entry whose key no field has; only the slot of a rest map is asked.
    fn read_unknown(&mut self, key: String, map: &mut A) -> Result<(), A::Error> {
        self.read(&key, map)
    }

    /// Fills the slot if its field may be missing; returns whether it is full.
    fn finish(&mut self) -> bool;
}

/// The slot of a required field.
pub struct Required<T>(pub Option<T>);

impl<'de, A: MapAccess<'de>, T: Deserialize<'de> + 'static> Slot<'de, A> for Required<T> {
    fn read(&mut self, name: &str, map: &mut A) -> Result<(), A::Error> {
        read_once(&mut self.0, name, map)
    }

    fn finish(&mut self) -> bool {
        self.0.is_some()
    }
}

/// The slot of an optional field; full with `None` after `null`.
pub struct Optional<T>(pub Option<Option<T>>);

impl<'de, A: MapAccess<'de>, T: Deserialize<'de> + 'static> Slot<'de, A> for Optional<T> {
    fn read(&mut self, name: &str, map: &mut A) -> Result<(), A::Error> {
        read_once(&mut self.0, name, map)
    }

    fn finish(&mut self) -> bool {
        self.0.get_or_insert_default();
        true
    }
}

/// The slot of an optional field whose type has `null` among its values: after `null` it is full with that.
pub struct Anything<T>(pub Option<Option<T>>);

impl<'de, A: MapAccess<'de>, T: Deserialize<'de> + 'static> Slot<'de, A> for Anything<T> {
    fn read(&mut self, name: &str, map: &mut A) -> Result<(), A::Error> {
        if self.0.is_some() {
            return Err(duplicate(name));
        }
        self.0 = Some(Some(next_value(map)?));
        Ok(())
    }

    fn finish(&mut self) -> bool {
        self.0.get_or_insert_default();
        true
    }
}

/// The slot of a field with three states.
pub struct Nullable<T>(pub Option<Maybe<T>>);

impl<'de, A: MapAccess<'de>, T: Deserialize<'de> + 'static> Slot<'de, A> for Nullable<T> {
    fn read(&mut self, name: &str, map: &mut A) -> Result<(), A::Error> {
        read_once(&mut self.0, name, map)
    }

    fn finish(&mut self) -> bool {
        self.0.get_or_insert_default();
        true
    }
}

fn read_once<'de, A: MapAccess<'de>, T: Deserialize<'de> + 'static>(
    slot: &mut Option<T>,
    name: &str,
    map: &mut A,
) -> Result<(), A::Error> {
    if slot.is_some() {
        return Err(duplicate(name));
    }
    *slot = Some(next_value(map)?);
    Ok(())
}

/// The slot of the map that takes the properties that no other field has.
pub struct Rest<R>(pub Option<R>);

impl<'de, A: MapAccess<'de>, R: RestMap<Value: Deserialize<'de> + 'static>> Slot<'de, A> for Rest<R> {
    fn read(&mut self, name: &str, map: &mut A) -> Result<(), A::Error> {
        self.read_unknown(name.to_owned(), map)
    }

    fn read_unknown(&mut self, key: String, map: &mut A) -> Result<(), A::Error> {
        let entries = self.0.get_or_insert_default();
        if entries.has(&key) {
            return Err(duplicate(&key));
        }
        entries.add(key, next_value(map)?);
        Ok(())
    }

    fn finish(&mut self) -> bool {
        self.0.get_or_insert_default();
        true
    }
}

/// A map that can take the properties that no other field has.
pub trait RestMap: Default {
    /// The type of its values.
    type Value;

    /// Returns whether the map has an entry of this key.
    fn has(&self, key: &str) -> bool;

    /// Adds an entry.
    fn add(&mut self, key: String, value: Self::Value);
}

impl RestMap for Object {
    type Value = Value;

    fn has(&self, key: &str) -> bool {
        self.contains_key(key)
    }

    fn add(&mut self, key: String, value: Value) {
        self.insert(key, value);
    }
}

impl<T> RestMap for BTreeMap<String, T> {
    type Value = T;

    fn has(&self, key: &str) -> bool {
        self.contains_key(key)
    }

    fn add(&mut self, key: String, value: T) {
        self.insert(key, value);
    }
}

/// Reads all entries of an object into the slots of the struct `T`, which stand in the order of its fields.
///
/// # Errors
///
/// Whatever reading an entry gives, a key that comes twice, and a required field that is missing. After success
/// every slot is full.
pub fn fill<'de, T: ReadObject, A: MapAccess<'de>>(map: A, slots: &mut [&mut dyn Slot<'de, A>]) -> Result<(), A::Error> {
    fill_slots(map, T::FIELDS, T::UNKNOWN, slots)
}

fn fill_slots<'de, A: MapAccess<'de>>(
    mut map: A,
    fields: Fields,
    unknown: Unknown,
    slots: &mut [&mut dyn Slot<'de, A>],
) -> Result<(), A::Error> {
    let has_rest = fields.last().is_some_and(|names| names.is_empty());
    let unknown = if has_rest { Unknown::Keep } else { unknown };
    let mut next = 0;
    while let Some(key) = map.next_key_seed(KeySeed { fields, unknown, next })? {
        match key {
            Key::Field(i, name) => {
                slots[i].read(name, &mut map)?;
                next = i + 1;
            }
            Key::Kept(name) => slots[fields.len() - 1].read_unknown(name, &mut map)?,
            Key::Skipped => drop(map.next_value::<IgnoredAny>()?),
        }
    }
    finish(fields, slots)
}

fn finish<'de, A: MapAccess<'de>>(fields: Fields, slots: &mut [&mut dyn Slot<'de, A>]) -> Result<(), A::Error> {
    for (names, slot) in fields.iter().zip(slots) {
        if !slot.finish() {
            return Err(Error::missing_field(names.first().copied().unwrap_or_default()));
        }
    }
    Ok(())
}

/// Returns the value of a slot after [`fill`].
pub fn full<T>(slot: Option<T>) -> T {
    slot.expect("fill has left no slot empty")
}

fn duplicate<E: Error>(name: &str) -> E {
    E::custom(format_args!("duplicate field `{name}`"))
}

/// The key of an entry.
enum Key {
    /// A field's name, and the place of the field.
    Field(usize, &'static str),
    /// Another name, for the rest map.
    Kept(String),
    /// Another name that nobody wants.
    Skipped,
}

/// Finds the field of a key, trying first the one after the last: keys mostly come in order.
struct KeySeed {
    fields: Fields,
    unknown: Unknown,
    next: usize,
}

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for KeySeed {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a property name")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Key, E> {
        match (find(self.fields, self.next, key), self.unknown) {
            (Some((i, name)), _) => Ok(Key::Field(i, name)),
            (None, Unknown::Keep) => Ok(Key::Kept(key.to_owned())),
            (None, Unknown::Skip) => Ok(Key::Skipped),
            (None, Unknown::Reject) => Err(rejected(self.fields, key)),
        }
    }
}

fn find(fields: Fields, next: usize, key: &str) -> Option<(usize, &'static str)> {
    let named = |i: usize| match fields.get(i) {
        Some([name]) if *name == key => Some((i, *name)),
        _ => None,
    };
    named(next).or_else(|| (0..fields.len()).find_map(named))
}

fn rejected<E: Error>(fields: Fields, key: &str) -> E {
    let known: Vec<_> = fields.iter().flat_map(|names| names.iter()).collect();
    E::custom(format_args!("unknown field `{key}`, expected {}", one_of(&known)))
}
