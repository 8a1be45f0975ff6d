//! Parse: the text of a description -> the typed document of its version.
//!
//! The text is read twice, straight from bytes: once by a walk that builds nothing and says everything there is to say about the
//! text's shape, and once by `openapiv3`. It knows the syntax of OpenAPI; nothing of Rust, and not what a `$ref` leads to.

mod checks;
mod findings;
mod keys;
mod keywords;
mod names;
mod objects;
mod seen;
mod syntax;
mod walk;

use openapiv3::OpenAPI;

use self::syntax::Failure;
use self::walk::Walk;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{DocumentId, Format, Origin, Source, Sources};
use crate::stack;

/// Reads a description of OpenAPI 3.0, in YAML or JSON.
///
/// Gives `None` where the diagnostics have an error. Otherwise gives the document, and what there is to warn of: unknown keywords and
/// the like.
pub fn parse(sources: &Sources, document: DocumentId) -> (Option<OpenAPI>, Diagnostics) {
    let source = sources.get(document);
    stack::deep(|| read(source, &Origin::root(document)))
}

fn read(source: &Source, root: &Origin) -> (Option<OpenAPI>, Diagnostics) {
    if source.text.trim().is_empty() {
        let mut found = Diagnostics::default();
        found.push(Diagnostic::new(Code::Structure, root.clone(), "the file is empty"));
        return (None, found);
    }
    let read = match source.format {
        Format::Json => read_json(&source.text, root),
        Format::Yaml => read_yaml(&source.text, root),
    };
    read.unwrap_or_else(|failure| {
        // What the walk found before a failure is left out: half a text means something else.
        let mut found = Diagnostics::default();
        found.push(failure.report(&source.text, root.clone()));
        (None, found)
    })
}

/// What reading gives: a document unless the walk found errors, and what it found.
type Read = Result<(Option<OpenAPI>, Diagnostics), Failure>;

fn read_json(text: &str, root: &Origin) -> Read {
    let mut walk = Walk::new(root.clone());
    match syntax::walk_json(text, &mut walk) {
        Ok(()) => open(walk, || syntax::open_json(text)),
        // A mapping in braces can be YAML that is not JSON; if it is not that either, it was meant to be JSON.
        Err(failure) => read_yaml(text, root).map_err(|_| failure),
    }
}

fn read_yaml(text: &str, root: &Origin) -> Read {
    let mut walk = Walk::new(root.clone());
    syntax::walk_yaml(text, &mut walk)?;
    if walk.has_merge_keys() {
        return read_merged_yaml(text, walk, root);
    }
    open(walk, || syntax::open_yaml(text))
}

/// Reads YAML whose mappings are merged with `<<`, after a first walk that saw them unmerged.
fn read_merged_yaml(text: &str, unmerged: Walk, root: &Origin) -> Read {
    let mut found = unmerged.into_findings().into_duplicates();
    if found.has_errors() {
        return Ok((None, found));
    }
    let value = syntax::merge_yaml(text)?;
    let mut walk = Walk::new(root.clone());
    syntax::walk_value(&value, &mut walk)?;
    let (openapi, more) = open(walk, || syntax::open_value(value))?;
    found.append(more);
    Ok((openapi, found))
}

/// Reads a text that was walked, unless the walk found errors.
fn open(walk: Walk, open: impl FnOnce() -> Result<OpenAPI, Failure>) -> Read {
    let found = walk.into_findings().into_list();
    let openapi = if found.has_errors() { None } else { Some(open()?) };
    Ok((openapi, found))
}
