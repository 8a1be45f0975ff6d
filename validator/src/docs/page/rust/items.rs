//! The tokens of generated code -> its structs with their tables of wire names, its enums, and the methods of its client.

use std::collections::{HashMap, HashSet};

use super::super::super::claim::{Call, Location};
use super::tokens::{Kind, Token};

/// What is read of generated code.
#[derive(Default)]
pub(super) struct Items {
    /// The fields of structs, by their names.
    pub(super) structs: HashMap<String, Vec<Member>>,
    /// The lines of `object!`.
    pub(super) tables: HashMap<String, Vec<Entry>>,
    /// The lines of `string_enum!`, and where they begin.
    pub(super) enums: HashMap<String, (usize, Vec<String>)>,
    pub(super) aliases: HashMap<String, Spelled>,
    /// What has the name of something in another module.
    ambiguous: HashSet<String>,
    pub(super) methods: Vec<Method>,
}

/// A field of a struct.
pub(super) struct Member {
    pub(super) name: String,
    pub(super) ty: Spelled,
}

/// A type as it is written.
#[derive(Clone)]
pub(super) struct Spelled {
    pub(super) line: usize,
    pub(super) tokens: Vec<Token>,
}

/// A line of a table: `required user_id = "userId";`.
pub(super) struct Entry {
    pub(super) line: usize,
    pub(super) kind: String,
    pub(super) field: String,
    pub(super) wire_name: Option<String>,
}

/// A method of the client.
#[derive(Default)]
pub(super) struct Method {
    pub(super) line: usize,
    pub(super) verb: String,
    pub(super) path: String,
    arguments: Vec<Member>,
    pub(super) sent: Vec<Sent>,
    pub(super) body: Body,
    pub(super) answer: Option<Spelled>,
    /// Where it is said that it takes one.
    pub(super) idempotency_key: Option<usize>,
}

/// What a method sends as its body.
#[derive(Default)]
pub(super) enum Body {
    #[default]
    Nothing,
    /// The fields of an argument, and the line.
    Fields(Vec<String>, usize),
    /// It has no fields that are read here, or there are several methods, each with another one.
    Other,
}

/// A parameter that a method sends.
pub(super) struct Sent {
    pub(super) location: Location,
    pub(super) name: String,
    /// An argument, and perhaps a field of it.
    pub(super) value: Vec<String>,
    pub(super) line: usize,
}

impl Spelled {
    /// Tells whether it is `()`.
    pub(super) fn is_unit(&self) -> bool {
        matches!(self.tokens.as_slice(), [open, close] if open.is('(') && close.is(')'))
    }

    /// Returns what is between the angle brackets of a type of this name, references and boxes apart.
    pub(super) fn inside(&self, outer: &str) -> Option<Self> {
        match self.tokens.as_slice() {
            [name, open, inner @ .., close] if name.word() == Some(outer) && open.is('<') && close.is('>') => {
                Some(Self { line: self.line, tokens: inner.to_vec() })
            }
            _ => None,
        }
    }
}

impl Method {
    /// Returns the type of what is sent: of an argument, or of a field of one.
    pub(super) fn type_of(&self, items: &Items, value: &[String]) -> Option<Spelled> {
        let (argument, fields) = value.split_first()?;
        let ty = &self.arguments.iter().find(|it| it.name == *argument)?.ty;
        let [field] = fields else { return Some(ty.clone()).filter(|_| fields.is_empty()) };
        let name = ty.tokens.iter().find_map(Token::word)?;
        let member = items.structs.get(name)?.iter().find(|member| member.name == *field)?;
        Some(member.ty.clone())
    }
}

impl Items {
    pub(super) fn read(tokens: &[Token]) -> Self {
        let mut items = Self::default();
        let mut docs: Vec<&Token> = Vec::new();
        let mut rest = tokens;
        while let [token, after @ ..] = rest {
            rest = after;
            match &token.kind {
                Kind::Doc(_) => docs.push(token),
                Kind::Mark('}') => docs.clear(),
                Kind::Mark(_) | Kind::Text(_) => {}
                Kind::Word(word) => {
                    let read: fn(&mut Self, &[Token], &[&Token]) = match word.as_str() {
                        "struct" => |items, tokens, _| items.structure(tokens),
                        "type" => |items, tokens, _| items.alias(tokens),
                        "fn" => |items, tokens, docs| items.methods.extend(method(tokens, docs)),
                        "::bindery_runtime::object" => |items, tokens, _| items.table(tokens),
                        "::bindery_runtime::string_enum" => |items, tokens, _| items.enumeration(tokens),
                        _ => continue,
                    };
                    let (item, after) = rest.split_at(item(rest));
                    read(&mut items, item, &docs);
                    docs.clear();
                    rest = after;
                }
            }
        }
        items.forget_ambiguous();
        items.forget_bodies();
        items
    }

    /// Methods that send one request in several media types are told apart by nothing that pages say.
    fn forget_bodies(&mut self) {
        let calls: Vec<_> = self.methods.iter().map(|method| (method.verb.clone(), method.path.clone())).collect();
        for (method, call) in self.methods.iter_mut().zip(&calls) {
            if calls.iter().filter(|other| *other == call).count() > 1 {
                method.body = Body::Other;
            }
        }
    }

    fn forget_ambiguous(&mut self) {
        for name in &self.ambiguous {
            self.structs.remove(name);
            self.tables.remove(name);
            self.enums.remove(name);
            self.aliases.remove(name);
        }
    }

    /// Tells whether something in the code has this name.
    pub(super) fn have(&self, name: &str) -> bool {
        self.ambiguous.contains(name)
            || self.tables.contains_key(name)
            || self.enums.contains_key(name)
            || self.aliases.contains_key(name)
    }

    fn structure(&mut self, tokens: &[Token]) {
        let [name, open, rest @ ..] = tokens else { return };
        if let Some(name) = name.word().filter(|_| open.is('{')) {
            let known = self.structs.insert(name.to_owned(), parts(inner(rest, '}'), ',').filter_map(member).collect());
            self.ambiguous.extend(known.map(|_| name.to_owned()));
        }
    }

    fn alias(&mut self, tokens: &[Token]) {
        let [name, equals, rest @ ..] = tokens else { return };
        if let Some(name) = name.word().filter(|_| equals.is('=')) {
            let ty = inner(rest, ';');
            let known = self.aliases.insert(name.to_owned(), Spelled { line: equals.line, tokens: ty.to_vec() });
            self.ambiguous.extend(known.map(|_| name.to_owned()));
        }
    }

    fn table(&mut self, tokens: &[Token]) {
        let Some((_, name, rows)) = named_rows(tokens) else { return };
        let entry = |row: &[Token]| {
            let [kind, field, wire @ ..] = row else { return None };
            let wire_name = wire.iter().find_map(Token::text).map(str::to_owned);
            Some(Entry { line: kind.line, kind: kind.word()?.to_owned(), field: field.word()?.to_owned(), wire_name })
        };
        self.tables.insert(name, rows.into_iter().filter_map(entry).collect());
    }

    fn enumeration(&mut self, tokens: &[Token]) {
        let Some((line, name, rows)) = named_rows(tokens) else { return };
        let values = rows.into_iter().filter_map(|row| row.iter().find_map(Token::text).map(str::to_owned));
        let known = self.enums.insert(name.clone(), (line, values.collect()));
        self.ambiguous.extend(known.map(|_| name));
    }
}

/// Reads the inside of a macro: a name, and rows that semicolons end.
fn named_rows(tokens: &[Token]) -> Option<(usize, String, Vec<&[Token]>)> {
    let [bang, open, rest @ ..] = tokens else { return None };
    let mut rows = parts(inner(rest, '}'), ';').filter(|row| !row.is_empty());
    let name = rows.next()?.first().filter(|_| bang.is('!') && open.is('{'))?;
    Some((name.line, name.word()?.to_owned(), rows.collect()))
}

/// Reads `pub name: Type`, or an argument.
fn member(tokens: &[Token]) -> Option<Member> {
    let colon = tokens.iter().position(|token| token.is(':'))?;
    let name = tokens[..colon].last()?.word()?.to_owned();
    let ty = &tokens[colon + 1..];
    Some(Member { name, ty: Spelled { line: ty.first()?.line, tokens: ty.to_vec() } })
}

/// Reads a method of a client; other functions send no request.
fn method(tokens: &[Token], docs: &[&Token]) -> Option<Method> {
    let [Token { line, .. }, open, rest @ ..] = tokens else { return None };
    let arguments = inner(rest, ')');
    let after = rest.get(arguments.len() + 1..).filter(|_| open.is('('))?;
    let body = after.iter().position(|token| token.is('{'))?;
    let (returned, body) = (&after[..body], inner(&after[body + 1..], '}'));
    let mut method = Method { line: *line, answer: answer(returned), ..Method::default() };
    method.arguments = parts(arguments, ',').filter_map(member).collect();
    for (at, token) in body.iter().enumerate() {
        if let (Some(call), Some(open)) = (token.word(), body.get(at + 1))
            && open.is('(')
            && at > 0
            && body[at - 1].is('.')
        {
            method.call(call, token.line, &parts(inner(&body[at + 2..], ')'), ',').collect::<Vec<_>>());
        }
    }
    // The sentence may go over two lines.
    let text =
        docs.iter().map(|doc| if let Kind::Doc(doc) = &doc.kind { doc.as_str() } else { "" }).collect::<Vec<_>>().join(" ");
    method.idempotency_key = docs.last().filter(|_| text.contains("Takes an idempotency key.")).map(|doc| doc.line);
    Some(method).filter(|method| !method.verb.is_empty())
}

/// Returns what a method answers: the first type of `Request<Agent, ErrorBody>`.
fn answer(returned: &[Token]) -> Option<Spelled> {
    let start = returned.iter().position(|token| token.word().is_some_and(|word| word.ends_with("::Request")))?;
    let [open, rest @ ..] = &returned[start + 1..] else { return None };
    let ty = parts(inner(rest, '>'), ',').next().filter(|_| open.is('<'))?;
    Some(Spelled { line: ty.first()?.line, tokens: ty.to_vec() })
}

impl Method {
    /// Reads a call of the chain that makes a request.
    fn call(&mut self, name: &str, line: usize, arguments: &[&[Token]]) {
        let value = |tokens: &[Token]| tokens.iter().filter_map(Token::word).map(str::to_owned).collect::<Vec<_>>();
        match (name.strip_suffix("_as").unwrap_or(name), arguments) {
            ("request", [verb, path, ..]) => {
                let verb = verb.first().and_then(Token::word).and_then(|verb| Call::method(verb.rsplit("::").next()?));
                let path = path.first().and_then(Token::text);
                if let (Some(verb), Some(path)) = (verb, path) {
                    (self.verb, self.path) = (verb, path.to_owned());
                }
            }
            ("path" | "query" | "header" | "cookie", [[wire_name], sent, ..]) => {
                let location = Location::parse(name.strip_suffix("_as").unwrap_or(name));
                if let (Some(location), Some(wire_name)) = (location, wire_name.text()) {
                    self.sent.push(Sent { location, name: wire_name.to_owned(), value: value(sent), line });
                }
            }
            ("json" | "form", [sent]) => self.body = Body::Fields(value(sent), line),
            ("json" | "form" | "multipart" | "text" | "bytes" | "xml", _) => self.body = Body::Other,
            _ => {}
        }
    }
}

/// Returns how many tokens an item has: up to a semicolon, or to the end of its block.
fn item(tokens: &[Token]) -> usize {
    let end = tokens.iter().position(|token| token.is('{') || token.is(';')).unwrap_or(tokens.len());
    match tokens.get(end..) {
        Some([open, block @ ..]) if open.is('{') => (end + inner(block, '}').len() + 2).min(tokens.len()),
        _ => (end + 1).min(tokens.len()),
    }
}

/// Returns the tokens up to what closes a bracket that was opened before them.
fn inner(tokens: &[Token], close: char) -> &[Token] {
    let mut depth = 0_usize;
    let end = tokens.iter().enumerate().position(|(at, token)| match token.kind {
        Kind::Mark('(' | '[' | '{' | '<') => {
            depth += 1;
            false
        }
        // The end of an arrow closes nothing.
        Kind::Mark('>') if at > 0 && tokens[at - 1].is('-') => false,
        Kind::Mark(mark) if depth == 0 => mark == close,
        Kind::Mark(')' | ']' | '}' | '>') => {
            depth -= 1;
            false
        }
        Kind::Mark(_) | Kind::Word(_) | Kind::Text(_) | Kind::Doc(_) => false,
    });
    &tokens[..end.unwrap_or(tokens.len())]
}

/// Splits tokens where this mark is in no bracket.
fn parts(tokens: &[Token], mark: char) -> impl Iterator<Item = &[Token]> {
    let mut rest = tokens;
    std::iter::from_fn(move || {
        let part = inner(Some(rest).filter(|rest| !rest.is_empty())?, mark);
        rest = rest.get(part.len() + 1..).unwrap_or_default();
        Some(part)
    })
}
