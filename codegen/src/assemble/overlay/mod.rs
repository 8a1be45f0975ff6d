//! Overlays -> a changed description (OpenAPI Overlay 1.0 and 1.1): actions that update or remove what a JSONPath selects, in order.
//!
//! They change the root as it is written, before other files are read: what a path selects is what a reader of the root sees. What comes
//! from an overlay keeps its place in the overlay, and references in it are relative to the description.

mod evaluate;
mod path;

use std::path::Path;

use self::evaluate::{Location, MAX_STEPS, Step, select};
use self::path::Query;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity, nearest};
use crate::parse::nodes::{Content, Map, Node, read_nodes};
use crate::source::{DocumentId, Sources};

/// Applies the overlay of a file, and returns its text.
pub(super) fn apply(sources: &mut Sources, path: &Path, root: &mut Node, found: &mut Diagnostics) -> Option<DocumentId> {
    let document = sources.load(path).map_err(|problem| found.push(problem)).ok()?;
    let (overlay, problems) = read_nodes(sources, document).map_err(|problem| found.push(problem)).ok()?;
    found.append(problems);
    let version = check(&overlay, &sources.get(root.origin.document).name, found)?;
    let mut left = MAX_ADDED;
    for action in overlay.get("actions").and_then(Node::as_list).unwrap_or_default() {
        apply_action(action, version, root, &mut left, found);
    }
    Some(document)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Version {
    V10,
    V11,
}

/// How many nodes an overlay may add. Each update can multiply the description by itself.
const MAX_ADDED: usize = 5_000_000;

const KEYS: [&str; 4] = ["overlay", "info", "extends", "actions"];
const ACTION_KEYS: [&str; 5] = ["target", "description", "update", "remove", "copy"];

/// Checks the outer parts of an overlay.
fn check(overlay: &Node, description: &str, found: &mut Diagnostics) -> Option<Version> {
    let place = &overlay.origin;
    let Some(version) = overlay.get("overlay") else {
        let message = "this is no overlay: it has no `overlay`";
        found.push(Diagnostic::new(Code::BadOverlay, place.clone(), message).help("begin it with `overlay: 1.0.0`"));
        return None;
    };
    let text = version.to_value().to_string();
    let version = match text.trim_matches('"').split('.').collect::<Vec<_>>().as_slice() {
        ["1", "0", ..] => Version::V10,
        ["1", "1", ..] => Version::V11,
        _ => {
            let message = format!("version {text} of overlays is not read");
            found.push(Diagnostic::new(Code::UnsupportedVersion, version.origin.clone(), message).help("1.0 and 1.1 are"));
            return None;
        }
    };
    for part in ["title", "version"].iter().filter(|part| overlay.get("info").and_then(|info| info.get(part)).is_none()) {
        let doubtful = Diagnostic::new(Code::BadOverlay, place.clone(), format!("this overlay has no `info.{part}`"));
        found.push(Diagnostic { severity: Severity::Warning, ..doubtful });
    }
    if overlay.get("actions").and_then(Node::as_list).is_none_or(<[Node]>::is_empty) {
        found.push(Diagnostic::new(Code::BadOverlay, place.clone(), "this overlay has no list of `actions`"));
    }
    report_unknown_keys(overlay, &KEYS, found);
    check_extends(overlay, description, found);
    Some(version)
}

/// An overlay may say which description it is for; the file's name tells whether it is this one.
fn check_extends(overlay: &Node, description: &str, found: &mut Diagnostics) {
    let Some(extends) = overlay.get("extends") else { return };
    let name = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
    let target = extends.as_str().unwrap_or_default();
    if name(target) != name(description) {
        let message = format!("this overlay is made for `{target}`");
        let doubtful = Diagnostic::new(Code::BadOverlay, extends.origin.clone(), message);
        let doubtful = doubtful.help(format!("it is applied to {} all the same", name(description)));
        found.push(Diagnostic { severity: Severity::Warning, ..doubtful });
    }
}

fn report_unknown_keys(node: &Node, known: &[&str], found: &mut Diagnostics) {
    for (key, value) in node.as_map().into_iter().flatten() {
        if !known.contains(&key.as_str()) && !key.starts_with("x-") {
            let message = format!("`{key}` is not a keyword of overlays here, and is not used");
            let unknown = Diagnostic::new(Code::UnknownKeyword, value.origin.clone(), message);
            found.push(match nearest(key, known.iter().copied()) {
                _ if key == "copy" => unknown.help("it came with version 1.1 of overlays"),
                Some(near) => unknown.help(format!("did you mean `{near}`?")),
                None => unknown,
            });
        }
    }
}

/// Does what an action says; `left` is how many nodes may still be added.
fn apply_action(action: &Node, version: Version, root: &mut Node, left: &mut usize, found: &mut Diagnostics) {
    let keys = if version == Version::V10 { &ACTION_KEYS[..4] } else { &ACTION_KEYS };
    report_unknown_keys(action, keys, found);
    let Some(target) = action.get("target") else {
        found.push(Diagnostic::new(Code::BadOverlay, action.origin.clone(), "this action has no `target`"));
        return;
    };
    let Some(locations) = locations(target, root, found) else { return };
    if locations.is_empty() {
        let message = format!("`{}` selects nothing of the description", target.as_str().unwrap_or_default());
        found.push(Diagnostic::new(Code::UnusedAction, target.origin.clone(), message));
    }
    if action.get("remove").is_some_and(Node::is_true) {
        return remove(target, locations, root, found);
    }
    if version == Version::V11
        && let Some(copied) = action.get("copy").and_then(|from| single(from, root, found))
    {
        update_all(target, &locations, &copied, root, left, found);
    }
    match action.get("update") {
        Some(update) => update_all(target, &locations, update, root, left, found),
        None if action.get("remove").is_none() && action.get("copy").is_none() => {
            let message = "this action does nothing: it has neither `update` nor `remove`";
            let doubtful = Diagnostic::new(Code::BadOverlay, action.origin.clone(), message);
            found.push(Diagnostic { severity: Severity::Warning, ..doubtful });
        }
        None => {}
    }
}

/// Finds what a JSONPath selects.
fn locations(path: &Node, root: &Node, found: &mut Diagnostics) -> Option<Vec<Location>> {
    let Some(text) = path.as_str() else {
        found.push(Diagnostic::new(Code::BadOverlay, path.origin.clone(), "a JSONPath is a string that begins with `$`"));
        return None;
    };
    match Query::parse(text) {
        Ok(query) => {
            let selected = select(&query, root);
            if selected.is_none() {
                let message = format!("`{text}` looks at more than {MAX_STEPS} nodes");
                found.push(
                    Diagnostic::new(Code::BadOverlay, path.origin.clone(), message).help("use fewer filters within filters"),
                );
            }
            selected
        }
        Err(problem) => {
            let message = format!("`{text}` is no JSONPath: {}", problem.message);
            let bad = Diagnostic::new(Code::BadOverlay, path.origin.clone(), message);
            found.push(match problem.help {
                Some(help) => bad.help(help),
                None => bad,
            });
            None
        }
    }
}

/// Returns a copy of the one node that a JSONPath selects.
fn single(path: &Node, root: &Node, found: &mut Diagnostics) -> Option<Node> {
    let locations = locations(path, root, found)?;
    match locations.as_slice() {
        [location] => find(root, location).cloned(),
        _ => {
            let message = format!("`copy` has to select one node, and selects {}", locations.len());
            found.push(Diagnostic::new(Code::BadOverlay, path.origin.clone(), message));
            None
        }
    }
}

fn find<'n>(root: &'n Node, location: &[Step]) -> Option<&'n Node> {
    location.iter().try_fold(root, |node, step| match (step, &node.content) {
        (Step::Key(key), Content::Map(map)) => map.get(key),
        (Step::Index(index), Content::List(list)) => list.get(*index),
        _ => None,
    })
}

fn find_mut<'n>(root: &'n mut Node, location: &[Step]) -> Option<&'n mut Node> {
    location.iter().try_fold(root, |node, step| match (step, &mut node.content) {
        (Step::Key(key), Content::Map(map)) => map.get_mut(key),
        (Step::Index(index), Content::List(list)) => list.get_mut(*index),
        _ => None,
    })
}

/// Removes from the end on, so that the places of what comes before stay what they are.
fn remove(target: &Node, mut locations: Vec<Location>, root: &mut Node, found: &mut Diagnostics) {
    locations.sort();
    for location in locations.iter().rev() {
        let Some((last, holder)) = location.split_last() else {
            found.push(Diagnostic::new(Code::BadOverlay, target.origin.clone(), "the whole description can't be removed"));
            continue;
        };
        match (last, find_mut(root, holder).map(|node| &mut node.content)) {
            (Step::Key(key), Some(Content::Map(map))) => drop(map.shift_remove(key)),
            (Step::Index(index), Some(Content::List(list))) if *index < list.len() => drop(list.remove(*index)),
            _ => {}
        }
    }
}

fn update_all(target: &Node, locations: &[Location], update: &Node, root: &mut Node, left: &mut usize, found: &mut Diagnostics) {
    let Some(rest) = left.checked_sub(update.size().saturating_mul(locations.len())) else {
        let message = format!("this overlay would add more than {MAX_ADDED} nodes");
        found.push(Diagnostic::new(Code::BadOverlay, target.origin.clone(), message));
        return;
    };
    *left = rest;
    for location in locations {
        // An update further up may have put something else there.
        let Some(node) = find_mut(root, location) else { continue };
        match (&mut node.content, &update.content) {
            (Content::Map(map), Content::Map(update)) => merge(map, update),
            (Content::Map(_), Content::Scalar(_) | Content::List(_)) => {
                let message = "an object can only be updated with an object";
                let bad = Diagnostic::new(Code::BadOverlay, update.origin.clone(), message);
                found.push(bad.related("this is the object", node.origin.clone()));
            }
            (Content::List(list), Content::List(update)) => list.extend(update.iter().cloned()),
            (Content::List(list), Content::Map(_) | Content::Scalar(_)) => list.push(update.clone()),
            (Content::Scalar(_), _) => {
                let message = "the target of an update has to be an object or a list";
                let bad = Diagnostic::new(Code::BadOverlay, target.origin.clone(), message);
                let bad = bad.help("select what holds the value, and update it with an object that has the key");
                found.push(bad.related("this is neither", node.origin.clone()));
            }
        }
    }
}

/// Puts entries into a mapping: objects are merged, lists joined, everything else takes the place of what was there.
fn merge(map: &mut Map, update: &Map) {
    for (key, value) in update {
        match (map.get_mut(key).map(|node| &mut node.content), &value.content) {
            (Some(Content::Map(inner)), Content::Map(update)) => merge(inner, update),
            (Some(Content::List(list)), Content::List(update)) => list.extend(update.iter().cloned()),
            _ => drop(map.insert(key.clone(), value.clone())),
        }
    }
}
