//! Blocks -> lines of at most a given width.
//!
//! Every block is written in one way: bullets and numbers with their text right behind, the lines below indented to it,
//! code between backticks. What would start a block where a line of text starts is kept off there or escaped.

use std::borrow::Cow;

use super::block::{Block, Document, List};
use super::inline::words;
use super::line::ListKind;
use super::words::Words;

/// Text in a deep list is no narrower than this.
const NARROWEST: usize = 20;

/// Writes a document.
pub(super) fn lines(document: &Document, width: usize) -> Vec<String> {
    let writer = Writer { document };
    let mut lines = writer.blocks(&document.blocks, width);
    // A line across the page parts two things.
    while lines.first().is_some_and(|line| line == RULE || line.is_empty()) {
        lines.remove(0);
    }
    while lines.last().is_some_and(|line| line == RULE || line.is_empty()) {
        lines.pop();
    }
    lines
}

/// Writes a block of code, with backticks enough to hold its own.
pub(super) fn code<'a>(language: &str, lines: impl Iterator<Item = &'a str>) -> Vec<String> {
    let lines = squeezed(lines.map(|line| line.trim_end().to_owned()));
    if lines.is_empty() {
        return lines;
    }
    let fence = "`".repeat(lines.iter().map(|line| longest_run(line) + 1).max().unwrap_or_default().max(3));
    let mut code = vec![format!("{fence}{language}")];
    code.extend(lines);
    code.push(fence);
    code
}

fn longest_run(line: &str) -> usize {
    line.split(|c| c != '`').map(str::len).max().unwrap_or_default()
}

/// Leaves one of many blank lines in a row, and none at the ends.
fn squeezed(lines: impl Iterator<Item = String>) -> Vec<String> {
    let mut squeezed: Vec<String> = Vec::new();
    for line in lines {
        if !line.is_empty() || squeezed.last().is_some_and(|last| !last.is_empty()) {
            squeezed.push(line);
        }
    }
    squeezed.pop_if(|line| line.is_empty());
    squeezed
}

const RULE: &str = "---";

/// The language of a block that rustdoc must not take for Rust.
const PLAIN: &str = "text";

/// Returns the language of a block of code, unless rustdoc would read it as Rust or as an attribute of Rust code,
/// <https://doc.rust-lang.org/rustdoc/write-documentation/documentation-tests.html#attributes>.
fn language(info: &str) -> String {
    let name = info.split([' ', ',', '{']).next().unwrap_or_default().to_ascii_lowercase();
    let is_word = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.len() < 24
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'#' | b'-' | b'_' | b'.'));
    let is_code = name.starts_with('e') && name[1..].bytes().all(|byte| byte.is_ascii_digit());
    let of_rust = [
        "rust",
        "rs",
        "should",
        "no_run",
        "no-run",
        "norun",
        "ignore",
        "compile",
        "test",
        "edition",
        "standalone",
        "custom",
        "allow",
    ];
    match is_word && !is_code && !of_rust.iter().any(|prefix| name.starts_with(prefix)) {
        true => name,
        false => PLAIN.to_owned(),
    }
}

struct Writer<'a> {
    document: &'a Document,
}

impl Writer<'_> {
    fn blocks(&self, blocks: &[Block], width: usize) -> Vec<String> {
        let mut lines = Vec::new();
        for block in blocks {
            append(&mut lines, self.block(block, width), true);
        }
        lines
    }

    fn block(&self, block: &Block, width: usize) -> Vec<String> {
        match block {
            Block::Heading { level, text } => self.heading(*level, text),
            Block::Paragraph(text) => fill(&self.words(text), width),
            Block::Code { language: info, lines } => code(&language(info), lines.iter().map(String::as_str)),
            Block::List(list) => self.list(list, width),
            Block::Quote(blocks) => self.quote(blocks, width),
            Block::Table { head, delimiters, rows } => self.table(head, delimiters, rows),
            Block::Rule => vec![RULE.to_owned()],
        }
    }

    fn words(&self, text: &str) -> Words {
        words(text, &self.document.definitions)
    }

    fn heading(&self, level: usize, text: &str) -> Vec<String> {
        let text = self.words(&super::html::flat(text)).joined();
        if text.is_empty() { Vec::new() } else { vec![format!("{} {text}", "#".repeat(level))] }
    }

    fn list(&self, list: &List, width: usize) -> Vec<String> {
        let mut lines = Vec::new();
        let mut number = list.start.min(900_000_000);
        for item in &list.items {
            let mark = match list.kind {
                ListKind::Bullet(mark) => format!("{mark} "),
                ListKind::Ordered(delimiter) => format!("{number}{delimiter} "),
            };
            let item = self.item(item, list.loose, narrowed(width, mark.len()));
            if !item.is_empty() {
                append(&mut lines, prefixed(item, &mark, &" ".repeat(mark.len())), list.loose);
                number += 1;
            }
        }
        lines
    }

    fn item(&self, blocks: &[Block], loose: bool, width: usize) -> Vec<String> {
        let mut lines = Vec::new();
        for block in blocks.iter().filter(|block| **block != Block::Rule) {
            let interrupts = match block {
                Block::Code { .. } => true,
                Block::List(list) => list.start == 1,
                _ => false,
            };
            append(&mut lines, self.block(block, width), loose || !interrupts);
        }
        lines
    }

    fn quote(&self, blocks: &[Block], width: usize) -> Vec<String> {
        let blocks: Vec<_> = self.blocks(blocks, narrowed(width, 2));
        prefixed(blocks, "> ", "> ").into_iter().map(|line| if line.is_empty() { ">".to_owned() } else { line }).collect()
    }

    fn table(&self, head: &[String], delimiters: &[String], rows: &[Vec<String>]) -> Vec<String> {
        let cell = |cell: &String| self.words(&super::html::flat(cell)).joined();
        let row = |cells: &[String]| format!("| {} |", cells.iter().map(cell).collect::<Vec<_>>().join(" | "));
        let delimiters = format!("| {} |", delimiters.join(" | "));
        [row(head), delimiters].into_iter().chain(rows.iter().map(|cells| row(cells))).collect()
    }
}

fn narrowed(width: usize, indent: usize) -> usize {
    width.saturating_sub(indent).max(NARROWEST)
}

/// Adds the lines of a block, with or without a blank line before them.
fn append(lines: &mut Vec<String>, block: Vec<String>, apart: bool) {
    if lines.is_empty() {
        *lines = block;
        return;
    }
    if apart && !block.is_empty() {
        lines.push(String::new());
    }
    lines.extend(block);
}

/// Puts one text before the first line and another before those below it; blank lines stay so.
fn prefixed(lines: Vec<String>, first: &str, other: &str) -> Vec<String> {
    let prefix = |(index, line): (usize, String)| match (index, line.is_empty()) {
        (_, true) => line,
        (0, false) => format!("{first}{line}"),
        (_, false) => format!("{other}{line}"),
    };
    lines.into_iter().enumerate().map(prefix).collect()
}

/// Arranges words on lines.
fn fill(words: &Words, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut first = 0;
    let mut is_broken = true;
    while first < words.len() {
        // Only a word that no other stands before in the text needs to be escaped.
        let start = words.between(first, first + 1);
        let start = if is_broken { escaped_start(start) } else { Cow::Borrowed(start) };
        let next = line_end(words, first, width, words.columns(&start));
        let rest = words.between(first, next);
        let mut line = [&start, &rest[words.between(first, first + 1).len()..]].concat();
        is_broken = words.get(next) == Some("");
        if is_broken {
            line.push('\\');
        }
        lines.push(line);
        first = next + usize::from(is_broken);
    }
    lines
}

/// Returns the word after those that a line has room for, the first of which takes some columns; an empty word ends the line.
fn line_end(words: &Words, first: usize, width: usize, columns: usize) -> usize {
    let columns_to = |from, next| words.columns(words.between(from, next));
    let mut next = unit_end(words, first);
    // Counted once a unit, so that a long line takes no longer than many short ones.
    let mut columns = columns + columns_to(first, next) - columns_to(first, first + 1);
    while words.get(next).is_some_and(|word| !word.is_empty()) {
        let end = unit_end(words, next);
        columns += 1 + columns_to(next, end);
        if columns > width {
            break;
        }
        next = end;
    }
    next
}

/// Returns the word after one and those that must not start a line.
fn unit_end(words: &Words, first: usize) -> usize {
    let mut next = first + 1;
    while words.get(next).is_some_and(|word| !word.is_empty() && starts_block(word)) {
        next += 1;
    }
    next
}

/// Tells a word that a block, or the line below a heading or the head of a table, could start with.
fn starts_block(word: &str) -> bool {
    let is_mark = |c| matches!(c, '-' | '=' | '*' | '_' | '|' | ':' | '+' | '~' | '#' | '>' | '•');
    let is_number = || {
        let digits = word.strip_suffix(['.', ')']);
        digits.is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
    };
    match word.chars().next() {
        Some('>') => true,
        Some('0'..='9') => is_number(),
        _ => word.starts_with("~~~") || word.chars().all(is_mark),
    }
}

/// Returns a word that starts a line whatever it is.
pub(super) fn escaped_start(word: &str) -> Cow<'_, str> {
    match word.chars().next() {
        Some(first) if !starts_block(word) || first == '•' => Cow::Borrowed(word),
        Some(first) if first.is_ascii_digit() => format!("{}\\{}", &word[..word.len() - 1], &word[word.len() - 1..]).into(),
        _ => format!("\\{word}").into(),
    }
}
