//! References that stand in an operation -> what is said beside them (OpenAPI 3.1.0, "Reference Object").
//!
//! The normal form has what references lead to. Schemas are not looked into here.

use bindery::spec::Operation;
use serde_json::Value;

/// Returns the summaries and descriptions beside the references of an operation, with what they lead to.
pub(super) fn words<'a>(tree: &'a Value, operation: &Operation) -> Vec<[Option<&'a str>; 3]> {
    // Before 3.1 they do not count.
    if tree.get("openapi").and_then(Value::as_str).is_none_or(|version| version.starts_with("3.0")) {
        return Vec::new();
    }
    let place = &operation.origin.pointer;
    let of_path = place.as_str().rsplit_once('/').and_then(|(path, _)| tree.pointer(path)?.get("parameters"));
    let mut pending: Vec<&Value> = tree.pointer(place.as_str()).into_iter().chain(of_path).collect();
    let mut found = Vec::new();
    while let Some(value) = pending.pop() {
        match value {
            Value::Object(map) => {
                let text = |key: &str| map.get(key).and_then(Value::as_str);
                let words = ["$ref", "summary", "description"].map(text);
                if words[0].is_some() && (words[1].is_some() || words[2].is_some()) {
                    found.push(words);
                }
                pending.extend(map.iter().filter(|(key, _)| !HAVE_NONE.contains(&key.as_str())).map(|(_, value)| value));
            }
            Value::Array(list) => pending.extend(list),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    found.sort_unstable();
    found
}

/// Where something stands that is no part of an operation. What callbacks send is compared by itself.
const HAVE_NONE: [&str; 6] = ["schema", "itemSchema", "example", "value", "callbacks", "default"];
