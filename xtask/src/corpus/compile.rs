//! Generated files -> modules of crates that `cargo check` takes with every warning denied, many descriptions a crate.
//!
//! rustc stops at the end of a phase that found errors, so an error in one module can hide those of others. Descriptions with errors
//! are therefore taken out of their batch, and the rest is checked again until it passes.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use indicatif::ProgressBar;
use serde::Deserialize;

use super::Folders;
use super::pool::{code_file, code_stem};
use super::record::Record;
use super::usage::Usage;

/// Descriptions whose cost to compile has a budget, by the end of their name: each is a crate of its own.
pub(crate) const ALONE: [&str; 2] = ["api.github.com.json", "stripe.com.json"];

/// What compiling a crate of several descriptions came to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Batch {
    /// The descriptions.
    pub(crate) files: Vec<String>,
    /// Their lines of Rust.
    pub(crate) lines: u64,
    /// What the last check used, of those that compile.
    pub(crate) usage: Usage,
    /// What does not compile: the description, and its errors.
    pub(crate) failures: BTreeMap<String, Vec<CompileError>>,
    /// Why the batch could not be checked to its end.
    pub(crate) stopped: Option<String>,
}

/// An error or warning of rustc.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CompileError {
    /// Its code, or the lint.
    pub(crate) code: String,
    /// What it says.
    pub(crate) message: String,
    /// The line of the generated file.
    pub(crate) line: u64,
}

/// Compiles the code of descriptions that were generated.
pub(crate) fn compile(folders: &Folders, records: &[&Record], limit: u64, jobs: Option<usize>) -> Result<Vec<Batch>, String> {
    let batches = batches(records, limit);
    let bar = ProgressBar::new(batches.len() as u64);
    let mut done = Vec::new();
    for mut batch in batches {
        bar.set_message(format!("{} descriptions, {} lines", batch.files.len(), batch.lines));
        check(folders, &mut batch, jobs)?;
        done.push(batch);
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(done)
}

/// Puts descriptions together, by name, up to a number of lines.
fn batches(records: &[&Record], limit: u64) -> Vec<Batch> {
    let mut batches = Vec::new();
    let mut open = Batch::default();
    for record in records {
        let alone = ALONE.iter().any(|end| record.file.ends_with(end));
        if alone || (open.lines + record.lines > limit && !open.files.is_empty()) {
            batches.extend((!open.files.is_empty()).then(|| std::mem::take(&mut open)));
        }
        open.files.push(record.file.clone());
        open.lines += record.lines;
        if alone {
            batches.push(std::mem::take(&mut open));
        }
    }
    batches.extend((!open.files.is_empty()).then_some(open));
    batches
}

fn check(folders: &Folders, batch: &mut Batch, jobs: Option<usize>) -> Result<(), String> {
    let mut left = batch.files.clone();
    while !left.is_empty() {
        let (usage, errors, others) = check_once(folders, &left, jobs)?;
        batch.usage = usage;
        let failed: Vec<_> = errors.keys().cloned().collect();
        if failed.is_empty() {
            batch.stopped = others;
            return Ok(());
        }
        batch.failures.extend(errors);
        left.retain(|file| !failed.contains(file));
    }
    Ok(())
}

/// The errors of each description, and why cargo failed without one.
type Checked = (Usage, BTreeMap<String, Vec<CompileError>>, Option<String>);

fn check_once(folders: &Folders, files: &[String], jobs: Option<usize>) -> Result<Checked, String> {
    write_crate(folders, files)?;
    let usage_file = folders.scratch.join("usage.json");
    let program = std::env::current_exe().map_err(|error| format!("this program can't find itself: {error}"))?;
    // The first check of a run compiles the runtime; it is not part of what the generated code costs.
    let mut cargo = Command::new(program);
    cargo.arg("measured").arg("--usage").arg(&usage_file).args(["--", "cargo", "check", "--lib", "--message-format=json"]);
    cargo.args(jobs.iter().flat_map(|jobs| ["--jobs".to_owned(), jobs.to_string()]));
    cargo.current_dir(&folders.compile).env("CARGO_TARGET_DIR", folders.compile.join("target")).env("CARGO_INCREMENTAL", "0");
    let output = cargo.stdin(Stdio::null()).output().map_err(|error| format!("`cargo` can't be run: {error}"))?;
    let usage = fs::read_to_string(&usage_file).ok().and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
    let errors = errors(&String::from_utf8_lossy(&output.stdout), files);
    let failed = !output.status.success() && errors.is_empty();
    let others = failed.then(|| String::from_utf8_lossy(&output.stderr).chars().take(2000).collect());
    Ok((usage, errors, others))
}

fn write_crate(folders: &Folders, files: &[String]) -> Result<(), String> {
    let runtime = serde_json::Value::from(folders.workspace.join("runtime").to_string_lossy().into_owned());
    let manifest = format!(
        "[package]\nname = \"corpus-batch\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n\
         [dependencies]\nbindery-runtime = {{ path = {runtime} }}\n\n[workspace]\n"
    );
    let mut library = "//! Generated code of many descriptions.\n#![deny(warnings, missing_docs)]\n".to_owned();
    for (number, file) in files.iter().enumerate() {
        let path = code_file(&folders.code, file);
        // The files are named after the descriptions, which is no name that rustc likes for a module.
        let _ = writeln!(library, "/// `{file}`.\n#[path = {:?}]\npub mod description_{number};", path.to_string_lossy());
    }
    let source = folders.compile.join("src");
    let write = |path: PathBuf, text: &str| {
        fs::write(&path, text).map_err(|error| format!("{} can't be written: {error}", path.display()))
    };
    fs::create_dir_all(&source).map_err(|error| format!("{} can't be made: {error}", source.display()))?;
    write(folders.compile.join("Cargo.toml"), &manifest)?;
    write(source.join("lib.rs"), &library)?;
    let lock = folders.workspace.join("Cargo.lock");
    fs::copy(&lock, folders.compile.join("Cargo.lock"))
        .map_err(|error| format!("{} can't be copied: {error}", lock.display()))?;
    Ok(())
}

/// A line of `cargo check --message-format=json`, as far as it is read.
#[derive(Deserialize)]
struct Line {
    message: Option<Message>,
}

#[derive(Deserialize)]
struct Message {
    message: String,
    level: String,
    code: Option<MessageCode>,
    spans: Vec<Span>,
}

#[derive(Deserialize)]
struct MessageCode {
    code: String,
}

#[derive(Deserialize)]
struct Span {
    file_name: String,
    line_start: u64,
    is_primary: bool,
    expansion: Option<Box<Expansion>>,
}

#[derive(Deserialize)]
struct Expansion {
    span: Span,
}

/// Reads cargo's messages, and says whose they are: of the description in whose file the error is, or the macro call that led to it.
fn errors(output: &str, files: &[String]) -> BTreeMap<String, Vec<CompileError>> {
    let by_stem: BTreeMap<String, &String> = files.iter().map(|file| (code_stem(file), file)).collect();
    let mut errors: BTreeMap<String, Vec<CompileError>> = BTreeMap::new();
    for line in output.lines() {
        let Ok(Line { message: Some(message) }) = serde_json::from_str(line) else { continue };
        let Message { message, level, code, spans } = message;
        let mut places = spans.iter().filter(|span| span.is_primary).chain(&spans).filter_map(|span| place(span, &by_stem));
        if level == "error" || level == "warning" {
            let Some((file, line)) = places.next() else { continue };
            let code = code.map(|code| code.code).unwrap_or_default();
            errors.entry(file.clone()).or_default().push(CompileError { code, message, line });
        }
    }
    errors
}

fn place<'a>(span: &Span, by_stem: &BTreeMap<String, &'a String>) -> Option<(&'a String, u64)> {
    let mut span = Some(span);
    while let Some(at) = span {
        let module = Path::new(&at.file_name).file_stem().map(|stem| stem.to_string_lossy().into_owned());
        if let Some(file) = module.and_then(|module| by_stem.get(&module)) {
            return Some((file, at.line_start));
        }
        span = at.expansion.as_ref().map(|expansion| &expansion.span);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_belong_to_the_file_or_the_macro_call() {
        let file = "a/b.json".to_owned();
        let own = format!("/x/{}.rs", code_stem(&file));
        let line = serde_json::json!({"reason": "compiler-message", "message": {
            "message": "mismatched types", "level": "error", "code": {"code": "E0308"},
            "spans": [{"file_name": "runtime/src/lib.rs", "line_start": 3, "is_primary": true,
                "expansion": {"span": {"file_name": own, "line_start": 7, "is_primary": true, "expansion": null}}}]}});
        let other = serde_json::json!({"reason": "compiler-artifact"});
        let found = errors(&format!("{other}\n{line}\n"), std::slice::from_ref(&file));
        let expected = CompileError { code: "E0308".to_owned(), message: "mismatched types".to_owned(), line: 7 };
        assert_eq!(found, BTreeMap::from([(file, vec![expected])]));
    }

    #[test]
    fn batches_are_filled_and_budgets_stand_alone() {
        let record = |file: &str, lines| Record {
            file: file.to_owned(),
            generator: String::new(),
            bytes: 0,
            outcome: crate::corpus::record::Outcome::Generated,
            wall: 0.0,
            usage: None,
            lines,
            findings: BTreeMap::new(),
            counts: None,
        };
        let records = [record("a", 4), record("b", 4), record("c", 4), record("x/stripe.com.json", 1), record("z", 99)];
        let records: Vec<_> = records.iter().collect();
        let files: Vec<_> = batches(&records, 10).into_iter().map(|batch| batch.files.join(" ")).collect();
        assert_eq!(files, ["a b", "c", "x/stripe.com.json", "z"]);
    }
}
