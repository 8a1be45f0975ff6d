//! Text -> typed document: what is said of texts that are wrong, and that no text brings the parser down.

use std::fmt::Write as _;

use bindery::diagnostic::{Code, Severity};
use bindery::parse::parse;
use bindery::report::{Color, Report, render_line};
use bindery::source::Sources;
use bindery::spec::{Document, JsonType, resolve};
use insta::assert_snapshot;
use serde_json::{Value, json};

/// Parses a text and returns what is printed of it.
fn printed(text: &str) -> String {
    let (document, mut printed) = parsed(text);
    if document.is_some() {
        printed.push_str("(read)");
    }
    printed
}

fn parsed(text: &str) -> (Option<Document>, String) {
    let mut sources = Sources::default();
    let document = sources.add("api.yaml", text);
    let (description, found) = parse(&sources, document);
    assert_eq!(description.is_none(), found.has_errors(), "a document is there unless there is an error");
    let resolved = description.map(|description| resolve(&description, document).0);
    (resolved, Report::of(&found, &sources).blocks(Color::Never).collect())
}

/// Makes a description with these schemas, each line of which is indented by four.
fn schemas(schemas: &str) -> String {
    format!("openapi: 3.0.3\ninfo: {{ title: T, version: '1' }}\npaths: {{}}\ncomponents:\n  schemas:\n{schemas}")
}

/// Makes a description with one operation, whose lines are indented by six.
fn operation(operation: &str) -> String {
    format!("openapi: 3.0.3\ninfo: {{ title: T, version: '1' }}\npaths:\n  /things:\n    get:\n{operation}")
}

const MINIMAL: &str = "openapi: 3.0.3\ninfo: { title: T, version: '1' }\npaths: {}\n";

#[test]
fn reads_yaml_and_json() {
    assert_eq!(printed(MINIMAL), "(read)");
    assert_eq!(printed("{\"openapi\": \"3.0.0\", \"info\": {\"title\": \"T\", \"version\": \"1\"}, \"paths\": {}}"), "(read)");
}

#[test]
fn reads_yaml_that_begins_like_json() {
    assert_eq!(printed("{openapi: 3.0.3, info: {title: T, version: '1'}, paths: {},}"), "(read)");
}

#[test]
fn a_byte_order_mark_is_skipped() {
    assert_eq!(printed(&format!("\u{feff}{MINIMAL}")), "(read)");
}

#[test]
fn numbers_serve_as_versions() {
    let (document, _) = parsed("openapi: 3.0.3\ninfo: { title: 404, version: 1.10 }\npaths: {}\n");
    assert_eq!(document.expect("it parses").version, "1.10");
}

#[test]
fn statuses_may_be_numbers() {
    let text = operation("      responses:\n        200: { description: Fine. }\n        4XX: { description: Not fine. }\n");
    assert_eq!(printed(&text), "(read)");
}

#[test]
fn words_of_old_yaml_are_strings() {
    let text = schemas("    Country:\n      type: string\n      enum: [no, on, y]\n      properties: { on: { type: string } }\n");
    assert_eq!(printed(&text), "(read)");
}

#[test]
fn empty_files() {
    assert_snapshot!(printed(""), @r#"
    error[structure]: the file is empty
     --> api.yaml
    "#);
    assert_snapshot!(printed(" \n\n"), @r#"
    error[structure]: the file is empty
     --> api.yaml
    "#);
    assert_snapshot!(printed("# nothing yet\n"), @r#"
    error[structure]: the file is empty
     --> api.yaml
    "#);
    assert_snapshot!(printed("{}"), @r#"
    error[structure]: this OpenAPI object has no `openapi`
     --> api.yaml:1:1
      |  {}
      |  ^
      = help: begin the description with `openapi: 3.0.3`
    error[structure]: this OpenAPI object has no `info`
     --> api.yaml:1:1
      |  {}
      |  ^
      = help: OpenAPI 3.0 requires it
    error[structure]: this OpenAPI object has no `paths`
     --> api.yaml:1:1
      |  {}
      |  ^
      = help: OpenAPI 3.0 requires it
    "#);
}

#[test]
fn not_a_mapping() {
    assert_snapshot!(printed("- openapi: 3.0.3\n"), @r#"
    error[structure]: the description must be a mapping (OpenAPI object), not a list
     --> api.yaml:1:1
      |  - openapi: 3.0.3
      |  ^
    "#);
    assert_snapshot!(printed("hello\n"), @r#"
    error[structure]: the description must be a mapping (OpenAPI object), not the string "hello"
     --> api.yaml:1:1
      |  hello
      |  ^^^^^
    "#);
}

#[test]
fn versions() {
    assert_snapshot!(printed("openapi: 3.3.0\ninfo: 5\n"), @r#"
    error[unsupported-version]: OpenAPI 3.3.0 is not read yet
     --> api.yaml:1:10
      |  openapi: 3.3.0
      |           ^^^^^
      = help: OpenAPI 3.0, 3.1 and 3.2 are
    "#);
    assert_snapshot!(printed("info: {}\nswagger: '2.0'\n"), @r#"
    error[unsupported-version]: Swagger 2.0 is no version of OpenAPI 3
     --> api.yaml:2:10
      |  swagger: '2.0'
      |           ^^^^^
      = help: Swagger 2.0 is rewritten to OpenAPI 3.0 before this; what came before it is not read
    "#);
    assert_snapshot!(printed("swagger: 2.0\n"), @r#"
    error[unsupported-version]: Swagger 2.0 is no version of OpenAPI 3
     --> api.yaml:1:10
      |  swagger: 2.0
      |           ^^^
      = help: Swagger 2.0 is rewritten to OpenAPI 3.0 before this; what came before it is not read
    "#);
    assert_snapshot!(printed("openapi: three\n"), @r#"
    error[structure]: `three` is not a version of OpenAPI
     --> api.yaml:1:10
      |  openapi: three
      |           ^^^^^
      = help: the versions that are read are 3.0, 3.1 and 3.2, such as `3.0.3`
    "#);
    assert_snapshot!(printed("openapi: 3\n"), @r#"
    error[structure]: `3` is not a version of OpenAPI
     --> api.yaml:1:10
      |  openapi: 3
      |           ^
      = help: the versions that are read are 3.0, 3.1 and 3.2, such as `3.0.3`
    "#);
    assert_snapshot!(printed("info: { title: T, version: '1' }\npaths: {}\n"), @r#"
    error[structure]: this OpenAPI object has no `openapi`
     --> api.yaml:1:1
      |  info: { title: T, version: '1' }
      |  ^
      = help: begin the description with `openapi: 3.0.3`
    "#);
    assert_eq!(printed(&MINIMAL.replace("3.0.3", "3.0")), "(read)");
}

#[test]
fn broken_syntax() {
    assert_snapshot!(printed("openapi: 3.0.3\ninfo:\n\ttitle: T\n"), @r#"
    error[syntax]: found character that cannot start any token, while scanning for the next token
     --> api.yaml:3:1
      |   title: T
      |  ^
      = help: YAML is indented with spaces, not with tabs
    "#);
    assert_snapshot!(printed("openapi: 3.0.3\ninfo: { title: 'T\n"), @r#"
    error[syntax]: found unexpected end of stream, while scanning a quoted scalar at line 2 column 16
     --> api.yaml:3:1
    "#);
    assert_snapshot!(printed("{\"openapi\": \"3.0.3\", \"ïnfo\": {\"title\": \"T\",, }}"), @r#"
    error[syntax]: key must be a string
     --> api.yaml:1:44
      |  {"openapi": "3.0.3", "ïnfo": {"title": "T",, }}
      |                                             ^
    "#);
    assert_snapshot!(printed("{\"openapi\": \"3.0.3\""), @r#"
    error[syntax]: EOF while parsing an object
     --> api.yaml:1:19
      |  {"openapi": "3.0.3"
      |                    ^
    "#);
    assert_snapshot!(printed("openapi: 3.0.3\n---\nopenapi: 3.0.3\n"), @r#"
    error[syntax]: the file holds more than one YAML document
     --> api.yaml:1:1
      |  openapi: 3.0.3
      |  ^
    "#);
    assert_snapshot!(printed("openapi: 3.0.3\ninfo: *nowhere\n"), @r#"
    error[syntax]: unknown anchor
     --> api.yaml:2:7
      |  info: *nowhere
      |        ^
    "#);
}

#[test]
fn duplicate_keys() {
    let yaml = schemas("    A: { type: string }\n    B: { type: string, type: integer }\n    A: { type: object }\n");
    assert_snapshot!(printed(&yaml), @r#"
    error[duplicate-key]: the key `type` stands there twice
     --> api.yaml:7:24
      |  B: { type: string, type: integer }
      |                     ^^^^
      = note: it stands here first
     --> api.yaml:7:10
      |  B: { type: string, type: integer }
      |       ^^^^
    error[duplicate-key]: the key `A` stands there twice
     --> api.yaml:8:5
      |  A: { type: object }
      |  ^
      = note: it stands here first
     --> api.yaml:6:5
      |  A: { type: string }
      |  ^
    "#);
    assert_snapshot!(printed("{\"openapi\": \"3.0.3\",\n \"openapi\": \"3.0.3\",\n \"info\": {\"title\": \"T\", \"version\": \"1\"}, \"paths\": {}}"), @r#"
    error[duplicate-key]: the key `openapi` stands there twice
     --> api.yaml:2:2
      |  "openapi": "3.0.3",
      |  ^^^^^^^^^
      = note: it stands here first
     --> api.yaml:1:2
      |  {"openapi": "3.0.3",
      |   ^^^^^^^^^
    "#);
}

/// Which of two documented defaults is meant, nobody can say; and `openapiv3` would panic.
#[test]
fn duplicate_keywords_with_any_value() {
    assert_snapshot!(printed(&schemas("    A: { type: boolean, default: , default: text }\n")), @r"
    error[duplicate-key]: the key `default` stands there twice
     --> api.yaml:6:36
      |  A: { type: boolean, default: , default: text }
      |                                 ^^^^^^^
      = note: it stands here first
     --> api.yaml:6:25
      |  A: { type: boolean, default: , default: text }
      |                      ^^^^^^^
    ");
}

#[test]
fn duplicate_keys_in_many() {
    let many: String = (0..40).map(|index| format!("    S{index}: {{}}\n")).collect();
    let text = schemas(&format!("{many}    S3: {{}}\n    S39: {{}}\n"));
    assert_eq!(printed(&text).matches("error[duplicate-key]").count(), 2);
}

#[test]
fn duplicate_keys_in_examples_do_no_harm() {
    assert_snapshot!(printed(&schemas("    A:\n      example: { a: 1, a: 2 }\n")), @r#"
    warning[duplicate-key]: the key `a` stands there twice
     --> api.yaml:7:24
      |  example: { a: 1, a: 2 }
      |                   ^
      = note: it stands here first
     --> api.yaml:7:18
      |  example: { a: 1, a: 2 }
      |             ^
      = help: the last one is used
    (read)
    "#);
}

#[test]
fn unknown_keywords() {
    let text = schemas(
        "    A:
      type: object
      x-mine: { anything: [goes] }
      reqired: [a]
      const: 5
      collectionFormat: csv
      wholly: other
",
    );
    assert_snapshot!(printed(&text), @r#"
    warning[unknown-keyword]: `reqired` is not a keyword of a schema object, and is not used
     --> api.yaml:9:7
      |  reqired: [a]
      |  ^^^^^^^
      = help: did you mean `required`?
    warning[unknown-keyword]: `const` is not a keyword of a schema object, and is not used
     --> api.yaml:10:7
      |  const: 5
      |  ^^^^^
      = help: it is a keyword of OpenAPI 3.1
    warning[unknown-keyword]: `collectionFormat` is not a keyword of a schema object, and is not used
     --> api.yaml:11:7
      |  collectionFormat: csv
      |  ^^^^^^^^^^^^^^^^
      = help: it is a keyword of Swagger 2.0; OpenAPI 3.0 has `style` and `explode`
    warning[unknown-keyword]: `wholly` is not a keyword of a schema object, and is not used
     --> api.yaml:12:7
      |  wholly: other
      |  ^^^^^^
      = help: keywords of your own begin with `x-`
    (read)
    "#);
}

#[test]
fn schema_keywords_beside_a_parameter() {
    let text = operation(
        "      parameters:
        - { name: q, in: query, type: string, schema: {} }
      responses:
        '200': { description: Fine. }
",
    );
    assert_snapshot!(printed(&text), @r#"
    warning[unknown-keyword]: `type` is not a keyword of a parameter object, and is not used
     --> api.yaml:7:33
      |  - { name: q, in: query, type: string, schema: {} }
      |                          ^^^^
      = help: it is a keyword of schemas: put it into the parameter's `schema`
    (read)
    "#);
}

#[test]
fn siblings_of_a_reference() {
    let text = schemas(
        "    A:
      description: Ignored.
      nullable: true
      x-mine: 1
      $ref: '#/components/schemas/B'
    B: { type: string }
",
    );
    assert_snapshot!(printed(&text), @r#"
    note[unknown-keyword]: `description` is ignored, because it stands beside a `$ref`
     --> api.yaml:7:7
      |  description: Ignored.
      |  ^^^^^^^^^^^
    warning[unknown-keyword]: `nullable` is ignored, because it stands beside a `$ref`
     --> api.yaml:8:7
      |  nullable: true
      |  ^^^^^^^^
      = help: to add to a schema, put the `$ref` into an `allOf`
    (read)
    "#);
}

#[test]
fn siblings_of_a_reference_may_be_anything() {
    assert_eq!(parsed(&schemas("    A: { type: [1], $ref: '#/components/schemas/A' }\n")).1.matches("error").count(), 0);
}

#[test]
fn wrong_shapes() {
    let text = schemas(
        "    A:
      type: [string, 'null']
      required: true
      minLength: -1
      exclusiveMinimum: 5
      nullable: yes
      properties: [a]
      items: true
      additionalProperties: 7
      title: 12
      pattern: null
    B: null
    C: string
    D: { $ref: 5 }
    E: { maxLength: 1.5, maximum: lots, discriminator: kind }
    404: { type: string }
",
    );
    assert_snapshot!(printed(&text), @r#"
    error[structure]: `type` must be `string`, `integer`, `number`, `boolean`, `array` or `object`, not a list
     --> api.yaml:7:7
      |  type: [string, 'null']
      |  ^^^^
      = help: OpenAPI 3.0 allows one type; use `anyOf` for several, and `nullable: true` for null
    error[structure]: `required` must be a list, not the boolean true
     --> api.yaml:8:17
      |  required: true
      |            ^^^^
      = help: the schema that holds the property lists it under `required`
    error[structure]: `minLength` must be a whole number, 0 or more, not the number -1
     --> api.yaml:9:18
      |  minLength: -1
      |             ^^
    error[structure]: `exclusiveMinimum` must be a boolean, not the number 5
     --> api.yaml:10:25
      |  exclusiveMinimum: 5
      |                    ^
      = help: in OpenAPI 3.0 it is a boolean that goes with `minimum` or `maximum`
    error[structure]: `nullable` must be a boolean, not the string "yes"
     --> api.yaml:11:17
      |  nullable: yes
      |            ^^^
    error[structure]: `properties` must be a mapping, not a list
     --> api.yaml:12:7
      |  properties: [a]
      |  ^^^^^^^^^^
    error[structure]: `items` must be a mapping (schema object or `$ref`), not the boolean true
     --> api.yaml:13:14
      |  items: true
      |         ^^^^
      = help: a schema that is a boolean came with OpenAPI 3.1; write `{}` for what allows anything
    error[structure]: `additionalProperties` must be a boolean or a mapping (schema object or `$ref`), not the number 7
     --> api.yaml:14:29
      |  additionalProperties: 7
      |                        ^
    error[structure]: `B` must be a mapping (schema object or `$ref`), not null
     --> api.yaml:17:8
      |  B: null
      |     ^^^^
      = help: give it a value, or remove the key
    error[structure]: `C` must be a mapping (schema object or `$ref`), not the string "string"
     --> api.yaml:18:8
      |  C: string
      |     ^^^^^^
    error[structure]: `maxLength` must be a whole number, 0 or more, not the number 1.5
     --> api.yaml:20:21
      |  E: { maxLength: 1.5, maximum: lots, discriminator: kind }
      |                  ^^^
    error[structure]: `maximum` must be a number, not the string "lots"
     --> api.yaml:20:35
      |  E: { maxLength: 1.5, maximum: lots, discriminator: kind }
      |                                ^^^^
    error[structure]: `discriminator` must be a mapping (discriminator object), not the string "kind"
     --> api.yaml:20:56
      |  E: { maxLength: 1.5, maximum: lots, discriminator: kind }
      |                                                     ^^^^
      = help: write `discriminator: { propertyName: kind }`
    "#);
}

#[test]
fn unknown_types_are_warned_of() {
    assert_snapshot!(printed(&schemas("    A: { type: strng }\n    B: { type: file }\n    C: { type: 'null' }\n")), @r#"
    warning[structure]: `strng` is not a type of OpenAPI
     --> api.yaml:6:16
      |  A: { type: strng }
      |             ^^^^^
      = help: it is read as any value; did you mean `string`?
    warning[structure]: `file` is not a type of OpenAPI
     --> api.yaml:7:16
      |  B: { type: file }
      |             ^^^^
      = help: it is read as any value; 3.0 has `type: string` with `format: binary`
    warning[structure]: `null` is not a type of OpenAPI
     --> api.yaml:8:16
      |  C: { type: 'null' }
      |             ^^^^^^
      = help: it is read as OpenAPI 3.1 does: null and nothing else; 3.0 has `nullable: true`
    (read)
    "#);
}

#[test]
fn missing_parts() {
    let text = operation(
        "      parameters:
        - { name: q, in: query }
        - { in: path, schema: {} }
        - { name: r, in: body, schema: {} }
        - { name: s, in: header, style: form, schema: {} }
        - { name: t, in: query, content: {} }
      responses:
        '200': {}
        '20X': { description: Odd. }
  things: {}
",
    );
    assert_snapshot!(printed(&text), @r#"
    error[structure]: this parameter has neither `schema` nor `content`
     --> api.yaml:7:11
      |  - { name: q, in: query }
      |    ^
      = help: add `schema: { type: string }` or the like
    error[structure]: this parameter object has no `name`
     --> api.yaml:8:11
      |  - { in: path, schema: {} }
      |    ^
      = help: OpenAPI 3.0 requires it
    error[structure]: `in` must be `query`, `header`, `path` or `cookie`, not the string "body"
     --> api.yaml:9:26
      |  - { name: r, in: body, schema: {} }
      |                   ^^^^
    error[structure]: a header parameter can't have the style `form`
     --> api.yaml:10:41
      |  - { name: s, in: header, style: form, schema: {} }
      |                                  ^^^^
      = help: it can have `simple`
    error[structure]: `content` must be a mapping with one entry, not one with 0
     --> api.yaml:11:33
      |  - { name: t, in: query, content: {} }
      |                          ^^^^^^^
    error[structure]: this response object has no `description`
     --> api.yaml:13:9
      |  '200': {}
      |  ^^^^^
      = help: OpenAPI 3.0 requires it
    error[structure]: `20X` is not a status
     --> api.yaml:14:9
      |  '20X': { description: Odd. }
      |  ^^^^^
      = help: a status is a number such as `404`, a range such as `4XX`, or `default`
    error[structure]: `things` is not a path
     --> api.yaml:15:3
      |  things: {}
      |  ^^^^^^
      = help: a path begins with `/`
    "#);
}

#[test]
fn security_schemes_need_what_their_type_needs() {
    let text = format!(
        "{MINIMAL}components:
  securitySchemes:
    A: {{ type: apiKey, in: header }}
    B: {{ type: http }}
    C: {{ type: oauth2, flows: {{ implicit: {{ scopes: {{}} }} }} }}
    D: {{ type: basic }}
    E: {{ type: openIdConnect, openIdConnectUrl: https://id.example/ }}
"
    );
    assert_snapshot!(printed(&text), @r#"
    error[structure]: a security scheme of the type `apiKey` needs `name`
     --> api.yaml:6:5
      |  A: { type: apiKey, in: header }
      |  ^
    error[structure]: a security scheme of the type `http` needs `scheme`
     --> api.yaml:7:5
      |  B: { type: http }
      |  ^
    error[structure]: this OAuth flow object has no `authorizationUrl`
     --> api.yaml:8:33
      |  C: { type: oauth2, flows: { implicit: { scopes: {} } } }
      |                              ^^^^^^^^
      = help: OpenAPI 3.0 requires it
    error[structure]: `type` must be `apiKey`, `http`, `oauth2` or `openIdConnect`, not the string "basic"
     --> api.yaml:9:16
      |  D: { type: basic }
      |             ^^^^^
    "#);
}

#[test]
fn keys_that_yaml_takes_for_no_strings() {
    let (document, said) = parsed(&schemas(
        "    Null: { properties: { 404: {}, True: {} }, example: { 007: one, 1.10: two } }\n    B: { $ref: '#/components/schemas/Null' }\n",
    ));
    assert_eq!(said, "");
    let document = document.expect("it parses");
    let (name, id) = &document.components[0];
    assert_eq!(name, "Null");
    assert_eq!(document.schemas[*id].properties.keys().collect::<Vec<_>>(), ["404", "True"]);
    assert_eq!(document.schemas[*id].examples, [json!({"007": "one", "1.10": "two"})]);
    assert_snapshot!(printed(&schemas("    A: { example: { [1]: x } }\n")), @r##"
    error[structure]: components.schemas.A.example: invalid type: sequence, expected a key that is a string
     --> api.yaml:6:21
      |  A: { example: { [1]: x } }
      |                  ^
    "##);
    let merged = schemas("    Null: &a { type: string }\n    B: { <<: *a, properties: { 1.10: {} } }\n");
    assert_snapshot!(printed(&merged), @r##"
    warning[structure]: a key is no string, and read as `null`
     --> api.yaml:5:3
      |  schemas:
      |  ^^^^^^^
      = help: put it in quotes
    warning[structure]: a key is no string, and read as `1.1`
     --> api.yaml:7:18
      |  B: { <<: *a, properties: { 1.10: {} } }
      |               ^^^^^^^^^^
      = help: put it in quotes
    (read)
    "##);
}

/// One of two references would be lost in silence, whichever is taken.
#[test]
fn a_reference_that_stands_there_twice() {
    let schema = r##""C": {"description": "d", "$ref": "#/components/schemas/A", "$ref": "#/components/schemas/B"}"##;
    for version in ["3.0.3", "3.1.0"] {
        let text = format!(
            r#"{{"openapi": "{version}", "info": {{"title": "T", "version": "1"}}, "paths": {{}}, "components": {{"schemas": {{"A": {{}}, "B": {{}}, {schema}}}}}}}"#
        );
        assert!(printed(&text).contains("error[duplicate-key]: the key `$ref` stands there twice\n"), "{version}");
    }
}

/// Without quotes YAML takes them for numbers, and what stands there is a text all the same; in JSON it is not.
#[test]
fn numbers_in_place_of_texts() {
    let (document, said) = parsed(&schemas("    A: { title: 1.10, description: true, required: [007], enum: [1.10] }\n"));
    assert_eq!(said, "");
    let document = document.expect("it parses");
    let schema = &document.schemas[document.components[0].1];
    assert_eq!((schema.title.as_deref(), schema.description.as_deref()), (Some("1.10"), Some("true")));
    assert_eq!(schema.required, ["007"]);
    assert_eq!(schema.enumeration, Some(vec![json!(1.1)]));
    assert_snapshot!(printed(r#"{"openapi": "3.0.3", "info": {"title": 12, "version": true}, "paths": {}}"#), @r##"
    error[structure]: `title` must be a string, not the number 12
     --> api.yaml:1:40
      |  {"openapi": "3.0.3", "info": {"title": 12, "version": true}, "paths": {}}
      |                                         ^^
      = help: put it in quotes: "12"
    error[structure]: `version` must be a string, not the boolean true
     --> api.yaml:1:55
      |  {"openapi": "3.0.3", "info": {"title": 12, "version": true}, "paths": {}}
      |                                                        ^^^^
      = help: put it in quotes: "true"
    "##);
}

#[test]
fn what_yaml_has_and_json_has_not() {
    let text = schemas("    A: { default: !secret 5, example: 340282366920938463463374607431768211455, maximum: .inf }\n");
    assert_snapshot!(printed(&text), @r#"
    error[structure]: a value with a YAML tag is not read
     --> api.yaml:6:19
      |  A: { default: !secret 5, example: 340282366920938463463374607431768211455, maximum: .inf }
      |                ^^^^^^^^^
      = help: remove the `!` and the word after it
    error[structure]: the integer 340282366920938463463374607431768211455 does not fit into 64 bits
     --> api.yaml:6:39
      |  A: { default: !secret 5, example: 340282366920938463463374607431768211455, maximum: .inf }
      |                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: write it with an exponent, such as `1e30`, or in quotes
    error[structure]: `maximum` must be a number, not the number inf
     --> api.yaml:6:89
      |  …3463374607431768211455, maximum: .inf }
      |                                    ^^^^
    "#);
}

#[test]
fn merge_keys_are_applied() {
    let (document, printed) = parsed(&schemas(
        "    A: &a { type: object, properties: &p { a: { type: string } } }
    B: { <<: *a, properties: { <<: *p, b: { typo: 1 } } }
",
    ));
    assert_snapshot!(printed, @r#"
    warning[unknown-keyword]: `typo` is not a keyword of a schema object, and is not used
     --> api.yaml:7:45
      |  B: { <<: *a, properties: { <<: *p, b: { typo: 1 } } }
      |                                          ^^^^
      = help: did you mean `type`?
    "#);
    let document = document.expect("it parses");
    let schema = |id| &document.schemas[id];
    let (_, b) = document.components.iter().find(|(name, _)| name == "B").expect("it is there");
    assert_eq!(schema(*b).types, Some(vec![JsonType::Object]));
    assert_eq!(schema(schema(*b).properties["a"]).types, Some(vec![JsonType::String]));
    assert_eq!(schema(schema(*b).properties["b"]).types, None);
}

#[test]
fn merge_keys_do_not_hide_duplicates() {
    let text = schemas("    A: &a { type: string }\n    B: { <<: *a, title: T, title: U }\n");
    assert!(printed(&text).starts_with("error[duplicate-key]: the key `title` stands there twice\n"));
}

#[test]
fn a_finding_inside_an_alias_has_the_place_of_the_alias() {
    let text = schemas("    A: &a { properties: { x: { tipe: string } } }\n    B: *a\n");
    assert_snapshot!(printed(&text), @r#"
    warning[unknown-keyword]: `tipe` is not a keyword of a schema object, and is not used
     --> api.yaml:6:32
      |  A: &a { properties: { x: { tipe: string } } }
      |                             ^^^^
      = help: did you mean `type`?
    warning[unknown-keyword]: `tipe` is not a keyword of a schema object, and is not used
     --> api.yaml:7:5
      |  B: *a
      |  ^
      = help: did you mean `type`?
    (read)
    "#);
}

#[test]
fn findings_are_bounded() {
    let many: String = (0..5000).map(|index| format!("    S{index}: {{ wrong: 1 }}\n")).collect();
    let printed = printed(&schemas(&many));
    assert_eq!(printed.matches("warning[unknown-keyword]").count(), 1000);
    assert!(printed.contains("note[structure]: there are 4000 more findings about the shape of this file\n"));
}

#[test]
fn one_line() {
    let mut sources = Sources::default();
    let document = sources.add("specs/a b.yaml", schemas("    A: { reqired: [a] }\n"));
    let (_, found) = parse(&sources, document);
    let lines: Vec<_> = found.iter().map(|found| render_line(found, &sources)).collect();
    assert_snapshot!(lines.join("\n"), @"specs/a b.yaml:6:10: warning[unknown-keyword]: `reqired` is not a keyword of a schema object, and is not used; help: did you mean `required`?");
}

#[test]
fn control_characters_and_long_lines_are_tamed() {
    let padding = "p".repeat(300);
    let text = schemas(&format!("    A: {{ title: '{padding}', \"t\\e[31m\\n\": 1, description: '{padding}' }}\n"));
    assert_snapshot!(printed(&text), @r#"
    warning[unknown-keyword]: `t\u{1b}[31m\n` is not a keyword of a schema object, and is not used
     --> api.yaml:6:321
      |  …pppppppppppppppppppppppppppppp', "t\e[31m\n": 1, description: 'ppppppppppppppppppppppppppppppppppppp…
      |                                    ^^^^^^^^^^^
      = help: keywords of your own begin with `x-`
    (read)
    "#);
}

#[test]
fn colours() {
    let mut sources = Sources::default();
    let document = sources.add("api.yaml", schemas("    A: { reqired: [a] }\n"));
    let (_, found) = parse(&sources, document);
    let colored: String = Report::of(&found, &sources).blocks(Color::Always).collect();
    assert_snapshot!(colored.escape_debug().to_string().replace("\\n", "\n"), @r#"
    \u{1b}[1;33mwarning[unknown-keyword]\u{1b}[0m\u{1b}[1m: `reqired` is not a keyword of a schema object, and is not used\u{1b}[0m
     \u{1b}[1;34m-->\u{1b}[0m api.yaml:6:10
      \u{1b}[1;34m|\u{1b}[0m  A: { reqired: [a] }
      \u{1b}[1;34m|\u{1b}[0m       \u{1b}[1;33m^^^^^^^\u{1b}[0m
      \u{1b}[1;34m=\u{1b}[0m \u{1b}[1mhelp\u{1b}[0m: did you mean `required`?
    "#);
}

#[test]
fn columns_are_code_points() {
    assert_snapshot!(printed(&schemas("    A: { title: 'žluťoučký 🐎', tipe: string }\n")), @r#"
    warning[unknown-keyword]: `tipe` is not a keyword of a schema object, and is not used
     --> api.yaml:6:32
      |  A: { title: 'žluťoučký 🐎', tipe: string }
      |                             ^^^^
      = help: did you mean `type`?
    (read)
    "#);
    assert_snapshot!(
        printed("{\"openapi\": \"3.0.3\", \"info\": {\"title\": \"\\ud83d\\ude00 🐎\", \"version\": \"1\", \"v\": 1}, \"paths\": {}}"),
        @r#"
    warning[unknown-keyword]: `v` is not a keyword of an info object, and is not used
     --> api.yaml:1:74
      |  …\ud83d\ude00 🐎", "version": "1", "v": 1}, "paths": {}}
      |                                    ^^^
      = help: keywords of your own begin with `x-`
    (read)
    "#
    );
}

#[test]
fn files() {
    let folder = std::env::temp_dir().join(format!("bindery-parse-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("the folder for temporary files is writable");
    let mut sources = Sources::default();
    let mut loaded = |name: &str, bytes: Option<&[u8]>| {
        let path = folder.join(name);
        if let Some(bytes) = bytes {
            std::fs::write(&path, bytes).expect("the folder is writable");
        }
        sources.load(&path).map_err(|found| (found.code, found.severity, found.message))
    };
    assert!(loaded("good.yaml", Some(MINIMAL.as_bytes())).is_ok());
    let (code, severity, message) = loaded("latin.yaml", Some(b"title: caf\xe9\n")).expect_err("it is not UTF-8");
    assert_eq!((code, severity), (Code::UnreadableFile, Severity::Error));
    assert_eq!(message, "the file is not UTF-8: byte 10 begins no character");
    let (code, _, _) = loaded("absent.yaml", None).expect_err("it is not there");
    assert_eq!(code, Code::UnreadableFile);
    assert!(loaded("", None).is_err(), "a folder is no file");
    assert_eq!(sources.files().len(), 4, "those that can't be read are watched as well");
    std::fs::remove_dir_all(&folder).expect("the folder was made by this test");
}

/// A description in which every object of the standard and most of its keys stand.
const RICH: &str = r##"{
  "openapi": "3.0.3",
  "info": {"title": "T", "description": "D", "termsOfService": "t", "version": "1",
    "contact": {"name": "n", "url": "u", "email": "e"}, "license": {"name": "n", "url": "u"}},
  "servers": [{"url": "https://{host}/", "description": "d",
    "variables": {"host": {"enum": ["a"], "default": "a", "description": "d"}}}],
  "security": [{"key": []}],
  "tags": [{"name": "t", "description": "d", "externalDocs": {"url": "u", "description": "d"}}],
  "externalDocs": {"url": "u"},
  "paths": {"x-p": 1, "/a/{b}": {
    "summary": "s", "description": "d", "servers": [{"url": "/"}],
    "parameters": [{"name": "b", "in": "path", "required": true, "style": "label", "explode": true, "schema": {"type": "string"}}],
    "post": {
      "tags": ["t"], "summary": "s", "description": "d", "externalDocs": {"url": "u"}, "operationId": "o", "deprecated": true,
      "security": [{"oauth": ["s"]}, {}], "servers": [{"url": "/"}],
      "parameters": [
        {"$ref": "#/components/parameters/P"},
        {"name": "c", "in": "query", "description": "d", "deprecated": true, "allowEmptyValue": true, "style": "pipeDelimited",
          "explode": false, "allowReserved": true, "schema": {}, "example": 1, "examples": {"e": {"$ref": "#/components/examples/E"}}},
        {"name": "d", "in": "cookie", "style": "form", "content": {"application/json": {"schema": {}}}}],
      "requestBody": {"description": "d", "required": true, "content": {"multipart/form-data": {
        "schema": {"type": "object"}, "example": {"a": 1}, "examples": {"e": {"value": 1}},
        "encoding": {"a": {"contentType": "text/plain", "headers": {"H": {"schema": {}}}, "style": "form", "explode": true,
          "allowReserved": true}}}}},
      "responses": {
        "200": {"description": "d", "headers": {"H": {"$ref": "#/components/headers/H"}}, "content": {"application/json": {}},
          "links": {"l": {"$ref": "#/components/links/L"}}},
        "4XX": {"$ref": "#/components/responses/R"}, "default": {"description": "d"}, "x-r": null},
      "callbacks": {"c": {"{$request.body#/url}": {"get": {"responses": {"200": {"description": "d"}}}}}}}}},
  "components": {
    "schemas": {
      "S": {"type": "string", "format": "f", "pattern": "p", "minLength": 1, "maxLength": 2, "enum": ["a", null], "nullable": true,
        "title": "t", "description": "d", "default": "a", "example": "a", "deprecated": true, "readOnly": true, "writeOnly": false,
        "externalDocs": {"url": "u"}, "xml": {"name": "x"}, "x-s": [1]},
      "I": {"type": "integer", "minimum": 1, "maximum": 2, "exclusiveMinimum": true, "exclusiveMaximum": false, "multipleOf": 2},
      "N": {"type": "number", "minimum": 1.5, "enum": [1.5]},
      "B": {"type": "boolean"},
      "L": {"type": "array", "items": {"$ref": "#/components/schemas/S"}, "minItems": 1, "maxItems": 2, "uniqueItems": true},
      "O": {"type": "object", "properties": {"a": {}}, "required": ["a"], "additionalProperties": false, "minProperties": 1,
        "maxProperties": 2},
      "M": {"additionalProperties": {"type": "string"}, "not": {"type": "integer"}},
      "U": {"oneOf": [{"$ref": "#/components/schemas/O"}], "anyOf": [{}], "allOf": [{}],
        "discriminator": {"propertyName": "a", "mapping": {"o": "O"}}}},
    "parameters": {"P": {"name": "p", "in": "header", "schema": {"type": "string"}}},
    "responses": {"R": {"description": "d"}},
    "requestBodies": {"Q": {"content": {}}},
    "headers": {"H": {"description": "d", "required": true, "deprecated": false, "style": "simple", "explode": true, "schema": {},
      "example": 1, "examples": {}}},
    "examples": {"E": {"summary": "s", "description": "d", "value": 1, "externalValue": "u"}},
    "links": {"L": {"operationId": "o", "parameters": {"a": 1}, "requestBody": 1, "description": "d", "server": {"url": "/"}}},
    "callbacks": {"C": {"u": {"summary": "s"}}},
    "securitySchemes": {
      "key": {"type": "apiKey", "in": "header", "name": "k", "description": "d"},
      "http": {"type": "http", "scheme": "bearer", "bearerFormat": "b"},
      "oauth": {"type": "oauth2", "flows": {
        "implicit": {"authorizationUrl": "u", "refreshUrl": "u", "scopes": {"s": "d"}},
        "password": {"tokenUrl": "u", "scopes": {}},
        "clientCredentials": {"tokenUrl": "u", "scopes": {}},
        "authorizationCode": {"authorizationUrl": "u", "tokenUrl": "u", "scopes": {}}}},
      "oidc": {"type": "openIdConnect", "openIdConnectUrl": "u"}}}}"##;

#[test]
fn every_object_is_known() {
    assert_eq!(printed(RICH), "(read)");
}

/// Whatever the walk lets pass, `openapiv3` reads: it is slow to fail, and its words help nobody.
#[test]
fn the_walk_refuses_all_that_openapiv3_would() {
    let whole: Value = serde_json::from_str(RICH).expect("it is JSON");
    let mut pointers = vec![String::new()];
    let mut next = 0;
    while let Some(pointer) = pointers.get(next).cloned() {
        next += 1;
        match whole.pointer(&pointer).expect("it leads to a node") {
            Value::Object(map) => {
                pointers.extend(map.keys().map(|key| format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"))));
            }
            Value::Array(list) => pointers.extend((0..list.len()).map(|index| format!("{pointer}/{index}"))),
            _ => {}
        }
    }
    let others = [
        json!(null),
        json!(true),
        json!(7),
        json!(-1),
        json!(1.5),
        json!(1e300),
        json!("x"),
        json!([]),
        json!([1]),
        json!(["a"]),
        json!({}),
        json!({"a": 1}),
        json!({"a": {}}),
        json!({"$ref": "#/a"}),
        json!({"$ref": 1}),
        json!({"x-a": null}),
    ];
    for pointer in &pointers[1..] {
        for other in &others {
            let mut changed = whole.clone();
            *changed.pointer_mut(pointer).expect("it leads to a node") = other.clone();
            assert_no_late_failure(&changed, pointer);
        }
        let (parent, key) = pointer.rsplit_once('/').expect("it is not the root");
        let mut changed = whole.clone();
        if let Some(Value::Object(map)) = changed.pointer_mut(parent) {
            map.remove(&key.replace("~1", "/").replace("~0", "~"));
            assert_no_late_failure(&changed, pointer);
        }
    }
}

fn assert_no_late_failure(changed: &Value, pointer: &str) {
    let mut sources = Sources::default();
    let document = sources.add("api.json", changed.to_string());
    let (_, found) = parse(&sources, document);
    // Only what the parsers themselves say has a place of its own.
    let late = found.iter().find(|found| found.place.is_some());
    assert_eq!(late, None, "for {pointer} as {:?}", changed.pointer(pointer));
}

/// Each of these took a parser down or kept it busy for hours. They run on a small stack, as in a thread of some program.
#[test]
fn hostile_texts() {
    let deep = 100_000;
    let mut bomb = String::from("openapi: 3.0.3\nx-a0: &a0 [x]\n");
    for level in 1..60 {
        writeln!(bomb, "x-a{level}: &a{level} [*a{0}, *a{0}]", level - 1).expect("strings take what is written");
    }
    let nested_failure = format!("{}{}{}", "{not: ".repeat(100), "{type: 5}", "}".repeat(100));
    let texts = [
        ("[".repeat(deep), Code::TooDeep),
        ("{a: ".repeat(deep), Code::TooDeep),
        ("- ".repeat(deep), Code::TooDeep),
        (format!("x-a: {}", "[".repeat(deep)), Code::TooDeep),
        (format!("x-a:\n  {}", "- ".repeat(deep)), Code::TooDeep),
        (format!("{{\"x-a\": {}", "[".repeat(deep)), Code::TooDeep),
        (format!("x-a: {}{}", "{not: ".repeat(deep), "}".repeat(deep)), Code::TooDeep),
        (bomb, Code::TooDeep),
        ("openapi: 3.0.3\nx-a: &a [*a]\n".to_owned(), Code::TooDeep),
        (schemas(&format!("    A: {nested_failure}\n")), Code::Structure),
        ("\0".to_owned(), Code::Syntax),
        ("%YAML 9.9\n---\n".to_owned(), Code::Syntax),
    ];
    let check = move || {
        for (text, code) in texts {
            let mut sources = Sources::default();
            let document = sources.add("hostile", text);
            let (_, found) = parse(&sources, document);
            let codes: Vec<_> = found.iter().map(|found| found.code).collect();
            let start: String = sources.get(document).text.chars().take(30).collect();
            assert!(codes.contains(&code), "{codes:?} for {start:?}");
            assert!(Report::of(&found, &sources).blocks(Color::Never).count() > 0);
        }
    };
    let thread = std::thread::Builder::new().stack_size(512 * 1024).spawn(check).expect("threads can be made");
    thread.join().expect("nothing goes wrong");
}

/// The deepest schema that the limit lets through, which is the most that parse and its caller have to bear.
#[test]
fn deep_schemas_are_read() {
    let text = schemas(&format!("    A: {}{{type: string}}{}\n", "{not: ".repeat(100), "}".repeat(100)));
    let check = move || assert_eq!(printed(&text), "(read)");
    let thread = std::thread::Builder::new().stack_size(512 * 1024).spawn(check).expect("threads can be made");
    thread.join().expect("nothing goes wrong");
}
