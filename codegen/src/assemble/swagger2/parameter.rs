//! Parameters of Swagger 2.0 that stay parameters: what they say about their value becomes a schema, `collectionFormat` a style.

use super::schema;
use super::{Convert, scalar};
use crate::diagnostic::{Code, Diagnostic};
use crate::kind::Kind;
use crate::parse::nodes::{Content, Map, Node};

/// The keys of a parameter, header or list of items that are about its value.
const OF_VALUE: [&str; 21] = [
    "type",
    "format",
    "items",
    "collectionFormat",
    "default",
    "maximum",
    "exclusiveMaximum",
    "minimum",
    "exclusiveMinimum",
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "enum",
    "multipleOf",
    "x-nullable",
    "title",
    "readOnly",
    "properties",
];

/// Takes out of a parameter or header what is about its value, as a schema.
pub(super) fn take_schema(map: &mut Map, node: &Node) -> Node {
    let mut parts = Map::new();
    for key in OF_VALUE {
        parts.extend(map.shift_remove(key).map(|part| (key.to_owned(), part)));
    }
    schema::convert(&Node::new(node.origin.clone(), Content::Map(parts)), Kind::Schema)
}

/// How a list is written, in the words of 3.0.
pub(super) struct Written {
    pub(super) style: &'static str,
    pub(super) explode: bool,
}

impl Convert<'_> {
    /// Rewrites a parameter of a query, header or path.
    pub(super) fn parameter(&mut self, node: &Node) -> Node {
        let Some(map) = node.as_map().filter(|map| !map.contains_key("$ref")) else { return node.clone() };
        if map.contains_key("schema") {
            // What only a body has; parse says what is wrong with it.
            return node.clone();
        }
        let mut changed = map.clone();
        let schema = take_schema(&mut changed, node);
        if let Some(written) = self.written(node) {
            let origin = map.get("collectionFormat").map_or(&node.origin, |format| &format.origin);
            changed.insert("style".to_owned(), scalar(origin, written.style));
            changed.insert("explode".to_owned(), scalar(origin, written.explode));
        }
        changed.insert("schema".to_owned(), schema);
        Node::new(node.origin.clone(), Content::Map(changed))
    }

    /// Returns how the list of a parameter is written; none for what is no list.
    ///
    /// `tsv`, and lists in lists that are joined, are not among the styles of 3.0.
    pub(super) fn written(&mut self, node: &Node) -> Option<Written> {
        if node.get("type").and_then(Node::as_str) != Some("array") {
            return None;
        }
        let in_query = matches!(node.get("in").and_then(Node::as_str), Some("query" | "formData"));
        let format = node.get("collectionFormat");
        let name = format.and_then(Node::as_str).unwrap_or("csv");
        if let Some(inner) = node.get("items").filter(|items| items.get("type").and_then(Node::as_str) == Some("array")) {
            let message = "a list in a list is not among the ways in which parameters are written";
            self.found.push(Diagnostic::new(Code::UnsupportedParameter, inner.origin.clone(), message));
        }
        match (name, in_query) {
            ("csv", true) => Some(Written { style: "form", explode: false }),
            ("multi", true) => Some(Written { style: "form", explode: true }),
            ("ssv", true) => Some(Written { style: "spaceDelimited", explode: false }),
            ("pipes", true) => Some(Written { style: "pipeDelimited", explode: false }),
            ("csv", false) => Some(Written { style: "simple", explode: false }),
            _ => {
                let origin = format.map_or(&node.origin, |format| &format.origin);
                let message = format!("a list that is written as `{name}` here is not among the styles of OpenAPI 3.0");
                let help = "it is written with commas where this is allowed";
                self.found.push(Diagnostic::new(Code::UnsupportedParameter, origin.clone(), message).help(help));
                Some(Written { style: if in_query { "form" } else { "simple" }, explode: false })
            }
        }
    }
}
