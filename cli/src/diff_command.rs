//! `bindery diff`: compares two descriptions, and says what breaks on the wire and for Rust callers.

use std::fs;
use std::path::{Path, PathBuf};

use bindery::source::Sources;
use bindery::{Config, Error, Examined};
use bindery_validator::diff::{self, Diff, Refused, Shown, Verdict};
use bindery_validator::print::Format;
use clap::ValueEnum;

use crate::args::{CodeArgs, FindingsFormat, ReadingArgs};
use crate::console::Console;
use crate::failure::{Failure, Outcome};
use crate::findings;
use crate::git::{self, Checkout};

pub(crate) const EXAMPLES: &str = "\
Examples:
  bindery diff old.yaml new.yaml
  bindery diff git:main:spec/ledger.yaml spec/ledger.yaml --side rust
  A comment for a pull request:
    bindery diff git:origin/main:spec/ledger.yaml spec/ledger.yaml --format markdown > comment.md
  Accept what breaks today, and hear of what breaks next:
    bindery diff old.yaml new.yaml --accept accepted-breaks.txt --update-accept
    bindery diff old.yaml new.yaml --accept accepted-breaks.txt

Exit codes:
  0  nothing breaks on the chosen side that is not accepted
  1  something does, or --check-version finds a step missing
  2  bad usage, or a description that can't be compared";

/// Arguments of `bindery diff`.
#[derive(Debug, clap::Args)]
pub(crate) struct DiffArgs {
    /// The description as it was: a file, or git:REVISION:PATH
    base: PathBuf,
    /// The description as it is now: a file, or git:REVISION:PATH
    revision: PathBuf,
    /// Whose breaks count
    #[arg(long, value_enum, default_value_t = Side::Both)]
    side: Side,
    /// How to show what changes
    #[arg(long, value_enum, default_value_t = FindingsFormat::Text)]
    format: FindingsFormat,
    /// Accept the breaks that this file names, one a line
    #[arg(long, value_name = "FILE")]
    accept: Option<PathBuf>,
    /// Write all breaks of the chosen side into that file first
    #[arg(long, requires = "accept")]
    update_accept: bool,
    /// Fail if `info.version` was not stepped as much as the changes on the wire ask for
    #[arg(long)]
    check_version: bool,
    #[command(flatten)]
    reading: ReadingArgs,
    #[command(flatten)]
    code: CodeArgs,
}

/// Whose breaks count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Side {
    /// Those who send and read JSON
    Wire,
    /// Code that was written against the generated crate
    Rust,
    /// Both
    Both,
}

/// Prints changes to stdout.
pub(crate) fn run(args: &DiffArgs, console: &Console) -> Result<Outcome, Failure> {
    let side = match args.side {
        Side::Wire => diff::Side::Wire,
        Side::Rust => diff::Side::Rust,
        Side::Both => diff::Side::Both,
    };
    let mut diff = compare(args, console)?;
    console.report(&diff.errors, &diff.sources);
    let accepted = match &args.accept {
        Some(path) => Some(accept(&mut diff, path, side, args.update_accept)?),
        None => None,
    };
    let accepted = accepted.as_ref().map(|(name, text, stale)| (name.as_str(), text.as_str(), stale.as_slice()));
    let format = findings::format(args.format);
    let text = diff::print(&diff, &Shown { side, format, color: console.color(), accepted });
    console.print(&text)?;
    let short = args.check_version && !diff.is_version_enough();
    if short && format != Format::Text {
        console.error(&format!("info.version needs a {} step", diff.steps().0.name()));
    }
    let breaks = diff.worst(side) == Some(Verdict::Breaking);
    Ok(if breaks || short { Outcome::Findings } else { Outcome::Fine })
}

fn compare(args: &DiffArgs, console: &Console) -> Result<Diff, Failure> {
    let config = args.code.apply(args.reading.config());
    // The folders of both have to be there until everything is read.
    let (base, revision) =
        (Description::open(&args.base, &config, console)?, Description::open(&args.revision, &config, console)?);
    let examined = base.examine(Sources::default())?;
    diff::diff_with(examined, |sources| revision.examine(sources)).map_err(|refused| match refused {
        Refused::Error(error) => unusable(error, console),
        Refused::NoDescription(examined) => {
            console.report(&examined.diagnostics, &examined.sources);
            Failure::Unusable("a text is no description that can be compared".to_owned())
        }
    })
}

/// A description that can't be read is no finding here.
fn unusable(error: Error, console: &Console) -> Failure {
    if let Error::Refused(refusal) = &error {
        console.report(&refusal.diagnostics, &refusal.sources);
    }
    Failure::Unusable(error.to_string())
}

/// One of the two descriptions.
struct Description {
    config: Config,
    checkout: Checkout,
}

impl Description {
    fn open(path: &Path, config: &Config, console: &Console) -> Result<Self, Failure> {
        let mut config = config.clone();
        let checkout = git::open(path).map_err(Failure::Unusable)?;
        match &checkout {
            Checkout::Folder { folder, .. } => {
                config.root_folder(folder.path());
                console.remark(&format!("{}: it refers to files, so its folder was read too", path.display()));
            }
            Checkout::Text { name, .. } => console.remark(&format!("{name}: only this file was read")),
            Checkout::File(_) => {}
        }
        Ok(Self { config, checkout })
    }

    fn examine(&self, mut sources: Sources) -> Result<Examined, Error> {
        match &self.checkout {
            Checkout::File(path) => self.config.examine_file(sources, path),
            Checkout::Folder { folder, description, name } => {
                sources.show_folder(folder.path(), name);
                self.config.examine_file(sources, description)
            }
            Checkout::Text { name, text } => {
                let document = sources.add(name, text);
                self.config.examine_source(sources, document)
            }
        }
    }
}

/// The name and the text of the file of accepted breaks, and the lines that are stale.
type Accepted = (String, String, Vec<String>);

fn accept(diff: &mut Diff, path: &Path, side: diff::Side, update: bool) -> Result<Accepted, Failure> {
    let failure =
        |what: &str, error: std::io::Error| Failure::Unusable(format!("{}: it can't be {what}: {error}", path.display()));
    if update {
        fs::write(path, diff::accept::write(&diff.changes, side)).map_err(|error| failure("written", error))?;
    }
    let text = fs::read_to_string(path).map_err(|error| failure("read", error))?;
    let stale = diff::accept::accept(&mut diff.changes, &text);
    Ok((path.to_string_lossy().replace('\\', "/"), text, stale))
}
