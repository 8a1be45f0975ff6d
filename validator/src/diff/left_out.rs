//! What stands in a schema and has no place in the normal form -> what changes of it: what a text holds, how values are written as XML, and
//! where values with an unknown tag lead.
//!
//! It is read where it is written.

use bindery::spec::{Document, MediaType, SchemaId};
use serde_json::Value;

use super::change::Verdict;
use super::schemas::Pair;
use crate::rule;

/// A description, and what is written in it.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    pub(super) document: &'a Document,
    pub(super) tree: &'a Value,
}

impl<'a> Side<'a> {
    /// Returns what a schema says with a keyword.
    pub(super) fn said(self, id: SchemaId, keyword: &str) -> Option<&'a Value> {
        self.tree.pointer(self.document.schemas[id].origin.pointer.as_str())?.get(keyword)
    }

    fn all(self, ids: &[SchemaId], keyword: &str) -> Vec<&'a Value> {
        ids.iter().filter_map(|id| self.said(*id, keyword)).collect()
    }
}

/// Compares what texts hold. To hold a text against it is up to whoever reads it (JSON Schema 2020-12, Validation, section 8.1).
pub(super) fn contents(pair: &mut Pair<'_>) {
    let is_told = pair.base.formats != pair.revision.formats;
    for keyword in ["contentEncoding", "contentMediaType", "contentSchema"] {
        let (old, new) = (pair.sides.0.all(&pair.base.parts, keyword), pair.sides.1.all(&pair.revision.parts, keyword));
        // Base64 is a format of the normal form.
        let is_format = |said: &[&Value]| said.iter().any(|it| it.as_str().is_some_and(|it| it.eq_ignore_ascii_case("base64")));
        if old == new || is_told && keyword == "contentEncoding" && (is_format(&old) || is_format(&new)) {
            continue;
        }
        let message = match keyword {
            "contentSchema" => format!("`{keyword}` says something else"),
            _ => format!("`{keyword}` was {} and is {}", listed(&old), listed(&new)),
        };
        let draft = pair.draft(&rule::FORMAT_CHANGED, message).about(keyword);
        pair.drafts.push(draft.request(Verdict::Unknown).response(Verdict::Unknown));
    }
}

fn listed(said: &[&Value]) -> String {
    let text = |value: &&Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    match said {
        [] => "none".to_owned(),
        said => said.iter().map(|value| format!("`{}`", text(value))).collect::<Vec<_>>().join(" and "),
    }
}

/// Compares how values are written as XML. Returns whether that is other words only, because nobody writes XML.
pub(super) fn xml(pair: &mut Pair<'_>, own: (&[SchemaId], &[SchemaId])) -> bool {
    let (old, new) = (pair.sides.0.all(own.0, "xml"), pair.sides.1.all(own.1, "xml"));
    if old == new {
        return false;
    }
    if !has_xml(pair.documents.0) && !has_xml(pair.documents.1) {
        return true;
    }
    // Whether these values are sent as XML, or only others are, is not followed.
    let draft = pair.draft(&rule::XML_CHANGED, "it is written differently as XML");
    pair.drafts.push(draft.request(Verdict::Unknown).response(Verdict::Unknown));
    false
}

fn has_xml(document: &Document) -> bool {
    let is_xml = |media: &MediaType| media.name.to_ascii_lowercase().contains("xml");
    document.operations.iter().any(|operation| {
        let sent = operation.request_body.iter().flat_map(|body| &body.content);
        let answered = operation.responses.iter().flat_map(|response| &response.content);
        sent.chain(answered).any(is_xml)
    })
}

/// Compares what values with an unknown tag, or none, are taken for (OpenAPI 3.2.0, "Discriminator Object").
pub(super) fn default_mapping(pair: &mut Pair<'_>, old: SchemaId, new: SchemaId) {
    let said = |side: Side<'_>, id: SchemaId| Some(side.said(id, "discriminator")?.get("defaultMapping")?.as_str()?.to_owned());
    let (before, after) = (said(pair.sides.0, old), said(pair.sides.1, new));
    if before != after {
        let name = |target: &Option<String>| {
            let name = |target: &String| format!("`{}`", target.rsplit('/').next().unwrap_or(target));
            target.as_ref().map_or_else(|| "none of the branches".to_owned(), name)
        };
        let message = format!("without a known tag a value was {} and is {}", name(&before), name(&after));
        let draft = pair.draft(&rule::DISCRIMINATOR_CHANGED, message).about("defaultMapping");
        pair.drafts.push(draft.request(Verdict::Unknown).response(Verdict::Unknown));
    }
}
