//! Enums of known values: the definition, and the table of values.

use proc_macro2::Literal;
use quote::ToTokens;
use serde_json::Value;

use crate::plan::{EnumValues, RustEnum, RustEnumVariant};

use super::Paths;
use super::code::{Code, Part};
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
        EnumValues::Integers => (&["Eq", "Hash"], "i64"),
        EnumValues::Mixed => (&[], "::bindery_runtime::Value"),
    };
    let derives = derive_attribute(derives, also);
    let name = &path.name;
    let names = variants.iter().map(|variant| &variant.name).chain(other);
    let allow = are_repetitive(name, names).then_some("#[allow(clippy::enum_variant_names)]");
    let outer =
        Outer::docs(docs).with(deprecated_attribute(paths, *deprecated)).with([derives, "#[non_exhaustive]".into()]).with(allow);
    let variants = variants.iter().map(|variant| {
        let RustEnumVariant { docs, name, value: _ } = variant;
        Member { outer: Outer::docs(docs), kind: MemberKind::Part(name.into()) }
    });
    let other = other.iter().map(|other| Member {
        outer: Outer::doc("A value that the description does not have, as it came."),
        kind: MemberKind::Part([other.into(), "(".into(), kept.into(), ")".into()].into()),
    });
    Emitted::Block { outer, head: ["pub enum ".into(), name.into()].into(), members: variants.chain(other).collect() }
}

fn table(item: &RustEnum) -> Emitted<'_> {
    let path = match item.values {
        EnumValues::Strings => "::bindery_runtime::string_enum",
        EnumValues::Integers => "::bindery_runtime::integer_enum",
        EnumValues::Mixed => "::bindery_runtime::value_enum",
    };
    let head = Code::from(&item.path.name);
    let head = match (item.any_text, &item.assertions) {
        (true, Some(assertions)) => head.then([" any_text ".into(), raw_text(assertions).into_token_stream().into()]),
        (true, None) => head.then(" any_text"),
        (false, _) => head,
    };
    let variants = item.variants.iter().map(|variant| [(&variant.name).into(), " = ".into(), literal(&variant.value)].into());
    let other = item.other.iter().map(|other| ["other ".into(), other.into()].into());
    Emitted::Table { path, lines: std::iter::once(head).chain(variants).chain(other).collect() }
}

fn literal(value: &Value) -> Part<'_> {
    match value {
        Value::Bool(true) => "true".into(),
        Value::Bool(false) => "false".into(),
        Value::Number(number) => {
            let literal = match (number.as_i64(), number.as_f64()) {
                (Some(whole), _) => Literal::i64_unsuffixed(whole),
                (None, float) => Literal::f64_unsuffixed(float.unwrap_or_default()),
            };
            literal.into_token_stream().into()
        }
        Value::String(text) => Part::Text(text),
        // Lowering leaves out null and refuses lists and objects.
        Value::Null | Value::Array(_) | Value::Object(_) => Part::Text(""),
    }
}
