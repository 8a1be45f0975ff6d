//! Names with brackets -> nested values: `id[a][b]=1`, and `id[0][a]=1` for lists of objects.
//!
//! OpenAPI leaves open what is nested in a `deepObject`; this is what most servers and tools understand, and what generated clients send.

use bindery::spec::{Document, SchemaId};
use indexmap::IndexMap;
use serde_json::{Map, Value};

use super::{coerce, shape};

/// What stands under a name: texts, or more names.
#[derive(Default)]
pub(super) struct Node {
    texts: Vec<String>,
    inner: IndexMap<String, Node>,
}

/// So many keys are read, since each is a call within a call.
const MAX_DEPTH: usize = 64;

/// Returns the keys of `name[key][key]`, one at least.
pub(super) fn keys<'n>(parameter: &str, name: &'n str) -> Option<Vec<&'n str>> {
    let inner = name.strip_prefix(parameter)?.strip_prefix('[')?.strip_suffix(']')?;
    let keys: Vec<&str> = inner.split("][").collect();
    (keys.len() <= MAX_DEPTH).then_some(keys)
}

impl Node {
    /// Adds a text below some keys.
    pub(super) fn add(&mut self, keys: &[&str], text: String) {
        match keys {
            [] => self.texts.push(text),
            [key, rest @ ..] => self.inner.entry((*key).to_owned()).or_default().add(rest, text),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.texts.is_empty() && self.inner.is_empty()
    }

    /// Reads what is there as the schema has it.
    pub(super) fn value(self, document: &Document, schema: Option<SchemaId>) -> Value {
        let items = schema.and_then(|schema| shape::items(document, schema));
        if self.inner.is_empty() {
            return coerce::texts(document, schema, &self.texts);
        }
        if items.is_some() {
            // The keys are numbers; their order is that of the items.
            return Value::Array(self.inner.into_values().map(|item| item.value(document, items)).collect());
        }
        let property = |name: &str| schema.and_then(|schema| shape::property(document, schema, name));
        let members = self.inner.into_iter().map(|(name, node)| {
            let schema = property(&name);
            (name, node.value(document, schema))
        });
        Value::Object(members.collect::<Map<_, _>>())
    }
}
