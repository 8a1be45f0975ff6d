//! References between the schemas of a description: by pointer, by `$id`, and by anchor.

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;

use bindery::source::Pointer;
use serde_json::{Map, Value};

use crate::tree::entry;

/// The pointers of what has an `$id` or an anchor, by the references that lead there.
#[derive(Default)]
pub(super) struct Names(HashMap<String, Pointer>);

impl Names {
    /// Collects the names in a description.
    pub(super) fn of(root: &Value) -> Self {
        let mut names = HashMap::new();
        collect_names(root, &Pointer::root(), "", &mut names);
        Self(names)
    }

    /// Returns where the `$ref` of a schema leads, or its `$dynamicRef`, which is taken for the anchor of its name.
    pub(super) fn target(&self, schema: &Map<String, Value>) -> Option<Pointer> {
        self.pointer(entry(schema, "$ref").or_else(|| entry(schema, "$dynamicRef"))?.as_str()?)
    }

    /// Returns where a reference leads.
    fn pointer(&self, reference: &str) -> Option<Pointer> {
        if let Some(known) = self.0.get(reference) {
            return Some(known.clone());
        }
        if reference.starts_with('#') {
            return Pointer::parse(reference);
        }
        let (resource, fragment) = reference.split_once('#')?;
        let base = self.0.get(resource)?;
        let inner = Pointer::parse(&format!("#{fragment}"))?;
        Pointer::parse(&format!("{base}{inner}"))
    }
}

/// Writes a pointer as a fragment of a URI (RFC 6901, section 6).
pub(super) fn fragment(pointer: &str) -> String {
    let mut text = String::with_capacity(pointer.len());
    for byte in pointer.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/$!'()*+,;:@=".contains(&byte) {
            text.push(char::from(byte));
        } else {
            let _ = write!(text, "%{byte:02X}");
        }
    }
    text
}

/// Collects what has an `$id` (or is the whole, by `$self`) or an anchor. Bases are not resolved: a reference has to be written like it.
fn collect_names(at: &Value, pointer: &Pointer, base: &str, found: &mut HashMap<String, Pointer>) {
    let mut base = base;
    if let Value::Object(object) = at {
        let text = |keyword: &str| object.get(keyword).and_then(Value::as_str);
        if let Some(id) = text("$id").or_else(|| text("$self")) {
            base = id;
            found.entry(id.to_owned()).or_insert_with(|| pointer.clone());
        }
        for anchor in [text("$anchor"), text("$dynamicAnchor")].into_iter().flatten() {
            found.entry(format!("#{anchor}")).or_insert_with(|| pointer.clone());
            found.entry(format!("{base}#{anchor}")).or_insert_with(|| pointer.clone());
        }
        for (key, child) in object.iter().filter(|(_, child)| child.is_object() || child.is_array()) {
            collect_names(child, &pointer.child(key), base, found);
        }
    }
    for (index, child) in at.as_array().into_iter().flatten().enumerate() {
        collect_names(child, &pointer.index(index), base, found);
    }
}

/// Leads references to what was moved to its new place.
pub(super) fn redirect(value: &mut Value, moved: &HashSet<Pointer>) {
    match value {
        Value::Object(map) => {
            if let Some(Value::String(reference)) = map.get_mut("$ref")
                && let Some(target) = Pointer::parse(reference).filter(|target| moved.contains(target))
            {
                let place = Pointer::root().child("$defs").child(target.as_str());
                *reference = format!("#{}", fragment(place.as_str()));
            }
            map.values_mut().for_each(|inner| redirect(inner, moved));
        }
        Value::Array(list) => list.iter_mut().for_each(|inner| redirect(inner, moved)),
        _ => {}
    }
}
