//! Paths, statuses, parameters and servers that are odd.

use serde_json::{Value, json};

use super::{check_both, reference, with_paths};

#[test]
fn odd_operations() {
    let answers = |status: &str| json!({"/a": {"get": {"operationId": "a", "responses": {status: {"description": "x", "content": {"application/json": {"schema": {"type": "object"}}}}}}}});
    for status in ["099", "600", "0XX", "6XX", "2xx", "XXX", "", "20", "2000", "-200", "default", "Default", "2 0", "\u{662}00"] {
        check_both("status", &with_paths(answers(status)));
    }
    for path in [
        "",
        "a",
        "/",
        "//",
        "/{",
        "/}",
        "/{}",
        "/{a",
        "/a}",
        "/{{a}}",
        "/{a}{a}",
        "/{a}{b}",
        "/{a/b}",
        "/{ a }",
        "/{a}?x={b}",
        "/{a}#x",
        "/%7Ba%7D",
        "/\u{0}",
        "/..",
        "/{a}.{b}",
    ] {
        let parameter = |name: &str| json!({"in": "path", "name": name, "required": true, "schema": {"type": "string"}});
        for parameters in
            [json!([]), json!([parameter("a")]), json!([parameter("a"), parameter("b")]), json!([parameter("a"), parameter("a")])]
        {
            check_both(
                "path",
                &with_paths(json!({path: {"parameters": parameters, "get": {"responses": {"200": {"description": "x"}}}}})),
            );
        }
    }
    for (location, style) in [
        ("query", "deepObject"),
        ("query", "matrix"),
        ("header", "form"),
        ("cookie", "simple"),
        ("path", "label"),
        ("body", ""),
        ("", "form"),
    ] {
        for schema in [
            json!({"type": "object"}),
            json!({"type": "array", "items": {"type": "array", "items": {}}}),
            reference("none"),
            json!({"oneOf": []}),
            Value::Null,
        ] {
            let parameter = json!({"in": location, "name": "a", "required": location == "path", "style": style, "explode": true, "schema": schema, "allowReserved": true});
            let operation = json!({"get": {"parameters": [parameter, parameter], "responses": {"200": {"description": "x"}}}, "parameters": [parameter]});
            check_both("parameter", &with_paths(json!({if location == "path" { "/{a}" } else { "/a" }: operation})));
        }
    }
}

#[test]
fn odd_servers() {
    for url in [
        "",
        "{",
        "}",
        "{}",
        "{a}",
        "https://{a}.{b}/{a}",
        "https://{a",
        "/{a}/",
        "http://[::1",
        "\u{0}",
        "//x",
        "https://\u{202e}",
        "javascript:x",
        "https://x?y#z",
    ] {
        for variables in [
            json!({}),
            json!({"a": {"default": ""}}),
            json!({"a": {"default": "x", "enum": []}}),
            json!({"a": {"default": "\"", "enum": ["y", "{b}"]}, "b": {"default": "{a}"}}),
            json!({"a": {}}),
            json!(null),
        ] {
            let server = json!({"url": url, "description": "\"*/\n", "variables": variables});
            let text = json!({"openapi": "3.0.3", "info": {"title": "", "version": ""}, "servers": [server, server], "paths": {"/a": {"servers": [server], "get": {"servers": [server], "responses": {"200": {"description": "x"}}}}}});
            check_both("server", &text.to_string());
        }
    }
}
