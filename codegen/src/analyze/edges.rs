//! What a type contains, and the closure of a property over that.

use std::collections::HashSet;

use crate::ir::{Api, Rest, TypeId, TypeKind};

/// Returns the types that a type contains, in order.
pub(super) fn contained(api: &Api, id: TypeId) -> Vec<TypeId> {
    match &api.types[id].kind {
        TypeKind::Struct(item) => {
            let rest = match item.rest {
                Rest::Kept(ty) => Some(ty),
                Rest::Unsaid | Rest::Forbidden => None,
            };
            item.fields.iter().map(|field| field.ty).chain(rest).collect()
        }
        TypeKind::Union(item) => item.variants.iter().map(|variant| variant.ty).collect(),
        TypeKind::Array { item, .. } => vec![*item],
        TypeKind::Map { value, .. } => vec![*value],
        TypeKind::Nullable(inner) | TypeKind::Alias(inner) => vec![*inner],
        TypeKind::Boolean
        | TypeKind::Integer(_)
        | TypeKind::Number(_)
        | TypeKind::String(_)
        | TypeKind::Enum(_)
        | TypeKind::Any
        | TypeKind::Never => Vec::new(),
    }
}

/// Returns the types that have a property themselves or contain one that has, however deep.
pub(super) fn closure(api: &Api, has: impl Fn(TypeId) -> bool) -> HashSet<TypeId> {
    let mut containers = vec![Vec::new(); api.types.len()];
    for id in api.types.ids() {
        for inner in contained(api, id) {
            containers[inner.index()].push(id);
        }
    }
    let mut pending: Vec<_> = api.types.ids().filter(|id| has(*id)).collect();
    let mut found: HashSet<_> = pending.iter().copied().collect();
    while let Some(id) = pending.pop() {
        pending.extend(containers[id.index()].iter().filter(|outer| found.insert(**outer)));
    }
    found
}
