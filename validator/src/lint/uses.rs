//! Where a definition is used: a finding inside of a component is one finding, however many references lead to it.

use bindery::source::{Origin, Pointer};
use foldhash::{HashMap, HashSet};
use serde_json::Value;

use crate::finding::{NAMED, Uses};
use crate::tree::{Tree, field};

/// The references of a description, by what they lead to.
pub(super) struct References {
    uses: HashMap<String, Uses>,
    /// What references lead to wherever they stand, also in the values of extensions.
    all: HashSet<String>,
}

impl References {
    /// Collects the references of a tree, which is the text `root`.
    pub(super) fn new(tree: &Tree<'_>, root: &Origin) -> Self {
        let mut uses: HashMap<String, Uses> = HashMap::default();
        for (id, node) in tree.nodes.iter().enumerate() {
            let Some(target) = field(node.value, "$ref").and_then(Value::as_str).filter(|text| text.starts_with('#')) else {
                continue;
            };
            let Some(target) = Pointer::parse(target) else { continue };
            let uses = uses.entry(target.as_str().to_owned()).or_default();
            uses.count += 1;
            if uses.first.len() < NAMED {
                uses.first.push(Origin { document: root.document, pointer: tree.pointer(id) });
            }
        }
        let mut written = HashSet::default();
        collect(tree.nodes[0].value, &mut written);
        let all = written.into_iter().filter_map(Pointer::parse).map(|pointer| pointer.as_str().to_owned()).collect();
        Self { uses, all }
    }

    /// Tells whether a reference leads to a node itself, wherever it stands.
    pub(super) fn has(&self, pointer: &str) -> bool {
        self.all.contains(pointer)
    }

    /// Returns the uses of the nearest node around a place that references lead to.
    pub(super) fn around(&self, pointer: &Pointer) -> Option<&Uses> {
        let mut around = std::iter::successors(Some(pointer.as_str()), |at| Some(at.rsplit_once('/')?.0));
        around.find_map(|at| self.uses.get(at))
    }
}

/// Collects the references in a value, as they are written.
fn collect<'a>(value: &'a Value, found: &mut HashSet<&'a str>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                match value {
                    Value::String(text) if key == "$ref" && text.starts_with('#') => drop(found.insert(text)),
                    _ => collect(value, found),
                }
            }
        }
        Value::Array(list) => list.iter().for_each(|value| collect(value, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
