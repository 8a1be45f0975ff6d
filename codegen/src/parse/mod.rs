//! Parse: the text of a description -> the typed document of its version.
//!
//! The text is read once, by a walk that says everything there is to say about the text's shape, into a tree, of which `openapiv3` reads
//! what is no schema (`description`). It knows the syntax of OpenAPI; nothing of Rust, and not what a `$ref` leads to.

mod builder;
mod checks;
mod description;
mod findings;
mod keys;
mod keywords;
mod names;
pub(crate) mod nodes;
mod objects;
mod reader;
mod scalars;
mod seen;
mod shape;
mod shell;
mod syntax;
pub(crate) mod tree;
mod walk;

use serde_json::Value;

pub use self::description::Description;
pub(crate) use self::description::{Item, is_schema_keyword_of_30, is_schema_position};
use self::keys::Reading;
use self::objects::Version;
use self::syntax::Failure;
use self::tree::Tree;
use self::walk::Walk;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{DocumentId, Format, Origin, Source, Sources};
use crate::stack;

/// Reads a description of OpenAPI 3.0, 3.1 or 3.2, in YAML or JSON.
///
/// Gives `None` where the diagnostics have an error. Otherwise gives the document, and what there is to warn of: unknown keywords and
/// the like.
pub fn parse(sources: &Sources, document: DocumentId) -> (Option<Description<'_>>, Diagnostics) {
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
    syntax::json_value(text)
}

fn read_yaml_tree(text: &str) -> Result<Value, Failure> {
    syntax::check_flow_depth(text)?;
    let tree = match text.contains("<<") {
        true => syntax::merged_tree(syntax::merge_yaml(text)?),
        false => syntax::yaml_tree(text),
    };
    tree.map(|tree| tree.to_value())
}

fn read<'t>(source: &'t Source, root: &Origin) -> (Option<Description<'t>>, Diagnostics) {
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
type Read<'t> = Result<(Option<Description<'t>>, Diagnostics), Failure>;

fn read_json<'t>(text: &'t str, root: &Origin) -> Read<'t> {
    match walked(root, Reading::Values, |walk| syntax::walk_json(text, walk)) {
        Ok(walk) => open_walked(walk),
        // A mapping in braces can be YAML that is not JSON; if it is not that either, it was meant to be JSON.
        Err(failure) => read_yaml(text, root).map_err(|_| failure),
    }
}

fn read_yaml<'t>(text: &'t str, root: &Origin) -> Read<'t> {
    let walk = walked(root, Reading::Yaml, |walk| syntax::walk_yaml(text, walk))?;
    if walk.merge_keys {
        return read_merged_yaml(text, walk, root);
    }
    match walk.loses_texts {
        true => open(walk.version, walk.into_parts().0, || syntax::yaml_tree(text)),
        false => open_walked(walk),
    }
}

/// Walks a text by the rules of 3.0, or of later versions where it says that it is of one.
fn walked<'t>(
    root: &Origin,
    reading: Reading,
    walk_text: impl Fn(&mut Walk<'t>) -> Result<(), Failure>,
) -> Result<Walk<'t>, Failure> {
    let mut walk = Walk::new(root.clone(), Version::V30, reading);
    walk_text(&mut walk)?;
    if let Some(version) = walk.later_version {
        walk = Walk::new(root.clone(), version, reading);
        walk_text(&mut walk)?;
    }
    Ok(walk)
}

/// Reads YAML whose mappings are merged with `<<`, after a first walk that saw them unmerged.
fn read_merged_yaml(text: &str, unmerged: Walk<'_>, root: &Origin) -> Read<'static> {
    let mut found = unmerged.findings.into_duplicates();
    if found.has_errors() {
        return Ok((None, found));
    }
    let value = syntax::merge_yaml(text)?;
    let walk = walked(root, Reading::Values, |walk| syntax::walk_value(&value, walk))?;
    // What the walk made borrows from the values.
    let (version, more) = (walk.version, walk.into_parts().0);
    let (description, more) = open(version, more, || syntax::merged_tree(value))?;
    found.append(more);
    Ok((description, found))
}

/// Makes a description of the tree that a walk made.
fn open_walked(walk: Walk<'_>) -> Read<'_> {
    let version = walk.version;
    let (found, tree) = walk.into_parts();
    open(version, found, || Ok(tree))
}

/// Makes a description of a tree, unless errors were found.
fn open<'t>(version: Version, found: Diagnostics, tree: impl FnOnce() -> Result<Tree<'t>, Failure>) -> Read<'t> {
    let description = if found.has_errors() { None } else { Some(syntax::describe(tree()?, version)?) };
    Ok((description, found))
}
