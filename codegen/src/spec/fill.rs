//! A schema as it stands in the text -> [`Schema`], as far as the dialects agree; `dialect_30` and `dialect_2020` have the rest.
//! Parse has checked the shapes of the keywords.
//!
//! Normal forms made here: a `null` in `type` and `enum` becomes `nullable`; an empty schema for additional properties is the same as
//! `true`; whole numbers stay integers.

use serde_json::{Number, Value};

use super::model::{AdditionalProperties, Discriminator, JsonType, Schema, SchemaId};
use super::resolve::{Resolver, extensions};
use crate::parse::tree::{Map, Tree};
use crate::source::Origin;

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
    pub(super) map: &'a Map<'a>,
    pub(super) origin: Origin,
    /// A bit for each length that a keyword has: most are looked for and not there.
    lengths: u64,
}

impl<'a> Keywords<'a> {
    fn new(map: &'a Map<'a>, origin: Origin) -> Self {
        Self { map, origin, lengths: map.keys().fold(0, |lengths, keyword| lengths | length_bit(keyword)) }
    }

    /// Returns a value that is there and not null.
    pub(super) fn get(&self, keyword: &str) -> Option<&'a Tree<'a>> {
        if self.lengths & length_bit(keyword) == 0 {
            return None;
        }
        self.map.get(keyword).filter(|value| !value.is_null())
    }

    pub(super) fn has(&self, keyword: &str) -> bool {
        self.get(keyword).is_some()
    }

    pub(super) fn word(&self, keyword: &str) -> Option<&'a str> {
        self.get(keyword).and_then(Tree::as_str)
    }

    fn text(&self, keyword: &str) -> Option<String> {
        self.word(keyword).map(str::to_owned)
    }

    pub(super) fn flag(&self, keyword: &str) -> bool {
        self.get(keyword).and_then(Tree::as_bool).unwrap_or_default()
    }

    pub(super) fn count(&self, keyword: &str) -> Option<u64> {
        self.get(keyword).and_then(Tree::as_number)?.as_u64()
    }

    pub(super) fn bound(&self, keyword: &str) -> Option<Number> {
        self.get(keyword).and_then(Tree::as_number).and_then(whole_or_float)
    }

    pub(super) fn list(&self, keyword: &str) -> &'a [Tree<'a>] {
        self.get(keyword).and_then(Tree::as_list).unwrap_or_default()
    }

    pub(super) fn entries(&self, keyword: &str) -> impl Iterator<Item = (&'a str, &'a Tree<'a>)> + use<'a> {
        self.get(keyword).and_then(Tree::as_map).into_iter().flat_map(Map::iter)
    }
}

fn length_bit(keyword: &str) -> u64 {
    1 << (keyword.len() % 64)
}

impl<'a> Resolver<'a> {
    /// Reads one schema.
    pub(super) fn fill(&mut self, node: &'a Tree<'a>, origin: Origin, id: SchemaId) -> Schema {
        let mut filled = Schema::any(origin.clone());
        filled.never = *node == Tree::Bool(false);
        let Tree::Map(map) = node else { return filled };
        let keywords = Keywords::new(map, origin);
        match self.description.is_later() {
            true => self.fill_2020(&mut filled, &keywords, id),
            false => self.fill_30(&mut filled, &keywords, id),
        }
        filled
    }

    /// Sets what the schemas of all dialects have, but for the values of `enum` and for other schemas.
    pub(super) fn fill_own(&mut self, filled: &mut Schema, keywords: &Keywords<'a>, id: SchemaId) {
        fill_annotations(filled, keywords);
        fill_types(filled, keywords);
        fill_limits(filled, keywords);
        let Some(discriminator) = keywords.get("discriminator") else { return };
        let property = discriminator.get("propertyName").and_then(Tree::as_str).unwrap_or_default().to_owned();
        filled.discriminator = Some(Discriminator { property, mapping: Vec::new() });
        let mapping = discriminator.get("mapping").and_then(Tree::as_map).into_iter().flat_map(Map::iter);
        self.unlinked_tags.extend(mapping.filter_map(|(tag, target)| Some((id, tag, target.as_str()?))));
    }

    /// Sets the properties, and what others there may be.
    pub(super) fn fill_properties(&mut self, filled: &mut Schema, keywords: &Keywords<'a>) {
        let place = keywords.origin.child("properties");
        let properties = keywords.entries("properties");
        filled.properties = properties.map(|(name, node)| (name.to_owned(), self.schema(node, place.child(name)))).collect();
        filled.required = keywords.list("required").iter().filter_map(Tree::as_str).map(str::to_owned).collect();
        filled.additional_properties = self.additional(keywords, "additionalProperties");
    }

    /// Sets the schemas that are put together.
    pub(super) fn fill_branches(&mut self, filled: &mut Schema, keywords: &Keywords<'a>) {
        filled.all_of = self.branches(keywords, "allOf");
        filled.one_of = self.branches(keywords, "oneOf");
        filled.any_of = self.branches(keywords, "anyOf");
    }

    /// Reads what a keyword allows besides the properties that are described.
    pub(super) fn additional(&mut self, keywords: &Keywords<'a>, keyword: &str) -> AdditionalProperties {
        match keywords.get(keyword) {
            None => AdditionalProperties::Unsaid,
            Some(Tree::Bool(false)) => AdditionalProperties::Forbidden,
            Some(node @ Tree::Map(map)) if !self.allows_everything(map) => {
                AdditionalProperties::Schema(self.schema(node, keywords.origin.child(keyword)))
            }
            Some(_) => AdditionalProperties::Any,
        }
    }

    /// Tells whether a schema is `{}`, but for words about it.
    pub(super) fn allows_everything(&self, map: &Map<'_>) -> bool {
        map.iter().all(|(key, value)| {
            key.starts_with("x-")
                || ANNOTATIONS.contains(&key)
                || !self.description.is_later() && super::dialect_30::narrows_nothing(key, value)
        })
    }

    /// Gives an id to the schema that a keyword has, if it has one.
    pub(super) fn child(&mut self, keywords: &Keywords<'a>, keyword: &str) -> Option<SchemaId> {
        keywords.get(keyword).map(|node| self.schema(node, keywords.origin.child(keyword)))
    }

    fn branches(&mut self, keywords: &Keywords<'a>, keyword: &str) -> Vec<SchemaId> {
        let list = keywords.origin.child(keyword);
        keywords.list(keyword).iter().enumerate().map(|(index, node)| self.schema(node, list.index(index))).collect()
    }

    /// Gives ids to the schemas that a keyword has by names.
    pub(super) fn schemas_by_name(&mut self, keywords: &Keywords<'a>, keyword: &str) -> Vec<(String, SchemaId)> {
        let place = keywords.origin.child(keyword);
        keywords.entries(keyword).map(|(name, node)| (name.to_owned(), self.schema(node, place.child(name)))).collect()
    }
}

fn fill_annotations(filled: &mut Schema, keywords: &Keywords<'_>) {
    filled.title = keywords.text("title");
    filled.description = keywords.text("description");
    filled.external_docs = keywords.get("externalDocs").and_then(|docs| docs.get("url")?.as_str()).map(str::to_owned);
    filled.deprecated = keywords.flag("deprecated");
    filled.read_only = keywords.flag("readOnly");
    filled.write_only = keywords.flag("writeOnly");
    filled.default = keywords.get("default").map(Tree::to_value);
    filled.examples = keywords.get("example").map(Tree::to_value).into_iter().collect();
    filled.format = keywords.text("format");
    filled.extensions = extensions(keywords.map);
}

/// Sets the types, null apart. An unknown one, of which parse has warned, is read as not said.
fn fill_types(filled: &mut Schema, keywords: &Keywords<'_>) {
    filled.nullable = keywords.flag("nullable");
    let names = match keywords.map.get("type") {
        Some(Tree::List(list)) => list.as_slice(),
        Some(name) => std::slice::from_ref(name),
        None => return,
    };
    let mut types = Vec::new();
    // Parse has warned of a null without quotes, which can't but mean the type.
    for name in names.iter().filter_map(|name| if name.is_null() { Some("null") } else { name.as_str() }) {
        match json_type(name) {
            Some(kind) if !types.contains(&kind) => types.push(kind),
            Some(_) => {}
            // In 3.0, which does not have it, parse has warned of it too.
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
pub(super) fn fill_values(filled: &mut Schema, values: &[Tree<'_>]) {
    filled.nullable |= values.iter().any(Tree::is_null);
    let is_number = filled.types.as_deref() == Some(&[JsonType::Number]);
    let values = values.iter().filter(|value| !value.is_null()).map(|value| match value {
        Tree::Number(value) if is_number => whole_or_float(value).map_or(Value::Null, Value::Number),
        value => value.to_value(),
    });
    filled.enumeration = Some(values.collect());
}

fn fill_limits(filled: &mut Schema, keywords: &Keywords<'_>) {
    filled.multiple_of = keywords.bound("multipleOf");
    filled.minimum = keywords.bound("minimum");
    filled.maximum = keywords.bound("maximum");
    filled.min_length = keywords.count("minLength");
    filled.max_length = keywords.count("maxLength");
    filled.pattern = keywords.text("pattern");
    filled.min_items = keywords.count("minItems");
    filled.max_items = keywords.count("maxItems");
    filled.unique_items = keywords.flag("uniqueItems");
    filled.min_properties = keywords.count("minProperties");
    filled.max_properties = keywords.count("maxProperties");
}

/// Makes a whole number that has a point an integer, if 64 bits hold it.
fn whole_or_float(value: &Number) -> Option<Number> {
    const LIMIT: f64 = 18_446_744_073_709_551_616.0; // 2^64
    let Some(float) = value.as_f64().filter(|_| value.is_f64()) else { return Some(value.clone()) };
    if float.fract() != 0.0 || !(-LIMIT / 2.0..LIMIT).contains(&float) {
        return Number::from_f64(float);
    }
    Some(if float < 0.0 { Number::from(float as i64) } else { Number::from(float as u64) })
}
