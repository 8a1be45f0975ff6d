//! Payloads in files -> findings, with their places in the files and in the description.

use std::path::Path;

use bindery::Examined;
use bindery::diagnostic::{Diagnostic, Severity};
use bindery::source::{DocumentId, Origin, Place, Pointer, Sources};
use bindery::spec::Operation;

use super::body::repeated_key;
use super::{Part, Problem, Unfit, Validator};
use crate::finding::Finding;
use crate::rule;
use crate::wire::json::{self, Json};

/// What the files are.
#[derive(Clone, Copy, Debug)]
pub enum Against<'a> {
    /// Values of a schema of the components.
    Schema(&'a str),
    /// Bodies of requests, of this media type.
    Request(&'a Operation, Option<&'a str>),
    /// Bodies of responses with this status, of this media type.
    Response(&'a Operation, u16, Option<&'a str>),
}

/// Judges a file. Its text is added to `sources`, which have to begin with those of the description.
///
/// # Errors
///
/// Fails where there is nothing to hold it against.
pub fn file(validator: &Validator<'_>, against: Against<'_>, path: &Path, sources: &mut Sources) -> Result<Vec<Finding>, Unfit> {
    let document = match sources.load(path) {
        Ok(document) => document,
        Err(diagnostic) => return Ok(vec![Finding::from(&diagnostic)]),
    };
    let mut repeated = Vec::new();
    let is_json = |content_type: Option<&str>| content_type.is_none_or(crate::wire::media::is_json);
    let problems = match against {
        Against::Schema(name) => match read_value(sources, document, path) {
            Ok(read) => {
                repeated = read.repeated;
                validator.schema(name, &read.value)?
            }
            Err(finding) => return Ok(vec![*finding]),
        },
        Against::Request(_, content_type) | Against::Response(_, _, content_type) => {
            let mut body = sources.get(document).text.clone().into_bytes();
            if is_json(content_type) {
                match read_value(sources, document, path) {
                    Ok(read) => {
                        repeated = read.repeated;
                        body = read.value.to_string().into_bytes();
                    }
                    Err(finding) => return Ok(vec![*finding]),
                }
            }
            match against {
                Against::Response(operation, status, _) => {
                    let headers: Vec<_> = content_type.map(|name| ("content-type", name)).into_iter().collect();
                    let problems = validator.response(operation, status, &headers, &body);
                    // A file has no headers.
                    problems.into_iter().filter(|problem| !matches!(problem.part, Part::Header(_))).collect()
                }
                Against::Request(operation, _) => validator.request_body(operation, content_type, &body),
                Against::Schema(_) => Vec::new(),
            }
        }
    };
    let problems = repeated.into_iter().map(repeated_key).chain(problems);
    Ok(problems.map(|problem| finding(problem, document, &Pointer::root())).collect())
}

/// Returns what is wrong with the description itself, as warnings: what that is about could not be checked.
pub fn doubts(validator: &Validator<'_>) -> Vec<Finding> {
    let Examined { sources, text, diagnostics, .. } = &validator.description.examined;
    let errors = diagnostics.iter().filter(|found| found.severity == Severity::Error).map(Finding::from);
    let patterns = validator.either.bad_patterns().into_iter().map(|pointer| {
        let origin = Origin { document: *text, pointer };
        Finding::new(&rule::BAD_PATTERN, origin, "the pattern is no regular expression")
    });
    let doubt = |mut found: Finding| {
        found.origin = sources.written(&found.origin);
        found.severity = Severity::Warning;
        found.help = Some("nothing is held against it; `bindery lint` judges the description".to_owned());
        found
    };
    errors.chain(patterns).map(doubt).collect()
}

/// Reads JSON, or YAML where the file's name says so.
fn read_value(sources: &Sources, document: DocumentId, path: &Path) -> Result<Json, Box<Finding>> {
    let unreadable = |message: String| Finding::new(&rule::UNREADABLE, Origin::root(document), message);
    if path.extension().is_some_and(|ending| ending == "yaml" || ending == "yml") {
        let value = bindery::parse::read_tree(sources, document);
        return value.map(|value| Json { value, repeated: Vec::new() }).map_err(|failure| {
            let Diagnostic { message, place, .. } = *failure;
            let found = unreadable(format!("the file is no YAML: {message}"));
            Box::new(match place {
                Some(place) => found.at(place),
                None => found,
            })
        });
    }
    json::read(&sources.get(document).text).map_err(|error| {
        let (line, column) = (error.line().max(1), error.column().max(1));
        let place = Place { line, column, end_line: line, end_column: column + 1 };
        Box::new(unreadable(format!("the file is no JSON: {error}")).at(place))
    })
}

/// Makes a finding of a problem, in the part of the document that `base` names.
pub(super) fn finding(problem: Problem, document: DocumentId, base: &Pointer) -> Finding {
    let Problem { rule, part: _, pointer, message, help, described } = problem;
    let pointer = pointer.tokens().fold(base.clone(), |at, token| at.child(&token));
    let mut finding = Finding::new(rule, Origin { document, pointer }, message);
    finding.help = help;
    finding.related.extend(described.map(|origin| ("described here".to_owned(), origin)));
    let is_about_key = [&rule::UNKNOWN_PROPERTY, &rule::MISPLACED_PROPERTY, &rule::REPEATED_KEY].contains(&rule);
    if is_about_key { finding.on_key() } else { finding }
}
