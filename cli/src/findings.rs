//! What the judging commands have in common: levels, the baseline, the format, and the exit code.

use std::fs;
use std::path::Path;

use bindery::diagnostic::Severity;
use bindery_validator::baseline::Baseline;
use bindery_validator::print::{Counts, Format, print};
use bindery_validator::{Batch, Levels};

use crate::args::{FailOn, FindingsArgs, FindingsFormat};
use crate::console::Console;
use crate::failure::{Failure, Outcome};

/// The file that levels are read from where no other is named.
const CONFIG: &str = "bindery.toml";

/// Returns the levels that the arguments and the configuration give; arguments come first.
pub(crate) fn levels(args: &FindingsArgs) -> Result<Levels, Failure> {
    let path = args.config.as_deref().or_else(|| Some(Path::new(CONFIG)).filter(|path| path.exists()));
    let mut levels = match path {
        Some(path) => Levels::from_toml(&read(path)?).map_err(|problem| unusable(path, &problem))?,
        None => Levels::default(),
    };
    for (rule, level) in &args.level {
        let level = level.parse().map_err(|problem: String| Failure::Unusable(format!("--level {rule}={level}: {problem}")))?;
        levels.set(rule, level).map_err(|problem| Failure::Unusable(format!("--level: {problem}")))?;
    }
    Ok(levels)
}

/// Applies the baseline, prints what is left, and says whether that is a failure.
pub(crate) fn conclude(mut batches: Vec<Batch>, args: &FindingsArgs, console: &Console) -> Result<Outcome, Failure> {
    if let Some(path) = &args.baseline {
        if args.update_baseline {
            let text = Baseline::of(&batches).write();
            fs::write(path, text).map_err(|error| unusable(path, &format!("it can't be written: {error}")))?;
        }
        let text = read(path)?;
        Baseline::read(&text).apply(&mut batches, &path.to_string_lossy().replace('\\', "/"), &text);
    }
    let least = match args.fail_on {
        FailOn::Note => Severity::Note,
        FailOn::Warning => Severity::Warning,
        FailOn::Error => Severity::Error,
    };
    let failed = batches.iter().flat_map(|batch| &batch.findings).any(|finding| finding.severity >= least);
    let counts = Counts::of(&batches);
    if args.format == FindingsFormat::Text {
        batches.iter_mut().for_each(|batch| batch.findings.retain(|it| it.severity >= least || console.shows(it.severity)));
    }
    console.print(&print(&batches, format(args.format), console.color()))?;
    if args.format == FindingsFormat::Text {
        console.tell(&format!("{counts}{}", console.hint(counts.notes > 0 && least > Severity::Note)))?;
    }
    Ok(if failed { Outcome::Findings } else { Outcome::Fine })
}

/// Returns the library's name of a format.
pub(crate) fn format(format: FindingsFormat) -> Format {
    match format {
        FindingsFormat::Text => Format::Text,
        FindingsFormat::Json => Format::Json,
        FindingsFormat::Sarif => Format::Sarif,
        FindingsFormat::Github => Format::Github,
        FindingsFormat::Junit => Format::Junit,
        FindingsFormat::Markdown => Format::Markdown,
    }
}

fn read(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| unusable(path, &format!("it can't be read: {error}")))
}

fn unusable(path: &Path, problem: &str) -> Failure {
    Failure::Unusable(format!("{}: {problem}", path.display()))
}
