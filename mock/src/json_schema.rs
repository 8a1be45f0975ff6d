//! Schemas of the normal form -> JSON Schema 2020-12, as text that any validator reads.
//!
//! The result stands alone: what it refers to is in its `$defs`. It says what holds in one direction, because `readOnly` and
//! `writeOnly` make requests and answers differ. It carries no annotations, and knows nothing of HTTP.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::convert::Infallible;

use bindery::source::Pointer;
use bindery::spec::{AdditionalProperties, Document, JsonType, Schema, SchemaId};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value, json};

/// What a URI fragment may not hold as it is (RFC 3986, section 3.5), and a little more.
const NOT_IN_FRAGMENT: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/').remove(b'$');

/// Which way a value travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// From the client: `readOnly` properties need not be there.
    Request,
    /// To the client: `writeOnly` properties must not be there.
    Response,
}

/// Returns a schema as a JSON Schema 2020-12 that holds for one direction and stands alone.
///
/// Components become entries of `$defs`, so recursive schemas are no trouble. Nullability is the type `null`, or a branch of `anyOf`
/// where the schema refers to others. `required` loses the names of `readOnly` properties in a request and of `writeOnly` ones in a
/// response (OpenAPI 3.0.3, "Schema Object"), where a `writeOnly` property is the schema `false`. A discriminator adds nothing to the
/// `oneOf` or `anyOf` that it stands on.
///
/// # Panics
///
/// If the id is not one of the document's.
pub fn json_schema(document: &Document, schema: SchemaId, direction: Direction) -> Value {
    let names = document.components.iter().map(|(name, id)| (*id, name.as_str())).collect();
    let mut writer = Writer { document, direction, names, open: Vec::new(), wanted: Vec::new(), met: HashSet::new() };
    let root = writer.write(schema, &BTreeSet::new());
    let mut definitions = Map::new();
    while let Some(id) = writer.wanted.pop() {
        let definition = writer.write(id, &BTreeSet::new());
        definitions.insert(writer.name(id), definition);
    }
    let mut root = match root {
        Value::Object(root) => root,
        other => Map::from_iter([("allOf".to_owned(), json!([other]))]),
    };
    root.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    if !definitions.is_empty() {
        root.insert("$defs".to_owned(), Value::Object(definitions));
    }
    Value::Object(root)
}

/// What one conversion keeps in mind.
struct Writer<'a> {
    document: &'a Document,
    direction: Direction,
    names: HashMap<SchemaId, &'a str>,
    /// The schemas that are being written: one that holds itself without a `$ref` is referred to instead.
    open: Vec<SchemaId>,
    /// The definitions that are still to be written.
    wanted: Vec<SchemaId>,
    /// Those that were wanted at some time.
    met: HashSet<SchemaId>,
}

/// Names of properties that are not required in this direction.
type Hidden<'a> = BTreeSet<&'a str>;

impl<'a> Writer<'a> {
    /// Writes one schema. What a schema around it hides is hidden in it too: `required` may stand apart from `properties`.
    fn write(&mut self, id: SchemaId, around: &Hidden<'a>) -> Value {
        let schema = &self.document.schemas[id];
        if schema.never {
            return if schema.nullable { json!({ "type": "null" }) } else { json!(false) };
        }
        self.open.push(id);
        let mut hidden = around.clone();
        self.collect_hidden(id, &mut hidden, &mut HashSet::new());
        let mut written = Map::new();
        write_values(schema, &mut written);
        self.write_array(schema, &mut written);
        self.write_object(schema, &hidden, &mut written);
        self.write_branches(schema, &hidden, &mut written);
        self.open.pop();
        if schema.nullable && refers(schema) {
            return json!({ "anyOf": [written, { "type": "null" }] });
        }
        Value::Object(written)
    }

    /// Writes a schema that stands in another one.
    fn write_inner(&mut self, id: SchemaId, around: &Hidden<'a>) -> Value {
        if self.open.contains(&id) { json!({ "$ref": self.refer(id) }) } else { self.write(id, around) }
    }

    fn write_array(&mut self, schema: &Schema, written: &mut Map<String, Value>) {
        if let Some(items) = schema.items {
            written.insert("items".into(), self.write_inner(items, &Hidden::new()));
        }
        insert(written, "minItems", schema.min_items);
        insert(written, "maxItems", schema.max_items);
        insert(written, "uniqueItems", schema.unique_items.then_some(true));
    }

    fn write_object(&mut self, schema: &Schema, hidden: &Hidden<'a>, written: &mut Map<String, Value>) {
        let mut properties = Map::new();
        for (name, property) in &schema.properties {
            let forbidden = self.direction == Direction::Response && is_hidden(self.document, *property, self.direction);
            let value = if forbidden { json!(false) } else { self.write_inner(*property, &Hidden::new()) };
            properties.insert(name.clone(), value);
        }
        if !properties.is_empty() {
            written.insert("properties".into(), Value::Object(properties));
        }
        let required: BTreeSet<&str> = schema.required.iter().map(String::as_str).collect();
        let required: Vec<&str> = required.difference(hidden).copied().collect();
        insert(written, "required", (!required.is_empty()).then_some(required));
        match schema.additional_properties {
            AdditionalProperties::Unsaid | AdditionalProperties::Any => {}
            AdditionalProperties::Forbidden => insert(written, "additionalProperties", Some(false)),
            AdditionalProperties::Schema(id) => {
                written.insert("additionalProperties".into(), self.write_inner(id, &Hidden::new()));
            }
        }
        insert(written, "minProperties", schema.min_properties);
        insert(written, "maxProperties", schema.max_properties);
    }

    fn write_branches(&mut self, schema: &Schema, hidden: &Hidden<'a>, written: &mut Map<String, Value>) {
        if let Some(target) = schema.reference {
            written.insert("$ref".into(), json!(self.refer(target)));
        }
        let mut all_of: Vec<Value> = schema.all_of.iter().map(|branch| self.write_inner(*branch, hidden)).collect();
        all_of.extend(integer_bounds(schema));
        insert(written, "allOf", (!all_of.is_empty()).then_some(all_of));
        for (keyword, branches) in [("oneOf", &schema.one_of), ("anyOf", &schema.any_of)] {
            let branches: Vec<Value> = branches.iter().map(|branch| self.write_inner(*branch, hidden)).collect();
            insert(written, keyword, (!branches.is_empty()).then_some(branches));
        }
        for assertion in &schema.assertions {
            let Ok(keywords) = assertion.kind.keywords(&mut |inner| Ok::<_, Infallible>(self.write_inner(inner, &Hidden::new())));
            add(written, keywords);
        }
    }

    /// Returns the reference to a definition, and makes sure that it will be there.
    fn refer(&mut self, id: SchemaId) -> String {
        if self.met.insert(id) {
            self.wanted.push(id);
        }
        let pointer = Pointer::root().child("$defs").child(&self.name(id));
        format!("#{}", utf8_percent_encode(pointer.as_str(), NOT_IN_FRAGMENT))
    }

    /// Returns a component's name, and the place in the description of any other schema: the two differ by the first slash.
    fn name(&self, id: SchemaId) -> String {
        match self.names.get(&id) {
            Some(name) if !name.starts_with('/') => (*name).to_owned(),
            _ => self.document.schemas[id].origin.pointer.to_string(),
        }
    }

    fn collect_hidden(&self, id: SchemaId, hidden: &mut Hidden<'a>, met: &mut HashSet<SchemaId>) {
        if !met.insert(id) {
            return;
        }
        let schema = &self.document.schemas[id];
        let names = schema.properties.iter().filter(|(_, property)| is_hidden(self.document, **property, self.direction));
        hidden.extend(names.map(|(name, _)| name.as_str()));
        for part in schema.all_of.iter().chain(&schema.reference) {
            self.collect_hidden(*part, hidden, met);
        }
    }
}

/// Adds keywords to others; where one is there already, they stand in an `allOf`.
fn add(written: &mut Map<String, Value>, keywords: Map<String, Value>) {
    if !keywords.keys().any(|keyword| written.contains_key(keyword)) {
        written.extend(keywords);
    } else if let Value::Array(all_of) = written.entry("allOf").or_insert_with(|| json!([])) {
        all_of.push(Value::Object(keywords));
    }
}

/// Tells whether a property belongs to the other direction only: it says so itself or what it refers to does.
pub(crate) fn is_hidden(document: &Document, property: SchemaId, direction: Direction) -> bool {
    let mut met = HashSet::new();
    let mut next = Some(property);
    while let Some(id) = next.filter(|id| met.insert(*id)) {
        let schema = &document.schemas[id];
        let hidden = match direction {
            Direction::Request => schema.read_only,
            Direction::Response => schema.write_only,
        };
        if hidden {
            return true;
        }
        next = schema.reference;
    }
    false
}

/// Tells whether other schemas take part in the judgement of the value itself.
fn refers(schema: &Schema) -> bool {
    let branches = [&schema.all_of, &schema.one_of, &schema.any_of];
    schema.reference.is_some() || !schema.assertions.is_empty() || branches.iter().any(|branches| !branches.is_empty())
}

/// Writes the keywords that need no other schema.
fn write_values(schema: &Schema, written: &mut Map<String, Value>) {
    // Where others take part, null gets a branch of its own instead.
    let null = schema.nullable && !refers(schema);
    if let Some(types) = &schema.types {
        let names = types.iter().map(|kind| kind.name()).chain(null.then_some("null"));
        match names.collect::<Vec<_>>().as_slice() {
            [] => insert(written, "not", Some(json!({}))),
            [name] => insert(written, "type", Some(*name)),
            names => insert(written, "type", Some(names)),
        }
    }
    if let Some(values) = &schema.enumeration {
        let values: Vec<Value> = values.iter().cloned().chain(null.then_some(Value::Null)).collect();
        insert(written, "enum", Some(values));
    }
    insert(written, "format", schema.format.as_deref());
    insert(written, "pattern", schema.pattern.as_deref());
    insert(written, "minLength", schema.min_length);
    insert(written, "maxLength", schema.max_length);
    insert(written, "minimum", schema.minimum.clone().map(Value::Number));
    insert(written, "maximum", schema.maximum.clone().map(Value::Number));
    insert(written, "exclusiveMinimum", schema.exclusive_minimum.clone().map(Value::Number));
    insert(written, "exclusiveMaximum", schema.exclusive_maximum.clone().map(Value::Number));
    // JSON Schema allows positive numbers only; another one says nothing that could be checked.
    let multiple_of = schema.multiple_of.clone().filter(|number| number.as_f64().is_some_and(|number| number > 0.0));
    insert(written, "multipleOf", multiple_of.map(Value::Number));
}

/// Returns what the formats `int32` and `int64` say (OpenAPI 3.0.3, "Data Types").
fn integer_bounds(schema: &Schema) -> Option<Value> {
    if schema.types.as_deref() != Some(&[JsonType::Integer]) {
        return None;
    }
    match schema.format.as_deref()? {
        "int32" => Some(json!({ "minimum": i32::MIN, "maximum": i32::MAX })),
        "int64" => Some(json!({ "minimum": i64::MIN, "maximum": i64::MAX })),
        _ => None,
    }
}

fn insert(written: &mut Map<String, Value>, keyword: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        written.insert(keyword.to_owned(), value.into());
    }
}
