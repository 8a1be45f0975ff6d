//! A text as values of JSON, which borrow from it what they can.
//!
//! Unlike `serde_json::Value` it costs little to make and to drop, which a description of ten megabytes is worth, and knows each map's
//! order without a table for each.

use std::borrow::Cow;
use std::sync::OnceLock;

use serde_json::{Number, Value};

/// How many entries of a map are looked at one by one.
const FEW: usize = 16;

/// A value of JSON.
#[derive(Debug, PartialEq)]
pub(crate) enum Tree<'t> {
    /// Null.
    Null,
    /// A boolean.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A string.
    Text(Cow<'t, str>),
    /// An array.
    List(Vec<Tree<'t>>),
    /// An object.
    Map(Map<'t>),
}

/// The entries of an object, in the order of the text. Of a key that stands there twice the last entry counts.
#[derive(Debug)]
pub(crate) struct Map<'t> {
    entries: Vec<(Cow<'t, str>, Tree<'t>)>,
    /// The indices of many entries by the order of their keys, made when one is looked for.
    sorted: OnceLock<Box<[usize]>>,
}

impl<'t> Tree<'t> {
    pub(crate) fn is_null(&self) -> bool {
        *self == Self::Null
    }

    pub(crate) fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(value) => Some(*value),
            Self::Null | Self::Number(_) | Self::Text(_) | Self::List(_) | Self::Map(_) => None,
        }
    }

    pub(crate) fn as_number(&self) -> Option<&Number> {
        match self {
            Self::Number(number) => Some(number),
            Self::Null | Self::Bool(_) | Self::Text(_) | Self::List(_) | Self::Map(_) => None,
        }
    }

    pub(crate) fn as_str(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Null | Self::Bool(_) | Self::Number(_) | Self::List(_) | Self::Map(_) => None,
        }
    }

    pub(crate) fn as_list(&self) -> Option<&[Tree<'t>]> {
        match self {
            Self::List(list) => Some(list),
            Self::Null | Self::Bool(_) | Self::Number(_) | Self::Text(_) | Self::Map(_) => None,
        }
    }

    pub(crate) fn as_map(&self) -> Option<&Map<'t>> {
        match self {
            Self::Map(map) => Some(map),
            Self::Null | Self::Bool(_) | Self::Number(_) | Self::Text(_) | Self::List(_) => None,
        }
    }

    /// Returns what stands under a key of an object.
    pub(crate) fn get(&self, key: &str) -> Option<&Tree<'t>> {
        self.as_map()?.get(key)
    }

    /// Returns what stands under a token of a JSON Pointer: a key, or an index.
    pub(crate) fn child(&self, token: &str) -> Option<&Tree<'t>> {
        match self {
            Self::Map(map) => map.get(token),
            Self::List(list) => list.get(token.parse::<usize>().ok()?),
            Self::Null | Self::Bool(_) | Self::Number(_) | Self::Text(_) => None,
        }
    }

    /// Copies it into a value that borrows nothing.
    pub(crate) fn to_value(&self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Bool(value) => Value::Bool(*value),
            Self::Number(number) => Value::Number(number.clone()),
            Self::Text(text) => Value::String(text.clone().into_owned()),
            Self::List(list) => list.iter().map(Self::to_value).collect(),
            Self::Map(map) => Value::Object(map.iter().map(|(key, value)| (key.to_owned(), value.to_value())).collect()),
        }
    }
}

impl<'t> Map<'t> {
    pub(super) fn new(entries: Vec<(Cow<'t, str>, Tree<'t>)>) -> Self {
        Self { entries, sorted: OnceLock::new() }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    pub(crate) fn get(&self, key: &str) -> Option<&Tree<'t>> {
        let index = match self.entries.len() <= FEW {
            true => self.entries.iter().rposition(|(other, _)| other == key)?,
            false => {
                let sorted = self.sorted.get_or_init(|| self.sort());
                let after = sorted.partition_point(|index| *self.entries[*index].0 <= *key);
                *sorted[..after].last().filter(|index| self.entries[**index].0 == key)?
            }
        };
        Some(&self.entries[index].1)
    }

    fn sort(&self) -> Box<[usize]> {
        let mut indices: Box<[usize]> = (0..self.entries.len()).collect();
        indices.sort_by_key(|index| &self.entries[*index].0);
        indices
    }

    /// Returns the entries, in the order of the text.
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = (&str, &Tree<'t>)> {
        self.entries.iter().map(|(key, value)| (key.as_ref(), value))
    }

    /// Returns the keys, in the order of the text.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &str> {
        self.iter().map(|(key, _)| key)
    }
}

impl PartialEq for Map<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.entries.len() == other.entries.len() && self.iter().all(|(key, value)| other.get(key) == Some(value))
    }
}

#[cfg(test)]
mod tests {
    use super::{FEW, Map, Tree};

    #[test]
    fn the_last_of_equal_keys_counts_among_few_and_among_many() {
        for length in [2, FEW, FEW + 1, 100] {
            let keys = (0..length).rev().chain([0, 1]);
            let entries = keys.enumerate().map(|(index, key)| (format!("k{key}").into(), Tree::Number(index.into())));
            let map = Map::new(entries.collect());
            let at = |key: &str| map.get(key).and_then(|value| value.as_number()?.as_u64());
            let length = length as u64;
            assert_eq!((at("k0"), at("k1")), (Some(length), Some(length + 1)), "{length}");
            assert_eq!(at(&format!("k{length}")), None);
            assert_eq!(at(""), None);
            if length > 2 {
                assert_eq!(at(&format!("k{}", length - 1)), Some(0));
            }
        }
    }
}
