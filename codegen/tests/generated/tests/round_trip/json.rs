//! Reads and writes JSON, and says what differs.

use std::fmt::Debug;

use bindery_runtime::{Invalid, Validate, validate};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Reads JSON, and checks that it is written as it was read, from a text and from a `Value`.
#[track_caller]
pub(crate) fn same<T: DeserializeOwned + Serialize + PartialEq + Debug>(json: Value) -> T {
    let value: T = serde_json::from_str(&json.to_string()).unwrap_or_else(|error| panic!("{json}: {error}"));
    assert_eq!(serde_json::to_value(&value).expect("it can be written"), json);
    let again: T = serde_json::from_value(json).expect("a value is read as its text is");
    assert_eq!(again, value);
    value
}

/// Reads JSON that is written otherwise than it was read.
#[track_caller]
pub(crate) fn becomes<T: DeserializeOwned + Serialize>(json: Value, written: Value) {
    let value: T = serde_json::from_str(&json.to_string()).unwrap_or_else(|error| panic!("{json}: {error}"));
    assert_eq!(serde_json::to_value(&value).expect("it can be written"), written);
}

/// Returns why JSON is refused, without the place in the text.
#[track_caller]
pub(crate) fn refused<T: DeserializeOwned>(json: Value) -> String {
    match serde_json::from_str::<T>(&json.to_string()) {
        Ok(_) => panic!("{json} is read"),
        Err(error) => error.to_string().split(" at line ").next().unwrap_or_default().to_owned(),
    }
}

/// Returns the failures of a value, a line each.
#[track_caller]
pub(crate) fn failures<T: DeserializeOwned + Validate>(json: Value) -> Vec<String> {
    let value: T = serde_json::from_value(json).expect("constraints don't keep a value from being read");
    let failed = |invalid: Invalid| invalid.failures().iter().map(ToString::to_string).collect();
    validate(&value).map_or_else(failed, |()| Vec::new())
}
