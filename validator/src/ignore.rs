//! `x-bindery-ignore: [id, …]` beside a place: findings of these rules there, and in what it holds, are not reported.

use std::collections::{BTreeMap, BTreeSet};

use bindery::source::{Origin, Pointer};
use serde_json::Value;

use crate::finding::Finding;
use crate::rule::{Rule, UNKNOWN_RULE, UNUSED_IGNORE};
use crate::tree::{Tree, field};

/// The keyword.
pub(crate) const KEYWORD: &str = "x-bindery-ignore";

/// What a description says shall not be reported.
pub(crate) struct Ignores {
    root: Origin,
    /// The ids by the node that they stand in, and whether something was found.
    places: BTreeMap<String, Vec<(String, bool)>>,
}

impl Ignores {
    /// Collects what a tree says, which is the text `root`.
    pub(crate) fn new(tree: &Tree<'_>, root: &Origin) -> Self {
        let mut places = BTreeMap::new();
        for (id, node) in tree.nodes.iter().enumerate() {
            let Some(list) = field(node.value, KEYWORD) else { continue };
            let ids = match list {
                Value::Array(ids) => ids.iter().filter_map(Value::as_str).map(|id| (id.to_owned(), false)).collect(),
                Value::String(id) => vec![(id.clone(), false)],
                _ => Vec::new(),
            };
            places.insert(tree.pointer(id).as_str().to_owned(), ids);
        }
        Self { root: root.clone(), places }
    }

    /// Leaves out the findings that are ignored at one of the places that `places` gives.
    pub(crate) fn leave_out(&mut self, findings: &mut Vec<Finding>, places: fn(&Finding) -> Vec<&Origin>) {
        if !self.places.is_empty() {
            findings.retain(|finding| {
                let ignoring = places(finding).into_iter().filter(|place| self.ignores(finding.rule, place)).count();
                ignoring == 0
            });
        }
    }

    fn ignores(&mut self, rule: &'static Rule, place: &Origin) -> bool {
        if place.document != self.root.document {
            return false;
        }
        let mut at = Some(place.pointer.clone());
        let mut ignored = false;
        while let Some(pointer) = at {
            let ids = self.places.get_mut(pointer.as_str()).into_iter().flatten();
            for (_, used) in ids.filter(|(id, _)| Rule::find(id) == Some(rule)) {
                *used = true;
                ignored = true;
            }
            at = pointer.parent();
        }
        ignored
    }

    /// Returns a finding for each id that is that of no rule.
    pub(crate) fn unknown(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        for (place, ids) in &self.places {
            for id in ids.iter().map(|(id, _)| id).filter(|id| Rule::find(id).is_none()).collect::<BTreeSet<_>>() {
                let finding = Finding::new(&UNKNOWN_RULE, self.origin(place), format!("there is no rule `{id}`"));
                let help = Rule::nearest(id).map(|near| format!("did you mean `{near}`?"));
                found.push(Finding { help, ..finding });
            }
        }
        found
    }

    /// Returns a finding for each rule that is ignored where nothing is found of it. `is_judged` tells whether a rule was looked for at a
    /// place and in what it holds.
    pub(crate) fn unused(&self, is_judged: impl Fn(&Rule, &str) -> bool) -> Vec<Finding> {
        let ids = self.places.iter().flat_map(|(place, ids)| ids.iter().map(move |(id, used)| (place, id, used)));
        let unused = ids.filter(|(place, id, used)| !**used && Rule::find(id).is_some_and(|rule| is_judged(rule, place)));
        let finding = |(place, id, _): (&String, &String, &bool)| {
            Finding::new(&UNUSED_IGNORE, self.origin(place), format!("nothing is found here of the rule `{id}`"))
        };
        unused.map(finding).collect()
    }

    fn origin(&self, place: &str) -> Origin {
        let pointer = Pointer::parse(place).expect("it was made of a pointer").child(KEYWORD);
        Origin { document: self.root.document, pointer }
    }
}
