//! What a server sends by itself, webhooks and callbacks -> documents of their own, compared like those of operations, the ways turned round.
//!
//! No code is generated for it, so there is nothing in the normal form. Here its path items are put in the place of the paths, under names
//! that no path has, and places lead back to where they stand.

use std::collections::{BTreeSet, HashSet};

use bindery::source::{DocumentId, Origin, Pointer, Sources};
use bindery::spec::Document;
use serde_json::{Map, Value, json};

use super::change::{Verdict, Ways, Wire};
use super::operations;
use super::walk::{Placed, Walk};
use crate::rule::{self, Rule};

/// No path begins like this.
const MARK: &str = "/ ";

/// Returns what a webhook or a callback is called, whose path item stands under this name.
pub(super) fn name(path: &str) -> Option<&str> {
    path.strip_prefix(MARK)
}

/// A description as it is written, and its text.
pub(super) struct Side<'a> {
    pub(super) tree: &'a Value,
    pub(super) text: DocumentId,
}

/// Compares the webhooks and callbacks of two descriptions. Of those that are written alike the components are followed in `walk`; others
/// are compared here.
pub(super) fn compare(walk: &mut Walk<'_>, base: &Side<'_>, revision: &Side<'_>) -> Vec<Placed> {
    let (mut old, mut new) = (Items::of(base.tree), Items::of(revision.tree));
    let alike: HashSet<String> = old.list.iter().filter(|item| new.has_alike(item, old.root)).map(|it| it.name.clone()).collect();
    old.list.iter().filter(|item| alike.contains(&item.name)).for_each(|item| follow(walk, old.root, item));
    for items in [&mut old.list, &mut new.list] {
        items.retain(|item| !alike.contains(&item.name));
    }
    if old.list.is_empty() && new.list.is_empty() {
        return Vec::new();
    }
    let (base, revision) = (Sent::new(old, base.text), Sent::new(new, revision.text));
    let mut walk = Walk::turned(&base.document, &revision.document);
    walk.trees = (&base.tree, &revision.tree);
    operations::compare(&mut walk);
    let mut placed = walk.finish();
    for Placed { change, .. } in &mut placed {
        change.base.iter_mut().for_each(|origin| *origin = base.origin(origin));
        change.revision.iter_mut().for_each(|origin| *origin = revision.origin(origin));
    }
    placed
}

/// Follows the components that a path item refers to on both sides: what it sends is read, and what is answered is sent.
fn follow(walk: &mut Walk<'_>, root: &Value, item: &Item<'_>) {
    let (base, revision) = (walk.base, walk.revision);
    let find = |document: &Document, name: &str| document.components.iter().find(|it| it.0 == name).map(|it| it.1);
    for (method, operation) in item.value.as_object().into_iter().flatten().filter(|(_, operation)| operation.is_object()) {
        walk.enter(super::subject::of_operation(&method.to_uppercase(), &item.name), Vec::new());
        for (key, part) in operation.as_object().into_iter().flatten() {
            let ways = if key == "responses" { Ways::REQUEST } else { Ways::RESPONSE };
            for name in References::of(root, part).schemas {
                if let (Some(old), Some(new)) = (find(base, &name), find(revision, &name)) {
                    walk.follow(old, new, ways, None);
                }
            }
        }
    }
}

/// What a part of a description refers to, up to the first schemas that are components.
#[derive(Default)]
struct References {
    /// The names of those schemas.
    schemas: BTreeSet<String>,
    /// The pointers of all else.
    others: BTreeSet<String>,
}

impl References {
    fn of(root: &Value, value: &Value) -> Self {
        let mut found = Self::default();
        let mut pending = vec![value];
        while let Some(value) = pending.pop() {
            match value {
                Value::Object(map) => {
                    let target = map.get("$ref").and_then(Value::as_str).and_then(Pointer::parse);
                    pending.extend(target.filter(|target| found.add(target)).and_then(|target| root.pointer(target.as_str())));
                    pending.extend(map.values());
                }
                Value::Array(list) => pending.extend(list),
                Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
            }
        }
        found
    }

    /// Adds a target, and tells whether there is more behind it.
    fn add(&mut self, target: &Pointer) -> bool {
        let tokens: Vec<_> = target.tokens().collect();
        match tokens.as_slice() {
            [components, schemas, name] if components == "components" && schemas == "schemas" => {
                self.schemas.insert(name.to_string());
                false
            }
            _ => self.others.insert(target.as_str().to_owned()),
        }
    }
}

/// Returns the pointers that values refer to, and what is there refers to.
fn targets<'v>(root: &'v Value, values: impl IntoIterator<Item = &'v Value>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut pending: Vec<&Value> = values.into_iter().collect();
    while let Some(value) = pending.pop() {
        match value {
            Value::Object(map) => {
                let target = map.get("$ref").and_then(Value::as_str).and_then(Pointer::parse);
                if let Some(target) = target.filter(|target| found.insert(target.as_str().to_owned())) {
                    pending.extend(root.pointer(target.as_str()));
                }
                pending.extend(map.values());
            }
            Value::Array(list) => pending.extend(list),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    found
}

/// Turns what a change of an operation does round: the server sends, and the client answers.
pub(super) fn turned(rule: &Rule, wire: Wire) -> Wire {
    use Verdict::{Breaking, Compatible};
    let sent = |verdict| Wire { request: None, response: Some(verdict) };
    let answered = |verdict| Wire { request: Some(verdict), response: None };
    let is = |rules: &[&Rule]| rules.contains(&rule);
    if is(&[&rule::PARAMETER_REQUIRED, &rule::PARAMETER_ADDED, &rule::BODY_REQUIRED, &rule::BODY_ADDED]) {
        sent(Compatible)
    } else if is(&[
        &rule::PARAMETER_OPTIONAL,
        &rule::PARAMETER_REMOVED,
        &rule::PARAMETER_RENAMED,
        &rule::BODY_OPTIONAL,
        &rule::BODY_REMOVED,
    ]) {
        sent(Breaking)
    } else if is(&[&rule::STATUS_REMOVED, &rule::HEADER_REQUIRED]) {
        answered(Breaking)
    } else if is(&[&rule::STATUS_ADDED, &rule::HEADER_ADDED, &rule::HEADER_REMOVED, &rule::HEADER_OPTIONAL]) {
        answered(Compatible)
    } else {
        Wire { request: wire.response, response: wire.request }
    }
}

/// What one side sends.
struct Sent {
    document: Document,
    /// It, as it is written.
    tree: Value,
    text: DocumentId,
    /// The path items: where they are now, and where they were.
    places: Vec<(Pointer, Pointer)>,
}

impl Sent {
    fn new(items: Items<'_>, text: DocumentId) -> Self {
        let now = |item: &Item<'_>| Pointer::root().child("paths").child(&item.name);
        let places = items.list.iter().map(|item| (now(item), item.place.clone())).collect();
        // What is wrong with it is found where the whole is examined.
        let read = |text: String| {
            let mut sources = Sources::default();
            let id = sources.add("sent", text);
            let description = bindery::parse::parse(&sources, id).0?;
            Some(bindery::spec::resolve(&description, id).0)
        };
        let tree = items.description();
        let document = read(tree.to_string()).or_else(|| read(EMPTY.to_owned())).expect("the empty one is a description");
        Self { document, tree, text, places }
    }

    /// Returns where something was.
    fn origin(&self, origin: &Origin) -> Origin {
        let pointer = origin.pointer.as_str();
        let moved = self.places.iter().find_map(|(now, before)| {
            let rest = pointer.strip_prefix(now.as_str()).filter(|rest| rest.is_empty() || rest.starts_with('/'))?;
            Pointer::parse(&format!("{before}{rest}"))
        });
        Origin { document: self.text, pointer: moved.unwrap_or_else(|| origin.pointer.clone()) }
    }
}

const EMPTY: &str = r#"{"openapi": "3.1.0", "info": {"title": "", "version": ""}, "paths": {}}"#;

/// The path items of webhooks and callbacks.
struct Items<'a> {
    root: &'a Value,
    list: Vec<Item<'a>>,
}

struct Item<'a> {
    name: String,
    value: &'a Value,
    place: Pointer,
}

impl<'a> Items<'a> {
    fn of(root: &'a Value) -> Self {
        let mut items = Self { root, list: Vec::new() };
        items.add_webhooks();
        items.add_callbacks();
        items
    }

    /// Tells whether an item of another description is written alike here, up to the components that it refers to.
    fn has_alike(&self, item: &Item<'_>, root: &Value) -> bool {
        let own = self.list.iter().find(|other| other.name == item.name);
        let targets = || References::of(root, item.value).others;
        own.is_some_and(|own| own.value == item.value && targets().iter().all(|it| root.pointer(it) == self.root.pointer(it)))
    }

    fn add_webhooks(&mut self) {
        for key in ["webhooks", "x-webhooks"] {
            for (name, item) in members(self.root, key) {
                self.add(format!("{MARK}webhook {name}"), item, Pointer::root().child(key).child(name));
            }
        }
    }

    fn add_callbacks(&mut self) {
        for (path, item) in members(self.root, "paths") {
            for (method, operation) in item.as_object().into_iter().flatten() {
                let place = Pointer::root().child("paths").child(path).child(method).child("callbacks");
                for (name, callback) in members(operation, "callbacks") {
                    let (callback, place) = self.behind(callback, place.child(name));
                    for (address, item) in callback.as_object().into_iter().flatten().filter(|(key, _)| !key.starts_with("x-")) {
                        let label = format!("callback {name} of {} {path} to {address}", method.to_uppercase());
                        // Braces would be placeholders.
                        let label = label.replace('{', "(").replace('}', ")");
                        self.add(format!("{MARK}{label}"), item, place.child(address));
                    }
                }
            }
        }
    }

    /// Follows a reference to a component.
    fn behind(&self, value: &'a Value, place: Pointer) -> (&'a Value, Pointer) {
        let target = value.get("$ref").and_then(Value::as_str).and_then(Pointer::parse);
        let found = target.and_then(|target| Some((self.root.pointer(target.as_str())?, target)));
        found.unwrap_or((value, place))
    }

    fn add(&mut self, name: String, value: &'a Value, place: Pointer) {
        let (value, place) = self.behind(value, place);
        self.list.push(Item { name, value, place });
    }

    /// Makes a description of them, with what they refer to in its place.
    fn description(&self) -> Value {
        let part = |name: &str| self.root.get(name).cloned().unwrap_or_else(|| json!({}));
        let paths: Map<_, _> = self.list.iter().map(|item| (item.name.clone(), item.value.clone())).collect();
        let mut whole = json!({ "openapi": part("openapi"), "info": part("info"), "paths": paths });
        for target in targets(self.root, self.list.iter().map(|item| item.value)) {
            if let (Some(value), Some(pointer)) = (self.root.pointer(&target), Pointer::parse(&target)) {
                put(&mut whole, &pointer, value);
            }
        }
        whole
    }
}

/// Puts a value at a place, unless something is there.
fn put(whole: &mut Value, pointer: &Pointer, value: &Value) {
    if whole.pointer(pointer.as_str()).is_some() {
        return;
    }
    let mut at = whole;
    for token in pointer.tokens() {
        let Value::Object(map) = at else { return };
        at = map.entry(token.into_owned()).or_insert_with(|| json!({}));
    }
    *at = value.clone();
}

fn members<'v>(value: &'v Value, key: &str) -> impl Iterator<Item = (&'v String, &'v Value)> {
    value.get(key).and_then(Value::as_object).into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Without a version, what is sent is no description; the empty one always is.
    #[test]
    fn what_can_not_be_read_sends_nothing() {
        let root = json!({ "webhooks": { "a": { "post": 5 }, "b": 7 } });
        let mut sources = Sources::default();
        let text = sources.add("a", "");
        let sent = Sent::new(Items::of(&root), text);
        assert!(sent.document.operations.is_empty());
        assert_eq!(sent.places.len(), 2);
    }
}
