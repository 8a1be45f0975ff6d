//! The branches of two unions -> what changes between them.

use bindery::source::Origin;
use bindery::spec::{Discriminator, Document, SchemaId};

use super::change::{Shift, Verdict};
use super::draft::{Draft, Spot, base_spot, revision_spot};
use super::inclusion::{answered, sent};
use super::left_out;
use super::schemas::{Pair, before, now};
use super::view::{View, shape, target, view};
use crate::rule;

/// The keywords of unions.
const UNION: &[&str] = &["oneOf", "anyOf"];

/// What a union says in the place of, where it comes or goes.
const TYPES: &[&str] = &["type", "oneOf", "anyOf"];

/// Compares the unions of a pair. Returns whether a union came or went, so that the types beside it say nothing new.
pub(super) fn compare(pair: &mut Pair<'_>) -> bool {
    discriminator(pair);
    let (old, new) = (pair.base.unions.clone(), pair.revision.unions.clone());
    match (old.as_slice(), new.as_slice()) {
        ([], []) => false,
        ([], [(_, branches), rest @ ..]) => {
            came(pair, branches);
            rest.iter().for_each(|union| one_more(pair, union));
            true
        }
        ([(_, branches), rest @ ..], []) => {
            went(pair, branches);
            rest.iter().for_each(|union| one_fewer(pair, union));
            true
        }
        (old, new) => {
            several(pair, old, new);
            false
        }
    }
}

/// A union: whether exactly one branch holds, and the branches.
type Union<'a> = (bool, &'a [SchemaId]);

/// Matches unions that hold together: first those that look alike, then those of one sort, then by their order.
fn several(pair: &mut Pair<'_>, old: &[Union<'_>], new: &[Union<'_>]) {
    let (base, revision) = pair.documents;
    let looks = |document: &Document, (sort, branches): &Union<'_>| {
        let shapes: Vec<_> = branches.iter().map(|id| shape(document, &[*id])).collect();
        format!("{sort} {shapes:?}")
    };
    let sort = |_: &Document, (sort, _): &Union<'_>| sort.to_string();
    let (mut unmatched, mut left) = (old.to_vec(), new.to_vec());
    let mut meet = |key: &dyn Fn(&Document, &Union<'_>) -> String| {
        unmatched.retain(|union| {
            let mine = key(base, union);
            let Some(at) = left.iter().position(|other| key(revision, other) == mine) else { return true };
            both(pair, union, &left.remove(at));
            false
        });
    };
    if old.len() + new.len() > 2 {
        meet(&looks);
        meet(&sort);
    }
    meet(&|_, _| String::new());
    unmatched.iter().for_each(|union| one_fewer(pair, union));
    left.iter().for_each(|union| one_more(pair, union));
}

fn both(pair: &mut Pair<'_>, (old_sort, old): &Union<'_>, (new_sort, new): &Union<'_>) {
    if old_sort != new_sort {
        let message = format!("{} had to hold, and {} has to", holding(*old_sort), holding(*new_sort));
        pair.shift((&rule::UNION_CHANGED, UNION), Shift::Unknown, message, None);
    }
    branches(pair, old, new);
}

fn holding(exactly_one: bool) -> &'static str {
    if exactly_one { "exactly one branch" } else { "at least one branch" }
}

/// A union besides others leaves fewer values.
fn one_more(pair: &mut Pair<'_>, (sort, branches): &Union<'_>) {
    let message = format!("{} of {} more has to hold", holding(*sort), branches.len());
    pair.shift((&rule::UNION_CHANGED, UNION), Shift::Narrower, message, None);
}

fn one_fewer(pair: &mut Pair<'_>, (sort, branches): &Union<'_>) {
    let message = format!("{} of {} more does not have to hold any more", holding(*sort), branches.len());
    pair.shift((&rule::UNION_CHANGED, UNION), Shift::Looser, message, None);
}

fn came(pair: &mut Pair<'_>, branches: &[SchemaId]) {
    let own = shape(pair.documents.0, pair.ids.0);
    let same = branches.iter().position(|id| shape(pair.documents.1, &[*id]) == own);
    let message = format!("any of {} branches is allowed, where there was one schema", branches.len());
    let witness = branches.iter().enumerate().find(|(at, _)| Some(*at) != same);
    let witness = witness.and_then(|(_, id)| answered(pair.documents.1, &[*id])).and_then(now);
    match same {
        Some(_) => pair.shift((&rule::UNION_CHANGED, TYPES), Shift::Wider, message, witness),
        None => pair.shift((&rule::UNION_CHANGED, TYPES), Shift::Unknown, message, None),
    }
}

fn went(pair: &mut Pair<'_>, branches: &[SchemaId]) {
    let own = shape(pair.documents.1, pair.ids.1);
    let same = branches.iter().position(|id| shape(pair.documents.0, &[*id]) == own);
    let message = format!("one schema is left of {} branches", branches.len());
    let other = branches.iter().enumerate().find(|(at, _)| Some(*at) != same);
    let witness = other.and_then(|(_, id)| sent(pair.documents.0, &[*id])).and_then(before);
    match same {
        Some(_) => pair.shift((&rule::UNION_CHANGED, TYPES), Shift::Narrower, message, witness),
        None => pair.shift((&rule::UNION_CHANGED, TYPES), Shift::Unknown, message, None),
    }
}

/// Matches branches by what is the same of both: the component, else the looks, the tag, the names of the properties, the type; at last
/// by what most of their properties have in common.
fn branches(pair: &mut Pair<'_>, old: &[SchemaId], new: &[SchemaId]) {
    let (base, revision) = pair.documents;
    let mut left: Vec<SchemaId> = new.to_vec();
    let mut unmatched = old.to_vec();
    for same in [component as Likeness, looks, tag, names, types] {
        unmatched.retain(|id| {
            let mine = same(base, *id);
            let Some(at) = left.iter().position(|other| mine.is_some() && same(revision, *other) == mine) else { return true };
            pair.child(vec![*id], vec![left.remove(at)]);
            false
        });
    }
    unmatched.retain(|id| {
        let Some(at) = left.iter().position(|other| is_alike((base, *id), (revision, *other))) else { return true };
        pair.child(vec![*id], vec![left.remove(at)]);
        false
    });
    for id in unmatched {
        let (place, name) = (&base.schemas[id].origin, label(base, id));
        let message = format!("`{name}` is no branch any more");
        let draft = Draft::new(&rule::BRANCH_REMOVED, Some(place), Some(pair.revision.origin), message);
        let witness = sent(base, &[id]).and_then(before);
        let mut draft = draft.keywords(UNION).about(name).wire(Shift::Narrower.wire()).witness(witness);
        draft.around.extend(of_union((base, id), pair.base.origin, base_spot));
        pair.drafts.push(draft);
    }
    for id in left {
        let (place, name) = (&revision.schemas[id].origin, label(revision, id));
        let message = format!("`{name}` is a new branch");
        let draft = Draft::new(&rule::BRANCH_ADDED, Some(pair.base.origin), Some(place), message);
        let witness = answered(revision, &[id]).and_then(now);
        let mut draft = draft.keywords(UNION).about(name).wire(Shift::Wider.wire()).witness(witness);
        draft.around.extend(of_union((revision, id), pair.revision.origin, revision_spot));
        pair.drafts.push(draft);
    }
}

/// The spots of the variant that a branch is in a union, and of the type that it has there.
fn of_union((document, branch): (&Document, SchemaId), union: &Origin, spot: fn(&str) -> String) -> Vec<Spot> {
    let place = |id: SchemaId| spot(document.schemas[id].origin.pointer.as_str());
    let union = Some(spot(union.pointer.as_str()));
    match target(document, branch) {
        // A branch that stands there is a type of its own.
        end if end == branch => vec![(place(branch), union), (place(branch), None)],
        end => vec![(place(branch), union.clone()), (place(end), union)],
    }
}

/// What branches are matched by.
type Likeness = fn(&Document, SchemaId) -> Option<String>;

fn component(document: &Document, id: SchemaId) -> Option<String> {
    let target = target(document, id);
    document.components.iter().find(|(_, component)| *component == target).map(|(name, _)| name.clone())
}

fn looks(document: &Document, id: SchemaId) -> Option<String> {
    Some(shape(document, &[id]))
}

/// A required property that has one value tells a branch from the others.
fn tag(document: &Document, id: SchemaId) -> Option<String> {
    let branch = view(document, &[id]);
    branch.required.iter().find_map(|name| {
        let values = view(document, branch.properties.get(name)?).values?;
        let [value] = values.as_slice() else { return None };
        Some(format!("{name}: {}", value.as_str().map_or_else(|| value.to_string(), str::to_owned)))
    })
}

fn names(document: &Document, id: SchemaId) -> Option<String> {
    let mut names = property_names(document, id);
    names.sort();
    names.extend(tag(document, id));
    (!names.is_empty()).then(|| names.join("\0"))
}

fn property_names(document: &Document, id: SchemaId) -> Vec<String> {
    view(document, &[id]).properties.keys().map(|name| (*name).to_owned()).collect()
}

/// Branches of a scalar type are told apart by it, and those that only have limits by having no type; objects need more than that.
fn types(document: &Document, id: SchemaId) -> Option<String> {
    let view = view(document, &[id]);
    let is_told = view.types.is_some() || view.required.is_empty() && view.values.is_none() && view.unions.is_empty();
    (is_told && view.properties.is_empty()).then(|| format!("{:?}", view.types))
}

/// Tells whether two objects have half of their properties in common. Components are what they are called.
fn is_alike((base, old): (&Document, SchemaId), (revision, new): (&Document, SchemaId)) -> bool {
    let (mine, other) = (property_names(base, old), property_names(revision, new));
    let common = mine.iter().filter(|name| other.contains(name)).count();
    let named = component(base, old).is_some() && component(revision, new).is_some();
    let tags = (tag(base, old), tag(revision, new));
    let differ = tags.0.is_some() && tags.1.is_some() && tags.0 != tags.1;
    !named && !differ && common > 0 && common * 2 >= mine.len().max(other.len())
}

/// Calls a branch by its component, its tag, its title, or its type.
pub(super) fn label(document: &Document, id: SchemaId) -> String {
    let title = || document.schemas[target(document, id)].title.clone();
    let ty = || super::schemas::type_names(&view(document, &[id]).types);
    component(document, id).or_else(|| tag(document, id)).or_else(title).unwrap_or_else(ty)
}

fn discriminator(pair: &mut Pair<'_>) {
    let (old, new) = (pair.base.discriminator, pair.revision.discriminator);
    let before = pair.drafts.len();
    match (old, new) {
        (None, None) => {}
        (None, Some((_, new))) => {
            let message = format!("`{}` tells the branches apart", new.property);
            let draft = pair.draft(&rule::DISCRIMINATOR_CHANGED, message);
            pair.drafts.push(draft.request(Verdict::Compatible).response(Verdict::Compatible));
        }
        (Some((_, old)), None) => {
            let message = format!("`{}` does not tell the branches apart any more", old.property);
            pair.shift((&rule::DISCRIMINATOR_CHANGED, &[]), Shift::Unknown, message, None);
        }
        (Some((_, old)), Some((_, new))) if old.property != new.property => {
            let message = format!("`{}` told the branches apart, and `{}` does", old.property, new.property);
            pair.shift((&rule::DISCRIMINATOR_CHANGED, &[]), Shift::Other, message, None);
        }
        (Some((_, old)), Some((_, new))) => mapping(pair, old, new),
    }
    if let (Some((old, _)), Some((new, _))) = (old, new) {
        left_out::default_mapping(pair, old, new);
    }
    // The property that tells branches apart is no field of them.
    let tags = [old, new].into_iter().flatten().map(|(_, it)| &it.property);
    let around: Vec<_> = tags.flat_map(|property| tagged(pair, property)).collect();
    pair.drafts[before..].iter_mut().for_each(|draft| draft.around.clone_from(&around));
}

/// The places of a property in the branches of both sides.
fn tagged(pair: &Pair<'_>, property: &str) -> Vec<Spot> {
    let side = |document: &Document, view: &View<'_>, spot: fn(&str) -> String| -> Vec<Spot> {
        let place = |id: &SchemaId| spot(document.schemas[target(document, *id)].origin.pointer.as_str());
        branches_of(view).iter().map(|id| (place(id), Some(property.to_owned()))).collect()
    };
    let (base, revision) = pair.documents;
    [side(base, &pair.base, base_spot), side(revision, &pair.revision, revision_spot)].concat()
}

fn branches_of<'a>(view: &View<'a>) -> &'a [SchemaId] {
    view.unions.first().map_or(&[], |(_, branches)| branches)
}

/// The tags of branches that both sides have; a branch that came or went is a change of its own.
fn mapping(pair: &mut Pair<'_>, old: &Discriminator, new: &Discriminator) {
    let (base, revision) = pair.documents;
    let before = tags(base, &pair.base, old, &components(revision, &pair.revision));
    let after = tags(revision, &pair.revision, new, &components(base, &pair.base));
    let find = |tags: &[Tag], value: &String| tags.iter().find(|(other, _)| other == value).map(|(_, to)| *to);
    for (value, to) in &before {
        let message = match find(&after, value) {
            None => format!("the tag `{value}` is gone"),
            Some(other) if !is_same((base, *to), (revision, other)) => {
                format!("the tag `{value}` meant `{}`, and means `{}`", label(base, *to), label(revision, other))
            }
            Some(_) => continue,
        };
        let shift = if find(&after, value).is_some() { Shift::Other } else { Shift::Narrower };
        let draft = pair.draft(&rule::DISCRIMINATOR_CHANGED, message).about(value);
        pair.drafts.push(draft.wire(shift.wire()));
    }
    for (value, _) in after.iter().filter(|(value, _)| find(&before, value).is_none()) {
        let draft = pair.draft(&rule::DISCRIMINATOR_CHANGED, format!("the tag `{value}` is new")).about(value);
        pair.drafts.push(draft.wire(Shift::Wider.wire()));
    }
}

/// Tells whether two schemas are one: the same component, or one that was renamed, or what looks alike.
fn is_same((base, old): (&Document, SchemaId), (revision, new): (&Document, SchemaId)) -> bool {
    let (mine, other) = (component(base, old), component(revision, new));
    let is_there = |name: &String| revision.components.iter().any(|(it, _)| it == name);
    mine == other || !mine.is_some_and(|name| is_there(&name))
}

fn components(document: &Document, view: &View<'_>) -> Vec<String> {
    branches_of(view).iter().filter_map(|id| component(document, *id)).collect()
}

/// A value, and the schema that it leads to.
type Tag = (String, SchemaId);

/// The values that lead to branches that are `known`, or to what is no branch. A branch that no mapping leads to is meant by its name
/// (OpenAPI 3.0.3, "Discriminator Object").
fn tags(document: &Document, view: &View<'_>, discriminator: &Discriminator, known: &[String]) -> Vec<Tag> {
    let own = components(document, view);
    let is_known = |id: SchemaId| component(document, id).is_none_or(|name| known.contains(&name) || !own.contains(&name));
    let is_mapped =
        |id: SchemaId| discriminator.mapping.iter().any(|(_, to)| component(document, *to) == component(document, id));
    let implied = branches_of(view).iter().filter(|id| !is_mapped(**id));
    let implied = implied.filter_map(|id| Some((component(document, *id)?, *id)));
    discriminator.mapping.iter().cloned().chain(implied).filter(|(_, to)| is_known(*to)).collect()
}
