//! CommonMark text of a description -> lines of a Rust doc comment that neither rustdoc nor Clippy objects to.
//!
//! The text is parsed into blocks and written anew, so that only what is understood keeps a meaning; everything else is
//! escaped and reads as it was. No block ever becomes a doc test. It knows Markdown, the HTML that descriptions use, and
//! rustdoc's rules, and neither OpenAPI nor tokens. The work is linear in the length of the text.

mod block;
mod html;
mod inline;
mod line;
mod link;
mod sentence;
mod tag;
#[cfg(test)]
mod tests;
mod words;
mod write;

use std::borrow::Cow;

use serde_json::Value;

use block::Document;

/// Returns the lines of a doc comment for a description in CommonMark, wrapped at `width` columns.
///
/// A line has neither slashes nor the space after them, and may be longer than `width` where code, a link or a URL is.
/// There is no blank line at either end and no two in a row; a blank text gives no line at all.
pub fn doc_lines(text: &str, width: usize) -> Vec<String> {
    if text.is_empty() {
        return Vec::new();
    }
    if is_plain(text, width) {
        return vec![text.to_owned()];
    }
    let document = Document::parse(&clean(text));
    write::lines(&document, width)
}

/// Tells whether a text is a line that means the same however it is read, as most descriptions of fields are: words that no markup is made
/// of. Parsing it would give the same line.
fn is_plain(text: &str, width: usize) -> bool {
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || b" ,.'".contains(&byte);
    text.len() <= width
        && text.starts_with(|first: char| first.is_ascii_alphabetic())
        && !text.ends_with(' ')
        && text.bytes().all(is_word)
        && !text.contains("  ")
}

/// Returns the first sentence of a description as one line that ends with a full stop; nothing for a blank text.
pub fn sentence(text: &str) -> String {
    sentence::first(&Document::parse(&clean(text)))
}

/// Returns a JSON value, indented, as a fenced block of a doc comment.
pub(super) fn example_lines(json: &Value) -> Vec<String> {
    write::code("json", visible(&format!("{json:#}")).lines())
}

/// Returns a JSON value on one line, to be written as code within a line.
pub(super) fn value_text(json: &Value) -> String {
    visible(&json.to_string())
}

/// Spells out what can't be seen of JSON. Between quotes it can say every character with ASCII; outside of them it has no such character.
fn visible(json: &str) -> String {
    json.chars().map(visible_json).collect()
}

fn visible_json(c: char) -> String {
    if c == '\n' || !(is_invisible(c) || is_line_end(c)) {
        return c.to_string();
    }
    let mut units = [0; 2];
    c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")).collect()
}

/// The width of a tab, <https://spec.commonmark.org/0.31.2/#tabs>.
const TAB: usize = 4;

/// Makes every line end a line feed and every other white space a space, and removes what can't be seen.
fn clean(text: &str) -> Cow<'_, str> {
    // It is looked at to the end, so that the compiler can take many bytes at once.
    if text.bytes().fold(true, |seen, byte| seen & matches!(byte, b'\n' | b' '..=b'~')) {
        return Cow::Borrowed(text);
    }
    let text = text.replace("\r\n", "\n");
    let mut cleaned = String::with_capacity(text.len());
    let mut column = 0;
    for c in text.chars() {
        match c {
            ' '..='~' => cleaned.push(c),
            '\t' => {
                let spaces = TAB - column % TAB;
                cleaned.extend(std::iter::repeat_n(' ', spaces));
                column += spaces - 1;
            }
            c if is_line_end(c) => {
                cleaned.push('\n');
                column = 0;
                continue;
            }
            c if c.is_whitespace() => cleaned.push(' '),
            c if is_invisible(c) => continue,
            c => cleaned.push(c),
        }
        column += 1;
    }
    Cow::Owned(cleaned)
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Control characters, and those that hide text or turn its direction: the compiler refuses the latter in comments.
pub(super) fn is_invisible(c: char) -> bool {
    let hides = matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}');
    let turns = matches!(c, '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    c.is_control() || hides || turns
}
