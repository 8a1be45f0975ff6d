//! What a change is recognized by: the same in every format and every run, another for every change, and not its words.

use std::collections::{BTreeMap, HashSet};

use bindery::Config;
use bindery::report::Color;
use bindery_validator::diff::{Change, Diff, Shown, Side, accept, diff_texts, print};
use bindery_validator::print::Format;
use serde_json::Value;

const BASE: &str = "\
openapi: 3.1.0
info: {title: Pets, version: 1.0.0}
servers: [{url: 'https://one.example'}]
paths:
  /pets:
    get:
      operationId: listPets
      parameters:
        - {name: limit, in: query, schema: {type: integer, maximum: 100}}
        - {name: limit, in: header, schema: {type: integer, maximum: 100}}
      responses:
        '200':
          description: All
          content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}
components:
  schemas:
    Cat: {type: object, required: [kind], properties: {kind: {const: cat}, claws: {type: integer}}}
    Dog: {type: object, required: [kind], properties: {kind: {const: dog}, loud: {type: boolean}}}
    Pet:
      oneOf:
        - {$ref: '#/components/schemas/Cat'}
        - {type: object, required: [kind], properties: {kind: {const: fish}, water: {type: string, enum: [salt, sweet]}}}
        - {$ref: '#/components/schemas/Dog'}
";

fn edited(text: &str, edits: &[(&str, &str)]) -> String {
    edits.iter().fold(text.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    })
}

const EDITS: &[(&str, &str)] = &[
    ("in: query, schema: {type: integer, maximum: 100}", "in: query, schema: {type: integer, maximum: 50}"),
    ("in: header, schema: {type: integer, maximum: 100}", "in: header, schema: {type: integer, maximum: 60}"),
    ("[salt, sweet]", "[salt, sweet, dead, black]"),
    ("claws: {type: integer}", "claws: {type: number}"),
    ("        - {$ref: '#/components/schemas/Dog'}\n", ""),
    ("https://one.example", "https://two.example"),
];

/// What stands before, in the same lists, on both sides.
const BEFORE: &[(&str, &str)] = &[
    ("      parameters:\n", "      parameters:\n        - {name: after, in: query, schema: {type: string}}\n"),
    ("enum: [salt", "enum: [brackish, salt"),
    ("      oneOf:\n", "      oneOf:\n        - {type: object, required: [kind], properties: {kind: {const: bird}}}\n"),
    ("servers: [", "servers: [{url: 'https://zero.example'}, "),
];

fn compare(base: &str, revision: &str) -> Diff {
    diff_texts(&Config::new(), ("base.yaml", base), ("revision.yaml", revision)).expect("both are descriptions")
}

fn fingerprints(diff: &Diff) -> BTreeMap<String, String> {
    diff.changes.iter().map(|change| (format!("{} {}", change.rule.id, change.message), change.fingerprint())).collect()
}

#[test]
fn what_stands_before_moves_no_fingerprint() {
    let revision = edited(BASE, EDITS);
    let before = fingerprints(&compare(BASE, &revision));
    assert_eq!(before.len(), 8, "{before:#?}");
    // On both sides, and as a change of its own.
    let moved = fingerprints(&compare(&edited(BASE, BEFORE), &edited(&revision, BEFORE)));
    assert_eq!(before, moved);
    let mut more = fingerprints(&compare(BASE, &edited(&revision, BEFORE)));
    more.retain(|change, _| before.contains_key(change));
    assert_eq!(before, more);
}

#[test]
fn every_change_has_its_own_in_all_formats() {
    let diff = compare(BASE, &edited(BASE, EDITS));
    let own: HashSet<String> = diff.changes.iter().map(Change::fingerprint).collect();
    assert_eq!(own.len(), diff.changes.len());
    let shown = |format| {
        let text = print(&diff, &Shown { side: Side::Both, format, color: Color::Never, accepted: None });
        serde_json::from_str::<Value>(&text).expect("it is JSON")
    };
    let (json, sarif) = (shown(Format::Json), shown(Format::Sarif));
    let list = |value: &Value, at: &str| -> HashSet<String> {
        let items = value.as_array().expect("it is a list").iter();
        items.map(|it| it.pointer(at).and_then(Value::as_str).expect("it has one").to_owned()).collect()
    };
    assert_eq!(list(&json["changes"], "/fingerprint"), own);
    assert_eq!(list(&sarif["runs"][0]["results"], "/partialFingerprints/bindery~1v1"), own);
    let accepted = accept::write(&diff.changes, Side::Both);
    assert!(accepted.lines().count() > 4, "{accepted}");
    assert!(accepted.lines().all(|line| own.contains(&line[..12])), "{accepted}");
}

/// An accepted break stays accepted when a limit is tightened further, since only the words change.
#[test]
fn words_are_no_part_of_it() {
    let tightened = |to: &str| edited(BASE, &[("in: query, schema: {type: integer, maximum: 100}", to)]);
    let [first, second] = ["50", "40"].map(|limit| {
        let revision = tightened(&format!("in: query, schema: {{type: integer, maximum: {limit}}}"));
        compare(BASE, &revision)
    });
    assert_eq!(first.changes.len(), 1);
    assert_ne!(first.changes[0].message, second.changes[0].message);
    assert_eq!(first.changes[0].fingerprint(), second.changes[0].fingerprint());
}
