//! Operations, parameters and statuses.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use bindery::ir::StatusPattern;
use bindery::plan::{ReadFn, RustItem, RustOperation, RustReader, RustType};

use crate::corpus::record::{Equation, Fate};

use super::described::{Described, Node, Operation};
use super::findings::Found;
use super::rust::Rust;

/// Counts what is called.
pub(super) struct Calls<'a> {
    described: &'a Described<'a>,
    rust: &'a Rust<'a>,
    found: &'a Found,
    pub(super) operations: Equation,
    pub(super) parameters: Equation,
    pub(super) statuses: Equation,
}

impl<'a> Calls<'a> {
    pub(super) fn new(described: &'a Described<'a>, rust: &'a Rust<'a>, found: &'a Found) -> Self {
        let none = Equation::default;
        Self { described, rust, found, operations: none(), parameters: none(), statuses: none() }
    }

    pub(super) fn count(&mut self) {
        let mut methods = BTreeSet::new();
        for (operation, method) in paired(self.described, self.rust) {
            let reported = || self.found.at_or_inside(&operation.node.pointer);
            let fate = fate(method.is_some(), reported);
            self.operations.count(fate, || operation.node.pointer.clone());
            if let Some(method) = method {
                methods.insert(std::ptr::from_ref(method));
                self.count_parameters(&operation, method);
                self.count_statuses(&operation, method);
            }
        }
        for method in self.rust.operations() {
            if !methods.contains(&std::ptr::from_ref(method)) {
                self.operations.count_extra(|| format!("{} {}", method.method, method.path));
            }
        }
    }

    fn count_parameters(&mut self, operation: &Operation<'a>, method: &RustOperation) {
        let parameters = parameters(self.described, operation);
        let mut sent: BTreeSet<(String, String)> =
            method.sends.iter().map(|send| (send.call.to_owned(), known_by(send.call, &send.wire_name))).collect();
        for ((place, name), (standing, parameter)) in parameters {
            let is_key = place == "header" && name == "idempotency-key" && !parameter.flag("required");
            let key = is_key && method.docs.join(" ").contains("idempotency key");
            let is_sent = sent.remove(&(place.clone(), name.clone()));
            let reported = || self.found.at_or_inside(&parameter.pointer) || self.found.at_or_inside(&standing);
            let fate = fate(is_sent || key, reported);
            self.parameters.count(fate, || format!("{} ({place} `{name}` of {})", parameter.pointer, operation.node.pointer));
        }
        for (place, name) in sent {
            self.parameters.count_extra(|| format!("{place} `{name}` of {}", operation.node.pointer));
        }
    }

    fn count_statuses(&mut self, operation: &Operation<'a>, method: &RustOperation) {
        let responses = operation.node.entries("responses");
        let responses: Vec<_> = responses.into_iter().filter(|(status, _)| !status.starts_with("x-")).collect();
        let success = responses.iter().any(|(status, _)| is_success(status));
        for (status, node) in responses {
            let as_success = is_success(status) || (status == "default" && !success);
            let reader = if as_success { &method.success } else { &method.error };
            let response = self.described.follow(node.clone());
            let read = self.is_read(reader, status, &response);
            let reported = || self.found.at_or_inside(&node.pointer) || self.found.at_or_inside(&response.pointer);
            self.statuses.count(fate(read, reported), || format!("{} (read as `{}`)", node.pointer, reader.ty));
        }
    }

    /// Tells whether an answer of a status is read as what it is described to be.
    fn is_read(&self, reader: &RustReader, status: &str, response: &Node<'a>) -> bool {
        let reader = match (&reader.read, &reader.ty) {
            (ReadFn::Own, RustType::Named(path)) => {
                let Some(RustItem::Answers(answers)) = self.rust.item(&path.to_string()) else { return false };
                match answers.variants.iter().find(|answer| is_status(answer.status, status)) {
                    Some(answer) => &answer.reader,
                    None => return false,
                }
            }
            _ => reader,
        };
        let content = response.entries("content");
        if content.is_empty() {
            return matches!(reader.ty, RustType::Unit | RustType::Bytes);
        }
        match reader.ty {
            RustType::Bytes | RustType::String
                if !content.iter().any(|(name, media)| is_json(name) && media.child("schema").is_some()) =>
            {
                true
            }
            RustType::Value if content.iter().any(|(_, media)| media.child("schema").is_none()) => true,
            _ => content.iter().filter_map(|(_, media)| media.child("schema")).any(|schema| self.is_of(&schema, &reader.ty)),
        }
    }

    /// Tells whether a type is that of a schema.
    fn is_of(&self, schema: &Node<'a>, ty: &RustType) -> bool {
        // Whether there may be no value is not part of what the schema became.
        let inner = match ty {
            RustType::Option(inner) => inner,
            ty => ty,
        };
        let names = [ty.to_string(), inner.to_string()];
        let target = self.described.follow(schema.clone());
        let types = [&schema.pointer, &target.pointer].map(|place| self.rust.types_at(place)).concat();
        types.iter().any(|ty| names.iter().any(|name| name == ty))
    }
}

/// Returns every operation under `paths`, with the method that was generated for it.
pub(super) fn paired<'a>(described: &Described<'a>, rust: &Rust<'a>) -> Vec<(Operation<'a>, Option<&'a RustOperation>)> {
    let mut used: HashMap<(String, String), usize> = HashMap::new();
    let pairs = described.operations().into_iter().map(|operation| {
        let number = used.entry((operation.method.clone(), operation.path.clone())).or_default();
        let method = rust.operation(&operation.method, &operation.path, *number);
        *number += 1;
        (operation, method)
    });
    pairs.collect()
}

/// Returns the parameters of an operation by place and name, placeholders of the path that nothing describes among them, each with the pointer where it stands in the list.
pub(super) fn parameters<'a>(
    described: &Described<'a>,
    operation: &Operation<'a>,
) -> BTreeMap<(String, String), (String, Node<'a>)> {
    let mut merged = BTreeMap::new();
    for holder in [&operation.item, &operation.node] {
        let mut own = BTreeMap::new();
        for standing in holder.items("parameters") {
            let parameter = described.follow(standing.clone());
            let (Some(place), Some(name)) = (parameter.text("in"), parameter.text("name")) else { continue };
            own.entry((place.to_owned(), known_by(place, name))).or_insert((standing.pointer, parameter));
        }
        merged.extend(own);
    }
    for name in placeholders(&operation.path) {
        let implied = || (operation.node.pointer.clone(), operation.node.clone());
        merged.entry(("path".to_owned(), name.to_owned())).or_insert_with(implied);
    }
    merged
}

/// Returns the names in braces of a path template.
fn placeholders(path: &str) -> impl Iterator<Item = &str> {
    path.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}

/// The names of headers know no case.
fn known_by(place: &str, name: &str) -> String {
    if place == "header" { name.to_ascii_lowercase() } else { name.to_owned() }
}

fn is_success(status: &str) -> bool {
    status.starts_with('2')
}

fn is_status(pattern: StatusPattern, status: &str) -> bool {
    match pattern {
        StatusPattern::Code(code) => status == code.to_string(),
        StatusPattern::Range(digit) => status.eq_ignore_ascii_case(&format!("{digit}XX")),
        StatusPattern::Default => status == "default",
    }
}

pub(super) fn is_json(media_type: &str) -> bool {
    let name = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    name == "application/json" || name.ends_with("+json")
}

fn fate(generated: bool, reported: impl FnOnce() -> bool) -> Fate {
    match generated {
        true => Fate::Generated,
        false if reported() => Fate::Reported,
        false => Fate::Missing,
    }
}
