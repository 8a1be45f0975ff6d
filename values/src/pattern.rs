//! Texts that a pattern matches. What only ECMA-262 has, such as looking ahead, gives none; the validator has the last word anyway.

use regex_syntax::hir::{Class, Hir, HirKind};

/// A text of a pattern is no longer than this.
const MAX_LENGTH: usize = 4096;

/// Returns texts that should match, shorter ones first.
pub(crate) fn matching(pattern: &str) -> Vec<String> {
    let Ok(hir) = regex_syntax::parse(pattern) else { return Vec::new() };
    let mut texts: Vec<String> = Vec::new();
    for (extra, pick) in [(0, 0), (1, 1), (2, 2), (7, 3), (31, 0), (63, 1)] {
        let mut text = String::new();
        write(&hir, extra, pick, &mut text);
        if !texts.contains(&text) && text.len() <= MAX_LENGTH {
            texts.push(text);
        }
    }
    texts
}

/// Writes a text; each repetition has `extra` more than it needs, of alternatives the one numbered `pick` is taken.
fn write(hir: &Hir, extra: u32, pick: usize, text: &mut String) {
    if text.len() > MAX_LENGTH {
        return;
    }
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => text.push_str(&String::from_utf8_lossy(&literal.0)),
        HirKind::Class(class) => text.extend(letter(class, pick)),
        HirKind::Repetition(repetition) => {
            let most = repetition.max.unwrap_or(u32::MAX);
            let count = repetition.min.saturating_add(extra).min(most);
            (0..count).for_each(|_| write(&repetition.sub, extra.min(1), pick, text));
        }
        HirKind::Capture(capture) => write(&capture.sub, extra, pick, text),
        HirKind::Concat(parts) => parts.iter().for_each(|part| write(part, extra, pick, text)),
        HirKind::Alternation(parts) => write(&parts[pick % parts.len()], extra, pick, text),
    }
}

/// Returns a letter of a class, a plain one if it has any.
fn letter(class: &Class, pick: usize) -> Option<char> {
    let ranges: Vec<(char, char)> = match class {
        Class::Unicode(class) => class.iter().map(|range| (range.start(), range.end())).collect(),
        Class::Bytes(class) => class.iter().map(|range| (char::from(range.start()), char::from(range.end()))).collect(),
    };
    let has = |letter: &char| ranges.iter().any(|(start, end)| start <= letter && letter <= end);
    let plain: Vec<char> = ['a', 'Z', '7', 'f', '0', '-'].into_iter().filter(has).collect();
    match plain.as_slice() {
        [] => ranges.first().map(|(start, _)| *start),
        plain => plain.get(pick % plain.len()).copied(),
    }
}
