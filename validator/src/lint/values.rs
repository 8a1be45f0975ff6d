//! Rules about values that a description gives: examples, defaults and enum values are held against their schemas.

use bindery::kind::Kind;
use bindery::source::{Origin, Pointer};
use foldhash::HashSet;
use serde_json::Value;

use super::Lint;
use crate::finding::Finding;
use crate::rule::{BAD_DEFAULT, BAD_ENUM_VALUE, BAD_EXAMPLE, Rule};
use crate::schema::{Direction, Reading, Schemas, Severity};
use crate::tree::{NodeId, Token, field};
use crate::wire::media::is_json;

/// The keywords that narrow scalar values, besides their type.
const NARROWING: [&str; 8] =
    ["minLength", "maxLength", "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];

/// A value, and what it is.
struct Given<'a> {
    rule: &'static Rule,
    name: &'static str,
    /// The way from the node that gives it.
    way: Vec<Token<'a>>,
    value: &'a Value,
}

/// The values that a node gives for one schema.
struct Held<'a> {
    node: NodeId,
    schema: Pointer,
    values: Vec<Given<'a>>,
}

/// Holds the values of a whole description against their schemas, as far as the generator has not found them wrong already.
pub(super) fn check(cx: &Lint<'_>, found: &mut Vec<Finding>) {
    let known: HashSet<Pointer> = found
        .iter()
        .filter(|finding| finding.rule == &BAD_DEFAULT || finding.rule == &BAD_ENUM_VALUE)
        .map(|finding| finding.origin.pointer.clone())
        .collect();
    let held: Vec<Held<'_>> = (0..cx.tree.nodes.len()).filter_map(|node| held(cx, node, &known)).collect();
    let needed = held.iter().map(|it| it.schema.clone()).collect();
    let schemas = Schemas::some(cx.tree.nodes[0].value, Direction::Either, Reading::Intent, needed);
    for Held { node, schema, values } in held {
        // A schema that can't be used is for other rules.
        let Ok(tester) = schemas.tester(&schema) else { continue };
        let wrong_values = values.into_iter().filter(|given| !tester.is_valid(given.value));
        found.extend(wrong_values.filter_map(|given| wrong(&schemas, &schema, &given, cx.origin(node))));
    }
}

/// Returns the values of a node, if there are any.
fn held<'a>(cx: &Lint<'a>, node: NodeId, known: &HashSet<Pointer>) -> Option<Held<'a>> {
    let (mut values, is_schema) = match cx.tree.nodes[node].kind {
        Kind::Schema => (of_schema(cx, node), true),
        Kind::Parameter | Kind::Header => (beside_schema(cx, node), false),
        Kind::MediaType if matches!(cx.tree.nodes[node].token, Token::Key(name) if is_json(name)) => {
            (beside_schema(cx, node), false)
        }
        _ => return None,
    };
    if values.is_empty() {
        return None;
    }
    let pointer = cx.tree.pointer(node);
    let schema = if is_schema { pointer } else { pointer.child("schema") };
    if known.contains(&schema) {
        values.retain(|given| given.rule == &BAD_EXAMPLE);
    }
    (!values.is_empty()).then_some(Held { node, schema, values })
}

/// Returns the values that stand in a schema.
fn of_schema<'a>(cx: &Lint<'a>, node: NodeId) -> Vec<Given<'a>> {
    let value = cx.tree.nodes[node].value;
    // In 3.0 nothing beside a reference counts; a rule of its own says so.
    if cx.is_3_0 && field(value, "$ref").is_some() {
        return Vec::new();
    }
    let list = |keyword| field(value, keyword).and_then(Value::as_array);
    let mut given = Vec::new();
    let mut add = |rule, name, way, value| given.push(Given { rule, name, way, value });
    if let Some(example) = field(value, "example") {
        add(&BAD_EXAMPLE, "example", vec![Token::Key("example")], example);
    }
    for (index, example) in list("examples").into_iter().flatten().enumerate() {
        add(&BAD_EXAMPLE, "example", vec![Token::Key("examples"), Token::Index(index)], example);
    }
    if let Some(default) = field(value, "default") {
        add(&BAD_DEFAULT, "default", vec![Token::Key("default")], default);
    }
    if let Some(members) = list("enum")
        && NARROWING.iter().any(|keyword| field(value, keyword).is_some())
    {
        for (index, member) in members.iter().enumerate() {
            add(&BAD_ENUM_VALUE, "enum value", vec![Token::Key("enum"), Token::Index(index)], member);
        }
    }
    given
}

/// Returns the examples that stand beside a schema. What is written in another file, or as it is sent, is not looked at.
fn beside_schema<'a>(cx: &Lint<'a>, node: NodeId) -> Vec<Given<'a>> {
    let holder = cx.tree.nodes[node].value;
    if field(holder, "schema").is_none() {
        return Vec::new();
    }
    let one = field(holder, "example").map(|value| (vec![Token::Key("example")], value));
    let several = field(holder, "examples").and_then(Value::as_object).into_iter().flatten().filter_map(|(name, example)| {
        let mut way = vec![Token::Key("examples"), Token::Key(name)];
        // One that others use too is found where it stands first.
        let target = match example.get("$ref").and_then(Value::as_str) {
            Some(reference) => cx.target(reference)?,
            None => {
                way.push(Token::Key("value"));
                example
            }
        };
        Some((way, target.get("value")?))
    });
    let given = one.into_iter().chain(several);
    given.map(|(way, value)| Given { rule: &BAD_EXAMPLE, name: "example", way, value }).collect()
}

/// Says what is wrong with a value first.
fn wrong(schemas: &Schemas<'_>, schema: &Pointer, given: &Given<'_>, giving: Origin) -> Option<Finding> {
    let violations = schemas.errors(schema, given.value).ok()?;
    let mut errors = violations.into_iter().filter(|violation| violation.severity == Severity::Error);
    let first = errors.next()?;
    let more = match errors.count() {
        0 => String::new(),
        more => format!(", and {more} more"),
    };
    let document = giving.document;
    let origin = given.way.iter().fold(giving, |origin, token| match token {
        Token::Key(key) => origin.child(key),
        Token::Index(index) => origin.index(*index),
    });
    let place = first.instance.tokens().fold(origin, |origin, token| origin.child(&token));
    let message = format!("the {} is no value of its schema: {}{more}", given.name, first.message);
    let finding = Finding { help: first.help, ..Finding::new(given.rule, place, message) };
    Some(finding.related("what it breaks", Origin { document, pointer: first.schema }))
}
