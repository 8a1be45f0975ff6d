//! The making of a [`Tree`], told value by value what a text holds, the parts of a value before it.

use std::borrow::Cow;
use std::mem;

use super::tree::{Map, Tree};

/// A tree that is being made.
pub(super) struct Builder<'t> {
    /// The value that was told last, until it is put somewhere.
    last: Tree<'t>,
    /// The entries of the maps that are open, and the items of the lists. Each is given its own at its end, in the size that it needs.
    entries: Vec<(Cow<'t, str>, Tree<'t>)>,
    items: Vec<Tree<'t>>,
}

/// How many entries, or items, there were when a map or a list began.
pub(super) struct Begun(usize);

impl<'t> Builder<'t> {
    pub(super) fn new() -> Self {
        Self { last: Tree::Null, entries: Vec::new(), items: Vec::new() }
    }

    /// Returns the value that was told last.
    pub(super) fn finish(self) -> Tree<'t> {
        self.last
    }

    /// Takes a value that has no parts.
    pub(super) fn scalar(&mut self, value: Tree<'t>) {
        self.last = value;
    }

    pub(super) fn begin_map(&self) -> Begun {
        Begun(self.entries.len())
    }

    /// Puts the last value under a key of the map that was begun last.
    pub(super) fn keep_under(&mut self, key: Cow<'t, str>) {
        let value = mem::replace(&mut self.last, Tree::Null);
        self.entries.push((key, value));
    }

    pub(super) fn end_map(&mut self, Begun(before): Begun) {
        self.last = Tree::Map(Map::new(self.entries.split_off(before)));
    }

    pub(super) fn begin_list(&self) -> Begun {
        Begun(self.items.len())
    }

    /// Puts the last value into the list that was begun last.
    pub(super) fn keep_item(&mut self) {
        let item = mem::replace(&mut self.last, Tree::Null);
        self.items.push(item);
    }

    pub(super) fn end_list(&mut self, Begun(before): Begun) {
        self.last = Tree::List(self.items.split_off(before));
    }
}
