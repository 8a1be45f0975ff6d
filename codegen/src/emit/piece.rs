//! What emitters give: pieces of code whose lines are known already, so that laying them out is writing them down.

use std::borrow::Cow;

use proc_macro2::TokenStream;

use super::code::Code;

/// A piece of generated code at the level of a module.
pub enum Emitted<'a> {
    /// An item without members.
    Item(Outer<'a>, Code<'a>),
    /// A struct, an enum or an `impl`.
    Block {
        /// What stands before it.
        outer: Outer<'a>,
        /// What stands before the braces.
        head: Code<'a>,
        /// What stands between them.
        members: Vec<Member<'a>>,
    },
    /// A macro call whose lines are written one below the other, each ended by `;`.
    Table {
        /// The macro.
        path: &'static str,
        /// The lines, without their `;`.
        lines: Vec<Code<'a>>,
    },
}

/// The doc comment and the attributes of something.
#[derive(Clone, Default)]
pub struct Outer<'a> {
    /// The doc comment.
    pub docs: Docs<'a>,
    /// The attributes, in order.
    pub attributes: Vec<Code<'a>>,
}

/// A doc comment.
#[derive(Clone, Default)]
pub enum Docs<'a> {
    /// There is none.
    #[default]
    None,
    /// One line.
    Line(Cow<'a, str>),
    /// The lines of the plan.
    Lines(&'a [String]),
    /// Lines that say the same everywhere.
    Fixed(&'static [&'static str]),
}

/// What stands between the braces of an item.
pub struct Member<'a> {
    /// What stands before it.
    pub outer: Outer<'a>,
    /// The member itself.
    pub kind: MemberKind<'a>,
}

/// The member itself.
pub enum MemberKind<'a> {
    /// A field or a variant, without its comma.
    Part(Code<'a>),
    /// A function.
    Function(Function<'a>),
    /// Another item of an `impl`.
    Item(TokenStream),
}

/// A function of an `impl`.
pub struct Function<'a> {
    /// What stands before the arguments.
    pub head: Code<'a>,
    /// The arguments.
    pub arguments: Vec<Code<'a>>,
    /// What it returns, if not nothing.
    pub output: Option<Code<'a>>,
    /// What it does.
    pub body: Body<'a>,
}

/// What a function does.
pub enum Body<'a> {
    /// Lines, the last of them the value.
    Lines(Vec<Line<'a>>),
    /// A chain of calls, a line for each.
    Chain(&'static str, Vec<Call<'a>>),
}

/// A statement or an expression on a line of its own.
pub enum Line<'a> {
    /// One that is never broken.
    Whole(Code<'a>),
    /// A call, with a line for each argument where all of it is too wide: what stands before the parenthesis, the arguments, and what stands
    /// behind the parenthesis.
    Call(Code<'a>, Vec<Code<'a>>, &'static str),
    /// Lines within braces: what stands before the brace that opens, the lines, and the brace that closes with what follows it.
    Block(Code<'a>, Vec<Line<'a>>, &'static str),
    /// An arm of a `match`: the pattern, and the value, which stands within braces where all of it is too wide.
    Arm(Code<'a>, Code<'a>),
    /// `Self { … }` of these fields.
    Struct(Vec<Code<'a>>),
}

/// A call of a method.
pub struct Call<'a> {
    /// The method.
    pub method: Cow<'static, str>,
    /// The arguments.
    pub arguments: Vec<TokenStream>,
    /// One more argument, a closure: its parameters, and what it does.
    pub closure: Option<(Code<'a>, Body<'a>)>,
}

impl<'a> Emitted<'a> {
    /// Makes an `impl` of one function.
    pub(super) fn implementation(head: impl Into<Code<'a>>, function: Function<'a>) -> Self {
        let member = Member { outer: Outer::default(), kind: MemberKind::Function(function) };
        Self::Block { outer: Outer::default(), head: head.into(), members: vec![member] }
    }

    /// Puts an attribute on an item, before its others; macros bring their own.
    pub(super) fn with_attribute(mut self, attribute: Option<&'static str>) -> Self {
        match &mut self {
            Self::Item(outer, _) | Self::Block { outer, .. } => {
                outer.attributes.splice(..0, attribute.map(Code::from)).for_each(drop);
            }
            Self::Table { .. } => {}
        }
        self
    }
}

impl<'a> Outer<'a> {
    /// Takes the lines of a doc comment.
    pub fn docs(lines: &'a [String]) -> Self {
        Self { docs: Docs::Lines(lines), attributes: Vec::new() }
    }

    /// Takes a doc comment of one line.
    pub fn doc(line: impl Into<Cow<'a, str>>) -> Self {
        Self { docs: Docs::Line(line.into()), attributes: Vec::new() }
    }

    /// Adds attributes.
    #[must_use]
    pub fn with<T: Into<Code<'a>>>(mut self, attributes: impl IntoIterator<Item = T>) -> Self {
        self.attributes.extend(attributes.into_iter().map(Into::into));
        self
    }
}

impl<'a> Function<'a> {
    /// Makes a function that takes `self` in some form, or nothing.
    pub(super) fn new(head: impl Into<Code<'a>>, arguments: Vec<Code<'a>>, output: impl Into<Code<'a>>, body: Body<'a>) -> Self {
        Self { head: head.into(), arguments, output: Some(output.into()), body }
    }
}

impl<'a> Body<'a> {
    /// Makes a body of one line, which is the value.
    pub(super) fn value(line: impl Into<Code<'a>>) -> Self {
        Self::Lines(vec![Line::Whole(line.into())])
    }
}
