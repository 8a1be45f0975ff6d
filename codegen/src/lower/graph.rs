//! Types as a graph: which lead to each other, and in which order they lead on.

use crate::arena::Arena;
use crate::ir::{Type, TypeId};

/// Which types lead to each other: the strongly connected components of the graph (by the algorithm of Kosaraju), a number for each. A
/// circle that leads to another one has the lower number.
pub(super) struct Circles(Vec<usize>);

impl Circles {
    /// Finds the circles among types, `edges` being what one leads to.
    pub(super) fn of(types: &Arena<Type>, edges: impl Fn(TypeId) -> Vec<TypeId>) -> Self {
        let mut sources = vec![Vec::new(); types.len()];
        for id in types.ids() {
            edges(id).into_iter().for_each(|target| sources[target.index()].push(id));
        }
        let mut circles = vec![usize::MAX; types.len()];
        for (number, first) in leaving_order(types, edges).into_iter().rev().enumerate() {
            let mut pending = vec![first];
            while let Some(id) = pending.pop() {
                if circles[id.index()] == usize::MAX {
                    circles[id.index()] = number;
                    pending.extend(&sources[id.index()]);
                }
            }
        }
        Self(circles)
    }

    /// Tells whether two types lead to each other.
    pub(super) fn share(&self, one: TypeId, other: TypeId) -> bool {
        self.number(one) == self.number(other)
    }

    /// Returns the number of the circle that a type is in.
    pub(super) fn number(&self, id: TypeId) -> usize {
        self.0[id.index()]
    }
}

/// Returns the types in the order in which a search in depth leaves them: each after all that it leads to and that was not met before.
fn leaving_order(types: &Arena<Type>, edges: impl Fn(TypeId) -> Vec<TypeId>) -> Vec<TypeId> {
    let mut met = vec![false; types.len()];
    let mut order = Vec::new();
    for root in types.ids() {
        let mut path = vec![(root, vec![root])];
        while let Some((id, next)) = path.last_mut() {
            match next.pop() {
                Some(next) if !met[next.index()] => {
                    met[next.index()] = true;
                    path.push((next, edges(next)));
                }
                Some(_) => {}
                None => {
                    order.push(*id);
                    path.pop();
                }
            }
        }
        // The root is there twice: as the start, and as what the start leads to.
        order.pop();
    }
    order
}
