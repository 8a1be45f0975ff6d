//! `bindery lint`: judges descriptions, each by itself, and prints what was found in all of them.

use bindery::Error;
use bindery_validator::finding::{Batch, Finding};
use bindery_validator::lint;

use crate::args::LintArgs;
use crate::console::Console;
use crate::failure::{Failure, Outcome, is_unusable};
use crate::findings;

/// Prints findings to stdout, and how many there are to stderr.
pub(crate) fn run(args: &LintArgs, console: &Console) -> Result<Outcome, Failure> {
    let levels = findings::levels(&args.findings)?;
    let config = args.reading.config();
    let mut batches = Vec::new();
    for description in &args.descriptions {
        match lint::lint(&config, description, &levels) {
            Ok(batch) => batches.push(batch),
            Err(Error::Refused(refusal)) if !is_unusable(&refusal) => batches
                .push(Batch { findings: refusal.diagnostics.iter().map(Finding::from).collect(), sources: refusal.sources }),
            Err(error) => return Err(error.into()),
        }
    }
    findings::conclude(batches, &args.findings, console)
}
