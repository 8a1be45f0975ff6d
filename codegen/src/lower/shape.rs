//! What sort of thing a flattened schema is: one look at its keywords, before anything is built.

use crate::spec::{AdditionalProperties, JsonType, Schema, SchemaId};

use super::{Cx, assertions};

/// The sorts of schemas. Null is apart: it is [`Schema::nullable`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Nothing is allowed.
    Never,
    /// Values from a list.
    Enum,
    /// `oneOf` or `anyOf`.
    Union,
    /// An object with described properties.
    Struct,
    /// An object with any properties.
    Map,
    /// A list.
    Array,
    /// A boolean, a number or a text.
    Scalar(JsonType),
    /// Several types without more.
    Types(Vec<JsonType>),
    /// Everything is allowed.
    Any,
}

/// Classifies a flattened schema: one without `$ref` and `allOf`.
pub(super) fn classify(schema: &Schema) -> Shape {
    if schema.never {
        return Shape::Never;
    }
    if schema.enumeration.is_some() {
        return Shape::Enum;
    }
    if !schema.one_of.is_empty() || !schema.any_of.is_empty() {
        return Shape::Union;
    }
    match schema.types.as_deref() {
        Some([JsonType::Object]) => classify_object(schema),
        Some([JsonType::Array]) => Shape::Array,
        Some([scalar]) => Shape::Scalar(*scalar),
        Some([]) => Shape::Never,
        Some(types) => Shape::Types(types.to_vec()),
        None if has_object_keywords(schema) => classify_object(schema),
        None if schema.items.is_some() => Shape::Array,
        None => Shape::Any,
    }
}

fn classify_object(schema: &Schema) -> Shape {
    let closed = schema.additional_properties == AdditionalProperties::Forbidden;
    if schema.properties.is_empty() && schema.required.is_empty() && !closed { Shape::Map } else { Shape::Struct }
}

/// Tells whether a schema can hold others.
pub(super) fn leads_on(schema: &Schema) -> bool {
    let is_leaf = matches!(classify(schema), Shape::Never | Shape::Enum | Shape::Scalar(_) | Shape::Any);
    !is_leaf || !schema.all_of.is_empty()
}

/// Tells whether the schema says something about objects, so that an object is meant although `type` is not there.
pub(super) fn has_object_keywords(schema: &Schema) -> bool {
    !schema.properties.is_empty() || !schema.required.is_empty() || schema.additional_properties != AdditionalProperties::Unsaid
}

/// Follows schemas that only point to another one, to the one that says something.
///
/// A `$ref`, and an inline schema of nothing but annotations around a single `allOf`, `oneOf` or `anyOf` branch, have the type of
/// what they point to. A component keeps its own name, and so is not seen through.
pub(super) fn see_through(cx: &Cx<'_>, mut id: SchemaId) -> SchemaId {
    // Resolving has refused cycles of `$ref`s alone; the bound holds off those that go through `allOf`, which flattening reports.
    for _ in 0..MAX_CHAIN {
        match target(cx, id) {
            Some(next) => id = next,
            None => return id,
        }
    }
    id
}

const MAX_CHAIN: usize = 64;

fn target(cx: &Cx<'_>, id: SchemaId) -> Option<SchemaId> {
    let schema = &cx.schemas[id];
    if cx.component_names.get(&id).is_some() || schema.nullable {
        return None;
    }
    wrapped(cx, schema)
}

/// Returns the schema around which another one only puts annotations.
pub(super) fn wrapped(cx: &Cx<'_>, schema: &Schema) -> Option<SchemaId> {
    let single = match (schema.reference, schema.all_of.as_slice(), schema.one_of.as_slice(), schema.any_of.as_slice()) {
        (Some(reference), [], [], []) => reference,
        (None, members, [], []) => {
            let mut speaking = members.iter().filter(|member| !is_annotation(cx, **member));
            match (speaking.next(), speaking.next()) {
                (Some(single), None) => *single,
                _ => return None,
            }
        }
        (None, [], [single], []) | (None, [], [], [single]) => *single,
        _ => return None,
    };
    let says_more = Says { members: false, types: false, ..Says::of(schema) } != Says::default();
    (!says_more && types_agree(cx, schema, single)).then_some(single)
}

/// `type: object` beside a reference to an object adds nothing; beside anything else it may.
fn types_agree(cx: &Cx<'_>, outer: &Schema, single: SchemaId) -> bool {
    let Some(types) = &outer.types else { return true };
    let mut id = single;
    for _ in 0..MAX_CHAIN {
        match cx.schemas[id].reference {
            Some(next) => id = next,
            None => break,
        }
    }
    let inner = &cx.schemas[id];
    match &inner.types {
        Some(inner) => inner == types,
        None => types.as_slice() == [JsonType::Object] && (has_object_keywords(inner) || !inner.all_of.is_empty()),
    }
}

fn is_annotation(cx: &Cx<'_>, id: SchemaId) -> bool {
    let schema = &cx.schemas[id];
    Says::of(schema) == Says::default()
}

/// What a schema says besides annotations, by sorts of keywords; one that says nothing allows everything.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Says {
    pub(super) types: bool,
    pub(super) properties: bool,
    pub(super) required: bool,
    /// `$ref`, `allOf`, `oneOf` and `anyOf`.
    pub(super) members: bool,
    /// Anything else.
    pub(super) more: bool,
}

impl Says {
    pub(super) fn of(schema: &Schema) -> Self {
        Self {
            types: schema.types.is_some(),
            properties: !schema.properties.is_empty(),
            required: !schema.required.is_empty(),
            members: schema.reference.is_some()
                || [&schema.all_of, &schema.one_of, &schema.any_of].iter().any(|members| !members.is_empty()),
            more: says_more(schema),
        }
    }
}

fn says_more(schema: &Schema) -> bool {
    let Schema {
        origin: _,
        reference: _,
        types: _,
        nullable: _,
        never,
        title: _,
        description: _,
        external_docs: _,
        deprecated: _,
        read_only: _,
        write_only: _,
        default: _,
        examples: _,
        format,
        enumeration,
        multiple_of,
        minimum,
        maximum,
        exclusive_minimum,
        exclusive_maximum,
        min_length,
        max_length,
        pattern,
        items,
        min_items,
        max_items,
        unique_items,
        properties: _,
        required: _,
        additional_properties,
        min_properties,
        max_properties,
        all_of: _,
        one_of: _,
        any_of: _,
        assertions: _,
        discriminator: _,
        extensions: _,
    } = schema;
    *never
        || format.is_some()
        || enumeration.is_some()
        || [multiple_of, minimum, maximum, exclusive_minimum, exclusive_maximum].iter().any(|limit| limit.is_some())
        || [min_length, max_length, min_items, max_items, min_properties, max_properties].iter().any(|limit| limit.is_some())
        || pattern.is_some()
        || items.is_some()
        || *unique_items
        || *additional_properties != AdditionalProperties::Unsaid
        || assertions::checked(schema).next().is_some()
}
