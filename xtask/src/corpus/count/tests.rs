//! Small descriptions whose numbers are known.

use bindery::Config;
use serde_json::{Value, json};

use super::super::record::Counts;
use super::count;

fn described(paths: &Value, schemas: &Value) -> Value {
    json!({"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": paths, "components": {"schemas": schemas}})
}

fn counted(document: &Value) -> Counts {
    let generated = Config::new().generate_text("t.json", &document.to_string()).expect("the description is fine");
    count(document, &generated)
}

/// Counts what one description has against what another one became: as if the generator had lost or made up something.
fn held_against(document: &Value, other: &Value) -> Counts {
    let generated = Config::new().generate_text("t.json", &other.to_string()).expect("the description is fine");
    count(document, &generated)
}

fn schemas() -> Value {
    json!({
        "Base": {"type": "object", "properties": {"id": {"type": "string"}}},
        "Pet": {"allOf": [{"$ref": "#/components/schemas/Base"}, {"type": "object", "properties": {
            "kind": {"type": "string", "enum": ["cat", "dog"]},
            "home": {"type": "object", "properties": {"street": {"type": "string"}}},
            "secret": {"type": "string", "readOnly": true},
        }}]},
        "Any": {"oneOf": [{"$ref": "#/components/schemas/Base"}, {"type": "object", "required": ["a"], "properties": {"a": {"type": "integer"}}}]},
    })
}

fn paths() -> Value {
    let ok = json!({"description": "", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}});
    json!({"/pets/{id}": {
        "parameters": [{"in": "path", "name": "id", "required": true, "schema": {"type": "string"}}],
        "get": {"operationId": "get", "parameters": [{"in": "query", "name": "q", "schema": {"type": "string"}}],
            "responses": {"200": ok, "404": {"description": ""}, "default": {"description": ""}}},
        "put": {"operationId": "put", "responses": {"204": {"description": ""}},
            "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}}},
    }})
}

#[test]
fn everything_is_there() {
    let counts = counted(&described(&paths(), &schemas()));
    let numbers = counts.named().map(|(name, it)| (name, it.described, it.generated, it.missing, it.extra));
    assert_eq!(
        numbers,
        [
            ("operations", 2, 2, 0, 0),
            ("parameters", 3, 3, 0, 0),
            ("statuses", 4, 4, 0, 0),
            ("properties", 7, 7, 0, 0),
            ("enum values", 2, 2, 0, 0),
        ]
    );
}

#[test]
fn a_lost_property_and_value_are_missing() {
    let mut less = schemas();
    let pet = less.pointer_mut("/Pet/allOf/1/properties").and_then(Value::as_object_mut).expect("it is there");
    pet.remove("secret");
    pet.insert("kind".to_owned(), json!({"type": "string", "enum": ["cat", "fish"]}));
    let counts = held_against(&described(&paths(), &schemas()), &described(&paths(), &less));
    assert_eq!((counts.properties.missing, counts.properties.reported), (0, 1), "a property of one direction may be left out");
    assert_eq!((counts.enum_values.missing, counts.enum_values.extra), (1, 1));
    let pet = less.pointer_mut("/Pet/allOf/1/properties").and_then(Value::as_object_mut).expect("it is there");
    pet.remove("home");
    let counts = held_against(&described(&paths(), &schemas()), &described(&paths(), &less));
    assert_eq!(
        counts.properties.examples,
        ["missing: /components/schemas/Pet/allOf/1/properties/home (as /components/schemas/Pet.home)"]
    );
}

#[test]
fn a_lost_operation_parameter_and_status_are_missing() {
    let mut less = paths();
    let item = less.pointer_mut("/~1pets~1{id}").and_then(Value::as_object_mut).expect("it is there");
    item.remove("put");
    item["get"]["parameters"] = json!([{"in": "query", "name": "r", "schema": {"type": "string"}}]);
    item["get"]["responses"]["404"] =
        json!({"description": "", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Base"}}}});
    item["get"]["responses"].as_object_mut().expect("it is there").remove("default");
    let counts = held_against(&described(&paths(), &schemas()), &described(&less, &schemas()));
    assert_eq!((counts.operations.described, counts.operations.missing), (2, 1));
    assert_eq!((counts.parameters.missing, counts.parameters.extra), (1, 1));
    assert_eq!(counts.statuses.missing, 2, "{:?}", counts.statuses);
}

#[test]
fn what_is_reported_is_not_missing() {
    let values = json!({"V": {"type": "string", "enum": ["a", 1]}});
    let counts = counted(&described(&json!({}), &values));
    assert_eq!((counts.enum_values.described, counts.enum_values.generated, counts.enum_values.reported), (2, 1, 1));
}

#[test]
fn the_mended_path_is_what_is_described() {
    let ok = json!({"responses": {"204": {"description": ""}}});
    let with = |parameters: Value| {
        let mut operation = ok.clone();
        operation["parameters"] = parameters;
        json!({"get": operation})
    };
    let paths = json!({
        "/find": with(json!([])),
        "/find?query={query}": with(json!([{"in": "query", "name": "query", "schema": {"type": "string"}}])),
        "/page?number={number}": with(json!([])),
    });
    let counts = counted(&described(&paths, &json!({})));
    let numbers = counts.named().map(|(_, it)| (it.described, it.generated, it.missing, it.extra));
    assert_eq!(numbers[..2], [(3, 3, 0, 0), (2, 2, 0, 0)]);
}

#[test]
fn an_answer_that_may_be_null_is_read_as_what_it_is() {
    let schema = json!({"type": "object", "nullable": true, "properties": {"a": {"type": "string"}}});
    let paths = json!({"/a": {"get": {"responses": {
        "200": {"description": "", "content": {"application/json": {"schema": schema}}}, "404": {"description": ""}}}}});
    let counts = counted(&described(&paths, &json!({})));
    assert_eq!((counts.statuses.described, counts.statuses.generated), (2, 2));
}

#[test]
fn a_schema_called_as_a_type_of_rust_is_not_taken_for_it() {
    let schemas = json!({"String": {"properties": {"order": {}}}, "A": {"properties": {"list": {"type": "array", "items": {"type": "string"}}}}});
    let list = json!({"in": "query", "name": "ids", "schema": {"type": "array", "items": {"type": "string"}}});
    let paths = json!({"/a": {"get": {"parameters": [list], "responses": {"204": {"description": ""}}}}});
    let counts = counted(&described(&paths, &schemas));
    assert_eq!((counts.properties.described, counts.properties.generated, counts.properties.extra), (2, 2, 0));
}

#[test]
fn values_that_can_never_hold_are_reported_where_the_branch_stands() {
    let schemas = json!({
        "Text": {"enum": ["a", "b"]},
        "Mime": {"type": "string", "pattern": "/"},
        "Both": {"type": "object", "additionalProperties": false,
            "oneOf": [{"$ref": "#/components/schemas/Text"}, {"$ref": "#/components/schemas/Mime"}]},
    });
    let counts = counted(&described(&json!({}), &schemas));
    assert_eq!((counts.enum_values.generated, counts.enum_values.missing), (2, 0));
    assert!(counts.enum_values.reported > 0);
}

#[test]
fn a_constant_is_a_value_since_3_1() {
    let schemas =
        json!({"A": {"type": "object", "properties": {"kind": {"const": "a"}, "other": {"type": "string", "const": "b"}}}});
    let mut document = described(&json!({}), &schemas);
    document["openapi"] = json!("3.1.0");
    let counts = counted(&document);
    assert_eq!((counts.enum_values.described, counts.enum_values.generated, counts.enum_values.extra), (2, 2, 0));
}

/// Both members of an `allOf` describe a list of what leads back to it.
#[test]
fn schemas_that_lead_back_to_themselves_are_walked_once() {
    let list = json!({"type": "array", "items": {"$ref": "#/components/schemas/Line"}});
    let schemas = json!({
        "Base": {"type": "object", "properties": {"lines": list}},
        "Bill": {"allOf": [{"$ref": "#/components/schemas/Base"}, {"type": "object", "properties": {"lines": list}}]},
        "Line": {"type": "object", "properties": {"bill": {"$ref": "#/components/schemas/Bill"}, "amount": {"type": "integer"}}},
    });
    let counts = counted(&described(&json!({}), &schemas));
    assert_eq!((counts.properties.described, counts.properties.generated, counts.properties.extra), (4, 4, 0));
}
