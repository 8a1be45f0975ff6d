//! Checks of values, as statements within `fn check(&self, at: &mut Checker)`.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::plan::{FieldRole, RustCheck, RustField};

use super::Paths;
use super::words::{raw_text, size, value as literal};

/// Emits the checks of a struct's field.
pub(super) fn emit_field_checks(paths: &Paths<'_>, field: &RustField) -> TokenStream {
    let RustField { name, wire_name, checks, role, .. } = field;
    if *role == FieldRole::Rest {
        return emit_checks(paths, &quote!(&self.#name), checks);
    }
    if *checks == [RustCheck::Nested] {
        return quote! {
            at.nested(#wire_name, &self.#name);
        };
    }
    match role {
        FieldRole::Required | FieldRole::Constant(..) | FieldRole::Rest => {
            under_key(paths, wire_name, &quote!(&self.#name), checks)
        }
        FieldRole::Optional => {
            let checks = under_key(paths, wire_name, &quote!(value), checks);
            quote! {
                if let Some(value) = &self.#name {
                    #checks
                }
            }
        }
        FieldRole::Nullable => {
            let checks = under_key(paths, wire_name, &quote!(value), checks);
            quote! {
                if let ::bindery_runtime::Maybe::Value(value) = &self.#name {
                    #checks
                }
            }
        }
    }
}

/// Emits the checks of a struct itself: first of the number of its properties, and of what no type expresses when all else is checked.
pub(super) fn emit_object_checks(paths: &Paths<'_>, checks: &[RustCheck]) -> (TokenStream, TokenStream) {
    let (sizes, others): (Vec<_>, Vec<_>) = checks.iter().cloned().partition(|check| matches!(check, RustCheck::Size(..)));
    let sizes = sizes.iter().map(|check| match check {
        RustCheck::Size(name, limit) => {
            let (name, limit) = (method(name), size(*limit));
            quote!(at.#name(::bindery_runtime::property_count(self), #limit);)
        }
        _ => TokenStream::new(),
    });
    (sizes.collect(), emit_checks(paths, &quote!(self), &others))
}

/// Emits checks of a value that stands under a key.
pub(super) fn under_key(paths: &Paths<'_>, key: &str, value: &TokenStream, checks: &[RustCheck]) -> TokenStream {
    if *checks == [RustCheck::Nested] {
        return quote!(at.nested(#key, #value););
    }
    let body = closure_body(paths, value, checks);
    quote!(at.key(#key, |at| #body);)
}

/// Emits the body of a closure: one check as it is, several within braces.
fn closure_body(paths: &Paths<'_>, value: &TokenStream, checks: &[RustCheck]) -> TokenStream {
    if let [check] = checks
        && let Some(call) = call(paths, value, check)
    {
        return call;
    }
    let checks = emit_checks(paths, value, checks);
    quote!({ #checks })
}

/// Emits the checks of a value, given as an expression for a reference to it.
pub(super) fn emit_checks(paths: &Paths<'_>, value: &TokenStream, checks: &[RustCheck]) -> TokenStream {
    checks.iter().map(|check| emit_check(paths, value, check)).collect()
}

/// Emits a check that is one call.
fn call(paths: &Paths<'_>, value: &TokenStream, check: &RustCheck) -> Option<TokenStream> {
    Some(match check {
        RustCheck::Limit(name, limit) => {
            let name = method(name);
            let limit = literal(paths, limit);
            let value = dereference(value);
            quote!(at.#name(#value, #limit))
        }
        RustCheck::Size(name @ ("min_length" | "max_length"), limit) => {
            let (name, limit) = (method(name), size(*limit));
            quote!(at.#name(#value, #limit))
        }
        RustCheck::Size(name, limit) => {
            let (name, limit, len) = (method(name), size(*limit), length(value));
            quote!(at.#name(#len, #limit))
        }
        RustCheck::Unique => quote!(at.unique_items(#value)),
        RustCheck::Nested => quote!(::bindery_runtime::Validate::check(#value, at)),
        RustCheck::Pattern(_) | RustCheck::Assertions(_) | RustCheck::Items(_) | RustCheck::Values(_) | RustCheck::Inner(_) => {
            return None;
        }
    })
}

fn emit_check(paths: &Paths<'_>, value: &TokenStream, check: &RustCheck) -> TokenStream {
    match check {
        RustCheck::Limit(..) | RustCheck::Size(..) | RustCheck::Unique | RustCheck::Nested => {
            let call = call(paths, value, check);
            quote!(#call;)
        }
        RustCheck::Pattern(pattern) => quote! {
            static PATTERN: ::bindery_runtime::Pattern = ::bindery_runtime::Pattern::new(#pattern);
            at.pattern(#value, &PATTERN);
        },
        RustCheck::Assertions(schema) => {
            let schema = raw_text(schema);
            quote! {
                static ASSERTIONS: ::bindery_runtime::Assertions = ::bindery_runtime::Assertions::new(#schema);
                at.assertions(#value, &ASSERTIONS);
            }
        }
        RustCheck::Items(checks) => {
            let (list, body) = (place(value), closure_body(paths, &quote!(item), checks));
            quote! {
                for (index, item) in #list.iter().enumerate() {
                    at.index(index, |at| #body);
                }
            }
        }
        RustCheck::Values(checks) => {
            let body = closure_body(paths, &quote!(value), checks);
            quote! {
                for (key, value) in #value {
                    at.key(key, |at| #body);
                }
            }
        }
        RustCheck::Inner(checks) => {
            let checks = emit_checks(paths, &quote!(value), checks);
            quote! {
                if let Some(value) = #value {
                    #checks
                }
            }
        }
    }
}

fn method(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

/// The place that a reference is to: `&self.limit` is to `self.limit`, `value` to `*value`.
fn dereference(value: &TokenStream) -> TokenStream {
    match strip_reference(value) {
        Some(place) => place,
        None => quote!(*#value),
    }
}

/// Like [`dereference`], where a method call looks through references by itself.
fn place(value: &TokenStream) -> TokenStream {
    strip_reference(value).unwrap_or_else(|| value.clone())
}

fn strip_reference(value: &TokenStream) -> Option<TokenStream> {
    let mut tokens = value.clone().into_iter();
    match tokens.next() {
        Some(proc_macro2::TokenTree::Punct(punct)) if punct.as_char() == '&' => Some(tokens.collect()),
        _ => None,
    }
}

fn length(value: &TokenStream) -> TokenStream {
    let place = place(value);
    quote!(#place.len())
}
