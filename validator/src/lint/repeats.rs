//! What a description repeats instead of referring to it: a finding in a part that stands there again, word for word, is one finding with
//! its places.

use std::collections::hash_map::Entry;

use foldhash::HashMap;
use serde_json::Value;

use super::Lint;
use crate::finding::Finding;

/// A part, by where it is in memory.
type Part = *const Value;

/// What two findings have in common that are one: the rule and its words, the first of the equal parts that they stand in, and the way
/// from there to their place.
type Identity = (&'static str, String, Part, String);

/// Leaves of the findings in equal parts only the first, which names the places of the others.
pub(super) fn fold(cx: &Lint<'_>, findings: &mut Vec<Finding>) {
    let mut parts = Parts::new(cx);
    let mut first: HashMap<Identity, usize> = HashMap::default();
    let mut kept: Vec<Finding> = Vec::with_capacity(findings.len());
    for finding in findings.drain(..) {
        let Some((part, way)) = parts.around(&finding) else {
            kept.push(finding);
            continue;
        };
        match first.entry((finding.rule.id, finding.message.clone(), part, way)) {
            Entry::Occupied(entry) => kept[*entry.get()].repeats.push(finding.origin),
            Entry::Vacant(entry) => {
                entry.insert(kept.len());
                kept.push(finding);
            }
        }
    }
    *findings = kept;
}

/// The parts of operations and paths that a `$ref` could stand for.
struct Parts<'a> {
    cx: &'a Lint<'a>,
    /// The first part of each text.
    by_text: HashMap<String, Part>,
    /// The first of the parts that are equal to a part.
    equal: HashMap<Part, Part>,
}

impl<'a> Parts<'a> {
    fn new(cx: &'a Lint<'a>) -> Self {
        Self { cx, by_text: HashMap::default(), equal: HashMap::default() }
    }

    /// Returns the first of the parts that are equal to the outermost one around a finding, and the way from that to the finding.
    fn around(&mut self, finding: &Finding) -> Option<(Part, String)> {
        let own = &finding.origin;
        // What more there is to say of a place may differ from one to the next.
        if own.document != self.cx.root.document || !finding.related.is_empty() || finding.uses.count > 0 {
            return None;
        }
        let (part, way) = self.cx.outermost_part(&own.pointer)?;
        Some((self.first_equal(part), way.to_owned()))
    }

    fn first_equal(&mut self, part: &'a Value) -> Part {
        let Self { by_text, equal, .. } = self;
        let own = std::ptr::from_ref(part);
        *equal.entry(own).or_insert_with(|| *by_text.entry(part.to_string()).or_insert(own))
    }
}
