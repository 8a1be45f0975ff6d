//! A description -> the reference of its operations, as Markdown or as one HTML page, in forms that the page readers read back.

mod html;
mod markdown;
mod samples;

use std::path::Path;

use bindery::plan::RustCrate;
use bindery::source::{Origin, Sources};
use bindery::spec::{Document, Operation};
use bindery::{Config, Error, Examined, Refusal};

use super::claim::{Location, Section};
use super::{described, page};

/// A form of the reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Markdown, with a table for each location.
    Markdown,
    /// One page without anything outside of it, which can be searched.
    Html,
}

/// Writes the reference of a description.
///
/// # Errors
///
/// Fails where the description can't be read.
pub fn render(config: &Config, description: &Path, form: Form) -> Result<String, Error> {
    write(config.examine(description)?, form)
}

/// Writes the reference of a description that is at hand as text.
///
/// # Errors
///
/// Fails where the text is no description.
pub fn render_text(name: &str, text: &str, form: Form) -> Result<String, Error> {
    let mut sources = Sources::default();
    let document = sources.add(name, text);
    write(Config::new().examine_source(sources, document)?, form)
}

fn write(examined: Examined, form: Form) -> Result<String, Error> {
    let Some(document) = &examined.document else {
        return Err(Error::Refused(Box::new(Refusal { diagnostics: examined.diagnostics, sources: examined.sources })));
    };
    let entries: Vec<_> = document.operations.iter().map(|it| Entry::new(document, it, examined.plan.as_ref())).collect();
    Ok(match form {
        Form::Markdown => markdown::write(document, &entries),
        Form::Html => html::write(document, &entries),
    })
}

/// An operation as it is shown.
struct Entry<'a> {
    operation: &'a Operation,
    sections: Vec<Section<Origin>>,
    /// Whether it is deprecated, summary and description.
    texts: Vec<String>,
    curl: String,
    rust: Option<String>,
    answer: Option<String>,
}

impl<'a> Entry<'a> {
    fn new(document: &'a Document, operation: &'a Operation, plan: Option<&RustCrate>) -> Self {
        let sections = described::within(document, operation, described::MOST_SHOWN);
        let texts = operation.summary.iter().chain(&operation.description).cloned();
        let deprecated = operation.deprecated.then(|| "This operation is deprecated.".to_owned());
        Self {
            curl: samples::curl(document, operation, &sections),
            rust: plan.and_then(|plan| samples::rust(plan, operation)),
            answer: samples::answer(operation, &sections),
            operation,
            sections,
            texts: deprecated.into_iter().chain(texts).collect(),
        }
    }

    fn call(&self) -> String {
        format!("{} {}", self.operation.method, self.operation.path)
    }
}

/// Returns a text in one line that no reader takes for anything else than text.
fn plain(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if page::is_prose(&line) { line } else { format!("Meaning: {line}") }
}

/// Returns the heading of a section.
fn heading(location: &Location) -> String {
    match location {
        Location::Security => "Authorizations".to_owned(),
        Location::Path => "Path parameters".to_owned(),
        Location::Query => "Query parameters".to_owned(),
        Location::Header => "Headers".to_owned(),
        Location::Cookie => "Cookies".to_owned(),
        Location::Body => "Body".to_owned(),
        Location::Response(status) => ["Response", status.as_deref().unwrap_or_default()].join(" ").trim_end().to_owned(),
        Location::ResponseHeader(status) => {
            ["Response headers", status.as_deref().unwrap_or_default()].join(" ").trim_end().to_owned()
        }
    }
}
