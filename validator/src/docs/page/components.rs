//! The tags of MDX pages: `<ParamField body="name" type="string" required>`, over as many lines as they have.

use super::super::claim::{Field, Location, Said};
use super::super::types::Type;

/// A tag.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag {
    pub(super) name: String,
    pub(super) kind: TagKind,
    pub(super) attributes: Vec<(String, String)>,
}

/// Which part of an element a tag is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TagKind {
    Open,
    Close,
    /// All of it.
    Whole,
}

/// Reads the tag that a text begins with; returns it with the text behind it.
pub(super) fn tag(text: &str) -> Option<(Tag, &str)> {
    let inner = text.strip_prefix('<')?;
    let (inner, closes) = inner.strip_prefix('/').map_or((inner, false), |inner| (inner, true));
    let end = inner.find(|it: char| !it.is_ascii_alphanumeric() && it != '.').unwrap_or(inner.len());
    let (name, mut rest) = inner.split_at(end);
    if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return None;
    }
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        if let Some(after) = rest.strip_prefix("/>") {
            return Some((Tag { name: name.to_owned(), kind: TagKind::Whole, attributes }, after));
        }
        if let Some(after) = rest.strip_prefix('>') {
            let kind = if closes { TagKind::Close } else { TagKind::Open };
            return Some((Tag { name: name.to_owned(), kind, attributes }, after));
        }
        let end = rest.find(|it: char| it.is_whitespace() || "=>/<".contains(it))?;
        let (key, after) = rest.split_at(end);
        if key.is_empty() {
            return None;
        }
        let (value, after) = match after.trim_start().strip_prefix('=') {
            Some(after) => value(after.trim_start())?,
            None => ("true".to_owned(), after),
        };
        attributes.push((key.to_owned(), value));
        rest = after;
    }
}

/// Reads the value of an attribute: a text in quotes, or an expression in braces.
fn value(text: &str) -> Option<(String, &str)> {
    let quote = text.chars().next()?;
    if quote == '"' || quote == '\'' {
        let (value, after) = text[1..].split_once(quote)?;
        return Some((value.replace("&quot;", "\"").replace("&amp;", "&"), after));
    }
    let inner = text.strip_prefix('{')?;
    let mut depth = 0_usize;
    for (index, character) in inner.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => {
                let value = inner[..index].trim();
                let quoted = ["\"", "'", "`"].iter().find_map(|quote| value.strip_prefix(quote)?.strip_suffix(quote));
                return Some((quoted.unwrap_or(value).to_owned(), &inner[index + 1..]));
            }
            '}' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Attributes that say nothing of the field.
const SILENT: [&str; 8] = ["initialValue", "placeholder", "hidden", "id", "className", "pre", "post", "key"];

/// Reads a `ParamField` or `ResponseField`: the field, its location where the tag says one, and what is wrong with it.
pub(super) fn field(tag: &Tag, line: usize) -> (Field<usize>, Option<Location>, Vec<String>) {
    let mut field = Field::new("", line);
    let (mut location, mut problems) = (None, Vec::new());
    for (key, value) in &tag.attributes {
        let is_true = value == "true";
        match key.as_str() {
            "body" | "query" | "path" | "header" | "cookie" => {
                field.name.clone_from(value);
                location = Location::parse(key);
            }
            "name" => field.name.clone_from(value),
            "type" => match Type::parse(value) {
                Some(ty) => field.ty = Some(Said { value: ty, place: line }),
                None => problems.push(format!("the type `{value}` is not known")),
            },
            "required" => field.required = Some(Said { value: is_true, place: line }),
            "deprecated" => field.deprecated = Some(Said { value: is_true, place: line }),
            "default" => field.default = Some(Said { value: value.clone(), place: line }),
            key if SILENT.contains(&key) => {}
            key => problems.push(format!("the attribute `{key}` is not known")),
        }
    }
    if field.name.is_empty() {
        problems.push("the tag names no field".to_owned());
    }
    (field, location, problems)
}

#[cfg(test)]
mod tests {
    use super::{TagKind, tag};

    #[test]
    fn tags() {
        let (read, rest) =
            tag("<ParamField body=\"name\"\n  type='string' required default={\"a > {b}\"}>text").expect("it is one");
        assert_eq!((read.name.as_str(), read.kind, rest), ("ParamField", TagKind::Open, "text"));
        let attributes: Vec<_> = read.attributes.iter().map(|(key, value)| format!("{key}={value}")).collect();
        assert_eq!(attributes, ["body=name", "type=string", "required=true", "default=a > {b}"]);
        for text in ["<", "< a>", "<a", "<a =>", "<a b={", "<a b='c", "<1>", "a"] {
            assert_eq!(tag(text), None, "{text}");
        }
    }
}
