//! A JSON text within a string of another JSON text -> where its nodes stand in the outer one.

use bindery::source::{Origin, Place, Pointer, Sources};
use serde::de::IgnoredAny;

use crate::finding::On;

/// Returns the place of a node of the JSON text that the string at `outer` is.
pub(super) fn place(sources: &Sources, outer: &Origin, inner: &Pointer, on: On) -> Option<Place> {
    let token = sources.place(outer).filter(|token| token.line == token.end_line)?;
    let line = sources.get(outer.document).text.lines().nth(token.line - 1)?;
    let written: Vec<char> = line.chars().skip(token.column - 1).take(token.end_column - token.column).collect();
    let text: String = serde_json::from_str(&written.iter().collect::<String>()).ok()?;
    // A form, or a text in Base64, has no pointers.
    serde_json::from_str::<IgnoredAny>(&text).ok()?;
    let columns = columns(&written);
    let column = |at: usize| columns.get(at).map(|column| token.column + column);
    let mut alone = Sources::default();
    let origin = Origin { document: alone.add("body.json", text.clone()), pointer: inner.clone() };
    let found = shown(&alone, &origin, on)?;
    let start = column(offset(&text, found.line, found.column))?;
    let end = column(offset(&text, found.end_line, found.end_column))?;
    Some(Place { line: token.line, column: start, end_line: token.line, end_column: end })
}

/// Returns the place of a node, or of its key.
pub(super) fn shown(sources: &Sources, origin: &Origin, on: On) -> Option<Place> {
    let found = sources.find(&[origin]).pop().flatten()?;
    let key = found.last.key.filter(|_| on == On::Key);
    Some(key.unwrap_or_else(|| found.last.place()))
}

/// Returns how many characters stand before a place.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let before = text.split_inclusive('\n').take(line - 1).map(|line| line.chars().count()).sum::<usize>();
    before + column - 1
}

/// Returns, for each character of a string and for its end, how many characters of its JSON text stand before it.
fn columns(written: &[char]) -> Vec<usize> {
    let mut columns = Vec::new();
    // The first character is the quote.
    let mut at = 1;
    while at + 1 < written.len() {
        columns.push(at);
        at += match (written[at], written.get(at + 1)) {
            ('\\', Some('u')) if is_high_surrogate(written, at) => 12,
            ('\\', Some('u')) => 6,
            ('\\', _) => 2,
            _ => 1,
        };
    }
    columns.push(written.len().saturating_sub(1));
    columns
}

/// A character beyond the first plane is written as two (RFC 8259, section 7).
fn is_high_surrogate(written: &[char], at: usize) -> bool {
    let digits: String = written.iter().skip(at + 2).take(4).collect();
    u32::from_str_radix(&digits, 16).is_ok_and(|unit| (0xd800..0xdc00).contains(&unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_counted_as_they_are_written() {
        let body = "{\n \"a\u{1F600}\u{e9}\": [1, \"\\u0041\"],\t\"b\": {\"c\": true}}";
        let escaped = body.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('\t', "\\t");
        let escaped = escaped.replace('\u{1F600}', "\\ud83d\\ude00");
        let outer = format!("{{\"x\": 1,\n\"text\": \"{escaped}\"}}");
        let mut sources = Sources::default();
        let origin = Origin { document: sources.add("t.json", outer.clone()), pointer: Pointer::root().child("text") };
        let shown = |pointer: &str, on| {
            let place = place(&sources, &origin, &Pointer::parse(pointer).expect("it is one"), on).expect("it is there");
            let line: Vec<char> = outer.lines().nth(place.line - 1).expect("it is there").chars().collect();
            line[place.column - 1..place.end_column - 1].iter().collect::<String>()
        };
        assert_eq!(shown("/a\u{1F600}\u{e9}/0", On::Value), "1");
        assert_eq!(shown("/a\u{1F600}\u{e9}/1", On::Value), "\\\"\\\\u0041\\\"");
        assert_eq!(shown("/b/c", On::Value), "true");
        assert_eq!(shown("/b/c", On::Key), "\\\"c\\\"");
    }
}
