//! Swagger 2.0 -> OpenAPI 3.0, as a tree whose nodes keep their places in the 2.0 text.
//!
//! What 2.0 says in another form is rewritten; a key that 2.0 does not have is left where it stands, so that parse reports it. What 3.0
//! can't say is reported here.

mod operation;
mod parameter;
mod references;
mod response;
mod schema;
mod security;
mod shapes;

use serde_json::Value;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::kind::Kind;
use crate::parse::nodes::{Content, Map, Node};
use crate::source::Origin;

/// Tells whether a description is Swagger 2.0.
pub(super) fn is_swagger2(root: &Node) -> bool {
    root.get("openapi").is_none() && root.get("swagger").and_then(Node::as_str).is_some_and(|version| version.starts_with("2."))
}

/// Rewrites a description.
pub(super) fn convert(root: &Node, found: &mut Diagnostics) -> Node {
    shapes::check(root, found);
    let mut cx = Convert { root, found: Diagnostics::default() };
    let mut converted = cx.convert_root();
    references::rewrite(&mut converted, root);
    found.append(cx.found);
    converted
}

/// What the parts of the rewriting share.
struct Convert<'a> {
    /// The description of 2.0.
    root: &'a Node,
    found: Diagnostics,
}

/// Media types, with where they are named.
type MediaTypes = Vec<(String, Origin)>;

impl Convert<'_> {
    fn convert_root(&mut self) -> Node {
        let root = self.root;
        let mut map = Map::new();
        let version = root.get("swagger").map_or(&root.origin, |version| &version.origin);
        map.insert("openapi".to_owned(), Node::text(version.clone(), "3.0.3"));
        let mut components = Map::new();
        for (key, node) in root.as_map().into_iter().flatten() {
            match key.as_str() {
                "swagger" | "host" | "basePath" | "schemes" | "consumes" | "produces" => {}
                "paths" => {
                    map.insert(key.clone(), self.paths(node));
                }
                "definitions" => {
                    components.insert("schemas".to_owned(), map_values(node, |it| schema::convert(it, Kind::Schema)));
                }
                "responses" => {
                    let produces = self.media_types("produces", None);
                    components.insert(key.clone(), map_values(node, |it| self.response(it, &produces)));
                }
                "parameters" => self.parameter_components(node, &mut components),
                "securityDefinitions" => {
                    components.insert("securitySchemes".to_owned(), map_values(node, security::scheme));
                }
                _ => {
                    map.insert(key.clone(), node.clone());
                }
            }
        }
        if let Some(servers) = self.servers() {
            map.insert("servers".to_owned(), servers);
        }
        if !components.is_empty() {
            map.insert("components".to_owned(), Node::new(root.origin.clone(), Content::Map(components)));
        }
        Node::new(root.origin.clone(), Content::Map(map))
    }

    /// Puts `schemes`, `host` and `basePath` together. https comes first, because the first server is the one that a client talks to.
    fn servers(&mut self) -> Option<Node> {
        let [host, base] = ["host", "basePath"].map(|key| self.root.get(key));
        let place = host.or(base)?.origin.clone();
        let path = base.and_then(Node::as_str).unwrap_or_default().trim_end_matches('/');
        let path = if path.is_empty() || path.starts_with('/') { path.to_owned() } else { format!("/{path}") };
        let Some(host) = host.and_then(Node::as_str) else {
            let path = if path.is_empty() { "/".to_owned() } else { path };
            return Some(Node::new(place.clone(), Content::List(vec![server(path, place)])));
        };
        let mut schemes = self.schemes(self.root);
        if schemes.is_empty() {
            schemes.push(("https".to_owned(), place.clone()));
        }
        schemes.sort_by_key(|(scheme, _)| scheme != "https");
        let servers = schemes.into_iter().map(|(scheme, origin)| server(format!("{scheme}://{host}{path}"), origin));
        Some(Node::new(place, Content::List(servers.collect())))
    }

    /// Returns the schemes that a client of HTTP can use.
    fn schemes(&mut self, holder: &Node) -> MediaTypes {
        let mut schemes = texts(holder.get("schemes"));
        schemes.retain(|(scheme, origin)| {
            let known = matches!(scheme.as_str(), "http" | "https");
            if !known {
                let message = format!("the scheme `{scheme}` is left out");
                self.found.push(Diagnostic::new(Code::UnsupportedFeature, origin.clone(), message));
            }
            known
        });
        schemes
    }

    fn paths(&mut self, paths: &Node) -> Node {
        map_entries(paths, |key, node| if key.starts_with("x-") { node.clone() } else { self.path_item(node) })
    }

    /// Returns the media types of `consumes` or `produces`: those of the operation, else those of the description.
    fn media_types(&self, key: &str, operation: Option<&Node>) -> MediaTypes {
        let list = operation.and_then(|operation| operation.get(key)).or_else(|| self.root.get(key));
        texts(list)
    }

    fn lossy(&mut self, origin: &Origin, message: String, help: &str) {
        self.found.push(Diagnostic::new(Code::UnsupportedFeature, origin.clone(), message).help(help));
    }
}

fn server(url: String, origin: Origin) -> Node {
    let entries = Map::from_iter([("url".to_owned(), Node::text(origin.clone(), url))]);
    Node::new(origin, Content::Map(entries))
}

/// Returns the strings of a list, with their places.
fn texts(list: Option<&Node>) -> MediaTypes {
    let items = list.and_then(Node::as_list).unwrap_or_default();
    items.iter().filter_map(|item| Some((item.as_str()?.to_owned(), item.origin.clone()))).collect()
}

/// Returns a mapping with its values changed; anything else as it is.
fn map_values(node: &Node, mut change: impl FnMut(&Node) -> Node) -> Node {
    map_entries(node, |_, value| change(value))
}

fn map_entries(node: &Node, mut change: impl FnMut(&str, &Node) -> Node) -> Node {
    let Some(map) = node.as_map() else { return node.clone() };
    let changed = map.iter().map(|(key, value)| (key.clone(), change(key, value)));
    Node::new(node.origin.clone(), Content::Map(changed.collect()))
}

fn scalar(origin: &Origin, value: impl Into<Value>) -> Node {
    Node::new(origin.clone(), Content::Scalar(value.into()))
}

fn mapping<const N: usize>(origin: &Origin, entries: [(&str, Node); N]) -> Node {
    let entries = entries.into_iter().map(|(key, node)| (key.to_owned(), node));
    Node::new(origin.clone(), Content::Map(entries.collect()))
}
