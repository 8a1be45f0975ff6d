//! No description makes Bindery panic or run away, and whatever it generates parses as Rust.
//!
//! Half of the descriptions are real ones with random changes, always the same in each run; the other half is made by hand to be as large,
//! as deep, as circular or as odd as can be. `BINDERY_HOSTILE_CASES` is how many changes each real one goes through, for long runs;
//! `BINDERY_HOSTILE_KEEP` is a folder that gets every description that gives code, with that code, to compile it.

mod changed;
mod claims;
mod cycles;
mod deep;
mod names;
mod operations;
mod random;
mod size;
mod texts;
mod values;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use bindery::diagnostic::{Code, Diagnostics, Kind};
use bindery::report::{Color, Report};
use bindery::source::Sources;
use bindery::{Config, Error, Layout};
use serde_json::{Map, Value, json};

use self::claims::Names;

/// How many different configurations [`config`] has.
const CONFIGS: u64 = 24;

/// Returns one of [`CONFIGS`] configurations: every layout, scope, and way with what is unknown. What is unsupported is left out, so that
/// as many descriptions as possible go through every stage.
fn config(number: u64) -> Config {
    let mut config = Config::new();
    for code in Code::ALL.iter().filter(|code| code.kind() == Kind::Unsupported) {
        config.allow(code.id());
    }
    if number % 2 == 1 {
        config.layout(Layout::Modules);
    }
    if number / 2 % 2 == 1 {
        config.reject_unknown_values();
    }
    match number / 4 % 3 {
        0 => {}
        1 => _ = config.reject_unknown_properties(),
        _ => _ = config.keep_unknown_properties(),
    }
    if number / 12 % 2 == 1 {
        config.models_only();
    }
    config
}

/// Generates, checks what comes of it, and returns the code if there is some. `name` is what a failure is found again by.
fn check(name: &str, config: &Config, text: &str) -> Option<String> {
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        let outcome = config.generate_text("hostile.yaml", text);
        let (diagnostics, sources) = match &outcome {
            Ok(generated) => (&generated.diagnostics, &generated.sources),
            Err(Error::Refused(refusal)) => (&refusal.diagnostics, &refusal.sources),
            Err(other) => panic!("{other}"),
        };
        let report = Report::of(diagnostics, sources);
        for color in [Color::Never, Color::Always] {
            assert!(report.blocks(color).all(|block| block.ends_with('\n')), "every finding is printed");
        }
        assert!(report.lines().all(|(_, line)| !line.contains(['\n', '\r'])), "a line is a line");
        assert_eq!(outcome.is_err(), diagnostics.has_errors(), "there is code unless there is an error");
        outcome.ok().map(|generated| generated.text)
    }));
    let code = outcome.unwrap_or_else(|_| panic!("{name} panics:\n{}", shown(text)));
    if let Some(code) = &code {
        let file = syn::parse_file(code).unwrap_or_else(|error| panic!("{name}: {error}:\n{}", shown(text)));
        if let Err(twice) = Names::default().items(&file.items) {
            panic!("{name}: {twice} twice:\n{}", shown(text));
        }
        keep(name, text, code);
    }
    code
}

fn shown(text: &str) -> &str {
    text.get(..2_000).unwrap_or(text)
}

fn keep(name: &str, text: &str, code: &str) {
    if let Some(folder) = std::env::var_os("BINDERY_HOSTILE_KEEP") {
        let path = Path::new(&folder).join(name);
        fs::write(path.with_extension("yaml"), text).expect("the folder can be written");
        fs::write(path.with_extension("rs"), code).expect("the folder can be written");
    }
}

/// Checks a description under every layout; returns whether it gives code.
fn check_both(name: &str, text: &str) -> bool {
    let later = check(&format!("{name}_31"), &config(0), &text.replacen("3.0.3", "3.1.1", 1));
    let flat = check(name, &config(0), text);
    assert_eq!(flat, later, "{name}: the version does not matter");
    let modules = check(&format!("{name}_modules"), &config(9), text);
    assert_eq!(flat.is_some(), modules.is_some(), "{name}: the layout does not decide whether there is code");
    flat.is_some()
}

/// Checks a description that is refused, for at least one of these reasons.
fn refused(name: &str, text: &str, codes: &[Code]) {
    assert_eq!(check(name, &config(0), text), None, "{name} is not refused:\n{}", shown(text));
    match Config::new().generate_text("hostile.yaml", text) {
        Err(Error::Refused(refusal)) => {
            let found: Vec<_> = refusal.diagnostics.iter().map(|found| found.code).collect();
            assert!(found.iter().any(|code| codes.contains(code)), "{name} is refused for {found:?}:\n{}", shown(text));
        }
        other => panic!("{name} gives {other:?}"),
    }
}

/// Files that `api.yaml` is one of, in a folder of one test.
struct Folder(PathBuf);

impl Folder {
    /// The name has to be the test's own.
    fn new(name: &str, files: &[(&str, &[u8])]) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile").join(name);
        // What an earlier run left is not of this test.
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("the folder is writable");
        for (name, bytes) in files {
            fs::write(path.join(name), bytes).expect("the folder is writable");
        }
        Self(path)
    }

    /// Generates, and returns what is printed of the findings: as an error where there is no code.
    fn findings(&self) -> Result<String, String> {
        let printed = |found: &Diagnostics, sources: &Sources| Report::of(found, sources).blocks(Color::Never).collect();
        match config(0).generate(self.0.join("api.yaml")) {
            Ok(generated) => Ok(printed(&generated.diagnostics, &generated.sources)),
            Err(Error::Refused(refusal)) => Err(printed(&refusal.diagnostics, &refusal.sources)),
            Err(other) => panic!("{other}"),
        }
    }
}

/// Wraps schemas into a description.
fn with_schemas(schemas: Value) -> String {
    json!({"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {}, "components": {"schemas": schemas}})
        .to_string()
}

/// Wraps paths into a description.
fn with_paths(paths: Value) -> String {
    json!({"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": paths}).to_string()
}

fn reference(name: impl ToString) -> Value {
    json!({ "$ref": format!("#/components/schemas/{}", name.to_string()) })
}

fn schemas(count: usize, schema: impl Fn(usize) -> Value) -> Value {
    (0..count).map(|index| (format!("S{index}"), schema(index))).collect::<Map<_, _>>().into()
}
