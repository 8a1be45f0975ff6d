//! Path items and operations of Swagger 2.0: parameters of the body and of forms become the request body.

use super::parameter::Written;
use super::response::{names, text_list};
use super::schema;
use super::{Convert, MediaTypes, mapping, scalar};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::kind::Kind;
use crate::parse::nodes::{Content, Map, Node};

/// The methods that a path item can have.
pub(super) const METHODS: [&str; 7] = ["get", "put", "post", "delete", "options", "head", "patch"];
const MULTIPART: &str = "multipart/form-data";
const URL_ENCODED: &str = "application/x-www-form-urlencoded";

/// What a parameter is sent in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Body,
    Form,
    Elsewhere,
}

impl Convert<'_> {
    /// Rewrites a path item. What it says of bodies goes to each of its operations, because 3.0 has no place for it here.
    pub(super) fn path_item(&mut self, item: &Node) -> Node {
        let Some(map) = item.as_map() else { return item.clone() };
        let shared: Vec<Node> = map.get("parameters").and_then(Node::as_list).unwrap_or_default().to_vec();
        let mut changed = map.clone();
        for method in METHODS {
            if let Some(operation) = changed.get_mut(method) {
                *operation = self.operation(operation, &shared);
            }
        }
        if let Some(parameters) = changed.get_mut("parameters") {
            *parameters = self.parameters(parameters);
        }
        Node::new(item.origin.clone(), Content::Map(changed))
    }

    fn operation(&mut self, operation: &Node, shared: &[Node]) -> Node {
        let Some(map) = operation.as_map() else { return operation.clone() };
        let mut changed = map.clone();
        for key in ["consumes", "produces", "schemes"] {
            changed.shift_remove(key);
        }
        self.report_other_schemes(operation);
        if let Some(body) = self.request_body(operation, shared) {
            changed.insert("requestBody".to_owned(), body);
        }
        if let Some(parameters) = changed.get_mut("parameters") {
            *parameters = self.parameters(parameters);
        }
        if let Some(responses) = changed.get_mut("responses") {
            *responses = self.responses(responses, operation);
        }
        Node::new(operation.origin.clone(), Content::Map(changed))
    }

    fn report_other_schemes(&mut self, operation: &Node) {
        let own = self.schemes(operation);
        let common = names(&super::texts(self.root.get("schemes"))).into_iter().map(str::to_owned).collect::<Vec<_>>();
        let used = if common.iter().any(|it| it == "https") { Some("https") } else { common.first().map(String::as_str) };
        if let Some((_, origin)) = own.first()
            && !own.iter().any(|(scheme, _)| Some(scheme.as_str()) == used.or(Some("https")))
        {
            self.lossy(origin, "the operation has schemes of its own".to_owned(), "it is sent to the client's base URL");
        }
    }

    /// Rewrites the parameters of a list that stay parameters.
    fn parameters(&mut self, list: &Node) -> Node {
        let Some(items) = list.as_list() else { return list.clone() };
        let kept: Vec<&Node> = items.iter().filter(|item| self.place(item) == Place::Elsewhere).collect();
        let kept = kept.into_iter().map(|item| self.parameter(item)).collect();
        Node::new(list.origin.clone(), Content::List(kept))
    }

    fn place(&self, parameter: &Node) -> Place {
        let parameter = self.shared(parameter, "parameters").unwrap_or(parameter);
        match parameter.get("in").and_then(Node::as_str) {
            Some("body") => Place::Body,
            Some("formData") => Place::Form,
            Some(_) | None => Place::Elsewhere,
        }
    }

    fn request_body(&mut self, operation: &Node, shared: &[Node]) -> Option<Node> {
        let own = operation.get("parameters").and_then(Node::as_list).unwrap_or_default();
        let all = || own.iter().chain(shared);
        let bodies: Vec<Node> = all().filter(|it| self.place(it) == Place::Body).cloned().collect();
        let forms: Vec<Node> = all().filter(|it| self.place(it) == Place::Form).cloned().collect();
        let consumes = self.media_types("consumes", Some(operation));
        if let (Some(body), Some(form)) = (bodies.first(), forms.first()) {
            let found = Diagnostic::new(Code::Structure, form.origin.clone(), "an operation has a body or a form, not both");
            let found = found.help("the body is used").related("the body is this", body.origin.clone());
            self.found.push(Diagnostic { severity: Severity::Warning, ..found });
        }
        match bodies.first() {
            Some(body) => Some(self.body_of(body, &consumes)),
            None if forms.is_empty() => None,
            None => Some(self.form(operation, &forms, &consumes)),
        }
    }

    /// Returns the body of a parameter; a reference to one that operations share stays a reference, if it is of the same media types.
    fn body_of(&mut self, parameter: &Node, consumes: &MediaTypes) -> Node {
        match self.shared(parameter, "parameters") {
            Some(_) if names(consumes) == names(&self.media_types("consumes", None)) => parameter.clone(),
            Some(shared) => body(shared, consumes),
            None => body(parameter, consumes),
        }
    }

    /// Puts the components of parameters where 3.0 has them. Those of forms are written out in each operation that uses them.
    pub(super) fn parameter_components(&mut self, parameters: &Node, components: &mut Map) {
        let consumes = self.media_types("consumes", None);
        let [mut bodies, mut others] = [Map::new(), Map::new()];
        for (name, node) in parameters.as_map().into_iter().flatten() {
            match self.place(node) {
                Place::Body => drop(bodies.insert(name.clone(), body(node, &consumes))),
                Place::Elsewhere => drop(others.insert(name.clone(), self.parameter(node))),
                Place::Form => {}
            }
        }
        for (section, map) in [("requestBodies", bodies), ("parameters", others)] {
            if !map.is_empty() {
                components.insert(section.to_owned(), Node::new(parameters.origin.clone(), Content::Map(map)));
            }
        }
    }

    fn form(&mut self, operation: &Node, parameters: &[Node], consumes: &MediaTypes) -> Node {
        let origin = operation.get("parameters").unwrap_or(operation).origin.clone();
        let mut fields: Vec<Node> = Vec::new();
        for parameter in parameters {
            let field = self.shared(parameter, "parameters").unwrap_or(parameter).clone();
            let name = |node: &Node| node.get("name").and_then(Node::as_str).map(str::to_owned);
            // One of the operation holds against one of its path.
            if !fields.iter().any(|other| name(other) == name(&field)) {
                fields.push(field);
            }
        }
        let required: Vec<&Node> =
            fields.iter().filter(|it| it.get("required").is_some_and(Node::is_true)).filter_map(|it| it.get("name")).collect();
        let has_file = fields.iter().any(|it| it.get("type").and_then(Node::as_str) == Some("file"));
        let mut schema = Map::from_iter([("type".to_owned(), scalar(&origin, "object"))]);
        let (properties, encoding) = self.form_fields(&fields);
        schema.insert("properties".to_owned(), Node::new(origin.clone(), Content::Map(properties)));
        if !required.is_empty() {
            schema.insert("required".to_owned(), text_list(operation, &required));
        }
        let schema = Node::new(origin.clone(), Content::Map(schema));
        let mut content = Map::new();
        for media_type in form_types(consumes, has_file) {
            let mut media = Map::from_iter([("schema".to_owned(), schema.clone())]);
            if media_type == URL_ENCODED && !encoding.is_empty() {
                media.insert("encoding".to_owned(), Node::new(origin.clone(), Content::Map(encoding.clone())));
            }
            content.insert(media_type.to_owned(), Node::new(origin.clone(), Content::Map(media)));
        }
        let content = Node::new(origin.clone(), Content::Map(content));
        mapping(&origin, [("required", scalar(&origin, !required.is_empty())), ("content", content)])
    }

    fn report_joined(&mut self, field: &Node, written: &Written) {
        if !written.explode {
            let place = field.get("collectionFormat").unwrap_or(field).origin.clone();
            let message = "a list in a form is not joined into one field".to_owned();
            self.lossy(&place, message, "the field is sent once for each item, as `collectionFormat: multi` says");
        }
    }

    /// Returns the properties of a form, and how those are written that are lists.
    fn form_fields(&mut self, fields: &[Node]) -> (Map, Map) {
        let (mut properties, mut encoding) = (Map::new(), Map::new());
        for field in fields {
            let (Some(map), Some(name)) = (field.as_map(), field.get("name").and_then(Node::as_str)) else { continue };
            if let Some(written) = self.written(field) {
                self.report_joined(field, &written);
                let [style, explode] = [scalar(&field.origin, written.style), scalar(&field.origin, written.explode)];
                encoding.insert(name.to_owned(), mapping(&field.origin, [("style", style), ("explode", explode)]));
            }
            let mut schema = map.clone();
            for key in ["name", "in", "required", "allowEmptyValue"] {
                schema.shift_remove(key);
            }
            let schema = Node::new(field.origin.clone(), Content::Map(schema));
            properties.insert(name.to_owned(), schema::convert(&schema, Kind::Schema));
        }
        (properties, encoding)
    }
}

/// Makes a request body of a parameter.
fn body(parameter: &Node, consumes: &MediaTypes) -> Node {
    let Some(map) = parameter.as_map() else { return parameter.clone() };
    let mut changed = map.clone();
    for key in ["name", "in"] {
        changed.shift_remove(key);
    }
    let schema = changed.shift_remove("schema");
    let origin = &parameter.origin;
    let mut types = names(consumes);
    if types.is_empty() {
        types.push("application/json");
    }
    let media = types.into_iter().map(|name| {
        let schema = schema.as_ref().map(|schema| ("schema".to_owned(), schema::convert(schema, Kind::Schema)));
        (name.to_owned(), Node::new(origin.clone(), Content::Map(schema.into_iter().collect())))
    });
    let content = Node::new(origin.clone(), Content::Map(media.collect()));
    changed.insert("content".to_owned(), content);
    Node::new(parameter.origin.clone(), Content::Map(changed))
}

/// Returns the media types of a form: a file is sent in parts only.
fn form_types(consumes: &MediaTypes, has_file: bool) -> Vec<&str> {
    let mut types: Vec<&str> = names(consumes);
    types.retain(|name| *name == MULTIPART || *name == URL_ENCODED && !has_file);
    if types.is_empty() {
        types.push(if has_file { MULTIPART } else { URL_ENCODED });
    }
    types
}
