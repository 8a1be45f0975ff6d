//! Media types (RFC 9110, section 8.3.1): which of the documented ones a `Content-Type` is, and how it is read.

use bindery::spec::MediaType;

/// Returns a media type without its parameters, in lower case.
pub fn essence(name: &str) -> String {
    name.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// Tells whether a media type is JSON, by its name or its suffix (RFC 6839, section 3.1).
pub fn is_json(name: &str) -> bool {
    let essence = essence(name);
    essence == "application/json" || essence == "text/json" || essence.ends_with("+json")
}

/// Tells whether a media type is XML, by its name or its suffix (RFC 7303, section 4.2).
pub fn is_xml(name: &str) -> bool {
    let essence = essence(name);
    essence == "application/xml" || essence == "text/xml" || essence.ends_with("+xml")
}

/// Tells whether a media type is the one that a range names, or one of those that it spans (RFC 9110, section 12.5.1).
pub fn falls_under(name: &str, range: &str) -> bool {
    let (essence, range) = (essence(name), self::essence(range));
    let family = range.strip_suffix('*').filter(|family| family.ends_with('/'));
    range == "*/*" || essence == range || family.is_some_and(|family| essence.starts_with(family))
}

/// Finds the documented media type that a `Content-Type` falls under: its own name, else the narrowest range.
pub fn find<'a>(content: &'a [MediaType], content_type: &str) -> Option<&'a MediaType> {
    let essence = essence(content_type);
    let family = format!("{}/*", essence.split('/').next().unwrap_or_default());
    [essence.as_str(), &family, "*/*"]
        .iter()
        .find_map(|wanted| content.iter().find(|media_type| self::essence(&media_type.name) == *wanted))
}

/// Returns the media type that answers are written in: the first that is JSON or allows it, else the first.
pub fn preferred(content: &[MediaType]) -> Option<&MediaType> {
    let ranges = ["*/*", "application/*"];
    let json = content.iter().find(|media_type| is_json(&media_type.name));
    json.or_else(|| content.iter().find(|media_type| ranges.contains(&essence(&media_type.name).as_str())))
        .or_else(|| content.first())
}

/// Returns the `Content-Type` of an answer in a media type: a range that allows JSON is JSON.
pub fn concrete(media_type: &MediaType) -> &str {
    match essence(&media_type.name).as_str() {
        "*/*" | "application/*" => "application/json",
        "text/*" => "text/plain",
        _ => &media_type.name,
    }
}
