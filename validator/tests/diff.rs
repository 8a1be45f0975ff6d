//! Changes between descriptions: the samples of the pages, a table of verdicts, and pairs that are no change.

use bindery::Config;
use bindery_validator::diff::{Change, Diff, Refused, Side, Verdict, diff_texts};
use bindery_validator::rule::ALL;
use bindery_validator::{Level, Rule};

const HEAD: &str = "openapi: 3.1.0\ninfo: {title: Pets, version: 1.0.0}\n";

fn compare(base: &str, revision: &str) -> Diff {
    match diff_texts(&Config::new(), ("base.yaml", base), ("revision.yaml", revision)) {
        Ok(diff) => diff,
        Err(Refused::NoDescription(examined)) => panic!("{base}{revision}{:?}", examined.diagnostics),
        Err(Refused::Error(error)) => panic!("{error}"),
    }
}

/// Makes a whole description of a part.
fn description(sort: &str, part: &str) -> String {
    let indented = |by: usize| part.lines().map(|line| format!("{}{line}\n", " ".repeat(by))).collect::<String>();
    let body = "required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}";
    let answer = "description: One, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}";
    let schema = || format!("components:\n  schemas:\n    Pet:\n{}", indented(6));
    match sort {
        "description" => format!("{HEAD}{part}\n"),
        "operation" => format!("{HEAD}paths:\n  /pets:\n    post:\n{}", indented(6)),
        "request-schema" => format!(
            "{HEAD}paths:\n  /pets: {{post: {{operationId: addPet, requestBody: {{{body}}}, responses: {{'204': {{description: Done}}}}}}}}\n{}",
            schema()
        ),
        "response-schema" => {
            format!("{HEAD}paths:\n  /pets: {{get: {{operationId: getPet, responses: {{'200': {{{answer}}}}}}}}}\n{}", schema())
        }
        "schema" => format!(
            "{HEAD}paths:\n  /pets: {{post: {{operationId: addPet, requestBody: {{{body}}}, responses: {{'200': {{{answer}}}}}}}}}\n{}",
            schema()
        ),
        other => panic!("no such sort of sample: {other}"),
    }
}

/// The samples of a part of a page: the base and the revision.
fn samples(rule: &Rule, title: &str) -> (String, String) {
    let part = rule.page.split_once(&format!("\n## {title}\n")).expect("the page has the part").1;
    let mut fences = part.split("```yaml ").skip(1).map(|fence| {
        let (head, rest) = fence.split_once('\n').expect("a fence has lines");
        description(head.split(' ').next().expect("a fence has a sort"), rest.split("\n```").next().expect("a fence ends"))
    });
    (fences.next().expect("there is a base"), fences.next().expect("there is a revision"))
}

#[test]
fn pages_have_samples_that_are_found() {
    let mut wrong = Vec::new();
    for rule in ALL.iter().filter(|rule| rule.group() == "diff") {
        let (base, revision) = samples(rule, "Bad");
        let diff = compare(&base, &revision);
        let found = diff.changes.iter().find(|change| change.rule == *rule);
        let broken = found.is_some_and(|change| change.verdict(Side::Both) == Verdict::Breaking);
        if found.is_none() || broken != (rule.level == Level::Error) {
            wrong.push(format!("{} bad: {}", rule.id, listed(&diff)));
        }
        let (base, revision) = samples(rule, "Good");
        let diff = compare(&base, &revision);
        if diff.changes.iter().any(|change| change.rule == *rule && change.verdict(Side::Wire) == Verdict::Breaking) {
            wrong.push(format!("{} good: {}", rule.id, listed(&diff)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn listed(diff: &Diff) -> String {
    let line =
        |change: &Change| format!("\n    {} {}: {}; {}", change.rule.id, change.subject, change.message, change.verdicts());
    diff.changes.iter().map(line).collect()
}

/// Base, revision, rule, verdicts of request, response and Rust: `b`, `u`, `c`, and `-` where a direction has no part.
type Row = (&'static str, &'static str, &'static str, &'static str, &'static str);

const OBJECT: &str = "{type: object, properties: {name: {type: string}}}";
const NEEDED: &str = "{type: object, required: [name], properties: {name: {type: string}}}";

/// Schemas that are both sent and read.
const SCHEMAS: &[Row] = &[
    (
        "optional property",
        OBJECT,
        "{type: object, properties: {name: {type: string}, age: {type: integer}}}",
        "property-added",
        "ccc",
    ),
    (
        "required property",
        OBJECT,
        "{type: object, required: [age], properties: {name: {type: string}, age: {type: integer}}}",
        "property-added",
        "bcb",
    ),
    (
        "read-only required property",
        OBJECT,
        "{type: object, required: [age], properties: {name: {type: string}, age: {type: integer, readOnly: true}}}",
        "property-added",
        "cc?",
    ),
    (
        "property removed",
        "{type: object, properties: {name: {type: string}, age: {type: integer}}}",
        OBJECT,
        "property-removed",
        "uub",
    ),
    (
        "required property removed",
        "{type: object, required: [age], properties: {name: {type: string}, age: {type: integer}}}",
        OBJECT,
        "property-removed",
        "ubb",
    ),
    (
        "property removed of a closed object",
        "{type: object, additionalProperties: false, properties: {name: {type: string}, age: {type: integer}}}",
        "{type: object, additionalProperties: false, properties: {name: {type: string}}}",
        "property-removed",
        "bub",
    ),
    ("optional to required", OBJECT, NEEDED, "property-required", "bcb"),
    ("required to optional", NEEDED, OBJECT, "property-optional", "cbb"),
    ("nullable", NEEDED, "{type: object, required: [name], properties: {name: {type: [string, 'null']}}}", "null-allowed", "cbb"),
    (
        "nullable by oneOf",
        NEEDED,
        "{type: object, required: [name], properties: {name: {oneOf: [{type: 'null'}, {type: string}]}}}",
        "null-allowed",
        "cbb",
    ),
    (
        "not nullable",
        "{type: object, required: [name], properties: {name: {type: [string, 'null']}}}",
        NEEDED,
        "null-refused",
        "bcb",
    ),
    ("enum value", "{type: string, enum: [cat]}", "{type: string, enum: [cat, dog]}", "enum-value-added", "cbc"),
    (
        "value of an extensible enum",
        "{type: string, x-extensible-enum: true, enum: [cat]}",
        "{type: string, x-extensible-enum: true, enum: [cat, dog]}",
        "enum-value-added",
        "ccc",
    ),
    ("enum value removed", "{type: string, enum: [cat, dog]}", "{type: string, enum: [cat]}", "enum-value-removed", "bcb"),
    (
        "integer to number",
        "{type: object, properties: {n: {type: integer}}}",
        "{type: object, properties: {n: {type: number}}}",
        "type-changed",
        "cbb",
    ),
    (
        "number to integer",
        "{type: object, properties: {n: {type: number}}}",
        "{type: object, properties: {n: {type: integer}}}",
        "type-changed",
        "bcb",
    ),
    (
        "string to integer in a list",
        "{type: object, properties: {n: {type: array, items: {type: string}}}}",
        "{type: object, properties: {n: {type: array, items: {type: integer}}}}",
        "type-changed",
        "bbb",
    ),
    (
        "int32 to int64",
        "{type: object, properties: {n: {type: integer, format: int32}}}",
        "{type: object, properties: {n: {type: integer, format: int64}}}",
        "format-changed",
        "cbb",
    ),
    ("none to uuid", OBJECT, "{type: object, properties: {name: {type: string, format: uuid}}}", "format-changed", "bcb"),
    ("length tightened", OBJECT, "{type: object, properties: {name: {type: string, maxLength: 4}}}", "limit-tightened", "bc?"),
    (
        "range loosened",
        "{type: object, properties: {n: {type: integer, maximum: 4}}}",
        "{type: object, properties: {n: {type: integer, maximum: 5}}}",
        "limit-loosened",
        "cu?",
    ),
    (
        "exclusive limit",
        "{type: object, properties: {n: {type: number}}}",
        "{type: object, properties: {n: {type: number, exclusiveMinimum: 0}}}",
        "limit-tightened",
        "bc?",
    ),
    (
        "multipleOf",
        "{type: object, properties: {n: {type: integer}}}",
        "{type: object, properties: {n: {type: integer, multipleOf: 5}}}",
        "limit-tightened",
        "bc?",
    ),
    (
        "multipleOf of a divisor",
        "{type: object, properties: {n: {type: integer, multipleOf: 10}}}",
        "{type: object, properties: {n: {type: integer, multipleOf: 5}}}",
        "limit-loosened",
        "cu?",
    ),
    (
        "unique items",
        "{type: object, properties: {n: {type: array, items: {type: string}}}}",
        "{type: object, properties: {n: {type: array, uniqueItems: true, items: {type: string}}}}",
        "limit-tightened",
        "bc?",
    ),
    ("default added", OBJECT, "{type: object, properties: {name: {type: string, default: Rex}}}", "default-changed", "uc?"),
    (
        "oneOf branch",
        "{type: object, properties: {id: {oneOf: [{type: string}, {type: integer}]}}}",
        "{type: object, properties: {id: {oneOf: [{type: string}, {type: integer}, {type: boolean}]}}}",
        "branch-added",
        "cbc",
    ),
    (
        "anyOf branch removed",
        "{type: object, properties: {id: {anyOf: [{type: string}, {type: integer}, {type: boolean}]}}}",
        "{type: object, properties: {id: {anyOf: [{type: string}, {type: integer}]}}}",
        "branch-removed",
        "bcb",
    ),
    ("closed", OBJECT, "{type: object, additionalProperties: false, properties: {name: {type: string}}}", "object-closed", "bc?"),
    ("property deprecated", OBJECT, "{type: object, properties: {name: {type: string, deprecated: true}}}", "deprecated", "ccc"),
    (
        "number field takes Eq",
        "{type: object, properties: {kind: {enum: [a, b]}}}",
        "{type: object, properties: {kind: {enum: [a, b, 1.5]}}}",
        "enum-value-added",
        "cbb",
    ),
    ("not", OBJECT, "{type: object, not: {required: [x]}, properties: {name: {type: string}}}", "assertion-changed", "bc?"),
    ("read only", OBJECT, "{type: object, properties: {name: {type: string, readOnly: true}}}", "access-changed", "uc?"),
    ("pattern", OBJECT, "{type: object, properties: {name: {type: string, pattern: '^a'}}}", "pattern-changed", "bc?"),
    ("renamed", NEEDED, "{type: object, required: [title], properties: {title: {type: string}}}", "property-renamed", "bbb"),
    (
        "map values",
        "{type: object, additionalProperties: {type: string}}",
        "{type: object, additionalProperties: {type: integer}}",
        "type-changed",
        "bbb",
    ),
    (
        "const",
        "{type: object, properties: {n: {type: string}}}",
        "{type: object, properties: {n: {const: a}}}",
        "enum-added",
        "bcb",
    ),
    (
        "object to list",
        "{type: object, properties: {n: {type: object, properties: {x: {type: string}}}}}",
        "{type: object, properties: {n: {type: array, items: {type: object, properties: {x: {type: string}}}}}}",
        "type-changed",
        "bbb",
    ),
    (
        "list to object",
        "{type: object, properties: {n: {type: array, items: {type: object, properties: {x: {type: string}}}}}}",
        "{type: object, properties: {n: {type: object, properties: {x: {type: string}}}}}",
        "type-changed",
        "bbb",
    ),
    (
        "anything to object",
        "{type: object, properties: {n: {}}}",
        "{type: object, properties: {n: {type: object, properties: {x: {type: string}}, minProperties: 1}}}",
        "type-changed",
        "bcb",
    ),
    (
        "unsigned",
        "{type: object, properties: {n: {type: integer}}}",
        "{type: object, properties: {n: {type: integer, format: uint32}}}",
        "format-changed",
        "bcb",
    ),
    ("never", OBJECT, "{type: object, properties: {name: false}}", "type-changed", "bc?"),
];

#[test]
fn verdicts_of_schemas() {
    let rows = SCHEMAS.iter().map(|(name, base, revision, rule, verdicts)| {
        (*name, description("schema", base), description("schema", revision), *rule, *verdicts)
    });
    check(rows);
}

fn check(rows: impl Iterator<Item = (&'static str, String, String, &'static str, &'static str)>) {
    let mut wrong = Vec::new();
    for (name, base, revision, rule, verdicts) in rows {
        let diff = compare(&base, &revision);
        let letter =
            |verdict: Option<Verdict>| verdict.map_or('-', |verdict| verdict.name().chars().next().expect("it has a name"));
        let found: Vec<String> = diff
            .changes
            .iter()
            .filter(|change| change.rule.name() == rule)
            .map(|it| [letter(it.wire.request), letter(it.wire.response), letter(Some(it.rust))].iter().collect())
            .collect();
        let same = |found: &String| found.chars().zip(verdicts.chars()).all(|(is, should)| should == '?' || is == should);
        let others =
            diff.changes.iter().filter(|it| it.rule.name() != rule && it.verdict(Side::Both) != Verdict::Compatible).count();
        if found.len() != 1 || !found.iter().all(same) || others > 0 {
            wrong.push(format!("{name}: {rule} should be {verdicts}: {}", listed(&diff)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

const DONE: &str = "responses: {'204': {description: Done}}";

#[test]
fn verdicts_of_operations() {
    let parameters = |list: &str| format!("operationId: addPet\nparameters: [{list}]\n{DONE}");
    let (a, b) = ("{name: a, in: query, schema: {type: string}}", "{name: b, in: query, schema: {type: string}}");
    let rows = [
        (
            "operationId",
            format!("operationId: addPet\n{DONE}"),
            format!("operationId: makePet\n{DONE}"),
            "operation-renamed",
            "c-b",
        ),
        ("first optional parameter", parameters(""), parameters(a), "parameter-added", "c-b"),
        ("second optional parameter", parameters(a), parameters(&format!("{a}, {b}")), "parameter-added", "c-c"),
        ("parameter removed", parameters(&format!("{a}, {b}")), parameters(a), "parameter-removed", "u-b"),
        ("parameter's type", parameters(a), parameters("{name: a, in: query, schema: {type: integer}}"), "type-changed", "b-b"),
        (
            "style",
            parameters("{name: a, in: query, schema: {type: array, items: {type: string}}}"),
            parameters("{name: a, in: query, explode: false, schema: {type: array, items: {type: string}}}"),
            "encoding-changed",
            "b-c",
        ),
        (
            "new error",
            format!("operationId: addPet\n{DONE}"),
            "operationId: addPet\nresponses: {'204': {description: Done}, '404': {description: None}}".to_owned(),
            "status-added",
            "-u?",
        ),
        (
            "new success",
            format!("operationId: addPet\n{DONE}"),
            "operationId: addPet\nresponses: {'204': {description: Done}, '201': {description: Made}}".to_owned(),
            "status-added",
            "-bc",
        ),
        (
            "summary and tags",
            format!("operationId: addPet\ndeprecated: true\n{DONE}"),
            format!("operationId: addPet\nsummary: Adds\ntags: [pets]\n{DONE}"),
            "deprecated",
            "c-c",
        ),
    ];
    check(rows.into_iter().map(|(name, base, revision, rule, verdicts)| {
        (name, description("operation", &base), description("operation", &revision), rule, verdicts)
    }));
}

const JSON: &str = "application/json: {schema: {type: object, properties: {name: {type: string}}}}";

/// Bodies and media types, of requests and of answers.
#[test]
fn verdicts_of_bodies() {
    let sent = |required: bool, content: &str| {
        format!("operationId: addPet\nrequestBody: {{required: {required}, content: {{{content}}}}}\n{DONE}")
    };
    let none = || format!("operationId: addPet\n{DONE}");
    let read = |content: &str| format!("operationId: addPet\nresponses: {{'200': {{description: One, content: {{{content}}}}}}}");
    let text = "text/plain: {schema: {type: string}}";
    let both = format!("{JSON}, {text}");
    let form = |encoding: &str| {
        let schema = "{type: object, properties: {list: {type: array, items: {type: string}}}}";
        format!("application/x-www-form-urlencoded: {{schema: {schema}, encoding: {{{encoding}}}}}")
    };
    let rows = [
        ("optional body", none(), sent(false, JSON), "body-added", "c-b"),
        ("required body", none(), sent(true, JSON), "body-added", "b-b"),
        ("body gone", sent(true, JSON), none(), "body-removed", "u-b"),
        ("body required", sent(false, JSON), sent(true, JSON), "body-required", "b-b"),
        ("body optional", sent(true, JSON), sent(false, JSON), "body-optional", "c-b"),
        ("sent media type", sent(true, JSON), sent(true, &both), "media-type-added", "c-?"),
        ("sent media type gone", sent(true, &both), sent(true, JSON), "media-type-removed", "b-?"),
        ("read media type", read(JSON), read(&both), "media-type-added", "-c?"),
        ("read media type gone", read(&both), read(JSON), "media-type-removed", "-b?"),
        ("schema of a body", sent(true, "application/json: {}"), sent(true, JSON), "body-schema-changed", "b-?"),
        ("no schema of a body", sent(true, JSON), sent(true, "application/json: {}"), "body-schema-changed", "c-?"),
        ("schema of an answer", read("application/json: {}"), read(JSON), "body-schema-changed", "-c?"),
        ("no schema of an answer", read(JSON), read("application/json: {}"), "body-schema-changed", "-b?"),
        (
            "spelling of a media type",
            sent(true, JSON),
            sent(
                true,
                &JSON
                    .replace("name: {type: string}", "name: {type: string, deprecated: true}")
                    .replace("application/json", "Application/JSON"),
            ),
            "deprecated",
            "c-c",
        ),
        (
            "field of a form",
            sent(true, &form("")),
            sent(true, &form("list: {style: spaceDelimited, explode: false}")),
            "encoding-changed",
            "b-?",
        ),
    ];
    check(rows.into_iter().map(|(name, base, revision, rule, verdicts)| {
        (name, description("operation", &base), description("operation", &revision), rule, verdicts)
    }));
}

#[test]
fn verdicts_of_headers() {
    let answer =
        |headers: &str| format!("operationId: addPet\nresponses: {{'200': {{description: One, headers: {{{headers}}}}}}}");
    let count = |more: &str| answer(&format!("X-Count: {{schema: {{type: integer}}{more}}}"));
    let rows = [
        ("header", answer(""), count(""), "header-added", "-cc"),
        ("optional header gone", count(""), answer(""), "header-removed", "-uc"),
        ("required header gone", count(", required: true"), answer(""), "header-removed", "-bc"),
        ("header required", count(""), count(", required: true"), "header-required", "-cc"),
        ("header optional", count(", required: true"), count(""), "header-optional", "-bc"),
        ("header deprecated", count(""), count(", deprecated: true"), "deprecated", "-cc"),
        ("type of a header", count(""), answer("x-count: {schema: {type: string}}"), "type-changed", "-bc"),
        ("limit of a header", answer("X-Count: {schema: {type: integer, maximum: 5}}"), count(""), "limit-loosened", "-uc"),
    ];
    check(rows.into_iter().map(|(name, base, revision, rule, verdicts)| {
        (name, description("operation", &base), description("operation", &revision), rule, verdicts)
    }));
}

#[test]
fn verdicts_of_security_and_servers() {
    let schemes = "components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}, \
                   token: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://a.example/t', scopes: {read: R, write: W}}}}}}";
    let secured = |security: &str| {
        format!("{HEAD}paths: {{/pets: {{get: {{operationId: getPets, {DONE}}}}}}}\nsecurity: {security}\n{schemes}\n")
    };
    let keyed = |scheme: &str| secured("[{key: []}]").replace("{type: apiKey, in: header, name: X-Key}", scheme);
    let served =
        |servers: &str| format!("{HEAD}paths: {{/pets: {{get: {{operationId: getPets, {DONE}}}}}}}\nservers: {servers}\n");
    let zones = |zone: &str| served(&format!("[{{url: 'https://{{zone}}.example', variables: {{zone: {zone}}}}}]"));
    let (one, two) = ("{url: 'https://one.example'}", "{url: 'https://two.example'}");
    let rows = [
        ("security", secured("[]"), secured("[{key: []}]"), "security-changed", "b-c"),
        ("optional security", secured("[]"), secured("[{key: []}, {}]"), "security-changed", "c-c"),
        ("no security", secured("[{key: []}]"), secured("[]"), "security-changed", "c-c"),
        ("other security too", secured("[{key: []}]"), secured("[{key: []}, {token: []}]"), "security-changed", "c-c"),
        ("less security is enough", secured("[{key: []}, {token: []}]"), secured("[{key: []}]"), "security-changed", "b-c"),
        ("scope", secured("[{token: [read]}]"), secured("[{token: [read, write]}]"), "security-changed", "b-c"),
        ("scope gone", secured("[{token: [read, write]}]"), secured("[{token: [read]}]"), "security-changed", "c-c"),
        ("name of a key", secured("[{key: []}]"), keyed("{type: apiKey, in: header, name: X-Other}"), "scheme-changed", "b-c"),
        ("place of a key", secured("[{key: []}]"), keyed("{type: apiKey, in: query, name: X-Key}"), "scheme-changed", "b-c"),
        ("sort of a scheme", secured("[{key: []}]"), keyed("{type: http, scheme: basic}"), "scheme-changed", "b-?"),
        ("server", served(&format!("[{one}]")), served(&format!("[{one}, {two}]")), "server-added", "c-?"),
        ("server gone", served(&format!("[{one}, {two}]")), served(&format!("[{one}]")), "server-removed", "b-?"),
        ("first server", served(&format!("[{one}, {two}]")), served(&format!("[{two}, {one}]")), "server-added", "u-?"),
        (
            "default of a variable",
            zones("{default: eu, enum: [eu, us]}"),
            zones("{default: us, enum: [eu, us]}"),
            "server-variable-changed",
            "u-?",
        ),
        (
            "value of a variable",
            zones("{default: eu, enum: [eu]}"),
            zones("{default: eu, enum: [eu, us]}"),
            "server-variable-changed",
            "c-?",
        ),
        (
            "value of a variable gone",
            zones("{default: eu, enum: [eu, us]}"),
            zones("{default: eu, enum: [eu]}"),
            "server-variable-changed",
            "b-?",
        ),
        ("any value of a variable", zones("{default: eu, enum: [eu]}"), zones("{default: eu}"), "server-variable-changed", "c-?"),
        (
            "some values of a variable",
            zones("{default: eu}"),
            zones("{default: eu, enum: [eu]}"),
            "server-variable-changed",
            "b-?",
        ),
    ];
    check(rows.into_iter());
}

#[test]
fn verdicts_of_discriminators() {
    let union = |discriminator: &str| {
        let object = |more: &str| {
            format!(
                "{{type: object, required: [kind, sort], properties: {{kind: {{type: string}}, sort: {{type: string}}{more}}}}}"
            )
        };
        format!(
            "{}    Cat: {}\n    Dog: {}\n",
            description(
                "schema",
                &format!("oneOf: [{{$ref: '#/components/schemas/Cat'}}, {{$ref: '#/components/schemas/Dog'}}]\n{discriminator}")
            ),
            object(""),
            object(", loud: {type: boolean}")
        )
    };
    let by =
        |property: &str, mapping: &str| union(&format!("discriminator: {{propertyName: {property}, mapping: {{{mapping}}}}}\n"));
    let rows = [
        ("discriminator", union(""), by("kind", ""), "discriminator-changed", "ccb"),
        ("discriminator gone", by("kind", ""), union(""), "discriminator-changed", "uub"),
        ("another property", by("kind", ""), by("sort", ""), "discriminator-changed", "bbb"),
        ("another tag besides", by("kind", "Cat: Cat"), by("kind", "Cat: Cat, puss: Cat"), "discriminator-changed", "cbb"),
        ("one tag of two gone", by("kind", "Cat: Cat, puss: Cat"), by("kind", "Cat: Cat"), "discriminator-changed", "bcb"),
    ];
    check(rows.into_iter());
}

#[test]
fn spellings_are_no_change() {
    let old = "openapi: 3.0.3\ninfo: {title: Pets, version: 1.0.0}\n";
    let paths = "paths: {/pets: {get: {operationId: getPet, responses: {'200': {description: One, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}}}}\n";
    let schema = |head: &str, name: &str| {
        format!("{head}{paths}components: {{schemas: {{Pet: {{type: object, properties: {{name: {name}}}}}}}}}\n")
    };
    let spellings = [
        schema(old, "{type: string, nullable: true, minLength: 1}"),
        schema(HEAD, "{type: [string, 'null'], minLength: 1}"),
        schema(HEAD, "{oneOf: [{type: 'null'}, {type: string, minLength: 1}]}"),
        schema(HEAD, "{anyOf: [{type: string, minLength: 1}, {type: 'null'}]}"),
    ];
    for base in &spellings {
        for revision in &spellings {
            let diff = compare(base, revision);
            assert!(diff.changes.is_empty(), "{base}{revision}{}", listed(&diff));
        }
    }
    let limit = |head: &str, limit: &str| schema(head, &format!("{{type: number, {limit}}}"));
    let diff = compare(&limit(old, "minimum: 1, exclusiveMinimum: true"), &limit(HEAD, "exclusiveMinimum: 1"));
    assert!(diff.changes.is_empty(), "{}", listed(&diff));
}

#[test]
fn a_shared_change_is_one() {
    let get = |name: &str| {
        format!(
            "  /{name}: {{get: {{operationId: {name}, responses: {{'200': {{description: One, content: {{application/json: {{schema: {{$ref: '#/components/schemas/Pet'}}}}}}}}}}}}}}\n"
        )
    };
    let paths: String = ["a", "b", "c", "d"].map(get).concat();
    let text = |ty: &str| {
        format!(
            "{HEAD}paths:\n{paths}components: {{schemas: {{Pet: {{type: object, properties: {{up: {{$ref: '#/components/schemas/Pet'}}, age: {{type: {ty}}}}}}}}}}}\n"
        )
    };
    let diff = compare(&text("integer"), &text("string"));
    assert_eq!(diff.changes.len(), 1, "{}", listed(&diff));
    assert_eq!(diff.changes[0].uses.0, 4);
    assert_eq!(diff.changes[0].uses.1, ["GET /a", "GET /b", "GET /c"]);
    assert_eq!(diff.changes[0].wire.request, None);
}

/// In 3.0 an `allOf` of one puts words beside a reference; what changes behind it changes once.
#[test]
fn a_change_behind_words_is_one() {
    let text = |values: &str| {
        let described =
            |name: &str| format!("{name}: {{description: The {name}., allOf: [{{$ref: '#/components/schemas/Status'}}]}}");
        let properties = ["now", "before"].map(described).join(", ");
        format!(
            "{HEAD}paths:\n  /a: {{get: {{operationId: a, responses: {{'200': {{description: One, content: {{application/json: {{schema: {{$ref: '#/components/schemas/Pet'}}}}}}}}}}}}}}\ncomponents: {{schemas: {{Pet: {{type: object, properties: {{{properties}}}}}, Status: {{type: string, enum: [{values}]}}}}}}\n"
        )
    };
    let diff = compare(&text("a, b"), &text("a, b, c"));
    let places: Vec<_> = diff.changes.iter().map(|change| change.rule.id).collect();
    assert_eq!(places, ["diff/enum-value-added"], "{}", listed(&diff));
}

/// Null, a default and the like around a component change nothing in it; beside a reference of 3.1 all keywords count.
#[test]
fn a_change_behind_null_is_one() {
    let text = |pet: &str, limit: u32, name: &str| {
        format!(
            "{HEAD}paths:\n  /a: {{get: {{operationId: a, responses: {{'200': {{description: One, content: {{application/json: {{schema: {{$ref: '#/components/schemas/Home'}}}}}}}}}}}}}}\n\
             components: {{schemas: {{Home: {{type: object, properties: {{one: {{$ref: '#/components/schemas/Pet'}}, two: {pet}, three: {{default: {{}}, allOf: [{{$ref: '#/components/schemas/Pet'}}]}}, name: {name}}}}}, \
             Pet: {{type: object, maxProperties: {limit}}}, Name: {{type: string}}}}}}\n"
        )
    };
    let (plain, null) = ("{$ref: '#/components/schemas/Pet'}", "{oneOf: [{type: 'null'}, {$ref: '#/components/schemas/Pet'}]}");
    let name = |limit: u32| format!("{{$ref: '#/components/schemas/Name', maxLength: {limit}}}");
    let rows = [
        (text(null, 5, &name(9)), text(null, 6, &name(9)), vec!["diff/limit-loosened Pet"]),
        (text(plain, 5, &name(9)), text(null, 5, &name(9)), vec!["diff/null-allowed Home.two"]),
        (text(null, 5, &name(9)), text(plain, 5, &name(9)), vec!["diff/null-refused Home.two"]),
        (text(plain, 5, &name(9)), text(plain, 5, &name(8)), vec!["diff/limit-tightened Home.name"]),
        (text(plain, 5, plain), text(plain, 5, "{type: string}"), vec!["diff/type-changed Home.name"]),
    ];
    for (base, revision, expected) in rows {
        let diff = compare(&base, &revision);
        let found: Vec<_> = diff.changes.iter().map(|change| format!("{} {}", change.rule.id, change.subject)).collect();
        assert_eq!(found, expected, "{}", listed(&diff));
    }
}

/// Where a reference leads to another component, neither component changes.
#[test]
fn another_reference_is_told_where_it_stands() {
    let text = |used: &str| {
        format!(
            "{HEAD}paths:\n  /a: {{get: {{operationId: a, responses: {{'200': {{description: One, content: {{application/json: {{schema: {{$ref: '#/components/schemas/Home'}}}}}}}}}}}}}}\n\
             components: {{schemas: {{Home: {{type: object, properties: {{one: {used}, two: {{$ref: '#/components/schemas/Cat'}}}}}}, \
             Cat: {{type: object, properties: {{age: {{type: integer}}}}}}, Dog: {{type: object, minProperties: 1, properties: {{age: {{type: string}}}}}}}}}}\n"
        )
    };
    let cat = text("{$ref: '#/components/schemas/Cat'}");
    let rows = [
        (text("{$ref: '#/components/schemas/Dog'}"), ["limit-tightened Home.one", "type-changed Home.one.age"]),
        (
            text("{type: object, minProperties: 1, properties: {age: {type: string}}}"),
            ["limit-tightened Home.one", "type-changed Home.one.age"],
        ),
    ];
    for (revision, expected) in rows {
        let diff = compare(&cat, &revision);
        let wire = diff.changes.iter().filter(|change| change.rule.name() != "rust-changed");
        let found: Vec<_> = wire.map(|change| format!("{} {}", change.rule.name(), change.subject)).collect();
        assert_eq!(found, expected, "{}", listed(&diff));
    }
}

/// A parameter that operations share changes once, and so does the security of the whole description.
#[test]
fn what_is_shared_changes_once() {
    let get = |name: &str| {
        format!("  /{name}: {{get: {{operationId: {name}, parameters: [{{$ref: '#/components/parameters/size'}}], {DONE}}}}}\n")
    };
    let paths: String = ["a", "b", "c", "d"].map(get).concat();
    let text = |security: &str, required: bool| {
        format!(
            "{HEAD}security: {security}\npaths:\n{paths}components:\n  securitySchemes: {{key: {{type: http, scheme: bearer}}}}\n  parameters: {{size: {{name: size, in: query, required: {required}, schema: {{type: integer}}}}}}\n"
        )
    };
    let diff = compare(&text("[]", false), &text("[{key: []}]", true));
    let found: Vec<_> = diff.changes.iter().map(|change| (change.rule.id, change.uses.0)).collect();
    assert_eq!(found, [("diff/parameter-required", 4), ("diff/security-changed", 4)], "{}", listed(&diff));
}

/// Schemas that say the same are one type, and changes are told as if each were its own.
#[test]
fn copies_change_one_by_one() {
    let owner = |more: &str| {
        format!("{{type: object, properties: {{home: {{type: object, properties: {{city: {{type: string}}{more}}}}}}}}}")
    };
    let text = |buyer: &str, seller: &str| {
        format!(
            "{HEAD}paths: {{}}\ncomponents: {{schemas: {{Sale: {{type: object, properties: {{buyer: {buyer}, seller: {seller}}}}}}}}}\n"
        )
    };
    let (plain, more, less) = (owner(""), owner(", zip: {type: string}"), owner("").replace("city", "town"));
    let rust = |base: &str, revision: &str| -> Vec<String> {
        let diff = compare(base, revision);
        let items = diff.changes.iter().flat_map(|change| &change.items);
        items.map(|item| format!("{}: {}", item.verdict.name(), item.why)).collect()
    };
    assert_eq!(
        rust(&text(&plain, &plain), &text(&more, &plain)),
        [
            "compatible: `SaleBuyerHome::zip` is new",
            "unknown: `SaleBuyerHome` and `SaleSellerHome` are two types now; code may use the one as the other",
        ]
    );
    assert_eq!(
        rust(&text(&plain, &plain), &text(&more, &more)),
        ["compatible: `SaleBuyerHome::zip` is new", "compatible: `SaleSellerHome::zip` is new"]
    );
    assert_eq!(
        rust(&text(&plain, &less), &text(&plain, &plain)),
        [
            "breaking: `SaleSellerHome::town` is gone",
            "compatible: `SaleSellerHome::city` is new",
            "unknown: `SaleSellerHome` and `SaleBuyerHome` are one type now; code may implement a trait for each",
        ]
    );
    // A variant goes with its own branch of its own copy.
    let paid = |more: &str| format!("{{oneOf: [{{type: string}}, {{type: integer}}{more}]}}");
    let (few, more) = (paid(""), paid(", {type: boolean}, {type: object}"));
    let diff = compare(&text(&more, &more), &text(&few, &few));
    let told = diff.changes.iter().map(|change| change.items.iter().map(|item| item.item.as_str()).collect::<Vec<_>>());
    let expected = ["SaleBuyer::Boolean", "SaleBuyer::Map", "SaleSeller::Boolean", "SaleSeller::Map"];
    assert_eq!(told.collect::<Vec<_>>(), expected.map(|item| vec![item]), "{}", listed(&diff));
    // The code moves to another copy with a shorter name, and nothing changes for anybody.
    let with_shorter = text(&plain, &plain).replace("buyer: {", &format!("at: {plain}, buyer: {{"));
    let items = rust(&text(&plain, &plain), &with_shorter);
    assert!(
        !items.is_empty() && items.iter().all(|item| item.starts_with("compatible: ") && item.ends_with(" is new")),
        "{items:#?}"
    );
}

fn descriptions() -> Vec<(String, String)> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folders = [root.join("codegen/tests/specs"), root.join("tests/real")];
    let files = folders.iter().filter_map(|folder| std::fs::read_dir(folder).ok()).flatten().flatten().map(|entry| entry.path());
    let mut all: Vec<_> = files
        .filter(|path| path.extension().is_some_and(|it| it == "yaml" || it == "json"))
        .map(|path| (path.display().to_string(), std::fs::read_to_string(&path).expect("it can be read")))
        .collect();
    all.sort();
    all
}

#[test]
fn a_description_is_the_same_as_itself() {
    let mut compared = 0;
    for (name, text) in descriptions() {
        if let Ok(diff) = diff_texts(&Config::new(), ("base.yaml", &text), ("revision.yaml", &text)) {
            assert!(diff.changes.is_empty(), "{name}: {}", listed(&diff));
            compared += 1;
        }
    }
    assert!(compared > 40, "only {compared} descriptions were compared");
}

#[test]
fn unrelated_descriptions_are_compared() {
    let all = descriptions();
    for ((name, base), (_, revision)) in all.iter().zip(all.iter().skip(1)) {
        if let Ok(diff) = diff_texts(&Config::new(), ("base.yaml", base), ("revision.yaml", revision)) {
            let prints: std::collections::HashSet<_> = diff.changes.iter().map(Change::fingerprint).collect();
            assert_eq!(prints.len(), diff.changes.len(), "{name}: two changes have the same fingerprint: {}", listed(&diff));
        }
    }
}
