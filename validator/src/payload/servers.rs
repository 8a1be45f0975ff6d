//! URLs and servers -> whether a URL is one of a server, and where the path below the server starts.
//!
//! The scheme is no matter: traffic is often recorded behind what ends TLS. Neither is the host of one's own machine, or none at all.

use std::collections::BTreeSet;

use bindery::spec::Server;

/// A URL that somebody called, or what stands for one.
pub(super) struct Target<'u> {
    /// The host, as it was written, with its port.
    pub(super) host: Option<&'u str>,
    /// The path, without its query.
    pub(super) path: &'u str,
    /// Whether it leads to no server at all; the host is its scheme then.
    pub(super) is_inline: bool,
    scheme: &'u str,
}

impl<'u> Target<'u> {
    pub(super) fn parse(url: &'u str) -> Self {
        if let Some(scheme) = inline_scheme(url) {
            return Self { host: Some(scheme), path: "", is_inline: true, scheme: "" };
        }
        let url = url.split(['?', '#']).next().unwrap_or_default();
        let Some((scheme, rest)) = url.split_once("://") else {
            return Self { host: None, path: url, is_inline: false, scheme: "" };
        };
        let (authority, path) = rest.find('/').map_or((rest, "/"), |start| rest.split_at(start));
        let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
        Self { host: Some(host), path, is_inline: false, scheme }
    }

    /// Returns the ways to write the host: a port that the scheme implies may be there or not (RFC 9110, section 4.2.3).
    fn hosts(&self) -> Vec<String> {
        let host = self.host.unwrap_or_default().to_ascii_lowercase();
        let implied = match self.scheme.to_ascii_lowercase().as_str() {
            "http" | "ws" => ":80",
            _ => ":443",
        };
        match host.strip_suffix(implied) {
            Some(bare) => vec![bare.to_owned(), host],
            None if host.rsplit_once(':').is_some_and(|(_, port)| !port.is_empty() && !port.contains(']')) => vec![host],
            None => vec![format!("{host}{implied}"), host],
        }
    }

    /// Tells whether it leads to no other machine (RFC 6761, section 6.3).
    fn is_local(&self) -> bool {
        let Some(host) = self.host else { return true };
        let name = if host.starts_with('[') { host.split_inclusive(']').next() } else { host.split(':').next() };
        let name = name.unwrap_or_default().to_ascii_lowercase();
        let is_address = ["[::1]", "0.0.0.0"].contains(&name.as_str()) || name.starts_with("127.");
        name == "localhost" || name.ends_with(".localhost") || is_address
    }
}

/// Returns the scheme of a URL that leads to no server, with its colon: recordings of browsers have what pages hold themselves.
fn inline_scheme(url: &str) -> Option<&str> {
    let schemes = ["about:", "blob:", "data:", "file:", "javascript:"];
    let written = url.split_inclusive(':').next()?;
    schemes.iter().any(|scheme| written.eq_ignore_ascii_case(scheme)).then_some(written)
}

/// A part of a server's URL.
#[derive(Debug)]
enum Piece {
    Text(String),
    /// One of these texts.
    OneOf(Vec<String>),
    /// Any text without a slash.
    Free,
}

/// A server, with one way to write those of its variables that change what is host and what is path.
#[derive(Debug)]
pub(super) struct Base {
    /// The URL in the description.
    pub(super) url: String,
    host: Option<Vec<Piece>>,
    path: Vec<Piece>,
}

impl Base {
    pub(super) fn parse(server: &Server) -> Vec<Self> {
        let mut urls = vec![server.url.clone()];
        for variable in &server.variables {
            let values = || std::iter::once(&variable.default).chain(&variable.values);
            if values().any(|value| value.is_empty() || value.contains('/')) {
                let name = format!("{{{}}}", variable.name);
                // A server of many variables has more URLs than anybody calls.
                urls = urls.iter().flat_map(|url| values().map(|value| url.replace(&name, value))).take(256).collect();
            }
        }
        urls.iter().map(|url| Self::of(server, url)).collect()
    }

    /// Makes a base that every URL is one of.
    pub(super) fn any() -> Self {
        Self { url: String::new(), host: None, path: Vec::new() }
    }

    fn of(server: &Server, url: &str) -> Self {
        let url = url.trim_end_matches('/');
        let (host, path) = match url.split_once("://") {
            Some((_, rest)) => {
                let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
                (Some(pieces(server, &host.to_ascii_lowercase())), path)
            }
            None => (None, url),
        };
        let slash = if path.is_empty() || path.starts_with('/') { "" } else { "/" };
        Self { url: server.url.clone(), host, path: pieces(server, &format!("{slash}{path}")) }
    }

    /// Tells whether requests to the host of a URL may be for this server.
    pub(super) fn has_host(&self, target: &Target<'_>) -> bool {
        let Some(host) = self.host.as_ref().filter(|_| !target.is_local()) else { return !target.is_inline };
        target.hosts().iter().any(|written| ends(host, written).contains(&written.len()))
    }

    /// Returns where the path below the server may start in the path of a URL.
    pub(super) fn ends(&self, path: &str) -> BTreeSet<usize> {
        let mut ends = ends(&self.path, path);
        ends.retain(|end| path[*end..].is_empty() || path[*end..].starts_with('/'));
        ends
    }
}

/// Splits a URL at its variables. A variable without an enum may be anything: its default is only what is used unless it is said.
fn pieces(server: &Server, url: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = url;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        pieces.push(Piece::Text(before.to_owned()));
        let variable = server.variables.iter().find(|variable| variable.name.eq_ignore_ascii_case(name));
        pieces.push(match variable.filter(|variable| !variable.values.is_empty()) {
            Some(variable) => Piece::OneOf(std::iter::once(&variable.default).chain(&variable.values).cloned().collect()),
            None => Piece::Free,
        });
        rest = after;
    }
    pieces.push(Piece::Text(rest.to_owned()));
    pieces
}

/// Returns where pieces can end that begin where the text begins.
fn ends(pieces: &[Piece], text: &str) -> BTreeSet<usize> {
    let starts_with = |at: usize, part: &str| text[at..].starts_with(part).then_some(at + part.len());
    pieces.iter().fold(BTreeSet::from([0]), |starts, piece| match piece {
        Piece::Text(part) => starts.into_iter().filter_map(|at| starts_with(at, part)).collect(),
        Piece::OneOf(parts) => {
            starts.into_iter().flat_map(|at| parts.iter().filter_map(move |part| starts_with(at, part))).collect()
        }
        Piece::Free => starts.into_iter().flat_map(|at| free_ends(text, at)).collect(),
    })
}

fn free_ends(text: &str, start: usize) -> impl Iterator<Item = usize> {
    let free = text[start..].char_indices().take_while(|(_, character)| *character != '/');
    free.map(move |(at, character)| start + at + character.len_utf8())
}

#[cfg(test)]
mod tests {
    use bindery::source::{Origin, Sources};
    use bindery::spec::ServerVariable;

    use super::*;

    fn server(url: &str, variables: &[(&str, &str, &[&str])]) -> Server {
        let origin = Origin::root(Sources::default().add("", ""));
        let variables = variables.iter().map(|(name, default, values)| ServerVariable {
            name: (*name).to_owned(),
            default: (*default).to_owned(),
            values: values.iter().map(|value| (*value).to_owned()).collect(),
            description: None,
        });
        Server { origin, url: url.to_owned(), description: None, variables: variables.collect() }
    }

    /// Returns the paths below the server that a URL may be read as.
    fn below(server: &Server, url: &str) -> Vec<String> {
        let target = Target::parse(url);
        let bases = Base::parse(server).into_iter().filter(|base| base.has_host(&target));
        bases.flat_map(|base| base.ends(target.path)).map(|end| target.path[end..].to_owned()).collect()
    }

    #[test]
    fn a_host_is_a_host_however_it_is_written() {
        let api = server("https://API.example/v1/", &[]);
        for url in [
            "https://api.example/v1/a",
            "http://api.example/v1/a?b=/c",
            "https://api.example:443/v1/a",
            "https://u:p@API.EXAMPLE/v1/a",
            "http://localhost:8080/v1/a",
            "http://127.0.0.1/v1/a",
            "http://[::1]:3000/v1/a",
            "/v1/a",
        ] {
            assert_eq!(below(&api, url), ["/a"], "{url}");
        }
        for url in ["data:text/plain,/v1/a", "blob:https://api.example/v1/a", "file:///v1/a"] {
            assert!(below(&api, url).is_empty(), "{url}");
        }
        for url in
            ["https://api.example.evil/v1/a", "https://xapi.example/v1/a", "https://api.example:8443/v1/a", "https://b/v1/a"]
        {
            assert!(below(&api, url).is_empty(), "{url}");
        }
        assert_eq!(below(&server("http://api.example:80", &[]), "http://api.example/a"), ["/a"]);
        assert_eq!(below(&server("/v1", &[]), "https://anything.example/v1/a"), ["/a"]);
        assert_eq!(below(&server("v1", &[]), "/v1"), [""]);
        assert!(below(&api, "https://api.example/v11/a").is_empty());
    }

    #[test]
    fn variables_stand_for_what_they_may_be() {
        let region = ("region", "eu", &["eu", "us"][..]);
        let regional = server("https://{region}.api.example/{version}", &[region, ("version", "v1", &[])]);
        assert_eq!(below(&regional, "https://us.api.example/v7/a"), ["/a"]);
        assert!(below(&regional, "https://ap.api.example/v7/a").is_empty());
        let whole = server("{url}/api", &[("url", "https://one.example", &["https://one.example", "https://two.example/x"])]);
        assert_eq!(below(&whole, "https://two.example/x/api/a"), ["/a"]);
        assert!(below(&whole, "https://two.example/api/a").is_empty());
        let tenant = server("https://{tenant}.example", &[("tenant", "demo", &[])]);
        assert_eq!(below(&tenant, "https://a.b.example/a"), ["/a"]);
        assert_eq!(below(&server("https://api.example/{base}", &[("base", "", &[])]), "https://api.example/a"), ["/a"]);
    }
}
