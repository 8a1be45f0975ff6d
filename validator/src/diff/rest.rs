//! What the objects of a description say besides what is compared field by field -> the names of what changes.
//!
//! It is read where it is written, so that a field which the normal form has no place for, and an extension, never changes in silence.

use bindery::source::Origin;
use serde_json::{Map, Value};

use super::walk::Walk;

/// Fields of an object that others compare, or words do by their normal form.
pub(super) type Compared = &'static [&'static str];

pub(super) const ROOT: Compared =
    &["$self", "components", "info", "jsonSchemaDialect", "openapi", "paths", "security", "servers", "tags", "webhooks"];
pub(super) const INFO: Compared = &["title", "version"];
pub(super) const SERVER: Compared = &["url", "variables"];
pub(super) const SERVER_VARIABLE: Compared = &["default", "enum"];
pub(super) const PARAMETER: Compared = &["content", "deprecated", "explode", "in", "name", "required", "schema", "style"];
pub(super) const REQUEST_BODY: Compared = &["content", "required"];
pub(super) const MEDIA_TYPE: Compared = &["encoding", "itemSchema", "schema"];
pub(super) const ENCODING: Compared = &["contentType", "explode", "headers", "style"];
pub(super) const RESPONSE: Compared = &["content", "headers", "links"];
pub(super) const HEADER: Compared = &["content", "deprecated", "required", "schema"];
pub(super) const SECURITY_SCHEME: Compared = &["flows", "in", "name", "oauth2MetadataUrl", "openIdConnectUrl", "scheme", "type"];
pub(super) const PATH_ITEM: Compared = &[
    "$ref",
    "additionalOperations",
    "delete",
    "get",
    "head",
    "options",
    "parameters",
    "patch",
    "post",
    "put",
    "query",
    "servers",
    "trace",
];

/// Fields of the value of an example, which words compare by the normal form.
const VALUES: [&str; 2] = ["dataValue", "value"];

/// Lists what differs between two objects, apart from fields that are compared elsewhere, and from those that are words of every object.
pub(super) fn differing(walk: &Walk<'_>, places: (&Origin, &Origin), compared: Compared) -> Vec<String> {
    let Some((old, new)) = objects(walk, places) else { return Vec::new() };
    let elsewhere = |key: &str| compared.contains(&key) || ["description", "example", "examples"].contains(&key);
    let mut differ = between(old, new, elsewhere, called);
    differ.extend((!same_examples(old, new)).then(|| "words of examples".to_owned()));
    differ
}

/// Lists the extensions that differ between two objects whose other keys are names.
pub(super) fn extensions(walk: &Walk<'_>, places: (&Origin, &Origin)) -> Vec<String> {
    objects(walk, places).map(|(old, new)| between(old, new, |key| !key.starts_with("x-"), called)).unwrap_or_default()
}

/// Tells whether a field of two objects differs; one that is not there is as one that says nothing.
pub(super) fn differs(walk: &Walk<'_>, (old, new): (&Origin, &Origin), field: &str) -> bool {
    let at = |tree: &Value, origin: &Origin| tree.pointer(origin.pointer.as_str()).and_then(|node| node.get(field)).cloned();
    at(walk.trees.0, old) != at(walk.trees.1, new)
}

/// Lists the tags that are described differently, came, or went.
pub(super) fn tags(walk: &Walk<'_>) -> Vec<String> {
    let (old, new) = (described_tags(walk.trees.0), described_tags(walk.trees.1));
    between(&old, &new, |_| false, |name| format!("tag `{name}`"))
}

fn described_tags(tree: &Value) -> Map<String, Value> {
    let tags = tree.get("tags").and_then(Value::as_array).into_iter().flatten();
    tags.filter_map(|tag| Some((tag.get("name")?.as_str()?.to_owned(), tag.clone()))).collect()
}

/// Tells whether what tokens are had by differs between two security schemes, words and extensions apart.
pub(super) fn other_tokens(walk: &Walk<'_>, places: (&Origin, &Origin)) -> bool {
    let Some((old, new)) = objects(walk, places) else { return false };
    let urls = ["openIdConnectUrl", "oauth2MetadataUrl"].iter().any(|field| old.get(*field) != new.get(*field));
    urls || old.get("flows").map(without_words) != new.get("flows").map(without_words)
}

/// Says that the words of the flows differ, where nothing else of them does.
pub(super) fn words_of_flows(walk: &Walk<'_>, places: (&Origin, &Origin)) -> Option<String> {
    (differs(walk, places, "flows") && !other_tokens(walk, places)).then(|| "words of the flows".to_owned())
}

/// Returns flows without extensions, and without what their scopes say to people.
fn without_words(flows: &Value) -> Value {
    let Value::Object(map) = flows else { return flows.clone() };
    let kept = map.iter().filter(|(key, _)| !key.starts_with("x-")).map(|(key, value)| match value {
        Value::Object(scopes) if key == "scopes" => {
            (key.clone(), scopes.keys().map(|name| (name.clone(), Value::Null)).collect())
        }
        value => (key.clone(), without_words(value)),
    });
    Value::Object(kept.collect())
}

/// An object as it is written.
pub(super) type Object<'a> = &'a Map<String, Value>;

fn objects<'a>(walk: &Walk<'a>, places: (&Origin, &Origin)) -> Option<(Object<'a>, Object<'a>)> {
    let at = |tree: &'a Value, origin: &Origin| tree.pointer(origin.pointer.as_str())?.as_object();
    at(walk.trees.0, places.0).zip(at(walk.trees.1, places.1))
}

/// Lists what differs between two objects, by what it is called, apart from keys that are compared elsewhere.
pub(super) fn between(
    old: Object<'_>,
    new: Object<'_>,
    is_elsewhere: impl Fn(&str) -> bool,
    called: impl Fn(&str) -> String,
) -> Vec<String> {
    let come = new.keys().filter(|key| !old.contains_key(*key));
    let keys = old.keys().chain(come).filter(|key| !is_elsewhere(key));
    keys.filter(|key| old.get(*key) != new.get(*key)).map(|key| called(key)).collect()
}

/// Returns what people call a field.
pub(super) fn called(key: &str) -> String {
    match key {
        "externalDocs" => "link to more".to_owned(),
        "termsOfService" => "terms of service".to_owned(),
        "contact" | "description" | "license" | "summary" => key.to_owned(),
        _ if key.starts_with("x-") => format!("extension `{key}`"),
        _ => format!("field `{key}`"),
    }
}

/// Tells whether two objects have the same examples, values apart. Of those that are references that is not asked.
fn same_examples(old: Object<'_>, new: Object<'_>) -> bool {
    let examples = |object: Object<'_>| object.get("examples").and_then(Value::as_object).cloned();
    let (Some(old), Some(new)) = (examples(old), examples(new)) else { return true };
    let plain = |example: &Value| {
        let mut example = example.as_object().filter(|example| !example.contains_key("$ref"))?.clone();
        example.retain(|key, _| !VALUES.contains(&key.as_str()));
        Some(example)
    };
    old.keys().eq(new.keys())
        && old.values().zip(new.values()).all(|(old, new)| plain(old).zip(plain(new)).is_none_or(|(old, new)| old == new))
}
