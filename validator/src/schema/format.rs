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

/// Tells whether a text is Base64 as the generated type reads it.
pub(super) fn is_base64(text: &str) -> bool {
    decode_base64(text).is_some()
}

/// Reads Base64 (RFC 4648, section 4): with padding, and bits that nobody needs are zero.
pub(crate) fn decode_base64(text: &str) -> Option<Vec<u8>> {
    let digits = text.trim_end_matches('=');
    let is_whole = text.len().is_multiple_of(4) && text.len() - digits.len() < 3;
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for digit in digits.bytes() {
        bits = bits << 6 | u32::from(base64_digit(digit)?);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count & 0xff).to_le_bytes()[0]);
            bits &= (1 << count) - 1;
        }
    }
    (is_whole && bits == 0 && count < 6).then_some(bytes)
}

fn base64_digit(digit: u8) -> Option<u8> {
    match digit {
        b'A'..=b'Z' => Some(digit - b'A'),
        b'a'..=b'z' => Some(digit - b'a' + 26),
        b'0'..=b'9' => Some(digit - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_of_whole_groups() {
        assert_eq!(decode_base64("SMOpIQ==").as_deref(), Some("Hé!".as_bytes()));
        for text in ["", "QQ==", "QUI=", "QUJD", "+/+/"] {
            assert!(is_base64(text), "{text}");
        }
        for text in ["QQ", "QQ=", "QR==", "QUJ=", "Q===", "====", "QQ==QQ==", "Q Q=", "QUJD\n", "-_-_", "é==="] {
            assert!(!is_base64(text), "{text}");
        }
    }
}
