//! The client: the struct, what the runtime has to know of the API, and a method for each operation.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::ir::ParameterLocation;
use crate::plan::{RustClient, RustScheme, SchemeKind};

use super::operation::emit_operation;
use super::words::doc_attributes;
use super::{Emitted, Paths};

pub(super) fn emit_client(paths: &Paths<'_>, item: &RustClient) -> Vec<Emitted> {
    let mut items = vec![Emitted::Item(definition(item)), Emitted::Item(methods(paths, item)), Emitted::Item(api(paths, item))];
    items.extend(item.credentials.iter().map(|(name, scheme)| Emitted::Item(credential(item, name, scheme))));
    items
}

fn definition(item: &RustClient) -> TokenStream {
    let docs = doc_attributes(&item.docs);
    let name = &item.path.name;
    quote! {
        #docs
        #[derive(Clone, Debug)]
        pub struct #name(::bindery_runtime::Client);
    }
}

fn methods(paths: &Paths<'_>, item: &RustClient) -> TokenStream {
    let name = &item.path.name;
    let operations = item.operations.iter().map(|operation| emit_operation(paths, operation));
    quote! {
        impl #name {
            /// Starts a client: set what it needs, then `build` it.
            pub fn builder() -> ::bindery_runtime::ClientBuilder<Self> {
                ::bindery_runtime::ClientBuilder::new()
            }
            #(#operations)*
        }
    }
}

fn api(paths: &Paths<'_>, item: &RustClient) -> TokenStream {
    let RustClient { docs: _, path, base_url, schemes, security, credentials: _, operations: _ } = item;
    let name = &path.name;
    let base_url = match base_url {
        Some(url) => quote!(Some(#url)),
        None => quote!(None),
    };
    let option = paths.option(&quote!(&'static str));
    let schemes = schemes.iter().map(scheme);
    let security = requirements(security);
    quote! {
        impl ::bindery_runtime::Api for #name {
            const BASE_URL: #option = #base_url;
            const USER_AGENT: &'static str = concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"));
            const SECURITY_SCHEMES: &'static [::bindery_runtime::SecurityScheme] = &[#(#schemes),*];
            const SECURITY: ::bindery_runtime::Security = #security;

            fn from_client(client: ::bindery_runtime::Client) -> Self {
                Self(client)
            }

            fn as_client(&self) -> &::bindery_runtime::Client {
                &self.0
            }
        }
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

fn credential(item: &RustClient, name: &str, scheme: &str) -> TokenStream {
    let client = &item.path.name;
    let name = Ident::new(name, Span::call_site());
    quote! {
        impl ::bindery_runtime::#name for #client {
            const SCHEME: &'static str = #scheme;
        }
    }
}
