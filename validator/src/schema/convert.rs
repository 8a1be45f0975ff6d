//! The schemas of a description -> JSON Schema 2020-12, each in its place.
//!
//! What holds no schemas is left out of the converted document, and so is what asserts nothing. References become pointers. Two things
//! can't stay in their place: what an `allOf`, `oneOf` or `anyOf` beside `nullable` holds moves below `else`, and what is referred to in
//! a part that holds no schemas gets a place in `$defs`; [`Converted::place`] leads back.

use std::collections::{BTreeSet, HashSet};

use bindery::kind::Kind;
use bindery::source::Pointer;
use jsonschema::PatternCache;
use serde_json::{Map, Value, json};

use super::needed::Needed;
use super::pattern::{self, Engine, Engines};
use super::references::{Names, fragment, redirect};
use super::{Direction, Reading, format};
use crate::tree::{self, entry, field, is_true, single_part, step};

/// References that lead to references are followed this far.
pub(super) const MAX_CHAIN: usize = 64;

/// Keywords of JSON Schema that OpenAPI has since 3.1; before they say nothing.
const SINCE_3_1: [&str; 14] = [
    "const",
    "contains",
    "dependentRequired",
    "dependentSchemas",
    "else",
    "if",
    "maxContains",
    "minContains",
    "patternProperties",
    "prefixItems",
    "propertyNames",
    "then",
    "unevaluatedItems",
    "unevaluatedProperties",
];

/// The names of properties that need not be there in the direction.
type Hidden = BTreeSet<String>;

/// A converted description.
pub(super) struct Converted {
    /// The document.
    pub(super) document: Value,
    /// Whether some property does not belong in the direction.
    pub(super) has_misplaced: bool,
    /// The patterns that are no regular expressions, and so left out.
    pub(super) bad_patterns: HashSet<String>,
}

/// Converts the schemas of a description: all of them, or those at some places and what these refer to.
pub(super) fn convert(
    root: &Value,
    direction: Direction,
    reading: Reading,
    patterns: &PatternCache,
    places: Option<Vec<Pointer>>,
) -> Converted {
    let version = root.get("openapi").and_then(Value::as_str).unwrap_or("3.0");
    let is_before_3_1 = version.starts_with("3.0") || root.get("swagger").is_some();
    let names = if is_before_3_1 { Names::default() } else { Names::of(root) };
    let needed = places.map(|places| Needed::of(root, &names, places));
    let mut converter = Converter {
        root,
        names,
        needed,
        is_before_3_1,
        direction,
        reading,
        engines: Engines::new(patterns),
        targets: HashSet::new(),
        has_misplaced: false,
    };
    let mut document = converter.part(Kind::Root, root).unwrap_or_else(|| json!({}));
    converter.add_missing(&mut document);
    Converted { document, has_misplaced: converter.has_misplaced, bad_patterns: converter.engines.unreadable() }
}

impl Converted {
    /// Returns what stands at a place of the document.
    pub(super) fn at(&self, place: &Pointer) -> Option<&Value> {
        tree::at(&self.document, place)
    }

    /// Returns where the schema at a place of the description is in the converted document.
    pub(super) fn locate(&self, place: &Pointer) -> Option<Pointer> {
        if self.at(place).is_some() {
            return Some(place.clone());
        }
        let mut at = (&self.document, Pointer::root());
        for token in place.tokens() {
            if step(at.0, &token).is_none() {
                at = (at.0.get("else")?, at.1.child("else"));
            }
            at = (step(at.0, &token)?, at.1.child(&token));
        }
        Some(at.1)
    }

    /// Returns the place in the description of a place in the converted document: steps that are not in the description are left out.
    pub(super) fn place(root: &Value, converted: &str) -> Pointer {
        let mut place = String::with_capacity(converted.len());
        let mut at = Some(root);
        let pointer = Pointer::parse(converted).unwrap_or_else(Pointer::root);
        let mut tokens = pointer.tokens().zip(pointer.as_str().split('/').skip(1)).peekable();
        if tokens.peek().is_some_and(|(first, _)| first == "$defs") {
            let moved = tokens.by_ref().nth(1).and_then(|(key, _)| Pointer::parse(&key));
            place.push_str(moved.as_ref().map_or("", Pointer::as_str));
            at = root.pointer(&place);
        }
        for (token, written) in tokens {
            let (token, written) = if token == pattern::KEYWORD { ("pattern", "pattern") } else { (&*token, written) };
            let next = at.and_then(|at| step(at, token));
            if next.is_some() {
                place.push('/');
                place.push_str(written);
                at = next;
            }
        }
        Pointer::parse(&place).unwrap_or_else(Pointer::root)
    }
}

struct Converter<'a> {
    root: &'a Value,
    names: Names,
    needed: Option<Needed>,
    is_before_3_1: bool,
    direction: Direction,
    reading: Reading,
    engines: Engines,
    /// Everything that is referred to.
    targets: HashSet<Pointer>,
    has_misplaced: bool,
}

impl<'a> Converter<'a> {
    /// Tells whether a part of the description is converted.
    fn needs(&self, value: &Value) -> bool {
        self.needed.as_ref().is_none_or(|needed| needed.has(value))
    }

    /// Converts what stands in a part of the description; `None` where that is no schema.
    fn part(&mut self, kind: Kind, value: &Value) -> Option<Value> {
        match (kind, value) {
            _ if !self.needs(value) => None,
            (Kind::Schema, _) => Some(self.schema(value, &Hidden::new())),
            (Kind::Data | Kind::Plain | Kind::Info | Kind::SecurityScheme | Kind::Example | Kind::Link | Kind::Tag, _) => None,
            (_, Value::Object(map)) => {
                let parts = map.iter().filter_map(|(key, inner)| Some((key.clone(), self.part(kind.child(key), inner)?)));
                let parts: Map<_, _> = parts.collect();
                (!parts.is_empty()).then_some(Value::Object(parts))
            }
            (_, Value::Array(list)) => {
                let parts: Vec<_> = list.iter().map(|inner| self.part(kind.item(), inner)).collect();
                let some = parts.iter().any(Option::is_some);
                some.then(|| Value::Array(parts.into_iter().map(Option::unwrap_or_default).collect()))
            }
            _ => None,
        }
    }

    /// Converts a schema. What a schema around it hides is hidden in it too: `required` may stand apart from `properties`.
    fn schema(&mut self, value: &Value, around: &Hidden) -> Value {
        let Value::Object(schema) = value else {
            return json!(value != &Value::Bool(false));
        };
        if !self.needs(value) {
            return json!(true);
        }
        let mut written = Map::new();
        if let Some(target) = self.target(schema) {
            written.insert("$ref".to_owned(), json!(format!("#{}", fragment(target.as_str()))));
            self.targets.insert(target);
        }
        // Before 3.1 nothing beside a reference counts (OpenAPI 3.0.3, "Reference Object").
        let is_reference = entry(schema, "$ref").is_some_and(Value::is_string);
        if !(self.is_before_3_1 && is_reference) {
            let mut hidden = around.clone();
            self.collect_hidden(schema, &mut hidden, &mut HashSet::new());
            for (keyword, value) in schema {
                self.keyword(schema, (keyword, value), &hidden, &mut written);
            }
            self.types(schema, &mut written);
        }
        self.allow_null(schema, is_reference, &mut written);
        Value::Object(written)
    }

    fn keyword(
        &mut self,
        schema: &Map<String, Value>,
        (keyword, value): (&str, &Value),
        hidden: &Hidden,
        written: &mut Map<String, Value>,
    ) {
        if self.is_before_3_1 && SINCE_3_1.contains(&keyword) {
            return;
        }
        let is_schema = value.is_object() || value.is_boolean();
        let converted = match (keyword, value) {
            ("properties" | "$defs" | "definitions", Value::Object(named)) => self.named(named, &Hidden::new()),
            ("dependentSchemas", Value::Object(named)) => self.named(named, hidden),
            ("patternProperties", Value::Object(named)) => {
                let known = named.iter().filter_map(|(pattern, inner)| {
                    let is_known = self.engines.of(pattern) != Engine::None && self.engines.own_reads(pattern);
                    is_known.then(|| (pattern.clone(), self.schema(inner, &Hidden::new())))
                });
                Value::Object(known.collect())
            }
            (
                "items"
                | "additionalProperties"
                | "propertyNames"
                | "contains"
                | "unevaluatedItems"
                | "unevaluatedProperties"
                | "not",
                _,
            ) if is_schema => self.schema(value, &Hidden::new()),
            ("if" | "then" | "else", _) if is_schema => self.schema(value, hidden),
            ("allOf" | "oneOf" | "anyOf", Value::Array(branches)) if !branches.is_empty() => {
                Value::Array(branches.iter().map(|branch| self.branch(schema, keyword, branch, hidden)).collect())
            }
            ("prefixItems", Value::Array(items)) if !items.is_empty() => {
                Value::Array(items.iter().map(|item| self.schema(item, &Hidden::new())).collect())
            }
            ("required", Value::Array(names)) => {
                let names = names.iter().filter_map(Value::as_str).filter(|name| !hidden.contains(*name));
                json!(names.collect::<BTreeSet<_>>())
            }
            ("minLength" | "maxLength" | "minItems" | "maxItems" | "minProperties" | "maxProperties", _) if value.is_u64() => {
                value.clone()
            }
            ("minContains" | "maxContains", _) if value.is_u64() => value.clone(),
            ("dependentRequired", Value::Object(_)) if is_dependent_required(value) => value.clone(),
            ("enum", Value::Array(values)) if !values.is_empty() => value.clone(),
            ("const", _) => value.clone(),
            ("uniqueItems", Value::Bool(_)) => value.clone(),
            ("multipleOf", _) if value.as_f64().is_some_and(|number| number > 0.0) => value.clone(),
            ("minimum" | "maximum", Value::Number(_)) => return write_limit(schema, keyword, value, written),
            ("exclusiveMinimum" | "exclusiveMaximum", Value::Number(_)) => value.clone(),
            ("pattern", Value::String(pattern)) => match self.engines.of(pattern) {
                Engine::Own => value.clone(),
                Engine::Ecma => return drop(written.insert(pattern::KEYWORD.to_owned(), value.clone())),
                Engine::None => return,
            },
            _ => return,
        };
        written.insert(keyword.to_owned(), converted);
    }

    fn named(&mut self, named: &Map<String, Value>, around: &Hidden) -> Value {
        Value::Object(named.iter().map(|(name, inner)| (name.clone(), self.schema(inner, around))).collect())
    }

    /// Converts a branch. Where descriptions are read as meant, a discriminator's value has to lead to it.
    fn branch(&mut self, schema: &Map<String, Value>, keyword: &str, branch: &Value, hidden: &Hidden) -> Value {
        let mut converted = self.schema(branch, hidden);
        let asserts = keyword != "allOf" && self.reading == Reading::Intent;
        let tags = entry(schema, "discriminator").filter(|_| asserts).and_then(|discriminator| self.tags(discriminator, branch));
        if let (Some((property, tags)), Value::Object(converted)) = (tags, &mut converted)
            && !converted.contains_key("properties")
            && !converted.contains_key("required")
        {
            converted.insert("required".to_owned(), json!([property]));
            converted.insert("properties".to_owned(), json!({ property: { "enum": tags } }));
        }
        converted
    }

    /// Returns the discriminator's property and the values that lead to a branch; none where the branch does not describe it.
    fn tags(&self, discriminator: &Value, branch: &Value) -> Option<(String, Vec<String>)> {
        let property = discriminator.get("propertyName")?.as_str()?;
        let reference = branch.get("$ref")?.as_str()?;
        let described = self.describes(branch, property, &mut HashSet::new());
        described.then(|| (property.to_owned(), tags_of(discriminator, reference)))
    }

    fn describes(&self, schema: &Value, name: &str, met: &mut HashSet<*const Value>) -> bool {
        let schema = self.behind(schema);
        if !met.insert(std::ptr::from_ref(schema)) {
            return false;
        }
        let own = schema.get("properties").is_some_and(|properties| properties.get(name).is_some());
        let lists = ["allOf", "oneOf", "anyOf"].into_iter().filter_map(|keyword| schema.get(keyword)?.as_array());
        own || lists.flatten().any(|part| self.describes(part, name, met))
    }

    fn types(&mut self, schema: &Map<String, Value>, written: &mut Map<String, Value>) {
        let mut types = named_types(schema);
        let speaks_of = |keywords: &[&str]| keywords.iter().any(|keyword| entry(schema, keyword).is_some());
        if self.reading == Reading::Intent && !speaks_of(&["type", "enum", "const"]) {
            if speaks_of(&["properties", "required", "additionalProperties"]) {
                types.push("object");
            } else if speaks_of(&["items"]) {
                types.push("array");
            }
        }
        let is_null = |name: &&str| *name == "null";
        let only = types.iter().copied().filter(|name| !is_null(name)).collect::<Vec<_>>();
        let format = entry(schema, "format").and_then(Value::as_str);
        match (only.as_slice(), format) {
            (["string"], Some(format)) if format::is_asserted(format, self.reading) => {
                written.insert("format".to_owned(), json!(format));
            }
            // What 3.0 calls the format `byte` (OpenAPI 3.1.0, section 4.4.1).
            (["string"], None) if !self.is_before_3_1 && entry(schema, "contentEncoding") == Some(&json!("base64")) => {
                written.insert("format".to_owned(), json!("byte"));
            }
            (["integer"], Some(format)) => {
                if let Some(range) = format::range(format) {
                    format::narrow(written, range);
                }
            }
            _ => {}
        }
        // 3.1 has no `nullable`.
        let counts = self.is_before_3_1 || self.reading == Reading::Intent;
        if counts && is_nullable(schema) && !types.is_empty() && !types.contains(&"null") {
            types.push("null");
        }
        match types.as_slice() {
            [] => {}
            [only] => drop(written.insert("type".to_owned(), json!(only))),
            several => drop(written.insert("type".to_owned(), json!(several))),
        }
    }

    /// By the letter, `nullable` adds null to the `type` beside it and does nothing else (OpenAPI 3.0.4, "Schema Object"). As meant,
    /// null is allowed whatever else the schema says.
    fn allow_null(&self, schema: &Map<String, Value>, is_reference: bool, written: &mut Map<String, Value>) {
        // The types of a reference's target are not those beside it.
        let counts = !(is_reference && self.is_before_3_1 && self.reading == Reading::Spec);
        if !counts || self.reading == Reading::Spec || !is_nullable(schema) {
            return;
        }
        if let Some(Value::Array(values)) = written.get_mut("enum")
            && !values.contains(&Value::Null)
        {
            values.push(Value::Null);
        }
        let moved = ["$ref", "allOf", "oneOf", "anyOf", "not", "const"];
        let moved: Map<_, _> = moved.into_iter().filter_map(|keyword| written.remove_entry(keyword)).collect();
        if !moved.is_empty() {
            let rest: Map<_, _> =
                moved.into_iter().chain(["if", "then", "else"].into_iter().filter_map(|it| written.remove_entry(it))).collect();
            written.insert("if".to_owned(), json!({ "type": "null" }));
            written.insert("else".to_owned(), Value::Object(rest));
        }
    }

    /// Returns what a `$ref` leads to, or a `$dynamicRef`, which is taken for the anchor of its name.
    fn target(&self, schema: &Map<String, Value>) -> Option<Pointer> {
        let target = self.names.target(schema)?;
        tree::at(self.root, &target).is_some().then_some(target)
    }

    fn behind<'s>(&'s self, mut schema: &'s Value) -> &'s Value {
        for _ in 0..MAX_CHAIN {
            let target = schema.as_object().and_then(|map| self.target(map));
            match target.and_then(|target| tree::at(self.root, &target)) {
                Some(next) => schema = next,
                None => break,
            }
        }
        schema
    }

    fn collect_hidden(&mut self, schema: &Map<String, Value>, hidden: &mut Hidden, met: &mut HashSet<Pointer>) {
        for (name, property) in entry(schema, "properties").and_then(Value::as_object).into_iter().flatten() {
            if self.is_hidden(property) {
                self.has_misplaced = true;
                hidden.insert(name.clone());
            }
        }
        for part in entry(schema, "allOf").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object) {
            match self.target(part) {
                Some(target) => {
                    let root = self.root;
                    if let Some(Value::Object(part)) = tree::at(root, &target)
                        && met.insert(target)
                    {
                        self.collect_hidden(part, hidden, met);
                    }
                }
                None => self.collect_hidden(part, hidden, met),
            }
        }
    }

    /// Tells whether a property need not be there: it says so, or what it refers to does.
    fn is_hidden(&self, property: &Value) -> bool {
        let target = self.behind(property);
        let own = Some(property).filter(|_| !self.is_before_3_1 || field(property, "$ref").is_none());
        let part = single_part(target).map(|part| self.behind(part));
        let said: Vec<&Value> = [own, Some(target), part].into_iter().flatten().collect();
        say_hidden(&said, self.direction)
    }

    /// Gives what is referred to a place among the definitions where it has none of its own.
    fn add_missing(&mut self, document: &mut Value) {
        let mut moved = HashSet::new();
        let mut waiting: Vec<Pointer> = self.targets.drain().collect();
        let mut definitions = Map::new();
        while let Some(target) = waiting.pop() {
            let there = tree::at(document, &target).is_some_and(|value| value.is_object() || value.is_boolean());
            let schema = tree::at(self.root, &target).unwrap_or(&Value::Null);
            if there || !self.needs(schema) || !moved.insert(target.clone()) {
                continue;
            }
            let schema = self.schema(schema, &Hidden::new());
            definitions.insert(target.as_str().to_owned(), schema);
            waiting.extend(self.targets.drain());
        }
        if moved.is_empty() {
            return;
        }
        if let Value::Object(document) = document {
            document.insert("$defs".to_owned(), Value::Object(definitions));
        }
        redirect(document, &moved);
    }
}

/// Tells whether the schemas of a property say that it does not belong in a direction. One of which both is said is left where it is.
pub(super) fn say_hidden(schemas: &[&Value], direction: Direction) -> bool {
    let say = |keyword: &str| schemas.iter().any(|schema| is_true(schema, keyword));
    match direction {
        Direction::Request => say("readOnly") && !say("writeOnly"),
        Direction::Response => say("writeOnly") && !say("readOnly"),
        Direction::Either => say("writeOnly") || say("readOnly"),
    }
}

/// Returns the values of a discriminator that lead to a branch (OpenAPI 3.0.3, "Discriminator Object").
pub(super) fn tags_of(discriminator: &Value, reference: &str) -> Vec<String> {
    let name = reference.rsplit('/').next().unwrap_or_default();
    let mapping = discriminator.get("mapping").and_then(Value::as_object).into_iter().flatten();
    let leads = |target: &Value| target.as_str().is_some_and(|target| target == reference || target == name);
    let mapped: Vec<String> = mapping.filter(|(_, target)| leads(target)).map(|(tag, _)| tag.clone()).collect();
    if mapped.is_empty() { vec![name.to_owned()] } else { mapped }
}

fn is_nullable(schema: &Map<String, Value>) -> bool {
    ["nullable", "x-nullable"].iter().any(|keyword| entry(schema, keyword) == Some(&Value::Bool(true)))
}

/// Returns the types that a schema names. The type `file` of Swagger 2.0 is any text.
fn named_types(schema: &Map<String, Value>) -> Vec<&str> {
    let known = |name: &&str| ["null", "boolean", "integer", "number", "string", "array", "object"].contains(name);
    let mut types: Vec<&str> = match entry(schema, "type") {
        Some(Value::String(name)) => Some(name.as_str()).filter(known).into_iter().collect(),
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).filter(known).collect(),
        _ => Vec::new(),
    };
    let mut met = HashSet::new();
    types.retain(|name| met.insert(*name));
    types
}

/// In OpenAPI 3.0 `exclusiveMinimum: true` makes `minimum` exclude itself, and does nothing alone.
fn write_limit(schema: &Map<String, Value>, keyword: &str, limit: &Value, written: &mut Map<String, Value>) {
    let exclusive = if keyword == "minimum" { "exclusiveMinimum" } else { "exclusiveMaximum" };
    let excludes = schema.get(exclusive) == Some(&json!(true));
    written.insert(if excludes { exclusive } else { keyword }.to_owned(), limit.clone());
}

fn is_dependent_required(value: &Value) -> bool {
    let is_names = |names: &Value| names.as_array().is_some_and(|names| names.iter().all(Value::is_string));
    value.as_object().is_some_and(|named| named.values().all(is_names))
}
