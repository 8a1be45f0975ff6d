//! Where recursion needs a box: the fields and variants that close a circle of structs and enums that hold each other by value.

use foldhash::HashSet;

use crate::arena::IdSet;
use crate::ir::{Api, Type, TypeId, TypeKind};

/// A field or variant: the struct or union, and its position there.
pub type Edge = (TypeId, usize);

/// Returns the edges to box. Through lists and maps nothing is boxed: they hold their values by pointer already.
pub(super) fn boxed(api: &Api) -> HashSet<Edge> {
    closing_edges(api, |id, position| by_value(api, id, position)).into_iter().collect()
}

/// Returns the lists, maps and aliases that have to be structs of their own: those that contain themselves, for which Rust has no alias,
/// and those that hold others too many levels deep to be written out.
pub(super) fn newtypes(api: &Api) -> IdSet<Type> {
    let closing = closing_edges(api, |id, position| if position == 0 { written_out(api, id).map(Some) } else { None });
    let mut newtypes: IdSet<_> = closing.into_iter().filter_map(|(from, _)| written_out(api, from)).collect();
    add_deep_types(api, &mut newtypes);
    newtypes
}

/// Returns what a type without an item is written with where it is used: only structs and unions contain several types.
fn written_out(api: &Api, id: TypeId) -> Option<TypeId> {
    match &api.types[id].kind {
        TypeKind::Struct(_) | TypeKind::Union(_) => None,
        kind => kind.contained().next(),
    }
}

/// Lists of lists of lists are written out up to this many levels.
const MAX_LEVELS: usize = 16;

fn add_deep_types(api: &Api, newtypes: &mut IdSet<Type>) {
    let mut levels: Vec<Option<usize>> = vec![None; api.types.len()];
    let mut path = Vec::new();
    for root in api.types.ids() {
        path.extend(levels[root.index()].is_none().then_some(root));
        while let Some(id) = path.last().copied() {
            let inner = written_out(api, id).filter(|inner| !newtypes.contains(inner));
            if let Some(next) = inner.filter(|inner| levels[inner.index()].is_none()) {
                path.push(next);
                continue;
            }
            path.pop();
            let level = inner.and_then(|inner| levels[inner.index()]).map_or(0, |level| level + 1);
            let is_new = level > MAX_LEVELS && newtypes.insert(id);
            levels[id.index()] = Some(if is_new || newtypes.contains(&id) { 0 } else { level });
        }
    }
}

/// Returns what the field or variant at a position holds by value, if that is a struct or an enum of variants.
fn by_value(api: &Api, id: TypeId, position: usize) -> Option<Option<TypeId>> {
    let held = match &api.types[id].kind {
        TypeKind::Struct(item) => item.fields.get(position)?.ty,
        TypeKind::Union(item) => item.variants.get(position)?.ty,
        _ => return None,
    };
    Some(value_target(api, held))
}

fn value_target(api: &Api, mut id: TypeId) -> Option<TypeId> {
    // A chain of aliases is no longer than there are types; lowering breaks circles of them.
    for _ in 0..api.types.len() {
        match &api.types[id].kind {
            TypeKind::Nullable(inner) | TypeKind::Alias(inner) => id = *inner,
            TypeKind::Struct(_) | TypeKind::Union(_) => return Some(id),
            _ => return None,
        }
    }
    None
}

#[derive(Clone, Copy, PartialEq)]
enum Mark {
    New,
    Open,
    Done,
}

/// Returns the edges that lead back to a type which the walk is still inside of. Without them there is no circle. `target` gives where the
/// edge of a type at a position leads, as long as there is one.
fn closing_edges(api: &Api, target: impl Fn(TypeId, usize) -> Option<Option<TypeId>>) -> Vec<Edge> {
    let mut marks = vec![Mark::New; api.types.len()];
    let mut closing = Vec::new();
    let mut path = Vec::new();
    for root in api.types.ids() {
        if marks[root.index()] != Mark::New {
            continue;
        }
        marks[root.index()] = Mark::Open;
        path.push((root, 0));
        while let Some((id, position)) = path.last_mut() {
            let edge = (*id, *position);
            let Some(target) = target(*id, *position) else {
                marks[id.index()] = Mark::Done;
                path.pop();
                continue;
            };
            *position += 1;
            let Some(target) = target else { continue };
            match marks[target.index()] {
                Mark::Open => closing.push(edge),
                Mark::New => {
                    marks[target.index()] = Mark::Open;
                    path.push((target, 0));
                }
                Mark::Done => {}
            }
        }
    }
    closing
}
