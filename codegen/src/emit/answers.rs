//! Enums of answers: the definition, and the function that reads the one that the status says.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::ir::StatusPattern;
use crate::plan::{ReadFn, RustAnswer, RustAnswers, RustReader, RustType};

use super::Paths;
use super::piece::{Body, Emitted, Function, Member, MemberKind, Outer};

pub(super) fn emit_answers<'a>(paths: &Paths<'_>, item: &'a RustAnswers) -> Vec<Emitted<'a>> {
    vec![definition(paths, item), reading(paths, item)]
}

fn definition<'a>(paths: &Paths<'_>, item: &'a RustAnswers) -> Emitted<'a> {
    let RustAnswers { docs, path, variants, other } = item;
    let name = &path.name;
    let attributes =
        [quote!(#[derive(Clone, Debug, PartialEq)]), quote!(#[non_exhaustive]), quote!(#[allow(clippy::large_enum_variant)])];
    let variants = variants.iter().map(|answer| {
        let RustAnswer { docs, name, status: _, reader } = answer;
        let payload = (reader.ty != RustType::Unit).then(|| paths.ty(&reader.ty)).map(|ty| quote!((#ty)));
        Member { outer: Outer::docs(docs), kind: MemberKind::Part(quote!(#name #payload)) }
    });
    let other = other.iter().map(|other| Member {
        outer: Outer::doc("An answer of a status that the description does not have, as it came."),
        kind: MemberKind::Part(quote!(#other(::bindery_runtime::Bytes))),
    });
    let members = variants.chain(other).collect();
    Emitted::Block { outer: Outer::docs(docs).with(attributes), head: quote!(pub enum #name), members }
}

fn reading<'a>(paths: &Paths<'_>, item: &RustAnswers) -> Emitted<'a> {
    let name = &item.path.name;
    let mut answers: Vec<_> = item.variants.iter().collect();
    // A status of its own is more exact than a range, a range than all the others (OpenAPI 3.0.3, Responses Object).
    answers.sort_by_key(|answer| match answer.status {
        StatusPattern::Code(_) => 0,
        StatusPattern::Range(_) => 1,
        StatusPattern::Default => 2,
    });
    let arms = answers.into_iter().map(arm);
    let other = item.other.iter().map(|other| quote!(_ => ::bindery_runtime::read::bytes(response).map(Self::#other),));
    let result = paths.result();
    let docs = [
        "Reads the answer that the status says.",
        "",
        "# Errors",
        "",
        "Fails where the body is not what the description says for the status.",
    ];
    let function = Function {
        head: quote!(pub fn read),
        arguments: vec![quote!(response: &::bindery_runtime::Response<::bindery_runtime::Bytes>)],
        output: Some(quote!(#result<Self, ::bindery_runtime::ReadError>)),
        body: Body::Statements(quote! {
            match response.status().as_u16() {
                #(#arms)*
                #(#other)*
            }
        }),
    };
    let outer = Outer { docs: docs.map(Into::into).into(), attributes: Vec::new() };
    let member = Member { outer, kind: MemberKind::Function(function) };
    Emitted::Block { outer: Outer::default(), head: quote!(impl #name), members: vec![member] }
}

fn arm(answer: &RustAnswer) -> TokenStream {
    let RustAnswer { docs: _, name, status, reader } = answer;
    let pattern = match status {
        StatusPattern::Code(code) => {
            let code = Literal::u16_unsuffixed(*code);
            quote!(#code)
        }
        StatusPattern::Range(digit) => {
            // A range as a pattern would overlap with the codes before it, which clippy doubts.
            let digit = Literal::u16_unsuffixed(u16::from(*digit));
            quote!(status if status / 100 == #digit)
        }
        StatusPattern::Default => quote!(_),
    };
    let RustReader { ty: _, read } = reader;
    match read {
        ReadFn::Empty => quote!(#pattern => Ok(Self::#name),),
        ReadFn::Json | ReadFn::Own => quote!(#pattern => ::bindery_runtime::read::json(response).map(Self::#name),),
        ReadFn::Text => quote!(#pattern => ::bindery_runtime::read::text(response).map(Self::#name),),
        ReadFn::Bytes => quote!(#pattern => ::bindery_runtime::read::bytes(response).map(Self::#name),),
    }
}
