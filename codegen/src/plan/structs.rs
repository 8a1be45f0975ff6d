//! Structs of properties.

use std::borrow::Cow;

use foldhash::HashSet;
use serde_json::Value;

use crate::analyze::{JsonKind, probe};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{Access, Field, Presence, Rest, Struct, TypeId, TypeKind};
use crate::source::Origin;

use super::Cx;
use super::checks::{assertions, checks_of, sizes};
use super::enums::variant_names;
use super::items::{append_paragraph, code, code_sentence, said, type_docs};
use super::model::{
    DefaultAccessor, FieldRole, Form, RustCheck, RustDefault, RustDocs, RustField, RustPath, RustStruct, RustType, RustValue,
    Setter, UnknownProperties, whole,
};
use super::names::{RustIdent, Use, Wish, claim, identifier};

pub(super) fn plan_struct(cx: &mut Cx<'_>, id: TypeId, item: &Struct, form: Form, path: RustPath) -> RustStruct {
    let positions: Vec<_> = (0..item.fields.len()).filter(|position| belongs(&item.fields[*position], form)).collect();
    let described: Vec<_> = positions.iter().map(|position| &item.fields[*position]).collect();
    let rest = rest(cx, item.rest, form);
    let names = field_names(cx, id, &described, rest.as_ref());
    let mut methods = Methods::new(&names);
    let mut fields: Vec<RustField> = Vec::new();
    for (position, name) in positions.into_iter().zip(&names) {
        fields.push(plan_field(cx, (id, position), &item.fields[position], name.clone(), form, &mut methods));
    }
    fields.extend(rest.zip(names.get(fields.len()).cloned()).map(|(rest, name)| rest_field(rest, name)));
    RustStruct {
        docs: type_docs(cx, id, form),
        deprecated: cx.api.types[id].docs.deprecated,
        path,
        derives: cx.options.derives.clone(),
        default: default(&fields),
        codec: Some(unknown_properties(cx, item.rest)),
        checks: sizes(&item.constraints).into_iter().chain(assertions(cx, id)).collect(),
        checked: cx.facts.checked.contains(&id),
        fields,
    }
}

/// Returns how a struct of these fields is made of nothing.
pub(super) fn default(fields: &[RustField]) -> RustDefault {
    if fields.iter().any(|field| field.role == FieldRole::Required) {
        RustDefault::Never
    } else if fields.iter().any(|field| matches!(field.role, FieldRole::Constant(..))) {
        RustDefault::New
    } else {
        RustDefault::Derived
    }
}

fn belongs(field: &Field, form: Form) -> bool {
    match (field.access, form) {
        (Access::ReadOnly, Form::Sent) | (Access::WriteOnly, Form::Read) => false,
        (Access::ReadWrite | Access::ReadOnly | Access::WriteOnly, _) => true,
    }
}

fn unknown_properties(cx: &Cx<'_>, rest: Rest) -> UnknownProperties {
    match rest {
        Rest::Kept(_) => UnknownProperties::Keep,
        Rest::Unsaid => cx.options.unknown_properties,
        // A closed schema is no promise that the server never grows; refusing is for those who ask for it.
        Rest::Forbidden if cx.options.unknown_properties == UnknownProperties::Reject => UnknownProperties::Reject,
        Rest::Forbidden => UnknownProperties::Ignore,
    }
}

/// The map of properties that nobody described.
struct RestMap {
    ty: RustType,
    checks: Vec<RustCheck>,
}

fn rest(cx: &Cx<'_>, rest: Rest, form: Form) -> Option<RestMap> {
    if unknown_properties(cx, rest) != UnknownProperties::Keep {
        return None;
    }
    let Rest::Kept(value) = rest else {
        return Some(RestMap { ty: RustType::Object, checks: Vec::new() });
    };
    let checks = match checks_of(cx, value) {
        checks if checks.is_empty() || checks == [RustCheck::Nested] => checks,
        checks => vec![RustCheck::Values(checks)],
    };
    let ty = match cx.rust_type(value, form) {
        RustType::Value => RustType::Object,
        value => RustType::Map(Box::new(value)),
    };
    Some(RestMap { ty, checks })
}

fn field_names(cx: &mut Cx<'_>, id: TypeId, fields: &[&Field], rest: Option<&RestMap>) -> Vec<RustIdent> {
    let rest = rest.map(|_| Wish {
        name: "additional properties".into(),
        for_use: Use::Field,
        chosen: None,
        origin: &cx.api.types[id].origin,
    });
    let wishes: Vec<_> = fields
        .iter()
        .map(|field| Wish {
            name: field.wire_name.as_str().into(),
            for_use: Use::Field,
            chosen: cx.chosen(None, &field.origin),
            origin: &field.origin,
        })
        .chain(rest)
        .collect();
    claim(&wishes, &[], &mut cx.diagnostics)
}

/// The names of a struct's methods.
pub(super) struct Methods<'a> {
    taken: HashSet<Cow<'a, str>>,
}

impl<'a> Methods<'a> {
    /// The methods that every struct may have.
    const FIXED: [&'static str; 2] = ["new", "validate"];

    pub(super) fn new(fields: &'a [RustIdent]) -> Self {
        Self { taken: Self::FIXED.into_iter().chain(fields.iter().map(RustIdent::as_str)).map(Cow::Borrowed).collect() }
    }

    /// A setter is called like its field, unless a method that every struct has is.
    pub(super) fn setter(&mut self, field: &RustIdent) -> RustIdent {
        match Self::FIXED.contains(&field.as_str()) {
            true => self.derived(format!("with_{}", field.as_str())),
            false => field.clone(),
        }
    }

    /// Returns a name for a method that is made from a field's, out of the way of the setters.
    pub(super) fn derived(&mut self, mut name: String) -> RustIdent {
        while self.taken.contains(name.as_str()) {
            name.push_str("_value");
        }
        let ident = identifier(&name, Use::Field);
        self.taken.insert(Cow::Owned(name));
        ident
    }
}

fn plan_field(
    cx: &mut Cx<'_>,
    edge: (TypeId, usize),
    field: &Field,
    name: RustIdent,
    form: Form,
    methods: &mut Methods<'_>,
) -> RustField {
    let nullable = nullable_inner(cx, field.ty);
    let held = match (field.presence, nullable) {
        (Presence::Optional, Some(inner)) => inner,
        _ => field.ty,
    };
    let mut ty = cx.rust_type(held, form);
    if cx.facts.boxed.contains(&edge) {
        ty = boxed(ty);
    }
    let role = match (field.presence, nullable) {
        (Presence::Required, _) => constant(cx, (edge.0, field), &ty).unwrap_or(FieldRole::Required),
        (Presence::Optional, Some(_)) => FieldRole::Nullable,
        (Presence::Optional, None) => FieldRole::Optional,
    };
    let default = valid_default(cx, field.default.as_ref(), (held, &ty), &field.origin);
    let checks = checks_of(cx, held);
    RustField {
        docs: field_docs(cx, field, default.as_ref(), &checks),
        deprecated: field.docs.deprecated,
        setter: setter(&role, &name, methods),
        default: default_accessor(default, &role, &name, methods),
        checks,
        wire_name: field.wire_name.clone(),
        holds_null: role == FieldRole::Optional && admits_null(cx, held, &ty),
        name,
        ty,
        role,
    }
}

/// Tells whether null is a value of a type that is not an `Option` itself: one of any values, or a union with such a branch.
fn admits_null(cx: &Cx<'_>, id: TypeId, ty: &RustType) -> bool {
    let is_of_one_kind = matches!(
        cx.api.types[id].kind,
        TypeKind::Boolean
            | TypeKind::Integer(_)
            | TypeKind::Number(_)
            | TypeKind::String(_)
            | TypeKind::Struct(_)
            | TypeKind::Array { .. }
            | TypeKind::Map { .. }
    );
    if is_of_one_kind || matches!(ty.resolved(), RustType::Never | RustType::External(_)) {
        return false;
    }
    let kinds = probe(cx.api, id).kinds;
    kinds.is_empty() || kinds.contains(&JsonKind::Null)
}

/// Boxes what a field holds; a required field that may be null keeps its `Option` outside.
fn boxed(ty: RustType) -> RustType {
    match ty {
        RustType::Option(inner) => RustType::Option(Box::new(RustType::Boxed(inner))),
        other => RustType::Boxed(Box::new(other)),
    }
}

pub(super) fn setter(role: &FieldRole, name: &RustIdent, methods: &mut Methods<'_>) -> Option<Setter> {
    match role {
        FieldRole::Required | FieldRole::Constant(..) | FieldRole::Rest => None,
        FieldRole::Optional => Some(Setter { name: methods.setter(name), null: None }),
        FieldRole::Nullable => {
            let null = methods.derived(format!("{}_null", name.as_str()));
            Some(Setter { name: methods.setter(name), null: Some(null) })
        }
    }
}

/// Returns what may be null, if a type is that or null.
pub(super) fn nullable_inner(cx: &Cx<'_>, mut id: TypeId) -> Option<TypeId> {
    // Lowering breaks circles of aliases, so the chain is no longer than there are types.
    for _ in 0..cx.api.types.len() {
        match &cx.api.types[id].kind {
            TypeKind::Nullable(inner) => return Some(*inner),
            TypeKind::Alias(target) => id = *target,
            _ => return None,
        }
    }
    None
}

/// A required property with one possible text needs no argument: it is the only value of its enum, or the tag of its struct.
fn constant(cx: &Cx<'_>, (owner, field): (TypeId, &Field), ty: &RustType) -> Option<FieldRole> {
    let tag = cx.facts.fixed_tags.get(&(owner, field.wire_name.clone()));
    let held = cx.api.behind_aliases(field.ty);
    let value = match &cx.api.types[held].kind {
        TypeKind::String(_) if *ty == RustType::String => RustValue::Str(tag?.clone()),
        TypeKind::Enum(item) => {
            let position = match (item.values.as_slice(), tag) {
                ([Value::String(_)], _) => 0,
                (values, tag) => {
                    let tag = tag?;
                    values.iter().position(|value| value == tag)?
                }
            };
            let (RustType::Named(path) | RustType::Alias(path, _)) = ty else { return None };
            let (names, _) = variant_names(cx, held, item, &mut Diagnostics::default());
            RustValue::Variant(path.clone(), names[position].clone())
        }
        _ => return None,
    };
    Some(FieldRole::Constant(value))
}

fn rest_field(RestMap { ty, checks }: RestMap, name: RustIdent) -> RustField {
    RustField {
        docs: vec!["Properties that the description does not name.".to_owned()],
        deprecated: false,
        name,
        wire_name: String::new(),
        ty,
        role: FieldRole::Rest,
        holds_null: false,
        setter: None,
        default: None,
        checks,
    }
}

fn field_docs(cx: &Cx<'_>, field: &Field, default: Option<&ValidDefault>, checks: &[RustCheck]) -> RustDocs {
    let mut docs = said(cx, &field.docs);
    if docs.is_empty() {
        docs = first_paragraph(said(cx, &cx.api.types[field.ty].docs));
    }
    if docs.is_empty() {
        docs = vec![code_sentence(&field.wire_name)];
    }
    append_paragraph(&mut docs, notes(cx, default, checks));
    docs
}

fn first_paragraph(docs: RustDocs) -> RustDocs {
    docs.into_iter().take_while(|line| !line.is_empty()).collect()
}

/// Returns a line about the default and the limits of a value.
pub(super) fn notes(cx: &Cx<'_>, default: Option<&ValidDefault>, checks: &[RustCheck]) -> RustDocs {
    if default.is_none() && checks.is_empty() {
        return Vec::new();
    }
    let limits: Vec<_> = checks.iter().filter_map(limit_note).collect();
    let limits = if limits.is_empty() { String::new() } else { ["Limits: ", &limits.join(", "), "."].concat() };
    let Some(default) = default else { return cx.doc_lines(&limits) };
    let default = code(&super::docs::value_text(&default.documented));
    cx.doc_lines(&format!("Default: {default}. {limits}"))
}

fn limit_note(check: &RustCheck) -> Option<String> {
    match check {
        RustCheck::Limit(name, value) => {
            let number = match value {
                RustValue::Int(number) => number.to_string(),
                RustValue::Float(number) => number.to_string(),
                RustValue::Bool(_) | RustValue::Str(_) | RustValue::Variant(..) => return None,
            };
            Some(match *name {
                "minimum" => format!("at least {number}"),
                "maximum" => format!("at most {number}"),
                "exclusive_minimum" => format!("more than {number}"),
                "exclusive_maximum" => format!("less than {number}"),
                _ => format!("a multiple of {number}"),
            })
        }
        RustCheck::Size(name, size) => {
            let (bound, what) = name.split_once('_')?;
            let bound = if bound == "min" { "at least" } else { "at most" };
            let what = match (what, *size == 1) {
                ("length", true) => "character",
                ("length", false) => "characters",
                ("items", true) => "item",
                ("properties", true) => "property",
                (several, _) => several,
            };
            Some([bound, " ", &size.to_string(), " ", what].concat())
        }
        RustCheck::Unique => Some("no item twice".to_owned()),
        RustCheck::Pattern(_)
        | RustCheck::Assertions(_)
        | RustCheck::Items(_)
        | RustCheck::Values(_)
        | RustCheck::Inner(_)
        | RustCheck::Nested => None,
    }
}

/// A default that is a value of its schema.
pub(super) struct ValidDefault {
    /// As the description has it.
    documented: Value,
    /// As Rust, where its type has literals.
    literal: Option<RustValue>,
}

/// Returns the documented default, if it is a value of its schema; if not, that is reported.
pub(super) fn valid_default(
    cx: &mut Cx<'_>,
    default: Option<&Value>,
    (id, ty): (TypeId, &RustType),
    origin: &Origin,
) -> Option<ValidDefault> {
    let default = default.filter(|value| !value.is_null())?;
    match default_value(cx, id, ty, default) {
        Ok(literal) => Some(ValidDefault { documented: default.clone(), literal }),
        Err(()) => {
            let message = format!("the default {default} is no value of its schema");
            let finding = Diagnostic::new(Code::BadDefault, origin.clone(), message);
            cx.diagnostics.push(finding.help("the default is left out"));
            None
        }
    }
}

/// Plans the method that gives the documented default where there is no value.
pub(super) fn default_accessor(
    default: Option<ValidDefault>,
    role: &FieldRole,
    name: &RustIdent,
    methods: &mut Methods<'_>,
) -> Option<DefaultAccessor> {
    let value = default?.literal.filter(|_| *role == FieldRole::Optional)?;
    Some(DefaultAccessor { name: methods.derived(format!("{}_or_default", name.as_str())), value })
}

/// Returns the default as Rust; nothing where its type has no literals; an error where it does not suit the schema.
fn default_value(cx: &Cx<'_>, id: TypeId, ty: &RustType, default: &Value) -> Result<Option<RustValue>, ()> {
    let id = cx.api.behind_aliases(id);
    match (&cx.api.types[id].kind, default) {
        (TypeKind::Boolean, Value::Bool(value)) => Ok(Some(RustValue::Bool(*value))),
        (TypeKind::Integer(_), Value::Number(number)) => {
            let Some((least, greatest)) = ty.integer_range() else { return Ok(None) };
            let fits = whole(number).filter(|value| (least..=greatest).contains(value));
            fits.map(|value| Some(RustValue::Int(value))).ok_or(())
        }
        (TypeKind::Number(_), Value::Number(number)) => {
            Ok(number.as_f64().filter(|_| *ty.resolved() == RustType::F64).map(RustValue::Float))
        }
        (TypeKind::String(_), Value::String(text)) => {
            Ok(Some(RustValue::Str(text.clone())).filter(|_| *ty.resolved() == RustType::String))
        }
        (TypeKind::Enum(item), value) => {
            let position = item.values.iter().position(|known| known == value).ok_or(())?;
            let (names, _) = variant_names(cx, id, item, &mut Diagnostics::default());
            match ty {
                RustType::Named(path) | RustType::Alias(path, _) => {
                    Ok(Some(RustValue::Variant(path.clone(), names[position].clone())))
                }
                _ => Ok(None),
            }
        }
        (TypeKind::Boolean | TypeKind::Integer(_) | TypeKind::Number(_) | TypeKind::String(_), _) => Err(()),
        _ => Ok(None),
    }
}
