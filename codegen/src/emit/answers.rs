//! Enums of answers: the definition, and the function that reads the one that the status says.

use crate::ir::StatusPattern;
use crate::plan::names::RustIdent;
use crate::plan::{ReadFn, RustAnswer, RustAnswers, RustReader, RustType};

use super::Paths;
use super::code::{Code, Part};
use super::piece::{Body, Docs, Emitted, Function, Line, Member, MemberKind, Outer};
use super::words::variant;

pub(super) fn emit_answers<'a>(paths: &Paths<'_>, item: &'a RustAnswers) -> Vec<Emitted<'a>> {
    vec![definition(paths, item), reading(paths, item)]
}

fn definition<'a>(paths: &Paths<'_>, item: &'a RustAnswers) -> Emitted<'a> {
    let RustAnswers { docs, path, variants, other } = item;
    let attributes = ["#[derive(Clone, Debug, PartialEq)]", "#[non_exhaustive]", "#[allow(clippy::large_enum_variant)]"];
    let variants = variants.iter().map(|answer| {
        let RustAnswer { docs, name, status: _, reader } = answer;
        let part = match &reader.ty {
            RustType::Unit => name.into(),
            ty => variant(name, paths.ty(ty)),
        };
        Member { outer: Outer::docs(docs), kind: MemberKind::Part(part) }
    });
    let other = other.iter().map(|other| Member {
        outer: Outer::doc("An answer of a status that the description does not have, as it came."),
        kind: MemberKind::Part(variant(other, "::bindery_runtime::Bytes")),
    });
    let members = variants.chain(other).collect();
    Emitted::Block { outer: Outer::docs(docs).with(attributes), head: ["pub enum ".into(), (&path.name).into()].into(), members }
}

fn reading<'a>(paths: &Paths<'_>, item: &'a RustAnswers) -> Emitted<'a> {
    let mut answers: Vec<_> = item.variants.iter().collect();
    // A status of its own is more exact than a range, a range than all the others (OpenAPI 3.0.3, Responses Object).
    answers.sort_by_key(|answer| match answer.status {
        StatusPattern::Code(_) => 0,
        StatusPattern::Range(_) => 1,
        StatusPattern::Default => 2,
    });
    let arms = answers.into_iter().map(arm);
    let other = item.other.iter().map(|other| Line::Arm("_".into(), read("::bindery_runtime::read::bytes", other)));
    let body = vec![Line::Block("match response.status().as_u16()".into(), arms.chain(other).collect(), "}")];
    let response = "response: &::bindery_runtime::Response<::bindery_runtime::Bytes>";
    let output = [paths.result().into(), "<Self, ::bindery_runtime::ReadError>".into()];
    let function = Function::new("pub fn read", vec![response.into()], output, Body::Lines(body));
    let outer = Outer { docs: Docs::Fixed(READ_DOCS), attributes: Vec::new() };
    let member = Member { outer, kind: MemberKind::Function(function) };
    Emitted::Block { outer: Outer::default(), head: ["impl ".into(), (&item.path.name).into()].into(), members: vec![member] }
}

const READ_DOCS: &[&str] = &[
    "Reads the answer that the status says.",
    "",
    "# Errors",
    "",
    "Fails where the body is not what the description says for the status.",
];

fn arm(answer: &RustAnswer) -> Line<'_> {
    let RustAnswer { docs: _, name, status, reader } = answer;
    let pattern = match status {
        StatusPattern::Code(code) => Part::Int((*code).into()).into(),
        // A range as a pattern would overlap with the codes before it, which clippy doubts.
        StatusPattern::Range(digit) => ["status if status / 100 == ".into(), Part::Int((*digit).into())].into(),
        StatusPattern::Default => "_".into(),
    };
    let RustReader { ty: _, read: by } = reader;
    let value = match by {
        ReadFn::Empty => ["Ok(Self::".into(), name.into(), ")".into()].into(),
        ReadFn::Json | ReadFn::Own => read("::bindery_runtime::read::json", name),
        ReadFn::Text => read("::bindery_runtime::read::text", name),
        ReadFn::Bytes => read("::bindery_runtime::read::bytes", name),
    };
    Line::Arm(pattern, value)
}

fn read<'a>(function: &'static str, variant: &'a RustIdent) -> Code<'a> {
    [function.into(), "(response).map(Self::".into(), variant.into(), ")".into()].into()
}
