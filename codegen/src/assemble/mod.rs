//! Assemble: a description that is not one text of OpenAPI 3 -> a text that is.
//!
//! Overlays are applied, references to other files become references to components, media types are read where a reference to one
//! stands, Swagger 2.0 becomes OpenAPI 3.0. A description that needs none of that is passed on as it is, after one look at its text. Every node of the new text knows where it was written, so that
//! later stages report places in the files that people edit. It knows where references may stand, and nothing of what schemas mean.

mod bundle;
mod files;
mod names;
mod overlay;
mod swagger2;
mod write;

use std::path::{Path, PathBuf};

use foldhash::HashSet;
use serde_json::Value;

use self::files::Files;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::kind::Layout;
use crate::parse::nodes::{Content, Node, read_nodes};
use crate::source::{DocumentId, Format, Sources};
use crate::stack;

/// Options of assembling.
#[derive(Clone, Debug, Default)]
pub struct AssembleOptions {
    /// The folder that no reference leads out of; by default that of the description.
    pub root_folder: Option<PathBuf>,
    /// Files or folders that are read instead of URLs that begin so.
    pub local_copies: Vec<(String, PathBuf)>,
    /// Overlays that are applied to the description, in order.
    pub overlays: Vec<PathBuf>,
}

/// Puts a description together, if it has to be. `path` is where it is, if it is a file.
///
/// Gives the text to read: the one that was given, or a new one of `sources`.
pub fn assemble(
    sources: &mut Sources,
    document: DocumentId,
    path: Option<&Path>,
    options: &AssembleOptions,
) -> (DocumentId, Diagnostics) {
    let text = &sources.get(document).text;
    if options.overlays.is_empty() && !may_refer_outside(text) && !may_be_swagger2(text) && !text.contains(MEDIA_TYPES) {
        return (document, Diagnostics::default());
    }
    stack::deep(|| assemble_tree(sources, document, path, options))
        .unwrap_or_else(|none| (document, none.report(document).into()))
}

fn assemble_tree(
    sources: &mut Sources,
    document: DocumentId,
    path: Option<&Path>,
    options: &AssembleOptions,
) -> (DocumentId, Diagnostics) {
    let (mut root, mut found) = match read_nodes(sources, document) {
        Ok(read) => read,
        Err(problem) => return (document, unreadable(problem, &sources.get(document).text)),
    };
    let mut overlays = Vec::new();
    for path in &options.overlays {
        overlays.extend(overlay::apply(sources, path, &mut root, &mut found));
    }
    if sources.get(document).format == Format::Yaml {
        spell_out(sources, &mut root);
    }
    let layout = if swagger2::is_swagger2(&root) { Layout::Swagger2 } else { Layout::OpenApi3 };
    let names = files::own_names(&root);
    let brings_in = refers_to_what_is_brought_in(&root, &names);
    if !brings_in && layout == Layout::OpenApi3 && options.overlays.is_empty() {
        return (document, Diagnostics::default());
    }
    if brings_in {
        let files = Files::new(sources, root.clone(), path, options, overlays);
        root = bundle::bundle(files, root, layout, &mut found);
    }
    if layout == Layout::Swagger2 {
        root = swagger2::convert(&root, &mut found);
    }
    found.remove_repeats();
    let (text, origins) = write::write(&root);
    (sources.add_derived(document, text, origins), found)
}

/// Parse says what is wrong with a text that can't be read, and more of it; but Swagger 2.0 is all that it would say of that.
fn unreadable(problem: Diagnostic, text: &str) -> Diagnostics {
    let mut found = Diagnostics::default();
    if may_be_swagger2(text) {
        found.push(problem);
    }
    found
}

/// YAML takes a version without quotes for a number, and `1.10` is not `1.1`: makes texts of what has to be one, as they are written.
fn spell_out(sources: &Sources, root: &mut Node) {
    for way in [&["openapi"][..], &["swagger"], &["info", "title"], &["info", "version"]] {
        let node = way.iter().try_fold(&mut *root, |node, key| node.as_map_mut()?.get_mut(*key));
        if let Some(node) = node
            && let Content::Scalar(value @ (Value::Number(_) | Value::Bool(_))) = &node.content
        {
            let written = sources.scalar_text(&node.origin).unwrap_or_else(|| value.to_string());
            node.content = Content::Scalar(Value::String(written));
        }
    }
}

/// Tells from a text whether it can have a `$ref` that leads out of it: a look that is cheap, and never wrong in saying no for what JSON
/// and YAML usually look like. What it overlooks is reported when references are resolved.
fn may_refer_outside(text: &str) -> bool {
    behind(text, "$ref").any(|rest| {
        let value = rest.trim_start_matches(['"', '\'', ' ', '\t', '\r', '\n', ':']);
        !value.starts_with('#')
    })
}

/// Returns what is behind each place of a word.
fn behind<'t>(text: &'t str, word: &'static str) -> impl Iterator<Item = &'t str> {
    memchr::memmem::find_iter(text.as_bytes(), word).map(move |at| &text[at + word.len()..])
}

/// Tells from a text whether it can have the key that begins a description of Swagger 2.0.
fn may_be_swagger2(text: &str) -> bool {
    behind(text, "swagger").any(|rest| rest.trim_start_matches(['"', '\'', ' ', '\t']).starts_with(':'))
}

/// Where OpenAPI 3.2 has media types that references lead to. No stage after this one resolves those.
const MEDIA_TYPES: &str = "#/components/mediaTypes/";

/// Tells whether a node is, or holds, a mapping with a `$ref` that leads out of the text, or to a media type. `names` are those of the
/// text itself.
fn refers_to_what_is_brought_in(node: &Node, names: &HashSet<String>) -> bool {
    let is_brought_in = |reference: &str| !files::stays_inside(reference, names) || reference.starts_with(MEDIA_TYPES);
    match &node.content {
        Content::Scalar(_) => false,
        Content::List(list) => list.iter().any(|item| refers_to_what_is_brought_in(item, names)),
        Content::Map(map) => {
            node.reference().is_some_and(is_brought_in) || map.values().any(|value| refers_to_what_is_brought_in(value, names))
        }
    }
}
