//! Small parts that stand inside many items: names, doc comments, attributes, values.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::ToTokens;

use crate::plan::RustValue;
use crate::plan::names::RustIdent;

use super::Paths;
use super::code::{Code, Part};

impl ToTokens for RustIdent {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let ident = match self.is_raw() {
            true => Ident::new_raw(self.as_str(), Span::call_site()),
            false => Ident::new(self.as_str(), Span::call_site()),
        };
        ident.to_tokens(tokens);
    }
}

/// Emits the mark of something that should not be used; what belongs to it still uses it.
pub(super) fn deprecated_attribute(paths: &Paths<'_>, deprecated: bool) -> Option<&'static str> {
    if deprecated {
        paths.use_deprecated();
    }
    deprecated.then_some("#[deprecated]")
}

/// Emits a variant that holds a value.
pub(super) fn variant<'a>(name: &'a RustIdent, ty: impl Into<Code<'a>>) -> Code<'a> {
    Code::from([name.into(), "(".into()]).then(ty).then(")")
}

/// Tells whether Clippy finds the names of an enum's variants repetitive (`enum_variant_names`): where one of them has the enum's name
/// in it, or all of them share a word at either end. They are the description's names, and stay.
pub(super) fn are_repetitive<'a>(name: &RustIdent, variants: impl Iterator<Item = &'a RustIdent>) -> bool {
    let name = camel_words(name.as_str());
    let variants: Vec<_> = variants.map(|variant| camel_words(variant.as_str())).collect();
    let shared = |end: fn(&[&'a str]) -> Option<&'a str>| {
        let mut ends = variants.iter().map(|words| end(words));
        ends.next().is_some_and(|first| ends.all(|other| other == first))
    };
    let has_name = variants.iter().any(|words| words.starts_with(&name) || words.ends_with(&name));
    has_name || shared(|words| words.first().copied()) || shared(|words| words.last().copied())
}

fn camel_words(name: &str) -> Vec<&str> {
    let starts = name.char_indices().filter(|(_, letter)| letter.is_ascii_uppercase()).map(|(index, _)| index);
    let ends: Vec<_> = starts.skip(1).chain([name.len()]).collect();
    let begins = [0].into_iter().chain(ends.iter().copied());
    begins.zip(&ends).map(|(begin, end)| &name[begin..*end]).collect()
}

/// Emits a value as an expression.
pub(super) fn value<'a>(paths: &Paths<'_>, value: &'a RustValue) -> Code<'a> {
    match value {
        RustValue::Bool(true) => "true".into(),
        RustValue::Bool(false) => "false".into(),
        RustValue::Int(value) => Part::Int(*value).into(),
        RustValue::Float(value) => Literal::f64_unsuffixed(*value).into_token_stream().into(),
        RustValue::Str(value) => Part::Text(value).into(),
        RustValue::Variant(path, variant) => paths.path(path).then(["::".into(), variant.into()]),
    }
}

/// Emits a text as a raw literal, in which its quotes need no escapes. The text has no carriage return, which such a literal can't hold.
pub(super) fn raw_text(text: &str) -> Literal {
    let hashes = (1..).map(|count| "#".repeat(count)).find(|hashes| !text.contains(&format!("\"{hashes}")));
    let hashes = hashes.expect("a text has an end, and so has the run of hashes in it");
    format!("r{hashes}\"{text}\"{hashes}").parse().unwrap_or_else(|_| Literal::string(text))
}
