//! Equality of JSON values as JSON Schema has it: numbers by value, objects whatever their order.

use serde_json::Number;

use super::Value;

/// Returns a text that two values share exactly if they are equal (JSON Schema core, section 4.2.2).
pub(super) fn canonical(value: &Value) -> String {
    let mut text = String::new();
    write_canonical(&mut text, value);
    text
}

fn write_canonical(text: &mut String, value: &Value) {
    match value {
        Value::Null | Value::Bool(_) | Value::String(_) => text.push_str(&value.to_string()),
        Value::Number(number) => text.push_str(&canonical_number(number)),
        Value::Array(items) => {
            text.push('[');
            for item in items {
                write_canonical(text, item);
                text.push(',');
            }
            text.push(']');
        }
        Value::Object(object) => {
            // Another crate may have switched serde_json to maps in the order of insertion.
            let mut keys: Vec<_> = object.keys().collect();
            keys.sort_unstable();
            text.push('{');
            for key in keys {
                write_canonical(text, &Value::from(key.as_str()));
                text.push(':');
                write_canonical(text, &object[key]);
                text.push(',');
            }
            text.push('}');
        }
    }
}

fn canonical_number(number: &Number) -> String {
    match integer(number) {
        Some(integer) => integer.to_string(),
        None => number.to_string(),
    }
}

/// Returns the number if it is an integer, also one that is written like `2.0` (JSON Schema core, section 4.2.3).
pub(super) fn integer(number: &Number) -> Option<i128> {
    if let Some(integer) = number.as_i128() {
        return Some(integer);
    }
    number.as_f64().and_then(float_integer)
}

/// Writes numbers like `2.0` as `2`, and tells whether there are some.
pub(crate) fn write_whole(value: &mut Value) -> bool {
    match value {
        Value::Number(number) => {
            let whole = integer(number).filter(|_| number.is_f64()).and_then(Number::from_i128);
            whole.map(|whole| *number = whole).is_some()
        }
        Value::Array(items) => items.iter_mut().fold(false, |found, item| write_whole(item) | found),
        Value::Object(object) => object.values_mut().fold(false, |found, value| write_whole(value) | found),
        Value::Null | Value::Bool(_) | Value::String(_) => false,
    }
}

/// Returns a float that is an integer and fits 64 bits; beyond, no integer type here could hold it.
#[expect(clippy::cast_possible_truncation, reason = "the range is checked")]
pub(super) fn float_integer(float: f64) -> Option<i128> {
    const LIMIT: f64 = 18_446_744_073_709_551_616.0; // 2^64
    (float.fract() == 0.0 && float.abs() < LIMIT).then_some(float as i128)
}
