//! Findings with a mechanical fix -> the mended texts. Comments and layout stay as they are: only the characters of a key are replaced, or a
//! member is put in after another one, in the same style.

use std::collections::BTreeMap;

use bindery::source::{DocumentId, Format, Found, Origin, Place};

use crate::finding::{Batch, Finding, Fix};

/// A text that was mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// Its name: for a file its path.
    pub name: String,
    /// The whole text, without a byte order mark.
    pub text: String,
    /// How many findings were mended.
    pub count: usize,
}

/// A piece of a text that is replaced; positions are those of [`Place`].
struct Edit {
    from: (usize, usize),
    to: (usize, usize),
    text: String,
}

/// Mends what can be mended. A text of which nothing can be mended is left out.
pub fn mend(batch: &Batch) -> Vec<Mended> {
    let fixable = batch.findings.iter().filter_map(|finding| Some((finding, finding.fix?)));
    let places = fixable.flat_map(|(finding, fix)| places(finding).map(move |origin| (edited(origin, fix), fix)));
    let places: Vec<(Origin, Fix)> = places.collect();
    let found = batch.sources.find(&places.iter().map(|(origin, _)| origin).collect::<Vec<_>>());
    let mut edits: BTreeMap<DocumentId, Vec<Edit>> = BTreeMap::new();
    for ((origin, fix), found) in places.iter().zip(found) {
        if let Some(edit) = found.and_then(|found| edit(batch, origin, *fix, &found)) {
            edits.entry(origin.document).or_default().push(edit);
        }
    }
    let mended = edits.into_iter().map(|(document, edits)| {
        let source = batch.sources.get(document);
        Mended { name: source.name.clone(), count: edits.len(), text: apply(&source.text, edits) }
    });
    mended.collect()
}

/// Returns every place of a finding.
fn places(finding: &Finding) -> impl Iterator<Item = &Origin> {
    std::iter::once(&finding.origin).chain(&finding.repeats)
}

/// Returns the node that a fix is about.
fn edited(origin: &Origin, fix: Fix) -> Origin {
    match fix {
        Fix::Rename(_) => origin.clone(),
        Fix::Add { after, .. } => origin.child(after),
    }
}

fn edit(batch: &Batch, origin: &Origin, fix: Fix, found: &Found) -> Option<Edit> {
    let source = batch.sources.get(origin.document);
    let key = found.last.key?;
    match fix {
        Fix::Rename(name) => {
            // The nearest node around it was found where it stands nowhere.
            let written = slice(&source.text, key)?;
            let quote = written.chars().next().filter(|first| matches!(first, '"' | '\'')).map(String::from).unwrap_or_default();
            let is_key = written.trim_matches(['"', '\'']) == origin.pointer.tokens().last()?;
            let text = format!("{quote}{name}{quote}");
            is_key.then_some(Edit { from: (key.line, key.column), to: (key.end_line, key.end_column), text })
        }
        Fix::Add { key: name, value, .. } => {
            let end = found.last.place();
            let line = source.text.lines().nth(end.end_line - 1)?;
            let rest = line.chars().skip(end.end_column - 1).collect::<String>();
            let is_flow = source.format == Format::Json || rest.trim_start().starts_with([',', '}']);
            let text = match (source.format, is_flow) {
                (Format::Json, _) => format!(", \"{name}\": {value}"),
                (Format::Yaml, true) => format!(", {name}: {value}"),
                (Format::Yaml, false) => format!("\n{}{name}: {value}", " ".repeat(key.column - 1)),
            };
            // In a block the new line comes after what else stands on this one, such as a comment.
            let at = if is_flow { (end.end_line, end.end_column) } else { (end.end_line, line.chars().count() + 1) };
            Some(Edit { from: at, to: at, text })
        }
    }
}

/// Returns the text at a place of one line.
fn slice(text: &str, place: Place) -> Option<String> {
    let line = text.lines().nth(place.line - 1).filter(|_| place.line == place.end_line)?;
    Some(line.chars().skip(place.column - 1).take(place.end_column - place.column).collect())
}

fn apply(text: &str, mut edits: Vec<Edit>) -> String {
    let starts: Vec<usize> = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let offset = |(line, column): (usize, usize)| {
        let start = starts.get(line - 1).copied().unwrap_or(text.len());
        let rest = text.get(start..).unwrap_or_default();
        start + rest.char_indices().nth(column - 1).map_or(rest.len(), |(at, _)| at)
    };
    edits.sort_by_key(|edit| edit.from);
    let mut mended = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        let (from, to) = (offset(edit.from), offset(edit.to));
        mended += text.get(at..from).unwrap_or_default();
        mended += &edit.text;
        at = to;
    }
    mended + text.get(at..).unwrap_or_default()
}
