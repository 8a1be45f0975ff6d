//! Two plans -> what changes for code that was written against the items of the first; and which change of the description it is from.

use bindery::plan::RustCrate;

use super::change::{Change, Decided, ItemChange, Verdict, Wire};
use super::copies;
use super::draft::{Spot, base_spot, revision_spot};
use super::items::{Item, Items, Member, items};
use super::walk::Placed;
use crate::rule;

use Verdict::{Breaking, Compatible, Unknown};

/// A change of an item, and where the item comes from.
struct Found {
    change: ItemChange,
    spots: Vec<Spot>,
    /// Of a method, what of it is another one.
    part: Option<Part>,
}

/// A part of a method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// What is sent.
    Arguments,
    /// What is answered.
    Output,
}

impl Found {
    /// What is sent has no other type because of an answer, and the other way round.
    fn may_be_from(&self, placed: &Placed) -> bool {
        let wire = placed.change.wire;
        match self.part {
            Some(Part::Arguments) => wire.request.is_some() || wire.response.is_none(),
            Some(Part::Output) => wire.response.is_some() || wire.request.is_none(),
            None => true,
        }
    }
}

/// Finds out which part of a method is another one, if it is only one.
fn changed_part(old: &str, new: &str) -> Option<Part> {
    let ((old_arguments, old_output), (new_arguments, new_output)) = (old.split_once(" -> ")?, new.split_once(" -> ")?);
    match (old_arguments == new_arguments, old_output == new_output) {
        (false, true) => Some(Part::Arguments),
        (true, false) => Some(Part::Output),
        _ => None,
    }
}

/// Judges changes for Rust callers by the plans of both sides. Where one has none the verdict stays open. What changes in the generated code
/// without a change that is known is added as a change of its own.
pub(super) fn judge(changes: &mut Vec<Placed>, base: Option<&RustCrate>, revision: Option<&RustCrate>) {
    let (Some(base), Some(revision)) = (base, revision) else {
        changes.iter_mut().for_each(|placed| placed.change.rust = Unknown);
        return;
    };
    let plans = (items(base, base_spot), items(revision, revision_spot));
    let mut left = compare(&plans.0, &plans.1);
    // Of several branches, each has its own variant.
    let is_branch = |placed: &Placed| [&rule::BRANCH_ADDED, &rule::BRANCH_REMOVED].contains(&placed.change.rule);
    let of_branch = |found: &Found, placed: &Placed| {
        let mut own = placed.spots.iter().filter(|(_, member)| member.is_some());
        is_branch(placed) && own.any(|spot| found.spots.contains(spot))
    };
    left.retain(|found| !attach(changes, found, |placed| of_branch(found, placed)));
    left.retain(|found| !attach(changes, found, |placed| placed.spots.iter().any(|spot| found.spots.contains(spot))));
    // An item changes as a whole where something in it does.
    let place = |found: &Found, placed: &Placed| placed.own_places().any(|place| found.spots.iter().any(|it| it.0 == place));
    left.retain(|found| !attach(changes, found, |placed| place(found, placed)));
    left.retain(|found| {
        let nearest = changes.iter().filter(|placed| found.may_be_from(placed)).filter_map(|it| it.nearness(&found.spots)).max();
        nearest.is_none() || !attach(changes, found, |placed| placed.nearness(&found.spots) == nearest)
    });
    loop {
        // What has another type now has it because of the items that it names.
        let before = left.len();
        left.retain(|found| {
            !attach(changes, found, |placed| placed.change.items.iter().any(|item| is_named(item, &found.change)))
        });
        if left.len() == before {
            break;
        }
    }
    let breaking = left.into_iter().filter(|found| found.change.verdict == Breaking);
    changes.extend(breaking.map(|found| unexplained(found, (base, revision))).collect::<Vec<_>>());
}

/// Adds a change of an item to those changes that it is from. Returns whether there is one.
fn attach(changes: &mut [Placed], found: &Found, is_from: impl Fn(&Placed) -> bool) -> bool {
    let mut from: Vec<&mut Placed> = changes.iter_mut().filter(|placed| found.may_be_from(placed) && is_from(placed)).collect();
    // A limit changes what a type is called only where nothing else does, and a title where not even that does.
    let is_title = |placed: &Placed| placed.change.rule == &rule::WORDS_CHANGED;
    if from.iter().any(|placed| !placed.keeps_types() && !is_title(placed)) {
        from.retain(|placed| !placed.keeps_types());
    }
    if from.iter().any(|placed| !is_title(placed)) {
        from.retain(|placed| !is_title(placed));
    }
    for placed in &mut from {
        placed.change.rust = placed.change.rust.max(found.change.verdict);
        placed.change.items.push(found.change.clone());
    }
    !from.is_empty()
}

/// Tells whether an item that came or went is among the types of another, which has others now.
fn is_named(item: &ItemChange, by: &ItemChange) -> bool {
    let names = |declared: &Option<String>| {
        let words = declared.iter().flat_map(|text| text.split(|it: char| !it.is_alphanumeric() && it != '_' && it != ':'));
        words.filter(|word| *word == item.item).count()
    };
    (item.old.is_none() || item.new.is_none()) && names(&by.old) != names(&by.new)
}

fn unexplained(found: Found, (base, revision): (&RustCrate, &RustCrate)) -> Placed {
    let Found { change: item, spots, .. } = found;
    let origin = |plan: &RustCrate, spot: fn(&str) -> String| {
        let paths = plan.paths.iter().find(|(origin, _)| spots.iter().any(|(place, _)| *place == spot(origin.pointer.as_str())));
        paths.map(|(origin, _)| origin.clone())
    };
    let change = Change {
        rule: &rule::RUST_CHANGED,
        subject: item.item.clone(),
        about: String::new(),
        ordinal: 0,
        message: item.why.clone(),
        base: origin(base, base_spot).or_else(|| Some(base.origin.clone())),
        revision: origin(revision, revision_spot).or_else(|| Some(revision.origin.clone())),
        wire: Wire::default(),
        decided: Decided::default(),
        rust: item.verdict,
        items: vec![item],
        witness: None,
        uses: (0, Vec::new()),
        accepted: false,
    };
    Placed { change, spots, within: Vec::new() }
}

fn compare(base: &Items, revision: &Items) -> Vec<Found> {
    let mut found = Vec::new();
    for (path, old) in base {
        match revision.get(path) {
            Some(new) => item(path, old, new, &mut found),
            None => found.push(removed(path, old)),
        }
    }
    for (path, why) in copies::one_type_or_two(base, revision) {
        let (old, new) = (&base[path], &revision[path]);
        let spots = item_spots(old).into_iter().chain(item_spots(new)).collect();
        found.push(entry(path, Some(&old.head), Some(&new.head), Unknown, &why, spots));
    }
    for (path, new) in revision.iter().filter(|(path, _)| !base.contains_key(*path)) {
        let why = format!("`{path}` is new");
        found.push(entry(path, None, Some(&new.head), Compatible, &why, item_spots(new)));
    }
    found
}

fn item_spots(item: &Item) -> Vec<Spot> {
    item.places.iter().map(|place| (place.clone(), None)).collect()
}

fn removed(path: &str, old: &Item) -> Found {
    entry(path, Some(&old.head), None, Breaking, &format!("`{path}` is gone"), item_spots(old))
}

fn entry(item: &str, old: Option<&str>, new: Option<&str>, verdict: Verdict, why: &str, spots: Vec<Spot>) -> Found {
    let (item, old, new, why) = (item.to_owned(), old.map(str::to_owned), new.map(str::to_owned), why.to_owned());
    Found { change: ItemChange { item, old, new, verdict, why }, spots, part: None }
}

fn item(path: &str, old: &Item, new: &Item, found: &mut Vec<Found>) {
    let spots = || item_spots(old).into_iter().chain(item_spots(new)).collect::<Vec<_>>();
    if old.head != new.head {
        found.push(entry(path, Some(&old.head), Some(&new.head), Breaking, &format!("`{path}` is something else"), spots()));
        return;
    }
    if !old.deprecated && new.deprecated {
        let why = format!("uses of `{path}` are warned of");
        found.push(entry(path, Some(&old.head), Some(&new.head), Compatible, &why, spots()));
    }
    for name in old.traits.iter().filter(|name| !new.traits.contains(name)) {
        let own = format!("impl {name} for {path}");
        let why = format!("`{path}` does not implement `{name}` any more");
        // Whichever of its members it is from, it is from one; what has to be given has no default.
        let given = |member: &Member| *name != "Default" || member.argument.is_some();
        let members = changed_members(old, new).filter(|member| given(member)).flat_map(|member| member.spots.clone());
        let members: Vec<Spot> = members.collect();
        let from = if members.is_empty() { spots() } else { members };
        found.push(entry(path, Some(&own), None, Breaking, &why, from));
    }
    members(path, old, new, found);
    constructor(path, old, new, found);
}

fn changed_members<'a>(old: &'a Item, new: &'a Item) -> impl Iterator<Item = &'a Member> {
    let gone = old.members.iter().filter(|(name, member)| new.members.get(*name) != Some(*member));
    let come = new.members.iter().filter(|(name, member)| old.members.get(*name) != Some(*member));
    gone.chain(come).map(|(_, member)| member)
}

fn members(path: &str, old: &Item, new: &Item, found: &mut Vec<Found>) {
    for (name, member) in &old.members {
        let full = format!("{path}::{name}");
        let Some(other) = new.members.get(name) else {
            let why = format!("`{full}` is gone");
            found.push(entry(&full, Some(&member.declared), None, Breaking, &why, member.spots.clone()));
            continue;
        };
        let spots: Vec<_> = member.spots.iter().chain(&other.spots).cloned().collect();
        if member.relied != other.relied {
            let why = format!("`{full}` has another type");
            let part = changed_part(&member.relied, &other.relied);
            let change = entry(&full, Some(&member.declared), Some(&other.declared), Breaking, &why, spots);
            found.push(Found { part, ..change });
            continue;
        }
        let mut add = |old: &str, new: Option<&str>, verdict, why: &str| {
            found.push(entry(&full, Some(old), new, verdict, why, spots.clone()));
        };
        if let Some(method) = member.methods.iter().find(|method| !other.methods.contains(method)) {
            let after = other.methods.iter().find(|other| name_of(other) == name_of(method)).map(String::as_str);
            add(method, after, Breaking, &format!("`{path}::{method}` is not there any more"));
        } else if !member.deprecated && other.deprecated {
            add(&member.declared, Some(&other.declared), Compatible, &format!("uses of `{full}` are warned of"));
        } else if member.declared != other.declared {
            add(&member.declared, Some(&other.declared), Compatible, "only the name of an argument changed");
        }
    }
    for (name, member) in new.members.iter().filter(|(name, _)| !old.members.contains_key(*name)) {
        let full = format!("{path}::{name}");
        let why = format!("`{full}` is new");
        found.push(entry(&full, None, Some(&member.declared), Compatible, &why, member.spots.clone()));
    }
}

fn name_of(method: &str) -> &str {
    method.split(['(', '<']).next().unwrap_or(method)
}

/// The arguments of `new` are the required fields, in order.
fn constructor(path: &str, old: &Item, new: &Item, found: &mut Vec<Found>) {
    let arguments = |item: &Item| -> Vec<String> { item.members.values().filter_map(|member| member.argument.clone()).collect() };
    let (Some(before), Some(after)) = (&old.constructor, &new.constructor) else { return };
    if before == after {
        return;
    }
    let all = |item: &Item| -> Vec<(String, Member)> {
        item.members.iter().map(|(name, member)| (name.clone(), member.clone())).collect()
    };
    let argument = |item: &Item, name: &str| item.members.get(name).and_then(|member| member.argument.clone());
    let changed = all(old).into_iter().chain(all(new)).filter(|(name, _)| argument(old, name) != argument(new, name));
    let spots: Vec<Spot> = changed.flat_map(|(_, member)| member.spots).collect();
    let why = match arguments(new).len().cmp(&arguments(old).len()) {
        std::cmp::Ordering::Greater => format!("`{path}::new` takes more arguments"),
        std::cmp::Ordering::Less => format!("`{path}::new` takes fewer arguments"),
        std::cmp::Ordering::Equal => format!("`{path}::new` takes other arguments"),
    };
    let spots = if spots.is_empty() { item_spots(new) } else { spots };
    found.push(entry(&format!("{path}::new"), Some(before), Some(after), Breaking, &why, spots));
}
