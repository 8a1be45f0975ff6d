//! Diagnostics -> text for people: the finding, its place in the file, the line with a mark under it, and what would help.
//!
//! The places of all findings are looked up together, so that each file is scanned once.

use foldhash::HashMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::source::{DocumentId, Found, Origin, Place, Sources};

/// How much of a source line is shown, in code points.
const WIDTH: usize = 100;

/// The longest line of which a part is shown, in bytes. A text that is one huge line is not for reading.
const MAX_LINE: usize = 100_000;

/// Whether colours are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Color {
    /// Plain text.
    Never,
    /// ANSI escape codes, for a terminal.
    Always,
}

/// Returns one finding as a block of lines: message, place, source line with a mark, help. It ends with a line break.
///
/// For many findings use [`Report`], which scans each file once for all of them.
pub fn render(diagnostic: &Diagnostic, sources: &Sources, color: Color) -> String {
    Report::new([diagnostic], sources).blocks(color).collect()
}

/// Returns one finding as one line, as build scripts print it: `spec/petstore.yaml:9:23: error[dangling-ref]: message; help: …`.
pub fn render_line(diagnostic: &Diagnostic, sources: &Sources) -> String {
    Report::new([diagnostic], sources).lines().map(|(_, line)| line).collect()
}

/// Findings with their places looked up.
pub struct Report<'a> {
    texts: Texts<'a>,
    messages: Vec<Message<'a>>,
}

/// The texts that findings are about, in lines.
pub struct Texts<'a> {
    sources: &'a Sources,
    lines: HashMap<DocumentId, Vec<&'a str>>,
}

/// A finding as it is shown, whoever found it.
pub struct Message<'a> {
    /// How much it matters.
    pub severity: Severity,
    /// The stable id of its sort.
    pub id: &'a str,
    /// The finding in one sentence, without a full stop.
    pub text: &'a str,
    /// Where it is.
    pub spot: Spot<'a>,
    /// Other places that belong to it, and what they are.
    pub related: Vec<(&'a str, Spot<'a>)>,
    /// What else there is to say, each with what it is, such as `help`.
    pub notes: Vec<(&'a str, &'a str)>,
}

/// A node, and where it stands in its text.
#[derive(Clone, Copy)]
pub struct Spot<'a> {
    /// The node.
    pub origin: &'a Origin,
    /// Its place, if its text has one.
    pub place: Option<Place>,
}

impl<'a> Report<'a> {
    /// Looks up the places of findings, and puts them in the order of the text.
    pub fn new(diagnostics: impl IntoIterator<Item = &'a Diagnostic>, sources: &'a Sources) -> Self {
        let diagnostics: Vec<&Diagnostic> = diagnostics.into_iter().collect();
        let origins: Vec<&Origin> = diagnostics.iter().map(|it| &it.origin).collect();
        let related: Vec<&Origin> = diagnostics.iter().filter_map(|it| it.related.as_ref()).map(|(_, origin)| origin).collect();
        let found = sources.find(&[&origins[..], &related].concat());
        let (found, found_related) = found.split_at(origins.len());
        let mut found_related = found_related.iter();
        let messages = diagnostics.iter().zip(found).map(|(diagnostic, found)| {
            let Diagnostic { code, severity, message, origin, help, meant: _, related, place } = diagnostic;
            let place = place.or(found.and_then(|found| own_place(*code, &found)));
            let related = related.as_ref().map(|(label, origin)| {
                let found = found_related.next().copied().flatten();
                (label.as_str(), Spot { origin, place: found.and_then(|found| related_place(*code, &found)) })
            });
            Message {
                severity: *severity,
                id: code.id(),
                text: message,
                spot: Spot { origin, place },
                related: related.into_iter().collect(),
                notes: help.iter().map(|help| ("help", help.as_str())).collect(),
            }
        });
        let mut messages: Vec<_> = messages.collect();
        // People go through a file from its top.
        messages.sort_by_key(|message| message.spot.order());
        let documents = origins.iter().chain(&related).map(|origin| origin.document);
        Self { texts: Texts::new(sources, documents), messages }
    }

    /// Looks up the places of all findings of a run.
    pub fn of(diagnostics: &'a Diagnostics, sources: &'a Sources) -> Self {
        Self::new(diagnostics.iter(), sources)
    }

    /// Returns each finding as a block of lines; see [`render`].
    pub fn blocks(&self, color: Color) -> impl Iterator<Item = String> {
        self.messages.iter().map(move |message| message.block(&self.texts, color))
    }

    /// Returns each finding as one line without its end, with how much it matters; see [`render_line`].
    pub fn lines(&self) -> impl Iterator<Item = (Severity, String)> {
        self.messages.iter().map(|message| (message.severity, message.line(&self.texts)))
    }
}

impl Spot<'_> {
    /// Returns what puts places in the order of their texts.
    pub fn order(&self) -> (DocumentId, Option<(usize, usize)>) {
        (self.origin.document, self.place.map(|place| (place.line, place.column)))
    }
}

impl Message<'_> {
    /// Shows it as a block of lines: message, place, source line with a mark, related places, notes. It ends with a line break.
    pub fn block(&self, texts: &Texts<'_>, color: Color) -> String {
        let style = &Style::of(self.severity, color);
        let Style { severity, bold, rule, reset } = style;
        let title = format!("{}[{}]", self.severity.name(), self.id);
        let mut text = format!("{severity}{title}{reset}{bold}: {}{reset}\n", visible(self.text));
        text += &excerpt(self.spot, texts, style);
        for (label, spot) in &self.related {
            text += &format!("  {rule}={reset} {bold}note{reset}: {}\n", visible(label));
            text += &excerpt(*spot, texts, style);
        }
        for (label, note) in &self.notes {
            text += &format!("  {rule}={reset} {bold}{label}{reset}: {}\n", visible(note));
        }
        text
    }

    /// Shows it as one line, without its end.
    pub fn line(&self, texts: &Texts<'_>) -> String {
        let mut text = position(self.spot, texts);
        text += &format!(": {}[{}]: {}", self.severity.name(), self.id, visible(self.text));
        for (label, spot) in &self.related {
            text += &format!("; {}: {}", visible(label), position(*spot, texts));
        }
        for (label, note) in &self.notes {
            text += &format!("; {label}: {}", visible(note));
        }
        text
    }
}

impl<'a> Texts<'a> {
    /// Takes the texts of these documents.
    pub fn new(sources: &'a Sources, documents: impl Iterator<Item = DocumentId>) -> Self {
        let mut lines = HashMap::default();
        for document in documents {
            lines.entry(document).or_insert_with(|| sources.get(document).text.lines().collect());
        }
        Self { sources, lines }
    }

    /// Returns the source line of a place, without its end.
    pub fn line(&self, origin: &Origin, place: Place) -> Option<&'a str> {
        self.lines.get(&origin.document)?.get(place.line - 1).copied()
    }
}

/// Chooses the place of a finding.
fn own_place(code: Code, found: &Found) -> Option<Place> {
    let key = if code.is_about_key() { found.last.key } else { None };
    key.or_else(|| Some(found.last.place()))
}

/// Chooses the second place of a finding. One pointer names both of two equal keys.
fn related_place(code: Code, found: &Found) -> Option<Place> {
    match code {
        Code::DuplicateKey => found.first.key,
        _ => Some(found.last.place()),
    }
}

/// The escape codes of a block.
struct Style {
    severity: &'static str,
    bold: &'static str,
    rule: &'static str,
    reset: &'static str,
}

impl Style {
    fn of(severity: Severity, color: Color) -> Self {
        let severity = match severity {
            Severity::Note => "\u{1b}[1;32m",
            Severity::Warning => "\u{1b}[1;33m",
            Severity::Error => "\u{1b}[1;31m",
        };
        match color {
            Color::Never => Self { severity: "", bold: "", rule: "", reset: "" },
            Color::Always => Self { severity, bold: "\u{1b}[1m", rule: "\u{1b}[1;34m", reset: "\u{1b}[0m" },
        }
    }
}

/// Shows a place: its file, line and column, and the source line with a mark under what is meant.
fn excerpt(spot: Spot<'_>, texts: &Texts<'_>, style: &Style) -> String {
    let Style { severity, rule, reset, .. } = style;
    let mut text = format!(" {rule}-->{reset} {}\n", position(spot, texts));
    let Some(place) = spot.place else { return text };
    if let Some(line) = texts.line(spot.origin, place).filter(|line| !line.trim().is_empty() && line.len() <= MAX_LINE) {
        let Cut { shown, before, marked } = cut(line, place);
        text += &format!("  {rule}|{reset}  {shown}\n");
        text += &format!("  {rule}|{reset}  {}{severity}{}{reset}\n", " ".repeat(before), "^".repeat(marked));
    }
    text
}

/// The part of a source line that is shown.
struct Cut {
    shown: String,
    /// How many columns stand before the mark.
    before: usize,
    /// How many columns are marked.
    marked: usize,
}

fn cut(line: &str, place: Place) -> Cut {
    let characters: Vec<char> = line.chars().collect();
    let start = (place.column - 1).min(characters.len());
    let end = if place.end_line == place.line { place.end_column - 1 } else { characters.len() };
    let end = end.clamp(start, characters.len());
    // The YAML scanner counts the space after a quoted scalar in.
    let end = end - characters[start..end].iter().rev().take_while(|it| it.is_whitespace()).count();
    // Indentation says nothing, and in a long line only the surroundings of the place do.
    let indent = characters.iter().take_while(|it| it.is_whitespace()).count().min(start);
    let from = if start - indent > WIDTH * 2 / 3 { start - WIDTH / 3 } else { indent };
    let to = characters.len().min(from + WIDTH);
    let piece = |from: usize, to: usize| visible(&characters[from..to].iter().collect::<String>());
    let head = if from > indent { "…" } else { "" };
    let tail = if to < characters.len() { "…" } else { "" };
    Cut {
        shown: format!("{head}{}{tail}", piece(from, to)),
        before: head.chars().count() + piece(from, start).chars().count(),
        marked: piece(start, end.min(to)).chars().count().max(1),
    }
}

fn position(spot: Spot<'_>, texts: &Texts<'_>) -> String {
    let name = &texts.sources.get(spot.origin.document).name;
    match spot.place {
        Some(place) => format!("{name}:{}:{}", place.line, place.column),
        None => name.clone(),
    }
}

/// Makes text safe to print: a line break in it can't end the line, and an escape code can't reach the terminal.
pub fn visible(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\t' => safe.push(' '),
            _ if is_unsafe(character) => safe.extend(character.escape_default()),
            _ => safe.push(character),
        }
    }
    safe
}

/// Tells whether a character does something else than to show itself. Those that turn the direction of text could show a line as
/// another than it is.
fn is_unsafe(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}
