//! The client itself: where it calls, and how it proves who calls.

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Operation, SecurityKind, SecurityScheme, Server};

use super::Cx;
use super::items::append_paragraph;
use super::model::{Module, RustClient, RustItem, RustOperation, RustPath, RustScheme, RustServer, SchemeKind};
use super::names::{RustIdent, Use, Wish, claim};

pub(super) fn plan_client(cx: &mut Cx<'_>, operations: Vec<RustOperation>) -> RustClient {
    let api = cx.api;
    let schemes: Vec<_> = api.security_schemes.iter().filter_map(|scheme| plan_scheme(cx, scheme)).collect();
    RustClient {
        docs: client_docs(cx),
        path: RustPath { module: Module::Root, name: RustIdent::fixed("Client") },
        base_url: base_url(cx),
        credentials: credentials(&schemes),
        schemes,
        security: cx.api.security.clone(),
        operations,
    }
}

/// Returns the first server's URL. Where the description has none and every operation has its own, it is that of the first one, so
/// that a client can be built without naming a server that nothing is sent to.
fn base_url(cx: &Cx<'_>) -> Option<String> {
    let of_api = absolute(&cx.api.servers);
    let all_have_one = cx.api.operations.iter().all(|operation| absolute(&operation.servers).is_some());
    let first = cx.api.operations.first().filter(|_| all_have_one);
    of_api.or_else(|| absolute(&first?.servers)).map(|server| server.url.clone())
}

/// Returns the URL of an operation's own server, unless it is the client's anyway (OpenAPI 3.0.3, Operation Object, `servers`).
pub(super) fn own_server(cx: &mut Cx<'_>, operation: &Operation) -> Option<String> {
    let first = operation.servers.first()?;
    if !is_absolute(first) {
        if cx.api.servers.first().is_none_or(|server| server.url != first.url) {
            let message = format!("the operation's server `{}` is relative to where the description is", first.url);
            let finding = Diagnostic::new(Code::UnsupportedFeature, first.origin.clone(), message);
            cx.diagnostics.push(finding.help("it is sent to the client's base URL"));
        }
        return None;
    }
    (base_url(cx).as_deref() != Some(&first.url)).then(|| first.url.clone())
}

/// Returns the first of the servers, if its URL can be used without knowing where the description is served.
fn absolute(servers: &[Server]) -> Option<&Server> {
    servers.first().filter(|server| is_absolute(server))
}

fn client_docs(cx: &Cx<'_>) -> Vec<String> {
    let title = super::docs::sentence(&format!("Client for {}", cx.api.title));
    let mut docs = vec![title];
    let description = cx.api.docs.description.as_deref().unwrap_or_default();
    append_paragraph(&mut docs, cx.doc_lines(description));
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
            name: server_name(server).unwrap_or_else(|| format!("server {}", index + 1)).into(),
            for_use: Use::Constant,
            chosen: None,
            origin: &server.origin,
        })
        .collect();
    let names = claim(&wishes, &[], &mut cx.diagnostics);
    let items = servers.into_iter().zip(names).map(|(server, name)| RustServer {
        docs: server_docs(cx, server),
        name,
        url: server.url.clone(),
    });
    items.map(|server| (Module::Servers, RustItem::Server(server))).collect()
}

/// The description may be there and say nothing.
fn server_docs(cx: &Cx<'_>, server: &Server) -> Vec<String> {
    let lines = cx.doc_lines(server.description.as_deref().unwrap_or_default());
    if lines.is_empty() { vec![format!("`{}`.", server.url)] } else { lines }
}

/// A description of a few words is a name; a longer one is not.
fn server_name(server: &Server) -> Option<String> {
    let description = server.description.as_ref()?;
    let words = description.split_whitespace().count();
    (1..=4).contains(&words).then(|| description.clone())
}
