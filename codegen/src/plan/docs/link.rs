//! The parts of links: which destinations lead somewhere, how they are written, where a URL in plain text ends.
//!
//! A destination that is relative leads nowhere from a page of rustdoc, which would take it for the path of an item.

use std::borrow::Cow;

/// Tells whether a destination is a URL that can be followed from anywhere.
pub(super) fn is_absolute(destination: &str) -> bool {
    if let Some(address) = strip_prefix(destination, "mailto:") {
        return is_email(address);
    }
    let rest = ["http://", "https://", "ftp://"].iter().find_map(|scheme| strip_prefix(destination, scheme));
    rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '[' | '{')))
        && !destination.contains([' ', '<', '>'])
}

fn strip_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then_some(rest)
}

/// Tells an address that can stand in an autolink; a few odd ones that could as well are left out.
pub(super) fn is_email(text: &str) -> bool {
    let Some((user, host)) = text.split_once('@') else { return false };
    let is_label = |label: &str| {
        let edge = |c: char| c.is_ascii_alphanumeric();
        label.starts_with(edge) && label.ends_with(edge) && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    let user_byte = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'+' | b'-');
    !user.is_empty() && user.bytes().all(user_byte) && text.len() < 64 && host.contains('.') && host.split('.').all(is_label)
}

/// Returns a label as it is looked up, <https://spec.commonmark.org/0.31.2/#matches>.
pub(super) fn label(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Returns a destination with what would end it or be an escape in it percent-encoded.
pub(super) fn encoded(destination: &str) -> Cow<'_, str> {
    let stays = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'<' | b'>' | b'(' | b')' | b'\\' | b'`' | b'|' | b'"');
    if destination.bytes().all(stays) {
        return Cow::Borrowed(destination);
    }
    let mut encoded = String::with_capacity(destination.len());
    for c in destination.chars() {
        match c {
            ' ' | '<' | '>' | '(' | ')' | '\\' | '`' | '|' | '"' => encoded.push_str(&format!("%{:02X}", u32::from(c))),
            c if c.is_whitespace() => {}
            c => encoded.push(c),
        }
    }
    Cow::Owned(encoded)
}

/// Returns the URL of plain text that a text starts with. Punctuation at its end is the sentence's.
pub(super) fn bare_url(text: &str) -> Option<&str> {
    let scheme = ["http://", "https://"].iter().find(|scheme| strip_prefix(text, scheme).is_some())?;
    let rest = &text[scheme.len()..];
    if !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '[' | '{')) {
        return None;
    }
    let (mut round, mut square) = (0usize, 0usize);
    let ends = |byte: u8| match byte {
        b'(' => opened(&mut round),
        b'[' => opened(&mut square),
        b')' => closes_outer(&mut round),
        b']' => closes_outer(&mut square),
        byte => !byte.is_ascii_graphic() || matches!(byte, b'<' | b'>' | b'"' | b'`' | b'\\' | b'^' | b'|'),
    };
    let length = rest.bytes().position(ends).unwrap_or(rest.len());
    let rest = rest[..length].trim_end_matches(['.', ',', ':', ';', '!', '?', '\'', '*', '_', '~', '&']);
    let url = &text[..scheme.len() + rest.len()];
    is_absolute(url).then_some(url)
}

fn opened(depth: &mut usize) -> bool {
    *depth += 1;
    false
}

/// Tells whether a closing bracket is that of one before the URL.
fn closes_outer(depth: &mut usize) -> bool {
    let outer = *depth == 0;
    *depth = depth.saturating_sub(1);
    outer
}

/// The destination of an inline link, and the position after its closing parenthesis.
pub(super) struct Target {
    pub(super) destination: String,
    pub(super) end: usize,
}

/// How deep parentheses may nest in a destination, <https://spec.commonmark.org/0.31.2/#link-destination>.
const MAX_PARENTHESES: usize = 32;

/// Parses what follows the text of an inline link, at the position of the opening parenthesis.
pub(super) fn inline_target(text: &str, open: usize) -> Option<Target> {
    let start = skip_space(text, open + 1);
    let (destination, at) = match text[start..].strip_prefix('<') {
        Some(rest) => {
            let length = rest.find(['<', '>', '\n']).filter(|at| rest[*at..].starts_with('>'))?;
            (&rest[..length], start + length + 2)
        }
        None => {
            let length = destination_length(&text[start..])?;
            (&text[start..start + length], start + length)
        }
    };
    let after = skip_space(text, at);
    let end = if after > at { skip_space(text, skip_title(text, after)?) } else { after };
    let closed = text[end..].starts_with(')');
    closed.then(|| Target { destination: unescaped(destination), end: end + 1 })
}

fn skip_space(text: &str, at: usize) -> usize {
    text.len() - text[at..].trim_start().len()
}

fn destination_length(text: &str) -> Option<usize> {
    let (mut depth, mut escaped) = (0usize, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b')' if !escaped && depth == 0 => return Some(at),
            b' ' | b'\n' => return (depth == 0).then_some(at),
            b'(' if !escaped && depth == MAX_PARENTHESES => return None,
            b'(' if !escaped => depth += 1,
            b')' if !escaped => depth -= 1,
            _ => {}
        }
        escaped = byte == b'\\' && !escaped;
    }
    None
}

/// Returns the position after the title that may stand at a position.
fn skip_title(text: &str, at: usize) -> Option<usize> {
    let close = match text[at..].bytes().next()? {
        quote @ (b'"' | b'\'') => quote,
        b'(' => b')',
        _ => return Some(at),
    };
    let mut escaped = false;
    for (offset, byte) in text[at..].bytes().enumerate().skip(1) {
        match byte {
            byte if byte == close && !escaped => return Some(at + offset + 1),
            b'(' if close == b')' && !escaped => return None,
            _ => escaped = byte == b'\\' && !escaped,
        }
    }
    None
}

fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let escape = c == '\\' && chars.peek().is_some_and(char::is_ascii_punctuation);
        plain.push(if escape { chars.next().unwrap_or(c) } else { c });
    }
    plain
}
