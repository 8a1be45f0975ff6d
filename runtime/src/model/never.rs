//! The type of schemas that no value satisfies.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::{Checker, Validate};

/// A type without values: what a schema becomes that allows nothing, such as `allOf` of a text and a number.
///
/// Reading always fails, so a property of this type can only be absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Never {}

impl Serialize for Never {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        match *self {}
    }
}

impl<'de> Deserialize<'de> for Never {
    fn deserialize<D: Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
        Err(de::Error::custom("the description allows no value here"))
    }
}

impl Validate for Never {
    fn check(&self, _: &mut Checker) {
        match *self {}
    }
}
