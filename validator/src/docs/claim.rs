//! What is said of an operation's fields: by a page, whose places are lines, or by a description, whose places are nodes.
//!
//! What is not said is `None`, and never stands for "optional" or "no default".

use std::fmt;

use super::range::Range;
use super::types::Type;

/// Something that is said, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said<T, P> {
    /// What is said.
    pub value: T,
    /// Where.
    pub place: P,
}

/// Where a field is sent.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Location {
    /// A credential.
    Security,
    /// In the path.
    Path,
    /// In the query.
    Query,
    /// A header of the request.
    Header,
    /// A cookie.
    Cookie,
    /// In the body of the request.
    Body,
    /// In the body of the answer of this status; without one in that of the answer that means success.
    Response(Option<String>),
    /// A header of an answer.
    ResponseHeader(Option<String>),
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Security => f.write_str("security"),
            Self::Path => f.write_str("path"),
            Self::Query => f.write_str("query"),
            Self::Header => f.write_str("header"),
            Self::Cookie => f.write_str("cookie"),
            Self::Body => f.write_str("body"),
            Self::Response(None) => f.write_str("response"),
            Self::Response(Some(status)) => write!(f, "response {status}"),
            Self::ResponseHeader(None) => f.write_str("response header"),
            Self::ResponseHeader(Some(status)) => write!(f, "response header {status}"),
        }
    }
}

impl Location {
    /// Reads a location as [`fmt::Display`] writes it, or as tables of published pages do.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_lowercase();
        let (text, status) = match text.rsplit_once([' ', '.']) {
            Some((before, status)) if is_status(status) => (before.trim_end().to_owned(), Some(canonical_status(status))),
            _ => (text, None),
        };
        Some(match text.trim_end_matches([':', '-']).trim_end() {
            "security" | "authorization" | "authorizations" | "authentication" | "auth" => Self::Security,
            "path" | "path parameter" | "path parameters" | "path params" | "url parameters" => Self::Path,
            "query" | "query parameter" | "query parameters" | "query params" | "query string" => Self::Query,
            "header" | "headers" | "request header" | "request headers" => Self::Header,
            "cookie" | "cookies" | "cookie parameters" => Self::Cookie,
            "body" | "request body" | "body parameters" | "request" | "request fields" => Self::Body,
            "response" | "responses" | "response body" | "response fields" | "answer" => Self::Response(status),
            "response header" | "response headers" => Self::ResponseHeader(status),
            _ => return None,
        })
    }
}

/// Tells whether a word is a status as OpenAPI writes it: `201`, `4XX` or `default`.
pub(super) fn is_status(text: &str) -> bool {
    let bytes = text.as_bytes();
    text.eq_ignore_ascii_case("default")
        || (bytes.len() == 3
            && bytes[0].is_ascii_digit()
            && (bytes[1..].iter().all(u8::is_ascii_digit) || text[1..].eq_ignore_ascii_case("xx")))
}

pub(super) fn canonical_status(text: &str) -> String {
    if text.eq_ignore_ascii_case("default") { "default".to_owned() } else { text.to_ascii_uppercase() }
}

/// A field, with what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field<P> {
    /// Its name on the wire; [`WHOLE`] stands for a whole body, `*` for the properties that have any name.
    pub name: String,
    /// Where it is said that there is this field.
    pub place: P,
    /// Its type.
    pub ty: Option<Said<Type, P>>,
    /// Whether it has to be there.
    pub required: Option<Said<bool, P>>,
    /// Its default, as JSON, texts without quotes.
    pub default: Option<Said<String, P>>,
    /// The values of an enum, in order.
    pub values: Option<Said<Vec<String>, P>>,
    /// The limits of a number or of a length.
    pub range: Option<Said<Range, P>>,
    /// It should not be used.
    pub deprecated: Option<Said<bool, P>>,
    /// Where a credential is sent: header, query or cookie.
    pub sent: Option<Said<Location, P>>,
    /// What it means.
    pub description: Option<Said<String, P>>,
    /// The place that says that it has fields which are not shown.
    pub collapsed: Option<P>,
    /// Why the fields in it are not there.
    pub left_out: Option<Said<LeftOut, P>>,
    /// Of an object, or a list of objects, the fields.
    pub children: Vec<Field<P>>,
    /// Of a union, what it is one of.
    pub variants: Vec<Variant<P>>,
}

/// Why a reference does not show the fields in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// They are too many.
    TooMany,
    /// They are those of this field, which it is in.
    SameAs(String),
    /// Whether it has any can't be told.
    Unread,
}

impl LeftOut {
    /// Reads what [`fmt::Display`] writes; the name may be marked as code.
    pub fn parse(text: &str) -> Option<Self> {
        match text.strip_prefix("those of ") {
            Some(name) => Some(Self::SameAs(name.trim_matches(['`', ' ']).to_owned())),
            None => [Self::TooMany, Self::Unread].into_iter().find(|it| it.to_string() == text),
        }
    }
}

impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooMany => f.write_str("left out here"),
            Self::Unread => f.write_str("not read"),
            Self::SameAs(name) => write!(f, "those of {name}"),
        }
    }
}

/// One of the types of a union; pages show a tab for each, and the fields of the one that is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant<P> {
    /// Where it is said.
    pub place: P,
    /// Its title.
    pub title: Option<String>,
    /// Its type.
    pub ty: Option<Type>,
    /// Its fields. Rendered pages show them beside the tabs, MDX in them.
    pub fields: Vec<Field<P>>,
}

/// How many fields may be around a field: more than on any page, and no more than calls may be nested.
pub const MAX_NESTING: usize = 100;

/// The name of a field that stands for a whole body.
pub const WHOLE: &str = "(body)";

impl<P> Field<P> {
    /// Makes a field of which nothing else is said.
    pub fn new(name: impl Into<String>, place: P) -> Self {
        Self {
            name: name.into(),
            place,
            ty: None,
            required: None,
            default: None,
            values: None,
            range: None,
            deprecated: None,
            sent: None,
            description: None,
            collapsed: None,
            left_out: None,
            children: Vec::new(),
            variants: Vec::new(),
        }
    }

    /// Returns what stands between the name of this field and those of its children: `.`, `[].`.
    pub fn joint(&self) -> String {
        let lists = self.ty.as_ref().map_or(0, |ty| ty.value.lists());
        format!("{}.", "[]".repeat(lists))
    }

    /// Tells whether the fields in it are there, or some of them.
    pub fn has_fields(&self) -> bool {
        !self.children.is_empty() || self.variants.iter().any(|variant| !variant.fields.is_empty())
    }

    /// Returns the fields in it, those of options too, each name once.
    pub fn all_fields(&self) -> Vec<&Self> {
        all_fields(&self.children, &self.variants)
    }

    /// Returns its whole name within what the prefix names, and the prefix of the fields in it.
    pub fn whole_name(&self, prefix: &str) -> (String, String) {
        let name = format!("{prefix}{}", self.name);
        let inner = format!("{}{}", if self.name == WHOLE { prefix } else { &name }, self.joint());
        // The fields of a whole body have nothing before the point.
        let inner = inner.strip_prefix('.').map_or(inner.clone(), str::to_owned);
        (name, inner)
    }
}

/// The fields of one location.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section<P> {
    /// The location.
    pub location: Location,
    /// Where it begins.
    pub place: P,
    /// The fields.
    pub fields: Vec<Field<P>>,
    /// What a body is one of, if it is a union.
    pub variants: Vec<Variant<P>>,
}

impl<P> Section<P> {
    /// Returns the fields, those of options too, each name once.
    pub fn all_fields(&self) -> Vec<&Field<P>> {
        all_fields(&self.fields, &self.variants)
    }
}

/// Returns fields, and those of options; of several with one name the first.
pub(super) fn all_fields<'a, P>(fields: &'a [Field<P>], variants: &'a [Variant<P>]) -> Vec<&'a Field<P>> {
    let mut all: Vec<&Field<P>> = fields.iter().collect();
    for field in variants.iter().flat_map(|variant| &variant.fields) {
        if !all.iter().any(|known| known.name == field.name) {
            all.push(field);
        }
    }
    all
}

/// What can be said in the form of a page, so that what is missing there means something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Says {
    /// That a field is required.
    pub required: bool,
    /// A default.
    pub default: bool,
    /// The values of an enum.
    pub values: bool,
    /// Limits.
    pub range: bool,
    /// That a field should not be used.
    pub deprecated: bool,
    /// That a field which may be left out may be null too.
    pub null: bool,
}

impl Says {
    /// A form that says no more than names and types.
    pub const NOTHING: Self =
        Self { required: false, default: false, values: false, range: false, deprecated: false, null: false };

    /// A form that has a way to say everything.
    pub const ALL: Self = Self { required: true, default: true, values: true, range: true, deprecated: true, null: true };
}

/// A method and a path template: `POST /v1/agents`. The method `ANY` stands for conventions, which hold for every operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// The method in capitals.
    pub method: String,
    /// The path template.
    pub path: String,
}

impl fmt::Display for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, self.path)
    }
}

/// The methods that begin a call.
const METHODS: [&str; 9] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "ANY"];

impl Call {
    /// Reads `POST /v1/agents`, also with a server before the path, and in small letters.
    pub fn parse(text: &str) -> Option<Self> {
        let (method, path) = text.trim().split_once(char::is_whitespace)?;
        let method = Self::method(method)?;
        Self::path(path.trim()).map(|path| Self { method, path })
    }

    /// Reads a method.
    pub fn method(text: &str) -> Option<String> {
        let upper = text.to_ascii_uppercase();
        METHODS.contains(&upper.as_str()).then_some(upper)
    }

    /// Reads a path, also with a server before it.
    pub fn path(text: &str) -> Option<String> {
        let path = match text.split_once("://") {
            Some((_, rest)) => &rest[rest.find('/')?..],
            None => text,
        };
        (path.starts_with('/') && !path.contains(char::is_whitespace)).then(|| path.to_owned())
    }

    /// Tells whether another call is to the same path, whatever placeholders are called.
    pub fn is(&self, method: &str, path: &str) -> bool {
        self.method == method && without_names(&self.path) == without_names(path)
    }
}

/// Takes the names of placeholders out of a path template; `:id` is a placeholder too.
fn without_names(path: &str) -> String {
    let parts = path.trim_end_matches('/').split('/');
    parts.map(|part| if part.starts_with(':') { "{}".to_owned() } else { without_braced(part) }).collect::<Vec<_>>().join("/")
}

fn without_braced(part: &str) -> String {
    let (mut text, mut rest) = (String::new(), part);
    while let Some((before, after)) = rest.split_once('{')
        && let Some((_, next)) = after.split_once('}')
    {
        text += before;
        text += "{}";
        rest = next;
    }
    text + rest
}

/// A sample on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// What it is a sample of.
    pub kind: SampleKind,
    /// Its first line.
    pub line: usize,
    /// The text.
    pub text: String,
}

/// What a sample is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SampleKind {
    /// A request, as a call of curl.
    Curl,
    /// An answer, as JSON.
    Answer,
}

/// What a page says of one operation.
#[derive(Clone, Debug)]
pub struct Page {
    /// The first line.
    pub line: usize,
    /// The title.
    pub title: Option<String>,
    /// What is called.
    pub call: Option<Said<Call, usize>>,
    /// The fields.
    pub sections: Vec<Section<usize>>,
    /// Samples.
    pub samples: Vec<Sample>,
    /// What could be said.
    pub says: Says,
    /// How much of the operation is meant to be there.
    pub extent: Extent,
}

/// How much of an operation a page is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All of it: what is not there is missing.
    Whole,
    /// The locations that are there.
    Excerpt,
}

impl Page {
    pub(super) fn new(line: usize) -> Self {
        Self { line, title: None, call: None, sections: Vec::new(), samples: Vec::new(), says: Says::ALL, extent: Extent::Whole }
    }

    /// Tells whether it says what holds around every operation.
    pub fn is_conventions(&self) -> bool {
        self.call.as_ref().is_some_and(|call| call.value.method == "ANY")
    }

    /// Returns the section of a location, which is added if it is not there.
    pub(super) fn section(&mut self, location: &Location, line: usize) -> &mut Section<usize> {
        let index = self.sections.iter().position(|section| section.location == *location).unwrap_or_else(|| {
            self.sections.push(Section { location: location.clone(), place: line, fields: Vec::new(), variants: Vec::new() });
            self.sections.len() - 1
        });
        &mut self.sections[index]
    }
}

/// What was read of a text.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The pages, usually one.
    pub pages: Vec<Page>,
    /// Lines that were not understood, and why.
    pub problems: Vec<(usize, String)>,
    /// It is generated code, in which operations share types.
    pub is_code: bool,
}
