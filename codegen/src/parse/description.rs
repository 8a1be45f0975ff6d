//! A tree of OpenAPI -> [`Description`]: `openapiv3` reads what is no schema and no free value; those stay in the tree, where `spec` reads
//! them by their pointers.
//!
//! So each has one reader for all versions, and `openapiv3`, whose untagged enums keep a copy of a value for each level that it is nested,
//! sees nothing that is nested deeply.

use foldhash::HashMap;
use indexmap::IndexMap;
use openapiv3::{OpenAPI, Operation, PathItem, ReferenceOr};
use serde_json::{Map, Value};

use super::keys::Reading;
use super::objects::{
    DEFINITIONS, Names, OPERATION, Object, PARAMETER, PATH_ITEM, Presence, ROOT, SCHEMA, SECURITY_SCHEME, Shape, Version,
};
use super::reader;
use super::tree::{self, Tree};
use crate::source::Pointer;
use crate::stack;

/// A description of any version that is read.
#[derive(Debug)]
pub struct Description<'t> {
    /// What `openapiv3` reads. Each schema is a reference to nothing here, those of the components are left out, and so is each value that
    /// can be anything: examples and extensions.
    pub(crate) openapi: OpenAPI,
    /// The whole text.
    pub(crate) tree: Tree<'t>,
    /// `components.pathItems` (OpenAPI 3.1).
    pub(crate) path_items: IndexMap<String, ReferenceOr<PathItem>>,
    /// The operations of each path item, by where that is: those with keys of their own as OpenAPI lists them, then the others (OpenAPI
    /// 3.2). The path items themselves have none here.
    pub(crate) operations: HashMap<Pointer, Vec<MethodOperation>>,
    version: Version,
}

/// An operation of a path item.
#[derive(Debug)]
pub(crate) struct MethodOperation {
    /// Where it is.
    pub(crate) pointer: Pointer,
    /// Its method.
    pub(crate) method: String,
    /// Whether the method has a key of its own in path items.
    pub(crate) is_fixed: bool,
    /// The operation.
    pub(crate) operation: Operation,
}

/// A description of OpenAPI 3.0 that a program made. `Encoding::explode` of false is taken for not said, which [`OpenAPI`] can't tell
/// apart.
///
/// # Errors
///
/// Fails where it has no form in JSON, or there is no room to write it.
impl TryFrom<OpenAPI> for Description<'static> {
    type Error = serde_json::Error;

    fn try_from(openapi: OpenAPI) -> Result<Self, serde_json::Error> {
        let read = stack::deep(|| describe(reader::read(serde_json::to_value(openapi)?, Reading::Values)?, Version::V30));
        read.map_err(serde::de::Error::custom)?
    }
}

impl<'t> Description<'t> {
    /// Tells whether it is of a later version than 3.0, whose schemas are JSON Schema 2020-12.
    pub(crate) fn is_later(&self) -> bool {
        self.version.is_later()
    }

    /// Returns the node that a pointer leads to.
    pub(crate) fn at(&self, pointer: &Pointer) -> Option<&Tree<'t>> {
        pointer.tokens().try_fold(&self.tree, |node, token| node.child(&token))
    }

    /// Returns the text that stands under a key of the node that a pointer leads to.
    pub(crate) fn text_at(&self, pointer: &Pointer, key: &str) -> Option<&str> {
        self.at(pointer)?.get(key)?.as_str()
    }

    /// Returns the schemas of the components, as they stand in the text.
    pub(crate) fn component_schemas(&self) -> impl Iterator<Item = (&str, &Tree<'t>)> {
        let schemas = self.tree.get("components").and_then(|components| components.get("schemas")?.as_map());
        schemas.into_iter().flat_map(tree::Map::iter)
    }
}

/// Tells whether a schema stands at a place of a later version than 3.0, where no `$ref` is on the way.
pub(crate) fn is_schema_position(pointer: &Pointer) -> bool {
    static SHAPE: Shape = Shape::Object(&ROOT);
    let shape = pointer.tokens().fold(&SHAPE, |shape, token| match shape {
        Shape::List(_) | Shape::OneOrMany(_) => shape.item(),
        _ if shape.is_later_schema() && token == "definitions" => &DEFINITIONS,
        _ => shape.entry(&token, Version::V32),
    });
    shape.is_later_schema()
}

/// Tells whether a key is a keyword of schemas of 3.0.
pub(crate) fn is_schema_keyword_of_30(key: &str) -> bool {
    SCHEMA.field(key, Version::V30).is_some()
}

/// Reads a tree that was walked.
pub(super) fn describe(tree: Tree<'_>, version: Version) -> Result<Description<'_>, serde_json::Error> {
    let mut shell = Value::Object(object_shell(&tree, &ROOT, version));
    let path_items = match shell.pointer_mut("/components/pathItems").map(Value::take) {
        None | Some(Value::Null) => IndexMap::new(),
        Some(path_items) => serde_json::from_value(path_items)?,
    };
    let openapi = serde_json::from_value(shell)?;
    let mut operations = HashMap::default();
    for section in [&["paths"][..], &["components", "pathItems"]] {
        let pointer = section.iter().fold(Pointer::root(), |pointer, token| pointer.child(token));
        let items = section.iter().try_fold(&tree, |node, token| node.get(token)).and_then(Tree::as_map);
        for (name, item) in items.into_iter().flat_map(tree::Map::iter) {
            let pointer = pointer.child(name);
            let read = item_operations(item, &pointer, version)?;
            operations.insert(pointer, read);
        }
    }
    Ok(Description { openapi, tree, path_items, operations, version })
}

/// Reads the operations of a path item, one by one: `openapiv3` would keep a copy of each for the item and for the paths.
fn item_operations(item: &Tree<'_>, pointer: &Pointer, version: Version) -> Result<Vec<MethodOperation>, serde_json::Error> {
    let mut read = Vec::new();
    if item.get("$ref").is_some_and(|reference| reference.as_str().is_some()) {
        return Ok(read);
    }
    let mut add = |pointer: Pointer, method: String, is_fixed, operation: &Tree<'_>| {
        let operation = serde_json::from_value(Value::Object(object_shell(operation, &OPERATION, version)))?;
        read.push(MethodOperation { pointer, method, is_fixed, operation });
        Ok(())
    };
    for field in PATH_ITEM.fields.iter().filter(|field| field.shape.is_operation() && field.is_in(version)) {
        if let Some(operation) = item.get(field.key).filter(|operation| !operation.is_null()) {
            add(pointer.child(field.key), field.key.to_ascii_uppercase(), true, operation)?;
        }
    }
    let additional = item.get("additionalOperations").filter(|_| version.is_later()).and_then(Tree::as_map);
    let list = pointer.child("additionalOperations");
    for (method, operation) in additional.into_iter().flat_map(tree::Map::iter) {
        add(list.child(method), method.to_owned(), false, operation)?;
    }
    Ok(read)
}

/// Copies what `openapiv3` reads of a node.
fn shell(node: &Tree<'_>, shape: &'static Shape, version: Version) -> Option<Value> {
    Some(match (shape, node) {
        // Of what can be anything it says only that it is there.
        (Shape::Any, _) => Value::Bool(true),
        (Shape::Ignored, _) => return None,
        (shape, _) if shape.is_operation() => return None,
        (shape, _) if shape.is_schema() && !node.is_null() => reference(String::new()),
        (Shape::Ref(object), Tree::Map(map)) => match map.get("$ref").and_then(Tree::as_str) {
            Some(text) => reference(text.to_owned()),
            None => Value::Object(object_shell(node, object, version)),
        },
        (Shape::Object(object), Tree::Map(_)) => Value::Object(object_shell(node, object, version)),
        (Shape::Map(shape), Tree::Map(_)) if shape.is_schema() || shape.is_operation() => return None,
        (_, Tree::Map(map)) => {
            let entries =
                map.iter().map(|(key, value)| Some((key.to_owned(), shell(value, shape.entry(key, version), version)?)));
            Value::Object(entries.flatten().collect())
        }
        (_, Tree::List(list)) => list.iter().filter_map(|item| shell(item, shape.item(), version)).collect(),
        (_, Tree::Null | Tree::Bool(_) | Tree::Number(_) | Tree::Text(_)) => node.to_value(),
    })
}

fn reference(text: String) -> Value {
    Value::Object(Map::from_iter([("$ref".to_owned(), Value::String(text))]))
}

fn object_shell(node: &Tree<'_>, object: &'static Object, version: Version) -> Map<String, Value> {
    let mut copy = Map::new();
    for (key, value) in node.as_map().into_iter().flat_map(tree::Map::iter) {
        // A callback that is only a reference is a `$ref` among expressions.
        let known = object.known(key, version).filter(|_| object.names != Names::Expressions || key != "$ref");
        if let Some(value) = known.and_then(|shape| shell(value, shape, version)) {
            copy.insert(key.to_owned(), value);
        }
    }
    for field in object.fields.iter().filter(|field| matches!(field.presence, Presence::RequiredBefore(_))) {
        let empty = if matches!(field.shape, Shape::Text) { Value::String(String::new()) } else { Value::Object(Map::new()) };
        copy.entry(field.key).or_insert(empty);
    }
    spell_as_30(&mut copy, object);
    copy
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
}
