//! Tells a [`Finder`] what a JSON text holds.
//!
//! Not left to the YAML scanner, which is slower and does not take every JSON text: not `"\ud83d\ude00"`, for one. It checks no more
//! than it needs; whether the text is JSON is for parse to say.

use super::place::{Container, Finder, Place};

/// Scans a text; `None` where it is not JSON after all.
pub(super) fn scan(text: &str, finder: &mut Finder) -> Option<()> {
    let mut scanner = Scanner { text, at: 0, line: 1, counted: (0, 1) };
    let mut depth = 0_usize;
    loop {
        scanner.skip_space();
        let Some(byte) = text.as_bytes().get(scanner.at) else { return (depth == 0).then_some(()) };
        match byte {
            b'{' | b'[' => {
                // A key that is a container is no JSON, which the finder is told all the same.
                if !finder.wants_place() && !finder.at_key() {
                    scanner.skip_container()?;
                    finder.pass();
                    continue;
                }
                let container = if *byte == b'{' { Container::Mapping } else { Container::Sequence };
                let place = scanner.place(scanner.at + 1, finder);
                finder.start(container, place);
                depth += 1;
            }
            b'}' | b']' => {
                depth = depth.checked_sub(1)?;
                finder.end();
                scanner.at += 1;
            }
            b',' | b':' => scanner.at += 1,
            b'"' => scanner.string(finder)?,
            _ => scanner.literal(finder)?,
        }
    }
}

/// Returns where the string ends whose first quote stands at a place: at its other quote.
pub(crate) fn closing_quote(text: &[u8], opening: usize) -> Option<usize> {
    let mut at = opening + 1;
    loop {
        at += memchr::memchr2(b'"', b'\\', text.get(at..)?)?;
        if text[at] == b'"' {
            return Some(at);
        }
        at += 2;
    }
}

struct Scanner<'t> {
    text: &'t str,
    /// The next byte.
    at: usize,
    /// The line of the next byte, from 1.
    line: usize,
    /// A byte of this line, and its column, from 1: columns are counted onwards from there, so that a text of one line is counted once.
    counted: (usize, usize),
}

impl Scanner<'_> {
    fn skip_space(&mut self) {
        while let Some(byte @ (b' ' | b'\t' | b'\n' | b'\r')) = self.text.as_bytes().get(self.at) {
            self.at += 1;
            if *byte == b'\n' {
                self.line += 1;
                self.counted = (self.at, 1);
            }
        }
    }

    /// Steps over a container of which nothing is wanted.
    fn skip_container(&mut self) -> Option<()> {
        let bytes = self.text.as_bytes();
        let mut depth = 0_usize;
        loop {
            match bytes.get(self.at)? {
                b'"' => self.at = closing_quote(bytes, self.at)?,
                b'{' | b'[' => depth += 1,
                b'}' | b']' => depth -= 1,
                b'\n' => {
                    self.line += 1;
                    self.counted = (self.at + 1, 1);
                }
                _ => {}
            }
            self.at += 1;
            if depth == 0 {
                return Some(());
            }
        }
    }

    fn string(&mut self, finder: &mut Finder) -> Option<()> {
        let start = self.at;
        let end = closing_quote(self.text.as_bytes(), start)? + 1;
        let is_key = finder.wants_key();
        let place = self.place(end, finder);
        if is_key {
            finder.scalar(&serde_json::from_str::<String>(self.text.get(start..end)?).ok()?, place);
        } else {
            finder.scalar("", place);
        }
        Some(())
    }

    /// Takes a number, `true`, `false` or `null`.
    fn literal(&mut self, finder: &mut Finder) -> Option<()> {
        let rest = self.text.get(self.at..)?;
        let length = rest.find(|it: char| !it.is_ascii_alphanumeric() && !"+-.".contains(it)).unwrap_or(rest.len());
        let is_literal =
            matches!(rest.get(..length)?, "true" | "false" | "null") || rest.starts_with(|it: char| "-0123456789".contains(it));
        if !is_literal || finder.at_key() {
            return None;
        }
        let place = self.place(self.at + length, finder);
        finder.scalar("", place);
        Some(())
    }

    /// Steps to `end`, and returns the place that was stepped over where it matters.
    fn place(&mut self, end: usize, finder: &Finder) -> Place {
        let start = self.at;
        self.at = end;
        if !finder.wants_place() {
            return Place { line: 0, column: 0, end_line: 0, end_column: 0 };
        }
        let [column, end_column] = [start, end].map(|at| self.column(at));
        Place { line: self.line, column, end_line: self.line, end_column }
    }

    fn column(&mut self, at: usize) -> usize {
        let (from, column) = self.counted;
        let characters = self.text.get(from..at).map_or(0, |text| text.chars().count());
        self.counted = (at, column + characters);
        self.counted.1
    }
}
