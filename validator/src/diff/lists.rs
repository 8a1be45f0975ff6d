//! The items of two list schemas -> what changes between them. Those of tuples are compared each with the one at its place.

use bindery::spec::{AssertionKind, JsonType};

use super::change::Shift;
use super::schemas::{Pair, has};
use super::view::{Together, View};
use crate::rule;

/// Compares what is said of items.
pub(super) fn compare(pair: &mut Pair<'_>) {
    match (pair.base.unique_items, pair.revision.unique_items) {
        (false, true) => {
            pair.shift((&rule::LIMIT_TIGHTENED, &["uniqueItems"]), Shift::Narrower, "no two items may be equal", None);
        }
        (true, false) => pair.shift((&rule::LIMIT_LOOSENED, &["uniqueItems"]), Shift::Looser, "items may be equal", None),
        _ => {}
    }
    match tuples(pair) {
        Some((old, new)) => {
            let most = old.first.len().max(new.first.len());
            (0..most).for_each(|at| items(pair, &format!("the item at {at}"), old.at(at), new.at(at)));
            let longest = |tuple: &Tuple| tuple.most.is_none_or(|most| most > tuple.first.len());
            if longest(&old) && longest(&new) {
                items(pair, "the items that follow", Some(old.rest), Some(new.rest));
            }
        }
        None => items(pair, "items", Some(pair.base.items.clone()), Some(pair.revision.items.clone())),
    }
}

/// Compares items of which there may be some on both sides; of others the number of items is told.
fn items(pair: &mut Pair<'_>, name: &str, old: Option<Together>, new: Option<Together>) {
    let (Some(old), Some(new)) = (old, new) else { return };
    let lists = |view: &View<'_>| has(&view.types, JsonType::Array);
    let (shift, message) = match (old.is_empty(), new.is_empty()) {
        (true, true) => return,
        (false, false) => return pair.child(old, new),
        (false, true) if lists(&pair.revision) => (Shift::Wider, "may be anything"),
        (true, false) if lists(&pair.base) => {
            (Shift::Narrower, if name.ends_with('s') { "have a schema" } else { "has a schema" })
        }
        _ => return,
    };
    let keywords: &[_] = if name == "items" { &["items"] } else { &["prefixItems", "items"] };
    let about = if name == "items" { String::new() } else { name.to_owned() };
    let draft = pair.draft(&rule::ITEMS_CHANGED, format!("{name} {message}")).keywords(keywords).about(about);
    pair.drafts.push(draft.wire(shift.wire()));
}

/// The items of a list: the first ones, and all others.
pub(super) struct Tuple {
    first: Vec<Together>,
    rest: Together,
    /// How many there are at most.
    most: Option<usize>,
}

impl Tuple {
    fn of(view: &View<'_>) -> Option<Self> {
        let mut tuples = view.assertions.iter().filter_map(|it| match &it.kind {
            AssertionKind::PrefixItems(first, rest) => Some((first, *rest)),
            _ => None,
        });
        let limit = view.limits.get("maxItems").and_then(serde_json::Number::as_u64);
        let most = limit.and_then(|limit| usize::try_from(limit).ok());
        let of_all = || Self { first: Vec::new(), rest: view.items.clone(), most };
        let Some((first, rest)) = tuples.next() else { return Some(of_all()) };
        let tuple = Self { first: first.iter().map(|id| vec![*id]).collect(), rest: rest.into_iter().collect(), most };
        // What several say of one item is left to sets.
        (tuples.next().is_none() && view.items.len() < 2).then_some(tuple)
    }

    /// Returns what an item is, if there may be one.
    fn at(&self, at: usize) -> Option<Together> {
        let is_there = self.most.is_none_or(|most| at < most);
        is_there.then(|| self.first.get(at).unwrap_or(&self.rest).clone())
    }
}

/// Takes both sides as tuples, where one is.
pub(super) fn tuples(pair: &Pair<'_>) -> Option<(Tuple, Tuple)> {
    let (old, new) = (Tuple::of(&pair.base)?, Tuple::of(&pair.revision)?);
    (!old.first.is_empty() || !new.first.is_empty()).then_some((old, new))
}
