//! The generated types and a validator of JSON Schema agree on which values are right: read and validated here, valid there.

use bindery_runtime::{Validate, validate};
use bindery_specs::*;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// Rewrites what OpenAPI 3.0 spells otherwise than JSON Schema: `nullable`, and limits that exclude themselves by a flag.
fn as_json_schema(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(as_json_schema),
        Value::Object(object) => {
            object.values_mut().for_each(as_json_schema);
            if object.remove("nullable") == Some(json!(true))
                && let Some(name) = object.get("type").cloned()
            {
                object.insert("type".to_owned(), json!([name, "null"]));
            }
            for (flag, limit) in [("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")] {
                if object.get(flag) == Some(&json!(true))
                    && let Some(number) = object.remove(limit)
                {
                    object.insert(flag.to_owned(), number);
                }
            }
        }
        _ => {}
    }
}

fn validator(spec: &str, schema: &str) -> jsonschema::Validator {
    let path = format!("{}/../specs/{spec}.yaml", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("the description is part of the project");
    let mut document: Value = serde_yaml::from_str(&text).expect("it is YAML");
    as_json_schema(&mut document["components"]);
    let root = json!({"$ref": format!("#/components/schemas/{schema}"), "components": document["components"]});
    jsonschema::validator_for(&root).expect("it is a schema")
}

fn accepts<T: DeserializeOwned + Validate>(value: &Value) -> bool {
    serde_json::from_value::<T>(value.clone()).is_ok_and(|value| validate(&value).is_ok())
}

fn reads<T: DeserializeOwned>(value: &Value) -> bool {
    serde_json::from_value::<T>(value.clone()).is_ok()
}

#[track_caller]
fn agree(spec: &str, schema: &str, accepted: fn(&Value) -> bool, values: Value) {
    let validator = validator(spec, schema);
    for value in values.as_array().expect("the values are a list") {
        assert_eq!(accepted(value), validator.is_valid(value), "{spec} {schema}: {value}");
    }
}

#[test]
fn scalars_and_enums() {
    let values = json!(["active", "suspended", "Active", "", 1, null, true, [], {}]);
    agree("enums_text", "Status", accepts::<enums_text::Status>, values.clone());
    agree("enums_text", "Closed", accepts::<enums_text::Closed>, json!(["asc", "desc", "up", 1, null]));
    agree("enums_text", "Odd", accepts::<enums_text::Odd>, json!(["cat", "Cat", "CAT", "", "-1", -1, "größe", "grosse"]));
    agree("enums_other", "Level", accepts::<enums_other::Level>, json!([1, 2, -1, 3, 1.0, 1.5, "1", true, null]));
    agree("enums_other", "Ratio", accepts::<enums_other::Ratio>, json!([0.5, 1, 1.0, 1.5, 2, "1", null]));
    agree("enums_other", "Yes", accepts::<enums_other::Yes>, json!([true, false, 1, "true", null]));
    agree("enums_other", "Mixed", accepts::<enums_other::Mixed>, json!(["auto", 1, 2.5, true, false, "1", 0, null]));
}

#[test]
fn objects() {
    let values = json!([
        {"name": "a", "owner": {"id": "b"}}, {"name": "a", "owner": {}}, {"owner": {"id": "b"}}, {"name": 1, "owner": {"id": "b"}}, [], "a", null,
        {"name": "a", "owner": {"id": "b"}, "more": 1}, {"name": "a", "owner": {"id": "b"}, "age": 1.5}
    ]);
    agree("objects", "Pet", reads::<objects::Pet>, values);
    let values = json!([
        {"always": "a", "always_or_null": null}, {"always": "a"}, {"always": null, "always_or_null": null},
        {"always": "a", "always_or_null": "b", "sometimes_or_null": null, "list_of_nullable": [1, null], "color": null},
        {"always": "a", "always_or_null": "b", "color": "green"}, {"always": "a", "always_or_null": "b", "list_of_nullable": ["1"]}
    ]);
    agree("nullable", "States", accepts::<nullable::States>, values);
    agree("maps", "Typed", reads::<maps::Typed>, json!([{"id": "a"}, {"id": "a", "b": 1}, {"id": "a", "b": "c"}, {"b": 1}]));
    agree(
        "all_of",
        "Dog",
        reads::<all_of::Dog>,
        json!([
            {"name": "a", "created": "2023-12-25T16:00:00Z", "barks": true}, {"name": "a", "barks": true}, {"created": "2023-12-25T16:00:00Z"}
        ]),
    );
    agree(
        "all_of_conflicts",
        "Narrowed",
        accepts::<all_of_conflicts::Narrowed>,
        json!([
            {"id": 1, "note": "n"}, {"id": 10, "note": "n"}, {"id": 0, "note": "n"}, {"id": 1, "note": null}, {"id": 1},
            {"id": 1, "note": "n", "state": "new"}, {"id": 1, "note": "n", "state": "done"}, {"id": 1, "note": "n", "count": 1.5}
        ]),
    );
}

#[test]
fn unions() {
    agree("one_of", "IdOrName", reads::<one_of::IdOrName>, json!([1, "a", 1.0, 1.5, true, null, [], {}]));
    agree("one_of", "OneOrMany", reads::<one_of::OneOrMany>, json!(["a", ["a"], [], [1], 1, {}]));
    agree(
        "one_of",
        "ByRequired",
        reads::<one_of::ByRequired>,
        json!([
            {"radius": 1}, {"side": 1}, {}, {"radius": "1"}, {"label": "l"}, {"radius": 1, "label": 2}, []
        ]),
    );
    agree(
        "one_of",
        "WithBase",
        reads::<one_of::WithBase>,
        json!([
            {"id": "a", "name": "n"}, {"id": "a", "vat": "v"}, {"id": "a"}, {"name": "n"}, {"id": 1, "name": "n"}
        ]),
    );
    agree(
        "any_of",
        "Overlapping",
        reads::<any_of::Overlapping>,
        json!([{}, {"id": "a", "name": "n"}, {"id": 1}, {"name": 1}, {"id": "a", "name": 1}, []]),
    );
    agree("unions_nested", "Outer", reads::<unions_nested::Outer>, json!(["a", 1, [1, "a"], [true], true, null, [[]], {}]));
    agree(
        "recursion",
        "Expression",
        reads::<recursion::Expression>,
        json!([
            1, {"sum": []}, {"sum": [1, {"negate": 2}]}, {"sum": 1}, {"negate": {"sum": ["1"]}}, {"negate": null}, "1"
        ]),
    );
}

#[test]
fn constraints_hold() {
    agree(
        "constraints",
        "Thing",
        accepts::<constraints::Thing>,
        json!([
            {}, {"name": "a"}, {"name": "ab"}, {"name": "abcd"}, {"name": "abcde"}, {"name": "äöü🚀"}, {"code": "ab"}, {"code": "abc"}, {"code": "ab\n"},
            {"count": 0}, {"count": 1}, {"count": 10}, {"count": 11}, {"even": -4}, {"even": 3}, {"price": 0}, {"price": 0.07}, {"price": 0.075},
            {"price": 1e15}, {"half": 0}, {"half": 1}, {"half": 3}, {"half": 4}, {"tags": []}, {"tags": ["a"]}, {"tags": ["a", "a"]}, {"tags": [""]},
            {"tags": ["a", "b", "c"]}, {"scores": {"a": 0}}, {"scores": {"a": -1}}, {"scores": {"a": 1, "b": 2, "c": 3}}, {"inner": {"id": "1"}},
            {"inner": {"id": "1x"}}, {"inner": {"id": "12x"}}, {"inner": {"id": ""}}, {"inners": [{"id": "1"}, {"id": "a"}]}, {"either": 5}, {"either": 6},
            {"either": "abc"}, {"either": "abcd"}, {"or_null": null}, {"or_null": 0}, {"state": "on"}, {"state": "maybe"}
        ]),
    );
}
