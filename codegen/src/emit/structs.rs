//! Structs: the definition, `new` and the setters, the table for reading and writing, the checks.

use quote::ToTokens;

use crate::plan::names::RustIdent;
use crate::plan::{
    DefaultAccessor, FieldRole, RustDefault, RustField, RustStruct, RustType, RustValue, Setter, UnknownProperties,
};

use super::Paths;
use super::checks::{emit_field_checks, emit_object_checks};
use super::code::{Code, Part};
use super::piece::{Body, Emitted, Function, Line, Member, MemberKind, Outer};
use super::words::{deprecated_attribute, value};

pub(super) fn emit_struct<'a>(paths: &Paths<'_>, item: &'a RustStruct) -> Vec<Emitted<'a>> {
    let mut items = vec![definition(paths, item), methods(paths, item)];
    items.extend((item.default == RustDefault::New).then(|| default_by_new(paths, item)));
    items.extend(item.codec.map(|unknown| codec(item, unknown)));
    items.extend(item.checked.then(|| validation(paths, item)));
    items
}

/// Emits the derives of a model: those that all have, and more. A derive that the user asks for may be there already.
pub(super) fn derive_attribute(extra: &[String], also: &[&'static str]) -> Code<'static> {
    let mut own: Vec<&'static str> = ["Clone", "Debug", "PartialEq"].iter().chain(also).copied().collect();
    own.sort_unstable();
    let is_new = |path: &&String| path.rsplit("::").next().is_none_or(|name| !own.contains(&name.trim()));
    let extra = extra
        .iter()
        .filter(is_new)
        .map(|path| syn::parse_str::<syn::Path>(path).expect("the configuration checks that derives are paths"));
    let extra: Vec<_> = extra.map(|path| Part::Tokens(path.into_token_stream())).collect();
    let mut code = Code::from("#[derive(");
    for (index, part) in own.into_iter().map(Part::Fixed).chain(extra).enumerate() {
        code.0.extend((index > 0).then_some(Part::Fixed(", ")));
        code.push(part);
    }
    code.then(")]")
}

fn definition<'a>(paths: &Paths<'_>, item: &'a RustStruct) -> Emitted<'a> {
    let RustStruct { docs, deprecated, path, derives, default, fields, codec: _, checks: _, checked: _ } = item;
    let derives = derive_attribute(derives, if *default == RustDefault::Derived { &["Default"] } else { &[] });
    let outer = Outer::docs(docs).with(deprecated_attribute(paths, *deprecated)).with([derives, "#[non_exhaustive]".into()]);
    let members = fields.iter().map(|field| {
        let RustField { docs, deprecated, name, .. } = field;
        let outer = Outer::docs(docs).with(deprecated_attribute(paths, *deprecated));
        let ty = field_type(paths, field);
        Member { outer, kind: MemberKind::Part(Code::from(["pub ".into(), name.into(), ": ".into()]).then(ty)) }
    });
    Emitted::Block { outer, head: ["pub struct ".into(), (&path.name).into()].into(), members: members.collect() }
}

fn field_type<'a>(paths: &Paths<'_>, field: &'a RustField) -> Code<'a> {
    let ty = paths.ty(&field.ty);
    match field.role {
        FieldRole::Optional => paths.option(ty),
        FieldRole::Nullable => Code::from("::bindery_runtime::Maybe<").then(ty).then(">"),
        FieldRole::Required | FieldRole::Constant(..) | FieldRole::Rest => ty,
    }
}

fn methods<'a>(paths: &Paths<'_>, item: &'a RustStruct) -> Emitted<'a> {
    let mut members = vec![constructor(paths, item)];
    members.extend(item.fields.iter().flat_map(|field| field_methods(paths, item, field)));
    members.extend(item.checked.then(|| validate_method(paths)));
    Emitted::Block { outer: Outer::default(), head: ["impl ".into(), (&item.path.name).into()].into(), members }
}

/// More arguments than these and clippy asks for a struct; this is the struct.
const MANY_ARGUMENTS: usize = 7;

fn constructor<'a>(paths: &Paths<'_>, item: &'a RustStruct) -> Member<'a> {
    let required: Vec<_> = item.fields.iter().filter(|field| field.role == FieldRole::Required).collect();
    let arguments = required.iter().map(|field| argument(paths, &field.name, &field.ty)).collect();
    let allow = (required.len() > MANY_ARGUMENTS).then_some("#[allow(clippy::too_many_arguments)]");
    let doc = if required.is_empty() { "Creates one with no field set." } else { "Creates one from its required fields." };
    let body = if item.default == RustDefault::Derived {
        Body::value([paths.default().into(), "::default()".into()])
    } else {
        Body::Lines(vec![Line::Struct(item.fields.iter().map(|field| initial_value(paths, field)).collect())])
    };
    Member {
        outer: Outer::doc(doc).with(allow),
        kind: MemberKind::Function(Function::new("pub fn new", arguments, "Self", body)),
    }
}

/// Emits a field of the struct expression in `new`.
fn initial_value<'a>(paths: &Paths<'_>, field: &'a RustField) -> Code<'a> {
    let name = Code::from(&field.name);
    match &field.role {
        FieldRole::Required => match field.ty.resolved() {
            RustType::String | RustType::Boxed(_) => name.then(": ").then(argument_value(paths, &field.name, &field.ty)),
            _ => name,
        },
        FieldRole::Constant(constant @ RustValue::Str(_)) => name.then(": ").then(value(paths, constant)).then(".into()"),
        FieldRole::Constant(constant) => name.then(": ").then(value(paths, constant)),
        FieldRole::Optional => name.then(": None"),
        FieldRole::Nullable => name.then(": ::bindery_runtime::Maybe::Absent"),
        FieldRole::Rest => name.then([": ".into(), paths.default().into(), "::default()".into()]),
    }
}

fn default_by_new<'a>(paths: &Paths<'_>, item: &'a RustStruct) -> Emitted<'a> {
    let function = Function::new("fn default", Vec::new(), "Self", Body::value("Self::new()"));
    let head = ["impl ".into(), paths.default().into(), " for ".into(), (&item.path.name).into()];
    Emitted::implementation(head, function)
}

/// Emits an argument. Texts are taken in any form; a box is made inside.
fn argument<'a>(paths: &Paths<'_>, name: &'a RustIdent, ty: &'a RustType) -> Code<'a> {
    let argument = Code::from([name.into(), ": ".into()]);
    match ty.resolved() {
        RustType::String => argument.then(["impl ".into(), paths.into().into(), "<".into()]).then(paths.ty(ty)).then(">"),
        RustType::Boxed(inner) => argument.then(paths.ty(inner)),
        _ => argument.then(paths.ty(ty)),
    }
}

fn argument_value<'a>(paths: &Paths<'_>, name: &'a RustIdent, ty: &RustType) -> Code<'a> {
    match ty.resolved() {
        RustType::String => [name.into(), ".into()".into()].into(),
        RustType::Boxed(_) => [paths.boxed().into(), "::new(".into(), name.into(), ")".into()].into(),
        _ => name.into(),
    }
}

fn field_methods<'a>(paths: &Paths<'_>, item: &RustStruct, field: &'a RustField) -> Vec<Member<'a>> {
    let mut methods = Vec::new();
    if let Some(Setter { name, null }) = &field.setter {
        methods.push(setter(paths, item, field, name));
        methods.extend(null.iter().map(|null| null_setter(field, null)));
    }
    methods.extend(field.default.as_ref().map(|default| default_accessor(paths, field, default)));
    methods
}

fn setter<'a>(paths: &Paths<'_>, item: &RustStruct, field: &'a RustField, name: &'a RustIdent) -> Member<'a> {
    let field_name = &field.name;
    let shown = field_name.as_str();
    // A link to the field would lead to the setter of the same name.
    let doc = if field_name == name { format!("Sets `{shown}`.") } else { format!("Sets [`{shown}`](Self::{field_name}).") };
    let deprecated = deprecated_attribute(paths, field.deprecated && !item.deprecated);
    let wrapper = if field.role == FieldRole::Nullable { " = ::bindery_runtime::Maybe::Value" } else { " = Some" };
    let assignment = Line::Call(
        ["self.".into(), field_name.into(), wrapper.into()].into(),
        vec![argument_value(paths, field_name, &field.ty)],
        ";",
    );
    let arguments = vec!["mut self".into(), argument(paths, field_name, &field.ty)];
    let body = Body::Lines(vec![assignment, Line::Whole("self".into())]);
    let function = Function::new(["pub fn ".into(), name.into()], arguments, "Self", body);
    let outer = Outer::doc(doc).with(deprecated).with(convention(name)).with(["#[must_use]"]);
    Member { outer, kind: MemberKind::Function(function) }
}

/// Clippy has conventions for methods of these names that a setter doesn't follow.
fn convention(name: &RustIdent) -> Option<&'static str> {
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
    let wrong_self = PREFIXES.iter().any(|prefix| name.starts_with(prefix));
    match (TRAIT_METHODS.contains(&name), wrong_self) {
        (true, true) => Some("#[allow(clippy::should_implement_trait, clippy::wrong_self_convention)]"),
        (true, false) => Some("#[allow(clippy::should_implement_trait)]"),
        (false, true) => Some("#[allow(clippy::wrong_self_convention)]"),
        (false, false) => None,
    }
}

fn null_setter<'a>(field: &'a RustField, null: &'a RustIdent) -> Member<'a> {
    let name = &field.name;
    let doc = format!("Sets `{}` to null, which is not the same as leaving it out.", name.as_str());
    let assignment = ["self.".into(), name.into(), " = ::bindery_runtime::Maybe::Null;".into()];
    let body = Body::Lines(vec![Line::Whole(assignment.into()), Line::Whole("self".into())]);
    let function = Function::new(["pub fn ".into(), null.into()], vec!["mut self".into()], "Self", body);
    let outer = Outer::doc(doc).with(convention(null)).with(["#[must_use]"]);
    Member { outer, kind: MemberKind::Function(function) }
}

fn default_accessor<'a>(paths: &Paths<'_>, field: &'a RustField, default: &'a DefaultAccessor) -> Member<'a> {
    let DefaultAccessor { name, value: default } = default;
    let field_name = &field.name;
    let doc = format!("Returns `{}`, or the documented default where it is not set.", field_name.as_str());
    let (ty, unwrap) = match default {
        RustValue::Str(_) => ("&str".into(), ".as_deref().unwrap_or"),
        RustValue::Variant(..) => (paths.ty(&field.ty), ".clone().unwrap_or"),
        RustValue::Bool(_) | RustValue::Int(_) | RustValue::Float(_) => (paths.ty(&field.ty), ".unwrap_or"),
    };
    let fallback = ["self.".into(), field_name.into(), unwrap.into()];
    let body = Body::Lines(vec![Line::Call(fallback.into(), vec![value(paths, default)], "")]);
    let function = Function::new(["pub fn ".into(), name.into()], vec!["&self".into()], ty, body);
    Member { outer: Outer::doc(doc), kind: MemberKind::Function(function) }
}

/// Emits the method that checks a value.
pub(super) fn validate_method<'a>(paths: &Paths<'_>) -> Member<'a> {
    let output = [paths.result().into(), "<(), ::bindery_runtime::Invalid>".into()];
    let body = Body::value("::bindery_runtime::validate(self)");
    let doc = "Checks the documented constraints; an error names every place that breaks one.";
    let function = Function::new("pub fn validate", vec!["&self".into()], output, body);
    Member { outer: Outer::doc(doc), kind: MemberKind::Function(function) }
}

fn codec(item: &RustStruct, unknown: UnknownProperties) -> Emitted<'_> {
    let name = Code::from(&item.path.name);
    let head = match unknown {
        UnknownProperties::Ignore | UnknownProperties::Keep => name,
        UnknownProperties::Reject => name.then(" reject_unknown"),
    };
    let lines = item.fields.iter().map(|field| {
        let RustField { name, wire_name, .. } = field;
        let word = match field.role {
            // Null is a value like any other there.
            FieldRole::Optional if field.holds_null => "anything ",
            FieldRole::Required | FieldRole::Constant(..) => "required ",
            FieldRole::Optional => "optional ",
            FieldRole::Nullable => "nullable ",
            FieldRole::Rest => return ["rest ".into(), name.into()].into(),
        };
        [word.into(), name.into(), " = ".into(), Part::Text(wire_name)].into()
    });
    Emitted::Table { path: "::bindery_runtime::object", lines: std::iter::once(head).chain(lines).collect() }
}

fn validation<'a>(paths: &Paths<'_>, item: &'a RustStruct) -> Emitted<'a> {
    let (mut lines, after) = emit_object_checks(paths, &item.checks);
    let fields = item.fields.iter().filter(|field| !field.checks.is_empty());
    lines.extend(fields.flat_map(|field| emit_field_checks(paths, field)));
    lines.extend(after);
    emit_validate(&item.path.name, lines)
}

/// Emits the implementation of the runtime's `Validate` with these lines.
pub(super) fn emit_validate<'a>(name: &'a RustIdent, checks: Vec<Line<'a>>) -> Emitted<'a> {
    // A type can have a checked part in one direction only; what has none is still asked by those that hold it.
    let at = if checks.is_empty() { "_: &mut ::bindery_runtime::Checker" } else { "at: &mut ::bindery_runtime::Checker" };
    let function =
        Function { head: "fn check".into(), arguments: vec!["&self".into(), at.into()], output: None, body: Body::Lines(checks) };
    Emitted::implementation(["impl ::bindery_runtime::Validate for ".into(), name.into()], function)
}
