//! What judging a value costs, beside the plain `jsonschema` crate with the same schema.
//!
//! `cargo bench -p bindery-validator --bench payload`

use bindery::source::Pointer;
use bindery_validator::schema::{Direction, Reading, Schemas};
use divan::{Bencher, black_box};
use serde_json::{Value, json};

fn main() {
    divan::main();
}

/// Returns items as 3.0 describes them, or as JSON Schema does.
fn document(is_3_0: bool) -> Value {
    let price = if is_3_0 {
        json!({ "type": "number", "minimum": 0, "exclusiveMinimum": true, "nullable": true })
    } else {
        json!({ "type": ["number", "null"], "exclusiveMinimum": 0 })
    };
    let item = json!({
        "type": "object",
        "required": ["id", "name", "kind"],
        "additionalProperties": false,
        "properties": {
            "id": { "type": "string", "format": "uuid" },
            "name": { "type": "string", "minLength": 1, "maxLength": 40 },
            "kind": { "type": "string", "enum": ["buyer", "seller", "clerk"] },
            "price": price,
            "tags": { "type": "array", "items": { "type": "string" }, "maxItems": 8 }
        }
    });
    let list = json!({ "type": "array", "items": { "$ref": "#/components/schemas/Item" } });
    json!({ "openapi": "3.0.3", "components": { "schemas": { "Item": item, "List": list } } })
}

/// Returns a thousand items of this name; the empty one is wrong.
fn values(name: &str) -> Value {
    let id = "0e0f6a3e-9a0a-4f6d-8c1e-1d2f3a4b5c6d";
    (1..=1000).map(|price| json!({ "id": id, "name": name, "kind": "buyer", "price": price, "tags": ["a", "b"] })).collect()
}

fn plain() -> jsonschema::Validator {
    let mut document = document(false);
    document["$ref"] = json!("#/components/schemas/List");
    jsonschema::options().should_validate_formats(true).build(&document).expect("it is a schema")
}

fn list() -> Pointer {
    Pointer::parse("/components/schemas/List").expect("it is a pointer")
}

#[divan::bench]
fn jsonschema_valid(bencher: Bencher) {
    let (validator, values) = (plain(), values("Ada"));
    assert!(validator.is_valid(&values));
    bencher.bench(|| validator.is_valid(black_box(&values)));
}

#[divan::bench]
fn bindery_valid(bencher: Bencher) {
    let (document, values) = (document(true), values("Ada"));
    let schemas = Schemas::new(&document, Direction::Request, Reading::Spec);
    assert_eq!(schemas.errors(&list(), &values), Ok(Vec::new()));
    bencher.bench(|| schemas.errors(&list(), black_box(&values)));
}

#[divan::bench]
fn jsonschema_wrong(bencher: Bencher) {
    let (validator, values) = (plain(), values(""));
    bencher.bench(|| validator.iter_errors(black_box(&values)).map(|error| error.to_string()).collect::<Vec<_>>());
}

#[divan::bench]
fn bindery_wrong(bencher: Bencher) {
    let (document, values) = (document(true), values(""));
    let schemas = Schemas::new(&document, Direction::Request, Reading::Spec);
    bencher.bench(|| schemas.errors(&list(), black_box(&values)));
}
