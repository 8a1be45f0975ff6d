//! Responses of Swagger 2.0: the schema is put under each media type that is produced, and headers get a schema of their own.

use super::parameter::take_schema;
use super::schema;
use super::{Convert, MediaTypes, map_entries, map_values, scalar};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::kind::Kind;
use crate::parse::nodes::{Content, Map, Node};

impl<'a> Convert<'a> {
    /// Rewrites the responses of an operation.
    pub(super) fn responses(&mut self, responses: &Node, operation: &Node) -> Node {
        let own = self.media_types("produces", Some(operation));
        let common = self.media_types("produces", None);
        map_entries(responses, |key, node| {
            if key.starts_with("x-") {
                return node.clone();
            }
            // A response that operations share is written with the media types of the description.
            match self.shared(node, "responses") {
                Some(shared) if names(&own) != names(&common) && shared.get("schema").is_some() => self.response(shared, &own),
                _ => self.response(node, &own),
            }
        })
    }

    /// Rewrites one response.
    pub(super) fn response(&mut self, node: &Node, produces: &MediaTypes) -> Node {
        let Some(map) = node.as_map().filter(|map| !map.contains_key("$ref")) else { return node.clone() };
        let mut changed = map.clone();
        let schema = changed.shift_remove("schema");
        let examples = changed.shift_remove("examples");
        if let Some(headers) = changed.get_mut("headers") {
            *headers = map_values(headers, |header| self.header(header));
        }
        match &schema {
            Some(schema) => {
                changed.insert("content".to_owned(), self.content(node, schema, produces, examples.as_ref()));
            }
            None => self.report_lone_examples(examples.as_ref()),
        }
        Node::new(node.origin.clone(), Content::Map(changed))
    }

    fn content(&mut self, response: &Node, schema: &Node, produces: &MediaTypes, examples: Option<&Node>) -> Node {
        let is_file = schema.get("type").and_then(Node::as_str) == Some("file");
        let mut names = names(produces);
        if names.is_empty() {
            names.push(if is_file { "application/octet-stream" } else { "application/json" });
        }
        let examples = examples.and_then(Node::as_map);
        // An example may be of a media type that is not in the list.
        names.extend(examples.into_iter().flat_map(Map::keys).map(String::as_str).filter(|name| !name.starts_with("x-")));
        let mut content = Map::new();
        for name in names {
            let mut media = Map::from_iter([("schema".to_owned(), schema::convert(schema, Kind::Schema))]);
            media.extend(examples.and_then(|it| it.get(name)).map(|example| ("example".to_owned(), example.clone())));
            let origin = response.origin.clone();
            content.entry(name.to_owned()).or_insert_with(|| Node::new(origin, Content::Map(media)));
        }
        Node::new(response.origin.clone(), Content::Map(content))
    }

    fn report_lone_examples(&mut self, examples: Option<&Node>) {
        if let Some(examples) = examples {
            let message = "the examples of a response without a schema are left out";
            let found = Diagnostic::new(Code::UnsupportedFeature, examples.origin.clone(), message);
            self.found.push(Diagnostic { severity: Severity::Note, ..found.help("without a schema there is no content") });
        }
    }

    fn header(&mut self, header: &Node) -> Node {
        let Some(map) = header.as_map().filter(|map| !map.contains_key("schema")) else { return header.clone() };
        let mut changed = map.clone();
        let schema = take_schema(&mut changed, header);
        if let Some(format) = map.get("collectionFormat").filter(|format| format.as_str() != Some("csv")) {
            let message = format!("the header is written as `{}`", format.as_str().unwrap_or_default());
            self.lossy(&format.origin, message, "it is read as `csv`");
        }
        changed.insert("schema".to_owned(), schema);
        Node::new(header.origin.clone(), Content::Map(changed))
    }

    /// Returns the component of a section of the root that a node is a reference to.
    pub(super) fn shared(&self, node: &Node, section: &str) -> Option<&'a Node> {
        let pointer = crate::source::Pointer::parse(node.reference()?)?;
        let tokens: Vec<_> = pointer.tokens().collect();
        match tokens.as_slice() {
            [first, name] if first == section => self.root.get(section)?.get(name),
            _ => None,
        }
    }
}

/// Returns the media types without their places.
pub(super) fn names(types: &MediaTypes) -> Vec<&str> {
    types.iter().map(|(name, _)| name.as_str()).collect()
}

/// A list of one text.
pub(super) fn text_list(node: &Node, texts: &[&Node]) -> Node {
    let items = texts.iter().map(|text| scalar(&text.origin, text.as_str().unwrap_or_default()));
    Node::new(node.origin.clone(), Content::List(items.collect()))
}
