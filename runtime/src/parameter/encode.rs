//! Writes a JSON value in a style.
//!
//! `null` is no value: it is left out wherever it stands, as RFC 6570 (section 2.3) does with what is undefined, and
//! so are empty arrays and objects. What OpenAPI gives no form, such as an array in an array, is refused.

use std::fmt;

use serde_json::Value;

use super::style::Kind;
use super::{Place, Style, escape};

/// A value can't be written in a style, because of an array or object where only a text can stand.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Nested;

impl fmt::Display for Nested {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array or object within it has no form in the style of the parameter")
    }
}

/// Writes the value of a parameter, or gives `None` if there is nothing to send.
///
/// The text of a query or a cookie has its names (`id=3&id=4`); that of a path has them if the style asks for it.
pub(crate) fn encode(place: Place, name: &str, value: &Value, style: Style) -> Result<Option<String>, Nested> {
    let writer = Writer { place, name, style };
    let Some(content) = writer.content(value)? else {
        return Ok(None);
    };
    Ok(Some(writer.write(&content)))
}

/// Writes a field of an `application/x-www-form-urlencoded` body, which is nothing for null and for an empty list.
///
/// Without a style arrays are repeated entries, and what is nested is JSON (OpenAPI 3.0.3, "Support for x-www-form-urlencoded Request
/// Bodies", and the defaults of the Encoding Object). As JSON each item of an array is a text of its own. Any other style does what it
/// does in a query.
pub(crate) fn encode_field(name: &str, value: &Value, style: Option<Style>) -> Result<String, Nested> {
    let text = match style {
        None => form_text,
        Some(style) if style.kind == Kind::Json => Value::to_string,
        Some(style) => return encode(Place::Query, name, value, style).map(Option::unwrap_or_default),
    };
    let items = match value {
        Value::Array(items) => items.as_slice(),
        other => std::slice::from_ref(other),
    };
    let name = escape::form(name);
    let items = items.iter().filter(|item| !item.is_null());
    Ok(join(items.map(|item| format!("{name}={}", escape::form(&text(item)))), "&"))
}

/// A value without its nulls, in texts that are not escaped yet.
enum Content {
    One(String),
    Items(Vec<String>),
    /// Keys and values; a key is a path for nested `deepObject`s.
    Entries(Vec<(Vec<String>, String)>),
}

struct Writer<'a> {
    place: Place,
    name: &'a str,
    style: Style,
}

impl Writer<'_> {
    fn content(&self, value: &Value) -> Result<Option<Content>, Nested> {
        let content = match value {
            Value::Null => return Ok(None),
            value if self.style.kind == Kind::Json => Content::One(value.to_string()),
            Value::Array(items) if self.style.kind == Kind::DeepObject && has_objects(items) => {
                Content::Entries(self.entries(value)?)
            }
            Value::Array(items) => Content::Items(texts(items)?),
            Value::Object(_) => Content::Entries(self.entries(value)?),
            scalar => Content::One(text(scalar)?),
        };
        let empty = match &content {
            Content::One(_) => false,
            Content::Items(items) => items.is_empty(),
            Content::Entries(entries) => entries.is_empty(),
        };
        Ok((!empty).then_some(content))
    }

    fn entries(&self, object: &Value) -> Result<Vec<(Vec<String>, String)>, Nested> {
        let mut entries = Vec::new();
        if self.style.kind == Kind::DeepObject {
            deep_entries(object, &[], &mut entries)?;
            return Ok(entries);
        }
        for (key, value) in object.as_object().into_iter().flatten() {
            if !value.is_null() {
                entries.push((vec![key.clone()], text(value)?));
            }
        }
        Ok(entries)
    }

    fn write(&self, content: &Content) -> String {
        match self.style.kind {
            Kind::Json | Kind::Simple if self.place == Place::Path || self.place == Place::Header => self.list(content, ","),
            Kind::Label if self.style.explode => format!(".{}", self.list(content, ".")),
            Kind::Label => format!(".{}", self.list(content, ",")),
            Kind::Matrix => format!(";{}", self.named(content, ";", ",")),
            Kind::SpaceDelimited => self.named(content, self.between(), "%20"),
            Kind::PipeDelimited => self.named(content, self.between(), "%7C"),
            Kind::Form | Kind::DeepObject | Kind::Json | Kind::Simple => self.named(content, self.between(), ","),
        }
    }

    /// What stands between entries that have names.
    fn between(&self) -> &'static str {
        match self.place {
            Place::Cookie => "; ",
            Place::Path | Place::Query | Place::Header => "&",
        }
    }

    /// Writes values without the name of the parameter.
    fn list(&self, content: &Content, separator: &str) -> String {
        match content {
            Content::One(text) => self.escape(text),
            Content::Items(items) => join(items.iter().map(|item| self.escape(item)), separator),
            Content::Entries(entries) => {
                let equals = if self.style.explode { "=" } else { separator };
                let entries =
                    entries.iter().map(|(keys, value)| format!("{}{equals}{}", self.escape(&keys.concat()), self.escape(value)));
                join(entries, separator)
            }
        }
    }

    /// Writes values with the name of the parameter, or with their keys' names if exploded.
    fn named(&self, content: &Content, between: &str, separator: &str) -> String {
        let name = escape::strict(self.name);
        match content {
            Content::Items(items) if self.style.explode => join(items.iter().map(|item| self.pair(&name, item)), between),
            Content::Entries(entries) if self.style.explode => {
                let entries = entries.iter().map(|(keys, value)| self.pair(&self.entry_name(&name, keys), value));
                join(entries, between)
            }
            Content::One(text) => self.pair(&name, text),
            several => format!("{name}={}", self.list(several, separator)),
        }
    }

    /// Writes `name=value`; an empty value in the style `matrix` has no `=` (RFC 6570, section 3.2.7).
    fn pair(&self, name: &str, value: &str) -> String {
        if value.is_empty() && self.style.kind == Kind::Matrix {
            return name.to_owned();
        }
        format!("{name}={}", self.escape(value))
    }

    /// Brackets are escaped: a query can't hold them (RFC 3986, section 3.4), and servers decode names before they read them.
    fn entry_name(&self, parameter: &str, keys: &[String]) -> String {
        let keys = keys.iter().map(|key| escape::strict(key));
        match self.style.kind {
            Kind::DeepObject => {
                let keys: String = keys.map(|key| format!("%5B{key}%5D")).collect();
                format!("{parameter}{keys}")
            }
            _ => keys.collect(),
        }
    }

    /// Headers are not percent-encoded; what they can't carry is refused where the header is made.
    fn escape(&self, text: &str) -> String {
        match self.place {
            Place::Header => text.to_owned(),
            Place::Query if self.style.reserved => escape::reserved(text),
            Place::Path | Place::Query | Place::Cookie => escape::strict(text),
        }
    }
}

/// Collects the leaves of nested objects. OpenAPI leaves open what is nested in a `deepObject`; `id[a][b]=1` for
/// objects, repeated entries for arrays, and `id[0][a]=1` for arrays of objects are what most servers and tools understand.
fn deep_entries(value: &Value, keys: &[String], entries: &mut Vec<(Vec<String>, String)>) -> Result<(), Nested> {
    match value {
        Value::Null => {}
        Value::Object(object) => {
            for (key, value) in object {
                let keys = [keys, std::slice::from_ref(key)].concat();
                deep_entries(value, &keys, entries)?;
            }
        }
        Value::Array(items) if has_objects(items) => {
            for (index, item) in items.iter().enumerate() {
                let keys = [keys, &[index.to_string()]].concat();
                deep_entries(item, &keys, entries)?;
            }
        }
        Value::Array(items) => {
            entries.extend(texts(items)?.into_iter().map(|item| (keys.to_vec(), item)));
        }
        scalar => entries.push((keys.to_vec(), text(scalar)?)),
    }
    Ok(())
}

fn has_objects(items: &[Value]) -> bool {
    items.iter().any(Value::is_object)
}

fn texts(items: &[Value]) -> Result<Vec<String>, Nested> {
    items.iter().filter(|item| !item.is_null()).map(text).collect()
}

fn text(value: &Value) -> Result<String, Nested> {
    match value {
        Value::Null => Ok(String::new()),
        Value::Bool(bool) => Ok(bool.to_string()),
        Value::Number(number) => Ok(number.to_string()),
        Value::String(text) => Ok(text.clone()),
        Value::Array(_) | Value::Object(_) => Err(Nested),
    }
}

fn form_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn join(parts: impl Iterator<Item = String>, separator: &str) -> String {
    parts.collect::<Vec<_>>().join(separator)
}
