//! Structs: the definition, `new` and the setters, the table for reading and writing, the checks.

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::names::RustIdent;
use crate::plan::{
    DefaultAccessor, FieldRole, RustDefault, RustField, RustStruct, RustType, RustValue, Setter, UnknownProperties,
};

use super::checks::{emit_field_checks, emit_object_checks};
use super::words::{deprecated_attribute, doc_attributes, value};
use super::{Emitted, Paths};

pub(super) fn emit_struct(paths: &Paths<'_>, item: &RustStruct) -> Vec<Emitted> {
    let mut items = vec![Emitted::Item(definition(paths, item)), Emitted::Item(methods(paths, item))];
    items.extend((item.default == RustDefault::New).then(|| Emitted::Item(default_by_new(paths, item))));
    items.extend(item.codec.map(|unknown| codec(item, unknown)));
    items.extend(item.checked.then(|| Emitted::Item(validation(paths, item))));
    items
}

/// Emits the derives of a model: those that all have, and more. A derive that the user asks for may be there already.
pub(super) fn derive_attribute(extra: &[String], also: &[&str]) -> TokenStream {
    let mut own: Vec<_> = ["Clone", "Debug", "PartialEq"].iter().chain(also).copied().collect();
    own.sort_unstable();
    let is_new = |path: &&str| path.rsplit("::").next().is_none_or(|name| !own.contains(&name.trim()));
    let derives = own.iter().copied().chain(extra.iter().map(String::as_str).filter(is_new));
    let paths = derives.map(|path| syn::parse_str::<syn::Path>(path).expect("the configuration checks that derives are paths"));
    quote!(#[derive(#(#paths),*)])
}

fn definition(paths: &Paths<'_>, item: &RustStruct) -> TokenStream {
    let RustStruct { docs, deprecated, path, derives, default, fields, codec: _, checks: _, checked: _ } = item;
    let docs = doc_attributes(docs);
    let deprecated = deprecated_attribute(paths, *deprecated);
    let derives = derive_attribute(derives, if *default == RustDefault::Derived { &["Default"] } else { &[] });
    let name = &path.name;
    let fields = fields.iter().map(|field| {
        let RustField { docs, deprecated, name, .. } = field;
        let docs = doc_attributes(docs);
        let deprecated = deprecated_attribute(paths, *deprecated);
        let ty = field_type(paths, field);
        quote! {
            #docs
            #deprecated
            pub #name: #ty
        }
    });
    quote! {
        #docs
        #deprecated
        #derives
        #[non_exhaustive]
        pub struct #name {
            #(#fields,)*
        }
    }
}

fn field_type(paths: &Paths<'_>, field: &RustField) -> TokenStream {
    let ty = paths.ty(&field.ty);
    match field.role {
        FieldRole::Optional => paths.option(&ty),
        FieldRole::Nullable => quote!(::bindery_runtime::Maybe<#ty>),
        FieldRole::Required | FieldRole::Constant(..) | FieldRole::Rest => ty,
    }
}

fn methods(paths: &Paths<'_>, item: &RustStruct) -> TokenStream {
    let name = &item.path.name;
    let new = constructor(paths, item);
    let fields = item.fields.iter().flat_map(|field| field_methods(paths, item, field));
    let validate = item.checked.then(|| validate_method(paths));
    quote! {
        impl #name {
            #new
            #(#fields)*
            #validate
        }
    }
}

/// More arguments than these and clippy asks for a struct; this is the struct.
const MANY_ARGUMENTS: usize = 7;

fn constructor(paths: &Paths<'_>, item: &RustStruct) -> TokenStream {
    let required: Vec<_> = item.fields.iter().filter(|field| field.role == FieldRole::Required).collect();
    let arguments = required.iter().map(|field| {
        let (name, ty) = (&field.name, argument_type(paths, &field.ty));
        quote!(#name: #ty)
    });
    let values = item.fields.iter().map(|field| {
        let name = &field.name;
        match &field.role {
            FieldRole::Required => match field.ty.resolved() {
                RustType::String | RustType::Boxed(_) => {
                    let value = argument_value(paths, name, &field.ty);
                    quote!(#name: #value)
                }
                _ => quote!(#name),
            },
            FieldRole::Constant(constant) => {
                let into = matches!(constant, RustValue::Str(_)).then(|| quote!(.into()));
                let constant = value(paths, constant);
                quote!(#name: #constant #into)
            }
            FieldRole::Optional => quote!(#name: None),
            FieldRole::Nullable => quote!(#name: ::bindery_runtime::Maybe::Absent),
            FieldRole::Rest => {
                let default = paths.prelude("Default", quote!(::std::default::Default));
                quote!(#name: #default::default())
            }
        }
    });
    let allow = (required.len() > MANY_ARGUMENTS).then(|| quote!(#[allow(clippy::too_many_arguments)]));
    let doc = if required.is_empty() { " Creates one with no field set." } else { " Creates one from its required fields." };
    let body = if item.default == RustDefault::Derived {
        {
            let default = paths.prelude("Default", quote!(::std::default::Default));
            quote!(#default::default())
        }
    } else {
        quote!(Self { #(#values,)* })
    };
    quote! {
        #[doc = #doc]
        #allow
        pub fn new(#(#arguments),*) -> Self {
            #body
        }
    }
}

fn default_by_new(paths: &Paths<'_>, item: &RustStruct) -> TokenStream {
    let name = &item.path.name;
    let default = paths.prelude("Default", quote!(::std::default::Default));
    quote! {
        impl #default for #name {
            fn default() -> Self {
                Self::new()
            }
        }
    }
}

/// Texts are taken in any form; a box is made inside.
fn argument_type(paths: &Paths<'_>, ty: &RustType) -> TokenStream {
    match ty.resolved() {
        RustType::String => {
            let (into, string) = (paths.into(), paths.ty(ty));
            quote!(impl #into<#string>)
        }
        RustType::Boxed(inner) => paths.ty(inner),
        _ => paths.ty(ty),
    }
}

fn argument_value(paths: &Paths<'_>, name: &RustIdent, ty: &RustType) -> TokenStream {
    match ty.resolved() {
        RustType::String => quote!(#name.into()),
        RustType::Boxed(_) => {
            let boxed = paths.boxed();
            quote!(#boxed::new(#name))
        }
        _ => quote!(#name),
    }
}

fn field_methods(paths: &Paths<'_>, item: &RustStruct, field: &RustField) -> Vec<TokenStream> {
    let mut methods = Vec::new();
    if let Some(Setter { name, null }) = &field.setter {
        methods.push(setter(paths, item, field, name));
        methods.extend(null.iter().map(|null| null_setter(field, null)));
    }
    methods.extend(field.default.as_ref().map(|default| default_accessor(paths, field, default)));
    methods
}

fn setter(paths: &Paths<'_>, item: &RustStruct, field: &RustField, name: &RustIdent) -> TokenStream {
    let field_name = &field.name;
    let shown = field_name.as_str();
    let doc = format!(" Sets [`{shown}`](Self::{field_name}).");
    // A link to the field would lead to the setter of the same name.
    let doc = if field_name == name { format!(" Sets `{shown}`.") } else { doc };
    let deprecated = deprecated_attribute(paths, field.deprecated && !item.deprecated);
    let allow = convention(name);
    let ty = argument_type(paths, &field.ty);
    let value = argument_value(paths, field_name, &field.ty);
    let value = match field.role {
        FieldRole::Nullable => quote!(::bindery_runtime::Maybe::Value(#value)),
        _ => quote!(Some(#value)),
    };
    quote! {
        #[doc = #doc]
        #deprecated
        #allow
        #[must_use]
        pub fn #name(mut self, #field_name: #ty) -> Self {
            self.#field_name = #value;
            self
        }
    }
}

/// Clippy has conventions for methods of these names that a setter doesn't follow.
fn convention(name: &RustIdent) -> Option<TokenStream> {
    const PREFIXES: [&str; 5] = ["as_", "from_", "into_", "is_", "to_"];
    const TRAIT_METHODS: [&str; 30] = [
        "add",
        "as_mut",
        "as_ref",
        "bitand",
        "bitor",
        "bitxor",
        "borrow",
        "borrow_mut",
        "clone",
        "cmp",
        "default",
        "deref",
        "deref_mut",
        "div",
        "drop",
        "eq",
        "from_iter",
        "from_str",
        "hash",
        "index",
        "index_mut",
        "into_iter",
        "mul",
        "neg",
        "next",
        "not",
        "rem",
        "shl",
        "shr",
        "sub",
    ];
    let name = name.as_str();
    let lints: Vec<_> = [
        TRAIT_METHODS.contains(&name).then(|| quote!(clippy::should_implement_trait)),
        PREFIXES.iter().any(|prefix| name.starts_with(prefix)).then(|| quote!(clippy::wrong_self_convention)),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!lints.is_empty()).then(|| quote!(#[allow(#(#lints),*)]))
}

fn null_setter(field: &RustField, null: &RustIdent) -> TokenStream {
    let name = &field.name;
    let doc = format!(" Sets `{}` to null, which is not the same as leaving it out.", name.as_str());
    let allow = convention(null);
    quote! {
        #[doc = #doc]
        #allow
        #[must_use]
        pub fn #null(mut self) -> Self {
            self.#name = ::bindery_runtime::Maybe::Null;
            self
        }
    }
}

fn default_accessor(paths: &Paths<'_>, field: &RustField, default: &DefaultAccessor) -> TokenStream {
    let DefaultAccessor { name, value: default } = default;
    let field_name = &field.name;
    let doc = format!(" Returns `{}`, or the documented default where it is not set.", field_name.as_str());
    let fallback = value(paths, default);
    let (ty, body) = match default {
        RustValue::Str(_) => (quote!(&str), quote!(self.#field_name.as_deref().unwrap_or(#fallback))),
        RustValue::Variant(..) => (paths.ty(&field.ty), quote!(self.#field_name.clone().unwrap_or(#fallback))),
        RustValue::Bool(_) | RustValue::Int(_) | RustValue::Float(_) => {
            (paths.ty(&field.ty), quote!(self.#field_name.unwrap_or(#fallback)))
        }
    };
    quote! {
        #[doc = #doc]
        pub fn #name(&self) -> #ty {
            #body
        }
    }
}

/// Emits the method that checks a value.
pub(super) fn validate_method(paths: &Paths<'_>) -> TokenStream {
    let result = paths.result();
    quote! {
        /// Checks the documented constraints; an error names every place that breaks one.
        pub fn validate(&self) -> #result<(), ::bindery_runtime::Invalid> {
            ::bindery_runtime::validate(self)
        }
    }
}

fn codec(item: &RustStruct, unknown: UnknownProperties) -> Emitted {
    let name = &item.path.name;
    let head = match unknown {
        UnknownProperties::Ignore | UnknownProperties::Keep => quote!(#name),
        UnknownProperties::Reject => quote!(#name reject_unknown),
    };
    let lines = item.fields.iter().map(|field| {
        let RustField { name, wire_name, .. } = field;
        match field.role {
            // Null is a value like any other there.
            FieldRole::Optional if field.holds_null => quote!(anything #name = #wire_name),
            FieldRole::Required | FieldRole::Constant(..) => quote!(required #name = #wire_name),
            FieldRole::Optional => quote!(optional #name = #wire_name),
            FieldRole::Nullable => quote!(nullable #name = #wire_name),
            FieldRole::Rest => quote!(rest #name),
        }
    });
    Emitted::Table { path: quote!(::bindery_runtime::object), lines: std::iter::once(head).chain(lines).collect() }
}

fn validation(paths: &Paths<'_>, item: &RustStruct) -> TokenStream {
    let (before, after) = emit_object_checks(paths, &item.checks);
    let fields = item.fields.iter().filter(|field| !field.checks.is_empty()).map(|field| emit_field_checks(paths, field));
    emit_validate(&item.path.name, &quote!(#before #(#fields)* #after))
}

/// Emits the implementation of the runtime's `Validate` with these statements.
pub(super) fn emit_validate(name: &RustIdent, checks: &TokenStream) -> TokenStream {
    // A type can have a checked part in one direction only; what has none is still asked by those that hold it.
    let at = if checks.is_empty() { quote!(_) } else { quote!(at) };
    quote! {
        impl ::bindery_runtime::Validate for #name {
            fn check(&self, #at: &mut ::bindery_runtime::Checker) {
                #checks
            }
        }
    }
}
