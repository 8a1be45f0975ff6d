//! `bindery diff`: what it prints, when it fails, and where it takes descriptions from.

use std::process::Command;

use crate::support::{Folder, PETS};

/// Makes a folder with `old.yaml` and `new.yaml`, which differ by an edit.
fn pair(name: &str, from: &str, to: &str) -> Folder {
    let folder = Folder::new(name);
    assert!(PETS.contains(from), "{from}");
    folder.write("old.yaml", PETS);
    folder.write("new.yaml", PETS.replace(from, to));
    folder
}

#[test]
fn a_break_is_told_with_its_places() {
    let folder = pair("diff-break", "age: {type: integer, minimum: 0}", "age: {type: string}");
    let ran = folder.bindery(&["diff", "old.yaml", "new.yaml"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    insta::assert_snapshot!(ran.stdout);
}

#[test]
fn the_chosen_side_decides() {
    let folder = pair("diff-side", "enum: [cat, dog]", "enum: [cat, dog, bird]");
    assert_eq!(folder.bindery(&["diff", "old.yaml", "new.yaml", "--side", "wire"]).code, Some(1));
    folder.bindery(&["diff", "old.yaml", "new.yaml", "--side", "rust"]).fine();
    assert_eq!(folder.bindery(&["diff", "old.yaml", "new.yaml"]).code, Some(1));
    folder.bindery(&["diff", "old.yaml", "old.yaml"]).fine();
}

#[test]
fn accepted_breaks() {
    let folder = pair("diff-accept", "enum: [cat, dog]", "enum: [cat]");
    folder.bindery(&["diff", "old.yaml", "new.yaml", "--accept", "accepted.txt", "--update-accept"]).fine();
    let accepted = folder.read("accepted.txt");
    assert!(accepted.contains(" diff/enum-value-removed Pet.kind: `\"dog\"` is not allowed"), "{accepted}");
    folder.bindery(&["diff", "old.yaml", "new.yaml", "--accept", "accepted.txt"]).fine();
    let stale = folder.bindery(&["diff", "old.yaml", "old.yaml", "--accept", "accepted.txt"]).fine();
    assert!(stale.contains("warning: nothing changes any more of what this line accepts: "), "{stale}");
}

#[test]
fn a_version_that_was_not_stepped() {
    let folder = pair(
        "diff-version",
        "        age: {type: integer, minimum: 0}\n",
        "        age: {type: integer, minimum: 0}\n        note: {type: string}\n",
    );
    folder.bindery(&["diff", "old.yaml", "new.yaml"]).fine();
    assert_eq!(folder.bindery(&["diff", "old.yaml", "new.yaml", "--check-version"]).code, Some(1));
    folder.write("new.yaml", folder.read("new.yaml").replace("version: '1'", "version: '1.1'"));
    folder.bindery(&["diff", "old.yaml", "new.yaml", "--check-version"]).fine();
}

#[test]
fn unusable_input() {
    let folder = pair("diff-unusable", "cat", "cow");
    folder.write("broken.yaml", "openapi: [");
    for arguments in [
        ["diff", "old.yaml", "missing.yaml"],
        ["diff", "broken.yaml", "new.yaml"],
        ["diff", "old.yaml", "broken.yaml"],
        ["diff", "git:nowhere", "new.yaml"],
        ["diff", "git:--output=x:old.yaml", "new.yaml"],
        ["diff", "git:main:missing.yaml", "new.yaml"],
    ] {
        let ran = folder.bindery(&arguments);
        assert_eq!(ran.code, Some(2), "{arguments:?}: {ran:?}");
        assert!(!ran.stderr.is_empty());
    }
}

fn git(folder: &Folder, arguments: &[&str]) {
    let identity = ["-c", "user.name=Tester", "-c", "user.email=tester@example.com", "-c", "commit.gpgsign=false"];
    let output = Command::new("git").current_dir(folder.path()).args(identity).args(arguments).output().unwrap();
    assert!(output.status.success(), "{output:?}");
}

#[test]
fn a_base_from_git() {
    let folder = Folder::new("diff-git");
    folder.write("api/pets.yaml", PETS);
    let parts = PETS.replace("#/components/schemas/Pet'", "pet.yaml'").split("components:").next().unwrap().to_owned();
    folder.write("api/parts.yaml", &parts);
    folder.write("api/pet.yaml", "type: object\nrequired: [id]\nproperties: {id: {type: string}}\n");
    git(&folder, &["init", "--quiet"]);
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "--quiet", "-m", "Begin"]);
    folder.write("api/pets.yaml", PETS.replace("[cat, dog]", "[cat, dog, bird]"));
    let ran = folder.bindery(&["diff", "git:HEAD:api/pets.yaml", "api/pets.yaml"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.stdout.contains("git:HEAD:api/pets.yaml:"), "{ran:?}");
    assert!(ran.stderr.contains("git:HEAD:api/pets.yaml: only this file was read"), "{ran:?}");
    // The file that the description refers to is taken from git too.
    folder.write("api/pet.yaml", "type: object\nproperties: {id: {type: string}}\n");
    let ran = folder.bindery(&["diff", "git:HEAD:api/parts.yaml", "api/parts.yaml"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.stdout.contains("property `id` is not required any more"), "{ran:?}");
    assert!(ran.stderr.contains("git:HEAD:api/parts.yaml: it refers to files, so its folder was read too"), "{ran:?}");
}

/// Where a copy of what is in git was put for a moment is nobody's concern.
#[test]
fn a_base_from_git_is_called_as_in_git() {
    let folder = Folder::new("diff-git-names");
    let parts = PETS.replace("#/components/schemas/Pet'", "pet.yaml'").split("components:").next().unwrap().to_owned();
    folder.write("api/parts.yaml", &parts);
    folder.write("api/lost.yaml", parts.replace("pet.yaml'", "lost-pet.yaml'"));
    folder.write("api/pet.yaml", "type: object\nrequired: [id]\nproperties: {id: {type: string}}\n");
    git(&folder, &["init", "--quiet"]);
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "--quiet", "-m", "Begin"]);
    folder.write("api/pet.yaml", "type: object\nproperties: {id: {type: string}}\n");
    for format in ["text", "json", "sarif", "github", "markdown", "junit"] {
        let ran = folder.bindery(&["diff", "git:HEAD:api/parts.yaml", "api/parts.yaml", "--format", format]);
        assert!(!ran.stdout.contains("bindery-diff-") && !ran.stderr.contains("bindery-diff-"), "{format}: {ran:?}");
        let name = if format == "sarif" { "git%3AHEAD%3Aapi/pet.yaml" } else { "git:HEAD:api/pet.yaml" };
        // A finding has one place in these, and it is that of the revision.
        assert!(ran.stdout.contains(name) || ["github", "junit"].contains(&format), "{format}: {ran:?}");
    }
    // Of a base with an error there is no code to compare with, and it is said why.
    let ran = folder.bindery(&["diff", "git:HEAD:api/lost.yaml", "api/parts.yaml"]);
    assert!(ran.stdout.contains("rust: unknown"), "{ran:?}");
    assert!(ran.stderr.contains("not there: git:HEAD:api/lost-pet.yaml"), "{ran:?}");
    assert!(!ran.stderr.contains("bindery-diff-"), "{ran:?}");
}
