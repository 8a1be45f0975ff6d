//! The samples of a page, against the operation: is the call of curl a valid request, and the JSON a valid answer?
//!
//! Reference pages fill samples with placeholders, which stand for any value of their type: `"<string>"`, `123`, `<api-key>`.

use bindery::source::Origin;
use bindery::spec::{Document, Operation};
use serde_json::Value;

use super::claim::{Field, Location, Sample, SampleKind, WHOLE};
use super::compare::Side;
use super::described::{DescribedField, DescribedSection};
use super::page::Request;
use crate::finding::Finding;
use crate::rule;
use crate::wire::media::is_json;

/// Checks a sample. What the comparison has found already is not said again: `known` tells whether a field of a location differs.
pub(super) fn check(
    side: &Side<'_>,
    sample: &Sample,
    (document, operation): (&Document, &Operation),
    sections: &[DescribedSection],
    known: &dyn Fn(&Location, &str) -> bool,
) -> Vec<Finding> {
    let mut check = Check { side, sample, document, sections, known, findings: Vec::new() };
    match sample.kind {
        SampleKind::Curl => check.curl(operation),
        SampleKind::Answer => check.answer(operation),
    }
    check.findings
}

struct Check<'a> {
    side: &'a Side<'a>,
    sample: &'a Sample,
    document: &'a Document,
    sections: &'a [DescribedSection],
    known: &'a dyn Fn(&Location, &str) -> bool,
    findings: Vec<Finding>,
}

impl Check<'_> {
    /// Reports a problem at the first line of the sample that has a text, else at its start.
    fn problem(&mut self, text: &str, message: String) {
        let offset = self.sample.text.lines().position(|line| !text.is_empty() && line.contains(text)).unwrap_or(0);
        let finding = self.side.finding(&rule::DOCS_SAMPLE, self.sample.line + offset, &["sample", &message], message.clone());
        self.findings.push(finding);
    }

    fn section(&self, wanted: impl Fn(&Location) -> bool) -> Option<&DescribedSection> {
        self.sections.iter().find(|section| wanted(&section.location))
    }

    fn curl(&mut self, operation: &Operation) {
        let Some(request) = Request::parse(&self.sample.text) else {
            return self.problem("", "the sample is no call of curl".to_owned());
        };
        if request.method() != operation.method {
            self.problem("--request", format!("the sample sends {}, not {}", request.method(), operation.method));
        }
        let (url, query) = request.url.split_once('?').unwrap_or((&request.url, ""));
        if !is_url_of(url, self.document, operation) {
            self.problem(url, format!("the sample is sent to `{url}`, not to `{}`", operation.path));
        }
        let query: Vec<&str> =
            query.split('&').filter_map(|pair| pair.split('=').next()).filter(|name| !name.is_empty()).collect();
        self.names(&Location::Query, &query);
        let headers: Vec<&str> = request.headers.iter().map(|(name, _)| name.as_str()).collect();
        self.names(&Location::Header, &headers);
        for option in &request.unknown {
            self.problem(option, format!("the option `{option}` of the sample is not understood"));
        }
        self.request_body(operation, &request);
    }

    /// Checks the names of parameters: each is described, and those that have to be there are.
    fn names(&mut self, location: &Location, names: &[&str]) {
        let fields = |wanted: &Location| {
            let section = self.section(|it| it == wanted);
            section.map_or(&[][..], |section| section.fields(self.document)).iter().map(|field| &field.own)
        };
        let is_sent = |field: &&Field<Origin>| field.sent.as_ref().is_some_and(|sent| sent.value == *location);
        let sent = fields(&Location::Security).filter(is_sent).map(|field| (&Location::Security, field));
        let described: Vec<_> = fields(location).map(|field| (location, field)).chain(sent).collect();
        let same = |left: &str, right: &str| match location {
            Location::Header => left.eq_ignore_ascii_case(right),
            _ => left == right || right.ends_with("[]") || left.starts_with(&format!("{right}[")),
        };
        let mut problems = Vec::new();
        for name in names {
            let is_general = ["content-type", "accept", "cookie"].contains(&name.to_ascii_lowercase().as_str());
            let is_described = described.iter().any(|(_, field)| same(name, &field.name));
            if !(is_described || (is_general && *location == Location::Header) || (self.known)(location, name)) {
                problems.push(((*name).to_owned(), format!("the {location} `{name}` of the sample is not described")));
            }
        }
        for (place, field) in described {
            let is_sent = names.iter().any(|name| same(name, &field.name));
            let is_required = field.required.as_ref().is_some_and(|required| required.value);
            if is_required && !is_sent && !(self.known)(place, &field.name) {
                problems.push((String::new(), format!("the sample lacks the {location} `{}`, which is required", field.name)));
            }
        }
        problems.into_iter().for_each(|(text, message)| self.problem(&text, message));
    }

    fn request_body(&mut self, operation: &Operation, request: &Request) {
        let described = operation.request_body.as_ref();
        let is_json = described.is_some_and(|body| body.content.first().is_some_and(|media| is_json(&media.name)));
        match (&request.body, described) {
            (Some(text), Some(_)) if is_json => match serde_json::from_str(text) {
                Ok(value) => self.body(|it| *it == Location::Body, &value),
                Err(error) => self.problem("--data", format!("the body of the sample is no JSON: {error}")),
            },
            (Some(_), None) => self.problem("--data", "the sample has a body, and the description none".to_owned()),
            (None, Some(body)) if body.required && request.form.is_empty() => {
                self.problem("", "the sample lacks a body, which is required".to_owned());
            }
            _ => {}
        }
    }

    fn answer(&mut self, operation: &Operation) {
        let success = super::described::success(operation);
        if let Ok(value) = serde_json::from_str(&self.sample.text) {
            self.body(|it| matches!(it, Location::Response(status) if *status == success), &value);
        }
    }

    fn body(&mut self, wanted: impl Fn(&Location) -> bool, value: &Value) {
        let Some(section) = self.sections.iter().find(|section| wanted(&section.location)) else { return };
        let known = |name: &str| (self.known)(&section.location, name);
        let mut body = Body { document: self.document, known: &known, problems: Vec::new() };
        match section.fields(self.document) {
            [whole] if whole.own.name == WHOLE => body.value(value, whole, ""),
            fields => body.object(value, fields, ""),
        }
        let problems = body.problems;
        problems.into_iter().for_each(|(name, message)| self.problem(&format!("\"{name}\""), message));
    }
}

/// The body of a sample.
struct Body<'a> {
    document: &'a Document,
    known: &'a dyn Fn(&str) -> bool,
    /// Each named by the property that it is about.
    problems: Vec<(String, String)>,
}

impl Body<'_> {
    fn problem(&mut self, name: impl Into<String>, message: String) {
        self.problems.push((name.into(), message));
    }

    fn object(&mut self, value: &Value, fields: &[DescribedField], prefix: &str) {
        let Some(object) = value.as_object() else {
            let name = prefix.trim_end_matches('.');
            return self.problem(name, format!("`{name}` of the sample is not an object"));
        };
        let others = fields.iter().find(|field| field.own.name == "*");
        for (name, value) in object {
            let whole = format!("{prefix}{name}");
            match fields.iter().find(|field| field.own.name == *name).or(others) {
                Some(field) => self.value(value, field, &whole),
                None if (self.known)(&whole) => {}
                None => self.problem(name, format!("`{whole}` of the sample is not described")),
            }
        }
        let required = fields.iter().filter(|field| field.own.required.as_ref().is_some_and(|required| required.value));
        for DescribedField { own, .. } in required {
            let whole = format!("{prefix}{}", own.name);
            if !object.contains_key(&own.name) && !(self.known)(&whole) && own.name != "*" {
                self.problem("", format!("the sample lacks `{whole}`, which is required"));
            }
        }
    }

    fn value(&mut self, value: &Value, field: &DescribedField, name: &str) {
        let Some(ty) = field.own.ty.as_ref().map(|ty| &ty.value).filter(|_| !(self.known)(name)) else { return };
        let fits = |lists: usize, value: &Value| ty.alternatives.iter().any(|it| it.lists == lists && has_base(value, it.base));
        let (mut lists, mut items) = (0, vec![value]);
        while !items.is_empty() && ty.alternatives.iter().all(|it| it.lists > lists) && items.iter().all(|item| item.is_array()) {
            items = items.into_iter().flat_map(|item| item.as_array().into_iter().flatten()).collect();
            lists += 1;
        }
        let key = name.rsplit('.').next().unwrap_or_default().to_owned();
        for item in items {
            let is_null = item.is_null() && (ty.nullable || lists > 0);
            if !(is_null || fits(lists, item)) {
                self.problem(&key, format!("`{name}` of the sample is not `{ty}`"));
            } else if let Some(values) = field.own.values.as_ref().filter(|_| !is_null && !is_placeholder(item)) {
                let shown = super::shown::shown(item);
                if !values.value.contains(&shown) {
                    self.problem(&key, format!("`{name}` of the sample is none of the values: `{shown}`"));
                }
            } else if let Some(object) = item.as_object() {
                let joint = if name.is_empty() { String::new() } else { format!("{name}{}", field.own.joint()) };
                // An empty object is how samples show one that they do not spell out.
                let is_spelled_out = !object.is_empty() || joint.is_empty();
                if is_spelled_out && field.has_children(self.document) {
                    self.object(item, field.children(self.document), &joint);
                }
            }
        }
    }
}

fn has_base(value: &Value, base: &str) -> bool {
    match base {
        "any" => true,
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64() || value.as_f64().is_some_and(|number| number.fract() == 0.0),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "object" => value.is_object(),
        _ => false,
    }
}

fn is_placeholder(value: &Value) -> bool {
    value.as_str().is_some_and(|text| text.starts_with('<') && text.ends_with('>'))
}

/// Tells whether a URL is one of the operation: the path template behind a server of the description, or behind any host.
fn is_url_of(url: &str, document: &Document, operation: &Operation) -> bool {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = rest.find('/').map_or("/", |start| &rest[start..]);
    let servers = operation.servers.iter().chain(&document.servers);
    let prefixes = servers.map(|server| {
        let url = server.url.split_once("://").map_or(server.url.as_str(), |(_, rest)| rest);
        url.find('/').map_or("", |start| url[start..].trim_end_matches('/'))
    });
    let fits = |prefix: &str| path.strip_prefix(prefix).is_some_and(|path| fits_template(path, &operation.path));
    prefixes.chain([""]).any(fits)
}

fn fits_template(path: &str, template: &str) -> bool {
    let template = template.split(['?', '#']).next().unwrap_or_default();
    let (path, template): (Vec<_>, Vec<_>) = (path.split('/').collect(), template.split('/').collect());
    let fits = |(part, wanted): (&&str, &&str)| part == wanted || (wanted.contains('{') && !part.is_empty());
    path.len() == template.len() && path.iter().zip(&template).all(fits)
}
