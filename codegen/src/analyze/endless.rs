//! Which types have no finite value: those that have to contain themselves, over and over.

use crate::arena::{Groups, IdSet};
use crate::ir::{Api, Presence, Type, TypeId, TypeKind};

/// Returns the types without a finite value.
pub(super) fn endless(api: &Api, containers: &Groups<Type>) -> IdSet<Type> {
    // A type is finite as soon as what it needs is; what never becomes so is endless.
    let mut finite = vec![false; api.types.len()];
    let mut pending: Vec<_> = api.types.ids().collect();
    while let Some(id) = pending.pop() {
        if !finite[id.index()] && is_finite(api, id, &finite) {
            finite[id.index()] = true;
            pending.extend(containers.get(id.index()).iter().filter(|outer| !finite[outer.index()]));
        }
    }
    api.types.ids().filter(|id| !finite[id.index()]).collect()
}

/// Tells whether a type has a value made of types that are known to have one.
fn is_finite(api: &Api, id: TypeId, finite: &[bool]) -> bool {
    let has_value = |id: &TypeId| finite[id.index()];
    match &api.types[id].kind {
        TypeKind::Struct(item) => {
            item.fields.iter().filter(|field| field.presence == Presence::Required).all(|field| has_value(&field.ty))
        }
        TypeKind::Union(item) => item.variants.iter().any(|variant| has_value(&variant.ty)),
        TypeKind::Array { item, constraints } => constraints.min_items.is_none() || has_value(item),
        TypeKind::Map { value, constraints } => constraints.min_properties.is_none() || has_value(value),
        TypeKind::Alias(target) => has_value(target),
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
