//! `bindery generate`: files, and how `--check` holds them against the description.

use bindery::Config;

use crate::support::{Folder, LEDGER};

#[test]
fn the_file_is_what_the_library_makes() {
    let folder = Folder::new("file");
    folder.bindery(&["generate", LEDGER, "-o", "out"]).fine();
    assert_eq!(folder.read("out/ledger.rs"), Config::new().generate(LEDGER).unwrap().text);
}

#[test]
fn it_says_what_it_did() {
    let folder = Folder::with_pets("says");
    let arguments = ["generate", "pets.yaml", "-o", "out"];
    assert_eq!(folder.bindery(&arguments).fine(), "wrote out/pets.rs\n1 operation, 2 types; 0 warnings, 0 notes\n");
    assert!(folder.bindery(&arguments).fine().starts_with("unchanged out/pets.rs\n"));
    assert_eq!(folder.bindery(&["generate", "pets.yaml", "-o", "out", "--quiet"]).fine(), "");
}

#[test]
fn the_name_can_be_chosen() {
    let folder = Folder::with_pets("name");
    folder.bindery(&["generate", "pets.yaml", "-o", "out", "--name", "animals"]).fine();
    assert!(folder.has("out/animals.rs"));
    let ran = folder.bindery(&["generate", "pets.yaml", "-o", "out", "--name", "../animals"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("it is a name, not a path"), "{}", ran.stderr);
    assert!(!folder.has("animals.rs"));
}

/// Every option that changes the code does so as the library's option of the same name.
#[test]
fn options_are_those_of_the_library() {
    type Set = fn(&mut Config) -> &mut Config;
    let cases: [(&[&str], Set); 10] = [
        (&["--models-only"], |config| config.models_only()),
        (&["--layout", "modules"], |config| config.layout(bindery::Layout::Modules)),
        (&["--derive", "Eq", "--derive", "Hash"], |config| config.derive("Eq").derive("Hash")),
        (&["--replace-schema", "Pet=crate::Pet"], |config| config.replace_schema("Pet", "crate::Pet")),
        (&["--replace-format", "date=String"], |config| config.replace_format("date", "String")),
        (&["--rename", "/components/schemas/Pet=Animal"], |config| config.rename("/components/schemas/Pet", "Animal")),
        (&["--tag", "pets"], |config| config.tag("pets")),
        (&["--reject-unknown-properties"], |config| config.reject_unknown_properties()),
        (&["--keep-unknown-properties"], |config| config.keep_unknown_properties()),
        (&["--reject-unknown-values"], |config| config.reject_unknown_values()),
    ];
    let folder = Folder::with_pets("options");
    let description = folder.path().join("pets.yaml");
    for (flags, set) in cases {
        folder.bindery(&[&["generate", "pets.yaml", "-o", "out"], flags].concat()).fine();
        let expected = set(&mut Config::new()).generate(&description).unwrap().text;
        assert_eq!(folder.read("out/pets.rs"), expected, "{flags:?}");
    }
}

#[test]
fn what_is_unsupported_can_be_left_out() {
    let folder = Folder::new("allow");
    let description = "\
openapi: 3.0.3
info: {title: Pets, version: '1'}
paths:
  /pets:
    post:
      operationId: add
      parameters: [{name: xml, in: query, content: {application/xml: {}}}]
      responses: {'204': {description: none}}
";
    folder.write("pets.yaml", description);
    let refused = folder.bindery(&["generate", "pets.yaml", "-o", "out"]);
    assert_eq!(refused.code, Some(1));
    assert!(refused.stderr.contains("error[unsupported-parameter]"), "{}", refused.stderr);
    assert!(!folder.has("out"), "nothing is written");
    let allowed = folder.bindery(&["generate", "pets.yaml", "-o", "out", "--allow", "unsupported-parameter"]);
    assert!(allowed.stderr.contains("warning[unsupported-parameter]"), "{}", allowed.stderr);
    assert!(allowed.fine().contains("1 operation, 0 types; 1 warning, "));
}

#[test]
fn check_passes_what_is_fresh() {
    let folder = Folder::with_pets("fresh");
    folder.bindery(&["generate", "pets.yaml", "-o", "out"]).fine();
    let stdout = folder.bindery(&["generate", "pets.yaml", "-o", "out", "--check"]).fine();
    assert_eq!(stdout, "out/pets.rs is up to date\n");
}

#[test]
fn check_shows_what_is_stale() {
    let folder = Folder::with_pets("stale");
    folder.bindery(&["generate", "pets.yaml", "-o", "out"]).fine();
    let stale = folder.read("out/pets.rs").replace("pub age:", "pub years:");
    folder.write("out/pets.rs", &stale);
    let ran = folder.bindery(&["generate", "pets.yaml", "-o", "out", "--check"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.stdout.starts_with("--- out/pets.rs\n+++ out/pets.rs\n@@ "), "{}", ran.stdout);
    let changed: Vec<_> = ran.stdout.lines().skip(2).filter(|line| line.starts_with(['-', '+'])).collect();
    assert_eq!(changed, ["-    pub years: Option<i64>,", "+    pub age: Option<i64>,"]);
    assert_eq!(ran.stderr, "error: out/pets.rs is stale; run the same command without --check to write it\n");
    assert_eq!(folder.read("out/pets.rs"), stale, "nothing is written");
}

#[test]
fn check_shows_what_is_missing() {
    let folder = Folder::with_pets("missing");
    let ran = folder.bindery(&["generate", "pets.yaml", "-o", "out", "--check", "--crate-name", "pets"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.stdout.starts_with("--- /dev/null\n+++ out/Cargo.toml\n"), "{}", ran.stdout);
    assert!(ran.stdout.contains("--- /dev/null\n+++ out/src/lib.rs\n"), "{}", ran.stdout);
    assert!(!folder.has("out"), "nothing is written");
}

#[test]
fn the_depfile_names_outputs_and_inputs() {
    let folder = Folder::with_pets("depfile");
    folder.write("my pets.yaml", crate::support::PETS);
    folder.bindery(&["generate", "my pets.yaml", "-o", "out", "--depfile", "out/pets.d"]).fine();
    assert_eq!(folder.read("out/pets.d"), "out/my\\ pets.rs: my\\ pets.yaml\n");
    folder.bindery(&["generate", "pets.yaml", "-o", "out", "--crate-name", "pets", "--depfile", "pets.d"]).fine();
    assert_eq!(folder.read("pets.d"), "out/Cargo.toml out/src/lib.rs: pets.yaml\n");
}

/// What is read is an option of the library too, and every file that was read stands in the depfile.
#[test]
fn several_files_and_overlays() {
    let folder = Folder::new("several");
    let root = crate::support::PETS
        .replace("schema: {$ref: '#/components/schemas/Pet'}", "schema: {$ref: '../common/pet.yaml'}")
        .replace("age: {type: integer, minimum: 0}", "age: {$ref: 'https://example.com/age.json'}");
    folder.write("api/pets.yaml", root);
    folder.write("common/pet.yaml", "type: object\nproperties: {name: {type: string}}\n");
    folder.write("vendor/age.json", "{\"type\": \"integer\"}");
    folder.write(
        "fix.yaml",
        "overlay: 1.0.0\ninfo: {title: Fix, version: '1'}\nactions: [{target: $.info, update: {title: Dogs}}]\n",
    );
    let generate = ["generate", "api/pets.yaml", "-o", "out", "--depfile", "out/pets.d"];
    let refused = folder.bindery(&generate);
    assert_eq!(refused.code, Some(1));
    assert!(refused.stderr.contains("--root-folder") && refused.stderr.contains("--local-copy"), "{}", refused.stderr);
    let options = ["--root-folder", ".", "--local-copy", "https://example.com/=vendor", "--overlay", "fix.yaml"];
    folder.bindery(&[&generate[..], &options].concat()).fine();
    assert_eq!(folder.read("out/pets.d"), "out/pets.rs: api/pets.yaml fix.yaml common/pet.yaml vendor/age.json\n");
    let mut config = Config::new();
    let path = |name: &str| folder.path().join(name);
    config.root_folder(folder.path()).local_copy("https://example.com/", path("vendor")).overlay(path("fix.yaml"));
    let text = config.generate(path("api/pets.yaml")).unwrap().text;
    assert!(text.contains("Client for Dogs"), "{text}");
    assert_eq!(folder.read("out/pets.rs"), text);
    let inspect = ["inspect", "api/pets.yaml", "--stage", "document", "--format", "json"];
    assert!(folder.bindery(&[&inspect[..], &options].concat()).fine().contains("\"Dogs\""));
}

#[test]
fn a_folder_that_cannot_be_written() {
    let folder = Folder::with_pets("unwritable");
    folder.write("out", "a file");
    let ran = folder.bindery(&["generate", "pets.yaml", "-o", "out"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.starts_with("error: out/pets.rs can't be written: "), "{}", ran.stderr);
    let ran = folder.bindery(&["generate", "pets.yaml", "-o", "out", "--check"]);
    assert_eq!(ran.code, Some(2), "a file that can't be read is not stale: {ran:?}");
}
