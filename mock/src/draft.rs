//! A body in the making: the documented example, changed only in ways that keep it valid.
//!
//! Whatever is written into a draft is held against the answer's schema at once and taken back if the draft is worse for it. So every
//! answer is valid, or it is known that the description gives no valid one.

use bindery::spec::{AdditionalProperties, MediaType, SchemaId};
use serde_json::{Map, Value};

use crate::description::Description;
use crate::sample::sample;
use bindery_validator::wire::shape;

/// A body that is being made.
pub(crate) struct Draft<'a> {
    description: &'a Description,
    media_type: &'a MediaType,
    value: Value,
}

impl<'a> Draft<'a> {
    /// Starts with the first example that is valid: the media type's, the schema's, or a value made from the schema.
    pub(crate) fn new(description: &'a Description, media_type: &'a MediaType) -> Self {
        let documented = media_type.examples.iter().cloned();
        let built = media_type.schema.and_then(|schema| sample(&description.document, schema));
        let mut candidates: Vec<Value> = documented.chain(built).collect();
        let is_valid = |value: &Value| count(description, media_type.schema, value) == 0;
        let first = candidates.iter().position(is_valid).unwrap_or(candidates.len().saturating_sub(1));
        let value = if candidates.is_empty() { Value::Object(Map::new()) } else { candidates.swap_remove(first) };
        Self { description, media_type, value }
    }

    /// Returns the value so far.
    pub(crate) fn value(&self) -> &Value {
        &self.value
    }

    /// Returns a property of the value so far.
    pub(crate) fn get(&self, name: &str) -> Option<&Value> {
        self.value.get(name)
    }

    /// Returns the schema of the answer.
    pub(crate) fn schema(&self) -> Option<SchemaId> {
        self.media_type.schema
    }

    /// Tells whether the answer has a property of this name. An answer that describes no properties at all has any.
    pub(crate) fn describes(&self, name: &str) -> bool {
        let Some(schema) = self.schema() else { return true };
        let document = &self.description.document;
        let properties = shape::properties(document, schema);
        let is_open = || {
            let forbids = |part: &&bindery::spec::Schema| part.additional_properties == AdditionalProperties::Forbidden;
            properties.is_empty() && !shape::parts(document, schema).iter().any(forbids)
        };
        properties.contains_key(name) || is_open()
    }

    /// Tells whether the answer names this property: its schema does, or its example where it has no schema.
    pub(crate) fn describes_exactly(&self, name: &str) -> bool {
        match self.schema() {
            Some(schema) => shape::properties(&self.description.document, schema).contains_key(name),
            None => self.get(name).is_some(),
        }
    }

    /// Sets a described property; tells whether it was kept.
    pub(crate) fn set(&mut self, name: &str, value: &Value) -> bool {
        self.describes(name)
            && self.attempt(|draft| {
                if let Value::Object(object) = draft {
                    object.insert(name.to_owned(), value.clone());
                }
            })
    }

    /// Removes a property; tells whether it is gone.
    pub(crate) fn remove(&mut self, name: &str) -> bool {
        self.attempt(|draft| {
            if let Value::Object(object) = draft {
                object.remove(name);
            }
        })
    }

    /// Takes another value instead, if it is valid.
    pub(crate) fn replace(&mut self, value: Value) -> bool {
        let is_valid = count(self.description, self.schema(), &value) == 0;
        if is_valid {
            self.value = value;
        }
        is_valid
    }

    /// Sets a property, or the whole value, even if the draft is worse for it: `finish` will say so.
    pub(crate) fn force(&mut self, name: Option<&str>, value: Value) {
        match (name, self.value.as_object_mut()) {
            (Some(name), Some(object)) => {
                object.insert(name.to_owned(), value);
            }
            _ => self.value = value,
        }
    }

    /// Returns the body, or what is wrong with the best that could be made.
    pub(crate) fn finish(self) -> Result<Value, String> {
        let checked = self.schema().map_or(Ok(()), |schema| self.description.check_answer(schema, &self.value));
        let pointer = &self.media_type.origin.pointer;
        checked
            .map(|()| self.value)
            .map_err(|problem| format!("no valid answer could be made for `{pointer}`; an example there would help: {problem}"))
    }

    fn attempt(&mut self, change: impl FnOnce(&mut Value)) -> bool {
        let before = count(self.description, self.schema(), &self.value);
        let mut changed = self.value.clone();
        change(&mut changed);
        let kept = count(self.description, self.schema(), &changed) <= before;
        if kept {
            self.value = changed;
        }
        kept
    }
}

fn count(description: &Description, schema: Option<SchemaId>, value: &Value) -> usize {
    schema.map_or(0, |schema| description.count(schema, value))
}
