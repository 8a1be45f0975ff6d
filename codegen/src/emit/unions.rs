//! Enums of types: the definition, the table that tells them apart, conversions, the checks.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::plan::names::RustIdent;
use crate::plan::{RustCheck, RustType, RustUnion, RustUnionVariant};

use super::Paths;
use super::checks::{Checked, emit_checks};
use super::code::{Code, Part};
use super::piece::{Body, Emitted, Function, Line, Member, MemberKind, Outer};
use super::structs::{derive_attribute, emit_validate, validate_method};
use super::words::{are_repetitive, deprecated_attribute, variant};

pub(super) fn emit_union<'a>(paths: &Paths<'_>, item: &'a RustUnion) -> Vec<Emitted<'a>> {
    let mut items = vec![definition(paths, item)];
    if item.checked {
        let head = ["impl ".into(), (&item.path.name).into()];
        items.push(Emitted::Block { outer: Outer::default(), head: head.into(), members: vec![validate_method(paths)] });
    }
    items.push(table(item));
    items.extend(item.variants.iter().filter(|variant| variant.from).map(|variant| conversion(paths, item, variant)));
    items.extend(item.checked.then(|| validation(paths, item)));
    items
}

fn definition<'a>(paths: &Paths<'_>, item: &'a RustUnion) -> Emitted<'a> {
    let RustUnion { docs, deprecated, path, derives, tag: _, variants, other, several, checks: _, checked: _ } = item;
    let name = &path.name;
    let names = variants.iter().map(|variant| &variant.name).chain(other).chain(several);
    let allow = match are_repetitive(name, names) {
        true => "#[allow(clippy::enum_variant_names, clippy::large_enum_variant)]",
        false => "#[allow(clippy::large_enum_variant)]",
    };
    let attributes = [derive_attribute(derives, &[]), "#[non_exhaustive]".into(), allow.into()];
    let outer = Outer::docs(docs).with(deprecated_attribute(paths, *deprecated)).with(attributes);
    let variants = variants.iter().map(|it| {
        let RustUnionVariant { docs, name, ty, .. } = it;
        Member { outer: Outer::docs(docs), kind: MemberKind::Part(variant(name, paths.ty(ty))) }
    });
    let other = other.iter().map(|other| Member {
        outer: Outer::doc("An object whose tag the description does not have, as it came."),
        kind: MemberKind::Part(variant(other, "::bindery_runtime::Object")),
    });
    let several = several.iter().map(|several| Member {
        outer: Outer::doc("A value that is several of these at once, as it came."),
        kind: MemberKind::Part(variant(several, "::bindery_runtime::Value")),
    });
    Emitted::Block {
        outer,
        head: ["pub enum ".into(), name.into()].into(),
        members: variants.chain(other).chain(several).collect(),
    }
}

fn table(item: &RustUnion) -> Emitted<'_> {
    let name = Code::from(&item.path.name);
    let other = item.other.iter().map(|other| ["other ".into(), other.into()].into());
    let (path, head, variants): (_, _, Vec<_>) = match &item.tag {
        Some(tag) => {
            let head = name.then([", tag ".into(), Part::Text(tag)]);
            ("::bindery_runtime::tagged_union", head, item.variants.iter().map(tagged_line).collect())
        }
        None => {
            let lines = item.variants.iter().map(|variant| untagged_line(variant).into());
            ("::bindery_runtime::untagged_union", untagged_head(name, item), lines.collect())
        }
    };
    Emitted::Table { path, lines: std::iter::once(head).chain(variants).chain(other).collect() }
}

/// What is checked decides between branches that keep as much of a value.
fn untagged_head<'a>(name: Code<'a>, item: &'a RustUnion) -> Code<'a> {
    let head = if item.checked { name.then(", checked") } else { name };
    match &item.several {
        Some(several) => head.then([", several ".into(), several.into()]),
        None => head,
    }
}

fn tagged_line(variant: &RustUnionVariant) -> Code<'_> {
    let RustUnionVariant { name, tags, .. } = variant;
    let separators = std::iter::once(" = ").chain(std::iter::repeat(", "));
    let tags = separators.zip(tags).flat_map(|(separator, tag)| [separator.into(), Part::Text(tag)]);
    Code(std::iter::once(name.into()).chain(tags).collect())
}

fn untagged_line(variant: &RustUnionVariant) -> TokenStream {
    let RustUnionVariant { name, kinds, required, .. } = variant;
    if kinds.is_empty() {
        return quote!(#name: any);
    }
    let kinds = kinds.iter().map(|kind| Ident::new(kind, Span::call_site()));
    if required.is_empty() {
        return quote!(#name: #(#kinds)|*);
    }
    let required = required.iter().map(|(property, constant)| match constant {
        Some(constant) => quote!(#property = #constant),
        None => quote!(#property),
    });
    quote!(#name: #(#kinds)|* { #(#required),* })
}

fn conversion<'a>(paths: &Paths<'_>, item: &'a RustUnion, variant: &'a RustUnionVariant) -> Emitted<'a> {
    let RustUnionVariant { name, ty, .. } = variant;
    let (taken, value) = match ty {
        RustType::Boxed(inner) => (paths.ty(inner), Code::from([paths.boxed().into(), "::new(value)".into()])),
        other => (paths.ty(other), "value".into()),
    };
    let argument = Code::from("value: ").then(taken.clone());
    let body = Body::Lines(vec![Line::Call(["Self::".into(), name.into()].into(), vec![value], "")]);
    let from = paths.prelude("From", "::std::convert::From");
    let head =
        Code::from(["impl ".into(), from.into(), "<".into()]).then(taken).then(["> for ".into(), (&item.path.name).into()]);
    Emitted::implementation(head, Function::new("fn from", vec![argument], "Self", body))
}

fn validation<'a>(paths: &Paths<'_>, item: &'a RustUnion) -> Emitted<'a> {
    let checked: Vec<_> = item.variants.iter().filter(|variant| !variant.checks.is_empty()).collect();
    let nullable = checked.iter().any(|variant| matches!(variant.checks.as_slice(), [RustCheck::Inner(_)]));
    let all = checked.len() == item.variants.len() && !nullable;
    let mut arms: Vec<_> = checked.iter().map(|variant| checks_of_variant(paths, variant)).collect();
    if let (Some(other), Some(tag)) = (&item.other, &item.tag) {
        let check = Line::Call("at.unknown_tag".into(), vec![Part::Text(tag).into(), "value".into()], ";");
        arms.push((pattern(other, "(value)"), vec![check]));
    }
    if let Some(several) = &item.several {
        let method = "::bindery_runtime::__private::untagged_union::check_several::<Self>";
        let check = Line::Call(method.into(), vec!["value".into(), "at".into()], ";");
        arms.push((pattern(several, "(value)"), vec![check]));
    }
    let mut lines = match arms.len() {
        0 => Vec::new(),
        1 => arms.into_iter().flat_map(|(pattern, checks)| only_arm(pattern, checks, all, item.checks.is_empty())).collect(),
        _ => {
            let arms = arms.into_iter().map(|(pattern, checks)| Line::Block(pattern.then(" =>"), checks, "}"));
            let others = (!all).then(|| Line::Whole("_ => {}".into()));
            vec![Line::Block("match self".into(), arms.chain(others).collect(), "}")]
        }
    };
    lines.extend(emit_checks(paths, &Checked::reference("self"), &item.checks));
    emit_validate(&item.path.name, lines)
}

/// Emits the checks of a union that has checks of one variant; `all` says that it has no other.
fn only_arm<'a>(pattern: Code<'a>, checks: Vec<Line<'a>>, all: bool, is_last: bool) -> Vec<Line<'a>> {
    if !all {
        return vec![Line::Block(Code::from("if let ").then(pattern).then(" = self"), checks, "}")];
    }
    let mut lines = vec![Line::Whole(Code::from("let ").then(pattern).then(" = self;"))];
    lines.extend(checks);
    if is_last { lines } else { vec![Line::Block(Code::default(), lines, "}")] }
}

/// Emits the pattern of a variant and its checks. A variant that may be null has its null ruled out by the pattern.
fn checks_of_variant<'a>(paths: &Paths<'_>, variant: &'a RustUnionVariant) -> (Code<'a>, Vec<Line<'a>>) {
    let value = Checked::reference("value");
    match variant.checks.as_slice() {
        [RustCheck::Inner(checks)] => (pattern(&variant.name, "(Some(value))"), emit_checks(paths, &value, checks)),
        checks => (pattern(&variant.name, "(value)"), emit_checks(paths, &value, checks)),
    }
}

fn pattern<'a>(variant: &'a RustIdent, value: &'static str) -> Code<'a> {
    ["Self::".into(), variant.into(), value.into()].into()
}
