//! What contains a type, and the closure of a property over that.

use crate::arena::{Groups, IdSet};
use crate::ir::{Api, Type, TypeId};

/// Returns the types that contain each type, by its index.
pub(super) fn containers(api: &Api) -> Groups<Type> {
    let pairs = api.types.iter().flat_map(|(outer, ty)| ty.kind.contained().map(move |inner| (inner.index(), outer)));
    Groups::new(api.types.len(), pairs)
}

/// Returns the types that have a property themselves or contain one that has, however deep.
pub(super) fn closure(api: &Api, containers: &Groups<Type>, has: impl Fn(TypeId) -> bool) -> IdSet<Type> {
    let mut pending: Vec<_> = api.types.ids().filter(|id| has(*id)).collect();
    let mut found: IdSet<_> = pending.iter().copied().collect();
    while let Some(id) = pending.pop() {
        pending.extend(containers.get(id.index()).iter().filter(|outer| found.insert(**outer)));
    }
    found
}
