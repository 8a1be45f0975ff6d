//! Finds which value of a JSON text stands at a place, to say where an answer could not be read.
//!
//! A small scanner without recursion that accepts every input, also broken and truncated JSON: it only has to
//! keep up until the place that the reader of the text had reached.

use std::ops::Range;

use super::pointer::{push_index, push_key};

/// Returns the JSON Pointer (RFC 6901) of the deepest value that contains a place of a JSON text.
///
/// `line` and `column` are those of a `serde_json::Error`: both count from one, in bytes, and name the last
/// byte that was read. So the place right after `:`, `,` or `[` belongs to the value that follows there, and
/// a place in or after a key still belongs to the object around it. A place outside of the text belongs to the root
/// or to the last value.
pub fn pointer_at(text: &[u8], line: usize, column: usize) -> String {
    let end = offset(text, line, column);
    let mut scanner = Scanner::default();
    let mut at = 0;
    while at < end {
        at = scanner.step(text, at);
    }
    scanner.pointer(text)
}

/// Returns how many bytes of the text come before the end of the given place.
fn offset(text: &[u8], line: usize, column: usize) -> usize {
    let newlines = text.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
    let start = match line.checked_sub(2) {
        Some(earlier) => newlines.map(|(i, _)| i + 1).nth(earlier).unwrap_or(text.len()),
        None => 0,
    };
    start.saturating_add(column).min(text.len())
}

/// A container that is open at the current place, and its child there.
enum Open {
    Array(Option<usize>),
    Object(Member),
}

/// Which member of an object the scanner is at; a key is the range of its text with quotes.
enum Member {
    Between,
    Key(Range<usize>),
    Value(Range<usize>),
}

#[derive(Default)]
struct Scanner {
    open: Vec<Open>,
    /// Whether the current child has been read to its end.
    ended: bool,
}

impl Scanner {
    /// Reads one token and returns where the next one starts.
    fn step(&mut self, text: &[u8], at: usize) -> usize {
        match text[at] {
            b' ' | b'\t' | b'\n' | b'\r' => {}
            b'{' => self.start(Open::Object(Member::Between)),
            b'[' => self.start(Open::Array(has_item(&text[at + 1..]).then_some(0))),
            b'}' | b']' => {
                self.open.pop();
                self.ended = true;
            }
            b',' => self.next_child(),
            b':' => self.enter_member(),
            b'"' => return self.string(text, at),
            _ => return self.scalar(text, at),
        }
        at + 1
    }

    fn start(&mut self, container: Open) {
        self.leave_ended();
        self.open.push(container);
    }

    fn next_child(&mut self) {
        self.ended = false;
        match self.open.last_mut() {
            Some(Open::Array(index)) => *index = Some(index.map_or(0, |index| index + 1)),
            Some(Open::Object(member)) => *member = Member::Between,
            None => {}
        }
    }

    fn enter_member(&mut self) {
        self.ended = false;
        if let Some(Open::Object(member)) = self.open.last_mut()
            && let Member::Key(key) = member
        {
            *member = Member::Value(key.clone());
        }
    }

    fn string(&mut self, text: &[u8], at: usize) -> usize {
        let end = string_end(text, at);
        if let Some(Open::Object(member @ Member::Between)) = self.open.last_mut() {
            *member = Member::Key(at..end);
        } else {
            self.leave_ended();
            self.ended = true;
        }
        end
    }

    fn scalar(&mut self, text: &[u8], at: usize) -> usize {
        self.leave_ended();
        self.ended = true;
        let delimiter = |byte: &u8| byte.is_ascii_whitespace() || b",:[]{}\"".contains(byte);
        let length = text[at..].iter().position(delimiter);
        length.map_or(text.len(), |length| at + length.max(1))
    }

    /// Goes back to the container if a value follows another one without a comma: the container is broken there.
    fn leave_ended(&mut self) {
        if std::mem::take(&mut self.ended) {
            match self.open.last_mut() {
                Some(Open::Array(index)) => *index = None,
                Some(Open::Object(member)) => *member = Member::Between,
                None => {}
            }
        }
    }

    fn pointer(&self, text: &[u8]) -> String {
        let mut pointer = String::new();
        for open in &self.open {
            match open {
                Open::Array(Some(index)) => push_index(&mut pointer, *index),
                Open::Object(Member::Value(key)) => {
                    push_key(&mut pointer, &key_text(&text[key.clone()]));
                }
                Open::Array(None) | Open::Object(Member::Between | Member::Key(_)) => {}
            }
        }
        pointer
    }
}

/// Returns whether an array whose `[` was just read has an item, as far as its text is there.
fn has_item(rest: &[u8]) -> bool {
    let next = rest.iter().find(|byte| !byte.is_ascii_whitespace());
    next.is_some_and(|byte| *byte != b']')
}

/// Returns the end of the string that starts at `at`, or of the text.
fn string_end(text: &[u8], at: usize) -> usize {
    let mut escaped = false;
    for (i, byte) in text.iter().enumerate().skip(at + 1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return i + 1,
            _ => {}
        }
    }
    text.len()
}

/// Returns the text of a key without quotes and escapes; one that is no valid string, as it stands.
fn key_text(key: &[u8]) -> String {
    serde_json::from_slice(key).unwrap_or_else(|_| String::from_utf8_lossy(key).into_owned())
}
