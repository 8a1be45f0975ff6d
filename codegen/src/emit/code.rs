//! Code that is only written down: parts that are known to be right, so that most lines need no tokens.

use proc_macro2::{Literal, TokenStream};
use quote::ToTokens;

use crate::plan::names::RustIdent;

/// A line of code, or some of it: its parts are written one after the other.
///
/// No text of a description can become code in it: a part is a text of this program, a name that `plan/names.rs` made, a literal, or tokens.
#[derive(Clone, Default)]
pub struct Code<'a>(pub Vec<Part<'a>>);

/// A part of a line.
#[derive(Clone)]
pub enum Part<'a> {
    /// A text of this program. Where it becomes tokens, its brackets are in pairs.
    Fixed(&'static str),
    /// A name.
    Name(&'a RustIdent),
    /// A text of the description, as a literal.
    Text(&'a str),
    /// An integer, as a literal.
    Int(i128),
    /// What is put together from tokens.
    Tokens(TokenStream),
}

impl<'a> Code<'a> {
    /// Adds a part at the end.
    pub(super) fn push(&mut self, part: impl Into<Part<'a>>) {
        self.0.push(part.into());
    }

    /// Adds parts at the end.
    #[must_use]
    pub(super) fn then(mut self, more: impl Into<Code<'a>>) -> Self {
        self.0.extend(more.into().0);
        self
    }
}

impl<'a> From<&'a RustIdent> for Part<'a> {
    fn from(name: &'a RustIdent) -> Self {
        Self::Name(name)
    }
}

impl From<&'static str> for Part<'_> {
    fn from(text: &'static str) -> Self {
        Self::Fixed(text)
    }
}

impl From<TokenStream> for Part<'_> {
    fn from(tokens: TokenStream) -> Self {
        Self::Tokens(tokens)
    }
}

impl<'a, T: Into<Part<'a>>> From<T> for Code<'a> {
    fn from(part: T) -> Self {
        Self(vec![part.into()])
    }
}

impl<'a, const N: usize> From<[Part<'a>; N]> for Code<'a> {
    fn from(parts: [Part<'a>; N]) -> Self {
        Self(parts.into())
    }
}

impl ToTokens for Code<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.0.iter().for_each(|part| part.to_tokens(tokens));
    }
}

impl ToTokens for Part<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Fixed(text) => {
                let text: TokenStream = text.parse().expect("the emitters' own texts are Rust, with brackets in pairs");
                tokens.extend(text);
            }
            Self::Name(name) => name.to_tokens(tokens),
            Self::Text(text) => Literal::string(text).to_tokens(tokens),
            Self::Int(value) => Literal::i128_unsuffixed(*value).to_tokens(tokens),
            Self::Tokens(some) => some.to_tokens(tokens),
        }
    }
}
