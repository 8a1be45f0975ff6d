//! What the server remembers of the items that clients created.
//!
//! Collections go by their concrete path, so those of two owners are two. Items keep the order of their creation and a number that is
//! never given again, by which a page finds its place even when items before it are gone.

use std::collections::HashMap;

use serde_json::Value;

/// The segments of a concrete path, decoded.
pub(crate) type Path = [String];

/// One item.
#[derive(Debug)]
struct Item {
    number: u64,
    id: String,
    value: Value,
}

/// All collections.
#[derive(Debug, Default)]
pub(crate) struct Store {
    collections: HashMap<Vec<String>, Vec<Item>>,
    /// How many identifiers each resource has given out, by its position.
    identifiers: HashMap<usize, u64>,
    last_number: u64,
}

/// Which items a page has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Window {
    /// Only items with a higher number.
    pub(crate) after: u64,
    /// How many of them are passed over.
    pub(crate) skip: usize,
    /// How many it has at most.
    pub(crate) limit: usize,
}

/// Some items of a collection.
#[derive(Debug)]
pub(crate) struct Page {
    /// The items.
    pub(crate) values: Vec<Value>,
    /// The number of the last item, if others follow it.
    pub(crate) next: Option<u64>,
    /// How many items the collection has.
    pub(crate) total: usize,
}

impl Store {
    /// Counts the identifiers of a resource up by one.
    pub(crate) fn next_identifier(&mut self, resource: usize) -> u64 {
        let last = self.identifiers.entry(resource).or_default();
        *last += 1;
        *last
    }

    /// Stores an item: a new one at the end, one with a known identifier in its place.
    pub(crate) fn put(&mut self, collection: &Path, id: &str, value: Value) {
        let items = self.collections.entry(collection.to_vec()).or_default();
        match items.iter_mut().find(|item| item.id == id) {
            Some(item) => item.value = value,
            None => {
                self.last_number += 1;
                items.push(Item { number: self.last_number, id: id.to_owned(), value });
            }
        }
    }

    /// Returns an item.
    pub(crate) fn get(&self, collection: &Path, id: &str) -> Option<&Value> {
        self.collections.get(collection)?.iter().find(|item| item.id == id).map(|item| &item.value)
    }

    /// Removes an item.
    pub(crate) fn remove(&mut self, collection: &Path, id: &str) {
        if let Some(items) = self.collections.get_mut(collection) {
            items.retain(|item| item.id != id);
        }
    }

    /// Returns a page of a collection; one that nobody has put anything into is empty.
    pub(crate) fn page(&self, collection: &Path, window: Window) -> Page {
        let items = self.collections.get(collection).map(Vec::as_slice).unwrap_or_default();
        let mut rest = items.iter().filter(|item| item.number > window.after).skip(window.skip);
        let page: Vec<&Item> = rest.by_ref().take(window.limit).collect();
        let last = page.last().map_or(window.after, |item| item.number);
        Page { next: rest.next().map(|_| last), values: page.iter().map(|item| item.value.clone()).collect(), total: items.len() }
    }
}
