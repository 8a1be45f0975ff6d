//! Where recursion needs a box: the fields and variants that close a circle of structs and enums that hold each other by value.

use foldhash::HashSet;

use crate::ir::{Api, TypeId, TypeKind};

use super::edges;

/// A field or variant: the struct or union, and its position there.
pub type Edge = (TypeId, usize);

/// Returns the edges to box. Through lists and maps nothing is boxed: they hold their values by pointer already.
pub(super) fn boxed(api: &Api) -> HashSet<Edge> {
    let targets = |id| by_value(api, id);
    let closing = closing_edges(api, targets);
    closing.into_iter().collect()
}

/// Returns the lists, maps and aliases that have to be structs of their own: those that contain themselves, for which Rust has no alias,
/// and those that hold others too many levels deep to be written out.
pub(super) fn newtypes(api: &Api) -> HashSet<TypeId> {
    let targets = |id| written_out(api, id).into_iter().map(Some).collect::<Vec<_>>();
    let closing = closing_edges(api, targets);
    let mut newtypes: HashSet<_> = closing.into_iter().filter_map(|(from, position)| targets(from)[position]).collect();
    add_deep_types(api, &mut newtypes);
    newtypes
}

/// Returns what is written where a type without an item is used.
fn written_out(api: &Api, id: TypeId) -> Vec<TypeId> {
    match &api.types[id].kind {
        TypeKind::Struct(_) | TypeKind::Union(_) => Vec::new(),
        _ => edges::contained(api, id),
    }
}

/// Lists of lists of lists are written out up to this many levels.
const MAX_LEVELS: usize = 16;

fn add_deep_types(api: &Api, newtypes: &mut HashSet<TypeId>) {
    let mut levels: Vec<Option<usize>> = vec![None; api.types.len()];
    for root in api.types.ids() {
        let mut path = vec![root];
        while let Some(id) = path.last().copied() {
            let inner: Vec<_> = written_out(api, id).into_iter().filter(|inner| !newtypes.contains(inner)).collect();
            let unknown = inner.iter().find(|inner| levels[inner.index()].is_none());
            if let (Some(next), None) = (unknown, levels[id.index()]) {
                path.push(*next);
                continue;
            }
            path.pop();
            let level = inner.iter().filter_map(|inner| levels[inner.index()]).max().map_or(0, |level| level + 1);
            let is_new = level > MAX_LEVELS && newtypes.insert(id);
            levels[id.index()] = Some(if is_new || newtypes.contains(&id) { 0 } else { level });
        }
    }
}

/// Returns what each field or variant holds by value, if that is a struct or an enum of variants.
fn by_value(api: &Api, id: TypeId) -> Vec<Option<TypeId>> {
    match &api.types[id].kind {
        TypeKind::Struct(item) => item.fields.iter().map(|field| value_target(api, field.ty)).collect(),
        TypeKind::Union(item) => item.variants.iter().map(|variant| value_target(api, variant.ty)).collect(),
        _ => Vec::new(),
    }
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

/// Returns the edges that lead back to a type which the walk is still inside of. Without them there is no circle.
fn closing_edges(api: &Api, targets: impl Fn(TypeId) -> Vec<Option<TypeId>>) -> Vec<Edge> {
    let mut marks = vec![Mark::New; api.types.len()];
    let mut closing = Vec::new();
    for root in api.types.ids() {
        if marks[root.index()] != Mark::New {
            continue;
        }
        marks[root.index()] = Mark::Open;
        let mut path = vec![(root, targets(root), 0)];
        while let Some((id, next, position)) = path.last_mut() {
            let edge = (*id, *position);
            let Some(target) = next.get(*position).copied() else {
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
                    path.push((target, targets(target), 0));
                }
                Mark::Done => {}
            }
        }
    }
    closing
}
