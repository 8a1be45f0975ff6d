//! The types of string formats on the wire.
#![cfg(all(feature = "base64", feature = "chrono", feature = "uuid"))]

use bindery_runtime::formats::{Base64, Date, DateTime, Uuid};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{from_value, json, to_value};

fn round_trip<T: DeserializeOwned + Serialize>(text: &str) -> String {
    let value: T = from_value(json!(text)).expect("it can be read");
    to_value(value).expect("it can be written").as_str().expect("it is a text").to_owned()
}

#[test]
fn formats_round_trip() {
    for text in ["2023-12-25T10:40:00Z", "2023-12-25T10:40:00.125+05:30"] {
        assert_eq!(round_trip::<DateTime>(text), text);
    }
    assert_eq!(round_trip::<Date>("2024-02-29"), "2024-02-29");
    let uuid = "67e55044-10b1-426f-9247-bb680e5fe0c8";
    assert_eq!(round_trip::<Uuid>(uuid), uuid);
    assert_eq!(round_trip::<Base64>("aGk+/w=="), "aGk+/w==");
}

#[test]
fn broken_texts_are_refused() {
    assert!(from_value::<DateTime>(json!("2023-12-25 10:40")).is_err());
    assert!(from_value::<Date>(json!("2023-02-29")).is_err());
    assert!(from_value::<Uuid>(json!("67e55044")).is_err());
    assert!(from_value::<Base64>(json!("a-b_")).is_err());
    assert!(from_value::<Base64>(json!(5)).is_err());
}

#[test]
fn base64_needs_no_padding_when_read() {
    let bytes: Base64 = "aGk".parse().expect("it is base64");
    assert_eq!(bytes.as_ref(), b"hi");
    assert_eq!(bytes.to_string(), "aGk=");
    assert_eq!(Vec::from(Base64::from(b"hi".as_slice())), b"hi");
    assert_eq!(round_trip::<Base64>(""), "");
    let error = "a*".parse::<Base64>().expect_err("a star is no base64");
    assert!(error.to_string().starts_with("invalid base64: "), "{error}");
}
