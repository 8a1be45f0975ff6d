//! A text -> its lines, without what is there for the eye only.

/// A line with its number, counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) number: usize,
    pub(super) text: String,
}

/// Returns the lines of a text, trimmed. Browsers copy characters without width, which are left out.
pub(super) fn of(text: &str) -> Vec<Line> {
    text.lines().enumerate().map(|(index, line)| Line { number: index + 1, text: clean(line) }).collect()
}

pub(super) fn clean(line: &str) -> String {
    let visible = line.chars().filter(|it| !matches!(it, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'));
    visible.collect::<String>().replace('\u{a0}', " ").trim().to_owned()
}
