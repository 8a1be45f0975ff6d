//! What an accepted request does: creates, lists, reads, changes or removes what is stored, and the body that it is answered with.
//!
//! The rules, each small:
//! - an answer starts as the documented example; fields of the request that the answer has are echoed, and optional fields that the
//!   request could have set and did not are left out;
//! - a path parameter is echoed in the property of its name; the last one in `id`, unless the request creates something;
//! - an operation below an item gives the item's own values where names are the same. A `POST` there does what its example shows: an
//!   enum or boolean of the example that the item has too, and that clients can't set when they create it, is written to the item;
//!   `previousX` and `previous_x` tell what `x` was before.

use bindery::spec::{JsonType, Operation};
use serde_json::{Map, Value, json};

use crate::answer::{Answer, Refusal, Success};
use crate::description::Description;
use crate::draft::Draft;
use crate::paging;
use crate::parameters::Parameters;
use crate::resource::{Part, Place, Resource, Resources, Role, settable};
use crate::store::Store;
use bindery_validator::wire::coerce::plain;
use bindery_validator::wire::shape;

/// A request that has passed all checks.
pub(crate) struct Accepted<'a> {
    /// The description.
    pub(crate) description: &'a Description,
    /// The operation.
    pub(crate) operation: &'a Operation,
    /// What the operation does.
    pub(crate) part: &'a Part,
    /// The resources of the description.
    pub(crate) resources: &'a Resources,
    /// The values of its parameters.
    pub(crate) parameters: Parameters,
    /// The segments of its path, decoded.
    pub(crate) path: Vec<String>,
    /// Its body, where that is a value.
    pub(crate) body: Option<Value>,
}

impl<'a> Accepted<'a> {
    /// Does what the request asks for.
    pub(crate) fn perform(&self, store: &mut Store) -> Result<Answer, Refusal> {
        self.check_owners(store)?;
        let resource = self.part.resource.map(|index| (index, &self.resources.list[index]));
        let body = match (&self.part.role, resource) {
            (Role::Create, Some((index, resource))) => self.create(store, index, resource),
            (Role::List(place), Some(_)) => self.list(store, place),
            (Role::Read, Some((_, resource))) => self.read(store, resource),
            (Role::Merge | Role::Replace, Some((_, resource))) => self.change(store, resource),
            (Role::Delete, Some((_, resource))) => self.delete(store, resource),
            (_, resource) => self.other(store, resource.map(|(_, resource)| resource)),
        }?;
        let success = Success::of(self.operation);
        Ok(Answer::new(self.description, success.status, success.response, body.as_ref()))
    }

    /// Refuses a request below an item that is not there.
    fn check_owners(&self, store: &Store) -> Result<(), Refusal> {
        for resource in self.part.owners.iter().map(|index| &self.resources.list[*index]) {
            let (collection, id) = self.item(resource);
            if store.get(collection, id).is_none() {
                let name = resource.parameter.as_deref().unwrap_or(&resource.id);
                return Err(Refusal::new(404, format!("`{name}`: there is no `{id}` here")));
            }
        }
        Ok(())
    }

    /// Returns the collection and the identifier of a resource that the path names.
    fn item(&self, resource: &Resource) -> (&[String], &str) {
        let end = resource.collection.depth().min(self.path.len());
        (&self.path[..end], self.path.get(end).map(String::as_str).unwrap_or_default())
    }

    fn create(&self, store: &mut Store, index: usize, resource: &Resource) -> Result<Option<Value>, Refusal> {
        let Some(mut draft) = self.draft() else { return Ok(None) };
        self.echo_body(&mut draft);
        for (name, value) in self.parameters.path() {
            let _ = draft.describes_exactly(name) && draft.set(name, value);
        }
        let number = store.next_identifier(index);
        let prefix = resource.collection.last_text().unwrap_or_default();
        let identifiers = identifiers(draft.get(&resource.id), prefix, number);
        let _ = identifiers.iter().any(|id| draft.set(&resource.id, id));
        let value = finish(draft)?;
        if let Some(id) = value.get(&resource.id) {
            store.put(&self.path, &plain(id), value.clone());
        }
        Ok(Some(value))
    }

    fn list(&self, store: &Store, place: &Place) -> Result<Option<Value>, Refusal> {
        let Some(mut draft) = self.draft() else { return Ok(None) };
        let window = paging::window(&self.description.document, self.operation, &self.parameters)
            .map_err(|reason| Refusal::new(400, reason))?;
        let page = store.page(&self.path, window);
        let name = match place {
            Place::Whole => None,
            Place::Property(name) => Some(name.as_str()),
        };
        let described = self.item_properties(&draft, name);
        let is_described = |name: &str| described.is_empty() || described.contains(&name);
        let values = page.values.iter().map(|value| restricted(value, is_described)).collect();
        draft.force(name, Value::Array(values));
        paging::describe(&mut draft, &page);
        finish(draft).map(Some)
    }

    /// Returns the properties that a list describes its items to have: the list in this property of the answer, or the whole answer.
    fn item_properties(&self, draft: &Draft<'_>, list: Option<&str>) -> Vec<&'a str> {
        let document = &self.description.document;
        let list = draft.schema().and_then(|schema| match list {
            Some(name) => shape::property(document, schema, name),
            None => Some(schema),
        });
        let items = list.and_then(|list| shape::items(document, list));
        items.map(|items| shape::properties(document, items).into_keys().collect()).unwrap_or_default()
    }

    fn read(&self, store: &Store, resource: &Resource) -> Result<Option<Value>, Refusal> {
        let (collection, id) = self.item(resource);
        let Some(mut draft) = self.draft() else { return Ok(None) };
        if let Some(stored) = store.get(collection, id) {
            project(&mut draft, stored, resource);
        }
        finish(draft).map(Some)
    }

    fn change(&self, store: &mut Store, resource: &Resource) -> Result<Option<Value>, Refusal> {
        let (collection, id) = self.item(resource);
        let stored = store.get(collection, id).cloned().unwrap_or_default();
        let changed = self.changed(&stored, resource);
        let Some(mut draft) = self.draft() else {
            store.put(collection, id, changed);
            return Ok(None);
        };
        if draft.replace(restricted(&changed, |name| draft.describes(name))) {
            store.put(collection, id, changed);
            return finish(draft).map(Some);
        }
        // The change as a whole would not be valid: what of it is valid by itself is set on top of what was.
        project(&mut draft, &stored, resource);
        self.echo_body(&mut draft);
        draft.set(&resource.id, &stored[&resource.id]);
        let value = finish(draft)?;
        if let (Value::Object(mut stored), Value::Object(value)) = (stored, &value) {
            stored.extend(value.clone());
            store.put(collection, id, Value::Object(stored));
        }
        Ok(Some(value))
    }

    /// Merges the request into an item, without the fields that a replacement does not send. The identifier stays.
    fn changed(&self, stored: &Value, resource: &Resource) -> Value {
        let mut changed = stored.clone();
        if let (Role::Replace, Some(object)) = (&self.part.role, changed.as_object_mut()) {
            for name in settable(&self.description.document, self.operation).into_iter().filter(|name| *name != resource.id) {
                object.remove(name);
            }
        }
        if let Some(Value::Object(patch)) = &self.body {
            let known = patch.iter().filter(|(name, _)| resource.properties.contains(name) && **name != resource.id);
            merge(&mut changed, &known.map(|(name, value)| (name.clone(), value.clone())).collect());
        }
        changed
    }

    fn delete(&self, store: &mut Store, resource: &Resource) -> Result<Option<Value>, Refusal> {
        let body = self.read(store, resource)?;
        let (collection, id) = self.item(resource);
        store.remove(collection, id);
        Ok(body)
    }

    fn other(&self, store: &mut Store, resource: Option<&Resource>) -> Result<Option<Value>, Refusal> {
        let Some(mut draft) = self.draft() else { return Ok(None) };
        let example = draft.value().clone();
        self.echo_body(&mut draft);
        let last = self.part.template.nearest_parameter();
        for (name, value) in self.parameters.path() {
            let _ = draft.describes_exactly(name) && draft.set(name, value);
            let _ = Some(name) == last && draft.describes_exactly("id") && draft.set("id", value);
        }
        if let Some(resource) = resource {
            self.affect(store, resource, &example, &mut draft);
        }
        finish(draft).map(Some)
    }

    /// Gives the answer of an operation below an item the item's values, and writes to the item what the operation changes.
    fn affect(&self, store: &mut Store, resource: &Resource, example: &Value, draft: &mut Draft<'_>) {
        let (collection, id) = self.item(resource);
        let Some(mut item) = store.get(collection, id).filter(|item| item.is_object()).cloned() else { return };
        let old = item.clone();
        for name in &resource.properties {
            if !draft.describes_exactly(name) {
                continue;
            }
            let sent = self.body.as_ref().and_then(|body| body.get(name)).filter(|_| *name != resource.id);
            let shown = example.get(name).filter(|_| self.is_effect(resource, name, draft));
            match (sent.or(shown).filter(|_| self.operation.method != "GET"), old.get(name)) {
                (Some(new), _) => self.write(resource, &mut item, name, new),
                (None, Some(value)) => {
                    draft.set(name, value);
                }
                (None, None) => {
                    draft.remove(name);
                }
            }
        }
        for (name, value) in old.as_object().into_iter().flatten() {
            for previous in previous_names(name) {
                let _ = draft.describes_exactly(&previous) && draft.set(&previous, value);
            }
        }
        store.put(collection, id, item);
    }

    /// Writes a field of an item, unless the item would not be valid with it.
    fn write(&self, resource: &Resource, item: &mut Value, name: &str, new: &Value) {
        let mut changed = item.clone();
        changed[name] = new.clone();
        if self.description.count(resource.schema, &changed) == 0 {
            *item = changed;
        }
    }

    /// Tells whether an example that shows a property means that the operation sets it.
    fn is_effect(&self, resource: &Resource, name: &str, draft: &Draft<'_>) -> bool {
        let document = &self.description.document;
        let property = draft.schema().and_then(|schema| shape::property(document, schema, name));
        let is_choice = property.is_some_and(|property| {
            shape::enumeration(document, property).is_some() || shape::allows(document, property, JsonType::Boolean)
        });
        self.operation.method == "POST" && name != resource.id && is_choice && !resource.settable.iter().any(|it| it == name)
    }

    /// Starts the body of the answer, unless it has none.
    fn draft(&self) -> Option<Draft<'a>> {
        Success::of(self.operation).media_type().map(|media_type| Draft::new(self.description, media_type))
    }

    /// Echoes the fields of the request; those that it could have and has not are left out where they may be.
    fn echo_body(&self, draft: &mut Draft<'_>) {
        let Some(Value::Object(body)) = &self.body else { return };
        for (name, value) in body {
            let _ = draft.set(name, value) || draft.remove(name);
        }
        if self.part.role == Role::Create {
            let unsent = settable(&self.description.document, self.operation);
            for name in unsent.into_iter().filter(|name| !body.contains_key(*name)) {
                draft.remove(name);
            }
        }
    }
}

/// A description without a valid answer is the server's fault, not the client's.
fn finish(draft: Draft<'_>) -> Result<Value, Refusal> {
    draft.finish().map_err(|reason| Refusal::new(500, reason))
}

/// Makes a stored item the body of an answer that may have another schema.
fn project(draft: &mut Draft<'_>, stored: &Value, resource: &Resource) {
    if draft.replace(restricted(stored, |name| draft.describes(name))) {
        return;
    }
    for name in &resource.properties {
        match stored.get(name) {
            Some(value) => draft.set(name, value),
            None => draft.remove(name),
        };
    }
}

/// Returns a value with only those properties that an answer has.
fn restricted(value: &Value, is_described: impl Fn(&str) -> bool) -> Value {
    let Value::Object(object) = value else { return value.clone() };
    let kept = object.iter().filter(|(name, _)| is_described(name));
    Value::Object(kept.map(|(name, value)| (name.clone(), value.clone())).collect())
}

/// Merges a patch into a value (RFC 7386): null removes, objects are merged, anything else replaces.
fn merge(value: &mut Value, patch: &Map<String, Value>) {
    if !value.is_object() {
        *value = json!({});
    }
    let Value::Object(object) = value else { return };
    for (name, change) in patch {
        match change {
            Value::Null => {
                object.remove(name);
            }
            Value::Object(inner) => merge(object.entry(name.clone()).or_insert(Value::Null), inner),
            other => {
                object.insert(name.clone(), other.clone());
            }
        }
    }
}

/// Returns what a property is called that tells what another one was before.
fn previous_names(name: &str) -> [String; 2] {
    let mut letters = name.chars();
    let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    [format!("previous{capital}"), format!("previous_{name}")]
}

/// Returns identifiers for a new item, the most likely first: text as in the example (`agent_0001` for `agent_4b7c21`) or from the
/// singular of the path, of the example's length if need be; a number; a UUID; the number as text.
fn identifiers(example: Option<&Value>, collection: &str, number: u64) -> Vec<Value> {
    let uuid = json!(format!("00000000-0000-4000-8000-{number:012}"));
    let example = example.and_then(Value::as_str).unwrap_or_default();
    if example.len() == 36 && example.matches('-').count() == 4 {
        return vec![uuid];
    }
    let (prefix, width) = match example.rfind(['_', '-']) {
        Some(end) => (example[..=end].to_owned(), example.len() - end - 1),
        None => (format!("{}_", singular(collection)), 4),
    };
    let text = |width: usize| json!(format!("{prefix}{number:0width$}"));
    vec![text(4), text(width), json!(number), uuid, json!(number.to_string())]
}

fn singular(word: &str) -> String {
    match (word.strip_suffix("ies"), word.strip_suffix('s')) {
        (Some(stem), _) => format!("{stem}y"),
        (None, Some(stem)) => stem.to_owned(),
        (None, None) => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_patch_is_merged_as_rfc_7386_says() {
        let mut value = json!({ "a": "b", "c": { "d": "e", "f": "g" }, "list": [1] });
        let Value::Object(patch) = json!({ "a": "z", "c": { "f": null }, "list": [2], "new": { "x": null, "y": 1 } }) else {
            unreachable!("the literal is an object")
        };
        merge(&mut value, &patch);
        assert_eq!(value, json!({ "a": "z", "c": { "d": "e" }, "list": [2], "new": { "y": 1 } }));
    }

    #[test]
    fn identifiers_look_like_the_example() {
        assert_eq!(identifiers(Some(&json!("agent_4b7c21")), "agents", 7)[0], json!("agent_0007"));
        assert_eq!(identifiers(Some(&json!("agent_4b7c21")), "agents", 7)[1], json!("agent_000007"));
        assert_eq!(identifiers(None, "policies", 1)[0], json!("policy_0001"));
        let uuid = json!("9b2cf0a2-14a7-4b3e-9d9c-0f5d1c7b2a11");
        assert_eq!(identifiers(Some(&uuid), "agents", 1), [json!("00000000-0000-4000-8000-000000000001")]);
    }

    #[test]
    fn previous_values_go_by_two_names() {
        assert_eq!(previous_names("status"), ["previousStatus", "previous_status"]);
    }
}
