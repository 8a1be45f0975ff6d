//! URLs -> operations: the base paths of the servers, and the path templates below them.

use bindery::spec::{Document, Operation, Server};

use super::{Part, Problem};
use crate::rule;
use crate::wire::route::{Found, Routes};

/// The base paths of all servers, the longest first, and the paths below them.
pub(super) struct Bases {
    paths: Vec<String>,
    routes: Routes,
}

/// An operation, and its path parameters as they were written.
type Match<'a> = (&'a Operation, Vec<(String, String)>);

impl Bases {
    pub(super) fn new(document: &Document) -> Self {
        let own = document.operations.iter().flat_map(|operation| &operation.servers);
        let mut paths: Vec<String> = document.servers.iter().chain(own).flat_map(base_paths).collect();
        if document.servers.is_empty() {
            paths.push(String::new());
        }
        paths.sort_by(|one, two| two.len().cmp(&one.len()).then(one.cmp(two)));
        paths.dedup();
        Self { paths, routes: Routes::new(document) }
    }

    /// Finds the operation for a request. The host is no matter: traffic may be recorded behind a proxy.
    pub(super) fn find<'a>(&self, document: &'a Document, method: &str, url: &str) -> Result<Match<'a>, Box<Problem>> {
        let method = method.to_ascii_uppercase();
        let path = path_of(url);
        let mut others = Vec::new();
        for base in &self.paths {
            let Some(rest) = path.strip_prefix(base.as_str()) else { continue };
            if !(rest.is_empty() || rest.starts_with('/')) {
                continue;
            }
            match self.routes.find(&method, rest) {
                Found::Operation(index, parameters) => {
                    let operation = &document.operations[index];
                    let servers = if operation.servers.is_empty() { &document.servers } else { &operation.servers };
                    if servers.is_empty() || servers.iter().flat_map(base_paths).any(|own| own == *base) {
                        return Ok((operation, parameters));
                    }
                }
                Found::OtherMethods(methods) => others.extend(methods),
                Found::Nothing => {}
            }
        }
        let problem = Problem::new(&rule::UNDOCUMENTED_ROUTE, Part::Line, format!("`{method} {path}` is not described"));
        Err(Box::new(Problem { help: (!others.is_empty()).then(|| format!("the path has {}", others.join(", "))), ..problem }))
    }
}

/// Returns the path of a URL, or of what stands for one, without its query.
pub(super) fn path_of(url: &str) -> &str {
    let url = url.split(['?', '#']).next().unwrap_or_default();
    match url.split_once("://") {
        Some((_, rest)) => rest.find('/').map_or("/", |start| &rest[start..]),
        None => url,
    }
}

/// Returns the query of a URL, without its question mark.
pub(super) fn query_of(url: &str) -> &str {
    let url = url.split('#').next().unwrap_or_default();
    url.split_once('?').map_or("", |(_, query)| query)
}

/// Returns the paths that a server can have, with each value of its variables, without a slash at the end.
fn base_paths(server: &Server) -> Vec<String> {
    let mut urls = vec![server.url.clone()];
    for variable in &server.variables {
        let values = std::iter::once(&variable.default).chain(&variable.values);
        let name = format!("{{{}}}", variable.name);
        // A server of many variables has more paths than anybody calls.
        urls = urls.iter().flat_map(|url| values.clone().map(|value| url.replace(&name, value))).take(256).collect();
    }
    let path = |url: &String| {
        let path = path_of(url).trim_end_matches('/');
        if path.is_empty() || path.starts_with('/') { path.to_owned() } else { format!("/{path}") }
    };
    urls.iter().map(path).collect()
}
