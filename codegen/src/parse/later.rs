//! A tree of OpenAPI 3.1 or 3.2 -> [`Description`]: what `openapiv3` has types for, with an empty schema wherever a schema stands.
//!
//! The schemas stay in the tree, where `spec` reads them by their pointers. So everything but schemas has one reader for all versions.

use foldhash::HashMap;
use indexmap::IndexMap;
use openapiv3::{OpenAPI, Operation, PathItem, ReferenceOr};
use serde_json::{Map, Value};

use super::aside::Aside;
use super::objects::{DEFINITIONS, EXAMPLE, Object, PARAMETER, Presence, ROOT, SECURITY_SCHEME, Shape};
use crate::source::Pointer;

/// A description of any version that is read.
#[derive(Debug)]
pub struct Description {
    /// What all versions have in common. In later versions than 3.0 each schema is empty here.
    pub openapi: OpenAPI,
    /// The rest of a later version than 3.0.
    pub(crate) later: Option<Later>,
    /// What a text said besides.
    pub(crate) aside: Aside,
}

/// What OpenAPI 3.1 and 3.2 have besides.
#[derive(Debug)]
pub(crate) struct Later {
    /// The whole text.
    pub(crate) tree: Value,
    /// `components.pathItems`.
    pub(crate) path_items: IndexMap<String, ReferenceOr<PathItem>>,
    /// The operations that 3.2 added to each path item, by where that is.
    pub(crate) operations: HashMap<Pointer, Vec<MoreOperation>>,
}

/// An operation of a path item that 3.0 has no place for.
#[derive(Debug)]
pub(crate) struct MoreOperation {
    /// Where it is.
    pub(crate) pointer: Pointer,
    /// Its method.
    pub(crate) method: String,
    /// The operation.
    pub(crate) operation: Operation,
}

/// A description of OpenAPI 3.0 that a program made. `Encoding::explode` of false is taken for not said, which [`OpenAPI`] can't tell
/// apart.
impl From<OpenAPI> for Description {
    fn from(openapi: OpenAPI) -> Self {
        Self { openapi, later: None, aside: Aside::default() }
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

/// Tells whether a schema stands at a place, where no `$ref` is on the way.
pub(crate) fn is_schema_position(pointer: &Pointer) -> bool {
    static SHAPE: Shape = Shape::Object(&ROOT);
    let shape = pointer.tokens().fold(&SHAPE, |shape, token| match shape {
        Shape::List(_) | Shape::OneOrMany(_) => shape.item(),
        _ if shape.is_later_schema() && token == "definitions" => &DEFINITIONS,
        _ => shape.entry(&token),
    });
    shape.is_later_schema()
}

/// Reads a tree that was walked.
pub(super) fn describe(tree: Value, aside: Aside) -> Result<Description, serde_json::Error> {
    let mut shell = object_shell(&tree, &ROOT);
    let mut operations = HashMap::default();
    for section in [&["paths"][..], &["components", "pathItems"]] {
        let pointer = section.iter().fold(Pointer::root(), |pointer, token| pointer.child(token));
        let items = section.iter().try_fold(&mut shell, |node, token| node.get_mut(*token)).and_then(Value::as_object_mut);
        for (name, item) in items.into_iter().flatten() {
            let pointer = pointer.child(name);
            let more = more_operations(&pointer, item)?;
            operations.extend((!more.is_empty()).then_some((pointer, more)));
        }
    }
    let path_items = match shell.pointer_mut("/components/pathItems").map(Value::take) {
        None | Some(Value::Null) => IndexMap::new(),
        Some(path_items) => serde_json::from_value(path_items)?,
    };
    let openapi = serde_json::from_value(shell)?;
    Ok(Description { openapi, later: Some(Later { tree, path_items, operations }), aside })
}

/// Takes out of a path item the operations that `openapiv3` has no place for.
fn more_operations(pointer: &Pointer, item: &mut Value) -> Result<Vec<MoreOperation>, serde_json::Error> {
    let query = item.get_mut("query").map(Value::take).filter(|query| !query.is_null());
    let query = query.map(|operation| (pointer.child("query"), "QUERY".to_owned(), operation));
    let list = pointer.child("additionalOperations");
    let additional = match item.get_mut("additionalOperations").map(Value::take) {
        Some(Value::Object(map)) => map,
        _ => Map::new(),
    };
    let additional = additional.into_iter().map(|(method, operation)| (list.child(&method), method, operation));
    query
        .into_iter()
        .chain(additional)
        .map(|(pointer, method, operation)| {
            let operation = serde_json::from_value(operation)?;
            Ok(MoreOperation { pointer, method, operation })
        })
        .collect()
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
    for field in object.fields.iter().filter(|field| matches!(field.presence, Presence::RequiredBefore(_))) {
        let empty = if matches!(field.shape, Shape::Text) { Value::String(String::new()) } else { Value::Object(Map::new()) };
        copy.entry(field.key).or_insert(empty);
    }
    spell_as_30(&mut copy, object);
    Value::Object(copy)
}

/// Spells the values that later versions added as 3.0 spells the nearest; `spec` looks at the tree to tell them apart.
fn spell_as_30(copy: &mut Map<String, Value>, object: &'static Object) {
    let is = |other: *const Object| std::ptr::eq(object, other);
    let says = |copy: &Map<String, Value>, key: &str, word: &str| copy.get(key).is_some_and(|value| value == word);
    if is(&raw const SECURITY_SCHEME) && says(copy, "type", "mutualTLS") {
        copy.insert("type".to_owned(), "http".into());
        copy.insert("scheme".to_owned(), "mutualTLS".into());
    }
    if is(&raw const PARAMETER) && says(copy, "in", "querystring") {
        copy.insert("in".to_owned(), "query".into());
    }
    if is(&raw const PARAMETER) && says(copy, "style", "cookie") {
        copy.insert("style".to_owned(), "form".into());
    }
    if is(&raw const EXAMPLE)
        && let Some(data) = copy.get("dataValue").cloned()
    {
        copy.entry("value").or_insert(data);
    }
}
