//! Two descriptions -> every change between them once, judged twice: on the wire, and for code that uses the generated crate.
//!
//! Both are compared in their normal form, so that versions and spellings are no changes. Operations are matched by method and path,
//! schemas by the place where they are used, components by name. The wire is judged from the schemas, Rust from the plans of both: what
//! Bindery would really write decides.

pub mod accept;
mod change;
mod components;
mod copies;
mod decide;
mod draft;
mod inclusion;
mod items;
mod keywords;
mod left_out;
mod links;
mod lists;
mod objects;
mod operations;
mod outgoing;
mod parameters;
mod print;
mod references;
mod rest;
mod rust;
mod schemas;
mod security;
mod signature;
mod subject;
mod unions;
pub mod version;
mod view;
mod walk;
mod words;

use bindery::diagnostic::{Diagnostic, Diagnostics, Kind, Severity};
use bindery::plan::RustCrate;
use bindery::source::{DocumentId, Sources};
use bindery::spec::Document;
use bindery::{Config, Error, Examined};

pub use change::{Allowed, Change, Decided, ItemChange, Judge, Side, Verdict, Wire, Witness};
pub use print::{Shown, print};
pub use version::Step;

use self::walk::Walk;

/// The changes between two descriptions.
#[derive(Debug)]
pub struct Diff {
    /// The texts of both.
    pub sources: Sources,
    /// The first text of the base.
    pub base: DocumentId,
    /// The first text of the revision.
    pub revision: DocumentId,
    /// The changes, in the order of operations, then of schemas.
    pub changes: Vec<Change>,
    /// `info.version` of both.
    pub versions: (String, String),
    /// Why nothing is said of Rust: errors for which no code would be generated of one of them.
    pub errors: Diagnostics,
}

/// Why there is no comparison.
#[derive(Debug)]
pub enum Refused {
    /// A description can't be read, or an option is wrong.
    Error(Error),
    /// A text is no description; what there is to say about it is with it.
    NoDescription(Box<Examined>),
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        Self::Error(error)
    }
}

/// Compares two descriptions in files.
///
/// # Errors
///
/// Fails where one can't be read, or is no description.
pub fn diff_files(
    config: &Config,
    base: impl AsRef<std::path::Path>,
    revision: impl AsRef<std::path::Path>,
) -> Result<Diff, Refused> {
    let base = config.examine(base)?;
    diff_with(base, |sources| config.examine_file(sources, revision))
}

/// Compares two descriptions that are at hand as texts, with the names that messages call them.
///
/// # Errors
///
/// Fails where one is no description, or an option is wrong.
pub fn diff_texts(config: &Config, base: (&str, &str), revision: (&str, &str)) -> Result<Diff, Refused> {
    let mut sources = Sources::default();
    let document = sources.add(base.0, base.1);
    let base = config.examine_source(sources, document)?;
    diff_with(base, |mut sources| {
        let document = sources.add(revision.0, revision.1);
        config.examine_source(sources, document)
    })
}

/// Compares a base that was examined with what is examined next, into the same texts.
///
/// # Errors
///
/// Fails where `next` does, and where one of them is no description.
pub fn diff_with(mut base: Examined, next: impl FnOnce(Sources) -> Result<Examined, Error>) -> Result<Diff, Refused> {
    if base.document.is_none() {
        return Err(Refused::NoDescription(Box::new(base)));
    }
    let revision = next(std::mem::take(&mut base.sources))?;
    let (Some(before), Some(after)) = (&base.document, &revision.document) else {
        return Err(Refused::NoDescription(Box::new(revision)));
    };
    let changes = match changes((before, &base), (after, &revision)) {
        Ok(changes) => changes,
        Err(unreadable) => {
            return Err(Error::refused((*unreadable).into(), revision.sources).into());
        }
    };
    let versions = (before.version.clone(), after.version.clone());
    let mut errors = Diagnostics::default();
    [&base, &revision].into_iter().flat_map(refusals).for_each(|found| errors.push(found.clone()));
    let mut diff = Diff { base: base.text, revision: revision.text, changes, versions, errors, sources: revision.sources };
    diff.show_where_written();
    Ok(diff)
}

fn changes(base: (&Document, &Examined), revision: (&Document, &Examined)) -> Result<Vec<Change>, Box<Diagnostic>> {
    // The texts of both are with the revision.
    let tree = |side: &Examined| bindery::parse::read_tree(&revision.1.sources, side.text);
    let trees = [tree(base.1)?, tree(revision.1)?];
    let sent = [(&trees[0], base.1.text), (&trees[1], revision.1.text)].map(|(tree, text)| outgoing::Side { tree, text });
    let mut walk = Walk::new(base.0, revision.0);
    walk.trees = (&trees[0], &trees[1]);
    words::of_documents(&mut walk);
    operations::compare(&mut walk);
    security::of_documents(&mut walk);
    components::compare(&mut walk);
    let sent = outgoing::compare(&mut walk, &sent[0], &sent[1]);
    let mut placed = walk.finish();
    walk::merge(&mut placed, sent);
    rust::judge(&mut placed, crate_of(base.1), crate_of(revision.1));
    let mut changes: Vec<_> = placed.into_iter().map(|placed| placed.change).collect();
    changes.iter_mut().for_each(walk::shorten_uses);
    walk::number(&mut changes);
    Ok(changes)
}

/// Of a description that is refused there is no crate to compile against. What is not supported can be left out.
fn crate_of(examined: &Examined) -> Option<&RustCrate> {
    if refusals(examined).next().is_some() { None } else { examined.plan.as_ref() }
}

fn refusals(examined: &Examined) -> impl Iterator<Item = &Diagnostic> {
    let refused = |found: &&Diagnostic| found.severity == Severity::Error && found.code.kind() != Kind::Unsupported;
    examined.diagnostics.iter().filter(refused)
}

impl Diff {
    /// Returns the worst verdict of what is not accepted.
    pub fn worst(&self, side: Side) -> Option<Verdict> {
        self.changes.iter().filter(|change| !change.accepted).map(|change| change.verdict(side)).max()
    }

    /// Returns the steps that `info.version` and the version of the generated crate need. What is accepted needs them too.
    pub fn steps(&self) -> (Step, Step) {
        let wire = |change: &&Change| change.wire != Wire::default();
        let wire = self.changes.iter().filter(wire).map(|change| change.wire.worst());
        let rust = self.changes.iter().filter(|change| !change.items.is_empty() || change.rust != Verdict::Compatible);
        (Step::for_verdicts(wire), Step::for_verdicts(rust.map(|change| change.rust)))
    }

    /// Tells whether `info.version` was stepped as much as the wire asks for.
    pub fn is_version_enough(&self) -> bool {
        version::is_enough(self.steps().0, &self.versions.0, &self.versions.1)
    }

    /// A text that was put together is one that nobody sees.
    fn show_where_written(&mut self) {
        for change in &mut self.changes {
            for origin in [&mut change.base, &mut change.revision].into_iter().flatten() {
                *origin = self.sources.written(origin);
            }
        }
    }
}
