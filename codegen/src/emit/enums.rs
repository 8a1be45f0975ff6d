//! Enums of known values: the definition, and the table of values.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde_json::Value;

use crate::plan::{EnumValues, RustEnum, RustEnumVariant};

use super::Paths;
use super::piece::{Emitted, Member, MemberKind, Outer};
use super::structs::derive_attribute;
use super::words::{are_repetitive, deprecated_attribute, raw_text};

pub(super) fn emit_enum<'a>(paths: &Paths<'_>, item: &'a RustEnum) -> Vec<Emitted<'a>> {
    vec![definition(paths, item), table(item)]
}

fn definition<'a>(paths: &Paths<'_>, item: &'a RustEnum) -> Emitted<'a> {
    let RustEnum { docs, deprecated, path, derives, values, variants, other, any_text: _, assertions: _ } = item;
    let (also, kept): (&[&str], _) = match values {
        EnumValues::Strings => (&["Eq", "Hash"], paths.string()),
        EnumValues::Integers => (&["Eq", "Hash"], quote!(i64)),
        EnumValues::Mixed => (&[], quote!(::bindery_runtime::Value)),
    };
    let derives = derive_attribute(derives, also);
    let name = &path.name;
    let names = variants.iter().map(|variant| &variant.name).chain(other);
    let allow = are_repetitive(name, names).then(|| quote!(#[allow(clippy::enum_variant_names)]));
    let outer =
        Outer::docs(docs).with(deprecated_attribute(paths, *deprecated)).with([derives, quote!(#[non_exhaustive])]).with(allow);
    let variants = variants.iter().map(|variant| {
        let RustEnumVariant { docs, name, value: _ } = variant;
        Member { outer: Outer::docs(docs), kind: MemberKind::Part(quote!(#name)) }
    });
    let other = other.iter().map(|other| Member {
        outer: Outer::doc("A value that the description does not have, as it came."),
        kind: MemberKind::Part(quote!(#other(#kept))),
    });
    Emitted::Block { outer, head: quote!(pub enum #name), members: variants.chain(other).collect() }
}

fn table<'a>(item: &RustEnum) -> Emitted<'a> {
    let path = match item.values {
        EnumValues::Strings => quote!(::bindery_runtime::string_enum),
        EnumValues::Integers => quote!(::bindery_runtime::integer_enum),
        EnumValues::Mixed => quote!(::bindery_runtime::value_enum),
    };
    let name = &item.path.name;
    let assertions = item.assertions.as_deref().map(raw_text);
    let any_text = item.any_text.then(|| quote!(any_text #assertions));
    let variants = item.variants.iter().map(|variant| {
        let (name, value) = (&variant.name, literal(&variant.value));
        quote!(#name = #value)
    });
    let other = item.other.iter().map(|other| quote!(other #other));
    Emitted::Table { path, lines: std::iter::once(quote!(#name #any_text)).chain(variants).chain(other).collect() }
}

fn literal(value: &Value) -> TokenStream {
    match value {
        Value::Bool(value) => quote!(#value),
        Value::Number(number) => {
            let literal = match (number.as_i64(), number.as_f64()) {
                (Some(whole), _) => Literal::i64_unsuffixed(whole),
                (None, float) => Literal::f64_unsuffixed(float.unwrap_or_default()),
            };
            quote!(#literal)
        }
        Value::String(text) => quote!(#text),
        // Lowering leaves out null and refuses lists and objects.
        Value::Null | Value::Array(_) | Value::Object(_) => quote!(""),
    }
}
