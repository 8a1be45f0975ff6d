//! Rules about values that a description gives: examples, defaults and enum values are held against their schemas.

use std::collections::HashSet;

use bindery::kind::Kind;
use bindery::source::{Origin, Pointer};
use serde_json::Value;

use super::Lint;
use crate::finding::Finding;
use crate::rule::{BAD_DEFAULT, BAD_ENUM_VALUE, BAD_EXAMPLE, Rule};
use crate::schema::{Direction, Reading, Schemas, Severity};
use crate::tree::{NodeId, Token};
use crate::wire::media::is_json;

/// The keywords that narrow scalar values, besides their type.
const NARROWING: [&str; 8] =
    ["minLength", "maxLength", "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];

/// A value, and what it is.
struct Given<'a> {
    rule: &'static Rule,
    name: &'static str,
    origin: Origin,
    value: &'a Value,
}

/// Holds the values of a whole description against their schemas, as far as the generator has not found them wrong already.
pub(super) fn check(cx: &Lint<'_>, found: &mut Vec<Finding>) {
    let schemas = Schemas::new(cx.tree.nodes[0].value, Direction::Either, Reading::Intent);
    let known: HashSet<Pointer> = found
        .iter()
        .filter(|finding| finding.rule == &BAD_DEFAULT || finding.rule == &BAD_ENUM_VALUE)
        .map(|finding| finding.origin.pointer.clone())
        .collect();
    for (id, node) in cx.tree.nodes.iter().enumerate() {
        let (schema, values) = match node.kind {
            Kind::Schema => (cx.tree.pointer(id), of_schema(cx, id)),
            Kind::Parameter | Kind::Header => (cx.tree.pointer(id).child("schema"), beside_schema(cx, id)),
            Kind::MediaType if matches!(node.token, Token::Key(name) if is_json(name)) => {
                (cx.tree.pointer(id).child("schema"), beside_schema(cx, id))
            }
            _ => continue,
        };
        for given in values.into_iter().filter(|given| given.rule == &BAD_EXAMPLE || !known.contains(&schema)) {
            found.extend(wrong(&schemas, &schema, given));
        }
    }
}

/// Returns the values that stand in a schema.
fn of_schema<'a>(cx: &Lint<'a>, node: NodeId) -> Vec<Given<'a>> {
    let value = cx.tree.nodes[node].value;
    // In 3.0 nothing beside a reference counts; a rule of its own says so.
    if cx.is_3_0 && value.get("$ref").is_some() {
        return Vec::new();
    }
    let mut given = Vec::new();
    let mut add = |rule, name, key: &str, index: Option<usize>, value| {
        let origin = cx.origin(node).child(key);
        given.push(Given { rule, name, origin: index.map_or_else(|| origin.clone(), |index| origin.index(index)), value });
    };
    if let Some(example) = value.get("example") {
        add(&BAD_EXAMPLE, "example", "example", None, example);
    }
    for (index, example) in value.get("examples").and_then(Value::as_array).into_iter().flatten().enumerate() {
        add(&BAD_EXAMPLE, "example", "examples", Some(index), example);
    }
    if let Some(default) = value.get("default") {
        add(&BAD_DEFAULT, "default", "default", None, default);
    }
    if NARROWING.iter().any(|keyword| value.get(*keyword).is_some()) {
        for (index, member) in value.get("enum").and_then(Value::as_array).into_iter().flatten().enumerate() {
            add(&BAD_ENUM_VALUE, "enum value", "enum", Some(index), member);
        }
    }
    given
}

/// Returns the examples that stand beside a schema. What is written in another file, or as it is sent, is not looked at.
fn beside_schema<'a>(cx: &Lint<'a>, node: NodeId) -> Vec<Given<'a>> {
    let holder = cx.tree.nodes[node].value;
    if holder.get("schema").is_none() {
        return Vec::new();
    }
    let origin = cx.origin(node);
    let one = holder.get("example").map(|value| (origin.child("example"), value));
    let several = holder.get("examples").and_then(Value::as_object).into_iter().flatten().filter_map(|(name, example)| {
        let place = origin.child("examples").child(name);
        // One that others use too is found where it stands first.
        let (target, place) = match example.get("$ref").and_then(Value::as_str) {
            Some(reference) => (cx.target(reference)?, place),
            None => (example, place.child("value")),
        };
        Some((place, target.get("value")?))
    });
    let given = one.into_iter().chain(several);
    given.map(|(origin, value)| Given { rule: &BAD_EXAMPLE, name: "example", origin, value }).collect()
}

/// Says what is wrong with a value first.
fn wrong(schemas: &Schemas<'_>, schema: &Pointer, given: Given<'_>) -> Option<Finding> {
    // A schema that can't be used is for other rules.
    if schemas.is_valid(schema, given.value).unwrap_or(true) {
        return None;
    }
    let violations = schemas.errors(schema, given.value).ok()?;
    let mut errors = violations.into_iter().filter(|violation| violation.severity == Severity::Error);
    let first = errors.next()?;
    let more = match errors.count() {
        0 => String::new(),
        more => format!(", and {more} more"),
    };
    let document = given.origin.document;
    let place = first.instance.tokens().fold(given.origin, |origin, token| origin.child(&token));
    let message = format!("the {} is no value of its schema: {}{more}", given.name, first.message);
    let finding = Finding { help: first.help, ..Finding::new(given.rule, place, message) };
    Some(finding.related("what it breaks", Origin { document, pointer: first.schema }))
}
