use bindery::source::Pointer;
use serde_json::{Value, json};

use super::{Direction, Reading, Schemas};

fn description(version: &str, schemas: Value) -> Value {
    json!({ "openapi": version, "components": { "schemas": schemas } })
}

fn pointer(name: &str) -> Pointer {
    Pointer::parse(&format!("/components/schemas/{name}")).expect("it is one")
}

/// Prints what is wrong with a value, a line for each: place in the value, place in the description, sentence, help.
fn wrong(root: &Value, (direction, reading): (Direction, Reading), name: &str, value: &Value) -> Vec<String> {
    let schemas = Schemas::new(root, direction, reading);
    let found = schemas.errors(&pointer(name), value).expect("the schema is sound");
    let line = |it: super::Violation| {
        let help = it.help.map_or_else(String::new, |help| format!(" [{help}]"));
        format!("{} {}: {}{help}", it.instance, it.schema.as_str().replace("/components/schemas", ""), it.message)
    };
    found.into_iter().map(line).collect()
}

const EITHER_SPEC: (Direction, Reading) = (Direction::Either, Reading::Spec);
const EITHER_INTENT: (Direction, Reading) = (Direction::Either, Reading::Intent);

#[test]
fn nullable_counts_beside_a_type() {
    let root = description(
        "3.0.3",
        json!({
            "A": { "type": "string", "nullable": true, "enum": ["x"] },
            "B": { "type": "string", "nullable": true },
            "C": { "nullable": true, "allOf": [{ "$ref": "#/components/schemas/D" }] },
            "D": { "type": "object", "required": ["a"], "properties": { "a": { "$ref": "#/components/schemas/B", "maxLength": 1 } } },
            "E": { "nullable": true, "$ref": "#/components/schemas/D" }
        }),
    );
    assert_eq!(wrong(&root, EITHER_SPEC, "A", &json!(null)), [" /A/enum: the value is null, expected `\"x\"`"]);
    assert!(wrong(&root, EITHER_INTENT, "A", &json!(null)).is_empty());
    assert!(wrong(&root, EITHER_SPEC, "B", &json!(null)).is_empty());
    for name in ["C", "E"] {
        assert_eq!(wrong(&root, EITHER_SPEC, name, &json!(null)), [" /D/type: the value is null, expected an object"]);
        assert!(wrong(&root, EITHER_INTENT, name, &json!(null)).is_empty());
        assert_eq!(wrong(&root, EITHER_INTENT, name, &json!({})), [" /D/required: `a` is missing"]);
    }
    // What moved has its old place for callers.
    for reading in [Reading::Spec, Reading::Intent] {
        let schemas = Schemas::new(&root, Direction::Either, reading);
        let part = Pointer::parse("/components/schemas/C/allOf/0").expect("it is one");
        assert_eq!(schemas.is_valid(&part, &json!(null)), Ok(false));
    }
    // Siblings of a reference say nothing in 3.0, and do in 3.1.
    assert!(wrong(&root, EITHER_SPEC, "D", &json!({ "a": "long" })).is_empty());
    let mut root = root;
    root["openapi"] = json!("3.1.0");
    let found = wrong(&root, EITHER_SPEC, "D", &json!({ "a": "long" }));
    assert_eq!(found, ["/a /D/properties/a/maxLength: `/a` is `\"long\"`, longer than 1"]);
}

#[test]
fn keywords_say_something_in_the_versions_that_have_them() {
    let schemas = json!({
        "Const": { "const": 1 },
        "Names": { "propertyNames": { "maxLength": 1 } },
        "Contains": { "contains": { "type": "integer" } },
        "Patterns": { "patternProperties": { "^a": { "type": "integer" } } },
        "Unevaluated": { "type": "object", "unevaluatedProperties": false },
        "Dependent": { "dependentRequired": { "ab": ["c"] } },
        "If": { "if": { "type": "object" }, "then": { "required": ["c"] } },
        "Tuple": { "prefixItems": [{ "type": "integer" }], "items": false },
        "Rest": { "prefixItems": [{ "type": "string" }], "unevaluatedItems": false }
    });
    let value = |name: &str| match name {
        "Contains" | "Tuple" | "Rest" => json!(["a", "b"]),
        _ => json!({ "ab": "x" }),
    };
    let found = |version: &str, name: &str| wrong(&description(version, schemas.clone()), EITHER_SPEC, name, &value(name));
    for name in schemas.as_object().expect("it is one").keys().filter(|name| *name != "Tuple") {
        assert_eq!(found("3.0.4", name), [""; 0], "{name}");
        assert_eq!(found("3.1.0", name).len(), 1, "{name}");
    }
    assert_eq!(
        found("3.1.0", "Contains"),
        [" /Contains/contains: the value has not as many items as it should that suit `contains`"]
    );
    assert_eq!(found("3.1.0", "Rest"), [" /Rest/unevaluatedItems: the value has items that nothing describes: \"b\""]);
    assert_eq!(
        found("3.1.0", "Tuple"),
        ["/1 /Tuple/items: `/1` must not be there", "/0 /Tuple/prefixItems/0/type: `/0` is `\"a\"`, expected an integer",]
    );
    let nullable = json!({ "A": { "type": "string", "nullable": true } });
    assert_eq!(
        wrong(&description("3.1.0", nullable.clone()), EITHER_SPEC, "A", &json!(null)),
        [" /A/type: the value is null, expected a string"]
    );
    assert!(wrong(&description("3.1.0", nullable), EITHER_INTENT, "A", &json!(null)).is_empty());
}

#[test]
fn limits_and_formats() {
    let root = description(
        "3.0.0",
        json!({
            "Over": { "type": "number", "minimum": 1, "exclusiveMinimum": true, "exclusiveMaximum": true },
            "Small": { "type": "integer", "format": "int32" },
            "Id": { "type": "string", "format": "uuid" },
            "Mail": { "type": "string", "format": "email" },
            "Bytes": { "type": "string", "format": "byte" },
            "File": { "type": "file" },
            "List": { "type": "array" },
            "Odd": { "type": "string", "minLength": "3", "required": true, "enum": [], "pattern": "[" },
            "Hyphen": { "type": "string", "pattern": "^[\\w-.]+$" },
            "Ruby": { "type": "string", "pattern": "\\A[a-z]+\\z" },
            "Python": { "type": "string", "pattern": "\\A[a-z]+\\Z" },
            "Java": { "type": "string", "pattern": "^[\\p{Alnum}\\-]+$" },
            "JavaScript": { "type": "string", "pattern": "/^[a-z]\\w+$/" }
        }),
    );
    assert_eq!(wrong(&root, EITHER_SPEC, "Over", &json!(1)), [" /Over/exclusiveMinimum: the value is `1`, not more than 1"]);
    assert!(wrong(&root, EITHER_SPEC, "Over", &json!(1e9)).is_empty());
    assert_eq!(
        wrong(&root, EITHER_SPEC, "Small", &json!(3_000_000_000_u32)),
        [" /Small/format: the value is `3000000000`, more than 2147483647: it does not fit the format `int32`"]
    );
    assert_eq!(wrong(&root, EITHER_SPEC, "Id", &json!("x")), [" /Id/format: the value is `\"x\"`, which is no `uuid`"]);
    assert_eq!(wrong(&root, EITHER_SPEC, "Mail", &json!("x")).len(), 1);
    assert!(wrong(&root, EITHER_INTENT, "Mail", &json!("x")).is_empty());
    assert_eq!(wrong(&root, EITHER_SPEC, "Bytes", &json!("x")), [" /Bytes/format: the value is `\"x\"`, which is no `byte`"]);
    assert!(wrong(&root, EITHER_SPEC, "File", &json!("x")).is_empty());
    assert!(wrong(&root, EITHER_SPEC, "List", &json!([1])).is_empty());
    assert!(wrong(&root, EITHER_SPEC, "Odd", &json!("x")).is_empty());
    assert!(wrong(&root, EITHER_SPEC, "Hyphen", &json!("a-b.c")).is_empty());
    assert_eq!(wrong(&root, EITHER_SPEC, "Hyphen", &json!("a b")).len(), 1);
    for other_language in ["Ruby", "Python", "Java", "JavaScript"] {
        assert!(wrong(&root, EITHER_SPEC, other_language, &json!("abc")).is_empty(), "{other_language}");
        assert_eq!(wrong(&root, EITHER_SPEC, other_language, &json!("A b")).len(), 1, "{other_language}");
    }
    assert_eq!(
        wrong(&root, EITHER_SPEC, "Python", &json!("Aaz")),
        [" /Python/pattern: the value is `\"Aaz\"`, which does not match the pattern `\\A[a-z]+\\Z`"]
    );
}

#[test]
fn directions() {
    let root = description(
        "3.0.3",
        json!({
            "Agent": {
                "allOf": [{ "$ref": "#/components/schemas/Base" }, { "type": "object", "required": ["id", "name"] }],
            },
            "Base": { "type": "object", "required": ["key"], "properties": {
                "id": { "type": "integer", "readOnly": true },
                "name": { "type": "string" },
                "key": { "$ref": "#/components/schemas/Key" }
            } },
            "Key": { "type": "string", "writeOnly": true },
            "Either": { "oneOf": [{ "type": "array", "items": { "$ref": "#/components/schemas/Agent" } }, { "type": "string" }] }
        }),
    );
    let request = (Direction::Request, Reading::Spec);
    let response = (Direction::Response, Reading::Spec);
    assert!(wrong(&root, request, "Agent", &json!({ "name": "a", "key": "k" })).is_empty());
    assert_eq!(
        wrong(&root, response, "Agent", &json!({ "name": "a", "key": "k" })),
        [
            " /Agent/allOf/1/required: `id` is missing",
            "/key /Key/writeOnly: `key` is only sent by clients, and should not be in a response"
        ]
    );
    assert_eq!(
        wrong(&root, request, "Either", &json!([{ "name": "a", "key": "k", "id": 1 }])),
        ["/0/id /Base/properties/id/readOnly: `id` is only read, and should not be in a request"]
    );
    assert!(wrong(&root, EITHER_SPEC, "Agent", &json!({ "name": "a" })).is_empty());
}

/// OpenAPI 3.0.3, "Schema Object": a property must not be both. What is said at the property and at what it refers to counts together.
#[test]
fn a_property_that_goes_in_neither_direction_goes_in_both() {
    let key = json!({ "$ref": "#/components/schemas/Key" });
    let root = description(
        "3.0.3",
        json!({
            "Key": { "type": "string", "writeOnly": true },
            "Both": { "type": "object", "required": ["key"], "properties": { "key": { "allOf": [key], "readOnly": true } } },
            "Sent": { "type": "object", "required": ["key"], "properties": { "key": { "allOf": [key] } } }
        }),
    );
    for direction in [Direction::Request, Direction::Response] {
        let both = (direction, Reading::Spec);
        assert!(wrong(&root, both, "Both", &json!({ "key": "k" })).is_empty(), "{direction:?}");
        assert_eq!(wrong(&root, both, "Both", &json!({})), [" /Both/required: `key` is missing"], "{direction:?}");
    }
    let response = (Direction::Response, Reading::Spec);
    assert!(wrong(&root, response, "Sent", &json!({})).is_empty());
    assert_eq!(
        wrong(&root, response, "Sent", &json!({ "key": "k" })),
        ["/key /Key/writeOnly: `key` is only sent by clients, and should not be in a response"]
    );
}

#[test]
fn a_union_is_its_nearest_branch() {
    let root = description(
        "3.0.3",
        json!({
            "Pet": {
                "oneOf": [{ "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" }],
                "discriminator": { "propertyName": "kind", "mapping": { "dog": "#/components/schemas/Dog" } }
            },
            "Cat": { "type": "object", "required": ["kind", "lives"],
                "properties": { "kind": { "type": "string" }, "lives": { "type": "integer" } } },
            "Dog": { "type": "object", "required": ["kind", "bark"], "additionalProperties": false,
                "properties": { "kind": { "type": "string" }, "bark": { "type": "boolean" } } },
            "Any": { "anyOf": [{ "$ref": "#/components/schemas/Cat" }, { "type": "integer" }] }
        }),
    );
    assert_eq!(
        wrong(&root, EITHER_SPEC, "Pet", &json!({ "kind": "dog", "berk": true })),
        [
            " /Dog/required: `bark` is missing [`berk` is there; did you mean `bark`?]",
            "/berk /Dog/additionalProperties: unknown property `berk` [did you mean `bark`?]"
        ]
    );
    assert_eq!(
        wrong(&root, EITHER_SPEC, "Pet", &json!({ "kind": "dok" })),
        ["/kind /Pet/discriminator: `kind` is `\"dok\"`, expected `Cat`, `dog` [did you mean `dog`?]"]
    );
    assert_eq!(
        wrong(&root, EITHER_SPEC, "Pet", &json!({})),
        [" /Pet/discriminator: `kind` is missing, which says what the object is: `Cat`, `dog`"]
    );
    assert_eq!(
        wrong(&root, EITHER_SPEC, "Any", &json!({ "kind": "x", "lives": "9" })),
        ["/lives /Cat/properties/lives/type: `/lives` is `\"9\"`, expected an integer [of 2 branches, number 0 is the nearest]"]
    );
    assert_eq!(wrong(&root, EITHER_SPEC, "Any", &json!("x")), [" /Any/anyOf: `\"x\"` suits no branch of `anyOf`"]);
    // By the letter a discriminator asserts nothing; as it is meant it does.
    let cat = json!({ "kind": "dog", "lives": 9 });
    assert!(wrong(&root, EITHER_SPEC, "Pet", &cat).is_empty());
    assert!(!wrong(&root, EITHER_INTENT, "Pet", &cat).is_empty());
}

#[test]
fn references_lead_everywhere() {
    let mut root = description(
        "3.1.0",
        json!({
            "A": { "$ref": "#/x-more/a%20b" },
            "B": { "$ref": "https://example.com/b#inner" },
            "C": { "$id": "https://example.com/b", "properties": { "p": { "$anchor": "inner", "const": 1 } } },
            "Lost": { "$ref": "#/nowhere" },
            "Loop": { "$ref": "#/components/schemas/Pool" },
            "Pool": { "$ref": "#/components/schemas/Loop" },
            "Own": { "allOf": [{ "$ref": "#/components/schemas/Own" }], "type": "string" },
            "Tree": { "type": "object", "properties": { "next": { "$ref": "#/components/schemas/Tree" } } }
        }),
    );
    root["x-more"] = json!({ "a b": { "type": "string", "maxLength": 1 } });
    assert_eq!(wrong(&root, EITHER_SPEC, "A", &json!("xx")), [" /x-more/a b/maxLength: the value is `\"xx\"`, longer than 1"]);
    assert_eq!(wrong(&root, EITHER_SPEC, "B", &json!(2)), [" /C/properties/p/const: the value is `2`, expected `1`"]);
    assert!(wrong(&root, EITHER_SPEC, "Lost", &json!(2)).is_empty());
    assert!(wrong(&root, EITHER_SPEC, "Loop", &json!(2)).is_empty());
    assert_eq!(wrong(&root, EITHER_SPEC, "Own", &json!(2)).len(), 1);
    assert_eq!(
        wrong(&root, EITHER_SPEC, "Tree", &json!({ "next": { "next": 1 } })),
        ["/next/next /Tree/type: `/next/next` is `1`, expected an object"]
    );
}

#[test]
fn some_schemas_are_converted_as_all_are() {
    let schemas = json!({
        "A": { "properties": { "b": { "$ref": "#/components/schemas/B" }, "c": { "type": "string", "maxLength": 2 } } },
        "B": { "nullable": true, "allOf": [
            { "$ref": "#/components/schemas/C/properties/d" },
            { "required": ["own", "secret"], "properties": { "secret": { "writeOnly": true } } }
        ] },
        "C": { "properties": { "d": { "type": "object", "properties": { "again": { "$ref": "#/x-more/B" } } } } },
        "D": { "patternProperties": { "^x": { "type": "integer" } }, "additionalProperties": false }
    });
    let mut root = description("3.1.0", schemas);
    root["x-more"] = json!({ "B": { "$ref": "#/components/schemas/B" } });
    let places = ["A/properties/b", "A/properties/c", "B/allOf/1", "D"].map(pointer);
    let values =
        [json!(null), json!("long"), json!({}), json!({ "own": 1, "again": { "own": "" } }), json!({ "again": {}, "x": "" })];
    let all = Schemas::new(&root, Direction::Either, Reading::Intent);
    for place in &places {
        let some = Schemas::some(&root, Direction::Either, Reading::Intent, vec![place.clone()]);
        for value in &values {
            let expected = all.errors(place, value).expect("the schema is sound");
            assert_eq!(some.errors(place, value), Ok(expected.clone()), "{place}: {value}");
            assert_eq!(some.tester(place).map(|tester| tester.is_valid(value)), Ok(expected.is_empty()), "{place}: {value}");
        }
    }
    // What nobody asked for and nothing refers to is left out.
    let some = Schemas::some(&root, Direction::Either, Reading::Intent, vec![pointer("A/properties/c")]);
    assert!(some.has(&pointer("A/properties/c")) && !some.has(&pointer("D")) && !some.has(&pointer("B")));
}
