//! The components of two documents, whether an operation uses them or not: what came, what went, and what has another name.

use std::collections::HashMap;

use bindery::spec::{Document, SchemaId};

use super::change::Ways;
use super::draft::{Draft, base_spot, revision_spot};
use super::view::shape;
use super::walk::Walk;
use crate::rule;

/// A component and its name.
type Component = (String, SchemaId);

/// Compares components by their names, and those that are left by their looks.
pub(super) fn compare(walk: &mut Walk<'_>) {
    let (base, revision) = (walk.base, walk.revision);
    let named = |list: &[Component], name: &str| list.iter().any(|(other, _)| other == name);
    let gone: Vec<_> = base.components.iter().filter(|(name, _)| !named(&revision.components, name)).collect();
    let come: Vec<_> = revision.components.iter().filter(|(name, _)| !named(&base.components, name)).collect();
    let others: HashMap<_, _> = revision.components.iter().map(|(name, id)| (name, *id)).collect();
    for (name, id) in &base.components {
        if let Some(other) = others.get(name) {
            walk.enter("", Vec::new());
            walk.follow(*id, *other, Ways::NONE, None);
        }
    }
    let renamed = renames(base, &gone, revision, &come);
    for (old, new) in &renamed {
        let places = (&base.schemas[old.1].origin, &revision.schemas[new.1].origin);
        let spots = vec![base_spot(places.0.pointer.as_str()), revision_spot(places.1.pointer.as_str())];
        walk.enter(&old.0, spots);
        let message = format!("schema `{}` is called `{}`", old.0, new.0);
        walk.add(Draft::new(&rule::SCHEMA_RENAMED, Some(places.0), Some(places.1), message));
        walk.follow(old.1, new.1, Ways::NONE, None);
    }
    for (name, id) in gone.iter().filter(|it| !renamed.iter().any(|(old, _)| old.0 == it.0)) {
        let place = &base.schemas[*id].origin;
        walk.enter(name, vec![base_spot(place.pointer.as_str())]);
        walk.add(Draft::new(&rule::SCHEMA_REMOVED, Some(place), None, format!("schema `{name}` is gone")));
    }
    for (name, id) in come.iter().filter(|it| !renamed.iter().any(|(_, new)| new.0 == it.0)) {
        let place = &revision.schemas[*id].origin;
        walk.enter(name, vec![revision_spot(place.pointer.as_str())]);
        walk.add(Draft::new(&rule::SCHEMA_ADDED, None, Some(place), format!("schema `{name}` is new")));
    }
}

/// Pairs of components that look the same, where no other does.
fn renames<'a>(
    base: &Document,
    gone: &[&'a Component],
    revision: &Document,
    come: &[&'a Component],
) -> Vec<(&'a Component, &'a Component)> {
    if gone.is_empty() || come.is_empty() {
        return Vec::new();
    }
    let old: Vec<_> = gone.iter().map(|it| shape(base, &[it.1])).collect();
    let new: Vec<_> = come.iter().map(|it| shape(revision, &[it.1])).collect();
    let alone = |list: &[String], shape: &String| list.iter().filter(|it| *it == shape).count() == 1;
    let mut pairs = Vec::new();
    for (it, shape) in gone.iter().zip(&old) {
        let at = new.iter().position(|other| other == shape);
        if let Some(at) = at.filter(|_| alone(&old, shape) && alone(&new, shape)) {
            pairs.push((*it, come[at]));
        }
    }
    pairs
}
