//! Text of a parameter or a form -> the JSON value that it stands for.
//!
//! A number in a query is only text until a schema says what it is. What suits no type stays a string, for `validate` to refuse.

use bindery::spec::{Document, JsonType, SchemaId};
use indexmap::IndexMap;
use serde_json::{Number, Value};

use super::shape;

/// Reads a text as the kind of value that the schema allows: a value of its enum, a number, a boolean, else a string.
pub fn scalar(document: &Document, schema: SchemaId, text: &str) -> Value {
    let values = shape::enumeration(document, schema).unwrap_or_default();
    if let Some(value) = values.iter().find(|value| plain(value) == text) {
        return value.clone();
    }
    let numeric = [JsonType::Integer, JsonType::Number].iter().any(|kind| shape::allows(document, schema, *kind));
    if let Some(number) = text.parse::<Number>().ok().filter(|_| numeric) {
        return Value::Number(number);
    }
    match text {
        "true" | "false" if shape::allows(document, schema, JsonType::Boolean) => Value::Bool(text == "true"),
        _ => Value::String(text.to_owned()),
    }
}

/// Reads texts as the items of an array.
pub fn array(document: &Document, schema: SchemaId, texts: &[String]) -> Value {
    let items = shape::items(document, schema);
    let item = |text: &String| items.map_or_else(|| Value::String(text.clone()), |items| scalar(document, items, text));
    Value::Array(texts.iter().map(item).collect())
}

/// Reads the texts that stand under one name: the items of an array where the schema is one of arrays or there are several, else the only
/// one.
pub fn texts(document: &Document, schema: Option<SchemaId>, texts: &[String]) -> Value {
    let items = schema.and_then(|schema| shape::items(document, schema));
    let one = |text: &String, schema: Option<SchemaId>| {
        schema.map_or_else(|| Value::String(text.clone()), |schema| scalar(document, schema, text))
    };
    match texts {
        [text] if items.is_none() => one(text, schema),
        several => Value::Array(several.iter().map(|text| one(text, items.or(schema))).collect()),
    }
}

/// Reads texts as the properties of an object; texts of one name belong together.
pub fn object(document: &Document, schema: SchemaId, pairs: &[(String, String)]) -> Value {
    let mut named: IndexMap<&str, Vec<String>> = IndexMap::new();
    for (name, text) in pairs {
        named.entry(name).or_default().push(text.clone());
    }
    let member = |(name, values): (&str, Vec<String>)| {
        (name.to_owned(), texts(document, shape::property(document, schema, name), &values))
    };
    Value::Object(named.into_iter().map(member).collect())
}

/// Returns the text that stands for a value in a parameter or header.
pub fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
