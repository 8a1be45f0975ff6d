//! What is reported about the real descriptions in `tests/real`; the crate in `tests/generated` compiles and uses their code.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use bindery::Config;
use bindery::report::Report;

fn descriptions() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/real");
    let files = fs::read_dir(folder).expect("the folder is part of the project");
    let mut paths: Vec<_> = files.map(|file| file.expect("its entries can be listed").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    paths.sort();
    paths
}

#[test]
fn findings() {
    let mut printed = String::new();
    for path in descriptions() {
        let generated = Config::new().generate(&path).unwrap_or_else(|error| panic!("{error}"));
        let name = path.file_name().expect("files have names").to_string_lossy();
        writeln!(printed, "== {name}").expect("a string takes any text");
        for (_, line) in Report::of(&generated.diagnostics, &generated.sources).lines() {
            // A line begins with the path of its file, which is another one on every machine.
            let line = line.split_once(&*name).map_or(line.as_str(), |(_, rest)| rest);
            writeln!(printed, "{name}{line}").expect("a string takes any text");
        }
    }
    insta::assert_snapshot!(printed);
}
