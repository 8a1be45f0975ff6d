//! Checks of values, as lines within `fn check(&self, at: &mut Checker)`.

use quote::ToTokens;

use crate::plan::names::RustIdent;
use crate::plan::{FieldRole, RustCheck, RustField};

use super::Paths;
use super::code::{Code, Part};
use super::piece::Line;
use super::words::{raw_text, value as literal};

/// What is checked: a place, or a variable that refers to one.
#[derive(Clone)]
pub(super) struct Checked<'a> {
    code: Code<'a>,
    is_place: bool,
}

impl<'a> Checked<'a> {
    /// A field of `self`.
    fn field(name: &'a RustIdent) -> Self {
        Self::place(["self.".into(), name.into()])
    }

    /// A place.
    pub(super) fn place(code: impl Into<Code<'a>>) -> Self {
        Self { code: code.into(), is_place: true }
    }

    /// A variable that holds a reference.
    pub(super) fn reference(code: impl Into<Code<'a>>) -> Self {
        Self { code: code.into(), is_place: false }
    }

    /// Emits a reference to it.
    fn to_reference(&self) -> Code<'a> {
        if self.is_place { Code::from("&").then(self.code.clone()) } else { self.code.clone() }
    }

    /// Emits what the reference is to.
    fn to_value(&self) -> Code<'a> {
        if self.is_place { self.code.clone() } else { Code::from("*").then(self.code.clone()) }
    }

    /// Emits what a method is called on, which looks through references by itself.
    fn to_receiver(&self) -> Code<'a> {
        self.code.clone()
    }
}

/// Emits the checks of a struct's field.
pub(super) fn emit_field_checks<'a>(paths: &Paths<'_>, field: &'a RustField) -> Vec<Line<'a>> {
    let RustField { name, wire_name, checks, role, .. } = field;
    if *role == FieldRole::Rest {
        return emit_checks(paths, &Checked::field(name), checks);
    }
    let opening = match role {
        _ if *checks == [RustCheck::Nested] => None,
        FieldRole::Required | FieldRole::Constant(..) | FieldRole::Rest => None,
        FieldRole::Optional => Some("if let Some(value) = &self."),
        FieldRole::Nullable => Some("if let ::bindery_runtime::Maybe::Value(value) = &self."),
    };
    vec![match opening {
        None => under_key(paths, wire_name, &Checked::field(name), checks),
        Some(opening) => {
            let lines = vec![under_key(paths, wire_name, &Checked::reference("value"), checks)];
            Line::Block([opening.into(), name.into()].into(), lines, "}")
        }
    }]
}

/// Emits the checks of a struct itself: first of the number of its properties, and of what no type expresses when all else is checked.
pub(super) fn emit_object_checks<'a>(paths: &Paths<'_>, checks: &'a [RustCheck]) -> (Vec<Line<'a>>, Vec<Line<'a>>) {
    let (mut sizes, mut others) = (Vec::new(), Vec::new());
    for check in checks {
        match check {
            RustCheck::Size(name, limit) => {
                let arguments = vec!["::bindery_runtime::property_count(self)".into(), size(*limit)];
                sizes.push(Line::Call(["at.".into(), (*name).into()].into(), arguments, ";"));
            }
            check => others.extend(emit_check(paths, &Checked::reference("self"), check)),
        }
    }
    (sizes, others)
}

/// Emits checks of a value that stands under a key.
pub(super) fn under_key<'a>(paths: &Paths<'_>, key: &'a str, value: &Checked<'a>, checks: &'a [RustCheck]) -> Line<'a> {
    if *checks == [RustCheck::Nested] {
        return Line::Call("at.nested".into(), vec![Part::Text(key).into(), value.to_reference()], ";");
    }
    within(paths, "at.key", Part::Text(key), value, checks)
}

/// Emits a call whose last argument is a closure with the checks: one check as it is, several within braces.
fn within<'a>(paths: &Paths<'_>, head: &'static str, first: Part<'a>, value: &Checked<'a>, checks: &'a [RustCheck]) -> Line<'a> {
    if let [check] = checks
        && let Some((method, arguments)) = call(paths, value, check)
    {
        let joined = arguments.into_iter().reduce(|joined, argument| joined.then(", ").then(argument));
        let call = Code::from("|at| ").then(method).then("(").then(joined.unwrap_or_default()).then(")");
        return Line::Call(head.into(), vec![first.into(), call], ";");
    }
    Line::Block([head.into(), "(".into(), first, ", |at|".into()].into(), emit_checks(paths, value, checks), "});")
}

/// Emits the checks of a value.
pub(super) fn emit_checks<'a>(paths: &Paths<'_>, value: &Checked<'a>, checks: &'a [RustCheck]) -> Vec<Line<'a>> {
    checks.iter().flat_map(|check| emit_check(paths, value, check)).collect()
}

/// Emits a check that is one call: what is called, and the arguments.
fn call<'a>(paths: &Paths<'_>, value: &Checked<'a>, check: &'a RustCheck) -> Option<(Code<'a>, Vec<Code<'a>>)> {
    let method = |name: &'static str| ["at.".into(), name.into()].into();
    Some(match check {
        RustCheck::Limit(name, limit) => (method(name), vec![value.to_value(), literal(paths, limit)]),
        RustCheck::Size(name @ ("min_length" | "max_length"), limit) => (method(name), vec![value.to_reference(), size(*limit)]),
        RustCheck::Size(name, limit) => (method(name), vec![value.to_receiver().then(".len()"), size(*limit)]),
        RustCheck::Unique => (method("unique_items"), vec![value.to_reference()]),
        RustCheck::Nested => ("::bindery_runtime::Validate::check".into(), vec![value.to_reference(), "at".into()]),
        RustCheck::Pattern(_) | RustCheck::Assertions(_) | RustCheck::Items(_) | RustCheck::Values(_) | RustCheck::Inner(_) => {
            return None;
        }
    })
}

fn emit_check<'a>(paths: &Paths<'_>, value: &Checked<'a>, check: &'a RustCheck) -> Vec<Line<'a>> {
    match check {
        RustCheck::Limit(..) | RustCheck::Size(..) | RustCheck::Unique | RustCheck::Nested => {
            call(paths, value, check).into_iter().map(|(method, arguments)| Line::Call(method, arguments, ";")).collect()
        }
        RustCheck::Pattern(pattern) => vec![
            Line::Call(
                "static PATTERN: ::bindery_runtime::Pattern = ::bindery_runtime::Pattern::new".into(),
                vec![Part::Text(pattern).into()],
                ";",
            ),
            Line::Call("at.pattern".into(), vec![value.to_reference(), "&PATTERN".into()], ";"),
        ],
        RustCheck::Assertions(schema) => vec![
            Line::Call(
                "static ASSERTIONS: ::bindery_runtime::Assertions = ::bindery_runtime::Assertions::new".into(),
                vec![raw_text(schema).into_token_stream().into()],
                ";",
            ),
            Line::Call("at.assertions".into(), vec![value.to_reference(), "&ASSERTIONS".into()], ";"),
        ],
        RustCheck::Items(checks) => {
            let head = Code::from("for (index, item) in ").then(value.to_receiver()).then(".iter().enumerate()");
            let line = within(paths, "at.index", "index".into(), &Checked::reference("item"), checks);
            vec![Line::Block(head, vec![line], "}")]
        }
        RustCheck::Values(checks) => {
            let head = Code::from("for (key, value) in ").then(value.to_reference());
            let line = within(paths, "at.key", "key".into(), &Checked::reference("value"), checks);
            vec![Line::Block(head, vec![line], "}")]
        }
        RustCheck::Inner(checks) => {
            let head = Code::from("if let Some(value) = ").then(value.to_reference());
            vec![Line::Block(head, emit_checks(paths, &Checked::reference("value"), checks), "}")]
        }
    }
}

fn size<'a>(limit: u64) -> Code<'a> {
    Part::Int(limit.into()).into()
}
