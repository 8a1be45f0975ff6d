//! `bindery lint` and `bindery explain`: exit codes, levels, baselines, fixes.

use crate::support::{Folder, LEDGER, Ran};

/// The small description with a misspelt keyword, of which nothing is made, and a collision.
fn folder(name: &str) -> Folder {
    let folder = Folder::with_pets(name);
    let text = folder
        .read("pets.yaml")
        .replace("minimum: 0", "minimun: 0")
        .replace("kind: {type", "ID: {type: string}\n        kind: {type");
    folder.write("pets.yaml", text);
    folder
}

fn lint(folder: &Folder, flags: &[&str]) -> Ran {
    folder.bindery(&[&["lint", "pets.yaml"], flags].concat())
}

#[test]
fn the_flagship_is_fine() {
    let ran = Folder::new("lint-ledger").bindery(&["lint", LEDGER, "--fail-on", "note"]);
    assert_eq!(ran.fine(), "0 errors, 0 warnings, 0 notes\n");
}

#[test]
fn findings_and_how_they_end() {
    let folder = folder("lint-findings");
    let ran = lint(&folder, &[]);
    assert_eq!(ran.code, Some(1));
    insta::assert_snapshot!(ran.stdout);
    let mild = lint(&folder, &["--level", "unknown-keyword=warning"]);
    assert_eq!(mild.code, Some(0));
    assert_eq!(lint(&folder, &["--level", "spec=warning", "--fail-on", "warning"]).code, Some(1));
    assert_eq!(
        lint(&folder, &["--level", "spec=off", "--level", "gen=off", "--fail-on", "note"]).fine(),
        "0 errors, 0 warnings, 0 notes\n"
    );
}

#[test]
fn levels_of_a_project() {
    let folder = folder("lint-levels");
    folder.write("bindery.toml", "[levels]\n\"spec/unknown-keyword\" = \"off\"\n");
    assert_eq!(lint(&folder, &[]).code, Some(0));
    folder.write("bindery.toml", "[levels]\nunknown-keywords = \"off\"\n");
    let ran = lint(&folder, &[]);
    assert_eq!(ran.code, Some(2));
    assert_eq!(ran.stderr, "error: bindery.toml: there is no rule `unknown-keywords`; did you mean `spec/unknown-keyword`?\n");
}

#[test]
fn what_is_unusable() {
    let folder = folder("lint-unusable");
    assert_eq!(folder.bindery(&["lint", "none.yaml"]).code, Some(2));
    assert_eq!(folder.bindery(&["lint"]).code, Some(2));
    assert_eq!(lint(&folder, &["--level", "spec=loud"]).code, Some(2));
    assert_eq!(lint(&folder, &["--config", "none.toml"]).code, Some(2));
}

#[test]
fn a_baseline_is_written_lived_with_and_goes_stale() {
    let folder = folder("lint-baseline");
    assert_eq!(lint(&folder, &["--baseline", "known.txt"]).code, Some(2));
    assert_eq!(lint(&folder, &["--baseline", "known.txt", "--update-baseline", "--fail-on", "note"]).code, Some(0));
    assert!(folder.read("known.txt").contains("spec/unknown-keyword pets.yaml#/components/schemas/Pet/properties/age/minimun\n"));
    assert_eq!(lint(&folder, &["--baseline", "known.txt", "--fail-on", "note"]).code, Some(0));
    folder.write("pets.yaml", folder.read("pets.yaml").replace("minimun", "minimum"));
    let ran = lint(&folder, &["--baseline", "known.txt", "--fail-on", "warning"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.stdout.contains("warning[lint/stale-baseline]"), "{}", ran.stdout);
}

#[test]
fn fixes_are_written_and_what_is_left_is_printed() {
    let folder = folder("lint-fix");
    folder.write("pets.yaml", format!("\u{feff}{}", folder.read("pets.yaml")));
    let ran = lint(&folder, &["--fix"]);
    assert_eq!(ran.stderr, "pets.yaml: mended 1 finding\n");
    assert_eq!(ran.code, Some(0), "{}", ran.stdout);
    let text = folder.read("pets.yaml");
    assert!(text.starts_with('\u{feff}') && text.contains("minimum: 0"), "{text}");
    assert!(!folder.has("pets.yaml.bindery-new"));
}

#[test]
fn several_descriptions_give_one_document() {
    let folder = folder("lint-several");
    for format in ["json", "sarif"] {
        let ran = folder.bindery(&["lint", "pets.yaml", LEDGER, "--format", format]);
        assert_eq!(ran.code, Some(1));
        serde_json::from_str::<serde_json::Value>(&ran.stdout).expect("it is one JSON value");
    }
}

#[test]
fn explained() {
    let folder = Folder::new("lint-explain");
    insta::assert_snapshot!(folder.bindery(&["explain", "spec/dangling-ref"]).fine());
    assert!(folder.bindery(&["explain"]).fine().contains("off      design/no-tags: An operation has no tags.\n"));
    let ran = folder.bindery(&["explain", "spec/dangling-rev"]);
    assert_eq!(ran.code, Some(2));
    assert_eq!(ran.stderr, "error: there is no rule `spec/dangling-rev`; did you mean `spec/dangling-ref`?\n");
}
