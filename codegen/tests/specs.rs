//! The small descriptions in `tests/specs`, one feature each, and the code expected of them.
//!
//! `specs/NAME.rs` is the expected code of `specs/NAME.yaml`, and a module of the crate in `tests/generated`, which compiles it.
//! `specs/NAME/` has more files of a description, if it has some.
//! `specs/NAME.txt` has the findings as they are printed; there is none where there is no finding. With `BINDERY_UPDATE=1` the test
//! writes the files anew, and still fails, so that nothing passes by being rewritten.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use bindery::report::{Color, Report};
use bindery::{Config, Layout};
use similar::TextDiff;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/specs")
}

/// Returns the names of the files of a sort, without their ending.
fn names(ending: &str) -> BTreeSet<String> {
    let files = fs::read_dir(folder()).expect("the folder is part of the crate");
    let paths = files.map(|file| file.expect("its entries can be listed").path());
    let of_sort = paths.filter(|path| path.extension().is_some_and(|found| found == ending));
    of_sort.map(|path| path.file_stem().expect("files have names").to_string_lossy().into_owned()).collect()
}

/// Compares a text with the file that holds what is expected; none is expected where there is no file.
fn compare(path: &Path, text: &str) -> Result<(), String> {
    let expected = fs::read_to_string(path).unwrap_or_default();
    if expected == text {
        return Ok(());
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let diff = TextDiff::from_lines(&expected, text);
    let shown = diff.unified_diff().header(&format!("expected {name}"), "generated").to_string();
    if std::env::var_os("BINDERY_UPDATE").is_some_and(|value| value == "1") {
        let written = if text.is_empty() { fs::remove_file(path) } else { fs::write(path, text) };
        written.unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    Err(shown)
}

/// Two descriptions are there for options; all others have none.
fn config(name: &str) -> Config {
    let mut config = Config::new();
    match name {
        "layout_modules" => config.layout(Layout::Modules),
        "options" => config
            .reject_unknown_properties()
            .derive("Eq")
            .derive("::core::hash::Hash")
            .rename("pet_v2", "Pet")
            .rename("/components/schemas/pet_v2/properties/type", "sort")
            .replace_schema("Money", "u64")
            .replace_format("uuid", "::std::string::String"),
        _ => &mut config,
    };
    config
}

/// Returns the code of a description, and its findings as they are printed.
fn generate(name: &str) -> (String, String) {
    let path = folder().join(format!("{name}.yaml"));
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
    let generated = match folder().join(name).is_dir() {
        // It has more files, in a folder of its name.
        true => config(name).generate(&path),
        // By its bare name, so that no path of this machine stands in what is expected.
        false => config(name).generate_text(&format!("{name}.yaml"), &text),
    };
    let generated = generated.unwrap_or_else(|error| panic!("{name}: {error}"));
    let report = Report::of(&generated.diagnostics, &generated.sources);
    let blocks: Vec<_> = report.blocks(Color::Never).map(|block| format!("{}\n", block.trim_end())).collect();
    (generated.text, blocks.join("\n"))
}

#[test]
fn every_description_gives_the_expected_code() {
    let mut differences = Vec::new();
    for name in names("yaml") {
        let (code, findings) = generate(&name);
        let outcomes =
            [("rs", code), ("txt", findings)].map(|(ending, text)| compare(&folder().join(format!("{name}.{ending}")), &text));
        differences.extend(outcomes.into_iter().filter_map(Result::err));
    }
    assert!(
        differences.is_empty(),
        "{}\nIf the new text is right, run this test with BINDERY_UPDATE=1 and review what changed.",
        differences.join("\n")
    );
}

#[test]
fn every_expected_file_belongs_to_a_description() {
    let descriptions = names("yaml");
    for ending in ["rs", "txt"] {
        let stray: Vec<_> = names(ending).difference(&descriptions).cloned().collect();
        assert!(stray.is_empty(), "no description for the .{ending} files of {stray:?}");
    }
}

#[test]
fn the_compiled_crate_has_every_description() {
    let crate_text = fs::read_to_string(folder().join("../generated/src/lib.rs")).expect("the crate is part of the workspace");
    let (_, list) = crate_text.split_once("specs! {").expect("the crate lists its modules");
    let (list, _) = list.split_once('}').expect("the list ends");
    let listed: Vec<_> =
        list.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').filter(|word| !word.is_empty()).collect();
    let expected = names("yaml");
    let expected: Vec<_> = expected.iter().map(String::as_str).collect();
    assert_eq!(listed, expected, "`specs!` in tests/generated/src/lib.rs lists the descriptions in alphabetical order");
}

#[test]
fn a_second_run_gives_the_same_bytes() {
    for name in names("yaml") {
        assert!(generate(&name) == generate(&name), "{name} differs from run to run");
    }
}
