//! Tokens -> one line of text, with the spaces that people put.
//!
//! It knows what the emitters write: paths, types with generics, calls, literals, closures, attributes. Nothing here can make the text mean
//! something else than the tokens: between two of them there is a space, or none is needed.

use std::fmt::Write;

use proc_macro2::{Delimiter, Group, Punct, Spacing, TokenTree};

/// Writes tokens on one line.
pub(super) fn line(tokens: impl IntoIterator<Item = TokenTree>) -> String {
    let mut line = Line::default();
    line.tokens(tokens);
    line.text
}

#[derive(Default)]
struct Line {
    text: String,
    previous: Previous,
    /// The first of two marks that make one.
    pair: Option<char>,
    /// Whether the parameters of a closure are open.
    closure: bool,
}

/// What the last token was, which decides whether a space follows.
#[derive(Clone, Copy, Default, PartialEq)]
enum Previous {
    /// Something that nothing is apart from: an open group, `&`, `::`.
    #[default]
    Glue,
    /// A name or the end of a group: a group after it is its own.
    Name,
    /// A keyword, a literal, a comma, an operator.
    Apart,
}

impl Line {
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

    fn word(&mut self, word: &dyn std::fmt::Display) -> usize {
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
                (first, second) => self.put(&format!("{first}{second}"), false, Previous::Apart),
            }
            return;
        }
        if punct.spacing() == Spacing::Joint && matches!(letter, ':' | '-' | '=' | '!') {
            self.pair = Some(letter);
            return;
        }
        match letter {
            ',' | ':' | ';' => self.put(&String::from(letter), true, Previous::Apart),
            '.' | '<' | '!' => self.put(&String::from(letter), true, Previous::Glue),
            '>' => self.put(">", true, Previous::Name),
            '&' | '*' | '-' | '\'' | '#' => self.put(&String::from(letter), false, Previous::Glue),
            '|' if self.closure || self.previous != Previous::Name => {
                self.put("|", self.closure, if self.closure { Previous::Apart } else { Previous::Glue });
                self.closure = !self.closure;
            }
            _ => self.put(&String::from(letter), false, Previous::Apart),
        }
    }

    fn put(&mut self, text: &str, joins: bool, next: Previous) {
        if !joins {
            self.apart();
        }
        self.text.push_str(text);
        self.previous = next;
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
