//! What a type contains, and the closure of a property over that.

use foldhash::HashSet;

use crate::ir::{Api, TypeId};

/// Returns the types that a type contains, in order.
pub(super) fn contained(api: &Api, id: TypeId) -> Vec<TypeId> {
    api.types[id].kind.contained()
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
