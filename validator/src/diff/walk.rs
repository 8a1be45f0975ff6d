//! Two documents -> the pairs of schemas that stand at the same place, which ways their values go, and what changes between them.
//!
//! A pair is compared once, however many operations use it; cycles end because a pair is known already. Which ways its values go, and
//! which operations use it, is followed along the pairs afterwards.

use std::collections::{BTreeMap, HashMap, HashSet};

use bindery::source::{Origin, Pointer};
use bindery::spec::{Document, SchemaId};
use indexmap::IndexMap;
use serde_json::Value;

use super::change::{Change, Verdict, Ways};
use super::decide::Decider;
use super::draft::{Draft, Spot, base_spot, revision_spot};
use super::left_out::Side;
use super::outgoing;
use super::schemas::{self, Compared};
use super::subject::Places;
use super::view::{Together, targets, view};
use super::words;
use crate::rule::{self, Rule};

/// How far up it is looked for what holds a place.
const DEEP: usize = 16;

/// How many uses are named.
const NAMED: usize = 3;

/// A pair within another.
pub(super) struct Child {
    pub(super) ids: (Together, Together),
    /// Which ways of the outer values reach it.
    pub(super) ways: Ways,
    pub(super) member: Option<String>,
}

#[derive(Default)]
struct Pair {
    drafts: Vec<Draft>,
    /// Who sends the values, which counts only where they are no property.
    access: Option<Draft>,
    children: Vec<(usize, Ways)>,
    parents: Vec<(usize, Option<String>)>,
    roots: Vec<(usize, Option<String>)>,
    ways: Ways,
}

/// Changes that leave a type what it is called, so that the methods that name it stay as they are.
const KEEPS_TYPE: [&Rule; 11] = [
    &rule::LIMIT_TIGHTENED,
    &rule::LIMIT_LOOSENED,
    &rule::PATTERN_CHANGED,
    &rule::ASSERTION_CHANGED,
    &rule::ENUM_VALUE_ADDED,
    &rule::ENUM_VALUE_REMOVED,
    &rule::DEFAULT_CHANGED,
    &rule::DEPRECATED,
    &rule::OBJECT_CLOSED,
    &rule::OBJECT_OPENED,
    &rule::PROPERTY_ADDED,
];

/// Changes with which whatever is in a schema may be another type: a branch that comes may give names to the others.
const CHANGES_INNER: [&Rule; 7] = [
    &rule::UNION_CHANGED,
    &rule::BRANCH_ADDED,
    &rule::BRANCH_REMOVED,
    &rule::DISCRIMINATOR_CHANGED,
    &rule::TYPE_CHANGED,
    &rule::ITEMS_CHANGED,
    &rule::ADDITIONAL_CHANGED,
];

/// An operation, or whatever else is compared besides schemas.
struct Root {
    label: String,
    spots: Vec<String>,
}

/// A change, and the spots whose generated items it may change: the nearest first.
pub(super) struct Placed {
    pub(super) change: Change,
    pub(super) spots: Vec<Spot>,
    /// The schemas that came, went, or are meant in particular: items of whatever is in them may change.
    pub(super) within: Vec<String>,
}

impl Placed {
    /// Returns the places that it is at itself; after them come those that hold it.
    pub(super) fn own_places(&self) -> impl Iterator<Item = &str> {
        self.spots.iter().take(2).map(|(place, _)| place.as_str())
    }

    /// Tells whether types are called what they were called after it.
    pub(super) fn keeps_types(&self) -> bool {
        KEEPS_TYPE.contains(&self.change.rule)
    }

    /// Tells how near a schema that is meant in particular is around one of some spots: nearer is more.
    pub(super) fn nearness(&self, spots: &[Spot]) -> Option<usize> {
        let is_around =
            |outer: &str, place: &str| place.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        let around = self.within.iter().filter(|outer| spots.iter().any(|(place, _)| is_around(outer, place)));
        around.map(String::len).max()
    }
}

/// The comparison of two documents.
pub(super) struct Walk<'a> {
    pub(super) base: &'a Document,
    pub(super) revision: &'a Document,
    pairs: IndexMap<(Together, Together), Pair>,
    roots: Vec<Root>,
    placed: Vec<Placed>,
    known: HashMap<(&'static str, String, String), usize>,
    places: (Places, Places),
    /// Both as they are written.
    pub(super) trees: (&'a Value, &'a Value),
    /// Whether the server sends what is the request elsewhere.
    is_turned: bool,
}

impl<'a> Walk<'a> {
    pub(super) fn new(base: &'a Document, revision: &'a Document) -> Self {
        let places = (Places::new(base), Places::new(revision));
        Self {
            base,
            revision,
            pairs: IndexMap::new(),
            roots: Vec::new(),
            placed: Vec::new(),
            known: HashMap::new(),
            places,
            trees: (&Value::Null, &Value::Null),
            is_turned: false,
        }
    }

    /// Begins the comparison of what servers send.
    pub(super) fn turned(base: &'a Document, revision: &'a Document) -> Self {
        Self { is_turned: true, ..Self::new(base, revision) }
    }

    /// Names what is compared next; drafts that are added and schemas that are followed are its own. Items come from `spots`.
    pub(super) fn enter(&mut self, label: impl Into<String>, spots: Vec<String>) {
        self.roots.push(Root { label: label.into(), spots });
    }

    /// Adds a change of what was entered last.
    pub(super) fn add(&mut self, draft: Draft) {
        let root = self.roots.last().expect("something was entered before a change is found in it");
        let members = std::iter::once(&draft.member).chain(Some(&draft.other_member).filter(|it| it.is_some()));
        let spots = members.flat_map(|member| root.spots.iter().map(move |place| (place.clone(), member.clone()))).collect();
        let origin = |origin: &Option<Origin>, spot: fn(&str) -> String| {
            origin.as_ref().map(|origin| origin.pointer.as_str()).filter(|pointer| !pointer.is_empty()).map(spot)
        };
        let within = origin(&draft.base, base_spot).into_iter().chain(origin(&draft.revision, revision_spot)).collect();
        self.add_from(draft, (spots, within));
    }

    /// Adds a change of what was entered last that makes no items but those that come from `source`.
    pub(super) fn add_apart(&mut self, draft: Draft, source: &str) {
        self.add_from(draft, (Vec::new(), vec![base_spot(source), revision_spot(source)]));
    }

    /// Adds what is said differently at a place, if anything is.
    pub(super) fn add_words(&mut self, draft: Option<Draft>) {
        if let Some(draft) = draft {
            self.add_from(draft, (Vec::new(), Vec::new()));
        }
    }

    fn add_from(&mut self, mut draft: Draft, from: (Vec<Spot>, Vec<String>)) {
        let root = self.roots.last().expect("something was entered before a change is found in it");
        // A component that nothing uses has no label.
        let uses = Some(root.label.clone()).filter(|label| !label.is_empty()).into_iter().collect();
        if self.is_turned {
            draft.wire = outgoing::turned(draft.rule, draft.wire);
        }
        let subject = match shared(&draft) {
            None => root.label.clone(),
            Some(place) if place.as_str().is_empty() => "security".to_owned(),
            Some(place) => self.places.0.subject(place),
        };
        self.place(draft, subject, uses, from);
    }

    /// Follows two schemas at the same place of what was entered last.
    pub(super) fn follow(&mut self, base: SchemaId, revision: SchemaId, ways: Ways, member: Option<&str>) {
        let root = self.roots.len() - 1;
        let ways = if self.is_turned { Ways { request: ways.response, response: ways.request } } else { ways };
        let pair = self.pair(base, revision);
        self.pairs[pair].roots.push((root, member.map(str::to_owned)));
        self.spread(pair, ways);
        self.add_words(words::beside(self.sides(), (&[base], &[revision])));
    }

    /// Both documents, with what is written in them.
    fn sides(&self) -> (Side<'a>, Side<'a>) {
        let side = |document, tree| Side { document, tree };
        (side(self.base, self.trees.0), side(self.revision, self.trees.1))
    }

    /// Compares two schemas at whatever place, and those within them.
    fn pair(&mut self, base: SchemaId, revision: SchemaId) -> usize {
        let first = self.pairs.len();
        let result = self.number(&[base], &[revision]);
        let mut next = first;
        while next < self.pairs.len() {
            let (ids, _) = self.pairs.get_index(next).expect("it is below the number of pairs");
            let Compared { mut drafts, children, access } = schemas::compare(self.sides(), (&ids.0, &ids.1));
            for Child { ids, ways, member } in children {
                drafts.extend(words::beside(self.sides(), (&ids.0, &ids.1)));
                let inner = self.number(&ids.0, &ids.1);
                self.pairs[inner].parents.push((next, member));
                self.pairs[next].children.push((inner, ways));
            }
            self.pairs[next].drafts = drafts;
            self.pairs[next].access = access;
            next += 1;
        }
        result
    }

    fn number(&mut self, base: &[SchemaId], revision: &[SchemaId]) -> usize {
        let ids = (targets(self.base, base), targets(self.revision, revision));
        let entry = self.pairs.entry(ids);
        let number = entry.index();
        entry.or_default();
        number
    }

    fn spread(&mut self, pair: usize, ways: Ways) {
        let mut pending = vec![(pair, ways)];
        while let Some((pair, ways)) = pending.pop() {
            let pair = &mut self.pairs[pair];
            if pair.ways.covers(ways) {
                continue;
            }
            pair.ways = pair.ways.union(ways);
            pending.extend(pair.children.iter().map(|(child, through)| {
                (*child, Ways { request: ways.request && through.request, response: ways.response && through.response })
            }));
        }
    }

    /// Ends the comparison: every change once, first those of operations, then those within schemas.
    pub(super) fn finish(mut self) -> Vec<Placed> {
        let mut decider = Decider::new(self.base, self.revision);
        for number in 0..self.pairs.len() {
            let mut drafts = std::mem::take(&mut self.pairs[number].drafts);
            let is_property = self.pairs[number].parents.iter().any(|(_, member)| member.is_some());
            drafts.extend(self.pairs[number].access.take().filter(|_| !is_property));
            if drafts.is_empty() {
                continue;
            }
            let (uses, ways) = (self.users(number), self.pairs[number].ways);
            drafts.iter_mut().for_each(|draft| draft.wire = draft.wire.within(ways));
            let (ids, _) = self.pairs.get_index(number).expect("it is below the number of pairs");
            decider.decide((&ids.0, &ids.1), &mut drafts);
            for draft in drafts {
                let from =
                    if draft.is_plain { Default::default() } else { (self.spots(number, &draft), self.within(number, &draft)) };
                let subject = self.subject(number, &draft);
                self.place(draft, subject, uses.clone(), from);
            }
        }
        self.placed
    }

    /// The same change within a shared schema is one, wherever it was found.
    fn place(&mut self, draft: Draft, subject: String, uses: Vec<String>, (spots, within): (Vec<Spot>, Vec<String>)) {
        let Draft { rule, base, revision, message, wire, decided, witness, about, keywords, .. } = draft;
        let about = if about.is_empty() { keywords.join(" ") } else { about };
        let key = (rule.id, format!("{subject}\0{about}"), message.clone());
        if let Some(known) = self.known.get(&key) {
            let Placed { change, spots: mine, .. } = &mut self.placed[*known];
            change.meet(wire, decided, uses);
            let new: Vec<_> = spots.into_iter().filter(|spot| !mine.contains(spot)).collect();
            mine.extend(new);
            return;
        }
        self.known.insert(key, self.placed.len());
        let change = Change {
            rule,
            subject,
            about,
            ordinal: 0,
            message,
            base,
            revision,
            wire,
            decided,
            rust: Verdict::Compatible,
            items: Vec::new(),
            witness,
            uses: (0, uses),
            accepted: false,
        };
        self.placed.push(Placed { change, spots, within });
    }

    /// Calls the place of a change in a schema by its name in the base; what is new is known by its own place.
    fn subject(&self, number: usize, draft: &Draft) -> String {
        let [old, new] = self.origins(number);
        let site = self.site(number, DEEP);
        let called = |origin: &Option<Origin>, outer: &Origin, places: &Places| {
            let full = places.subject(&origin.as_ref()?.pointer);
            let own = places.subject(&outer.pointer);
            let rest = full.strip_prefix(&own).filter(|_| site.is_some());
            let rest = rest.or_else(|| full.strip_prefix(&self.new_part(number, origin.as_ref()?)?));
            Some(rest.map_or(full.clone(), |rest| format!("{}{rest}", site.as_ref().unwrap_or(&own))))
        };
        let base = || called(&draft.base, old, &self.places.0);
        let revision = || called(&draft.revision, new, &self.places.1);
        let is_new = [&rule::PROPERTY_ADDED, &rule::BRANCH_ADDED].contains(&draft.rule);
        if is_new { revision().or_else(base) } else { base().or_else(revision) }.unwrap_or_default()
    }

    /// Returns the component that a place is in, where a pair has it as a part on one side only: it came or went, and did not change.
    fn new_part(&self, number: usize, origin: &Origin) -> Option<String> {
        let ((base, revision), _) = self.pairs.get_index(number).expect("numbers of pairs are not invented");
        let name = component(origin)?;
        let has = |document: &Document, ids: &[SchemaId]| {
            view(document, ids).parts.iter().any(|id| component(&document.schemas[*id].origin).as_ref() == Some(&name))
        };
        (!has(self.base, base) || !has(self.revision, revision)).then_some(name)
    }

    /// Calls a place where something else stands for a component, by what holds it: the component itself does not change.
    fn site(&self, number: usize, depth: usize) -> Option<String> {
        let pair = &self.pairs[number];
        let [old, new] = self.origins(number).map(component);
        // One that is called differently everywhere is there no more, and its new name was not there.
        let has = |document: &Document, name: &String| document.components.iter().any(|(it, _)| it == name);
        let was_there = new.as_ref().is_some_and(|name| has(self.base, name));
        old.filter(|name| depth > 0 && new.as_ref() != Some(name) && (was_there || has(self.revision, name)))?;
        let Some((parent, member)) = pair.parents.first() else {
            return pair.roots.first().map(|(root, _)| self.roots[*root].label.clone());
        };
        let own = || self.places.0.subject(&self.origins(*parent)[0].pointer);
        let outer = self.site(*parent, depth - 1).unwrap_or_else(own);
        Some(member.as_ref().map_or(outer.clone(), |member| format!("{outer}.{member}")))
    }

    /// Where the first schemas of both sides of a pair are.
    fn origins(&self, number: usize) -> [&Origin; 2] {
        let ((base, revision), _) = self.pairs.get_index(number).expect("numbers of pairs are not invented");
        let origin =
            |document: &'a Document, ids: &[SchemaId]| ids.first().map_or(&document.origin, |id| &document.schemas[*id].origin);
        [origin(self.base, base), origin(self.revision, revision)]
    }

    /// The spots of all schemas of a pair.
    fn own_spots(&self, number: usize) -> Vec<String> {
        let ((base, revision), _) = self.pairs.get_index(number).expect("numbers of pairs are not invented");
        let places = |document: &'a Document, ids: &[SchemaId], spot: fn(&str) -> String| -> Vec<String> {
            let pointers = ids.iter().map(|id| document.schemas[*id].origin.pointer.as_str());
            // The items of a tuple are a union, which stands where the list of them does.
            let tuple = |pointer: &'a str| pointer.rsplit_once('/').map(|it| it.0).filter(|it| it.ends_with("/prefixItems"));
            pointers.flat_map(|pointer| std::iter::once(pointer).chain(tuple(pointer))).map(spot).collect()
        };
        let (old, new) = (places(self.base, base, base_spot), places(self.revision, revision, revision_spot));
        old.into_iter().chain(new).collect()
    }

    /// The places of a change that are within its pair.
    fn within(&self, number: usize, draft: &Draft) -> Vec<String> {
        let inner = |origin: &Option<Origin>, outer: &Origin, spot: fn(&str) -> String| {
            origin.as_ref().filter(|origin| *origin != outer).map(|origin| spot(origin.pointer.as_str()))
        };
        let [old, new] = self.origins(number);
        let base = inner(&draft.base, old, base_spot);
        let whole =
            CHANGES_INNER.contains(&draft.rule).then(|| [base_spot(old.pointer.as_str()), revision_spot(new.pointer.as_str())]);
        whole.into_iter().flatten().chain(base).chain(inner(&draft.revision, new, revision_spot)).collect()
    }

    /// The operations that use a pair.
    fn users(&self, pair: usize) -> Vec<String> {
        let mut seen = HashSet::from([pair]);
        let mut pending = vec![pair];
        let mut roots = BTreeMap::new();
        while let Some(pair) = pending.pop() {
            let Pair { parents, roots: own, .. } = &self.pairs[pair];
            roots.extend(own.iter().map(|(root, _)| (*root, ())));
            pending.extend(parents.iter().map(|(parent, _)| *parent).filter(|parent| seen.insert(*parent)));
        }
        roots.into_keys().map(|root| self.roots[root].label.clone()).filter(|label| !label.is_empty()).collect()
    }

    /// The spots of a pair and of what holds it, up to the first schemas that are components of their own.
    fn spots(&self, pair: usize, draft: &Draft) -> Vec<Spot> {
        let mut spots = Vec::new();
        let mut seen = HashSet::new();
        let keeps_type = KEEPS_TYPE.contains(&draft.rule);
        let mut pending = vec![(pair, draft.member.clone())];
        while let Some((number, member)) = pending.pop() {
            if !seen.insert((number, member.clone())) {
                continue;
            }
            let pair = &self.pairs[number];
            spots.extend(self.own_spots(number).into_iter().map(|place| (place, member.clone())));
            // A struct has a name; what holds it only says that name. What is a member of it changes nothing further out.
            if member.is_none() {
                pending.extend(pair.parents.iter().cloned());
                let roots =
                    pair.roots.iter().filter(|(_, member)| member.is_some() || !keeps_type).flat_map(|(root, member)| {
                        self.roots[*root].spots.iter().map(move |place| (place.clone(), member.clone()))
                    });
                spots.extend(roots);
            }
        }
        spots.extend(draft.around.iter().cloned());
        if let Some(other) = &draft.other_member {
            spots.extend(self.own_spots(pair).into_iter().map(|place| (place, Some(other.clone()))));
        }
        spots
    }
}

/// Returns the name of the component that a place is in.
fn component(origin: &Origin) -> Option<String> {
    let mut tokens = origin.pointer.tokens();
    let is_schema = tokens.next().is_some_and(|it| it == "components") && tokens.next().is_some_and(|it| it == "schemas");
    tokens.next().filter(|_| is_schema).map(|name| name.into_owned())
}

/// Names what several operations share that a change is in: a component, or what the whole description says.
fn shared(draft: &Draft) -> Option<&Pointer> {
    let (base, revision) = (&draft.base.as_ref()?.pointer, &draft.revision.as_ref()?.pointer);
    let components = |pointer: &Pointer| pointer.as_str().starts_with("/components/");
    let is_whole = draft.rule == &rule::SECURITY_CHANGED && base.as_str().is_empty() && revision.as_str().is_empty();
    (is_whole || components(base) && components(revision)).then_some(base)
}

/// Adds changes that were found another time, or elsewhere: the same one is one.
pub(super) fn merge(all: &mut Vec<Placed>, more: Vec<Placed>) {
    let key = |change: &Change| (change.rule.id, change.subject.clone(), change.about.clone(), change.message.clone());
    let known: HashMap<_, usize> = all.iter().enumerate().map(|(at, placed)| (key(&placed.change), at)).collect();
    for placed in more {
        match known.get(&key(&placed.change)) {
            Some(at) => all[*at].change.meet(placed.change.wire, placed.change.decided, placed.change.uses.1),
            None => all.push(placed),
        }
    }
}

/// Numbers changes that have everything in common that they are recognized by.
pub(super) fn number(changes: &mut [Change]) {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for change in changes {
        let count = seen.entry(change.fingerprint()).or_default();
        change.ordinal = *count;
        *count += 1;
    }
}

/// Counts the uses of a change, and keeps the first few.
pub(super) fn shorten_uses(change: &mut Change) {
    let mut seen = HashSet::new();
    change.uses.1.retain(|label| seen.insert(label.clone()));
    change.uses.0 = change.uses.1.len();
    change.uses.1.truncate(NAMED);
}
