//! Enums of known values.

use std::borrow::Cow;

use serde_json::Value;

use crate::diagnostic::Diagnostics;
use crate::ir::{Enum, Openness, TypeId};

use super::Cx;
use super::items::{code_sentence, type_docs};
use super::model::{EnumValues, Form, RustEnum, RustEnumVariant, RustPath};
use super::names::{RustIdent, Use, Wish, claim, identifier};
use super::options::UnknownValues;

pub(super) fn plan_enum(cx: &mut Cx<'_>, id: TypeId, item: &Enum, path: RustPath) -> RustEnum {
    let mut diagnostics = Diagnostics::default();
    let (names, other) = variant_names(cx, id, item, &mut diagnostics);
    cx.diagnostics.append(diagnostics);
    let variants = item.values.iter().zip(names).map(|(value, name)| RustEnumVariant {
        docs: vec![code_sentence(&value_text(value))],
        name,
        value: value.clone(),
    });
    RustEnum {
        docs: type_docs(cx, id, Form::Whole),
        deprecated: cx.api.types[id].docs.deprecated,
        path,
        derives: cx.options.derives.clone(),
        values: sort(&item.values),
        variants: variants.collect(),
        other,
        any_text: item.openness == Openness::Any,
        assertions: cx.api.types[id].assertions.as_ref().map(Value::to_string),
    }
}

/// Returns the variants' names, and the name of the one that keeps other values.
pub(super) fn variant_names(
    cx: &Cx<'_>,
    id: TypeId,
    item: &Enum,
    diagnostics: &mut Diagnostics,
) -> (Vec<RustIdent>, Option<RustIdent>) {
    let origin = &cx.api.types[id].origin;
    let wishes: Vec<_> = item
        .values
        .iter()
        .map(|value| {
            let name = value_text(value);
            let chosen = cx.chosen_at(|| origin.child("enum").child(&name));
            Wish { name, for_use: Use::Variant, chosen, origin }
        })
        .collect();
    let names = claim(&wishes, &[], diagnostics);
    let other = match (item.openness, cx.options.unknown_values) {
        (Openness::Any, _) | (Openness::Open, UnknownValues::Keep) => Some(other_name(&names)),
        (Openness::Closed, _) | (Openness::Open, UnknownValues::Reject) => None,
    };
    (names, other)
}

/// Returns a name for the variant that keeps what is not described; a described one never has to make room for it.
pub(super) fn other_name(taken: &[RustIdent]) -> RustIdent {
    let names = ["Unknown", "Undescribed", "OtherValue"].map(RustIdent::fixed);
    let free = names.into_iter().find(|name| !taken.contains(name));
    free.unwrap_or_else(|| identifier("value that the description does not have", Use::Variant))
}

fn value_text(value: &Value) -> Cow<'_, str> {
    match value {
        Value::String(text) => Cow::Borrowed(text),
        other => Cow::Owned(other.to_string()),
    }
}

fn sort(values: &[Value]) -> EnumValues {
    if values.iter().all(Value::is_string) {
        EnumValues::Strings
    } else if values.iter().all(Value::is_i64) {
        EnumValues::Integers
    } else {
        EnumValues::Mixed
    }
}
