//! A tree of OpenAPI -> [`Description`]: `openapiv3` reads what is no schema and no free value; those stay in the tree, where `spec` reads
//! them by their pointers. So each has one reader for all versions.

use indexmap::IndexMap;
use openapiv3::{OpenAPI, Operation, PathItem, ReferenceOr};
use serde::Deserialize;

use super::keys::Reading;
use super::objects::{DEFINITIONS, OPERATION, OPERATION_SHAPE, PATH_ITEM, PATH_ITEM_SHAPE, ROOT_SHAPE, SCHEMA, Shape, Version};
use super::reader;
use super::shell::Shell;
use super::tree::{self, Tree};
use crate::source::Pointer;
use crate::stack;

/// A description of any version that is read.
#[derive(Debug)]
pub struct Description<'t> {
    /// What `openapiv3` reads, as [`Shell`] says, without the paths.
    pub(crate) openapi: OpenAPI,
    /// `paths`.
    pub(crate) paths: PathItems,
    /// `components.pathItems` (OpenAPI 3.1).
    pub(crate) path_items: PathItems,
    /// The whole text.
    pub(crate) tree: Tree<'t>,
    version: Version,
}

pub(crate) type PathItems = IndexMap<String, ReferenceOr<Item>>;

/// A path item.
#[derive(Debug)]
pub(crate) struct Item {
    /// What its operations share.
    pub(crate) shared: Box<PathItem>,
    /// Those with keys of their own as OpenAPI lists them, then the others (OpenAPI 3.2).
    pub(crate) operations: Vec<MethodOperation>,
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
    let shape = pointer.tokens().fold(&ROOT_SHAPE, |shape, token| match shape {
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
    let list = Pointer::root().child("paths");
    let paths = path_items(tree.get("paths"), &list, version)?;
    let list = Pointer::root().child("components").child("pathItems");
    let components = tree.get("components").filter(|_| version.is_later());
    let path_items = path_items(components.and_then(|components| components.get("pathItems")), &list, version)?;
    Ok(Description { openapi: read(&tree, &ROOT_SHAPE, version)?, paths, path_items, tree, version })
}

/// Reads what `openapiv3` reads of an object.
fn read<'t, T: Deserialize<'t>>(node: &'t Tree<'t>, shape: &'static Shape, version: Version) -> Result<T, serde_json::Error> {
    T::deserialize(Shell::whole(node, shape, version))
}

/// Reads path items one by one, and their operations: `openapiv3` would keep a copy of each for the item and for the list.
fn path_items(section: Option<&Tree<'_>>, list: &Pointer, version: Version) -> Result<PathItems, serde_json::Error> {
    let items = section.and_then(Tree::as_map).into_iter().flat_map(tree::Map::iter);
    // What is no mapping is an extension.
    let items = items.filter(|(_, item)| item.as_map().is_some());
    let read = |(name, node): (&str, &Tree<'_>)| {
        let item = match node.get("$ref").and_then(Tree::as_str) {
            Some(reference) => ReferenceOr::Reference { reference: reference.to_owned() },
            None => ReferenceOr::Item(path_item(node, &list.child(name), version)?),
        };
        Ok((name.to_owned(), item))
    };
    items.map(read).collect()
}

fn path_item(node: &Tree<'_>, pointer: &Pointer, version: Version) -> Result<Item, serde_json::Error> {
    let mut operations = Vec::new();
    let mut add = |pointer: Pointer, method: String, is_fixed, operation| {
        operations.push(MethodOperation { pointer, method, is_fixed, operation: read(operation, &OPERATION_SHAPE, version)? });
        Ok::<_, serde_json::Error>(())
    };
    for field in PATH_ITEM.fields.iter().filter(|field| field.shape.is(&OPERATION) && field.is_in(version)) {
        if let Some(operation) = node.get(field.key).filter(|operation| !operation.is_null()) {
            add(pointer.child(field.key), field.key.to_ascii_uppercase(), true, operation)?;
        }
    }
    let additional = node.get("additionalOperations").filter(|_| version.is_later()).and_then(Tree::as_map);
    let list = pointer.child("additionalOperations");
    for (method, operation) in additional.into_iter().flat_map(tree::Map::iter) {
        add(list.child(method), method.to_owned(), false, operation)?;
    }
    Ok(Item { shared: read(node, &PATH_ITEM_SHAPE, version)?, operations })
}
