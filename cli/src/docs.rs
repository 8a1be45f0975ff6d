//! `bindery docs`: holds published reference pages against a description, shows what was read of a page, and writes a reference.

use std::fs;
use std::path::{Path, PathBuf};

use bindery_validator::docs;
use bindery_validator::docs::render::Form;
use clap::{Subcommand, ValueEnum};

use crate::args::{FindingsArgs, FindingsFormat, InputArgs, ReadingArgs};
use crate::console::Console;
use crate::failure::{Failure, Outcome};
use crate::findings;

pub(crate) const EXAMPLES: &str = "\
Examples:
  bindery docs check create-agent.page.txt --spec spec/ledger.yaml
  bindery docs check pages/*.md --spec spec/ledger.yaml --format github
  bindery docs check README.md --spec spec/ledger.yaml     (the tables below `<!-- bindery: POST /v1/agents body -->`)
  bindery docs check generated/ledger.rs --spec spec/ledger.yaml     (generated code says what it sends and reads)
  bindery docs render spec/ledger.yaml --format html > reference.html
  bindery docs extract create-agent.page.txt > spec/documented/create-agent.md";

/// Arguments of `bindery docs`.
#[derive(Debug, clap::Args)]
pub(crate) struct DocsArgs {
    #[command(subcommand)]
    command: DocsCommand,
}

#[derive(Debug, Subcommand)]
enum DocsCommand {
    /// Compare pages with a description: text copied from a browser, saved HTML, Markdown or MDX
    Check(CheckArgs),
    /// Print what is understood of a page as a table, and the lines that are not
    Extract(ExtractArgs),
    /// Write the reference of a description, which `docs check` reads back
    Render(RenderArgs),
}

#[derive(Debug, clap::Args)]
struct RenderArgs {
    #[command(flatten)]
    input: InputArgs,
    /// How to write it
    #[arg(long, value_enum, default_value_t = RenderFormat::Markdown)]
    format: RenderFormat,
}

/// A form of the reference; see [`Form`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum RenderFormat {
    /// Tables
    Markdown,
    /// One page without anything outside of it, which can be searched
    Html,
}

#[derive(Debug, clap::Args)]
struct CheckArgs {
    /// The pages; one whose call is `ANY …` says what holds for all others too
    #[arg(value_name = "PAGE", required = true)]
    pages: Vec<PathBuf>,
    /// The description that they are compared with
    #[arg(long, value_name = "SPEC")]
    spec: PathBuf,
    /// The operation that the page is about, by operationId or as `POST /v1/agents` [default: what the page says]
    #[arg(long, value_name = "ID")]
    operation: Option<String>,
    #[command(flatten)]
    reading: ReadingArgs,
    #[command(flatten)]
    findings: FindingsArgs,
}

#[derive(Debug, clap::Args)]
struct ExtractArgs {
    /// The page
    #[arg(value_name = "PAGE")]
    page: PathBuf,
    /// Add a column with the line of the page that each field is from
    #[arg(long)]
    lines: bool,
}

/// Prints tables and findings to stdout.
pub(crate) fn run(args: &DocsArgs, console: &Console) -> Result<Outcome, Failure> {
    match &args.command {
        DocsCommand::Check(args) => check(args, console),
        DocsCommand::Extract(args) => extract(args, console),
        DocsCommand::Render(args) => render(args, console),
    }
}

fn check(args: &CheckArgs, console: &Console) -> Result<Outcome, Failure> {
    let levels = findings::levels(&args.findings)?;
    let checked = docs::check(&args.reading.config(), &args.pages, &args.spec, args.operation.as_deref(), &levels)?;
    if args.findings.format == FindingsFormat::Text {
        console.print(&checked.show())?;
    }
    let outcome = findings::conclude(vec![checked.batch], &args.findings, console)?;
    // A description that is no description was compared with nothing.
    if checked.tables.is_empty() && outcome == Outcome::Fine {
        return Err(Failure::Unusable("nothing was compared".to_owned()));
    }
    Ok(outcome)
}

fn extract(args: &ExtractArgs, console: &Console) -> Result<Outcome, Failure> {
    let reading = docs::page::read(&read(&args.page)?);
    console.print(&docs::extract(&reading.pages, args.lines))?;
    let name = args.page.display();
    for (line, problem) in &reading.problems {
        console.error(&format!("{name}:{line}: {problem}"));
    }
    if reading.pages.is_empty() {
        return Err(Failure::Unusable(format!("{name}: no operation and no field was found on the page")));
    }
    Ok(if reading.problems.is_empty() { Outcome::Fine } else { Outcome::Findings })
}

fn render(args: &RenderArgs, console: &Console) -> Result<Outcome, Failure> {
    let form = match args.format {
        RenderFormat::Markdown => Form::Markdown,
        RenderFormat::Html => Form::Html,
    };
    console.print(&docs::render::render(&args.input.config(), &args.input.description, form)?)?;
    Ok(Outcome::Fine)
}

fn read(path: &Path) -> Result<String, Failure> {
    let unusable = |error| Failure::Unusable(format!("{}: it can't be read: {error}", path.display()));
    fs::read_to_string(path).map_err(unusable)
}
