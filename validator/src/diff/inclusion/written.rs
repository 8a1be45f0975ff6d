//! Schemas of the normal form -> a small description that holds one and what it refers to.
//!
//! The module [`crate::schema`] turns such a description into JSON Schema, by the direction that values go. Of the schema at hand only some
//! keywords may be written, so that a change is judged apart from the others at its place.

use std::collections::{HashMap, HashSet};

use bindery::source::Pointer;
use bindery::spec::{AdditionalProperties, Discriminator, Document, JsonType, Schema, SchemaId};
use serde_json::{Map, Value, json};

use crate::diff::view::assertion_keyword;

/// Keywords of JSON Schema.
pub(in crate::diff) type Keywords<'k> = &'k [&'static str];

/// Writes schemas of one document.
pub(super) struct Writer<'a> {
    document: &'a Document,
    names: HashMap<SchemaId, &'a str>,
}

/// What of a schema is written.
#[derive(Clone, Copy)]
pub(super) enum Part<'k> {
    /// All of it.
    Whole,
    /// All of it but null, which is a change of its own.
    NotNull,
    /// These keywords, for all but null.
    Only(Keywords<'k>),
    /// These keywords and those, for all but null.
    Near(Keywords<'k>, Keywords<'k>),
}

impl Part<'_> {
    fn is_alone(self) -> bool {
        matches!(self, Self::Only(_))
    }

    fn has(self, keyword: &str) -> bool {
        match self {
            Self::Whole | Self::NotNull => true,
            Self::Only(keywords) => keywords.contains(&keyword),
            Self::Near(keywords, others) => keywords.contains(&keyword) || others.contains(&keyword),
        }
    }
}

impl<'a> Writer<'a> {
    pub(super) fn new(document: &'a Document) -> Self {
        let names = document.components.iter().map(|(name, id)| (*id, name.as_str())).collect();
        Self { document, names }
    }

    /// Writes schemas that hold together, as [`root`], and all that they refer to, and how many schemas that are;
    /// nothing where they are more than `most`.
    pub(super) fn description(&self, schemas: &[SchemaId], part: Part<'_>, most: usize) -> Option<(Value, usize)> {
        let mut found = Found { left: most, ..Found::default() };
        let mut parts = Vec::new();
        for id in schemas {
            parts.push(self.schema(*id, part, &mut found)?);
        }
        if !matches!(part, Part::Whole) {
            parts.push(json!({ "type": NOT_NULL }));
        }
        let mut written = Map::from_iter([(ROOT.to_owned(), json!({ "allOf": parts }))]);
        while let Some(id) = found.wanted.pop() {
            let schema = self.schema(id, Part::Whole, &mut found)?;
            written.insert(self.name(id), schema);
        }
        Some((json!({ "openapi": "3.1.0", "components": { "schemas": written } }), most - found.left))
    }

    /// Names of components may not have a colon.
    fn name(&self, id: SchemaId) -> String {
        self.names.get(&id).map_or_else(|| format!("inline:{}", id.index()), |name| (*name).to_owned())
    }

    /// Writes a schema where it stands; one that holds itself, and what is deep down, is referred to.
    fn inner(&self, id: SchemaId, found: &mut Found) -> Option<Value> {
        if found.open.contains(&id) || found.open.len() > DEEP {
            return Some(self.reference(id, found));
        }
        found.open.push(id);
        let schema = self.schema(id, Part::Whole, found);
        found.open.pop();
        schema
    }

    fn reference(&self, id: SchemaId, found: &mut Found) -> Value {
        if found.known.insert(id) {
            found.wanted.push(id);
        }
        json!({ "$ref": format!("#{}", place(&self.name(id))) })
    }

    fn schema(&self, id: SchemaId, part: Part<'_>, found: &mut Found) -> Option<Value> {
        found.left = found.left.checked_sub(1)?;
        let schema = &self.document.schemas[id];
        let mut all = scalars(schema);
        all.retain(|keyword, _| part.has(keyword));
        self.add_inner(schema, part, found, &mut all)?;
        self.add_assertions(schema, part, found, &mut all)?;
        if matches!(part, Part::Only(_) | Part::Near(..)) {
            // Without a type, a schema that speaks of properties would be read as one of objects, which matters where types are compared.
            let meant = meant(schema).filter(|_| part.has("type"));
            all.entry("type").or_insert_with(|| meant.map_or_else(|| json!(NOT_NULL), |ty| json!([ty.name()])));
        } else if schema.nullable {
            all.insert("nullable".to_owned(), json!(true));
        }
        Some(Value::Object(all))
    }

    /// Writes the assertions; one whose keyword is taken stands apart.
    fn add_assertions(&self, schema: &Schema, part: Part<'_>, found: &mut Found, to: &mut Map<String, Value>) -> Option<()> {
        let mut apart = Vec::new();
        for assertion in schema.assertions.iter().filter(|it| part.has(assertion_keyword(&it.kind))) {
            let more = assertion.kind.keywords(&mut |id| self.inner(id, found).ok_or(())).ok()?;
            match more.keys().any(|keyword| to.contains_key(keyword)) {
                true => apart.push(Value::Object(more)),
                false => to.extend(more),
            }
        }
        if let Some(Value::Array(all_of)) = to.get_mut("allOf") {
            all_of.append(&mut apart);
        } else if !apart.is_empty() {
            to.insert("allOf".to_owned(), Value::Array(apart));
        }
        Some(())
    }

    /// Writes the keywords that hold schemas.
    fn add_inner(&self, schema: &Schema, part: Part<'_>, found: &mut Found, to: &mut Map<String, Value>) -> Option<()> {
        let mut put = |keyword: &str, value: Value| drop(to.insert(keyword.to_owned(), value));
        if let Some(target) = schema.reference.filter(|_| part.has("$ref")) {
            put("$ref", self.reference(target, found)["$ref"].take());
        }
        if let Some(items) = schema.items.filter(|_| part.has("items")) {
            put("items", self.inner(items, found)?);
        }
        if !schema.properties.is_empty() && part.has("properties") {
            // Beside another keyword only their names count.
            let mut named = |id: SchemaId| if part.is_alone() { Some(json!({})) } else { self.inner(id, found) };
            put(
                "properties",
                schema.properties.iter().map(|(name, id)| Some((name.clone(), named(*id)?))).collect::<Option<_>>()?,
            );
        }
        match schema.additional_properties {
            AdditionalProperties::Forbidden if part.has("additionalProperties") => put("additionalProperties", json!(false)),
            AdditionalProperties::Schema(id) if part.has("additionalProperties") => {
                put("additionalProperties", self.inner(id, found)?);
            }
            _ => {}
        }
        // A discriminator leads to references.
        let is_tagged = schema.discriminator.is_some();
        for (keyword, branches) in [("allOf", &schema.all_of), ("oneOf", &schema.one_of), ("anyOf", &schema.any_of)] {
            let mut branch = |id: SchemaId| if is_tagged { Some(self.reference(id, found)) } else { self.inner(id, found) };
            if !branches.is_empty() && part.has(keyword) {
                put(keyword, branches.iter().map(|id| branch(*id)).collect::<Option<_>>()?);
            }
        }
        if let Some(discriminator) = &schema.discriminator {
            put("discriminator", self.discriminator(discriminator));
        }
        Some(())
    }

    fn discriminator(&self, discriminator: &Discriminator) -> Value {
        let place = |id: SchemaId| format!("#{}", place(&self.name(id)));
        let mapping: Map<_, _> = discriminator.mapping.iter().map(|(tag, id)| (tag.clone(), json!(place(*id)))).collect();
        json!({ "propertyName": discriminator.property, "mapping": mapping })
    }
}

/// What was written and is to be.
#[derive(Default)]
struct Found {
    known: HashSet<SchemaId>,
    wanted: Vec<SchemaId>,
    /// The schemas around the one that is being written.
    open: Vec<SchemaId>,
    /// How many more may be written.
    left: usize,
}

/// How deep schemas are written in each other.
const DEEP: usize = 8;

const NOT_NULL: [&str; 5] = ["boolean", "number", "string", "array", "object"];

pub(super) const ROOT: &str = "inline:root";

/// Returns where the schema at hand stands.
pub(super) fn root() -> Pointer {
    place(ROOT)
}

fn place(name: &str) -> Pointer {
    Pointer::root().child("components").child("schemas").child(name)
}

/// Returns the type that a schema without one is read as.
fn meant(schema: &Schema) -> Option<JsonType> {
    let is_object = !schema.properties.is_empty()
        || !schema.required.is_empty()
        || schema.additional_properties != AdditionalProperties::Unsaid;
    let ty = if is_object { Some(JsonType::Object) } else { schema.items.map(|_| JsonType::Array) };
    ty.filter(|_| schema.types.is_none() && schema.enumeration.is_none())
}

/// Writes the keywords that hold no schemas.
fn scalars(schema: &Schema) -> Map<String, Value> {
    let mut to = Map::new();
    let types = schema.types.as_ref().map(|types| types.iter().map(|ty| ty.name()).collect::<Vec<_>>());
    let nothing =
        schema.never || schema.enumeration.as_ref().is_some_and(Vec::is_empty) || types.as_ref().is_some_and(Vec::is_empty);
    let numbers = [
        ("multipleOf", &schema.multiple_of),
        ("minimum", &schema.minimum),
        ("maximum", &schema.maximum),
        ("exclusiveMinimum", &schema.exclusive_minimum),
        ("exclusiveMaximum", &schema.exclusive_maximum),
    ];
    let counts = [
        ("minLength", schema.min_length),
        ("maxLength", schema.max_length),
        ("minItems", schema.min_items),
        ("maxItems", schema.max_items),
        ("minProperties", schema.min_properties),
        ("maxProperties", schema.max_properties),
    ];
    let texts = [("format", &schema.format), ("pattern", &schema.pattern)];
    let flags = [("uniqueItems", schema.unique_items), ("readOnly", schema.read_only), ("writeOnly", schema.write_only)];
    let entries = (numbers.into_iter().filter_map(|(name, number)| Some((name, json!(number.as_ref()?)))))
        .chain(counts.into_iter().filter_map(|(name, count)| Some((name, json!(count?)))))
        .chain(texts.into_iter().filter_map(|(name, text)| Some((name, json!(text.as_ref()?)))))
        .chain(flags.into_iter().filter(|(_, flag)| *flag).map(|(name, flag)| (name, json!(flag))))
        .chain(types.filter(|_| !nothing).map(|types| ("type", json!(types))))
        .chain(schema.enumeration.iter().filter(|_| !nothing).map(|values| ("enum", json!(values))))
        .chain((!schema.required.is_empty()).then(|| ("required", json!(schema.required))))
        .chain(nothing.then(|| ("type", json!("null"))))
        .chain((nothing && !schema.nullable).then(|| ("not", json!({ "type": "null" }))));
    to.extend(entries.map(|(name, value)| (name.to_owned(), value)));
    to
}
