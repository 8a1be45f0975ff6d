//! `bindery lint`: judges descriptions, each by itself, mends what it is asked to, and prints what was found in all of them.

use std::fs;
use std::path::Path;

use bindery::Error;
use bindery_validator::finding::{Batch, Finding};
use bindery_validator::print::counted;
use bindery_validator::{Levels, fix, lint};

use crate::args::LintArgs;
use crate::console::Console;
use crate::failure::{Failure, Outcome, is_unusable};
use crate::findings;

/// Prints findings to stdout.
pub(crate) fn run(args: &LintArgs, console: &Console) -> Result<Outcome, Failure> {
    let levels = findings::levels(&args.findings)?;
    let mut batches = Vec::new();
    for description in &args.descriptions {
        let mut batch = judge(args, description, &levels)?;
        if args.fix && mend(&batch, console)? {
            batch = judge(args, description, &levels)?;
        }
        batches.push(batch);
    }
    findings::conclude(batches, &args.findings, console)
}

fn judge(args: &LintArgs, description: &Path, levels: &Levels) -> Result<Batch, Failure> {
    match lint::lint(&args.reading.config(), description, levels) {
        Ok(batch) => Ok(batch),
        Err(Error::Refused(refusal)) if !is_unusable(&refusal) => {
            let findings = refusal.diagnostics.iter().map(Finding::from).collect();
            Ok(Batch { findings, sources: refusal.sources })
        }
        Err(error) => Err(error.into()),
    }
}

/// Writes the files of which something can be mended, and tells whether there is one.
fn mend(batch: &Batch, console: &Console) -> Result<bool, Failure> {
    let mended = fix::mend(batch);
    for file in &mended {
        let failed = |error| Failure::Unusable(format!("{} can't be mended: {error}", file.name));
        // A byte order mark is no part of the text that was judged.
        let mark = if fs::read(&file.name).map_err(failed)?.starts_with(b"\xef\xbb\xbf") { "\u{feff}" } else { "" };
        let beside = format!("{}.bindery-new", file.name);
        fs::write(&beside, format!("{mark}{}", file.text)).and_then(|()| fs::rename(&beside, &file.name)).map_err(failed)?;
        console.note(&format!("{}: mended {}", file.name, counted(file.count, "finding")));
    }
    Ok(!mended.is_empty())
}
