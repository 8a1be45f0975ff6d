//! What no Rust type expresses of a schema: a JSON Schema (2020-12) that a value is checked against as it is written.
//!
//! It serves `not`, `if`, `contains` and the like, which are rare: a value is turned into JSON for them. It knows the keywords of the
//! applicator and validation vocabularies, without references; others say nothing.

use std::collections::HashMap;
use std::fmt;
use std::sync::OnceLock;

use regress::Regex;
use serde::Serialize;
use serde_json::Number;

use super::json::{canonical, integer};
use super::pattern::compile;
use super::{Checker, Failure, Object, Value};

/// A JSON Schema (2020-12) without references, read when it is first used.
///
/// A text that is no JSON allows every value, as does a pattern that is no regular expression.
///
/// ```
/// use bindery_runtime::{Assertions, Checker};
///
/// static CARD: Assertions = Assertions::new(r#"{"dependentRequired":{"card":["address"]}}"#);
///
/// let mut at = Checker::new();
/// at.assertions(&serde_json::json!({"card": "1234"}), &CARD);
/// let invalid = at.finish().unwrap_err();
/// assert_eq!(invalid.to_string(), "`address` is missing, which `card` needs (dependentRequired)");
/// ```
pub struct Assertions {
    source: &'static str,
    read: OnceLock<Schema>,
}

struct Schema {
    root: Value,
    patterns: Patterns,
}

type Patterns = HashMap<String, Option<Regex>>;

impl Assertions {
    /// Returns the schema of this text, not yet read.
    pub const fn new(source: &'static str) -> Self {
        Self { source, read: OnceLock::new() }
    }

    fn schema(&self) -> &Schema {
        self.read.get_or_init(|| {
            let root = serde_json::from_str(self.source).unwrap_or_default();
            let mut patterns = Patterns::new();
            collect_patterns(&root, &mut patterns);
            Schema { root, patterns }
        })
    }
}

impl fmt::Debug for Assertions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Assertions").field(&self.source).finish()
    }
}

/// Compiles every pattern, and now and then a text that is none, which costs little and harms nobody.
fn collect_patterns(node: &Value, patterns: &mut Patterns) {
    match node {
        Value::Object(map) => {
            let names = map.get("patternProperties").and_then(Value::as_object).into_iter().flatten().map(|(name, _)| name);
            let pattern = map.get("pattern").and_then(Value::as_str);
            for source in names.map(String::as_str).chain(pattern) {
                patterns.entry(source.to_owned()).or_insert_with(|| compile(source));
            }
            map.values().for_each(|inner| collect_patterns(inner, patterns));
        }
        Value::Array(items) => items.iter().for_each(|inner| collect_patterns(inner, patterns)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

impl Checker {
    /// Fails a value that breaks the assertions. What has been found at the same place by the same keyword is not repeated; a value
    /// that can't be written as JSON is passed over.
    pub fn assertions<T: Serialize + ?Sized>(&mut self, value: &T, assertions: &Assertions) {
        let Ok(value) = serde_json::to_value(value) else { return };
        let schema = assertions.schema();
        for failure in failures(&schema.patterns, &schema.root, &value) {
            self.fail_once(failure);
        }
    }
}

/// Returns what a value breaks, with pointers that start at it.
fn failures(patterns: &Patterns, schema: &Value, value: &Value) -> Vec<Failure> {
    let mut at = Checker::new();
    Judge { patterns }.schema(schema, value, &mut at);
    at.into_failures()
}

/// Judges values by schemas.
struct Judge<'a> {
    patterns: &'a Patterns,
}

impl Judge<'_> {
    fn holds(&self, schema: &Value, value: &Value) -> bool {
        failures(self.patterns, schema, value).is_empty()
    }

    fn schema(&self, schema: &Value, value: &Value, at: &mut Checker) {
        let keywords = match schema {
            Value::Object(keywords) => keywords,
            Value::Bool(false) => return at.fail("false", "is not allowed here".to_owned()),
            _ => return,
        };
        for (keyword, said) in keywords {
            self.any(keyword, said, value, at);
            match value {
                Value::Number(number) => check_number(keyword, said, number, at),
                Value::String(text) => self.text(keyword, said, text, at),
                Value::Array(items) => self.array((keyword, keywords), said, items, at),
                Value::Object(object) => self.object((keyword, keywords), said, object, at),
                Value::Null | Value::Bool(_) => {}
            }
        }
        self.condition(keywords, value, at);
    }

    /// Keywords for values of every type.
    fn any(&self, keyword: &str, said: &Value, value: &Value, at: &mut Checker) {
        let branches = list(said);
        let holding = || branches.iter().filter(|branch| self.holds(branch, value)).count();
        match keyword {
            "type" => {
                let mut names = branches.iter().chain(said.as_str().map(|_| said)).filter_map(Value::as_str);
                at.ensure(names.any(|name| is_type(name, value)), "type", || format!("{value} is not of the type {said}"));
            }
            "const" => at.ensure(equal(said, value), "const", || format!("{value} is not {said}")),
            "enum" => {
                at.ensure(branches.iter().any(|known| equal(known, value)), "enum", || format!("{value} is none of {said}"));
            }
            "not" => at.ensure(!self.holds(said, value), "not", || format!("satisfies {said}")),
            "allOf" => branches.iter().for_each(|branch| self.schema(branch, value, at)),
            "anyOf" => at.ensure(holding() > 0, "anyOf", || format!("satisfies none of {said}")),
            "oneOf" => match holding() {
                1 => {}
                count => at.fail("oneOf", format!("satisfies {count} of {said}, exactly 1 expected")),
            },
            "dependentSchemas" => {
                for (_, schema) in entries(said).filter(|(name, _)| value.get(name.as_str()).is_some()) {
                    self.schema(schema, value, at);
                }
            }
            _ => {}
        }
    }

    /// JSON Schema core, section 10.2.2.
    fn condition(&self, keywords: &Object, value: &Value, at: &mut Checker) {
        let Some(condition) = keywords.get("if") else { return };
        let branch = if self.holds(condition, value) { "then" } else { "else" };
        if let Some(schema) = keywords.get(branch) {
            self.schema(schema, value, at);
        }
    }

    fn text(&self, keyword: &str, said: &Value, text: &str, at: &mut Checker) {
        match (keyword, size(said), said.as_str()) {
            ("minLength", Some(limit), _) => at.min_length(text, limit),
            ("maxLength", Some(limit), _) => at.max_length(text, limit),
            ("pattern", _, Some(pattern)) => {
                at.ensure(self.matches(pattern, text), "pattern", || format!("{text:?} does not match `{pattern}`"));
            }
            _ => {}
        }
    }

    fn matches(&self, pattern: &str, text: &str) -> bool {
        let regex = self.patterns.get(pattern).and_then(Option::as_ref);
        regex.is_none_or(|regex| regex.find(text).is_some())
    }

    fn array(&self, (keyword, beside): (&str, &Object), said: &Value, items: &[Value], at: &mut Checker) {
        match (keyword, size(said)) {
            ("minItems", Some(limit)) => at.min_items(items.len(), limit),
            ("maxItems", Some(limit)) => at.max_items(items.len(), limit),
            ("uniqueItems", _) if *said == Value::Bool(true) => at.unique_items(items),
            ("prefixItems", _) => {
                for (index, (schema, item)) in list(said).iter().zip(items).enumerate() {
                    at.index(index, |at| self.schema(schema, item, at));
                }
            }
            ("items", _) => {
                let first = beside.get("prefixItems").map_or(0, |first| list(first).len());
                for (index, item) in items.iter().enumerate().skip(first) {
                    at.index(index, |at| self.schema(said, item, at));
                }
            }
            ("contains", _) => self.contains(beside, said, items, at),
            _ => {}
        }
    }

    fn contains(&self, beside: &Object, item: &Value, items: &[Value], at: &mut Checker) {
        let count = items.iter().filter(|value| self.holds(item, value)).count();
        let limit = |keyword: &str| beside.get(keyword).and_then(size);
        let (least, most) = (limit("minContains").unwrap_or(1), limit("maxContains").unwrap_or(usize::MAX));
        let keyword = if beside.contains_key("minContains") { "minContains" } else { "contains" };
        at.ensure(count >= least, keyword, || format!("{count} of its items satisfy {item}, at least {least} expected"));
        at.ensure(count <= most, "maxContains", || format!("{count} of its items satisfy {item}, at most {most} expected"));
    }

    fn object(&self, (keyword, beside): (&str, &Object), said: &Value, object: &Object, at: &mut Checker) {
        match (keyword, size(said)) {
            ("minProperties", Some(limit)) => at.min_properties(object.len(), limit),
            ("maxProperties", Some(limit)) => at.max_properties(object.len(), limit),
            ("required", _) => {
                for name in list(said).iter().filter_map(Value::as_str) {
                    at.ensure(object.contains_key(name), "required", || format!("`{name}` is missing"));
                }
            }
            ("properties", _) => {
                for (name, schema) in entries(said) {
                    self.property(schema, name, object, at);
                }
            }
            ("patternProperties", _) => {
                for (pattern, schema) in entries(said) {
                    let names = object.keys().filter(|name| self.matches(pattern, name));
                    names.for_each(|name| self.property(schema, name, object, at));
                }
            }
            ("additionalProperties", _) => {
                let names = object.keys().filter(|name| self.is_additional(beside, name));
                for name in names {
                    match said {
                        Value::Bool(false) => at.key(name, |at| at.fail("additionalProperties", "is not described".to_owned())),
                        schema => self.property(schema, name, object, at),
                    }
                }
            }
            ("propertyNames", _) => {
                let wrong = |name: &&String| !self.holds(said, &Value::from(name.as_str()));
                for name in object.keys().filter(wrong) {
                    at.fail("propertyNames", format!("the name `{name}` does not satisfy {said}"));
                }
            }
            ("dependentRequired", _) => dependent_required(said, object, at),
            _ => {}
        }
    }

    fn property(&self, schema: &Value, name: &str, object: &Object, at: &mut Checker) {
        if let Some(value) = object.get(name) {
            at.key(name, |at| self.schema(schema, value, at));
        }
    }

    fn is_additional(&self, beside: &Object, name: &str) -> bool {
        let named = beside.get("properties").is_some_and(|properties| properties.get(name).is_some());
        let mut patterns = beside.get("patternProperties").into_iter().flat_map(entries);
        !named && !patterns.any(|(pattern, _)| self.matches(pattern, name))
    }
}

fn dependent_required(said: &Value, object: &Object, at: &mut Checker) {
    for (name, others) in entries(said).filter(|(name, _)| object.contains_key(*name)) {
        for other in list(others).iter().filter_map(Value::as_str) {
            let message = || format!("`{other}` is missing, which `{name}` needs");
            at.ensure(object.contains_key(other), "dependentRequired", message);
        }
    }
}

/// Keywords for numbers: whole numbers are compared as such, others as doubles.
fn check_number(keyword: &str, said: &Value, number: &Number, at: &mut Checker) {
    let Value::Number(limit) = said else { return };
    match (integer(number), integer(limit), number.as_f64(), limit.as_f64()) {
        (Some(number), Some(limit), ..) => check_limit(keyword, number, limit, at),
        (.., Some(number), Some(limit)) => check_limit(keyword, number, limit, at),
        _ => {}
    }
}

fn check_limit<N: super::Numeric>(keyword: &str, number: N, limit: N, at: &mut Checker) {
    match keyword {
        "minimum" => at.minimum(number, limit),
        "maximum" => at.maximum(number, limit),
        "exclusiveMinimum" => at.exclusive_minimum(number, limit),
        "exclusiveMaximum" => at.exclusive_maximum(number, limit),
        "multipleOf" => at.multiple_of(number, limit),
        _ => {}
    }
}

fn is_type(name: &str, value: &Value) -> bool {
    match value {
        Value::Null => name == "null",
        Value::Bool(_) => name == "boolean",
        Value::Number(number) => name == "number" || (name == "integer" && integer(number).is_some()),
        Value::String(_) => name == "string",
        Value::Array(_) => name == "array",
        Value::Object(_) => name == "object",
    }
}

fn equal(one: &Value, other: &Value) -> bool {
    canonical(one) == canonical(other)
}

fn size(said: &Value) -> Option<usize> {
    said.as_u64().and_then(|size| usize::try_from(size).ok())
}

fn list(said: &Value) -> &[Value] {
    said.as_array().map_or(&[], Vec::as_slice)
}

fn entries(said: &Value) -> impl Iterator<Item = (&String, &Value)> {
    said.as_object().into_iter().flatten()
}
