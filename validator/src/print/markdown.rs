//! Findings as a table of GitHub's Markdown.

use super::{Counts, file, located, sentences};
use crate::finding::{Batch, Located};

pub(super) fn print(batches: &[Batch]) -> String {
    let rows: String = located(batches).map(|(batch, located)| row(batch, &located)).collect();
    if rows.is_empty() {
        return "No findings.\n".to_owned();
    }
    format!("{}\n\n| | rule | place | finding |\n| --- | --- | --- | --- |\n{rows}", Counts::of(batches))
}

fn row(batch: &Batch, located: &Located<'_>) -> String {
    let finding = located.finding;
    let line = located.place.map_or_else(String::new, |place| format!(":{}", place.line));
    let place = format!("{}{line}", file(batch, finding));
    format!("| {} | `{}` | {} | {} |\n", finding.severity.name(), finding.rule.id, cell(&place), cell(&sentences(finding)))
}

/// Makes a text one cell: a bar would end it, and a line break the table.
fn cell(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('|', "\\|").replace('<', "&lt;");
    text.split(['\r', '\n']).collect::<Vec<_>>().join(" ")
}
