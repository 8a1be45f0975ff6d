//! Security and servers of two documents -> what changes between them.

use bindery::source::Origin;
use bindery::spec::{Document, Operation, SecurityRequirement, Server};

use super::change::Verdict;
use super::draft::{Draft, base_spot, revision_spot};
use super::rest;
use super::walk::Walk;
use super::words;
use crate::rule;

use Verdict::{Breaking, Compatible, Unknown};

/// Compares the schemes and the servers of the whole documents.
pub(super) fn of_documents(walk: &mut Walk<'_>) {
    let (base, revision) = (walk.base, walk.revision);
    walk.enter("servers", vec![base_spot("servers"), revision_spot("servers")]);
    servers(walk, (&base.servers, Some(&base.origin)), (&revision.servers, Some(&revision.origin)));
    walk.enter("security schemes", vec![base_spot("security"), revision_spot("security")]);
    for old in &base.security_schemes {
        match revision.security_schemes.iter().find(|it| it.name == old.name) {
            Some(new) if new.kind != old.kind => {
                let message = format!("security scheme `{}` is sent differently", old.name);
                let draft = Draft::new(&rule::SCHEME_CHANGED, Some(&old.origin), Some(&new.origin), message);
                walk.add(draft.about(&old.name).request(Breaking));
            }
            Some(new) if rest::other_tokens(walk, (&old.origin, &new.origin)) => {
                let message = format!("tokens for security scheme `{}` are had in another way", old.name);
                let draft = Draft::new(&rule::SCHEME_CHANGED, Some(&old.origin), Some(&new.origin), message);
                walk.add(draft.about(&old.name).request(Unknown));
            }
            Some(_) => {}
            None => {
                let message = format!("security scheme `{}` is gone", old.name);
                let draft = Draft::new(&rule::SCHEME_CHANGED, Some(&old.origin), None, message);
                // Those who need it hear of it where it is needed.
                walk.add(draft.about(&old.name).request(Compatible));
            }
        }
    }
}

/// Compares what two operations ask for. What the whole document says is one change, however many operations it holds for.
pub(super) fn of_operation(walk: &mut Walk<'_>, old: &Operation, new: &Operation) {
    let (before, old_place) = required(walk.base, old);
    let (after, new_place) = required(walk.revision, new);
    let mut add = |about: String, verdict: Verdict, message: String| {
        let draft = Draft::new(&rule::SECURITY_CHANGED, Some(old_place), Some(new_place), message);
        walk.add_apart(draft.about(about).request(verdict), "security");
    };
    let only_nothing = |list: &[SecurityRequirement]| list.iter().all(|it| it.schemes.is_empty());
    match (only_nothing(before), only_nothing(after)) {
        (true, true) => {}
        (false, true) => add("nothing".to_owned(), Compatible, "no security is needed any more".to_owned()),
        (true, false) if !has_nothing(after) => {
            add("something".to_owned(), Breaking, format!("{} needed, where nothing was", listed(after)));
        }
        _ => alternatives(before, after, &mut add),
    }
}

fn alternatives(before: &[SecurityRequirement], after: &[SecurityRequirement], add: &mut impl FnMut(String, Verdict, String)) {
    let find = |list: &[SecurityRequirement], it: &SecurityRequirement| list.iter().position(|other| names(other) == names(it));
    for alternative in before {
        match find(after, alternative) {
            Some(at) => changed_scopes(alternative, &after[at], add),
            None => {
                // Where nothing is needed, whatever is sent is enough.
                let verdict = if has_nothing(after) { Compatible } else { Breaking };
                add(named(alternative), verdict, format!("{} not enough any more", named(alternative)));
            }
        }
    }
    let is_known = |it: &SecurityRequirement| find(before, it).is_some() || it.schemes.is_empty() && has_nothing(before);
    for alternative in after.iter().filter(|it| !is_known(it)) {
        add(named(alternative), Compatible, format!("{} enough too", named(alternative)));
    }
}

fn changed_scopes(old: &SecurityRequirement, new: &SecurityRequirement, add: &mut impl FnMut(String, Verdict, String)) {
    let (before, after) = (scopes(old), scopes(new));
    for (scheme, scope) in after.iter().filter(|it| !before.contains(it)) {
        add(format!("{scheme} {scope}"), Breaking, format!("the scope `{scope}` of `{scheme}` is needed too"));
    }
    for (scheme, scope) in before.iter().filter(|it| !after.contains(it)) {
        add(format!("{scheme} {scope}"), Compatible, format!("the scope `{scope}` of `{scheme}` is not needed"));
    }
}

/// An empty list needs nothing, as an alternative without schemes does (OpenAPI 3.0.3, "Operation Object").
fn has_nothing(requirements: &[SecurityRequirement]) -> bool {
    requirements.is_empty() || requirements.iter().any(|it| it.schemes.is_empty())
}

fn required<'a>(document: &'a Document, operation: &'a Operation) -> (&'a [SecurityRequirement], &'a Origin) {
    match &operation.security {
        Some(own) => (own, &operation.origin),
        None => (&document.security, &document.origin),
    }
}

fn names(requirement: &SecurityRequirement) -> Vec<&str> {
    let mut names: Vec<_> = requirement.schemes.iter().map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    names
}

fn scopes(requirement: &SecurityRequirement) -> Vec<(&str, &str)> {
    requirement.schemes.iter().flat_map(|(name, scopes)| scopes.iter().map(|scope| (name.as_str(), scope.as_str()))).collect()
}

fn named(requirement: &SecurityRequirement) -> String {
    match names(requirement).as_slice() {
        [] => "no security is".to_owned(),
        [name] => format!("`{name}` is"),
        names => format!("{} are", names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" and ")),
    }
}

fn listed(requirements: &[SecurityRequirement]) -> String {
    requirements.iter().map(named).collect::<Vec<_>>().join(", or ")
}

/// Servers, and the place that they belong to.
type Servers<'a> = (&'a [Server], Option<&'a Origin>);

/// Compares two lists of servers.
pub(super) fn servers<'s>(walk: &mut Walk<'_>, (old, old_place): Servers<'s>, (new, new_place): Servers<'s>) {
    for server in old {
        match new.iter().find(|it| it.url == server.url) {
            Some(other) => {
                let part = |server: &'s Server| (&server.origin, server.description.as_deref(), &[][..]);
                words::of_part(walk, part(server), part(other), &format!("the server `{}`", server.url), rest::SERVER);
                variables(walk, server, other);
            }
            None => {
                let message = format!("the server `{}` is gone", server.url);
                let draft = Draft::new(&rule::SERVER_REMOVED, Some(&server.origin), new_place, message);
                walk.add_apart(draft.about(&server.url).request(Breaking), "servers");
            }
        }
    }
    for server in new.iter().filter(|server| !old.iter().any(|it| it.url == server.url)) {
        let message = format!("the server `{}` is new", server.url);
        let draft = Draft::new(&rule::SERVER_ADDED, old_place, Some(&server.origin), message).about(&server.url);
        walk.add_apart(draft.request(Compatible), "servers");
    }
    let first = |servers: &[Server]| servers.first().map(|server| server.url.clone());
    if let (Some(before), Some(after)) = (first(old), first(new))
        && before != after
        && new.iter().any(|it| it.url == before)
    {
        let message = format!("`{after}` is the first server, where `{before}` was");
        walk.add_apart(Draft::new(&rule::SERVER_ADDED, old_place, new_place, message).about("first").request(Unknown), "servers");
    }
}

fn variables(walk: &mut Walk<'_>, old: &Server, new: &Server) {
    for variable in &old.variables {
        let Some(other) = new.variables.iter().find(|it| it.name == variable.name) else { continue };
        let name = &variable.name;
        let places = [old, new].map(|server| server.origin.child("variables").child(name));
        let words = ((&places[0], variable.description.as_deref(), &[][..]), (&places[1], other.description.as_deref(), &[][..]));
        words::of_part(walk, words.0, words.1, &format!("the variable `{name}`"), rest::SERVER_VARIABLE);
        let mut add = |about: &str, verdict: Verdict, message: String| {
            let draft = Draft::new(&rule::SERVER_VARIABLE_CHANGED, Some(&old.origin), Some(&new.origin), message);
            walk.add_apart(draft.about(format!("{} {name} {about}", old.url)).request(verdict), "servers");
        };
        if variable.default != other.default {
            add("default", Unknown, format!("variable `{name}` was `{}` and is `{}`", variable.default, other.default));
        }
        match (variable.values.as_slice(), other.values.as_slice()) {
            ([], []) => {}
            ([], some) => add("any", Breaking, format!("variable `{name}` can only be `{}`", some.join("` or `"))),
            (_, []) => add("any", Compatible, format!("variable `{name}` can be anything")),
            (before, after) => {
                for value in before.iter().filter(|it| !after.contains(it)) {
                    add(value, Breaking, format!("variable `{name}` can't be `{value}` any more"));
                }
                for value in after.iter().filter(|it| !before.contains(it)) {
                    add(value, Compatible, format!("variable `{name}` can be `{value}`"));
                }
            }
        }
    }
}
