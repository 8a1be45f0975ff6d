//! A line of a page -> the place that is shown.

use bindery::source::Place;

/// Returns the place of a line's text, without the white space around it.
pub(super) fn line_place(text: &str, line: usize) -> Place {
    let content = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    let column = content.chars().count() - content.trim_start().chars().count() + 1;
    let end_column = (column + content.trim().chars().count()).max(column);
    Place { line, column, end_line: line, end_column }
}
