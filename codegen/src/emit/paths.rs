//! How types are written in one module: short where that names the right thing, in full where it would not.

use std::cell::Cell;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::plan::{Module, RustPath, RustScope, RustType};

/// What decides how types are written in one item.
pub struct Paths<'a> {
    module: Module,
    scope: &'a RustScope,
    /// Whether something deprecated has been written.
    deprecated: Cell<bool>,
}

impl<'a> Paths<'a> {
    /// Writes paths for an item of `module`.
    pub fn new(module: Module, scope: &'a RustScope) -> Self {
        Self { module, scope, deprecated: Cell::new(false) }
    }

    /// Notes that the item uses something deprecated, which generated code may do.
    pub(super) fn use_deprecated(&self) {
        self.deprecated.set(true);
    }

    /// Emits the attribute that lets an item use what is deprecated, if it does.
    pub(super) fn allow_deprecated(&self) -> Option<TokenStream> {
        self.deprecated.get().then(|| quote!(#[allow(deprecated)]))
    }

    /// Emits a type.
    pub fn ty(&self, ty: &RustType) -> TokenStream {
        match ty {
            RustType::Bool => quote!(bool),
            RustType::Int(name) => ident(name),
            RustType::F64 => quote!(f64),
            RustType::String => self.string(),
            RustType::Value => quote!(::bindery_runtime::Value),
            RustType::Object => quote!(::bindery_runtime::Object),
            RustType::Bytes => quote!(::bindery_runtime::Bytes),
            RustType::Parts => quote!(::bindery_runtime::Multipart),
            RustType::Never => quote!(::bindery_runtime::Never),
            RustType::Unit => quote!(()),
            RustType::Format(name) => {
                let name = ident(name);
                quote!(::bindery_runtime::formats::#name)
            }
            RustType::Net(name) => {
                let name = ident(name);
                quote!(::std::net::#name)
            }
            RustType::External(path) => external(path),
            RustType::Named(path) | RustType::Alias(path, _) => self.path(path),
            RustType::Option(inner) => self.option(&self.ty(inner)),
            RustType::Maybe(inner) => {
                let inner = self.ty(inner);
                quote!(::bindery_runtime::Maybe<#inner>)
            }
            RustType::Vec(inner) => {
                let (vec, inner) = (self.prelude("Vec", quote!(::std::vec::Vec)), self.ty(inner));
                quote!(#vec<#inner>)
            }
            RustType::Map(inner) => {
                let (string, inner) = (self.string(), self.ty(inner));
                quote!(::std::collections::BTreeMap<#string, #inner>)
            }
            RustType::Boxed(inner) => {
                let (boxed, inner) = (self.boxed(), self.ty(inner));
                quote!(#boxed<#inner>)
            }
        }
    }

    /// Emits the path of a generated type.
    pub fn path(&self, path: &RustPath) -> TokenStream {
        let name = &path.name;
        if self.scope.deprecated.contains(path) {
            self.use_deprecated();
        }
        match (self.module.name(), path.module.name()) {
            (here, there) if here == there => quote!(#name),
            (None, Some(module)) => {
                let module = ident(module);
                quote!(#module::#name)
            }
            (Some(_), None) => quote!(super::#name),
            (None, None) => quote!(#name),
            (Some(_), Some(module)) => {
                let module = ident(module);
                quote!(super::#module::#name)
            }
        }
    }

    /// Emits `Option` of a type.
    pub(super) fn option(&self, inner: &TokenStream) -> TokenStream {
        let option = self.prelude("Option", quote!(::std::option::Option));
        quote!(#option<#inner>)
    }

    /// Emits `String`.
    pub(super) fn string(&self) -> TokenStream {
        self.prelude("String", quote!(::std::string::String))
    }

    /// Emits `Box`.
    pub(super) fn boxed(&self) -> TokenStream {
        self.prelude("Box", quote!(::std::boxed::Box))
    }

    /// Emits `Result`.
    pub(super) fn result(&self) -> TokenStream {
        self.prelude("Result", quote!(::std::result::Result))
    }

    /// Emits `Into`.
    pub(super) fn into(&self) -> TokenStream {
        self.prelude("Into", quote!(::std::convert::Into))
    }

    /// Emits a trait of the prelude; `full` is its path.
    pub(super) fn prelude(&self, name: &str, full: TokenStream) -> TokenStream {
        if self.scope.shadowed.iter().any(|shadowed| shadowed == name) { full } else { ident(name) }
    }
}

fn ident(name: &str) -> TokenStream {
    let ident = Ident::new(name, Span::call_site());
    quote!(#ident)
}

/// The configuration refuses paths that don't parse, so that this always does.
fn external(path: &str) -> TokenStream {
    let ty: syn::Type = syn::parse_str(path).expect("the configuration checks that the path is a type");
    quote!(#ty)
}
