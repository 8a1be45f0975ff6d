//! Findings -> text: for people, and in the formats that other programs read.
//!
//! A format gives one valid document however many descriptions were judged. What is printed is the same on every machine: names of files
//! are as the caller gave them, with forward slashes.

mod github;
mod json;
mod junit;
mod markdown;
mod sarif;
mod text;

use std::fmt;

use bindery::diagnostic::Severity;
use bindery::report::Color;
use sha2::{Digest, Sha256};

use crate::finding::{Batch, Finding, Located};

/// A way to show findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For people: each finding with the source line that it is about.
    Text,
    /// One JSON object.
    Json,
    /// SARIF 2.1.0, which code hosts read.
    Sarif,
    /// Workflow commands that GitHub shows as annotations.
    Github,
    /// JUnit XML, which CI systems read.
    Junit,
    /// A table for a comment in a pull request.
    Markdown,
}

/// Shows the findings of several descriptions. The text ends with a line break unless it is empty.
pub fn print(batches: &[Batch], format: Format, color: Color) -> String {
    match format {
        Format::Text => text::print(batches, color),
        Format::Json => json::print(batches),
        Format::Sarif => sarif::print(batches),
        Format::Github => github::print(batches),
        Format::Junit => junit::print(batches),
        Format::Markdown => markdown::print(batches),
    }
}

/// How many findings there are of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Counts {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes.
    pub notes: usize,
}

impl Counts {
    /// Counts the findings of several descriptions.
    pub fn of(batches: &[Batch]) -> Self {
        let count = |severity| batches.iter().flat_map(|batch| &batch.findings).filter(|it| it.severity == severity).count();
        Self { errors: count(Severity::Error), warnings: count(Severity::Warning), notes: count(Severity::Note) }
    }
}

/// As `1 error, 2 warnings, 0 notes`.
impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { errors, warnings, notes } = *self;
        write!(f, "{}, {}, {}", counted(errors, "error"), counted(warnings, "warning"), counted(notes, "note"))
    }
}

/// Returns a number with the name of what it counts, which takes an `s`.
pub fn counted(number: usize, name: &str) -> String {
    format!("{number} {name}{}", if number == 1 { "" } else { "s" })
}

/// Returns the name of the text that a finding is about.
fn file<'b>(batch: &'b Batch, finding: &Finding) -> &'b str {
    &batch.sources.get(finding.origin.document).name
}

/// Returns the findings of all batches with their places, in the order of the texts.
fn located(batches: &[Batch]) -> impl Iterator<Item = (&Batch, Located<'_>)> {
    batches.iter().flat_map(|batch| batch.located().into_iter().map(move |found| (batch, found)))
}

/// Returns what a finding is recognized by in another run: 12 hexadecimal digits of its rule, file and pointer, unless it has a fingerprint
/// of its own. Its words may change.
fn fingerprint(batch: &Batch, finding: &Finding) -> String {
    if let Some(own) = &finding.fingerprint {
        return own.clone();
    }
    let identity = [finding.rule.id, file(batch, finding), finding.origin.pointer.as_str()].join("\0");
    Sha256::digest(identity.as_bytes()).iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

/// Says in how many more places the same was found: `2 more places`.
fn repeated(finding: &Finding) -> Option<String> {
    let count = finding.repeats.len();
    (count > 0).then(|| counted(count, "more place"))
}

/// Returns the message with what follows it in words, for formats that have one text for a finding.
fn sentences(finding: &Finding) -> String {
    let generated = finding.generated.iter().map(|generated| format!("Bindery generates {generated}"));
    let repeats = repeated(finding).map(|more| format!("The same is in {more}"));
    let parts = std::iter::once(finding.message.clone()).chain(generated).chain(finding.help.clone()).chain(repeats);
    parts.collect::<Vec<_>>().join(". ")
}
