//! The parameters of two operations -> what changes between them.

use bindery::spec::{Document, Operation, Parameter, ParameterEncoding, ParameterLocation};

use super::change::{Verdict, Ways};
use super::draft::Draft;
use super::operations::essence;
use super::rest;
use super::view::shape;
use super::walk::Walk;
use super::words;
use crate::rule;

use Verdict::{Breaking, Compatible, Unknown};

/// Compares the parameters of two operations.
pub(super) fn compare(walk: &mut Walk<'_>, old: &Operation, new: &Operation) {
    let mut left: Vec<&Parameter> = new.parameters.iter().collect();
    let mut gone = Vec::new();
    for parameter in &old.parameters {
        let key = parameter_key(old, parameter);
        match left.iter().position(|it| parameter_key(new, it) == key) {
            Some(at) => both(walk, parameter, left.remove(at)),
            None => gone.push(parameter),
        }
    }
    gone.retain(|parameter| {
        let at = left.iter().position(|it| it.name == parameter.name);
        at.into_iter().for_each(|at| moved(walk, parameter, left.remove(at)));
        at.is_none()
    });
    let renames: Vec<_> = gone.iter().filter_map(|it| Some((*it, renamed(walk, it, &gone, &left)?))).collect();
    for (from, to) in &renames {
        called(walk, from, to);
    }
    for parameter in gone.into_iter().filter(|it| !renames.iter().any(|(from, _)| std::ptr::eq(*from, *it))) {
        let message = format!("{} is gone", parameter_name(parameter));
        let draft = Draft::new(&rule::PARAMETER_REMOVED, Some(&parameter.origin), Some(&new.origin), message);
        // Whether a server minds what it does not know is not said.
        walk.add(draft.request(Unknown).member(&parameter.name).about(parameter_name(parameter)));
    }
    for parameter in left.into_iter().filter(|it| !renames.iter().any(|(_, to)| std::ptr::eq(*to, *it))) {
        added(walk, old, parameter);
    }
}

/// Finds the only parameter that came and is like one that went in all but its name, and that is told by its description or a part of
/// its name.
fn renamed<'a>(walk: &Walk<'_>, from: &Parameter, gone: &[&Parameter], come: &[&'a Parameter]) -> Option<&'a Parameter> {
    let looks = |document: &Document, it: &Parameter| (it.location, it.required, shape(document, &[it.schema]));
    let mine = looks(walk.base, from);
    let mut alike = come.iter().filter(|it| looks(walk.revision, it) == mine);
    let (only, none) = (*alike.next()?, alike.next());
    let is_alone = none.is_none() && gone.iter().filter(|it| looks(walk.base, it) == mine).count() == 1;
    let is_told = from.description.is_some() && from.description == only.description
        || from.name.contains(&only.name)
        || only.name.contains(&from.name);
    (is_alone && is_told && from.location != ParameterLocation::Path).then_some(only)
}

fn called(walk: &mut Walk<'_>, old: &Parameter, new: &Parameter) {
    let message = format!("{} is called `{}`", parameter_name(old), new.name);
    let draft = Draft::new(&rule::PARAMETER_RENAMED, Some(&old.origin), Some(&new.origin), message);
    // Whether a server minds what it does not know is not said.
    let verdict = if new.required { Breaking } else { Unknown };
    walk.add(draft.request(verdict).member(&old.name).also(&new.name).about(parameter_name(old)));
    walk.follow(old.schema, new.schema, Ways::REQUEST, Some(&old.name));
}

fn added(walk: &mut Walk<'_>, old: &Operation, parameter: &Parameter) {
    let sort = if parameter.required { "required" } else { "optional" };
    let message = format!("{sort} {} is new", parameter_name(parameter));
    let draft = Draft::new(&rule::PARAMETER_ADDED, Some(&old.origin), Some(&parameter.origin), message);
    let verdict = if parameter.required { Breaking } else { Compatible };
    walk.add(draft.request(verdict).member(&parameter.name).about(parameter_name(parameter)));
}

/// A parameter is recognized by its location and name; in a path by its position there, in a header whatever its case.
fn parameter_key(operation: &Operation, parameter: &Parameter) -> (ParameterLocation, String) {
    let position = || placeholders(&operation.path).iter().position(|name| *name == parameter.name);
    let name = match parameter.location {
        ParameterLocation::Path => position().map_or_else(|| parameter.name.clone(), |at| at.to_string()),
        ParameterLocation::Header => parameter.name.to_ascii_lowercase(),
        ParameterLocation::Query | ParameterLocation::Cookie => parameter.name.clone(),
    };
    (parameter.location, name)
}

fn placeholders(path: &str) -> Vec<&str> {
    path.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

fn parameter_name(parameter: &Parameter) -> String {
    format!("{} parameter `{}`", location(parameter.location), parameter.name)
}

pub(super) fn location(location: ParameterLocation) -> &'static str {
    match location {
        ParameterLocation::Path => "path",
        ParameterLocation::Query => "query",
        ParameterLocation::Header => "header",
        ParameterLocation::Cookie => "cookie",
    }
}

fn moved(walk: &mut Walk<'_>, old: &Parameter, new: &Parameter) {
    let message = format!("{} is a {} parameter now", parameter_name(old), location(new.location));
    let draft = Draft::new(&rule::PARAMETER_MOVED, Some(&old.origin), Some(&new.origin), message);
    walk.add(draft.request(Breaking).member(&old.name).about(parameter_name(old)));
    walk.follow(old.schema, new.schema, Ways::REQUEST, Some(&old.name));
}

fn both(walk: &mut Walk<'_>, old: &Parameter, new: &Parameter) {
    let name = parameter_name(old);
    let draft = |rule, message: String| {
        Draft::new(rule, Some(&old.origin), Some(&new.origin), message).member(&old.name).about(parameter_name(old))
    };
    if old.name != new.name && old.location == ParameterLocation::Path {
        walk.add(draft(&rule::PLACEHOLDER_RENAMED, format!("{name} is called `{}`", new.name)).request(Compatible));
    }
    match (old.required, new.required) {
        (false, true) => walk.add(draft(&rule::PARAMETER_REQUIRED, format!("{name} is required")).request(Breaking)),
        (true, false) => {
            walk.add(draft(&rule::PARAMETER_OPTIONAL, format!("{name} is not required any more")).request(Compatible));
        }
        _ => {}
    }
    if old.deprecated != new.deprecated {
        let word = if new.deprecated { "deprecated" } else { "not deprecated any more" };
        walk.add(draft(&rule::DEPRECATED, format!("{name} is {word}")).request(Compatible));
    }
    if !same_encoding(&old.encoding, &new.encoding) {
        let message = format!("{name} was written as {} and is as {}", encoding(&old.encoding), encoding(&new.encoding));
        walk.add(draft(&rule::ENCODING_CHANGED, message).request(Breaking));
    }
    let words = (
        (&old.origin, old.description.as_deref(), &old.examples[..]),
        (&new.origin, new.description.as_deref(), &new.examples[..]),
    );
    words::of_part(walk, words.0, words.1, &name, rest::PARAMETER);
    walk.follow(old.schema, new.schema, Ways::REQUEST, Some(&old.name));
}

/// Which reserved characters are escaped makes no other value of it.
fn same_encoding(old: &ParameterEncoding, new: &ParameterEncoding) -> bool {
    use ParameterEncoding::{Content, Style};
    match (old, new) {
        (Style { style, explode, .. }, Style { style: new_style, explode: new_explode, .. }) => {
            (style, explode) == (new_style, new_explode)
        }
        (Content(old), Content(new)) => essence(old) == essence(new),
        _ => false,
    }
}

pub(super) fn encoding(encoding: &ParameterEncoding) -> String {
    match encoding {
        ParameterEncoding::Style { style, explode, .. } => {
            let name = format!("{style:?}");
            let (first, rest) = name.split_at(1);
            format!("`{}{rest}`{}", first.to_ascii_lowercase(), if *explode { ", exploded," } else { "" })
        }
        ParameterEncoding::Content(media_type) => format!("`{media_type}`"),
    }
}
