//! Problems of many exchanges -> findings: what is the same is one finding, with a count.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use bindery::source::{DocumentId, Origin, Place, Pointer, Sources};

use super::{Seen, Traffic, inside};
use crate::finding::{Finding, On};
use crate::payload::{Problem, check};
use crate::rule::{self, Rule};

/// What is the same: the rule, the place in the description, and, where these do not suffice, the sentence.
type Key = (&'static str, Option<Pointer>, String);

/// A problem, and where it was met first.
pub(super) struct Kept {
    problem: Problem,
    index: usize,
    /// The place in the exchange.
    pointer: Pointer,
    /// The place in the body, where that is a text.
    inner: Option<Pointer>,
    line: Option<String>,
    count: usize,
}

impl Kept {
    pub(super) fn new(problem: Problem, index: usize) -> Self {
        Self { problem, index, pointer: Pointer::root(), inner: None, line: None, count: 1 }
    }

    pub(super) fn at(self, pointer: Pointer) -> Self {
        Self { pointer, ..self }
    }

    pub(super) fn inside(self, inner: Pointer) -> Self {
        Self { inner: Some(inner), ..self }
    }

    pub(super) fn in_line(self, line: String) -> Self {
        Self { line: Some(line), ..self }
    }

    pub(super) fn is_unchecked(&self) -> bool {
        *self.problem.rule == rule::UNCHECKED
    }

    fn key(&self) -> Key {
        let Problem { rule, described, message, .. } = &self.problem;
        let place = described.as_ref().map(|origin| origin.pointer.clone());
        let words = if place.is_some() && names_values(rule) { String::new() } else { message.clone() };
        (rule.id, place, words)
    }
}

/// Tells whether the sentences of a rule name what was sent, which differs from one time to the next.
fn names_values(rule: &Rule) -> bool {
    *rule == rule::INVALID_VALUE || *rule == rule::UNREADABLE
}

/// What was collected so far.
#[derive(Default)]
pub(super) struct Collected {
    kept: BTreeMap<Key, Kept>,
    pub(super) seen: BTreeMap<String, Seen>,
    pub(super) other_hosts: BTreeMap<String, usize>,
}

impl Collected {
    /// Keeps the first of what is the same, and counts the others.
    pub(super) fn keep(&mut self, kept: Kept) {
        match self.kept.entry(kept.key()) {
            Entry::Vacant(entry) => drop(entry.insert(kept)),
            Entry::Occupied(mut entry) => {
                let count = entry.get().count + 1;
                if kept.index < entry.get().index {
                    entry.insert(kept);
                }
                entry.get_mut().count = count;
            }
        }
    }

    /// Makes findings. Of NDJSON only the lines that are shown become a text: the others are empty in it.
    pub(super) fn traffic(self, name: &str, sources: &mut Sources) -> Traffic {
        let mut kept: Vec<Kept> = self.kept.into_values().collect();
        kept.sort_by_key(|it| it.index);
        let document = sources.add(name, shown_lines(&kept));
        let inner = kept.iter().map(|it| it.inner.clone()).collect();
        let findings = kept.into_iter().map(|it| finding(it, document)).collect();
        Traffic { findings, seen: self.seen, other_hosts: self.other_hosts, inner }
    }
}

/// Lines after this one are named, and not shown: the empty lines before them would become too many.
const LAST_SHOWN: usize = 1 << 20;

fn shown_lines(kept: &[Kept]) -> String {
    let mut text = String::new();
    let mut lines = 0;
    for it in kept.iter().filter(|it| it.index < LAST_SHOWN) {
        if let Some(line) = it.line.as_ref().filter(|_| lines <= it.index) {
            text.extend(std::iter::repeat_n('\n', it.index - lines));
            text.push_str(line);
            text.push('\n');
            lines = it.index + 1;
        }
    }
    text
}

fn finding(kept: Kept, document: DocumentId) -> Finding {
    let Kept { mut problem, index, pointer, inner, line, count } = kept;
    problem.message = message(&problem.message, inner.as_ref(), count);
    let base = match line {
        Some(_) => Pointer::root().index(index),
        None => Pointer::root().child("log").child("entries").index(index),
    };
    let base = pointer.tokens().fold(base, |at, token| at.child(&token));
    let mut finding = check::finding(problem, document, &base);
    if let Some(line) = line {
        let mut place = place_in_line(line, &pointer, inner.as_ref(), finding.on);
        place.line += index;
        place.end_line += index;
        finding.on = On::Place(place);
    }
    finding
}

/// A body that is a text within another one is not easy to find one's way in.
fn message(message: &str, inner: Option<&Pointer>, count: usize) -> String {
    let place = inner.filter(|inner| **inner != Pointer::root() && !message.contains(&format!("`{inner}`")));
    let mut text = place.map_or_else(|| message.to_owned(), |inner| format!("{message}, at `{inner}` of the body"));
    if count > 1 {
        text += &format!(" (the first of {count} times)");
    }
    text
}

fn place_in_line(line: String, pointer: &Pointer, inner: Option<&Pointer>, on: On) -> Place {
    let whole = Place { line: 1, column: 1, end_line: 1, end_column: line.chars().count() + 1 };
    let mut alone = Sources::default();
    let origin = Origin { document: alone.add("line.json", line), pointer: pointer.clone() };
    let within = inner.and_then(|inner| inside::place(&alone, &origin, inner, on));
    // A line that is no JSON has no nodes.
    within.or_else(|| inside::shown(&alone, &origin, on)).unwrap_or(whole)
}
