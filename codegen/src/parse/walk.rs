//! A walk over the whole text that builds nothing: it holds every key and value against the table of objects.
//!
//! Says what `openapiv3` keeps to itself (unknown and duplicate keys, siblings of `$ref`, names it leaves out) and, before `openapiv3`
//! sees the text, what it would refuse. The latter is more than courtesy: on a failure it tries everything around the place again, in
//! time that doubles with each level of nesting.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::keywords::{Unfit, unfit_help, unknown_key_help};
use super::names::NameSet;
use super::objects::{Names, Object, PATH_ITEM, Presence, RESPONSE, ROOT, SCHEMA, Shape};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::source::Origin;

/// How many errors and how many other findings are kept, each. A file that is something else has one in every line.
const MAX_FOUND: usize = 1000;

/// How many fields an object has at most.
const MAX_FIELDS: usize = 40;

const _: () = assert!(SCHEMA.fields.len() <= MAX_FIELDS, "the largest object fits");

/// How `openapiv3` gets at a value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// From YAML, where a number or boolean without quotes also serves as a string.
    Direct,
    /// From a buffer, or from JSON, where it does not.
    Buffered,
}

/// What the walk found so far.
pub(super) struct Walk {
    root: Origin,
    found: Diagnostics,
    errors: usize,
    others: usize,
    stopped: bool,
    merge_keys: bool,
}

/// How much had been found at some time.
struct Mark {
    length: usize,
    errors: usize,
    others: usize,
}

impl Walk {
    pub(super) fn new(root: Origin) -> Self {
        Self { root, found: Diagnostics::default(), errors: 0, others: 0, stopped: false, merge_keys: false }
    }

    /// Walks a whole text. It fails where the text is not YAML or JSON, or when [`Walk::stopped`].
    pub(super) fn whole<'de, D: Deserializer<'de>>(&mut self, deserializer: D, reading: Reading) -> Result<(), D::Error> {
        static SHAPE: Shape = Shape::Object(&ROOT);
        let path = Path { parent: None, token: Token::Root };
        let node = Node { walk: self, path: &path, shape: &SHAPE, null: Null::Refused, reading };
        node.deserialize(deserializer).map(|_| ())
    }

    /// Tells whether the walk ended early because the version is not one that is read.
    pub(super) fn stopped(&self) -> bool {
        self.stopped
    }

    /// Tells whether a mapping has a key `<<`, which merges another mapping into it (a type of YAML 1.1).
    pub(super) fn has_merge_keys(&self) -> bool {
        self.merge_keys
    }

    /// Returns what was found.
    pub(super) fn into_found(mut self) -> Diagnostics {
        let left_out = self.errors.saturating_sub(MAX_FOUND) + self.others.saturating_sub(MAX_FOUND);
        if left_out > 0 {
            let message = format!("there are {left_out} more findings about the shape of this file");
            let found = Diagnostic::new(Code::Structure, self.root, message);
            self.found.push(Diagnostic { severity: Severity::Note, ..found });
        }
        self.found
    }

    /// Returns the duplicate keys alone, which hold whatever the rest meant.
    pub(super) fn into_duplicates(self) -> Diagnostics {
        let mut duplicates = Diagnostics::default();
        for found in self.found.iter().filter(|found| found.code == Code::DuplicateKey) {
            duplicates.push(found.clone());
        }
        duplicates
    }

    fn report(&mut self, found: Diagnostic) {
        let count = if found.severity == Severity::Error { &mut self.errors } else { &mut self.others };
        *count += 1;
        if *count <= MAX_FOUND {
            self.found.push(found);
        }
    }

    /// Returns a mark to come back to.
    fn mark(&self) -> Mark {
        Mark { length: self.found.len(), errors: self.errors, others: self.others }
    }

    fn forget_since(&mut self, mark: Mark) {
        self.found.truncate(mark.length);
        self.errors = mark.errors;
        self.others = mark.others;
    }

    fn warn(&mut self, found: Diagnostic) {
        self.report(Diagnostic { severity: Severity::Warning, ..found });
    }

    /// Reports that a value does not fit.
    fn report_unfit(&mut self, path: &Path<'_>, shape: &Shape, unfit: &Unfit<'_>) {
        let subject = match path.token {
            Token::Root if matches!(unfit, Unfit::Null) => return self.report_empty(),
            Token::Root => "the description".to_owned(),
            Token::Key(key) => format!("`{key}`"),
            Token::Index(_) => "the item".to_owned(),
        };
        let message = format!("{subject} must be {}, not {}", shape.describe(), unfit.describe());
        let found = Diagnostic::new(Code::Structure, path.origin(&self.root), message);
        self.report(with_help(found, unfit_help(path.key(), shape, unfit)));
    }

    fn report_empty(&mut self) {
        self.report(Diagnostic::new(Code::Structure, self.root.clone(), "the file is empty"));
    }

    fn report_duplicate(&mut self, path: &Path<'_>, shape: &Shape) {
        let origin = path.origin(&self.root);
        let message = format!("the key `{}` stands there twice", path.key());
        let found = Diagnostic::new(Code::DuplicateKey, origin.clone(), message).related("it stands here first", origin);
        match shape {
            // What nobody described harms nobody.
            Shape::Any | Shape::Ignored => self.warn(found.help("the last one is used")),
            _ => self.report(found),
        }
    }

    fn report_unknown(&mut self, path: &Path<'_>, object: &Object) {
        let message = format!("`{}` is not a keyword of {} object, and is not used", path.key(), object.with_article());
        let found = Diagnostic::new(Code::UnknownKeyword, path.origin(&self.root), message);
        self.report(with_help(found, unknown_key_help(object, path.key())));
    }

    fn report_bad_name(&mut self, path: &Path<'_>, message: &str, help: &str) {
        let message = format!("`{}` {message}", path.key());
        self.report(Diagnostic::new(Code::Structure, path.origin(&self.root), message).help(help));
    }

    fn report_key_kind(&mut self, path: &Path<'_>, kind: KeyKind) {
        let kind = if kind == KeyKind::Number { "a number" } else { "no string" };
        let message = format!("the key `{}` is {kind}, and a string is needed", path.key());
        let found = Diagnostic::new(Code::Structure, path.origin(&self.root), message);
        self.report(found.help(format!("put it in quotes: \"{}\"", path.key())));
    }

    /// Reports a key beside a `$ref`, which says nothing there (OpenAPI 3.0.3, "Reference Object").
    fn report_sibling(&mut self, path: &Path<'_>) {
        let message = format!("`{}` is ignored, because it stands beside a `$ref`", path.key());
        let found = Diagnostic::new(Code::UnknownKeyword, path.origin(&self.root), message);
        match path.key() {
            "description" | "summary" => self.report(Diagnostic { severity: Severity::Note, ..found }),
            _ => self.report(found.help("to add to a schema, put the `$ref` into an `allOf`")),
        }
    }
}

fn with_help(found: Diagnostic, help: Option<String>) -> Diagnostic {
    match help {
        Some(help) => found.help(help),
        None => found,
    }
}

/// The way from the outermost node to this one. It lies on the stack; a pointer is made of it only for a finding.
struct Path<'p> {
    parent: Option<&'p Path<'p>>,
    token: Token<'p>,
}

enum Token<'p> {
    Root,
    Key(&'p str),
    Index(usize),
}

impl Path<'_> {
    /// Returns the last token, if it is a key.
    fn key(&self) -> &str {
        match self.token {
            Token::Key(key) => key,
            Token::Root | Token::Index(_) => "",
        }
    }

    fn origin(&self, root: &Origin) -> Origin {
        let mut tokens = Vec::new();
        let mut at = Some(self);
        while let Some(path) = at {
            tokens.push(&path.token);
            at = path.parent;
        }
        tokens.iter().rev().fold(root.clone(), |origin, token| match token {
            Token::Root => origin,
            Token::Key(key) => origin.child(key),
            Token::Index(index) => origin.index(*index),
        })
    }
}

/// What is known of a value when it has been walked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Leaf {
    Null,
    Word(&'static str),
    Other,
    /// It is not what is needed, and that was reported.
    Unfit,
}

/// The fields that an object was seen to have.
pub(super) struct Seen {
    object: &'static Object,
    leaves: [Option<Leaf>; MAX_FIELDS],
}

impl Seen {
    fn new(object: &'static Object) -> Self {
        Self { object, leaves: [None; MAX_FIELDS] }
    }

    /// Notes a field, and tells whether it is the first of its name.
    fn insert(&mut self, index: usize) -> bool {
        self.leaves[index].replace(Leaf::Other).is_none()
    }

    /// Returns what the standard calls the object.
    pub(super) fn object_name(&self) -> &'static str {
        self.object.name
    }

    /// Tells whether the object has the field, and it is not null.
    pub(super) fn has(&self, key: &str) -> bool {
        self.leaf(key).is_some_and(|leaf| leaf != Leaf::Null)
    }

    /// Returns the word under the field, if it is one of its choices.
    pub(super) fn choice(&self, key: &str) -> Option<&'static str> {
        match self.leaf(key) {
            Some(Leaf::Word(word)) => Some(word),
            Some(Leaf::Null | Leaf::Other | Leaf::Unfit) | None => None,
        }
    }

    fn leaf(&self, key: &str) -> Option<Leaf> {
        self.leaves[self.object.index_of(key)?]
    }

    /// Returns the fields that are there, in the order of the table.
    fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.object.fields.iter().zip(&self.leaves).filter(|(_, leaf)| leaf.is_some()).map(|(field, _)| field.key)
    }

    /// Returns the fields that must be there and are not.
    fn missing(&self) -> impl Iterator<Item = &'static str> {
        let pairs = self.object.fields.iter().zip(&self.leaves);
        pairs.filter(|(field, leaf)| field.presence == Presence::Required && leaf.is_none()).map(|(field, _)| field.key)
    }
}

impl Object {
    fn index_of(&self, key: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.key == key)
    }
}

/// The keys of an object.
struct Entries<'de> {
    seen: Seen,
    /// Those that are not fields.
    others: NameSet<'de>,
    is_reference: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Null {
    Allowed,
    Refused,
}

/// A value that is about to be walked.
struct Node<'w, 'p> {
    walk: &'w mut Walk,
    path: &'p Path<'p>,
    shape: &'static Shape,
    null: Null,
    reading: Reading,
}

impl Node<'_, '_> {
    fn child<'c>(&'c mut self, path: &'c Path<'c>, shape: &'static Shape) -> Node<'c, 'c> {
        let null = if matches!(shape, Shape::Any | Shape::Ignored) { Null::Allowed } else { Null::Refused };
        Node { walk: self.walk, path, shape, null, reading: self.reading }
    }

    fn unfit<E>(self, unfit: &Unfit<'_>) -> Result<Leaf, E> {
        self.walk.report_unfit(self.path, self.shape, unfit);
        Ok(Leaf::Unfit)
    }

    fn number<E: Error>(self, number: impl fmt::Display, fits: bool) -> Result<Leaf, E> {
        match self.shape {
            Shape::Any | Shape::Ignored => Ok(Leaf::Other),
            Shape::Number | Shape::Count if fits => Ok(Leaf::Other),
            Shape::Text if self.reading == Reading::Direct => Ok(Leaf::Other),
            Shape::Version if self.reading == Reading::Direct => self.version(&number.to_string()),
            Shape::SwaggerVersion => self.version(&format!("Swagger {number}")),
            _ => self.unfit(&Unfit::Number(number.to_string())),
        }
    }

    /// Looks at the version, and stops the walk unless it is 3.0.
    fn version<E: Error>(self, version: &str) -> Result<Leaf, E> {
        if version == "3.0" || version.starts_with("3.0.") {
            return Ok(Leaf::Other);
        }
        let (code, message, help) = if version.starts_with("3.") {
            (Code::UnsupportedVersion, format!("OpenAPI {version} is not read yet"), "OpenAPI 3.0 is")
        } else if version.starts_with("Swagger") {
            (Code::UnsupportedVersion, format!("{version} is not read yet"), "OpenAPI 3.0 is; a converter makes one of the other")
        } else {
            (
                Code::Structure,
                format!("`{version}` is not a version of OpenAPI"),
                "the version that is read is 3.0, such as `3.0.3`",
            )
        };
        let found = Diagnostic::new(code, self.path.origin(&self.walk.root), message).help(help);
        // What was found so far was held against the wrong standard.
        self.walk.found = Diagnostics::default();
        self.walk.found.push(found);
        self.walk.stopped = true;
        Err(E::custom("the version is not read"))
    }

    fn object<'de, A: MapAccess<'de>>(mut self, object: &'static Object, map: A, refs: Refs) -> Result<Leaf, A::Error> {
        let mark = self.walk.mark();
        let entries = self.entries(object, map, refs)?;
        if entries.is_reference {
            // What the siblings of a `$ref` hold does not matter.
            self.walk.forget_since(mark);
            self.report_siblings(entries);
        } else {
            self.check_object(&entries.seen);
        }
        Ok(Leaf::Other)
    }

    /// Walks the entries of an object.
    fn entries<'de, A: MapAccess<'de>>(
        &mut self,
        object: &'static Object,
        mut map: A,
        refs: Refs,
    ) -> Result<Entries<'de>, A::Error> {
        let mut entries = Entries { seen: Seen::new(object), others: NameSet::default(), is_reference: false };
        while let Some(key) = map.next_key_seed(KeySeed)? {
            let path = Path { parent: Some(self.path), token: Token::Key(&key.text) };
            if refs == Refs::Allowed && key.text == "$ref" {
                entries.is_reference = map.next_value_seed(self.child(&path, &Shape::Text))? == Leaf::Other;
            } else if let Some(index) = object.index_of(&key.text) {
                let field = &object.fields[index];
                if !entries.seen.insert(index) {
                    self.walk.report_duplicate(&path, &field.shape);
                }
                let mut node = self.child(&path, &field.shape);
                if field.presence == Presence::Optional {
                    node.null = Null::Allowed;
                }
                entries.seen.leaves[index] = Some(map.next_value_seed(node)?);
            } else {
                let shape = self.other_key(object, &path);
                if !entries.others.insert(key.text.clone()) {
                    self.walk.report_duplicate(&path, shape);
                }
                map.next_value_seed(self.child(&path, shape))?;
            }
        }
        Ok(entries)
    }

    fn report_siblings(self, entries: Entries<'_>) {
        for key in entries.seen.keys() {
            self.walk.report_sibling(&Path { parent: Some(self.path), token: Token::Key(key) });
        }
        for key in entries.others.names().filter(|key| !key.starts_with("x-")) {
            self.walk.report_sibling(&Path { parent: Some(self.path), token: Token::Key(key) });
        }
    }

    /// Reports what a whole object lacks.
    fn check_object(self, seen: &Seen) {
        let origin = || self.path.origin(&self.walk.root);
        let mut found = Diagnostics::default();
        for key in seen.missing() {
            let message = format!("this {} object has no `{key}`", seen.object_name());
            let help = match key {
                "openapi" => "begin the description with `openapi: 3.0.3`",
                _ => "OpenAPI 3.0 requires it",
            };
            found.push(Diagnostic::new(Code::Structure, origin(), message).help(help));
        }
        if let Some(check) = seen.object.check {
            check(seen, &origin(), &mut found);
        }
        for found in found.iter() {
            self.walk.report(found.clone());
        }
    }

    /// Returns what stands under a key that is not a field of the object; a key that has no business there is reported.
    fn other_key(&mut self, object: &'static Object, path: &Path<'_>) -> &'static Shape {
        static RESPONSE_OR_REF: Shape = Shape::Ref(&RESPONSE);
        static PATH_ITEM_OR_REF: Shape = Shape::Ref(&PATH_ITEM);
        static PATH_ITEM_ITSELF: Shape = Shape::Object(&PATH_ITEM);
        let key = path.key();
        match object.names {
            Names::Expressions if key == "$ref" => {
                self.walk.report_bad_name(path, "can't stand in place of a callback here yet", "write the callback itself");
                return &Shape::Ignored;
            }
            Names::Expressions => return &PATH_ITEM_ITSELF,
            _ if key.starts_with("x-") => return &Shape::Any,
            Names::Paths if key.starts_with('/') => return &PATH_ITEM_OR_REF,
            Names::Statuses if is_status(key) => return &RESPONSE_OR_REF,
            Names::Paths => self.walk.report_bad_name(path, "is not a path", "a path begins with `/`"),
            Names::Statuses => {
                self.walk.report_bad_name(
                    path,
                    "is not a status",
                    "a status is a number such as `404`, a range such as `4XX`, or `default`",
                );
            }
            Names::None if key == "<<" => self.walk.merge_keys = true,
            Names::None => self.walk.report_unknown(path, object),
        }
        &Shape::Ignored
    }

    /// Walks a mapping with free names, and returns how many entries it has.
    fn map<'de, A: MapAccess<'de>>(&mut self, shape: &'static Shape, mut map: A) -> Result<usize, A::Error> {
        let mut names = NameSet::default();
        while let Some(key) = map.next_key_seed(KeySeed)? {
            let path = Path { parent: Some(self.path), token: Token::Key(&key.text) };
            if key.text == "<<" {
                self.walk.merge_keys = true;
            }
            if key.kind != KeyKind::Text && self.reading == Reading::Buffered && !matches!(shape, Shape::Ignored) {
                self.walk.report_key_kind(&path, key.kind);
            }
            if !names.insert(key.text.clone()) {
                self.walk.report_duplicate(&path, shape);
            }
            map.next_value_seed(self.child(&path, shape))?;
        }
        Ok(names.len())
    }
}

/// Tells whether a key of the responses is a status or a range of them.
fn is_status(key: &str) -> bool {
    matches!(key.as_bytes(), [b'1'..=b'9', b'0'..=b'9', b'0'..=b'9'] | [b'1'..=b'5', b'X' | b'x', b'X' | b'x'])
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Refs {
    Allowed,
    Refused,
}

impl<'de> DeserializeSeed<'de> for Node<'_, '_> {
    type Value = Leaf;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Leaf, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_, '_> {
    type Value = Leaf;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Leaf, E> {
        match self.null {
            Null::Allowed => Ok(Leaf::Null),
            Null::Refused => self.unfit(&Unfit::Null),
        }
    }

    fn visit_none<E: Error>(self) -> Result<Leaf, E> {
        self.visit_unit()
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Leaf, E> {
        match self.shape {
            Shape::Any | Shape::Ignored | Shape::Boolean | Shape::BooleanOr(_) => Ok(Leaf::Other),
            Shape::Text if self.reading == Reading::Direct => Ok(Leaf::Other),
            _ => self.unfit(&Unfit::Boolean(value)),
        }
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Leaf, E> {
        self.number(value, true)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Leaf, E> {
        let fits = value >= 0 || matches!(self.shape, Shape::Number);
        self.number(value, fits)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Leaf, E> {
        let fits = value.is_finite() && matches!(self.shape, Shape::Number);
        // The form that keeps the point: version 3.0 is not version 3.
        self.number(format_args!("{value:?}"), fits)
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<Leaf, E> {
        self.walk.report(large_integer(value, self.path.origin(&self.walk.root)));
        Ok(Leaf::Other)
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<Leaf, E> {
        self.walk.report(large_integer(value, self.path.origin(&self.walk.root)));
        Ok(Leaf::Other)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Leaf, E> {
        match self.shape {
            Shape::Any | Shape::Ignored | Shape::Text => Ok(Leaf::Other),
            Shape::Choice(words) => match words.iter().find(|word| **word == text) {
                Some(word) => Ok(Leaf::Word(word)),
                None => self.unfit(&Unfit::Text(text)),
            },
            Shape::TypeName(words) => {
                if !words.contains(&text) {
                    let origin = self.path.origin(&self.walk.root);
                    self.walk.warn(unknown_type(text, self.shape, origin));
                }
                Ok(Leaf::Other)
            }
            Shape::Version => self.version(text),
            Shape::SwaggerVersion => self.version(&format!("Swagger {text}")),
            _ => self.unfit(&Unfit::Text(text)),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<Leaf, A::Error> {
        let (shape, leaf) = match self.shape {
            Shape::Any | Shape::Ignored => (self.shape, Leaf::Other),
            Shape::List(shape) => (*shape, Leaf::Other),
            _ => {
                self.walk.report_unfit(self.path, self.shape, &Unfit::List);
                (&Shape::Ignored, Leaf::Unfit)
            }
        };
        let mut index = 0;
        loop {
            let path = Path { parent: Some(self.path), token: Token::Index(index) };
            if list.next_element_seed(self.child(&path, shape))?.is_none() {
                return Ok(leaf);
            }
            index += 1;
        }
    }

    fn visit_map<A: MapAccess<'de>>(mut self, map: A) -> Result<Leaf, A::Error> {
        if let Shape::BooleanOr(shape) = self.shape {
            self.shape = shape;
        }
        match self.shape {
            Shape::Object(object) => return self.object(object, map, Refs::Refused),
            Shape::Ref(object) => {
                self.reading = Reading::Buffered;
                return self.object(object, map, Refs::Allowed);
            }
            Shape::Any | Shape::Ignored => {
                self.reading = Reading::Buffered;
                self.map(self.shape, map)?;
            }
            Shape::Map(shape) => {
                self.map(shape, map)?;
            }
            Shape::Single(shape) => {
                let entries = self.map(shape, map)?;
                if entries != 1 {
                    return self.unfit(&Unfit::Entries(entries));
                }
            }
            _ => {
                self.walk.report_unfit(self.path, self.shape, &Unfit::Mapping);
                self.map(&Shape::Ignored, map)?;
                return Ok(Leaf::Unfit);
            }
        }
        Ok(Leaf::Other)
    }

    /// Takes a value with a tag of the author's own, which YAML allows and JSON has no place for.
    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<Leaf, A::Error> {
        let message = "a value with a YAML tag is not read";
        let found = Diagnostic::new(Code::Structure, self.path.origin(&self.walk.root), message);
        self.walk.report(found.help("remove the `!` and the word after it"));
        IgnoredAny.visit_enum(tagged)?;
        Ok(Leaf::Other)
    }
}

fn large_integer(value: impl fmt::Display, origin: Origin) -> Diagnostic {
    let message = format!("the integer {value} does not fit into 64 bits");
    Diagnostic::new(Code::Structure, origin, message).help("write it with an exponent, such as `1e30`, or in quotes")
}

fn unknown_type(text: &str, shape: &Shape, origin: Origin) -> Diagnostic {
    let message = format!("`{text}` is not a type of OpenAPI 3.0");
    let help = match text {
        "null" => "it is read as OpenAPI 3.1 does: null and nothing else; 3.0 has `nullable: true`".to_owned(),
        "file" => "it is read as any value; 3.0 has `type: string` with `format: binary`".to_owned(),
        _ => {
            let meant =
                unfit_help("type", shape, &Unfit::Text(text)).unwrap_or_else(|| format!("it can be {}", shape.describe()));
            format!("it is read as any value; {meant}")
        }
    };
    Diagnostic::new(Code::Structure, origin, message).help(help)
}

/// A key of a mapping, as text.
struct Key<'de> {
    text: Cow<'de, str>,
    kind: KeyKind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum KeyKind {
    Text,
    Number,
    Other,
}

struct KeySeed;

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Key<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl KeySeed {
    fn of<'de, E>(kind: KeyKind, text: impl Into<Cow<'de, str>>) -> Result<Key<'de>, E> {
        Ok(Key { text: text.into(), kind })
    }
}

impl<'de> Visitor<'de> for KeySeed {
    type Value = Key<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Key<'de>, E> {
        Self::of(KeyKind::Text, text)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Key<'de>, E> {
        Self::of(KeyKind::Text, text.to_owned())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Key<'de>, E> {
        Self::of(KeyKind::Number, value.to_string())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Key<'de>, E> {
        Self::of(KeyKind::Number, value.to_string())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Key<'de>, E> {
        Self::of(KeyKind::Number, format!("{value:?}"))
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<Key<'de>, E> {
        Self::of(KeyKind::Number, value.to_string())
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<Key<'de>, E> {
        Self::of(KeyKind::Number, value.to_string())
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Key<'de>, E> {
        Self::of(KeyKind::Other, value.to_string())
    }

    fn visit_unit<E: Error>(self) -> Result<Key<'de>, E> {
        Self::of(KeyKind::Other, "null")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Key<'de>, A::Error> {
        IgnoredAny.visit_seq(list)?;
        Self::of(KeyKind::Other, "[…]")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Key<'de>, A::Error> {
        IgnoredAny.visit_map(map)?;
        Self::of(KeyKind::Other, "{…}")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<Key<'de>, A::Error> {
        IgnoredAny.visit_enum(tagged)?;
        Self::of(KeyKind::Other, "!")
    }
}
