//! A published reference page, and the description -> where the two differ, field by field.
//!
//! [`page`] reads what a page says into [`claim`]s, each with its line; `described` says the same of a description; `compare` holds the one
//! against the other. What a page does not say is unsaid, and a line among fields that is not understood is a finding.

pub mod claim;
mod compare;
mod described;
mod differences;
mod extract;
mod options;
pub mod page;
mod place;
pub mod range;
pub mod render;
mod sample;
mod show;
mod shown;
mod slice;
pub mod types;

use std::collections::HashSet;
use std::path::Path;

use bindery::diagnostic::Diagnostics;
use bindery::source::{DocumentId, Origin, Sources};
use bindery::spec::{Document, Operation};
use bindery::{Config, Error, Examined, Refusal};

use self::claim::{Extent, Location, Page, Reading};
pub use self::compare::Row;
use self::compare::{Compared, Side};
pub use self::extract::{extract, rows};
use crate::finding::{Batch, Finding, On};
use crate::ignore::{self, Ignores};
use crate::levels::Levels;
use crate::rule;
use crate::tree::Tree;

/// What came of checking pages.
#[derive(Debug)]
pub struct Checked {
    /// The pages and the description, and what was found.
    pub batch: Batch,
    /// A table for each operation.
    pub tables: Vec<Table>,
}

/// The fields of an operation, side by side.
#[derive(Debug)]
pub struct Table {
    /// The name of the page.
    pub page: String,
    /// Method and path.
    pub call: String,
    /// The fields.
    pub rows: Vec<Row>,
    /// What the description has and the page does not show.
    pub unsaid: Vec<String>,
}

/// A page that was read.
struct Opened {
    document: DocumentId,
    reading: Reading,
}

/// Checks pages against a description. `operation` names the operation (operationId, or `POST /v1/agents`) of pages that do not say it.
///
/// # Errors
///
/// Fails where the description or a page can't be read.
pub fn check(
    config: &Config,
    pages: &[impl AsRef<Path>],
    description: &Path,
    operation: Option<&str>,
    levels: &Levels,
) -> Result<Checked, Error> {
    let mut sources = Sources::default();
    let mut documents = Vec::new();
    for page in pages {
        match sources.load(page.as_ref()) {
            Ok(document) => documents.push(document),
            Err(diagnostic) => {
                let mut diagnostics = Diagnostics::default();
                diagnostics.push(diagnostic);
                return Err(Error::Refused(Box::new(Refusal { diagnostics, sources })));
            }
        }
    }
    let examined = config.examine_file(sources, description)?;
    Ok(check_examined(examined, &documents, operation, levels))
}

/// Checks texts that were read together with the description.
fn check_examined(examined: Examined, pages: &[DocumentId], operation: Option<&str>, levels: &Levels) -> Checked {
    let sources = examined.sources;
    let mut findings: Vec<Finding> = Vec::new();
    let mut tables = Vec::new();
    if let Some(document) = &examined.document {
        let opened: Vec<_> = pages.iter().map(|page| open(&sources, *page)).collect();
        let mut run =
            Run { sources: &sources, document, operation, findings: Vec::new(), tables: Vec::new(), looked_at: Vec::new() };
        run.pages(&opened);
        let looked_at = run.looked_at;
        (findings, tables) = (run.findings, run.tables);
        leave_out_ignored(&sources, examined.text, &looked_at, &mut findings);
    } else {
        findings.extend(examined.diagnostics.iter().map(Finding::from));
    }
    for finding in &mut findings {
        finding.origin = sources.written(&finding.origin);
        finding.related.iter_mut().for_each(|(_, origin)| *origin = sources.written(origin));
    }
    levels.apply(&mut findings);
    Checked { batch: Batch { sources, findings }, tables }
}

/// Leaves out what the description ignores beside the places that findings name. What it ignores where nothing is found is a finding, if
/// the place is one of those that were looked at.
fn leave_out_ignored(sources: &Sources, text: DocumentId, looked_at: &[Origin], findings: &mut Vec<Finding>) {
    if !sources.get(text).text.contains(ignore::KEYWORD) {
        return;
    }
    let root = match bindery::parse::read_tree(sources, text) {
        Ok(root) => root,
        Err(unreadable) => return findings.push(Finding::from(unreadable.as_ref())),
    };
    let mut ignores = Ignores::new(&Tree::new(&root), &Origin::root(text));
    ignores.leave_out(findings, |finding| finding.related.iter().map(|(_, origin)| origin).collect());
    let is_within = |place: &str, origin: &Origin| {
        let rest = origin.pointer.as_str().strip_prefix(place);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    findings
        .extend(ignores.unused(|rule, place| rule.group() == "docs" && looked_at.iter().any(|origin| is_within(place, origin))));
}

/// Checks texts, each with its name, against a description that is a text too.
///
/// # Errors
///
/// Fails where an option is wrong.
pub fn check_text(pages: &[(&str, &str)], description: (&str, &str)) -> Result<Checked, Error> {
    let mut sources = Sources::default();
    let pages: Vec<_> = pages.iter().map(|(name, text)| sources.add(*name, *text)).collect();
    let document = sources.add(description.0, description.1);
    let examined = Config::new().examine_source(sources, document)?;
    Ok(check_examined(examined, &pages, None, &Levels::default()))
}

fn open(sources: &Sources, document: DocumentId) -> Opened {
    Opened { document, reading: page::read(&sources.get(document).text) }
}

struct Run<'a> {
    sources: &'a Sources,
    document: &'a Document,
    operation: Option<&'a str>,
    findings: Vec<Finding>,
    tables: Vec<Table>,
    /// The places of the fields that were compared.
    looked_at: Vec<Origin>,
}

impl<'a> Run<'a> {
    fn pages(&mut self, opened: &'a [Opened]) {
        let sides = |opened: &'a Opened| opened.reading.pages.iter().map(|page| (page, self.side(opened.document, page)));
        let all: Vec<_> = opened.iter().flat_map(sides).collect();
        let (conventions, pages): (Vec<_>, Vec<_>) = all.into_iter().partition(|(page, _)| page.is_conventions());
        let conventions: Vec<_> = conventions.into_iter().map(|(_, side)| side).collect();
        let mut documented = Vec::new();
        for (page, side) in pages {
            documented.extend(self.page(page, &side, &conventions));
        }
        for opened in opened {
            self.problems(opened);
            if opened.reading.is_code {
                self.undocumented(opened, &documented);
                self.once_for_each_line(opened.document);
            }
            // A page of several operations is a reference, which is to have them all.
            let is_reference = opened.reading.pages.iter().all(|page| page.extent == Extent::Whole);
            if is_reference && opened.reading.pages.len() > 1 {
                self.undocumented(opened, &documented);
            }
        }
    }

    fn side<'p>(&self, document: DocumentId, page: &'p Page) -> Side<'p>
    where
        'a: 'p,
    {
        let Page { says, extent, sections, .. } = page;
        let line = page.call.as_ref().map_or(page.line, |call| call.place);
        Side { document, text: &self.sources.get(document).text, says: *says, extent: *extent, sections, line }
    }

    fn problems(&mut self, opened: &Opened) {
        let nothing = Page::new(1);
        let side = self.side(opened.document, &nothing);
        for (line, message) in &opened.reading.problems {
            let way = ["not-understood", &line.to_string()].map(str::to_owned);
            let way: Vec<_> = way.iter().map(String::as_str).collect();
            self.findings.push(side.finding(&rule::DOCS_NOT_UNDERSTOOD, *line, &way, message.clone()));
        }
        if opened.reading.pages.is_empty() {
            let message = "no operation and no field was found on the page";
            self.findings.push(side.finding(&rule::DOCS_NOT_UNDERSTOOD, 1, &["not-understood"], message));
        }
    }

    /// Checks a page; returns where its operation is.
    fn page(&mut self, page: &Page, side: &Side<'a>, conventions: &[Side<'a>]) -> Option<Origin> {
        let Some(operation) = self.find(page) else {
            let finding = match &page.call {
                Some(call) => side.finding(
                    &rule::DOCS_OPERATION,
                    call.place,
                    &["operation"],
                    format!("the description has no operation `{}`", call.value),
                ),
                None => side.finding(
                    &rule::DOCS_OPERATION,
                    side.line,
                    &["operation"],
                    "the page does not say which operation it is about",
                ),
            };
            self.findings.push(finding.help("name the operation with `--operation`"));
            return None;
        };
        let sections = described::sections(self.document, operation);
        let success = described::success(operation);
        let described = (self.document, &sections[..]);
        let Compared { rows, findings, unsaid } = compare::compare(side, described, success.as_deref(), conventions);
        let known = |location: &Location, name: &str| {
            let same = |row: &&Row| {
                row.location == *location || matches!((&row.location, location), (Location::Response(_), Location::Response(_)))
            };
            rows.iter().filter(same).any(|row| !row.differs.is_empty() && is_within(row, name))
        };
        self.findings.extend(findings);
        for it in &page.samples {
            self.findings.extend(sample::check(side, it, (self.document, operation), &sections, &known));
        }
        for section in &sections {
            section.each_known(&mut |field| self.looked_at.push(field.place.clone()));
        }
        let call = format!("{} {}", operation.method, operation.path);
        self.tables.push(Table { page: self.sources.get(side.document).name.clone(), call, rows, unsaid });
        Some(operation.origin.clone())
    }

    fn find(&self, page: &Page) -> Option<&'a Operation> {
        let mut all = self.document.operations.iter();
        match (self.operation, &page.call) {
            (Some(name), _) => {
                all.find(|it| it.operation_id.as_deref() == Some(name) || format!("{} {}", it.method, it.path) == name)
            }
            (None, Some(call)) => all.find(|it| call.value.is(&it.method, &it.path)),
            (None, None) => None,
        }
    }

    /// Leaves one finding of those that several operations have of one line of code, which they share.
    fn once_for_each_line(&mut self, document: DocumentId) {
        let mut seen = HashSet::new();
        self.findings.retain(|finding| {
            let line = if let On::Place(place) = finding.on { Some(place.line) } else { None };
            let described = finding.related.first().map(|(_, origin)| origin.clone());
            finding.origin.document != document || seen.insert((finding.rule.id, line, described))
        });
    }

    fn undocumented(&mut self, opened: &Opened, documented: &[Origin]) {
        let nothing = Page::new(1);
        for operation in self.document.operations.iter().filter(|it| !documented.contains(&it.origin)) {
            let call = format!("{} {}", operation.method, operation.path);
            let message = format!("the page has no operation `{call}`");
            let finding = self.side(opened.document, &nothing).finding(&rule::DOCS_OPERATION, 1, &["operation", &call], message);
            self.findings.push(finding.related("described here", operation.origin.clone()));
        }
    }
}

/// Tells whether a row is about a field of this name, or about what that field is in. A renamed one is known by either of its names.
fn is_within(row: &Row, name: &str) -> bool {
    let is = |own: &str| own == name || name.strip_prefix(own).is_some_and(|rest| rest.starts_with(['.', '[']));
    is(&row.name) || row.other_name.as_deref().is_some_and(is)
}
