//! What a comparison of schemas as sets of values decides where the rules can't, and the values that it shows.

use bindery::Config;
use bindery_validator::diff::{Allowed, Change, Diff, Judge, Verdict, diff_texts};
use serde_json::{Value, json};

/// A description in which the schema is both sent and read.
fn description(schema: &str) -> String {
    let content = "content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}";
    format!(
        "openapi: 3.1.0\ninfo: {{title: Pets, version: 1.0.0}}\npaths:\n  /pets:\n    post:\n      requestBody: {{{content}}}\n      \
         responses: {{'200': {{description: One, {content}}}}}\ncomponents:\n  schemas:\n    Cat: {{type: object, required: [claws], \
         properties: {{claws: {{type: integer}}}}}}\n    Pet: {schema}\n"
    )
}

fn compare(base: &str, revision: &str) -> Diff {
    diff_texts(&Config::new(), ("base.yaml", &description(base)), ("revision.yaml", &description(revision)))
        .expect("both are descriptions")
}

/// Verdicts and who decided: `b`, `u`, `c` by the rule, in capitals by inclusion.
fn letters(change: &Change) -> String {
    let letter = |verdict: Option<Verdict>, judge: Judge| {
        let first = verdict.and_then(|verdict| verdict.name().chars().next()).unwrap_or('-');
        if judge == Judge::Inclusion { first.to_ascii_uppercase() } else { first }
    };
    let (wire, decided) = (change.wire, change.decided);
    [letter(wire.request, decided.request), letter(wire.response, decided.response)].iter().collect()
}

/// Base, revision, the rules of all changes with the verdicts of requests and answers.
type Row = (&'static str, &'static str, &'static [&'static str]);

const ROWS: &[Row] = &[
    // Another pattern: more, fewer, others, the same, and beyond automata.
    ("{type: string, pattern: '^[a-z]+$'}", "{type: string, pattern: '^[a-z0-9]+$'}", &["pattern-changed Cu"]),
    ("{type: string, pattern: '^[a-z0-9]+$'}", "{type: string, pattern: '^[a-z]+$'}", &["pattern-changed BC"]),
    ("{type: string, pattern: '^[a-z]+$'}", "{type: string, pattern: '^[0-9]+$'}", &["pattern-changed Bu"]),
    ("{type: string, pattern: '^\\d+$'}", "{type: string, pattern: '^[0-9]{1,}$'}", &["pattern-changed CC"]),
    ("{type: string, pattern: '^(?=a)b'}", "{type: string, pattern: '^b'}", &["pattern-changed uu"]),
    // A pattern that all values match already.
    ("{type: string, enum: [a, b]}", "{type: string, enum: [a, b], pattern: '^[a-z]$'}", &["pattern-changed Cc"]),
    // A `not` that refuses less allows more.
    ("{type: integer, not: {minimum: 5}}", "{type: integer, not: {minimum: 9}}", &["assertion-changed Cu"]),
    ("{type: integer, not: {minimum: 9}}", "{type: integer, not: {minimum: 5}}", &["assertion-changed BC"]),
    ("{type: string, not: {const: a}}", "{type: string, not: {enum: [a]}}", &[]),
    ("{type: string, not: {enum: [a, b]}}", "{type: string, not: {const: a}}", &["assertion-changed Cu"]),
    (
        "{type: object, properties: {a: {type: string}}, propertyNames: {maxLength: 3}}",
        "{type: object, properties: {a: {type: string}}, propertyNames: {maxLength: 4}}",
        &["assertion-changed Cu"],
    ),
    (
        "{type: array, items: {type: integer}, contains: {minimum: 3}}",
        "{type: array, items: {type: integer}, contains: {minimum: 5}}",
        &["assertion-changed BC"],
    ),
    ("{type: object, dependentRequired: {a: [b]}}", "{type: object, dependentRequired: {a: [b, c]}}", &["assertion-changed BC"]),
    // Patterns of names: more values, fewer, other names, names that a property has, and beyond automata.
    (
        "{type: object, patternProperties: {'^x': {type: string}}}",
        "{type: object, patternProperties: {'^x': {type: [string, integer]}}}",
        &["type-changed cb"],
    ),
    (
        "{type: object, patternProperties: {'^x': {type: string, maxLength: 3}}}",
        "{type: object, patternProperties: {'^x': {type: string, maxLength: 2}}}",
        &["limit-tightened bc"],
    ),
    (
        "{type: object, patternProperties: {'^x': {type: string}}}",
        "{type: object, patternProperties: {'^x-': {type: string}}}",
        &["assertion-changed Cu"],
    ),
    (
        "{type: object, patternProperties: {'^x': {type: string}}}",
        "{type: object, patternProperties: {'^x.*': {type: string}}}",
        &["assertion-changed CC"],
    ),
    (
        "{type: object, patternProperties: {'^a': {type: string}}}",
        "{type: object, patternProperties: {'^b': {type: string}}}",
        &["assertion-changed Bu"],
    ),
    (
        "{type: object, patternProperties: {'^[ab]': {type: string}}}",
        "{type: object, patternProperties: {'^a': {type: string}, '^b': {type: string}}}",
        &["assertion-changed CC"],
    ),
    (
        "{type: object, additionalProperties: false, patternProperties: {'^x': {type: string}}}",
        "{type: object, additionalProperties: false, patternProperties: {'^x-': {type: string}}}",
        &["assertion-changed BC"],
    ),
    (
        "{type: object, additionalProperties: {type: integer}, patternProperties: {'^x': {type: string}}}",
        "{type: object, additionalProperties: {type: number}, patternProperties: {'^x': {type: string}}}",
        &["type-changed cb"],
    ),
    (
        "{type: object, properties: {x1: {type: string}}, additionalProperties: false}",
        "{type: object, properties: {x1: {type: string}}, additionalProperties: false, patternProperties: {'^x': {type: string}}}",
        &["assertion-changed Cc", "object-opened cc"],
    ),
    (
        "{type: object, patternProperties: {'^(?=a)': {type: string}}}",
        "{type: object, patternProperties: {'^a': {type: string}}}",
        &["assertion-changed uu"],
    ),
    // Limits that say the same in other words.
    ("{type: integer, minimum: 1}", "{type: integer, exclusiveMinimum: 0}", &["limit-loosened cC", "limit-tightened Cc"]),
    ("{type: integer, minimum: 3}", "{type: integer, minimum: 3, exclusiveMinimum: 2}", &["limit-tightened Cc"]),
    // Unions.
    ("{type: string}", "{anyOf: [{type: string, maxLength: 4}, {type: string, minLength: 3}]}", &["union-changed CC"]),
    ("{type: string}", "{oneOf: [{type: string, maxLength: 4}, {type: integer}]}", &["union-changed BB"]),
    ("{oneOf: [{type: string}, {type: integer}]}", "{anyOf: [{type: string}, {type: integer}]}", &["union-changed CC"]),
    (
        "{anyOf: [{type: object, required: [a]}, {type: object, required: [b]}]}",
        "{oneOf: [{type: object, required: [a]}, {type: object, required: [b]}]}",
        &["union-changed BC"],
    ),
    (
        "{anyOf: [{type: string}, {type: string, enum: [a]}, {type: integer}]}",
        "{anyOf: [{type: string}, {type: integer}]}",
        &["branch-removed Cc"],
    ),
    ("{type: boolean}", "{enum: [true, false]}", &["enum-added Cc"]),
    // What only one way minds stays as the rules have it.
    ("{type: string, maxLength: 4}", "{type: string, maxLength: 5}", &["limit-loosened cu"]),
    ("{type: integer, format: int32}", "{type: integer, format: int64}", &["format-changed cb"]),
    // What a format means is known of some types only.
    ("{type: number, format: double}", "{type: number, format: float}", &["format-changed bc"]),
    ("{type: integer, format: int64}", "{type: integer, format: int32}", &["format-changed bc"]),
    ("{type: string}", "{type: string, format: email}", &["format-changed bc"]),
    // A property more is none of its business.
    (
        "{type: object, properties: {a: {type: string}}}",
        "{type: object, properties: {a: {type: string}, b: {type: string}}}",
        &["property-added cc"],
    ),
    // A schema that holds itself is beyond it; the rules stand alone.
    (
        "{type: object, properties: {up: {$ref: '#/components/schemas/Pet'}}, minProperties: 1}",
        "{type: object, properties: {up: {$ref: '#/components/schemas/Pet'}}, minProperties: 2}",
        &["limit-tightened bc"],
    ),
];

#[test]
fn inclusion_decides() {
    let mut wrong = Vec::new();
    for (base, revision, expected) in ROWS {
        let diff = compare(base, revision);
        let mut found: Vec<_> = diff.changes.iter().map(|change| format!("{} {}", change.rule.name(), letters(change))).collect();
        found.sort();
        if found != *expected {
            wrong.push(format!("{base} to {revision}: {expected:?} was {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Base, revision, and the value that is shown.
fn witnesses() -> Vec<(&'static str, &'static str, Allowed, Value)> {
    use Allowed::{Before, Now};
    vec![
        ("{type: string, pattern: '^[a-z0-9]+$'}", "{type: string, pattern: '^[a-z]+$'}", Before, json!("0")),
        ("{type: string, pattern: '^[a-z]+$'}", "{type: string, pattern: '^[a-z]*$'}", Now, json!("")),
        ("{type: string}", "{type: string, pattern: '^id-[0-9]+$'}", Before, json!("")),
        ("{type: integer, not: {minimum: 9}}", "{type: integer, not: {minimum: 5}}", Before, json!(5)),
        ("{type: integer, format: int32}", "{type: integer, format: int64}", Now, json!(-2_147_483_649_i64)),
        (
            "{type: array, items: {type: integer}}",
            "{type: array, uniqueItems: true, items: {type: integer}}",
            Before,
            json!([1, 1]),
        ),
        (
            "{type: array, maxItems: 3, items: {type: boolean}}",
            "{type: array, maxItems: 1, items: {type: boolean}}",
            Before,
            json!([true, true]),
        ),
        ("{type: integer, minimum: 0, maximum: 9}", "{type: integer, minimum: 0, maximum: 7}", Before, json!(8)),
        ("{type: integer}", "{type: integer, multipleOf: 5}", Before, json!(1)),
        (
            "{type: object, patternProperties: {'^x': {type: string}}}",
            "{type: object, patternProperties: {'^xy': {type: string}}}",
            Now,
            json!({"x": 1}),
        ),
        ("{type: array}", "{type: array, items: {$ref: '#/components/schemas/Cat'}}", Before, json!([null])),
        (
            "{type: object, required: [a], properties: {a: {type: string, pattern: '^x'}}}",
            "{type: object, required: [a], properties: {a: {type: string, pattern: '^x'}}, additionalProperties: {type: integer}}",
            Before,
            json!({"a": "x", "something_else": true}),
        ),
    ]
}

#[test]
fn values_that_show_a_change() {
    for (base, revision, allowed, value) in witnesses() {
        let diff = compare(base, revision);
        let found: Vec<_> = diff.changes.iter().filter_map(|change| change.witness.as_ref()).collect();
        assert_eq!(found.iter().map(|it| &it.value).collect::<Vec<_>>(), [&value], "{base} to {revision}");
        assert_eq!(found[0].allowed, allowed, "{base} to {revision}");
    }
}

/// Of all pairs of the schemas above, whatever is shown is right by one side and wrong by the other, and what is said to be proved has no
/// counterexample among those values.
#[test]
fn whatever_is_shown_is_a_witness() {
    let all = ROWS.iter().flat_map(|(base, revision, _)| [*base, *revision]);
    // The other judge takes no format for a limit.
    let all: Vec<&str> = all.filter(|schema| !schema.contains("format")).collect();
    let mut shown = 0;
    for (at, base) in all.iter().enumerate() {
        for revision in all.iter().skip(at % 7).step_by(7) {
            for change in compare(base, revision).changes {
                let Some(witness) = &change.witness else { continue };
                // What is wrong within a value is shown by the part that is wrong.
                if change.subject != "Pet" {
                    continue;
                }
                let right = [base, revision].map(|schema| is_valid(schema, &witness.value));
                assert_eq!(
                    right,
                    [witness.allowed == Allowed::Before, witness.allowed == Allowed::Now],
                    "{base} to {revision}: {witness:?}"
                );
                shown += 1;
            }
        }
    }
    assert!(shown > 100, "only {shown} values were shown");
}

/// Asks another judge: the crate `jsonschema`, of the schema as it is written.
fn is_valid(schema: &str, value: &Value) -> bool {
    let mut sources = bindery::source::Sources::default();
    let document = sources.add("pet.yaml", description(schema));
    let mut root = bindery::parse::read_tree(&sources, document).expect("it is YAML");
    root["$ref"] = json!("#/components/schemas/Pet");
    jsonschema::options().should_validate_formats(true).build(&root).expect("it is a schema").is_valid(value)
}
