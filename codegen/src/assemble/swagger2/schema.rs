//! Schemas of Swagger 2.0: they are those of OpenAPI 3.0 but for a few words.

use crate::kind::Kind;
use crate::parse::nodes::{Content, Map, Node};

use super::{mapping, scalar};

/// Rewrites what is a schema, or holds some.
pub(super) fn convert(node: &Node, kind: Kind) -> Node {
    match &node.content {
        _ if kind == Kind::Data => node.clone(),
        Content::Scalar(_) => node.clone(),
        Content::List(list) => {
            let items = list.iter().map(|item| convert(item, kind.item()));
            Node::new(node.origin.clone(), Content::List(items.collect()))
        }
        Content::Map(map) if kind == Kind::Schema => Node::new(node.origin.clone(), Content::Map(convert_entries(map))),
        Content::Map(map) => {
            let entries = map.iter().map(|(key, value)| (key.clone(), convert(value, kind.child(key))));
            Node::new(node.origin.clone(), Content::Map(entries.collect()))
        }
    }
}

fn convert_entries(map: &Map) -> Map {
    let mut converted = Map::new();
    for (key, value) in map {
        match (key.as_str(), value.as_str()) {
            ("type", Some("file")) => {
                converted.insert(key.clone(), Node::text(value.origin.clone(), "string"));
                converted.insert("format".to_owned(), Node::text(value.origin.clone(), "binary"));
            }
            ("discriminator", Some(_)) => {
                converted.insert(key.clone(), mapping(&value.origin, [("propertyName", value.clone())]));
            }
            ("x-nullable", _) if !map.contains_key("nullable") => {
                converted.insert("nullable".to_owned(), scalar(&value.origin, value.is_true()));
            }
            // Says how a list in a parameter is written; the parameter says so now.
            ("collectionFormat", _) => {}
            _ => {
                converted.insert(key.clone(), convert(value, Kind::Schema.child(key)));
            }
        }
    }
    converted
}
