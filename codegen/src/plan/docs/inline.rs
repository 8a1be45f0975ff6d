//! The text of a paragraph -> words that a line can't be broken within, with all that has no meaning escaped.
//!
//! Code, links and emphasis keep their meaning. The words say the same in any arrangement on lines, but for those that
//! would start a block at the start of a line, which `write` sees to.

use std::borrow::Cow;

use foldhash::HashMap;

use super::block::Definitions;
use super::link;
use super::words::Words;

/// Reads the words of a text.
pub(super) fn words(text: &str, definitions: &Definitions) -> Words {
    let spans = CodeSpans::of(text);
    let brackets = brackets(text, &spans);
    let words = Words::with_capacity(text.len());
    let mut scanner = Scanner { text, at: 0, spans, brackets, definitions, words, in_link: false, closing: Vec::new() };
    scanner.scan(text.len());
    scanner.words.finish()
}

/// Where the code spans of a text may start and where they then end, <https://spec.commonmark.org/0.31.2/#code-spans>.
pub(super) struct CodeSpans(HashMap<usize, (usize, usize)>);

impl CodeSpans {
    pub(super) fn of(text: &str) -> CodeSpans {
        let runs = backtick_runs(text);
        let mut next = HashMap::default();
        let mut spans = HashMap::default();
        for (start, length) in runs.into_iter().rev() {
            if let Some(close) = next.insert(length, start) {
                spans.insert(start, (length, close + length));
            }
        }
        CodeSpans(spans)
    }

    /// Returns the length of the backticks of the span that starts at a position, and its end.
    pub(super) fn at(&self, start: usize) -> Option<(usize, usize)> {
        self.0.get(&start).copied()
    }
}

fn backtick_runs(text: &str) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (at, _) in text.match_indices('`') {
        match runs.last_mut() {
            Some((start, length)) if *start + *length == at => *length += 1,
            _ => runs.push((at, 1)),
        }
    }
    runs
}

/// Returns the position after a run of backticks.
pub(super) fn run_end(text: &str, at: usize) -> usize {
    text.len() - text[at..].trim_start_matches('`').len()
}

/// Finds the closing bracket of every opening one that has one.
fn brackets(text: &str, spans: &CodeSpans) -> HashMap<usize, usize> {
    let (mut open, mut pairs, mut at) = (Vec::new(), HashMap::default(), 0);
    if !text.contains('[') {
        return pairs;
    }
    while let Some(found) = text[at..].find(['[', ']', '\\', '`']) {
        at += found;
        match text.as_bytes()[at] {
            b'[' => open.push(at),
            b']' => drop(open.pop().map(|open| pairs.insert(open, at))),
            b'\\' => at += text[at + 1..].chars().next().map_or(0, char::len_utf8),
            _ => at = spans.at(at).map_or(run_end(text, at), |(_, end)| end) - 1,
        }
        at += 1;
    }
    pairs
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    spans: CodeSpans,
    brackets: HashMap<usize, usize>,
    definitions: &'a Definitions,
    words: Words,
    in_link: bool,
    /// Links that lead nowhere whose text is being read, the innermost last.
    closing: Vec<Closing>,
}

/// The end of a link that is written as its text.
struct Closing {
    bracket: usize,
    /// The end of the whole link.
    end: usize,
    /// What is written after the text.
    destination: String,
}

/// A link: its closing bracket, its end and where it leads.
struct Link {
    bracket: usize,
    end: usize,
    destination: String,
}

impl Scanner<'_> {
    fn scan(&mut self, end: usize) {
        while self.at < end {
            if self.closes_link() {
                continue;
            }
            let rest = &self.text[self.at..end];
            match rest.as_bytes()[0] {
                b' ' | b'\n' => self.white_space(rest),
                b'\\' => self.backslash(rest),
                b'`' => self.backticks(),
                b'<' => self.angle(rest),
                b'!' if rest.starts_with("![") && self.link_at(self.at + 1).is_some() => self.at += 1,
                b'[' => self.bracket(),
                b']' if self.in_link => self.advance("\\]", 1),
                b'h' | b'H' if !self.in_link => match link::bare_url(rest) {
                    Some(url) => self.url(url),
                    None => self.plain(rest),
                },
                b'&' if rest.starts_with("&nbsp;") => self.white_space("&nbsp;"),
                _ => self.plain(rest),
            }
        }
    }

    /// Writes a text for a number of bytes.
    fn advance(&mut self, text: &str, bytes: usize) {
        self.words.push(text);
        self.at += bytes;
    }

    /// Takes a character, and those after it up to the next that could have a meaning. A space alone has none but to part words.
    fn plain(&mut self, rest: &str) {
        let bytes = rest.as_bytes();
        let has_meaning = |at: &usize| match bytes[*at] {
            b'\n' | b'\\' | b'`' | b'<' | b'!' | b'[' | b']' | b'&' => true,
            b' ' => matches!(bytes.get(at + 1), Some(b' ' | b'\n') | None),
            b'h' | b'H' => matches!(bytes.get(at + 1..at + 3), Some([b't' | b'T', b't' | b'T'])),
            _ => false,
        };
        let length = (1..rest.len()).find(has_meaning).unwrap_or(rest.len());
        self.words.push_words(&rest[..length]);
        self.at += length;
    }

    fn white_space(&mut self, rest: &str) {
        if rest.starts_with('&') {
            self.words.space();
            self.at += rest.len();
            return;
        }
        if !rest[1..].starts_with([' ', '\n']) {
            self.words.space();
            self.at += 1;
            return;
        }
        let length = rest.len() - rest.trim_start_matches([' ', '\n']).len();
        match rest[..length].starts_with("  ") && rest[..length].trim_start_matches(' ').starts_with('\n') {
            true => self.words.line_break(),
            false => self.words.space(),
        }
        self.at += length;
    }

    fn backslash(&mut self, rest: &str) {
        match rest[1..].chars().next() {
            Some('\n') => {
                self.words.line_break();
                self.at += 2;
            }
            Some(c) if c.is_ascii_punctuation() => self.advance(&rest[..2], 2),
            // At the end of a line, it would break the line.
            None | Some(' ') => self.advance("\\\\", 1),
            Some(_) => self.advance("\\", 1),
        }
    }

    fn backticks(&mut self) {
        let Some((length, end)) = self.spans.at(self.at) else {
            let end = run_end(self.text, self.at);
            return self.advance(&"\\`".repeat(end - self.at), end - self.at);
        };
        let ticks = &self.text[self.at..self.at + length];
        let code = &self.text[self.at + length..end - length];
        // A space at either end of a line may keep a backtick from the marks.
        let code = match code.contains('\n') {
            true => Cow::Owned(code.split('\n').map(str::trim).collect::<Vec<_>>().join(" ")),
            false => Cow::Borrowed(code),
        };
        let code = if is_padded(&code) { code.trim() } else { &code };
        let space = if code.starts_with('`') || code.ends_with('`') || code.is_empty() { " " } else { "" };
        self.words.markup(&[ticks, space, code, space, ticks]);
        self.at = end;
    }

    fn angle(&mut self, rest: &str) {
        let length = rest[1..].find([' ', '\n', '<', '>']).filter(|at| rest[at + 1..].starts_with('>'));
        let target = length.map(|length| &rest[1..=length]).filter(|_| !self.in_link);
        match target.filter(|target| link::is_absolute(target) || link::is_email(target)) {
            Some(target) => {
                self.words.markup(&autolink(target));
                self.at += target.len() + 2;
            }
            None => self.advance("\\<", 1),
        }
    }

    fn url(&mut self, url: &str) {
        self.words.markup(&autolink(url));
        self.at += url.len();
    }

    fn bracket(&mut self) {
        match self.link_at(self.at) {
            Some(Link { bracket, end, destination }) if self.in_link || !link::is_absolute(&link::encoded(&destination)) => {
                let destination = if self.in_link { String::new() } else { destination };
                self.closing.push(Closing { bracket, end, destination });
                self.at += 1;
            }
            Some(link) => self.link(link),
            None => self.advance("\\[", 1),
        }
    }

    fn link(&mut self, link: Link) {
        let outside = std::mem::take(&mut self.words);
        (self.at, self.in_link) = (self.at + 1, true);
        self.scan(link.bracket);
        (self.at, self.in_link) = (link.end, false);
        let text = std::mem::replace(&mut self.words, outside).finish().joined();
        let destination = link::encoded(&link.destination);
        match text.is_empty() {
            true => self.words.markup(&autolink(&destination)),
            false => self.words.markup(&["[", &text, "](", &destination, ")"]),
        }
    }

    /// Ends the text of a link that leads nowhere; a relative destination is worth reading, a place on a page is not.
    fn closes_link(&mut self) -> bool {
        let at = self.at;
        while self.closing.pop_if(|closing| closing.bracket < at).is_some() {}
        let Some(Closing { end, destination, .. }) = self.closing.pop_if(|closing| closing.bracket == at) else { return false };
        if !destination.is_empty() && !destination.starts_with('#') && !destination.contains(['`', '\n', '|']) {
            self.words.space();
            self.words.push(&format!("(`{destination}`)"));
        }
        self.at = end;
        true
    }

    /// Returns the link whose opening bracket stands at a position, if it has a destination.
    fn link_at(&self, open: usize) -> Option<Link> {
        let bracket = self.brackets.get(&open).copied()?;
        let after = bracket + 1;
        if self.text[after..].starts_with('(')
            && let Some(target) = link::inline_target(self.text, after)
        {
            return Some(Link { bracket, end: target.end, destination: target.destination });
        }
        let own = &self.text[open + 1..bracket];
        let given = self.brackets.get(&after).map(|close| (&self.text[after + 1..*close], close + 1));
        let (label, end) = given.map_or((own, after), |(label, end)| (if label.is_empty() { own } else { label }, end));
        // Longer labels are none, <https://spec.commonmark.org/0.31.2/#link-label>.
        if label.len() > 999 || self.definitions.is_empty() {
            return None;
        }
        let destination = self.definitions.get(&link::label(label))?.clone();
        Some(Link { bracket, end, destination })
    }
}

/// Tells code with a space at both ends, which Markdown takes off.
fn is_padded(code: &str) -> bool {
    code.starts_with(' ') && code.ends_with(' ') && !code.trim().is_empty()
}

/// A URL with placeholders leads nowhere and is code.
fn autolink(url: &str) -> [&str; 3] {
    let is_code = url.contains(['{', '}']) && !url.contains('`');
    if is_code { ["`", url, "`"] } else { ["<", url, ">"] }
}
