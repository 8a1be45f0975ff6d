//! Which types have no finite value: those that have to contain themselves, over and over.

use foldhash::HashSet;

use crate::ir::{Api, Presence, TypeId, TypeKind};

use super::edges;

/// Returns the types without a finite value.
pub(super) fn endless(api: &Api) -> HashSet<TypeId> {
    let mut containers = vec![Vec::new(); api.types.len()];
    for id in api.types.ids() {
        for inner in edges::contained(api, id) {
            containers[inner.index()].push(id);
        }
    }
    // A type is finite as soon as what it needs is; what never becomes so is endless.
    let mut finite = HashSet::default();
    let mut pending: Vec<_> = api.types.ids().collect();
    while let Some(id) = pending.pop() {
        if !finite.contains(&id) && is_finite(api, id, &finite) {
            finite.insert(id);
            pending.extend(&containers[id.index()]);
        }
    }
    api.types.ids().filter(|id| !finite.contains(id)).collect()
}

/// Tells whether a type has a value made of types that are known to have one.
fn is_finite(api: &Api, id: TypeId, finite: &HashSet<TypeId>) -> bool {
    match &api.types[id].kind {
        TypeKind::Struct(item) => {
            item.fields.iter().filter(|field| field.presence == Presence::Required).all(|field| finite.contains(&field.ty))
        }
        TypeKind::Union(item) => item.variants.iter().any(|variant| finite.contains(&variant.ty)),
        TypeKind::Array { item, constraints } => constraints.min_items.is_none() || finite.contains(item),
        TypeKind::Map { value, constraints } => constraints.min_properties.is_none() || finite.contains(value),
        TypeKind::Alias(target) => finite.contains(target),
        // That nothing satisfies `Never` has been said where it was made.
        TypeKind::Nullable(_)
        | TypeKind::Boolean
        | TypeKind::Integer(_)
        | TypeKind::Number(_)
        | TypeKind::String(_)
        | TypeKind::Enum(_)
        | TypeKind::Any
        | TypeKind::Never => true,
    }
}
