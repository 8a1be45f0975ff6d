//! Enums of answers: the definition, and the function that reads the one that the status says.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::ir::StatusPattern;
use crate::plan::{ReadFn, RustAnswer, RustAnswers, RustReader, RustType};

use super::words::doc_attributes;
use super::{Emitted, Paths};

pub(super) fn emit_answers(paths: &Paths<'_>, item: &RustAnswers) -> Vec<Emitted> {
    vec![Emitted::Item(definition(paths, item)), Emitted::Item(reading(paths, item))]
}

fn definition(paths: &Paths<'_>, item: &RustAnswers) -> TokenStream {
    let RustAnswers { docs, path, variants, other } = item;
    let docs = doc_attributes(docs);
    let name = &path.name;
    let variants = variants.iter().map(|answer| {
        let RustAnswer { docs, name, status: _, reader } = answer;
        let docs = doc_attributes(docs);
        let payload = (reader.ty != RustType::Unit).then(|| paths.ty(&reader.ty)).map(|ty| quote!((#ty)));
        quote! {
            #docs
            #name #payload
        }
    });
    let other = other.as_ref().map(|other| {
        quote! {
            /// An answer of a status that the description does not have, as it came.
            #other(::bindery_runtime::Bytes),
        }
    });
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        #[allow(clippy::large_enum_variant)]
        pub enum #name {
            #(#variants,)*
            #other
        }
    }
}

fn reading(paths: &Paths<'_>, item: &RustAnswers) -> TokenStream {
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
    quote! {
        impl #name {
            /// Reads the answer that the status says.
            ///
            /// # Errors
            ///
            /// Fails where the body is not what the description says for the status.
            pub fn read(
                response: &::bindery_runtime::Response<::bindery_runtime::Bytes>,
            ) -> #result<Self, ::bindery_runtime::ReadError> {
                match response.status().as_u16() {
                    #(#arms)*
                    #(#other)*
                }
            }
        }
    }
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
