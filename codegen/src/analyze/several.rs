//! Whether a value can be of several types of a union at once so that none of them has all its properties.

use std::collections::VecDeque;

use foldhash::HashSet;

use crate::ir::{Api, Choice, Rest, Struct, Tagging, TypeId, TypeKind, Union};

use super::probe;

/// Types within types are looked into this deep.
const MAX_DEPTH: usize = 8;

/// No more pairs of types within the branches than this are compared. A union of more is taken for one that allows such a value, since
/// nothing is lost by that.
const MAX_PAIRS: usize = 2_000;

/// Tells whether a union allows a value that is lost in part by each of its types alone.
pub fn can_be_several(api: &Api, item: &Union) -> bool {
    let types: Vec<_> = item.variants.iter().map(|variant| variant.ty).collect();
    let pairs = types.iter().enumerate().flat_map(|(index, one)| types[..index].iter().map(move |other| (*one, *other)));
    item.choice == Choice::AnyOf
        && item.tagging == Tagging::Untagged
        && !types.iter().any(|ty| keeps_all(api, *ty))
        && any_complement(api, pairs)
}

/// Every value is kept by a type of anything.
fn keeps_all(api: &Api, id: TypeId) -> bool {
    matches!(api.types[content(api, id)].kind, TypeKind::Any)
}

/// Tells whether a value of both types of one of the pairs can have a property that only the one describes, and another that only the
/// other does, at whatever place in it.
fn any_complement(api: &Api, pairs: impl Iterator<Item = (TypeId, TypeId)>) -> bool {
    let mut pending: VecDeque<_> = pairs.map(|pair| (pair, MAX_DEPTH)).collect();
    let most = pending.len() + MAX_PAIRS;
    // In the order of their depth, so that a pair that comes again has nothing to add.
    let mut met = HashSet::default();
    while let Some(((one, other), depth)) = pending.pop_front() {
        let pair = (content(api, one), content(api, other));
        if pair.0 == pair.1 || !met.insert(pair) {
            continue;
        }
        if met.len() > most || complement(api, pair) {
            return true;
        }
        if depth > 1 {
            pending.extend(within(api, pair).into_iter().map(|pair| (pair, depth - 1)));
        }
    }
    false
}

/// Tells whether each of two structs has a property that the other has no place for.
fn complement(api: &Api, (one, other): (TypeId, TypeId)) -> bool {
    match (&api.types[one].kind, &api.types[other].kind) {
        (TypeKind::Struct(left), TypeKind::Struct(right)) => {
            has_more(left, right) && has_more(right, left) && !are_apart(api, one, other)
        }
        _ => false,
    }
}

/// Tells whether no value is of both structs.
fn are_apart(api: &Api, one: TypeId, other: TypeId) -> bool {
    probe(api, one).has_other_constant(&probe(api, other))
}

/// Returns the pairs of types that one place within a value of both types can be of.
fn within(api: &Api, (one, other): (TypeId, TypeId)) -> Vec<(TypeId, TypeId)> {
    match (&api.types[one].kind, &api.types[other].kind) {
        (TypeKind::Struct(_), TypeKind::Struct(_)) if are_apart(api, one, other) => Vec::new(),
        (TypeKind::Struct(left), TypeKind::Struct(right)) => {
            left.fields.iter().filter_map(|field| Some((field.ty, field_of(right, &field.wire_name)?))).collect()
        }
        (TypeKind::Array { item: one, .. }, TypeKind::Array { item: other, .. })
        | (TypeKind::Map { value: one, .. }, TypeKind::Map { value: other, .. }) => vec![(*one, *other)],
        (TypeKind::Union(union), _) => union.variants.iter().map(|variant| (variant.ty, other)).collect(),
        (_, TypeKind::Union(union)) => union.variants.iter().map(|variant| (one, variant.ty)).collect(),
        _ => Vec::new(),
    }
}

/// Tells whether one struct describes properties that the other has no place for.
fn has_more(one: &Struct, other: &Struct) -> bool {
    !matches!(other.rest, Rest::Kept(_)) && one.fields.iter().any(|field| field_of(other, &field.wire_name).is_none())
}

fn field_of(item: &Struct, name: &str) -> Option<TypeId> {
    item.fields.iter().find(|field| field.wire_name == name).map(|field| field.ty)
}

/// Returns the type behind other names and null.
fn content(api: &Api, mut id: TypeId) -> TypeId {
    // Lowering breaks circles of aliases, so the chain is no longer than there are types.
    for _ in 0..api.types.len() {
        match api.types[id].kind {
            TypeKind::Alias(next) | TypeKind::Nullable(next) => id = next,
            _ => break,
        }
    }
    id
}
