//! What is brought in from other files -> its names among the components.
//!
//! A name comes from the file or the pointer, never from the order of references. Of several that would have the same, the one that is
//! nearest to the root keeps it (fewer folders, then by the alphabet), and the others take the names of their file or folder to it.

use std::path::Path;

use foldhash::HashSet;
use indexmap::IndexMap;

use super::bundle::Bundle;
use super::files::folder_of;
use crate::kind::Kind;
use crate::parse::nodes::Map;
use crate::source::Origin;

/// Names the targets that have no name yet. `components` has the names that are taken.
pub(super) fn name_targets(bundle: &mut Bundle<'_>, components: &IndexMap<Kind, Map>) {
    let names = components.iter().flat_map(|(kind, section)| section.keys().map(|name| (*kind, name.clone())));
    let mut taken: HashSet<(Kind, String)> = names.collect();
    for index in unnamed(bundle) {
        let ((origin, kind), _) = bundle.targets.get_index(index).expect("it is one of the targets");
        let (origin, kind) = (origin.clone(), *kind);
        let candidates = candidates(bundle.files.path(origin.document), &origin);
        let free = candidates.iter().find(|name| !taken.contains(&(kind, (*name).clone()))).cloned();
        let name = free.unwrap_or_else(|| numbered(&candidates, |name| taken.contains(&(kind, name.to_owned()))));
        if name != candidates[0] {
            let plain = &candidates[0];
            let message = format!("two files have {} called `{plain}`; this one is `{name}`", kind.noun());
            let help = "a component of the description that is only a `$ref` to it gives it a name".to_owned();
            bundle.report_collision(&origin, message, help);
        }
        taken.insert((kind, name.clone()));
        bundle.targets[index].name = Some(name);
    }
}

/// Returns the targets without a name, those nearest to the root first.
fn unnamed(bundle: &Bundle<'_>) -> Vec<usize> {
    let mut list: Vec<usize> = (0..bundle.targets.len()).filter(|index| bundle.targets[*index].name.is_none()).collect();
    let rank = |index: &usize| {
        let ((origin, _), _) = bundle.targets.get_index(*index).expect("it is one of the targets");
        let path = bundle.files.path(origin.document);
        (path.components().count(), path.to_owned(), origin.pointer.clone())
    };
    list.sort_by_cached_key(rank);
    list
}

/// Returns the names that a node may have, the best first.
fn candidates(path: &Path, origin: &Origin) -> Vec<String> {
    let (stem, folders) = stem_and_folders(path);
    let tokens: Vec<String> = origin.pointer.tokens().map(std::borrow::Cow::into_owned).collect();
    let mut outer = folders;
    let base = match tokens.as_slice() {
        [] => stem,
        [.., last] if stands_under_its_name(&tokens) => {
            outer.push(stem);
            last.clone()
        }
        tokens => {
            let telling = tokens.iter().filter(|token| !is_structure(token)).map(String::as_str);
            std::iter::once(stem.as_str()).chain(telling).collect::<Vec<_>>().join("-")
        }
    };
    outer.retain(|name| !is_structure(name));
    let longer = (0..outer.len()).rev().map(|from| format!("{}-{base}", outer[from..].join("-")));
    std::iter::once(base.clone()).chain(longer).collect()
}

/// Returns the name of a file without its endings, and the names of the folders around it. A file that is called as if it had no name has
/// that of its folder.
fn stem_and_folders(path: &Path) -> (String, Vec<String>) {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let stem = stem.strip_suffix(".schema").unwrap_or(&stem).to_owned();
    let mut folders: Vec<String> = folder_of(path)
        .components()
        .filter_map(|part| match part {
            std::path::Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
            _ => None,
        })
        .collect();
    match stem.trim_start_matches('_') {
        "index" if !folders.is_empty() => (folders.pop().unwrap_or_default(), folders),
        _ => (stem, folders),
    }
}

/// Tells whether the last token of a pointer is a name that somebody gave to the node, and not its place inside of another one.
fn stands_under_its_name(tokens: &[String]) -> bool {
    match tokens {
        [name] => !is_structure(name),
        [.., holder, _] => {
            matches!(
                holder.as_str(),
                "schemas"
                    | "definitions"
                    | "$defs"
                    | "parameters"
                    | "responses"
                    | "requestBodies"
                    | "headers"
                    | "examples"
                    | "links"
                    | "securitySchemes"
                    | "components"
            ) && !tokens.last().is_some_and(|last| is_structure(last))
        }
        [] => false,
    }
}

/// Tells whether a token of a pointer, or the name of a file or folder, says nothing about the node.
fn is_structure(token: &str) -> bool {
    token.chars().all(|letter| letter.is_ascii_digit())
        || matches!(
            token,
            "components"
                | "schemas"
                | "definitions"
                | "$defs"
                | "properties"
                | "items"
                | "schema"
                | "content"
                | "application/json"
                | "allOf"
                | "oneOf"
                | "anyOf"
                | "additionalProperties"
                | "paths"
                | "responses"
                | "parameters"
                | "models"
        )
}

/// Two nodes of one file may have the same names, such as `/A/x` and `/B/x`; then, and only then, their order decides.
fn numbered(candidates: &[String], is_taken: impl Fn(&str) -> bool) -> String {
    let longest = candidates.last().map(String::as_str).unwrap_or_default();
    let names = (2_u64..).map(|number| format!("{longest}-{number}"));
    names.into_iter().find(|name| !is_taken(name)).unwrap_or_default()
}
