//! A schema -> one value that it allows, for witnesses.

use bindery::spec::{Document, JsonType, SchemaId};
use serde_json::{Map, Value, json};

use super::view::{View, view};

/// How deep a value is made; what is required below is a cycle that has no end.
const DEEP: usize = 8;

/// Longer texts and lists convince nobody.
const LONG: usize = 200;

/// Makes a small value that a schema allows. Patterns and further assertions are beyond it: it gives none then.
pub(super) fn sample(document: &Document, id: SchemaId) -> Option<Value> {
    of_schema(document, id, DEEP)
}

fn of_schema(document: &Document, id: SchemaId, depth: usize) -> Option<Value> {
    let view = view(document, id);
    if depth == 0 || view.never || !view.assertions.is_empty() || !view.patterns.is_empty() || view.unions.len() > 1 {
        return None;
    }
    if let Some(values) = &view.values {
        return values.first().map(|value| (*value).clone());
    }
    if let Some((_, branches)) = view.unions.first() {
        return branches.iter().find_map(|branch| of_schema(document, *branch, depth - 1));
    }
    let ty = view.types.as_ref().map_or(Some(JsonType::Object), |types| types.first().copied());
    match ty {
        Some(ty) => of_type(document, &view, ty, depth),
        None => view.null.then_some(Value::Null),
    }
}

fn of_type(document: &Document, view: &View<'_>, ty: JsonType, depth: usize) -> Option<Value> {
    Some(match ty {
        JsonType::Boolean => Value::Bool(true),
        JsonType::Integer | JsonType::Number => number(view)?,
        JsonType::String => text(view)?,
        JsonType::Array => {
            let count = count(view, "minItems");
            let item = view.items.map_or(Some(json!(1)), |id| of_schema(document, id, depth - 1));
            if count > LONG || (count > 1 && view.unique_items) {
                return None;
            }
            Value::Array(if count == 0 { Vec::new() } else { vec![item?; count] })
        }
        JsonType::Object => {
            if count(view, "minProperties") > view.required.len() {
                return None;
            }
            Value::Object(object(document, view, depth)?)
        }
    })
}

fn object(document: &Document, view: &View<'_>, depth: usize) -> Option<Map<String, Value>> {
    let member = |name: &&str| {
        let value = match view.properties.get(name).map(Vec::as_slice) {
            Some([id]) => of_schema(document, *id, depth - 1)?,
            Some(_) => return None,
            None => json!(1),
        };
        Some(((*name).to_owned(), value))
    };
    view.required.iter().map(member).collect()
}

fn number(view: &View<'_>) -> Option<Value> {
    let limit = |name: &str| view.limits.get(name).and_then(serde_json::Number::as_f64);
    let least =
        [limit("minimum"), limit("exclusiveMinimum").map(|it| it.floor() + 1.0)].into_iter().flatten().fold(0.0, f64::max);
    let value = least.ceil();
    let over = limit("maximum").is_some_and(|it| value > it) || limit("exclusiveMaximum").is_some_and(|it| value >= it);
    (!over && view.multiple_of.is_none() && value.abs() < 9e15).then(|| json!(value as i64))
}

fn text(view: &View<'_>) -> Option<Value> {
    let length = count(view, "minLength");
    let known = match view.format {
        Some("date") => Some("2024-02-29"),
        Some("date-time") => Some("2024-02-29T12:00:00Z"),
        Some("uuid") => Some("123e4567-e89b-12d3-a456-426614174000"),
        Some("email") => Some("someone@example.com"),
        Some("uri") => Some("https://example.com/"),
        Some(_) | None => None,
    };
    let value = known.map_or_else(|| "a".repeat(length.clamp(1, LONG)), str::to_owned);
    let over = view.limits.get("maxLength").and_then(serde_json::Number::as_u64).is_some_and(|it| value.len() as u64 > it);
    (!over && length <= LONG).then_some(Value::String(value))
}

fn count(view: &View<'_>, name: &str) -> usize {
    view.limits.get(name).and_then(serde_json::Number::as_u64).map_or(0, |it| usize::try_from(it).unwrap_or(usize::MAX))
}
