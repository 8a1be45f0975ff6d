//! Bodies of several parts (RFC 7578, `multipart/form-data`) -> their fields.
//!
//! Lines may end with a line feed alone, as in bodies that somebody wrote by hand.

use std::borrow::Cow;

use super::body::Part;
use super::form::Field;
use super::media;

/// Reads the parts of a body, and the fields that they are. The media type says what stands between them.
pub(super) fn parts<'b>(content_type: &str, body: &'b [u8]) -> Result<Vec<(Part, Field<'b>)>, String> {
    let boundary = boundary(content_type).ok_or_else(|| format!("`{content_type}` has no `boundary`"))?;
    split(body, &format!("--{boundary}"))?.into_iter().map(part).collect()
}

/// Returns the text that stands between the parts of a body, by its media type.
pub(crate) fn boundary(content_type: &str) -> Option<String> {
    media::parameter(content_type, "boundary").filter(|boundary| !boundary.is_empty())
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

fn part(text: &[u8]) -> Result<(Part, Field<'_>), String> {
    let mut rest = text;
    let mut headers: Vec<(String, String)> = Vec::new();
    loop {
        let header = line(rest);
        rest = &rest[header.len()..];
        let header = String::from_utf8_lossy(header.trim_ascii_end());
        match (header.split_once(':'), headers.last_mut()) {
            // A header may go on in the next line (RFC 2046, section 5.1.1, by way of RFC 822).
            (_, Some((_, value))) if header.starts_with([' ', '\t']) => *value = format!("{value} {}", header.trim_start()),
            (Some((name, value)), _) => headers.push((name.trim().to_owned(), value.trim().to_owned())),
            // A part without an empty line has headers only.
            (None, _) => break,
        }
    }
    let disposition = headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("content-disposition"));
    let name = disposition.and_then(|(_, value)| media::parameter(value, "name"));
    let part = Part { field: name.ok_or("a part has no `Content-Disposition` with a name")?, headers };
    let field =
        Field { name: part.field.clone(), media_type: part.media_type().map(str::to_owned), content: Cow::Borrowed(rest) };
    Ok((part, field))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(body: &str) -> Result<Vec<(String, Option<String>, String)>, String> {
        let parts = parts("multipart/form-data; charset=utf-8; boundary=\"a b\"", body.as_bytes())?;
        let text = |field: &Field<'_>| String::from_utf8_lossy(&field.content).into_owned();
        Ok(parts.iter().map(|(_, field)| (field.name.clone(), field.media_type.clone(), text(field))).collect())
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
    fn headers_of_a_part_are_kept() {
        let body = "--b\r\nContent-Disposition: form-data;\r\n name=\"n\"\r\nX-A:  1 \r\nX-A: 2\r\n\r\nx: y\r\n--b--";
        let (part, field) = parts("multipart/form-data; boundary=b", body.as_bytes()).expect("it has an end").remove(0);
        let headers: Vec<_> = part.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(headers, [("Content-Disposition", "form-data; name=\"n\""), ("X-A", "1"), ("X-A", "2")]);
        assert_eq!((field.name.as_str(), field.content.as_ref()), ("n", &b"x: y"[..]));
    }

    #[test]
    fn what_is_cut_off_is_no_body() {
        let part = "--a b\r\nContent-Disposition: form-data; name=\"n\"\r\n\r\nx";
        assert_eq!(read(part), Err("its last line is not `--a b--`".to_owned()));
        assert_eq!(read(""), Err("no line is the delimiter `--a b`".to_owned()));
        assert_eq!(read("--a b\r\n\r\nx\r\n--a b--"), Err("a part has no `Content-Disposition` with a name".to_owned()));
        assert_eq!(read("--a b--"), Ok(Vec::new()));
        assert!(parts("multipart/form-data", b"").is_err() && parts("multipart/form-data; boundary=\"a", b"").is_err());
    }
}
