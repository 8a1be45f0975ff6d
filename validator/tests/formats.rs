//! A value that generated code can't read is refused, and by the letter also what the standard of its format does not allow.

use std::net::{Ipv4Addr, Ipv6Addr};

use bindery::formats::{IntegerFormat, StringFormat};
use bindery::source::Pointer;
use bindery_runtime::formats::{Base64, Date, DateTime, Uuid};
use bindery_validator::schema::{Direction, Reading, Schemas};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

fn reads<T: DeserializeOwned>(value: &Value) -> bool {
    serde_json::from_value::<T>(value.clone()).is_ok()
}

fn is_allowed(kind: &str, format: &str, reading: Reading, value: &Value) -> bool {
    let description = json!({"openapi": "3.0.3", "components": {"schemas": {"V": {"type": kind, "format": format}}}});
    let schemas = Schemas::new(&description, Direction::Either, reading);
    let place = Pointer::root().child("components").child("schemas").child("V");
    schemas.is_valid(&place, value).expect("it is a schema")
}

/// Texts at the edges of each format, and whether its standard allows them.
fn texts(format: StringFormat) -> &'static [(&'static str, bool)] {
    match format {
        // RFC 3339, section 5.6.
        StringFormat::DateTime => &[
            ("2024-02-29T23:59:59Z", true),
            ("2024-02-29t23:59:59.123456789z", true),
            ("2024-02-29T23:59:59+23:59", true),
            ("2024-02-29T23:59:59-00:00", true),
            ("0000-01-01T00:00:00Z", true),
            ("9999-12-31T23:59:59Z", true),
            ("2016-12-31T23:59:60Z", true),
            ("2023-02-29T00:00:00Z", false),
            ("2024-02-29 23:59:59Z", false),
            ("2024-02-29T23:59:59", false),
            ("2024-02-29T23:59:59+0100", false),
            ("2024-02-29T23:59:59+24:00", false),
            ("2024-02-29T24:00:00Z", false),
            ("2024-02-29T23:60:00Z", false),
            ("2024-02-29T23:59Z", false),
            ("2024-02-29T23:59:59.Z", false),
            ("2024-2-29T23:59:59Z", false),
            ("+12024-02-29T23:59:59Z", false),
            (" 2024-02-29T23:59:59Z", false),
            ("2024-02-29", false),
            ("", false),
        ],
        StringFormat::Date => &[
            ("2024-02-29", true),
            ("0000-01-01", true),
            ("9999-12-31", true),
            ("2023-02-29", false),
            ("2024-2-9", false),
            ("24-02-09", false),
            ("2024-02-29 ", false),
            ("2024/02/29", false),
            ("20240229", false),
            ("+12024-02-29", false),
            ("-0001-01-01", false),
            ("", false),
        ],
        // RFC 9562, section 4.
        StringFormat::Uuid => &[
            ("67e55044-10b1-426f-9247-bb680e5fe0c8", true),
            ("67E55044-10B1-426F-9247-BB680E5FE0C8", true),
            ("00000000-0000-0000-0000-000000000000", true),
            ("67e5504410b1426f9247bb680e5fe0c8", false),
            ("{67e55044-10b1-426f-9247-bb680e5fe0c8}", false),
            ("urn:uuid:67e55044-10b1-426f-9247-bb680e5fe0c8", false),
            ("67e55044-10b1-426f-9247-bb680e5fe0c", false),
            ("67e55044-10b1-426f-9247-bb680e5fe0cg", false),
            ("67e55044-10b1-426f-9247bb680e5fe0c8", false),
            ("", false),
        ],
        // RFC 4648, section 4.
        StringFormat::Byte => &[
            ("", true),
            ("QQ==", true),
            ("QUI=", true),
            ("QUJD", true),
            ("+/+/", true),
            ("QQ", false),
            ("QQ=", false),
            ("QR==", false),
            ("Q===", false),
            ("====", false),
            ("QQ==QQ==", false),
            ("Q Q=", false),
            ("QUJD\n", false),
            ("-_-_", false),
            ("é===", false),
        ],
        StringFormat::Ipv4 => &[
            ("0.0.0.0", true),
            ("255.255.255.255", true),
            ("256.0.0.1", false),
            ("01.2.3.4", false),
            ("1.2.3", false),
            ("1.2.3.4.5", false),
            ("1.2.3.4 ", false),
            ("0x7f.0.0.1", false),
            ("", false),
        ],
        // RFC 4291, section 2.2.
        StringFormat::Ipv6 => &[
            ("::", true),
            ("::1", true),
            ("2001:db8::ff00:42:8329", true),
            ("::ffff:192.0.2.1", true),
            ("1:2:3:4:5:6:7:8", true),
            ("1:2:3:4:5:6:7:8:9", false),
            ("1::2::3", false),
            ("fe80::1%eth0", false),
            ("[::1]", false),
            ("12345::", false),
            ("", false),
        ],
    }
}

#[test]
fn texts_are_refused_when_the_type_refuses_them() {
    let read = |format: StringFormat, value: &Value| match format {
        StringFormat::DateTime => reads::<DateTime>(value),
        StringFormat::Date => reads::<Date>(value),
        StringFormat::Uuid => reads::<Uuid>(value),
        StringFormat::Byte => reads::<Base64>(value),
        StringFormat::Ipv4 => reads::<Ipv4Addr>(value),
        StringFormat::Ipv6 => reads::<Ipv6Addr>(value),
    };
    for format in StringFormat::ALL {
        for (text, standard) in texts(format) {
            let value = json!(text);
            let name = format.name();
            let by_type = read(format, &value);
            assert_eq!(is_allowed("string", name, Reading::Intent, &value), by_type, "{name} `{text}`");
            assert_eq!(is_allowed("string", name, Reading::Spec, &value), by_type && *standard, "{name} `{text}` by the letter");
        }
    }
}

#[test]
fn integers_are_refused_when_the_type_refuses_them() {
    let read = |rust: &str, value: &Value| match rust {
        "i8" => reads::<i8>(value),
        "i16" => reads::<i16>(value),
        "i32" => reads::<i32>(value),
        "i64" => reads::<i64>(value),
        "u8" => reads::<u8>(value),
        "u16" => reads::<u16>(value),
        "u32" => reads::<u32>(value),
        "u64" => reads::<u64>(value),
        other => panic!("{other} is no type of a format"),
    };
    for IntegerFormat { name, rust, least, greatest } in IntegerFormat::ALL {
        // A number beyond 64 bits is a double, and the one below the least i64 is the same double as that.
        let below = if rust == "i64" { least - 2048 } else { least - 1 };
        for number in [below, least, 0, greatest, greatest + 1] {
            let value: Value = serde_json::from_str(&number.to_string()).expect("it is a number");
            for reading in [Reading::Spec, Reading::Intent] {
                assert_eq!(is_allowed("integer", name, reading, &value), read(rust, &value), "{name} {number}");
            }
        }
    }
}
