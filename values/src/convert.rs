//! A schema of a description -> JSON Schema 2020-12, for one direction.
//!
//! A keyword whose value is not what the standard allows is left out, because a validator would refuse the whole schema for it. Formats
//! are kept as far as Bindery reads them as types of their own. References become `#/$defs/N`; [`super::Schemas`] counts them.

use std::collections::{BTreeSet, HashSet};

use serde_json::{Map, Value, json};

use crate::description::{Description, own_examples, reference};
use crate::direction::Direction;

/// Gives a reference's target its place among the definitions.
pub(crate) trait Definitions {
    /// Returns the number of the definition for the schema at a pointer.
    fn number(&mut self, pointer: String) -> usize;
    /// Returns a pattern as a validator can compile it, if it can.
    fn pattern(&mut self, pattern: &str) -> Option<String>;
}

/// Rewrites schemas.
pub(crate) struct Converter<'a, D> {
    pub(crate) description: &'a Description,
    pub(crate) direction: Direction,
    pub(crate) definitions: &'a mut D,
}

/// The names of properties that do not go in the direction.
type Hidden = BTreeSet<String>;

impl<D: Definitions> Converter<'_, D> {
    /// Rewrites a schema. What a schema around it hides is hidden in it too: `required` may stand apart from `properties`.
    pub(crate) fn convert(&mut self, schema: &Value, around: &Hidden) -> Value {
        let schema = match schema {
            Value::Object(schema) => schema,
            Value::Bool(allows) => return json!(allows),
            _ => return json!(true),
        };
        let mut written = Map::new();
        if let Some(reference) = reference(&Value::Object(schema.clone())) {
            self.write_reference(reference, &mut written);
            // Before 3.1 nothing beside a reference counts (OpenAPI 3.0.3, Reference Object).
            if self.description.is_before_3_1() {
                return Value::Object(written);
            }
        }
        let mut hidden = around.clone();
        self.collect_hidden(schema, &mut hidden, &mut HashSet::new());
        self.write_values(schema, &mut written);
        self.write_array(schema, &mut written);
        self.write_object(schema, &hidden, &mut written);
        self.write_branches(schema, &hidden, &mut written);
        if !self.description.is_before_3_1() {
            self.write_conditions(schema, &hidden, &mut written);
        }
        with_null(schema, written)
    }

    fn write_reference(&mut self, reference: &str, written: &mut Map<String, Value>) {
        let target = self.description.target(reference).filter(|pointer| self.description.at(pointer).is_some());
        if let Some(pointer) = target {
            let number = self.definitions.number(pointer);
            written.insert("$ref".to_owned(), json!(format!("#/$defs/{number}")));
        }
    }

    fn write_values(&mut self, schema: &Map<String, Value>, written: &mut Map<String, Value>) {
        let types = types_meant(schema);
        copy(schema, written, "const", |_| true);
        copy(schema, written, "enum", |value| value.as_array().is_some_and(|values| !values.is_empty()));
        for keyword in ["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"] {
            copy(schema, written, keyword, Value::is_u64);
        }
        copy(schema, written, "uniqueItems", Value::is_boolean);
        write_limits(schema, written);
        if let Some(pattern) = schema.get("pattern").and_then(Value::as_str)
            && let Some(pattern) = self.definitions.pattern(pattern)
        {
            written.insert("pattern".to_owned(), json!(pattern));
        }
        let is_base64 = !self.description.is_before_3_1() && schema.get("contentEncoding") == Some(&json!("base64"));
        if let Some(format) = schema.get("format").and_then(Value::as_str) {
            write_format(format, &types, written);
        } else if is_base64 {
            // What 3.0 calls the format `byte` (OpenAPI 3.1.0, section 4.4.1).
            write_format("byte", &types, written);
        }
        match types.as_slice() {
            [] => {}
            [only] => drop(written.insert("type".to_owned(), json!(only))),
            several => drop(written.insert("type".to_owned(), json!(several))),
        }
        let examples = own_examples(&Value::Object(schema.clone()));
        if !examples.is_empty() {
            written.insert("examples".to_owned(), Value::Array(examples));
        }
    }

    fn write_array(&mut self, schema: &Map<String, Value>, written: &mut Map<String, Value>) {
        for keyword in ["items", "contains", "unevaluatedItems"] {
            if let Some(inner) = schema.get(keyword).filter(|inner| is_schema(inner)) {
                written.insert(keyword.to_owned(), self.convert(inner, &Hidden::new()));
            }
        }
        if let Some(Value::Array(items)) = schema.get("prefixItems").filter(|_| !self.description.is_before_3_1()) {
            let items: Vec<_> = items.iter().map(|item| self.convert(item, &Hidden::new())).collect();
            written.insert("prefixItems".to_owned(), Value::Array(items));
        }
    }

    fn write_object(&mut self, schema: &Map<String, Value>, hidden: &Hidden, written: &mut Map<String, Value>) {
        let mut properties = Map::new();
        for (name, property) in schema.get("properties").and_then(Value::as_object).into_iter().flatten() {
            let value = if hidden.contains(name) { json!(false) } else { self.convert(property, &Hidden::new()) };
            properties.insert(name.clone(), value);
        }
        if !properties.is_empty() {
            written.insert("properties".to_owned(), Value::Object(properties));
        }
        let required = schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        let required: BTreeSet<&str> = required.filter(|name| !hidden.contains(*name)).collect();
        if !required.is_empty() {
            written.insert("required".to_owned(), json!(required));
        }
        for keyword in ["additionalProperties", "propertyNames", "unevaluatedProperties"] {
            if let Some(rest) = schema.get(keyword).filter(|inner| is_schema(inner)) {
                written.insert(keyword.to_owned(), self.convert(rest, &Hidden::new()));
            }
        }
        if let Some(Value::Object(patterns)) = schema.get("patternProperties") {
            let patterns: Map<_, _> =
                patterns.iter().map(|(pattern, inner)| (pattern.clone(), self.convert(inner, &Hidden::new()))).collect();
            written.insert("patternProperties".to_owned(), Value::Object(patterns));
        }
    }

    fn write_branches(&mut self, schema: &Map<String, Value>, hidden: &Hidden, written: &mut Map<String, Value>) {
        for keyword in ["allOf", "oneOf", "anyOf"] {
            let Some(Value::Array(branches)) = schema.get(keyword) else { continue };
            let discriminator = schema.get("discriminator").filter(|_| keyword != "allOf");
            let branches: Vec<_> = branches
                .iter()
                .map(|branch| {
                    let converted = self.convert(branch, hidden);
                    match discriminator.and_then(|discriminator| self.tags(discriminator, branch)) {
                        Some((property, tags)) => {
                            json!({"allOf": [converted, {"required": [property], "properties": {property: {"enum": tags}}}]})
                        }
                        None => converted,
                    }
                })
                .collect();
            // The types of formats are in an `allOf` that is there already.
            match written.get_mut(keyword) {
                Some(Value::Array(there)) => there.extend(branches),
                _ if branches.is_empty() => {}
                _ => drop(written.insert(keyword.to_owned(), Value::Array(branches))),
            }
        }
        if let Some(inner) = schema.get("not").filter(|inner| is_schema(inner)) {
            written.insert("not".to_owned(), self.convert(inner, &Hidden::new()));
        }
    }

    /// Rewrites what depends on the value itself, which OpenAPI has since 3.1.
    fn write_conditions(&mut self, schema: &Map<String, Value>, hidden: &Hidden, written: &mut Map<String, Value>) {
        for keyword in ["if", "then", "else"] {
            if let Some(inner) = schema.get(keyword).filter(|inner| is_schema(inner)) {
                written.insert(keyword.to_owned(), self.convert(inner, hidden));
            }
        }
        for keyword in ["minContains", "maxContains"] {
            copy(schema, written, keyword, Value::is_u64);
        }
        copy(schema, written, "dependentRequired", Value::is_object);
        if let Some(Value::Object(dependent)) = schema.get("dependentSchemas") {
            let dependent: Map<_, _> =
                dependent.iter().map(|(name, inner)| (name.clone(), self.convert(inner, hidden))).collect();
            written.insert("dependentSchemas".to_owned(), Value::Object(dependent));
        }
    }

    /// Returns the discriminator's property and the values that lead to a branch (OpenAPI 3.0.3, Discriminator Object); none where the
    /// branch does not describe the property.
    fn tags(&self, discriminator: &Value, branch: &Value) -> Option<(String, Vec<String>)> {
        let property = discriminator.get("propertyName")?.as_str()?;
        let reference = reference(branch)?;
        self.property(branch, property, &mut HashSet::new())?;
        let name = reference.rsplit('/').next().unwrap_or_default();
        let mapping = discriminator.get("mapping").and_then(Value::as_object).into_iter().flatten();
        let mapped: Vec<String> = mapping
            .filter(|(_, target)| target.as_str().is_some_and(|target| target == reference || target == name))
            .map(|(tag, _)| tag.clone())
            .collect();
        let tags = if mapped.is_empty() { vec![name.to_owned()] } else { mapped };
        Some((property.to_owned(), tags))
    }

    /// Finds a property in a schema and in what it is made of.
    fn property<'s>(&'s self, schema: &'s Value, name: &str, met: &mut HashSet<*const Value>) -> Option<&'s Value> {
        let schema = self.description.behind_references(schema);
        if !met.insert(std::ptr::from_ref(schema)) {
            return None;
        }
        let own = schema.get("properties").and_then(|properties| properties.get(name));
        let parts = ["allOf", "oneOf", "anyOf"].into_iter().filter_map(|keyword| schema.get(keyword)?.as_array()).flatten();
        own.or_else(|| parts.into_iter().find_map(|part| self.property(part, name, met)))
    }

    fn collect_hidden(&self, schema: &Map<String, Value>, hidden: &mut Hidden, met: &mut HashSet<*const Map<String, Value>>) {
        if !met.insert(std::ptr::from_ref(schema)) {
            return;
        }
        let properties = schema.get("properties").and_then(Value::as_object).into_iter().flatten();
        hidden.extend(properties.filter(|(_, property)| self.is_hidden(property)).map(|(name, _)| name.clone()));
        for part in schema.get("allOf").and_then(Value::as_array).into_iter().flatten() {
            if let Value::Object(part) = self.description.behind_references(part) {
                self.collect_hidden(part, hidden, met);
            }
        }
    }

    /// Tells whether a property does not go in the direction: it says so itself, or what it refers to does. One that is said to go in none
    /// goes in both, since it can only be a mistake.
    fn is_hidden(&self, property: &Value) -> bool {
        let Some(annotation) = self.direction.hides() else { return false };
        let target = self.description.behind_references(property);
        let single = target.get("allOf").and_then(Value::as_array).filter(|parts| parts.len() == 1);
        // Since 3.1 what stands beside a reference counts.
        let own = Some(property).filter(|_| !self.description.is_before_3_1());
        let part = single.map(|parts| self.description.behind_references(&parts[0]));
        let says = |annotation: &str| {
            let mut said = [own, Some(target), part].into_iter().flatten();
            said.any(|schema| schema.get(annotation) == Some(&json!(true)))
        };
        says(annotation) && !says(if annotation == "readOnly" { "writeOnly" } else { "readOnly" })
    }
}

fn is_schema(value: &Value) -> bool {
    value.is_object() || value.is_boolean()
}

fn copy(schema: &Map<String, Value>, written: &mut Map<String, Value>, keyword: &str, fits: fn(&Value) -> bool) {
    if let Some(value) = schema.get(keyword).filter(|value| fits(value)) {
        written.insert(keyword.to_owned(), value.clone());
    }
}

/// Returns the types that a schema names, as far as they are types.
fn types(schema: &Map<String, Value>) -> Vec<String> {
    let known = |name: &&str| ["null", "boolean", "integer", "number", "string", "array", "object"].contains(name);
    match schema.get("type") {
        Some(Value::String(name)) => Some(name.as_str()).filter(known).map(str::to_owned).into_iter().collect(),
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).filter(known).map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}

/// Returns the types of a schema; one that speaks of properties or items without a type means objects or lists, as everybody reads it.
fn types_meant(schema: &Map<String, Value>) -> Vec<String> {
    let has = |keywords: &[&str]| keywords.iter().any(|keyword| schema.contains_key(*keyword));
    let named = types(schema);
    let meant = match () {
        () if !named.is_empty() || has(&["type", "enum", "const"]) => None,
        () if has(&["properties", "required", "additionalProperties"]) => Some("object"),
        () if has(&["items"]) => Some("array"),
        () => None,
    };
    meant.map_or(named, |meant| vec![meant.to_owned()])
}

/// In OpenAPI 3.0 `exclusiveMinimum: true` makes `minimum` exclude itself.
fn write_limits(schema: &Map<String, Value>, written: &mut Map<String, Value>) {
    for (limit, exclusive) in [("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")] {
        let flag = schema.get(exclusive) == Some(&json!(true));
        if let Some(number) = schema.get(limit).filter(|number| number.is_number()) {
            written.insert(if flag { exclusive } else { limit }.to_owned(), number.clone());
        }
        copy(schema, written, exclusive, Value::is_number);
    }
    copy(schema, written, "multipleOf", |number| number.as_f64().is_some_and(|number| number > 0.0));
}

/// Formats that Bindery reads as types of their own are asserted, and the ranges of integer formats.
fn write_format(format: &str, types: &[String], written: &mut Map<String, Value>) {
    match types {
        [only] if only == "string" && ["date-time", "date", "uuid", "byte", "ipv4", "ipv6"].contains(&format) => {
            written.insert("format".to_owned(), json!(format));
        }
        [only] if only == "integer" => {
            let range = match format {
                "int8" => json!({"minimum": i8::MIN, "maximum": i8::MAX}),
                "int16" => json!({"minimum": i16::MIN, "maximum": i16::MAX}),
                "int32" => json!({"minimum": i32::MIN, "maximum": i32::MAX}),
                "int64" => json!({"minimum": i64::MIN, "maximum": i64::MAX}),
                "uint8" => json!({"minimum": 0, "maximum": u8::MAX}),
                "uint16" => json!({"minimum": 0, "maximum": u16::MAX}),
                "uint32" => json!({"minimum": 0, "maximum": u32::MAX}),
                "uint64" => json!({"minimum": 0, "maximum": u64::MAX}),
                _ => return,
            };
            written.insert("allOf".to_owned(), json!([range]));
        }
        _ => {}
    }
}

/// Null is allowed beside everything that a `nullable` schema says.
fn with_null(schema: &Map<String, Value>, mut written: Map<String, Value>) -> Value {
    let nullable = ["nullable", "x-nullable"].iter().any(|keyword| schema.get(*keyword) == Some(&json!(true)));
    if !nullable || written.is_empty() {
        return Value::Object(written);
    }
    let examples = written.remove("examples");
    let mut either = json!({"anyOf": [written, {"type": "null"}]});
    if let Some(examples) = examples {
        either["examples"] = examples;
    }
    either
}
