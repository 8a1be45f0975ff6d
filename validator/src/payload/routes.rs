//! URLs -> operations: servers, and the path templates below them.

use bindery::spec::{Document, Operation, Server};

use super::servers::{Base, Target};
use super::{Part, Problem};
use crate::rule;
use crate::wire::route::{Found, Routes};

/// All servers, and the paths below them.
pub(super) struct Bases {
    described: Vec<Base>,
    /// Servers that stand for every one that is described.
    further: Vec<Base>,
    routes: Routes,
}

/// An operation, and its path parameters as they were written.
type Match<'a> = (&'a Operation, Vec<(String, String)>);

/// Why a request is for no operation.
pub(super) enum Missed {
    /// No server has this host.
    Host(String, Box<Problem>),
    /// The host is one of a server.
    Route(Box<Problem>),
}

impl Bases {
    pub(super) fn new(document: &Document) -> Self {
        let own = document.operations.iter().flat_map(|operation| &operation.servers);
        let mut servers: Vec<&Server> = Vec::new();
        for server in document.servers.iter().chain(own) {
            // Path items repeat their servers in each operation.
            if !servers.iter().any(|other| other.origin == server.origin) {
                servers.push(server);
            }
        }
        let mut described: Vec<Base> = servers.into_iter().flat_map(Base::parse).collect();
        if document.servers.is_empty() {
            described.push(Base::any());
        }
        Self { described, further: Vec::new(), routes: Routes::new(document) }
    }

    pub(super) fn add(&mut self, server: &Server) {
        self.further.extend(Base::parse(server));
    }

    /// Finds the operation for a request. Of several servers the one with the longest path comes first.
    pub(super) fn find<'a>(&self, document: &'a Document, method: &str, url: &str) -> Result<Match<'a>, Missed> {
        let method = method.to_ascii_uppercase();
        let target = Target::parse(url);
        let described = self.described.iter().map(|base| (base, Some(base.url.as_str())));
        let bases = described.chain(self.further.iter().map(|base| (base, None)));
        let bases: Vec<(&Base, Option<&str>)> = bases.filter(|(base, _)| base.has_host(&target)).collect();
        if bases.is_empty() {
            return Err(self.other_host(document, &target));
        }
        let starts = bases.iter().flat_map(|(base, url)| base.ends(target.path).into_iter().map(|end| (end, *url)));
        let mut starts: Vec<(usize, Option<&str>)> = starts.collect();
        starts.sort_by_key(|(end, _)| std::cmp::Reverse(*end));
        let (mut others, mut elsewhere) = (Vec::new(), None);
        for (start, server) in starts {
            match self.routes.find(&method, &target.path[start..]) {
                Found::Operation(index, parameters) if is_at(document, &document.operations[index], server) => {
                    return Ok((&document.operations[index], parameters));
                }
                Found::Operation(index, _) => elsewhere = elsewhere.or(servers_of(document, &document.operations[index]).first()),
                Found::OtherMethods(methods) => others.extend(methods),
                Found::Nothing => {}
            }
        }
        let mut problem =
            Problem::new(&rule::UNDOCUMENTED_ROUTE, Part::Line, format!("`{method} {}` is not described", target.path));
        others.dedup();
        problem.help = match elsewhere {
            Some(server) => Some(format!("it is at `{}`", server.url)),
            None => (!others.is_empty()).then(|| format!("the path has {}", others.join(", "))),
        };
        Err(Missed::Route(Box::new(problem)))
    }

    fn other_host(&self, document: &Document, target: &Target<'_>) -> Missed {
        let host = target.host.unwrap_or_default().to_ascii_lowercase();
        let what = if target.is_inline { "leads to no server" } else { "is the host of no server that is described" };
        let message = format!("`{host}` {what}; requests to it were not judged");
        let problem = Problem::new(&rule::UNDOCUMENTED_HOST, Part::Line, message);
        if target.is_inline {
            return Missed::Host(host, Box::new(problem));
        }
        let urls: Vec<String> = self.described.iter().take(4).map(|base| format!("`{}`", base.url)).collect();
        let help = format!("described are {}; `--server` adds one", urls.join(", "));
        let problem = Problem { help: Some(help), ..problem }.described(&document.origin.child("servers"));
        Missed::Host(host, Box::new(problem))
    }
}

/// Tells whether an operation is at a server, by its URL in the description; without one the server is at every place.
fn is_at(document: &Document, operation: &Operation, server: Option<&str>) -> bool {
    let servers = servers_of(document, operation);
    servers.is_empty() || server.is_none_or(|url| servers.iter().any(|own| own.url == *url))
}

/// Returns the query of a URL, without its question mark.
pub(super) fn query_of(url: &str) -> &str {
    let url = url.split('#').next().unwrap_or_default();
    url.split_once('?').map_or("", |(_, query)| query)
}

fn servers_of<'a>(document: &'a Document, operation: &'a Operation) -> &'a [Server] {
    if operation.servers.is_empty() { &document.servers } else { &operation.servers }
}
