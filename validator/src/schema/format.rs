//! The formats that are asserted, and what they allow.
//!
//! Those that the generator reads as types of their own are read here by the same types, so that a value that generated code can't read
//! is refused. By the letter their standards count too, which are narrower: chrono takes a space for the `T` of a `date-time`.

use std::collections::HashMap;
use std::net::{Ipv4Addr, Ipv6Addr};
use std::sync::LazyLock;

use bindery::formats::{IntegerFormat, StringFormat};
use bindery_runtime::formats::{Base64, Date, DateTime, Uuid};
use serde_json::{Map, Number, Value, json};

use super::Reading;

/// Formats of strings that stay strings in Rust (OpenAPI Format Registry; JSON Schema 2020-12, Validation, section 7.3).
const UNTYPED: [&str; 5] = ["email", "uri", "hostname", "time", "duration"];

/// Tells whether a format of strings is asserted.
pub(super) fn is_asserted(format: &str, reading: Reading) -> bool {
    StringFormat::of(format).is_some() || reading == Reading::Spec && UNTYPED.contains(&format)
}

/// Tells whether a text is one of a format.
pub(super) fn allows(format: StringFormat, reading: Reading, text: &str) -> bool {
    is_readable(format, text) && (reading == Reading::Intent || keeps_its_standard(format, text))
}

/// Tells whether the type of generated code reads a text.
fn is_readable(format: StringFormat, text: &str) -> bool {
    match format {
        StringFormat::DateTime => text.parse::<DateTime>().is_ok(),
        StringFormat::Date => text.parse::<Date>().is_ok(),
        StringFormat::Uuid => text.parse::<Uuid>().is_ok(),
        StringFormat::Byte => text.parse::<Base64>().is_ok(),
        StringFormat::Ipv4 => text.parse::<Ipv4Addr>().is_ok(),
        StringFormat::Ipv6 => text.parse::<Ipv6Addr>().is_ok(),
    }
}

fn keeps_its_standard(format: StringFormat, text: &str) -> bool {
    match format {
        // RFC 4648, section 3.2: there is padding.
        StringFormat::Byte => text.len().is_multiple_of(4),
        StringFormat::DateTime | StringFormat::Date | StringFormat::Uuid | StringFormat::Ipv4 | StringFormat::Ipv6 => {
            STANDARDS.get(format.name()).is_some_and(|standard| standard.is_valid(&json!(text)))
        }
    }
}

/// The formats of JSON Schema, as the validator itself knows them.
static STANDARDS: LazyLock<HashMap<&str, jsonschema::Validator>> = LazyLock::new(|| {
    let standard = |format: StringFormat| {
        let options = jsonschema::options().offline().should_validate_formats(true);
        Some((format.name(), options.build(&json!({ "format": format.name() })).ok()?))
    };
    StringFormat::ALL.into_iter().filter_map(standard).collect()
});

/// Returns the least and the greatest value of a format of integers.
pub(super) fn range(format: &str) -> Option<(Value, Value)> {
    let IntegerFormat { least, greatest, .. } = IntegerFormat::of(format)?;
    Some((Value::Number(Number::from_i128(least)?), Value::Number(Number::from_i128(greatest)?)))
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
