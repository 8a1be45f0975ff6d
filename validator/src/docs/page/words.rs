//! The words of rendered pages: attributes of fields, labels, names and media types.

use super::super::claim::Location;

/// What a line below the name of a field says of it.
pub(super) enum Attribute<'a> {
    Required(bool),
    Deprecated,
    Default(&'a str),
    Sent(Location),
    Null,
    Direction,
}

/// Reads such a line.
pub(super) fn attribute(text: &str) -> Option<Attribute<'_>> {
    if let Some(value) = text.strip_prefix("default:") {
        return Some(Attribute::Default(value.trim()));
    }
    Some(match text {
        "required" => Attribute::Required(true),
        "optional" => Attribute::Required(false),
        "deprecated" => Attribute::Deprecated,
        "nullable" => Attribute::Null,
        "read-only" | "write-only" => Attribute::Direction,
        "header" | "query" | "path" | "cookie" | "body" => Attribute::Sent(Location::parse(text)?),
        _ => return None,
    })
}

const LABELS: [&str; 15] = [
    "Available options:",
    "Allowed value:",
    "Example:",
    "Examples:",
    "Pattern:",
    "Must match pattern:",
    "Required range:",
    "Required string length:",
    "Minimum string length:",
    "Maximum string length:",
    "Required array length:",
    "Minimum array length:",
    "Maximum array length:",
    "Minimum value:",
    "Its fields:",
];

/// Tells whether a line begins with a label such as `Available options:`.
pub(super) fn is_label(text: &str) -> bool {
    LABELS.iter().any(|label| text.starts_with(label))
}

/// Tells whether a line is one word that could be a name or a type.
pub(super) fn is_word(text: &str) -> bool {
    let is_part = |it: char| it.is_alphanumeric() || "_$<>[]|-.".contains(it);
    !text.is_empty() && text.chars().all(is_part) && !text.ends_with('.')
}

/// Tells whether a line is a media type.
pub(super) fn is_media_type(text: &str) -> bool {
    let is_part = |part: &str| !part.is_empty() && part.chars().all(|it| it.is_ascii_alphanumeric() || "+-.*".contains(it));
    let essence = text.split(';').next().unwrap_or_default();
    essence.split_once('/').is_some_and(|(kind, name)| is_part(kind) && is_part(name))
}
