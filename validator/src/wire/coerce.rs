//! Text of a parameter or a form -> the JSON value that it stands for.
//!
//! A number in a query is only text until a schema says what it is. What suits no type stays a string, for `validate` to refuse.

use bindery::spec::{Document, JsonType, SchemaId};
use serde_json::{Map, Number, Value};

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

/// Reads texts as the properties of an object; a property that is an array takes all texts of its name.
pub fn object(document: &Document, schema: SchemaId, texts: &[(String, String)]) -> Value {
    let mut object = Map::new();
    for (name, text) in texts {
        let property = shape::property(document, schema, name);
        let value = match property.filter(|property| shape::items(document, *property).is_some()) {
            Some(list) => {
                let all: Vec<String> = texts.iter().filter(|(other, _)| other == name).map(|(_, text)| text.clone()).collect();
                array(document, list, &all)
            }
            None => property.map_or_else(|| Value::String(text.clone()), |property| scalar(document, property, text)),
        };
        object.insert(name.clone(), value);
    }
    Value::Object(object)
}

/// Returns the text that stands for a value in a parameter or header.
pub fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
