//! `bindery generate`: a description -> files, or a diff of those that are not what it gives now.

use std::borrow::Cow;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use bindery::plan::{RustCrate, RustItem};
use bindery::{Error, Generated, output};

use crate::args::GenerateArgs;
use crate::console::{Console, Count};
use crate::crate_files::{Manifest, crate_files};
use crate::depfile;
use crate::diff::unified_diff;
use crate::failure::{Failure, Outcome};

/// A file as it ought to be.
#[derive(Debug)]
pub(crate) struct OutFile<'t> {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// What is in it.
    pub(crate) text: Cow<'t, str>,
}

/// Generates the code and writes it, or holds the files that are there against it.
pub(crate) fn run(args: &GenerateArgs, console: &Console) -> Result<Outcome, Failure> {
    let generated = args.code.config(&args.input).generate(&args.input.description)?;
    console.report(&generated.diagnostics, &generated.sources);
    let files = files(args, &generated)?;
    if args.check {
        return check(&files, console);
    }
    for file in &files {
        write(file, console)?;
    }
    if let Some(path) = &args.depfile {
        let outputs = files.iter().map(|file| file.path.as_path());
        let text = depfile::render(outputs, generated.sources.files());
        write(&OutFile { path: path.clone(), text: text.into() }, console)?;
    }
    console.tell(&format!("{}; {}", contents(&generated.plan), console.count(&generated.diagnostics)))?;
    // The process ends; to take apart what was made would only take time.
    std::mem::forget(generated);
    Ok(Outcome::Fine)
}

fn files<'t>(args: &GenerateArgs, generated: &'t Generated) -> Result<Vec<OutFile<'t>>, Failure> {
    let Some(name) = &args.crate_name else {
        let stem = args.input.description.file_stem().unwrap_or_default().to_string_lossy();
        let name = args.name.as_deref().unwrap_or(&stem);
        let text = Cow::Borrowed(generated.text.as_str());
        return Ok(vec![OutFile { path: args.out_dir.join(format!("{name}.rs")), text }]);
    };
    let runtime_path = args.runtime_path.as_deref();
    crate_files(&Manifest { name, runtime_path, models_only: args.code.models_only() }, &args.out_dir, generated)
}

fn write(file: &OutFile<'_>, console: &Console) -> Result<(), Failure> {
    let OutFile { path, text } = file;
    let is_new = output::write(path, text).map_err(|source| Error::Write { path: path.clone(), source })?;
    console.tell(&format!("{} {}", if is_new { "wrote" } else { "unchanged" }, path.display()))
}

/// Prints a diff of each file that is not as it ought to be.
fn check(files: &[OutFile<'_>], console: &Console) -> Result<Outcome, Failure> {
    let mut outcome = Outcome::Fine;
    for OutFile { path, text } in files {
        let old = read(path)?;
        if old.as_deref() == Some(text.as_bytes()) {
            console.tell(&format!("{} is up to date", path.display()))?;
            continue;
        }
        outcome = Outcome::Findings;
        let old_text = old.as_deref().map(String::from_utf8_lossy);
        console.print(&unified_diff(path, old_text.as_deref(), text, console.color()))?;
        let problem = if old.is_some() { "is stale" } else { "is missing" };
        console.error(&format!("{} {problem}; run the same command without --check to write it", path.display()));
    }
    Ok(outcome)
}

fn read(path: &Path) -> Result<Option<Vec<u8>>, Failure> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Failure::Unusable(format!("{} can't be read: {error}", path.display()))),
    }
}

/// Says how much there is in the generated code.
fn contents(plan: &RustCrate) -> String {
    let (mut operations, mut types) = (0, 0);
    for item in plan.modules.iter().flat_map(|module| &module.items) {
        match item {
            RustItem::Client(client) => operations += client.operations.len(),
            RustItem::Server(_) => {}
            _ => types += 1,
        }
    }
    format!("{}, {}", Count::new(operations, "operation"), Count::new(types, "type"))
}
