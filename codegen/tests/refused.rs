//! What real descriptions do with references and constraints: what is understood, and what is refused, with which words.

use bindery::diagnostic::{Code, Diagnostics};
use bindery::parse::parse;
use bindery::report::{Color, Report};
use bindery::source::Sources;
use bindery::spec::{Document, resolve};
use insta::assert_snapshot;
use serde_json::json;

/// Reads a text, and returns the document unless it is refused, and what is printed of the findings.
fn read(name: &str, text: &str) -> (Option<Document>, String) {
    let mut sources = Sources::default();
    let document = sources.add(name, text);
    let (description, mut found) = parse(&sources, document);
    let resolved = description.map(|description| {
        let (resolved, more) = resolve(&description, document);
        found.append(more);
        resolved
    });
    let printed = |found: &Diagnostics| Report::of(found, &sources).blocks(Color::Never).collect();
    (resolved.filter(|_| !found.has_errors()), printed(&found))
}

/// Reads a text about which there is nothing to say.
fn clean(text: &str) -> Document {
    let (document, printed) = read("api.yaml", text);
    assert_eq!(printed, "");
    document.expect("it is read")
}

/// Reads a text that is refused, and returns what is printed of it.
fn refused(text: &str) -> String {
    let (document, printed) = read("api.yaml", text);
    assert!(document.is_none(), "it is refused: {printed}");
    printed
}

fn headed(version: &str, rest: &str) -> String {
    format!("openapi: {version}\ninfo: {{ title: T, version: '1' }}\n{rest}")
}

const CALLBACKS: &str = "paths:
  /a:
    post:
      responses: { 200: { description: Fine. } }
      callbacks:
        done: { $ref: '#/components/callbacks/Done' }
  /b:
    post:
      responses: { 200: { description: Fine. } }
      callbacks:
        again: { $ref: '#/paths/~1a/post/callbacks/done' }
        own: { '{$url}': { post: { description: Own., responses: { 200: { description: Fine. } } } } }
components:
  callbacks:
    Done: { '{$url}': { post: { responses: { 200: { description: Fine. } } } } }
";

#[test]
fn a_reference_in_place_of_a_callback_is_a_callback() {
    for version in ["3.0.3", "3.1.0"] {
        let document = clean(&headed(version, CALLBACKS));
        let callbacks: Vec<_> = document.operations.iter().map(|operation| operation.callbacks.join(" ")).collect();
        assert_eq!(callbacks, ["done", "again own"], "{version}");
    }
}

#[test]
fn a_reference_in_place_of_a_callback_is_one_in_json_and_with_merge_keys() {
    let text = json!({
        "openapi": "3.0.3", "info": { "title": "T", "version": "1" },
        "paths": { "/a": { "get": {
            "responses": { "200": { "description": "Fine." } },
            "callbacks": { "done": { "$ref": "#/components/callbacks/Done" } },
        } } },
        "components": { "callbacks": { "Done": {} } },
    });
    let (document, printed) = read("api.json", &text.to_string());
    assert_eq!((document.map(|it| it.operations[0].callbacks.clone()), &*printed), (Some(vec!["done".to_owned()]), ""));
    let merged = "x-all: &all { responses: { '200': { description: Fine. } } }
paths:
  /a:
    post:
      <<: *all
      callbacks: { done: { $ref: '#/components/callbacks/Done' } }
components: { callbacks: { Done: {} } }
";
    assert_eq!(clean(&headed("3.0.3", merged)).operations[0].callbacks, ["done"]);
}

#[test]
fn a_callback_that_leads_nowhere_is_refused() {
    let text =
        CALLBACKS.replace("callbacks/Done'", "callbacks/Don'").replace("~1a/post/callbacks/done", "~1b/post/callbacks/again");
    assert_snapshot!(refused(&headed("3.0.3", &text)), @"
    error[dangling-ref]: `#/components/callbacks/Don` is not defined
     --> api.yaml:8:23
      |  done: { $ref: '#/components/callbacks/Don' }
      |                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: did you mean `#/components/callbacks/Done`?
    error[cyclic-ref]: `#/paths/~1b/post/callbacks/again` leads back to itself, through `$ref`s only
     --> api.yaml:13:24
      |  again: { $ref: '#/paths/~1b/post/callbacks/again' }
      |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: one of them must be a definition
    ");
    assert_snapshot!(refused(&headed("3.0.3", &CALLBACKS.replace("{ $ref: '#/components/callbacks/Done' }", "{ $ref: 5 }"))), @r#"
    error[external-ref]: `5` leads out of the file
     --> api.yaml:8:23
      |  done: { $ref: 5 }
      |                ^
      = help: files are read below the folder of the description; a `$ref` to one is written without escapes
    "#);
}

#[test]
fn a_pattern_that_is_no_text_is_ignored_with_a_warning() {
    let text = r#"{"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {}, "components": {"schemas": {
        "A": {"type": "string", "pattern": 0, "maxLength": 5}, "B": {"type": "string", "pattern": true}}}}"#;
    let (document, printed) = read("api.json", text);
    let document = document.expect("it is read");
    let schema = &document.schemas[document.components[0].1];
    assert_eq!((&schema.pattern, schema.max_length), (&None, Some(5)));
    assert_snapshot!(printed, @r#"
    warning[structure]: `pattern` must be a string, not the number 0
     --> api.json:2:44
      |  "A": {"type": "string", "pattern": 0, "maxLength": 5}, "B": {"type": "string", "pattern": true}}}}
      |                                     ^
      = help: the constraint is ignored
    warning[structure]: `pattern` must be a string, not the boolean true
     --> api.json:2:99
      |  …": {"type": "string", "pattern": true}}}}
      |                                    ^^^^
      = help: the constraint is ignored
    "#);
    let (_, later) = read("api.json", &text.replace("3.0.3", "3.1.0"));
    assert_eq!(later, printed);
    assert_snapshot!(refused(&headed("3.0.3", "paths: {}\ncomponents: { schemas: { A: { pattern: [a] } } }\n")), @"
    error[structure]: `pattern` must be a string, not a list
     --> api.yaml:4:31
      |  components: { schemas: { A: { pattern: [a] } } }
      |                                ^^^^^^^
    ");
}

const EXAMPLES: &str = "paths:
  /a:
    post:
      parameters:
        - name: p
          in: query
          schema: { type: string }
          examples: { one: { value: x } }
      requestBody:
        content: { application/json: { examples: { one: { value: 1 } } } }
      responses: { 200: { $ref: '#/components/responses/R' } }
  /b:
    get:
      responses:
        200:
          description: Fine.
          content:
            application/json:
              examples:
                a: { $ref: '#/paths/~1a/post/requestBody/content/application~1json/examples/one' }
                b: { $ref: '#/paths/~1a/post/parameters/0/examples/one' }
                c: { $ref: '#/paths/~1a/post/responses/200/content/application~1json/examples/two%20words' }
components:
  responses:
    R:
      description: Fine.
      content: { application/json: { examples: { two words: { value: 2 } } } }
";

#[test]
fn an_example_may_stand_anywhere() {
    let document = clean(&headed("3.0.3", EXAMPLES));
    let content = &document.operations[1].responses[0].content[0];
    assert_eq!(content.examples, [json!(1), json!("x"), json!(2)]);
}

/// What stands beside a `$ref` says nothing, so a pointer through one is meant for what it leads to.
const THROUGH: &str = "paths:
  /a:
    get:
      responses:
        200:
          description: Fine.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Chain', allOf: { 0: { properties: { size: {} } } } }
  /b:
    get:
      responses: { 200: { $ref: '#/components/responses/R' } }
components:
  schemas:
    First: { $ref: '#/paths/~1a/get/responses/200/content/application~1json/schema/allOf/0/properties/size' }
    Chain: { $ref: '#/components/schemas/Whole' }
    Whole:
      allOf:
        - type: object
          properties:
            size: { type: integer }
            again: { $ref: '#/components/schemas/Chain/allOf/0/properties/size' }
    Last: { $ref: '#/paths/~1b/get/responses/200/content/application~1json/schema/items' }
  responses:
    R: { description: Fine., content: { application/json: { schema: { type: array, items: { type: boolean } } } } }
";

#[test]
fn a_pointer_may_lead_through_references() {
    let (document, printed) = read("api.yaml", &headed("3.0.3", THROUGH));
    let document = document.expect("it is read");
    let target = |name: &str| {
        let id = document.components.iter().find(|(component, _)| component == name).expect("the text has it").1;
        let target = document.schemas[id].reference.expect("it is a reference");
        document.schemas[target].origin.pointer.to_string()
    };
    assert_eq!(target("First"), "/components/schemas/Whole/allOf/0/properties/size");
    assert_eq!(target("Last"), "/components/responses/R/content/application~1json/schema/items");
    assert_snapshot!(printed, @"
    warning[unknown-keyword]: `allOf` is ignored, because it stands beside a `$ref`
     --> api.yaml:11:61
      |  schema: { $ref: '#/components/schemas/Chain', allOf: { 0: { properties: { size: {} } } } }
      |                                                ^^^^^
      = help: to add to a schema, put the `$ref` into an `allOf`
    ");
}

#[test]
fn pointers_through_references_that_come_back_are_refused() {
    let text = "paths: {}
components:
  schemas:
    A: { $ref: '#/components/schemas/B/items' }
    B: { $ref: '#/components/schemas/A/items' }
    C: { $ref: '#/components/schemas/D' }
    D: { $ref: '#/components/schemas/C' }
    E: { $ref: '#/components/schemas/C/items' }
    F: { $ref: '#/components/schemas/F/items' }
";
    assert_snapshot!(refused(&headed("3.0.3", text)), @"
    error[dangling-ref]: `#/components/schemas/B/items` does not lead to a schema
     --> api.yaml:6:16
      |  A: { $ref: '#/components/schemas/B/items' }
      |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    error[dangling-ref]: `#/components/schemas/A/items` does not lead to a schema
     --> api.yaml:7:16
      |  B: { $ref: '#/components/schemas/A/items' }
      |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    error[cyclic-ref]: `#/components/schemas/D` leads back to itself, through `$ref`s only
     --> api.yaml:8:16
      |  C: { $ref: '#/components/schemas/D' }
      |             ^^^^^^^^^^^^^^^^^^^^^^^^
      = help: one of them must be a definition
    error[dangling-ref]: `#/components/schemas/C/items` does not lead to a schema
     --> api.yaml:10:16
      |  E: { $ref: '#/components/schemas/C/items' }
      |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    error[dangling-ref]: `#/components/schemas/F/items` does not lead to a schema
     --> api.yaml:11:16
      |  F: { $ref: '#/components/schemas/F/items' }
      |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    ");
}

#[test]
fn a_reference_to_something_else_says_what_was_found() {
    let text = "paths:
  /a:
    get:
      parameters:
        - { name: p, in: query, schema: { type: array, items: { $ref: '#/paths/~1b/get/parameters/0' } } }
      responses:
        200: { description: Fine., content: { a/b: { schema: { $ref: '#/components/responses/R' } } } }
        400: { $ref: '#/components/schemas/S' }
        500: { $ref: '#/paths/~1b/get' }
  /b:
    get:
      parameters: [{ name: p, in: query, schema: { type: string } }]
      responses: { 200: { description: Fine. } }
components:
  schemas: { S: { type: string } }
  responses: { R: { description: Fine. } }
";
    assert_snapshot!(refused(&headed("3.0.3", text)), @"
    error[wrong-ref]: `#/paths/~1b/get/parameters/0` is a parameter, and a schema is needed
     --> api.yaml:7:71
      |  - { name: p, in: query, schema: { type: array, items: { $ref: '#/paths/~1b/get/parameters/0' } } }
      |                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: did you mean `#/components/schemas/S`?
    error[wrong-ref]: `#/components/responses/R` is a response, and a schema is needed
     --> api.yaml:9:70
      |  200: { description: Fine., content: { a/b: { schema: { $ref: '#/components/responses/R' } } } }
      |                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: did you mean `#/components/schemas/S`?
    error[wrong-ref]: `#/components/schemas/S` is a schema, and a response is needed
     --> api.yaml:10:22
      |  400: { $ref: '#/components/schemas/S' }
      |               ^^^^^^^^^^^^^^^^^^^^^^^^
      = help: did you mean `#/components/responses/R`?
    error[wrong-ref]: `#/paths/~1b/get` is an operation, and a response is needed
     --> api.yaml:11:22
      |  500: { $ref: '#/paths/~1b/get' }
      |               ^^^^^^^^^^^^^^^^^
    ");
}

/// Each of many references goes through others that come back, or that grow, or is compared with many names: the time must be that of
/// one walk, not of all with all.
#[test]
fn many_references_that_lead_nowhere_are_refused() {
    const COUNT: usize = 1000;
    let list = |to: &str| {
        (0..COUNT).map(|number| format!("    S{number}: {{ $ref: '#/components/{to}{number}' }}\n")).collect::<String>()
    };
    let pair = "    C: { $ref: '#/components/schemas/D' }\n    D: { $ref: '#/components/schemas/C' }\n";
    let growing = "  parameters:\n    P: { $ref: '#/components/parameters/P/x' }\n";
    for lost in [list("schemas/C/items/x") + pair, list("parameters/P/schema/x") + growing, list("schemas/Nope")] {
        let mut sources = Sources::default();
        let text = headed("3.0.3", &format!("paths: {{}}\ncomponents:\n  schemas:\n{lost}"));
        let document = sources.add("api.yaml", text);
        let (description, _) = parse(&sources, document);
        let (_, found) = resolve(&description.expect("it has the shape of a description"), document);
        assert!(found.iter().filter(|found| found.code == Code::DanglingRef).count() >= COUNT);
    }
}
