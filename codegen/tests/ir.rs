//! What descriptions mean: the IR of some of `tests/specs`, as text.

use std::fs;
use std::path::Path;

use bindery::{Config, ir};

fn ir_of(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/specs/{name}.yaml"));
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{name}: {error}"));
    let generated = Config::new().inspect_text(&format!("{name}.yaml"), &text).unwrap_or_else(|error| panic!("{name}: {error}"));
    ir::render(&generated.api)
}

macro_rules! snapshots {
    ($($name:ident)*) => { $(
        #[test]
        fn $name() {
            insta::assert_snapshot!(stringify!($name), ir_of(stringify!($name)));
        }
    )* };
}

snapshots! {
    nullable
    maps
    all_of
    all_of_conflicts
    discriminator
    one_of
    any_of
    components
}

/// Returns the line that defines a component.
fn definition(schema: &str) -> String {
    let text =
        format!("openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\npaths: {{}}\ncomponents:\n  schemas:\n    It: {schema}\n");
    let generated = Config::new().inspect_text("small.yaml", &text).unwrap_or_else(|error| panic!("{error}"));
    let rendered = ir::render(&generated.api);
    let line = rendered.lines().find_map(|line| line.split_once(" It: ")).unwrap_or_else(|| panic!("{rendered}"));
    line.1.to_owned()
}

#[test]
fn each_schema_has_its_kind() {
    for (schema, kind) in [
        ("{}", "any"),
        ("{nullable: true}", "any"),
        ("{type: boolean}", "boolean"),
        ("{type: integer, format: int32}", "integer int32"),
        ("{type: string, format: date}", "string date"),
        ("{type: object}", "map of any"),
        ("{type: object, additionalProperties: {type: boolean}}", "map of boolean"),
        ("{additionalProperties: {type: boolean}}", "map of boolean"),
        ("{type: array, items: {type: boolean}}", "[boolean]"),
        ("{type: array, items: {}}", "[any]"),
        ("{items: {type: boolean}, type: array}", "[boolean]"),
        ("{allOf: [{type: string}, {type: boolean}]}", "never"),
        ("{allOf: [{type: integer}, {type: number}]}", "integer"),
        ("{oneOf: [{type: string}]}", "alias of string"),
        ("{anyOf: [{type: string, enum: [a]}, {type: string}]}", "enum among others"),
    ] {
        assert_eq!(definition(schema), kind, "{schema}");
    }
}
