//! `bindery docs`: a reference is written, read back, changed, and found to differ.

use crate::support::Folder;

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
