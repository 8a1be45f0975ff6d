//! Pieces of code -> text, laid out much as rustfmt lays out what people write.
//!
//! Emitters say what an item's lines are, so that hardly anything needs a syntax tree: a line is its tokens with spaces between, and one
//! that is too wide is broken at the arguments of its call. What has no lines of its own goes through prettyplease. Nothing here
//! knows what an item means.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::quote;

use crate::emit::{Body, Call, Emitted, Function, Member, MemberKind, Outer};

use super::line::line;

/// No line is longer, in bytes, if it can be helped. The margin is prettyplease's.
const WIDTH: usize = 89;

/// The widest struct expression that stays on one line. The width is prettyplease's, too.
const LITERAL_WIDTH: usize = 35;

const INDENT: usize = 4;

/// Writes a piece at the end of a text.
pub(super) fn write_piece(out: &mut String, piece: Emitted<'_>) {
    let mut layout = Layout { out };
    match piece {
        Emitted::Item(outer, tokens) => layout.item(outer, tokens),
        Emitted::Block { outer, head, members } => layout.block(outer, head, members),
        Emitted::Table { path, lines } => layout.table(path, lines),
    }
}

struct Layout<'a> {
    out: &'a mut String,
}

impl Layout<'_> {
    fn item(&mut self, outer: Outer<'_>, tokens: TokenStream) {
        self.outer(outer, 0);
        self.write(0, &[&line(tokens)]);
    }

    fn block(&mut self, outer: Outer<'_>, head: TokenStream, members: Vec<Member<'_>>) {
        self.outer(outer, 0);
        let head = line(head);
        if members.is_empty() {
            return self.write(0, &[&head, " {}"]);
        }
        match head.split_once(" for ") {
            Some((implemented, name)) if !fits(0, &[&head, " {"]) => {
                self.write(0, &[implemented]);
                self.write(0, &["for ", name, " {"]);
            }
            _ => self.write(0, &[&head, " {"]),
        }
        for (index, member) in members.into_iter().enumerate() {
            if index > 0 && matches!(member.kind, MemberKind::Function(_)) {
                self.out.push('\n');
            }
            self.member(member);
        }
        self.write(0, &["}"]);
    }

    fn table(&mut self, path: TokenStream, lines: Vec<TokenStream>) {
        self.write(0, &[&line(path), "! {"]);
        for tokens in lines {
            self.write(INDENT, &[&line(tokens), ";"]);
        }
        self.write(0, &["}"]);
    }

    fn member(&mut self, Member { outer, kind }: Member<'_>) {
        self.outer(outer, INDENT);
        match kind {
            MemberKind::Part(tokens) => self.write(INDENT, &[&line(tokens), ","]),
            MemberKind::Function(function) => self.function(function),
            MemberKind::Item(tokens) => self.out.push_str(&unparsed(tokens)),
        }
    }

    fn outer(&mut self, outer: Outer<'_>, indent: usize) {
        for doc in outer.docs {
            match doc.trim_end() {
                "" => self.write(indent, &["///"]),
                // A line break would end the comment, and what follows it would be code.
                text if text.contains(['\n', '\r']) => self.write(indent, &[&line(quote!(#[doc = #text]))]),
                text => self.write(indent, &["/// ", text]),
            }
        }
        for attribute in outer.attributes {
            self.write(indent, &[&line(attribute)]);
        }
    }

    fn function(&mut self, Function { head, arguments, output, body }: Function) {
        let output = output.map_or_else(String::new, |output| format!(" -> {}", line(output)));
        let is_empty = matches!(&body, Body::Statements(statements) if statements.is_empty());
        let end = format!("{output}{}", if is_empty { " {}" } else { " {" });
        self.call(INDENT, &line(head), arguments.into_iter().map(Argument::new).collect(), &end);
        self.body(2 * INDENT, body);
        if !is_empty {
            self.write(INDENT, &["}"]);
        }
    }

    fn body(&mut self, indent: usize, body: Body) {
        match body {
            Body::Statements(statements) => self.statements(indent, statements),
            Body::Chain(first, calls) => {
                self.write(indent, &[&line(first)]);
                calls.into_iter().for_each(|call| self.link(indent + INDENT, call));
            }
        }
    }

    /// Writes a call of a chain.
    fn link(&mut self, indent: usize, Call { method, arguments, closure }: Call) {
        let Some((parameters, body)) = closure else {
            let arguments = arguments.into_iter().map(Argument::new).collect();
            return self.call(indent, &format!(".{method}"), arguments, "");
        };
        let arguments: Vec<_> = arguments.into_iter().chain([parameters]).map(line).collect();
        self.write(indent, &[&format!(".{method}("), &arguments.join(", "), " {"]);
        self.body(indent + INDENT, body);
        self.write(indent, &["})"]);
    }

    /// Writes something with arguments: on one line, or with a line for each argument.
    fn call(&mut self, indent: usize, head: &str, arguments: Vec<Argument>, end: &str) {
        let joined = arguments.iter().map(|argument| argument.text.as_str()).collect::<Vec<_>>().join(", ");
        if arguments.is_empty() || fits(indent, &[head, "(", &joined, ")", end]) {
            return self.write(indent, &[head, "(", &joined, ")", end]);
        }
        self.write(indent, &[head, "("]);
        for argument in arguments {
            self.argument(indent + INDENT, argument);
        }
        self.write(indent, &[")", end]);
    }

    fn argument(&mut self, indent: usize, Argument { text, items }: Argument) {
        if items.is_empty() || fits(indent, &[&text, ","]) {
            return self.write(indent, &[&text, ","]);
        }
        self.write(indent, &["&["]);
        for item in items {
            self.write(indent + INDENT, &[&item, ","]);
        }
        self.write(indent, &["],"]);
    }

    fn statements(&mut self, indent: usize, tokens: TokenStream) {
        let mut statement = Vec::new();
        for token in tokens {
            match token {
                TokenTree::Punct(punct) if punct.as_char() == ';' => self.statement(indent, std::mem::take(&mut statement), ";"),
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                    self.with_block(indent, std::mem::take(&mut statement), group);
                }
                token => statement.push(token),
            }
        }
        if !statement.is_empty() {
            self.statement(indent, statement, "");
        }
    }

    /// Writes a statement that doesn't end with braces: a call perhaps, whose last argument may be a closure with a block.
    fn statement(&mut self, indent: usize, mut tokens: Vec<TokenTree>, end: &str) {
        match tokens.pop() {
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis => {
                let (head, mut arguments) = (line(tokens), split(contents(group)));
                let block = arguments.last_mut().and_then(|last| last.pop_if(|token| is_block(token)));
                match block {
                    Some(TokenTree::Group(block)) => {
                        let arguments: Vec<_> = arguments.into_iter().map(line).collect();
                        self.write(indent, &[&head, "(", &arguments.join(", "), " {"]);
                        self.statements(indent + INDENT, contents(block));
                        self.write(indent, &["})", end]);
                    }
                    _ => self.call(indent, &head, arguments.into_iter().map(Argument::new).collect(), end),
                }
            }
            last => self.write(indent, &[&line(tokens.into_iter().chain(last)), end]),
        }
    }

    /// Writes `head { … }`: a struct expression, arms, or statements in braces.
    fn with_block(&mut self, indent: usize, head: Vec<TokenTree>, block: Group) {
        let head = line(head);
        if head == "Self" {
            return self.literal(indent, split(contents(block)).into_iter().map(line).collect());
        }
        self.write(indent, &[&head, if head.is_empty() { "{" } else { " {" }]);
        match head.starts_with("match ") {
            true => self.arms(indent + INDENT, contents(block)),
            false => self.statements(indent + INDENT, contents(block)),
        }
        self.write(indent, &["}"]);
    }

    fn literal(&mut self, indent: usize, fields: Vec<String>) {
        let joined = fields.join(", ");
        if "Self {  }".len() + joined.len() <= LITERAL_WIDTH {
            return self.write(indent, &["Self { ", &joined, " }"]);
        }
        self.write(indent, &["Self {"]);
        for field in fields {
            self.write(indent + INDENT, &[&field, ","]);
        }
        self.write(indent, &["}"]);
    }

    fn arms(&mut self, indent: usize, tokens: TokenStream) {
        let mut arm = Vec::new();
        for token in tokens {
            match token {
                TokenTree::Punct(punct) if punct.as_char() == ',' => self.arm(indent, &line(std::mem::take(&mut arm))),
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                    self.arm_with_block(indent, &line(std::mem::take(&mut arm)), contents(group));
                }
                token => arm.push(token),
            }
        }
        if !arm.is_empty() {
            self.arm(indent, &line(arm));
        }
    }

    /// Writes an arm, its value in braces where it doesn't fit on the line.
    fn arm(&mut self, indent: usize, arm: &str) {
        match arm.split_once(" => ") {
            Some((pattern, value)) if !fits(indent, &[arm, ","]) => {
                self.write(indent, &[pattern, " => {"]);
                self.write(indent + INDENT, &[value]);
                self.write(indent, &["}"]);
            }
            _ => self.write(indent, &[arm, ","]),
        }
    }

    fn arm_with_block(&mut self, indent: usize, arm: &str, block: TokenStream) {
        if block.is_empty() {
            return self.write(indent, &[arm, " {}"]);
        }
        self.write(indent, &[arm, " {"]);
        self.statements(indent + INDENT, block);
        self.write(indent, &["}"]);
    }

    fn write(&mut self, indent: usize, parts: &[&str]) {
        self.out.extend(std::iter::repeat_n(' ', indent));
        parts.iter().for_each(|part| self.out.push_str(part));
        self.out.push('\n');
    }
}

/// An argument of a call.
struct Argument {
    text: String,
    /// The items, if it is a reference to a list that is written down.
    items: Vec<String>,
}

impl Argument {
    fn new(tokens: impl IntoIterator<Item = TokenTree>) -> Self {
        let tokens: Vec<_> = tokens.into_iter().collect();
        let items = match tokens.as_slice() {
            [TokenTree::Punct(reference), TokenTree::Group(list)]
                if reference.as_char() == '&' && list.delimiter() == Delimiter::Bracket =>
            {
                split(list.stream()).into_iter().map(line).collect()
            }
            _ => Vec::new(),
        };
        Self { text: line(tokens), items }
    }
}

fn fits(indent: usize, parts: &[&str]) -> bool {
    indent + parts.iter().map(|part| part.len()).sum::<usize>() <= WIDTH
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

fn is_block(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
}

/// Returns an item of an `impl` as prettyplease lays it out.
fn unparsed(tokens: TokenStream) -> String {
    let item =
        syn::parse2(quote!(impl Item { #tokens })).expect("emitters write items that parse; every construct of theirs is tested");
    let text = prettyplease::unparse(&syn::File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item] });
    let inside = text.split_once('\n').and_then(|(_, rest)| rest.strip_suffix("}\n"));
    inside.expect("an item with a member has lines between its braces").to_owned()
}
