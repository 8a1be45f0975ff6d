//! Typed document -> normal form: references, the normal forms of schemas, operations, and what is said of what can't be resolved.

use bindery::diagnostic::{Code, Severity};
use bindery::parse::{Description, parse};
use bindery::report::{Color, Report};
use bindery::source::Sources;
use bindery::spec::{
    AdditionalProperties, Document, JsonType, ParameterEncoding, ParameterLocation, ParameterStyle, Schema, SchemaId,
    SecurityKind, StatusPattern, resolve,
};
use insta::assert_snapshot;
use serde_json::{Number, Value, json};

/// Resolves a text and returns the document and what is printed of the findings.
fn resolved(text: &str) -> (Document, String) {
    let mut sources = Sources::default();
    let document = sources.add("api.yaml", text);
    let (openapi, mut found) = parse(&sources, document);
    let Some(openapi) = openapi else {
        panic!("{}", Report::of(&found, &sources).blocks(Color::Never).collect::<String>());
    };
    let (resolved, more) = resolve(&openapi, document);
    found.append(more);
    let printed = Report::of(&found, &sources).blocks(Color::Never).collect();
    (resolved, printed)
}

/// Resolves a text about which there is nothing to say.
fn clean(text: &str) -> Document {
    let (document, printed) = resolved(text);
    assert_eq!(printed, "");
    document
}

const HEAD: &str = "openapi: 3.0.3\ninfo: { title: T, version: '1' }\n";

/// Makes a description with these schemas, each line of which is indented by four.
fn schemas(schemas: &str) -> String {
    format!("{HEAD}paths: {{}}\ncomponents:\n  schemas:\n{schemas}")
}

/// Makes a description with one operation, whose lines are indented by six.
fn operation(path: &str, operation: &str) -> String {
    format!("{HEAD}paths:\n  {path}:\n    get:\n{operation}      responses: {{ 200: {{ description: Fine. }} }}\n")
}

fn id(document: &Document, name: &str) -> SchemaId {
    document.components.iter().find(|(component, _)| component == name).expect("the text has it").1
}

fn schema<'d>(document: &'d Document, name: &str) -> &'d Schema {
    &document.schemas[id(document, name)]
}

#[test]
fn references_become_ids() {
    let document = clean(&schemas(
        "    A: { $ref: '#/components/schemas/B' }
    B:
      type: object
      properties:
        c: { $ref: '#/components/schemas/C~1%20~0' }
        list: { type: array, items: { $ref: '#/components/schemas/B' } }
    'C/ ~': { type: string }
    D: { $ref: '#/components/schemas/B/properties/list/items' }
",
    ));
    assert_eq!(schema(&document, "A").reference, Some(id(&document, "B")));
    let properties = &schema(&document, "B").properties;
    assert_eq!(document.schemas[properties["c"]].reference, Some(id(&document, "C/ ~")));
    let items = document.schemas[properties["list"]].items.expect("the text has it");
    assert_eq!(document.schemas[items].reference, Some(id(&document, "B")));
    assert_eq!(schema(&document, "D").reference, Some(items), "a schema that is reached twice has one id");
    assert_eq!(document.schemas[items].origin.pointer.as_str(), "/components/schemas/B/properties/list/items");
    assert_eq!(document.schemas.len(), 7);
}

#[test]
fn references_lead_anywhere_in_the_document() {
    let document = clean(&format!(
        "{HEAD}paths:
  /a:
    get:
      parameters: [{{ name: q, in: query, schema: {{ type: string }} }}]
      responses:
        200:
          description: Fine.
          headers: {{ H: {{ schema: {{ type: string }} }} }}
          content: {{ application/json: {{ schema: {{ type: object, properties: {{ x: {{ type: integer }} }} }} }} }}
    put:
      parameters: [{{ $ref: '#/paths/~1a/get/parameters/0' }}]
      requestBody: {{ content: {{ application/json: {{ schema: {{ $ref: '#/paths/~1a/get/responses/200/content/application~1json/schema/properties/x' }} }} }} }}
      responses: {{ 200: {{ $ref: '#/paths/~1a/get/responses/200' }} }}
  /b: {{ $ref: '#/paths/~1a' }}
components:
  schemas:
    Unused: {{ $ref: '#/components/responses/R/content/text~1plain/schema' }}
    UnusedToo: {{ $ref: '#/components/parameters/P/schema' }}
    Third: {{ $ref: '#/components/headers/H/schema' }}
    Fourth: {{ $ref: '#/components/requestBodies/B/content/text~1plain/schema' }}
  responses: {{ R: {{ description: R, content: {{ text/plain: {{ schema: {{ type: string }} }} }} }} }}
  parameters: {{ P: {{ name: p, in: query, schema: {{ type: boolean }} }} }}
  headers: {{ H: {{ schema: {{ type: integer }} }} }}
  requestBodies: {{ B: {{ content: {{ text/plain: {{ schema: {{ type: number }} }} }} }} }}
"
    ));
    let names: Vec<_> = document.operations.iter().map(|it| format!("{} {}", it.method, it.path)).collect();
    assert_eq!(names, ["GET /a", "PUT /a", "GET /b", "PUT /b"]);
    let [get, put, ..] = &document.operations[..] else { panic!("there are four") };
    assert_eq!(get.parameters[0].schema, put.parameters[0].schema);
    assert_eq!(put.responses[0].headers[0].origin.pointer.as_str(), "/paths/~1a/get/responses/200/headers/H");
    for (name, json_type) in [
        ("Unused", JsonType::String),
        ("UnusedToo", JsonType::Boolean),
        ("Third", JsonType::Integer),
        ("Fourth", JsonType::Number),
    ] {
        let target = schema(&document, name).reference.expect("it leads somewhere");
        assert_eq!(document.schemas[target].types, Some(vec![json_type]));
    }
}

#[test]
fn references_that_lead_nowhere() {
    let (document, printed) = resolved(&schemas(
        "    Person: { type: object }
    A: { $ref: '#/components/schemas/Persn' }
    B: { $ref: '#/components/responses/Person' }
    C: { $ref: '#/components/responses/Missing' }
    D: { $ref: 'other.yaml#/X' }
    E: { $ref: '#/components/schemas/Person/properties/name' }
    F: { $ref: '#no-pointer' }
    G: { $ref: '' }
    H: { $ref: '#/components/schemas/Q~2' }
  responses:
    Missing: { description: M }
",
    ));
    assert_snapshot!(printed, @r#"
    error[dangling-ref]: `#/components/schemas/Persn` is not defined
     --> api.yaml:7:16
      |  A: { $ref: '#/components/schemas/Persn' }
      |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: did you mean `#/components/schemas/Person`?
    error[dangling-ref]: `#/components/responses/Person` does not lead to a schema
     --> api.yaml:8:16
      |  B: { $ref: '#/components/responses/Person' }
      |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: did you mean `#/components/schemas/Person`?
    error[wrong-ref]: `#/components/responses/Missing` is a response, and a schema is needed
     --> api.yaml:9:16
      |  C: { $ref: '#/components/responses/Missing' }
      |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    error[external-ref]: `other.yaml#/X` leads out of the file
     --> api.yaml:10:16
      |  D: { $ref: 'other.yaml#/X' }
      |             ^^^^^^^^^^^^^^^
      = help: files are read below the folder of the description; a `$ref` to one is written without escapes
    error[dangling-ref]: `#/components/schemas/Person/properties/name` does not lead to a schema
     --> api.yaml:11:16
      |  E: { $ref: '#/components/schemas/Person/properties/name' }
      |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    error[dangling-ref]: `#no-pointer` is not a JSON Pointer
     --> api.yaml:12:16
      |  F: { $ref: '#no-pointer' }
      |             ^^^^^^^^^^^^^
      = help: a reference looks like `#/components/schemas/Name`, with `~1` for `/` and `~0` for `~` inside a name
    error[dangling-ref]: the `$ref` is empty
     --> api.yaml:13:16
      |  G: { $ref: '' }
      |             ^^
    error[dangling-ref]: `#/components/schemas/Q~2` is not a JSON Pointer
     --> api.yaml:14:16
      |  H: { $ref: '#/components/schemas/Q~2' }
      |             ^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: a reference looks like `#/components/schemas/Name`, with `~1` for `/` and `~0` for `~` inside a name
    "#);
    assert_eq!(schema(&document, "A").reference, None, "it became the schema that allows everything");
}

#[test]
fn cycles_of_references_alone() {
    let (document, printed) = resolved(&schemas(
        "    A: { $ref: '#/components/schemas/B' }
    B: { $ref: '#/components/schemas/C' }
    C: { $ref: '#/components/schemas/B' }
    D: { $ref: '#/components/schemas/D' }
    E: { properties: { e: { $ref: '#/components/schemas/E' } } }
",
    ));
    assert_snapshot!(printed, @r#"
    error[cyclic-ref]: `#/components/schemas/C` leads back to itself, through `$ref`s only
     --> api.yaml:7:16
      |  B: { $ref: '#/components/schemas/C' }
      |             ^^^^^^^^^^^^^^^^^^^^^^^^
      = help: one of them must be a definition
    error[cyclic-ref]: `#/components/schemas/D` leads back to itself, through `$ref`s only
     --> api.yaml:9:16
      |  D: { $ref: '#/components/schemas/D' }
      |             ^^^^^^^^^^^^^^^^^^^^^^^^
      = help: one of them must be a definition
    "#);
    assert_eq!(schema(&document, "A").reference, Some(id(&document, "B")));
    assert_eq!(schema(&document, "B").reference, None);
    assert_eq!(schema(&document, "C").reference, Some(id(&document, "B")));
}

#[test]
fn cycles_of_references_to_other_things() {
    let (_, printed) = resolved(&format!(
        "{HEAD}paths:
  /a:
    get:
      parameters: [{{ $ref: '#/components/parameters/P' }}]
      requestBody: {{ $ref: '#/components/schemas/S' }}
      responses: {{ 200: {{ $ref: '#/components/responses/r' }} }}
components:
  parameters: {{ P: {{ $ref: '#/components/parameters/Q' }}, Q: {{ $ref: '#/components/parameters/P' }} }}
  responses: {{ R: {{ description: R }} }}
  schemas: {{ S: {{}} }}
"
    ));
    assert_snapshot!(printed, @r#"
    error[wrong-ref]: `#/components/schemas/S` is a schema, and a request body is needed
     --> api.yaml:7:28
      |  requestBody: { $ref: '#/components/schemas/S' }
      |                       ^^^^^^^^^^^^^^^^^^^^^^^^
    error[dangling-ref]: `#/components/responses/r` is not defined
     --> api.yaml:8:33
      |  responses: { 200: { $ref: '#/components/responses/r' } }
      |                            ^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: did you mean `#/components/responses/R`?
    error[cyclic-ref]: `#/components/parameters/P` leads back to itself, through `$ref`s only
     --> api.yaml:10:70
      |  …ents/parameters/Q' }, Q: { $ref: '#/components/parameters/P' } }
      |                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: one of them must be a definition
    "#);
}

#[test]
fn long_chains_of_references_are_no_recursion() {
    let chain: String = (0..20_000).map(|at| format!("    S{at}: {{ $ref: '#/components/schemas/S{}' }}\n", at + 1)).collect();
    let document = clean(&schemas(&format!("{chain}    S20000: {{ type: string }}\n")));
    assert_eq!(document.components.len(), 20_001);
}

#[test]
fn null_has_one_spelling() {
    let document = clean(&schemas(
        "    Plain: { type: string, nullable: true }
    InEnum: { type: string, enum: [a, null] }
    OnlyNull: { enum: [null] }
    Branch: { anyOf: [{ type: string }, { enum: [null], nullable: true }] }
    ByReference: { oneOf: [{ type: string }, { type: integer }, { $ref: '#/components/schemas/OnlyNull' }] }
    AllBranches: { oneOf: [{ enum: [null] }] }
    Anything: { nullable: true }
    AnythingBranch: { anyOf: [{ type: string }, { nullable: true }] }
",
    ));
    let nullable = document.components.iter().filter(|(_, id)| document.schemas[*id].nullable);
    let nullable: Vec<_> = nullable.map(|(name, _)| name.as_str()).collect();
    assert_eq!(nullable, ["Plain", "InEnum", "OnlyNull", "Branch", "ByReference", "AllBranches", "Anything"]);
    assert_eq!(schema(&document, "InEnum").enumeration, Some(vec![json!("a")]));
    assert_eq!(schema(&document, "OnlyNull").enumeration, Some(vec![]));
    assert_eq!(schema(&document, "Branch").any_of.len(), 1, "a union of one stays a union");
    assert_eq!(schema(&document, "ByReference").one_of.len(), 2);
    assert_eq!(
        (schema(&document, "AllBranches").one_of.len(), &schema(&document, "AllBranches").enumeration),
        (0, &Some(vec![]))
    );
    assert_eq!(schema(&document, "AnythingBranch").any_of.len(), 2, "a branch that allows anything is not null");
}

#[test]
fn numbers_keep_what_they_are() {
    let document = clean(&schemas(
        "    Bounds: { type: integer, minimum: 1, exclusiveMinimum: true, maximum: 9007199254740993 }
    Unsigned: { type: integer, minimum: 0, maximum: 18446744073709551615 }
    Signed: { type: integer, minimum: -9223372036854775808 }
    Fraction: { type: number, minimum: 0.5, maximum: 10.0, exclusiveMaximum: true, multipleOf: 0.25 }
    Values: { type: number, enum: [1, 2.5, 1e300] }
    Mixed: { enum: [1, 1.5, a, true, [1], { b: null }] }
",
    ));
    let number = |text: &str| Some(serde_json::from_str::<Number>(text).expect("it is a number"));
    let bounds = schema(&document, "Bounds");
    assert_eq!((&bounds.minimum, &bounds.exclusive_minimum), (&None, &number("1")));
    assert_eq!(bounds.maximum, number("9007199254740993"));
    assert_eq!(schema(&document, "Unsigned").minimum, number("0"));
    assert_eq!(schema(&document, "Unsigned").maximum, number("18446744073709551615"));
    assert_eq!(schema(&document, "Signed").minimum, number("-9223372036854775808"));
    let fraction = schema(&document, "Fraction");
    assert_eq!((&fraction.minimum, &fraction.maximum, &fraction.exclusive_maximum), (&number("0.5"), &None, &number("10")));
    assert_eq!(fraction.multiple_of, number("0.25"));
    let values = |name| schema(&document, name).enumeration.clone().map(Value::from);
    assert_eq!(values("Values"), Some(json!([1, 2.5, 1e300])));
    assert_eq!(values("Mixed"), Some(json!([1, 1.5, "a", true, [1], {"b": null}])));
}

#[test]
fn a_bound_that_excludes_nothing_is_reported() {
    let (_, printed) =
        resolved(&schemas("    A: { type: integer, exclusiveMinimum: true }\n    B: { exclusiveMaximum: true, format: f }\n"));
    assert_snapshot!(printed, @r#"
    warning[ignored-constraint]: `exclusiveMinimum: true` says nothing without `minimum`
     --> api.yaml:6:43
      |  A: { type: integer, exclusiveMinimum: true }
      |                                        ^^^^
    warning[ignored-constraint]: `exclusiveMaximum: true` says nothing without `maximum`
     --> api.yaml:7:28
      |  B: { exclusiveMaximum: true, format: f }
      |                         ^^^^
    "#);
}

#[test]
fn every_keyword_of_a_schema_arrives() {
    let document = clean(&schemas(
        "    Text:
      type: string
      title: t
      description: d
      format: date-time
      pattern: '^a'
      minLength: 1
      maxLength: 2
      default: a
      example: b
      readOnly: true
      writeOnly: true
      deprecated: true
      externalDocs: { url: https://docs.example/ }
      x-mine: { a: 1 }
    List: { type: array, items: {}, minItems: 1, maxItems: 2, uniqueItems: true }
    Record:
      type: object
      required: [b, z]
      properties: { z: { type: string }, b: { type: boolean }, a: {} }
      minProperties: 1
      maxProperties: 2
    Mixed:
      type: object
      required: [a]
      properties: { a: {} }
      allOf: [{ $ref: '#/components/schemas/Record' }]
      oneOf: [{ type: object }]
      anyOf: [{ type: object }]
      not: { type: string }
      format: odd
      pattern: p
      minItems: 3
",
    ));
    let text = schema(&document, "Text");
    assert_eq!((text.title.as_deref(), text.description.as_deref()), (Some("t"), Some("d")));
    assert_eq!((text.format.as_deref(), text.pattern.as_deref()), (Some("date-time"), Some("^a")));
    assert_eq!((text.min_length, text.max_length), (Some(1), Some(2)));
    assert_eq!((&text.default, &text.examples), (&Some(json!("a")), &vec![json!("b")]));
    assert!(text.read_only && text.write_only && text.deprecated && !text.nullable && !text.never);
    assert_eq!(text.external_docs.as_deref(), Some("https://docs.example/"));
    assert_eq!(text.extensions["x-mine"], json!({"a": 1}));
    let list = schema(&document, "List");
    assert_eq!((list.min_items, list.max_items, list.unique_items, list.items.is_some()), (Some(1), Some(2), true, true));
    let record = schema(&document, "Record");
    assert_eq!(record.properties.keys().collect::<Vec<_>>(), ["z", "b", "a"], "in the order of the text");
    assert_eq!(record.required, ["b", "z"]);
    assert_eq!((record.min_properties, record.max_properties), (Some(1), Some(2)));
    let mixed = schema(&document, "Mixed");
    assert_eq!(mixed.types, Some(vec![JsonType::Object]));
    assert_eq!((mixed.all_of.len(), mixed.one_of.len(), mixed.any_of.len(), mixed.assertions.len()), (1, 1, 1, 1));
    assert_eq!((mixed.properties.len(), mixed.required.len(), mixed.min_items), (1, 1, Some(3)));
    assert_eq!((mixed.format.as_deref(), mixed.pattern.as_deref()), (Some("odd"), Some("p")));
}

#[test]
fn additional_properties() {
    let document = clean(&schemas(
        "    Unsaid: { type: object }
    Yes: { type: object, additionalProperties: true }
    Empty: { type: object, additionalProperties: {} }
    No: { type: object, additionalProperties: false }
    Typed: { type: object, additionalProperties: { type: string } }
",
    ));
    let of = |name| schema(&document, name).additional_properties;
    assert_eq!(of("Unsaid"), AdditionalProperties::Unsaid);
    assert_eq!((of("Yes"), of("Empty")), (AdditionalProperties::Any, AdditionalProperties::Any));
    assert_eq!(of("No"), AdditionalProperties::Forbidden);
    assert!(matches!(of("Typed"), AdditionalProperties::Schema(_)));
}

#[test]
fn discriminators() {
    let (document, printed) = resolved(&schemas(
        "    Pet:
      oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog.v1' }]
      discriminator:
        propertyName: kind
        mapping: { cat: Cat, dog: Dog.v1, hound: '#/components/schemas/Dog.v1', cow: Caw, bat: '#/components/schemas/Bat', ant: ant.json }
    Cat: { type: object }
    Dog.v1: { type: object }
",
    ));
    assert_snapshot!(printed, @r#"
    warning[bad-discriminator]: the tag `cow` is mapped to `Caw`, which is not a schema
     --> api.yaml:10:86
      |  …components/schemas/Dog.v1', cow: Caw, bat: '#/components/schemas/Bat', ant: ant.json }
      |                                    ^^^
      = help: did you mean `Cat`?
    warning[bad-discriminator]: the tag `bat` is mapped to `#/components/schemas/Bat`, which is not a schema
     --> api.yaml:10:96
      |  …/schemas/Dog.v1', cow: Caw, bat: '#/components/schemas/Bat', ant: ant.json }
      |                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: did you mean `Cat`?
    warning[bad-discriminator]: the tag `ant` is mapped to `ant.json`, which is not a schema
     --> api.yaml:10:129
      |  …'#/components/schemas/Bat', ant: ant.json }
      |                                    ^^^^^^^^
      = help: a value of `mapping` is the name of a schema, or a reference such as `#/components/schemas/Name`
    "#);
    let discriminator = schema(&document, "Pet").discriminator.as_ref().expect("the text has it");
    assert_eq!(discriminator.property, "kind");
    let [cat, dog] = ["Cat", "Dog.v1"].map(|name| id(&document, name));
    let mapping = [("cat", cat), ("dog", dog), ("hound", dog)].map(|(tag, id)| (tag.to_owned(), id));
    assert_eq!(discriminator.mapping, mapping);
}

#[test]
fn parameters_of_the_path_are_merged() {
    let document = clean(&format!(
        "{HEAD}paths:
  /a/{{id}}:
    summary: Of the path.
    servers: [{{ url: https://path.example/ }}]
    parameters:
      - {{ name: id, in: path, required: true, schema: {{ type: string }} }}
      - {{ name: page, in: query, schema: {{ type: integer }} }}
      - {{ name: X-Trace, in: header, schema: {{ type: string }} }}
    get:
      parameters:
        - {{ name: page, in: query, schema: {{ type: string }} }}
        - {{ name: x-trace, in: header, required: true, schema: {{ type: string }} }}
        - {{ name: page, in: cookie, schema: {{ type: string }} }}
      responses: {{ 200: {{ description: Fine. }} }}
    head:
      summary: Its own.
      servers: [{{ url: https://own.example/ }}]
      responses: {{ 200: {{ description: Fine. }} }}
"
    ));
    let [get, head] = &document.operations[..] else { panic!("there are two") };
    let names: Vec<_> = get.parameters.iter().map(|it| (it.name.as_str(), it.location, it.required)).collect();
    assert_eq!(
        names,
        [
            ("id", ParameterLocation::Path, true),
            ("page", ParameterLocation::Query, false),
            ("x-trace", ParameterLocation::Header, true),
            ("page", ParameterLocation::Cookie, false),
        ]
    );
    assert_eq!(document.schemas[get.parameters[1].schema].types, Some(vec![JsonType::String]));
    assert_eq!(head.parameters.len(), 3);
    assert_eq!((get.summary.as_deref(), head.summary.as_deref()), (Some("Of the path."), Some("Its own.")));
    assert_eq!((&*get.servers[0].url, &*head.servers[0].url), ("https://path.example/", "https://own.example/"));
}

#[test]
fn styles_are_filled_in() {
    let document = clean(&operation(
        "/{p}/{m}",
        "      parameters:
        - { name: p, in: path, required: true, schema: {} }
        - { name: m, in: path, required: true, style: matrix, explode: true, schema: {} }
        - { name: q, in: query, schema: {} }
        - { name: d, in: query, style: deepObject, allowReserved: true, explode: true, schema: {} }
        - { name: s, in: query, style: spaceDelimited, schema: {} }
        - { name: f, in: query, explode: false, schema: {} }
        - { name: h, in: header, schema: {} }
        - { name: c, in: cookie, schema: {} }
        - { name: j, in: query, content: { application/json: { schema: { type: object } } } }
",
    ));
    let encodings: Vec<_> = document.operations[0].parameters.iter().map(|it| it.encoding.clone()).collect();
    let style = |style, explode, allow_reserved| ParameterEncoding::Style { style, explode, allow_reserved };
    assert_eq!(
        encodings,
        [
            style(ParameterStyle::Simple, false, false),
            style(ParameterStyle::Matrix, true, false),
            style(ParameterStyle::Form, true, false),
            style(ParameterStyle::DeepObject, true, true),
            style(ParameterStyle::SpaceDelimited, false, false),
            style(ParameterStyle::Form, false, false),
            style(ParameterStyle::Simple, false, false),
            style(ParameterStyle::Form, true, false),
            ParameterEncoding::Content("application/json".to_owned()),
        ]
    );
}

#[test]
fn path_and_path_parameters_agree() {
    let (document, printed) = resolved(&operation(
        "/{a}/{b}/{b}/{c",
        "      parameters:
        - { name: a, in: path, schema: {} }
        - { name: d, in: path, required: true, schema: {} }
        - { name: q, in: query, schema: {} }
        - { name: q, in: query, schema: {} }
",
    ));
    assert_snapshot!(printed, @r#"
    warning[path-parameter]: the path `/{a}/{b}/{b}/{c` has `{b}`, and no path parameter has that name
     --> api.yaml:5:5
      |  get:
      |  ^^^
      = help: it is taken as a text; describe it under `parameters`, with `in: path` and `required: true`
    warning[path-parameter]: the path `/{a}/{b}/{b}/{c` has `{b}` twice
     --> api.yaml:5:5
      |  get:
      |  ^^^
      = help: both have the one value; give each its own name
    error[path-parameter]: the braces of the path `/{a}/{b}/{b}/{c` don't pair
     --> api.yaml:5:5
      |  get:
      |  ^^^
      = help: write `{name}`
    warning[optional-path-parameter]: the path parameter `a` is not marked as required
     --> api.yaml:7:11
      |  - { name: a, in: path, schema: {} }
      |    ^
      = help: it is taken as required; add `required: true`
    warning[path-parameter]: the path parameter `d` does not stand in the path `/{a}/{b}/{b}/{c`
     --> api.yaml:8:11
      |  - { name: d, in: path, required: true, schema: {} }
      |    ^
      = help: it is left out; add it to the path in braces, or remove it
    warning[structure]: the parameter `q` stands there twice
     --> api.yaml:10:11
      |  - { name: q, in: query, schema: {} }
      |    ^
      = help: a parameter is known by its name and where it is sent; the first is used
    "#);
    assert!(document.operations[0].parameters[0].required);
}

#[test]
fn bodies_responses_and_headers() {
    let document = clean(&format!(
        "{HEAD}paths:
  /a:
    post:
      operationId: a
      tags: [t]
      deprecated: true
      x-mine: 1
      requestBody: {{ $ref: '#/components/requestBodies/B' }}
      callbacks: {{ done: {{ '{{$request.body#/url}}': {{ post: {{ responses: {{ 200: {{ description: Fine. }} }} }} }} }} }}
      responses:
        default: {{ description: Else. }}
        200: {{ description: Fine., content: {{ application/json: {{}} }} }}
        '404': {{ $ref: '#/components/responses/Gone' }}
        5xx: {{ description: Broken. }}
components:
  requestBodies:
    B:
      description: d
      required: true
      content:
        application/json: {{ schema: {{}}, example: 1, examples: {{ e: {{ $ref: '#/components/examples/E' }}, f: {{ value: 3 }} }} }}
        text/plain: {{ schema: {{ type: string }} }}
  responses:
    Gone: {{ description: Gone., headers: {{ Retry-After: {{ $ref: '#/components/headers/R' }} }} }}
  headers: {{ R: {{ description: When., required: true, schema: {{ type: integer }} }} }}
  examples: {{ E: {{ value: 2 }} }}
"
    ));
    let operation = &document.operations[0];
    assert_eq!(
        (operation.operation_id.as_deref(), &*operation.tags, operation.deprecated),
        (Some("a"), &["t".to_owned()][..], true)
    );
    assert_eq!((&*operation.callbacks, &operation.extensions["x-mine"]), (&["done".to_owned()][..], &json!(1)));
    let body = operation.request_body.as_ref().expect("the text has it");
    assert_eq!((body.required, body.content.len(), body.origin.pointer.as_str()), (true, 2, "/components/requestBodies/B"));
    assert_eq!(body.content[0].examples, [json!(1), json!(2), json!(3)]);
    let statuses: Vec<_> = operation.responses.iter().map(|it| it.status).collect();
    assert_eq!(statuses, [StatusPattern::Code(200), StatusPattern::Code(404), StatusPattern::Range(5), StatusPattern::Default]);
    assert!(operation.responses[0].content[0].schema.is_none());
    let header = &operation.responses[1].headers[0];
    assert_eq!((&*header.name, header.required, header.description.as_deref()), ("Retry-After", true, Some("When.")));
    assert_eq!(header.origin.pointer.as_str(), "/components/headers/R");
}

#[test]
fn what_a_response_says_in_vain_is_said_once() {
    let (_, printed) = resolved(&format!(
        "{HEAD}paths:
  /a:
    get: {{ responses: {{ 200: {{ $ref: '#/components/responses/R' }}, default: {{ $ref: '#/components/responses/R' }} }} }}
components:
  responses:
    R:
      description: Fine.
      headers: {{ content-type: {{ schema: {{ type: string }} }} }}
      links: {{ next: {{ operationId: a }} }}
"
    ));
    assert_snapshot!(printed, @r#"
    note[ignored-parameter]: a response header `Content-Type` is ignored: the keys of `content` say it
     --> api.yaml:10:18
      |  headers: { content-type: { schema: { type: string } } }
      |             ^^^^^^^^^^^^
    note[unsupported-feature]: the links of this response are not generated
     --> api.yaml:11:7
      |  links: { next: { operationId: a } }
      |  ^^^^^
    "#);
}

#[test]
fn security() {
    let text = format!(
        "{HEAD}security: [{{ key: [] }}]
paths:
  /a:
    get: {{ security: [{{ oauth: [read], key: [] }}, {{}}], responses: {{ 200: {{ description: Fine. }} }} }}
    put: {{ security: [], responses: {{ 200: {{ description: Fine. }} }} }}
    post: {{ responses: {{ 200: {{ description: Fine. }} }} }}
components:
  securitySchemes:
    key: {{ type: apiKey, in: header, name: Api-Key, description: d }}
    basic: {{ type: http, scheme: Basic }}
    bearer: {{ type: http, scheme: bearer }}
    digest: {{ type: http, scheme: digest }}
    oauth: {{ type: oauth2, flows: {{}} }}
    id: {{ type: openIdConnect, openIdConnectUrl: https://id.example/ }}
    again: {{ $ref: '#/components/securitySchemes/key' }}
"
    );
    let document = clean(&text);
    let kinds: Vec<_> = document.security_schemes.iter().map(|it| (it.name.as_str(), it.kind.clone())).collect();
    let key = SecurityKind::ApiKey { location: ParameterLocation::Header, name: "Api-Key".to_owned() };
    assert_eq!(
        kinds,
        [
            ("key", key.clone()),
            ("basic", SecurityKind::HttpBasic),
            ("bearer", SecurityKind::HttpBearer),
            ("digest", SecurityKind::HttpOther("digest".to_owned())),
            ("oauth", SecurityKind::OAuth2),
            ("id", SecurityKind::OpenIdConnect),
            ("again", key),
        ]
    );
    let names = |list: &[bindery::spec::SecurityRequirement]| -> Vec<Vec<String>> {
        list.iter().map(|it| it.schemes.iter().map(|(name, scopes)| format!("{name}:{}", scopes.join(","))).collect()).collect()
    };
    assert_eq!(names(&document.security), [["key:"]]);
    let own: Vec<_> = document.operations.iter().map(|it| it.security.as_deref().map(names)).collect();
    let both = vec![vec!["oauth:read".to_owned(), "key:".to_owned()], vec![]];
    assert_eq!(own, [Some(both), Some(vec![]), None], "get, put and post, as OpenAPI lists them");
}

#[test]
fn security_that_is_not_defined() {
    let (document, printed) = resolved(&format!(
        "{HEAD}security: [{{ kez: [] }}, {{ key: [] }}]\npaths: {{}}\ncomponents: {{ securitySchemes: {{ key: {{ type: http, scheme: basic }} }} }}\n"
    ));
    assert_snapshot!(printed, @r#"
    error[undefined-security-scheme]: the security scheme `kez` is not defined
     --> api.yaml:3:14
      |  security: [{ kez: [] }, { key: [] }]
      |               ^^^
      = help: did you mean `key`?
    "#);
    assert_eq!(document.security.len(), 1);
}

#[test]
fn servers() {
    let (document, printed) = resolved(&format!(
        "{HEAD}servers:
  - url: https://{{host}}.example/{{base}}
    description: d
    variables: {{ host: {{ default: api, enum: [api, test], description: h }} }}
paths: {{}}
"
    ));
    assert_snapshot!(printed, @r#"
    warning[structure]: the variable `base` of the server's URL is not described
     --> api.yaml:4:10
      |  - url: https://{host}.example/{base}
      |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: describe it under `variables`; its braces are sent as they are
    "#);
    let server = &document.servers[0];
    assert_eq!((&*server.url, server.description.as_deref()), ("https://{host}.example/{base}", Some("d")));
    let host = &server.variables[0];
    assert_eq!((&*host.name, &*host.default, &*host.values), ("host", "api", &["api".to_owned(), "test".to_owned()][..]));
}

/// A description that a program made can be nested as deep as memory goes.
#[test]
fn nothing_recurses_with_the_depth_of_schemas() {
    use openapiv3::{OpenAPI, ReferenceOr, SchemaData, SchemaKind};
    let depth = 3_000;
    let nest = |schema_kind| openapiv3::Schema { schema_data: SchemaData::default(), schema_kind };
    let mut schema = nest(SchemaKind::AllOf { all_of: vec![] });
    for _ in 0..depth {
        schema = nest(SchemaKind::Not { not: Box::new(ReferenceOr::Item(schema)) });
    }
    let mut openapi = OpenAPI { openapi: "3.0.3".to_owned(), ..OpenAPI::default() };
    openapi.components.get_or_insert_default().schemas.insert("Deep".to_owned(), ReferenceOr::Item(schema));
    let mut sources = Sources::default();
    let document = sources.add("made", "");
    let description = Description::try_from(openapi).expect("it has a form in JSON");
    let (resolved, found) = resolve(&description, document);
    assert!(found.is_empty());
    assert_eq!(resolved.schemas.len(), depth + 1);
    // Its own destructor does recurse.
    std::mem::forget(description);
}

#[test]
fn the_ledger_description_is_clean() {
    let mut sources = Sources::default();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../spec/ledger.yaml");
    let document = sources.load(path.as_ref()).expect("it is there");
    let (openapi, found) = parse(&sources, document);
    let (resolved, more) = resolve(&openapi.expect("it parses"), document);
    let worrying =
        found.iter().chain(more.iter()).filter(|found| found.severity > Severity::Note || found.code == Code::Structure);
    assert_eq!(worrying.count(), 0);
    assert_eq!(resolved.operations.len(), 6);
}

/// What `openapiv3` can't tell apart, an `explode` of false from none, is told apart by the text; in all versions.
#[test]
fn encodings_of_fields() {
    let fields = "            encoding:
              a: { style: form }
              b: { style: form, explode: false }
              c: { explode: false }
              d: { style: spaceDelimited }
              e: { allowReserved: true, contentType: application/json }
              f: { contentType: application/json }
              g: { headers: {} }
";
    let text = format!(
        "{HEAD}paths:\n  /f:\n    post:\n      requestBody:\n        content:\n          application/x-www-form-urlencoded:\n            \
         schema: {{ type: object }}\n{fields}      responses: {{ 200: {{ description: Fine. }} }}\n"
    );
    for text in [text.replace("3.0.3", "3.1.0"), text] {
        let document = clean(&text);
        let encodings = &document.operations[0].request_body.as_ref().expect("the text has it").content[0].encodings;
        let style = |style, explode, allow_reserved| ParameterEncoding::Style { style, explode, allow_reserved };
        let expected = [
            ("a", style(ParameterStyle::Form, true, false)),
            ("b", style(ParameterStyle::Form, false, false)),
            ("c", style(ParameterStyle::Form, false, false)),
            ("d", style(ParameterStyle::SpaceDelimited, false, false)),
            ("e", style(ParameterStyle::Form, true, true)),
            ("f", ParameterEncoding::Content("application/json".to_owned())),
        ];
        let said: Vec<_> = encodings.iter().filter_map(|it| Some((it.name.as_str(), it.written.clone()?))).collect();
        assert_eq!(said, expected);
    }
}

/// Only parts have headers, and they have styles since 3.1, if they are those of a form.
#[test]
fn encodings_of_parts() {
    let fields = "
            encoding:
              a: { style: deepObject, contentType: text/plain }
              b: { headers: { X-A: { required: true, schema: { type: integer } }, content-type: { schema: {} } } }
";
    let encodings = |version: &str, media_type: &str| {
        let text = format!(
            "{HEAD}paths:\n  /f:\n    post:\n      requestBody:\n        content:\n          {media_type}:\n            \
             schema: {{ type: object }}{fields}      responses: {{ 200: {{ description: Fine. }} }}\n"
        );
        let (document, _) = resolved(&text.replace("3.0.3", version));
        let encodings = &document.operations[0].request_body.as_ref().expect("the text has it").content[0].encodings;
        let has_style = matches!(encodings[0].written, Some(ParameterEncoding::Style { .. }));
        let headers: Vec<_> = encodings[1].headers.iter().map(|it| (it.name.clone(), it.required)).collect();
        (has_style, headers)
    };
    let headers = || vec![("X-A".to_owned(), true)];
    assert_eq!(encodings("3.0.3", "multipart/form-data"), (false, headers()));
    assert_eq!(encodings("3.1.0", "Multipart/Form-Data; x=y"), (true, headers()));
    assert_eq!(encodings("3.1.0", "multipart/mixed"), (false, headers()));
    assert_eq!(encodings("3.0.3", "application/x-www-form-urlencoded"), (true, Vec::new()));
}

#[test]
fn examples_that_are_no_values_are_noted() {
    let text = "paths:
  /a:
    get:
      responses:
        200:
          description: Fine.
          content:
            application/json:
              examples:
                a: { dataValue: 1, serializedValue: '1' }
                b: { serializedValue: '2' }
                c: { externalValue: 'https://host/c.json' }
                d: { summary: Nothing. }
";
    let (document, printed) = resolved(&format!("{}{text}", HEAD.replace("3.0.3", "3.2.0")));
    assert_eq!(document.operations[0].responses[0].content[0].examples, [json!(1)]);
    assert_snapshot!(printed, @"
    note[unsupported-feature]: the value of this example is not read from `serializedValue`
     --> api.yaml:13:39
      |  b: { serializedValue: '2' }
      |                        ^^^
      = help: give it as a value too; examples are for documentation, and for the answers of a mock
    note[unsupported-feature]: the value of this example is not read from `externalValue`
     --> api.yaml:14:37
      |  c: { externalValue: 'https://host/c.json' }
      |                      ^^^^^^^^^^^^^^^^^^^^^
      = help: give it as a value too; examples are for documentation, and for the answers of a mock
    ");
}

/// No number of 64 bits can break such a limit, in whichever version it stands.
#[test]
fn limits_beyond_64_bits_are_read() {
    let yaml = |version: &str, exclusive: &str| {
        format!(
            "openapi: {version}\ninfo: {{title: T, version: '1'}}\npaths: {{}}\ncomponents: {{schemas: {{S: {{type: object, properties: {{\n  \
             a: {{type: integer, minimum: -9223372036854775809, maximum: 9223372036854775808}},\n  \
             b: {{type: integer, format: uint64, {exclusive}: 18446744073709551616}}}}}}}}}}\n"
        )
    };
    for (version, exclusive) in [("3.0.3", "exclusiveMaximum: true, maximum"), ("3.1.0", "exclusiveMaximum")] {
        let text = yaml(version, exclusive);
        let generated = bindery::Config::new().inspect_text("api.yaml", &text).unwrap_or_else(|error| panic!("{error}"));
        assert!(generated.diagnostics.is_empty(), "{version}: {:?}", generated.diagnostics);
        assert!(!generated.text.contains("imum("), "{version}: {}", generated.text);
    }
}
