//! Takes null out of unions: a branch of `oneOf` or `anyOf` that allows null only becomes `nullable` of the union.
//!
//! Done when every reference is an id, because such a branch may be a reference to a schema that is null.

use super::model::Schema;
use super::resolve::Resolver;
use crate::arena::Arena;

impl Resolver<'_> {
    /// Takes the branches that are only null out of every union. A union that is left with one branch stays a union; one that is
    /// left with none allows null only.
    pub(super) fn fold_null_branches(&mut self) {
        let null_only = null_only(&self.schemas);
        for id in self.schemas.ids() {
            let schema = &mut self.schemas[id];
            let before = schema.one_of.len() + schema.any_of.len();
            let emptied = [&mut schema.one_of, &mut schema.any_of].map(|branches| {
                let had_some = !branches.is_empty();
                branches.retain(|branch| !null_only[branch.index()]);
                had_some && branches.is_empty()
            });
            schema.nullable |= schema.one_of.len() + schema.any_of.len() < before;
            if emptied.contains(&true) {
                schema.enumeration = Some(Vec::new());
            }
        }
    }
}

/// Tells of each schema whether it, or what it refers to, allows null and nothing else. References have no cycles at this point.
fn null_only(schemas: &Arena<Schema>) -> Vec<bool> {
    let mut known: Vec<Option<bool>> = vec![None; schemas.len()];
    for id in schemas.ids() {
        let mut trail = vec![id];
        let answer = loop {
            let at = trail[trail.len() - 1];
            match (known[at.index()], schemas[at].reference) {
                (Some(answer), _) => break answer,
                (None, Some(target)) => trail.push(target),
                (None, None) => break allows_null_only(&schemas[at]),
            }
        };
        for passed in trail {
            known[passed.index()] = Some(answer);
        }
    }
    known.into_iter().map(|answer| answer == Some(true)).collect()
}

fn allows_null_only(schema: &Schema) -> bool {
    let no_value = schema.enumeration.as_ref().is_some_and(Vec::is_empty) || schema.types.as_ref().is_some_and(Vec::is_empty);
    schema.nullable && no_value
}
