//! Descriptions in several files: which type a reference becomes, what is said of references that lead nowhere, and what is never read.

use std::fs;
use std::path::{Path, PathBuf};

use bindery::plan::listing::public_api;
use bindery::report::{Color, Report};
use bindery::{Config, Error, Inspected};
use insta::assert_snapshot;

/// A folder of one test.
struct Folder(PathBuf);

impl Folder {
    /// Makes a folder with these files; the name has to be the test's own.
    fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("files").join(name);
        // What an earlier run left is not of this test.
        let _ = fs::remove_dir_all(&path);
        let folder = Self(path);
        for (name, text) in files {
            let path = folder.0.join(name);
            fs::create_dir_all(path.parent().expect("it is in the folder")).expect("the folder is writable");
            fs::write(path, text).expect("the folder is writable");
        }
        folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    fn generate(&self, config: &Config) -> Result<Inspected, Error> {
        config.inspect(self.path("api.yaml"))
    }

    /// Returns the paths of the types of the components, and what is printed of the findings.
    fn types(&self) -> String {
        let generated = self.generate(&Config::new()).unwrap_or_else(|error| panic!("{error}"));
        let paths = generated.plan.paths.iter().filter(|(origin, _)| origin.pointer.tokens().count() == 3);
        let mut lines: Vec<_> = paths.map(|(origin, path)| format!("{} {path}\n", origin.pointer)).collect();
        lines.push(self.printed(&generated.diagnostics, &generated.sources));
        lines.concat()
    }

    /// Returns what is printed of a description that is refused.
    fn refused(&self, config: &Config) -> String {
        match self.generate(config) {
            Err(Error::Refused(refusal)) => self.printed(&refusal.diagnostics, &refusal.sources),
            Err(error) => panic!("{error}"),
            Ok(_) => panic!("the description is not refused"),
        }
    }

    fn printed(&self, found: &bindery::diagnostic::Diagnostics, sources: &bindery::source::Sources) -> String {
        let text: String = Report::of(found, sources).blocks(Color::Never).collect();
        text.replace(&format!("{}/", self.0.to_string_lossy().replace('\\', "/")), "")
    }
}

/// Makes a root whose components are these schemas, each line of which is indented by four.
fn root(schemas: &str) -> String {
    format!("openapi: 3.0.3\ninfo: {{ title: T, version: '1' }}\npaths: {{}}\ncomponents:\n  schemas:\n{schemas}")
}

#[test]
fn one_schema_is_one_type_by_whatever_way_it_is_reached() {
    let root = root(
        "    Animal: { $ref: ./schemas/pet.yaml }
    Again: { $ref: '#/components/schemas/Animal' }
    Chain: { $ref: chain.json }
    Zoo:
      type: object
      properties:
        a: { $ref: schemas/pet.yaml }
        b: { $ref: 'schemas/../schemas/pet.yaml#' }
        c: { $ref: 'chain.json' }
        d: { $ref: 'schemas/%70et.yaml' }
        e: { $ref: '#/components/schemas/Animal' }
",
    );
    let files = [
        ("api.yaml", root.as_str()),
        ("chain.json", "{\"$ref\": \"schemas/pet.yaml\"}"),
        ("schemas/pet.yaml", "type: object\nproperties: { zoo: { $ref: '../api.yaml#/components/schemas/Zoo' } }\n"),
    ];
    let generated = Folder::new("one_type", &files).generate(&Config::new()).expect("the description is fine");
    let api = public_api(&generated.plan);
    let structs: Vec<_> = api.iter().filter(|line| line.starts_with("struct ")).collect();
    assert_eq!(structs, ["struct Animal", "struct Client", "struct Zoo"], "{api:#?}");
    for field in ["a", "b", "c", "d", "e"] {
        let line = format!("field Zoo::{field}: Option<Animal>");
        let boxed = format!("field Zoo::{field}: Option<Box<Animal>>");
        assert!(api.contains(&line) || api.contains(&boxed), "{field}: {api:#?}");
    }
}

#[test]
fn names_come_from_files_and_pointers() {
    let root = root(
        "    Root:
      type: object
      properties:
        file: { $ref: schemas/pet.schema.json }
        pointer: { $ref: 'common.yaml#/Money' }
        inside: { $ref: 'common.yaml#/Money/properties/currency' }
        document: { $ref: 'other.yaml#/components/schemas/Thing' }
        folder: { $ref: 'owner/index.yaml' }
",
    );
    let folder = Folder::new(
        "names",
        &[
            ("api.yaml", &root),
            ("schemas/pet.schema.json", "{\"type\": \"object\"}"),
            ("common.yaml", "Money:\n  type: object\n  properties:\n    currency: { type: string, enum: [EUR] }\n"),
            ("other.yaml", "openapi: 3.0.3\ncomponents:\n  schemas:\n    Thing: { type: object }\n"),
            ("owner/index.yaml", "type: object\n"),
        ],
    );
    assert_snapshot!(folder.types(), @"
    /components/schemas/Root Root
    /components/schemas/pet Pet
    /components/schemas/Money Money
    /components/schemas/common-Money-currency CommonMoneyCurrency
    /components/schemas/Thing Thing
    /components/schemas/owner Owner
    ");
}

/// Of two that collide the one nearest to the root keeps the name, in whichever order they are referred to.
#[test]
fn collisions_are_told_apart_by_where_the_files_are() {
    let files = [("pet.yaml", "type: string\nenum: [a]\n"), ("old/v1/pet.yaml", "type: string\nenum: [b]\n")];
    let properties = ["        one: { $ref: pet.yaml }\n", "        two: { $ref: old/v1/pet.yaml }\n"];
    let mut results = Vec::new();
    for (name, properties) in [("collide", properties), ("collide_turned", [properties[1], properties[0]])] {
        let root = root(&format!("    Root:\n      type: object\n      properties:\n{}", properties.concat()));
        let folder = Folder::new(name, &[&files[..], &[("api.yaml", &root)]].concat());
        let mut lines: Vec<_> = folder.types().lines().map(str::to_owned).collect();
        lines[..3].sort();
        results.push(lines.join("\n"));
    }
    assert_eq!(results[0], results[1]);
    assert_snapshot!(results[0], @"
    /components/schemas/Root Root
    /components/schemas/pet Pet
    /components/schemas/v1-pet V1Pet
    note[name-collision]: two files have a schema called `pet`; this one is `v1-pet`
     --> old/v1/pet.yaml:1:1
      |  type: string
      |  ^
      = help: a component of the description that is only a `$ref` to it gives it a name
    ");
}

#[test]
fn every_kind_of_part_may_be_in_another_file() {
    let root = "\
openapi: 3.0.3
info: { title: T, version: '1' }
paths:
  /things/{id}: { $ref: 'parts.yaml#/pathItem', description: Words about the path. }
components:
  securitySchemes:
    key: { $ref: 'parts.yaml#/key' }
";
    let parts = "\
pathItem:
  parameters:
    - { $ref: '#/id' }
  put:
    operationId: putThing
    security: [{ key: [] }]
    requestBody: { $ref: '#/body' }
    responses:
      '200': { $ref: '#/answer' }
    callbacks:
      done: { $ref: '#/callback' }
id: { name: id, in: path, required: true, schema: { type: string } }
body:
  required: true
  content:
    application/json:
      schema: { type: object, properties: { a: { type: string } } }
      examples: { one: { $ref: '#/example' } }
answer:
  description: Fine.
  headers: { X-Rate: { $ref: '#/header' } }
  links: { next: { $ref: '#/link' } }
header: { schema: { type: integer } }
link: { operationId: putThing }
example: { value: { a: b } }
key: { type: apiKey, in: header, name: X-Key }
callback:
  '{$request.body#/a}': { $ref: 'event.yaml' }
";
    let event = "post:\n  responses:\n    '200': { description: Thanks. }\n";
    let folder = Folder::new("kinds", &[("api.yaml", root), ("parts.yaml", parts), ("event.yaml", event)]);
    let generated = folder.generate(&Config::new()).unwrap_or_else(|error| panic!("{error}"));
    let operation = &generated.document.operations[0];
    assert_eq!((operation.path.as_str(), operation.parameters.len()), ("/things/{id}", 1));
    assert_eq!(operation.callbacks, ["done"]);
    assert_eq!(operation.description.as_deref(), Some("Words about the path."));
    assert_eq!(operation.request_body.as_ref().expect("it has one").content[0].examples.len(), 1);
    assert_eq!(operation.responses[0].headers.len(), 1);
    assert_eq!(generated.document.security_schemes.len(), 1);
}

/// The places that people write `$ref` although OpenAPI has none there.
#[test]
fn a_reference_where_openapi_has_none_is_read_in_place() {
    let root = "\
openapi: 3.0.3
info: { title: T, version: '1' }
paths:
  /things:
    get: { $ref: 'get.yaml' }
components:
  schemas: { $ref: 'schemas/_index.yaml' }
";
    let folder = Folder::new(
        "in_place",
        &[
            ("api.yaml", root),
            (
                "get.yaml",
                "operationId: getThings\nresponses:\n  '200':\n    description: x\n    content:\n      application/json:\n        \
                 schema: { $ref: 'schemas/_index.yaml#/Thing' }\n",
            ),
            (
                "schemas/_index.yaml",
                "Thing: { $ref: thing.yaml }\nOther: { type: object, properties: { a: { $ref: '#/Thing' } } }\n",
            ),
            ("schemas/thing.yaml", "type: object\nproperties: { other: { $ref: '_index.yaml#/Other' } }\n"),
        ],
    );
    assert_snapshot!(folder.types(), @"
    /components/schemas/Thing Thing
    /components/schemas/Other Other
    note[inlined-ref]: OpenAPI has no `$ref` in place of an operation; `get.yaml` is read here
     --> api.yaml:5:18
      |  get: { $ref: 'get.yaml' }
      |               ^^^^^^^^^^
    note[inlined-ref]: OpenAPI has no `$ref` in place of this part; `schemas/_index.yaml` is read here
     --> api.yaml:7:20
      |  schemas: { $ref: 'schemas/_index.yaml' }
      |                   ^^^^^^^^^^^^^^^^^^^^^
    ");
}

#[test]
fn tags_of_a_discriminator_may_be_references() {
    let root = root("    Pet: { $ref: pet.yaml }\n");
    let pet = "\
oneOf: [{ $ref: cat.yaml }, { $ref: dog.yaml }]
discriminator:
  propertyName: kind
  mapping: { miau: cat.yaml, wuff: './dog.yaml' }
";
    let branch = "type: object\nrequired: [kind]\nproperties: { kind: { type: string }, name: { type: string } }\n";
    let folder = Folder::new("tags", &[("api.yaml", &root), ("pet.yaml", pet), ("cat.yaml", branch), ("dog.yaml", branch)]);
    let text = folder.generate(&Config::new()).unwrap_or_else(|error| panic!("{error}")).text;
    assert!(text.contains("\"miau\"") && text.contains("\"wuff\""), "{text}");
}

/// Later stages name the file that somebody wrote.
#[test]
fn findings_are_placed_in_the_file_they_are_about() {
    let root = root("    Pet: { $ref: 'schemas/pet.json' }\n");
    let pet = "{\n  \"type\": \"object\",\n  \"reqired\": [\"a\"],\n  \"properties\": {\"a\": {\"$ref\": \"#/nowhere\"}}\n}";
    let bad =
        "{\n  \"properties\": {\n    \"a\": {\"type\": \"integer\", \"default\": \"x\"},\n    \"b\": {\"maxLength\": -1}\n  }\n}";
    let folder = Folder::new("placed", &[("api.yaml", &root), ("schemas/pet.json", pet)]);
    assert_snapshot!(folder.refused(&Config::new()), @r##"
    error[dangling-ref]: `#/nowhere` leads to nothing: schemas/pet.json has no `nowhere` there
     --> schemas/pet.json:4:32
      |  "properties": {"a": {"$ref": "#/nowhere"}}
      |                               ^^^^^^^^^^^
      = note: it would stand here
     --> schemas/pet.json:1:1
      |  {
      |  ^
    "##);
    let folder = Folder::new("placed_later", &[("api.yaml", &root), ("schemas/pet.json", bad)]);
    assert_snapshot!(folder.refused(&Config::new()), @r#"
    error[structure]: `maxLength` must be a whole number, 0 or more, not the number -1
     --> schemas/pet.json:4:24
      |  "b": {"maxLength": -1}
      |                     ^^
    "#);
}

#[test]
fn references_that_lead_nowhere() {
    let root = root(
        "    A: { $ref: 'schemas/pat.yaml' }
    B: { $ref: 'schemas/pet.yaml#/definitions/Nam' }
    C: { $ref: 'schemas/broken.yaml' }
    D: { $ref: 'schemas/pet.yaml#Name' }
    E: { $ref: 'schemas/loop.yaml' }
    F: { $ref: 'schemas/' }
",
    );
    let folder = Folder::new(
        "nowhere",
        &[
            ("api.yaml", &root),
            ("schemas/pet.yaml", "definitions:\n  Name: { type: string }\n"),
            ("schemas/broken.yaml", "type: [\n"),
            ("schemas/loop.yaml", "$ref: loop2.yaml\n"),
            ("schemas/loop2.yaml", "$ref: loop.yaml\n"),
        ],
    );
    let printed = folder.refused(&Config::new());
    // What the file system says of a folder differs from system to system.
    let (printed, _) = printed.split_once("error[unreadable-file]").expect("a folder is not a file");
    assert_snapshot!(printed, @"
    error[missing-file]: `schemas/pat.yaml` leads to a file that is not there: schemas/pat.yaml
     --> api.yaml:6:16
      |  A: { $ref: 'schemas/pat.yaml' }
      |             ^^^^^^^^^^^^^^^^^^
      = help: did you mean `pet.yaml`?
    error[dangling-ref]: `schemas/pet.yaml#/definitions/Nam` leads to nothing: schemas/pet.yaml has no `Nam` there
     --> api.yaml:7:16
      |  B: { $ref: 'schemas/pet.yaml#/definitions/Nam' }
      |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = note: it would stand here
     --> schemas/pet.yaml:1:1
      |  definitions:
      |  ^^^^^^^^^^^
      = help: did you mean `Name`?
    error[dangling-ref]: `schemas/pet.yaml#Name` ends neither in a JSON Pointer nor in an `$anchor` of the file
     --> api.yaml:9:16
      |  D: { $ref: 'schemas/pet.yaml#Name' }
      |             ^^^^^^^^^^^^^^^^^^^^^^^
      = help: behind the `#` stands the way to a part of the file, such as `#/components/schemas/Name`
    error[cyclic-ref]: `schemas/loop.yaml` leads back to itself, through `$ref`s only
     --> api.yaml:10:16
      |  E: { $ref: 'schemas/loop.yaml' }
      |             ^^^^^^^^^^^^^^^^^^^
      = note: this is one of them
     --> schemas/loop.yaml:1:7
      |  $ref: loop2.yaml
      |        ^^^^^^^^^^
      = help: one of them must be a definition
    error[syntax]: did not find expected node content, while parsing a flow node
     --> schemas/broken.yaml:2:1
    ");
}

#[test]
fn what_is_never_read() {
    let root = root(
        "    A: { $ref: '../secret.yaml' }
    B: { $ref: 'https://example.com/schemas/pet.yaml#/Pet' }
    C: { $ref: 'file:///etc/passwd' }
    D: { $ref: '/etc/passwd' }
    E: { $ref: '//example.com/pet.yaml' }
    F: { $ref: 'a%2' }
",
    );
    let folder = Folder::new("confined", &[("api/api.yaml", &root), ("secret.yaml", "type: string\n")]);
    let Err(Error::Refused(refusal)) = Config::new().generate(folder.path("api/api.yaml")) else {
        panic!("the description is not refused")
    };
    assert_snapshot!(folder.printed(&refusal.diagnostics, &refusal.sources), @r#"
    error[external-ref]: `../secret.yaml` leads out of the folder of the description
     --> api/api.yaml:6:16
      |  A: { $ref: '../secret.yaml' }
      |             ^^^^^^^^^^^^^^^^
      = help: `Config::root_folder` (`--root-folder`) names a folder further up, if that is meant
    error[external-ref]: `https://example.com/schemas/pet.yaml#/Pet` is a URL, and nothing is read from the network
     --> api/api.yaml:7:16
      |  B: { $ref: 'https://example.com/schemas/pet.yaml#/Pet' }
      |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: keep a copy, and name it: `Config::local_copy("https://example.com/schemas/", "vendor/")`, `--local-copy https://example.com/schemas/=vendor/`
    error[external-ref]: `file:///etc/passwd` is a URL, and nothing is read from the network
     --> api/api.yaml:8:16
      |  C: { $ref: 'file:///etc/passwd' }
      |             ^^^^^^^^^^^^^^^^^^^^
      = help: only files below the folder of the description are read; write a relative path
    error[external-ref]: `/etc/passwd` is an absolute path
     --> api/api.yaml:9:16
      |  D: { $ref: '/etc/passwd' }
      |             ^^^^^^^^^^^^^
      = help: write the path relative to the file that the `$ref` stands in
    error[external-ref]: `//example.com/pet.yaml` is a URL, and nothing is read from the network
     --> api/api.yaml:10:16
      |  E: { $ref: '//example.com/pet.yaml' }
      |             ^^^^^^^^^^^^^^^^^^^^^^^^
      = help: only files below the folder of the description are read; write a relative path
    error[external-ref]: `a%2` has a broken percent code
     --> api/api.yaml:11:16
      |  F: { $ref: 'a%2' }
      |             ^^^^^
      = help: `%` is written as `%25`
    "#);
    assert_eq!(refusal.sources.files(), [folder.path("api/api.yaml")]);
}

/// Also where nothing uses the component.
#[test]
fn an_unused_reference_is_no_less_wrong() {
    let text = "\
openapi: 3.0.3
info: { title: T, version: '1' }
paths: {}
components:
  parameters: { Unused: { $ref: 'missing.yaml' } }
";
    let printed = Folder::new("unused", &[("api.yaml", text)]).refused(&Config::new());
    assert!(printed.starts_with("error[missing-file]: `missing.yaml` leads to a file that is not there"), "{printed}");
    let Err(Error::Refused(refusal)) = Config::new().generate_text("api.yaml", text) else {
        panic!("a text has no folder to look in")
    };
    assert_snapshot!(Report::of(&refusal.diagnostics, &refusal.sources).blocks(Color::Never).collect::<String>(), @"
    error[external-ref]: `missing.yaml` leads out of a text that has no folder
     --> api.yaml:5:33
      |  parameters: { Unused: { $ref: 'missing.yaml' } }
      |                                ^^^^^^^^^^^^^^
      = help: generate from a file instead
    ");
}

#[cfg(unix)]
#[test]
fn links_that_lead_out_are_refused() {
    let root = root("    A: { $ref: 'inside/secret.yaml' }\n");
    let folder = Folder::new("symlink", &[("api/api.yaml", &root), ("outside/secret.yaml", "type: string\n")]);
    std::os::unix::fs::symlink(folder.path("outside"), folder.path("api/inside")).expect("the folder is writable");
    let description = folder.path("api/api.yaml");
    let refused = Config::new().generate(&description).expect_err("it is refused").to_string();
    assert!(refused.contains("error[external-ref]: `inside/secret.yaml` leads out of the folder"), "{refused}");
    assert!(Config::new().root_folder(folder.path("")).generate(&description).is_ok());
}

#[test]
fn local_copies_stand_for_urls() {
    let root = root(
        "    A: { $ref: 'https://example.com/schemas/a.yaml' }
    B: { $ref: 'https://example.com/schemas/special/b.yaml#/B' }
    C: { $ref: 'https://example.com/one.yaml' }
",
    );
    let folder = Folder::new(
        "copies",
        &[
            ("api/api.yaml", &root),
            ("vendor/a.yaml", "type: object\nproperties: { d: { $ref: 'd.yaml' } }\n"),
            ("vendor/d.yaml", "type: string\nenum: [x]\n"),
            ("other/b.yaml", "B: { type: string, enum: [b] }\n"),
            ("one.yaml", "type: string\nenum: [c]\n"),
        ],
    );
    let mut config = Config::new();
    config
        .local_copy("https://example.com/schemas/", folder.path("vendor"))
        .local_copy("https://example.com/schemas/special/", folder.path("other"))
        .local_copy("https://example.com/one.yaml", folder.path("one.yaml"));
    let generated = config.inspect(folder.path("api/api.yaml")).unwrap_or_else(|error| panic!("{error}"));
    let names: Vec<_> = generated.document.components.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["A", "B", "C", "d"]);
}

#[test]
fn every_file_that_was_read_is_named() {
    let root = root("    A: { $ref: 'a.yaml' }\n    B: { $ref: 'b.json#/B' }\n");
    let folder =
        Folder::new("named", &[("api.yaml", &root), ("a.yaml", "{ $ref: 'b.json#/A' }"), ("b.json", "{\"A\": {}, \"B\": {}}")]);
    let loaded = bindery::load(folder.path("api.yaml")).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(loaded.sources.files(), ["api.yaml", "a.yaml", "b.json"].map(|name| folder.path(name)));
}

/// `$ref` in a value of the user's is no reference, and a property may have that name.
#[test]
fn what_only_looks_like_a_reference_is_left_alone() {
    let text = root(
        "    A:
      type: object
      example: { $ref: nowhere.yaml }
      default: { $ref: nowhere.yaml }
      x-own: { $ref: nowhere.yaml }
      properties:
        $ref: { type: string }
",
    );
    let generated = Folder::new("looks", &[("api.yaml", &text)]).generate(&Config::new());
    let generated = generated.unwrap_or_else(|error| panic!("{error}"));
    assert!(generated.text.contains("\"$ref\""), "{}", generated.text);
}

/// What is behind it is never used, so that it may lead back to itself.
#[test]
fn references_in_unknown_keywords_are_not_followed() {
    let schema = "type: object\ntest:\n  a: { $ref: pet.yaml }\n  b: { $ref: 'other.yaml#/missing' }\n";
    let folder = Folder::new("unknown", &[("api.yaml", &root("    Pet: { $ref: pet.yaml }\n")), ("pet.yaml", schema)]);
    assert_snapshot!(folder.types(), @"
    /components/schemas/Pet Pet
    warning[unknown-keyword]: `test` is not a keyword of a schema object, and is not used
     --> pet.yaml:2:1
      |  test:
      |  ^^^^
      = help: keywords of your own begin with `x-`
    ");
}

#[test]
fn keys_that_stand_twice() {
    let root = root("    Pet: { $ref: 'pet.yaml' }\n");
    let folder = Folder::new("twice", &[("api.yaml", &root), ("pet.yaml", "type: object\ntitle: A\ntype: string\n")]);
    assert_snapshot!(folder.refused(&Config::new()), @"
    error[duplicate-key]: the key `type` stands there twice
     --> pet.yaml:3:1
      |  type: string
      |  ^^^^
      = note: it stands here first
     --> pet.yaml:1:1
      |  type: object
      |  ^^^^
    ");
}

/// Twenty small files, each of which has the next one twice, would be a million path items.
#[test]
fn files_that_stand_for_endlessly_many() {
    let root = "openapi: 3.0.3\ninfo: { title: T, version: '1' }\npaths: { /a: { $ref: f0.yaml } }\n";
    let part = |next: usize| {
        let next = format!("'{{$url}}': {{ $ref: f{next}.yaml }}");
        format!("get:\n  responses: {{ 200: {{ description: x }} }}\n  callbacks: {{ a: {{ {next} }}, b: {{ {next} }} }}\n")
    };
    let parts: Vec<(String, String)> = (0..80).map(|index| (format!("f{index}.yaml"), part(index + 1))).collect();
    let mut files: Vec<(&str, &str)> = parts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    files.extend([("api.yaml", root), ("f80.yaml", "get: { responses: { 200: { description: x } } }\n")]);
    let printed = Folder::new("endless", &files).refused(&Config::new());
    assert!(printed.contains("error[too-deep]"), "{printed}");
}

#[test]
fn a_path_that_leads_back_to_itself() {
    let root = "openapi: 3.0.3\ninfo: { title: T, version: '1' }\npaths: { /a: { $ref: a.yaml } }\n";
    let part = "get:\n  responses: { 200: { description: x } }\n  callbacks: { a: { '{$url}': { $ref: 'a.yaml' } } }\n";
    let folder = Folder::new("back", &[("api.yaml", root), ("a.yaml", part)]);
    assert!(folder.refused(&Config::new()).starts_with("error[cyclic-ref]: `a.yaml` leads back to where it is read"));
}

/// The same in 3.1: schemas with siblings of a `$ref`, `$defs`, anchors, path items among the components.
#[test]
fn later_versions_may_be_in_several_files_too() {
    let root = "\
openapi: 3.1.0
info: { title: T, version: 1.10 }
paths:
  /things: { $ref: parts/things.yaml }
components:
  schemas:
    Thing: { $ref: parts/thing.yaml }
    Commented: { $ref: parts/thing.yaml, description: Said anew. }
";
    let path = "\
get:
  operationId: getThing
  responses:
    '200':
      description: x
      content: { application/json: { schema: { $ref: 'thing.yaml#/$defs/Part', description: Beside it. } } }
    '404':
      description: x
      content: { application/json: { schema: { $ref: 'thing.yaml#kind' } } }
";
    let thing = "\
$id: https://example.com/thing.yaml
type: [object, 'null']
properties:
  part: { $ref: '#/$defs/Part' }
  kind: { $ref: '#kind' }
  all: { type: array, prefixItems: [{ $ref: '#' }] }
$defs:
  Part: { type: object, properties: { a: { type: [string, 'null'] } } }
  K: { $anchor: kind, enum: [a, b] }
";
    let folder = Folder::new("later", &[("api.yaml", root), ("parts/things.yaml", path), ("parts/thing.yaml", thing)]);
    let generated = folder.generate(&Config::new()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(generated.document.version, "1.10");
    let api = public_api(&generated.plan);
    for line in ["field Thing::part: Option<Part>", "field Thing::kind: Option<K>", "struct Part"] {
        assert!(api.iter().any(|it| it == line), "{line}: {api:#?}");
    }
}

/// What a description calls itself, or a schema in it, leads nowhere else.
#[test]
fn names_of_the_description_itself_are_no_files() {
    let text = "\
openapi: 3.2.0
$self: https://example.com/api.yaml
info: { title: T, version: '1' }
components:
  schemas:
    Pet: { $id: 'https://example.com/pet', type: object, properties: { name: { type: string } } }
    A: { type: object, properties: { pet: { $ref: 'https://example.com/api.yaml#/components/schemas/Pet' } } }
    B: { type: object, properties: { pet: { $ref: 'https://example.com/pet' }, c: { $ref: 'c.yaml' } } }
";
    let c = "type: object\nproperties: { pet: { $ref: 'https://example.com/api.yaml#/components/schemas/Pet' } }\n";
    let folder = Folder::new("self", &[("api.yaml", text), ("c.yaml", c)]);
    let generated = folder.generate(&Config::new()).unwrap_or_else(|error| panic!("{error}"));
    let api = public_api(&generated.plan);
    for line in ["field A::pet: Option<Pet>", "field B::pet: Option<Pet>", "field C::pet: Option<Pet>"] {
        assert!(api.iter().any(|it| it == line), "{line}: {api:#?}");
    }
}

/// A description that can't be read at all is refused, whatever is allowed.
#[test]
fn what_cannot_be_read_is_refused_whatever_is_allowed() {
    let both = "swagger: '2.0'\nopenapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: {}\n";
    let Err(Error::Refused(refusal)) = Config::new().allow("unsupported-version").generate_text("api.yaml", both) else {
        panic!("the description is not refused")
    };
    assert!(refusal.diagnostics.has_errors());
}
