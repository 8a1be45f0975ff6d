//! A JSON Schema -> values that it may allow: of everything the smallest few.
//!
//! A value is only a candidate: whoever asks for it holds it against the schemas that he means.

use serde_json::{Map, Value, json};

/// How deep a value is made.
const DEEP: usize = 8;

/// How many values are made of one schema.
const MANY: usize = 24;

/// How many of them are made of one branch, or of one length.
const FEW: usize = 4;

/// Longer texts and lists convince nobody.
const LONG: usize = 200;

/// Makes candidates. References are pointers into `root`.
pub(super) fn draw(root: &Value, schema: &Value) -> Vec<Value> {
    values(root, schema, DEEP)
}

fn values(root: &Value, schema: &Value, depth: usize) -> Vec<Value> {
    let Value::Object(map) = schema else {
        return if *schema == json!(true) { [json!("a"), json!(1), json!({}), Value::Null].into() } else { Vec::new() };
    };
    if depth == 0 {
        return Vec::new();
    }
    let mut found = Vec::new();
    found.extend(map.get("const").cloned());
    found.extend(map.get("enum").and_then(Value::as_array).into_iter().flatten().cloned());
    let target = map.get("$ref").and_then(Value::as_str).and_then(|target| root.pointer(target.strip_prefix('#')?));
    found.extend(target.into_iter().flat_map(|target| values(root, target, depth - 1)));
    for keyword in ["anyOf", "oneOf"] {
        let branches = map.get(keyword).and_then(Value::as_array).into_iter().flatten();
        found.extend(branches.flat_map(|branch| values(root, &with(map, keyword, &[branch]), depth - 1).into_iter().take(FEW)));
    }
    if let Some(parts) = map.get("allOf").and_then(Value::as_array) {
        found.extend(values(root, &with(map, "allOf", &parts.iter().collect::<Vec<_>>()), depth - 1));
    }
    if let Some(rest) = map.get("else") {
        found.extend(values(root, &with(map, "else", &[rest]), depth - 1));
    }
    if found.is_empty() {
        found.extend(types(map).into_iter().flat_map(|ty| of_type(root, map, ty, depth)));
    }
    found.truncate(MANY);
    found
}

/// Puts branches in the place of the keyword that has them. What both say is taken from the branch.
fn with(map: &Map<String, Value>, keyword: &str, branches: &[&Value]) -> Value {
    let mut all = map.clone();
    all.remove(keyword);
    for branch in branches {
        match branch {
            Value::Object(branch) => branch.iter().for_each(|(keyword, value)| join(&mut all, keyword, value)),
            Value::Bool(false) => return json!(false),
            _ => {}
        }
    }
    Value::Object(all)
}

/// Puts a keyword beside others: properties and required names add up.
fn join(all: &mut Map<String, Value>, keyword: &str, value: &Value) {
    match (keyword, all.get_mut(keyword), value) {
        ("properties", Some(Value::Object(mine)), Value::Object(more)) => mine.extend(more.clone()),
        ("required", Some(Value::Array(mine)), Value::Array(more)) => mine.extend(more.iter().cloned()),
        _ => drop(all.insert(keyword.to_owned(), value.clone())),
    }
}

fn types(map: &Map<String, Value>) -> Vec<&str> {
    match map.get("type") {
        Some(Value::String(name)) => vec![name],
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
        _ => vec!["string", "integer", "object", "array", "boolean", "null"],
    }
}

fn of_type(root: &Value, map: &Map<String, Value>, ty: &str, depth: usize) -> Vec<Value> {
    match ty {
        "null" => vec![Value::Null],
        "boolean" => vec![json!(true), json!(false)],
        "integer" | "number" => numbers(map, ty == "number"),
        "string" => texts(map),
        "array" => lists(root, map, depth),
        "object" => objects(root, map, depth),
        _ => Vec::new(),
    }
}

/// The ends of a range, and the smallest numbers; whole ones exactly.
fn numbers(map: &Map<String, Value>, broken: bool) -> Vec<Value> {
    let limits = ["minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"].map(|keyword| map.get(keyword));
    let step = map.get("multipleOf").and_then(Value::as_i64).unwrap_or(1).max(1);
    let ends = limits.into_iter().flatten().filter_map(|limit| limit.as_i64().or_else(|| limit.as_f64().map(|it| it as i64)));
    let near = ends.flat_map(|end| {
        [
            end / step * step,
            (end / step).saturating_add(1).saturating_mul(step),
            (end / step).saturating_sub(1).saturating_mul(step),
        ]
    });
    let limit = |keyword: &str| map.get(keyword).and_then(Value::as_f64);
    let is_within = |number: &i64| {
        let number = *number as f64;
        limit("minimum").is_none_or(|least| number >= least) && limit("maximum").is_none_or(|most| number <= most)
    };
    let mut whole: Vec<i64> = near.chain([0, step, -step]).filter(is_within).collect();
    whole.sort_by_key(|number| (number.unsigned_abs(), *number < 0));
    whole.dedup();
    whole.into_iter().map(|number| json!(number)).chain(broken.then(|| json!(0.5))).collect()
}

fn texts(map: &Map<String, Value>) -> Vec<Value> {
    let Some(least) = count(map, "minLength").filter(|least| *least <= LONG) else { return Vec::new() };
    let length = if map.contains_key("maxLength") { least } else { least.max(1) };
    let pattern = map.get("pattern").and_then(Value::as_str);
    let mut found: Vec<String> = pattern.and_then(jsonschema_regex::pattern_witness).into_iter().collect();
    found.extend(map.get("format").and_then(Value::as_str).and_then(of_format).map(str::to_owned));
    found.extend(["a", "A", "0", " ", "-", "é"].map(|letter| letter.repeat(length)));
    found.push(String::new());
    found.into_iter().map(Value::String).collect()
}

fn of_format(format: &str) -> Option<&'static str> {
    Some(match format {
        "date" => "2024-02-29",
        "date-time" => "2024-02-29T12:00:00Z",
        "uuid" => "123e4567-e89b-12d3-a456-426614174000",
        "email" => "someone@example.com",
        "uri" => "https://example.com/",
        "ipv4" => "192.0.2.1",
        "ipv6" => "2001:db8::1",
        "byte" => "YQ==",
        _ => return None,
    })
}

/// Returns a number that a keyword counts to, 0 where it is not there.
fn count(map: &Map<String, Value>, keyword: &str) -> Option<usize> {
    map.get(keyword).map_or(Some(0), |value| usize::try_from(value.as_u64()?).ok())
}

/// Lists that begin as they have to, filled with an item as far as they have to be or a little; lists of different items; and none.
fn lists(root: &Value, map: &Map<String, Value>, depth: usize) -> Vec<Value> {
    let Some(least) = count(map, "minItems").filter(|least| *least <= LONG) else { return Vec::new() };
    let of = |schema: &Value| values(root, schema, depth - 1);
    let first = map.get("prefixItems").and_then(Value::as_array).into_iter().flatten();
    let first: Vec<Value> = first.filter_map(|schema| of(schema).into_iter().next()).collect();
    let demanded = map.get("contains").map_or_else(|| vec![None], |schema| of(schema).into_iter().map(Some).collect());
    let begins: Vec<Vec<Value>> = demanded.into_iter().map(|item| first.iter().cloned().chain(item).collect()).collect();
    let items: Vec<Value> = map.get("items").map_or_else(|| vec![json!(1)], of).into_iter().take(FEW).collect();
    let filled = |begin: &[Value], length: usize, item: &Value| {
        let mut list = begin.to_vec();
        list.resize(list.len().max(length), item.clone());
        Value::Array(list)
    };
    let mut found: Vec<Value> = Vec::new();
    for length in [least, 1, 2] {
        let all = items.iter().flat_map(|item| begins.iter().map(|begin| filled(begin, length, item)));
        found.extend(all.take(MANY / 3));
    }
    found.push((1..=least).map(|number| json!(number)).collect());
    found
}

/// Objects with what they have to have: one with the first value of each property, one with the second, and so on; and one with more.
fn objects(root: &Value, map: &Map<String, Value>, depth: usize) -> Vec<Value> {
    let Some(least) = count(map, "minProperties").filter(|least| *least <= LONG) else { return Vec::new() };
    let properties = map.get("properties").and_then(Value::as_object);
    let required = map.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    let mut names: Vec<String> = required.map(str::to_owned).collect();
    names.sort();
    names.dedup();
    let described = properties.into_iter().flatten().map(|(name, _)| name.clone());
    for name in described.chain((0..).map(|number| format!("other{number}"))) {
        if names.len() >= least {
            break;
        }
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let schema = |name: &str| properties.and_then(|it| it.get(name)).or_else(|| map.get("additionalProperties"));
    let of = |name: String| {
        let values = values(root, schema(&name).unwrap_or(&Value::Bool(true)), depth - 1);
        (name, values)
    };
    let choices: Vec<(String, Vec<Value>)> = names.into_iter().map(of).collect();
    let object = |at: usize| {
        let members = choices.iter().map(|(name, values)| Some((name.clone(), values.get(at).or(values.first())?.clone())));
        members.collect::<Option<Map<_, _>>>().map(Value::Object)
    };
    let most = choices.iter().map(|(_, values)| values.len()).max().unwrap_or(1);
    let mut found: Vec<Value> = (0..most.max(1)).filter_map(object).collect();
    let others = map.get("additionalProperties").map_or_else(|| vec![json!(true)], |schema| values(root, schema, depth - 1));
    if let (Some(Value::Object(first)), Some(other)) = (found.first(), others.into_iter().next()) {
        let with_other = first.clone().into_iter().chain([("something_else".to_owned(), other)]);
        found.push(with_other.collect());
    }
    found
}
