//! OpenAPI 3.1: a description and the same one of 3.0 give the same Rust, and what is wrong or lost is said, with its place.

use std::fs;
use std::path::Path;

use bindery::diagnostic::Severity;
use bindery::report::{Color, Report};
use bindery::{Config, Inspected};
use insta::assert_snapshot;
use serde_json::{Map, Value, json};

/// What stands at a place of a description of 3.0.
#[derive(Clone, Copy)]
enum Place {
    Object,
    Schema,
    /// Schemas by name, or in a list.
    Schemas,
    /// Something of which nothing changes.
    Value,
}

/// Writes a description of 3.0 as its author would have written it for 3.1.
fn converted(node: &Value, place: Place) -> Value {
    match node {
        Value::Object(map) => {
            let entries = map.iter().map(|(key, value)| (key.clone(), converted(value, place_of(key, value, place))));
            let entries: Map<_, _> = entries.collect();
            if matches!(place, Place::Schema) { converted_schema(entries) } else { Value::Object(entries) }
        }
        Value::Array(list) => {
            let item = if matches!(place, Place::Schemas) { Place::Schema } else { place };
            list.iter().map(|node| converted(node, item)).collect()
        }
        _ => node.clone(),
    }
}

fn place_of(key: &str, value: &Value, outer: Place) -> Place {
    match (outer, key) {
        (Place::Object, "schema") | (Place::Schemas, _) => Place::Schema,
        (Place::Object, "schemas") => Place::Schemas,
        (Place::Object, "example" | "examples" | "default") if !value.is_object() => Place::Value,
        (Place::Object, _) => Place::Object,
        (Place::Schema, "properties" | "allOf" | "oneOf" | "anyOf") => Place::Schemas,
        (Place::Schema, "items" | "not" | "additionalProperties") => Place::Schema,
        (Place::Schema | Place::Value, _) => Place::Value,
    }
}

fn converted_schema(mut schema: Map<String, Value>) -> Value {
    if let Some(example) = schema.remove("example") {
        schema.insert("examples".to_owned(), json!([example]));
    }
    for (exclusive, bound) in [("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")] {
        if schema.remove(exclusive) == Some(json!(true)) {
            let bound = schema.remove(bound).expect("no lone bounds in the specs");
            schema.insert(exclusive.to_owned(), bound);
        }
    }
    if schema.get("format") == Some(&json!("byte")) {
        schema.remove("format");
        schema.insert("contentEncoding".to_owned(), json!("base64"));
    }
    let single = schema.get("enum").and_then(Value::as_array).filter(|values| values.len() == 1).map(|values| values[0].clone());
    if let Some(value) = single {
        schema.remove("enum");
        schema.insert("const".to_owned(), value);
    }
    if schema.remove("nullable") == Some(json!(true)) {
        converted_nullable(&mut schema);
    }
    Value::Object(schema)
}

/// 3.1 has null among the types, and as a branch beside a reference.
fn converted_nullable(schema: &mut Map<String, Value>) {
    if let Some(name) = schema.get_mut("type") {
        *name = json!([name, "null"]);
        return;
    }
    let nothing = json!({"type": "null"});
    let union = ["oneOf", "anyOf"].into_iter().find(|keyword| schema.contains_key(*keyword));
    match (union, schema.remove("allOf")) {
        (Some(keyword), None) => schema[keyword].as_array_mut().expect("branches are a list").push(nothing),
        (None, Some(members)) if members.as_array().is_some_and(|members| members.len() == 1) => {
            schema.insert("anyOf".to_owned(), json!([members[0], nothing]));
        }
        // Where anything is allowed, null is.
        (None, None) if schema.is_empty() => {}
        // A list of all values has null in it.
        (None, None) if schema.contains_key("enum") || schema.contains_key("const") => {}
        _ => panic!("nullable beside {schema:?}"),
    }
}

fn generate(name: &str, text: &str) -> Inspected {
    Config::new().inspect_text(name, text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Returns the findings of a run, without their places, which differ.
fn findings(generated: &Inspected) -> Vec<String> {
    generated.diagnostics.iter().map(|found| format!("{}: {}", found.code.id(), found.message)).collect()
}

#[test]
fn a_description_of_30_and_its_conversion_give_the_same_rust() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/specs");
    let mut compared = 0;
    for entry in fs::read_dir(folder).expect("the folder is part of the crate") {
        let path = entry.expect("its entries can be listed").path();
        let name = path.file_name().expect("it has a name").to_string_lossy().into_owned();
        let has_more_files = path.with_extension("").is_dir();
        if !name.ends_with(".yaml") || has_more_files {
            continue;
        }
        let text = fs::read_to_string(&path).expect("a spec is text");
        if !text.starts_with("openapi: 3.0") {
            continue;
        }
        let tree: Value = serde_yaml::from_str(&text).expect("a spec is YAML");
        let mut later = converted(&tree, Place::Object);
        let before = generate(&name, &text);
        for version in ["3.1.1", "3.2.0"] {
            later["openapi"] = json!(version);
            let after = generate(&name, &later.to_string());
            let diff = similar::TextDiff::from_lines(&before.text, &after.text);
            assert!(before.text == after.text, "{name}: {later}\n{}", diff.unified_diff());
            assert_eq!(findings(&before), findings(&after), "{name}");
        }
        compared += 1;
    }
    assert!(compared > 30, "only {compared} were compared");
}

/// Returns what there is to say about a description, without its notes.
fn printed(text: &str) -> String {
    let (found, sources) = match Config::new().generate_text("api.yaml", text) {
        Ok(generated) => (generated.diagnostics, generated.sources),
        Err(bindery::Error::Refused(refused)) => (refused.diagnostics, refused.sources),
        Err(other) => panic!("{other}"),
    };
    let mut list = bindery::diagnostic::Diagnostics::default();
    for found in found.iter().filter(|found| found.severity != Severity::Note) {
        list.push(found.clone());
    }
    Report::of(&list, &sources).blocks(Color::Never).map(|block| format!("{}\n", block.trim_end())).collect()
}

/// Puts schemas into a description of 3.1.
fn schemas(schemas: &str) -> String {
    format!("openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\ncomponents:\n  schemas:\n{schemas}")
}

#[test]
fn keywords_of_30_in_31() {
    assert_snapshot!(printed(&schemas("    A: {type: number, minimum: 1, exclusiveMinimum: true}\n")), @r#"
    error[structure]: `exclusiveMinimum` must be a number, not the boolean true
     --> api.yaml:5:53
      |  A: {type: number, minimum: 1, exclusiveMinimum: true}
      |                                                  ^^^^
      = help: since OpenAPI 3.1 it is the bound itself, in place of `minimum` or `maximum`
    "#);
    assert_snapshot!(printed(&schemas("    A: {type: array, items: [{type: string}]}\n")), @r#"
    error[structure]: `items` must be a boolean or a mapping (schema object), not a list
     --> api.yaml:5:22
      |  A: {type: array, items: [{type: string}]}
      |                   ^^^^^
      = help: since OpenAPI 3.1 a list stands under `prefixItems`
    "#);
}

#[test]
fn wrong_shapes_of_31() {
    assert_snapshot!(printed(&schemas("    A: {type: [string, 5]}\n    B: {type: [text]}\n    C: {$defs: [1]}\n    D: 5\n")), @r#"
    error[structure]: the item must be `string`, `integer`, `number`, `boolean`, `array`, `object` or `null`, not the number 5
     --> api.yaml:5:24
      |  A: {type: [string, 5]}
      |                     ^
    warning[structure]: `text` is not a type of OpenAPI
     --> api.yaml:6:16
      |  B: {type: [text]}
      |             ^^^^
      = help: it is read as any value; it can be `string`, `integer`, `number`, `boolean`, `array`, `object` or `null`
    error[structure]: `$defs` must be a mapping, not a list
     --> api.yaml:7:9
      |  C: {$defs: [1]}
      |      ^^^^^
    error[structure]: `D` must be a boolean or a mapping (schema object), not the number 5
     --> api.yaml:8:8
      |  D: 5
      |     ^
    "#);
    assert_snapshot!(printed(&schemas("    A: {prefixItems: {type: string}}\n    B: {dependentRequired: {a: b}}\n")), @r#"
    error[structure]: `prefixItems` must be a list, not a mapping
     --> api.yaml:5:9
      |  A: {prefixItems: {type: string}}
      |      ^^^^^^^^^^^
    error[structure]: `a` must be a list, not the string "b"
     --> api.yaml:6:32
      |  B: {dependentRequired: {a: b}}
      |                             ^
    "#);
}

#[test]
fn references_that_lead_nowhere() {
    assert_snapshot!(
        printed(&schemas(
            "    A: {$ref: '#nowhere'}\n    B: {$ref: '#/components/schemas/A/$defs/C'}\n    C: {}\n"
        )),
        @r#"
        error[dangling-ref]: `#nowhere` does not lead to a schema: none has the `$anchor`
         --> api.yaml:5:15
          |  A: {$ref: '#nowhere'}
          |            ^^^^^^^^^^
        error[dangling-ref]: `#/components/schemas/A/$defs/C` does not lead to a schema
         --> api.yaml:6:15
          |  B: {$ref: '#/components/schemas/A/$defs/C'}
          |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          = help: did you mean `#/components/schemas/C`?
        "#
    );
    assert_snapshot!(printed(&schemas("    A: {$ref: '#x'}\n    B: {$anchor: x}\n    C: {$anchor: x}\n")), @r#"
    warning[structure]: `#x` names two schemas
     --> api.yaml:6:5
      |  B: {$anchor: x}
      |  ^
      = note: the other
     --> api.yaml:7:5
      |  C: {$anchor: x}
      |  ^
      = help: references lead to the first in the text
    "#);
    assert_snapshot!(printed(&schemas("    A: {$ref: '#/components/schemas/A', minLength: 1}\n")), @r#"
    error[cyclic-ref]: `#/components/schemas/A` leads back to itself, through `$ref`s only
     --> api.yaml:5:15
      |  A: {$ref: '#/components/schemas/A', minLength: 1}
      |            ^^^^^^^^^^^^^^^^^^^^^^^^
      = help: one of them must be a definition
    "#);
}

#[test]
fn another_dialect() {
    let text =
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\njsonSchemaDialect: http://json-schema.org/draft-04/schema#\npaths: {}\n";
    assert_snapshot!(printed(text), @r#"
    warning[unsupported-schema]: the dialect `http://json-schema.org/draft-04/schema#` is not known
     --> api.yaml:3:20
      |  jsonSchemaDialect: http://json-schema.org/draft-04/schema#
      |                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: the schemas are read as JSON Schema 2020-12
    "#);
}

#[test]
fn keywords_of_31_in_30() {
    let text = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\nwebhooks: {}\ncomponents:\n  schemas:\n    A: {const: 1, type: [string, 'null']}\n";
    assert_snapshot!(printed(text), @r#"
    warning[unknown-keyword]: `webhooks` is not a keyword of an OpenAPI object, and is not used
     --> api.yaml:4:1
      |  webhooks: {}
      |  ^^^^^^^^
      = help: it is a keyword of OpenAPI 3.1
    warning[unknown-keyword]: `const` is not a keyword of a schema object, and is not used
     --> api.yaml:7:9
      |  A: {const: 1, type: [string, 'null']}
      |      ^^^^^
      = help: it is a keyword of OpenAPI 3.1
    error[structure]: `type` must be `string`, `integer`, `number`, `boolean`, `array` or `object`, not a list
     --> api.yaml:7:19
      |  A: {const: 1, type: [string, 'null']}
      |                ^^^^
      = help: OpenAPI 3.0 allows one type; use `anyOf` for several, and `nullable: true` for null
    "#);
}

#[test]
fn what_32_added_stands_in_31() {
    let text = "openapi: 3.1.1\ninfo: {title: T, version: '1'}\npaths:\n  /a:\n    query:\n      parameters:\n        - {name: b, in: cookie, style: cookie, schema: {type: string}}\n      responses:\n        '204': {summary: Done.}\n";
    assert_snapshot!(printed(text), @"
    warning[later-keyword]: `query` came with OpenAPI 3.2
     --> api.yaml:5:5
      |  query:
      |  ^^^^^
      = help: it is read all the same; did you mean `openapi: 3.2.0`?
    warning[later-keyword]: `cookie` came with OpenAPI 3.2
     --> api.yaml:7:40
      |  - {name: b, in: cookie, style: cookie, schema: {type: string}}
      |                                 ^^^^^^
      = help: it is read all the same; did you mean `openapi: 3.2.0`?
    warning[unsupported-feature]: the cookie `b` has the style `cookie`, which encodes nothing
     --> api.yaml:7:40
      |  - {name: b, in: cookie, style: cookie, schema: {type: string}}
      |                                 ^^^^^^
      = help: it is written in the style `form`, which encodes what could end a cookie
    warning[structure]: this response object has no `description`
     --> api.yaml:9:9
      |  '204': {summary: Done.}
      |  ^^^^^
      = help: OpenAPI 3.1 requires it
    warning[later-keyword]: `summary` came with OpenAPI 3.2
     --> api.yaml:9:26
      |  '204': {summary: Done.}
      |                   ^^^^^
      = help: it is read all the same; did you mean `openapi: 3.2.0`?
    ");
    assert!(!printed(&text.replace("3.1.1", "3.2.0")).contains("later-keyword"));
}

#[test]
fn a_media_type_is_read_where_a_reference_to_it_stands() {
    let text = |reference: &str| {
        format!(
            "openapi: 3.2.0\ninfo: {{title: T, version: '1'}}\npaths:\n  /a:\n    get:\n      operationId: get\n      responses:\n        '200':\n          description: Done.\n          content:\n            application/json: {{$ref: '{reference}'}}\ncomponents:\n  mediaTypes:\n    Found: {{schema: {{type: integer}}}}\n"
        )
    };
    let generated = Config::new().generate_text("api.yaml", &text("#/components/mediaTypes/Found"));
    assert!(generated.is_ok_and(|generated| generated.diagnostics.is_empty()), "it is a part of 3.2");
    assert_snapshot!(printed(&text("#/components/mediaTypes/Fund")), @"
    error[dangling-ref]: `#/components/mediaTypes/Fund` leads to nothing: api.yaml has no `Fund` there
     --> api.yaml:11:38
      |  application/json: {$ref: '#/components/mediaTypes/Fund'}
      |                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = note: it would stand here
     --> api.yaml:13:3
      |  mediaTypes:
      |  ^^^^^^^^^^
      = help: did you mean `Found`?
    ");
    let again = format!("{}    Again: {{$ref: '#/components/mediaTypes/Again'}}\n", text("#/components/mediaTypes/Found"));
    assert_snapshot!(printed(&again), @"
    error[cyclic-ref]: `#/components/mediaTypes/Again` leads back to where it is read
     --> api.yaml:15:19
      |  Again: {$ref: '#/components/mediaTypes/Again'}
      |                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: what stands in place of this `$ref` would have no end
    ");
}

#[test]
fn queries_and_methods_that_are_not_written() {
    let parameter = "{name: q, in: querystring, content: {application/json: {schema: {type: object}}}}";
    let text = format!(
        "openapi: 3.2.0\ninfo: {{title: T, version: '1'}}\npaths:\n  /a:\n    query: {{parameters: [{parameter}]}}\n    additionalOperations:\n      B C: {{}}\n      GET: {{}}\n"
    );
    assert_snapshot!(printed(&text), @r#"
    error[unsupported-parameter]: the parameter `q` is the whole query, and not written as a form
     --> api.yaml:5:26
      |  query: {parameters: [{name: q, in: querystring, content: {application/json: {schema: {type: object}}…
      |                       ^
      = help: it is left out where this is allowed
    error[structure]: `B C` is not a method of HTTP
     --> api.yaml:7:7
      |  B C: {}
      |  ^^^
    error[structure]: the method `GET` has a key of its own in a path item
     --> api.yaml:8:7
      |  GET: {}
      |  ^^^
      = help: write it under `get`
    "#);
}

#[test]
fn a_part_of_a_component_that_nothing_uses_can_be_named() {
    let text = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents:\n  pathItems:\n    Unused:\n      get:\n        parameters: [{name: a, in: query, schema: {type: integer}}]\n  schemas:\n    A:\n      type: object\n      properties:\n        a: {$ref: '#/components/pathItems/Unused/get/parameters/0/schema'}\n        b: {$ref: '#/components/schemas/B/allOf/0/$defs/C'}\n    B:\n      allOf: [{$defs: {C: {type: boolean}}}]\n";
    let generated = generate("api.yaml", text);
    assert!(findings(&generated).is_empty(), "{:?}", findings(&generated));
    assert!(
        generated.text.contains("pub a: Option<i64>,") && generated.text.contains("pub b: Option<bool>,"),
        "{}",
        generated.text
    );
}

#[test]
fn a_text_of_yaml_that_looks_like_a_number_stays_as_it_is_written() {
    let text = "openapi: 3.1.0\ninfo: {title: T, version: 1.10}\nservers: [{url: 'https://{v}.example.com', variables: {v: {default: 0x10}}}]\n";
    let generated = generate("api.yaml", text);
    assert_eq!(generated.document.version, "1.10");
    assert_eq!(generated.document.servers[0].variables[0].default, "0x10");
}

#[test]
fn merged_mappings_are_read_in_31() {
    let text = schemas("    A: &a {type: object, properties: {x: {type: [integer, 'null']}}}\n    B: {<<: *a, required: [x]}\n");
    let generated = generate("api.yaml", &text);
    assert!(generated.text.contains("pub struct B {\n    /// `x`.\n    pub x: Option<i64>,"), "{}", generated.text);
}

#[test]
fn definitions_are_schemas_if_a_reference_says_so() {
    let text = schemas(
        "    A: {type: object, properties: {b: {$ref: '#/components/schemas/A/definitions/B/items/definitions/C'}}, definitions: {B: {items: {definitions: {C: {type: boolean}}}}, D: {type: {}}}}\n",
    );
    let generated = generate("api.yaml", &text);
    assert!(findings(&generated).is_empty(), "{:?}", findings(&generated));
    assert!(generated.text.contains("pub b: Option<bool>,"), "{}", generated.text);
}
