//! Diagnostics -> text for people: the finding, its place in the file, the line with a mark under it, and what would help.
//!
//! The places of all findings are looked up together, so that each file is scanned once.

use std::collections::HashMap;

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
    entries: Vec<Entry<'a>>,
}

/// The texts that findings are about, in lines.
struct Texts<'a> {
    sources: &'a Sources,
    lines: HashMap<DocumentId, Vec<&'a str>>,
}

struct Entry<'a> {
    diagnostic: &'a Diagnostic,
    place: Option<Place>,
    related: Option<Place>,
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
        let entries = diagnostics.iter().zip(found).map(|(diagnostic, found)| {
            let related = diagnostic.related.as_ref().and_then(|_| *found_related.next()?);
            let place = diagnostic.place.or(found.and_then(|found| own_place(diagnostic.code, &found)));
            Entry { diagnostic, place, related: related.and_then(|found| related_place(diagnostic.code, &found)) }
        });
        let mut entries: Vec<_> = entries.collect();
        // People go through a file from its top.
        entries.sort_by_key(|entry| (entry.diagnostic.origin.document, entry.place.map(|place| (place.line, place.column))));
        let documents = origins.iter().chain(&related).map(|origin| origin.document);
        Self { texts: Texts::new(sources, documents), entries }
    }

    /// Looks up the places of all findings of a run.
    pub fn of(diagnostics: &'a Diagnostics, sources: &'a Sources) -> Self {
        Self::new(diagnostics.iter(), sources)
    }

    /// Returns each finding as a block of lines; see [`render`].
    pub fn blocks(&self, color: Color) -> impl Iterator<Item = String> {
        self.entries.iter().map(move |entry| block(entry, &self.texts, &Style::of(entry.diagnostic.severity, color)))
    }

    /// Returns each finding as one line without its end, with how much it matters; see [`render_line`].
    pub fn lines(&self) -> impl Iterator<Item = (Severity, String)> {
        self.entries.iter().map(|entry| (entry.diagnostic.severity, line(entry, &self.texts)))
    }
}

impl<'a> Texts<'a> {
    fn new(sources: &'a Sources, documents: impl Iterator<Item = DocumentId>) -> Self {
        let mut lines = HashMap::new();
        for document in documents {
            lines.entry(document).or_insert_with(|| sources.get(document).text.lines().collect());
        }
        Self { sources, lines }
    }

    fn line(&self, origin: &Origin, place: Place) -> Option<&'a str> {
        self.lines.get(&origin.document)?.get(place.line - 1).copied()
    }
}

/// Chooses the place of a finding: of a keyword that should not be there, the key and not its value.
fn own_place(code: Code, found: &Found) -> Option<Place> {
    match code {
        Code::DuplicateKey | Code::UnknownKeyword => found.last.key.or_else(|| Some(found.last.place())),
        _ => Some(found.last.place()),
    }
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

fn block(entry: &Entry<'_>, texts: &Texts<'_>, style: &Style) -> String {
    let Style { severity, bold, rule, reset } = style;
    let Entry { diagnostic, place, related } = entry;
    let title = format!("{}[{}]", severity_name(diagnostic.severity), diagnostic.code.id());
    let mut text = format!("{severity}{title}{reset}{bold}: {}{reset}\n", visible(&diagnostic.message));
    text += &excerpt(&diagnostic.origin, *place, texts, style);
    if let Some((label, origin)) = &diagnostic.related {
        text += &format!("  {rule}={reset} {bold}note{reset}: {}\n", visible(label));
        text += &excerpt(origin, *related, texts, style);
    }
    if let Some(help) = &diagnostic.help {
        text += &format!("  {rule}={reset} {bold}help{reset}: {}\n", visible(help));
    }
    text
}

/// Shows a place: its file, line and column, and the source line with a mark under what is meant.
fn excerpt(origin: &Origin, place: Option<Place>, texts: &Texts<'_>, style: &Style) -> String {
    let Style { severity, rule, reset, .. } = style;
    let mut text = format!(" {rule}-->{reset} {}\n", position(origin, place, texts));
    let Some(place) = place else { return text };
    if let Some(line) = texts.line(origin, place).filter(|line| !line.trim().is_empty() && line.len() <= MAX_LINE) {
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

fn line(entry: &Entry<'_>, texts: &Texts<'_>) -> String {
    let Entry { diagnostic, place, related } = entry;
    let mut text = position(&diagnostic.origin, *place, texts);
    text += &format!(": {}[{}]: {}", severity_name(diagnostic.severity), diagnostic.code.id(), visible(&diagnostic.message));
    if let Some((label, origin)) = &diagnostic.related {
        text += &format!("; {}: {}", visible(label), position(origin, *related, texts));
    }
    if let Some(help) = &diagnostic.help {
        text += &format!("; help: {}", visible(help));
    }
    text
}

fn position(origin: &Origin, place: Option<Place>, texts: &Texts<'_>) -> String {
    let name = &texts.sources.get(origin.document).name;
    match place {
        Some(place) => format!("{name}:{}:{}", place.line, place.column),
        None => name.clone(),
    }
}

fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

/// Makes text safe to print: a line break in it can't end the line, and an escape code can't reach the terminal.
fn visible(text: &str) -> String {
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
