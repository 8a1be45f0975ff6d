//! A walk over the whole text: it holds every key and value against the table of objects, and makes the tree as it goes.
//!
//! Says what `openapiv3` and `spec` keep to themselves (unknown and duplicate keys, siblings of `$ref`, values of another shape) and,
//! before `openapiv3` sees the text, what it would refuse. The latter is more than courtesy: on a failure it tries everything around
//! the place again, in time that doubles with each level of nesting.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Number;

use super::builder::Builder;
use super::findings::{Findings, Path, Token};
use super::keys::{KeyKind, KeySeed, Reading};
use super::keywords::Unfit;
use super::names::NameSet;
use super::objects::{Field, Names, Object, Presence, ROOT_SHAPE, Shape, Version};
use super::seen::{Leaf, Seen};
use super::tree::Tree;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::source::Origin;

/// A walk, and what it found so far.
pub(super) struct Walk<'t> {
    pub(super) findings: Findings,
    pub(super) tree: Builder<'t>,
    /// The version whose rules it goes by.
    pub(super) version: Version,
    /// The version of the text, if it is a later one than 3.0.
    pub(super) later_version: Option<Version>,
    /// Whether it ended early because the version is not one that it reads.
    pub(super) stopped: bool,
    /// Whether a mapping has a key `<<`, which merges another mapping into it (a type of YAML 1.1).
    pub(super) merge_keys: bool,
    /// Whether the tree has another form of what has to be a text: YAML takes `version: 1.10` for the number 1.1.
    pub(super) loses_texts: bool,
    pub(super) reading: Reading,
}

impl<'t> Walk<'t> {
    /// Starts a walk by the rules of a version. One by those of 3.0 stops where the text says that it is of a later version.
    pub(super) fn new(root: Origin, version: Version, reading: Reading) -> Self {
        Self {
            findings: Findings::new(root),
            tree: Builder::new(),
            version,
            later_version: version.is_later().then_some(version),
            stopped: false,
            merge_keys: false,
            loses_texts: false,
            reading,
        }
    }

    /// Walks a whole text. It fails where the text is not YAML or JSON, or when it is stopped.
    pub(super) fn whole<D: Deserializer<'t>>(&mut self, deserializer: D) -> Result<(), D::Error> {
        let path = Path { parent: None, token: Token::Root };
        let node = Node { walk: self, path: &path, shape: &ROOT_SHAPE, null: Null::Refused };
        node.deserialize(deserializer).map(|_| ())
    }

    /// Returns the list of what was found, and the tree, which is whole where no error was found.
    pub(super) fn into_parts(self) -> (Diagnostics, Tree<'t>) {
        (self.findings.into_list(), self.tree.finish())
    }
}

/// The keys of an object.
struct Entries<'de> {
    seen: Seen,
    /// Those that are not fields.
    others: NameSet<'de>,
    is_reference: bool,
    /// How many keys are `$ref`.
    references: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Null {
    Allowed,
    Refused,
}

/// A value that is about to be walked.
pub(super) struct Node<'w, 'p, 't> {
    pub(super) walk: &'w mut Walk<'t>,
    pub(super) path: &'p Path<'p>,
    pub(super) shape: &'static Shape,
    null: Null,
}

impl<'t> Node<'_, '_, 't> {
    fn child<'c>(&'c mut self, path: &'c Path<'c>, shape: &'static Shape) -> Node<'c, 'c, 't> {
        let shape = shape.in_version(self.walk.version);
        let null = if matches!(shape, Shape::Any | Shape::Ignored) { Null::Allowed } else { Null::Refused };
        Node { walk: self.walk, path, shape, null }
    }

    pub(super) fn origin(&self) -> Origin {
        self.path.origin(self.walk.findings.root())
    }

    fn object<A: MapAccess<'t>>(mut self, object: &'static Object, map: A, refs: Refs) -> Result<Leaf, A::Error> {
        let mark = self.walk.findings.mark();
        let entries = self.entries(object, map, refs)?;
        if entries.is_reference {
            // What the siblings of a `$ref` hold does not matter.
            self.walk.findings.forget_since(mark);
            if entries.references > 1 {
                self.walk.findings.report_duplicate(&Path { parent: Some(self.path), token: Token::Key("$ref") }, None);
            }
            self.report_siblings(entries);
        } else {
            self.check_object(&entries.seen);
        }
        Ok(Leaf::Other)
    }

    /// Walks the entries of an object.
    fn entries<A: MapAccess<'t>>(&mut self, object: &'static Object, mut map: A, refs: Refs) -> Result<Entries<'t>, A::Error> {
        let mut entries = Entries { seen: Seen::new(object), others: NameSet::default(), is_reference: false, references: 0 };
        let begun = self.walk.tree.begin_map();
        while let Some(key) = map.next_key_seed(KeySeed(self.walk.reading))? {
            let path = Path { parent: Some(self.path), token: Token::Key(&key.text) };
            let may_refer = refs == Refs::Allowed || object.names == Names::Expressions;
            if may_refer && key.text == "$ref" {
                entries.references += 1;
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
            self.walk.tree.keep_under(key.text);
        }
        self.walk.tree.end_map(begun);
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
        let begun = self.walk.tree.begin_map();
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
            self.walk.tree.keep_under(key.text);
        }
        self.walk.tree.end_map(begun);
        Ok(names.len())
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
        self.walk.tree.scalar(Tree::Null);
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
        self.walk.tree.scalar(Tree::Bool(value));
        match self.shape {
            Shape::Any | Shape::Ignored | Shape::Boolean | Shape::BooleanOr(_) => Ok(Leaf::Other),
            Shape::Text | Shape::Pattern if self.walk.reading == Reading::Yaml => self.text_of_another_form(),
            Shape::Pattern => self.left_out(&Unfit::Boolean(value)),
            _ => self.unfit(&Unfit::Boolean(value)),
        }
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Leaf, E> {
        self.walk.tree.scalar(Tree::Number(value.into()));
        self.number(value, true)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Leaf, E> {
        self.walk.tree.scalar(Tree::Number(value.into()));
        let fits = value >= 0 || matches!(self.shape, Shape::Number);
        self.number(value, fits)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Leaf, E> {
        self.walk.tree.scalar(Number::from_f64(value).map_or(Tree::Null, Tree::Number));
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
        self.walk.tree.scalar(Tree::Text(Cow::Borrowed(text)));
        self.text(text)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Leaf, E> {
        self.walk.tree.scalar(Tree::Text(Cow::Owned(text.to_owned())));
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
        let begun = self.walk.tree.begin_list();
        let mut index = 0;
        loop {
            let path = Path { parent: Some(self.path), token: Token::Index(index) };
            if list.next_element_seed(self.child(&path, shape))?.is_none() {
                self.walk.tree.end_list(begun);
                return Ok(leaf);
            }
            self.walk.tree.keep_item();
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
