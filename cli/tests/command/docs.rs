//! `bindery docs`: a reference is written, read back, changed, and found to differ.

use crate::support::{Folder, Ran};

#[test]
fn a_reference_is_written_and_checked() {
    let folder = Folder::with_pets("docs");
    let page = folder.bindery(&["docs", "render", "pets.yaml"]).fine();
    folder.write("pets.md", &page);
    insta::assert_snapshot!(folder.bindery(&["docs", "check", "pets.md", "--spec", "pets.yaml"]).fine(), @r#"
    pets.md: GET /pets/{petId}
      field              page                             description                      verdict
      path petId         string required                  string required                  ok
      response 200 id    string required                  string required                  ok
      response 200 kind  enum<string> required, 2 values  enum<string> required, 2 values  ok
      response 200 age   integer optional, x >= 0         integer optional, x >= 0         ok
      page 4 fields, description 4; 0 unexplained

    0 errors, 0 warnings, 0 notes
    "#);

    folder.write("pets.html", folder.bindery(&["docs", "render", "pets.yaml", "--format", "html"]).fine());
    folder.bindery(&["docs", "check", "pets.html", "--spec", "pets.yaml"]).fine();

    folder.write("pets.md", page.replace("`cat`, `dog`", "`cat`, `cow`"));
    let changed = folder.bindery(&["docs", "check", "pets.md", "--spec", "pets.yaml", "--format", "github"]);
    assert_eq!(changed.code, Some(1), "{changed:#?}");
    insta::assert_snapshot!(changed.stdout, @"::error file=pets.md,line=33,endLine=33,col=1,endColumn=60,title=docs/enum::response 200 `kind` has `cow` on the page and `dog` in the description");
}

#[test]
fn a_page_is_extracted() {
    let folder = Folder::with_pets("docs-extract");
    folder.write("page.txt", "GET\n/pets/{petId}\nA pet\n\nResponse\n\nid\nstring\nrequired\n\nage\nintegr\n");
    let ran = folder.bindery(&["docs", "extract", "page.txt"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(1), "error: page.txt:12: the type is not known\n"));
    insta::assert_snapshot!(ran.stdout, @r#"
    # A pet

    `GET /pets/{petId}`

    | Field | In | Type | Required | Values |
    | --- | --- | --- | --- | --- |
    | `id` | response | `string` | yes |  |
    | `age` | response | unsaid | unsaid |  |
    "#);
}

#[test]
fn a_difference_can_be_accepted() {
    let folder = Folder::with_pets("docs-accepted");
    let page = folder.bindery(&["docs", "render", "pets.yaml"]).fine();
    let line = page.lines().find(|line| line.contains("`age`")).expect("it is shown");
    folder.write("pets.md", page.replace(&format!("{line}\n"), ""));
    let check = |spec: &str, more: &[&str]| folder.bindery(&[&["docs", "check", "pets.md", "--spec", spec], more].concat());
    let found = check("pets.yaml", &[]);
    assert_eq!(found.code, Some(1), "{found:#?}");
    assert!(found.stdout.contains("error[docs/missing-in-page]: the page has no response 200 `age`"), "{}", found.stdout);

    // Beside the place in the description.
    let description = folder.read("pets.yaml");
    let ignoring = description.replace("age: {", "age: {x-bindery-ignore: [docs/missing-in-page], ");
    assert_ne!(ignoring, description);
    folder.write("ignoring.yaml", &ignoring);
    let ran = check("ignoring.yaml", &[]);
    assert!(ran.fine().ends_with("0 errors, 0 warnings, 0 notes\n"));
    folder.bindery(&["lint", "ignoring.yaml"]).fine();
    folder.write("pets.md", &page);
    let unused = check("ignoring.yaml", &[]);
    let expected = "warning[lint/unused-ignore]: nothing is found here of the rule `docs/missing-in-page`";
    assert!(unused.stdout.contains(expected), "{}", unused.stdout);
    folder.write("pets.md", page.replace(&format!("{line}\n"), ""));

    // In a file of all that is accepted.
    assert_eq!(check("pets.yaml", &["--baseline", "docs.baseline", "--update-baseline"]).code, Some(0));
    let baseline = folder.read("docs.baseline");
    assert_eq!(baseline, "docs/missing-in-page pets.md#/response 200/age\n");
    check("pets.yaml", &["--baseline", "docs.baseline"]).fine();
    folder.write("pets.md", &page);
    let stale = check("pets.yaml", &["--baseline", "docs.baseline"]);
    assert!(stale.stdout.contains("warning[lint/stale-baseline]"), "{}", stale.stdout);

    // For a whole rule.
    folder.write("pets.md", page.replace(&format!("{line}\n"), ""));
    folder.write("bindery.toml", "[levels]\n\"docs/missing-in-page\" = \"warning\"\n");
    let warned = check("pets.yaml", &[]);
    assert!(warned.fine().contains("warning[docs/missing-in-page]"));
}

/// Holds what a command prints against what the readme shows of it, where `…` stands for lines that are left out.
fn hold_readme(readme: &str, command: &str, printed: &str) {
    let block = readme.split_once(&format!("$ bindery {command}\n")).and_then(|(_, rest)| rest.split_once("```"));
    let (block, _) = block.expect("the readme shows the command");
    let mut rest = printed.lines();
    for line in block.lines().filter(|line| line.trim() != "…") {
        assert!(rest.any(|printed| printed == line), "`{line}` is not printed there:\n{printed}");
    }
}

#[test]
fn the_readme_shows_what_is_printed() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    let read = |name: &str| std::fs::read_to_string(format!("{root}/{name}")).expect("it is there");
    let (readme, page) = (read("README.md"), read("validator/tests/pages/create-agent.page.txt"));
    let folder = Folder::new("docs-readme");
    let real = "docs check validator/tests/pages/create-agent.page.txt spec/documented/conventions.md --spec spec/ledger.yaml";
    let mut command = folder.command(&real.split(' ').collect::<Vec<_>>());
    let ran = Ran::of(command.current_dir(root).output().expect("it can be run"));
    hold_readme(&readme, real, &ran.fine());

    let (samples, fields) = page.split_once("\nBody\n").expect("it has a body");
    let (body, answer) = fields.split_once("\nResponse\n").expect("it has an answer");
    let (body, answer) = (body.replace("\nmaxCards\n", "\ncardLimit\n"), answer.replacen("\nsuspended\n", "\npaused\n", 1));
    folder.write("page.txt", format!("{samples}\nBody\n{body}\nResponse\n{answer}"));
    folder.write("conventions.md", read("spec/documented/conventions.md"));
    folder.write("ledger.yaml", read("spec/ledger.yaml"));
    let changed = "docs check page.txt conventions.md --spec ledger.yaml";
    let ran = folder.bindery(&changed.split(' ').collect::<Vec<_>>());
    assert_eq!(ran.code, Some(1), "{ran:#?}");
    hold_readme(&readme, changed, &ran.stdout);
}

#[test]
fn what_can_not_be_read() {
    let folder = Folder::with_pets("docs-unusable");
    folder.write("empty.txt", "");
    let code = |arguments: &[&str]| folder.bindery(&[&["docs"], arguments].concat()).code;
    assert_eq!(code(&["check", "nowhere.txt", "--spec", "pets.yaml"]), Some(2));
    assert_eq!(code(&["check", "empty.txt", "--spec", "nowhere.yaml"]), Some(2));
    assert_eq!(code(&["check", "empty.txt", "--spec", "pets.yaml"]), Some(1));
    assert_eq!(code(&["extract", "empty.txt"]), Some(2));
    assert_eq!(code(&["check", "empty.txt"]), Some(2));
}
