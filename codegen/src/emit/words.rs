//! Small parts that stand inside many items: names, doc comments, attributes, values.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote};

use crate::plan::RustValue;
use crate::plan::names::RustIdent;

use super::Paths;

impl ToTokens for RustIdent {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let ident = match self.is_raw() {
            true => Ident::new_raw(self.as_str(), Span::call_site()),
            false => Ident::new(self.as_str(), Span::call_site()),
        };
        ident.to_tokens(tokens);
    }
}

/// Emits a doc comment.
pub(super) fn doc_attributes(lines: &[String]) -> TokenStream {
    let lines = lines.iter().map(|line| if line.is_empty() { String::new() } else { format!(" {line}") });
    quote!(#(#[doc = #lines])*)
}

/// Emits the mark of something that should not be used; what belongs to it still uses it.
pub(super) fn deprecated_attribute(paths: &Paths<'_>, deprecated: bool) -> TokenStream {
    if !deprecated {
        return TokenStream::new();
    }
    paths.use_deprecated();
    quote!(#[deprecated])
}

/// Emits a value as an expression.
pub(super) fn value(paths: &Paths<'_>, value: &RustValue) -> TokenStream {
    match value {
        RustValue::Bool(value) => quote!(#value),
        RustValue::Int(value) => number(*value),
        RustValue::Float(value) => {
            let value = Literal::f64_unsuffixed(*value);
            quote!(#value)
        }
        RustValue::Str(value) => quote!(#value),
        RustValue::Variant(path, variant) => {
            let path = paths.path(path);
            quote!(#path::#variant)
        }
    }
}

fn number(value: i128) -> TokenStream {
    let literal = Literal::i128_unsuffixed(value);
    quote!(#literal)
}

/// Emits a size.
pub(super) fn size(value: u64) -> TokenStream {
    let literal = Literal::u64_unsuffixed(value);
    quote!(#literal)
}
