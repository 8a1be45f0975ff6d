//! A description as the JSON that it is: places in it, and the examples that it shows.

use std::collections::HashMap;

use serde_json::{Map, Value};

/// References that lead to references are followed this far.
const MAX_CHAIN: usize = 32;

/// A whole description.
#[derive(Clone, Debug)]
pub struct Description {
    document: Value,
    /// The examples that stand beside a schema, by the schema's pointer.
    beside: HashMap<String, Vec<Value>>,
    /// The pointers of what has an `$id` or an anchor, by the references that lead there.
    names: HashMap<String, String>,
}

impl Description {
    /// Takes a description as JSON.
    pub fn new(document: Value) -> Self {
        let mut beside = HashMap::new();
        collect_beside(&document, &document, &mut String::new(), &mut beside);
        let mut names = HashMap::new();
        collect_names(&document, &mut String::new(), "", &mut names);
        Self { document, beside, names }
    }

    /// Tells whether the description is in OpenAPI 3.0 or earlier, whose schemas differ from JSON Schema.
    pub(crate) fn is_before_3_1(&self) -> bool {
        let version = self.document.get("openapi").and_then(Value::as_str);
        version.is_none_or(|version| version.starts_with("3.0"))
    }

    /// Returns what stands at a JSON Pointer.
    pub fn at(&self, pointer: &str) -> Option<&Value> {
        self.document.pointer(pointer)
    }

    /// Tells whether a schema is only a part of what its type was made of: one of several in an `allOf`, or a branch beside which the
    /// union says more, a property that an `allOf` beside it describes too, or a list of schemas for the items of a list. Its values are
    /// tried as those of the whole.
    pub fn is_part(&self, pointer: &str) -> bool {
        let is_schema = self.at(pointer).is_none_or(|schema| schema.is_object() || schema.is_boolean());
        let branches = pointer.match_indices("/oneOf/").chain(pointer.match_indices("/anyOf/"));
        let mut unions = branches.filter_map(|(end, _)| self.at(&pointer[..end]));
        let mut properties = pointer.match_indices("/properties/").map(|(end, keyword)| (end, &pointer[end + keyword.len()..]));
        let mut is_joined = || {
            properties.any(|(end, name)| {
                let name = name.split('/').next().unwrap_or_default().replace("~1", "/").replace("~0", "~");
                self.at(&pointer[..end]).is_some_and(|schema| self.has_part_with(schema, &name, MAX_CHAIN))
            })
        };
        !is_schema || pointer.contains("/allOf/") || unions.any(says_more) || is_joined()
    }

    /// Tells whether a part of a schema's `allOf`, or of that of a part, describes a property.
    fn has_part_with(&self, schema: &Value, property: &str, depth: usize) -> bool {
        let parts = schema.get("allOf").and_then(Value::as_array).into_iter().flatten();
        depth > 0
            && parts.map(|part| self.behind_references(part)).any(|part| {
                let described = part.get("properties").and_then(|properties| properties.get(property));
                described.is_some() || self.has_part_with(part, property, depth - 1)
            })
    }

    /// Returns the pointer that a reference within the description leads to: by a JSON Pointer, an anchor, or an `$id` before either
    /// (JSON Schema 2020-12, Core, section 8.2). Bases are not resolved: a reference has to be written like the `$id`.
    pub(crate) fn target(&self, reference: &str) -> Option<String> {
        if let Some(known) = self.names.get(reference) {
            return Some(known.clone());
        }
        let (resource, fragment) = reference.split_once('#')?;
        let root = if resource.is_empty() { "" } else { self.names.get(resource)? };
        Some(format!("{root}{}", percent_decoded(fragment)))
    }

    /// Follows references, and schemas around a single one, to the schema that says something.
    pub(crate) fn behind_references<'a>(&'a self, mut schema: &'a Value) -> &'a Value {
        for _ in 0..MAX_CHAIN {
            let pointed = reference(schema).and_then(|reference| self.target(reference)).and_then(|pointer| self.at(&pointer));
            match pointed {
                Some(next) => schema = next,
                None => break,
            }
        }
        schema
    }

    /// Returns the examples and defaults that the description has of a schema: in it, and beside it.
    pub(crate) fn documented(&self, pointer: &str) -> Vec<Value> {
        let mut found = self.at(pointer).map(own_examples).unwrap_or_default();
        found.extend(self.beside.get(pointer).into_iter().flatten().cloned());
        found
    }
}

fn says_more(union: &Value) -> bool {
    let keywords = ["properties", "required", "additionalProperties", "allOf", "minProperties", "maxProperties"];
    let both = union.get("oneOf").is_some() && union.get("anyOf").is_some();
    both || keywords.iter().any(|keyword| union.get(*keyword).is_some())
}

/// Returns the `$ref` of a schema, or the `$dynamicRef`, which leads to the anchor of that name where a description has one of it.
pub(crate) fn reference(schema: &Value) -> Option<&str> {
    schema.get("$ref").or_else(|| schema.get("$dynamicRef")).and_then(Value::as_str)
}

/// Collects what has an `$id` (or is the whole, by `$self`) or an anchor.
fn collect_names(at: &Value, pointer: &mut String, base: &str, found: &mut HashMap<String, String>) {
    let mut base = base;
    if let Value::Object(object) = at {
        let text = |keyword: &str| object.get(keyword).and_then(Value::as_str);
        if let Some(id) = text("$id").or_else(|| text("$self")) {
            base = id;
            found.entry(id.to_owned()).or_insert_with(|| pointer.clone());
        }
        for anchor in [text("$anchor"), text("$dynamicAnchor")].into_iter().flatten() {
            found.entry(format!("#{anchor}")).or_insert_with(|| pointer.clone());
            found.entry(format!("{base}#{anchor}")).or_insert_with(|| pointer.clone());
        }
    }
    let length = pointer.len();
    for (token, child) in children(at) {
        pointer.push('/');
        pointer.push_str(&token);
        collect_names(child, pointer, base, found);
        pointer.truncate(length);
    }
}

/// Returns the objects and lists in a value, with their place in it as part of a JSON Pointer.
fn children(value: &Value) -> Vec<(String, &Value)> {
    let mut children: Vec<(String, &Value)> = match value {
        Value::Object(object) => object.iter().map(|(key, child)| (key.replace('~', "~0").replace('/', "~1"), child)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(index, child)| (index.to_string(), child)).collect(),
        _ => Vec::new(),
    };
    children.retain(|(_, child)| child.is_object() || child.is_array());
    children
}

/// Returns the pointer of a reference that is nothing else.
fn local(reference: &str) -> Option<String> {
    reference.strip_prefix('#').map(percent_decoded)
}

/// Returns the examples and the default of a schema itself.
pub(crate) fn own_examples(schema: &Value) -> Vec<Value> {
    let Some(schema) = schema.as_object() else { return Vec::new() };
    let lists = schema.get("examples").and_then(Value::as_array).into_iter().flatten();
    ["example", "x-example", "default"].iter().filter_map(|key| schema.get(*key)).chain(lists).cloned().collect()
}

/// Media types, parameters and headers have their examples beside the schema (OpenAPI 3.0.3, Media Type Object).
fn collect_beside(document: &Value, at: &Value, pointer: &mut String, found: &mut HashMap<String, Vec<Value>>) {
    let length = pointer.len();
    if let Value::Object(object) = at
        && let Some(schema) = object.get("schema").filter(|schema| schema.is_object())
    {
        let examples = examples_beside(document, object);
        if !examples.is_empty() {
            let place = place_of_schema(document, schema, &format!("{pointer}/schema"));
            found.entry(place).or_default().extend(examples);
        }
    }
    // Descriptions nest no deeper than `serde_json` reads, which is 128.
    for (token, child) in children(at) {
        pointer.push('/');
        pointer.push_str(&token);
        collect_beside(document, child, pointer, found);
        pointer.truncate(length);
    }
}

fn place_of_schema<'a>(document: &'a Value, mut schema: &'a Value, own: &str) -> String {
    let mut place = own.to_owned();
    for _ in 0..MAX_CHAIN {
        let Some(target) = reference(schema).and_then(local) else { break };
        let Some(next) = document.pointer(&target) else { break };
        (schema, place) = (next, target);
    }
    place
}

fn examples_beside(document: &Value, holder: &Map<String, Value>) -> Vec<Value> {
    let named = holder.get("examples").and_then(Value::as_object).into_iter().flat_map(Map::values);
    let named = named.filter_map(|example| {
        let target = reference(example).and_then(local).and_then(|pointer| document.pointer(&pointer));
        target.unwrap_or(example).get("value")
    });
    holder.get("example").into_iter().chain(named).cloned().collect()
}

fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let escape = (bytes[at] == b'%').then(|| text.get(at + 1..at + 3)).flatten();
        match escape.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                decoded.push(byte);
                at += 3;
            }
            None => {
                decoded.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&decoded).into_owned()
}
