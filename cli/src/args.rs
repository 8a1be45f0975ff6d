//! The command line: what may be written, and what it means to the library.

use std::path::{Path, PathBuf};

use bindery::Config;
use clap::{ColorChoice, Parser, Subcommand, ValueEnum};

use crate::crate_files::is_crate_name;
use crate::diff_command::{self, DiffArgs};

/// Turns an OpenAPI description into Rust models and a client, and shows how it understands one.
#[derive(Debug, Parser)]
#[command(name = "bindery", version, propagate_version = true, max_term_width = 120, after_help = EXIT_CODES)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[command(flatten)]
    pub(crate) printing: PrintingArgs,
}

const EXIT_CODES: &str = "\
Examples:
  bindery generate spec/ledger.yaml -o generated
  bindery lint spec/ledger.yaml
  bindery validate --spec spec/ledger.yaml --schema Agent agent.json
  bindery mock spec/ledger.yaml --port 8080
  bindery inspect spec/ledger.yaml --stage types

Exit codes:
  0  fine
  1  findings: the description is refused, files are stale (--check), or something is as bad as --fail-on says
  2  bad usage, or a file that can't be read or written";

/// How results are printed.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Printing")]
pub(crate) struct PrintingArgs {
    /// When to use colours; `auto`: on a terminal, unless NO_COLOR is set
    #[arg(long, global = true, value_name = "WHEN", default_value_t = ColorChoice::Auto)]
    pub(crate) color: ColorChoice,
    /// Print warnings, errors and what was asked for, nothing else
    #[arg(long, short, global = true, conflicts_with = "verbose")]
    pub(crate) quiet: bool,
    /// Print notes too: choices that are worth knowing
    #[arg(long, short, global = true)]
    pub(crate) verbose: bool,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Write the Rust of a description: one file to include, or a whole crate
    #[command(after_help = GENERATE_EXAMPLES)]
    Generate(GenerateArgs),
    /// Judge descriptions: what breaks OpenAPI, where Rust has to choose, and what bites callers
    #[command(after_help = LINT_EXAMPLES)]
    Lint(LintArgs),
    /// Hold published reference pages against a description, field by field
    #[command(after_help = crate::docs::EXAMPLES)]
    Docs(crate::docs::DocsArgs),
    /// Compare two descriptions: what breaks on the wire, and what breaks for code that uses the generated crate
    #[command(after_help = diff_command::EXAMPLES)]
    Diff(DiffArgs),
    /// Hold payloads against a description: values, bodies, recorded traffic
    #[command(after_help = crate::validate::EXAMPLES)]
    Validate(crate::validate::ValidateArgs),
    /// Say what a rule means, with a bad and a good sample
    Explain(ExplainArgs),
    /// Serve a description on loopback until Ctrl-C: it checks requests, and answers with examples and what was created
    #[command(after_help = MOCK_EXAMPLES)]
    Mock(MockArgs),
    /// Show what a description becomes, stage by stage
    #[command(after_help = INSPECT_EXAMPLES)]
    Inspect(InspectArgs),
}

const GENERATE_EXAMPLES: &str = "\
Examples:
  One file, generated/ledger.rs, the same that a build script makes:
    bindery generate spec/ledger.yaml -o generated
  Fail with a diff where that file is not what the description gives now:
    bindery generate spec/ledger.yaml -o generated --check
  A complete crate:
    bindery generate spec/ledger.yaml -o ledger-client --crate-name ledger-client
  A description in several files, below the working directory, mended by an overlay:
    bindery generate api/openapi.yaml -o src --root-folder . --overlay fixes.yaml
  Models only, with a type of your own for one schema and another name for a second:
    bindery generate spec/ledger.yaml -o src --models-only --replace-schema Money=crate::Money --rename agent_v2=Agent";

const LINT_EXAMPLES: &str = "\
Examples:
  bindery lint spec/ledger.yaml
  bindery lint spec/*.yaml --format sarif > bindery.sarif
  bindery lint spec/ledger.yaml --fail-on warning --level design=warning
  Live with what is there, and hear of what is new:
    bindery lint spec/ledger.yaml --baseline lint-baseline.txt --update-baseline
    bindery lint spec/ledger.yaml --baseline lint-baseline.txt";

const MOCK_EXAMPLES: &str = "\
Examples:
  bindery mock spec/ledger.yaml
  bindery mock spec/ledger.yaml --port 8080 --key lk_test_1
  curl -H 'Api-Key: lk_test_1' http://127.0.0.1:8080/v1/agents";

const INSPECT_EXAMPLES: &str = "\
Examples:
  bindery inspect spec/ledger.yaml
  bindery inspect spec/ledger.yaml --stage plan
  bindery inspect spec/ledger.yaml --stage types --format json";

/// What is read.
#[derive(Debug, clap::Args)]
pub(crate) struct InputArgs {
    /// The description: OpenAPI or Swagger 2.0, as YAML or JSON; files that it refers to are read too
    #[arg(value_name = "SPEC")]
    pub(crate) description: PathBuf,
    #[command(flatten)]
    pub(crate) reading: ReadingArgs,
}

/// How a description is read.
#[derive(Debug, clap::Args)]
pub(crate) struct ReadingArgs {
    /// Change the description by an overlay (OpenAPI Overlay) before it is read; can be repeated
    #[arg(long, value_name = "FILE", help_heading = "Description")]
    overlay: Vec<PathBuf>,
    /// Allow references to files below this folder [default: the folder of the description]
    #[arg(long, value_name = "DIR", help_heading = "Description")]
    root_folder: Option<PathBuf>,
    /// Read a file or folder of yours where a reference has a URL that begins so; can be repeated
    #[arg(long, value_name = "URL=PATH", value_parser = last_pair, help_heading = "Description")]
    local_copy: Vec<(String, String)>,
}

impl InputArgs {
    /// Returns the options of the library that say what is read.
    pub(crate) fn config(&self) -> Config {
        self.reading.config()
    }
}

impl ReadingArgs {
    /// Returns the options of the library that say what is read.
    pub(crate) fn config(&self) -> Config {
        let mut config = Config::new();
        for path in &self.overlay {
            config.overlay(path);
        }
        if let Some(folder) = &self.root_folder {
            config.root_folder(folder);
        }
        for (url, path) in &self.local_copy {
            config.local_copy(url, path);
        }
        config
    }
}

/// Arguments of `bindery generate`.
#[derive(Debug, clap::Args)]
pub(crate) struct GenerateArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,
    /// The folder to write into; it is made if need be
    #[arg(long, short = 'o', value_name = "DIR")]
    pub(crate) out_dir: PathBuf,
    /// The name of the file, without `.rs` [default: the description's, without its ending]
    #[arg(long, value_name = "NAME", value_parser = file_name)]
    pub(crate) name: Option<String>,
    /// Write a complete crate of this name instead: Cargo.toml and src/lib.rs, both made anew each time
    #[arg(long, value_name = "NAME", value_parser = crate_name, conflicts_with = "name")]
    pub(crate) crate_name: Option<String>,
    /// Let the crate use bindery-runtime at this path [default: the release of this version]
    #[arg(long, value_name = "PATH", requires = "crate_name")]
    pub(crate) runtime_path: Option<PathBuf>,
    /// Write nothing; print a diff and exit with 1 where a file is missing or stale
    #[arg(long)]
    pub(crate) check: bool,
    /// Write which files were made of which, in Makefile syntax, for other build systems than cargo
    #[arg(long, value_name = "FILE", conflicts_with = "check")]
    pub(crate) depfile: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) code: CodeArgs,
}

/// What decides about the generated code: the options of [`Config`], by the same names.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Generated code")]
pub(crate) struct CodeArgs {
    /// Generate models without a client
    #[arg(long)]
    models_only: bool,
    /// Which modules there are
    #[arg(long, value_enum, default_value_t = Layout::Flat)]
    layout: Layout,
    /// Add a derive to every model; can be repeated
    #[arg(long, value_name = "PATH")]
    derive: Vec<String>,
    /// Use a Rust type of yours for a schema of `components.schemas`; can be repeated
    #[arg(long, value_name = "NAME=PATH", value_parser = first_pair)]
    replace_schema: Vec<(String, String)>,
    /// Use a Rust type for every string or number of a format; can be repeated
    #[arg(long, value_name = "NAME=PATH", value_parser = first_pair)]
    replace_format: Vec<(String, String)>,
    /// Give a Rust name to a schema (by its name), an operation (operationId) or anything (JSON Pointer); can be repeated
    #[arg(long, value_name = "WHAT=NAME", value_parser = last_pair)]
    rename: Vec<(String, String)>,
    /// Generate the operations of this tag only, with what they use; can be repeated
    #[arg(long)]
    tag: Vec<String>,
    /// Refuse objects with properties that nobody described, when they are read
    #[arg(long)]
    reject_unknown_properties: bool,
    /// Keep properties that nobody described in a map
    #[arg(long, conflicts_with = "reject_unknown_properties")]
    keep_unknown_properties: bool,
    /// Refuse enum values that nobody described, when they are read
    #[arg(long)]
    reject_unknown_values: bool,
    /// Leave out what is not supported yet, where its error has this id, and warn instead; can be repeated
    #[arg(long, value_name = "ID")]
    allow: Vec<String>,
}

impl CodeArgs {
    /// Returns the options of the library that say the same.
    pub(crate) fn config(&self, input: &InputArgs) -> Config {
        self.apply(input.config())
    }

    /// Adds the options of the library that say the same.
    pub(crate) fn apply(&self, mut config: Config) -> Config {
        if self.models_only {
            config.models_only();
        }
        if self.reject_unknown_properties {
            config.reject_unknown_properties();
        }
        if self.keep_unknown_properties {
            config.keep_unknown_properties();
        }
        if self.reject_unknown_values {
            config.reject_unknown_values();
        }
        config.layout(match self.layout {
            Layout::Flat => bindery::Layout::Flat,
            Layout::Modules => bindery::Layout::Modules,
        });
        for path in &self.derive {
            config.derive(path);
        }
        for (schema, path) in &self.replace_schema {
            config.replace_schema(schema, path);
        }
        for (format, path) in &self.replace_format {
            config.replace_format(format, path);
        }
        for (what, name) in &self.rename {
            config.rename(what, name);
        }
        for tag in &self.tag {
            config.tag(tag);
        }
        for id in &self.allow {
            config.allow(id);
        }
        config
    }

    /// Tells whether there is to be no client.
    pub(crate) fn models_only(&self) -> bool {
        self.models_only
    }
}

/// Which modules there are; see [`bindery::Layout`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Layout {
    /// Everything is where the file is included, but for `servers`
    Flat,
    /// Models are in `types`, parameters and answers in `operations`
    Modules,
}

/// Arguments of `bindery lint`.
#[derive(Debug, clap::Args)]
pub(crate) struct LintArgs {
    /// The descriptions: OpenAPI or Swagger 2.0, as YAML or JSON; files that they refer to are read too
    #[arg(value_name = "SPEC", required = true)]
    pub(crate) descriptions: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) reading: ReadingArgs,
    /// Mend in the files what is mechanical, and judge what comes of it; comments and layout stay
    #[arg(long)]
    pub(crate) fix: bool,
    #[command(flatten)]
    pub(crate) findings: FindingsArgs,
}

/// Arguments of `bindery explain`.
#[derive(Debug, clap::Args)]
pub(crate) struct ExplainArgs {
    /// The rule, as findings name it; without one, all rules are listed
    pub(crate) id: Option<String>,
}

/// How findings are weighed and shown.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Findings")]
pub(crate) struct FindingsArgs {
    /// How to show findings
    #[arg(long, value_enum, default_value_t = FindingsFormat::Text)]
    pub(crate) format: FindingsFormat,
    /// Exit with 1 if there is a finding as bad as this, or worse
    #[arg(long, value_enum, value_name = "SEVERITY", default_value_t = FailOn::Error)]
    pub(crate) fail_on: FailOn,
    /// Read levels of rules from this file [default: bindery.toml, where it is there]
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Set the level of a rule or a group: off, note, warning or error; can be repeated
    #[arg(long, value_name = "RULE=LEVEL", value_parser = first_pair)]
    pub(crate) level: Vec<(String, String)>,
    /// Leave out the findings that this file names, and report lines of it that nothing is found of any more
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
    /// Write all findings there are into the baseline
    #[arg(long, requires = "baseline")]
    pub(crate) update_baseline: bool,
}

/// A way to show findings; see [`bindery_validator::print::Format`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FindingsFormat {
    /// For people: each finding with the source line that it is about
    Text,
    /// One JSON object
    Json,
    /// SARIF 2.1.0
    Sarif,
    /// Annotations of GitHub Actions
    Github,
    /// JUnit XML
    Junit,
    /// A table for a pull request
    Markdown,
}

/// The least severity that makes a command fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    Note,
    Warning,
    Error,
}

/// Arguments of `bindery mock`.
#[derive(Debug, clap::Args)]
pub(crate) struct MockArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,
    /// Listen on this port of 127.0.0.1; 0 takes any that is free
    #[arg(long, default_value_t = 0)]
    pub(crate) port: u16,
    /// Accept this credential (API key, bearer token, or user:password) and no other; can be repeated [default: any]
    #[arg(long)]
    pub(crate) key: Vec<String>,
}

/// Arguments of `bindery inspect`.
#[derive(Debug, clap::Args)]
pub(crate) struct InspectArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,
    /// What to show
    #[arg(long, value_enum, default_value_t = Stage::Ir)]
    pub(crate) stage: Stage,
    /// How to show it; `json` is there for `--stage types`
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    #[command(flatten)]
    pub(crate) code: CodeArgs,
}

/// A result of the pipeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Stage {
    /// The description in its normal form, references resolved
    Document,
    /// The types and operations that it means, before Rust
    Ir,
    /// The public API of the generated code, one item a line
    Plan,
    /// The Rust path of each schema, by its JSON Pointer
    Types,
}

/// A way to print a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    Text,
    /// For programs
    Json,
}

/// Reads the name of a file in a folder.
fn file_name(text: &str) -> Result<String, String> {
    if Path::new(text).file_name().is_some_and(|name| name == text) {
        Ok(text.to_owned())
    } else {
        Err("it is a name, not a path; --out-dir says where".to_owned())
    }
}

fn crate_name(text: &str) -> Result<String, String> {
    if is_crate_name(text) {
        Ok(text.to_owned())
    } else {
        Err("a crate's name is of ASCII letters, digits, `-` and `_`, and starts with a letter".to_owned())
    }
}

/// Reads `name=path`. The name has no `=`; a path may.
fn first_pair(text: &str) -> Result<(String, String), String> {
    pair(text.split_once('='))
}

/// Reads `what=name`. The name has no `=`; a JSON Pointer may.
fn last_pair(text: &str) -> Result<(String, String), String> {
    pair(text.rsplit_once('='))
}

fn pair(parts: Option<(&str, &str)>) -> Result<(String, String), String> {
    match parts {
        Some((left, right)) if !left.is_empty() && !right.is_empty() => Ok((left.to_owned(), right.to_owned())),
        _ => Err("it is two words with `=` between them".to_owned()),
    }
}
