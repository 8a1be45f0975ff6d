//! What emitters give: pieces of code whose lines are known already, so that laying them out is writing them down.

use std::borrow::Cow;

use proc_macro2::{Ident, TokenStream};

/// A piece of generated code at the level of a module.
pub enum Emitted<'a> {
    /// An item without members.
    Item(Outer<'a>, TokenStream),
    /// A struct, an enum or an `impl`.
    Block {
        /// What stands before it.
        outer: Outer<'a>,
        /// What stands before the braces.
        head: TokenStream,
        /// What stands between them.
        members: Vec<Member<'a>>,
    },
    /// A macro call whose lines are written one below the other, each ended by `;`.
    Table {
        /// The macro.
        path: TokenStream,
        /// The lines, without their `;`.
        lines: Vec<TokenStream>,
    },
}

/// The doc comment and the attributes of something.
#[derive(Clone, Default)]
pub struct Outer<'a> {
    /// The lines of the doc comment.
    pub docs: Vec<Cow<'a, str>>,
    /// The attributes, in order.
    pub attributes: Vec<TokenStream>,
}

/// What stands between the braces of an item.
pub struct Member<'a> {
    /// What stands before it.
    pub outer: Outer<'a>,
    /// The member itself.
    pub kind: MemberKind,
}

/// The member itself.
pub enum MemberKind {
    /// A field or a variant, without its comma.
    Part(TokenStream),
    /// A function.
    Function(Function),
    /// Another item of an `impl`.
    Item(TokenStream),
}

/// A function of an `impl`.
pub struct Function {
    /// What stands before the arguments.
    pub head: TokenStream,
    /// The arguments.
    pub arguments: Vec<TokenStream>,
    /// What it returns, if not nothing.
    pub output: Option<TokenStream>,
    /// What it does.
    pub body: Body,
}

/// What a function does.
pub enum Body {
    /// Statements, and the value.
    Statements(TokenStream),
    /// A chain of calls, a line for each.
    Chain(TokenStream, Vec<Call>),
}

/// A call of a method.
pub struct Call {
    /// The method.
    pub method: Ident,
    /// The arguments.
    pub arguments: Vec<TokenStream>,
    /// One more argument, a closure: its parameters, and what it does.
    pub closure: Option<(TokenStream, Body)>,
}

impl Emitted<'_> {
    /// Makes an `impl` of one function.
    pub(super) fn implementation(head: TokenStream, function: Function) -> Self {
        let member = Member { outer: Outer::default(), kind: MemberKind::Function(function) };
        Self::Block { outer: Outer::default(), head, members: vec![member] }
    }

    /// Puts an attribute on an item, before its others; macros bring their own.
    pub(super) fn with_attribute(mut self, attribute: Option<&TokenStream>) -> Self {
        match &mut self {
            Self::Item(outer, _) | Self::Block { outer, .. } => outer.attributes.splice(..0, attribute.cloned()).for_each(drop),
            Self::Table { .. } => {}
        }
        self
    }
}

impl<'a> Outer<'a> {
    /// Takes the lines of a doc comment.
    pub fn docs(lines: &'a [String]) -> Self {
        Self { docs: lines.iter().map(|line| Cow::Borrowed(line.as_str())).collect(), attributes: Vec::new() }
    }

    /// Takes a doc comment of one line.
    pub fn doc(line: impl Into<Cow<'a, str>>) -> Self {
        Self { docs: vec![line.into()], attributes: Vec::new() }
    }

    /// Adds attributes.
    #[must_use]
    pub fn with(mut self, attributes: impl IntoIterator<Item = TokenStream>) -> Self {
        self.attributes.extend(attributes);
        self
    }
}
