//! The HTML that descriptions use -> blocks and Markdown.
//!
//! Tags of blocks part the text, wherever they stand and whether or not they are closed; tags within a line count in
//! pairs only. All else stays as it is, to be escaped as text. It knows nothing of the Markdown around it but code spans.

use std::borrow::Cow;
use std::cell::LazyCell;

use super::block::{self, Block, List, MAX_DEPTH};
use super::inline::{CodeSpans, run_end};
use super::line::ListKind;
use super::link;
use super::tag::{Kind, Tag};

/// Returns the blocks of a paragraph.
pub(super) fn blocks(text: String) -> Vec<Block> {
    if !text.contains('<') {
        return vec![Block::Paragraph(text)];
    }
    let tokens = tokens(&text);
    let partners = partners(&tokens);
    let mut builder = Builder::default();
    let mut at = 0;
    while at < tokens.len() {
        at = builder.token(&tokens, &partners, at);
    }
    builder.finish()
}

/// Returns the text of a paragraph without its blocks, for where there can be none.
pub(super) fn flat(text: &str) -> String {
    let mut texts = Vec::new();
    collect_texts(blocks(text.to_owned()), &mut texts);
    texts.join(" ")
}

fn collect_texts(blocks: Vec<Block>, texts: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Paragraph(text) | Block::Heading { text, .. } => texts.push(text),
            Block::Code { lines, .. } => texts.push(code_span(&lines.join(" "))),
            Block::List(list) => list.items.into_iter().for_each(|item| collect_texts(item, texts)),
            Block::Quote(blocks) => collect_texts(blocks, texts),
            Block::Table { .. } | Block::Rule => {}
        }
    }
}

enum Token<'a> {
    Text(&'a str),
    Tag(Tag<'a>),
    /// What stands between the tags of preformatted text.
    Pre(&'a str),
}

const PRE_END: &str = "</pre>";

/// Splits a text at its tags; there are none in code spans.
fn tokens(text: &str) -> Vec<Token<'_>> {
    let spans = CodeSpans::of(text);
    // An opening mark without a closing one is looked for only once.
    let last_comment = LazyCell::new(|| text.rfind("-->"));
    let last_pre = LazyCell::new(|| text.to_ascii_lowercase().rfind(PRE_END));
    let (mut tokens, mut start, mut at) = (Vec::new(), 0, 0);
    while let Some(found) = text.as_bytes()[at..].iter().position(|byte| matches!(byte, b'<' | b'`' | b'\\')) {
        at += found;
        let rest = &text[at..];
        let (token, length) = match rest.as_bytes()[0] {
            b'`' => (None, spans.at(at).map_or(run_end(text, at), |(_, end)| end) - at),
            b'\\' => (None, 1 + rest[1..].chars().next().map_or(0, char::len_utf8)),
            _ if rest.starts_with("<!--") && last_comment.is_some_and(|last| last > at) => {
                (Some(Token::Text("")), past(rest, "-->"))
            }
            _ => match Tag::parse(rest) {
                Some(tag)
                    if tag.kind == Kind::Preformatted
                        && !tag.closing
                        && last_pre.is_some_and(|last| last >= at + tag.raw.len()) =>
                {
                    let inside = &rest[tag.raw.len()..];
                    let length = past(inside, PRE_END);
                    (Some(Token::Pre(&inside[..length - PRE_END.len()])), tag.raw.len() + length)
                }
                Some(tag) => (Some(Token::Tag(tag)), tag.raw.len()),
                None => (None, 1),
            },
        };
        if let Some(token) = token {
            tokens.push(Token::Text(&text[start..at]));
            tokens.push(token);
            start = at + length;
        }
        at += length;
    }
    tokens.push(Token::Text(&text[start..]));
    tokens
}

/// Returns the position after the next place of a mark in small letters.
fn past(text: &str, mark: &str) -> usize {
    let found = text.as_bytes().windows(mark.len()).position(|window| window.eq_ignore_ascii_case(mark.as_bytes()));
    found.map_or(text.len(), |at| at + mark.len())
}

/// Finds the other tag of each that stands in a line. A block ends what is open.
fn partners(tokens: &[Token<'_>]) -> Vec<Option<usize>> {
    let mut partners = vec![None; tokens.len()];
    let mut open: Vec<(&str, usize)> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Text(_) => {}
            Token::Tag(tag) if tag.kind.is_inline() => {
                if !tag.closing {
                    open.push((tag.name, at));
                } else if let Some(found) = open.iter().rev().take(16).position(|(name, _)| name.eq_ignore_ascii_case(tag.name)) {
                    let (_, start) = open[open.len() - 1 - found];
                    open.truncate(open.len() - 1 - found);
                    (partners[start], partners[at]) = (Some(at), Some(start));
                }
            }
            Token::Tag(tag) if tag.kind == Kind::Break => {}
            Token::Tag(_) | Token::Pre(_) => open.clear(),
        }
    }
    partners
}

/// Puts blocks together from tags and text.
#[derive(Default)]
struct Builder {
    blocks: Vec<Block>,
    /// The lists that are open, the innermost last.
    lists: Vec<List>,
    text: String,
    /// Marks of emphasis that wait for the text that they stand before.
    pending: String,
    heading: Option<usize>,
    /// The position of the closing tag of the link that is open, and where it leads.
    link: Option<(usize, String)>,
}

impl Builder {
    /// Takes the token at a position and returns the position of the next.
    fn token(&mut self, tokens: &[Token<'_>], partners: &[Option<usize>], at: usize) -> usize {
        match &tokens[at] {
            Token::Text(text) => self.text(text),
            Token::Pre(text) => self.preformatted(text),
            Token::Tag(tag) if tag.kind.is_inline() => match partners[at] {
                None => self.text(tag.raw),
                Some(end) if tag.kind == Kind::Code && !tag.closing => {
                    self.code(&tokens[at..end], &partners[at..end]);
                    return end + 1;
                }
                Some(partner) => self.inline(tag, at, partner),
            },
            Token::Tag(tag) => self.block(tag),
        }
        at + 1
    }

    fn text(&mut self, text: &str) {
        let start = text.trim_start();
        if self.text.is_empty() && start.is_empty() {
            return;
        }
        if self.pending.is_empty() || start.is_empty() {
            return self.push_text(text);
        }
        self.text.push_str(&text[..text.len() - start.len()]);
        let pending = std::mem::take(&mut self.pending);
        self.text.push_str(&pending);
        self.push_text(start);
    }

    fn push_text(&mut self, text: &str) {
        match self.link {
            // A bracket would end the text of the link.
            Some(_) => self.text.push_str(&text.replace('[', "\\[").replace(']', "\\]")),
            None => self.text.push_str(text),
        }
    }

    /// Adds Markdown.
    fn markup(&mut self, markup: &str) {
        let pending = std::mem::take(&mut self.pending);
        self.text.push_str(&pending);
        self.text.push_str(markup);
    }

    fn code(&mut self, tokens: &[Token<'_>], partners: &[Option<usize>]) {
        let texts = tokens.iter().zip(partners).map(|(token, partner)| match token {
            Token::Text(text) => *text,
            Token::Tag(tag) if tag.kind == Kind::Break => " ",
            Token::Tag(tag) if partner.is_none() => tag.raw,
            Token::Tag(_) | Token::Pre(_) => "",
        });
        let span = code_span(&texts.collect::<String>());
        // A mark right behind another one would be one with it.
        if self.text.ends_with(['`', '\\']) && self.pending.is_empty() {
            self.text.push(' ');
        }
        self.markup(&span);
    }

    fn inline(&mut self, tag: &Tag<'_>, at: usize, partner: usize) {
        match tag.kind {
            Kind::Emphasis(mark) if tag.closing => self.close_emphasis(mark),
            Kind::Emphasis(mark) => self.pending.push_str(mark),
            Kind::Link if tag.closing => self.close_link(at),
            Kind::Link if self.link.is_none() => {
                if let Some(destination) = tag.attribute("href") {
                    self.markup("[");
                    self.link = Some((partner, link::encoded(&decoded(destination)).into_owned()));
                }
            }
            _ => {}
        }
    }

    fn close_link(&mut self, at: usize) {
        if let Some((_, destination)) = self.link.take_if(|(end, _)| *end == at) {
            self.pending.clear();
            self.text.push_str(&format!("]({destination})"));
        }
    }

    fn close_emphasis(&mut self, mark: &str) {
        if let Some(start) = self.pending.strip_suffix(mark) {
            self.pending.truncate(start.len());
            return;
        }
        let spaces = self.text.split_off(self.text.trim_end().len());
        self.text.push_str(mark);
        self.text.push_str(&spaces);
    }

    fn block(&mut self, tag: &Tag<'_>) {
        match tag.kind {
            Kind::Break => return self.line_break(),
            Kind::Row if !tag.closing => return self.line_break(),
            Kind::Cell if !tag.closing => return self.cell(),
            Kind::Row | Kind::Cell => return,
            _ => self.flush(),
        }
        match tag.kind {
            Kind::Rule => self.append(Block::Rule),
            Kind::List(kind) if !tag.closing => self.open_list(kind),
            Kind::List(_) => self.close_list(),
            Kind::Item if !tag.closing => self.item(),
            Kind::Heading(level) if !tag.closing => self.heading = Some(level),
            _ => {}
        }
    }

    /// Two line breaks in a row part paragraphs.
    fn line_break(&mut self) {
        match self.text.trim_end().ends_with('\\') || self.text.trim().is_empty() {
            true => self.flush(),
            false => self.text.push_str("\\\n"),
        }
    }

    fn cell(&mut self) {
        let text = self.text.trim_end();
        if !text.is_empty() && !text.ends_with('\\') {
            self.text.push_str(" | ");
        }
    }

    fn open_list(&mut self, kind: ListKind) {
        if self.lists.len() < MAX_DEPTH {
            self.lists.push(List { kind, start: 1, loose: false, items: Vec::new() });
        }
    }

    fn close_list(&mut self) {
        if let Some(mut list) = self.lists.pop() {
            let paragraphs = |item: &Vec<Block>| item.iter().filter(|block| matches!(block, Block::Paragraph(_))).count();
            list.loose = list.items.iter().any(|item| paragraphs(item) > 1);
            self.append(Block::List(list));
        }
    }

    fn item(&mut self) {
        if self.lists.is_empty() {
            self.open_list(ListKind::Bullet('-'));
        }
        if let Some(list) = self.lists.last_mut() {
            list.items.push(Vec::new());
        }
    }

    fn preformatted(&mut self, text: &str) {
        self.flush();
        let plain: String =
            tokens(text).iter().filter_map(|token| if let Token::Text(text) = token { Some(*text) } else { None }).collect();
        let lines = decoded(&plain).lines().map(str::to_owned).collect();
        self.append(Block::Code { language: String::new(), lines });
    }

    /// Ends the paragraph or heading.
    fn flush(&mut self) {
        self.pending.clear();
        let text = std::mem::take(&mut self.text);
        let text = text.strip_suffix("\\\n").unwrap_or(&text).trim().to_owned();
        let heading = self.heading.take();
        if !text.is_empty() {
            self.append(match heading {
                Some(level) => Block::Heading { level, text },
                None => Block::Paragraph(text),
            });
        }
    }

    fn append(&mut self, block: Block) {
        match self.lists.last_mut() {
            Some(list) => match list.items.last_mut() {
                Some(item) => block::add(item, block),
                None => list.items.push(vec![block]),
            },
            None => block::add(&mut self.blocks, block),
        }
    }

    fn finish(mut self) -> Vec<Block> {
        self.flush();
        while !self.lists.is_empty() {
            self.close_list();
        }
        self.blocks
    }
}

/// Returns the code span of a text that has HTML's escapes; nothing for a blank one.
fn code_span(text: &str) -> String {
    let text = decoded(text);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        return text;
    }
    let run = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let ticks = "`".repeat(run + 1);
    let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{ticks}{space}{text}{space}{ticks}")
}

/// Replaces the escapes that HTML needs; in code, Markdown has none.
fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let named = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "), ("&amp;", "&")];
    named.iter().fold(text.to_owned(), |text, (name, character)| text.replace(name, character)).into()
}
