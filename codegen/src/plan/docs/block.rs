//! Lines of CommonMark -> blocks: paragraphs, lists, code and the like, with their text still unread.
//!
//! A container's lines are gathered without its indentation and parsed again, to a fixed depth. It is as lenient as
//! CommonMark: an item's line need not be indented. It knows nothing of inline markup, nor of how blocks are written.

use foldhash::HashMap;

use super::html;
use super::line::{self, Fence, ListKind, Marker, indent, is_blank};

/// How deep containers nest; what is deeper is text.
pub(super) const MAX_DEPTH: usize = 6;

/// A heading made by underlining is no longer than this; more is a paragraph above a line.
const LONGEST_HEADING: usize = 100;

/// A parsed description.
pub(super) struct Document {
    pub(super) blocks: Vec<Block>,
    pub(super) definitions: Definitions,
}

/// The destinations of links by label, for look-up only.
pub(super) type Definitions = HashMap<String, String>;

#[derive(Debug, PartialEq)]
pub(super) enum Block {
    Heading { level: usize, text: String },
    Paragraph(String),
    Code { language: String, lines: Vec<String> },
    List(List),
    Quote(Vec<Block>),
    Table { head: Vec<String>, delimiters: Vec<String>, rows: Vec<Vec<String>> },
    Rule,
}

#[derive(Debug, PartialEq)]
pub(super) struct List {
    pub(super) kind: ListKind,
    /// The number of the first item.
    pub(super) start: u32,
    /// Whether blank lines stand between the items.
    pub(super) loose: bool,
    pub(super) items: Vec<Vec<Block>>,
}

impl Document {
    /// Parses a text without tabs and control characters.
    pub(super) fn parse(text: &str) -> Document {
        let mut definitions = Definitions::default();
        let blocks = Parser::new(text.lines().collect(), 0, &mut definitions).run();
        Document { blocks, definitions }
    }
}

/// Adds a block. Lists in a row that are marked alike are one, as they would be read.
pub(super) fn add(blocks: &mut Vec<Block>, block: Block) {
    match (blocks.last_mut(), block) {
        (Some(Block::List(last)), Block::List(list)) if last.kind == list.kind => {
            last.items.extend(list.items);
            last.loose = true;
        }
        (_, block) => blocks.push(block),
    }
}

struct Parser<'a, 'd> {
    lines: Vec<&'a str>,
    at: usize,
    depth: usize,
    definitions: &'d mut Definitions,
    blocks: Vec<Block>,
    /// Whether the rest of the lines is known to have no `</pre>`.
    pre_is_open: bool,
}

impl<'a, 'd> Parser<'a, 'd> {
    fn new(lines: Vec<&'a str>, depth: usize, definitions: &'d mut Definitions) -> Parser<'a, 'd> {
        Parser { lines, at: 0, depth, definitions, blocks: Vec::new(), pre_is_open: false }
    }

    fn run(mut self) -> Vec<Block> {
        while let Some(line) = self.lines.get(self.at).copied() {
            self.step(line);
        }
        self.blocks
    }

    fn push(&mut self, block: Block) {
        add(&mut self.blocks, block);
    }

    /// Parses the block that a line starts, and goes on to the line after it.
    fn step(&mut self, line: &'a str) {
        if is_blank(line) {
            self.at += 1;
        } else if indent(line) >= 4 {
            self.indented_code();
        } else if let Some(fence) = Fence::open(line) {
            self.fenced_code(fence);
        } else if let Some((level, text)) = line::heading(line) {
            self.at += 1;
            self.push(Block::Heading { level, text: text.to_owned() });
        } else if line::is_rule(line) {
            self.at += 1;
            self.push(Block::Rule);
        } else if self.nests() && line::quoted(line).is_some() {
            self.quote();
        } else if let Some(marker) = Marker::of(line).filter(|_| self.nests()) {
            self.list(marker);
        } else {
            self.leaf(line);
        }
    }

    fn leaf(&mut self, line: &'a str) {
        if let Some(delimiters) = self.table_at(self.at) {
            self.table(line, &delimiters);
        } else if let Some((label, destination)) = line::definition(line) {
            self.at += 1;
            self.definitions.entry(label).or_insert(destination);
        } else {
            self.paragraph();
        }
    }

    fn nests(&self) -> bool {
        self.depth < MAX_DEPTH
    }

    fn nested(&mut self, lines: Vec<&'a str>) -> Vec<Block> {
        Parser::new(lines, self.depth + 1, self.definitions).run()
    }

    /// Tells whether the line at a position ends the paragraph above it.
    fn interrupts(&self, at: usize) -> bool {
        let line = self.lines[at];
        if indent(line) >= 4 {
            return false;
        }
        let container = || line::quoted(line).is_some() || Marker::of(line).is_some_and(|marker| marker.interrupts());
        Fence::open(line).is_some()
            || line::heading(line).is_some()
            || line::is_rule(line)
            || (self.nests() && container())
            || self.table_at(at).is_some()
    }

    /// Tells whether a line goes on with the paragraph of a container without being marked as part of it.
    fn is_lazy(&self, at: usize, gathered: &[&str], fence: Option<Fence<'_>>) -> bool {
        let after_text = gathered.last().is_some_and(|last| !is_blank(last));
        after_text && fence.is_none() && !is_blank(self.lines[at]) && !self.interrupts(at)
    }

    fn indented_code(&mut self) {
        let start = self.at;
        let is_code = |line: &&str| is_blank(line) || indent(line) >= 4;
        self.at += self.lines[start..].iter().take_while(|line| is_code(line)).count();
        let lines = self.lines[start..self.at].iter().map(|line| line::dedent(line, 4).to_owned()).collect();
        self.push(Block::Code { language: String::new(), lines });
    }

    /// A fence that is never closed goes on to the end.
    fn fenced_code(&mut self, fence: Fence<'_>) {
        let start = self.at + 1;
        let length = self.lines[start..].iter().take_while(|line| !fence.is_closed_by(line)).count();
        let lines = self.lines[start..start + length].iter().map(|line| line::dedent(line, fence.indent).to_owned()).collect();
        self.at = start + length + 1;
        self.push(Block::Code { language: fence.info.to_owned(), lines });
    }

    fn quote(&mut self) {
        let (mut lines, mut fence) = (Vec::new(), None);
        while let Some(line) = self.lines.get(self.at).copied() {
            match line::quoted(line).filter(|_| indent(line) < 4) {
                Some(text) => {
                    fence = track(fence, text);
                    lines.push(text);
                }
                None if self.is_lazy(self.at, &lines, fence) => lines.push(line.trim_start()),
                None => break,
            }
            self.at += 1;
        }
        let blocks = self.nested(lines);
        self.push(Block::Quote(blocks));
    }

    fn list(&mut self, first: Marker) {
        let mut list = List { kind: first.kind, start: first.number, loose: false, items: Vec::new() };
        let mut next = Some(first);
        while let Some(marker) = next {
            let lines = self.item_lines(marker);
            let item = self.nested(lines);
            list.loose |= item.iter().filter(|block| matches!(block, Block::Paragraph(_))).count() > 1;
            list.items.push(item);
            next = self.sibling(&mut list);
        }
        self.push(Block::List(list));
    }

    /// Goes on to the next item of a list, if the next line that is not blank starts one.
    fn sibling(&mut self, list: &mut List) -> Option<Marker> {
        let at = self.text_from(self.at)?;
        let line = self.lines[at];
        let marker = Marker::of(line).filter(|marker| marker.kind == list.kind)?;
        if indent(line) >= 4 || line::is_rule(line) {
            return None;
        }
        list.loose |= at > self.at;
        self.at = at;
        Some(marker)
    }

    fn text_from(&self, at: usize) -> Option<usize> {
        (at..self.lines.len()).find(|at| !is_blank(self.lines[*at]))
    }

    /// Gathers the lines of an item, without their indentation.
    fn item_lines(&mut self, marker: Marker) -> Vec<&'a str> {
        let first = self.lines[self.at].get(marker.content..).unwrap_or_default();
        let (mut lines, mut fence) = (vec![first], Fence::open(first));
        self.at += 1;
        while let Some(line) = self.lines.get(self.at).copied() {
            if is_blank(line) {
                let starts_empty = lines.len() == 1 && is_blank(first);
                let next = self.text_from(self.at).filter(|at| !starts_empty && indent(self.lines[*at]) >= marker.content);
                let Some(next) = next else { break };
                lines.resize(lines.len() + next - self.at, "");
                self.at = next;
                continue;
            }
            if indent(line) >= marker.content {
                let text = &line[marker.content..];
                fence = track(fence, text);
                lines.push(text);
            } else if self.is_lazy(self.at, &lines, fence) && Marker::of(line).is_none() {
                lines.push(line.trim_start());
            } else {
                break;
            }
            self.at += 1;
        }
        lines
    }

    /// Returns the delimiters of the table whose head stands at a position.
    fn table_at(&self, at: usize) -> Option<Vec<&'a str>> {
        let delimiters = line::delimiters(self.lines.get(at + 1)?)?;
        (line::cells(self.lines[at]).len() == delimiters.len()).then_some(delimiters)
    }

    fn table(&mut self, head: &str, delimiters: &[&str]) {
        let owned = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect();
        let mut rows = Vec::new();
        self.at += 2;
        while let Some(line) = self.lines.get(self.at).copied().filter(|line| !is_blank(line)) {
            if self.interrupts(self.at) {
                break;
            }
            rows.push(owned(&line::cells(line)));
            self.at += 1;
        }
        self.push(Block::Table { head: owned(&line::cells(head)), delimiters: owned(delimiters), rows });
    }

    fn paragraph(&mut self) {
        let start = self.at;
        self.paragraph_line();
        while let Some(line) = self.lines.get(self.at).copied().filter(|line| !is_blank(line)) {
            let level = line::setext(line).filter(|_| indent(line) < 4);
            if let Some(level) = level {
                return self.underlined(start, level);
            }
            if self.interrupts(self.at) {
                break;
            }
            self.paragraph_line();
        }
        let text = self.lines[start..self.at].join("\n");
        html::blocks(text).into_iter().for_each(|block| self.push(block));
    }

    /// Goes on by a line, or by all that preformatted HTML takes.
    fn paragraph_line(&mut self) {
        let opens = !self.pre_is_open && line::opens_pre(self.lines[self.at]);
        self.at += 1;
        if opens {
            let closes = |line: &str| line.to_ascii_lowercase().contains("</pre>");
            let length = self.lines[self.at..].iter().position(|line| closes(line));
            self.pre_is_open = length.is_none();
            self.at += length.map_or(0, |length| length + 1);
        }
    }

    fn underlined(&mut self, start: usize, level: usize) {
        let text = self.lines[start..self.at].join("\n");
        let is_heading = self.at == start + 1 && text.len() <= LONGEST_HEADING;
        self.at += 1;
        if is_heading {
            self.push(Block::Heading { level, text });
            return;
        }
        html::blocks(text).into_iter().for_each(|block| self.push(block));
        self.push(Block::Rule);
    }
}

/// Returns the fence that is open after a line.
fn track<'a>(fence: Option<Fence<'a>>, line: &'a str) -> Option<Fence<'a>> {
    match fence {
        Some(fence) if fence.is_closed_by(line) => None,
        Some(fence) => Some(fence),
        None => Fence::open(line),
    }
}
