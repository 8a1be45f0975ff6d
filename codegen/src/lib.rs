//! Bindery turns an OpenAPI description into Rust models and a client, while cargo builds.
//!
//! The whole of a simple `build.rs`:
//!
//! ```no_run
//! fn main() -> Result<(), bindery::Error> {
//!     bindery::compile("spec/ledger.yaml")
//! }
//! ```
//!
//! and in the crate, whose only dependency for it is `bindery-runtime`:
//!
//! ```ignore
//! bindery_runtime::include_api!("ledger");
//! ```
//!
//! # The pipeline
//!
//! ```text
//! texts --assemble--> text --parse--> OpenAPI document --resolve--> spec::Document --lower--> ir::Api --analyze--> facts
//!       --plan--> RustCrate --emit--> items --format--> text --output--> files (write | check)
//! ```
//!
//! Each stage is a module, and uses only those before it. A stage reports all that it finds; the run stops at the end of a stage that
//! found an error. [`Config::generate`] gives the result of every stage to tools; what the modules hold may change between releases.
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::panic, clippy::print_stdout, clippy::print_stderr))]

pub mod analyze;
pub mod arena;
pub mod assemble;
mod build;
mod config;
pub mod diagnostic;
pub mod emit;
mod error;
pub mod formats;
pub mod ir;
pub mod kind;
pub mod lower;
pub mod output;
pub mod parse;
pub mod plan;
pub mod report;
pub mod source;
pub mod spec;
mod stack;

use std::path::{Path, PathBuf};

use diagnostic::{Diagnostic, Diagnostics, Kind, Severity};
use source::{DocumentId, Sources};

pub use config::Config;
pub use error::{Error, Refusal};
pub use plan::Layout;

/// Generates the client of a description into the build script's `OUT_DIR`: [`Config::compile`] with every default.
///
/// # Errors
///
/// See [`Config::compile`].
pub fn compile(description: impl AsRef<Path>) -> Result<(), Error> {
    Config::new().compile(description)
}

/// Reads a description into its normal form: [`Config::load`] with every default.
///
/// # Errors
///
/// See [`Config::load`].
pub fn load(description: impl AsRef<Path>) -> Result<Loaded, Error> {
    Config::new().load(description)
}

/// A description in its normal form.
#[derive(Debug)]
pub struct Loaded {
    /// The normal form.
    pub document: spec::Document,
    /// What there is to say about the description.
    pub diagnostics: Diagnostics,
    /// The texts that it was read from.
    pub sources: Sources,
}

/// The code of a description.
#[derive(Debug)]
pub struct Generated {
    /// The Rust that is written.
    pub plan: plan::RustCrate,
    /// That Rust as text.
    pub text: String,
    /// What there is to say about it.
    pub diagnostics: Diagnostics,
    /// The texts that it was read from.
    pub sources: Sources,
}

/// What a description became, stage by stage.
#[derive(Debug)]
pub struct Inspected {
    /// The normal form of the description.
    pub document: spec::Document,
    /// What it means.
    pub api: ir::Api,
    /// The Rust that is written.
    pub plan: plan::RustCrate,
    /// That Rust as text.
    pub text: String,
    /// What there is to say about it.
    pub diagnostics: Diagnostics,
    /// The texts that it was read from.
    pub sources: Sources,
}

/// All that can be known of a description, also of one that is refused.
#[derive(Debug)]
pub struct Examined {
    /// The texts that it was read from.
    pub sources: Sources,
    /// The text that the stages after assemble read: that of the description, or one put together from it.
    pub text: DocumentId,
    /// What there is to say about it. Where the text was put together, places are in that; [`Sources::written`] leads to what people wrote.
    pub diagnostics: Diagnostics,
    /// The normal form, where the text is a description.
    pub document: Option<spec::Document>,
    /// What it means. Where there are errors, what they are about is left out or stands for anything.
    pub api: Option<ir::Api>,
    /// The Rust that would be written.
    pub plan: Option<plan::RustCrate>,
}

impl Config {
    /// Reads a description into its normal form. Of the options only those count that say what is read.
    ///
    /// # Errors
    ///
    /// Fails with every finding where the description can't be read or breaks its standard.
    pub fn load(&self, description: impl AsRef<Path>) -> Result<Loaded, Error> {
        let (mut sources, input) = read(description.as_ref())?;
        let mut found = Findings::new(self);
        match normal_form(&mut sources, &input, &mut found) {
            Ok(document) => Ok(Loaded { document, diagnostics: found.list, sources }),
            Err(Stop) => Err(Error::refused(found.list, sources)),
        }
    }

    /// Generates the code of a description, and writes nothing.
    ///
    /// # Errors
    ///
    /// Fails with every finding where the description can't be read, breaks its standard, or has something that can't be generated and
    /// is not allowed; and where an option is wrong.
    pub fn generate(&self, description: impl AsRef<Path>) -> Result<Generated, Error> {
        let (sources, input) = read(description.as_ref())?;
        self.run(sources, input)
    }

    /// Generates the code of a description that is at hand as text; `name` is what messages call it.
    ///
    /// # Errors
    ///
    /// See [`Config::generate`].
    pub fn generate_text(&self, name: &str, text: &str) -> Result<Generated, Error> {
        let mut sources = Sources::default();
        let document = sources.add(name, text);
        self.run(sources, Input { document, path: None })
    }

    /// Generates the code of a description as [`Config::generate`] does, and keeps what the stages before made.
    ///
    /// # Errors
    ///
    /// See [`Config::generate`].
    pub fn inspect(&self, description: impl AsRef<Path>) -> Result<Inspected, Error> {
        let (sources, input) = read(description.as_ref())?;
        self.run_and_keep(sources, input)
    }

    /// Inspects a description that is at hand as text; `name` is what messages call it.
    ///
    /// # Errors
    ///
    /// See [`Config::generate`].
    pub fn inspect_text(&self, name: &str, text: &str) -> Result<Inspected, Error> {
        let mut sources = Sources::default();
        let document = sources.add(name, text);
        self.run_and_keep(sources, Input { document, path: None })
    }

    /// Examines a description: goes through the stages up to the plan, past the errors of a stage where it made something all the same.
    ///
    /// # Errors
    ///
    /// Fails where the description can't be read, or an option is wrong.
    pub fn examine(&self, description: impl AsRef<Path>) -> Result<Examined, Error> {
        self.examine_file(Sources::default(), description)
    }

    /// Examines a description that is at hand as a text of `sources`. The texts that are there already stay there, so that findings
    /// about several descriptions can have places in one [`Sources`].
    ///
    /// # Errors
    ///
    /// See [`Config::examine`].
    pub fn examine_source(&self, sources: Sources, document: DocumentId) -> Result<Examined, Error> {
        self.run_past_errors(sources, Input { document, path: None })
    }

    /// Examines a file as [`Config::examine`] does, and keeps the texts that are there already; see [`Config::examine_source`].
    ///
    /// # Errors
    ///
    /// See [`Config::examine`].
    pub fn examine_file(&self, sources: Sources, description: impl AsRef<Path>) -> Result<Examined, Error> {
        let (sources, input) = read_into(sources, description.as_ref())?;
        self.run_past_errors(sources, input)
    }

    fn run_past_errors(&self, mut sources: Sources, input: Input) -> Result<Examined, Error> {
        if let Some(mistake) = self.mistakes() {
            return Err(Error::Option(mistake));
        }
        let (text, mut diagnostics) = assemble::assemble(&mut sources, input.document, input.path.as_deref(), &self.assemble);
        let (mut document, mut api, mut plan) = (None, None, None);
        let done = stack::deep(|| {
            let (description, found) = parse::parse(&sources, text);
            diagnostics.append(found);
            let Some(description) = description else { return };
            let (resolved, found) = spec::resolve(&description, text);
            diagnostics.append(found);
            let (lowered, found) = lower::lower(&resolved, &self.lower);
            diagnostics.append(found);
            let (planned, found) = plan::plan(&lowered, &analyze::analyze(&lowered), &self.plan);
            diagnostics.append(found);
            (document, api, plan) = (Some(resolved), Some(lowered), Some(planned));
        });
        if let Err(none) = done {
            diagnostics.push(none.report(text));
            return Err(Error::refused(diagnostics, sources));
        }
        Ok(Examined { sources, text, diagnostics, document, api, plan })
    }

    fn run(&self, sources: Sources, input: Input) -> Result<Generated, Error> {
        self.run_with(sources, input, &mut |_| {})
    }

    fn run_and_keep(&self, sources: Sources, input: Input) -> Result<Inspected, Error> {
        let (mut document, mut api) = (None, None);
        let Generated { plan, text, diagnostics, sources } = self.run_with(sources, input, &mut |made| match made {
            Made::Document(made) => document = Some(made),
            Made::Api(made) => api = Some(made),
        })?;
        let every_stage = "a run that generates has gone through every stage";
        let (document, api) = (document.expect(every_stage), api.expect(every_stage));
        Ok(Inspected { document, api, plan, text, diagnostics, sources })
    }

    fn run_with(&self, mut sources: Sources, input: Input, done_with: &mut DoneWith<'_>) -> Result<Generated, Error> {
        if let Some(mistake) = self.mistakes() {
            return Err(Error::Option(mistake));
        }
        let mut found = Findings::new(self);
        let done = stack::deep(|| self.stages(&mut sources, &input, &mut found, done_with));
        let done = done.unwrap_or_else(|none| {
            found.list.push(none.report(input.document));
            Err(Stop)
        });
        match done {
            Ok((plan, text)) => Ok(Generated { plan, text, diagnostics: found.list, sources }),
            Err(Stop) => Err(Error::refused(found.list, sources)),
        }
    }

    /// The pipeline. What a stage made goes to `done_with` as soon as no later stage needs it, so that a large description is in
    /// memory in two forms at most.
    fn stages(
        &self,
        sources: &mut Sources,
        input: &Input,
        found: &mut Findings<'_>,
        done_with: &mut DoneWith<'_>,
    ) -> Result<(plan::RustCrate, String), Stop> {
        let document = normal_form(sources, input, found)?;
        let api = found.end_of_stage(sources, lower::lower(&document, &self.lower))?;
        done_with(Made::Document(document));
        let facts = analyze::analyze(&api);
        let plan = found.end_of_stage(sources, plan::plan(&api, &facts, &self.plan))?;
        done_with(Made::Api(api));
        let text = output::render(&plan, sources.get(input.document).file_name());
        Ok((plan, text))
    }
}

/// Takes what a stage made and no other needs.
type DoneWith<'a> = dyn FnMut(Made) + Send + 'a;

/// What the stages before the plan made.
enum Made {
    Document(spec::Document),
    Api(ir::Api),
}

/// The root of a description.
struct Input {
    document: DocumentId,
    /// Where it is, if it is a file.
    path: Option<PathBuf>,
}

fn read(description: &Path) -> Result<(Sources, Input), Error> {
    read_into(Sources::default(), description)
}

fn read_into(mut sources: Sources, description: &Path) -> Result<(Sources, Input), Error> {
    match sources.load(description) {
        Ok(document) => Ok((sources, Input { document, path: Some(description.to_owned()) })),
        Err(unreadable) => Err(Error::refused(unreadable.into(), sources)),
    }
}

fn normal_form(sources: &mut Sources, input: &Input, found: &mut Findings<'_>) -> Result<spec::Document, Stop> {
    let assembled = assemble::assemble(sources, input.document, input.path.as_deref(), &found.config.assemble);
    let document = found.end_of_stage(sources, assembled)?;
    let (description, diagnostics) = parse::parse(sources, document);
    let Some(description) = description else {
        found.refuse(sources, diagnostics);
        return Err(Stop);
    };
    let description = found.end_of_stage(sources, (description, diagnostics))?;
    found.end_of_stage(sources, spec::resolve(&description, document))
}

/// A stage found an error.
struct Stop;

/// All that the stages found so far.
struct Findings<'a> {
    config: &'a Config,
    list: Diagnostics,
}

impl<'a> Findings<'a> {
    fn new(config: &'a Config) -> Self {
        Self { config, list: Diagnostics::default() }
    }

    /// Takes what a stage found that made nothing. No option allows that.
    fn refuse(&mut self, sources: &Sources, mut found: Diagnostics) {
        found.iter_mut().for_each(|finding| show_where_written(finding, sources));
        self.list.append(found);
    }

    /// Takes what a stage made and found; an error among that ends the run.
    fn end_of_stage<T>(&mut self, sources: &Sources, (made, mut found): (T, Diagnostics)) -> Result<T, Stop> {
        for finding in found.iter_mut() {
            show_where_written(finding, sources);
            let allowed = finding.code.kind() == Kind::Unsupported && self.config.allowed.contains(finding.code.id());
            if allowed && finding.severity == Severity::Error {
                finding.severity = Severity::Warning;
            }
        }
        let failed = found.has_errors();
        self.list.append(found);
        if failed { Err(Stop) } else { Ok(made) }
    }
}

/// Moves a finding about a text that was put together to the text that somebody wrote.
fn show_where_written(finding: &mut Diagnostic, sources: &Sources) {
    let written = sources.written(&finding.origin);
    if written.document != finding.origin.document {
        // A place in a text that nobody sees helps nobody.
        finding.place = None;
    }
    finding.origin = written;
    if let Some((_, related)) = &mut finding.related {
        *related = sources.written(related);
    }
}
