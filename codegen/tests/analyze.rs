//! Facts about types, on graphs as small as the fact allows.

use bindery::Config;
use bindery::analyze::{Direction, Facts, analyze};
use bindery::ir::{Api, TypeId};

/// A description of these schemas, with an operation that sends `Sent` and one that reads `Read` if they are there.
fn api(schemas: &str) -> Api {
    let body = "content: {application/json: {schema: {$ref: '#/components/schemas/";
    let paths = [
        (
            "Sent:",
            format!(
                "  /s: {{post: {{operationId: s, requestBody: {{{body}Sent'}}}}}}}}, responses: {{'204': {{description: d}}}}}}}}\n"
            ),
        ),
        ("Read:", format!("  /r: {{get: {{operationId: r, responses: {{'200': {{description: d, {body}Read'}}}}}}}}}}}}}}\n")),
    ];
    let paths: String = paths.into_iter().filter(|(name, _)| schemas.contains(name)).map(|(_, path)| path).collect();
    let paths = if paths.is_empty() { " {}\n".to_owned() } else { format!("\n{paths}") };
    let text = format!("openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\npaths:{paths}components:\n  schemas:\n{schemas}");
    Config::new().inspect_text("graph.yaml", &text).unwrap_or_else(|error| panic!("{error}\n{text}")).api
}

fn facts(schemas: &str) -> (Api, Facts) {
    let api = api(schemas);
    let facts = analyze(&api);
    (api, facts)
}

fn component(api: &Api, name: &str) -> TypeId {
    let named = |id: &TypeId| *api.types[*id].name.parts() == [name.into()];
    api.components.iter().copied().find(named).unwrap_or_else(|| panic!("there is no {name}"))
}

/// Returns the boxed edges as `Type.position`.
fn boxes(schemas: &str) -> Vec<String> {
    let (api, facts) = facts(schemas);
    let mut boxed: Vec<_> =
        facts.boxed.iter().map(|(id, position)| format!("{}.{position}", api.types[*id].name.parts().join(" "))).collect();
    boxed.sort();
    boxed
}

#[test]
fn a_box_closes_each_circle_and_stands_nowhere_else() {
    let to_itself = "    A: {type: object, properties: {x: {type: string}, a: {$ref: '#/components/schemas/A'}}}\n";
    assert_eq!(boxes(to_itself), ["A.1"]);
    let both_ways = "    A: {type: object, properties: {b: {$ref: '#/components/schemas/B'}}}\n    \
        B: {type: object, properties: {a: {$ref: '#/components/schemas/A'}, c: {$ref: '#/components/schemas/C'}}}\n    \
        C: {type: object, properties: {x: {type: string}}}\n";
    assert_eq!(boxes(both_ways), ["B.0"]);
    let straight = "    A: {type: object, properties: {b: {$ref: '#/components/schemas/B'}, c: {$ref: '#/components/schemas/B'}}}\n    \
        B: {type: object, properties: {x: {type: string}}}\n";
    assert!(boxes(straight).is_empty());
}

#[test]
fn lists_and_maps_need_no_box() {
    let through = "    A: {type: object, properties: {list: {type: array, items: {$ref: '#/components/schemas/A'}}, \
        map: {type: object, additionalProperties: {$ref: '#/components/schemas/A'}}}, additionalProperties: {$ref: '#/components/schemas/A'}}\n";
    assert!(boxes(through).is_empty());
}

#[test]
fn null_aliases_and_unions_do_not_break_a_circle() {
    let nullable = "    A: {type: object, properties: {a: {nullable: true, allOf: [{$ref: '#/components/schemas/A'}]}}}\n";
    assert_eq!(boxes(nullable), ["A.0"]);
    let alias =
        "    A: {type: object, properties: {b: {$ref: '#/components/schemas/B'}}}\n    B: {$ref: '#/components/schemas/A'}\n";
    assert_eq!(boxes(alias), ["A.0"]);
    let union = "    A: {oneOf: [{type: string}, {$ref: '#/components/schemas/B'}]}\n    \
        B: {type: object, required: [a], properties: {a: {$ref: '#/components/schemas/A'}}}\n";
    assert_eq!(boxes(union), ["B.0"]);
}

#[test]
fn a_list_of_itself_can_be_no_alias() {
    let (api, facts) =
        facts("    A: {type: array, items: {$ref: '#/components/schemas/A'}}\n    B: {type: array, items: {type: string}}\n");
    assert!(facts.newtypes.contains(&component(&api, "A")));
    assert!(!facts.newtypes.contains(&component(&api, "B")));
}

#[test]
fn what_has_to_contain_itself_is_endless() {
    let (api, facts) = facts(
        "    A: {type: object, required: [b], properties: {b: {$ref: '#/components/schemas/B'}}}\n    \
         B: {type: object, required: [a], properties: {a: {$ref: '#/components/schemas/A'}}}\n    \
         Optional: {type: object, properties: {o: {$ref: '#/components/schemas/Optional'}}}\n    \
         List: {type: object, required: [l], properties: {l: {type: array, items: {$ref: '#/components/schemas/List'}}}}\n    \
         Full: {type: object, required: [l], properties: {l: {type: array, minItems: 1, items: {$ref: '#/components/schemas/Full'}}}}\n    \
         Union: {type: object, required: [u], properties: {u: {oneOf: [{type: string}, {$ref: '#/components/schemas/Union'}]}}}\n    \
         Null: {type: object, required: [n], properties: {n: {nullable: true, allOf: [{$ref: '#/components/schemas/Null'}]}}}\n",
    );
    let endless = |name| facts.endless.contains(&component(&api, name));
    assert_eq!(["A", "B", "Full"].map(endless), [true, true, true]);
    assert_eq!(["Optional", "List", "Union", "Null"].map(endless), [false, false, false, false]);
}

#[test]
fn directions_go_down_and_add_up() {
    let (api, facts) = facts(
        "    Sent: {type: object, properties: {deep: {type: array, items: {$ref: '#/components/schemas/Deep'}}, both: {$ref: '#/components/schemas/Both'}}}\n    \
         Read: {type: object, properties: {both: {$ref: '#/components/schemas/Both'}}}\n    \
         Deep: {type: object, properties: {x: {type: string}}}\n    \
         Both: {type: object, properties: {x: {type: string}}}\n    \
         Unused: {type: object, properties: {x: {type: string}}}\n",
    );
    let direction = |name| facts.directions.get(&component(&api, name)).copied().unwrap_or_default();
    assert_eq!(direction("Sent"), Direction { sent: true, read: false });
    assert_eq!(direction("Deep"), Direction { sent: true, read: false });
    assert_eq!(direction("Read"), Direction { sent: false, read: true });
    assert_eq!(direction("Both"), Direction { sent: true, read: true });
    assert_eq!(direction("Unused"), Direction::default());
}

#[test]
fn what_contains_a_one_sided_property_is_one_sided() {
    let (api, facts) = facts(
        "    A: {type: object, properties: {list: {type: array, items: {$ref: '#/components/schemas/B'}}}}\n    \
         B: {type: object, properties: {id: {type: string, readOnly: true}, c: {$ref: '#/components/schemas/C'}}}\n    \
         C: {type: object, properties: {x: {type: string}}}\n",
    );
    let one_sided = |name| facts.one_sided.contains(&component(&api, name));
    assert_eq!(["A", "B", "C"].map(one_sided), [true, true, false]);
}

#[test]
fn what_contains_a_constraint_is_checked() {
    let (api, facts) = facts(
        "    A: {type: object, properties: {b: {$ref: '#/components/schemas/B'}}}\n    \
         B: {type: array, items: {type: string, minLength: 1}}\n    \
         C: {type: object, properties: {x: {type: string, format: date}}}\n    \
         D: {type: string, enum: [a]}\n",
    );
    let checked = |name| facts.checked.contains(&component(&api, name));
    assert_eq!(["A", "B", "C", "D"].map(checked), [true, true, false, true]);
}
