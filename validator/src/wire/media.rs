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

/// Tells whether a media type is the one that a range names, or one of those that it spans (RFC 9110, section 12.5.1). `application/*+json`
/// is no range by the standard, and is understood.
pub fn falls_under(name: &str, range: &str) -> bool {
    let (essence, range) = (essence(name), self::essence(range));
    let spans = |(family, suffix): (&str, &str)| {
        let rest = essence.strip_prefix(family).filter(|_| family.ends_with('/'));
        rest.is_some_and(|subtype| subtype.len() > suffix.len() && subtype.ends_with(suffix))
    };
    range == "*/*" || essence == range || range.split_once('*').is_some_and(spans)
}

/// Finds the documented media type that a `Content-Type` falls under: its own name, else the narrowest range. Of several with its name the
/// one with its parameters.
pub fn find<'a>(content: &'a [MediaType], content_type: &str) -> Option<&'a MediaType> {
    let sent = parameters(content_type);
    let distance = |media_type: &&MediaType| {
        let name = essence(&media_type.name);
        let width = match name.split_once('*') {
            None => 0,
            Some((_, "/*")) => 3,
            Some((_, "")) => 2,
            Some(_) => 1,
        };
        let described = parameters(&media_type.name);
        let others = described.iter().filter(|parameter| !sent.contains(parameter)).count();
        (width, others, std::cmp::Reverse(described.len()))
    };
    content.iter().filter(|media_type| falls_under(content_type, &media_type.name)).min_by_key(distance)
}

/// Returns a parameter of a header's value: `boundary` of `multipart/form-data; boundary="x"`.
pub fn parameter(value: &str, wanted: &str) -> Option<String> {
    parameters(value).into_iter().find(|(name, _)| name == wanted).map(|(_, text)| text)
}

/// Returns the parameters of a header's value (RFC 9110, section 5.6.6), their names in lower case.
fn parameters(value: &str) -> Vec<(String, String)> {
    let mut parameters = Vec::new();
    let mut rest = value.split_once(';').map_or("", |(_, rest)| rest);
    while let Some((name, after)) = rest.split_once('=') {
        let (text, after) = match after.trim_start().strip_prefix('"') {
            Some(quoted) => match quoted_text(quoted) {
                Some(read) => read,
                None => break,
            },
            None => {
                let (text, after) = after.split_once(';').unwrap_or((after, ""));
                (text.trim().to_owned(), after)
            }
        };
        // What has no value, or stands between a value in quotes and the next semicolon, is none.
        let name = name.rsplit(';').next().unwrap_or_default().trim();
        parameters.push((name.to_ascii_lowercase(), text));
        rest = after;
    }
    parameters
}

/// Reads a text up to the quote that ends it; a backslash keeps what follows.
fn quoted_text(text: &str) -> Option<(String, &str)> {
    let mut unquoted = String::new();
    let mut characters = text.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return Some((unquoted, &text[at + 1..])),
            '\\' => unquoted.extend(characters.next().map(|(_, kept)| kept)),
            other => unquoted.push(other),
        }
    }
    None
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

#[cfg(test)]
mod tests {
    use bindery::source::{Origin, Sources};

    use super::*;

    fn content(names: &[&str]) -> Vec<MediaType> {
        let origin = Origin::root(Sources::default().add("", ""));
        let media_type = |name: &&str| MediaType {
            origin: origin.clone(),
            name: (*name).to_owned(),
            schema: None,
            examples: Vec::new(),
            encodings: Vec::new(),
        };
        names.iter().map(media_type).collect()
    }

    #[test]
    fn the_narrowest_is_found() {
        let all = content(&["*/*", "application/*", "application/*+json", "application/json", "text/plain"]);
        for (sent, found) in [
            ("application/json; charset=utf-8", "application/json"),
            ("APPLICATION/Problem+JSON", "application/*+json"),
            ("application/+json", "application/*"),
            ("application/pdf", "application/*"),
            ("text/html", "*/*"),
            ("nonsense", "*/*"),
        ] {
            assert_eq!(find(&all, sent).map(|it| it.name.as_str()), Some(found), "{sent}");
        }
        assert!(find(&all[3..], "application/problem+json").is_none());
        assert!(find(&content(&["text/*"]), "text").is_none());
    }

    #[test]
    fn of_one_name_the_one_with_the_same_parameters_is_found() {
        let versions = content(&["application/json; v=1", "application/json;V=\"2\"; a=b", "application/json"]);
        let found = |sent: &str| find(&versions, sent).map(|it| it.name.as_str());
        assert_eq!(found("application/json;v=1"), Some("application/json; v=1"));
        assert_eq!(found("application/json; a=b; x; v=2"), Some("application/json;V=\"2\"; a=b"));
        assert_eq!(found("application/json; v=3"), Some("application/json"));
        let one = content(&["application/json; charset=utf-8"]);
        assert!(find(&one, "application/json").is_some(), "what is not said is no difference");
    }
}
