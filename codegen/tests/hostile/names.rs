//! Names that are Rust, and names that the generated code has for itself.

use serde_json::{Map, json};

use super::random::NASTY;
use super::{check, check_both, config, with_paths, with_schemas};

#[test]
fn names_that_are_rust() {
    const RUST: &[&str] = &[
        "); panic!()",
        "pub struct X;",
        "#[test]",
        "r#\"x\"#",
        "//! x",
        "*/ fn x() {}",
        "impl<T> X for T {}",
        "$crate",
        "$x:expr",
        "'a",
        "b'x'",
        "::std",
        "self.0",
        "x: String = \"",
        "Option<Self>",
        "{x:?}",
        "\\u{41}",
        "\"; }",
        "macro_rules! x",
        "dyn",
        "try",
        "yield",
        "union",
        "'static",
        "raw",
        "safe",
        "serialize",
        "deserialize",
        "validate",
        "request",
        "Error",
        "Result",
        "Ok",
        "Err",
        "Some",
        "None",
        "bindery_runtime",
        "std",
        "core",
        "servers",
        "types",
    ];
    let names: Vec<_> = RUST.iter().chain(NASTY).copied().collect();
    let properties: Map<_, _> =
        names.iter().map(|name| ((*name).to_owned(), json!({"type": "string", "description": name, "default": name}))).collect();
    let required: Vec<_> = names.iter().step_by(3).collect();
    let schemas: Map<_, _> = names
        .iter()
        .map(|name| ((*name).to_owned(), json!({"type": "object", "title": name, "properties": {*name: {}}})))
        .collect();
    let parameters = |location: &str| {
        names.iter().map(|name| json!({"in": location, "name": name, "schema": {"type": "string"}})).collect::<Vec<_>>()
    };
    let object = json!({"type": "object", "required": required, "properties": properties});
    let own = json!({"Object": object, "Enum": {"type": "string", "enum": names}, "Union": {"oneOf": names.iter().map(|name| json!({
        "type": "object", "title": name, "required": [name], "properties": {*name: {"type": "string"}}})).collect::<Vec<_>>()}});
    assert!(check_both("rust_models", &with_schemas(own)));
    check_both("rust_schemas", &with_schemas(schemas.into()));
    for location in ["query", "header", "cookie"] {
        let operation =
            json!({"get": {"operationId": "a", "parameters": parameters(location), "responses": {"200": {"description": "x"}}}});
        check_both(&format!("rust_{location}"), &with_paths(json!({"/a": operation})));
    }
    let operations: Map<_, _> = names.iter().enumerate().map(|(index, name)| (format!("/p{index}"), json!({"get": {
        "operationId": name, "summary": name, "description": name, "tags": [name], "responses": {"default": {"description": name, "headers": {*name: {"schema": {}}}}}}}))).collect();
    assert!(check_both("rust_operations", &with_paths(operations.into())));
    for (index, name) in names.iter().enumerate() {
        let operation = json!({"get": {"responses": {"200": {"description": "x", "content": {*name: {"schema": {"type": "string"}}}}},
            "parameters": [{"in": "path", "required": true, "name": name, "schema": {"type": "string"}}]}});
        check(
            &format!("rust_path_{index}"),
            &config(index as u64 % 12),
            &with_paths(json!({format!("/a/{{{name}}}"): operation, format!("/{name}"): {}})),
        );
    }
}

#[test]
fn no_operation_is_called_like_a_constructor() {
    let operation = json!({"get": {"operationId": "new", "responses": {"204": {"description": "x"}}}});
    let code = check("constructor", &config(0), &with_paths(json!({"/a": operation}))).expect("it gives code");
    assert!(!code.contains("pub fn new("), "{code}");
}
