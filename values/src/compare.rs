//! Whether two values are the same JSON: numbers by value, objects whatever their order, and texts of a format by what they mean.

use std::net::Ipv6Addr;

use serde_json::{Number, Value};

/// How a value differs from what it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The place, as a JSON Pointer.
    pub pointer: String,
    /// What happened there: `lost`, `added` or `changed`.
    pub what: &'static str,
    /// What was there.
    pub before: String,
    /// What is there now.
    pub after: String,
}

/// Returns the first difference between a value and what it became.
pub fn difference(before: &Value, after: &Value) -> Option<Difference> {
    at(before, after, &mut String::new())
}

fn at(before: &Value, after: &Value, pointer: &mut String) -> Option<Difference> {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => {
            for (key, value) in before {
                let found = within(pointer, key, |pointer| match after.get(key) {
                    Some(now) => at(value, now, pointer),
                    None => Some(differs(pointer, "lost", value, &Value::Null)),
                });
                if found.is_some() {
                    return found;
                }
            }
            let added = after.iter().find(|(key, _)| !before.contains_key(*key));
            added.map(|(key, value)| within(pointer, key, |pointer| differs(pointer, "added", &Value::Null, value)))
        }
        (Value::Array(before), Value::Array(after)) => {
            let items = before.iter().zip(after).enumerate();
            let mut found =
                items.filter_map(|(index, (value, now))| within(pointer, &index.to_string(), |pointer| at(value, now, pointer)));
            if let Some(found) = found.next() {
                return Some(found);
            }
            drop(found);
            let count = before.len().min(after.len());
            let place = |pointer: &mut String, what, before, after| {
                within(pointer, &count.to_string(), |pointer| differs(pointer, what, before, after))
            };
            match (before.get(count), after.get(count)) {
                (Some(lost), _) => Some(place(pointer, "lost", lost, &Value::Null)),
                (None, Some(added)) => Some(place(pointer, "added", &Value::Null, added)),
                (None, None) => None,
            }
        }
        (Value::Number(left), Value::Number(right)) if same_number(left, right) => None,
        (Value::String(left), Value::String(right)) if same_text(left, right) => None,
        (before, after) => (before != after).then(|| differs(pointer, "changed", before, after)),
    }
}

fn within<T>(pointer: &mut String, key: &str, inside: impl FnOnce(&mut String) -> T) -> T {
    let length = pointer.len();
    pointer.push('/');
    pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
    let made = inside(pointer);
    pointer.truncate(length);
    made
}

fn differs(pointer: &str, what: &'static str, before: &Value, after: &Value) -> Difference {
    Difference { pointer: pointer.to_owned(), what, before: before.to_string(), after: after.to_string() }
}

/// JSON Schema core, section 4.2.2: numbers are equal if they have the same value.
fn same_number(left: &Number, right: &Number) -> bool {
    left == right || (left.is_f64() != right.is_f64() && left.as_f64() == right.as_f64())
}

/// A type of a format may write what it read in the format's usual way: the same instant, the same UUID, the same address.
fn same_text(left: &str, right: &str) -> bool {
    left == right
        || (is_uuid(left) && left.eq_ignore_ascii_case(right))
        || left.parse::<Ipv6Addr>().is_ok_and(|left| right.parse() == Ok(left))
        || instant(left).is_some_and(|left| instant(right) == Some(left))
}

fn is_uuid(text: &str) -> bool {
    let is_letter = |(index, letter): (usize, char)| match index {
        8 | 13 | 18 | 23 => letter == '-',
        _ => letter.is_ascii_hexdigit(),
    };
    text.len() == 36 && text.char_indices().all(is_letter)
}

/// Returns the parts of a date-time (RFC 3339, section 5.6) without what may be written in several ways.
fn instant(text: &str) -> Option<(String, String, String)> {
    let text = text.to_ascii_uppercase();
    let (date, time) = text.split_at_checked(11)?;
    if !date.ends_with(['T', ' ']) || !date.as_bytes().first()?.is_ascii_digit() {
        return None;
    }
    let offset = time.find(['Z', '+', '-'])?;
    let (time, offset) = time.split_at(offset);
    let (seconds, fraction) = time.split_once('.').unwrap_or((time, ""));
    let offset = if ["Z", "-00:00"].contains(&offset) { "+00:00" } else { offset };
    Some((format!("{}{seconds}", &date[..10]), fraction.trim_end_matches('0').to_owned(), offset.to_owned()))
}
