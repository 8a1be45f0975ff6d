//! How changes look in every format, and what accepted breaks do to them.

use bindery::Config;
use bindery::report::Color;
use bindery_validator::diff::{Diff, Refused, Shown, Side, Verdict, Witness, accept, diff_texts, print};
use bindery_validator::print::Format;

const BASE: &str = "\
openapi: 3.0.3
info: {title: Pets, version: 1.4.0}
paths:
  /pets:
    get:
      operationId: listPets
      parameters:
        - {name: limit, in: query, schema: {type: integer, maximum: 100}}
      responses:
        '200':
          description: All
          content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}
    post:
      operationId: addPet
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
      responses: {'201': {description: Made, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
components:
  schemas:
    Pet:
      type: object
      required: [name]
      properties:
        name: {type: string}
        kind: {type: string, enum: [cat, dog]}
        age: {type: integer}
        tag: {type: string, maxLength: 20}
";

fn revision() -> String {
    let edits = [
        ("required: [name]", "required: [name, age]"),
        ("maximum: 100", "maximum: 50"),
        ("[cat, dog]", "[cat, dog, bird]"),
        ("1.4.0", "1.5.0"),
        ("maxLength: 20", "maxLength: 30"),
    ];
    let text = edits.into_iter().fold(BASE.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    });
    text + "        note: {type: string}\n"
}

fn compare() -> Diff {
    diff_texts(&Config::new(), ("base.yaml", BASE), ("revision.yaml", &revision())).expect("both are descriptions")
}

fn shown(format: Format) -> String {
    print(&compare(), &Shown { side: Side::Both, format, color: Color::Never, accepted: None })
}

#[test]
fn text() {
    insta::assert_snapshot!(shown(Format::Text));
}

#[test]
fn json() {
    insta::assert_snapshot!(shown(Format::Json));
}

#[test]
fn sarif() {
    insta::assert_snapshot!(shown(Format::Sarif));
}

#[test]
fn github() {
    insta::assert_snapshot!(shown(Format::Github));
}

#[test]
fn junit() {
    insta::assert_snapshot!(shown(Format::Junit));
}

#[test]
fn markdown() {
    insta::assert_snapshot!(shown(Format::Markdown));
}

#[test]
fn accepted_breaks_stay_accepted() {
    let mut diff = compare();
    assert_eq!(diff.worst(Side::Both), Some(Verdict::Breaking));
    let text = accept::write(&diff.changes, Side::Both) + "# why\n000000000000 what was undone\n";
    let stale = accept::accept(&mut diff.changes, &text);
    assert_eq!(stale, ["000000000000 what was undone"]);
    assert_eq!(diff.worst(Side::Both), Some(Verdict::Unknown));
    let accepted = Some(("accepted.txt", text.as_str(), stale.as_slice()));
    for format in [Format::Text, Format::Json, Format::Sarif, Format::Github, Format::Junit, Format::Markdown] {
        let shown = print(&diff, &Shown { side: Side::Both, format, color: Color::Never, accepted });
        assert!(shown.contains("000000000000 what was undone") || shown.contains("accepted.txt"), "{format:?}: {shown}");
        assert!(!shown.contains("error["), "{shown}");
    }
}

#[test]
fn one_side_counts() {
    let revision = BASE.replace("[cat, dog]", "[cat, dog, bird]");
    let diff = diff_texts(&Config::new(), ("base.yaml", BASE), ("revision.yaml", &revision)).expect("both are descriptions");
    assert_eq!(diff.worst(Side::Wire), Some(Verdict::Breaking));
    assert_eq!(diff.worst(Side::Rust), Some(Verdict::Compatible));
    assert!(!diff.is_version_enough());
}

#[test]
fn what_is_no_description() {
    let refused = diff_texts(&Config::new(), ("base.yaml", BASE), ("revision.yaml", "a: [")).expect_err("it is not YAML");
    assert!(matches!(refused, Refused::NoDescription(_)));
}

/// A witness is right by one schema and wrong by the other.
#[test]
fn witnesses_are_witnesses() {
    let table = [
        (
            r#"{"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}}}"#,
            r#"{"type": "object", "required": ["a", "b"], "properties": {"a": {"type": "string"}, "b": {"type": "integer"}}}"#,
        ),
        (r#"{"type": "integer"}"#, r#"{"type": "integer", "minimum": 5}"#),
        (r#"{"type": "integer", "maximum": 9}"#, r#"{"type": "integer", "maximum": 5}"#),
        (r#"{"type": "string"}"#, r#"{"type": "string", "maxLength": 5}"#),
        (r#"{"type": "string"}"#, r#"{"type": "string", "minLength": 5}"#),
        (r#"{"type": "number"}"#, r#"{"type": "integer"}"#),
        (r#"{"type": "integer"}"#, r#"{"type": "number"}"#),
        (r#"{"type": "string"}"#, r#"{"type": ["string", "null"]}"#),
        (r#"{"type": "string", "enum": ["a", "b"]}"#, r#"{"type": "string", "enum": ["a"]}"#),
        (r#"{"type": "string"}"#, r#"{"type": "string", "enum": ["b"]}"#),
        (
            r#"{"type": "object", "properties": {"a": {"type": "string"}}}"#,
            r#"{"type": "object", "properties": {"a": {"type": "string"}}, "additionalProperties": false}"#,
        ),
        (
            r#"{"oneOf": [{"type": "string"}, {"type": "integer"}, {"type": "boolean"}]}"#,
            r#"{"oneOf": [{"type": "string"}, {"type": "integer"}]}"#,
        ),
        (r#"{"type": "string"}"#, r#"{"oneOf": [{"type": "string"}, {"type": "integer"}]}"#),
        (
            r#"{"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}}}"#,
            r#"{"type": "object", "properties": {"a": {"type": "string"}}}"#,
        ),
    ];
    for (base, revision) in table {
        let whole = |schema: &str| {
            format!(
                r##"{{"openapi": "3.1.0", "info": {{"title": "T", "version": "1"}}, "paths": {{"/t": {{"post": {{"requestBody": {{"content": {{"application/json": {{"schema": {{"$ref": "#/components/schemas/T"}}}}}}}}, "responses": {{"200": {{"description": "Yes", "content": {{"application/json": {{"schema": {{"$ref": "#/components/schemas/T"}}}}}}}}}}}}}}}}, "components": {{"schemas": {{"T": {schema}}}}}}}"##
            )
        };
        let diff =
            diff_texts(&Config::new(), ("base.json", &whole(base)), ("revision.json", &whole(revision))).expect("they are");
        let witnesses: Vec<&Witness> = diff.changes.iter().filter_map(|change| change.witness.as_ref()).collect();
        assert_eq!(witnesses.len(), 1, "{base} and {revision}: {:?}", diff.changes);
        let is_valid = |schema: &str| {
            let schema = serde_json::from_str(schema).expect("it is JSON");
            jsonschema::validator_for(&schema).expect("it is a schema").is_valid(&witnesses[0].value)
        };
        let before = witnesses[0].allowed == bindery_validator::diff::Allowed::Before;
        assert_eq!((is_valid(base), is_valid(revision)), (before, !before), "{base} and {revision}: {:?}", witnesses[0]);
    }
}
