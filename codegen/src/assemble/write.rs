//! A tree -> the text that parse reads, and where its nodes come from.

use crate::parse::nodes::{Content, Node};
use crate::source::{Origin, Origins, Pointer};

/// Writes a tree as JSON.
pub(super) fn write(tree: &Node) -> (String, Origins) {
    let mut origins = Origins::new(tree.origin.clone());
    note(tree, &tree.origin, &Pointer::root(), &mut origins);
    (tree.to_value().to_string(), origins)
}

/// Notes of each node where it comes from, if it is not where the nodes around it say.
fn note(node: &Node, expected: &Origin, pointer: &Pointer, origins: &mut Origins) {
    if node.origin != *expected {
        origins.insert(pointer.clone(), node.origin.clone());
    }
    match &node.content {
        Content::Scalar(_) => {}
        Content::List(list) => {
            for (index, item) in list.iter().enumerate() {
                note(item, &node.origin.index(index), &pointer.index(index), origins);
            }
        }
        Content::Map(map) => {
            for (key, value) in map {
                note(value, &node.origin.child(key), &pointer.child(key), origins);
            }
        }
    }
}
