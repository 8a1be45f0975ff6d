//! Overlays: what actions do to a description, in which order, and what is said of those that can't be done.

use std::fs;
use std::path::{Path, PathBuf};

use bindery::diagnostic::Diagnostics;
use bindery::report::{Color, Report};
use bindery::source::Sources;
use bindery::{Config, Error, Inspected};
use insta::assert_snapshot;

const API: &str = "\
openapi: 3.0.3
info: { title: T, version: '1' }
paths:
  /pets:
    get:
      operationId: listPets
      tags: [pets]
      x-internal: true
      responses: { 200: { description: The pets. } }
    post:
      operationId: addPet
      tags: [pets]
      responses: { 200: { description: The pet. } }
  /old:
    get:
      operationId: old
      deprecated: true
      responses: { 200: { description: Something. } }
components:
  schemas:
    Pet:
      type: object
      properties:
        name: { type: string }
        age: { type: integer }
";

/// Makes an overlay of actions, each line of which is indented by two.
fn overlay(actions: &str) -> String {
    format!("overlay: 1.0.0\ninfo: {{ title: Fixes, version: '1' }}\nactions:\n{actions}")
}

/// A description with overlays, in a folder of one test.
struct Case {
    folder: PathBuf,
    config: Config,
}

impl Case {
    /// The name has to be the test's own.
    fn new(name: &str, description: &str, overlays: &[&str]) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("overlay").join(name);
        // What an earlier run left is not of this test.
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("the folder is writable");
        let mut case = Self { folder, config: Config::new() };
        case.write("api.yaml", description);
        for (index, text) in overlays.iter().enumerate() {
            let path = case.write(&format!("overlay{}.yaml", index + 1), text);
            case.config.overlay(path);
        }
        case
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.join(name);
        fs::write(&path, text).expect("the folder is writable");
        path
    }

    fn generate(&self) -> Result<Inspected, Error> {
        self.config.inspect(self.folder.join("api.yaml"))
    }

    fn fine(&self) -> Inspected {
        let generated = self.generate().unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(self.shown(&generated.diagnostics, &generated.sources), "");
        generated
    }

    fn printed(&self) -> String {
        match self.generate() {
            Ok(generated) => self.shown(&generated.diagnostics, &generated.sources),
            Err(Error::Refused(refusal)) => self.shown(&refusal.diagnostics, &refusal.sources),
            Err(error) => panic!("{error}"),
        }
    }

    fn shown(&self, found: &Diagnostics, sources: &Sources) -> String {
        let text: String = Report::of(found, sources).blocks(Color::Never).collect();
        text.replace(&format!("{}/", self.folder.to_string_lossy().replace('\\', "/")), "")
    }
}

fn operations(generated: &Inspected) -> Vec<&str> {
    generated.document.operations.iter().filter_map(|operation| operation.operation_id.as_deref()).collect()
}

#[test]
fn updates_are_merged() {
    let actions = overlay(
        "  - target: $.components.schemas.Pet
    update:
      required: [name]
      properties: { name: { minLength: 3 }, kind: { type: string, enum: [cat] } }
  - target: $.paths['/pets'].post
    description: Adds what was forgotten.
    update: { summary: Adds a pet., tags: [more] }
  - target: $.paths['/pets'].get.tags
    update: shown
",
    );
    let generated = Case::new("updates", API, &[&actions]).fine();
    for line in [
        "    pub name: String,",
        "    pub kind: Option<PetKind>,",
        "    /// Limits: at least 3 characters.",
        "    /// Adds a pet.",
    ] {
        assert!(generated.text.lines().any(|it| it == line), "{line}\n{}", generated.text);
    }
    let tags: Vec<_> = generated.document.operations.iter().map(|operation| operation.tags.join(" ")).collect();
    assert_eq!(tags, ["pets shown", "pets more", ""]);
}

#[test]
fn what_is_selected_is_removed() {
    let actions = overlay(
        "  - target: $.paths.*[?@['x-internal'] == true || @.deprecated == true]
    remove: true
  - target: $.components.schemas.Pet.properties.age
    remove: true
",
    );
    let generated = Case::new("removes", API, &[&actions]).fine();
    assert_eq!(operations(&generated), ["addPet"]);
    assert!(!generated.text.contains("age"), "{}", generated.text);
}

/// Each sees what those before it left.
#[test]
fn overlays_are_applied_in_order() {
    let first = overlay("  - { target: '$.paths[''/pets''].get', update: { operationId: first } }\n");
    let second = overlay(
        "  - { target: '$..[?@.operationId == ''first'']', update: { operationId: second } }
  - { target: '$.paths[''/old'']', remove: true }
",
    );
    assert_eq!(operations(&Case::new("order", API, &[&first, &second]).fine()), ["second", "addPet"]);
}

/// Several items are removed by what they are, not by what moved to their place.
#[test]
fn items_of_a_list() {
    let description = API.replace("tags: [pets]\n      x-internal", "tags: [a, b, a, c, a]\n      x-internal");
    let actions = overlay("  - { target: '$.paths[''/pets''].get.tags[?@ == ''a'']', remove: true }\n");
    let generated = Case::new("items", &description, &[&actions]).fine();
    assert_eq!(generated.document.operations[0].tags, ["b", "c"]);
}

#[test]
fn findings_are_placed_where_it_was_written() {
    let actions =
        overlay("  - target: $.components.schemas.Pet.properties\n    update: { kind: { type: string, maxLenght: 3 } }\n");
    let description = API.replace("age: { type: integer }", "age: { typ: integer }");
    assert_snapshot!(Case::new("placed", &description, &[&actions]).printed(), @"
    warning[unknown-keyword]: `typ` is not a keyword of a schema object, and is not used
     --> api.yaml:25:16
      |  age: { typ: integer }
      |         ^^^
      = help: did you mean `type`?
    warning[unknown-keyword]: `maxLenght` is not a keyword of a schema object, and is not used
     --> overlay1.yaml:5:37
      |  update: { kind: { type: string, maxLenght: 3 } }
      |                                  ^^^^^^^^^
      = help: did you mean `maxLength`?
    ");
}

#[test]
fn what_cannot_be_done() {
    let actions = overlay(
        "  - { target: $.info.title, update: { a: b } }
  - { target: $.info, update: text }
  - { target: '$.paths[?length(@) > 1]', remove: true }
  - { target: $, remove: true }
  - { target: $.nowhere, remove: true }
  - { update: {} }
  - { target: $.info }
  - { target: $.info, updat: {} }
  - { target: $.info, copy: $.paths }
",
    );
    assert_snapshot!(Case::new("cannot", API, &[&actions]).printed(), @"
    error[bad-overlay]: the target of an update has to be an object or a list
     --> overlay1.yaml:4:15
      |  - { target: $.info.title, update: { a: b } }
      |              ^^^^^^^^^^^^
      = note: this is neither
     --> api.yaml:2:16
      |  info: { title: T, version: '1' }
      |                 ^
      = help: select what holds the value, and update it with an object that has the key
    error[bad-overlay]: an object can only be updated with an object
     --> overlay1.yaml:5:31
      |  - { target: $.info, update: text }
      |                              ^^^^
      = note: this is the object
     --> api.yaml:2:1
      |  info: { title: T, version: '1' }
      |  ^^^^
    error[bad-overlay]: `$.paths[?length(@) > 1]` is no JSONPath: the function `length` is not supported (at character 10)
     --> overlay1.yaml:6:15
      |  - { target: '$.paths[?length(@) > 1]', remove: true }
      |              ^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: paths, `==`, `!=`, `<`, `<=`, `>`, `>=`, `&&`, `||` and `!` are supported
    error[bad-overlay]: the whole description can't be removed
     --> overlay1.yaml:7:15
      |  - { target: $, remove: true }
      |              ^
    warning[unused-action]: `$.nowhere` selects nothing of the description
     --> overlay1.yaml:8:15
      |  - { target: $.nowhere, remove: true }
      |              ^^^^^^^^^
    error[bad-overlay]: this action has no `target`
     --> overlay1.yaml:9:5
      |  - { update: {} }
      |    ^
    warning[bad-overlay]: this action does nothing: it has neither `update` nor `remove`
     --> overlay1.yaml:10:5
      |  - { target: $.info }
      |    ^
    warning[bad-overlay]: this action does nothing: it has neither `update` nor `remove`
     --> overlay1.yaml:11:5
      |  - { target: $.info, updat: {} }
      |    ^
    warning[unknown-keyword]: `updat` is not a keyword of overlays here, and is not used
     --> overlay1.yaml:11:23
      |  - { target: $.info, updat: {} }
      |                      ^^^^^
      = help: did you mean `update`?
    warning[unknown-keyword]: `copy` is not a keyword of overlays here, and is not used
     --> overlay1.yaml:12:23
      |  - { target: $.info, copy: $.paths }
      |                      ^^^^
      = help: it came with version 1.1 of overlays
    ");
}

#[test]
fn what_is_no_overlay() {
    let texts = ["openapi: 3.0.3\n", "overlay: 2.0.0\n", "overlay: 1.0.0\n", "[", ""];
    let printed: Vec<_> =
        texts.iter().enumerate().map(|(index, text)| Case::new(&format!("none{index}"), API, &[text]).printed()).collect();
    assert_snapshot!(printed.join("---\n"), @r#"
    error[bad-overlay]: this is no overlay: it has no `overlay`
     --> overlay1.yaml:1:1
      |  openapi: 3.0.3
      |  ^
      = help: begin it with `overlay: 1.0.0`
    ---
    error[unsupported-version]: version "2.0.0" of overlays is not read
     --> overlay1.yaml:1:10
      |  overlay: 2.0.0
      |           ^^^^^
      = help: 1.0 and 1.1 are
    ---
    warning[bad-overlay]: this overlay has no `info.title`
     --> overlay1.yaml:1:1
      |  overlay: 1.0.0
      |  ^
    warning[bad-overlay]: this overlay has no `info.version`
     --> overlay1.yaml:1:1
      |  overlay: 1.0.0
      |  ^
    error[bad-overlay]: this overlay has no list of `actions`
     --> overlay1.yaml:1:1
      |  overlay: 1.0.0
      |  ^
    ---
    error[syntax]: did not find expected node content, while parsing a flow node
     --> overlay1.yaml:2:1
    ---
    error[bad-overlay]: this is no overlay: it has no `overlay`
     --> overlay1.yaml
      = help: begin it with `overlay: 1.0.0`
    "#);
}

#[test]
fn an_overlay_for_another_description() {
    let actions = overlay("  - { target: $.info, update: { title: Pets } }\n");
    let other = actions.replace("actions:", "extends: https://example.com/other.yaml\nactions:");
    assert_snapshot!(Case::new("other", API, &[&other]).printed(), @"
    warning[bad-overlay]: this overlay is made for `https://example.com/other.yaml`
     --> overlay1.yaml:3:10
      |  extends: https://example.com/other.yaml
      |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: it is applied to api.yaml all the same
    ");
    let same = actions.replace("actions:", "extends: ./api.yaml\nactions:");
    Case::new("same", API, &[&same]).fine();
}

/// New in 1.1.
#[test]
fn a_copy_of_another_node() {
    let actions = overlay("  - { target: '$.paths[''/old'']', copy: '$.paths[''/pets'']' }\n").replace("1.0.0", "1.1.0");
    let case = Case::new("copy", API, &[&actions]);
    let generated = case.generate().unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(operations(&generated), ["listPets", "addPet", "listPets", "addPet"]);
}

/// An overlay changes the root as it is written; its references are relative to the root, and files are read afterwards.
#[test]
fn overlays_and_several_files() {
    let actions = overlay(
        "  - target: $.components.schemas\n    update: { Owner: { $ref: owner.yaml }, Other: { $ref: '#/components/schemas/Pet' } }\n",
    );
    let case = Case::new("files", API, &[&actions]);
    case.write("owner.yaml", "type: object\nproperties: { pet: { $ref: 'api.yaml#/components/schemas/Pet' } }\n");
    let generated = case.fine();
    assert!(generated.text.contains("pub pet: Option<Pet>"), "{}", generated.text);
    let read: Vec<_> = generated.sources.files().iter().filter_map(|path| path.file_name()?.to_str()).collect();
    assert_eq!(read, ["api.yaml", "overlay1.yaml", "owner.yaml"]);
}

#[test]
fn overlays_of_swagger_2() {
    let swagger = "\
swagger: '2.0'
info: { title: T, version: '1' }
paths: {}
definitions: { Pet: { type: object, properties: { name: { type: string } } } }
";
    let actions = overlay("  - { target: $.definitions.Pet, update: { required: [name] } }\n");
    assert!(Case::new("swagger", swagger, &[&actions]).fine().text.contains("pub name: String"));
}
