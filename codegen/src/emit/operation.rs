//! Methods of the client.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::plan::{Passing, ReadFn, RustArgument, RustBody, RustCheck, RustOperation, RustReader, RustSend, RustType};

use super::Paths;
use super::checks::{emit_checks, under_key};
use super::client::requirements;
use super::words::{deprecated_attribute, doc_attributes};

pub(super) fn emit_operation(paths: &Paths<'_>, item: &RustOperation) -> TokenStream {
    let RustOperation { docs, deprecated, name, method, path, server, arguments, sends, body, accept, security, success, error } =
        item;
    let docs = doc_attributes(docs);
    let deprecated = deprecated_attribute(paths, *deprecated);
    if sends.iter().any(|send| send.deprecated) {
        paths.use_deprecated();
    }
    let parameters = arguments.iter().map(|argument| parameter(paths, argument));
    let (success_type, error_type) = (paths.ty(&success.ty), paths.ty(&error.ty));
    let method = emit_method(method);
    let checks = arguments.iter().filter(|argument| !argument.checks.is_empty()).map(|argument| check(paths, argument));
    let sends = sends.iter().map(send);
    let body = body.iter().map(|body| emit_body(paths, body));
    let accept = accept.iter().map(|media_type| quote!(.accept(#media_type)));
    let security = security.iter().map(|security| {
        let security = requirements(security);
        quote!(.security(#security))
    });
    let server = server.iter().map(|url| quote!(.server(#url)));
    let (read_success, read_error) = (reader(paths, success), reader(paths, error));
    let many = (arguments.len() > MANY_ARGUMENTS).then(|| quote!(#[allow(clippy::too_many_arguments)]));
    quote! {
        #docs
        #deprecated
        #many
        pub fn #name(&self, #(#parameters),*) -> ::bindery_runtime::Request<#success_type, #error_type> {
            self.0
                .request(#method, #path)
                #(#server)*
                #(#checks)*
                #(#sends)*
                #(#body)*
                #(#accept)*
                #(#security)*
                .reads(#read_success, #read_error)
        }
    }
}

/// Methods that have no constant are made of their names.
fn emit_method(name: &str) -> TokenStream {
    const CONSTANTS: [&str; 9] = ["CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"];
    if CONSTANTS.contains(&name) {
        let constant = Ident::new(name, Span::call_site());
        return quote!(::bindery_runtime::Method::#constant);
    }
    quote!(::bindery_runtime::__private::method(#name))
}

/// `self` and these are what clippy allows without a word.
const MANY_ARGUMENTS: usize = 6;

fn parameter(paths: &Paths<'_>, argument: &RustArgument) -> TokenStream {
    let RustArgument { name, passing, .. } = argument;
    let ty = match passing {
        Passing::Value(ty) => paths.ty(ty),
        Passing::Reference(ty) => reference(paths, ty),
        Passing::Optional(ty) => {
            let reference = reference(paths, ty);
            paths.option(&reference)
        }
        Passing::Into(ty) => {
            let (into, ty) = (paths.into(), paths.ty(ty));
            quote!(impl #into<#ty>)
        }
    };
    quote!(#name: #ty)
}

fn reference(paths: &Paths<'_>, ty: &RustType) -> TokenStream {
    match ty.resolved() {
        RustType::String => quote!(&str),
        RustType::Vec(item) => {
            let item = paths.ty(item);
            quote!(&[#item])
        }
        _ => {
            let ty = paths.ty(ty);
            quote!(&#ty)
        }
    }
}

fn check(paths: &Paths<'_>, argument: &RustArgument) -> TokenStream {
    let RustArgument { name, passing, checks, wire_name } = argument;
    if *checks == [RustCheck::Nested] && wire_name.is_empty() {
        return quote!(.validated(#name));
    }
    let value = match passing {
        Passing::Value(_) => quote!(&#name),
        Passing::Reference(_) | Passing::Optional(_) | Passing::Into(_) => quote!(#name),
    };
    let checks = under_key(paths, wire_name, &value, checks);
    quote!(.check(|at| { #checks }))
}

fn send(send: &RustSend) -> TokenStream {
    let RustSend { call, wire_name, argument, by_reference, field, deprecated: _, style, reserved } = send;
    let value = match field {
        Some(field) => quote!(&#argument.#field),
        None if *by_reference => quote!(#argument),
        None => quote!(&#argument),
    };
    let style = style.map(|style| Ident::new(style, Span::call_site()));
    match (style, reserved) {
        (None, false) => {
            let call = Ident::new(call, Span::call_site());
            quote!(.#call(#wire_name, #value))
        }
        (style, reserved) => {
            let call = Ident::new(&format!("{call}_as"), Span::call_site());
            let style = style.unwrap_or_else(|| Ident::new("FORM_EXPLODE", Span::call_site()));
            let reserved = reserved.then(|| quote!(.reserved()));
            quote!(.#call(#wire_name, #value, ::bindery_runtime::Style::#style #reserved))
        }
    }
}

fn emit_body(paths: &Paths<'_>, body: &RustBody) -> TokenStream {
    let RustBody { argument, call, media_type, optional, checks } = body;
    let check = match checks.as_slice() {
        [] => TokenStream::new(),
        [RustCheck::Nested] => quote!(.validated(#argument)),
        checks => {
            let checks = emit_checks(paths, &quote!(#argument), checks);
            quote!(.check(|at| { #checks }))
        }
    };
    let call = Ident::new(call, Span::call_site());
    let media_type = media_type.iter();
    let calls = quote!(#check.#call(#(#media_type,)* #argument));
    if *optional { quote!(.optional(#argument, |request, #argument| request #calls)) } else { calls }
}

fn reader(paths: &Paths<'_>, reader: &RustReader) -> TokenStream {
    match reader.read {
        ReadFn::Empty => quote!(::bindery_runtime::read::empty),
        ReadFn::Json => quote!(::bindery_runtime::read::json),
        ReadFn::Text => quote!(::bindery_runtime::read::text),
        ReadFn::Bytes => quote!(::bindery_runtime::read::bytes),
        ReadFn::Own => {
            let ty = paths.ty(&reader.ty);
            quote!(#ty::read)
        }
    }
}
