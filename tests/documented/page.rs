//! `spec/documented/*.md` -> pages with their fields. What `conventions.md` says once is added to every page that it holds for.

use std::fs;
use std::path::Path;

use bindery_validator::docs;
use bindery_validator::docs::claim::{Location, Reading};

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
    let Reading { pages, problems, .. } = docs::page::read(&page.text);
    assert!(problems.is_empty(), "{}.md has lines that are not understood: {problems:?}", page.name);
    let [read] = pages.as_slice() else { panic!("{}.md is not one page", page.name) };
    let call = read.call.as_ref().unwrap_or_else(|| panic!("{}.md names no call", page.name)).value.to_string();
    let fields = read.sections.iter().flat_map(|section| {
        let place =
            place(&section.location).unwrap_or_else(|| panic!("{}.md: an unknown place: {}", page.name, section.location));
        docs::rows(&section.all_fields()).into_iter().map(move |(name, read)| field(place, name, read))
    });
    Page { name: page.name.clone(), operation: Operation { call, fields: fields.collect() } }
}

fn place(location: &Location) -> Option<Place> {
    Some(match location {
        Location::Security => Place::Security,
        Location::Path => Place::Path,
        Location::Query => Place::Query,
        Location::Header => Place::Header,
        Location::Body => Place::Body,
        Location::Response(None) => Place::Response,
        Location::Cookie | Location::Response(Some(_)) | Location::ResponseHeader(_) => return None,
    })
}

/// A field that is not said to be required is not: published pages mark those that are.
fn field(place: Place, name: String, read: &docs::claim::Field<usize>) -> Field {
    let ty = read.ty.as_ref().map_or_else(|| "unsaid".to_owned(), |ty| ty.value.to_string());
    let values = read.values.iter().flat_map(|values| &values.value).map(|value| Value::new(value));
    Field {
        place,
        name,
        required: read.required.as_ref().is_some_and(|required| required.value),
        values: values.collect(),
        shown: ty.clone(),
        ty,
    }
}
