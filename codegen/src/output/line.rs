//! Code -> one line of text, with the spaces that people put.
//!
//! It knows what the emitters write: paths, types with generics, calls, literals, closures, attributes. Nothing here can make the text mean
//! something else than the tokens: between two of them there is a space, or none is needed.

use std::fmt::Write;

use proc_macro2::{Delimiter, Group, Literal, Punct, Spacing, TokenTree};

use crate::emit::{Code, Part};
use crate::plan::names::RustIdent;

/// Most lines are shorter.
const CAPACITY: usize = 96;

/// Returns tokens on one line.
pub(super) fn line(tokens: impl IntoIterator<Item = TokenTree>) -> String {
    let mut text = String::with_capacity(CAPACITY);
    write_tokens(&mut text, tokens);
    text
}

/// Writes tokens at the end of a text.
pub(super) fn write_tokens(text: &mut String, tokens: impl IntoIterator<Item = TokenTree>) {
    Line { text, previous: Previous::Glue, pair: None, closure: false }.tokens(tokens);
}

/// Writes code at the end of a text.
pub(super) fn write_code(text: &mut String, code: Code<'_>) {
    for part in code.0 {
        match part {
            Part::Fixed(fixed) => text.push_str(fixed),
            Part::Name(name) => write_name(text, name),
            Part::Text(value) => write_literal(text, value),
            // Writing to a text never fails.
            Part::Int(value) => drop(write!(text, "{value}")),
            Part::Tokens(tokens) => write_tokens(text, tokens),
        }
    }
}

fn write_name(text: &mut String, name: &RustIdent) {
    if name.is_raw() {
        text.push_str("r#");
    }
    text.push_str(name.as_str());
}

fn write_literal(text: &mut String, value: &str) {
    if value.bytes().all(|byte| matches!(byte, b' '..=b'~') && !matches!(byte, b'"' | b'\\')) {
        text.push('"');
        text.push_str(value);
        text.push('"');
    } else {
        // Writing to a text never fails.
        let _ = write!(text, "{}", Literal::string(value));
    }
}

struct Line<'a> {
    text: &'a mut String,
    previous: Previous,
    /// The first of two marks that make one.
    pair: Option<char>,
    /// Whether the parameters of a closure are open.
    closure: bool,
}

/// What the last token was, which decides whether a space follows.
#[derive(Clone, Copy, PartialEq)]
enum Previous {
    /// Something that nothing is apart from: an open group, `&`, `::`.
    Glue,
    /// A name or the end of a group: a group after it is its own.
    Name,
    /// A keyword, a literal, a comma, an operator.
    Apart,
}

impl Line<'_> {
    fn tokens(&mut self, tokens: impl IntoIterator<Item = TokenTree>) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => self.group(group),
                TokenTree::Punct(punct) => self.punct(&punct),
                TokenTree::Ident(name) => {
                    let start = self.word(&name);
                    self.previous = if is_keyword(&self.text[start..]) { Previous::Apart } else { Previous::Name };
                }
                TokenTree::Literal(literal) => {
                    self.word(&literal);
                    self.previous = Previous::Apart;
                }
            }
        }
    }

    fn word(&mut self, word: &impl std::fmt::Display) -> usize {
        self.apart();
        let start = self.text.len();
        // Writing to a text never fails.
        let _ = write!(self.text, "{word}");
        start
    }

    fn group(&mut self, group: Group) {
        let (delimiter, tokens) = (group.delimiter(), group.stream());
        // The group goes first, so that the tokens are moved and not copied.
        drop(group);
        let (open, close, next) = match delimiter {
            Delimiter::Parenthesis => ("(", ")", Previous::Glue),
            Delimiter::Bracket => ("[", "]", Previous::Glue),
            Delimiter::Brace if tokens.is_empty() => ("{", "}", Previous::Glue),
            Delimiter::Brace => ("{", " }", Previous::Apart),
            Delimiter::None => return self.tokens(tokens),
        };
        self.put(open, self.previous == Previous::Name && delimiter != Delimiter::Brace, next);
        self.tokens(tokens);
        self.put(close, true, Previous::Name);
    }

    fn punct(&mut self, punct: &Punct) {
        let letter = punct.as_char();
        if let Some(first) = self.pair.take() {
            match (first, letter) {
                (':', ':') => self.put("::", self.previous == Previous::Name, Previous::Glue),
                (first, second) => {
                    self.mark(first, false, Previous::Apart);
                    self.text.push(second);
                }
            }
            return;
        }
        if punct.spacing() == Spacing::Joint && matches!(letter, ':' | '-' | '=' | '!') {
            self.pair = Some(letter);
            return;
        }
        match letter {
            ',' | ':' | ';' => self.mark(letter, true, Previous::Apart),
            '.' | '<' | '!' => self.mark(letter, true, Previous::Glue),
            '>' => self.put(">", true, Previous::Name),
            '&' | '*' | '-' | '\'' | '#' => self.mark(letter, false, Previous::Glue),
            '|' if self.closure || self.previous != Previous::Name => {
                self.put("|", self.closure, if self.closure { Previous::Apart } else { Previous::Glue });
                self.closure = !self.closure;
            }
            _ => self.mark(letter, false, Previous::Apart),
        }
    }

    fn put(&mut self, text: &str, joins: bool, next: Previous) {
        if !joins {
            self.apart();
        }
        self.text.push_str(text);
        self.previous = next;
    }

    fn mark(&mut self, letter: char, joins: bool, next: Previous) {
        self.put(letter.encode_utf8(&mut [0; 4]), joins, next);
    }

    fn apart(&mut self) {
        if self.previous != Previous::Glue {
            self.text.push(' ');
        }
    }
}

/// Tells whether a word is a keyword after which a group or a path begins anew.
fn is_keyword(word: &str) -> bool {
    matches!(word, "as" | "fn" | "for" | "if" | "impl" | "in" | "let" | "match" | "mut" | "pub")
}
