//! `bindery generate --crate-name`: the crate is complete, and builds.

use std::path::Path;
use std::process::Command;

use crate::support::{Folder, LEDGER, RUNTIME, Ran};

#[test]
fn the_manifest_names_the_release_of_the_runtime() {
    let folder = Folder::with_pets("manifest");
    folder.bindery(&["generate", "pets.yaml", "-o", "out", "--crate-name", "pets-client"]).fine();
    insta::assert_snapshot!(folder.read("out/Cargo.toml"), @r#"
    # Made by `bindery generate`. Change the description instead of this file.

    [package]
    name = "pets-client"
    description = "Client of the Pets."
    version = "0.1.0"
    edition = "2024"
    rust-version = "1.89"

    [dependencies]
    bindery-runtime = { version = "0.1.0" }
    "#);
    let library = folder.read("out/src/lib.rs");
    assert!(library.starts_with("// Made by `bindery generate pets.yaml`."), "{library}");
    assert!(library.contains("\n\n//! Client of the Pets.\n\n"), "{library}");
}

#[test]
fn a_relative_runtime_path_leads_from_the_crate() {
    let folder = Folder::with_pets("relative");
    folder.bindery(&["generate", "pets.yaml", "-o", "a/b", "--crate-name", "pets", "--runtime-path", "lib/runtime"]).fine();
    let manifest = folder.read("a/b/Cargo.toml");
    assert!(manifest.ends_with("bindery-runtime = { version = \"0.1.0\", path = \"../../lib/runtime\" }\n"), "{manifest}");
}

#[test]
fn names_that_cargo_refuses() {
    let folder = Folder::with_pets("crate-names");
    for name in ["1pets", "my pets", "pets\"", "bindery-runtime"] {
        let ran = folder.bindery(&["generate", "pets.yaml", "-o", "out", "--crate-name", name]);
        assert_eq!(ran.code, Some(2), "{name}: {ran:?}");
    }
    let ran = folder.bindery(&["generate", "pets.yaml", "-o", "out", "--runtime-path", "x"]);
    assert_eq!(ran.code, Some(2), "there is no crate to use it");
}

/// What a description says can't end a string of the manifest or a comment of the crate.
#[test]
fn a_hostile_title_stays_a_title() {
    let folder = Folder::new("hostile");
    let title = r#"\"\n[dependencies]\nevil = '*'\n//! */ #![feature(x)] \u0000"#;
    folder
        .write("pets.json", format!(r#"{{"openapi": "3.0.3", "info": {{"title": "{title}", "version": "1"}}, "paths": {{}}}}"#));
    folder.bindery(&["generate", "pets.json", "-o", "out", "--crate-name", "pets"]).fine();
    let manifest = folder.read("out/Cargo.toml");
    assert_eq!(manifest.matches("\n[dependencies]\n").count(), 1, "{manifest}");
    assert!(!manifest.contains("\nevil"), "{manifest}");
    let library = folder.read("out/src/lib.rs");
    let is_comment = |line: &str| line.is_empty() || line.starts_with("//");
    let first_item = library.lines().find(|line| !is_comment(line)).unwrap();
    assert_eq!(first_item, "#[derive(Clone, Debug)]", "{library}");
}

/// Both crates compile without a warning, each with what its manifest says.
#[test]
fn it_builds() {
    let folder = Folder::new("builds");
    for (name, flags) in [("ledger-client", vec![]), ("ledger-models", vec!["--models-only", "--layout", "modules"])] {
        let arguments = ["generate", LEDGER, "-o", name, "--crate-name", name, "--runtime-path", RUNTIME];
        folder.bindery(&[&arguments[..], &flags].concat()).fine();
        check(&folder.path().join(name));
    }
}

/// Checks a crate by cargo, with the versions and the target folder of this workspace.
fn check(folder: &Path) {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    std::fs::copy(workspace.join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(folder).env("CARGO_TARGET_DIR", target);
    // Dependencies of this workspace have no debug information either, so that cargo need not check them twice.
    cargo.env("CARGO_PROFILE_DEV_DEBUG", "0");
    // The crate is in another folder each time, so that nothing of it would be used again.
    cargo.env("CARGO_INCREMENTAL", "0");
    cargo.args(["rustc", "--offline", "--quiet", "--lib", "--profile", "check", "--", "-D", "warnings", "-D", "missing_docs"]);
    let ran = Ran::of(cargo.output().unwrap());
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
}
