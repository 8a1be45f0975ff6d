//! The operations of two documents -> what changes between them: paths, parameters, bodies, answers.

use std::collections::{HashMap, HashSet};

use bindery::source::Origin;
use bindery::spec::{Document, Encoding, Header, MediaType, Operation, ParameterEncoding, RequestBody, Response, StatusPattern};

use super::change::{Verdict, Ways};
use super::draft::{Draft, base_spot, revision_spot};
use super::links;
use super::parameters::{self, encoding};
use super::rest;
use super::security;
use super::walk::Walk;
use super::words;
use crate::rule;

use Verdict::{Breaking, Compatible, Unknown};

/// Compares all operations.
pub(super) fn compare(walk: &mut Walk<'_>) {
    let (base, revision) = (walk.base, walk.revision);
    let matches = matched(base, revision);
    let taken: HashSet<usize> = matches.iter().flatten().copied().collect();
    let mut paths = HashSet::new();
    for (old, at) in base.operations.iter().zip(&matches) {
        match at {
            Some(at) => {
                let new = &revision.operations[*at];
                operation(walk, old, new);
                let items = (item_of(old), item_of(new));
                if paths.insert(items.clone()) {
                    words::of_path(walk, &items.0, &items.1, &old.path);
                }
            }
            None => {
                walk.enter(label(old), vec![base_spot(&label(old))]);
                let draft = Draft::new(&rule::OPERATION_REMOVED, Some(&old.origin), None, format!("{} is gone", label(old)));
                walk.add(draft.request(Breaking));
            }
        }
    }
    for (_, new) in revision.operations.iter().enumerate().filter(|(at, _)| !taken.contains(at)) {
        walk.enter(label(new), vec![revision_spot(&label(new))]);
        let draft = Draft::new(&rule::OPERATION_ADDED, None, Some(&new.origin), format!("{} is new", label(new)));
        walk.add(draft.request(Compatible));
    }
}

/// Returns where the path item of an operation is.
fn item_of(operation: &Operation) -> Origin {
    let Origin { document, pointer } = &operation.origin;
    let holder = pointer.parent().unwrap_or_else(|| pointer.clone());
    // An operation of a method of its own stands a level deeper (OpenAPI 3.2.0, "Path Item Object").
    let item = holder.parent().filter(|_| holder.as_str().ends_with("/additionalOperations"));
    Origin { document: *document, pointer: item.unwrap_or(holder) }
}

/// Writes an operation as `GET /pets/{id}`.
pub(super) fn label(operation: &Operation) -> String {
    super::subject::of_operation(&operation.method, &operation.path)
}

/// Finds the operation of the revision for each of the base: by method and path, then by `operationId`.
fn matched(base: &Document, revision: &Document) -> Vec<Option<usize>> {
    let key = |operation: &Operation| (operation.method.clone(), nameless(&operation.path));
    let by_path: HashMap<_, _> = revision.operations.iter().enumerate().map(|(at, it)| (key(it), at)).collect();
    let mut matches: Vec<_> = base.operations.iter().map(|it| by_path.get(&key(it)).copied()).collect();
    let taken: HashSet<usize> = matches.iter().flatten().copied().collect();
    let free = revision.operations.iter().enumerate().filter(|(at, _)| !taken.contains(at));
    let by_id: HashMap<_, _> = free.filter_map(|(at, it)| Some((it.operation_id.as_deref()?, at))).collect();
    for (old, at) in base.operations.iter().zip(&mut matches).filter(|(_, at)| at.is_none()) {
        *at = old.operation_id.as_deref().and_then(|id| by_id.get(id)).copied();
    }
    matches
}

/// The names of placeholders are nothing that goes over the wire.
fn nameless(path: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for character in path.chars() {
        match character {
            '{' => {
                inside = true;
                text.push_str("{}");
            }
            '}' => inside = false,
            _ if inside => {}
            other => text.push(other),
        }
    }
    text
}

fn operation(walk: &mut Walk<'_>, old: &Operation, new: &Operation) {
    walk.enter(label(old), vec![base_spot(&label(old)), revision_spot(&label(new))]);
    let places = (Some(&old.origin), Some(&new.origin));
    let draft = |rule, message: String| Draft::new(rule, places.0, places.1, message);
    if (&old.method, nameless(&old.path)) != (&new.method, nameless(&new.path)) {
        walk.add(draft(&rule::PATH_CHANGED, format!("it is {} now", label(new))).request(Breaking));
    }
    if old.operation_id != new.operation_id {
        let name = |id: &Option<String>| id.as_ref().map_or_else(|| "none".to_owned(), |id| format!("`{id}`"));
        let message = format!("the operationId was {} and is {}", name(&old.operation_id), name(&new.operation_id));
        walk.add(draft(&rule::OPERATION_RENAMED, message).request(Compatible));
    }
    if old.deprecated != new.deprecated {
        let message = if new.deprecated { "it is deprecated" } else { "it is not deprecated any more" };
        walk.add(draft(&rule::DEPRECATED, message.to_owned()).request(Compatible));
    }
    words::of_operation(walk, old, new);
    parameters::compare(walk, old, new);
    body(walk, old, new);
    responses(walk, old, new);
    security::of_operation(walk, old, new);
    security::servers(walk, (&old.servers, Some(&old.origin)), (&new.servers, Some(&new.origin)));
}

/// Media types are compared whatever the case and the spaces (RFC 9110, section 8.3.1).
pub(super) fn essence(name: &str) -> String {
    name.chars().filter(|it| !it.is_whitespace()).collect::<String>().to_ascii_lowercase()
}

fn body(walk: &mut Walk<'_>, old: &Operation, new: &Operation) {
    match (&old.request_body, &new.request_body) {
        (None, None) => {}
        (Some(body), None) => {
            let draft = Draft::new(&rule::BODY_REMOVED, Some(&body.origin), Some(&new.origin), "the request body is gone");
            walk.add(draft.request(Unknown));
        }
        (None, Some(body)) => {
            let sort = if body.required { "required" } else { "optional" };
            let message = format!("{sort} request body is new");
            let draft = Draft::new(&rule::BODY_ADDED, Some(&old.origin), Some(&body.origin), message);
            walk.add(draft.request(if body.required { Breaking } else { Compatible }));
        }
        (Some(old), Some(new)) => both_bodies(walk, old, new),
    }
}

fn both_bodies(walk: &mut Walk<'_>, old: &RequestBody, new: &RequestBody) {
    let draft = |rule, message| Draft::new(rule, Some(&old.origin), Some(&new.origin), message);
    match (old.required, new.required) {
        (false, true) => walk.add(draft(&rule::BODY_REQUIRED, "the request body is required").request(Breaking)),
        (true, false) => {
            walk.add(draft(&rule::BODY_OPTIONAL, "the request body is not required any more").request(Compatible));
        }
        _ => {}
    }
    let words = ((&old.origin, old.description.as_deref(), &[][..]), (&new.origin, new.description.as_deref(), &[][..]));
    words::of_part(walk, words.0, words.1, "the request body", rest::REQUEST_BODY);
    contents(walk, (&old.content, &old.origin), (&new.content, &new.origin), Ways::REQUEST);
}

/// The media types of a body, and the place of the body.
type Contents<'a> = (&'a [MediaType], &'a Origin);

fn contents(walk: &mut Walk<'_>, (old, old_place): Contents<'_>, (new, new_place): Contents<'_>, ways: Ways) {
    let verdict = |request: Verdict, response: Verdict, draft: Draft| {
        let mut draft = draft.request(request).response(response);
        draft.wire = draft.wire.within(ways);
        draft
    };
    for media in old {
        let Some(other) = new.iter().find(|it| essence(&it.name) == essence(&media.name)) else {
            let message = format!("{} is gone from the {}", media.name, body_name(ways));
            let draft = Draft::new(&rule::MEDIA_TYPE_REMOVED, Some(&media.origin), Some(new_place), message);
            walk.add(verdict(Breaking, Breaking, draft.about(&media.name)));
            continue;
        };
        let draft = |message: String| {
            Draft::new(&rule::BODY_SCHEMA_CHANGED, Some(&media.origin), Some(&other.origin), message).about(&media.name)
        };
        match (media.schema, other.schema) {
            (Some(old), Some(new)) => walk.follow(old, new, ways, None),
            (None, Some(_)) => {
                walk.add(verdict(Breaking, Compatible, draft(format!("{} has a schema in the {}", other.name, body_name(ways)))));
            }
            (Some(_), None) => {
                let message = format!("{} has no schema any more in the {}", other.name, body_name(ways));
                walk.add(verdict(Compatible, Breaking, draft(message)));
            }
            (None, None) => {}
        }
        fields(walk, media, other, ways);
        let words = ((&media.origin, None, media.examples.as_slice()), (&other.origin, None, other.examples.as_slice()));
        words::of_part(walk, words.0, words.1, &format!("{} in the {}", media.name, body_name(ways)), rest::MEDIA_TYPE);
    }
    for media in new.iter().filter(|media| !old.iter().any(|it| essence(&it.name) == essence(&media.name))) {
        let message = format!("{} is new in the {}", media.name, body_name(ways));
        let draft = Draft::new(&rule::MEDIA_TYPE_ADDED, Some(old_place), Some(&media.origin), message);
        walk.add(verdict(Compatible, Compatible, draft.about(&media.name)));
    }
}

/// Compares how the fields of a form are written, where it is said.
fn fields(walk: &mut Walk<'_>, old: &MediaType, new: &MediaType, ways: Ways) {
    let said = |media: &MediaType, name: &str| media.encoding(name).and_then(|it| it.written.clone());
    let mut names: Vec<_> = old.encodings.iter().chain(&new.encodings).map(|it| it.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    for name in names {
        parts(walk, (old, new), name, ways);
        let (before, after) = (said(old, name), said(new, name));
        if before == after {
            continue;
        }
        let words = |it: &Option<ParameterEncoding>| it.as_ref().map_or_else(|| "usual".to_owned(), encoding);
        let message = format!("the field `{name}` of {} was written as {} and is as {}", old.name, words(&before), words(&after));
        let mut draft = Draft::new(&rule::ENCODING_CHANGED, Some(&old.origin), Some(&new.origin), message)
            .about(format!("{} {name}", old.name))
            .request(Breaking)
            .response(Breaking);
        draft.wire = draft.wire.within(ways);
        walk.add(draft);
    }
}

/// Compares the headers of a part, and what else is said of how it is written.
fn parts<'m>(walk: &mut Walk<'_>, (old, new): (&'m MediaType, &'m MediaType), name: &str, ways: Ways) {
    let (before, after) = (old.encoding(name), new.encoding(name));
    let side = |encoding: Option<&'m Encoding>, media: &'m MediaType| {
        encoding.map_or((&[][..], &media.origin), |it| (it.headers.as_slice(), &it.origin))
    };
    headers(walk, side(before, old), side(after, new), &format!("`{name}`"), ways);
    if let (Some(before), Some(after)) = (before, after) {
        let words = ((&before.origin, None, &[][..]), (&after.origin, None, &[][..]));
        words::of_part(walk, words.0, words.1, &format!("the part `{name}`"), rest::ENCODING);
    }
}

fn body_name(ways: Ways) -> &'static str {
    if ways.request { "request body" } else { "answer" }
}

fn responses(walk: &mut Walk<'_>, old: &Operation, new: &Operation) {
    for response in &old.responses {
        match new.responses.iter().find(|it| it.status == response.status) {
            Some(other) => both_responses(walk, response, other),
            None => {
                let message = format!("the answer {} is gone", status(response.status));
                let draft = Draft::new(&rule::STATUS_REMOVED, Some(&response.origin), Some(&new.origin), message);
                let verdict = if is_success(response.status) { Breaking } else { Compatible };
                walk.add(draft.also(&status(response.status)).about(status(response.status)).response(verdict));
            }
        }
    }
    for response in new.responses.iter().filter(|it| !old.responses.iter().any(|other| other.status == it.status)) {
        let message = format!("the answer {} is new", status(response.status));
        let draft = Draft::new(&rule::STATUS_ADDED, Some(&old.origin), Some(&response.origin), message);
        let verdict = if is_success(response.status) { Breaking } else { Unknown };
        walk.add(draft.also(&status(response.status)).about(status(response.status)).response(verdict));
    }
}

pub(super) fn status(status: StatusPattern) -> String {
    match status {
        StatusPattern::Code(code) => code.to_string(),
        StatusPattern::Range(digit) => format!("{digit}XX"),
        StatusPattern::Default => "default".to_owned(),
    }
}

fn is_success(status: StatusPattern) -> bool {
    matches!(status, StatusPattern::Code(100..400) | StatusPattern::Range(1..4))
}

fn both_responses(walk: &mut Walk<'_>, old: &Response, new: &Response) {
    contents(walk, (&old.content, &old.origin), (&new.content, &new.origin), Ways::RESPONSE);
    links::compare(walk, old, new);
    let of = status(old.status);
    let words = ((&old.origin, Some(old.description.as_str()), &[][..]), (&new.origin, Some(new.description.as_str()), &[][..]));
    words::of_part(walk, words.0, words.1, &format!("the answer {of}"), rest::RESPONSE);
    headers(walk, (&old.headers, &old.origin), (&new.headers, &new.origin), &of, Ways::RESPONSE);
}

/// Headers, and the place of what they belong to.
type Headers<'a> = (&'a [Header], &'a Origin);

/// Compares the headers of answers, or of the parts of a body.
fn headers(walk: &mut Walk<'_>, (old, old_place): Headers<'_>, (new, new_place): Headers<'_>, of: &str, ways: Ways) {
    let about = |header: &Header| format!("{of} {}", header.name.to_ascii_lowercase());
    let holder = if ways.request { format!("the part {of}") } else { format!("the answer {of}") };
    let judged = |draft: Draft, request: Verdict, response: Verdict| {
        let mut draft = draft.request(request).response(response);
        draft.wire = draft.wire.within(ways);
        draft
    };
    for header in old {
        let Some(other) = new.iter().find(|it| it.name.eq_ignore_ascii_case(&header.name)) else {
            let message = format!("header `{}` is gone from {holder}", header.name);
            let draft = Draft::new(&rule::HEADER_REMOVED, Some(&header.origin), Some(new_place), message);
            let verdict = if header.required { Breaking } else { Unknown };
            walk.add(judged(draft.about(about(header)), Unknown, verdict));
            continue;
        };
        let draft =
            |rule, message: String| Draft::new(rule, Some(&header.origin), Some(&other.origin), message).about(about(header));
        match (header.required, other.required) {
            (true, false) => {
                let message = format!("header `{}` of {holder} is not required any more", header.name);
                walk.add(judged(draft(&rule::HEADER_OPTIONAL, message), Compatible, Breaking));
            }
            (false, true) => {
                let message = format!("header `{}` of {holder} is always there", header.name);
                walk.add(judged(draft(&rule::HEADER_REQUIRED, message), Breaking, Compatible));
            }
            _ => {}
        }
        if header.deprecated != other.deprecated {
            let word = if other.deprecated { "deprecated" } else { "not deprecated any more" };
            walk.add(judged(draft(&rule::DEPRECATED, format!("header `{}` is {word}", header.name)), Compatible, Compatible));
        }
        let words =
            ((&header.origin, header.description.as_deref(), &[][..]), (&other.origin, other.description.as_deref(), &[][..]));
        words::of_part(walk, words.0, words.1, &format!("header `{}` of {holder}", header.name), rest::HEADER);
        walk.follow(header.schema, other.schema, ways, None);
    }
    for header in new.iter().filter(|it| !old.iter().any(|other| other.name.eq_ignore_ascii_case(&it.name))) {
        let message = format!("header `{}` is new in {holder}", header.name);
        let draft = Draft::new(&rule::HEADER_ADDED, Some(old_place), Some(&header.origin), message);
        let verdict = if header.required { Breaking } else { Compatible };
        walk.add(judged(draft.about(about(header)), verdict, Compatible));
    }
}
