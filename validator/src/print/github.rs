//! Findings as GitHub's workflow commands (GitHub Actions, "Workflow commands": `::error file=…,line=…::message`).
//!
//! GitHub shows 10 annotations of each severity and drops the others without a word; so the rest is counted in one more.

use bindery::diagnostic::Severity;

use super::{counted, file, located, sentences};
use crate::finding::{Batch, Located};

/// How many annotations of one severity a step may have.
const SHOWN: usize = 10;

pub(super) fn print(batches: &[Batch]) -> String {
    let found: Vec<_> = located(batches).collect();
    let mut text = String::new();
    let mut left_out = 0;
    for (severity, command) in [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Note, "notice")] {
        let of_it: Vec<_> = found.iter().filter(|(_, it)| it.finding.severity == severity).collect();
        // The line about those that are left out is a notice, too.
        let shown = if severity == Severity::Note { SHOWN - 1 } else { SHOWN };
        text.extend(of_it.iter().take(shown).map(|(batch, it)| annotation(command, batch, it)));
        left_out += of_it.len().saturating_sub(shown);
    }
    if left_out > 0 {
        text += &format!("::notice title=bindery::{} not shown here\n", counted(left_out, "more finding"));
    }
    text
}

fn annotation(command: &str, batch: &Batch, located: &Located<'_>) -> String {
    let finding = located.finding;
    let mut properties = format!("file={}", property(file(batch, finding)));
    if let Some(place) = located.place {
        properties += &format!(",line={},endLine={}", place.line, place.end_line);
        // GitHub takes columns for one line only.
        if place.line == place.end_line {
            properties += &format!(",col={},endColumn={}", place.column, place.end_column.max(place.column + 1) - 1);
        }
    }
    format!("::{command} {properties},title={}::{}\n", property(finding.rule.id), data(&sentences(finding)))
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
