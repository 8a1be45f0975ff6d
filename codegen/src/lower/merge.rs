//! What `allOf` and references add up to: one schema that says all of it.
//!
//! Every keyword of JSON Schema narrows what is allowed, so members are intersected keyword by keyword. Properties that several
//! members describe become a new schema, the `allOf` of both.

use std::borrow::Cow;
use std::cmp::Ordering;

use foldhash::HashSet;
use serde_json::{Number, Value};

use crate::diagnostic::Code;
use crate::source::Origin;
use crate::spec::{AdditionalProperties, Assertion, JsonType, Schema, SchemaId, TypeSet};

use super::{Cx, shape};

/// More branches than this are not made when two unions have to hold together.
const MAX_PRODUCT: usize = 64;

/// Chains of `allOf` and `$ref` longer than this are refused.
const MAX_DEPTH: usize = 500;

/// Returns the schema with its `$ref` and `allOf` worked in.
pub(super) fn flatten<'a>(cx: &mut Cx<'a>, id: SchemaId) -> Cow<'a, Schema> {
    flatten_within(cx, id, &mut Vec::new())
}

fn flatten_within<'a>(cx: &mut Cx<'a>, id: SchemaId, outer: &mut Vec<SchemaId>) -> Cow<'a, Schema> {
    let schema = cx.schemas.get(id);
    if schema.reference.is_none() && schema.all_of.is_empty() {
        return schema;
    }
    if outer.contains(&id) {
        let message = "this schema contains itself through `allOf` and `$ref` alone, so it can't be worked out";
        cx.report_once(Code::InfiniteSchema, &schema.origin, message, "a cycle has to pass through a property or an item");
        return Cow::Owned(Schema::any(schema.origin.clone()));
    }
    if outer.len() > MAX_DEPTH {
        let message = format!("`allOf` and `$ref` lead through more than {MAX_DEPTH} schemas");
        cx.report_once(Code::TooDeep, &schema.origin, message, "split the schema, or shorten the chain");
        return Cow::Owned(Schema::any(schema.origin.clone()));
    }
    if cx.is_too_much() {
        // What is made of the rest is thrown away: no type is made any more.
        return Cow::Owned(Schema::any(schema.origin.clone()));
    }
    outer.push(id);
    let members: Vec<_> = schema.reference.iter().chain(&schema.all_of).copied().collect();
    let mut merged = Schema::any(schema.origin.clone());
    let mut all_nullable = true;
    let mut conflict = None;
    for member in members {
        cx.merged += 1;
        let member = flatten_within(cx, member, outer);
        let member = without_own_union(cx, member, outer);
        all_nullable &= member.nullable;
        conflict = conflict.or_else(|| conflict_between(&merged, &member));
        merged = intersect(cx, merged, &member);
    }
    outer.pop();
    let own = Schema { reference: None, all_of: Vec::new(), ..schema.into_owned() };
    let nullable = own.nullable || (all_nullable && own.types.is_none());
    if let Some(place) = conflict.or_else(|| conflict_between(&merged, &own)) {
        report_conflict(cx, &place, nullable);
    }
    let discriminator = own.discriminator.clone();
    let mut merged = intersect(cx, merged, &own);
    merged.nullable = nullable;
    // A discriminator tells the schemas that build on a base apart; it is not inherited by them.
    merged.discriminator = discriminator;
    keep_own_annotations(&mut merged, own);
    Cow::Owned(merged)
}

/// Returns the place of the right one if it allows no type that the left one allows. Two that are null alone agree, and what allows
/// nothing by itself has been reported.
fn conflict_between(left: &Schema, right: &Schema) -> Option<Origin> {
    let (Some(of_left), Some(of_right)) = (&left.types, &right.types) else { return None };
    let both_null = of_left.is_empty() && of_right.is_empty();
    let common = intersect_types(left.types.clone(), right.types.as_ref());
    (!right.never && !both_null && common.is_some_and(|common| common.is_empty())).then(|| right.origin.clone())
}

/// Null is no type of its own here, and may be what is left where no type is.
fn report_conflict(cx: &mut Cx<'_>, place: &Origin, nullable: bool) {
    let (message, help) = match nullable {
        true => ("the members of `allOf` allow nothing in common but null", "a type whose only value is null is generated"),
        false => {
            ("the members of `allOf` allow no type in common, so no value satisfies them", "a type without values is generated")
        }
    };
    cx.report_once(Code::ImpossibleSchema, place, message, help);
}

/// A base may list the schemas that build on it as its branches. What is built on it then is one of the branches by itself: the union
/// says nothing more of it, and would lead back to it for ever.
fn without_own_union<'a>(cx: &Cx<'_>, member: Cow<'a, Schema>, outer: &[SchemaId]) -> Cow<'a, Schema> {
    let own = |branch: &SchemaId| outer.contains(&shape::see_through(cx, *branch));
    if !member.one_of.iter().chain(&member.any_of).any(own) {
        return member;
    }
    Cow::Owned(Schema { one_of: Vec::new(), any_of: Vec::new(), ..member.into_owned() })
}

/// Tells whether a schema includes another one through `allOf` and `$ref` alone.
pub(super) fn builds_on(cx: &Cx<'_>, schema: SchemaId, base: &Origin) -> bool {
    let mut seen = HashSet::default();
    let mut waiting = vec![schema];
    while let Some(id) = waiting.pop() {
        let schema = &cx.schemas[id];
        if schema.origin == *base {
            return true;
        }
        if seen.insert(id) {
            waiting.extend(schema.reference.iter().chain(&schema.all_of));
        }
    }
    false
}

fn keep_own_annotations(merged: &mut Schema, own: Schema) {
    merged.origin = own.origin;
    merged.title = own.title;
    merged.description = own.description.or(merged.description.take());
    merged.deprecated = own.deprecated;
    merged.examples = own.examples;
}

/// Returns the schema that allows what both allow.
fn intersect(cx: &mut Cx<'_>, left: Schema, right: &Schema) -> Schema {
    let types = intersect_types(left.types, right.types.as_ref());
    let never = left.never || right.never || types.as_ref().is_some_and(Vec::is_empty);
    let (one_of, any_of) = intersect_unions(cx, (left.one_of, left.any_of), right);
    let mut properties = left.properties;
    if properties.is_empty() {
        properties.clone_from(&right.properties);
    } else {
        for (name, schema) in &right.properties {
            let schema = match properties.get(name) {
                Some(other) => both(cx, *other, *schema),
                None => *schema,
            };
            properties.insert(name.clone(), schema);
        }
    }
    let mut extensions = left.extensions;
    extensions.extend(right.extensions.iter().map(|(name, value)| (name.clone(), value.clone())));
    let mut required = left.required;
    required.extend(right.required.iter().filter(|name| !required.contains(name)).cloned().collect::<Vec<_>>());
    Schema {
        origin: right.origin.clone(),
        reference: None,
        types,
        nullable: left.nullable || right.nullable,
        never,
        title: right.title.clone().or(left.title),
        description: right.description.clone().or(left.description),
        external_docs: right.external_docs.clone().or(left.external_docs),
        deprecated: left.deprecated || right.deprecated,
        read_only: left.read_only || right.read_only,
        write_only: left.write_only || right.write_only,
        default: right.default.clone().or(left.default),
        examples: left.examples,
        format: left.format.or_else(|| right.format.clone()),
        enumeration: intersect_enums(left.enumeration, right.enumeration.as_ref()),
        multiple_of: multiple_of(cx, &right.origin, left.multiple_of, right.multiple_of.as_ref()),
        minimum: tighter(left.minimum, right.minimum.as_ref(), Ordering::Greater),
        maximum: tighter(left.maximum, right.maximum.as_ref(), Ordering::Less),
        exclusive_minimum: tighter(left.exclusive_minimum, right.exclusive_minimum.as_ref(), Ordering::Greater),
        exclusive_maximum: tighter(left.exclusive_maximum, right.exclusive_maximum.as_ref(), Ordering::Less),
        min_length: left.min_length.max(right.min_length),
        max_length: least(left.max_length, right.max_length),
        pattern: both_patterns(left.pattern, right.pattern.as_ref()),
        items: either(cx, left.items, right.items),
        min_items: left.min_items.max(right.min_items),
        max_items: least(left.max_items, right.max_items),
        unique_items: left.unique_items || right.unique_items,
        properties,
        required,
        additional_properties: intersect_additional(cx, left.additional_properties, right.additional_properties),
        min_properties: left.min_properties.max(right.min_properties),
        max_properties: least(left.max_properties, right.max_properties),
        all_of: Vec::new(),
        one_of,
        any_of,
        assertions: all_assertions(left.assertions, &right.assertions),
        discriminator: None,
        extensions,
    }
}

/// What comes by two ways is asserted once.
fn all_assertions(mut left: Vec<Assertion>, right: &[Assertion]) -> Vec<Assertion> {
    let new: Vec<_> = right.iter().filter(|assertion| !left.contains(assertion)).cloned().collect();
    left.extend(new);
    left
}

/// Returns the schema that is the `allOf` of both, one and the same for the same two.
///
/// What merging made itself is taken apart again, and a member that is there already is left out. So lists and properties that lead back
/// to themselves come to an end, and what they add up to is not merged anew at each level.
pub(super) fn both(cx: &mut Cx<'_>, left: SchemaId, right: SchemaId) -> SchemaId {
    let [of_left, of_right] = [left, right].map(|id| merged_members(cx, id));
    let [targets_left, targets_right] =
        [&of_left, &of_right].map(|members| members.iter().map(|id| shape::see_through(cx, *id)).collect::<Vec<_>>());
    if targets_left.iter().all(|target| targets_right.contains(target)) {
        return right;
    }
    if targets_right.iter().all(|target| targets_left.contains(target)) {
        return left;
    }
    let added = of_right.into_iter().zip(targets_right).filter(|(_, target)| !targets_left.contains(target));
    let members: Vec<_> = of_left.into_iter().chain(added.map(|(id, _)| id)).collect();
    if let Some(known) = cx.intersections.get(&members) {
        return *known;
    }
    let mut schema = Schema::any(cx.schemas[right].origin.clone());
    schema.all_of = members.clone();
    schema.read_only = cx.schemas[left].read_only || cx.schemas[right].read_only;
    schema.write_only = cx.schemas[left].write_only || cx.schemas[right].write_only;
    schema.title = cx.schemas[right].title.clone().or_else(|| cx.schemas[left].title.clone());
    schema.description = cx.schemas[right].description.clone().or_else(|| cx.schemas[left].description.clone());
    schema.default = cx.schemas[right].default.clone().or_else(|| cx.schemas[left].default.clone());
    let id = cx.schemas.push(schema);
    cx.intersections.insert(members, id);
    id
}

/// Returns what a schema is the `allOf` of, if merging made it; else the schema.
fn merged_members(cx: &Cx<'_>, id: SchemaId) -> Vec<SchemaId> {
    match cx.schemas[id].all_of.as_slice() {
        members @ [_, ..] if cx.schemas.is_added(id) => members.to_vec(),
        _ => vec![id],
    }
}

fn either(cx: &mut Cx<'_>, left: Option<SchemaId>, right: Option<SchemaId>) -> Option<SchemaId> {
    match (left, right) {
        (Some(left), Some(right)) => Some(both(cx, left, right)),
        (left, right) => left.or(right),
    }
}

fn intersect_additional(cx: &mut Cx<'_>, left: AdditionalProperties, right: AdditionalProperties) -> AdditionalProperties {
    use AdditionalProperties::{Any, Forbidden, Schema, Unsaid};
    match (left, right) {
        (Forbidden, _) | (_, Forbidden) => Forbidden,
        (Schema(left), Schema(right)) => Schema(both(cx, left, right)),
        (Schema(one), _) | (_, Schema(one)) => Schema(one),
        (Any, _) | (_, Any) => Any,
        (Unsaid, Unsaid) => Unsaid,
    }
}

/// Two unions hold together when a branch of one and a branch of the other do.
fn intersect_unions(cx: &mut Cx<'_>, left: (Vec<SchemaId>, Vec<SchemaId>), right: &Schema) -> (Vec<SchemaId>, Vec<SchemaId>) {
    let right_branches = branches(right);
    let left_branches = if left.0.is_empty() { &left.1 } else { &left.0 };
    if left_branches.is_empty() {
        return (right.one_of.clone(), right.any_of.clone());
    }
    if right_branches.is_empty() || left_branches == &right_branches {
        return left;
    }
    if left_branches.len() * right_branches.len() > MAX_PRODUCT {
        let message = format!("two unions of {} and {} branches hold here at once", left_branches.len(), right_branches.len());
        cx.report_once(
            Code::UnsupportedSchema,
            &right.origin,
            message,
            "the first union is generated, the second is not checked",
        );
        return left;
    }
    let product =
        left_branches.iter().flat_map(|left| right_branches.iter().map(move |right| (*left, *right))).collect::<Vec<_>>();
    cx.merged += product.len();
    let product: Vec<_> = product.into_iter().map(|(left, right)| both(cx, left, right)).collect();
    // Where one of the two allows several branches at once, several pairs can hold at once.
    match left.0.is_empty() || right.one_of.is_empty() {
        true => (Vec::new(), product),
        false => (product, Vec::new()),
    }
}

/// Returns the branches of the schema's union; `oneOf` and `anyOf` together are taken as one `oneOf` of both.
fn branches(schema: &Schema) -> Vec<SchemaId> {
    if schema.one_of.is_empty() { schema.any_of.clone() } else { schema.one_of.clone() }
}

/// Intersects two type sets; an integer is a number (JSON Schema 2020-12, Core, section 4.2.3).
fn intersect_types(left: Option<TypeSet>, right: Option<&TypeSet>) -> Option<TypeSet> {
    let (Some(left), Some(right)) = (&left, right) else { return left.or_else(|| right.cloned()) };
    let has = |set: &TypeSet, ty: JsonType| set.contains(&ty) || (ty == JsonType::Integer && set.contains(&JsonType::Number));
    let from_left = left.iter().filter(|ty| has(right, **ty));
    let from_right = right.iter().filter(|ty| has(left, **ty) && !left.contains(ty));
    Some(from_left.chain(from_right).copied().collect())
}

fn intersect_enums(left: Option<Vec<Value>>, right: Option<&Vec<Value>>) -> Option<Vec<Value>> {
    match (left, right) {
        (Some(left), Some(right)) => Some(left.into_iter().filter(|value| right.contains(value)).collect()),
        (left, right) => left.or_else(|| right.cloned()),
    }
}

/// Returns the limit that stands in this order to the other one.
fn tighter(left: Option<Number>, right: Option<&Number>, order: Ordering) -> Option<Number> {
    let (Some(a), Some(b)) = (&left, right) else { return left.or_else(|| right.cloned()) };
    let integer = |number: &Number| number.as_i64().map(i128::from).or_else(|| number.as_u64().map(i128::from));
    let found = match (integer(a), integer(b)) {
        (Some(a), Some(b)) => Some(a.cmp(&b)),
        _ => a.as_f64().partial_cmp(&b.as_f64()),
    };
    if found == Some(order.reverse()) { right.cloned() } else { left }
}

fn least(left: Option<u64>, right: Option<u64>) -> Option<u64> {
    match (left, right) {
        (Some(left), Some(right)) => Some(left.min(right)),
        (left, right) => left.or(right),
    }
}

/// Both patterns are found in the text: each as a lookahead from its start.
fn both_patterns(left: Option<String>, right: Option<&String>) -> Option<String> {
    match (left, right) {
        (Some(left), Some(right)) if left != *right => Some(format!("^(?=[\\s\\S]*?(?:{left}))(?=[\\s\\S]*?(?:{right}))")),
        (left, right) => left.or_else(|| right.cloned()),
    }
}

fn multiple_of(cx: &mut Cx<'_>, origin: &Origin, left: Option<Number>, right: Option<&Number>) -> Option<Number> {
    let (Some(a), Some(b)) = (&left, right) else { return left.or_else(|| right.cloned()) };
    let (x, y) = (a.as_f64().unwrap_or(1.0), b.as_f64().unwrap_or(1.0));
    if (x / y).fract() == 0.0 {
        return left;
    }
    if (y / x).fract() != 0.0 {
        let message = format!("values have to be multiples of {a} and of {b}");
        cx.report_once(Code::IgnoredConstraint, origin, message, "only the second is checked");
    }
    right.cloned()
}
