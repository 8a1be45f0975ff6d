//! Whether a value can be of several types of a union at once so that none of them has all its properties.

use crate::ir::{Api, Choice, Rest, Struct, Tagging, TypeId, TypeKind, Union};

use super::probe;

/// Types within types are looked into this deep.
const MAX_DEPTH: usize = 8;

/// Tells whether a union allows a value that is lost in part by each of its types alone.
pub fn can_be_several(api: &Api, item: &Union) -> bool {
    let types: Vec<_> = item.variants.iter().map(|variant| variant.ty).collect();
    let mut pairs = types.iter().enumerate().flat_map(|(index, one)| types[..index].iter().map(move |other| (*one, *other)));
    item.choice == Choice::AnyOf
        && item.tagging == Tagging::Untagged
        && !types.iter().any(|ty| keeps_all(api, *ty))
        && pairs.any(|(one, other)| complement(api, one, other, MAX_DEPTH))
}

/// Every value is kept by a type of anything.
fn keeps_all(api: &Api, id: TypeId) -> bool {
    matches!(api.types[content(api, id)].kind, TypeKind::Any)
}

/// Tells whether a value of both types can have a property that only the one describes, and another that only the other does.
fn complement(api: &Api, one: TypeId, other: TypeId, depth: usize) -> bool {
    let (one, other) = (content(api, one), content(api, other));
    if one == other || depth == 0 {
        return false;
    }
    match (&api.types[one].kind, &api.types[other].kind) {
        (TypeKind::Struct(left), TypeKind::Struct(right)) => {
            let probes = (probe(api, one), probe(api, other));
            !probes.0.has_other_constant(&probes.1) && structs_complement(api, left, right, depth)
        }
        (TypeKind::Array { item: one, .. }, TypeKind::Array { item: other, .. })
        | (TypeKind::Map { value: one, .. }, TypeKind::Map { value: other, .. }) => complement(api, *one, *other, depth - 1),
        (TypeKind::Union(union), _) => union.variants.iter().any(|variant| complement(api, variant.ty, other, depth - 1)),
        (_, TypeKind::Union(union)) => union.variants.iter().any(|variant| complement(api, one, variant.ty, depth - 1)),
        _ => false,
    }
}

fn structs_complement(api: &Api, left: &Struct, right: &Struct, depth: usize) -> bool {
    let common = left.fields.iter().filter_map(|field| Some((field.ty, field_of(right, &field.wire_name)?)));
    (has_more(left, right) && has_more(right, left))
        || common.into_iter().any(|(one, other)| complement(api, one, other, depth - 1))
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
