//! Security definitions of Swagger 2.0 (the section "Security Scheme Object" of both versions).

use super::{mapping, scalar};
use crate::parse::nodes::{Content, Map, Node};

/// Rewrites one.
pub(super) fn scheme(node: &Node) -> Node {
    let Some(map) = node.as_map() else { return node.clone() };
    match node.get("type").and_then(Node::as_str) {
        Some("basic") => basic(node, map),
        Some("oauth2") => oauth2(node, map),
        Some(_) | None => node.clone(),
    }
}

fn basic(node: &Node, map: &Map) -> Node {
    let mut changed = map.clone();
    let origin = &map["type"].origin;
    changed.insert("type".to_owned(), scalar(origin, "http"));
    changed.insert("scheme".to_owned(), scalar(origin, "basic"));
    Node::new(node.origin.clone(), Content::Map(changed))
}

fn oauth2(node: &Node, map: &Map) -> Node {
    let mut changed = map.clone();
    let flow = changed.shift_remove("flow");
    let mut parts = Map::new();
    for key in ["authorizationUrl", "tokenUrl", "scopes"] {
        parts.extend(changed.shift_remove(key).map(|part| (key.to_owned(), part)));
    }
    let origin = flow.as_ref().map_or(&node.origin, |flow| &flow.origin).clone();
    // 3.0 has no flow without a list of scopes, be it empty.
    parts.entry("scopes".to_owned()).or_insert_with(|| Node::new(origin.clone(), Content::Map(Map::new())));
    let name = match flow.as_ref().and_then(Node::as_str) {
        Some("application") => "clientCredentials",
        Some("accessCode") => "authorizationCode",
        Some(same) => same,
        None => "implicit",
    };
    let parts = Node::new(origin.clone(), Content::Map(parts));
    changed.insert("flows".to_owned(), mapping(&origin, [(name, parts)]));
    Node::new(node.origin.clone(), Content::Map(changed))
}
