//! Pieces of code -> text, laid out much as rustfmt lays out what people write.
//!
//! Emitters say what an item's lines are, so that hardly anything needs a syntax tree: a line is its tokens with spaces between, and one
//! that is too wide is broken at the arguments of its call. What has no lines of its own goes through prettyplease. Nothing here
//! knows what an item means.

use std::ops::Range;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::quote;

use crate::emit::{Body, Call, Code, Docs, Emitted, Function, Line, Member, MemberKind, Outer};

use super::line::{line, write_code, write_tokens};

/// No line is longer, in bytes, if it can be helped. The margin is prettyplease's.
const WIDTH: usize = 89;

/// The widest struct expression that stays on one line. The width is prettyplease's, too.
const LITERAL_WIDTH: usize = 35;

const INDENT: usize = 4;

/// Writes a piece at the end of a text, all of it indented by `base`.
pub(super) fn write_piece(out: &mut String, base: usize, piece: Emitted<'_>) {
    let mut layout = Layout { out, base };
    match piece {
        Emitted::Item(outer, code) => layout.item(outer, code),
        Emitted::Block { outer, head, members } => layout.block(outer, head, members),
        Emitted::Table { path, lines } => layout.table(path, lines),
    }
}

struct Layout<'a> {
    out: &'a mut String,
    /// How far all is indented, which does not count as width.
    base: usize,
}

/// A call that is being written on one line: where its parts are in the text.
struct OpenCall {
    /// The line, with its indent.
    start: usize,
    indent: usize,
    /// Where the head ends, its parenthesis included.
    open: usize,
    arguments: Vec<Argument>,
}

/// An argument of a call.
struct Argument {
    text: Range<usize>,
    /// The items, if it is a reference to a list that is written down.
    items: Vec<Range<usize>>,
}

impl Layout<'_> {
    fn item(&mut self, outer: Outer<'_>, code: Code<'_>) {
        self.outer(outer, 0);
        self.code(0, code, "");
    }

    fn block(&mut self, outer: Outer<'_>, head: Code<'_>, members: Vec<Member<'_>>) {
        self.outer(outer, 0);
        let start = self.begin(0);
        write_code(self.out, head);
        self.out.push_str(if members.is_empty() { " {}" } else { " {" });
        if !members.is_empty() && !self.fits(start) {
            self.break_head(start);
        }
        self.out.push('\n');
        if members.is_empty() {
            return;
        }
        for (index, member) in members.into_iter().enumerate() {
            if index > 0 && matches!(member.kind, MemberKind::Function(_)) {
                self.out.push('\n');
            }
            self.member(member);
        }
        self.write(0, &["}"]);
    }

    /// Breaks the head of an implementation, which was written from `start`, before its `for`.
    fn break_head(&mut self, start: usize) {
        if let Some(at) = self.out[start..].find(" for ") {
            let rest = self.out.split_off(start + at + 1);
            self.out.truncate(start + at);
            self.out.push('\n');
            self.begin(0);
            self.out.push_str(&rest);
        }
    }

    fn table(&mut self, path: &str, lines: Vec<Code<'_>>) {
        self.write(0, &[path, "! {"]);
        for code in lines {
            self.code(INDENT, code, ";");
        }
        self.write(0, &["}"]);
    }

    fn member(&mut self, Member { outer, kind }: Member<'_>) {
        self.outer(outer, INDENT);
        match kind {
            MemberKind::Part(code) => self.code(INDENT, code, ","),
            MemberKind::Function(function) => self.function(function),
            MemberKind::Item(tokens) => {
                for line in unparsed(tokens).lines() {
                    self.write(0, &[line]);
                }
            }
        }
    }

    fn outer(&mut self, Outer { docs, attributes }: Outer<'_>, indent: usize) {
        match docs {
            Docs::None => {}
            Docs::Line(text) => self.doc(indent, &text),
            Docs::Lines(lines) => lines.iter().for_each(|text| self.doc(indent, text)),
            Docs::Fixed(lines) => lines.iter().for_each(|text| self.doc(indent, text)),
        }
        for attribute in attributes {
            self.code(indent, attribute, "");
        }
    }

    fn doc(&mut self, indent: usize, text: &str) {
        match text.trim_end() {
            "" => self.write(indent, &["///"]),
            // A line break would end the comment, and what follows it would be code.
            text if text.bytes().any(|byte| matches!(byte, b'\n' | b'\r')) => {
                self.write(indent, &[&line(quote!(#[doc = #text]))]);
            }
            text => self.write(indent, &["/// ", text]),
        }
    }

    fn function(&mut self, Function { head, arguments, output, body }: Function<'_>) {
        let is_empty = matches!(&body, Body::Lines(lines) if lines.is_empty());
        let mut call = self.open_call(INDENT, |out| write_code(out, head));
        for argument in arguments {
            self.argument(&mut call, |out| write_code(out, argument));
        }
        self.close_call(call, |out| {
            if let Some(output) = output {
                out.push_str(" -> ");
                write_code(out, output);
            }
            out.push_str(if is_empty { " {}" } else { " {" });
        });
        self.body(2 * INDENT, body);
        if !is_empty {
            self.write(INDENT, &["}"]);
        }
    }

    fn body(&mut self, indent: usize, body: Body<'_>) {
        match body {
            Body::Lines(lines) => lines.into_iter().for_each(|line| self.line(indent, line)),
            Body::Chain(first, calls) => {
                self.code(indent, first.into(), "");
                calls.into_iter().for_each(|call| self.link(indent + INDENT, call));
            }
        }
    }

    fn line(&mut self, indent: usize, line: Line<'_>) {
        match line {
            Line::Whole(code) => self.code(indent, code, ""),
            Line::Call(head, arguments, end) => {
                let mut call = self.open_call(indent, |out| write_code(out, head));
                for argument in arguments {
                    self.argument(&mut call, |out| write_code(out, argument));
                }
                self.close_call(call, |out| out.push_str(end));
            }
            Line::Block(head, lines, end) => {
                let head_is_empty = head.0.is_empty();
                self.code(indent, head, if head_is_empty { "{" } else { " {" });
                lines.into_iter().for_each(|line| self.line(indent + INDENT, line));
                self.write(indent, &[end]);
            }
            Line::Arm(pattern, value) => self.arm(indent, pattern, value),
            Line::Struct(fields) => self.literal(indent, fields),
        }
    }

    /// Writes a call of a chain.
    fn link(&mut self, indent: usize, Call { method, arguments, closure }: Call) {
        let mut call = self.open_call(indent, |out| out.extend([".", &method]));
        for argument in arguments {
            self.tokens_argument(&mut call, argument.into_iter().collect());
        }
        match closure {
            None => self.close_call(call, |_| {}),
            Some((parameters, body)) => {
                self.argument(&mut call, |out| write_code(out, parameters));
                self.out.push_str(" {\n");
                self.body(indent + INDENT, body);
                self.write(indent, &["})"]);
            }
        }
    }

    /// Starts a call on one line. Its arguments are written next, and then it is closed.
    fn open_call(&mut self, indent: usize, write_head: impl FnOnce(&mut String)) -> OpenCall {
        let start = self.begin(indent);
        write_head(self.out);
        self.out.push('(');
        OpenCall { start, indent, open: self.out.len(), arguments: Vec::new() }
    }

    fn argument(&mut self, call: &mut OpenCall, write: impl FnOnce(&mut String)) {
        let text = self.listed(call.arguments.is_empty(), write);
        call.arguments.push(Argument { text, items: Vec::new() });
    }

    fn tokens_argument(&mut self, call: &mut OpenCall, mut tokens: Vec<TokenTree>) {
        let is_list = matches!(tokens.as_slice(), [TokenTree::Punct(reference), TokenTree::Group(list)]
            if reference.as_char() == '&' && list.delimiter() == Delimiter::Bracket);
        match tokens.pop() {
            Some(TokenTree::Group(list)) if is_list => {
                let open = self.listed(call.arguments.is_empty(), |out| out.push_str("&["));
                let items = split(contents(list)).into_iter().enumerate();
                let items = items.map(|(index, item)| self.listed(index == 0, |out| write_tokens(out, item))).collect();
                self.out.push(']');
                call.arguments.push(Argument { text: open.start..self.out.len(), items });
            }
            last => self.argument(call, |out| write_tokens(out, tokens.into_iter().chain(last))),
        }
    }

    /// Writes a part of a list, and returns where it is.
    fn listed(&mut self, is_first: bool, write: impl FnOnce(&mut String)) -> Range<usize> {
        if !is_first {
            self.out.push_str(", ");
        }
        let start = self.out.len();
        write(self.out);
        start..self.out.len()
    }

    /// Ends a call; one that is too wide is written again, with a line for each argument.
    fn close_call(&mut self, OpenCall { start, indent, open, arguments }: OpenCall, write_end: impl FnOnce(&mut String)) {
        let close = self.out.len();
        self.out.push(')');
        write_end(self.out);
        if arguments.is_empty() || self.fits(start) {
            return self.out.push('\n');
        }
        let whole = self.out.split_off(start);
        let text = |range: Range<usize>| &whole[range.start - start..range.end - start];
        self.out.push_str(text(start..open));
        self.out.push('\n');
        let indent_of_arguments = indent + INDENT;
        for Argument { text: argument, items } in arguments {
            if items.is_empty() || indent_of_arguments + argument.len() < WIDTH {
                self.write(indent_of_arguments, &[text(argument), ","]);
                continue;
            }
            self.write(indent_of_arguments, &["&["]);
            for item in items {
                self.write(indent_of_arguments + INDENT, &[text(item), ","]);
            }
            self.write(indent_of_arguments, &["],"]);
        }
        self.write(indent, &[&whole[close - start..]]);
    }

    /// Writes `Self { … }`: on one line, or with a line for each field.
    fn literal(&mut self, indent: usize, fields: Vec<Code<'_>>) {
        let start = self.begin(indent);
        self.out.push_str("Self { ");
        let first = self.out.len();
        let fields = fields.into_iter().enumerate();
        let fields: Vec<_> = fields.map(|(index, field)| self.listed(index == 0, |out| write_code(out, field))).collect();
        if "Self {  }".len() + self.out.len() - first <= LITERAL_WIDTH {
            return self.out.push_str(" }\n");
        }
        let whole = self.out.split_off(start);
        self.write(indent, &["Self {"]);
        for field in fields {
            self.write(indent + INDENT, &[&whole[field.start - start..field.end - start], ","]);
        }
        self.write(indent, &["}"]);
    }

    /// Writes an arm, its value in braces where it doesn't fit on the line.
    fn arm(&mut self, indent: usize, pattern: Code<'_>, value: Code<'_>) {
        let start = self.begin(indent);
        write_code(self.out, pattern);
        self.out.push_str(" => ");
        let value_start = self.out.len();
        write_code(self.out, value);
        self.out.push(',');
        if self.fits(start) {
            return self.out.push('\n');
        }
        self.out.pop();
        let value = self.out.split_off(value_start);
        self.out.push_str("{\n");
        self.write(indent + INDENT, &[&value]);
        self.write(indent, &["}"]);
    }

    /// Writes code as a line.
    fn code(&mut self, indent: usize, code: Code<'_>, end: &str) {
        self.begin(indent);
        write_code(self.out, code);
        self.out.push_str(end);
        self.out.push('\n');
    }

    /// Writes a line.
    fn write(&mut self, indent: usize, parts: &[&str]) {
        self.begin(indent);
        parts.iter().for_each(|part| self.out.push_str(part));
        self.out.push('\n');
    }

    /// Begins a line; returns where.
    fn begin(&mut self, indent: usize) -> usize {
        const SPACES: &str = "                                ";
        let start = self.out.len();
        let mut left = self.base + indent;
        while left > 0 {
            let some = left.min(SPACES.len());
            self.out.push_str(&SPACES[..some]);
            left -= some;
        }
        start
    }

    /// Tells whether the line that begins at `start` and is the last one is not too wide.
    fn fits(&self, start: usize) -> bool {
        self.out.len() - start <= self.base + WIDTH
    }
}

/// Returns what stands within a group. The group goes first, so that the tokens are moved and not copied.
fn contents(group: Group) -> TokenStream {
    let tokens = group.stream();
    drop(group);
    tokens
}

/// Splits at commas.
fn split(tokens: TokenStream) -> Vec<Vec<TokenTree>> {
    let mut parts = vec![Vec::new()];
    for token in tokens {
        match (token, parts.last_mut()) {
            (TokenTree::Punct(punct), _) if punct.as_char() == ',' => parts.push(Vec::new()),
            (token, Some(part)) => part.push(token),
            (_, None) => {}
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// Returns an item of an `impl` as prettyplease lays it out.
fn unparsed(tokens: TokenStream) -> String {
    let item =
        syn::parse2(quote!(impl Item { #tokens })).expect("emitters write items that parse; every construct of theirs is tested");
    let text = prettyplease::unparse(&syn::File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item] });
    let inside = text.split_once('\n').and_then(|(_, rest)| rest.strip_suffix("}\n"));
    inside.expect("an item with a member has lines between its braces").to_owned()
}
