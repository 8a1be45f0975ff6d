//! No keyword of a schema changes in silence: each one of every version added, removed and changed, wherever a schema may stand.

use bindery::Config;
use bindery_validator::diff::{Change, Diff, Judge, Refused, Verdict, diff_texts};

/// Every keyword of JSON Schema 2020-12 (its meta-schemas) and of Schema Objects of OpenAPI 3.0, 3.1 and 3.2 (section "Schema Object") that
/// says something by itself. What only names a schema or has schemas at hand (`$id`, `$anchor`, `$dynamicAnchor`, `$defs`, `$schema`,
/// `$vocabulary`) says nothing; `$ref` and `$dynamicRef` say what they lead to.
const KEYWORDS: &str = "$comment $dynamicRef $ref additionalProperties allOf anyOf const contains contentEncoding contentMediaType \
     contentSchema default dependentRequired dependentSchemas deprecated description discriminator else enum example examples \
     exclusiveMaximum exclusiveMinimum externalDocs format if items maxContains maxItems maxLength maxProperties maximum minContains \
     minItems minLength minProperties minimum multipleOf not nullable oneOf pattern patternProperties prefixItems properties \
     propertyNames readOnly required then title type unevaluatedItems unevaluatedProperties uniqueItems writeOnly xml";

/// The keyword; what stands beside it; two things that it may say; the versions that have it.
struct Row {
    keyword: &'static str,
    beside: &'static str,
    values: [&'static str; 2],
    versions: &'static [&'static str],
}

const ALL: &[&str] = &["3.0.3", "3.1.0"];
const LATER: &[&str] = &["3.1.0"];

const fn row(keyword: &'static str, beside: &'static str, values: [&'static str; 2]) -> Row {
    Row { keyword, beside, values, versions: ALL }
}

const fn later(keyword: &'static str, beside: &'static str, values: [&'static str; 2]) -> Row {
    Row { keyword, beside, values, versions: LATER }
}

const TEXT: &str = "type: string";
const NUMBER: &str = "type: number";
const LIST: &str = "type: array, items: {type: string}";
const OBJECT: &str = "type: object, properties: {a: {type: string}, b: {type: string}}";
const CAT: &str = "{type: object, required: [kind], properties: {kind: {type: string}, more: {type: string}}}";
const DOG: &str =
    "{type: object, required: [kind], properties: {kind: {type: string}, more: {type: string}, loud: {type: boolean}}}";
const CATS: &str = "oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]";

const ROWS: &[Row] = &[
    // What is allowed.
    later("type", "title: It", ["string", "[string, integer]"]),
    row("type", "title: It", ["string", "integer"]),
    row("enum", TEXT, ["[a, b]", "[a, c]"]),
    later("const", TEXT, ["a", "b"]),
    row("multipleOf", NUMBER, ["5", "7"]),
    row("maximum", NUMBER, ["5", "7"]),
    later("exclusiveMaximum", NUMBER, ["5", "7"]),
    row("minimum", NUMBER, ["5", "7"]),
    later("exclusiveMinimum", NUMBER, ["5", "7"]),
    Row { keyword: "exclusiveMaximum", beside: "type: number, maximum: 5", values: ["true", "false"], versions: &["3.0.3"] },
    Row { keyword: "exclusiveMinimum", beside: "type: number, minimum: 5", values: ["true", "false"], versions: &["3.0.3"] },
    row("maxLength", TEXT, ["5", "7"]),
    row("minLength", TEXT, ["5", "7"]),
    row("pattern", TEXT, ["'^a'", "'^b'"]),
    row("maxItems", LIST, ["5", "7"]),
    row("minItems", LIST, ["5", "7"]),
    row("uniqueItems", LIST, ["true", "false"]),
    later("contains", LIST, ["{const: a}", "{const: b}"]),
    later("maxContains", "type: array, items: {type: string}, contains: {const: a}", ["2", "3"]),
    later("minContains", "type: array, items: {type: string}, contains: {const: a}", ["2", "3"]),
    later("prefixItems", "type: array", ["[{type: string}]", "[{type: integer}, {type: string}]"]),
    later("prefixItems", "type: array, items: {type: boolean}", ["[{type: string}]", "[{type: integer}]"]),
    row("items", "type: array", ["{type: string}", "{type: integer}"]),
    later("items", "type: array, prefixItems: [{type: string}]", ["{type: string}", "{type: integer}"]),
    later("items", "type: array, prefixItems: [{type: string}, {type: integer}]", ["false", "true"]),
    later("unevaluatedItems", "type: array", ["{type: string}", "false"]),
    later("unevaluatedItems", "type: array, prefixItems: [{type: string}]", ["{type: string}", "false"]),
    later("unevaluatedItems", "allOf: [{type: array, prefixItems: [{type: string}]}]", ["{type: string}", "{type: integer}"]),
    row("maxProperties", OBJECT, ["5", "7"]),
    row("minProperties", OBJECT, ["1", "2"]),
    row("required", OBJECT, ["[a]", "[b]"]),
    row("properties", "type: object", ["{a: {type: string}}", "{a: {type: integer}}"]),
    row("additionalProperties", OBJECT, ["false", "{type: string}"]),
    later("patternProperties", OBJECT, ["{'^x': {type: string}}", "{'^x': {type: integer}}"]),
    later("patternProperties", OBJECT, ["{'^x': {type: string}}", "{'^y': {type: string}, '^z': {type: string}}"]),
    later("propertyNames", OBJECT, ["{maxLength: 3}", "{maxLength: 4}"]),
    later("unevaluatedProperties", OBJECT, ["{type: string}", "false"]),
    later("unevaluatedProperties", "allOf: [{$ref: '#/components/schemas/Cat'}]", ["{type: string}", "false"]),
    later("unevaluatedProperties", "$ref: '#/components/schemas/Cat'", ["{type: string}", "{type: integer}"]),
    later("unevaluatedProperties", "type: object, patternProperties: {'^x': {type: string}}", ["{type: string}", "false"]),
    later("dependentRequired", OBJECT, ["{a: [b]}", "{b: [a]}"]),
    later("dependentSchemas", OBJECT, ["{a: {required: [b]}}", "{a: {minProperties: 2}}"]),
    row("not", OBJECT, ["{required: [a]}", "{required: [b]}"]),
    later("if", "type: string, then: {maxLength: 3}", ["{minLength: 2}", "{minLength: 3}"]),
    later("then", "type: string, if: {minLength: 2}", ["{maxLength: 4}", "{maxLength: 5}"]),
    later("else", "type: string, if: {minLength: 2}", ["{pattern: '^a'}", "{pattern: '^b'}"]),
    // Schemas together.
    row("allOf", OBJECT, ["[{required: [a]}]", "[{required: [b]}]"]),
    row("allOf", OBJECT, ["[{required: [a]}, {minProperties: 2}]", "[{required: [a]}, {minProperties: 1}]"]),
    row("oneOf", "title: It", ["[{type: string}, {type: integer}]", "[{type: string}, {type: boolean}]"]),
    row("anyOf", "title: It", ["[{type: string}, {type: integer}]", "[{type: string}, {type: boolean}]"]),
    row(
        "anyOf",
        "oneOf: [{type: string}, {type: integer}]",
        ["[{maxLength: 3}, {minimum: 3}]", "[{maxLength: 4}, {minimum: 3}]"],
    ),
    row("oneOf", OBJECT, ["[{required: [a]}, {required: [b]}]", "[{required: [a]}, {minProperties: 1}]"]),
    row("$ref", "", ["'#/components/schemas/Cat'", "'#/components/schemas/Dog'"]),
    later("$ref", "maxProperties: 5", ["'#/components/schemas/Cat'", "'#/components/schemas/Dog'"]),
    later("$dynamicRef", "", ["'#/components/schemas/Cat'", "'#/components/schemas/Dog'"]),
    row("discriminator", CATS, ["{propertyName: kind}", "{propertyName: more}"]),
    row(
        "discriminator",
        CATS,
        [
            "{propertyName: kind, mapping: {a: '#/components/schemas/Cat', b: '#/components/schemas/Dog'}}",
            "{propertyName: kind, mapping: {a: '#/components/schemas/Dog', b: '#/components/schemas/Cat'}}",
        ],
    ),
    row(
        "discriminator",
        CATS,
        [
            "{propertyName: kind, mapping: {a: '#/components/schemas/Cat'}}",
            "{propertyName: kind, mapping: {b: '#/components/schemas/Cat'}}",
        ],
    ),
    Row {
        keyword: "discriminator",
        beside: CATS,
        values: [
            "{propertyName: kind, defaultMapping: '#/components/schemas/Cat'}",
            "{propertyName: kind, defaultMapping: '#/components/schemas/Dog'}",
        ],
        versions: &["3.2.0"],
    },
    // What a text is.
    row("format", TEXT, ["uuid", "date"]),
    row("format", TEXT, ["one", "two"]),
    later("contentEncoding", TEXT, ["base64", "base32"]),
    later("contentEncoding", "type: string, format: byte", ["base64", "base32"]),
    later("contentMediaType", TEXT, ["image/png", "image/jpeg"]),
    later("contentSchema", "type: string, contentMediaType: application/json", ["{type: object}", "{type: array}"]),
    // Who sends it, and what holds without it.
    row("readOnly", TEXT, ["true", "false"]),
    row("writeOnly", TEXT, ["true", "false"]),
    row("default", TEXT, ["a", "b"]),
    row("deprecated", TEXT, ["true", "false"]),
    Row { keyword: "nullable", beside: TEXT, values: ["true", "false"], versions: &["3.0.3"] },
    Row { keyword: "nullable", beside: OBJECT, values: ["true", "false"], versions: &["3.0.3"] },
    // Words.
    row("title", TEXT, ["One", "Two"]),
    row("description", TEXT, ["One", "Two"]),
    row("externalDocs", TEXT, ["{url: 'https://a.example'}", "{url: 'https://b.example'}"]),
    row("externalDocs", TEXT, ["{url: 'https://a.example', description: One}", "{url: 'https://a.example', description: Two}"]),
    row("example", TEXT, ["a", "b"]),
    later("examples", TEXT, ["[a]", "[a, b]"]),
    later("$comment", TEXT, ["One", "Two"]),
    row("xml", TEXT, ["{name: a}", "{name: b}"]),
    row("xml", TEXT, ["{attribute: true}", "{attribute: true, wrapped: true}"]),
    row("x-extensible-enum", TEXT, ["[a, b]", "[a, c]"]),
    row("x-extensible-enum", "type: string, enum: [a, b]", ["true", "[a, b]"]),
    row("x-other", TEXT, ["{a: 1}", "2"]),
];

/// Where a schema may stand, in components of these names.
const PLACES: &[(&str, &str)] = &[
    ("Itself", "{SCHEMA}"),
    ("Property", "{type: object, properties: {it: {SCHEMA}}}"),
    ("SecondPart", "{allOf: [{description: Empty}, {SCHEMA}]}"),
    ("PropertyTwice", "{allOf: [{type: object, properties: {it: {}}}, {properties: {it: {SCHEMA}}}]}"),
    ("ItemsTwice", "{type: array, items: {}, allOf: [{items: {SCHEMA}}]}"),
    ("ValuesTwice", "{type: object, additionalProperties: {maxLength: 9}, allOf: [{additionalProperties: {SCHEMA}}]}"),
    ("Branch", "{oneOf: [{type: object, properties: {other: {}}, required: [other]}, {SCHEMA}]}"),
];

fn description(version: &str, schema: &str) -> String {
    let content = |name: &str| format!("content: {{application/json: {{schema: {{$ref: '#/components/schemas/{name}'}}}}}}");
    let path = |name: &str| {
        let content = content(name);
        format!(
            "  /{name}: {{post: {{operationId: add{name}, requestBody: {{{content}}}, responses: {{'200': {{description: One, {content}}}}}}}}}\n"
        )
    };
    let paths: String = PLACES.iter().map(|(name, _)| path(name)).collect();
    let schemas = PLACES.iter().map(|(name, place)| format!("    {name}: {}\n", place.replace("SCHEMA", schema)));
    format!(
        "openapi: {version}\ninfo: {{title: Pets, version: 1.0.0}}\npaths:\n{paths}components:\n  schemas:\n    Cat: {CAT}\n    \
         Dog: {DOG}\n{}",
        schemas.collect::<String>()
    )
}

fn compare(base: &str, revision: &str) -> Diff {
    match diff_texts(&Config::new(), ("base.yaml", base), ("revision.yaml", revision)) {
        Ok(diff) => diff,
        Err(Refused::NoDescription(examined)) => panic!("{base}{revision}{:?}", examined.diagnostics),
        Err(Refused::Error(error)) => panic!("{error}"),
    }
}

#[test]
fn every_keyword_is_there() {
    let mut listed: Vec<_> = KEYWORDS.split_whitespace().collect();
    let mut tested: Vec<_> = ROWS.iter().map(|row| row.keyword).filter(|keyword| !keyword.starts_with("x-")).collect();
    tested.sort_unstable();
    tested.dedup();
    listed.sort_unstable();
    assert_eq!(tested, listed);
}

/// Tells whether a keyword says what holds without it.
fn says_nothing(keyword: &str, value: &str) -> bool {
    const FLAGS: [&str; 7] =
        ["uniqueItems", "readOnly", "writeOnly", "deprecated", "nullable", "exclusiveMaximum", "exclusiveMinimum"];
    value == "false" && FLAGS.contains(&keyword) || (keyword, value) == ("items", "true")
}

/// Tells whether something changed in a component, or where it stands for what it was.
fn speaks_of(diff: &Diff, name: &str) -> bool {
    diff.changes.iter().any(|change| change.subject.split(|it: char| !it.is_alphanumeric()).any(|word| word == name))
}

#[test]
fn no_keyword_of_3_0_changes_in_silence() {
    check(&["3.0.3"]);
}

#[test]
fn no_keyword_of_later_versions_changes_in_silence() {
    check(&["3.1.0", "3.2.0"]);
}

fn check(versions: &[&str]) {
    let mut silent = Vec::new();
    for Row { keyword, beside, values, versions: own } in ROWS {
        let with = |value: &str| {
            let both = [*beside, &format!("{keyword}: {value}")].join(", ");
            both.trim_start_matches(", ").to_owned()
        };
        let [one, two] = values.map(with);
        let none = if beside.is_empty() { "description: Any" } else { beside }.to_owned();
        let mut pairs = vec![(&none, &one), (&one, &none), (&one, &two), (&two, &one)];
        if !says_nothing(keyword, values[1]) {
            pairs.push((&none, &two));
        }
        for (version, (base, revision)) in
            own.iter().filter(|it| versions.contains(it)).flat_map(|it| pairs.iter().map(move |pair| (it, pair)))
        {
            let [before, after] = [base, revision].map(|schema| description(version, schema));
            let diff = compare(&before, &after);
            let missing: Vec<_> = PLACES.iter().map(|(name, _)| *name).filter(|name| !speaks_of(&diff, name)).collect();
            if !missing.is_empty() {
                silent.push(format!("{version} {keyword}: {base} to {revision} in {}", missing.join(", ")));
            }
        }
    }
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}

/// A description in which the schema is both sent and read.
fn pet(schema: &str, media_type: &str, more: &str) -> String {
    let content = format!("content: {{{media_type}: {{schema: {{$ref: '#/components/schemas/Pet'}}}}}}");
    format!(
        "openapi: 3.2.0\ninfo: {{title: Pets, version: 1.0.0}}\npaths:\n  /pets:\n    post:\n      operationId: addPet\n{more}      \
         requestBody: {{{content}}}\n      responses: {{'200': {{description: One, {content}}}}}\ncomponents:\n  parameters: {{size: {{name: \
         size, in: query, schema: {{type: integer}}}}}}\n  schemas:\n    Cat: {CAT}\n    Dog: {DOG}\n    Pet: {schema}\n"
    )
}

/// Writes the rule, the place, what a request, an answer and Rust make of it, and in capitals what was proved.
fn said(change: &Change) -> String {
    let letter = |verdict: Option<Verdict>, judge: Judge| {
        let first = verdict.and_then(|verdict| verdict.name().chars().next()).unwrap_or('-');
        if judge == Judge::Inclusion { first.to_ascii_uppercase() } else { first }
    };
    let Change { wire, decided, .. } = change;
    let letters =
        [letter(wire.request, decided.request), letter(wire.response, decided.response), letter(Some(change.rust), Judge::Rule)];
    format!("{} {} {}", change.rule.name(), change.subject, letters.iter().collect::<String>())
}

const LEFT: &str = "allOf: [{$ref: '#/components/schemas/Cat'}]";
const TUPLE: &str = "type: array, prefixItems: [{type: integer}]";

/// Base, revision, and the changes. Each edit is one, or two where it is two.
const TOLD: &[(&str, &str, &[&str])] = &[
    // What no schema describes.
    ("{LEFT, maxProperties: 9}", "{LEFT, maxProperties: 9, unevaluatedProperties: false}", &["assertion-changed Pet bcc"]),
    (
        "{LEFT, unevaluatedProperties: {type: string}}",
        "{LEFT, unevaluatedProperties: {type: [string, integer]}}",
        &["assertion-changed Pet CBc"],
    ),
    ("{LEFT, unevaluatedProperties: {type: string}}", "{LEFT, unevaluatedProperties: {}}", &["assertion-changed Pet CBc"]),
    (
        "{TUPLE, unevaluatedItems: {type: string}}",
        "{TUPLE, unevaluatedItems: {type: string, minLength: 2}}",
        &["assertion-changed Pet BCc"],
    ),
    ("{TUPLE}", "{TUPLE, unevaluatedItems: false}", &["assertion-changed Pet bcc"]),
    // Items of tuples.
    (
        "{type: array, prefixItems: [{type: string}, {type: integer}], items: false}",
        "{type: array, prefixItems: [{type: string}, {type: boolean}], items: false}",
        &["type-changed Pet(integer) bbb"],
    ),
    (
        "{type: array, prefixItems: [{type: string}, {type: integer}]}",
        "{type: array, prefixItems: [{type: string}, {type: boolean}]}",
        &["type-changed Pet(1) bbc"],
    ),
    (
        "{type: array, prefixItems: [{type: string}]}",
        "{type: array, prefixItems: [{type: string}, {type: integer}]}",
        &["items-changed Pet bcc"],
    ),
    (
        "{type: array, items: {type: string}}",
        "{type: array, prefixItems: [{type: string}, {type: integer}], items: {type: string}}",
        &["type-changed Pet[] bbb"],
    ),
    (
        "{type: array, prefixItems: [{type: string}, {type: integer}], items: false}",
        "{type: array, prefixItems: [{type: string}, {type: integer}, {type: boolean}], items: false}",
        &["limit-loosened Pet cuc"],
    ),
    // What several parts say.
    (
        "{allOf: [{type: object, properties: {it: {}}}, {properties: {it: {type: string}}}]}",
        "{allOf: [{type: object, properties: {it: {}}}, {properties: {it: {type: string, maxLength: 3}}}]}",
        &["limit-tightened Pet.it bcc"],
    ),
    (
        "{type: array, items: {}, allOf: [{items: {type: string}}]}",
        "{type: array, items: {}, allOf: [{items: {type: integer}}]}",
        &["type-changed Pet[] bbb"],
    ),
    (
        "{oneOf: [{type: string}, {type: integer}], anyOf: [{maxLength: 3}, {pattern: '^a'}]}",
        "{oneOf: [{type: string}, {type: integer}], anyOf: [{maxLength: 4}, {pattern: '^a'}]}",
        &["limit-loosened Pet(any) cuc"],
    ),
    (
        "{oneOf: [{type: string}, {type: integer}]}",
        "{oneOf: [{type: string}, {type: integer}], anyOf: [{enum: [a, 1]}, {enum: [b, 2]}]}",
        &["union-changed Pet bc?"],
    ),
    (
        "{type: string, allOf: [{format: date}, {format: uuid}]}",
        "{type: string, allOf: [{format: date}]}",
        &["format-changed Pet ??c"],
    ),
    ("{type: integer, multipleOf: 6}", "{type: integer, allOf: [{multipleOf: 2}, {multipleOf: 3}]}", &["limit-loosened Pet cCc"]),
    // What a reference leads to did not change.
    (
        "{maxProperties: 5, $ref: '#/components/schemas/Cat'}",
        "{maxProperties: 5, $ref: '#/components/schemas/Dog'}",
        &["property-added Pet.loud cc?"],
    ),
    // What a text holds.
    ("{type: string, contentEncoding: base64}", "{type: string, contentEncoding: base32}", &["format-changed Pet cbb"]),
    ("{type: string, contentMediaType: image/png}", "{type: string, contentMediaType: image/gif}", &["format-changed Pet uuc"]),
    // Tags.
    (
        "{oneOf: CATS, discriminator: {propertyName: kind, mapping: {a: Cat, b: Dog}}}",
        "{oneOf: CATS, discriminator: {propertyName: kind, mapping: {a: Dog, b: Cat}}}",
        &["discriminator-changed Pet bb?", "discriminator-changed Pet bb?"],
    ),
    (
        "{oneOf: CATS, discriminator: {propertyName: kind, defaultMapping: Cat}}",
        "{oneOf: CATS, discriminator: {propertyName: kind, defaultMapping: Dog}}",
        &["discriminator-changed Pet uuc"],
    ),
    // Words.
    ("{type: string, examples: [a]}", "{type: string, examples: [b], $comment: Two, x-more: 1}", &["words-changed Pet --c"]),
    ("{type: string, xml: {name: a}}", "{type: string, xml: {name: b}}", &["words-changed Pet --c"]),
    (
        "{type: array, items: {type: string, readOnly: true}}",
        "{type: array, items: {type: string}}",
        &["words-changed Pet[] --c"],
    ),
    (
        "{type: object, properties: {it: {$ref: '#/components/schemas/Cat', description: One}}}",
        "{type: object, properties: {it: {$ref: '#/components/schemas/Cat', description: Two}}}",
        &["words-changed Pet.it --c"],
    ),
    // An object that does not say that it is one.
    (
        "{properties: {a: {type: string}}}",
        "{type: object, properties: {b: {type: integer}}}",
        &["type-changed Pet Ccc", "property-removed Pet.a uub", "property-added Pet.b ccc"],
    ),
    ("{type: array, items: {type: string}}", "{properties: {b: {type: integer}}}", &["type-changed Pet bbb"]),
    // Something else that was there before.
    (
        "{type: array, items: {$ref: '#/components/schemas/Cat'}}",
        "{type: array, items: {$ref: '#/components/schemas/Dog'}}",
        &["property-added Pet.loud ccc", "rust-changed Pet --b"],
    ),
    (
        "{$ref: '#/components/schemas/Cat', description: One}",
        "{$ref: '#/components/schemas/Cat', description: Two}",
        &["words-changed Pet --c"],
    ),
    // A title that a type is called after.
    (
        "{oneOf: [{title: A, type: object, required: [a], properties: {a: {}}}, {title: B, type: object, required: [b], properties: {b: {}}}]}",
        "{oneOf: [{title: C, type: object, required: [a], properties: {a: {}}}, {title: B, type: object, required: [b], properties: {b: {}}}]}",
        &["words-changed Pet(A) --b"],
    ),
    (
        "{type: object, properties: {a: {type: string, description: One}}}",
        "{type: object, properties: {a: {type: string, description: Two, format: date}}}",
        &["words-changed Pet.a --c", "format-changed Pet.a bcb"],
    ),
    // Values where more may come.
    (
        "{type: string, x-extensible-enum: [a, b]}",
        "{type: string, x-extensible-enum: [a, c]}",
        &["enum-value-removed Pet ucc", "enum-value-added Pet ccc"],
    ),
    ("{type: string}", "{type: string, x-extensible-enum: [a, c]}", &["enum-added Pet ucc"]),
    ("{type: string, x-extensible-enum: [a, c]}", "{type: string}", &["enum-removed Pet ccc"]),
];

#[test]
fn one_keyword_is_one_change() {
    let whole = |schema: &str| {
        let cats = "[{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]";
        pet(&schema.replace("LEFT", LEFT).replace("TUPLE", TUPLE).replace("CATS", cats), "application/json", "")
    };
    let mut wrong = Vec::new();
    for (base, revision, expected) in TOLD {
        let diff = compare(&whole(base), &whole(revision));
        let found: Vec<_> = diff.changes.iter().map(said).collect();
        assert!(diff.changes.iter().all(|change| !change.uses.1.contains(&String::new())), "{base} to {revision}");
        let same = |(is, should): (&String, &&str)| {
            is.len() == should.len() && is.chars().zip(should.chars()).all(|(is, should)| is == should || should == '?')
        };
        if found.len() != expected.len() || !found.iter().zip(*expected).all(same) {
            wrong.push(format!("{base} to {revision}\n    should be {expected:?}\n    and was   {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// How values are written as XML matters where some are.
#[test]
fn xml_matters_where_it_is_sent() {
    let schema = |name: &str| {
        pet(&format!("{{type: object, properties: {{a: {{type: string, xml: {{name: {name}}}}}}}}}"), "application/xml", "")
    };
    let diff = compare(&schema("a"), &schema("b"));
    assert_eq!(diff.changes.iter().map(said).collect::<Vec<_>>(), ["xml-changed Pet.a uuc"]);
}

#[test]
fn words_of_operations() {
    let text = |more: &str| pet("{type: string}", "application/json", more);
    let parameter = |more: &str| text(&format!("      parameters: [{{$ref: '#/components/parameters/size'{more}}}]\n"));
    let own = |more: &str| text(&format!("      parameters: [{{name: size, in: query, schema: {{type: integer}}{more}}}]\n"));
    let pairs = [
        (text("      x-more: 1\n"), text("      x-more: 2\n")),
        (parameter(", description: One"), parameter(", description: Two")),
        (own(", example: 1"), own(", example: 2")),
        (own(", examples: {a: {value: 1}}"), own(", examples: {a: {value: 2}}")),
        (
            text("").replace(
                "{schema: {$ref: '#/components/schemas/Pet'}}",
                "{example: a, schema: {$ref: '#/components/schemas/Pet'}}",
            ),
            text("").replace(
                "{schema: {$ref: '#/components/schemas/Pet'}}",
                "{example: b, schema: {$ref: '#/components/schemas/Pet'}}",
            ),
        ),
    ];
    for (base, revision) in &pairs {
        let diff = compare(base, revision);
        assert!(!diff.changes.is_empty() && diff.changes.iter().all(|change| change.is_words()), "{base}");
        assert!(compare(base, base).changes.is_empty());
    }
}
