//! Real descriptions with random changes.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::random::{Random, any, number, scalar, text};
use super::{CONFIGS, check, config};

/// How many changed forms of each real description a usual run tries.
const CASES: u64 = 12;

#[test]
fn changed_descriptions() {
    let cases = std::env::var("BINDERY_HOSTILE_CASES").map_or(CASES, |cases| cases.parse().expect("it is a number"));
    let (mut tried, mut gave_code) = (0, 0);
    for (index, (name, original)) in descriptions().into_iter().enumerate() {
        for case in 0..cases {
            let mut random = Random((index as u64) << 32 | case);
            let mut changed = original.clone();
            for _ in 0..=random.below(4) {
                change(&mut changed, &mut random);
            }
            // A change may have put a list in place of the whole.
            if random.below(2) == 1
                && let Some(root) = changed.as_object_mut()
            {
                root.insert("openapi".to_owned(), json!(random.pick(&["3.1.0", "3.2.0"])));
            }
            let code = check(&format!("{name}_{case}"), &config(tried % CONFIGS), &changed.to_string());
            tried += 1;
            gave_code += u64::from(code.is_some());
        }
    }
    assert!(gave_code * 4 > tried, "{gave_code} of {tried} give code: too few to show anything about it");
}

/// Returns the real descriptions, with their names.
fn descriptions() -> Vec<(String, Value)> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = fs::read_dir(package.join("tests/specs")).expect("the folder is part of the crate");
    let mut paths: Vec<_> = files.map(|file| file.expect("its entries can be listed").path()).collect();
    paths.push(package.join("../spec/ledger.yaml"));
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    paths.sort();
    let read = |path: &Path| {
        let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    let named = |path: &Path| path.file_stem().expect("files have names").to_string_lossy().into_owned();
    paths.iter().map(|path| (named(path), read(path))).collect()
}

/// Makes one random change, mostly one that leaves the description valid.
fn change(root: &mut Value, random: &mut Random) {
    let all = pointers(root);
    let schemas: Vec<_> = all.iter().filter(|pointer| is_schema(pointer)).cloned().collect();
    if !schemas.is_empty() && random.below(4) > 0 {
        let old = root.pointer(&random.pick(&schemas)).cloned().unwrap_or_default();
        let other = root.pointer(&random.pick(&schemas)).cloned().unwrap_or_default();
        let target = if random.below(4) == 0 { random.pick(&all) } else { random.pick(&schemas) };
        let reference = json!({ "$ref": format!("#{target}") });
        let place = if random.below(3) == 0 { target.clone() } else { random.pick(&schemas) };
        if let Some(schema) = root.pointer_mut(&place) {
            *schema = changed_schema(schema.take(), [old, other, reference], random);
        }
    } else {
        change_anything(root, &all, random);
    }
}

/// Returns a schema with one change; `others` are schemas of the same description.
fn changed_schema(mut schema: Value, others: [Value; 3], random: &mut Random) -> Value {
    let other = random.pick(&others);
    match random.below(12) {
        0 => other,
        1 => json!({ random.pick(&["allOf", "oneOf", "anyOf"]): [schema, other] }),
        2 => json!({ random.pick(&["allOf", "oneOf", "anyOf"]): [schema] }),
        3 => json!({ "not": schema }),
        4 => json!({ "type": "array", "items": schema }),
        5 => json!({ "type": "object", "additionalProperties": schema }),
        _ => {
            if let Value::Object(members) = &mut schema {
                for _ in 0..=random.below(3) {
                    let (keyword, value) = keyword(&others, random);
                    members.insert(keyword.to_owned(), value);
                }
            }
            schema
        }
    }
}

/// Returns a keyword of schemas with a value that mostly has the shape that it should have.
fn keyword(schemas: &[Value], random: &mut Random) -> (&'static str, Value) {
    const BOUNDS: &[&str] =
        &["minimum", "maximum", "multipleOf", "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"];
    const FLAGS: &[&str] = &[
        "exclusiveMinimum",
        "exclusiveMaximum",
        "uniqueItems",
        "nullable",
        "readOnly",
        "writeOnly",
        "deprecated",
        "additionalProperties",
        "x-extensible-enum",
    ];
    const WORDS: &[&str] = &["description", "title", "pattern", "format"];
    let schema = random.pick(schemas);
    match random.below(18) {
        14..18 => later_keyword(schemas, random),
        0..2 => (random.pick(BOUNDS), number(random)),
        2..4 => (random.pick(FLAGS), json!(random.below(2) == 1)),
        4..6 => (random.pick(WORDS), json!(text(random))),
        6 => ("type", json!(random.pick(&["string", "integer", "number", "boolean", "array", "object"]))),
        7 => ("enum", json!([text(random), text(random), scalar(random)])),
        8 => ("enum", json!([number(random), number(random), number(random)])),
        9 => ("default", any(random)),
        10 => {
            ("properties", json!({ text(random): schema, text(random): random.pick(schemas), text(random): {"type": "string"} }))
        }
        11 => ("required", json!([text(random), text(random)])),
        12 => ("discriminator", json!({ "propertyName": text(random), "mapping": { text(random): text(random) } })),
        _ => ("additionalProperties", schema),
    }
}

/// Returns a keyword that came with 3.1, or that 3.1 reads otherwise.
fn later_keyword(schemas: &[Value], random: &mut Random) -> (&'static str, Value) {
    const SCHEMA: &[&str] = &[
        "if",
        "then",
        "contains",
        "not",
        "items",
        "propertyNames",
        "unevaluatedProperties",
        "unevaluatedItems",
        "contentSchema",
    ];
    const WORDS: &[&str] = &["$anchor", "$id", "$ref", "$dynamicRef", "$dynamicAnchor", "$schema", "contentEncoding"];
    let (schema, other) = (random.pick(schemas), random.pick(schemas));
    match random.below(8) {
        0 => ("const", any(random)),
        1 => ("prefixItems", json!([schema, other, false])),
        2 => ("patternProperties", json!({ text(random): schema, text(random): other })),
        3 => ("dependentSchemas", json!({ text(random): schema })),
        4 => ("$defs", json!({ text(random): schema, text(random): true })),
        5 => ("examples", json!([any(random)])),
        6 => (random.pick(SCHEMA), if random.below(3) == 0 { json!(random.below(2) == 1) } else { schema }),
        _ => (random.pick(WORDS), json!(text(random))),
    }
}

/// Changes something without regard to what it is.
fn change_anything(root: &mut Value, all: &[String], random: &mut Random) {
    let place = random.pick(all);
    let (other, nasty) = (root.pointer(&random.pick(all)).cloned().unwrap_or_default(), text(random));
    let (parent, key) = place.rsplit_once('/').unwrap_or_default();
    let key = key.replace("~1", "/").replace("~0", "~");
    match random.below(8) {
        0..2 => match root.pointer_mut(parent) {
            Some(Value::Object(members)) => _ = members.remove(&key),
            Some(Value::Array(items)) => items.truncate(key.parse().unwrap_or_default()),
            _ => {}
        },
        2..4 => {
            if let Some(Value::Object(members)) = root.pointer_mut(parent)
                && let Some(value) = members.remove(&key)
            {
                members.insert(nasty, value);
            }
        }
        4..6 => {
            let strings: Vec<_> = all.iter().filter(|place| root.pointer(place).is_some_and(Value::is_string)).cloned().collect();
            if !strings.is_empty()
                && let Some(value) = root.pointer_mut(&random.pick(&strings))
            {
                *value = json!(nasty);
            }
        }
        6 => {
            if let Some(value) = root.pointer_mut(&place) {
                *value = other;
            }
        }
        _ => {
            if let Some(value) = root.pointer_mut(&place) {
                *value = any(random);
            }
        }
    }
}

/// Returns the pointers of everything in a value.
fn pointers(value: &Value) -> Vec<String> {
    fn walk(value: &Value, at: String, into: &mut Vec<String>) {
        match value {
            Value::Object(members) => {
                members.iter().for_each(|(key, value)| walk(value, format!("{at}/{}", escaped(key)), into));
            }
            Value::Array(items) => items.iter().enumerate().for_each(|(index, value)| walk(value, format!("{at}/{index}"), into)),
            _ => {}
        }
        into.push(at);
    }
    let mut all = Vec::new();
    walk(value, String::new(), &mut all);
    all
}

fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// Tells whether there is a schema at a pointer, by the words on the way.
fn is_schema(pointer: &str) -> bool {
    let mut words = pointer.rsplit('/');
    let (last, parent) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    matches!(last, "items" | "schema" | "additionalProperties" | "not")
        || matches!(parent, "schemas" | "properties" | "allOf" | "oneOf" | "anyOf")
}
