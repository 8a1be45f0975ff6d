//! Breaks that somebody accepts: a file that names them, one a line, by their fingerprints.
//!
//! A line is a fingerprint and words for people: `0123456789ab diff/property-removed /components/schemas/Pet: …`. Only the fingerprint
//! counts. `#` begins a comment.

use std::collections::HashSet;

use super::change::{Change, Side, Verdict};

/// Marks the changes that the text of such a file names, and returns the lines that name none.
pub fn accept(changes: &mut [Change], text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let named: Vec<(&str, &str)> = lines.map(|line| (line.split_whitespace().next().unwrap_or_default(), line)).collect();
    let mut used = HashSet::new();
    for change in changes {
        let fingerprint = change.fingerprint();
        if let Some((name, _)) = named.iter().find(|(name, _)| *name == fingerprint) {
            change.accepted = true;
            used.insert(*name);
        }
    }
    named.into_iter().filter(|(name, _)| !used.contains(name)).map(|(_, line)| line.to_owned()).collect()
}

/// Writes the file that accepts all breaks there are.
pub fn write(changes: &[Change], side: Side) -> String {
    let breaking = changes.iter().filter(|change| change.verdict(side) == Verdict::Breaking);
    let mut lines: Vec<_> =
        breaking.map(|it| format!("{} {} {}: {}\n", it.fingerprint(), it.rule.id, it.subject, it.message)).collect();
    lines.sort();
    lines.concat()
}
