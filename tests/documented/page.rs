//! `spec/documented/*.md` -> pages with their fields. What `conventions.md` says once is added to every page that it holds for.

use std::fs;
use std::path::Path;

use crate::field::{Field, Finding, Operation, Place, Value};

/// The text of a page, named like its file without the ending.
#[derive(Clone, Debug)]
pub(crate) struct PageText {
    pub(crate) name: String,
    pub(crate) text: String,
}

/// A published page: an operation as it is documented.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    pub(crate) name: String,
    pub(crate) operation: Operation,
}

/// The call that the page of conventions names instead of an operation's.
const EVERY_CALL: &str = "ANY /v1/*";

/// Reads the texts of all pages, sorted by name.
pub(crate) fn load(folder: &Path) -> Vec<PageText> {
    let entries = fs::read_dir(folder).expect("the folder of pages is there");
    let mut pages: Vec<_> = entries
        .map(|entry| {
            let path = entry.expect("the folder can be listed").path();
            let name = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
            PageText { name, text: fs::read_to_string(&path).expect("a page is text") }
        })
        .collect();
    pages.sort_by(|left, right| left.name.cmp(&right.name));
    pages
}

/// Reads the pages of operations, conventions included, and says where pages contradict one another.
///
/// Panics on what is no page: the test then names the page and the line.
pub(crate) fn read(texts: &[PageText]) -> (Vec<Page>, Vec<Finding>) {
    let pages: Vec<_> = texts.iter().map(parse).collect();
    let (conventions, mut pages): (Vec<_>, Vec<_>) = pages.into_iter().partition(|page| page.operation.call == EVERY_CALL);
    let mut findings = Vec::new();
    for convention in conventions.into_iter().flat_map(|page| page.operation.fields) {
        let (place, holds_for) = scope(&convention);
        let convention = Field { place, ..convention };
        let pages = pages.iter_mut().filter(|page| holds_for(page));
        findings.extend(pages.filter_map(|page| add_convention(page, &convention)));
    }
    (pages, findings)
}

/// Returns where a field of the conventions is sent, and which pages it holds for: the list above that page's table, as code.
fn scope(field: &Field) -> (Place, fn(&Page) -> bool) {
    let every: fn(&Page) -> bool = |_| true;
    match (field.place, field.name.as_str()) {
        (Place::Security, "Api-Key") => (Place::Security, every),
        (Place::Header, "Idempotency-Key") => (Place::Header, |page| page.operation.call.starts_with("POST ")),
        (Place::Query, "limit" | "cursor") => (Place::Query, is_list),
        (Place::Response, "data" | "hasMore" | "cursor") => (Place::Response, is_list),
        (Place::Response, "error" | "retryAfter") => (Place::Error, every),
        (Place::Response, "Retry-After") => (Place::ErrorHeader, every),
        (place, name) => panic!("conventions: {place} `{name}` is new: say here which operations it holds for"),
    }
}

/// A list answers pages of `data`.
fn is_list(page: &Page) -> bool {
    page.operation.fields.iter().any(|field| field.place == Place::Response && field.name == "data")
}

fn add_convention(page: &mut Page, convention: &Field) -> Option<Finding> {
    let Some(own) = page.operation.fields.iter().find(|field| field.is(convention)) else {
        page.operation.fields.push(convention.clone());
        return None;
    };
    (own != convention).then(|| Finding {
        page: page.name.clone(),
        field: format!("{} `{}`", own.place, own.name),
        problem: "is documented in another way by the page of conventions".to_owned(),
    })
}

fn parse(page: &PageText) -> Page {
    let mut call = None;
    let mut fields = Vec::new();
    for (index, line) in page.text.lines().enumerate() {
        let problem = |what: &str| -> ! { panic!("{}.md:{}: {what}: {line}", page.name, index + 1) };
        if let Some(row) = line.strip_prefix('|') {
            if row.starts_with(" `") {
                fields.push(parse_row(row).unwrap_or_else(|what| problem(what)));
            } else if !row.starts_with(" Field | In | Type | Required | Values |") && !row.starts_with(" ---") {
                problem("neither the head of the table nor a field in backticks");
            }
        } else if call.is_none() && line.starts_with('`') {
            call = Some(unquoted(line).unwrap_or_else(|| problem("no call in backticks")).to_owned());
        }
    }
    let call = call.unwrap_or_else(|| panic!("{}.md names no call", page.name));
    Page { name: page.name.clone(), operation: Operation { call, fields } }
}

fn parse_row(row: &str) -> Result<Field, &'static str> {
    // A type such as `string | null` has its bar escaped.
    let row = row.replace("\\|", "\u{0}");
    let cells: Vec<_> = row.split('|').map(|cell| cell.trim().replace('\u{0}', "|")).collect();
    let [name, place, ty, required, values, end] = cells.as_slice() else { return Err("not five cells") };
    if !end.is_empty() {
        return Err("something after the last cell");
    }
    let ty = unquoted(ty).ok_or("a type without backticks")?;
    Ok(Field {
        place: parse_place(place).ok_or("an unknown place")?,
        name: unquoted(name).ok_or("a name without backticks")?.to_owned(),
        ty: ty.to_owned(),
        required: parse_required(required).ok_or("neither yes nor no")?,
        values: parse_values(values).ok_or("values without backticks")?,
        shown: ty.to_owned(),
    })
}

fn parse_place(text: &str) -> Option<Place> {
    let places = [Place::Security, Place::Path, Place::Query, Place::Header, Place::Body, Place::Response];
    places.into_iter().find(|place| place.to_string() == text)
}

fn parse_required(text: &str) -> Option<bool> {
    match text {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

fn parse_values(text: &str) -> Option<Vec<Value>> {
    if text.is_empty() {
        return Some(Vec::new());
    }
    text.split(", ").map(|value| unquoted(value).map(Value::new)).collect()
}

fn unquoted(text: &str) -> Option<&str> {
    text.strip_prefix('`')?.strip_suffix('`')
}
