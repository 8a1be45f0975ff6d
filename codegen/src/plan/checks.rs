//! What is checked of a value: its constraints, and the checks of the types within.

use serde_json::Number;

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::ir::{ArrayConstraints, NumberType, ObjectConstraints, Openness, StringType, TypeId, TypeKind};

use super::Cx;
use super::model::{Form, RustCheck, RustType, RustValue, whole};
use super::types::integer_type;

/// Returns what is checked of a value of a type, where it is used.
pub(super) fn checks_of(cx: &Cx<'_>, id: TypeId) -> Vec<RustCheck> {
    if !cx.facts.checked.contains(&id) {
        return Vec::new();
    }
    // A replaced type is the user's, and so are its checks.
    let replaces_types = !(cx.options.schema_types.is_empty() && cx.options.format_types.is_empty());
    if replaces_types && matches!(cx.rust_type(id, Form::Whole), RustType::External(_)) {
        return Vec::new();
    }
    if cx.facts.newtypes.contains(&id) {
        // Its type is a struct of its own, with checks of its own.
        return vec![RustCheck::Nested];
    }
    checks_of_kind(cx, id)
}

/// Returns what is checked of a value of a type, not looking at its name.
pub(super) fn checks_of_kind(cx: &Cx<'_>, id: TypeId) -> Vec<RustCheck> {
    let mut checks = checks_by_type(cx, id);
    match &cx.api.types[id].kind {
        // They have their assertions among their own checks, and so has an enum that lists some of its texts.
        TypeKind::Struct(_) | TypeKind::Union(_) => {}
        TypeKind::Enum(item) if item.openness == Openness::Any => {}
        _ => checks.extend(assertions(cx, id)),
    }
    checks
}

/// Returns the check of what no type expresses.
pub(super) fn assertions(cx: &Cx<'_>, id: TypeId) -> Vec<RustCheck> {
    cx.api.types[id].assertions.iter().map(|assertions| RustCheck::Assertions(assertions.to_string())).collect()
}

fn checks_by_type(cx: &Cx<'_>, id: TypeId) -> Vec<RustCheck> {
    match &cx.api.types[id].kind {
        TypeKind::Integer(number) => limits(number, integer_type(number).integer_range()),
        TypeKind::Number(number) => limits(number, None),
        TypeKind::String(string) => match cx.written_out(id, Form::Whole) {
            RustType::String => text(string),
            // A format's own type has no length and no text to match.
            _ => Vec::new(),
        },
        TypeKind::Array { item, constraints } => list(constraints, checks_of(cx, *item)),
        TypeKind::Map { value, constraints } => map(constraints, checks_of(cx, *value)),
        TypeKind::Nullable(target) => match checks_of(cx, *target) {
            checks if checks.is_empty() => Vec::new(),
            checks if checks == [RustCheck::Nested] => checks,
            checks => vec![RustCheck::Inner(checks)],
        },
        TypeKind::Alias(target) => checks_of(cx, *target),
        TypeKind::Struct(_) | TypeKind::Enum(_) | TypeKind::Union(_) => vec![RustCheck::Nested],
        TypeKind::Boolean | TypeKind::Any | TypeKind::Never => Vec::new(),
    }
}

/// Says which texts are not checked, because the type of their format is no text.
pub(super) fn report_unchecked_texts(cx: &mut Cx<'_>) {
    let api = cx.api;
    for id in api.types.ids() {
        let TypeKind::String(string) = &api.types[id].kind else { continue };
        let (RustType::Format(_) | RustType::Net(_)) = cx.written_out(id, Form::Whole) else { continue };
        let limits = unmet(string);
        if limits.is_empty() {
            continue;
        }
        let format = string.format.as_deref().unwrap_or_default();
        let limits = limits.join(" and ");
        let message = format!("the format `{format}` has a type of its own, on which nothing checks {limits}");
        let finding = Diagnostic::new(Code::IgnoredConstraint, api.types[id].origin.clone(), message);
        let finding = finding.help("values of the format that break it are accepted");
        cx.diagnostics.push(Diagnostic { severity: Severity::Note, ..finding });
    }
}

/// Returns the keywords that not every text of the format satisfies; for a pattern that can't be told.
fn unmet(string: &StringType) -> Vec<&'static str> {
    let (shortest, longest) = match string.format.as_deref() {
        Some("date-time") => (20, 35),
        Some("date") => (10, 10),
        Some("uuid") => (36, 36),
        Some("ipv4") => (7, 15),
        Some("ipv6") => (2, 45),
        _ => (0, u64::MAX),
    };
    let unmet = [
        ("`minLength`", string.min_length.is_some_and(|length| length > shortest)),
        ("`maxLength`", string.max_length.is_some_and(|length| length < longest)),
        ("`pattern`", string.pattern.is_some()),
    ];
    unmet.into_iter().filter(|(_, unmet)| *unmet).map(|(keyword, _)| keyword).collect()
}

fn limits(number: &NumberType, range: Option<(i128, i128)>) -> Vec<RustCheck> {
    let NumberType { format: _, minimum, maximum, exclusive_minimum, exclusive_maximum, multiple_of } = number;
    let limits = [
        ("minimum", minimum),
        ("maximum", maximum),
        ("exclusive_minimum", exclusive_minimum),
        ("exclusive_maximum", exclusive_maximum),
        ("multiple_of", multiple_of),
    ];
    limits
        .into_iter()
        .filter_map(|(name, limit)| match (limit.as_ref()?, range) {
            (limit, Some(range)) => integer_limit(name, limit, range),
            (limit, None) => limit.as_f64().map(|limit| RustCheck::Limit(name, RustValue::Float(limit))),
        })
        .collect()
}

/// A limit between two whole numbers is rounded to the one that a whole number meets. What every value of the type meets is no check.
fn integer_limit(name: &'static str, limit: &Number, (least, greatest): (i128, i128)) -> Option<RustCheck> {
    let (name, limit) = match (name, whole(limit)) {
        (name, Some(limit)) => (name, limit),
        ("minimum" | "exclusive_minimum", None) => ("minimum", limit.as_f64()?.ceil() as i128),
        ("maximum" | "exclusive_maximum", None) => ("maximum", limit.as_f64()?.floor() as i128),
        (_, None) => return None,
    };
    let met = match name {
        "minimum" => limit <= least,
        "maximum" => limit >= greatest,
        "exclusive_minimum" => limit < least,
        "exclusive_maximum" => limit > greatest,
        _ => limit == 1 || limit == 0,
    };
    (!met).then(|| RustCheck::Limit(name, RustValue::Int(limit.clamp(least, greatest))))
}

fn text(string: &StringType) -> Vec<RustCheck> {
    let StringType { format: _, min_length, max_length, pattern } = string;
    let lengths = [("min_length", min_length), ("max_length", max_length)];
    let lengths = lengths.into_iter().filter_map(|(name, size)| size.map(|size| RustCheck::Size(name, size)));
    lengths.chain(pattern.clone().map(RustCheck::Pattern)).collect()
}

fn list(constraints: &ArrayConstraints, item: Vec<RustCheck>) -> Vec<RustCheck> {
    let ArrayConstraints { min_items, max_items, unique_items } = constraints;
    let sizes = [("min_items", min_items), ("max_items", max_items)];
    let mut checks: Vec<_> = sizes.into_iter().filter_map(|(name, size)| size.map(|size| RustCheck::Size(name, size))).collect();
    if *unique_items {
        checks.push(RustCheck::Unique);
    }
    if item == [RustCheck::Nested] {
        checks.push(RustCheck::Nested);
    } else if !item.is_empty() {
        checks.push(RustCheck::Items(item));
    }
    checks
}

fn map(constraints: &ObjectConstraints, value: Vec<RustCheck>) -> Vec<RustCheck> {
    let mut checks = sizes(constraints);
    if value == [RustCheck::Nested] {
        checks.push(RustCheck::Nested);
    } else if !value.is_empty() {
        checks.push(RustCheck::Values(value));
    }
    checks
}

/// Returns what is checked of the number of an object's properties.
pub(super) fn sizes(constraints: &ObjectConstraints) -> Vec<RustCheck> {
    let ObjectConstraints { min_properties, max_properties } = constraints;
    let sizes = [("min_properties", min_properties), ("max_properties", max_properties)];
    sizes.into_iter().filter_map(|(name, size)| size.map(|size| RustCheck::Size(name, size))).collect()
}
