//! The edit cycle of a user, with the real cargo: edit the description, build, use what is new.
//!
//! The scratch crate has a `build.rs` of one call and no copy of anything generated. It shares this workspace's target folder, lock file
//! and profile, so that cargo finds much of what it needs already built.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

const BUILD: &str = r#"
fn main() -> Result<(), bindery::Error> {
    bindery::compile("ledger.yaml")
}
"#;

const API: &str = r#"
mod ledger {
    bindery_runtime::include_api!("ledger");
}
"#;

/// A program that uses the description as it is.
const USES_OLD: &str = r#"
fn main() {
    let request = ledger::CreateAgentRequest::new("user_1", "buyer").on_limit_exceeded(ledger::LimitAction::Notify);
    println!("{}", serde_json::to_string(&request).unwrap());
}
"#;

/// A program that uses a field and a value that are not there yet.
const USES_NEW: &str = r##"
fn main() {
    let request = ledger::CreateAgentRequest::new("user_1", "buyer")
        .on_limit_exceeded(ledger::LimitAction::AskOwner)
        .cost_center("berlin");
    println!("{}", serde_json::to_string(&request).unwrap());
    let read: ledger::CreateAgentRequest =
        serde_json::from_str(r#"{"userId":"user_2","name":"clerk","costCenter":"munich"}"#).unwrap();
    println!("{}", read.cost_center.unwrap());
    println!("OUT_DIR {}", env!("OUT_DIR"));
}
"##;

#[test]
fn one_edit_and_one_command() {
    let scratch = Scratch::new();
    scratch.write("src/main.rs", &format!("{API}{USES_OLD}"));
    let old = r#"{"userId":"user_1","name":"buyer","onLimitExceeded":"notify"}"#;
    assert_eq!(scratch.run().lines().next(), Some(old));

    // The edit: a field of the request and a value of an enum.
    let edited = with_cost_center(&with_ask_owner(&description()));
    scratch.write("ledger.yaml", &edited);
    scratch.write("src/main.rs", &format!("{API}{USES_NEW}"));
    let printed = scratch.run();
    let new = r#"{"userId":"user_1","name":"buyer","onLimitExceeded":"askOwner","costCenter":"berlin"}"#;
    assert_eq!(printed.lines().take(2).collect::<Vec<_>>(), [new, "munich"]);

    // A slip in the next edit: cargo says where, and what was generated before is still whole.
    let out_dir = PathBuf::from(printed.lines().find_map(|line| line.strip_prefix("OUT_DIR ")).expect("it prints its OUT_DIR"));
    let whole = fs::read_to_string(out_dir.join("ledger.rs")).expect("it was generated");
    scratch.write("ledger.yaml", &with_slip(&edited));
    let told = scratch.fail();
    let (line, column) = place_of_slip(&with_slip(&edited));
    assert!(told.contains("#/components/schemas/LimitActoin"), "cargo does not say what is wrong:\n{told}");
    assert!(told.contains(&format!("ledger.yaml:{line}:{column}")), "cargo does not say {line}:{column}:\n{told}");
    assert_eq!(files(&out_dir), ["ledger.rs"], "an unfinished file is left");
    assert_eq!(fs::read_to_string(out_dir.join("ledger.rs")).expect("it is still there"), whole);

    scratch.write("ledger.yaml", &edited);
    assert_eq!(scratch.run().lines().next(), Some(new));
}

fn description() -> String {
    fs::read_to_string(Path::new(ROOT).join("spec/ledger.yaml")).expect("the description is there")
}

fn with_ask_owner(description: &str) -> String {
    replaced(description, "enum: [suspend, notify, none]", "enum: [suspend, notify, askOwner, none]")
}

fn with_cost_center(description: &str) -> String {
    let next = "        maxCards:\n          type: integer\n";
    let field = "        costCenter:\n          type: string\n          description: Who pays.\n";
    replaced(description, next, &format!("{field}{next}"))
}

const SLIP: &str = "$ref: '#/components/schemas/LimitActoin'";

fn with_slip(description: &str) -> String {
    replaced(description, "$ref: '#/components/schemas/LimitAction'", SLIP)
}

/// Returns line and column of the value of the misspelt reference, counted from 1.
fn place_of_slip(description: &str) -> (usize, usize) {
    let (index, line) = description.lines().enumerate().find(|(_, line)| line.contains(SLIP)).expect("the slip is there");
    (index + 1, line.find('\'').expect("the value is quoted") + 1)
}

/// Replaces the first of what has to be there.
fn replaced(text: &str, old: &str, new: &str) -> String {
    assert!(text.contains(old), "the description has no {old:?}");
    text.replacen(old, new, 1)
}

fn files(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    entries.map(|entry| entry.expect("the folder can be listed").file_name().to_string_lossy().into_owned()).collect()
}

/// A crate of a user.
struct Scratch {
    folder: PathBuf,
}

impl Scratch {
    fn new() -> Self {
        let scratch = Self { folder: Path::new(env!("CARGO_TARGET_TMPDIR")).join("edit-cycle") };
        scratch.write("Cargo.toml", &manifest());
        scratch
            .write("Cargo.lock", &fs::read_to_string(Path::new(ROOT).join("Cargo.lock")).expect("the workspace has a lock file"));
        scratch.write("build.rs", BUILD);
        scratch.write("ledger.yaml", &description());
        scratch
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.folder.join(path);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("the folder can be made");
        fs::write(path, text).expect("the file can be written");
    }

    /// Builds and runs the crate; returns what it prints.
    fn run(&self) -> String {
        let output = self.cargo_run();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "cargo run fails:\n{errors}");
        String::from_utf8(output.stdout).expect("the crate prints text")
    }

    /// Builds the crate, which has to fail; returns what cargo says.
    fn fail(&self) -> String {
        let output = self.cargo_run();
        assert!(!output.status.success(), "cargo run does not fail");
        String::from_utf8_lossy(&output.stderr).into_owned()
    }

    fn cargo_run(&self) -> Output {
        let mut cargo = Command::new(env!("CARGO"));
        // What cargo tells this test is about another crate; build scripts that look at it would run again, here and later there.
        let prefixes = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_"];
        for (name, _) in env::vars_os() {
            if prefixes.iter().any(|prefix| name.to_string_lossy().starts_with(prefix)) {
                cargo.env_remove(name);
            }
        }
        cargo
            .args(["run", "--quiet", "--offline"])
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", target())
            .env_remove("OUT_DIR");
        cargo.output().expect("cargo starts")
    }
}

/// Returns the target folder of this workspace.
fn target() -> &'static Path {
    Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("cargo puts the folder into the target folder")
}

fn manifest() -> String {
    // TOML writes a path in single quotes as it is, backslashes included.
    format!(
        "[package]\nname = \"edit-cycle\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n\
        [dependencies]\nbindery-runtime = {{ path = '{ROOT}/runtime', default-features = false }}\nserde_json = \"1\"\n\n\
        [build-dependencies]\nbindery = {{ path = '{ROOT}/codegen' }}\n\n\
        [workspace]\n\n{}",
        profile()
    )
}

/// Returns the profile of this workspace: with another one cargo would build the dependencies again.
fn profile() -> String {
    let manifest = fs::read_to_string(Path::new(ROOT).join("Cargo.toml")).expect("the workspace has a manifest");
    manifest.find("[profile.dev]").map_or_else(String::new, |start| manifest[start..].to_owned())
}
