//! The properties of two object schemas -> what changes between them.

use bindery::spec::Document;
use serde_json::Value;

use super::change::{Allowed, Verdict, Ways, Witness};
use super::draft::Draft;
use super::inclusion::{answered, sent};
use super::schemas::{Pair, before};
use super::view::{Additional, View, shape, view};
use super::walk::Child;
use crate::rule;

use Verdict::{Breaking, Compatible, Unknown};

/// Compares the properties of a pair.
pub(super) fn compare(pair: &mut Pair<'_>) {
    let (base, revision) = (names(&pair.base), names(&pair.revision));
    let mut gone: Vec<_> = base.iter().filter(|it| !revision.contains(it)).copied().collect();
    let mut come: Vec<_> = revision.iter().filter(|it| !base.contains(it)).copied().collect();
    renames(pair, &mut gone, &mut come);
    gone.into_iter().for_each(|name| removed(pair, name));
    come.into_iter().for_each(|name| added(pair, name));
    for name in base.iter().filter(|it| revision.contains(it)) {
        kept(pair, name);
    }
    requirements(pair);
    additional_names(pair);
}

fn names<'a>(view: &View<'a>) -> Vec<&'a str> {
    view.properties.keys().copied().collect()
}

/// A property that went and one that came are the same if they alone look alike.
fn renames<'a>(pair: &mut Pair<'a>, gone: &mut Vec<&'a str>, come: &mut Vec<&'a str>) {
    let shape_of = |document: &Document, view: &View<'_>, name: &str| {
        (shape(document, &view.properties[name]), view.required.contains(&name))
    };
    let old: Vec<_> = gone.iter().map(|name| (*name, shape_of(pair.documents.0, &pair.base, name))).collect();
    let new: Vec<_> = come.iter().map(|name| (*name, shape_of(pair.documents.1, &pair.revision, name))).collect();
    for (from, looks) in &old {
        let alike = |list: &[(&'a str, (String, bool))]| -> Vec<&'a str> {
            list.iter().filter(|(_, other)| other == looks).map(|(name, _)| *name).collect()
        };
        let (same_new, same_old) = (alike(&new), alike(&old));
        let ([to], [_]) = (same_new.as_slice(), same_old.as_slice()) else { continue };
        let verdict = if looks.1 { Breaking } else { Unknown };
        let request = if looks.1 || !pair.revision.is_open() { Breaking } else { Unknown };
        let places = (origin(pair.documents.0, &pair.base, from), origin(pair.documents.1, &pair.revision, to));
        let draft = Draft::new(&rule::PROPERTY_RENAMED, places.0, places.1, format!("property `{from}` is `{to}` now"));
        let witness = sent(pair.documents.0, pair.ids.0).filter(|_| looks.1).and_then(before);
        pair.drafts.push(draft.request(request).response(verdict).witness(witness).member(from).also(to));
        follow(pair, from, to);
        gone.retain(|name| name != from);
        come.retain(|name| name != to);
    }
}

fn origin<'a>(document: &'a Document, view: &View<'a>, name: &str) -> Option<&'a bindery::source::Origin> {
    view.properties.get(name).and_then(|ids| ids.first()).map(|id| &document.schemas[*id].origin)
}

fn removed(pair: &mut Pair<'_>, name: &str) {
    let required = pair.base.required.contains(&name);
    let access = access(pair.documents.0, &pair.base, name);
    let request = if pair.revision.is_open() { Unknown } else { Breaking };
    let response = if required { Breaking } else { Unknown };
    let place = origin(pair.documents.0, &pair.base, name);
    let sort = if required { "required" } else { "optional" };
    let draft =
        Draft::new(&rule::PROPERTY_REMOVED, place, Some(pair.revision.origin), format!("{sort} property `{name}` is gone"));
    let witness = (!pair.revision.is_open()).then(|| with_property(pair, name)).flatten().and_then(before);
    let draft = draft.request(request).response(response).witness(witness).member(name);
    pair.drafts.push(within(draft, access));
}

/// A value of the base that has a property.
fn with_property(pair: &Pair<'_>, name: &str) -> Option<Value> {
    let Value::Object(mut map) = sent(pair.documents.0, pair.ids.0)? else { return None };
    map.insert(name.to_owned(), sent(pair.documents.0, pair.base.properties.get(name)?)?);
    Some(Value::Object(map))
}

fn added(pair: &mut Pair<'_>, name: &str) {
    let required = pair.revision.required.contains(&name);
    // What was required before it was described is no news to those who send it.
    let news = required && !pair.base.required.contains(&name);
    let access = access(pair.documents.1, &pair.revision, name);
    let place = origin(pair.documents.1, &pair.revision, name);
    let sort = if required { "required" } else { "optional" };
    let draft = Draft::new(&rule::PROPERTY_ADDED, Some(pair.base.origin), place, format!("{sort} property `{name}` is new"));
    let draft = draft.request(if news { Breaking } else { Compatible }).response(Compatible).member(name);
    let witness = news.then(|| without(sent(pair.documents.0, pair.ids.0), name)).flatten().and_then(before);
    pair.drafts.push(within(draft.witness(witness), access));
}

fn without(value: Option<Value>, name: &str) -> Option<Value> {
    match value {
        Some(Value::Object(mut map)) => {
            map.remove(name);
            Some(Value::Object(map))
        }
        _ => None,
    }
}

/// Which ways the values of a property go: what is read only is not sent, and what is write only not read.
fn access(document: &Document, view_of: &View<'_>, name: &str) -> Ways {
    let property = view(document, view_of.properties.get(name).map_or(&[], Vec::as_slice));
    Ways { request: !property.read_only, response: !property.write_only }
}

fn within(mut draft: Draft, ways: Ways) -> Draft {
    let keep = |verdict: Option<Verdict>, there: bool| verdict.map(|verdict| if there { verdict } else { Compatible });
    draft.wire.request = keep(draft.wire.request, ways.request);
    draft.wire.response = keep(draft.wire.response, ways.response);
    draft
}

fn kept(pair: &mut Pair<'_>, name: &str) {
    follow(pair, name, name);
    let (old, new) = (access(pair.documents.0, &pair.base, name), access(pair.documents.1, &pair.revision, name));
    if old == new {
        return;
    }
    let required = pair.revision.required.contains(&name);
    let lost = if required { Breaking } else { Unknown };
    let way = |before: bool, after: bool, gained: Verdict| match (before, after) {
        (true, false) => Some(lost),
        (false, true) => Some(gained),
        _ => Some(Compatible),
    };
    let words = |ways: Ways| match (ways.request, ways.response) {
        (true, true) => "sent and read",
        (true, false) => "only sent",
        (false, true) => "only read",
        (false, false) => "neither sent nor read",
    };
    let places = (origin(pair.documents.0, &pair.base, name), origin(pair.documents.1, &pair.revision, name));
    let message = format!("property `{name}` was {} and is {}", words(old), words(new));
    let mut draft = Draft::new(&rule::ACCESS_CHANGED, places.0, places.1, message).member(name);
    draft.wire.request = way(old.request, new.request, if required { Breaking } else { Compatible });
    draft.wire.response = way(old.response, new.response, Compatible);
    pair.drafts.push(draft);
}

fn follow(pair: &mut Pair<'_>, from: &str, to: &str) {
    let old = access(pair.documents.0, &pair.base, from);
    let new = access(pair.documents.1, &pair.revision, to);
    let ways = Ways { request: old.request && new.request, response: old.response && new.response };
    let ids = (pair.base.properties[from].clone(), pair.revision.properties[to].clone());
    pair.children.push(Child { ids, ways, member: Some(from.to_owned()) });
}

fn requirements(pair: &mut Pair<'_>) {
    let described = |view: &View<'_>, name: &str| view.properties.contains_key(name);
    let (base, revision) = (&pair.base, &pair.revision);
    // What is described on one side only has been reported with its requirement.
    let same = |name: &str| described(base, name) == described(revision, name);
    let more: Vec<_> = revision.required.iter().filter(|it| !base.required.contains(it) && same(it)).copied().collect();
    let fewer: Vec<_> = base.required.iter().filter(|it| !revision.required.contains(it) && same(it)).copied().collect();
    for name in more {
        let places = (origin(pair.documents.0, &pair.base, name), origin(pair.documents.1, &pair.revision, name));
        let places = (places.0.or(Some(pair.base.origin)), places.1.or(Some(pair.revision.origin)));
        let witness = without(sent(pair.documents.0, pair.ids.0), name).and_then(before);
        let draft = Draft::new(&rule::PROPERTY_REQUIRED, places.0, places.1, format!("property `{name}` is required"));
        let draft = draft.request(Breaking).response(Compatible).witness(witness).member(name);
        pair.drafts.push(within(draft, access(pair.documents.1, &pair.revision, name)));
    }
    for name in fewer {
        let places = (origin(pair.documents.0, &pair.base, name), origin(pair.documents.1, &pair.revision, name));
        let places = (places.0.or(Some(pair.base.origin)), places.1.or(Some(pair.revision.origin)));
        let witness = without(answered(pair.documents.1, pair.ids.1), name);
        let witness = witness.map(|value| Witness { value, allowed: Allowed::Now });
        let draft =
            Draft::new(&rule::PROPERTY_OPTIONAL, places.0, places.1, format!("property `{name}` is not required any more"));
        let draft = draft.request(Compatible).response(Breaking).witness(witness).member(name);
        pair.drafts.push(within(draft, access(pair.documents.1, &pair.revision, name)));
    }
}

/// An open object whose undescribed properties had a schema: a property of that name had to be right by it.
fn additional_names(pair: &mut Pair<'_>) {
    let Additional::Schemas(others) = pair.base.additional.clone() else { return };
    let new: Vec<_> = names(&pair.revision).into_iter().filter(|it| !pair.base.properties.contains_key(it)).collect();
    for name in new {
        let ids = (others.clone(), pair.revision.properties[name].clone());
        let ways = Ways { request: true, response: true };
        pair.children.push(Child { ids, ways, member: Some(name.to_owned()) });
    }
}
