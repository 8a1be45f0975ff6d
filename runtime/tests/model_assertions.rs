//! What a JSON Schema in the code finds in a value.

use bindery_runtime::{Assertions, Checker};
use serde_json::{Value, json};

/// Returns what a value breaks: the pointer and the keyword.
fn broken(schema: &'static str, value: Value) -> Vec<String> {
    let assertions = Assertions::new(schema);
    let mut at = Checker::new();
    at.assertions(&value, &assertions);
    let Err(invalid) = at.finish() else { return Vec::new() };
    invalid.failures().iter().map(|failure| format!("{} {}", failure.pointer, failure.constraint)).collect()
}

#[test]
fn each_keyword_finds_what_breaks_it() {
    let cases: &[(&'static str, Value, Value, &str)] = &[
        (r#"{"type":"integer"}"#, json!(2.0), json!(2.5), " type"),
        (r#"{"type":["object","null"]}"#, json!(null), json!(true), " type"),
        (r#"{"type":"boolean"}"#, json!(false), json!([]), " type"),
        (r#"{"type":"array"}"#, json!([]), json!({}), " type"),
        (r#"{"const":{"a":1.0}}"#, json!({"a": 1}), json!({"a": 2}), " const"),
        (r#"{"enum":[1,"a",null]}"#, json!(1.0), json!("b"), " enum"),
        (r#"{"minimum":1}"#, json!(1), json!(0.5), " minimum"),
        (r#"{"maximum":9007199254740993}"#, json!(9_007_199_254_740_993_i64), json!(9_007_199_254_740_994_i64), " maximum"),
        (r#"{"exclusiveMinimum":1.5}"#, json!(2), json!(1.5), " exclusiveMinimum"),
        (r#"{"exclusiveMaximum":1}"#, json!("1"), json!(1), " exclusiveMaximum"),
        (r#"{"multipleOf":0.1}"#, json!(0.3), json!(0.25), " multipleOf"),
        (r#"{"minLength":2}"#, json!("äö"), json!("ä"), " minLength"),
        (r#"{"maxLength":1}"#, json!(12), json!("ab"), " maxLength"),
        (r#"{"pattern":"^a"}"#, json!("ab"), json!("ba"), " pattern"),
        (r#"{"minItems":1}"#, json!({}), json!([]), " minItems"),
        (r#"{"maxItems":1}"#, json!([1]), json!([1, 2]), " maxItems"),
        (r#"{"uniqueItems":true}"#, json!([1, 2]), json!([1, 1.0]), " uniqueItems"),
        (r#"{"items":{"type":"null"}}"#, json!([null]), json!([null, 1]), "/1 type"),
        (r#"{"prefixItems":[{"type":"null"}],"items":false}"#, json!([null]), json!([null, 1]), "/1 false"),
        (r#"{"prefixItems":[{},{"type":"null"}]}"#, json!([1]), json!([1, 2, 3]), "/1 type"),
        (r#"{"contains":{"const":1}}"#, json!([2, 1]), json!([2]), " contains"),
        (r#"{"contains":{"const":1},"minContains":2}"#, json!([1, 1]), json!([1]), " minContains"),
        (r#"{"contains":{"const":1},"minContains":0,"maxContains":1}"#, json!([]), json!([1, 1]), " maxContains"),
        (r#"{"minProperties":1}"#, json!([]), json!({}), " minProperties"),
        (r#"{"maxProperties":0}"#, json!({}), json!({"a": 1}), " maxProperties"),
        (r#"{"required":["a"]}"#, json!({"a": null}), json!({"b": 1}), " required"),
        (r#"{"properties":{"a/b":{"type":"null"}}}"#, json!({"b": 1}), json!({"a/b": 1}), "/a~1b type"),
        (r#"{"patternProperties":{"^a":{"type":"null"}}}"#, json!({"b": 1}), json!({"ab": 1}), "/ab type"),
        (
            r#"{"properties":{"a":{}},"patternProperties":{"^b":{}},"additionalProperties":false}"#,
            json!({"a": 1, "bc": 1}),
            json!({"c": 1}),
            "/c additionalProperties",
        ),
        (r#"{"additionalProperties":{"type":"null"}}"#, json!({"a": null}), json!({"a": 1}), "/a type"),
        (r#"{"propertyNames":{"maxLength":1}}"#, json!({"a": 1}), json!({"ab": 1}), " propertyNames"),
        (r#"{"dependentRequired":{"a":["b"]}}"#, json!({"b": 1}), json!({"a": 1}), " dependentRequired"),
        (r#"{"dependentSchemas":{"a":{"required":["b"]}}}"#, json!({"b": 1}), json!({"a": 1}), " required"),
        (r#"{"not":{"const":1}}"#, json!(2), json!(1), " not"),
        (r#"{"allOf":[{"minimum":1},{"maximum":2}]}"#, json!(1), json!(3), " maximum"),
        (r#"{"anyOf":[{"type":"null"},{"minimum":1}]}"#, json!(null), json!(0), " anyOf"),
        (r#"{"oneOf":[{"minimum":1},{"minimum":2}]}"#, json!(1), json!(2), " oneOf"),
        (r#"{"oneOf":[{"minimum":1},{"minimum":2}]}"#, json!(1), json!(0), " oneOf"),
        (r#"{"if":{"minimum":1},"then":{"maximum":2}}"#, json!(0), json!(3), " maximum"),
        (r#"{"if":{"minimum":1},"else":{"const":0}}"#, json!(3), json!(-1), " const"),
    ];
    for (schema, right, wrong, expected) in cases {
        assert_eq!(broken(schema, right.clone()), [""; 0], "{schema} {right}");
        assert_eq!(broken(schema, wrong.clone()), [*expected], "{schema} {wrong}");
    }
}

#[test]
fn what_says_nothing_finds_nothing() {
    let silent =
        ["{}", "true", "no JSON", r#"{"uniqueItems":false}"#, r#"{"then":false}"#, r#"{"pattern":"("}"#, r#"{"format":"uuid"}"#];
    for schema in silent {
        assert_eq!(broken(schema, json!([1, 1])), [""; 0], "{schema}");
        assert_eq!(broken(schema, json!("text")), [""; 0], "{schema}");
    }
    assert_eq!(broken("false", json!(null)), [" false"]);
    assert_eq!(broken(r#"{"not":{}}"#, json!(null)), [" not"]);
}

#[test]
fn a_failure_is_found_once_and_at_its_place() {
    static LIMIT: Assertions = Assertions::new(r#"{"items":{"minimum":2,"multipleOf":2}}"#);
    let mut at = Checker::new();
    at.key("list", |at| {
        at.index(0, |at| at.minimum(1, 2));
        at.assertions(&[1, 4, 0], &LIMIT);
    });
    let failures = at.finish().expect_err("two items are too small").to_string();
    assert_eq!(
        failures,
        "/list/0: 1 is less than 2 (minimum); /list/0: 1 is not a multiple of 2 (multipleOf); /list/2: 0 is less than 2 (minimum)"
    );
}
