//! Pointers into a description -> what people call the place: `Pet.kind`, `GET /pets query limit`, `POST /pets body.tags[]`.
//!
//! A place is called by names only, so that it stays what it is when others in a list with it come and go. Changes are recognized by it.

use std::collections::{HashMap, HashSet};

use bindery::source::Pointer;
use bindery::spec::{Document, Operation};

use super::{outgoing, unions};

/// The names of what stands in lists, by pointers.
pub(super) struct Places {
    names: HashMap<String, String>,
}

impl Places {
    pub(super) fn new(document: &Document) -> Self {
        let mut names = HashMap::new();
        document.operations.iter().for_each(|operation| add_operation(&mut names, operation));
        for (_, schema) in document.schemas.iter() {
            for branches in [&schema.one_of, &schema.any_of] {
                let mut taken = HashSet::new();
                for id in branches {
                    let label = unions::label(document, *id);
                    let mut free = (1..).map(|number| if number == 1 { label.clone() } else { format!("{label} {number}") });
                    let name = free.find(|name| taken.insert(name.clone())).unwrap_or_default();
                    names.insert(document.schemas[*id].origin.pointer.as_str().to_owned(), name);
                }
            }
        }
        Self { names }
    }

    /// Calls a place by its names.
    pub(super) fn subject(&self, pointer: &Pointer) -> String {
        let tokens: Vec<String> = pointer.tokens().map(|token| token.into_owned()).collect();
        let mut text = String::new();
        let mut before = Pointer::root();
        let mut at = 0;
        while at < tokens.len() {
            let rest: Vec<&str> = tokens[at..].iter().map(String::as_str).collect();
            let (said, used) = self.step(&before, &rest);
            text += &said;
            rest[..used].iter().for_each(|token| before = before.child(token));
            at += used;
        }
        text.trim_start().to_owned()
    }

    /// Says the next part of a place, and how many tokens that are.
    fn step(&self, before: &Pointer, rest: &[&str]) -> (String, usize) {
        match *rest {
            ["components", "schemas", name, ..] => (name.to_owned(), 3),
            ["components", section, name, ..] => (format!("{} {name}", singular(section)), 3),
            ["paths", path, method, ..] if is_method(method) => (of_operation(&method.to_uppercase(), path), 3),
            ["paths", path, ..] => (path.to_owned(), 2),
            ["parameters", number, ..] => (format!(" {}", self.name(before, "parameters", number)), 2),
            ["servers", number, ..] => (format!(" server {}", self.name(before, "servers", number)), 2),
            ["requestBody", ..] => (" body".to_owned(), 1),
            ["responses", status, ..] => (format!(" {status}"), 2),
            ["headers", name, ..] => (format!(" header {name}"), 2),
            ["content", "application/json", ..] => (String::new(), 2),
            ["content", "application/x-www-form-urlencoded", ..] => (" form".to_owned(), 2),
            ["content", "multipart/form-data", ..] => (" multipart".to_owned(), 2),
            ["content", media, ..] => (format!(" {media}"), 2),
            ["properties", name, ..] => (format!(".{name}"), 2),
            ["patternProperties", name, ..] => (format!(".[{name}]"), 2),
            ["additionalProperties", ..] => (".*".to_owned(), 1),
            ["items", ..] => ("[]".to_owned(), 1),
            ["allOf", _, ..] => (String::new(), 2),
            [keyword @ ("oneOf" | "anyOf" | "prefixItems"), number, ..] => {
                (format!("({})", self.name(before, keyword, number)), 2)
            }
            ["schema", ..] | [] => (String::new(), 1),
            [token, ..] => (format!("/{token}"), 1),
        }
    }

    fn name<'s>(&'s self, before: &Pointer, list: &str, number: &'s str) -> &'s str {
        self.names.get(before.child(list).child(number).as_str()).map_or(number, String::as_str)
    }
}

/// Calls an operation by its method and path, a webhook or a callback by its name.
pub(super) fn of_operation(method: &str, path: &str) -> String {
    match (outgoing::name(path), method) {
        (Some(name), "POST") => name.to_owned(),
        (Some(name), method) => format!("{name} ({method})"),
        (None, method) => format!("{method} {path}"),
    }
}

fn add_operation(names: &mut HashMap<String, String>, operation: &Operation) {
    for parameter in &operation.parameters {
        let name = format!("{} {}", super::parameters::location(parameter.location), parameter.name);
        names.insert(parameter.origin.pointer.as_str().to_owned(), name);
    }
    for server in &operation.servers {
        names.insert(server.origin.pointer.as_str().to_owned(), server.url.clone());
    }
}

fn singular(section: &str) -> &str {
    match section {
        "requestBodies" => "body",
        "securitySchemes" => "security scheme",
        other => other.trim_end_matches('s'),
    }
}

fn is_method(token: &str) -> bool {
    ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"].contains(&token)
}
