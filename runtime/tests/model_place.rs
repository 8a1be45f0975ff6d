//! Where in a JSON text an error is.

use bindery_runtime::{Object, Value, pointer_at};

/// An array of objects with one nested array of numbers, all required.
struct Root {
    _items: Vec<Item>,
    _last: bool,
}

bindery_runtime::object! {
    Root;
    required _items = "items";
    required _last = "a/b";
}

struct Item {
    _name: String,
    _sizes: Vec<u8>,
    _next: Option<Box<Item>>,
}

bindery_runtime::object! {
    Item;
    required _name = "name";
    required _sizes = "sizes";
    optional _next = "next";
}

/// Returns the pointer of the place where reading stops.
fn place(text: &str) -> String {
    let Err(error) = serde_json::from_str::<Root>(text) else { panic!("{text} can be read") };
    pointer_at(text.as_bytes(), error.line(), error.column())
}

#[test]
fn the_value_of_a_wrong_type_is_found() {
    for (text, pointer) in [
        (r#"{"items": 5}"#, "/items"),
        (r#"{"items":5}"#, "/items"),
        (r#"{"items":{"a":[1]}}"#, "/items"),
        (r#"{"items":[7]}"#, "/items/0"),
        (r#"{"items":[[]]}"#, "/items/0"),
        (r#"{"items":[{"name":[]}]}"#, "/items/0/name"),
        (r#"{"items":[{"name":"a","sizes":[1,-2,3]}]}"#, "/items/0/sizes/1"),
        (r#"{"items":[{"name":"a","sizes":[1,{}]}]}"#, "/items/0/sizes/1"),
        (r#"{"items":[{"name":"a","sizes":[1,256]}]}"#, "/items/0/sizes/1"),
        (r#"{"items":[{"name":"]}\"{[","sizes":[]},{"sizes":[true]}]}"#, "/items/1/sizes/0"),
        (r#"{"items":[{"next":{"next":{"name":null}}}]}"#, "/items/0/next/next/name"),
        (r#"{"items":[],"a/b":"x"}"#, "/a~1b"),
        (r#"{"items":[],"\u0061/b":"x"}"#, "/a~1b"),
        ("{\r\n  \"items\": [\r\n    {\r\n      \"name\":\r\n 5}]}", "/items/0/name"),
        ("5", ""),
        ("[]", ""),
        ("", ""),
    ] {
        assert_eq!(place(text), pointer, "{text}");
    }
}

#[test]
fn a_missing_field_is_a_fault_of_its_object() {
    for (text, pointer) in [
        (r#"{"a/b":true}"#, ""),
        (r#"{"items":[{"name":"a","sizes":[]},{"name":"b"}],"a/b":true}"#, "/items/1"),
        ("{\"items\":[{\"name\":\"a\",\n\"sizes\":[1]\n,\"next\":\n{\n}\n}]}", "/items/0/next"),
        (r#"{"items":[],"items":[]}"#, ""),
    ] {
        assert_eq!(place(text), pointer, "{text}");
    }
}

#[test]
fn broken_text_leads_to_the_value_around_it() {
    for (text, pointer) in [
        (r#"{"items":[{"name":"a","sizes":[1,2"#, "/items/0/sizes/1"),
        (r#"{"items":[{"name":"unfinished"#, "/items/0/name"),
        (r#"{"items":[{"name":@}]}"#, "/items/0/name"),
        (r#"{"items":[{"name":tru}]}"#, "/items/0"),
        (r#"{"items":[{"name":"a" "sizes":[]}]}"#, "/items/0"),
        (r#"{"items":[] "#, "/items"),
        (r#"{"items":[],"#, ""),
        (r#"{"items":[{"sizes":[1 2]}]}"#, "/items/0/sizes"),
        ("<html><body>", ""),
    ] {
        assert_eq!(place(text), pointer, "{text}");
    }
}

#[test]
fn every_place_of_every_text_has_a_pointer() {
    let text = "{\"a\": [1, {\"b\\\"\": null}, \"x\"],\n \"c\": {}}\n]],}:\"";
    for end in 0..=text.len() {
        for line in 0..6 {
            for column in 0..60 {
                let pointer = pointer_at(&text.as_bytes()[..end], line, column);
                assert!(pointer.is_empty() || pointer.starts_with('/'));
            }
        }
    }
    assert_eq!(pointer_at(text.as_bytes(), 1, 20), "/a/1/b\"");
    assert_eq!(pointer_at(text.as_bytes(), 2, 1), "");
    assert_eq!(pointer_at(text.as_bytes(), usize::MAX, usize::MAX), "");
    assert_eq!(pointer_at("[".repeat(100_000).as_bytes(), 1, 100_000).matches("/0").count(), 99_999);
}

#[test]
fn pointers_lead_to_the_value() {
    let text = r#"{"a":{"~":[0,{"/":"here"}]}}"#;
    let column = text.find("here").expect("it is there") + 1;
    let value: Value = serde_json::from_str(text).expect("JSON");
    let pointer = pointer_at(text.as_bytes(), 1, column);
    assert_eq!(value.pointer(&pointer), Some(&Value::from("here")));
    let _: Object = serde_json::from_str(text).expect("an object");
}
