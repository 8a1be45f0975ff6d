//! Writes the fields of a struct as the entries of a JSON object.

use std::collections::BTreeMap;

use serde::ser::{Serialize, SerializeMap, Serializer};

// The macro names a writer by the word that its line begins with.
pub use self::{Nullable as nullable, Optional as anything, Optional as optional, Required as required, Rest as rest};

use super::Fields;
use crate::model::{Maybe, Object};

/// Writes an object; called by the struct's `Serialize` with a writer for each field.
pub fn object<S: Serializer>(serializer: S, fields: Fields, writers: &[&dyn Write<S::SerializeMap>]) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    for (names, writer) in fields.iter().zip(writers) {
        writer.write(names.first().copied().unwrap_or_default(), &mut map)?;
    }
    map.end()
}

/// A field that knows whether and how it is written.
pub trait Write<M: SerializeMap> {
    /// Writes the field's entry, or a rest map's entries, or nothing.
    fn write(&self, name: &'static str, map: &mut M) -> Result<(), M::Error>;
}

/// A field that is always written.
pub struct Required<'a, T>(pub &'a T);

impl<M: SerializeMap, T: Serialize> Write<M> for Required<'_, T> {
    fn write(&self, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        map.serialize_entry(name, self.0)
    }
}

/// A field that is not written when it is `None`.
pub struct Optional<'a, T>(pub &'a Option<T>);

impl<M: SerializeMap, T: Serialize> Write<M> for Optional<'_, T> {
    fn write(&self, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        match self.0 {
            Some(value) => map.serialize_entry(name, value),
            None => Ok(()),
        }
    }
}

/// A field that is not written when it is `Absent`.
pub struct Nullable<'a, T>(pub &'a Maybe<T>);

impl<M: SerializeMap, T: Serialize> Write<M> for Nullable<'_, T> {
    fn write(&self, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        match self.0 {
            Maybe::Absent => Ok(()),
            Maybe::Null => map.serialize_entry(name, &()),
            Maybe::Value(value) => map.serialize_entry(name, value),
        }
    }
}

/// A rest map, whose entries are written as they are.
pub struct Rest<'a, R>(pub &'a R);

impl<M: SerializeMap> Write<M> for Rest<'_, Object> {
    fn write(&self, _name: &'static str, map: &mut M) -> Result<(), M::Error> {
        self.0.iter().try_for_each(|(key, value)| map.serialize_entry(key, value))
    }
}

impl<M: SerializeMap, T: Serialize> Write<M> for Rest<'_, BTreeMap<String, T>> {
    fn write(&self, _name: &'static str, map: &mut M) -> Result<(), M::Error> {
        self.0.iter().try_for_each(|(key, value)| map.serialize_entry(key, value))
    }
}
