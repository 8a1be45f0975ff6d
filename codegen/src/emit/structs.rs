//! Structs: the definition, `new` and the setters, the table for reading and writing, the checks.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::plan::names::RustIdent;
use crate::plan::{
    DefaultAccessor, FieldRole, RustDefault, RustField, RustStruct, RustType, RustValue, Setter, UnknownProperties,
};

use super::Paths;
use super::checks::{emit_field_checks, emit_object_checks};
use super::piece::{Body, Emitted, Function, Member, MemberKind, Outer};
use super::words::{deprecated_attribute, value};

pub(super) fn emit_struct<'a>(paths: &Paths<'_>, item: &'a RustStruct) -> Vec<Emitted<'a>> {
    let mut items = vec![definition(paths, item), methods(paths, item)];
    items.extend((item.default == RustDefault::New).then(|| default_by_new(paths, item)));
    items.extend(item.codec.map(|unknown| codec(item, unknown)));
    items.extend(item.checked.then(|| validation(paths, item)));
    items
}

/// Emits the derives of a model: those that all have, and more. A derive that the user asks for may be there already.
pub(super) fn derive_attribute(extra: &[String], also: &[&str]) -> TokenStream {
    let mut own: Vec<_> = ["Clone", "Debug", "PartialEq"].iter().chain(also).copied().collect();
    own.sort_unstable();
    let is_new = |path: &&String| path.rsplit("::").next().is_none_or(|name| !own.contains(&name.trim()));
    let extra = extra
        .iter()
        .filter(is_new)
        .map(|path| syn::parse_str::<syn::Path>(path).expect("the configuration checks that derives are paths"));
    let own = own.iter().map(|name| Ident::new(name, Span::call_site()));
    quote!(#[derive(#(#own),* #(, #extra)*)])
}

fn definition<'a>(paths: &Paths<'_>, item: &'a RustStruct) -> Emitted<'a> {
    let RustStruct { docs, deprecated, path, derives, default, fields, codec: _, checks: _, checked: _ } = item;
    let derives = derive_attribute(derives, if *default == RustDefault::Derived { &["Default"] } else { &[] });
    let outer = Outer::docs(docs).with(deprecated_attribute(paths, *deprecated)).with([derives, quote!(#[non_exhaustive])]);
    let name = &path.name;
    let members = fields.iter().map(|field| {
        let RustField { docs, deprecated, name, .. } = field;
        let outer = Outer::docs(docs).with(deprecated_attribute(paths, *deprecated));
        let ty = field_type(paths, field);
        Member { outer, kind: MemberKind::Part(quote!(pub #name: #ty)) }
    });
    Emitted::Block { outer, head: quote!(pub struct #name), members: members.collect() }
}

fn field_type(paths: &Paths<'_>, field: &RustField) -> TokenStream {
    let ty = paths.ty(&field.ty);
    match field.role {
        FieldRole::Optional => paths.option(&ty),
        FieldRole::Nullable => quote!(::bindery_runtime::Maybe<#ty>),
        FieldRole::Required | FieldRole::Constant(..) | FieldRole::Rest => ty,
    }
}

fn methods<'a>(paths: &Paths<'_>, item: &'a RustStruct) -> Emitted<'a> {
    let name = &item.path.name;
    let mut members = vec![constructor(paths, item)];
    members.extend(item.fields.iter().flat_map(|field| field_methods(paths, item, field)));
    members.extend(item.checked.then(|| validate_method(paths)));
    Emitted::Block { outer: Outer::default(), head: quote!(impl #name), members }
}

/// More arguments than these and clippy asks for a struct; this is the struct.
const MANY_ARGUMENTS: usize = 7;

fn constructor<'a>(paths: &Paths<'_>, item: &RustStruct) -> Member<'a> {
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
    let doc = if required.is_empty() { "Creates one with no field set." } else { "Creates one from its required fields." };
    let body = if item.default == RustDefault::Derived {
        let default = paths.prelude("Default", quote!(::std::default::Default));
        quote!(#default::default())
    } else {
        quote!(Self { #(#values,)* })
    };
    let function = Function {
        head: quote!(pub fn new),
        arguments: arguments.collect(),
        output: Some(quote!(Self)),
        body: Body::Statements(body),
    };
    Member { outer: Outer::doc(doc).with(allow), kind: MemberKind::Function(function) }
}

fn default_by_new<'a>(paths: &Paths<'_>, item: &RustStruct) -> Emitted<'a> {
    let name = &item.path.name;
    let default = paths.prelude("Default", quote!(::std::default::Default));
    let function = Function {
        head: quote!(fn default),
        arguments: Vec::new(),
        output: Some(quote!(Self)),
        body: Body::Statements(quote!(Self::new())),
    };
    Emitted::implementation(quote!(impl #default for #name), function)
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

fn field_methods<'a>(paths: &Paths<'_>, item: &RustStruct, field: &RustField) -> Vec<Member<'a>> {
    let mut methods = Vec::new();
    if let Some(Setter { name, null }) = &field.setter {
        methods.push(setter(paths, item, field, name));
        methods.extend(null.iter().map(|null| null_setter(field, null)));
    }
    methods.extend(field.default.as_ref().map(|default| default_accessor(paths, field, default)));
    methods
}

fn setter<'a>(paths: &Paths<'_>, item: &RustStruct, field: &RustField, name: &RustIdent) -> Member<'a> {
    let field_name = &field.name;
    let shown = field_name.as_str();
    // A link to the field would lead to the setter of the same name.
    let doc = if field_name == name { format!("Sets `{shown}`.") } else { format!("Sets [`{shown}`](Self::{field_name}).") };
    let deprecated = deprecated_attribute(paths, field.deprecated && !item.deprecated);
    let allow = convention(name);
    let ty = argument_type(paths, &field.ty);
    let value = argument_value(paths, field_name, &field.ty);
    let value = match field.role {
        FieldRole::Nullable => quote!(::bindery_runtime::Maybe::Value(#value)),
        _ => quote!(Some(#value)),
    };
    let function = Function {
        head: quote!(pub fn #name),
        arguments: vec![quote!(mut self), quote!(#field_name: #ty)],
        output: Some(quote!(Self)),
        body: Body::Statements(quote!(self.#field_name = #value; self)),
    };
    let outer = Outer::doc(doc).with(deprecated).with(allow).with([quote!(#[must_use])]);
    Member { outer, kind: MemberKind::Function(function) }
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

fn null_setter<'a>(field: &RustField, null: &RustIdent) -> Member<'a> {
    let name = &field.name;
    let doc = format!("Sets `{}` to null, which is not the same as leaving it out.", name.as_str());
    let function = Function {
        head: quote!(pub fn #null),
        arguments: vec![quote!(mut self)],
        output: Some(quote!(Self)),
        body: Body::Statements(quote!(self.#name = ::bindery_runtime::Maybe::Null; self)),
    };
    let outer = Outer::doc(doc).with(convention(null)).with([quote!(#[must_use])]);
    Member { outer, kind: MemberKind::Function(function) }
}

fn default_accessor<'a>(paths: &Paths<'_>, field: &RustField, default: &DefaultAccessor) -> Member<'a> {
    let DefaultAccessor { name, value: default } = default;
    let field_name = &field.name;
    let doc = format!("Returns `{}`, or the documented default where it is not set.", field_name.as_str());
    let fallback = value(paths, default);
    let (ty, body) = match default {
        RustValue::Str(_) => (quote!(&str), quote!(self.#field_name.as_deref().unwrap_or(#fallback))),
        RustValue::Variant(..) => (paths.ty(&field.ty), quote!(self.#field_name.clone().unwrap_or(#fallback))),
        RustValue::Bool(_) | RustValue::Int(_) | RustValue::Float(_) => {
            (paths.ty(&field.ty), quote!(self.#field_name.unwrap_or(#fallback)))
        }
    };
    let function =
        Function { head: quote!(pub fn #name), arguments: vec![quote!(&self)], output: Some(ty), body: Body::Statements(body) };
    Member { outer: Outer::doc(doc), kind: MemberKind::Function(function) }
}

/// Emits the method that checks a value.
pub(super) fn validate_method<'a>(paths: &Paths<'_>) -> Member<'a> {
    let result = paths.result();
    let function = Function {
        head: quote!(pub fn validate),
        arguments: vec![quote!(&self)],
        output: Some(quote!(#result<(), ::bindery_runtime::Invalid>)),
        body: Body::Statements(quote!(::bindery_runtime::validate(self))),
    };
    let doc = "Checks the documented constraints; an error names every place that breaks one.";
    Member { outer: Outer::doc(doc), kind: MemberKind::Function(function) }
}

fn codec<'a>(item: &RustStruct, unknown: UnknownProperties) -> Emitted<'a> {
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

fn validation<'a>(paths: &Paths<'_>, item: &RustStruct) -> Emitted<'a> {
    let (before, after) = emit_object_checks(paths, &item.checks);
    let fields = item.fields.iter().filter(|field| !field.checks.is_empty()).map(|field| emit_field_checks(paths, field));
    emit_validate(&item.path.name, quote!(#before #(#fields)* #after))
}

/// Emits the implementation of the runtime's `Validate` with these statements.
pub(super) fn emit_validate<'a>(name: &RustIdent, checks: TokenStream) -> Emitted<'a> {
    // A type can have a checked part in one direction only; what has none is still asked by those that hold it.
    let at = if checks.is_empty() { quote!(_) } else { quote!(at) };
    let function = Function {
        head: quote!(fn check),
        arguments: vec![quote!(&self), quote!(#at: &mut ::bindery_runtime::Checker)],
        output: None,
        body: Body::Statements(checks),
    };
    Emitted::implementation(quote!(impl ::bindery_runtime::Validate for #name), function)
}
