//! What is said of Rust callers against others who know: the compiler, with small programs that were written against the old generated
//! code, and cargo-semver-checks, with both.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use bindery::Config;
use bindery_validator::diff::{Side, Verdict, diff_texts};

/// A pair of schemas of `Pet`, which is sent and read, and a program that uses the code of the first.
struct Pair {
    name: &'static str,
    base: &'static str,
    revision: &'static str,
    program: &'static str,
}

const fn pair(name: &'static str, base: &'static str, revision: &'static str, program: &'static str) -> Pair {
    Pair { name, base, revision, program }
}

const NAMED: &str = "{type: object, required: [name], properties: {name: {type: string}}}";
const OPTIONAL: &str = "{type: object, properties: {name: {type: string}}}";
const KIND: &str = "{type: string, enum: [cat, dog]}";
const COPIES: &str = "{type: object, properties: {a: {type: object, properties: {name: {type: string}}}, \
                      b: {type: object, properties: {name: {type: string}}}}}";
const NO_COPIES: &str = "{type: object, properties: {a: {type: object, properties: {name: {type: string}}}, \
                         b: {type: object, properties: {name: {type: string}, age: {type: integer}}}}}";
const UNION: &str = "{oneOf: [{type: string}, {type: integer}]}";

/// A union of two components, with more keywords.
macro_rules! cats {
    ($more:literal) => {
        concat!(
            "{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]",
            $more,
            "}, Cat: {type: object, required: [kind, name], properties: {kind: {type: string}, name: {type: string}}}, \
             Dog: {type: object, required: [kind, loud], properties: {kind: {type: string}, loud: {type: boolean}}}"
        )
    };
}

const CATS: &str = cats!("");
const TAGGED_CATS: &str = cats!(", discriminator: {propertyName: kind}");
const NAMED_CATS: &str = cats!(", discriminator: {propertyName: kind, mapping: {c: Cat, d: Dog}}");

const PAIRS: &[Pair] = &[
    pair("discriminator_come", CATS, TAGGED_CATS, "let _ = Cat::new(\"kitty\", \"Tom\");"),
    pair("discriminator_gone", TAGGED_CATS, CATS, "let _ = Cat::new(\"Tom\");"),
    pair("tags_renamed", TAGGED_CATS, NAMED_CATS, "let _ = Pet::from(Cat::new(\"Tom\"));"),
    pair(
        "object_to_list",
        "{type: object, properties: {a: {type: object, properties: {x: {type: string}}}}}",
        "{type: object, properties: {a: {type: array, items: {type: object, properties: {x: {type: string}}}}}}",
        "let _: Option<PetA> = Pet::new().a;",
    ),
    pair("one_value_for_another", "{type: string, enum: [cat, dog]}", "{type: string, enum: [cat, bird]}", "let _ = Pet::Dog;"),
    pair(
        "optional_property",
        NAMED,
        "{type: object, required: [name], properties: {name: {type: string}, age: {type: integer}}}",
        "let pet = Pet::new(\"a\"); let _: String = pet.name;",
    ),
    pair(
        "required_property",
        NAMED,
        "{type: object, required: [name, age], properties: {name: {type: string}, age: {type: integer}}}",
        "let _ = Pet::new(\"a\");",
    ),
    pair(
        "property_removed",
        "{type: object, properties: {name: {type: string}, age: {type: integer}}}",
        OPTIONAL,
        "let _ = Pet::new().age;",
    ),
    pair("optional_to_required", OPTIONAL, NAMED, "let _: Option<String> = Pet::default().name;"),
    pair("required_to_optional", NAMED, OPTIONAL, "let _: String = Pet::new(\"a\").name;"),
    pair(
        "nullable",
        NAMED,
        "{type: object, required: [name], properties: {name: {type: [string, 'null']}}}",
        "let _: String = Pet::new(\"a\").name;",
    ),
    pair(
        "optional_nullable",
        OPTIONAL,
        "{type: object, properties: {name: {type: [string, 'null']}}}",
        "let _: Option<String> = Pet::new().name;",
    ),
    pair("enum_value", KIND, "{type: string, enum: [cat, dog, bird]}", "match Pet::Cat { Pet::Cat | Pet::Dog => {} _ => {} }"),
    pair("enum_value_removed", KIND, "{type: string, enum: [cat]}", "let _ = Pet::Dog;"),
    pair("enum_reordered", KIND, "{type: string, enum: [dog, cat]}", "let _ = Pet::Dog == Pet::Cat;"),
    pair("enum_not_hashed", KIND, "{enum: [cat, dog, 1.5]}", "fn hash<T: std::hash::Hash>() {} hash::<Pet>();"),
    pair(
        "integer_to_number",
        "{type: object, properties: {n: {type: integer}}}",
        "{type: object, properties: {n: {type: number}}}",
        "let _: Option<i64> = Pet::new().n;",
    ),
    pair(
        "format",
        OPTIONAL,
        "{type: object, properties: {name: {type: string, format: uuid}}}",
        "let _ = Pet::new().name(\"a\");",
    ),
    pair(
        "validate_gone",
        "{type: object, properties: {name: {type: string, maxLength: 5}}}",
        OPTIONAL,
        "let _ = Pet::new().validate();",
    ),
    pair(
        "validate_come",
        OPTIONAL,
        "{type: object, properties: {name: {type: string, maxLength: 5}}}",
        "let _ = Pet::new().name(\"a\");",
    ),
    pair(
        "default_come",
        OPTIONAL,
        "{type: object, properties: {name: {type: string, default: a}}}",
        "let _: Option<String> = Pet::new().name;",
    ),
    pair(
        "default_gone",
        "{type: object, properties: {name: {type: string, default: a}}}",
        OPTIONAL,
        "let _ = Pet::new().name_or_default();",
    ),
    pair(
        "branch",
        UNION,
        "{oneOf: [{type: string}, {type: integer}, {type: boolean}]}",
        "match Pet::from(1) { Pet::Integer(_) => {} _ => {} }",
    ),
    pair("branch_removed", "{oneOf: [{type: string}, {type: integer}, {type: boolean}]}", UNION, "let _ = Pet::Boolean(true);"),
    pair(
        "arguments_reordered",
        "{type: object, required: [a, b], properties: {a: {type: string}, b: {type: integer}}}",
        "{type: object, required: [a, b], properties: {b: {type: integer}, a: {type: string}}}",
        "let _ = Pet::new(\"a\", 1);",
    ),
    pair(
        "items",
        "{type: object, properties: {n: {type: array, items: {type: string}}}}",
        "{type: object, properties: {n: {type: array, items: {type: integer}}}}",
        "let _: Option<Vec<String>> = Pet::new().n;",
    ),
    pair(
        "closed",
        OPTIONAL,
        "{type: object, additionalProperties: false, properties: {name: {type: string}}}",
        "let _ = Pet::new().name(\"a\");",
    ),
    pair(
        "read_only",
        "{type: object, required: [id], properties: {id: {type: string}}}",
        "{type: object, required: [id], properties: {id: {type: string, readOnly: true}}}",
        "fn send(client: &Client, pet: &Pet) { let _ = client.add_pet(pet); } let _ = send;",
    ),
    pair("copies_apart", COPIES, NO_COPIES, "let _ = PetB::new().name(\"a\"); let _ = PetA::new().name(\"a\");"),
    pair("copies_to_one", NO_COPIES, COPIES, "let _ = PetB::new().age(1);"),
    pair(
        "copy_property_removed",
        COPIES,
        "{type: object, properties: {a: {type: object, properties: {name: {type: string}}}, \
         b: {type: object, properties: {age: {type: integer}}}}}",
        "let _ = PetB::new().name(\"a\");",
    ),
    pair(
        "renamed",
        NAMED,
        "{type: object, required: [title], properties: {title: {type: string}}}",
        "let _: String = Pet::new(\"a\").name;",
    ),
];

fn description(schema: &str) -> String {
    format!(
        "openapi: 3.1.0\ninfo: {{title: Pets, version: 1.0.0}}\npaths:\n  /pets:\n    post:\n      operationId: addPet\n      \
         requestBody: {{required: true, content: {{application/json: {{schema: {{$ref: '#/components/schemas/Pet'}}}}}}}}\n      \
         responses: {{'200': {{description: One, content: {{application/json: {{schema: {{$ref: '#/components/schemas/Pet'}}}}}}}}}}\n\
         components: {{schemas: {{Pet: {schema}}}}}\n"
    )
}

/// Generates the code of one side of a pair.
fn code(schema: &str) -> String {
    Config::new().generate_text("pets.yaml", &description(schema)).expect("it is a description").text
}

/// Writes what a crate of generated code needs besides code.
fn write_manifest(folder: &Path, name: &str) {
    let runtime = concat!(env!("CARGO_MANIFEST_DIR"), "/../runtime");
    let manifest = format!(
        "[package]\nname = {name:?}\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\n\
         bindery-runtime = {{ path = {runtime:?} }}\n\n[workspace]\n"
    );
    std::fs::create_dir_all(folder.join("src")).expect("the folder can be made");
    std::fs::write(folder.join("Cargo.toml"), manifest).expect("it can be written");
    std::fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.lock"), folder.join("Cargo.lock"))
        .expect("there is a lock file");
}

/// Writes a crate with a binary for each pair; `schema` chooses the side that the code is generated from.
fn write_crate(folder: &Path, schema: fn(&Pair) -> &'static str) {
    // Cargo tells packages apart by their names and not by their folders.
    let name = folder.file_name().map(|name| name.display().to_string()).unwrap_or_default();
    write_manifest(folder, &format!("users-{name}"));
    std::fs::create_dir_all(folder.join("src/bin")).expect("the folder can be made");
    for pair in PAIRS {
        let code = code(schema(pair));
        let mut text = String::from("#![allow(dead_code, unused, deprecated)]\nmod api {\n");
        write!(text, "{code}\n}}\nuse api::*;\nfn main() {{\n    {}\n}}\n", pair.program).expect("it is written into memory");
        std::fs::write(folder.join(format!("src/bin/{}.rs", pair.name)), text).expect("it can be written");
    }
}

/// Checks every binary, and returns what the compiler says and the names of those that do not compile.
fn broken(folder: &Path) -> (String, Vec<&'static str>) {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let target = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("diff-users");
    let output = Command::new(cargo)
        .args(["check", "--bins", "--keep-going", "--offline", "--quiet"])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", target)
        .env_remove("RUSTFLAGS")
        .output()
        .expect("cargo runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let failed = |pair: &&Pair| said.contains(&format!("(bin \"{}\")", pair.name));
    let broken: Vec<_> = PAIRS.iter().filter(failed).map(|pair| pair.name).collect();
    assert!(output.status.success() == broken.is_empty(), "cargo failed for something else: {said}");
    (said, broken)
}

fn is_breaking(pair: &Pair) -> bool {
    let [base, revision] = [pair.base, pair.revision].map(description);
    let diff = diff_texts(&Config::new(), ("base.yaml", &base), ("revision.yaml", &revision)).expect("they are descriptions");
    diff.worst(Side::Rust) == Some(Verdict::Breaking)
}

#[test]
fn verdicts_for_rust_are_those_of_the_compiler() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("diff-users-{}", std::process::id()));
    let [old, new] = ["old", "new"].map(|name| folder.join(name));
    write_crate(&old, |pair| pair.base);
    write_crate(&new, |pair| pair.revision);
    let (said, of_old) = broken(&old);
    assert!(of_old.is_empty(), "these programs are wrong from the beginning: {of_old:?}\n{said}");
    let (said, of_new) = broken(&new);
    let mut wrong = Vec::new();
    for pair in PAIRS {
        let (is_breaking, compiles) = (is_breaking(pair), !of_new.contains(&pair.name));
        if is_breaking == compiles {
            wrong.push(format!("{}: breaking: {is_breaking}, compiles: {compiles}", pair.name));
        }
    }
    assert!(wrong.is_empty(), "{}\n{said}", wrong.join("\n"));
    std::fs::remove_dir_all(&folder).expect("it can be removed");
}

/// What breaks callers and cargo-semver-checks does not look at: the types of fields, of arguments and of what is converted.
const UNSEEN: [&str; 7] =
    ["nullable", "optional_nullable", "integer_to_number", "format", "arguments_reordered", "items", "read_only"];

/// Writes a crate with a module for each pair, and describes it as rustdoc does for programs.
fn write_docs(folder: &Path, schema: fn(&Pair) -> &'static str) -> PathBuf {
    write_manifest(folder, "pets");
    let modules: String = PAIRS.iter().map(|pair| format!("pub mod {};\n", pair.name)).collect();
    std::fs::write(folder.join("src/lib.rs"), modules).expect("it can be written");
    for pair in PAIRS {
        std::fs::write(folder.join(format!("src/{}.rs", pair.name)), code(schema(pair))).expect("it can be written");
    }
    let target = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("diff-semver");
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["rustdoc", "--offline", "--quiet", "--lib", "--", "-Z", "unstable-options", "--output-format", "json"])
        .arg("--document-private-items")
        .current_dir(folder)
        // What rustdoc writes for programs is not stable, and cargo-semver-checks reads it on stable compilers this way.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_DIR", &target)
        .status()
        .expect("cargo runs");
    assert!(status.success(), "the crate can be documented");
    let docs = folder.join("pets.json");
    std::fs::copy(target.join("doc/pets.json"), &docs).expect("rustdoc wrote it");
    docs
}

#[test]
#[ignore = "needs cargo-semver-checks, which CI installs: cargo install cargo-semver-checks"]
fn verdicts_for_rust_are_those_of_cargo_semver_checks() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("diff-semver-{}", std::process::id()));
    let [old, new] = [folder.join("old"), folder.join("new")];
    let docs = [write_docs(&old, |pair| pair.base), write_docs(&new, |pair| pair.revision)];
    let output = Command::new("cargo")
        .args(["semver-checks", "--color", "never", "--baseline-rustdoc"])
        .arg(&docs[0])
        .arg("--current-rustdoc")
        .arg(&docs[1])
        .current_dir(&new)
        .output()
        .expect("cargo-semver-checks is installed");
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("semver requires new major version"), "{said}");
    for pair in PAIRS {
        let is_seen = said.contains(&format!("src/{}.rs", pair.name));
        let expected = is_seen || UNSEEN.contains(&pair.name);
        assert_eq!(is_breaking(pair), expected, "{}: seen by cargo-semver-checks: {is_seen}\n{said}", pair.name);
    }
    std::fs::remove_dir_all(&folder).expect("it can be removed");
}
