//! Findings that a project lives with: a file that names them, one a line, so that only new ones count.
//!
//! A line is the rule, the file and the JSON Pointer of the place: `spec/dangling-ref api.yaml#/paths/~1pets/get`. Lines are sorted, so
//! that a change of the file is small. `#` begins a comment.

use std::collections::BTreeSet;

use bindery::source::Origin;

use crate::finding::{Batch, Finding};
use crate::rule::STALE_BASELINE;

/// The findings that a project lives with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    lines: BTreeSet<String>,
}

impl Baseline {
    /// Reads the text of a baseline file.
    pub fn read(text: &str) -> Self {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        Self { lines: lines.map(str::to_owned).collect() }
    }

    /// Makes the baseline that holds all findings there are.
    pub fn of(batches: &[Batch]) -> Self {
        let lines = batches.iter().flat_map(|batch| batch.findings.iter().map(|finding| line(batch, finding)));
        Self { lines: lines.collect() }
    }

    /// Writes it as the text of a file.
    pub fn write(&self) -> String {
        self.lines.iter().map(|line| format!("{line}\n")).collect()
    }

    /// Takes out the findings that it names. A line that names none is a finding itself, about the line of the text `name`.
    pub fn apply(&self, batches: &mut Vec<Batch>, name: &str, text: &str) {
        let mut used = BTreeSet::new();
        for batch in batches.iter_mut() {
            let findings = std::mem::take(&mut batch.findings);
            for finding in findings {
                let line = line(batch, &finding);
                if self.lines.contains(&line) {
                    used.insert(line);
                } else {
                    batch.findings.push(finding);
                }
            }
        }
        let stale: Vec<_> = self.lines.difference(&used).collect();
        if !stale.is_empty() {
            batches.push(stale_lines(&stale, name, text));
        }
    }
}

fn line(batch: &Batch, finding: &Finding) -> String {
    format!("{} {}#{}", finding.rule.id, batch.sources.get(finding.origin.document).name, finding.origin.pointer)
}

/// Makes a finding of each line of a file that names nothing any more.
pub(crate) fn stale_lines(stale: &[&String], name: &str, text: &str) -> Batch {
    let mut batch = Batch::default();
    let document = batch.sources.add(name, text);
    for (number, line) in text.lines().enumerate() {
        if stale.iter().any(|stale| *stale == line.trim()) {
            let place = whole_line(number, line);
            let message = "nothing is found any more of what the line accepts";
            batch.findings.push(Finding::new(&STALE_BASELINE, Origin::root(document), message).at(place));
        }
    }
    batch
}

fn whole_line(number: usize, line: &str) -> bindery::source::Place {
    let end = line.trim_end().chars().count() + 1;
    bindery::source::Place { line: number + 1, column: 1, end_line: number + 1, end_column: end }
}
