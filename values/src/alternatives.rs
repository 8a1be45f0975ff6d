//! A converted schema -> the flat schemas that its values can be made of: no references, no `allOf`, one branch of each union.

use serde_json::{Map, Value, json};

use crate::schemas::Schemas;

/// A schema of nothing but keywords of its own.
pub(crate) type Flat = Map<String, Value>;

/// A union within unions can have more branches than anybody wants to see.
const MAX_ALTERNATIVES: usize = 48;

/// References and branches nest no deeper than this.
const MAX_DEPTH: usize = 24;

/// Returns the alternatives of a schema, in its order; none where it allows no value.
pub(crate) fn alternatives(schemas: &Schemas<'_>, schema: &Value) -> Vec<Flat> {
    within(schemas, schema, MAX_DEPTH)
}

fn within(schemas: &Schemas<'_>, schema: &Value, depth: usize) -> Vec<Flat> {
    let schema = match schema {
        Value::Object(schema) if depth > 0 => schema,
        Value::Bool(true) => return vec![Flat::new()],
        _ => return Vec::new(),
    };
    let composed = ["$ref", "allOf", "oneOf", "anyOf", "not"];
    let own = schema.iter().filter(|(keyword, _)| !composed.contains(&keyword.as_str()));
    let mut made = vec![own.map(|(keyword, value)| (keyword.clone(), value.clone())).collect::<Flat>()];
    if let Some(target) = schema.get("$ref").and_then(Value::as_str).and_then(|reference| schemas.referred(reference)) {
        made = combine(made, &within(schemas, target, depth - 1));
    }
    for part in branches(schema, "allOf") {
        made = combine(made, &within(schemas, part, depth - 1));
    }
    for keyword in ["oneOf", "anyOf"] {
        let mut either = Vec::new();
        for branch in branches(schema, keyword) {
            either.extend(within(schemas, branch, depth - 1));
        }
        if keyword == "anyOf" {
            either.extend(all_at_once(&either));
        }
        if schema.contains_key(keyword) {
            made = combine(made, &either);
        }
    }
    made.truncate(MAX_ALTERNATIVES);
    made
}

fn branches<'s>(schema: &'s Map<String, Value>, keyword: &str) -> impl Iterator<Item = &'s Value> {
    schema.get(keyword).and_then(Value::as_array).into_iter().flatten()
}

/// A value of `anyOf` may be one of several branches at the same time.
fn all_at_once(branches: &[Flat]) -> Option<Flat> {
    let objects: Vec<_> = branches.iter().filter(|branch| branch.contains_key("properties")).collect();
    let [first, rest @ ..] = objects.as_slice() else { return None };
    if rest.is_empty() {
        return None;
    }
    rest.iter().try_fold((*first).clone(), |merged, next| merge(&merged, next))
}

/// Merges every schema of one list with every one of another; of many pairs, only those that vary one of the two.
fn combine(left: Vec<Flat>, right: &[Flat]) -> Vec<Flat> {
    let many = left.len() * right.len() > MAX_ALTERNATIVES;
    let mut merged = Vec::new();
    for (row, left) in left.iter().enumerate() {
        for (column, right) in right.iter().enumerate() {
            if !many || row == 0 || column == 0 {
                merged.extend(merge(left, right));
            }
        }
    }
    merged
}

/// Merges two flat schemas to one that both allow; none where they contradict each other at first sight.
fn merge(left: &Flat, right: &Flat) -> Option<Flat> {
    let mut merged = left.clone();
    for (keyword, value) in right {
        let both = match merged.get(keyword) {
            None => value.clone(),
            Some(there) if there == value => continue,
            Some(there) => merge_keyword(keyword, there, value)?,
        };
        merged.insert(keyword.clone(), both);
    }
    Some(merged)
}

fn merge_keyword(keyword: &str, left: &Value, right: &Value) -> Option<Value> {
    let number = |value: &Value| value.as_f64().unwrap_or_default();
    Some(match keyword {
        "type" => common_type(left, right)?,
        "enum" => {
            let right = right.as_array()?;
            let common: Vec<_> = left.as_array()?.iter().filter(|value| right.contains(value)).cloned().collect();
            if common.is_empty() {
                return None;
            }
            Value::Array(common)
        }
        "required" | "examples" => {
            let mut union = left.as_array()?.clone();
            union.extend(
                right.as_array()?.iter().filter(|value| !left.as_array().is_some_and(|left| left.contains(value))).cloned(),
            );
            Value::Array(union)
        }
        "properties" | "patternProperties" => {
            let mut union = left.as_object()?.clone();
            for (name, schema) in right.as_object()? {
                let both = union.get(name).map_or_else(|| schema.clone(), |there| both(there, schema));
                union.insert(name.clone(), both);
            }
            Value::Object(union)
        }
        "items" | "additionalProperties" => both(left, right),
        "minimum" | "exclusiveMinimum" | "minLength" | "minItems" | "minProperties" => {
            if number(left) >= number(right) {
                left.clone()
            } else {
                right.clone()
            }
        }
        "maximum" | "exclusiveMaximum" | "maxLength" | "maxItems" | "maxProperties" => {
            if number(left) <= number(right) {
                left.clone()
            } else {
                right.clone()
            }
        }
        _ => right.clone(),
    })
}

fn both(left: &Value, right: &Value) -> Value {
    match (left, right) {
        (Value::Bool(false), _) | (_, Value::Bool(false)) => json!(false),
        (Value::Bool(true), other) | (other, Value::Bool(true)) => other.clone(),
        (left, right) if left == right => left.clone(),
        (left, right) => json!({"allOf": [left, right]}),
    }
}

fn common_type(left: &Value, right: &Value) -> Option<Value> {
    let (left, right) = (type_names(left), type_names(right));
    let mut common: Vec<&str> = Vec::new();
    for name in &left {
        if right.contains(name) || (*name == "integer" && right.contains(&"number")) {
            common.push(name);
        } else if *name == "number" && right.contains(&"integer") {
            common.push("integer");
        }
    }
    match common.as_slice() {
        [] => None,
        [only] => Some(json!(only)),
        several => Some(json!(several)),
    }
}

/// Returns the names in a `type`.
pub(crate) fn type_names(value: &Value) -> Vec<&str> {
    match value {
        Value::String(name) => vec![name],
        Value::Array(names) => names.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}
