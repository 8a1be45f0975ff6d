//! OpenAPI 3.1: a description and the same one of 3.0 give the same Rust, and what is wrong or lost is said, with its place.

use std::fs;
use std::path::Path;

use bindery::report::{Color, Report};
use bindery::{Config, Generated};
use insta::assert_snapshot;
use serde_json::{Map, Value, json};

/// What stands at a place of a description of 3.0.
#[derive(Clone, Copy)]
enum Place {
    Object,
    Schema,
    /// Schemas by name, or in a list.
    Schemas,
    /// Something of which nothing changes.
    Value,
}

/// Writes a description of 3.0 as its author would have written it for 3.1.
fn converted(node: &Value, place: Place) -> Value {
    match node {
        Value::Object(map) => {
            let entries = map.iter().map(|(key, value)| (key.clone(), converted(value, place_of(key, value, place))));
            let entries: Map<_, _> = entries.collect();
            if matches!(place, Place::Schema) { converted_schema(entries) } else { Value::Object(entries) }
        }
        Value::Array(list) => {
            let item = if matches!(place, Place::Schemas) { Place::Schema } else { place };
            list.iter().map(|node| converted(node, item)).collect()
        }
        _ => node.clone(),
    }
}

fn place_of(key: &str, value: &Value, outer: Place) -> Place {
    match (outer, key) {
        (Place::Object, "schema") | (Place::Schemas, _) => Place::Schema,
        (Place::Object, "schemas") => Place::Schemas,
        (Place::Object, "example" | "examples" | "default") if !value.is_object() => Place::Value,
        (Place::Object, _) => Place::Object,
        (Place::Schema, "properties" | "allOf" | "oneOf" | "anyOf") => Place::Schemas,
        (Place::Schema, "items" | "not" | "additionalProperties") => Place::Schema,
        (Place::Schema | Place::Value, _) => Place::Value,
    }
}

fn converted_schema(mut schema: Map<String, Value>) -> Value {
    if let Some(example) = schema.remove("example") {
        schema.insert("examples".to_owned(), json!([example]));
    }
    for (exclusive, bound) in [("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")] {
        if schema.remove(exclusive) == Some(json!(true)) {
            let bound = schema.remove(bound).expect("no lone bounds in the specs");
            schema.insert(exclusive.to_owned(), bound);
        }
    }
    if schema.get("format") == Some(&json!("byte")) {
        schema.remove("format");
        schema.insert("contentEncoding".to_owned(), json!("base64"));
    }
    let single = schema.get("enum").and_then(Value::as_array).filter(|values| values.len() == 1).map(|values| values[0].clone());
    if let Some(value) = single {
        schema.remove("enum");
        schema.insert("const".to_owned(), value);
    }
    if schema.remove("nullable") == Some(json!(true)) {
        converted_nullable(&mut schema);
    }
    Value::Object(schema)
}

/// 3.1 has null among the types, and as a branch beside a reference.
fn converted_nullable(schema: &mut Map<String, Value>) {
    if let Some(name) = schema.get_mut("type") {
        *name = json!([name, "null"]);
        return;
    }
    let nothing = json!({"type": "null"});
    let union = ["oneOf", "anyOf"].into_iter().find(|keyword| schema.contains_key(*keyword));
    match (union, schema.remove("allOf")) {
        (Some(keyword), None) => schema[keyword].as_array_mut().expect("branches are a list").push(nothing),
        (None, Some(members)) if members.as_array().is_some_and(|members| members.len() == 1) => {
            schema.insert("anyOf".to_owned(), json!([members[0], nothing]));
        }
        // A list of all values has null in it.
        (None, None) if schema.contains_key("enum") || schema.contains_key("const") => {}
        _ => panic!("nullable beside {schema:?}"),
    }
}

fn generate(name: &str, text: &str) -> Generated {
    Config::new().generate_text(name, text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Returns the findings of a run, without their places, which differ.
fn findings(generated: &Generated) -> Vec<String> {
    generated.diagnostics.iter().map(|found| format!("{}: {}", found.code.id(), found.message)).collect()
}

#[test]
fn a_description_of_30_and_its_conversion_to_31_give_the_same_rust() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/specs");
    let mut compared = 0;
    for entry in fs::read_dir(folder).expect("the folder is part of the crate") {
        let path = entry.expect("its entries can be listed").path();
        let name = path.file_name().expect("it has a name").to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).expect("a spec is text");
        if !name.ends_with(".yaml") || !text.starts_with("openapi: 3.0") {
            continue;
        }
        let tree: Value = serde_yaml::from_str(&text).expect("a spec is YAML");
        let mut later = converted(&tree, Place::Object);
        later["openapi"] = json!("3.1.1");
        let [before, after] = [text, later.to_string()].map(|text| generate(&name, &text));
        let diff = similar::TextDiff::from_lines(&before.text, &after.text);
        assert!(before.text == after.text, "{name}: {later}\n{}", diff.unified_diff());
        assert_eq!(findings(&before), findings(&after), "{name}");
        compared += 1;
    }
    assert!(compared > 30, "only {compared} were compared");
}
