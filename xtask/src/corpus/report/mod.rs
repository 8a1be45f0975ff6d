//! What was found out -> `corpus.md` and `corpus.html`: the same sections, rendered twice.

mod render;
mod sections;
#[cfg(test)]
mod tests;

use std::fs;
use std::path::Path;

use crate::round_trip::RoundTripResult;

use super::compile::Batch;
use super::record::{Outcome, Record};

use sections::sections;

/// What there is to report.
pub(crate) struct Facts<'a> {
    pub(crate) records: &'a [Record],
    pub(crate) batches: &'a [Batch],
    /// What became of values, by description.
    pub(crate) round_trips: &'a [(String, RoundTripResult)],
    /// What the corpus is.
    pub(crate) corpus: String,
    /// How the run was started.
    pub(crate) command: String,
}

/// A part of the report.
pub(crate) struct Section {
    title: String,
    parts: Vec<Part>,
}

/// What a section has in it.
pub(crate) enum Part {
    /// A paragraph; what stands between backticks is code.
    Text(String),
    /// A table, with its head.
    Table(Vec<String>, Vec<Vec<String>>),
    /// Numbers by range.
    Histogram(Vec<(String, usize)>),
}

/// Writes both reports into a folder.
pub(crate) fn write(facts: &Facts<'_>, folder: &Path) -> Result<(), String> {
    fs::create_dir_all(folder).map_err(|error| format!("{} can't be made: {error}", folder.display()))?;
    let sections = sections(facts);
    for (name, text) in [("corpus.md", render::markdown(&sections, &today())), ("corpus.html", render::html(&sections, &today()))]
    {
        let path = folder.join(name);
        fs::write(&path, text).map_err(|error| format!("{} can't be written: {error}", path.display()))?;
    }
    Ok(())
}

/// Says in a few lines how the run went.
pub(crate) fn summary(facts: &Facts<'_>) -> String {
    sections::summary(facts)
}

/// Tells whether everything generates or is refused as invalid, all equations hold, all that was compiled compiles, and every value that
/// was tried is kept or refused as it ought to be.
pub(crate) fn is_clean(facts: &Facts<'_>) -> bool {
    let fine = |record: &Record| match &record.outcome {
        Outcome::Generated => record.counts.as_ref().is_some_and(|counts| counts.named().iter().all(|(_, it)| it.holds())),
        Outcome::Refused { invalid, .. } => *invalid,
        Outcome::Died { .. } | Outcome::TimedOut => false,
    };
    let tries = || facts.round_trips.iter().map(|(_, result)| result);
    let kept = tries().all(|it| it.failed.is_none() && it.kept == it.valid && it.noticed == it.wrong);
    kept && facts.records.iter().all(fine)
        && facts.batches.iter().all(|batch| batch.failures.is_empty() && batch.stopped.is_none())
}

/// Returns the date, in UTC.
fn today() -> String {
    let seconds = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |since| since.as_secs());
    date(seconds / 86_400)
}

/// Returns the date of a day, counted from 1970-01-01, by the proleptic Gregorian calendar.
fn date(days: u64) -> String {
    let mut left = days;
    let mut year = 1970;
    loop {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let length = if leap { 366 } else { 365 };
        if left < length {
            let months = [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
            let mut month = 0;
            while left >= months[month] {
                left -= months[month];
                month += 1;
            }
            return format!("{year}-{:02}-{:02}", month + 1, left + 1);
        }
        left -= length;
        year += 1;
    }
}
