//! What a server sends by itself, webhooks and callbacks -> documents of their own, compared like those of operations, the ways turned round.
//!
//! No code is generated for it, so there is nothing in the normal form. Here its path items are put in the place of the paths, under names
//! that no path has, and places lead back to where they stand.

use bindery::source::{DocumentId, Origin, Pointer, Sources};
use bindery::spec::Document;
use serde_json::{Map, Value, json};

use super::change::{Verdict, Wire};
use super::walk::{Placed, Walk};
use super::{components, operations};
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

/// Compares the webhooks and callbacks of two descriptions.
pub(super) fn compare(base: &Side<'_>, revision: &Side<'_>) -> Vec<Placed> {
    let (base, revision) = (Sent::of(base), Sent::of(revision));
    if base.places.is_empty() && revision.places.is_empty() {
        return Vec::new();
    }
    let mut walk = Walk::turned(&base.document, &revision.document);
    operations::compare(&mut walk);
    components::compare_kept(&mut walk);
    let mut placed = walk.finish();
    for Placed { change, .. } in &mut placed {
        change.base.iter_mut().for_each(|origin| *origin = base.origin(origin));
        change.revision.iter_mut().for_each(|origin| *origin = revision.origin(origin));
    }
    placed
}

/// Turns what a change of an operation does round: the server sends, and the client answers.
pub(super) fn turned(rule: &Rule, wire: Wire) -> Wire {
    use Verdict::{Breaking, Compatible};
    let sent = |verdict| Wire { request: None, response: Some(verdict) };
    let answered = |verdict| Wire { request: Some(verdict), response: None };
    let is = |rules: &[&Rule]| rules.contains(&rule);
    if is(&[&rule::PARAMETER_REQUIRED, &rule::PARAMETER_ADDED, &rule::BODY_REQUIRED, &rule::BODY_ADDED]) {
        sent(Compatible)
    } else if is(&[&rule::PARAMETER_OPTIONAL, &rule::PARAMETER_REMOVED, &rule::BODY_OPTIONAL, &rule::BODY_REMOVED]) {
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
    text: DocumentId,
    /// The path items: where they are now, and where they were.
    places: Vec<(Pointer, Pointer)>,
}

impl Sent {
    fn of(side: &Side<'_>) -> Self {
        let root = side.tree;
        let mut items = Items { root, paths: Map::new(), places: Vec::new() };
        items.add_webhooks();
        items.add_callbacks();
        let Items { paths, places, .. } = items;
        let part = |name: &str| root.get(name).cloned().unwrap_or_else(|| json!({}));
        let text = json!({ "openapi": part("openapi"), "info": part("info"), "paths": paths, "components": part("components") });
        let mut sources = Sources::default();
        let id = sources.add("sent", if places.is_empty() { EMPTY.to_owned() } else { text.to_string() });
        let description = bindery::parse::parse(&sources, id).0.unwrap_or_else(|| {
            let id = sources.add("nothing", EMPTY);
            bindery::parse::parse(&sources, id).0.expect("it is a description")
        });
        // What is wrong with it is found where the whole is examined.
        let (document, _) = bindery::spec::resolve(&description, id);
        Self { document, text: side.text, places }
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

struct Items<'a> {
    root: &'a Value,
    paths: Map<String, Value>,
    places: Vec<(Pointer, Pointer)>,
}

impl<'a> Items<'a> {
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
                        // Braces would be placeholders.
                        let shown = address.replace('{', "(").replace('}', ")");
                        let label = format!("{MARK}callback {name} of {} {path} to {shown}", method.to_uppercase());
                        self.add(label.replace(['{', '}'], ":"), item, place.child(address));
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

    fn add(&mut self, name: String, item: &'a Value, place: Pointer) {
        let (item, place) = self.behind(item, place);
        self.places.push((Pointer::root().child("paths").child(&name), place));
        self.paths.insert(name, item.clone());
    }
}

fn members<'v>(value: &'v Value, key: &str) -> impl Iterator<Item = (&'v String, &'v Value)> {
    value.get(key).and_then(Value::as_object).into_iter().flatten()
}
