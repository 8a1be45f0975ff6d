//! Methods of the client.

use std::borrow::Cow;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::plan::{
    Passing, ReadFn, RustArgument, RustBody, RustCheck, RustFormField, RustOperation, RustReader, RustSend, RustType,
};

use super::Paths;
use super::checks::{Checked, emit_checks, under_key};
use super::client::requirements;
use super::code::Code;
use super::piece::{Body, Call, Function, Line, Member, MemberKind, Outer};
use super::words::deprecated_attribute;

pub(super) fn emit_operation<'a>(paths: &Paths<'_>, item: &'a RustOperation) -> Member<'a> {
    let RustOperation { docs, deprecated, name, arguments, sends, success, error, .. } = item;
    if sends.iter().any(|send| send.deprecated) {
        paths.use_deprecated();
    }
    let parameters = arguments.iter().map(|argument| parameter(paths, argument));
    let (success, error) = (paths.ty(&success.ty), paths.ty(&error.ty));
    let function = Function {
        head: ["pub fn ".into(), name.into()].into(),
        arguments: ["&self".into()].into_iter().chain(parameters).collect(),
        output: Some(Code::from("::bindery_runtime::Request<").then(success).then(", ").then(error).then(">")),
        body: Body::Chain("self.0", calls(paths, item)),
    };
    let many = (arguments.len() > MANY_ARGUMENTS).then_some("#[allow(clippy::too_many_arguments)]");
    let outer = Outer::docs(docs).with(deprecated_attribute(paths, *deprecated)).with(many);
    Member { outer, kind: MemberKind::Function(function) }
}

/// Emits the calls that put a request together.
fn calls<'a>(paths: &Paths<'_>, item: &'a RustOperation) -> Vec<Call<'a>> {
    let RustOperation { method, path, server, arguments, sends, body, accept, security, success, error, .. } = item;
    let method = emit_method(method);
    let mut calls = vec![call("request", [method, quote!(#path)])];
    calls.extend(server.iter().map(|url| call("server", [quote!(#url)])));
    calls.extend(arguments.iter().filter(|argument| !argument.checks.is_empty()).map(|argument| check(paths, argument)));
    calls.extend(sends.iter().map(send));
    calls.extend(body.iter().flat_map(|body| emit_body(paths, body)));
    calls.extend(accept.iter().map(|media_type| call("accept", [quote!(#media_type)])));
    calls.extend(security.iter().map(|security| call("security", [requirements(security)])));
    calls.push(call("reads", [reader(paths, success), reader(paths, error)]));
    calls
}

fn call<'a, const N: usize>(method: impl Into<Cow<'static, str>>, arguments: [TokenStream; N]) -> Call<'a> {
    Call { method: method.into(), arguments: arguments.into(), closure: None }
}

/// Emits a call whose last argument is a closure.
fn call_with<'a>(method: &'static str, argument: Option<TokenStream>, closure: (Code<'a>, Body<'a>)) -> Call<'a> {
    Call { method: method.into(), arguments: argument.into_iter().collect(), closure: Some(closure) }
}

fn check_call(checks: Vec<Line<'_>>) -> Call<'_> {
    call_with("check", None, ("|at|".into(), Body::Lines(checks)))
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

fn parameter<'a>(paths: &Paths<'_>, argument: &'a RustArgument) -> Code<'a> {
    let RustArgument { name, passing, .. } = argument;
    let ty = match passing {
        Passing::Value(ty) => paths.ty(ty),
        Passing::Reference(ty) => reference(paths, ty),
        Passing::Optional(ty) => paths.option(reference(paths, ty)),
        Passing::Into(ty) => Code::from(["impl ".into(), paths.into().into(), "<".into()]).then(paths.ty(ty)).then(">"),
    };
    Code::from([name.into(), ": ".into()]).then(ty)
}

fn reference<'a>(paths: &Paths<'_>, ty: &'a RustType) -> Code<'a> {
    match ty.resolved() {
        RustType::String => "&str".into(),
        RustType::Vec(item) => Code::from("&[").then(paths.ty(item)).then("]"),
        _ => Code::from("&").then(paths.ty(ty)),
    }
}

fn check<'a>(paths: &Paths<'_>, argument: &'a RustArgument) -> Call<'a> {
    let RustArgument { name, passing, checks, wire_name } = argument;
    if *checks == [RustCheck::Nested] && wire_name.is_empty() {
        return call("validated", [quote!(#name)]);
    }
    let value = match passing {
        Passing::Value(_) => Checked::place(name),
        Passing::Reference(_) | Passing::Optional(_) | Passing::Into(_) => Checked::reference(name),
    };
    check_call(vec![under_key(paths, wire_name, &value, checks)])
}

fn send(send: &RustSend) -> Call<'_> {
    let RustSend { call: method, wire_name, argument, by_reference, field, deprecated: _, style, reserved } = send;
    let value = match field {
        Some(field) => quote!(&#argument.#field),
        None if *by_reference => quote!(#argument),
        None => quote!(&#argument),
    };
    let style = style.map(|style| Ident::new(style, Span::call_site()));
    match (style, reserved) {
        (None, false) => call(*method, [quote!(#wire_name), value]),
        (style, reserved) => {
            let style = style.unwrap_or_else(|| Ident::new("FORM_EXPLODE", Span::call_site()));
            let reserved = reserved.then(|| quote!(.reserved()));
            let style = quote!(::bindery_runtime::Style::#style #reserved);
            call(format!("{method}_as"), [quote!(#wire_name), value, style])
        }
    }
}

fn emit_body<'a>(paths: &Paths<'_>, body: &'a RustBody) -> Vec<Call<'a>> {
    let RustBody { argument, call: method, media_type, fields, optional, checks } = body;
    let check = match checks.as_slice() {
        [] => None,
        [RustCheck::Nested] => Some(call("validated", [quote!(#argument)])),
        checks => Some(check_call(emit_checks(paths, &Checked::reference(argument), checks))),
    };
    let media_type = media_type.iter();
    let styles = (!fields.is_empty()).then(|| {
        let fields = fields.iter().map(form_field);
        quote!(&[#(#fields),*])
    });
    if *optional && check.is_none() && styles.is_none() {
        let send = Ident::new(method, Span::call_site());
        return vec![call(
            "optional",
            [quote!(#argument), quote!(|request, #argument| request.#send(#(#media_type,)* #argument))],
        )];
    }
    let arguments = media_type.map(|media_type| quote!(#media_type)).chain(styles).chain([quote!(#argument)]).collect();
    let send = Call { method: (*method).into(), arguments, closure: None };
    let calls: Vec<_> = check.into_iter().chain([send]).collect();
    match optional {
        true => {
            let closure = (["|request, ".into(), argument.into(), "|".into()].into(), Body::Chain("request", calls));
            vec![call_with("optional", Some(quote!(#argument)), closure)]
        }
        false => calls,
    }
}

fn form_field(field: &RustFormField) -> TokenStream {
    let RustFormField { wire_name, style, reserved } = field;
    let style = Ident::new(style, Span::call_site());
    let reserved = reserved.then(|| quote!(.reserved()));
    quote!((#wire_name, ::bindery_runtime::Style::#style #reserved))
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
