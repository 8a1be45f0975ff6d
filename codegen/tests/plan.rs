//! Which Rust is decided on: the public API of some of `tests/specs`, one item a line, and what options change of it.

use std::fs;
use std::path::Path;

use bindery::plan::listing::public_api;
use bindery::{Config, Layout};

fn listing(config: &Config, name: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/specs/{name}.yaml"));
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{name}: {error}"));
    let generated = config.generate_text(&format!("{name}.yaml"), &text).unwrap_or_else(|error| panic!("{name}: {error}"));
    public_api(&generated.plan)
}

macro_rules! snapshots {
    ($($name:ident)*) => { $(
        #[test]
        fn $name() {
            insta::assert_snapshot!(stringify!($name), listing(&Config::new(), stringify!($name)).join("\n"));
        }
    )* };
}

snapshots! {
    nullable
    enums_other
    recursion
    directions
    deprecated
    parameters_path
    responses
    errors
    security_single
    server_urls
    names_types
    components
}

/// Returns the lines that an option adds, after `+`, and those that it takes away, after `-`.
fn changes(name: &str, change: impl FnOnce(&mut Config) -> &mut Config) -> Vec<String> {
    let mut config = Config::new();
    change(&mut config);
    let (before, after) = (listing(&Config::new(), name), listing(&config, name));
    let gone = before.iter().filter(|line| !after.contains(line)).map(|line| format!("- {line}"));
    let added = after.iter().filter(|line| !before.contains(line)).map(|line| format!("+ {line}"));
    gone.chain(added).collect()
}

#[test]
fn models_only_leaves_out_operations() {
    let lines = changes("errors", Config::models_only);
    assert!(lines.iter().all(|line| line.starts_with('-')), "{lines:#?}");
    assert!(lines.iter().any(|line| line.starts_with("- struct Client")), "{lines:#?}");
    assert!(!lines.iter().any(|line| line.contains("struct Problem")), "{lines:#?}");
}

#[test]
fn modules_hold_types_and_operations() {
    let mut config = Config::new();
    let lines = listing(config.layout(Layout::Modules), "errors");
    assert!(lines.iter().any(|line| line.starts_with("struct types::Problem")), "{lines:#?}");
    assert!(lines.iter().any(|line| line.starts_with("enum operations::PerStatusError")), "{lines:#?}");
    assert!(lines.iter().any(|line| line.starts_with("struct Client")), "{lines:#?}");
}

#[test]
fn a_rename_changes_one_name() {
    let by_name = changes("errors", |config| config.rename("Problem", "Trouble"));
    assert!(by_name.iter().all(|line| line.contains("Problem") || line.contains("Trouble")), "{by_name:#?}");
    let by_pointer = changes("objects", |config| config.rename("/components/schemas/Pet/properties/age", "years"));
    assert_eq!(
        by_pointer,
        [
            "- field Pet::age: Option<i64>",
            "- fn Pet::age(i64) -> Pet",
            "+ field Pet::years: Option<i64>",
            "+ fn Pet::years(i64) -> Pet"
        ]
    );
    let operation = changes("errors", |config| config.rename("perStatus", "by_status"));
    assert!(operation.iter().any(|line| line.starts_with("+ fn Client::by_status(")), "{operation:#?}");
}

#[test]
fn types_are_replaced_by_schema_and_by_format() {
    let schema = changes("all_of", |config| config.replace_schema("Pet", "crate::Pet"));
    assert!(schema.contains(&"+ field Holder::pet: crate::Pet".to_owned()), "{schema:#?}");
    assert!(!schema.iter().any(|line| line.starts_with("+ struct")), "{schema:#?}");
    let format = changes("formats", |config| config.replace_format("uuid", "crate::Id"));
    assert!(format.contains(&"+ field Formats::uuid: Option<crate::Id>".to_owned()), "{format:#?}");
}

#[test]
fn a_tag_chooses_operations_and_what_they_use() {
    let text = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths:\n  \
        /a: {get: {operationId: a, tags: [one], responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}}}\n  \
        /b: {get: {operationId: b, tags: [two], responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/B'}}}}}}}\n\
        components: {schemas: {A: {type: object, properties: {x: {type: string}}}, B: {type: object, properties: {y: {type: string}}}}}\n";
    let generated = Config::new().tag("one").generate_text("tags.yaml", text).unwrap_or_else(|error| panic!("{error}"));
    let lines = public_api(&generated.plan);
    assert!(lines.iter().any(|line| line.starts_with("struct A")), "{lines:#?}");
    assert!(!lines.iter().any(|line| line.starts_with("struct B") || line.contains("Client::b(")), "{lines:#?}");
}

#[test]
fn every_line_is_there_once() {
    for name in ["names_types", "names_fields", "enums_text", "operation_ids", "deprecated"] {
        let lines = listing(&Config::new(), name);
        let repeated: Vec<_> = lines.windows(2).filter(|pair| pair[0] == pair[1]).collect();
        assert!(repeated.is_empty(), "{name}: {repeated:#?}");
    }
}

#[test]
fn what_the_user_names_a_part_of_is_no_copy() {
    let place = "/components/schemas/Tree/properties/right/properties/leaf";
    let lines = changes("copies", |config| config.rename(place, "tree"));
    assert!(lines.contains(&"+ field TreeRight::tree: Option<Box<Tree>>".to_owned()), "{lines:#?}");
    assert!(!lines.iter().any(|line| line.contains("TreeLeft::")), "{lines:#?}");
}

#[test]
fn a_place_can_be_several_things() {
    assert_eq!(
        changes("copies", |config| config.rename("/components/schemas/Tree/properties/right", "RightTree")),
        [
            "- field Tree::right: Option<TreeRight>",
            "- field TreeInput::right: Option<TreeRightInput>",
            "- fn Tree::right(TreeRight) -> Tree",
            "- fn TreeInput::right(TreeRightInput) -> TreeInput",
            "- type TreeRight = TreeLeft",
            "- type TreeRightInput = TreeLeftInput",
            "+ field Tree::right_tree: Option<RightTree>",
            "+ field TreeInput::right_tree: Option<RightTreeInput>",
            "+ fn Tree::right_tree(RightTree) -> Tree",
            "+ fn TreeInput::right_tree(RightTreeInput) -> TreeInput",
            "+ type RightTree = TreeLeft",
            "+ type RightTreeInput = TreeLeftInput",
        ]
    );
    let lines = changes("errors", |config| config.rename("/paths/~1per-status/get", "fetch"));
    assert!(lines.iter().any(|line| line == "+ enum FetchError"), "{lines:#?}");
    assert!(lines.iter().any(|line| line.starts_with("+ fn Client::fetch(")), "{lines:#?}");
}
