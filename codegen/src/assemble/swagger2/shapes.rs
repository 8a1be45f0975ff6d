//! What is rewritten must be of the shape that Swagger 2.0 gives it: parse never sees it, so what is wrong with it is said here.

use super::operation::METHODS;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::parse::nodes::{Content, Map, Node};

const TEXTS: [&str; 2] = ["host", "basePath"];
const LISTS: [&str; 3] = ["schemes", "consumes", "produces"];

/// Reports what is left out of a description because of its shape.
pub(super) fn check(root: &Node, found: &mut Diagnostics) {
    let mut check = Check { found };
    check.texts(root, &TEXTS);
    check.lists(root);
    let shared = root.get("parameters").and_then(Node::as_map).into_iter().flat_map(Map::values);
    shared.for_each(|parameter| check.parameter(parameter));
    let items = root.get("paths").and_then(Node::as_map).into_iter().flat_map(Map::values);
    items.for_each(|item| check.path_item(item));
}

struct Check<'f> {
    found: &'f mut Diagnostics,
}

impl Check<'_> {
    fn path_item(&mut self, item: &Node) {
        self.parameters(item);
        for operation in METHODS.iter().filter_map(|method| item.get(method)) {
            self.lists(operation);
            self.parameters(operation);
        }
    }

    fn parameters(&mut self, holder: &Node) {
        let list = holder.get("parameters").and_then(Node::as_list).unwrap_or_default();
        list.iter().for_each(|parameter| self.parameter(parameter));
    }

    fn parameter(&mut self, parameter: &Node) {
        if parameter.reference().is_some() {
            return;
        }
        self.texts(parameter, &["collectionFormat"]);
        let needed = match parameter.get("in").and_then(Node::as_str) {
            Some("body") => "schema",
            Some("query" | "header" | "path" | "formData") => "type",
            // Parse says what is wrong with the place.
            Some(_) | None => return,
        };
        // Where a parameter has a `schema` and is no body, parse says what is wrong with it.
        if parameter.get(needed).or_else(|| parameter.get("schema")).is_none() {
            self.report(parameter, format!("this parameter has no `{needed}`"), "it can be any value");
        }
    }

    fn texts(&mut self, holder: &Node, keys: &[&str]) {
        for (key, node) in keys.iter().filter_map(|key| Some((key, holder.get(key)?))) {
            if node.as_str().is_none() {
                self.report(node, format!("`{key}` must be a string"), "it is left out");
            }
        }
    }

    fn lists(&mut self, holder: &Node) {
        for (key, node) in LISTS.iter().filter_map(|key| Some((key, holder.get(key)?))) {
            let is_list = |list: &Vec<Node>| list.iter().all(|item| item.as_str().is_some());
            if !matches!(&node.content, Content::List(list) if is_list(list)) {
                self.report(node, format!("`{key}` must be a list of strings"), "what is none is left out");
            }
        }
    }

    fn report(&mut self, node: &Node, message: String, help: &str) {
        let found = Diagnostic::new(Code::Structure, node.origin.clone(), message).help(help);
        self.found.push(Diagnostic { severity: Severity::Warning, ..found });
    }
}
