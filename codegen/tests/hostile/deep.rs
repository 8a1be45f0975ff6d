//! Chains of types within types, against the compiler: it works out what a type holds only so far.

use std::path::{Path, PathBuf};
use std::process::Command;

use bindery::Config;
use serde_json::{Value, json};

use super::{reference, schemas, with_schemas};

/// Names a chain, and makes a link of it from what leads to the next one.
type Chain = (&'static str, fn(Value) -> Value);

const CHAINS: [Chain; 5] = [
    ("properties", |next| next),
    ("lists", |next| json!({"type": "array", "items": next})),
    ("maps", |next| json!({"type": "object", "additionalProperties": next})),
    ("unions", |next| json!({"oneOf": [next, {"type": "string"}]})),
    ("lists_of_lists", |next| json!({"type": "array", "items": {"type": "array", "items": {"type": "array", "items": next}}})),
];

const LINKS: usize = 500;

/// Describes objects of which each holds the next one.
fn description(link: fn(Value) -> Value) -> String {
    with_schemas(schemas(LINKS, |index| {
        let mut properties = json!({"a": {"type": "string"}});
        if index + 1 < LINKS {
            properties["next"] = link(reference(format!("S{}", index + 1)));
        }
        json!({"type": "object", "properties": properties})
    }))
}

fn write(path: &Path, text: &str) {
    std::fs::create_dir_all(path.parent().expect("it is in a folder")).expect("the folder can be made");
    std::fs::write(path, text).expect("it can be written");
}

#[test]
fn types_five_hundred_levels_deep_compile() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("deep-{}", std::process::id()));
    let mut modules = String::from("#![deny(warnings)]\n");
    for (name, link) in CHAINS {
        let generated = Config::new().generate_text("deep.json", &description(link)).expect("it is a description");
        let said: Vec<_> = generated.diagnostics.iter().map(|found| found.code.id()).collect();
        assert!(!said.is_empty() && said.iter().all(|id| *id == "unsupported-schema"), "{name}: what is cut is said: {said:?}");
        write(&folder.join(format!("src/{name}.rs")), &generated.text);
        modules += &format!("pub mod {name};\n");
    }
    write(&folder.join("src/lib.rs"), &modules);
    let runtime = concat!(env!("CARGO_MANIFEST_DIR"), "/../runtime");
    let manifest = format!(
        "[package]\nname = \"deep\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\n\
         bindery-runtime = {{ path = {runtime:?} }}\n\n[workspace]\n"
    );
    write(&folder.join("Cargo.toml"), &manifest);
    std::fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.lock"), folder.join("Cargo.lock"))
        .expect("there is a lock file");
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["check", "--offline", "--quiet"])
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("deep"))
        .env_remove("RUSTFLAGS")
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    std::fs::remove_dir_all(&folder).expect("it can be removed");
}

/// Describes objects that stand within each other.
fn nested(levels: usize) -> String {
    let inner = (0..levels).fold(r#"{"type":"string"}"#.to_owned(), |inner, _| {
        format!(r#"{{"type":"object","properties":{{"a":{{"type":"integer"}},"next":{inner}}}}}"#)
    });
    format!(
        r#"{{"openapi":"3.0.3","info":{{"title":"T","version":"1"}},"paths":{{}},"components":{{"schemas":{{"Deep":{inner}}}}}}}"#
    )
}

#[test]
fn schemas_five_hundred_levels_within_each_other_are_read() {
    for text in [nested(500), nested(500).replace("3.0.3", "3.1.0")] {
        let generated = Config::new().generate_text("deep.json", &text).expect("it is a description");
        let said: Vec<_> = generated.diagnostics.iter().map(|found| found.code.id()).collect();
        assert_eq!(said, ["unsupported-schema"], "the inner ones are kept as they are");
        assert!(generated.text.matches("pub struct").count() > 30);
    }
    let refused = Config::new().generate_text("deep.json", &nested(600));
    let Err(bindery::Error::Refused(refusal)) = refused else { panic!("it is too deep") };
    assert_eq!(refusal.diagnostics.iter().map(|found| found.code.id()).collect::<Vec<_>>(), ["too-deep"]);
}
