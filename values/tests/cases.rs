//! The maker of values: what it makes of small schemas, and what the verdicts are.

use bindery_values::{Case, Description, Direction, Expected, Finding, Outcome, Schemas, Verdict, cases, difference, judge};
use serde_json::{Value, json};

/// Returns the values of the schema `S`.
fn made(schemas: &Value, direction: Direction) -> Vec<Case> {
    let document = Description::new(json!({"openapi": "3.0.3", "components": {"schemas": schemas}}));
    let mut schemas = Schemas::new(&document, direction);
    let validator = schemas.validator("/components/schemas/S").expect("it is a schema");
    cases(&mut schemas, "/components/schemas/S", &validator)
}

fn valid(cases: &[Case]) -> Vec<&Value> {
    cases.iter().filter(|case| case.expected == Expected::Kept).map(|case| &case.value).collect()
}

fn broken(cases: &[Case]) -> Vec<(&str, &str)> {
    let place = |case: &'_ Case| match &case.expected {
        Expected::Wrong { pointer, keyword, .. } => Some((pointer.clone(), *keyword)),
        Expected::Kept => None,
    };
    let mut found: Vec<_> = cases.iter().filter_map(place).map(|(pointer, keyword)| (&*pointer.leak(), keyword)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

#[test]
fn limits_are_met_and_broken() {
    let cases = made(&json!({"S": {"type": "integer", "minimum": 3, "maximum": 9, "exclusiveMaximum": true}}), Direction::Any);
    assert!(valid(&cases).contains(&&json!(3)) && valid(&cases).contains(&&json!(8)) && !valid(&cases).contains(&&json!(9)));
    assert_eq!(broken(&cases), [("", "exclusiveMaximum"), ("", "minimum"), ("", "type")]);
}

#[test]
fn optional_properties_come_and_go() {
    let schema = json!({"type": "object", "required": ["a"], "properties": {
        "a": {"type": "boolean"}, "b": {"type": "string", "maxLength": 2, "nullable": true}
    }});
    let cases = made(&json!({ "S": schema }), Direction::Any);
    for expected in [json!({"a": true}), json!({"a": true, "b": null}), json!({"a": true, "b": ""})] {
        assert!(valid(&cases).contains(&&expected), "{expected}");
    }
    assert_eq!(broken(&cases), [("", "required"), ("", "type"), ("/a", "type"), ("/b", "maxLength"), ("/b", "type")]);
}

#[test]
fn every_branch_is_there_with_its_tag() {
    let branch = json!({"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}}});
    let union = json!({"oneOf": [{"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/B"}],
        "discriminator": {"propertyName": "kind", "mapping": {"b": "#/components/schemas/B"}}});
    let cases = made(&json!({"S": union, "A": branch, "B": branch}), Direction::Any);
    let tags: Vec<_> = valid(&cases).into_iter().map(|value| &value["kind"]).collect();
    assert!(tags.contains(&&json!("A")) && tags.contains(&&json!("b")) && tags.len() == 2, "{tags:?}");
}

#[test]
fn a_direction_hides_what_does_not_go_in_it() {
    let schema = json!({"type": "object", "required": ["id"], "properties": {
        "id": {"type": "boolean", "readOnly": true}, "secret": {"type": "boolean", "writeOnly": true}
    }});
    let has =
        |direction, name: &str| valid(&made(&json!({"S": schema}), direction)).iter().any(|value| value.get(name).is_some());
    assert!(has(Direction::Read, "id") && !has(Direction::Read, "secret"));
    assert!(!has(Direction::Sent, "id") && has(Direction::Sent, "secret"));
}

#[test]
fn what_goes_in_neither_direction_goes_in_both() {
    let own = json!({"type": "object", "required": ["key"], "properties": {
        "key": {"readOnly": true, "allOf": [{"$ref": "#/components/schemas/Key"}]}
    }});
    let key = json!({"type": "boolean", "writeOnly": true});
    for direction in [Direction::Any, Direction::Read, Direction::Sent] {
        let cases = made(&json!({"S": own, "Key": key}), direction);
        assert!(valid(&cases).iter().all(|value| value["key"].is_boolean()), "{direction:?}: {cases:?}");
        assert!(broken(&cases).contains(&("", "required")), "{direction:?}: {cases:?}");
    }
}

#[test]
fn patterns_and_recursion_have_values() {
    let cases = made(&json!({"S": {"type": "string", "pattern": "^[A-F]{2}-\\d+$", "minLength": 6}}), Direction::Any);
    assert!(!valid(&cases).is_empty());
    let tree = json!({"type": "object", "properties": {"next": {"$ref": "#/components/schemas/S"}}, "required": ["name"],
        "example": {"name": 1, "undescribed": 2}});
    let cases = made(&json!({ "S": tree }), Direction::Any);
    assert!(valid(&cases).iter().any(|value| value.pointer("/next/next").is_some()));
    assert!(!valid(&cases).iter().any(|value| value.get("undescribed").is_some()));
}

#[test]
fn a_property_that_is_described_twice_is_a_part() {
    let document = Description::new(json!({"components": {"schemas": {
        "Base": {"allOf": [{"properties": {"a/b": {"type": "object"}}}]},
        "S": {"allOf": [{"$ref": "#/components/schemas/Base"}], "properties": {"a/b": {"required": ["c"]}, "d": {"type": "string"}}},
        "Round": {"allOf": [{"$ref": "#/components/schemas/Round"}], "properties": {"a": {"type": "string"}}}
    }}}));
    assert!(document.is_part("/components/schemas/S/properties/a~1b"));
    assert!(!document.is_part("/components/schemas/S/properties/d"));
    assert!(document.is_part("/components/schemas/Round/properties/a") && !document.is_part("/components/schemas/Base"));
}

#[test]
fn patterns_of_other_languages_are_judged() {
    for pattern in ["\\A[A-F]{2}-[\\w-.]+\\Z", "^\\p{XDigit}{2}$", "/^[A-F]{2}$/", "/^[a-f]{2}$/i", "/[A-F\\-]{2}$/g"] {
        let cases = made(&json!({"S": {"type": "string", "pattern": pattern, "example": "AF"}}), Direction::Any);
        assert!(!valid(&cases).is_empty() && broken(&cases).contains(&("", "pattern")), "{pattern}: {cases:?}");
    }
}

#[test]
fn values_are_compared_as_json() {
    assert_eq!(difference(&json!({"a": 1, "b": 2.0}), &json!({"b": 2, "a": 1.0})), None);
    assert_eq!(difference(&json!("2024-01-01T00:00:00.50Z"), &json!("2024-01-01T00:00:00.5+00:00")), None);
    let lost = difference(&json!({"a": [{"b/c": null}]}), &json!({"a": [{}]})).expect("null is not nothing");
    assert_eq!((lost.what, lost.pointer.as_str()), ("lost", "/a/0/b~1c"));
    assert_eq!(difference(&json!([1]), &json!([1, 2])).map(|added| added.pointer), Some("/1".to_owned()));
}

#[test]
fn a_wrong_value_has_to_be_noticed_at_its_place() {
    let expected = Expected::Wrong { pointer: "/a".to_owned(), keyword: "minimum", finding: Finding::There };
    let case = Case { value: json!({"a": 1}), expected };
    let found = |pointer: &str| Outcome::Read {
        written: json!({"a": 1}),
        failures: Some(vec![(pointer.to_owned(), "minimum".to_owned())]),
    };
    assert_eq!(judge(&case, &found("/a")), Verdict::Right);
    assert_eq!(judge(&case, &Outcome::Refused("no".to_owned())), Verdict::Right);
    assert!(
        matches!(judge(&case, &found("/b")), Verdict::Wrong(failing) if failing.class.starts_with("wrong and noticed elsewhere"))
    );
}

/// A reader that passes over unknown properties reads what is broken as one branch as another one.
#[test]
fn a_value_is_broken_only_if_no_branch_is_left_for_it() {
    let branch = |names: &[&str]| {
        let properties: serde_json::Map<_, _> =
            names.iter().map(|name| ((*name).to_owned(), json!({"type": "array", "items": {"type": "string"}}))).collect();
        json!({"type": "object", "required": names, "properties": properties, "additionalProperties": false})
    };
    let union = |branches: &[&[&str]]| json!({ "S": {"anyOf": branches.iter().map(|names| branch(names)).collect::<Vec<_>>()} });
    let apart = made(&union(&[&["a"], &["b"]]), Direction::Any);
    assert!(broken(&apart).contains(&("/a", "type")) && broken(&apart).contains(&("/b", "type")));
    let within = made(&union(&[&["a"], &["a", "b"]]), Direction::Any);
    assert!(broken(&within).contains(&("/a", "type")));
    assert!(
        !broken(&within).contains(&("/b", "type")),
        "it is a value of the first branch, with a property that nobody described"
    );
}
