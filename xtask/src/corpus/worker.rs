//! What happens in the process that one description has to itself: it generates, measures, counts, and prints a record.
//!
//! A panic or a stack overflow kills this process and no other; the one that started it sees how it died.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use bindery::diagnostic::{Code, Diagnostics, Kind, Severity};
use bindery::{Config, Error, Generated};

use super::count;
use super::record::{Counts, Findings, Outcome, Record};
use super::usage::Usage;

/// The stack of the thread that counts: descriptions nest, and the walk recurses.
const STACK: usize = 256 * 1024 * 1024;

/// Arguments of the hidden command.
#[derive(Debug, clap::Args)]
pub(crate) struct WorkerArgs {
    /// The description
    description: PathBuf,
    /// Its name in the record
    #[arg(long)]
    name: String,
    /// The generator's name in the record
    #[arg(long)]
    generator: String,
    /// Where to write the record
    #[arg(long)]
    record: PathBuf,
    /// Where to write the generated code
    #[arg(long)]
    code: Option<PathBuf>,
}

/// Generates one description and writes its record.
pub(crate) fn work(args: &WorkerArgs) -> Result<ExitCode, String> {
    let unwritable = |path: &PathBuf, error: std::io::Error| format!("{} can't be written: {error}", path.display());
    let bytes = fs::metadata(&args.description).map(|about| about.len()).unwrap_or_default();
    let start = Instant::now();
    let result = Config::new().generate(&args.description);
    let wall = start.elapsed().as_secs_f64();
    let usage = Some(Usage::own());
    let mut record = Record {
        file: args.name.clone(),
        generator: args.generator.clone(),
        bytes,
        outcome: Outcome::Generated,
        wall,
        usage,
        lines: 0,
        findings: BTreeMap::new(),
        counts: None,
    };
    match result {
        Ok(generated) => {
            record.lines = generated.text.lines().count() as u64;
            record.findings = findings(&generated.diagnostics);
            if let Some(path) = &args.code {
                fs::write(path, &generated.text).map_err(|error| unwritable(path, error))?;
            }
            record.counts = Some(counts(&generated)?);
        }
        Err(Error::Refused(refusal)) => {
            record.findings = findings(&refusal.diagnostics);
            record.outcome = refused(&refusal.diagnostics);
        }
        Err(error) => return Err(error.to_string()),
    }
    let line = serde_json::to_string(&record).map_err(|error| error.to_string())?;
    fs::write(&args.record, line).map_err(|error| unwritable(&args.record, error))?;
    Ok(ExitCode::SUCCESS)
}

/// Reads the description again, as JSON, and counts.
fn counts(generated: &Generated) -> Result<Counts, String> {
    let text = &generated.sources.get(generated.plan.origin.document).text;
    let document = match serde_json::from_str(text) {
        Ok(document) => document,
        Err(_) => serde_yaml::from_str(text).map_err(|error| format!("it can't be counted: {error}"))?,
    };
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, || count::count(&document, generated));
        let counted = thread.map_err(|error| error.to_string())?.join();
        counted.map_err(|_| "counting panicked".to_owned())
    })
}

fn findings(diagnostics: &Diagnostics) -> BTreeMap<String, Findings> {
    let mut by_id: BTreeMap<String, Findings> = BTreeMap::new();
    for found in diagnostics.iter() {
        let entry = by_id.entry(found.code.id().to_owned()).or_insert_with(|| Findings {
            severity: severity(found.severity).to_owned(),
            count: 0,
            pointer: found.origin.pointer.as_str().to_owned(),
            message: found.message.clone(),
        });
        entry.count += 1;
    }
    by_id
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

fn refused(diagnostics: &Diagnostics) -> Outcome {
    let errors: Vec<_> = diagnostics.iter().filter(|found| found.severity == Severity::Error).collect();
    let mut codes: Vec<Code> = Vec::new();
    for error in &errors {
        if !codes.contains(&error.code) {
            codes.push(error.code);
        }
    }
    Outcome::Refused {
        invalid: codes.iter().all(|code| code.kind() == Kind::Invalid),
        message: errors.first().map(|error| error.message.clone()).unwrap_or_default(),
        pointer: errors.first().map(|error| error.origin.pointer.as_str().to_owned()).unwrap_or_default(),
        codes: codes.into_iter().map(|code| code.id().to_owned()).collect(),
    }
}
