//! A program with the generated modules of a batch, that tells what a type makes of a text.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::{fs, io, thread};

use bindery_values::{OUTCOME_MACRO, Outcome};

/// A module of the program, and its types.
pub(super) struct Module<'a> {
    pub(super) text: &'a str,
    pub(super) types: Vec<String>,
}

/// Writes and compiles the program; the error is the compiler's.
pub(super) fn build(folder: &Path, runtime: &Path, modules: &[Module<'_>]) -> Result<(), String> {
    write(folder, runtime, modules).map_err(|error| format!("the program can't be written: {error}"))?;
    let output = Command::new("cargo")
        .args(["build", "--quiet", "--message-format", "short"])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env("CARGO_INCREMENTAL", "0")
        .output()
        .map_err(|error| format!("cargo can't be run: {error}"))?;
    if output.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&output.stderr).into_owned()) }
}

fn write(folder: &Path, runtime: &Path, modules: &[Module<'_>]) -> io::Result<()> {
    let sources = folder.join("src");
    if sources.exists() {
        fs::remove_dir_all(&sources)?;
    }
    fs::create_dir_all(&sources)?;
    fs::write(folder.join("Cargo.toml"), manifest(runtime))?;
    let mut main = format!("#![allow(deprecated, unused)]\n{OUTCOME_MACRO}\n");
    let mut table = String::new();
    for (index, module) in modules.iter().enumerate() {
        fs::write(sources.join(format!("m{index}.rs")), module.text)?;
        let _ = writeln!(main, "mod m{index};");
        for ty in &module.types {
            let _ = writeln!(table, "    outcome!(m{index}::{ty}),");
        }
    }
    let _ = write!(main, "static TABLE: &[fn(&str) -> String] = &[\n{table}];\n{MAIN}");
    fs::write(sources.join("main.rs"), main)
}

fn manifest(runtime: &Path) -> String {
    format!(
        "[package]\nname = \"round-trip\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n\
         bindery-runtime = {{ path = {runtime:?} }}\n\
         serde_json = {{ version = \"1\", features = [\"float_roundtrip\", \"preserve_order\"] }}\n\n\
         [profile.dev]\ndebug = false\n"
    )
}

/// Each line of input is the number of a type and a text; each line of output is what came of it. The stack is large because the
/// frames of unoptimized code are.
const MAIN: &str = r#"
fn main() {
    let worker = std::thread::Builder::new().stack_size(256 << 20).spawn(|| {
        for line in std::io::stdin().lines() {
            let line = line.expect("the input is text");
            let (number, text) = line.split_once('\t').expect("a line has two parts");
            let number: usize = number.parse().expect("the first is a number");
            println!("{}", TABLE[number](text));
        }
    });
    worker.expect("a thread can be started").join().expect("no value makes a type panic");
}
"#;

/// Gives the program texts, each with the number of its type; where the program ends too early, the rest has no outcome.
pub(super) fn ask(folder: &Path, texts: Vec<(usize, String)>) -> Vec<Option<Outcome>> {
    let count = texts.len();
    let mut outcomes = answers(folder, texts).unwrap_or_default();
    outcomes.resize_with(count, || None);
    outcomes
}

fn answers(folder: &Path, texts: Vec<(usize, String)>) -> io::Result<Vec<Option<Outcome>>> {
    let program = folder.join("target/debug/round-trip");
    let mut child = Command::new(program).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let input = child.stdin.take();
    let writer = thread::spawn(move || -> io::Result<()> {
        let Some(mut input) = input else { return Ok(()) };
        for (number, text) in texts {
            writeln!(input, "{number}\t{text}")?;
        }
        Ok(())
    });
    let lines = child.stdout.take().map(BufReader::new);
    let outcomes = lines.into_iter().flat_map(BufRead::lines).map_while(Result::ok).map(|line| Outcome::parse(&line)).collect();
    child.wait()?;
    // A program that ended early leaves the writer with a broken pipe, and its outcomes missing.
    let _ = writer.join();
    Ok(outcomes)
}
