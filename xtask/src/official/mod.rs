//! The linter against the official schemas: what they refuse must be found, and what is printed as SARIF must be SARIF.
//!
//! The descriptions are those of the tests, and each of them broken in one place after another (`broken`). The schemas say less than the
//! standard, so only one direction is an error; what the linter finds beyond them is counted. They are not part of the repository: npm
//! has them.

mod broken;
mod schemas;

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use bindery::Config;
use bindery::diagnostic::Severity;
use bindery::report::Color;
use bindery::source::Sources;
use bindery_validator::print::{Format, print};
use bindery_validator::{Batch, Levels, lint};
use serde_json::Value;

use schemas::{Official, Sarif};

/// Arguments of `cargo xtask official`.
#[derive(Debug, clap::Args)]
pub(crate) struct OfficialArgs {
    /// Take the descriptions under these folders; by default those of the tests
    #[arg(long, value_name = "DIR")]
    folder: Vec<PathBuf>,
    /// Take each description as it is, and don't break it
    #[arg(long)]
    whole: bool,
    /// Look at a folder with `pass` and `fail` of the OpenAPI Initiative's tests too; can be repeated
    #[arg(long, value_name = "DIR")]
    vectors: Vec<PathBuf>,
}

/// Runs the task, and tells whether everything agrees.
pub(crate) fn run(args: &OfficialArgs) -> Result<ExitCode, String> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("xtask stands in no workspace")?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace.join("target"), PathBuf::from);
    let cache = target.join("official");
    let mut judge =
        Judge { official: Official::fetch(&cache)?, sarif: Sarif::fetch(&cache)?, counts: Counts::default(), wrong: Vec::new() };
    let of_tests = [workspace.join("codegen/tests/specs"), workspace.join("tests/real"), workspace.join("spec")];
    let folders = if args.folder.is_empty() { &of_tests[..] } else { &args.folder };
    let mut tried = HashSet::new();
    for (name, text) in folders.iter().map(|folder| texts(folder)).collect::<Result<Vec<_>, _>>()?.into_iter().flatten() {
        let Some(tree) = tree(&name, &text) else { continue };
        judge.look(&name, &tree);
        if !args.whole {
            broken::each(&tree, &mut tried, |place, tree| judge.look(&format!("{name}, {place}"), tree));
        }
    }
    for folder in &args.vectors {
        judge.vectors(folder)?;
    }
    // A diff is printed by itself, all other findings by what prints those of the linter.
    let log = read(&workspace.join("validator/tests/snapshots/diff_print__sarif.snap"))?;
    judge.log("a diff", log.splitn(3, "---\n").nth(2).unwrap_or_default());
    Ok(judge.conclude())
}

/// What is wrong with descriptions that the schemas take, and the tests of the initiative with them: a scheme that is not defined, a path
/// parameter that is not required, and a reference to a URL from a text that has no folder.
const BEYOND: [(&str, &str); 3] = [
    ("operation-object-example.yaml", "spec/undefined-security-scheme"),
    ("style-defaults.yaml", "spec/optional-path-parameter"),
    ("security-scheme-object-examples.yaml", "gen/external-ref"),
];

/// What was compared so far.
struct Judge {
    official: Official,
    sarif: Sarif,
    counts: Counts,
    /// What does not agree, in sentences.
    wrong: Vec<String>,
}

#[derive(Default)]
struct Counts {
    descriptions: usize,
    refused: usize,
    stricter: usize,
    logs: usize,
}

impl Judge {
    /// Holds the linter against the official schema of one description.
    fn look(&mut self, name: &str, tree: &Value) {
        let Some(errors) = self.official.errors(tree) else { return };
        let batch = linted(name, &tree.to_string());
        let found = |severity| batch.findings.iter().filter(move |finding| finding.severity >= severity).count();
        self.counts.descriptions += 1;
        match errors.first() {
            Some(error) if found(Severity::Warning) == 0 => self.wrong.push(format!("{name}: not found: {error}")),
            Some(_) => self.counts.refused += 1,
            None => self.counts.stricter += usize::from(found(Severity::Error) > 0),
        }
        self.log(name, &print(&[batch], Format::Sarif, Color::Never));
    }

    /// Holds a log against the schema of SARIF.
    fn log(&mut self, name: &str, text: &str) {
        self.counts.logs += 1;
        self.wrong.extend(self.sarif.error(text).map(|error| format!("{name}: as SARIF: {error}")));
    }

    /// Looks at descriptions of which a folder says whether they are valid.
    fn vectors(&mut self, folder: &Path) -> Result<(), String> {
        for (part, must_fail) in [("pass", false), ("fail", true)] {
            for (name, text) in texts(&folder.join(part))? {
                let batch = linted(&name, &text);
                let is_known = |rule| BEYOND.contains(&(name.as_str(), rule));
                let mut errors = batch.findings.iter().filter(|finding| finding.severity == Severity::Error);
                let error = errors.find(|finding| must_fail || !is_known(finding.rule.id));
                match error {
                    Some(error) if !must_fail => self.wrong.push(format!("{part}/{name}: [{}] {}", error.rule.id, error.message)),
                    None if must_fail => self.wrong.push(format!("{part}/{name}: no error is found")),
                    Some(_) | None => {}
                }
            }
        }
        Ok(())
    }

    fn conclude(self) -> ExitCode {
        let Counts { descriptions, refused, stricter, logs } = self.counts;
        println!("{descriptions} descriptions; the official schemas refuse {refused} of which something is found");
        println!("errors are found in {stricter} that they take; {logs} logs are held against the schema of SARIF");
        for wrong in &self.wrong {
            println!("{wrong}");
        }
        println!("{} disagree", self.wrong.len());
        if self.wrong.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

fn linted(name: &str, text: &str) -> Batch {
    let mut sources = Sources::default();
    let document = sources.add(name, text);
    let examined = Config::new().examine_source(sources, document).expect("there are no options");
    lint::judge(examined, &Levels::default())
}

fn tree(name: &str, text: &str) -> Option<Value> {
    let mut sources = Sources::default();
    let document = sources.add(name, text);
    bindery::parse::read_tree(&sources, document).ok()
}

/// Returns the names and texts of the files below a folder that can be descriptions.
fn texts(folder: &Path) -> Result<Vec<(String, String)>, String> {
    let texts = files(folder)?.into_iter().map(|path| {
        let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().into_owned();
        Ok((name, read(&path)?))
    });
    texts.collect()
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let failed = |error| format!("{} can't be read: {error}", folder.display());
    let entries = fs::read_dir(folder).map_err(failed)?.map(|entry| entry.map(|entry| entry.path()));
    let mut entries = entries.collect::<Result<Vec<_>, _>>().map_err(failed)?;
    entries.sort();
    let mut found = Vec::new();
    for path in entries {
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if path.extension().is_some_and(|ending| ["yaml", "yml", "json"].iter().any(|it| ending == *it)) {
            found.push(path);
        }
    }
    Ok(found)
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{} can't be read: {error}", path.display()))
}
