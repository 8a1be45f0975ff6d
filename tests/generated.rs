//! Holds `generated/`, which people review, equal to what `cargo build` compiles.
//!
//! `generated/ledger.rs` is plain Rust, so that a pull request shows it as Rust and `bindery generate` writes the very same file. insta
//! can't keep it: its text snapshots begin with a header, which is no Rust, and of its binary snapshots `cargo insta review` shows no diff.
//! A `.snap` beside the file would show every change twice. So this test compares by itself, prints the diff, and names the command that
//! accepts it; `INSTA_UPDATE=always` accepts it together with the other snapshots. The list of the public API is insta's.

use std::path::Path;
use std::{env, fs};

use bindery::plan::listing::public_api;
use bindery::{Config, Generated};
use similar::TextDiff;

/// What the build script wrote and the compiler read.
const COMPILED: &str = include_str!(concat!(env!("OUT_DIR"), "/ledger.rs"));

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

#[test]
fn generated_is_what_cargo_build_compiles() {
    let path = Path::new(ROOT).join("generated/ledger.rs");
    let reviewed = fs::read_to_string(&path).unwrap_or_default();
    if reviewed == COMPILED {
        return;
    }
    if env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        bindery::output::write(&path, COMPILED).expect("generated/ can be written");
        return;
    }
    let diff = TextDiff::from_lines(&*reviewed, COMPILED);
    let diff = diff.unified_diff().header("generated/ledger.rs", "what cargo build compiles now").to_string();
    panic!(
        "generated/ledger.rs is stale:\n\n{diff}\n\
        If this is what you meant, accept it:\n    cargo run -p bindery-cli -- generate spec/ledger.yaml -o generated\n"
    );
}

#[test]
fn two_runs_give_the_same_bytes() {
    assert!(generate().text == COMPILED, "a run within the test differs from the one of the build script");
    assert!(generate().text == generate().text, "two runs within the test differ");
}

#[test]
fn the_text_says_neither_where_nor_when_it_was_made() {
    let out_dir = env!("OUT_DIR");
    let places = [ROOT, out_dir, "/home/", "/Users/", "/root/", "/tmp/", ":\\"];
    let found: Vec<_> = places.iter().filter(|place| COMPILED.contains(**place)).collect();
    assert!(found.is_empty(), "the generated text has {found:?}");
    let dated: Vec<_> = COMPILED.lines().filter(|line| has_date(line)).collect();
    assert!(dated.is_empty(), "the generated text has dates: {dated:?}");
}

/// Looks for a year, a month and a day, as ISO 8601 writes them.
fn has_date(line: &str) -> bool {
    let shape: String = line.chars().map(|letter| if letter.is_ascii_digit() { '0' } else { letter }).collect();
    shape.contains("0000-00-00")
}

#[test]
fn public_api_is_reviewed() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../generated");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("public_api", public_api(&generate().plan).join("\n")));
}

fn generate() -> Generated {
    Config::new().generate(Path::new(ROOT).join("spec/ledger.yaml")).expect("the description is fine")
}
