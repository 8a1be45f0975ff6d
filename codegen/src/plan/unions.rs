//! Enums of types.

use crate::analyze::{JsonKind, can_be_several, probe};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Tagging, TypeId, Union};

use super::Cx;
use super::checks::{assertions, checks_of};
use super::enums::other_name;
use super::items::{brief_docs, code, type_docs};
use super::model::{Form, RustPath, RustType, RustUnion, RustUnionVariant};
use super::names::{RustIdent, Use, Wish, claim, identifier};

pub(super) fn plan_union(cx: &mut Cx<'_>, id: TypeId, item: &Union, form: Form, path: RustPath) -> RustUnion {
    let wishes: Vec<_> = item
        .variants
        .iter()
        .map(|variant| {
            let chosen = cx.chosen(None, &variant.origin);
            Wish { name: variant.name.as_str().into(), for_use: Use::Variant, chosen, origin: &variant.origin }
        })
        .collect();
    let names = claim(&wishes, &[], &mut cx.diagnostics);
    let several = can_be_several(cx.api, item).then(|| several_name(&names));
    if item.tagging == Tagging::Untagged {
        report_overlaps(cx, id, item, several.as_ref());
    }
    // Tags grow as enums do. Without a tag an unknown form is an error that says why.
    let (tag, other) = match &item.tagging {
        Tagging::Tagged { property } => (Some(property.clone()), Some(other_name(&names))),
        Tagging::Untagged => (None, None),
    };
    let types: Vec<_> = (0..item.variants.len()).map(|position| variant_type(cx, id, item, position, form)).collect();
    let own = RustType::Named(path.clone());
    let bare: Vec<_> = types.iter().map(RustType::taken_apart).collect();
    let variants = item.variants.iter().zip(names).enumerate().map(|(position, (variant, name))| {
        let ty = types[position].clone();
        let probe = probe(cx.api, variant.ty);
        RustUnionVariant {
            origin: variant.origin.clone(),
            docs: brief_docs(&cx.api.types[variant.ty].docs, || format!("{}.", code(&variant.name))),
            name,
            // Two conversions from one type would contradict each other, and one from itself that of the standard library.
            from: bare.iter().chain([&own]).filter(|other| **other == bare[position]).count() == 1,
            ty,
            tags: variant.tags.clone(),
            kinds: probe.kinds.into_iter().map(kind_name).collect(),
            required: probe.required,
            checks: checks_of(cx, variant.ty),
        }
    });
    RustUnion {
        variants: variants.collect(),
        docs: type_docs(cx, id, form),
        deprecated: cx.api.types[id].docs.deprecated,
        path,
        derives: cx.options.derives.clone(),
        tag,
        other,
        several,
        checks: assertions(cx, id),
        checked: cx.facts.checked.contains(&id),
    }
}

/// Says which branches a reader can't tell apart by their form: it takes the one that keeps the most of the value.
fn report_overlaps(cx: &mut Cx<'_>, id: TypeId, item: &Union, several: Option<&RustIdent>) {
    let help = match several {
        Some(several) => format!(
            "the branch that keeps the most of the value is read, the first of equals; `{several}` keeps a value that is more than one"
        ),
        None => "the branch that keeps the most of the value is read, the first of equals".to_owned(),
    };
    let probes: Vec<_> = item.variants.iter().map(|variant| probe(cx.api, variant.ty)).collect();
    for (index, (variant, probe)) in item.variants.iter().zip(&probes).enumerate() {
        let alike = probes[..index].iter().position(|earlier| earlier.overlaps(probe));
        if let Some(earlier) = alike.map(|position| &item.variants[position].name) {
            let message = format!("a value can be `{earlier}` and `{}` by its form", variant.name);
            let finding = Diagnostic::new(Code::OverlappingUnion, cx.api.types[id].origin.clone(), message);
            cx.diagnostics.push(finding.help(help.clone()));
        }
    }
}

/// Returns a name for the variant of values that are of several types at once; a described one never has to make room for it.
fn several_name(taken: &[RustIdent]) -> RustIdent {
    let names = ["Several", "SeveralAtOnce", "SeveralTypes"].map(RustIdent::fixed);
    let free = names.into_iter().find(|name| !taken.contains(name));
    free.unwrap_or_else(|| identifier("value of several types at once", Use::Variant))
}

fn variant_type(cx: &Cx<'_>, id: TypeId, item: &Union, position: usize, form: Form) -> RustType {
    let ty = cx.rust_type(item.variants[position].ty, form);
    if cx.facts.boxed.contains(&(id, position)) { RustType::Boxed(Box::new(ty)) } else { ty }
}

fn kind_name(kind: JsonKind) -> &'static str {
    match kind {
        JsonKind::Null => "null",
        JsonKind::Boolean => "boolean",
        JsonKind::Integer => "integer",
        JsonKind::Number => "number",
        JsonKind::String => "string",
        JsonKind::Array => "array",
        JsonKind::Object => "object",
    }
}
