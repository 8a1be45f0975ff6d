//! The fields that one object was seen to have, and what is known of their values.

use super::objects::{Field, Object, SCHEMA_2020, Version};

/// How many fields an object has at most.
const MAX_FIELDS: usize = 64;

const _: () = assert!(SCHEMA_2020.fields.len() <= MAX_FIELDS, "the largest object fits");

/// What is known of a value when it has been walked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Leaf {
    Null,
    /// One of the choices of the field, by its index.
    Word(u8),
    Other,
    /// It is not what is needed, and that was reported.
    Unfit,
}

/// The fields that an object was seen to have.
pub(super) struct Seen {
    pub(super) object: &'static Object,
    pub(super) leaves: [Option<Leaf>; MAX_FIELDS],
}

impl Seen {
    pub(super) fn new(object: &'static Object) -> Self {
        Self { object, leaves: [None; MAX_FIELDS] }
    }

    /// Notes a field, and tells whether it is the first of its name.
    pub(super) fn insert(&mut self, index: usize) -> bool {
        self.leaves[index].replace(Leaf::Other).is_none()
    }

    /// Returns what the standard calls the object.
    pub(super) fn object_name(&self) -> &'static str {
        self.object.name
    }

    /// Tells whether the object has the field, and it is not null.
    pub(super) fn has(&self, key: &str) -> bool {
        self.leaf(key).is_some_and(|leaf| leaf != Leaf::Null)
    }

    /// Returns the word under the field, if it is one of its choices.
    pub(super) fn choice(&self, key: &str) -> Option<&'static str> {
        let index = self.object.index_of(key)?;
        match self.leaves[index]? {
            Leaf::Word(word) => self.object.fields[index].shape.words().nth(word.into()),
            Leaf::Null | Leaf::Other | Leaf::Unfit => None,
        }
    }

    pub(super) fn leaf(&self, key: &str) -> Option<Leaf> {
        self.leaves[self.object.index_of(key)?]
    }

    /// Returns the fields that are there, in the order of the table.
    pub(super) fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.object.fields.iter().zip(&self.leaves).filter(|(_, leaf)| leaf.is_some()).map(|(field, _)| field.key)
    }

    /// Returns the fields that must be there and are not.
    pub(super) fn missing(&self, version: Version) -> impl Iterator<Item = &'static Field> {
        let pairs = self.object.fields.iter().zip(&self.leaves);
        pairs.filter(move |(field, leaf)| field.presence.is_required(version) && leaf.is_none()).map(|(field, _)| field)
    }
}

impl Object {
    /// Finds a field that a version has.
    pub(super) fn field(&'static self, key: &str, version: Version) -> Option<(usize, &'static Field)> {
        let index = self.index_of(key)?;
        let field = &self.fields[index];
        field.is_in(version).then_some((index, field))
    }

    pub(super) fn index_of(&self, key: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.key == key)
    }
}
