//! Help, exit codes, and how errors look.

use crate::support::{Folder, PETS};

#[test]
fn help_has_examples() {
    let folder = Folder::new("help");
    for command in ["generate", "mock", "inspect"] {
        let help = folder.bindery(&[command, "--help"]).fine();
        assert!(help.contains("Examples:\n"), "{help}");
        assert!(help.contains(&format!("bindery {command} spec/ledger.yaml")), "{help}");
    }
    let help = folder.bindery(&["--help"]).fine();
    assert!(help.contains("Examples:\n") && help.contains("Exit codes:\n"), "{help}");
}

#[test]
fn the_version() {
    let version = Folder::new("version").bindery(&["--version"]).fine();
    assert_eq!(version, format!("bindery {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn bad_usage() {
    let folder = Folder::with_pets("bad-usage");
    let generate = ["generate", "pets.yaml", "-o", "out"];
    for arguments in [
        vec![],
        vec!["unknown"],
        vec!["generate", "pets.yaml"],
        [&generate[..], &["--check", "--depfile", "x.d"]].concat(),
        [&generate[..], &["--rename", "Pet"]].concat(),
        [&generate[..], &["--rename", "Pet=not a name"]].concat(),
        [&generate[..], &["--replace-schema", "Nobody=crate::Nobody"]].concat(),
        [&generate[..], &["--allow", "everything"]].concat(),
    ] {
        let ran = folder.bindery(&arguments);
        assert_eq!(ran.code, Some(2), "{arguments:?}: {ran:?}");
        assert!(!ran.stderr.is_empty() && !folder.has("out"), "{arguments:?}: {ran:?}");
    }
}

#[test]
fn what_cannot_be_read() {
    let folder = Folder::new("unreadable");
    folder.write("latin1.yaml", b"title: caf\xe9");
    let missing = folder.bindery(&["generate", "missing.yaml", "-o", "out"]);
    assert_eq!(missing.code, Some(2));
    assert!(missing.stderr.starts_with("error[unreadable-file]: the file can't be read: "), "{}", missing.stderr);
    assert!(missing.stderr.contains(" --> missing.yaml\n"), "{}", missing.stderr);
    for command in ["inspect", "mock"] {
        let ran = folder.bindery(&[command, "latin1.yaml"]);
        assert_eq!(ran.code, Some(2));
        assert!(ran.stderr.contains("the file is not UTF-8"), "{}", ran.stderr);
    }
}

/// Descriptions are read on a deep stack, which a limit on the size of the process may have no room for.
#[cfg(target_os = "linux")]
#[test]
fn a_process_may_be_too_small() {
    let folder = Folder::with_pets("small");
    let limited = |kilobytes: u32, arguments: &[&str]| {
        let command = folder.command(arguments);
        let mut shell = std::process::Command::new("sh");
        shell.args(["-c", &format!("ulimit -v {kilobytes}; exec \"$0\" \"$@\"")]);
        shell.arg(command.get_program()).args(command.get_args()).current_dir(folder.path());
        crate::support::Ran::of(shell.output().unwrap())
    };
    folder.write("pet.json", "{}");
    for arguments in [
        &["generate", "pets.yaml", "-o", "out"][..],
        &["lint", "pets.yaml"],
        &["diff", "pets.yaml", "pets.yaml"],
        &["inspect", "pets.yaml"],
        &["validate", "--spec", "pets.yaml", "--schema", "Pet", "pet.json"],
    ] {
        let ran = limited(250_000, arguments);
        assert_eq!(ran.code, Some(2), "{arguments:?}: {ran:?}");
        let said = "error[unreadable-file]: the file can't be read: there is no thread with a stack of 256 MB: ";
        assert!(ran.stderr.starts_with(said), "{arguments:?}: {ran:?}");
        let ran = limited(450_000, arguments);
        assert!(matches!(ran.code, Some(0 | 1)), "one deep stack is enough: {arguments:?}: {ran:?}");
    }
}

fn refused(name: &str, flags: &[&str]) -> crate::support::Ran {
    let folder = Folder::new(name);
    folder.write("pets.yaml", PETS.replace("schemas/Pet'", "schemas/Pat'"));
    let ran = folder.bindery(&[&["generate", "pets.yaml", "-o", "out"], flags].concat());
    assert!(!folder.has("out"), "nothing is written");
    ran
}

#[test]
fn an_error_shows_the_line() {
    let ran = refused("excerpt", &[]);
    assert_eq!(ran.code, Some(1));
    insta::assert_snapshot!(ran.stderr, @"
    error[dangling-ref]: `#/components/schemas/Pat` is not defined
     --> pets.yaml:16:30
      |  schema: {$ref: '#/components/schemas/Pat'}
      |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: did you mean `#/components/schemas/Pet`?

    error: pets.yaml is refused: 1 error, 0 warnings
    ");
}

#[test]
fn colours_are_for_terminals() {
    assert!(!refused("plain", &[]).stderr.contains('\u{1b}'), "a pipe is no terminal");
    assert!(refused("colours", &["--color", "always"]).stderr.contains("\u{1b}[1;31merror[dangling-ref]\u{1b}[0m"));
}

#[test]
fn notes_are_for_those_who_ask() {
    let folder = Folder::new("notes");
    folder.write("pets.yaml", PETS.replace("      operationId: getPet\n", ""));
    let arguments = ["generate", "pets.yaml", "-o", "out", "--verbose"];
    let quiet = folder.bindery(&arguments[..4]);
    assert!(quiet.stdout.ends_with("0 warnings, 1 note (--verbose shows them)\n"), "{quiet:?}");
    assert_eq!(quiet.stderr, "");
    let verbose = folder.bindery(&arguments);
    assert!(verbose.stdout.ends_with("0 warnings, 1 note\n"), "{verbose:?}");
    assert!(verbose.stderr.starts_with("note[missing-operation-id]: "), "{verbose:?}");
}
