//! Bodies of several parts (RFC 7578, `multipart/form-data`) -> their fields.
//!
//! Lines may end with a line feed alone, as in bodies that somebody wrote by hand.

use std::borrow::Cow;

use super::form::Field;

/// Reads the parts of a body. The media type says what stands between them.
pub(super) fn fields<'b>(content_type: &str, body: &'b [u8]) -> Result<Vec<Field<'b>>, String> {
    let boundary = boundary(content_type).ok_or_else(|| format!("`{content_type}` has no `boundary`"))?;
    split(body, &format!("--{boundary}"))?.into_iter().map(field).collect()
}

/// Returns the text that stands between the parts of a body, by its media type.
pub(crate) fn boundary(content_type: &str) -> Option<String> {
    parameter(content_type, "boundary").filter(|boundary| !boundary.is_empty())
}

/// Splits a body at its delimiter lines (RFC 2046, section 5.1.1). What stands before the first and after the last is no part.
fn split<'b>(body: &'b [u8], delimiter: &str) -> Result<Vec<&'b [u8]>, String> {
    let close = format!("{delimiter}--");
    let mut parts = Vec::new();
    let mut start = None;
    let mut at = 0;
    while at < body.len() {
        let line = line(&body[at..]);
        let text = line.trim_ascii_end();
        let is_close = text == close.as_bytes();
        if is_close || text == delimiter.as_bytes() {
            parts.extend(start.map(|start: usize| without_break(&body[start..at.max(start)])));
            if is_close {
                return Ok(parts);
            }
            start = Some(at + line.len());
        }
        at += line.len();
    }
    Err(match start {
        None => format!("no line is the delimiter `{delimiter}`"),
        Some(_) => format!("its last line is not `{close}`"),
    })
}

/// Returns the first line, with what ends it.
fn line(text: &[u8]) -> &[u8] {
    let end = text.iter().position(|byte| *byte == b'\n').map_or(text.len(), |end| end + 1);
    &text[..end]
}

/// The line break before a delimiter belongs to the delimiter.
fn without_break(text: &[u8]) -> &[u8] {
    let text = text.strip_suffix(b"\n").unwrap_or(text);
    text.strip_suffix(b"\r").unwrap_or(text)
}

fn field(part: &[u8]) -> Result<Field<'_>, String> {
    let mut rest = part;
    let (mut name, mut media_type) = (None, None);
    loop {
        let header = line(rest);
        rest = &rest[header.len()..];
        let header = String::from_utf8_lossy(header.trim_ascii_end());
        // A part without an empty line has headers only.
        let Some((key, value)) = header.split_once(':') else { break };
        match key.trim().to_ascii_lowercase().as_str() {
            "content-disposition" => name = parameter(value, "name"),
            "content-type" => media_type = Some(value.trim().to_owned()),
            _ => {}
        }
    }
    let name = name.ok_or("a part has no `Content-Disposition` with a name")?;
    Ok(Field { name, media_type, content: Cow::Borrowed(rest) })
}

/// Returns a parameter of a header's value: `boundary` of `multipart/form-data; boundary="x"` (RFC 9110, section 5.6.6).
fn parameter(value: &str, wanted: &str) -> Option<String> {
    let mut rest = value.split_once(';')?.1;
    loop {
        let (name, after) = rest.split_once('=')?;
        let (text, after) = match after.trim_start().strip_prefix('"') {
            Some(quoted) => quoted_text(quoted)?,
            None => {
                let (text, after) = after.split_once(';').unwrap_or((after, ""));
                (text.trim().to_owned(), after)
            }
        };
        if name.trim().trim_start_matches(';').trim().eq_ignore_ascii_case(wanted) {
            return Some(text);
        }
        rest = after;
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(body: &str) -> Result<Vec<(String, Option<String>, String)>, String> {
        let fields = fields("multipart/form-data; charset=utf-8; boundary=\"a b\"", body.as_bytes())?;
        let text = |field: &Field<'_>| String::from_utf8_lossy(&field.content).into_owned();
        Ok(fields.iter().map(|field| (field.name.clone(), field.media_type.clone(), text(field))).collect())
    }

    #[test]
    fn parts_are_between_delimiters() {
        let body = "before\r\n--a b\r\nContent-Disposition: form-data; filename=\"x;y\\\".png\"; name=\"n\"\r\n\
            content-type: image/png\r\n\r\n--a bc\r\n\r\n--a b  \r\nContent-Disposition: form-data; name=m\r\n\r\n\r\n--a b--\r\nafter";
        let parts = read(body).expect("it has an end");
        assert_eq!(parts[0], ("n".to_owned(), Some("image/png".to_owned()), "--a bc\r\n".to_owned()));
        assert_eq!(parts[1], ("m".to_owned(), None, String::new()));
        assert_eq!(read(&body.replace("\r\n", "\n")).map(|parts| parts.len()), Ok(2));
    }

    #[test]
    fn what_is_cut_off_is_no_body() {
        let part = "--a b\r\nContent-Disposition: form-data; name=\"n\"\r\n\r\nx";
        assert_eq!(read(part), Err("its last line is not `--a b--`".to_owned()));
        assert_eq!(read(""), Err("no line is the delimiter `--a b`".to_owned()));
        assert_eq!(read("--a b\r\n\r\nx\r\n--a b--"), Err("a part has no `Content-Disposition` with a name".to_owned()));
        assert_eq!(read("--a b--"), Ok(Vec::new()));
        assert!(fields("multipart/form-data", b"").is_err() && fields("multipart/form-data; boundary=\"a", b"").is_err());
    }
}
