//! Types as a graph: which lead to each other, and in which order they lead on.

use crate::arena::{Arena, Groups};
use crate::ir::{Type, TypeId, TypeKind};

/// Which types lead to each other: the strongly connected components of the graph (by the algorithm of Kosaraju), a number for each. A
/// circle that leads to another one has the lower number.
pub(super) struct Circles(Vec<usize>);

impl Circles {
    /// Finds the circles among types, `edges` being what one leads to.
    pub(super) fn of<'a, E>(types: &'a Arena<Type>, edges: impl Fn(&'a TypeKind) -> E) -> Self
    where
        E: Iterator<Item = TypeId> + Clone,
    {
        let pairs = types.iter().flat_map(|(source, ty)| edges(&ty.kind).map(move |target| (source.index(), target)));
        let targets = Groups::new(types.len(), pairs);
        let edges = types.ids().flat_map(|source| targets.get(source.index()).iter().map(move |target| (target.index(), source)));
        let sources = Groups::new(types.len(), edges);
        let mut circles = vec![usize::MAX; types.len()];
        let mut pending = Vec::new();
        for (number, first) in leaving_order(types, &targets).into_iter().rev().enumerate() {
            pending.push(first);
            while let Some(id) = pending.pop() {
                if circles[id.index()] == usize::MAX {
                    circles[id.index()] = number;
                    pending.extend(sources.get(id.index()));
                }
            }
        }
        Self(circles)
    }

    /// Tells whether two types lead to each other.
    pub(super) fn share(&self, one: TypeId, other: TypeId) -> bool {
        self.number(one) == self.number(other)
    }

    /// Returns the types of each circle, from the outside in.
    pub(super) fn outside_in(&self, types: &Arena<Type>) -> Groups<Type> {
        Groups::new(types.len(), types.ids().map(|id| (self.number(id), id)))
    }

    /// Returns the number of the circle that a type is in.
    fn number(&self, id: TypeId) -> usize {
        self.0[id.index()]
    }
}

/// Returns the types in the order in which a search in depth leaves them: each after all that it leads to and that was not met before.
fn leaving_order(types: &Arena<Type>, targets: &Groups<Type>) -> Vec<TypeId> {
    let mut met = vec![false; types.len()];
    let mut order = Vec::with_capacity(types.len());
    let mut path: Vec<(TypeId, &[TypeId])> = Vec::new();
    for root in types.ids() {
        if !std::mem::replace(&mut met[root.index()], true) {
            path.push((root, targets.get(root.index())));
        }
        while let Some((id, left)) = path.last_mut() {
            match left.split_last() {
                Some((next, others)) => {
                    *left = others;
                    if !std::mem::replace(&mut met[next.index()], true) {
                        path.push((*next, targets.get(next.index())));
                    }
                }
                None => {
                    order.push(*id);
                    path.pop();
                }
            }
        }
    }
    order
}
