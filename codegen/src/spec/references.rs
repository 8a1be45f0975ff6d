//! Where a `$ref` leads: local pointers into the typed description, and what to say of those that lead nowhere.

use indexmap::IndexMap;
use openapiv3::{
    Components, Content, Example, Header, Operation, Parameter, ParameterSchemaOrContent, ReferenceOr, RequestBody, Response,
    Responses, SecurityScheme, StatusCode,
};

use super::resolve::Resolver;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::parse::{Description, Item};
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

const CALLBACK: Kind = Kind { section: "callbacks", noun: "a callback" };

/// How many `$ref`s a pointer may lead through.
pub(super) const MAX_HOPS: usize = 16;

/// How many references are compared with all names for the one that was meant: with many of both that takes its time.
const MAX_SUGGESTIONS: usize = 100;

/// The sections of the components, with what their parts are called.
const SECTIONS: [Kind; 9] = [
    SCHEMA,
    PARAMETER,
    RESPONSE,
    REQUEST_BODY,
    HEADER,
    EXAMPLE,
    SECURITY_SCHEME,
    CALLBACK,
    Kind { section: "links", noun: "a link" },
];

/// Finds the node of one kind that a pointer's tokens lead to.
type Lookup<'a, T> = fn(&'a Description<'a>, &[&str]) -> Option<&'a ReferenceOr<T>>;

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
            let Some((target, found_at)) = self.look_up_through(&pointer, lookup) else {
                self.report_dangling(reference, &pointer, place, kind);
                return None;
            };
            node = target;
            origin = Origin { document: origin.document, pointer: found_at };
            passed.push(pointer);
        }
    }

    /// Finds the node that a pointer leads to, through `$ref`s that stand on its way, and where it stands.
    fn look_up_through<T>(&self, pointer: &Pointer, lookup: Lookup<'a, T>) -> Option<(&'a ReferenceOr<T>, Pointer)> {
        let mut pointer = pointer.clone();
        for _ in 0..MAX_HOPS {
            if let Some(node) = self.look_up(&pointer, lookup) {
                return Some((node, pointer));
            }
            pointer = self.pass_reference(&pointer)?;
        }
        None
    }

    /// Follows the first `$ref` on the way of a pointer: what stands beside a `$ref` says nothing (OpenAPI 3.0.3, "Reference Object"), so
    /// what is meant is in the node that it leads to.
    pub(super) fn pass_reference(&self, pointer: &Pointer) -> Option<Pointer> {
        let tokens: Vec<_> = pointer.tokens().collect();
        let tokens: Vec<&str> = tokens.iter().map(AsRef::as_ref).collect();
        (1..tokens.len()).find_map(|length| {
            let (way, rest) = tokens.split_at(length);
            let target = self.reference_at(way)?;
            Some(rest.iter().fold(target, |pointer, token| pointer.child(token)))
        })
    }

    /// Returns where the `$ref` leads that stands at a place, if one does.
    fn reference_at(&self, tokens: &[&str]) -> Option<Pointer> {
        fn text<T>(node: Option<&ReferenceOr<T>>) -> Option<&str> {
            match node? {
                ReferenceOr::Reference { reference } => Some(reference),
                ReferenceOr::Item(_) => None,
            }
        }
        let description = self.description;
        let reference = text(path_item_at(description, tokens))
            .or_else(|| text(parameter_at(description, tokens)))
            .or_else(|| text(request_body_at(description, tokens)))
            .or_else(|| text(response_at(description, tokens)))
            .or_else(|| text(header_at(description, tokens)));
        if let Some(reference) = reference {
            return Pointer::parse(self.without_own_name(reference));
        }
        let place = tokens.iter().fold(Pointer::root(), |pointer, token| pointer.child(token));
        let schema = self.schemas[*self.by_pointer.get(&place)?].reference?;
        Some(self.schemas[schema].origin.pointer.clone())
    }

    /// Checks that a callback that is only a reference leads to one.
    pub(super) fn check_callback(&mut self, callback: &Origin) {
        let (mut place, mut passed) = (callback.child("$ref"), Vec::new());
        let mut next = self.description.text_at(&callback.pointer, "$ref");
        while let Some(reference) = next {
            let Some(pointer) = self.local(reference, &place) else { return };
            if passed.contains(&pointer) || passed.len() > MAX_HOPS {
                return self.found.push(cyclic(reference, place));
            }
            let tokens: Vec<_> = pointer.tokens().collect();
            let tokens: Vec<&str> = tokens.iter().map(AsRef::as_ref).collect();
            next = match callback_at(self.description, &tokens, &pointer) {
                Some(next) => next,
                None => return self.report_dangling(reference, &pointer, place, &CALLBACK),
            };
            place = Origin { document: place.document, pointer: pointer.child("$ref") };
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
        let name = self.description.text_at(&Pointer::root(), "$self");
        let rest = name.and_then(|name| reference.strip_prefix(name));
        rest.filter(|rest| rest.starts_with('#')).unwrap_or(reference)
    }

    /// Reports a reference that does not lead to a thing of the kind.
    pub(super) fn report_dangling(&mut self, reference: &str, pointer: &Pointer, place: Origin, kind: &Kind) {
        let tokens: Vec<_> = pointer.tokens().collect();
        let tokens: Vec<&str> = tokens.iter().map(AsRef::as_ref).collect();
        let found = match (self.noun_at(&tokens), &tokens[..]) {
            (Some(other), _) if other != kind.noun => {
                let message = format!("`{reference}` is {other}, and {} is needed", kind.noun);
                Diagnostic::new(Code::WrongRef, place, message)
            }
            (_, ["components", section, _]) if *section == kind.section => {
                Diagnostic::new(Code::DanglingRef, place, format!("`{reference}` is not defined"))
            }
            _ => Diagnostic::new(Code::DanglingRef, place, format!("`{reference}` does not lead to {}", kind.noun)),
        };
        self.suggestions += 1;
        let help = if self.suggestions > MAX_SUGGESTIONS { None } else { self.suggestion(&tokens, kind) };
        self.found.push(match help {
            Some(help) => found.help(help),
            None => found,
        });
    }

    /// Says what stands at a place, with its article.
    fn noun_at(&self, tokens: &[&str]) -> Option<&'static str> {
        if let ["components", section, name] = tokens {
            let kind = SECTIONS.iter().find(|kind| kind.section == *section)?;
            return self.has_component(section, name).then_some(kind.noun);
        }
        let description = self.description;
        let place = tokens.iter().fold(Pointer::root(), |pointer, token| pointer.child(token));
        let nouns = [
            (self.by_pointer.contains_key(&place), SCHEMA.noun),
            (path_item_at(description, tokens).is_some(), PATH_ITEM.noun),
            (operation_at(description, tokens).is_some(), "an operation"),
            (parameter_at(description, tokens).is_some(), PARAMETER.noun),
            (request_body_at(description, tokens).is_some(), REQUEST_BODY.noun),
            (response_at(description, tokens).is_some(), RESPONSE.noun),
            (header_at(description, tokens).is_some(), HEADER.noun),
            (example_at(description, tokens).is_some(), EXAMPLE.noun),
        ];
        nouns.into_iter().find(|(stands_there, _)| *stands_there).map(|(_, noun)| noun)
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

    fn has_component(&self, section: &str, name: &str) -> bool {
        if section == "schemas" {
            return self.description.component_schemas().any(|(schema, _)| schema == name);
        }
        if section == "pathItems" {
            return self.description.path_items.contains_key(name);
        }
        let Some(components) = &self.openapi.components else { return false };
        match section {
            "parameters" => components.parameters.contains_key(name),
            "responses" => components.responses.contains_key(name),
            "requestBodies" => components.request_bodies.contains_key(name),
            "headers" => components.headers.contains_key(name),
            "examples" => components.examples.contains_key(name),
            "securitySchemes" => components.security_schemes.contains_key(name),
            "links" => components.links.contains_key(name),
            "callbacks" => components.callbacks.contains_key(name),
            _ => false,
        }
    }

    /// Returns the names in a section of the components.
    fn names(&self, section: &str) -> Vec<&'a str> {
        match (section, &self.openapi.components) {
            ("pathItems", _) => self.description.path_items.keys().map(String::as_str).collect(),
            ("schemas", _) => self.description.component_schemas().map(|(name, _)| name).collect(),
            (_, Some(components)) => section_names(components, section),
            (_, None) => Vec::new(),
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

pub(super) fn path_item_at<'a>(description: &'a Description<'a>, tokens: &[&str]) -> Option<&'a ReferenceOr<Item>> {
    match tokens {
        ["paths", path] => description.paths.get(*path),
        ["components", "pathItems", name] => description.path_items.get(*name),
        _ => None,
    }
}

pub(super) fn parameter_at<'a>(description: &'a Description<'a>, tokens: &[&str]) -> Option<&'a ReferenceOr<Parameter>> {
    match tokens {
        ["components", "parameters", name] => description.openapi.components.as_ref()?.parameters.get(*name),
        [item @ .., "parameters", index] => {
            let parameters = match path_item_at(description, item) {
                Some(item) => &item.as_item()?.shared.parameters,
                None => &operation_at(description, item)?.parameters,
            };
            parameters.get(index.parse::<usize>().ok()?)
        }
        _ => None,
    }
}

pub(super) fn request_body_at<'a>(description: &'a Description<'a>, tokens: &[&str]) -> Option<&'a ReferenceOr<RequestBody>> {
    match tokens {
        ["components", "requestBodies", name] => description.openapi.components.as_ref()?.request_bodies.get(*name),
        [operation @ .., "requestBody"] => operation_at(description, operation)?.request_body.as_ref(),
        _ => None,
    }
}

pub(super) fn response_at<'a>(description: &'a Description<'a>, tokens: &[&str]) -> Option<&'a ReferenceOr<Response>> {
    match tokens {
        ["components", "responses", name] => description.openapi.components.as_ref()?.responses.get(*name),
        [operation @ .., "responses", status] => response(&operation_at(description, operation)?.responses, status),
        _ => None,
    }
}

pub(super) fn header_at<'a>(description: &'a Description<'a>, tokens: &[&str]) -> Option<&'a ReferenceOr<Header>> {
    match tokens {
        ["components", "headers", name] => description.openapi.components.as_ref()?.headers.get(*name),
        [response @ .., "headers", name] => response_at(description, response)?.as_item()?.headers.get(*name),
        _ => None,
    }
}

/// Finds a callback. One that is itself only a reference gives the text of that.
fn callback_at<'a>(description: &'a Description<'a>, tokens: &[&str], pointer: &Pointer) -> Option<Option<&'a str>> {
    match tokens {
        ["components", "callbacks", name] => match description.openapi.components.as_ref()?.callbacks.get(*name)? {
            ReferenceOr::Reference { reference } => Some(Some(reference)),
            ReferenceOr::Item(_) => Some(None),
        },
        [operation @ .., "callbacks", name] => {
            operation_at(description, operation)?.callbacks.get(*name)?;
            Some(description.text_at(pointer, "$ref"))
        }
        _ => None,
    }
}

/// Finds the examples of a media type, a parameter or a header.
fn examples_at<'a>(description: &'a Description<'a>, tokens: &[&str]) -> Option<&'a IndexMap<String, ReferenceOr<Example>>> {
    if let [holder @ .., "content", name] = tokens {
        return content_at(description, holder)?.get(*name).map(|media_type| &media_type.examples);
    }
    let parameter = parameter_at(description, tokens).and_then(ReferenceOr::as_item);
    let header = || header_at(description, tokens).and_then(ReferenceOr::as_item);
    parameter.map(|parameter| &parameter.parameter_data_ref().examples).or_else(|| header().map(|header| &header.examples))
}

/// Finds the media types of a request body, a response, a parameter or a header.
fn content_at<'a>(description: &'a Description<'a>, tokens: &[&str]) -> Option<&'a Content> {
    if let Some(body) = request_body_at(description, tokens) {
        return Some(&body.as_item()?.content);
    }
    if let Some(response) = response_at(description, tokens) {
        return Some(&response.as_item()?.content);
    }
    let format = match parameter_at(description, tokens) {
        Some(parameter) => &parameter.as_item()?.parameter_data_ref().format,
        None => &header_at(description, tokens)?.as_item()?.format,
    };
    match format {
        ParameterSchemaOrContent::Content(content) => Some(content),
        ParameterSchemaOrContent::Schema(_) => None,
    }
}

pub(super) fn example_at<'a>(description: &'a Description<'a>, tokens: &[&str]) -> Option<&'a ReferenceOr<Example>> {
    match tokens {
        ["components", "examples", name] => description.openapi.components.as_ref()?.examples.get(*name),
        [holder @ .., "examples", name] => examples_at(description, holder)?.get(*name),
        _ => None,
    }
}

pub(super) fn security_scheme_at<'a>(
    description: &'a Description<'a>,
    tokens: &[&str],
) -> Option<&'a ReferenceOr<SecurityScheme>> {
    match tokens {
        ["components", "securitySchemes", name] => description.openapi.components.as_ref()?.security_schemes.get(*name),
        _ => None,
    }
}

fn operation_at<'a>(description: &'a Description<'a>, tokens: &[&str]) -> Option<&'a Operation> {
    let item = match tokens {
        [item @ .., "additionalOperations", _] | [item @ .., _] => item,
        [] => return None,
    };
    let operations = &path_item_at(description, item)?.as_item()?.operations;
    let place = tokens.iter().fold(Pointer::root(), |pointer, token| pointer.child(token));
    operations.iter().find(|each| each.pointer == place).map(|each| &each.operation)
}

fn response<'a>(responses: &'a Responses, status: &str) -> Option<&'a ReferenceOr<Response>> {
    if status == "default" {
        return responses.default.as_ref();
    }
    let same = |code: &StatusCode| code.to_string().eq_ignore_ascii_case(status);
    responses.responses.iter().find(|(code, _)| same(code)).map(|(_, response)| response)
}
