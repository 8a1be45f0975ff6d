//! `x-bindery-ignore: [id, …]` beside a place: findings of these rules there, and in what it holds, are not reported.

use std::collections::{BTreeMap, BTreeSet};

use bindery::source::{Origin, Pointer};
use serde_json::Value;

use crate::finding::Finding;
use crate::rule::{Rule, UNKNOWN_RULE, UNUSED_IGNORE};
use crate::tree::Tree;

const KEYWORD: &str = "x-bindery-ignore";

/// What a description says shall not be reported.
pub(super) struct Ignores {
    root: Origin,
    /// The ids by the node that they stand in, and whether something was found.
    places: BTreeMap<String, Vec<(String, bool)>>,
}

impl Ignores {
    /// Collects what a tree says, which is the text `root`.
    pub(super) fn new(tree: &Tree<'_>, root: &Origin) -> Self {
        let mut places = BTreeMap::new();
        for (id, node) in tree.nodes.iter().enumerate() {
            let Some(list) = node.value.get(KEYWORD) else { continue };
            let ids = match list {
                Value::Array(ids) => ids.iter().filter_map(Value::as_str).map(|id| (id.to_owned(), false)).collect(),
                Value::String(id) => vec![(id.clone(), false)],
                _ => Vec::new(),
            };
            places.insert(tree.pointer(id).as_str().to_owned(), ids);
        }
        Self { root: root.clone(), places }
    }

    /// Leaves out the findings that are ignored, and adds what is wrong with the ignoring itself.
    pub(super) fn apply(mut self, findings: &mut Vec<Finding>) {
        if self.places.is_empty() {
            return;
        }
        findings.retain(|finding| !self.ignores(finding));
        findings.extend(self.mistakes());
    }

    fn ignores(&mut self, finding: &Finding) -> bool {
        if finding.origin.document != self.root.document {
            return false;
        }
        let mut at = Some(finding.origin.pointer.clone());
        let mut ignored = false;
        while let Some(pointer) = at {
            let ids = self.places.get_mut(pointer.as_str()).into_iter().flatten();
            for (_, used) in ids.filter(|(id, _)| Rule::find(id) == Some(finding.rule)) {
                *used = true;
                ignored = true;
            }
            at = pointer.parent();
        }
        ignored
    }

    fn mistakes(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        for (place, ids) in &self.places {
            let pointer = Pointer::parse(place).expect("it was made of a pointer").child(KEYWORD);
            let origin = Origin { document: self.root.document, pointer };
            let known = |id: &str| Rule::find(id).is_some();
            for id in ids.iter().filter(|(id, _)| !known(id)).map(|(id, _)| id).collect::<BTreeSet<_>>() {
                let finding = Finding::new(&UNKNOWN_RULE, origin.clone(), format!("there is no rule `{id}`"));
                let help = Rule::nearest(id).map(|near| format!("did you mean `{near}`?"));
                found.push(Finding { help, ..finding });
            }
            for (id, _) in ids.iter().filter(|(id, used)| known(id) && !used) {
                found.push(Finding::new(&UNUSED_IGNORE, origin.clone(), format!("nothing is found here of the rule `{id}`")));
            }
        }
        found
    }
}
