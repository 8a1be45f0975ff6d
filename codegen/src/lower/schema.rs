//! One function for each shape of schema: what it becomes in the IR.

use std::sync::Arc;

use foldhash::{HashSet, HashSetExt};
use serde_json::{Map, Number, Value};

use crate::diagnostic::Code;
use crate::ir::{
    Access, ArrayConstraints, Choice, Enum, Field, NumberType, ObjectConstraints, Openness, Presence, Rest, StringType, Struct,
    Tagging, TypeId, TypeKind, Union, Variant,
};
use crate::spec::{AdditionalProperties, JsonType, Schema, SchemaId};

use super::shape::{self, Shape};
use super::{Cx, assertions, lower_docs, merge, union, within};

/// Lowers a schema to the kind of the type that was reserved for it.
pub(super) fn lower_schema(cx: &mut Cx<'_>, id: SchemaId, ty: TypeId) -> TypeKind {
    if let Some(target) = alias_target(cx, id) {
        let parts = cx.types[ty].name.parts().to_vec();
        return TypeKind::Alias(cx.type_of(target, || parts));
    }
    let schema = merge::flatten(cx, id);
    let nullable = schema.nullable;
    if !nullable || shape::classify(&schema) == Shape::Any {
        cx.types[ty].assertions = assertions::lower_assertions(cx, &schema);
        return lower_shape(cx, &schema, ty);
    }
    if let Some(target) = shape::wrapped(cx, &cx.schemas[id]) {
        let parts = cx.types[ty].name.parts().to_vec();
        let target = cx.type_of(target, || parts);
        return nullable_of(cx, target);
    }
    // The inner type carries the name, so that a component that may be null is still a type of its own.
    let mut inner_type = cx.types[ty].clone();
    inner_type.kind = TypeKind::Any;
    inner_type.assertions = assertions::lower_assertions(cx, &schema);
    let inner = cx.types.push(inner_type);
    cx.types[inner].kind = lower_shape(cx, &schema, inner);
    TypeKind::Nullable(inner)
}

/// Null once is enough: a nullable type that may be null is itself.
fn nullable_of(cx: &Cx<'_>, target: TypeId) -> TypeKind {
    match cx.types[target].kind {
        TypeKind::Nullable(inner) => TypeKind::Nullable(inner),
        _ => TypeKind::Nullable(target),
    }
}

/// Returns what a component only points to.
fn alias_target(cx: &Cx<'_>, id: SchemaId) -> Option<SchemaId> {
    let schema = &cx.schemas[id];
    if schema.nullable { None } else { shape::wrapped(cx, schema) }
}

pub(super) fn lower_shape(cx: &mut Cx<'_>, schema: &Schema, ty: TypeId) -> TypeKind {
    match shape::classify(schema) {
        Shape::Never => TypeKind::Never,
        Shape::Enum => lower_enum(cx, schema, ty),
        Shape::Union => union::lower_union(cx, schema, ty),
        Shape::Struct => lower_struct(cx, schema, ty),
        Shape::Map => lower_map(cx, schema, ty),
        Shape::Array => {
            report_properties(cx, schema, || "an array".to_owned());
            lower_array(cx, schema, ty)
        }
        Shape::Scalar(scalar) => {
            report_properties(cx, schema, || format!("of the type `{}`", scalar.name()));
            report_large_numbers(cx, schema, scalar);
            lower_scalar(schema, scalar)
        }
        Shape::Types(types) => lower_types(cx, schema, &types, ty),
        Shape::Any => TypeKind::Any,
    }
}

/// Properties hold for objects alone (JSON Schema 2020-12, Validation, section 6.5), so that no value of another type has any.
fn report_properties(cx: &mut Cx<'_>, schema: &Schema, what: impl FnOnce() -> String) {
    if !schema.properties.is_empty() {
        let message = format!("the schema has `properties`, and its values are {}", what());
        cx.report(Code::UnsupportedSchema, &schema.origin, message, "the properties are left out; was `type: object` meant?");
    }
}

/// Formats of numbers that 64 bits can't hold, as they are found in real descriptions.
const LARGE_INTEGERS: [&str; 7] = ["bigint", "big-integer", "biginteger", "int128", "uint128", "int256", "uint256"];
const DECIMALS: [&str; 5] = ["decimal", "decimal128", "big-decimal", "bigdecimal", "currency"];

/// Says where a description promises numbers that `i64`, `u64` and `f64` can't hold.
fn report_large_numbers(cx: &mut Cx<'_>, schema: &Schema, scalar: JsonType) {
    let Some(format) = schema.format.as_deref().map(str::to_ascii_lowercase) else { return };
    let (message, help) = match scalar {
        JsonType::Integer if LARGE_INTEGERS.contains(&format.as_str()) => {
            (format!("integers of the format `{format}` can be larger than 64 bits"), "an answer with a larger one is unreadable")
        }
        JsonType::Number if DECIMALS.contains(&format.as_str()) => {
            (format!("numbers of the format `{format}` can have more digits than a double"), "17 significant digits are kept")
        }
        _ => return,
    };
    let help = format!("{help}; `replace_format` takes a type that keeps them, which needs serde_json's `arbitrary_precision`");
    cx.report(Code::LargeNumber, &schema.origin, message, help);
}

fn lower_scalar(schema: &Schema, scalar: JsonType) -> TypeKind {
    match scalar {
        JsonType::Boolean => TypeKind::Boolean,
        JsonType::Integer => TypeKind::Integer(number_type(schema)),
        JsonType::Number => TypeKind::Number(number_type(schema)),
        JsonType::String => TypeKind::String(string_type(schema)),
        // `classify` gives arrays and objects shapes of their own.
        JsonType::Array | JsonType::Object => TypeKind::Any,
    }
}

fn number_type(schema: &Schema) -> NumberType {
    NumberType {
        format: schema.format.clone(),
        minimum: schema.minimum.clone(),
        maximum: schema.maximum.clone(),
        exclusive_minimum: schema.exclusive_minimum.clone(),
        exclusive_maximum: schema.exclusive_maximum.clone(),
        multiple_of: schema.multiple_of.clone(),
    }
}

pub(super) fn string_type(schema: &Schema) -> StringType {
    StringType {
        format: schema.format.clone(),
        min_length: schema.min_length.filter(|length| *length > 0),
        max_length: schema.max_length,
        pattern: schema.pattern.clone(),
    }
}

/// Several types without more are a union of them, each with the keywords that concern it.
fn lower_types(cx: &mut Cx<'_>, schema: &Schema, types: &[JsonType], ty: TypeId) -> TypeKind {
    let parts = cx.types[ty].name.parts().to_vec();
    let variants = types.iter().map(|json_type| {
        let name = json_type.name();
        // The union itself has the assertions.
        let assertions = Vec::new();
        let single = Schema { types: Some(vec![*json_type]), nullable: false, assertions, ..schema.clone() };
        let single = cx.schemas.push(single);
        let ty = cx.type_of(single, || within(&parts, name));
        Variant { origin: schema.origin.clone(), name: name.to_owned(), ty, tags: Vec::new() }
    });
    TypeKind::Union(Union { variants: variants.collect(), tagging: Tagging::Untagged, choice: Choice::OneOf })
}

fn lower_enum(cx: &mut Cx<'_>, schema: &Schema, ty: TypeId) -> TypeKind {
    let mut values: Vec<Value> = Vec::new();
    let mut kept = HashSet::with_capacity(schema.enumeration.as_ref().map_or(0, Vec::len));
    for value in schema.enumeration.iter().flatten() {
        if kept.contains(value) {
            cx.report(
                Code::BadEnumValue,
                &schema.origin,
                format!("the enum value {value} stands there twice"),
                "one is generated",
            );
        } else if !suits(schema, value) {
            let message = format!("the enum value {value} is not of the schema's type");
            cx.report(Code::BadEnumValue, &schema.origin, message, "it is left out, since no valid value equals it");
        } else {
            kept.insert(value);
            values.push(as_written(schema, value));
        }
    }
    if values.is_empty() {
        return TypeKind::Never;
    }
    if values.iter().any(|value| value.is_array() || value.is_object()) {
        let message = "the enum has values that are arrays or objects";
        cx.report(Code::UnsupportedSchema, &schema.origin, message, "any JSON value is generated, which `validate` checks");
        assertions::add(cx, ty, Map::from_iter([("enum".to_owned(), Value::Array(values))]));
        return TypeKind::Any;
    }
    TypeKind::Enum(Enum { values, openness: openness(schema) })
}

/// `x-extensible-enum: false` on an enum asks for one that refuses other values.
fn openness(schema: &Schema) -> Openness {
    match schema.extensions.get("x-extensible-enum") {
        Some(Value::Bool(false)) => Openness::Closed,
        _ => Openness::Open,
    }
}

fn suits(schema: &Schema, value: &Value) -> bool {
    let Some(types) = &schema.types else { return true };
    types.iter().any(|json_type| match json_type {
        JsonType::Boolean => value.is_boolean(),
        JsonType::Integer => value.as_number().is_some_and(is_integral),
        JsonType::Number => value.is_number(),
        JsonType::String => value.is_string(),
        JsonType::Array => value.is_array(),
        JsonType::Object => value.is_object(),
    })
}

/// Returns a value as it is written: `3.0` is the integer 3 where integers are meant (JSON Schema 2020-12, Core, section 4.2.3).
fn as_written(schema: &Schema, value: &Value) -> Value {
    const EXACT: f64 = 9_007_199_254_740_992.0; // 2^53
    let only_integers = schema.types.as_deref() == Some(&[JsonType::Integer]);
    match value.as_f64() {
        Some(float) if only_integers && value.is_f64() && float.abs() <= EXACT => Value::from(float as i64),
        _ => value.clone(),
    }
}

fn is_integral(number: &Number) -> bool {
    number.is_i64() || number.is_u64() || number.as_f64().is_some_and(|float| float.fract() == 0.0)
}

fn lower_array(cx: &mut Cx<'_>, schema: &Schema, ty: TypeId) -> TypeKind {
    let parts = cx.types[ty].name.parts().to_vec();
    // A list within a list has no name of its own, so that the items of both can have the one.
    let named = parts.len() > 1 && parts.last().is_some_and(|last| &**last == "item");
    let item = match schema.items {
        Some(item) if named => cx.type_of(item, || parts),
        Some(item) => cx.type_of(item, || within(&parts, "item")),
        None => cx.any(schema.origin.clone()),
    };
    let constraints = ArrayConstraints {
        min_items: schema.min_items.filter(|count| *count > 0),
        max_items: schema.max_items,
        unique_items: schema.unique_items,
    };
    TypeKind::Array { item, constraints }
}

fn object_constraints(schema: &Schema) -> ObjectConstraints {
    ObjectConstraints { min_properties: schema.min_properties.filter(|count| *count > 0), max_properties: schema.max_properties }
}

fn lower_map(cx: &mut Cx<'_>, schema: &Schema, ty: TypeId) -> TypeKind {
    report_base(cx, schema);
    let value = match schema.additional_properties {
        AdditionalProperties::Schema(value) => lower_rest(cx, value, ty),
        _ => cx.any(schema.origin.clone()),
    };
    TypeKind::Map { value, constraints: object_constraints(schema) }
}

fn lower_rest(cx: &mut Cx<'_>, value: SchemaId, ty: TypeId) -> TypeId {
    let parts = cx.types[ty].name.parts().to_vec();
    cx.type_of(value, || within(&parts, "value"))
}

/// A discriminator without `oneOf` or `anyOf` stands on a base that others build on by `allOf`. The base is generated with what it
/// describes, and keeps what the others add as it is: so it stays one type however many build on it, and reads values whose tag is
/// missing or new.
fn report_base(cx: &mut Cx<'_>, schema: &Schema) {
    let closed = schema.additional_properties == AdditionalProperties::Forbidden;
    if let Some(discriminator) = schema.discriminator.as_ref().filter(|_| !closed) {
        let message = format!("other schemas build on this one, told apart by `{}`", discriminator.property);
        let help = "what they add is kept as free properties; name them in a `oneOf` to get an enum of them";
        cx.report(Code::PolymorphicBase, &schema.origin, message, help);
    }
}

fn lower_struct(cx: &mut Cx<'_>, schema: &Schema, ty: TypeId) -> TypeKind {
    report_base(cx, schema);
    let parts = cx.types[ty].name.parts().to_vec();
    let mut fields: Vec<Field> =
        schema.properties.iter().map(|(name, property)| lower_field(cx, schema, name, *property, &parts)).collect();
    for name in &schema.required {
        if !schema.properties.contains_key(name) {
            fields.push(undescribed_field(cx, schema, name));
        }
    }
    let assertions = cx.types[ty].assertions.as_ref();
    let open = schema.discriminator.is_some() || assertions.is_some_and(|said| assertions::name_undescribed(said, schema));
    let rest = match schema.additional_properties {
        AdditionalProperties::Unsaid if open => Rest::Kept(cx.any(schema.origin.clone())),
        AdditionalProperties::Unsaid => Rest::Unsaid,
        AdditionalProperties::Forbidden => Rest::Forbidden,
        AdditionalProperties::Any => Rest::Kept(cx.any(schema.origin.clone())),
        AdditionalProperties::Schema(value) => Rest::Kept(lower_rest(cx, value, ty)),
    };
    TypeKind::Struct(Struct { fields, rest, constraints: object_constraints(schema) })
}

fn lower_field(cx: &mut Cx<'_>, schema: &Schema, name: &str, property: SchemaId, parts: &[Arc<str>]) -> Field {
    let source = &cx.schemas[property];
    let annotations = annotations(cx, property);
    let origin = source.origin.clone();
    let mut docs = lower_docs(source);
    docs.deprecated |= annotations.deprecated;
    let access = match (annotations.read_only, annotations.write_only) {
        (true, false) => Access::ReadOnly,
        (false, true) => Access::WriteOnly,
        (false, false) | (true, true) => Access::ReadWrite,
    };
    let presence = presence(schema.required.iter().any(|required| required == name));
    let default = annotations.default;
    let ty = cx.type_of(property, || within(parts, name));
    Field { origin, wire_name: name.to_owned(), docs, ty, presence, access, default }
}

/// What is said about a property, at the property or at what it points to.
pub(super) struct Annotations {
    pub(super) read_only: bool,
    pub(super) write_only: bool,
    deprecated: bool,
    default: Option<Value>,
}

pub(super) fn annotations(cx: &Cx<'_>, property: SchemaId) -> Annotations {
    let source = &cx.schemas[property];
    let pointed = source.reference.or(match source.all_of.as_slice() {
        [single] => cx.schemas[*single].reference,
        _ => None,
    });
    let target = pointed.map(|id| &cx.schemas[id]);
    let or = |flag: fn(&Schema) -> bool| flag(source) || target.is_some_and(flag);
    Annotations {
        read_only: or(|schema| schema.read_only),
        write_only: or(|schema| schema.write_only),
        deprecated: source.deprecated,
        default: source.default.clone().or_else(|| target.and_then(|schema| schema.default.clone())),
    }
}

/// A property that is required and not described still belongs to every value.
fn undescribed_field(cx: &mut Cx<'_>, schema: &Schema, name: &str) -> Field {
    Field {
        origin: schema.origin.clone(),
        wire_name: name.to_owned(),
        docs: crate::ir::Docs::default(),
        ty: cx.any(schema.origin.clone()),
        presence: Presence::Required,
        access: Access::ReadWrite,
        default: None,
    }
}

pub(super) fn presence(required: bool) -> Presence {
    if required { Presence::Required } else { Presence::Optional }
}
