//! Where a `$ref` leads: local pointers into the typed description, and what to say of those that lead nowhere.

use openapiv3::{
    Components, Example, Header, Operation, Parameter, PathItem, ReferenceOr, RequestBody, Response, Responses, SecurityScheme,
    StatusCode,
};

use super::resolve::Resolver;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::parse::Description;
use crate::source::{Origin, Pointer};

/// A kind of thing that a `$ref` may lead to.
pub(super) struct Kind {
    /// Its section of the components.
    section: &'static str,
    /// What it is called, with its article.
    noun: &'static str,
}

pub(super) const SCHEMA: Kind = Kind { section: "schemas", noun: "a schema" };
pub(super) const PARAMETER: Kind = Kind { section: "parameters", noun: "a parameter" };
pub(super) const RESPONSE: Kind = Kind { section: "responses", noun: "a response" };
pub(super) const REQUEST_BODY: Kind = Kind { section: "requestBodies", noun: "a request body" };
pub(super) const HEADER: Kind = Kind { section: "headers", noun: "a header" };
pub(super) const EXAMPLE: Kind = Kind { section: "examples", noun: "an example" };
pub(super) const SECURITY_SCHEME: Kind = Kind { section: "securitySchemes", noun: "a security scheme" };
pub(super) const PATH_ITEM: Kind = Kind { section: "pathItems", noun: "a path" };

/// The sections of the components, with what their parts are called.
const SECTIONS: [Kind; 9] = [
    SCHEMA,
    PARAMETER,
    RESPONSE,
    REQUEST_BODY,
    HEADER,
    EXAMPLE,
    SECURITY_SCHEME,
    Kind { section: "links", noun: "a link" },
    Kind { section: "callbacks", noun: "a callback" },
];

/// Finds the node of one kind that a pointer's tokens lead to.
type Lookup<'a, T> = fn(&'a Description, &[&str]) -> Option<&'a ReferenceOr<T>>;

impl<'a> Resolver<'a> {
    /// Follows `$ref`s from a node to the thing itself, and returns it with its place. What is wrong with them is reported.
    pub(super) fn follow<T>(
        &mut self,
        mut node: &'a ReferenceOr<T>,
        mut origin: Origin,
        kind: &Kind,
        lookup: Lookup<'a, T>,
    ) -> Option<(&'a T, Origin)> {
        let mut passed = Vec::new();
        loop {
            let reference = match node {
                ReferenceOr::Item(item) => return Some((item, origin)),
                ReferenceOr::Reference { reference } => reference,
            };
            let place = origin.child("$ref");
            let pointer = self.local(reference, &place)?;
            if passed.contains(&pointer) {
                self.found.push(cyclic(reference, place));
                return None;
            }
            let Some(target) = self.look_up(&pointer, lookup) else {
                self.report_dangling(reference, &pointer, place, kind);
                return None;
            };
            node = target;
            origin = Origin { document: origin.document, pointer: pointer.clone() };
            passed.push(pointer);
        }
    }

    fn look_up<T>(&self, pointer: &Pointer, lookup: Lookup<'a, T>) -> Option<&'a ReferenceOr<T>> {
        let tokens: Vec<_> = pointer.tokens().collect();
        let tokens: Vec<&str> = tokens.iter().map(AsRef::as_ref).collect();
        lookup(self.description, &tokens)
    }

    /// Reads a reference into this document; one that leads out of it, or is no pointer, is reported.
    pub(super) fn local(&mut self, reference: &str, place: &Origin) -> Option<Pointer> {
        if reference.is_empty() {
            self.found.push(Diagnostic::new(Code::DanglingRef, place.clone(), "the `$ref` is empty"));
            return None;
        }
        let reference = self.without_own_name(reference);
        if !reference.starts_with('#') {
            let message = format!("`{reference}` leads out of the file");
            let help = "files are read below the folder of the description; a `$ref` to one is written without escapes";
            self.found.push(Diagnostic::new(Code::ExternalRef, place.clone(), message).help(help));
            return None;
        }
        let pointer = Pointer::parse(reference);
        if pointer.is_none() {
            let message = format!("`{reference}` is not a JSON Pointer");
            let help = "a reference looks like `#/components/schemas/Name`, with `~1` for `/` and `~0` for `~` inside a name";
            self.found.push(Diagnostic::new(Code::DanglingRef, place.clone(), message).help(help));
        }
        pointer
    }

    /// Takes off the name of this document, which 3.2 gives it (OpenAPI 3.2.0, "OpenAPI Object").
    pub(super) fn without_own_name<'r>(&self, reference: &'r str) -> &'r str {
        let name = self.description.later.as_ref().and_then(|later| later.tree.get("$self")?.as_str());
        let rest = name.and_then(|name| reference.strip_prefix(name));
        rest.filter(|rest| rest.starts_with('#')).unwrap_or(reference)
    }

    /// Reports a reference that does not lead to a thing of the kind.
    pub(super) fn report_dangling(&mut self, reference: &str, pointer: &Pointer, place: Origin, kind: &Kind) {
        let tokens: Vec<_> = pointer.tokens().collect();
        let tokens: Vec<&str> = tokens.iter().map(AsRef::as_ref).collect();
        let found = match &tokens[..] {
            ["components", section, name] if *section != kind.section && self.names(section).contains(name) => {
                let other = SECTIONS.iter().find(|other| other.section == *section).map_or("something else", |it| it.noun);
                let message = format!("`{reference}` is {other}, and {} is needed", kind.noun);
                Diagnostic::new(Code::WrongRef, place, message)
            }
            ["components", section, name] if *section == kind.section => {
                Diagnostic::new(Code::DanglingRef, place, format!("`{reference}` is not defined"))
            }
            _ => Diagnostic::new(Code::DanglingRef, place, format!("`{reference}` does not lead to {}", kind.noun)),
        };
        self.found.push(match self.suggestion(&tokens, kind) {
            Some(help) => found.help(help),
            None => found,
        });
    }

    /// Names the component that was probably meant: one of the same name, else the nearest name.
    fn suggestion(&self, tokens: &[&str], kind: &Kind) -> Option<String> {
        let name = tokens.last()?;
        if let [_, section, _] = tokens
            && *section == kind.section
            && let Some(other) = SECTIONS.iter().find(|other| self.names(other.section).contains(name))
        {
            return Some(format!("there is {} of that name: `#/components/{}/{name}`", other.noun, other.section));
        }
        let names = self.names(kind.section);
        let name = if names.contains(name) { *name } else { nearest(name, names)? };
        Some(format!("did you mean `#/components/{}/{name}`?", kind.section))
    }

    /// Returns the names in a section of the components.
    fn names(&self, section: &str) -> Vec<&'a str> {
        match (section, &self.description.later, &self.openapi.components) {
            ("pathItems", Some(later), _) => later.path_items.keys().map(String::as_str).collect(),
            (_, _, Some(components)) => section_names(components, section),
            (_, _, None) => Vec::new(),
        }
    }
}

/// Makes the finding of a chain of references that comes back to itself.
pub(super) fn cyclic(reference: &str, place: Origin) -> Diagnostic {
    let message = format!("`{reference}` leads back to itself, through `$ref`s only");
    Diagnostic::new(Code::CyclicRef, place, message).help("one of them must be a definition")
}

fn section_names<'a>(components: &'a Components, section: &str) -> Vec<&'a str> {
    fn keys<T>(map: &indexmap::IndexMap<String, T>) -> Vec<&str> {
        map.keys().map(String::as_str).collect()
    }
    match section {
        "schemas" => keys(&components.schemas),
        "parameters" => keys(&components.parameters),
        "responses" => keys(&components.responses),
        "requestBodies" => keys(&components.request_bodies),
        "headers" => keys(&components.headers),
        "examples" => keys(&components.examples),
        "securitySchemes" => keys(&components.security_schemes),
        "links" => keys(&components.links),
        "callbacks" => keys(&components.callbacks),
        _ => Vec::new(),
    }
}

pub(super) fn path_item_at<'a>(description: &'a Description, tokens: &[&str]) -> Option<&'a ReferenceOr<PathItem>> {
    match tokens {
        ["paths", path] => description.openapi.paths.paths.get(*path),
        ["components", "pathItems", name] => description.later.as_ref()?.path_items.get(*name),
        _ => None,
    }
}

pub(super) fn parameter_at<'a>(description: &'a Description, tokens: &[&str]) -> Option<&'a ReferenceOr<Parameter>> {
    match tokens {
        ["components", "parameters", name] => description.openapi.components.as_ref()?.parameters.get(*name),
        [item @ .., "parameters", index] => {
            let parameters = match path_item_at(description, item) {
                Some(item) => &item.as_item()?.parameters,
                None => &operation_at(description, item)?.parameters,
            };
            parameters.get(index.parse::<usize>().ok()?)
        }
        _ => None,
    }
}

pub(super) fn request_body_at<'a>(description: &'a Description, tokens: &[&str]) -> Option<&'a ReferenceOr<RequestBody>> {
    match tokens {
        ["components", "requestBodies", name] => description.openapi.components.as_ref()?.request_bodies.get(*name),
        [operation @ .., "requestBody"] => operation_at(description, operation)?.request_body.as_ref(),
        _ => None,
    }
}

pub(super) fn response_at<'a>(description: &'a Description, tokens: &[&str]) -> Option<&'a ReferenceOr<Response>> {
    match tokens {
        ["components", "responses", name] => description.openapi.components.as_ref()?.responses.get(*name),
        [operation @ .., "responses", status] => response(&operation_at(description, operation)?.responses, status),
        _ => None,
    }
}

pub(super) fn header_at<'a>(description: &'a Description, tokens: &[&str]) -> Option<&'a ReferenceOr<Header>> {
    match tokens {
        ["components", "headers", name] => description.openapi.components.as_ref()?.headers.get(*name),
        [response @ .., "headers", name] => response_at(description, response)?.as_item()?.headers.get(*name),
        _ => None,
    }
}

pub(super) fn example_at<'a>(description: &'a Description, tokens: &[&str]) -> Option<&'a ReferenceOr<Example>> {
    match tokens {
        ["components", "examples", name] => description.openapi.components.as_ref()?.examples.get(*name),
        _ => None,
    }
}

pub(super) fn security_scheme_at<'a>(description: &'a Description, tokens: &[&str]) -> Option<&'a ReferenceOr<SecurityScheme>> {
    match tokens {
        ["components", "securitySchemes", name] => description.openapi.components.as_ref()?.security_schemes.get(*name),
        _ => None,
    }
}

fn operation_at<'a>(description: &'a Description, tokens: &[&str]) -> Option<&'a Operation> {
    let pointer = || tokens.iter().fold(Pointer::root(), |pointer, token| pointer.child(token));
    if let [item @ .., "query"] | [item @ .., "additionalOperations", _] = tokens {
        let item = item.iter().fold(Pointer::root(), |pointer, token| pointer.child(token));
        let more = description.later.as_ref()?.operations.get(&item)?;
        return more.iter().find(|more| more.pointer == pointer()).map(|more| &more.operation);
    }
    let (method, item) = tokens.split_last()?;
    let item = path_item_at(description, item)?.as_item()?;
    item.iter().find(|(name, _)| name == method).map(|(_, operation)| operation)
}

fn response<'a>(responses: &'a Responses, status: &str) -> Option<&'a ReferenceOr<Response>> {
    if status == "default" {
        return responses.default.as_ref();
    }
    let same = |code: &StatusCode| code.to_string().eq_ignore_ascii_case(status);
    responses.responses.iter().find(|(code, _)| same(code)).map(|(_, response)| response)
}
