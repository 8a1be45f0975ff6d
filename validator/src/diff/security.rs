//! Security and servers of two documents -> what changes between them.

use bindery::source::Origin;
use bindery::spec::{Document, Operation, SecurityRequirement, Server};

use super::change::Verdict;
use super::walk::{Draft, Walk, base_spot, revision_spot};
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
    let draft = |about: &str, message: String| {
        Draft::new(&rule::SECURITY_CHANGED, Some(old_place), Some(new_place), message).about(about)
    };
    if before.is_empty() && !after.is_empty() {
        if !after.iter().any(|it| it.schemes.is_empty()) {
            walk.add_apart(draft("needed", format!("{} needed, where nothing was", listed(after))).request(Breaking), "security");
        }
        return;
    }
    if after.is_empty() {
        if !before.is_empty() {
            walk.add_apart(draft("not needed", "no security is needed any more".to_owned()).request(Compatible), "security");
        }
        return;
    }
    for alternative in before {
        match after.iter().find(|it| names(it) == names(alternative)) {
            None => walk.add_apart(
                draft(&named(alternative), format!("{} not enough any more", named(alternative))).request(Breaking),
                "security",
            ),
            Some(other) => {
                for scope in scopes(other).into_iter().filter(|it| !scopes(alternative).contains(it)) {
                    let message = format!("the scope `{}` of `{}` is needed too", scope.1, scope.0);
                    walk.add_apart(draft(&format!("{} {}", scope.0, scope.1), message).request(Breaking), "security");
                }
                for scope in scopes(alternative).into_iter().filter(|it| !scopes(other).contains(it)) {
                    let message = format!("the scope `{}` of `{}` is not needed", scope.1, scope.0);
                    walk.add_apart(draft(&format!("{} {}", scope.0, scope.1), message).request(Compatible), "security");
                }
            }
        }
    }
    for alternative in after.iter().filter(|it| !before.iter().any(|other| names(other) == names(it))) {
        walk.add_apart(draft(&named(alternative), format!("{} enough too", named(alternative))).request(Compatible), "security");
    }
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
pub(super) fn servers(walk: &mut Walk<'_>, (old, old_place): Servers<'_>, (new, new_place): Servers<'_>) {
    for server in old {
        match new.iter().find(|it| it.url == server.url) {
            Some(other) => variables(walk, server, other),
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
    let draft = |about: &[&str], message: String| {
        Draft::new(&rule::SERVER_VARIABLE_CHANGED, Some(&old.origin), Some(&new.origin), message)
            .about([&[old.url.as_str()], about].concat().join(" "))
    };
    for variable in &old.variables {
        let Some(other) = new.variables.iter().find(|it| it.name == variable.name) else { continue };
        if variable.default != other.default {
            let message = format!("variable `{}` was `{}` and is `{}`", variable.name, variable.default, other.default);
            walk.add_apart(draft(&[&variable.name], message).request(Unknown), "servers");
        }
        let closed = !other.values.is_empty();
        for value in variable.values.iter().filter(|it| closed && !other.values.contains(it)) {
            let message = format!("variable `{}` can't be `{value}` any more", variable.name);
            walk.add_apart(draft(&[&variable.name, value], message).request(Breaking), "servers");
        }
        for value in other.values.iter().filter(|it| !variable.values.is_empty() && !variable.values.contains(it)) {
            let message = format!("variable `{}` can be `{value}`", variable.name);
            walk.add_apart(draft(&[&variable.name, value], message).request(Compatible), "servers");
        }
    }
}
