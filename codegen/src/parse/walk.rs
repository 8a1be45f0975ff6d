//! A walk over the whole text: it holds every key and value against the table of objects, and makes the tree as it goes.
//!
//! Says what `openapiv3` and `spec` keep to themselves (unknown and duplicate keys, siblings of `$ref`, values of another shape) and,
//! before `openapiv3` sees the text, what it would refuse. The latter is more than courtesy: on a failure it tries everything around
//! the place again, in time that doubles with each level of nesting.

use std::borrow::Cow;
use std::{fmt, mem};

use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Number;

use super::findings::{Findings, Path, Token};
use super::keys::{KeyKind, KeySeed, Reading};
use super::keywords::{Unfit, unknown_type};
use super::names::NameSet;
use super::objects::{Field, Names, Object, Presence, ROOT, Shape, Version};
use super::seen::{Leaf, Seen};
use super::tree::{Map, Tree};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::source::Origin;

/// A walk, and what it found so far.
pub(super) struct Walk<'t> {
    findings: Findings,
    version: Version,
    reading: Reading,
    stopped: bool,
    later_version: Option<Version>,
    merge_keys: bool,
    /// The value that was walked last.
    built: Tree<'t>,
    /// The entries of the maps that are open, and the items of the lists: each is given its own when its end is known, in the size that it
    /// needs.
    entries: Vec<(Cow<'t, str>, Tree<'t>)>,
    items: Vec<Tree<'t>>,
    loses_texts: bool,
}

impl<'t> Walk<'t> {
    /// Starts a walk by the rules of a version. One by those of 3.0 stops where the text says that it is of a later version.
    pub(super) fn new(root: Origin, version: Version, reading: Reading) -> Self {
        Self {
            findings: Findings::new(root),
            version,
            reading,
            stopped: false,
            later_version: version.is_later().then_some(version),
            merge_keys: false,
            built: Tree::Null,
            entries: Vec::new(),
            items: Vec::new(),
            loses_texts: false,
        }
    }

    /// Walks a whole text. It fails where the text is not YAML or JSON, or when [`Walk::stopped`].
    pub(super) fn whole<D: Deserializer<'t>>(&mut self, deserializer: D) -> Result<(), D::Error> {
        static SHAPE: Shape = Shape::Object(&ROOT);
        let path = Path { parent: None, token: Token::Root };
        let node = Node { walk: self, path: &path, shape: &SHAPE, null: Null::Refused };
        node.deserialize(deserializer).map(|_| ())
    }

    /// Returns the version of the text, if it is a later one than 3.0.
    pub(super) fn later_version(&self) -> Option<Version> {
        self.later_version
    }

    fn take_built(&mut self) -> Tree<'t> {
        mem::replace(&mut self.built, Tree::Null)
    }

    fn keep_entry(&mut self, key: Cow<'t, str>) {
        let value = self.take_built();
        self.entries.push((key, value));
    }

    /// Makes a map of the entries since there were so many.
    fn end_map(&mut self, kept: usize) {
        self.built = Tree::Map(Map::new(self.entries.split_off(kept)));
    }

    /// Tells whether the walk ended early because the version is not one that it reads.
    pub(super) fn stopped(&self) -> bool {
        self.stopped
    }

    /// Tells whether a mapping has a key `<<`, which merges another mapping into it (a type of YAML 1.1).
    pub(super) fn has_merge_keys(&self) -> bool {
        self.merge_keys
    }

    /// Returns the version whose rules it goes by.
    pub(super) fn version(&self) -> Version {
        self.version
    }

    /// Tells whether the tree has another form of what has to be a text: YAML takes `version: 1.10` for the number 1.1.
    pub(super) fn loses_texts(&self) -> bool {
        self.loses_texts
    }

    /// Returns the list of what was found, and the tree, which is whole where no error was found.
    pub(super) fn into_parts(self) -> (Diagnostics, Tree<'t>) {
        (self.findings.into_list(), self.built)
    }

    /// Returns what was found.
    pub(super) fn into_findings(self) -> Findings {
        self.findings
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
struct Node<'w, 'p, 't> {
    walk: &'w mut Walk<'t>,
    path: &'p Path<'p>,
    shape: &'static Shape,
    null: Null,
}

impl<'t> Node<'_, '_, 't> {
    fn child<'c>(&'c mut self, path: &'c Path<'c>, shape: &'static Shape) -> Node<'c, 'c, 't> {
        let shape = shape.in_version(self.walk.version);
        let null = if matches!(shape, Shape::Any | Shape::Ignored) { Null::Allowed } else { Null::Refused };
        Node { walk: self.walk, path, shape, null }
    }

    fn origin(&self) -> Origin {
        self.path.origin(self.walk.findings.root())
    }

    fn unfit<E>(self, unfit: &Unfit<'_>) -> Result<Leaf, E> {
        self.walk.findings.report_unfit(self.path, self.shape, unfit);
        Ok(Leaf::Unfit)
    }

    /// Leaves out a constraint that is not what it must be.
    fn left_out<E>(self, unfit: &Unfit<'_>) -> Result<Leaf, E> {
        self.walk.findings.report_left_out(self.path, self.shape, unfit);
        Ok(Leaf::Other)
    }

    fn number<E: Error>(self, number: impl fmt::Display, fits: bool) -> Result<Leaf, E> {
        match self.shape {
            Shape::Any | Shape::Ignored => Ok(Leaf::Other),
            Shape::Number | Shape::Count if fits => Ok(Leaf::Other),
            Shape::Text | Shape::Pattern if self.walk.reading == Reading::Yaml => self.text_of_another_form(),
            Shape::Pattern => self.left_out(&Unfit::Number(number.to_string())),
            Shape::Version if self.walk.reading == Reading::Yaml => {
                self.walk.loses_texts = true;
                self.version(&number.to_string())
            }
            Shape::SwaggerVersion => self.version(&format!("Swagger {number}")),
            _ => self.unfit(&Unfit::Number(number.to_string())),
        }
    }

    fn text_of_another_form<E>(self) -> Result<Leaf, E> {
        self.walk.loses_texts = true;
        Ok(Leaf::Other)
    }

    /// Looks at an integer that 64 bits don't hold. No number of 64 bits is so near to a limit that its rounding matters.
    fn beyond_64_bits<E>(self, value: impl fmt::Display, rounded: f64) -> Result<Leaf, E> {
        if !matches!(self.shape, Shape::Number) {
            self.walk.findings.report(large_integer(value, self.origin()));
        }
        self.walk.built = Number::from_f64(rounded).map_or(Tree::Null, Tree::Number);
        Ok(Leaf::Other)
    }

    /// Looks at the version, and stops the walk unless it is the one that it reads.
    fn version<E: Error>(self, version: &str) -> Result<Leaf, E> {
        let is = |minor: &str| version.strip_prefix(minor).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        let later = [("3.1", Version::V31), ("3.2", Version::V32)].into_iter().find(|(minor, _)| is(minor));
        if is("3.0") || later.is_some() && self.walk.version.is_later() {
            return Ok(Leaf::Other);
        }
        if let Some((_, version)) = later {
            self.walk.later_version = Some(version);
            self.walk.stopped = true;
            return Err(E::custom("the text is of a later version"));
        }
        let (code, message, help) = if version.starts_with("3.") {
            (Code::UnsupportedVersion, format!("OpenAPI {version} is not read yet"), "OpenAPI 3.0, 3.1 and 3.2 are")
        } else if version.starts_with("Swagger") {
            (
                Code::UnsupportedVersion,
                format!("{version} is no version of OpenAPI 3"),
                "Swagger 2.0 is rewritten to OpenAPI 3.0 before this; what came before it is not read",
            )
        } else {
            (
                Code::Structure,
                format!("`{version}` is not a version of OpenAPI"),
                "the versions that are read are 3.0, 3.1 and 3.2, such as `3.0.3`",
            )
        };
        let found = Diagnostic::new(code, self.origin(), message).help(help);
        self.walk.findings.replace_by(found);
        self.walk.stopped = true;
        Err(E::custom("the version is not read"))
    }

    fn object<A: MapAccess<'t>>(mut self, object: &'static Object, map: A, refs: Refs) -> Result<Leaf, A::Error> {
        let mark = self.walk.findings.mark();
        let entries = self.entries(object, map, refs)?;
        if entries.is_reference {
            // What the siblings of a `$ref` hold does not matter.
            self.walk.findings.forget_since(mark);
            self.report_siblings(entries);
        } else {
            self.check_object(&entries.seen);
        }
        Ok(Leaf::Other)
    }

    /// Walks the entries of an object.
    fn entries<A: MapAccess<'t>>(&mut self, object: &'static Object, mut map: A, refs: Refs) -> Result<Entries<'t>, A::Error> {
        let mut entries = Entries { seen: Seen::new(object), others: NameSet::default(), is_reference: false };
        let kept = self.walk.entries.len();
        while let Some(key) = map.next_key_seed(KeySeed(self.walk.reading))? {
            let path = Path { parent: Some(self.path), token: Token::Key(&key.text) };
            let may_refer = refs == Refs::Allowed || object.names == Names::Expressions;
            if may_refer && key.text == "$ref" {
                entries.is_reference = map.next_value_seed(self.child(&path, &Shape::Text))? == Leaf::Other;
            } else if let Some((index, field)) = object.field(&key.text, self.walk.version) {
                if !entries.seen.insert(index) {
                    self.walk.findings.report_duplicate(&path, None);
                }
                let mut node = self.child(&path, &field.shape);
                if field.presence == Presence::Optional {
                    node.null = Null::Allowed;
                }
                if field.presence == Presence::Unused {
                    node.walk.findings.report_unused(&path);
                }
                if field.since > node.walk.version {
                    node.walk.findings.report_later(&path, field.key, field.since);
                }
                entries.seen.leaves[index] = Some(map.next_value_seed(node)?);
            } else {
                let shape = self.other_key(object, &path);
                if !entries.others.insert(key.text.clone()) {
                    self.walk.findings.report_duplicate(&path, Some(shape));
                }
                map.next_value_seed(self.child(&path, shape))?;
            }
            self.walk.keep_entry(key.text);
        }
        self.walk.end_map(kept);
        Ok(entries)
    }

    fn report_siblings(self, entries: Entries<'_>) {
        for key in entries.seen.keys() {
            self.walk.findings.report_sibling(&Path { parent: Some(self.path), token: Token::Key(key) });
        }
        for key in entries.others.names().filter(|key| !key.starts_with("x-")) {
            self.walk.findings.report_sibling(&Path { parent: Some(self.path), token: Token::Key(key) });
        }
    }

    /// Reports what a whole object lacks.
    fn check_object(self, seen: &Seen) {
        let origin = || self.origin();
        let mut found = Diagnostics::default();
        for field in seen.missing(self.walk.version) {
            let lack = lack(seen.object, field, self.walk.version, origin());
            found.push(match field.presence {
                // What a later version does without can be done without.
                Presence::RequiredBefore(_) if self.walk.version.is_later() => Diagnostic { severity: Severity::Warning, ..lack },
                _ => lack,
            });
        }
        if let Some(check) = seen.object.check {
            check(seen, &origin, &mut found);
        }
        for found in found.iter() {
            self.walk.findings.report(found.clone());
        }
    }

    /// Returns what stands under a key that is not a field of the object; a key that has no business there is reported.
    fn other_key(&mut self, object: &'static Object, path: &Path<'_>) -> &'static Shape {
        let key = path.key();
        if let Some(shape) = object.shape_of_name(key) {
            return shape;
        }
        match object.names {
            Names::Expressions => {}
            Names::Paths => self.walk.findings.report_bad_name(path, "is not a path", "a path begins with `/`"),
            Names::Statuses => {
                self.walk.findings.report_bad_name(
                    path,
                    "is not a status",
                    "a status is a number such as `404`, a range such as `4XX`, or `default`",
                );
            }
            Names::None => {
                // Where this merges, the walk is done anew with what was merged.
                self.walk.merge_keys |= key == "<<";
                let version = self.walk.version;
                self.walk.findings.report_unknown(path, object, version);
            }
        }
        &Shape::Ignored
    }

    /// Walks a mapping with free names, and returns how many entries it has.
    fn map<A: MapAccess<'t>>(&mut self, shape: &'static Shape, mut map: A) -> Result<usize, A::Error> {
        let mut names = NameSet::default();
        let kept = self.walk.entries.len();
        while let Some(key) = map.next_key_seed(KeySeed(self.walk.reading))? {
            let path = Path { parent: Some(self.path), token: Token::Key(&key.text) };
            if key.text == "<<" {
                self.walk.merge_keys = true;
            }
            if key.kind != KeyKind::Text && !matches!(shape, Shape::Ignored) {
                self.walk.findings.report_key_kind(&path);
            }
            if !names.insert(key.text.clone()) {
                self.walk.findings.report_duplicate(&path, Some(shape));
            }
            map.next_value_seed(self.child(&path, shape))?;
            self.walk.keep_entry(key.text);
        }
        self.walk.end_map(kept);
        Ok(names.len())
    }

    /// Looks at a text.
    fn text<E: Error>(mut self, text: &str) -> Result<Leaf, E> {
        if let Shape::OneOrMany(shape) = self.shape {
            self.shape = shape;
        }
        match self.shape {
            Shape::Any | Shape::Ignored | Shape::Text | Shape::Pattern => Ok(Leaf::Other),
            Shape::ChoiceWithLater(_, _, later) if *later == text && !self.walk.version.is_later() => {
                self.unfit(&Unfit::Text(text))
            }
            Shape::Choice(_) | Shape::ChoiceWithLater(..) => {
                if let Shape::ChoiceWithLater(_, since, later) = self.shape
                    && *later == text
                    && *since > self.walk.version
                {
                    self.walk.findings.report_later(self.path, later, *since);
                }
                match self.shape.words().position(|word| word == text) {
                    Some(index) => Ok(Leaf::Word(u8::try_from(index).expect("the words of a choice are few"))),
                    None => self.unfit(&Unfit::Text(text)),
                }
            }
            Shape::TypeName(words) => {
                if !words.contains(&text) {
                    let origin = self.origin();
                    self.walk.findings.warn(unknown_type(text, self.shape, origin));
                }
                Ok(Leaf::Other)
            }
            Shape::Version => self.version(text),
            Shape::SwaggerVersion => self.version(&format!("Swagger {text}")),
            _ => self.unfit(&Unfit::Text(text)),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Refs {
    Allowed,
    Refused,
}

impl<'de> DeserializeSeed<'de> for Node<'_, '_, 'de> {
    type Value = Leaf;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Leaf, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_, '_, 'de> {
    type Value = Leaf;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Leaf, E> {
        self.walk.built = Tree::Null;
        match self.null {
            Null::Allowed => Ok(Leaf::Null),
            Null::Refused if self.walk.version.is_later() && self.shape.is_type_name() => {
                let found = Diagnostic::new(Code::Structure, self.origin(), "the type `null` must be in quotes");
                self.walk.findings.warn(found.help("it is read as if it were: \"null\""));
                Ok(Leaf::Other)
            }
            Null::Refused => self.unfit(&Unfit::Null),
        }
    }

    fn visit_none<E: Error>(self) -> Result<Leaf, E> {
        self.visit_unit()
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Leaf, E> {
        self.walk.built = Tree::Bool(value);
        match self.shape {
            Shape::Any | Shape::Ignored | Shape::Boolean | Shape::BooleanOr(_) => Ok(Leaf::Other),
            Shape::Text | Shape::Pattern if self.walk.reading == Reading::Yaml => self.text_of_another_form(),
            Shape::Pattern => self.left_out(&Unfit::Boolean(value)),
            _ => self.unfit(&Unfit::Boolean(value)),
        }
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Leaf, E> {
        self.walk.built = Tree::Number(value.into());
        self.number(value, true)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Leaf, E> {
        self.walk.built = Tree::Number(value.into());
        let fits = value >= 0 || matches!(self.shape, Shape::Number);
        self.number(value, fits)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Leaf, E> {
        self.walk.built = Number::from_f64(value).map_or(Tree::Null, Tree::Number);
        let fits = value.is_finite() && matches!(self.shape, Shape::Number);
        // The form that keeps the point: version 3.0 is not version 3.
        self.number(format_args!("{value:?}"), fits)
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<Leaf, E> {
        self.beyond_64_bits(value, value as f64)
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<Leaf, E> {
        self.beyond_64_bits(value, value as f64)
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Leaf, E> {
        self.walk.built = Tree::Text(Cow::Borrowed(text));
        self.text(text)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Leaf, E> {
        self.walk.built = Tree::Text(Cow::Owned(text.to_owned()));
        self.text(text)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<Leaf, A::Error> {
        let (shape, leaf) = match self.shape {
            Shape::Any | Shape::Ignored => (self.shape, Leaf::Other),
            Shape::List(shape) | Shape::OneOrMany(shape) => (*shape, Leaf::Other),
            _ => {
                self.walk.findings.report_unfit(self.path, self.shape, &Unfit::List);
                (&Shape::Ignored, Leaf::Unfit)
            }
        };
        let kept = self.walk.items.len();
        loop {
            let path = Path { parent: Some(self.path), token: Token::Index(self.walk.items.len() - kept) };
            if list.next_element_seed(self.child(&path, shape))?.is_none() {
                self.walk.built = Tree::List(self.walk.items.split_off(kept));
                return Ok(leaf);
            }
            let item = self.walk.take_built();
            self.walk.items.push(item);
        }
    }

    fn visit_map<A: MapAccess<'de>>(mut self, map: A) -> Result<Leaf, A::Error> {
        if let Shape::BooleanOr(shape) = self.shape {
            self.shape = shape;
        }
        match self.shape {
            Shape::Object(object) => return self.object(object, map, Refs::Refused),
            Shape::Ref(object) => {
                return self.object(object, map, Refs::Allowed);
            }
            Shape::Any | Shape::Ignored => {
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
                self.walk.findings.report_unfit(self.path, self.shape, &Unfit::Mapping);
                self.map(&Shape::Ignored, map)?;
                return Ok(Leaf::Unfit);
            }
        }
        Ok(Leaf::Other)
    }

    /// Takes a value with a tag of the author's own, which YAML allows and JSON has no place for.
    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<Leaf, A::Error> {
        let message = "a value with a YAML tag is not read";
        let found = Diagnostic::new(Code::Structure, self.origin(), message);
        self.walk.findings.report(found.help("remove the `!` and the word after it"));
        IgnoredAny.visit_enum(tagged)?;
        Ok(Leaf::Other)
    }
}

/// Says that an object lacks a field that its version requires.
fn lack(object: &Object, field: &Field, version: Version, origin: Origin) -> Diagnostic {
    let message = format!("this {} object has no `{}`", object.name, field.key);
    let help = match field.key {
        "openapi" => "begin the description with `openapi: 3.0.3`".to_owned(),
        _ => format!("OpenAPI {version} requires it"),
    };
    Diagnostic::new(Code::Structure, origin, message).help(help)
}

fn large_integer(value: impl fmt::Display, origin: Origin) -> Diagnostic {
    let message = format!("the integer {value} does not fit into 64 bits");
    Diagnostic::new(Code::Structure, origin, message).help("write it with an exponent, such as `1e30`, or in quotes")
}
