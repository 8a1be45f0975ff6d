//! Descriptions that are large, wide or long.

use serde_json::{Value, json};

use super::{check, check_both, config, reference, schemas, with_schemas};

#[test]
fn many_enum_values() {
    let values: Vec<_> = (0..5_000).map(|index| format!("value {index}")).collect();
    let alike: Vec<_> = (0..400).map(|index| "-".repeat(index % 70) + "a" + &"_".repeat(index / 70)).collect();
    let numbers: Vec<_> = (0..5_000).map(|index| index - 2_500).collect();
    let text = with_schemas(json!({
        "A": {"type": "string", "enum": values}, "B": {"type": "string", "enum": alike}, "C": {"type": "integer", "enum": numbers},
    }));
    assert!(check("many_enum_values", &config(0), &text).is_some());
}

/// Half of them are the same name but for its punctuation. The time must not grow faster than their number.
#[test]
fn an_enum_of_a_hundred_thousand_values() {
    let punctuation = |index: usize| (0..10).map(|digit| ["-", "_", "."][index / 3_usize.pow(digit) % 3]).collect::<String>();
    let values = (0..50_000).flat_map(|index| [format!("value {index}"), format!("a{}", punctuation(index))]);
    let text = with_schemas(json!({"A": {"type": "string", "enum": values.collect::<Vec<_>>()}}));
    let code = check("enum", &config(0), &text).expect("it gives code");
    let of_one_name = code.lines().filter(|line| line.starts_with("    A") && line.ends_with(','));
    assert_eq!(of_one_name.count(), 50_000);
}

/// A chain whose links are made by `link` from the schema of the next one.
fn check_chain(name: &str, count: usize, link: impl Fn(Value) -> Value) {
    let chain = |last: Value| {
        schemas(count, |index| link(if index + 1 == count { last.clone() } else { reference(format!("S{}", index + 1)) }))
    };
    check(&format!("{name}_ends"), &config(0), &with_schemas(chain(json!({"type": "string"}))));
    check(&format!("{name}_circle"), &config(0), &with_schemas(chain(reference("S0"))));
}

#[test]
fn a_long_chain_of_references() {
    check_chain("references", 5_000, |next| next);
}

#[test]
fn a_long_chain_of_all_of() {
    // Each link is worked out with up to 500 after it, so more links only take longer.
    check_chain("all_of", 520, |next| json!({"allOf": [next, {"type": "object", "properties": {"a": {"type": "string"}}}]}));
}

#[test]
fn a_long_chain_of_arrays() {
    check_chain("arrays", 5_000, |next| json!({"type": "array", "items": next}));
}

#[test]
fn a_long_chain_of_unions() {
    check_chain("one_of", 2_000, |next| json!({"oneOf": [next, {"type": "integer"}]}));
}

#[test]
fn a_long_chain_of_required_properties() {
    check_chain("properties", 5_000, |next| json!({"type": "object", "required": ["a"], "properties": {"a": next}}));
}

#[test]
fn a_wide_union_of_unions() {
    let union = |index: usize| json!({"oneOf": (0..4).map(|branch| json!({"type": "object", "properties": {format!("p{index}_{branch}"): {"type": "string"}}})).collect::<Vec<_>>()});
    let members: Vec<_> = (0..300).map(|index| reference(format!("S{index}"))).collect();
    let mut all = schemas(300, union);
    all["One"] = json!({"oneOf": members});
    all["Any"] = json!({"anyOf": members});
    all["All"] = json!({"allOf": members});
    check("a_wide_union", &config(0), &with_schemas(all));
}

#[test]
fn long_names() {
    let long = |end: &str| "Name ".repeat(20_000) + end;
    let schema = json!({
        "type": "object", "title": long("t"), "description": long("d"), "required": [long("a")],
        "properties": {long("a"): {"type": "string", "enum": [long("x"), long("y")]}, long("b"): {"type": "string", "pattern": long("p"), "default": long("f")}},
    });
    let text = json!({
        "openapi": "3.0.3", "info": {"title": long("t"), "version": "1"},
        "paths": {format!("/{}", long("p")): {"get": {"operationId": long("o"), "tags": [long("t")], "parameters": [
            {"in": "query", "name": long("q"), "schema": reference(long("S"))},
        ], "responses": {"200": {"description": long("r")}}}}},
        "components": {"schemas": {long("S"): schema, long("T"): {"oneOf": [reference(long("S")), {"type": "string"}]}}},
    });
    assert!(check_both("long_names", &text.to_string()));
}
