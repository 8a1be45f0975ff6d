//! The branches of two unions -> what changes between them.

use bindery::spec::{Discriminator, Document, SchemaId};

use super::change::{Shift, Verdict};
use super::sample::sample;
use super::schemas::{Pair, before, now};
use super::view::{shape, target, view};
use super::walk::Draft;
use crate::rule;

/// The keywords of unions.
const UNION: &[&str] = &["oneOf", "anyOf"];

/// What a union says in the place of, where it comes or goes.
const TYPES: &[&str] = &["type", "oneOf", "anyOf"];

/// Compares the unions of a pair. Returns whether a union came or went, so that the types beside it say nothing new.
pub(super) fn compare(pair: &mut Pair<'_>) -> bool {
    discriminator(pair);
    match (pair.base.unions.clone().as_slice(), pair.revision.unions.clone().as_slice()) {
        ([], []) => false,
        ([], [(_, branches), ..]) => {
            came(pair, branches);
            true
        }
        ([(_, branches), ..], []) => {
            went(pair, branches);
            true
        }
        ([(old_sort, old), ..], [(new_sort, new), ..]) => {
            if old_sort != new_sort {
                let word = |exactly_one: bool| if exactly_one { "exactly one" } else { "at least one" };
                let message = format!("{} branch had to hold, and {} has to", word(*old_sort), word(*new_sort));
                pair.shift((&rule::UNION_CHANGED, UNION), Shift::Unknown, message, None);
            }
            branches(pair, old, new);
            false
        }
    }
}

fn came(pair: &mut Pair<'_>, branches: &[SchemaId]) {
    let own = shape(pair.documents.0, pair.ids.0);
    let same = branches.iter().position(|id| shape(pair.documents.1, *id) == own);
    let message = format!("any of {} branches is allowed, where there was one schema", branches.len());
    let witness = branches.iter().enumerate().find(|(at, _)| Some(*at) != same);
    let witness = witness.and_then(|(_, id)| sample(pair.documents.1, *id)).and_then(now);
    match same {
        Some(_) => pair.shift((&rule::UNION_CHANGED, TYPES), Shift::Wider, message, witness),
        None => pair.shift((&rule::UNION_CHANGED, TYPES), Shift::Unknown, message, None),
    }
}

fn went(pair: &mut Pair<'_>, branches: &[SchemaId]) {
    let own = shape(pair.documents.1, pair.ids.1);
    let same = branches.iter().position(|id| shape(pair.documents.0, *id) == own);
    let message = format!("one schema is left of {} branches", branches.len());
    let other = branches.iter().enumerate().find(|(at, _)| Some(*at) != same);
    let witness = other.and_then(|(_, id)| sample(pair.documents.0, *id)).and_then(before);
    match same {
        Some(_) => pair.shift((&rule::UNION_CHANGED, TYPES), Shift::Narrower, message, witness),
        None => pair.shift((&rule::UNION_CHANGED, TYPES), Shift::Unknown, message, None),
    }
}

/// Matches branches by what is the same of both: the component, else the looks, else the types.
fn branches(pair: &mut Pair<'_>, old: &[SchemaId], new: &[SchemaId]) {
    let (base, revision) = pair.documents;
    let mut left: Vec<SchemaId> = new.to_vec();
    let mut unmatched = old.to_vec();
    for same in [component as Likeness, looks, types] {
        unmatched.retain(|id| {
            let mine = same(base, *id);
            let Some(at) = left.iter().position(|other| mine.is_some() && same(revision, *other) == mine) else { return true };
            pair.child(*id, left.remove(at));
            false
        });
    }
    for id in unmatched {
        let (place, name) = (&base.schemas[id].origin, name(base, id));
        let draft =
            Draft::new(&rule::BRANCH_REMOVED, Some(place), Some(pair.revision.origin), format!("{name} is no branch any more"));
        let witness = sample(base, id).and_then(before);
        pair.drafts.push(draft.keywords(UNION).about(name).wire(Shift::Narrower.wire()).witness(witness));
    }
    for id in left {
        let (place, name) = (&revision.schemas[id].origin, name(revision, id));
        let draft = Draft::new(&rule::BRANCH_ADDED, Some(pair.base.origin), Some(place), format!("{name} is a new branch"));
        let witness = sample(revision, id).and_then(now);
        pair.drafts.push(draft.keywords(UNION).about(name).wire(Shift::Wider.wire()).witness(witness));
    }
}

/// What branches are matched by.
type Likeness = fn(&Document, SchemaId) -> Option<String>;

fn component(document: &Document, id: SchemaId) -> Option<String> {
    let target = target(document, id);
    document.components.iter().find(|(_, component)| *component == target).map(|(name, _)| name.clone())
}

fn looks(document: &Document, id: SchemaId) -> Option<String> {
    Some(shape(document, id))
}

/// Branches of a scalar type are told apart by it; objects need more than that.
fn types(document: &Document, id: SchemaId) -> Option<String> {
    let view = view(document, id);
    view.types.as_ref().filter(|_| view.properties.is_empty()).map(|types| format!("{types:?}"))
}

fn name(document: &Document, id: SchemaId) -> String {
    let ty = || format!("the {}", super::schemas::type_names(&view(document, id).types));
    component(document, id).map_or_else(ty, |name| format!("`{name}`"))
}

fn discriminator(pair: &mut Pair<'_>) {
    match (pair.base.discriminator, pair.revision.discriminator) {
        (None, None) => {}
        (None, Some(new)) => {
            let message = format!("`{}` tells the branches apart", new.property);
            let draft = pair.draft(&rule::DISCRIMINATOR_CHANGED, message);
            pair.drafts.push(draft.request(Verdict::Compatible).response(Verdict::Compatible));
        }
        (Some(old), None) => {
            let message = format!("`{}` does not tell the branches apart any more", old.property);
            let draft = pair.draft(&rule::DISCRIMINATOR_CHANGED, message);
            pair.drafts.push(draft.request(Verdict::Unknown).response(Verdict::Unknown));
        }
        (Some(old), Some(new)) if old.property != new.property => {
            let message = format!("`{}` told the branches apart, and `{}` does", old.property, new.property);
            pair.shift((&rule::DISCRIMINATOR_CHANGED, &[]), Shift::Other, message, None);
        }
        (Some(old), Some(new)) => mapping(pair, old, new),
    }
}

fn mapping(pair: &mut Pair<'_>, old: &Discriminator, new: &Discriminator) {
    let values = |it: &Discriminator| -> Vec<String> { it.mapping.iter().map(|(value, _)| value.clone()).collect() };
    let (old, new) = (values(old), values(new));
    for value in old.iter().filter(|it| !new.contains(it)) {
        let draft = pair.draft(&rule::DISCRIMINATOR_CHANGED, format!("the tag `{value}` is gone")).about(value);
        pair.drafts.push(draft.wire(Shift::Narrower.wire()));
    }
    for value in new.iter().filter(|it| !old.contains(it)) {
        let draft = pair.draft(&rule::DISCRIMINATOR_CHANGED, format!("the tag `{value}` is new")).about(value);
        pair.drafts.push(draft.wire(Shift::Wider.wire()));
    }
}
