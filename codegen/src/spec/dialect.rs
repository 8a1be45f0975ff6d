//! Schemas of OpenAPI 3.1 and later, which are JSON Schema 2020-12, -> [`Schema`]s. Parse has checked the shapes of their keywords.
//!
//! Normal forms made here: `null` in `type`, `enum` and `const` becomes `nullable`; `const` is an enum of one; `contentEncoding: base64`
//! is the format `byte`; `$dynamicRef` is a `$ref`. A keyword that the normal form has no place for is reported, and what is read
//! instead keeps every value whole.

use foldhash::HashMap;
use serde_json::{Map, Number, Value};

use super::model::{AdditionalProperties, Assertion, AssertionKind, Discriminator, JsonType, Schema, SchemaId};
use super::resolve::{Resolver, SchemaNode};
use super::schemas::number;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::parse::is_schema_position;
use crate::source::{Origin, Pointer};

/// The names of the dialect that is read.
const DIALECTS: [&str; 4] = [
    "https://json-schema.org/draft/2020-12/schema",
    "https://spec.openapis.org/oas/3.1/dialect/base",
    "https://spec.openapis.org/oas/3.1/dialect/2024-11-10",
    "https://spec.openapis.org/oas/3.2/dialect/2025-09-17",
];

/// Keywords that say nothing about which values are allowed.
const ANNOTATIONS: [&str; 11] = [
    "$comment",
    "default",
    "deprecated",
    "description",
    "example",
    "examples",
    "externalDocs",
    "readOnly",
    "title",
    "writeOnly",
    "xml",
];

/// The keywords of one schema.
pub(super) struct Keywords<'a> {
    map: &'a Map<String, Value>,
    pub(super) origin: Origin,
}

impl<'a> Keywords<'a> {
    /// Returns a value that is there and not null.
    pub(super) fn get(&self, keyword: &str) -> Option<&'a Value> {
        self.map.get(keyword).filter(|value| !value.is_null())
    }

    fn has(&self, keyword: &str) -> bool {
        self.get(keyword).is_some()
    }

    fn text(&self, keyword: &str) -> Option<String> {
        self.get(keyword).and_then(Value::as_str).map(str::to_owned)
    }

    fn flag(&self, keyword: &str) -> bool {
        self.get(keyword).and_then(Value::as_bool).unwrap_or_default()
    }

    pub(super) fn count(&self, keyword: &str) -> Option<u64> {
        self.get(keyword).and_then(Value::as_u64)
    }

    fn bound(&self, keyword: &str) -> Option<Number> {
        self.get(keyword).and_then(Value::as_number).and_then(whole_or_float)
    }

    fn list(&self, keyword: &str) -> &'a [Value] {
        self.get(keyword).and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }

    pub(super) fn entries(&self, keyword: &str) -> impl Iterator<Item = (&'a str, &'a Value)> + use<'a> {
        self.get(keyword).and_then(Value::as_object).into_iter().flatten().map(|(key, value)| (key.as_str(), value))
    }
}

impl<'a> Resolver<'a> {
    /// Reports another dialect of schemas than that of OpenAPI 3.1.
    pub(super) fn check_dialect(&mut self) {
        let Some(later) = &self.description.later else { return };
        if let Some(dialect) = later.tree.get("jsonSchemaDialect").and_then(Value::as_str) {
            self.check_dialect_name(dialect, self.root.child("jsonSchemaDialect"));
        }
    }

    fn check_dialect_name(&mut self, dialect: &str, origin: Origin) {
        if !DIALECTS.contains(&dialect.trim_end_matches('#')) {
            let message = format!("the dialect `{dialect}` is not known");
            self.lossy(origin, message, "the schemas are read as JSON Schema 2020-12");
        }
    }

    /// Gives an id to the schema at `origin` of a later version than 3.0.
    pub(super) fn later_schema(&mut self, origin: Origin) -> SchemaId {
        if let Some(id) = self.by_pointer.get(&origin.pointer) {
            return *id;
        }
        let node = self.description.later.as_ref().and_then(|later| later.at(&origin.pointer));
        let id = self.any(origin);
        self.waiting.extend(node.map(|node| (id, SchemaNode::Later(node))));
        id
    }

    /// Finds the schema that has a reference for its name: `#name` for its anchor, anything else for its `$id`.
    pub(super) fn named_schema(&mut self, reference: &str) -> Option<Pointer> {
        let later = self.description.later.as_ref()?;
        if reference.is_empty() || reference == "#" || reference.starts_with("#/") {
            return None;
        }
        let names = self.schema_names.get_or_insert_with(|| schema_names(&later.tree));
        let pointers = names.get(reference).map_or(&[][..], Vec::as_slice);
        if let [first, second, ..] = pointers {
            let origin = |pointer: &Pointer| Origin { document: self.root.document, pointer: pointer.clone() };
            let message = format!("`{reference}` names two schemas");
            let found = Diagnostic::new(Code::Structure, origin(first), message).related("the other", origin(second));
            let found = found.help("references lead to the first in the text");
            self.found.push(Diagnostic { severity: Severity::Warning, ..found });
        }
        pointers.first().cloned()
    }

    /// Tells whether a reference is to an anchor of this document, and not a pointer.
    pub(super) fn is_anchor(&self, reference: &str) -> bool {
        let anchor = reference.strip_prefix('#').filter(|anchor| !anchor.is_empty() && !anchor.starts_with('/'));
        self.description.later.is_some() && anchor.is_some()
    }

    /// Gives an id to a schema that nothing but a pointer leads to.
    pub(super) fn visit_lone_schema(&mut self, pointer: &Pointer) {
        let Some(node) = self.description.later.as_ref().and_then(|later| later.at(pointer)) else { return };
        if (node.is_object() || node.is_boolean()) && is_schema_position(pointer) {
            self.later_schema(Origin { document: self.root.document, pointer: pointer.clone() });
            self.fill_waiting();
        }
    }

    /// Reads one schema.
    pub(super) fn fill_later(&mut self, node: &'a Value, origin: Origin, id: SchemaId) -> Schema {
        let mut filled = Schema::any(origin.clone());
        filled.never = *node == Value::Bool(false);
        let Value::Object(map) = node else { return filled };
        let keywords = Keywords { map, origin };
        fill_annotations(&mut filled, &keywords);
        fill_types(&mut filled, &keywords);
        fill_values(&mut filled, &keywords);
        fill_limits(&mut filled, &keywords);
        self.fill_links(&mut filled, &keywords, id);
        self.fill_items(&mut filled, &keywords);
        self.fill_later_properties(&mut filled, &keywords);
        filled.all_of = self.later_branches(&keywords, "allOf");
        filled.one_of = self.later_branches(&keywords, "oneOf");
        filled.any_of = self.later_branches(&keywords, "anyOf");
        self.fill_assertions(&mut filled, &keywords);
        self.fill_content(&mut filled, &keywords);
        self.report_doubtful(&keywords);
        filled
    }

    fn fill_links(&mut self, filled: &mut Schema, keywords: &Keywords<'a>, id: SchemaId) {
        if let Some(reference) = keywords.get("$ref").and_then(Value::as_str) {
            self.unlinked.push_back((id, reference));
        } else if let Some(reference) = keywords.get("$dynamicRef").and_then(Value::as_str) {
            self.unlinked.push_back((id, reference));
        }
        if keywords.has("$dynamicRef") {
            let message = "`$dynamicRef` leads to another schema in each schema that uses this one";
            let help = match keywords.has("$ref") {
                true => "the `$ref` beside it alone is followed",
                false => "it is read as a `$ref`, which leads to the same schema always",
            };
            self.lossy(keywords.origin.child("$dynamicRef"), message, help);
        }
        let Some(discriminator) = keywords.get("discriminator") else { return };
        let property = discriminator.get("propertyName").and_then(Value::as_str).unwrap_or_default().to_owned();
        filled.discriminator = Some(Discriminator { property, mapping: Vec::new() });
        let mapping = discriminator.get("mapping").and_then(Value::as_object).into_iter().flatten();
        self.unlinked_tags.extend(mapping.filter_map(|(tag, target)| Some((id, tag.as_str(), target.as_str()?))));
    }

    /// A tuple becomes a list whose items are of any of its schemas, where no further items of unknown schemas can follow. Which item
    /// is of which schema is left to be checked.
    fn fill_items(&mut self, filled: &mut Schema, keywords: &Keywords<'a>) {
        let first = keywords.list("prefixItems");
        if first.is_empty() {
            filled.items = self.later_child(keywords, "items");
            return;
        }
        let place = keywords.origin.child("prefixItems");
        let count = u64::try_from(first.len()).unwrap_or(u64::MAX);
        let mut items = self.different_branches(first, &place);
        if keywords.get("items") == Some(&Value::Bool(false)) {
            filled.max_items = Some(filled.max_items.map_or(count, |max| max.min(count)));
        } else if filled.max_items.is_none_or(|max| max > count) {
            match keywords.get("items") {
                Some(Value::Object(map)) if !allows_everything(map) => items.extend(self.later_child(keywords, "items")),
                _ => items.clear(),
            }
        }
        if let [single] = items[..] {
            filled.items = Some(single);
            return;
        }
        let message = "`prefixItems` gives each of the first items a schema of its own";
        let help = match items.is_empty() {
            true => "a list of any values is generated, since the items that follow can be any; `validate` checks the first",
            false => "a list of values of any of these schemas is generated; `validate` checks which item has which",
        };
        self.note(place.clone(), message, help);
        let each = (0..first.len()).map(|index| self.later_schema(place.index(index))).collect();
        let others = keywords.get("items").filter(|items| items.is_object()).and_then(|_| self.later_child(keywords, "items"));
        let kind = AssertionKind::PrefixItems(each, others);
        filled.assertions.push(Assertion { origin: place.clone(), kind });
        if !items.is_empty() {
            let union = self.any(place);
            self.schemas[union].any_of = items;
            filled.items = Some(union);
        }
    }

    /// Gives ids to the schemas of a list, of those that say the same to the first only.
    fn different_branches(&mut self, nodes: &[Value], list: &Origin) -> Vec<SchemaId> {
        let indices = (0..nodes.len()).filter(|index| !nodes[..*index].contains(&nodes[*index]));
        indices.map(|index| self.later_schema(list.index(index))).collect()
    }

    fn fill_later_properties(&mut self, filled: &mut Schema, keywords: &Keywords<'a>) {
        let list = keywords.origin.child("properties");
        let properties = keywords.entries("properties");
        filled.properties = properties.map(|(name, _)| (name.to_owned(), self.later_schema(list.child(name)))).collect();
        filled.required = keywords.list("required").iter().filter_map(Value::as_str).map(str::to_owned).collect();
        filled.additional_properties = self.later_additional(keywords, "additionalProperties");
        self.fill_pattern_properties(filled, keywords);
        self.fill_unevaluated(filled, keywords);
        if keywords.has("if") || keywords.has("dependentSchemas") {
            keep_rest(filled);
        }
    }

    fn later_additional(&mut self, keywords: &Keywords<'a>, keyword: &str) -> AdditionalProperties {
        match keywords.get(keyword) {
            None => AdditionalProperties::Unsaid,
            Some(Value::Bool(false)) => AdditionalProperties::Forbidden,
            Some(Value::Object(map)) if !allows_everything(map) => {
                AdditionalProperties::Schema(self.later_schema(keywords.origin.child(keyword)))
            }
            Some(_) => AdditionalProperties::Any,
        }
    }

    fn fill_pattern_properties(&mut self, filled: &mut Schema, keywords: &Keywords<'a>) {
        if keywords.entries("patternProperties").next().is_none() {
            return;
        }
        let place = keywords.origin.child("patternProperties");
        let patterns = self.schemas_by_name(keywords, "patternProperties");
        let others = filled.additional_properties;
        // With one pattern and nothing besides, every value is of its schema.
        filled.additional_properties = match (&patterns[..], others) {
            ([(_, only)], AdditionalProperties::Forbidden) => AdditionalProperties::Schema(*only),
            _ => {
                let message = "`patternProperties` describes properties by patterns of their names";
                self.note(place.clone(), message, "a map that keeps them as any values is generated; `validate` checks them");
                AdditionalProperties::Any
            }
        };
        let named = filled.properties.keys().cloned().collect();
        let kind = AssertionKind::PatternProperties { named, patterns, others };
        filled.assertions.push(Assertion { origin: place, kind });
    }

    /// Without schemas beside it, `unevaluatedProperties` is the same as `additionalProperties`.
    fn fill_unevaluated(&mut self, filled: &mut Schema, keywords: &Keywords<'a>) {
        const BESIDE: [&str; 9] = [
            "$dynamicRef",
            "$ref",
            "additionalProperties",
            "allOf",
            "anyOf",
            "dependentSchemas",
            "if",
            "oneOf",
            "patternProperties",
        ];
        let keyword = "unevaluatedProperties";
        if !BESIDE.iter().any(|beside| keywords.has(beside)) {
            let additional = self.later_additional(keywords, keyword);
            filled.additional_properties = additional;
            return;
        }
        if keywords.get(keyword).is_some_and(|value| *value != Value::Bool(true)) {
            let message = format!("`{keyword}` asks which properties the schemas beside it describe");
            self.lossy(keywords.origin.child(keyword), message, "the other properties are not checked");
            filled.assertions.extend(self.unevaluated(keywords, keyword, AssertionKind::UnevaluatedProperties));
        }
        if keywords.get(keyword).is_some_and(|value| *value != Value::Bool(false)) {
            keep_rest(filled);
        }
    }

    pub(super) fn later_child(&mut self, keywords: &Keywords<'a>, keyword: &str) -> Option<SchemaId> {
        keywords.has(keyword).then(|| self.later_schema(keywords.origin.child(keyword)))
    }

    fn later_branches(&mut self, keywords: &Keywords<'a>, keyword: &str) -> Vec<SchemaId> {
        let list = keywords.origin.child(keyword);
        (0..keywords.list(keyword).len()).map(|index| self.later_schema(list.index(index))).collect()
    }

    fn fill_content(&mut self, filled: &mut Schema, keywords: &Keywords<'a>) {
        let place = |keyword: &str| keywords.origin.child(keyword);
        match keywords.text("contentEncoding") {
            Some(encoding) if encoding.eq_ignore_ascii_case("base64") => {
                filled.format.get_or_insert_with(|| "byte".to_owned());
            }
            Some(encoding) => {
                let message = format!("the encoding `{encoding}` is not undone");
                self.lossy(place("contentEncoding"), message, "the text is kept as it is sent");
            }
            None => {}
        }
        for keyword in ["contentMediaType", "contentSchema"].into_iter().filter(|keyword| keywords.has(keyword)) {
            let message = format!("`{keyword}` is not looked at");
            self.note(place(keyword), message, "what the text holds is left to the caller");
        }
    }

    /// Reports keywords that the normal form has no place for.
    fn report_doubtful(&mut self, keywords: &Keywords<'a>) {
        if keywords.has("nullable") {
            let message = "`nullable` is not a keyword of OpenAPI 3.1";
            let help = "it is read as 3.0 does; 3.1 has `null` among the types, such as `type: [string, 'null']`";
            self.found.push(Diagnostic::new(Code::UnknownKeyword, keywords.origin.child("nullable"), message).help(help));
        }
        if keywords.has("$id") {
            let message = "`$id` makes the references in this schema start from it";
            self.lossy(keywords.origin.child("$id"), message, "they are read from the beginning of the file");
        }
        if let Some(dialect) = keywords.text("$schema") {
            self.check_dialect_name(&dialect, keywords.origin.child("$schema"));
        }
        if keywords.get("examples").is_some_and(|examples| !examples.is_array()) {
            let place = keywords.origin.child("examples");
            self.warn(place, "`examples` of a schema must be a list", "it is not used; `example` takes one value");
        }
    }

    pub(super) fn lossy(&mut self, origin: Origin, message: impl Into<String>, help: &str) {
        self.found.push(Diagnostic::new(Code::UnsupportedSchema, origin, message).help(help));
    }

    /// Reports what no type says, and is neither lost nor unchecked.
    fn note(&mut self, origin: Origin, message: impl Into<String>, help: &str) {
        let found = Diagnostic::new(Code::UnsupportedSchema, origin, message).help(help);
        self.found.push(Diagnostic { severity: Severity::Note, ..found });
    }
}

/// Sees to it that an object keeps the properties that its own schema does not describe.
fn keep_rest(filled: &mut Schema) {
    if filled.additional_properties == AdditionalProperties::Unsaid && (!filled.properties.is_empty() || is_object(filled)) {
        filled.additional_properties = AdditionalProperties::Any;
    }
}

fn is_object(filled: &Schema) -> bool {
    filled.types.as_deref() == Some(&[JsonType::Object])
}

fn fill_annotations(filled: &mut Schema, keywords: &Keywords<'_>) {
    filled.title = keywords.text("title");
    filled.description = keywords.text("description");
    filled.external_docs = keywords.get("externalDocs").and_then(|docs| docs["url"].as_str()).map(str::to_owned);
    filled.deprecated = keywords.flag("deprecated");
    filled.read_only = keywords.flag("readOnly");
    filled.write_only = keywords.flag("writeOnly");
    filled.default = keywords.get("default").cloned();
    filled.examples = keywords.get("example").into_iter().chain(keywords.list("examples")).cloned().collect();
    filled.format = keywords.text("format");
    let extensions = keywords.map.iter().filter(|(key, _)| key.starts_with("x-"));
    filled.extensions = extensions.map(|(key, value)| (key.clone(), value.clone())).collect();
}

/// Sets the types, null apart. An unknown one, of which parse has warned, is read as not said.
fn fill_types(filled: &mut Schema, keywords: &Keywords<'_>) {
    filled.nullable = keywords.flag("nullable");
    let names = match keywords.map.get("type") {
        Some(Value::Array(list)) => list.as_slice(),
        Some(name) => std::slice::from_ref(name),
        None => return,
    };
    let mut types = Vec::new();
    // Parse has warned of a null without quotes, which can't but mean the type.
    for name in names.iter().filter_map(|name| if name.is_null() { Some("null") } else { name.as_str() }) {
        match json_type(name) {
            Some(kind) if !types.contains(&kind) => types.push(kind),
            Some(_) => {}
            None if name == "null" => filled.nullable = true,
            None => return,
        }
    }
    // Every integer is a number.
    if types.contains(&JsonType::Number) {
        types.retain(|kind| *kind != JsonType::Integer);
    }
    filled.types = Some(types);
}

fn json_type(name: &str) -> Option<JsonType> {
    match name {
        "boolean" => Some(JsonType::Boolean),
        "integer" => Some(JsonType::Integer),
        "number" => Some(JsonType::Number),
        "string" => Some(JsonType::String),
        "array" => Some(JsonType::Array),
        "object" => Some(JsonType::Object),
        _ => None,
    }
}

/// Sets the values that are allowed. Null among the values or among the types is taken as allowed, as 3.0 is read.
fn fill_values(filled: &mut Schema, keywords: &Keywords<'_>) {
    // A `const` of null is one, unlike other keywords that are null.
    let constant = keywords.map.get("const").map(std::slice::from_ref);
    let listed = keywords.get("enum").map(|_| keywords.list("enum"));
    let Some(values) = constant.or(listed) else { return };
    filled.never |= values.is_empty();
    filled.nullable |= values.iter().any(Value::is_null);
    let is_number = filled.types.as_deref() == Some(&[JsonType::Number]);
    let values = values.iter().filter(|value| !value.is_null()).map(|value| match value {
        Value::Number(value) if is_number => whole_or_float(value).map_or(Value::Null, Value::Number),
        value => value.clone(),
    });
    filled.enumeration = Some(values.collect());
}

fn fill_limits(filled: &mut Schema, keywords: &Keywords<'_>) {
    filled.multiple_of = keywords.bound("multipleOf");
    filled.minimum = keywords.bound("minimum");
    filled.maximum = keywords.bound("maximum");
    filled.exclusive_minimum = keywords.bound("exclusiveMinimum");
    filled.exclusive_maximum = keywords.bound("exclusiveMaximum");
    filled.min_length = keywords.count("minLength");
    filled.max_length = keywords.count("maxLength");
    filled.pattern = keywords.text("pattern");
    filled.min_items = keywords.count("minItems");
    filled.max_items = keywords.count("maxItems");
    filled.unique_items = keywords.flag("uniqueItems");
    filled.min_properties = keywords.count("minProperties");
    filled.max_properties = keywords.count("maxProperties");
}

/// Makes a whole number that has a point an integer, as those of 3.0 are.
fn whole_or_float(value: &Number) -> Option<Number> {
    match value.as_f64().filter(|_| value.is_f64()) {
        Some(float) => number(float),
        None => Some(value.clone()),
    }
}

fn allows_everything(map: &Map<String, Value>) -> bool {
    map.keys().all(|key| key.starts_with("x-") || ANNOTATIONS.contains(&key.as_str()))
}

/// Finds every schema that has a name, by what a reference to it says; of schemas of one name the first comes first.
fn schema_names(tree: &Value) -> HashMap<String, Vec<Pointer>> {
    let mut names: HashMap<String, Vec<Pointer>> = HashMap::default();
    let mut waiting = vec![(Pointer::root(), tree)];
    while let Some((pointer, node)) = waiting.pop() {
        match node {
            Value::Object(map) => {
                let word = |keyword: &str| map.get(keyword).and_then(Value::as_str);
                let anchors = ["$anchor", "$dynamicAnchor"].into_iter().filter_map(word).map(|name| format!("#{name}"));
                for name in anchors.chain(word("$id").map(str::to_owned)) {
                    names.entry(name).or_default().push(pointer.clone());
                }
                // What is pushed last is looked at first.
                waiting.extend(map.iter().rev().map(|(key, value)| (pointer.child(key), value)));
            }
            Value::Array(list) => {
                waiting.extend(list.iter().enumerate().rev().map(|(index, value)| (pointer.index(index), value)));
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    names
}
