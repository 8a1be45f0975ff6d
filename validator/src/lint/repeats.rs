//! What a description repeats instead of referring to it: a finding in a part that stands there again, word for word, is one finding with
//! its places.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use bindery::kind::Kind;
use bindery::source::Pointer;

use super::Lint;
use crate::finding::Finding;
use crate::tree::NodeId;

/// What two findings have in common that are one: the rule and its words, the first of the equal parts that they stand in, and the way
/// from there to their place.
type Identity = (&'static str, String, NodeId, String);

/// Leaves of the findings in equal parts only the first, which names the places of the others.
pub(super) fn fold(cx: &Lint<'_>, findings: &mut Vec<Finding>) {
    let mut parts = Parts::new(cx);
    let mut first: HashMap<Identity, usize> = HashMap::new();
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
    by_pointer: HashMap<String, NodeId>,
    /// The first part of each text.
    by_text: HashMap<String, NodeId>,
    /// The first of the parts that are equal to a part.
    equal: HashMap<NodeId, NodeId>,
}

impl<'a> Parts<'a> {
    fn new(cx: &'a Lint<'a>) -> Self {
        let is_part = |kind| matches!(kind, Kind::Parameter | Kind::RequestBody | Kind::Response);
        let parts = cx.tree.nodes.iter().enumerate().filter(|(id, node)| is_part(node.kind) && !cx.is_component(*id));
        let by_pointer = parts.map(|(id, _)| (cx.tree.pointer(id).as_str().to_owned(), id)).collect();
        Self { cx, by_pointer, by_text: HashMap::new(), equal: HashMap::new() }
    }

    /// Returns the first of the parts that are equal to the outermost one around a finding, and the way from that to the finding.
    fn around(&mut self, finding: &Finding) -> Option<(NodeId, String)> {
        let own = &finding.origin;
        // What more there is to say of a place may differ from one to the next.
        if own.document != self.cx.root.document || !finding.related.is_empty() || finding.uses.count > 0 {
            return None;
        }
        let around = std::iter::successors(Some(own.pointer.clone()), Pointer::parent);
        let (part, pointer) = around.filter_map(|at| Some((*self.by_pointer.get(at.as_str())?, at))).last()?;
        let way = own.pointer.as_str().strip_prefix(pointer.as_str())?.to_owned();
        Some((self.first_equal(part), way))
    }

    fn first_equal(&mut self, part: NodeId) -> NodeId {
        let Self { cx, by_text, equal, .. } = self;
        *equal.entry(part).or_insert_with(|| *by_text.entry(cx.tree.nodes[part].value.to_string()).or_insert(part))
    }
}
