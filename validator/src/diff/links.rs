//! The links of two answers -> what changes between them (OpenAPI 3.0.3, "Link Object").
//!
//! Nothing is generated for links, so that they are not in the normal form; they are read where they are written.

use bindery::source::{Origin, Pointer};
use bindery::spec::Response;
use serde_json::{Map, Value};

use super::change::Verdict;
use super::draft::Draft;
use super::rest;
use super::walk::Walk;
use super::words;
use crate::rule;

/// Compares links by their names. Whoever follows one of the base finds none, or another.
pub(super) fn compare(walk: &mut Walk<'_>, old: &Response, new: &Response) {
    let (base, revision) = walk.trees;
    let (written, rewritten) = (links(base, &old.origin), links(revision, &new.origin));
    for (name, link) in &written {
        let Some(other) = rewritten.get(name) else { continue };
        let differ = words_of(link, other);
        let places = (old.origin.child("links").child(name), new.origin.child("links").child(name));
        walk.add_words(words::change(&differ, &places.0, &places.1, &format!("the link `{name}`")));
    }
    let plain = |links: Map<String, Value>| links.into_iter().map(|(name, link)| (name, plain(link))).collect();
    let (before, after): (Map<_, _>, Map<_, _>) = (plain(written), plain(rewritten));
    let mut add = |name: &str, verdict: Verdict, message: String| {
        let place = |origin: &Origin, there: bool| if there { origin.child("links").child(name) } else { origin.clone() };
        let there = |links: &Map<String, Value>| links.contains_key(name);
        let places = (place(&old.origin, there(&before)), place(&new.origin, there(&after)));
        let draft = Draft::new(&rule::LINK_CHANGED, Some(&places.0), Some(&places.1), message);
        walk.add_apart(draft.about(name).response(verdict), "links");
    };
    for (name, link) in &before {
        match after.get(name) {
            None => add(name, Verdict::Unknown, format!("the link `{name}` is gone")),
            Some(other) if other != link => add(name, Verdict::Unknown, format!("the link `{name}` leads elsewhere")),
            Some(_) => {}
        }
    }
    for name in after.keys().filter(|name| !before.contains_key(*name)) {
        add(name, Verdict::Compatible, format!("the link `{name}` is new"));
    }
}

/// Returns the links of an answer by their names.
fn links(tree: &Value, answer: &Origin) -> Map<String, Value> {
    let links = tree.pointer(answer.pointer.as_str()).and_then(|answer| answer.get("links")).and_then(Value::as_object);
    links.into_iter().flatten().map(|(name, link)| (name.clone(), behind(tree, link).clone())).collect()
}

fn behind<'v>(tree: &'v Value, link: &'v Value) -> &'v Value {
    let target = link.get("$ref").and_then(Value::as_str).and_then(Pointer::parse);
    target.and_then(|target| tree.pointer(target.as_str())).unwrap_or(link)
}

/// Returns a link without what it says to people.
fn plain(mut link: Value) -> Value {
    if let Value::Object(link) = &mut link {
        link.retain(|key, _| !is_word(key));
    }
    link
}

/// Lists what two links say to people that differs.
fn words_of(old: &Value, new: &Value) -> Vec<String> {
    let links = old.as_object().zip(new.as_object());
    links.map(|(old, new)| rest::between(old, new, |key| !is_word(key), rest::called)).unwrap_or_default()
}

fn is_word(key: &str) -> bool {
    key == "description" || key.starts_with("x-")
}
