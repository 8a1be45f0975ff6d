//! A converted schema -> the same without properties that nobody described, so that a value's properties are those of a branch that it
//! satisfies: a value that is none of one branch can be valid by another one that does not know the property.
//!
//! Closing is done where a schema is used (JSON Schema 2020-12, Core, section 11.3), because what an `allOf` or a reference leads to is
//! only a part of what is described.
//!
//! And the same with all properties, for a reader that passes over those that nobody described.

use serde_json::{Map, Value, json};

/// Schemas within schemas, by what holds them.
const ONE: [&str; 6] =
    ["items", "additionalProperties", "contains", "propertyNames", "unevaluatedItems", "unevaluatedProperties"];
const NAMED: [&str; 2] = ["properties", "patternProperties"];
const BRANCHES: [&str; 3] = ["allOf", "oneOf", "anyOf"];

/// Closes a schema that is used as it is.
pub(crate) fn closed(schema: &Value) -> Value {
    let mut closed = part(schema);
    if let Value::Object(object) = &mut closed
        && says_something(object)
        && !object.contains_key("additionalProperties")
    {
        object.entry("unevaluatedProperties").or_insert(json!(false));
    }
    closed
}

/// Opens a schema: `additionalProperties: false` does not refuse a property. What `not` and conditions hold stays as it is, since they would
/// allow less by that.
pub(crate) fn opened(schema: &Value) -> Value {
    let Value::Object(object) = schema else { return schema.clone() };
    let mut made = Map::new();
    for (keyword, value) in object {
        let value = match value {
            Value::Bool(false) if ["additionalProperties", "unevaluatedProperties"].contains(&keyword.as_str()) => continue,
            Value::Array(schemas) if BRANCHES.contains(&keyword.as_str()) || keyword == "prefixItems" => {
                Value::Array(schemas.iter().map(opened).collect())
            }
            Value::Object(named) if NAMED.contains(&keyword.as_str()) => {
                Value::Object(named.iter().map(|(name, inner)| (name.clone(), opened(inner))).collect())
            }
            inner if ONE.contains(&keyword.as_str()) => opened(inner),
            other => other.clone(),
        };
        made.insert(keyword.clone(), value);
    }
    Value::Object(made)
}

/// Closes what is within a schema that is a part of another one, or that a reference leads to.
pub(crate) fn part(schema: &Value) -> Value {
    let Value::Object(object) = schema else { return schema.clone() };
    let mut made = Map::new();
    for (keyword, value) in object {
        let value = match value {
            Value::Array(branches) if BRANCHES.contains(&keyword.as_str()) => Value::Array(branches.iter().map(part).collect()),
            Value::Array(items) if keyword == "prefixItems" => Value::Array(items.iter().map(closed).collect()),
            Value::Object(named) if NAMED.contains(&keyword.as_str()) => {
                Value::Object(named.iter().map(|(name, inner)| (name.clone(), closed(inner))).collect())
            }
            inner if ONE.contains(&keyword.as_str()) => closed(inner),
            other => other.clone(),
        };
        made.insert(keyword.clone(), value);
    }
    describe_required(&mut made);
    if !says_something(object) && object.get("type").is_some_and(|types| *types == json!("object")) {
        made.insert("additionalProperties".to_owned(), json!(true));
    }
    Value::Object(made)
}

/// Describes the properties that have to be there: a name in `required` alone says that much.
fn describe_required(schema: &mut Map<String, Value>) {
    let Some(Value::Array(names)) = schema.get("required").cloned() else { return };
    let properties = schema.entry("properties").or_insert_with(|| json!({}));
    if let Value::Object(properties) = properties {
        for name in names.iter().filter_map(Value::as_str) {
            properties.entry(name).or_insert(json!(true));
        }
    }
}

/// Tells whether a schema describes properties, or refers to what may. An object of which nothing is said may have any.
fn says_something(object: &Map<String, Value>) -> bool {
    let keywords = ["$ref", "required"];
    [&NAMED[..], &BRANCHES[..], &keywords[..]].concat().iter().any(|keyword| object.contains_key(*keyword))
}
