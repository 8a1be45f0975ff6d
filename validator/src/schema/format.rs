//! The formats that are asserted: those that the generator reads as types of their own, and what they allow.
//!
//! A value that the generated type refuses has to be refused here; a test holds the two tables together.

use serde_json::{Map, Value, json};

use super::Reading;

/// Formats of strings that become types of their own.
const TYPED: [&str; 6] = ["date-time", "date", "uuid", "byte", "ipv4", "ipv6"];

/// Formats of strings that stay strings in Rust (OpenAPI Format Registry; JSON Schema 2020-12, Validation, section 7.3).
const UNTYPED: [&str; 5] = ["email", "uri", "hostname", "time", "duration"];

/// Tells whether a format of strings is asserted.
pub(super) fn is_asserted(format: &str, reading: Reading) -> bool {
    TYPED.contains(&format) || reading == Reading::Spec && UNTYPED.contains(&format)
}

/// Returns the least and the greatest value of a format of integers.
pub(super) fn range(format: &str) -> Option<(Value, Value)> {
    Some(match format {
        "int8" => (json!(i8::MIN), json!(i8::MAX)),
        "int16" => (json!(i16::MIN), json!(i16::MAX)),
        "int32" => (json!(i32::MIN), json!(i32::MAX)),
        "int64" => (json!(i64::MIN), json!(i64::MAX)),
        "uint8" => (json!(0), json!(u8::MAX)),
        "uint16" => (json!(0), json!(u16::MAX)),
        "uint32" => (json!(0), json!(u32::MAX)),
        "uint64" => (json!(0), json!(u64::MAX)),
        _ => return None,
    })
}

/// Narrows the limits of a schema to the range of its format.
pub(super) fn narrow(written: &mut Map<String, Value>, (least, greatest): (Value, Value)) {
    let number = |written: &Map<String, Value>, keyword: &str| written.get(keyword).and_then(Value::as_f64);
    if number(written, "minimum").is_none_or(|own| least.as_f64().is_some_and(|least| own < least)) {
        written.insert("minimum".to_owned(), least);
    }
    if number(written, "maximum").is_none_or(|own| greatest.as_f64().is_some_and(|greatest| own > greatest)) {
        written.insert("maximum".to_owned(), greatest);
    }
}

/// RFC 4648, section 4: with padding, and bits that nobody needs are zero.
pub(super) fn is_base64(text: &str) -> bool {
    let digits = text.trim_end_matches('=');
    let padding = text.len() - digits.len();
    let value = |byte: u8| match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let unused = match digits.len() % 4 {
        0 => 0,
        2 => 0b1111,
        3 => 0b11,
        _ => return false,
    };
    let last_fits = digits.bytes().last().and_then(value).is_none_or(|last| last & unused == 0);
    text.len().is_multiple_of(4) && padding < 3 && last_fits && digits.bytes().all(|byte| value(byte).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_of_whole_groups() {
        for text in ["", "QQ==", "QUI=", "QUJD", "+/+/"] {
            assert!(is_base64(text), "{text}");
        }
        for text in ["QQ", "QQ=", "QR==", "QUJ=", "Q===", "====", "QQ==QQ==", "Q Q=", "QUJD\n", "-_-_", "é==="] {
            assert!(!is_base64(text), "{text}");
        }
    }
}
