//! Values, names and texts of a description, as pages show them.

use serde_json::Value;

/// Returns a value as pages show it: texts without quotes, unless they would not be seen as they are.
pub(super) fn shown(value: &Value) -> String {
    match value.as_str() {
        Some(text) => shown_text(text),
        None => value.to_string(),
    }
}

/// Returns a text as pages show it.
pub(super) fn shown_text(text: &str) -> String {
    let is_seen = !text.is_empty()
        && text.trim() == text
        && !text.contains("  ")
        && !text.chars().any(|it| it.is_control() || "`\"'|,<>\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}\u{a0}".contains(it));
    if is_seen { text.to_owned() } else { Value::from(text).to_string() }
}

/// Returns a name as pages show it, which is one word.
pub(super) fn shown_name(name: &str) -> String {
    let is_word = !name.is_empty() && !name.chars().any(|it| it.is_whitespace() || it.is_control());
    if is_word { name.to_owned() } else { format!("{name:?}").replace(' ', "\\u{20}") }
}

/// Returns a text with its white space made one space each.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
