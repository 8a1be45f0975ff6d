//! Parse: the text of a description -> the typed document of its version.
//!
//! The text is read twice, straight from bytes: once by a walk that builds nothing and says everything there is to say about the
//! text's shape, and once by `openapiv3`; later versions than 3.0 the second time into a tree (`later`), as what `openapiv3`
//! would refuse (`aside`). It knows the syntax of OpenAPI; nothing of Rust, and not what a `$ref` leads to.

mod aside;
mod checks;
mod findings;
mod keys;
mod keywords;
mod later;
mod names;
pub(crate) mod nodes;
mod objects;
mod seen;
mod shape;
mod syntax;
mod tree;
mod walk;

use openapiv3::OpenAPI;
use serde_json::Value;

pub use self::later::Description;
pub(crate) use self::later::is_schema_position;
use self::objects::Version;
use self::syntax::Failure;
use self::walk::Walk;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{DocumentId, Format, Origin, Source, Sources};
use crate::stack;

/// Reads a description of OpenAPI 3.0, 3.1 or 3.2, in YAML or JSON.
///
/// Gives `None` where the diagnostics have an error. Otherwise gives the document, and what there is to warn of: unknown keywords and
/// the like.
pub fn parse(sources: &Sources, document: DocumentId) -> (Option<Description>, Diagnostics) {
    let source = sources.get(document);
    stack::deep(|| read(source, &Origin::root(document))).unwrap_or_else(|none| (None, none.report(document).into()))
}

/// Reads a text into a tree of JSON as it stands, whatever version it is of: every key a string, merge keys of YAML merged.
///
/// # Errors
///
/// Fails with the reason where the text is neither YAML nor JSON, or there is no room to read it.
pub fn read_tree(sources: &Sources, document: DocumentId) -> Result<Value, Box<Diagnostic>> {
    let source = sources.get(document);
    let read = stack::deep(|| match source.format {
        Format::Json => read_json_tree(&source.text).or_else(|failure| read_yaml_tree(&source.text).map_err(|_| failure)),
        Format::Yaml => read_yaml_tree(&source.text),
    });
    match read {
        Ok(Ok(tree)) => Ok(tree),
        Ok(Err(failure)) => Err(Box::new(failure.report(&source.text, Origin::root(document)))),
        Err(none) => Err(Box::new(none.report(document))),
    }
}

fn read_json_tree(text: &str) -> Result<Value, Failure> {
    syntax::check_json_depth(text)?;
    syntax::json_tree(text)
}

fn read_yaml_tree(text: &str) -> Result<Value, Failure> {
    syntax::check_flow_depth(text)?;
    match text.contains("<<") {
        true => syntax::value_tree(syntax::merge_yaml(text)?),
        false => syntax::yaml_tree(text),
    }
}

fn read(source: &Source, root: &Origin) -> (Option<Description>, Diagnostics) {
    if source.text.trim().is_empty() {
        return (None, Diagnostic::new(Code::Structure, root.clone(), "the file is empty").into());
    }
    let read = match source.format {
        Format::Json => read_json(&source.text, root),
        Format::Yaml => read_yaml(&source.text, root),
    };
    read.unwrap_or_else(|failure| {
        // What the walk found before a failure is left out: half a text means something else.
        (None, failure.report(&source.text, root.clone()).into())
    })
}

/// What reading gives: a document unless the walk found errors, and what it found.
type Read = Result<(Option<Description>, Diagnostics), Failure>;

fn read_json(text: &str, root: &Origin) -> Read {
    match walked(root, |walk| syntax::walk_json(text, walk)) {
        Ok(walk) if walk.needs_tree() => open_tree(walk, || syntax::json_tree(text)),
        Ok(walk) => open(walk, || syntax::open_json(text)),
        // A mapping in braces can be YAML that is not JSON; if it is not that either, it was meant to be JSON.
        Err(failure) => read_yaml(text, root).map_err(|_| failure),
    }
}

fn read_yaml(text: &str, root: &Origin) -> Read {
    let walk = walked(root, |walk| syntax::walk_yaml(text, walk))?;
    if walk.has_merge_keys() {
        return read_merged_yaml(text, walk, root);
    }
    match walk.needs_tree() {
        true => open_tree(walk, || syntax::yaml_tree(text)),
        false => open(walk, || syntax::open_yaml(text)),
    }
}

/// Walks a text by the rules of 3.0, or of later versions where it says that it is of one.
fn walked(root: &Origin, walk_text: impl Fn(&mut Walk) -> Result<(), Failure>) -> Result<Walk, Failure> {
    let mut walk = Walk::new(root.clone(), Version::V30);
    walk_text(&mut walk)?;
    if let Some(version) = walk.later_version() {
        walk = Walk::new(root.clone(), version);
        walk_text(&mut walk)?;
    }
    Ok(walk)
}

/// Reads YAML whose mappings are merged with `<<`, after a first walk that saw them unmerged.
fn read_merged_yaml(text: &str, unmerged: Walk, root: &Origin) -> Read {
    let mut found = unmerged.into_findings().into_duplicates();
    if found.has_errors() {
        return Ok((None, found));
    }
    let value = syntax::merge_yaml(text)?;
    let walk = walked(root, |walk| syntax::walk_value(&value, walk))?;
    let (description, more) = match walk.needs_tree() {
        true => open_tree(walk, || syntax::value_tree(value)),
        false => open(walk, || syntax::open_value(value)),
    }?;
    found.append(more);
    Ok((description, found))
}

/// Reads a text of 3.0 that was walked, unless the walk found errors.
fn open(walk: Walk, open: impl FnOnce() -> Result<OpenAPI, Failure>) -> Read {
    let (found, aside) = walk.into_list();
    let description = if found.has_errors() { None } else { Some(Description { openapi: open()?, later: None, aside }) };
    Ok((description, found))
}

/// Reads a text that was walked by way of a tree, unless the walk found errors.
fn open_tree(walk: Walk, read: impl FnOnce() -> Result<Value, Failure>) -> Read {
    let version = walk.version();
    let (found, aside) = walk.into_list();
    if found.has_errors() {
        return Ok((None, found));
    }
    let mut tree = read()?;
    aside.change(&mut tree);
    Ok((Some(syntax::describe(tree, version, aside)?), found))
}
