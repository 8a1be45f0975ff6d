//! One edit is one change: every part of a description edited alone, and what is said of it.

use bindery::Config;
use bindery_validator::diff::{Change, Diff, Verdict, diff_texts};

const BASE: &str = "\
openapi: 3.1.0
info: {title: Pets, version: 1.0.0}
servers: [{url: 'https://{zone}.example', variables: {zone: {default: eu, enum: [eu, us]}}}]
security: [{key: [], token: [read]}]
paths:
  /pets:
    get:
      operationId: listPets
      tags: [pets]
      summary: Lists pets
      parameters:
        - {name: limit, in: query, description: How many, schema: {type: integer, maximum: 100}}
        - {name: kind, in: query, schema: {type: array, items: {type: string}}}
      responses:
        '200':
          description: All
          headers: {X-Total: {required: true, description: In all, schema: {type: integer}}}
          content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}
          links: {next: {operationId: listPets, parameters: {limit: 3}}}
        '404': {description: None}
    post:
      operationId: addPet
      requestBody:
        content:
          application/json: {schema: {type: object, properties: {name: {type: string}, sort: {type: string, enum: [a, b]}}}}
          multipart/form-data:
            schema: {type: object, properties: {list: {type: array, items: {type: string}}}}
            encoding: {list: {style: form, explode: false}}
      responses: {'201': {description: Made, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
      callbacks:
        born:
          '{$request.query.url}':
            post:
              requestBody: {required: true, content: {application/json: {schema: {type: object, required: [id], properties: {id: {type: string}}}}}}
              responses: {'204': {description: Taken}}
  /old:
    delete:
      operationId: forget
      requestBody: {content: {application/json: {schema: {type: object, properties: {why: {type: string, enum: [x, y]}}}}}}
      responses: {'204': {description: Done}}
webhooks:
  petLost:
    post:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Loss'}}}}
      responses: {'200': {description: Seen, content: {application/json: {schema: {$ref: '#/components/schemas/Receipt'}}}}}
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}, token: {type: http, scheme: bearer}}
  schemas:
    Loss: {type: object, required: [pet], properties: {pet: {type: string}, where: {type: string}}}
    Receipt: {type: object, properties: {thanks: {type: string}}}
    Cat: {type: object, required: [kind], properties: {kind: {const: cat}, claws: {type: integer}}}
    Dog: {type: object, required: [kind], properties: {kind: {const: dog}, loud: {type: boolean}}}
    Pet:
      description: A pet
      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}, {type: object, required: [kind], properties: {kind: {const: fish}, water: {type: string, enum: [salt, sweet]}}}]
      discriminator: {propertyName: kind}
";

/// What is replaced, by what, the rule, and the verdicts of requests, answers and Rust.
type Edit = (&'static str, &'static str, &'static str, &'static str);

const EDITS: &[Edit] = &[
    // Operations and paths.
    ("  /old:\n", "  /ancient:\n", "path-changed DELETE /old", "b-c"),
    ("operationId: forget", "operationId: forgetAll", "operation-renamed DELETE /old", "c-b"),
    ("      operationId: forget\n", "      operationId: forget\n      deprecated: true\n", "deprecated DELETE /old", "c-c"),
    // Parameters.
    (
        "in: query, description: How many, schema",
        "in: query, required: true, description: How many, schema",
        "parameter-required GET /pets",
        "b-b",
    ),
    ("- {name: limit, in: query", "- {name: limit, in: header", "parameter-moved GET /pets", "b-c"),
    ("maximum: 100", "maximum: 50", "limit-tightened GET /pets query limit", "b-c"),
    ("maximum: 100", "maximum: 150", "limit-loosened GET /pets query limit", "c-c"),
    ("in: query, schema: {type: array", "in: query, explode: false, schema: {type: array", "encoding-changed GET /pets", "b-c"),
    (
        "        - {name: kind, in: query, schema: {type: array, items: {type: string}}}\n",
        "",
        "parameter-removed GET /pets",
        "u-b",
    ),
    (
        "{name: limit, in: query, description: How many",
        "{name: size, in: query, description: How many",
        "parameter-renamed GET /pets",
        "u-b",
    ),
    // Answers.
    ("X-Total: {required: true", "X-Total: {required: false", "header-optional GET /pets", "-bc"),
    (
        "headers: {X-Total: {required: true, description: In all, schema: {type: integer}}}\n",
        "headers: {}\n",
        "header-removed GET /pets",
        "-bc",
    ),
    (
        "description: In all, schema: {type: integer}",
        "description: In all, schema: {type: string}",
        "type-changed GET /pets 200 header X-Total",
        "-bc",
    ),
    ("        '404': {description: None}\n", "", "status-removed GET /pets", "-cc"),
    // Bodies and media types.
    (
        "      requestBody:\n        content:\n          application",
        "      requestBody:\n        required: true\n        content:\n          application",
        "body-required POST /pets",
        "b-?",
    ),
    (
        "sort: {type: string, enum: [a, b]}",
        "sort: {type: string, enum: [a, b, c]}",
        "enum-value-added POST /pets body.sort",
        "c-c",
    ),
    ("sort: {type: string, enum: [a, b]}", "sort: {type: string, enum: [a]}", "enum-value-removed POST /pets body.sort", "b-b"),
    (", sort: {type: string, enum: [a, b]}", "", "property-removed POST /pets body.sort", "u-b"),
    (
        "encoding: {list: {style: form, explode: false}}",
        "encoding: {list: {style: form, explode: true}}",
        "encoding-changed POST /pets",
        "b-c",
    ),
    // Security and servers.
    ("token: [read]", "token: [read, write]", "security-changed security", "b-c"),
    ("security: [{key: [], token: [read]}]", "security: [{key: [], token: [read]}, {}]", "security-changed security", "c-c"),
    ("name: X-Key", "name: X-Other-Key", "scheme-changed security scheme key", "b-c"),
    ("https://{zone}.example", "https://{zone}.example/v1", "", ""),
    ("default: eu, enum: [eu, us]", "default: eu, enum: [eu]", "server-variable-changed servers", "b-c"),
    // Unions.
    (", {$ref: '#/components/schemas/Dog'}", "", "branch-removed Pet(Dog)", "-cb"),
    (
        ", {type: object, required: [kind], properties: {kind: {const: fish}, water: {type: string, enum: [salt, sweet]}}}",
        "",
        "branch-removed Pet(kind: fish)",
        "-cb",
    ),
    ("claws: {type: integer}", "claws: {type: number}", "type-changed Cat.claws", "-bb"),
    ("      discriminator: {propertyName: kind}\n", "", "discriminator-changed Pet", "-u?"),
    // What the server sends: the ways are turned round.
    ("required: [pet], properties", "required: [pet, where], properties", "property-required Loss.where", "-cb"),
    ("properties: {pet: {type: string}, where", "properties: {pet: {type: integer}, where", "type-changed Loss.pet", "-bb"),
    ("thanks: {type: string}", "thanks: {type: integer}", "type-changed Receipt.thanks", "b-b"),
    ("  petLost:\n", "  petGone:\n", "", ""),
    (
        "required: [id], properties: {id: {type: string}}",
        "properties: {id: {type: string}}",
        "property-optional callback born of POST /pets to ($request.query.url) body.id",
        "-bc",
    ),
    (
        "responses: {'204': {description: Taken}}",
        "responses: {'204': {description: Taken}, '202': {description: Later}}",
        "status-added callback born of POST /pets to ($request.query.url)",
        "c-c",
    ),
    // Links and words.
    ("links: {next: {operationId: listPets, parameters: {limit: 3}}}", "links: {}", "link-changed GET /pets", "-uc"),
    ("parameters: {limit: 3}", "parameters: {limit: 4}", "link-changed GET /pets", "-uc"),
    ("summary: Lists pets", "summary: Lists all pets", "words-changed GET /pets", "--c"),
    ("tags: [pets]", "tags: [animals]", "words-changed GET /pets", "--c"),
    ("description: How many", "description: How many there are", "words-changed GET /pets", "--c"),
    ("description: All", "description: All of them", "words-changed GET /pets", "--c"),
    ("description: A pet", "description: An animal", "words-changed Pet", "--c"),
    ("title: Pets", "title: Animals", "words-changed info", "--c"),
];

fn compare(base: &str, revision: &str) -> Diff {
    diff_texts(&Config::new(), ("base.yaml", base), ("revision.yaml", revision)).expect("both are descriptions")
}

fn said(change: &Change) -> String {
    let letter = |verdict: Option<Verdict>| verdict.and_then(|verdict| verdict.name().chars().next()).unwrap_or('-');
    let letters: String = [change.wire.request, change.wire.response, Some(change.rust)].into_iter().map(letter).collect();
    format!("{} {} {letters}", change.rule.name(), change.subject)
}

#[test]
fn one_edit_is_one_change() {
    let mut wrong = Vec::new();
    for (from, to, expected, verdicts) in EDITS.iter().filter(|edit| !edit.2.is_empty()) {
        assert!(BASE.contains(from), "{from}");
        let diff = compare(BASE, &BASE.replacen(from, to, 1));
        let found: Vec<_> = diff.changes.iter().map(said).collect();
        let expected = format!("{expected} {verdicts}");
        let same = |it: &String| {
            it.len() == expected.len() && it.chars().zip(expected.chars()).all(|(is, should)| is == should || should == '?')
        };
        if !matches!(found.as_slice(), [only] if same(only)) {
            wrong.push(format!("{to}\n    should be {expected}\n    {}", found.join("\n    ")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What has another name came and went.
#[test]
fn another_name_is_two_changes() {
    let mut all = Vec::new();
    for (from, to, ..) in EDITS.iter().filter(|edit| edit.2.is_empty()) {
        let diff = compare(BASE, &BASE.replacen(from, to, 1));
        all.extend(diff.changes.iter().map(said));
    }
    let expected = [
        "server-removed servers b-c",
        "server-added servers c-c",
        "operation-removed webhook petLost -bc",
        "operation-added webhook petGone -cc",
    ];
    assert_eq!(all, expected);
}

/// Edits, and the changes with their items.
type Row = (&'static [(&'static str, &'static str)], &'static [(&'static str, &'static [&'static str])]);

/// Two edits at once: what changes in Rust is told with the one that it is from.
#[test]
fn items_are_told_with_their_change() {
    let item = |base: &str, revision: &str| -> Vec<(String, Vec<String>)> {
        let diff = compare(base, revision);
        let changes = diff.changes.iter().filter(|change| !change.is_words());
        changes.map(|it| (it.rule.name().to_owned(), it.items.iter().map(|item| item.item.clone()).collect())).collect()
    };
    let edited = |edits: &[(&str, &str)]| {
        edits.iter().fold(BASE.to_owned(), |text, (from, to)| {
            assert!(text.contains(from), "{from}");
            text.replacen(from, to, 1)
        })
    };
    let table: &[Row] = &[
        // Of two values, each has its own variant.
        (
            &[("enum: [a, b]", "enum: [a, c]")],
            &[("enum-value-removed", &["AddPetRequestSort::B"]), ("enum-value-added", &["AddPetRequestSort::C"])],
        ),
        // A limit changes no type beside a type that changes.
        (
            &[("claws: {type: integer}", "claws: {type: number, minimum: 0}")],
            &[("type-changed", &["Cat::claws"]), ("limit-tightened", &[])],
        ),
        // What is sent is not from an answer.
        (
            &[
                (
                    "      requestBody:\n        content:\n          application",
                    "      requestBody:\n        required: true\n        content:\n          application",
                ),
                (
                    "{description: Made, content: {",
                    "{description: Made, content: {application/vnd.x+json: {schema: {type: object}}, ",
                ),
            ],
            &[("body-required", &["Client::add_pet"]), ("media-type-added", &[])],
        ),
        // Of several branches, each has its own variant, and its own type.
        (
            &[
                (
                    "properties: {kind: {const: fish}, water: {type: string, enum: [salt, sweet]}}}]",
                    "properties: {kind: {const: fish}, water: {type: string, enum: [salt, sweet]}}}, {type: object, required: [kind], properties: {kind: {const: cow}, milk: {type: string}}}, {$ref: '#/components/schemas/Bird'}]",
                ),
                ("    Pet:\n", "    Bird: {type: object, required: [kind], properties: {kind: {const: bird}}}\n    Pet:\n"),
            ],
            &[
                ("schema-added", &["Bird", "BirdKind"]),
                ("branch-added", &["Pet::Cow", "PetCow", "PetCowKind"]),
                ("branch-added", &["Pet::Bird"]),
            ],
        ),
        // An optional parameter takes no default away.
        (
            &[
                ("in: query, description: How many, schema", "in: query, required: true, description: How many, schema"),
                (
                    "      responses:\n        '200':",
                    "        - {name: size, in: query, schema: {type: integer}}\n      responses:\n        '200':",
                ),
            ],
            &[
                ("parameter-required", &["ListPetsParams", "ListPetsParams::limit", "ListPetsParams::new"]),
                ("parameter-added", &["ListPetsParams::size"]),
            ],
        ),
    ];
    for (edits, expected) in table {
        let found = item(BASE, &edited(edits));
        let expected: Vec<_> = expected
            .iter()
            .map(|(rule, items)| ((*rule).to_owned(), items.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>()))
            .collect();
        assert_eq!(found, expected, "{edits:?}");
    }
    // With an operation its inline types go.
    let found = item(BASE, &edited(&[("  /old:\n", "  /older:\n"), ("operationId: forget", "operationId: forgetIt")]));
    let rules: Vec<_> = found.iter().map(|(rule, _)| rule.as_str()).collect();
    assert_eq!(rules, ["operation-removed", "operation-added"], "{found:?}");
}

/// What is no webhook, callback or link is somebody else's to report.
#[test]
fn what_is_malformed_is_passed_over() {
    let head = "openapi: 3.1.0\ninfo: {title: Pets, version: 1.0.0}\n";
    let operation = |more: &str| {
        format!("{head}paths: {{/a: {{get: {{operationId: a, responses: {{'200': {{description: One, {more}}}}}}}}}}}\n")
    };
    let called = |callbacks: &str| operation("").replace("operationId: a", &format!("operationId: a, callbacks: {callbacks}"));
    let texts = [
        format!("{head}webhooks: {{a: 5}}\n"),
        format!("{head}webhooks: {{a: {{post: {{responses: 5}}}}}}\n"),
        format!("{head}webhooks: {{a: {{post: 7}}, 'b/{{c}}?d': {{$ref: '#/webhooks/a'}}, c: {{$ref: '#/nowhere'}}}}\n"),
        format!("{head}paths: {{}}\nx-webhooks: [1, 2]\n"),
        called("{b: {'{$url}?x={$y': {post: {responses: {'200': {description: Two}}}}}}"),
        called("{b: {$ref: '#/components/callbacks/c'}, d: 5, e: {f: 6}}"),
        operation("links: 5"),
        operation("links: {a: 5, b: {$ref: '#/components/links/none'}, 'c/d~e': {operationId: a}}"),
    ];
    for base in &texts {
        for revision in &texts {
            let diff = diff_texts(&Config::new(), ("base.yaml", base), ("revision.yaml", revision));
            assert!(base != revision || diff.is_err() || diff.is_ok_and(|diff| diff.changes.is_empty()), "{base}");
        }
    }
}
