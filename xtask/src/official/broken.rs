//! A description -> the same, broken in one place: a key that is misspelt, a member that is missing, a value of another type.
//!
//! One place of each sort is enough: what stands under `paths` is the same whatever the path is.

use std::collections::HashSet;

use bindery::kind::Kind;
use serde_json::{Value, json};

/// A way to break a member of an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Break {
    Remove,
    Misspell,
    Number,
    Text,
    List,
    Object,
}

const ALL: [Break; 6] = [Break::Remove, Break::Misspell, Break::Number, Break::Text, Break::List, Break::Object];

/// A sort of place: the version, what the object is, the key, and the way to break it.
pub(super) type Sort = (String, String, String, Break);

/// Calls `look` with every broken description of a sort that was not tried before, and what is broken in it.
pub(super) fn each(tree: &Value, tried: &mut HashSet<Sort>, mut look: impl FnMut(&str, &Value)) {
    let version = tree.get("openapi").or_else(|| tree.get("swagger")).and_then(Value::as_str).unwrap_or_default();
    let version: String = version.chars().take(3).collect();
    let mut places = Vec::new();
    collect(tree, Kind::Root, &mut Vec::new(), &mut places);
    for (pointer, kind, key) in places {
        for way in ALL {
            let is_free = matches!(kind, Kind::MapOf(_) | Kind::Callback);
            let key_of_sort = if is_free { "*" } else { key.as_str() };
            // Parts without references are told apart by the key that they stand under.
            let name = if kind == Kind::Plain { pointer.rsplit('/').find(|token| token.parse::<usize>().is_err()) } else { None };
            let object = format!("{kind:?} {}", name.unwrap_or_default());
            if tried.insert((version.clone(), object, key_of_sort.to_owned(), way))
                && let Some(broken) = broken(tree, &pointer, &key, way)
            {
                look(&format!("{pointer}/{key} {way:?}"), &broken);
            }
        }
    }
}

/// Collects the members of all objects: the pointer to the object, what it is, and the key.
fn collect(node: &Value, kind: Kind, way: &mut Vec<String>, places: &mut Vec<(String, Kind, String)>) {
    if kind == Kind::Data {
        return;
    }
    match node {
        Value::Object(map) => {
            for (key, value) in map {
                places.push((way.concat(), kind, key.clone()));
                way.push(format!("/{}", key.replace('~', "~0").replace('/', "~1")));
                collect(value, kind.child(key), way, places);
                way.pop();
            }
        }
        Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                way.push(format!("/{index}"));
                collect(value, kind.item(), way, places);
                way.pop();
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Returns the description with one member broken, unless it is so already.
fn broken(tree: &Value, pointer: &str, key: &str, way: Break) -> Option<Value> {
    let mut tree = tree.clone();
    let map = tree.pointer_mut(pointer)?.as_object_mut()?;
    let value = map.get(key)?.clone();
    let other = match way {
        Break::Remove => None,
        Break::Misspell => {
            map.insert(format!("{key}q"), value);
            None
        }
        Break::Number if !value.is_number() => Some(json!(5)),
        Break::Text if !value.is_string() => Some(json!("text")),
        Break::List if !value.is_array() => Some(json!([])),
        Break::Object if !value.is_object() => Some(json!({})),
        Break::Number | Break::Text | Break::List | Break::Object => return None,
    };
    match other {
        Some(other) => map.insert(key.to_owned(), other),
        None => map.shift_remove(key),
    };
    Some(tree)
}
