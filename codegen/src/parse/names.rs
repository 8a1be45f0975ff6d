//! The keys of one mapping, to tell when one comes twice.

use std::borrow::Cow;

use foldhash::HashSet;

/// From how many names on a hash table is quicker than to look at each.
const FEW: usize = 16;

/// A set of names, in order. Most mappings have a handful of keys, and a list alone serves those best.
#[derive(Default)]
pub(super) struct NameSet<'de> {
    names: Vec<Cow<'de, str>>,
    /// All of the names, once they are not few.
    table: HashSet<Cow<'de, str>>,
}

impl<'de> NameSet<'de> {
    /// Adds a name, and tells whether it is new.
    pub(super) fn insert(&mut self, name: Cow<'de, str>) -> bool {
        if self.names.len() == FEW && self.table.is_empty() {
            self.table.extend(self.names.iter().cloned());
        }
        let is_new = match self.table.is_empty() {
            true => !self.names.contains(&name),
            false => self.table.insert(name.clone()),
        };
        if is_new {
            self.names.push(name);
        }
        is_new
    }

    /// Returns how many names there are.
    pub(super) fn len(&self) -> usize {
        self.names.len()
    }

    /// Returns the names, in order.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(AsRef::as_ref)
    }
}
