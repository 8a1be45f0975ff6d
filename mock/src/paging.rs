//! The usual ways to page through a list: which parameters ask for a page, and which properties of the answer tell of it.
//!
//! A cursor is opaque to clients: a number of `store`, encoded.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bindery::spec::{Document, Operation, ParameterLocation};
use serde_json::{Value, json};

use crate::draft::Draft;
use crate::parameters::Parameters;
use crate::store::{Page, Window};

/// Parameters that say how many items a page has.
const LIMIT: [&str; 5] = ["limit", "per_page", "perPage", "page_size", "pageSize"];
/// Parameters that say where a page starts: what the page before it gave.
const CURSOR: [&str; 4] = ["cursor", "after", "page_token", "pageToken"];
/// Parameters that say how many items to pass over.
const OFFSET: [&str; 2] = ["offset", "skip"];
/// Parameters that say which page it is, counted from 1.
const PAGE: [&str; 2] = ["page", "page_number"];
/// Properties that give the cursor of the next page.
const NEXT: [&str; 6] = ["cursor", "nextCursor", "next_cursor", "nextPageToken", "next_page_token", "next"];
/// Properties that tell whether another page follows.
const MORE: [&str; 2] = ["hasMore", "has_more"];
/// Properties that tell how many items there are in all.
const TOTAL: [&str; 3] = ["total", "totalCount", "total_count"];

/// How many items a page has where neither the request nor the description says it.
const DEFAULT_LIMIT: usize = 20;

/// What a cursor begins with before it is encoded.
const MARK: &str = "after:";

/// Reads which items a request asks for; all of them, if the operation describes no limit.
pub(crate) fn window(document: &Document, operation: &Operation, parameters: &Parameters) -> Result<Window, String> {
    let number = |names: &[&str]| find(parameters, names).and_then(|(_, value)| usize_of(value));
    let described = operation
        .parameters
        .iter()
        .find(|parameter| parameter.location == ParameterLocation::Query && LIMIT.contains(&parameter.name.as_str()));
    let default = described
        .map(|parameter| document.schemas[parameter.schema].default.as_ref().and_then(usize_of).unwrap_or(DEFAULT_LIMIT));
    let limit = number(&LIMIT).or(default).unwrap_or(usize::MAX);
    let after = match find(parameters, &CURSOR) {
        Some((name, value)) => decode(value).ok_or_else(|| format!("`{name}` (query): is not a cursor of this list"))?,
        None => 0,
    };
    let pages = number(&PAGE).unwrap_or(1).saturating_sub(1);
    Ok(Window { after, skip: number(&OFFSET).unwrap_or_default().saturating_add(pages.saturating_mul(limit)), limit })
}

/// Writes into the answer whether and where the list goes on. On the last page the cursor is null, or absent where null is not allowed.
pub(crate) fn describe(draft: &mut Draft<'_>, page: &Page) {
    for name in MORE {
        let _ = draft.describes_exactly(name) && draft.set(name, &json!(page.next.is_some()));
    }
    for name in TOTAL {
        let _ = draft.describes_exactly(name) && draft.set(name, &json!(page.total));
    }
    for name in NEXT.into_iter().filter(|name| draft.describes_exactly(name)).collect::<Vec<_>>() {
        let _ = match page.next {
            Some(number) => draft.set(name, &json!(encode(number))),
            None => draft.set(name, &Value::Null) || draft.remove(name) || draft.set(name, &json!("")),
        };
    }
}

fn find<'a>(parameters: &'a Parameters, names: &[&'a str]) -> Option<(&'a str, &'a Value)> {
    names.iter().find_map(|name| Some((*name, parameters.get(ParameterLocation::Query, name)?)))
}

fn usize_of(value: &Value) -> Option<usize> {
    usize::try_from(value.as_u64()?).ok()
}

fn encode(number: u64) -> String {
    URL_SAFE_NO_PAD.encode(format!("{MARK}{number}"))
}

fn decode(value: &Value) -> Option<u64> {
    let text = String::from_utf8(URL_SAFE_NO_PAD.decode(value.as_str()?).ok()?).ok()?;
    text.strip_prefix(MARK)?.parse().ok()
}
