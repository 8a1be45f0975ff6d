//! The syntax of single lines: what opens, closes or interrupts a block of CommonMark.
//!
//! Every function looks at one line, without tabs and without its line end, and knows nothing of the lines around it.

use super::link;

/// Returns the number of spaces before the text of a line.
pub(super) fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

pub(super) fn is_blank(line: &str) -> bool {
    line.trim().is_empty()
}

/// Returns the line without the spaces of an indented block, as far as it has them.
pub(super) fn dedent(line: &str, spaces: usize) -> &str {
    &line[indent(line).min(spaces)..]
}

/// The line that opens a fenced code block, <https://spec.commonmark.org/0.31.2/#fenced-code-blocks>.
#[derive(Clone, Copy)]
pub(super) struct Fence<'a> {
    marker: char,
    length: usize,
    pub(super) indent: usize,
    pub(super) info: &'a str,
}

impl<'a> Fence<'a> {
    pub(super) fn open(line: &'a str) -> Option<Fence<'a>> {
        let text = line.trim();
        let marker = text.chars().next().filter(|c| matches!(c, '`' | '~'))?;
        let info = text.trim_start_matches(marker);
        let length = text.len() - info.len();
        let opens = length >= 3 && !(marker == '`' && info.contains('`'));
        opens.then(|| Fence { marker, length, indent: indent(line), info: info.trim() })
    }

    pub(super) fn is_closed_by(&self, line: &str) -> bool {
        let text = line.trim();
        text.len() >= self.length && text.chars().all(|c| c == self.marker)
    }
}

/// Returns the level and the text of a heading that starts with `#`.
pub(super) fn heading(line: &str) -> Option<(usize, &str)> {
    let text = line.trim();
    let rest = text.trim_start_matches('#');
    let level = text.len() - rest.len();
    if !(1..=6).contains(&level) || !(rest.is_empty() || rest.starts_with(' ')) {
        return None;
    }
    let rest = rest.trim();
    let open = rest.trim_end_matches('#');
    let closed = open.is_empty() || open.ends_with(' ');
    Some((level, if closed { open.trim_end() } else { rest }))
}

/// Returns the level that a line of `=` or `-` gives to the paragraph above it.
pub(super) fn setext(line: &str) -> Option<usize> {
    let text = line.trim();
    let only = |c| text.chars().all(|other| other == c);
    match text.is_empty() {
        true => None,
        false if only('=') => Some(1),
        false if only('-') => Some(2),
        false => None,
    }
}

/// Tells a thematic break, three or more of `*`, `-` or `_`.
pub(super) fn is_rule(line: &str) -> bool {
    let mut marks = line.chars().filter(|c| *c != ' ');
    let Some(first) = marks.next().filter(|c| matches!(c, '*' | '-' | '_')) else { return false };
    let mut count = 1;
    marks.all(|c| {
        count += 1;
        c == first
    }) && count >= 3
}

/// Returns the text of a line of a block quote.
pub(super) fn quoted(line: &str) -> Option<&str> {
    let text = line.trim_start().strip_prefix('>')?;
    Some(text.strip_prefix(' ').unwrap_or(text))
}

/// How the items of a list are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ListKind {
    Bullet(char),
    /// Numbers that are followed by this character.
    Ordered(char),
}

/// The mark before an item of a list, <https://spec.commonmark.org/0.31.2/#list-items>.
#[derive(Clone, Copy)]
pub(super) struct Marker {
    pub(super) kind: ListKind,
    pub(super) number: u32,
    /// The column of the item's text, which its other lines are indented to.
    pub(super) content: usize,
    has_text: bool,
}

impl Marker {
    pub(super) fn of(line: &str) -> Option<Marker> {
        let text = line.trim_start();
        let (kind, number, length) = Self::bullet(text).or_else(|| Self::number(text))?;
        let rest = &text[length..];
        if !(rest.is_empty() || rest.starts_with(' ')) {
            return None;
        }
        let has_text = !is_blank(rest);
        // Five spaces or more: one belongs to the mark, and the others indent a block of code.
        let spaces = if has_text && indent(rest) < 5 { indent(rest) } else { 1 };
        Some(Marker { kind, number, content: indent(line) + length + spaces, has_text })
    }

    /// A dot as it is used in plain text counts as a bullet as well.
    fn bullet(text: &str) -> Option<(ListKind, u32, usize)> {
        let mark = text.chars().next().filter(|c| matches!(c, '-' | '*' | '+' | '•'))?;
        let kind = ListKind::Bullet(if mark == '•' { '-' } else { mark });
        Some((kind, 1, mark.len_utf8()))
    }

    fn number(text: &str) -> Option<(ListKind, u32, usize)> {
        let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = text.len() - rest.len();
        let delimiter = rest.chars().next().filter(|c| matches!(c, '.' | ')'))?;
        let number = text[..digits].parse().ok().filter(|_| digits <= 9)?;
        Some((ListKind::Ordered(delimiter), number, digits + 1))
    }

    /// An empty item or one with a number other than 1 is text where it follows a line of a paragraph.
    pub(super) fn interrupts(&self) -> bool {
        self.has_text && self.number == 1
    }
}

/// Returns the cells of a row of a table, <https://github.github.com/gfm/#tables-extension->.
pub(super) fn cells(line: &str) -> Vec<&str> {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let mut cells = Vec::new();
    let (mut start, mut escaped) = (0, false);
    for (at, byte) in line.bytes().enumerate() {
        if byte == b'|' && !escaped {
            cells.push(line[start..at].trim());
            start = at + 1;
        }
        escaped = byte == b'\\' && !escaped;
    }
    if start < line.len() || cells.is_empty() {
        cells.push(line[start..].trim());
    }
    cells
}

/// Returns the cells of the row that makes a table of the row above it.
pub(super) fn delimiters(line: &str) -> Option<Vec<&str>> {
    if !line.contains('|') || line.contains(|c| !matches!(c, '|' | ':' | '-' | ' ')) {
        return None;
    }
    let cells = cells(line);
    let is_delimiter = |cell: &&str| {
        let dashes = cell.strip_prefix(':').unwrap_or(cell);
        let dashes = dashes.strip_suffix(':').unwrap_or(dashes);
        !dashes.is_empty() && dashes.bytes().all(|byte| byte == b'-')
    };
    cells.iter().all(is_delimiter).then_some(cells)
}

/// Returns the label and the destination of a link reference definition. One whose destination is no URL is text.
pub(super) fn definition(line: &str) -> Option<(String, String)> {
    let (label, rest) = line.trim().strip_prefix('[')?.split_once("]:")?;
    let rest = rest.trim_start();
    let (destination, title) = rest.split_once(' ').unwrap_or((rest, ""));
    let destination = destination.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).unwrap_or(destination);
    let title = title.trim();
    let titled = title.is_empty() || title.starts_with(['"', '\'', '(']);
    let labelled = !is_blank(label) && !label.starts_with('^') && !label.contains(['[', ']']);
    (titled && labelled && link::is_absolute(destination)).then(|| (link::label(label), destination.to_owned()))
}

/// Tells a line with the start of preformatted HTML, which goes on over blank lines, and not its end.
pub(super) fn opens_pre(line: &str) -> bool {
    if !line.contains('<') {
        return false;
    }
    let line = line.to_ascii_lowercase();
    let after = line.rfind("</pre>").unwrap_or_default();
    let Some(start) = line[after..].find("<pre").map(|at| at + after) else { return false };
    line[start + 4..].starts_with(['>', ' ']) && !line[..start].ends_with('`')
}
