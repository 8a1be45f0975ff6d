//! One tag of HTML, if it is one that descriptions use.
//!
//! Everything else between angle brackets is none: `Vec<T>`, `<id>`, elements of XML.

use super::line::ListKind;

/// What a tag means for the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Break,
    Rule,
    /// Parts paragraphs.
    Block,
    Heading(usize),
    List(ListKind),
    Item,
    Row,
    Cell,
    Preformatted,
    Emphasis(&'static str),
    Code,
    Link,
    /// Changes nothing that a doc comment could show.
    Plain,
}

impl Kind {
    fn of(name: &str) -> Option<Kind> {
        Some(match name.to_ascii_lowercase().as_str() {
            "br" => Kind::Break,
            "hr" => Kind::Rule,
            "p" | "div" | "blockquote" | "section" | "article" | "center" | "details" | "summary" | "dl" | "dt" | "dd"
            | "note" | "important" | "para" | "fullname" | "table" | "thead" | "tbody" | "caption" => Kind::Block,
            "h1" => Kind::Heading(1),
            "h2" => Kind::Heading(2),
            "h3" => Kind::Heading(3),
            "h4" => Kind::Heading(4),
            "h5" => Kind::Heading(5),
            "h6" => Kind::Heading(6),
            "ul" => Kind::List(ListKind::Bullet('-')),
            "ol" => Kind::List(ListKind::Ordered('.')),
            "li" => Kind::Item,
            "tr" => Kind::Row,
            "td" | "th" => Kind::Cell,
            "pre" => Kind::Preformatted,
            "b" | "strong" => Kind::Emphasis("**"),
            "i" | "em" | "cite" | "var" | "dfn" => Kind::Emphasis("*"),
            "s" | "del" | "strike" => Kind::Emphasis("~~"),
            "code" | "tt" | "kbd" | "samp" => Kind::Code,
            "a" => Kind::Link,
            "span" | "u" | "font" | "small" | "big" | "sup" | "sub" | "mark" | "label" | "abbr" | "ins" => Kind::Plain,
            _ => return None,
        })
    }

    /// Tells whether the tag stands within a line and counts only together with its other one.
    pub(super) fn is_inline(self) -> bool {
        matches!(self, Kind::Emphasis(_) | Kind::Code | Kind::Link | Kind::Plain)
    }
}

#[derive(Clone, Copy)]
pub(super) struct Tag<'a> {
    /// The whole tag as it is written.
    pub(super) raw: &'a str,
    pub(super) name: &'a str,
    pub(super) kind: Kind,
    pub(super) closing: bool,
    attributes: &'a str,
}

/// A tag that is longer is text.
const LONGEST: usize = 2000;

impl<'a> Tag<'a> {
    /// Parses the tag that a text starts with.
    pub(super) fn parse(text: &'a str) -> Option<Tag<'a>> {
        let inner = text.strip_prefix('<')?;
        let closing = inner.starts_with('/');
        let inner = inner.strip_prefix('/').unwrap_or(inner);
        let length = inner.bytes().take(12).take_while(u8::is_ascii_alphanumeric).count();
        let (name, rest) = inner.split_at(length);
        let kind = Kind::of(name)?;
        if !rest.starts_with(['>', '/', ' ', '\n']) {
            return None;
        }
        let end = Self::end(rest)?;
        Some(Tag { raw: &text[..text.len() - rest.len() + end + 1], name, kind, closing, attributes: &rest[..end] })
    }

    /// Returns where the bracket is that closes the tag; one between quotes does not.
    fn end(rest: &str) -> Option<usize> {
        let mut quote = None;
        for (at, byte) in rest.bytes().enumerate().take(LONGEST) {
            match (byte, quote) {
                (b'>', None) => return Some(at),
                (b'<', None) => return None,
                (b'"' | b'\'', None) => quote = Some(byte),
                (byte, Some(open)) if byte == open => quote = None,
                _ => {}
            }
        }
        None
    }

    /// Returns the value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&'a str> {
        let (_, value) = self.attributes.split_once(name)?;
        let value = value.trim_start().strip_prefix('=')?.trim_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        match quote {
            Some(quote) => value[1..].split(quote).next(),
            None => value.split([' ', '\n', '/']).next().filter(|value| !value.is_empty()),
        }
        .map(str::trim)
    }
}
