//! What `object!` reads, refuses and writes.
#![deny(warnings, missing_docs, clippy::all)]

use std::collections::BTreeMap;
use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;

/// An agent of the Ledger API, as generated code would have it.
#[derive(Clone, Debug, PartialEq)]
pub struct Agent {
    /// Identifies the agent.
    pub id: String,
    /// A keyword as a name.
    pub r#type: Option<String>,
    /// Milliseconds since 1970.
    pub created_at: i64,
    /// Required, yet nullable.
    pub parent: Option<Box<Agent>>,
    /// Going away.
    #[deprecated]
    pub description: Option<String>,
    /// Three states.
    pub cursor: bindery_runtime::Maybe<i32>,
}

bindery_runtime::object! {
    Agent;
    required id = "id";
    optional r#type = "type";
    required created_at = "createdAt";
    required parent = "parent";
    optional description = "description";
    nullable cursor = "cursor";
}

/// Refuses properties that it doesn't have.
#[derive(Debug, PartialEq)]
pub struct Strict {
    /// The first.
    pub a: Option<i32>,
    /// The second.
    pub b: Option<i32>,
}

bindery_runtime::object! {
    Strict reject_unknown;
    optional a = "a";
    optional b = "b";
}

/// Keeps properties that it doesn't have.
#[derive(Debug, PartialEq)]
pub struct Open {
    /// The only one described.
    pub name: String,
    /// All others.
    pub rest: bindery_runtime::Object,
}

bindery_runtime::object! {
    Open;
    required name = "name";
    rest rest;
}

/// Has undescribed properties of one type.
#[derive(Debug, PartialEq)]
pub struct Prices {
    /// The only one described.
    pub currency: Option<String>,
    /// The price of each thing.
    pub prices: BTreeMap<String, f64>,
}

bindery_runtime::object! {
    Prices;
    optional currency = "currency";
    rest prices;
}

/// Nothing at all.
#[derive(Debug, PartialEq)]
pub struct Empty {}

bindery_runtime::object! { Empty; }

#[allow(deprecated)]
fn agent() -> Agent {
    Agent {
        id: "a".to_owned(),
        r#type: None,
        created_at: 1_703_520_000_000,
        parent: None,
        description: None,
        cursor: bindery_runtime::Maybe::Absent,
    }
}

const AGENT: &str = r#"{"id":"a","createdAt":1703520000000,"parent":null}"#;

fn read<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    let read = serde_json::from_str(text).map_err(|error| error.to_string());
    if read.is_ok() {
        let value = serde_json::from_str(text).expect("the text is JSON");
        serde_json::from_value::<T>(value).expect("a value reads like the text");
    }
    read
}

#[track_caller]
fn round_trip<T: DeserializeOwned + Serialize + PartialEq + Debug>(value: &T, text: &str) {
    assert_eq!(serde_json::to_string(value).expect("it can be written"), text);
    assert_eq!(read::<T>(text).as_ref(), Ok(value));
}

#[track_caller]
fn refused<T: DeserializeOwned + Debug>(text: &str, reason: &str) {
    let error = read::<T>(text).expect_err("it must be refused");
    assert!(error.contains(reason), "{error}");
}

#[test]
#[allow(deprecated)]
fn fields_are_written_in_order_and_absent_ones_left_out() {
    round_trip(&agent(), AGENT);
    let full = Agent {
        r#type: Some("buyer".to_owned()),
        parent: Some(Box::new(agent())),
        description: Some("\"d\" \u{1F600}".to_owned()),
        cursor: bindery_runtime::Maybe::Value(-1),
        ..agent()
    };
    round_trip(
        &full,
        &format!(
            r#"{{"id":"a","type":"buyer","createdAt":1703520000000,"parent":{AGENT},"description":"\"d\" {}","cursor":-1}}"#,
            '\u{1F600}'
        ),
    );
}

#[test]
fn maybe_has_three_states() {
    use bindery_runtime::Maybe;
    let with = |cursor| Agent { cursor, ..agent() };
    let text = |cursor| AGENT.replace('}', &format!(r#","cursor":{cursor}}}"#));
    round_trip(&with(Maybe::Absent), AGENT);
    round_trip(&with(Maybe::Null), &text("null"));
    round_trip(&with(Maybe::Value(7)), &text("7"));
}

#[test]
fn maybe_converts() {
    use bindery_runtime::Maybe;
    assert_eq!(Maybe::<i32>::default(), Maybe::Absent);
    assert_eq!(Maybe::from(Some(1)), Maybe::Value(1));
    assert_eq!(Maybe::<i32>::from(None), Maybe::Null);
    assert_eq!(Maybe::from(3).map(|n| n + 1).into_option(), Some(4));
    assert_eq!(Maybe::<i32>::Null.as_ref().map(|n| n + 1), Maybe::Null);
    assert_eq!(Maybe::Value("x").value(), Some(&"x"));
    assert!(Maybe::<i32>::Null.is_null() && Maybe::<i32>::Absent.is_absent());
    assert_eq!(serde_json::to_value([Maybe::Absent, Maybe::Value(1)]).ok(), Some(json!([null, 1])));
}

#[test]
fn keys_come_in_any_order_and_unknown_ones_are_skipped() {
    let text = r#"{"new":[{"deep":{}}],"parent":null,"id":"a","description":null,"x":1,"createdAt":1703520000000}"#;
    assert_eq!(read::<Agent>(text), Ok(agent()));
    let escaped = r#"{"\u0069d":"a","created\u0041t":1703520000000,"parent":null}"#;
    assert_eq!(read::<Agent>(escaped), Ok(agent()));
}

#[test]
fn broken_objects_are_refused_with_the_reason() {
    refused::<Agent>(r#"{"createdAt":1,"parent":null}"#, "missing field `id`");
    refused::<Agent>(r#"{"id":"a","createdAt":1}"#, "missing field `parent`");
    refused::<Agent>(r#"{"id":null,"createdAt":1,"parent":null}"#, "invalid type: null, expected a string");
    refused::<Agent>(r#"{"id":"a","id":"b"}"#, "duplicate field `id`");
    refused::<Agent>(r#"{"type":null,"type":null}"#, "duplicate field `type`");
    refused::<Agent>(r#"{"cursor":null,"cursor":1}"#, "duplicate field `cursor`");
    refused::<Agent>(r#"{"id":"a","createdAt":1.5}"#, "floating point `1.5`, expected i64");
    refused::<Agent>(r#"{"cursor":3000000000}"#, "invalid value: integer `3000000000`, expected i32");
    refused::<Agent>(r#"["a"]"#, "invalid type: sequence, expected an object (Agent)");
    refused::<Agent>(r#"{"id":"a","#, "EOF");
    refused::<Agent>("<html>", "expected value");
}

#[test]
fn errors_keep_the_place_of_nested_values() {
    let text = "{\n \"id\": \"a\",\n \"parent\": {\"id\": 5}\n}";
    let error = serde_json::from_str::<Agent>(text).expect_err("the id is a number");
    assert_eq!((error.line(), error.column()), (3, 19));
    assert_eq!(bindery_runtime::pointer_at(text.as_bytes(), 3, 19), "/parent/id");
}

#[test]
fn unknown_properties_can_be_refused() {
    round_trip(&Strict { a: None, b: Some(1) }, r#"{"b":1}"#);
    refused::<Strict>(r#"{"a":1,"c":2}"#, "unknown field `c`, expected `a` or `b`");
}

#[test]
fn rest_maps_keep_what_no_field_has() {
    let open: Open = read(r#"{"z":[1],"name":"n","a":null}"#).expect("it is an object");
    assert_eq!(json!(open.rest), json!({"z": [1], "a": null}));
    round_trip(&open, r#"{"name":"n","z":[1],"a":null}"#);
    refused::<Open>(r#"{"z":1,"z":2,"name":"n"}"#, "duplicate field `z`");
    refused::<Open>(r#"{"z":1}"#, "missing field `name`");

    let prices = BTreeMap::from([("ant".to_owned(), 0.5), ("bee".to_owned(), 2.0)]);
    round_trip(&Prices { currency: Some("EUR".to_owned()), prices }, r#"{"currency":"EUR","ant":0.5,"bee":2.0}"#);
    round_trip(&Prices { currency: None, prices: BTreeMap::new() }, "{}");
    refused::<Prices>(r#"{"ant":"free"}"#, "invalid type: string \"free\", expected f64");
}

#[test]
fn objects_without_fields_are_still_objects() {
    round_trip(&Empty {}, "{}");
    assert_eq!(read::<Empty>(r#"{"a":1}"#), Ok(Empty {}));
    refused::<Empty>("[]", "expected an object (Empty)");
}

/// The rest of a generated crate may define these names, too.
mod hostile_names {
    #![allow(dead_code)]
    struct Option;
    struct Result;
    struct Some;
    struct Ok;
    struct Vec;
    struct String;

    pub(super) struct Default {
        pub(super) map: ::std::option::Option<i32>,
        pub(super) rest: ::std::string::String,
        pub(super) serializer: ::std::option::Option<bool>,
        pub(super) deserializer: bindery_runtime::Maybe<i32>,
    }

    bindery_runtime::object! {
        Default;
        optional map = "map";
        required rest = "rest";
        optional serializer = "serializer";
        nullable deserializer = "deserializer";
    }
}

#[test]
fn names_of_the_caller_do_not_meet_those_of_the_macro() {
    let read: hostile_names::Default =
        serde_json::from_str(r#"{"map":1,"rest":"r","serializer":true,"deserializer":2}"#).expect("all are there");
    assert_eq!((read.map, read.rest.as_str(), read.serializer), (Some(1), "r", Some(true)));
    assert_eq!(read.deserializer, 2.into());
}

#[test]
fn an_optional_field_of_anything_keeps_null() {
    #[derive(Debug, PartialEq)]
    struct Free {
        value: Option<bindery_runtime::Value>,
    }
    bindery_runtime::object! { Free; anything value = "value"; }
    for text in [r#"{"value":null}"#, r#"{"value":[1]}"#, "{}"] {
        let free: Free = serde_json::from_str(text).expect("any value will do");
        assert_eq!(free.value.is_none(), text == "{}");
        assert_eq!(serde_json::to_string(&free).expect("it can be written"), text);
    }
    let twice = serde_json::from_str::<Free>(r#"{"value": null, "value": 1}"#).expect_err("a key twice");
    assert!(twice.to_string().starts_with("duplicate field `value`"), "{twice}");
}
