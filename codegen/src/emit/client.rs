//! The client: the struct, what the runtime has to know of the API, and a method for each operation.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::ir::ParameterLocation;
use crate::plan::{RustClient, RustScheme, SchemeKind};

use super::Paths;
use super::operation::emit_operation;
use super::piece::{Body, Emitted, Function, Member, MemberKind, Outer};

pub(super) fn emit_client<'a>(paths: &Paths<'_>, item: &'a RustClient) -> Vec<Emitted<'a>> {
    let mut items = vec![definition(item), methods(paths, item), api(paths, item)];
    items.extend(item.credentials.iter().map(|(name, scheme)| credential(item, name, scheme)));
    items
}

fn definition(item: &RustClient) -> Emitted<'_> {
    let outer = Outer::docs(&item.docs).with(["#[derive(Clone, Debug)]"]);
    Emitted::Item(outer, ["pub struct ".into(), (&item.path.name).into(), "(::bindery_runtime::Client);".into()].into())
}

fn methods<'a>(paths: &Paths<'_>, item: &'a RustClient) -> Emitted<'a> {
    let body = Body::value("::bindery_runtime::ClientBuilder::new()");
    let builder = Function::new("pub fn builder", Vec::new(), "::bindery_runtime::ClientBuilder<Self>", body);
    let doc = "Starts a client: set what it needs, then `build` it.";
    let builder = Member { outer: Outer::doc(doc), kind: MemberKind::Function(builder) };
    let operations = item.operations.iter().map(|operation| emit_operation(paths, operation));
    let members = [builder].into_iter().chain(operations).collect();
    Emitted::Block { outer: Outer::default(), head: ["impl ".into(), (&item.path.name).into()].into(), members }
}

fn api<'a>(paths: &Paths<'_>, item: &'a RustClient) -> Emitted<'a> {
    let RustClient { docs: _, path, base_url, schemes, security, credentials: _, operations: _ } = item;
    let base_url = match base_url {
        Some(url) => quote!(Some(#url)),
        None => quote!(None),
    };
    let option = paths.option("&'static str".into());
    let schemes = schemes.iter().map(scheme);
    let security = requirements(security);
    let constants = [
        quote!(const BASE_URL: #option = #base_url;),
        quote!(
            const USER_AGENT: &'static str = concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"));
        ),
        quote!(const SECURITY_SCHEMES: &'static [::bindery_runtime::SecurityScheme] = &[#(#schemes),*];),
        quote!(const SECURITY: ::bindery_runtime::Security = #security;),
    ];
    let functions = [
        Function::new("fn from_client", vec!["client: ::bindery_runtime::Client".into()], "Self", Body::value("Self(client)")),
        Function::new("fn as_client", vec!["&self".into()], "&::bindery_runtime::Client", Body::value("&self.0")),
    ];
    let kinds = constants.into_iter().map(MemberKind::Item).chain(functions.into_iter().map(MemberKind::Function));
    let members = kinds.map(|kind| Member { outer: Outer::default(), kind }).collect();
    Emitted::Block {
        outer: Outer::default(),
        head: ["impl ::bindery_runtime::Api for ".into(), (&path.name).into()].into(),
        members,
    }
}

/// Emits alternatives of schemes that are needed together.
pub(super) fn requirements(security: &[Vec<String>]) -> TokenStream {
    let alternatives = security.iter().map(|schemes| quote!(&[#(#schemes),*]));
    quote!(&[#(#alternatives),*])
}

fn scheme(scheme: &RustScheme) -> TokenStream {
    let RustScheme { name, kind } = scheme;
    match kind {
        SchemeKind::ApiKey(location, parameter) => {
            let location = Ident::new(location_name(*location), Span::call_site());
            quote!(::bindery_runtime::SecurityScheme::api_key(#name, ::bindery_runtime::Location::#location, #parameter))
        }
        SchemeKind::Bearer => quote!(::bindery_runtime::SecurityScheme::http_bearer(#name)),
        SchemeKind::Basic => quote!(::bindery_runtime::SecurityScheme::http_basic(#name)),
    }
}

fn location_name(location: ParameterLocation) -> &'static str {
    match location {
        // A key is never in the path (OpenAPI 3.0.3, Security Scheme Object); resolving has reported it.
        ParameterLocation::Path | ParameterLocation::Header => "Header",
        ParameterLocation::Query => "Query",
        ParameterLocation::Cookie => "Cookie",
    }
}

fn credential<'a>(item: &'a RustClient, name: &'static str, scheme: &str) -> Emitted<'a> {
    let constant = MemberKind::Item(quote!(const SCHEME: &'static str = #scheme;));
    let members = vec![Member { outer: Outer::default(), kind: constant }];
    let head = ["impl ::bindery_runtime::".into(), name.into(), " for ".into(), (&item.path.name).into()];
    Emitted::Block { outer: Outer::default(), head: head.into(), members }
}
