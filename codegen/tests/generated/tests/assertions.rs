//! What no type expresses is found by `validate`: each value below is judged by `jsonschema` too, whose verdict must be the same.

use std::fs;
use std::path::Path;

use bindery_runtime::Validate;
use bindery_specs::assertions::{Both, Contact, Either, Labels, Numbers, Payment, Reading, Undescribed, Untyped};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// Reads a value, writes it again, and returns what it breaks: each time the pointer and the keyword.
fn broken<T: Serialize + DeserializeOwned + Validate>(name: &str, value: Value) -> Vec<String> {
    let read: T = serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{value}: {error}"));
    assert_eq!(serde_json::to_value(&read).expect("it is written"), value, "nothing is lost");
    let failures: Vec<_> = match bindery_runtime::validate(&read) {
        Ok(()) => Vec::new(),
        Err(invalid) => invalid.failures().iter().map(|found| format!("{} {}", found.pointer, found.constraint)).collect(),
    };
    assert_eq!(failures.is_empty(), judge(name).is_valid(&value), "`jsonschema` says otherwise of {value}: {failures:?}");
    failures
}

fn judge(name: &str) -> jsonschema::Validator {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs/assertions.yaml");
    let text = fs::read_to_string(path).expect("the description is part of the project");
    let mut schema: Value = serde_yaml::from_str(&text).expect("it is YAML");
    schema["$ref"] = json!(format!("#/components/schemas/{name}"));
    jsonschema::options().with_draft(jsonschema::Draft::Draft202012).build(&schema).expect("it is a schema")
}

#[test]
fn what_a_property_asks_of_the_others() {
    let broken = |value| broken::<Payment>("Payment", value);
    assert_eq!(broken(json!({})), [""; 0]);
    assert_eq!(broken(json!({"method": "cash", "address": "abc"})), [""; 0]);
    assert_eq!(broken(json!({"method": "card", "card": "1", "address": "a"})), [""; 0]);
    assert_eq!(broken(json!({"method": "card", "card": "1"})), [" dependentRequired"]);
    assert_eq!(broken(json!({"method": "cash", "card": "1", "address": "abc"})), ["/method const"]);
    assert_eq!(broken(json!({"card": "1", "address": "abc"})), [" required"]);
    assert_eq!(broken(json!({"method": "card"})), [" required"]);
    assert_eq!(broken(json!({"method": "cash", "address": "ab"})), ["/address minLength"]);
}

#[test]
fn what_a_list_contains() {
    let broken = |amounts: Value| broken::<Payment>("Payment", json!({"amounts": amounts}));
    assert_eq!(broken(json!([1, 100, 2, 200])), [""; 0]);
    assert_eq!(broken(json!([1, 100, 2])), ["/amounts minContains"]);
    assert_eq!(broken(json!([])), ["/amounts minContains"]);
    assert_eq!(broken(json!([100, 101, 102, 103])), ["/amounts maxContains"]);
}

#[test]
fn which_properties_are_there_together() {
    let broken = |value| broken::<Contact>("Contact", value);
    assert_eq!(broken(json!({"email": "a"})), [""; 0]);
    assert_eq!(broken(json!({})), [" oneOf"]);
    assert_eq!(broken(json!({"email": "a", "phone": "b"})), [" oneOf"]);
    assert_eq!(broken(json!({"email": "a", "fax": "b"})), [" not"]);
}

#[test]
fn what_properties_are_called() {
    let broken = |value| broken::<Labels>("Labels", value);
    assert_eq!(
        broken(json!({"byName": {"abc": 1}, "byPattern": {"id": "1", "n-a": 1, "s-a": "b"}, "numbers": {"n-1": 1}})),
        [""; 0]
    );
    assert_eq!(broken(json!({"byName": {"Abc": 1}})), ["/byName propertyNames"]);
    assert_eq!(broken(json!({"byName": {"abcdef": 1, "b": -1}})), ["/byName/b minimum", "/byName propertyNames"]);
    assert_eq!(broken(json!({"byPattern": {"n-a": "b"}})), ["/byPattern/n-a type"]);
    assert_eq!(broken(json!({"byPattern": {"s-a": "b", "t-a": 1}})), ["/byPattern/t-a additionalProperties"]);
    // The value is checked by its type and by its name, and reported once.
    assert_eq!(broken(json!({"numbers": {"n-1": -1}})), ["/numbers/n-1 minimum"]);
    assert_eq!(broken(json!({"numbers": {"x": 1}})), ["/numbers/x additionalProperties"]);
}

#[test]
fn what_is_ruled_out() {
    let broken = |value| broken::<Numbers>("Numbers", value);
    assert_eq!(broken(json!({"code": 300, "codes": [1, 2], "color": "blue", "anything": [1], "or_null": null})), [""; 0]);
    assert_eq!(broken(json!({"code": 850})), ["/code not"]);
    assert_eq!(broken(json!({"code": 100})), ["/code minimum"]);
    assert_eq!(broken(json!({"codes": [1, 3]})), ["/codes/1 not"]);
    assert_eq!(broken(json!({"color": "red"})), ["/color not"]);
    assert_eq!(broken(json!({"anything": "text"})), ["/anything not"]);
    assert_eq!(broken(json!({"anything": null})), ["/anything not"]);
    assert_eq!(broken(json!({"or_null": 5})), ["/or_null not"]);
}

#[test]
fn which_item_is_of_which_schema() {
    let broken = |row: Value| broken::<Reading>("Reading", json!({"row": row}));
    assert_eq!(broken(json!(["a", 10, true, false])), [""; 0]);
    assert_eq!(broken(json!(["a"])), ["/row minItems"]);
    assert_eq!(broken(json!([10, "a"])), ["/row/0 type", "/row/1 type"]);
    assert_eq!(broken(json!(["a", 9])), ["/row/1 minimum"]);
    assert_eq!(broken(json!(["a", 10, "b"])), ["/row/2 type"]);
}

#[test]
fn what_holds_for_every_branch() {
    let either = |value| broken::<Either>("Either", value);
    assert_eq!(either(json!("yes")), [""; 0]);
    assert_eq!(either(json!("no")), [" not"]);
    assert_eq!(either(json!("n")), [" minLength"]);
    assert_eq!(either(json!({"fax": "a", "email": "b"})), [" not"]);
    let both = |value| broken::<Both>("Both", value);
    assert_eq!(both(json!({"email": "a"})), [""; 0]);
    assert_eq!(both(json!({"email": "\"#"})), [" not"]);
    assert_eq!(both(json!({"email": "\"#", "fax": "a"})), [" not"]);
    assert_eq!(both(json!({"phone": "a", "email": "\"#"})), [" not", " oneOf"]);
}

#[test]
fn what_is_named_without_being_described() {
    let broken = |value| broken::<Undescribed>("Undescribed", value);
    assert_eq!(broken(json!({"id": 1})), [""; 0]);
    assert_eq!(broken(json!({"name": "a", "other": 1})), [""; 0]);
    assert_eq!(broken(json!({"other": 1})), [" anyOf"]);
}

#[test]
fn what_has_no_type_of_its_own() {
    let broken = |value| broken::<Untyped>("Untyped", value);
    let right = json!({"limits": [], "several": "xyz", "known": "0x1", "listed": {"a": 1}, "same": "ab"});
    assert_eq!(broken(right), [""; 0]);
    assert_eq!(broken(json!({"limits": true, "several": "ab", "known": "off", "listed": "text"})), [""; 0]);
    assert_eq!(broken(json!({"limits": 0})), ["/limits minimum"]);
    assert_eq!(broken(json!({"limits": "abc"})), ["/limits maxLength"]);
    assert_eq!(broken(json!({"several": "abc"})), ["/several anyOf"]);
    assert_eq!(broken(json!({"known": "abc"})), ["/known anyOf"]);
    assert_eq!(broken(json!({"listed": [2]})), ["/listed enum"]);
    assert_eq!(broken(json!({"same": "abc"})), ["/same maxLength"]);
}
