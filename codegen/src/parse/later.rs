//! A tree of OpenAPI 3.1 or 3.2 -> [`Description`]: what `openapiv3` has types for, with an empty schema wherever a schema stands.
//!
//! The schemas stay in the tree, where `spec` reads them by their pointers. So everything but schemas has one reader for all versions.

use indexmap::IndexMap;
use openapiv3::{OpenAPI, PathItem, ReferenceOr};
use serde_json::{Map, Value};

use super::objects::{Object, Presence, ROOT, SECURITY_SCHEME, Shape};
use crate::source::Pointer;

/// A description of any version that is read.
#[derive(Debug)]
pub struct Description {
    /// What all versions have in common. In later versions than 3.0 each schema is empty here.
    pub openapi: OpenAPI,
    /// The rest of a later version than 3.0.
    pub(crate) later: Option<Later>,
}

/// What OpenAPI 3.1 and 3.2 have besides.
#[derive(Debug)]
pub(crate) struct Later {
    /// The whole text.
    pub(crate) tree: Value,
    /// `components.pathItems`.
    pub(crate) path_items: IndexMap<String, ReferenceOr<PathItem>>,
}

/// A description of OpenAPI 3.0 that a program made.
impl From<OpenAPI> for Description {
    fn from(openapi: OpenAPI) -> Self {
        Self { openapi, later: None }
    }
}

impl Later {
    /// Returns the node that a pointer leads to.
    pub(crate) fn at(&self, pointer: &Pointer) -> Option<&Value> {
        pointer.tokens().try_fold(&self.tree, |node, token| match node {
            Value::Object(map) => map.get(token.as_ref()),
            Value::Array(list) => list.get(token.parse::<usize>().ok()?),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
        })
    }
}

/// Reads a tree that was walked.
pub(super) fn describe(tree: Value) -> Result<Description, serde_json::Error> {
    let mut shell = object_shell(&tree, &ROOT);
    let path_items = match shell.pointer_mut("/components/pathItems").map(Value::take) {
        None | Some(Value::Null) => IndexMap::new(),
        Some(path_items) => serde_json::from_value(path_items)?,
    };
    let openapi = serde_json::from_value(shell)?;
    Ok(Description { openapi, later: Some(Later { tree, path_items }) })
}

/// Copies a node as `openapiv3` takes it.
fn shell(node: &Value, shape: &'static Shape) -> Value {
    match (shape, node) {
        (Shape::Ref(_), Value::Object(map)) if map.get("$ref").is_some_and(Value::is_string) => {
            Value::Object(Map::from_iter([("$ref".to_owned(), map["$ref"].clone())]))
        }
        (shape, _) if shape.is_later_schema() && !node.is_null() => Value::Object(Map::new()),
        (Shape::Object(object) | Shape::Ref(object), _) => object_shell(node, object),
        (_, Value::Object(map)) => {
            Value::Object(map.iter().map(|(key, value)| (key.clone(), shell(value, shape.entry(key)))).collect())
        }
        (_, Value::Array(list)) => list.iter().map(|item| shell(item, shape.item())).collect(),
        (_, Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_)) => node.clone(),
    }
}

fn object_shell(node: &Value, object: &'static Object) -> Value {
    let Value::Object(map) = node else { return node.clone() };
    let mut copy: Map<_, _> = map.iter().map(|(key, value)| (key.clone(), shell(value, object.entry(key)))).collect();
    for field in object.fields.iter().filter(|field| field.presence == Presence::RequiredIn30) {
        let empty = if matches!(field.shape, Shape::Text) { Value::String(String::new()) } else { Value::Object(Map::new()) };
        copy.entry(field.key).or_insert(empty);
    }
    if std::ptr::eq(object, &raw const SECURITY_SCHEME) && copy.get("type").and_then(Value::as_str) == Some("mutualTLS") {
        // It concerns the connection; `spec` leaves it to the caller like an unknown scheme of HTTP.
        copy.insert("type".to_owned(), "http".into());
        copy.insert("scheme".to_owned(), "mutualTLS".into());
    }
    Value::Object(copy)
}
