//! Patterns that are none, numbers beyond every type, and text that turns its direction.

use serde_json::{Map, Value, json};

use super::random::NUMBERS;
use super::{check, check_both, config, with_schemas};

#[test]
fn patterns_that_are_none() {
    let patterns = [
        "(",
        "[",
        "*",
        "(?<a>",
        "\\",
        "a{99999999999}",
        "(?<=x)\\1",
        "[z-a]",
        "\\u{110000}",
        "(?i)x",
        "\\p{Nope}",
        "a++",
        "\0",
        "^\u{1F600}$",
    ];
    let properties: Map<_, _> = patterns
        .iter()
        .enumerate()
        .map(|(index, pattern)| (format!("p{index}"), json!({"type": "string", "pattern": pattern})))
        .collect();
    let text =
        with_schemas(json!({"A": {"type": "object", "properties": properties}, "B": {"type": "string", "pattern": "(((((("}}));
    assert!(check_both("patterns", &text));
    let deep = with_schemas(json!({"A": {"type": "string", "pattern": "(".repeat(50_000) + &")".repeat(50_000)}}));
    check_both("pattern_deep", &deep);
}

#[test]
fn numbers_beyond_every_type() {
    const TYPES: &[(&str, &str)] = &[
        ("integer", ""),
        ("integer", "int32"),
        ("integer", "int64"),
        ("integer", "uint8"),
        ("integer", "uint64"),
        ("number", ""),
        ("number", "float"),
        ("number", "double"),
        ("number", "decimal"),
        ("string", ""),
        ("string", "date"),
        ("array", ""),
        ("object", ""),
        ("boolean", ""),
    ];
    let huge = ["1e400", "-1e400", "123456789012345678901234567890", "-123456789012345678901234567890", "1e-400", "0.1e1", "-0"];
    for (index, bound) in NUMBERS.iter().chain(&huge).enumerate() {
        let schemas: Vec<_> = TYPES.iter().enumerate().map(|(index, (name, format))| {
            let bounds = ["minimum", "maximum", "multipleOf", "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"];
            let bounds: String = bounds.iter().map(|keyword| format!("\"{keyword}\": {bound}, ")).collect();
            let own = format!("{{\"type\": \"{name}\", \"format\": \"{format}\", {bounds} \"default\": {bound}, \"items\": {{}}, \"enum\": [{bound}]}}");
            let open = format!("{{\"type\": \"{name}\", \"format\": \"{format}\", {bounds} \"default\": {bound}, \"exclusiveMinimum\": true, \"items\": {{}}}}");
            format!("\"S{index}\": {own}, \"T{index}\": {{\"type\": \"object\", \"properties\": {{\"a\": {open}, \"b\": {own}}}}}")
        }).collect();
        let text = with_schemas(json!("SCHEMAS")).replace("\"SCHEMAS\"", &format!("{{{}}}", schemas.join(",")));
        check(&format!("number_{index}"), &config(index as u64 % 12), &text);
        // Without the bounds that only whole numbers are legal for, so that more of them give code.
        let lenient = with_schemas(json!({"A": {"type": "object", "properties": TYPES.iter().map(|(name, format)| {
            let bound: Value = serde_yaml::from_str(bound).unwrap_or_default();
            (format!("{name}_{format}"), json!({"type": name, "format": format, "default": bound, "minimum": bound, "maximum": bound, "items": {}}))
        }).collect::<Map<_, _>>()}}));
        check(&format!("number_default_{index}"), &config(index as u64 % 12), &lenient);
    }
}

#[test]
fn what_turns_the_direction_of_text_is_spelled_out() {
    let text = with_schemas(json!({"A": {"type": "string", "enum": ["\u{202E}abc", "x"]}}));
    let code = check("direction", &config(0), &text).expect("it gives code");
    assert!(!code.contains('\u{202E}') && code.contains("/// `\\u{202e}abc`."), "{code}");
}

/// Null is no text, and a list without it is empty.
#[test]
fn unions_of_lists_of_null() {
    let items = json!({"type": "string"});
    let only_null = json!({"enum": [null], "items": items});
    for keyword in ["oneOf", "anyOf"] {
        let union = |branches: Value| json!({keyword: branches, "items": items});
        for branches in [json!([only_null]), json!([only_null, {"enum": [null]}])] {
            let count = branches.as_array().map_or(0, Vec::len);
            let nested = union(json!([union(json!([union(branches)]))]));
            check_both(&format!("{keyword}_{count}"), &with_schemas(json!({ "S": nested })));
        }
    }
}
