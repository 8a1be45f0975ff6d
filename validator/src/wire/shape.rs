//! What a schema says in all its parts together: the types it allows and the properties it describes.
//!
//! Looks through `$ref`, `allOf`, `oneOf` and `anyOf`. What it gives are hints for reading and making values; whether a value is
//! valid is for `validate` alone to say.

use std::collections::HashSet;

use bindery::spec::{AdditionalProperties, Document, JsonType, Schema, SchemaId};
use indexmap::IndexMap;
use serde_json::Value;

use crate::schema::Direction;

/// Returns a schema and everything that takes part in the judgement of the same value, outermost first, each once.
pub fn parts(document: &Document, schema: SchemaId) -> Vec<&Schema> {
    let mut met = HashSet::new();
    let mut waiting = vec![schema];
    let mut parts = Vec::new();
    while let Some(id) = waiting.pop() {
        if !met.insert(id) {
            continue;
        }
        let schema = &document.schemas[id];
        parts.push(schema);
        let inner = schema.any_of.iter().rev().chain(schema.one_of.iter().rev()).chain(schema.all_of.iter().rev());
        // A stack gives the last one first.
        waiting.extend(inner.chain(&schema.reference));
    }
    parts
}

/// Returns the properties that a schema describes; of two with one name the outer one.
pub fn properties(document: &Document, schema: SchemaId) -> IndexMap<&str, SchemaId> {
    let mut properties = IndexMap::new();
    for part in parts(document, schema) {
        for (name, id) in &part.properties {
            properties.entry(name.as_str()).or_insert(*id);
        }
    }
    properties
}

/// Tells whether some part of a schema names this type.
pub fn allows(document: &Document, schema: SchemaId, kind: JsonType) -> bool {
    parts(document, schema).iter().any(|part| part.types.as_ref().is_some_and(|types| types.contains(&kind)))
}

/// Returns the schema of an array's items, or `None` for a schema that is not one of arrays.
pub fn items(document: &Document, schema: SchemaId) -> Option<SchemaId> {
    parts(document, schema).iter().find_map(|part| part.items)
}

/// Returns the values that an enum allows, or `None` for a schema that is no enum.
pub fn enumeration(document: &Document, schema: SchemaId) -> Option<&[Value]> {
    parts(document, schema).iter().find_map(|part| part.enumeration.as_deref())
}

/// Returns the schema of a property: its own, else the one for properties that nobody described.
pub fn property(document: &Document, schema: SchemaId, name: &str) -> Option<SchemaId> {
    let described = properties(document, schema).get(name).copied();
    described.or_else(|| {
        parts(document, schema).iter().find_map(|part| match part.additional_properties {
            AdditionalProperties::Schema(id) => Some(id),
            AdditionalProperties::Unsaid | AdditionalProperties::Any | AdditionalProperties::Forbidden => None,
        })
    })
}

/// Tells whether a schema provides for a property of this name: it is described, or others are allowed on purpose, or none is described.
pub fn has_room_for(document: &Document, schema: SchemaId, name: &str) -> bool {
    let properties = properties(document, schema);
    let others = parts(document, schema).iter().any(|part| match part.additional_properties {
        AdditionalProperties::Any | AdditionalProperties::Schema(_) => true,
        AdditionalProperties::Unsaid | AdditionalProperties::Forbidden => false,
    });
    properties.contains_key(name) || others || properties.is_empty()
}

/// Tells whether a property does not belong in a direction: it says so itself or what it refers to does.
pub fn is_hidden(document: &Document, property: SchemaId, direction: Direction) -> bool {
    let mut met = HashSet::new();
    let mut next = Some(property);
    while let Some(id) = next.filter(|id| met.insert(*id)) {
        let schema = &document.schemas[id];
        let hidden = match direction {
            Direction::Request => schema.read_only,
            Direction::Response => schema.write_only,
            Direction::Either => schema.read_only || schema.write_only,
        };
        if hidden {
            return true;
        }
        next = schema.reference;
    }
    false
}

/// Tells whether a schema is one of objects.
pub fn is_object(document: &Document, schema: SchemaId) -> bool {
    allows(document, schema, JsonType::Object) || !properties(document, schema).is_empty()
}
