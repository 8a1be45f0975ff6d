//! A saved page in HTML -> the lines that a browser would copy, with the lines of the HTML that they come from.

use std::convert::Infallible;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

use super::lines::{Line, clean};

/// Elements whose text nobody sees or means.
const UNSEEN: [&str; 8] = ["head", "script", "style", "nav", "svg", "noscript", "template", "footer"];

/// Elements with a blank line around them.
const PARAGRAPHS: [&str; 15] =
    ["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "section", "article", "pre", "blockquote", "main"];

/// Elements with a line of their own.
const BLOCKS: [&str; 14] =
    ["div", "li", "dl", "dt", "dd", "tr", "td", "th", "button", "label", "header", "aside", "details", "summary"];

/// Tells whether a text is HTML and not text with a few tags in it.
pub(super) fn is_html(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(200).collect::<String>().to_ascii_lowercase();
    ["<!doctype html", "<html", "<head", "<body", "<main", "<div"].iter().any(|tag| start.starts_with(tag))
}

/// Returns the lines that are seen.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut page = Seen { lines: Vec::new(), line: String::new(), number: 1, unseen: Vec::new(), pre: 0 };
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let (mut at, mut number) = (0, 1);
    for Ok::<_, Infallible>(token) in Tokenizer::new_with_emitter(text, emitter) {
        let start = match &token {
            Token::StartTag(tag) => tag.span.start,
            Token::EndTag(tag) => tag.span.start,
            Token::String(string) => string.span.start,
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => continue,
        };
        // Tokens come in order, so that every line is counted once.
        if let Some(between) = text.as_bytes().get(at..start) {
            number += between.iter().filter(|byte| **byte == b'\n').count();
            at = start;
        }
        match token {
            Token::StartTag(tag) => page.start(&String::from_utf8_lossy(&tag.name), tag.self_closing, number),
            Token::EndTag(tag) => page.end(&String::from_utf8_lossy(&tag.name)),
            Token::String(string) => page.text(&String::from_utf8_lossy(&string), number),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    page.break_line();
    page.lines
}

struct Seen {
    lines: Vec<Line>,
    line: String,
    number: usize,
    /// The elements without seen text that are open.
    unseen: Vec<String>,
    pre: usize,
}

impl Seen {
    fn start(&mut self, name: &str, self_closing: bool, number: usize) {
        if !self_closing && UNSEEN.contains(&name) {
            self.unseen.push(name.to_owned());
        }
        self.pre += usize::from(name == "pre");
        self.boundary(name);
        if name == "br" {
            self.break_line();
        }
        self.number = if self.line.is_empty() { number } else { self.number };
    }

    fn end(&mut self, name: &str) {
        if let Some(open) = self.unseen.iter().rposition(|open| open == name) {
            self.unseen.truncate(open);
        }
        self.boundary(name);
        self.pre -= usize::from(name == "pre" && self.pre > 0);
    }

    fn boundary(&mut self, name: &str) {
        let is_paragraph = PARAGRAPHS.contains(&name);
        if is_paragraph || BLOCKS.contains(&name) {
            self.break_line();
        }
        if is_paragraph && self.lines.last().is_some_and(|line| !line.text.is_empty()) {
            self.lines.push(Line { number: self.number, text: String::new() });
        }
    }

    fn text(&mut self, text: &str, number: usize) {
        if !self.unseen.is_empty() {
            return;
        }
        for (index, part) in text.split('\n').enumerate() {
            if index > 0 {
                if self.pre > 0 {
                    self.force_line();
                } else {
                    self.line.push(' ');
                }
            }
            if self.line.trim().is_empty() && !part.trim().is_empty() {
                self.number = number + index;
            }
            self.line.push_str(part);
        }
    }

    fn break_line(&mut self) {
        if self.line.trim().is_empty() {
            self.line.clear();
        } else {
            self.force_line();
        }
    }

    fn force_line(&mut self) {
        let text = std::mem::take(&mut self.line);
        let text = if self.pre > 0 { clean(&text) } else { clean(&text.split_whitespace().collect::<Vec<_>>().join(" ")) };
        self.lines.push(Line { number: self.number, text });
    }
}
