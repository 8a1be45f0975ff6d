//! Where a definition is used: a finding inside of a component is one finding, however many references lead to it.

use std::collections::{HashMap, HashSet};

use bindery::source::{Origin, Pointer};
use serde_json::Value;

use crate::finding::{NAMED, Uses};
use crate::tree::Tree;

/// The references of a description, by what they lead to.
pub(super) struct References {
    uses: HashMap<String, Uses>,
    /// What references lead to wherever they stand, also in the values of extensions.
    all: HashSet<String>,
}

impl References {
    /// Collects the references of a tree, which is the text `root`.
    pub(super) fn new(tree: &Tree<'_>, root: &Origin) -> Self {
        let mut uses: HashMap<String, Uses> = HashMap::new();
        for (id, node) in tree.nodes.iter().enumerate() {
            let Some(target) = node.value.get("$ref").and_then(Value::as_str).filter(|text| text.starts_with('#')) else {
                continue;
            };
            let Some(target) = Pointer::parse(target) else { continue };
            let uses = uses.entry(target.as_str().to_owned()).or_default();
            uses.count += 1;
            if uses.first.len() < NAMED {
                uses.first.push(Origin { document: root.document, pointer: tree.pointer(id) });
            }
        }
        let mut all = HashSet::new();
        collect(tree.nodes[0].value, &mut all);
        Self { uses, all }
    }

    /// Tells whether a reference leads to a node itself, wherever it stands.
    pub(super) fn has(&self, pointer: &str) -> bool {
        self.all.contains(pointer)
    }

    /// Returns the uses of the nearest node around a place that references lead to.
    pub(super) fn around(&self, pointer: &Pointer) -> Option<&Uses> {
        let mut at = Some(pointer.clone());
        while let Some(pointer) = at {
            if let Some(uses) = self.uses.get(pointer.as_str()) {
                return Some(uses);
            }
            at = pointer.parent();
        }
        None
    }
}

/// Collects what the references in a value lead to.
fn collect(value: &Value, found: &mut HashSet<String>) {
    match value {
        Value::Object(map) => {
            let target = map.get("$ref").and_then(Value::as_str).filter(|text| text.starts_with('#')).and_then(Pointer::parse);
            found.extend(target.map(|pointer| pointer.as_str().to_owned()));
            map.values().for_each(|value| collect(value, found));
        }
        Value::Array(list) => list.iter().for_each(|value| collect(value, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
