//! JSON -> a value, and the keys that stand in one object more than once, of which a value keeps the last.

use std::fmt;

use bindery::source::Pointer;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// What is read of a JSON text.
#[derive(Clone, Debug, PartialEq)]
pub struct Json {
    /// The value.
    pub value: Value,
    /// The keys that are there again: each is taken for what it is last (RFC 8259, section 4, leaves it open).
    pub repeated: Vec<Pointer>,
}

/// Reads a JSON text.
///
/// # Errors
///
/// Fails where it is none.
pub fn read(text: &str) -> serde_json::Result<Json> {
    let mut repeated = Vec::new();
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = Node { at: &Pointer::root(), repeated: &mut repeated }.deserialize(&mut reader)?;
    reader.end()?;
    Ok(Json { value, repeated })
}

struct Node<'n> {
    at: &'n Pointer,
    repeated: &'n mut Vec<Pointer>,
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Value, E> {
        Ok(Value::String(text.to_owned()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Value, E> {
        Ok(Value::String(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = list.next_element_seed(Node { at: &self.at.index(values.len()), repeated: self.repeated })? {
            values.push(value);
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut members = Map::new();
        while let Some(key) = map.next_key::<String>()? {
            let at = self.at.child(&key);
            let value = map.next_value_seed(Node { at: &at, repeated: self.repeated })?;
            if members.insert(key, value).is_some() && !self.repeated.contains(&at) {
                self.repeated.push(at);
            }
        }
        Ok(Value::Object(members))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::read;

    #[test]
    fn it_is_read_as_serde_json_does() {
        for text in [
            "null",
            " [true, -1, 18446744073709551615, 1.5e300, 0.1, -0.0, \"\\u00e9\\n\", {}] ",
            "{\"b\": {\"a\": []}, \"a\": \"\"}",
            "18446744073709551616",
            "",
            "[",
            "[1] x",
            "{\"a\"}",
            "1e400",
            "\"\\ud800\"",
        ] {
            let plain = serde_json::from_str::<serde_json::Value>(text).map_err(|error| error.to_string());
            assert_eq!(read(text).map(|read| read.value).map_err(|error| error.to_string()), plain, "{text}");
        }
        let deep = "[".repeat(100_000);
        assert!(read(&deep).is_err());
    }

    #[test]
    fn keys_that_are_there_again_are_named_once() {
        let read = read(r#"{"a": 1, "b": [{"x/y": 1, "x\/y": 2, "x/y": 3}], "a": {"a": 2}}"#).expect("it is JSON");
        assert_eq!(read.value, json!({"a": {"a": 2}, "b": [{"x/y": 3}]}));
        assert_eq!(read.repeated.iter().map(|it| it.as_str()).collect::<Vec<_>>(), ["/b/0/x~1y", "/a"]);
    }
}
