//! The client itself: where it calls, and how it proves who calls.

use std::collections::HashSet;

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{SecurityKind, SecurityScheme, Server};

use super::Cx;
use super::items::{DOC_WIDTH, append_paragraph};
use super::model::{Module, RustClient, RustItem, RustOperation, RustPath, RustScheme, RustServer, SchemeKind};
use super::names::{RustIdent, Use, Wish, claim};

pub(super) fn plan_client(cx: &mut Cx<'_>, operations: Vec<RustOperation>) -> RustClient {
    let api = cx.api;
    let schemes: Vec<_> = api.security_schemes.iter().filter_map(|scheme| plan_scheme(cx, scheme)).collect();
    RustClient {
        docs: client_docs(cx),
        path: RustPath { module: Module::Root, name: RustIdent::fixed("Client") },
        base_url: cx.api.servers.first().filter(|server| is_absolute(server)).map(|server| server.url.clone()),
        credentials: credentials(&schemes),
        schemes,
        security: cx.api.security.clone(),
        operations,
    }
}

fn client_docs(cx: &Cx<'_>) -> Vec<String> {
    let title = super::docs::sentence(&format!("Client for {}", cx.api.title));
    let mut docs = vec![title];
    let description = cx.api.docs.description.as_deref().unwrap_or_default();
    append_paragraph(&mut docs, super::docs::doc_lines(description, DOC_WIDTH));
    docs
}

fn is_absolute(server: &Server) -> bool {
    server.url.starts_with("http://") || server.url.starts_with("https://")
}

fn plan_scheme(cx: &mut Cx<'_>, scheme: &SecurityScheme) -> Option<RustScheme> {
    let kind = match &scheme.kind {
        SecurityKind::ApiKey { location, name } => SchemeKind::ApiKey(*location, name.clone()),
        SecurityKind::HttpBasic => SchemeKind::Basic,
        SecurityKind::HttpBearer | SecurityKind::OAuth2 | SecurityKind::OpenIdConnect => SchemeKind::Bearer,
        SecurityKind::HttpOther(name) => {
            let (what, help) = match name.as_str() {
                "mutualTLS" => ("a certificate of the client".to_owned(), "give the client a transport that has it"),
                name => (format!("of the HTTP scheme `{name}`"), "set the header per call or as a default header"),
            };
            let message = format!("the security scheme `{}` is {what}", scheme.name);
            cx.diagnostics.push(Diagnostic::new(Code::UnsupportedSecurity, scheme.origin.clone(), message).help(help));
            return None;
        }
    };
    Some(RustScheme { name: scheme.name.clone(), kind })
}

/// Returns the schemes that the builder has a method for: those of which there is one of a sort.
fn credentials(schemes: &[RustScheme]) -> Vec<(&'static str, String)> {
    ["ApiKeyAuth", "BearerAuth", "BasicAuth"].into_iter().filter_map(|name| Some((name, single(schemes, name)?))).collect()
}

fn single(schemes: &[RustScheme], name: &str) -> Option<String> {
    let mut of_sort = schemes.iter().filter(|scheme| auth_trait(&scheme.kind) == name);
    match (of_sort.next(), of_sort.next()) {
        (Some(only), None) => Some(only.name.clone()),
        _ => None,
    }
}

/// Returns the runtime's trait for clients with one scheme of the kind.
fn auth_trait(kind: &SchemeKind) -> &'static str {
    match kind {
        SchemeKind::ApiKey(..) => "ApiKeyAuth",
        SchemeKind::Bearer => "BearerAuth",
        SchemeKind::Basic => "BasicAuth",
    }
}

/// Plans a constant for every server, named by what the description calls it.
pub(super) fn plan_servers(cx: &mut Cx<'_>) -> Vec<(Module, RustItem)> {
    let servers: Vec<_> = cx.api.servers.iter().filter(|server| is_absolute(server)).collect();
    let wishes: Vec<_> = servers
        .iter()
        .enumerate()
        .map(|(index, server)| Wish {
            name: server_name(server).unwrap_or_else(|| format!("server {}", index + 1)),
            for_use: Use::Constant,
            chosen: None,
            origin: &server.origin,
        })
        .collect();
    let names = claim(&wishes, &HashSet::new(), &mut cx.diagnostics);
    let items = servers.into_iter().zip(names).map(|(server, name)| RustServer {
        docs: match &server.description {
            Some(description) => super::docs::doc_lines(description, DOC_WIDTH),
            None => vec![format!("`{}`.", server.url)],
        },
        name,
        url: server.url.clone(),
    });
    items.map(|server| (Module::Servers, RustItem::Server(server))).collect()
}

/// A description of a few words is a name; a longer one is not.
fn server_name(server: &Server) -> Option<String> {
    let description = server.description.as_ref()?;
    let words = description.split_whitespace().count();
    (1..=4).contains(&words).then(|| description.clone())
}
