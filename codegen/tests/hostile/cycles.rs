//! Schemas that lead back to themselves.

use serde_json::{Value, json};

use bindery::diagnostic::Code;

use super::{Folder, check, config, reference, refused, with_schemas};

#[test]
fn a_union_that_leads_to_itself_in_more_than_one_way() {
    let own = reference("S0");
    let union = json!({"anyOf": [own, own, own], "type": "object"});
    let schema = json!({"anyOf": [{"allOf": [union, own, own]}], "format": "int32"});
    check("union_of_itself", &config(0), &with_schemas(json!({"S0": schema})));
}

/// Each branch becomes thousands of types that lead to each other.
#[test]
fn unions_that_lead_back_through_all_of() {
    let (own, other) = (reference("S3"), reference("S0"));
    let within = json!({"oneOf": [own, other], "properties": {"self": other}});
    let first = json!({"allOf": [own, within, {}], "properties": {"self": {}}});
    let second = json!({"oneOf": [first, {}], "properties": {"self": {}}});
    let text = with_schemas(json!({
        "S0": {"properties": {"id": own}},
        "S3": {"oneOf": [second, {}], "properties": {"self": {}}},
    }));
    check("union_through_all_of", &config(0), &text);
}

/// What is wrong with it is found on each of thousands of ways, and said once.
#[test]
fn all_of_that_leads_to_itself_in_thousands_of_ways() {
    let doubled = |of: Value| json!({"allOf": [of, of]});
    let own = (0..4).fold(reference("S"), |of, _| doubled(of));
    let text =
        with_schemas(json!({"S": {"oneOf": [own, {"allOf": [own, {"oneOf": [own, reference("S")]}]}], "allOf": [own, own]}}));
    let Ok(generated) = config(0).generate_text("hostile.yaml", &text) else { panic!("it gives code") };
    let found: Vec<_> = generated.diagnostics.iter().map(|found| (&found.message, &found.origin)).collect();
    let repeats = (1..found.len()).filter(|index| found[..*index].contains(&found[*index]));
    assert_eq!(repeats.count(), 0);
    assert!(!found.is_empty());
    check("thousands_of_ways", &config(0), &text);
}

/// Two lists within lists, one of which leads back sooner than the other: each level of items has to be more of both.
#[test]
fn lists_that_lead_back_at_different_depths() {
    let list = |of: Value| json!({"items": of});
    let nested = |levels: usize| (0..levels).fold(reference("S"), |of, _| list(of));
    let text = with_schemas(json!({"S": {"allOf": [nested(3)], "items": nested(3)}}));
    check("different_depths", &config(0), &text);
}

#[test]
fn two_schemas_that_contain_each_other() {
    const WAYS: &[fn(Value) -> Value] = &[
        |of| of,
        |of| json!({"allOf": [of]}),
        |of| json!({"allOf": [of, {"type": "object", "properties": {"x": {"type": "string"}}}]}),
        |of| json!({"oneOf": [of]}),
        |of| json!({"oneOf": [of, {"type": "string"}]}),
        |of| json!({"anyOf": [of, {"type": "object", "properties": {"y": {"type": "integer"}}}]}),
        |of| json!({"anyOf": [of, of], "nullable": true}),
        |of| json!({"anyOf": [of, {"allOf": [of, {"required": ["z"]}]}]}),
        |of| json!({"not": of}),
        |of| json!({"type": "array", "items": of}),
        |of| json!({"type": "array", "items": of, "minItems": 1, "uniqueItems": true}),
        |of| json!({"type": "object", "additionalProperties": of}),
        |of| json!({"type": "object", "required": ["a"], "properties": {"a": of}}),
        |of| json!({"type": "object", "properties": {"a": of}, "additionalProperties": of}),
        |of| json!({"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}}, "oneOf": [of], "discriminator": {"propertyName": "kind"}}),
    ];
    for (first, a) in WAYS.iter().enumerate() {
        for (second, b) in WAYS.iter().enumerate() {
            let text = with_schemas(json!({"A": a(reference("B")), "B": b(reference("A")), "C": a(reference("C"))}));
            check(&format!("recursion_{first}_{second}"), &config((first * 5 + second) as u64 % 12), &text);
        }
    }
}

/// Every kind of component, with what of an operation refers to it.
const KINDS: [(&str, &str); 9] = [
    ("schemas", "responses: {'200': {description: x, content: {application/json: {schema: USED}}}}"),
    ("parameters", "parameters: [USED], responses: {'204': {description: x}}"),
    ("requestBodies", "requestBody: USED, responses: {'204': {description: x}}"),
    ("responses", "responses: {'200': USED}"),
    ("headers", "responses: {'200': {description: x, headers: {X-A: USED}}}"),
    ("examples", "responses: {'200': {description: x, content: {application/json: {schema: {}, examples: {a: USED}}}}}"),
    ("links", "responses: {'200': {description: x, links: {a: USED}}}"),
    ("callbacks", "callbacks: {a: USED}, responses: {'204': {description: x}}"),
    ("securitySchemes", "security: [{A: []}], responses: {'204': {description: x}}"),
];

/// Tells whether there is no code without it.
fn needed(kind: &str) -> bool {
    matches!(kind, "schemas" | "parameters" | "requestBodies" | "responses")
}

fn description(version: &str, operation: &str, components: &str) -> String {
    format!(
        "openapi: {version}\ninfo: {{title: T, version: '1'}}\npaths: {{/a: {{get: {{{operation}}}}}}}\ncomponents:\n{components}"
    )
}

#[test]
fn references_that_lead_to_references_alone() {
    for version in ["3.0.3", "3.1.0", "3.2.0"] {
        for (kind, operation) in KINDS {
            for (circle, next) in
                [("one", ["A", "A", "A"]), ("two", ["B", "A", "A"]), ("three", ["B", "C", "A"]), ("tail", ["B", "C", "B"])]
            {
                let parts: String = ["A", "B", "C"]
                    .iter()
                    .zip(next)
                    .map(|(name, next)| format!("    {name}: {{$ref: '#/components/{kind}/{next}'}}\n"))
                    .collect();
                let used = format!("{{$ref: '#/components/{kind}/A'}}");
                let text = description(version, &operation.replace("USED", &used), &format!("  {kind}:\n{parts}"));
                let name = format!("{kind}_{circle}");
                match needed(kind) {
                    true => refused(&name, &text, &[Code::CyclicRef]),
                    false => drop(check(&name, &config(0), &text)),
                }
            }
        }
        for (name, path) in
            [("path", "/a: {$ref: '#/paths/~1a'}"), ("paths", "/a: {$ref: '#/paths/~1b'}, /b: {$ref: '#/paths/~1a'}")]
        {
            let text = format!("openapi: {version}\ninfo: {{title: T, version: '1'}}\npaths: {{{path}}}\n");
            check(name, &config(0), &text);
        }
    }
    let items = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {/a: {$ref: '#/components/pathItems/A'}}\n\
        components: {pathItems: {A: {$ref: '#/components/pathItems/B'}, B: {$ref: '#/components/pathItems/A'}}}\n";
    refused("path_items", items, &[Code::CyclicRef]);
}

#[test]
fn references_that_lead_through_files_to_references_alone() {
    for (kind, operation) in KINDS {
        if kind == "securitySchemes" {
            continue;
        }
        let used = format!("{{$ref: 'b.yaml#/{kind}/A'}}");
        let root = description("3.0.3", &operation.replace("USED", &used), &format!("  {kind}: {{A: {used}}}\n"));
        for (circle, other) in
            [("files", "c.yaml#/A"), ("root", "api.yaml#/components/KIND/A"), ("own", "#/KIND/A"), ("whole", "c.yaml")]
        {
            let name = format!("cycle_{kind}_{circle}");
            let b = format!("{kind}: {{A: {{$ref: '{}'}}}}\n", other.replace("KIND", kind));
            let c = format!("A: {{$ref: 'b.yaml#/{kind}/A'}}\n$ref: 'b.yaml#/{kind}/A'\n");
            let files = [("api.yaml", root.as_bytes()), ("b.yaml", b.as_bytes()), ("c.yaml", c.as_bytes())];
            let findings = Folder::new(&name, &files).findings();
            let is_refused = findings.as_ref().is_err_and(|found| found.contains("error[cyclic-ref]"));
            assert!(is_refused || !needed(kind), "{name}: {findings:?}");
        }
    }
}

/// Schemas that contain themselves by way of another file are types like all others.
#[test]
fn schemas_that_contain_each_other_through_files() {
    let root = description("3.0.3", KINDS[0].1, "  schemas:\n    A: {$ref: 'b.yaml#/definitions/A'}\n")
        .replace("USED", "{$ref: 'b.yaml'}");
    for (name, b) in [
        (
            "property",
            "type: object\nproperties: {a: {$ref: '#/definitions/A'}}\ndefinitions: {A: {type: object, properties: {b: {$ref: b.yaml}, c: {$ref: 'api.yaml#/components/schemas/A'}}}}\n",
        ),
        ("list", "type: array\nitems: {$ref: '#/definitions/A'}\ndefinitions: {A: {type: array, items: {$ref: b.yaml}}}\n"),
        (
            "all_of",
            "allOf: [{$ref: '#/definitions/A'}]\ndefinitions: {A: {allOf: [{$ref: b.yaml}, {$ref: 'api.yaml#/components/schemas/A'}]}}\n",
        ),
        (
            "union",
            "oneOf: [{$ref: '#/definitions/A'}, {type: string}]\ndefinitions: {A: {oneOf: [{$ref: b.yaml}, {$ref: 'api.yaml#/components/schemas/A'}]}}\n",
        ),
        ("not", "not: {$ref: '#/definitions/A'}\ndefinitions: {A: {not: {$ref: b.yaml}}}\n"),
    ] {
        let files = [("api.yaml", root.as_bytes()), ("b.yaml", b.as_bytes())];
        let findings = Folder::new(&format!("contain_{name}"), &files).findings();
        assert!(findings.is_ok(), "{name}: {findings:?}");
    }
}

/// Returns the schemas of a web: each is what `schema` makes of its number and of references to all others.
fn web(count: usize, schema: impl Fn(usize, Vec<Value>) -> Value) -> Value {
    let others = |index: usize| (0..count).filter(|other| *other != index).map(|other| reference(format!("S{other}"))).collect();
    super::schemas(count, |index| schema(index, others(index)))
}

/// What holds for every value of a union holds in each branch, which is a union like it: what they come back to is known again.
#[test]
fn unions_of_one_another_that_describe_properties() {
    let schemas = web(
        5,
        |index, others| json!({"type": "object", "properties": {format!("p{index}"): {"type": "string"}}, "anyOf": others}),
    );
    let Ok(generated) = config(0).generate_text("hostile.yaml", &with_schemas(schemas)) else { panic!("it gives code") };
    assert!(generated.diagnostics.iter().all(|found| found.code != Code::TooDeep), "they are no more types than can be made");
}

/// Each branch is every pair of branches of two unions like the one that it is in. With three schemas this would take hours.
#[test]
fn unions_of_pairs_of_branches_of_one_another() {
    for count in [3, 4, 6] {
        let any = |others: &[Value]| json!({"anyOf": others});
        let schemas = web(
            count,
            |_, others| json!({"anyOf": others.iter().map(|other| json!({"allOf": [other, any(&others)]})).collect::<Vec<_>>()}),
        );
        check(&format!("pairs_{count}"), &config(0), &with_schemas(schemas));
    }
}
