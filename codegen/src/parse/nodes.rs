//! Text -> a tree whose nodes know where they stand, for what has to be rearranged before it is read: several files, overlays, Swagger 2.0.
//!
//! A place is carried by each node, so that it goes along when a node is moved, copied or put under another key. Nothing here knows
//! OpenAPI.

use std::fmt;

use indexmap::IndexMap;
use indexmap::map::Entry;
use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor};
use serde_json::{Number, Value};

use super::keys::{KeySeed, Reading};
use super::syntax::{self, Failure};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::source::{DocumentId, Format, Origin, Source, Sources};

/// A value, and where it comes from.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) origin: Origin,
    pub(crate) content: Content,
}

/// What a [`Node`] holds.
#[derive(Clone, Debug)]
pub(crate) enum Content {
    /// Null, a boolean, a number or a string.
    Scalar(Value),
    List(Vec<Node>),
    Map(Map),
}

/// The entries of a mapping, in order.
pub(crate) type Map = IndexMap<String, Node>;

impl Node {
    pub(crate) fn new(origin: Origin, content: Content) -> Self {
        Self { origin, content }
    }

    pub(crate) fn text(origin: Origin, text: impl Into<String>) -> Self {
        Self::new(origin, Content::Scalar(Value::String(text.into())))
    }

    pub(crate) fn as_map(&self) -> Option<&Map> {
        match &self.content {
            Content::Map(map) => Some(map),
            Content::Scalar(_) | Content::List(_) => None,
        }
    }

    pub(crate) fn as_map_mut(&mut self) -> Option<&mut Map> {
        match &mut self.content {
            Content::Map(map) => Some(map),
            Content::Scalar(_) | Content::List(_) => None,
        }
    }

    pub(crate) fn as_list(&self) -> Option<&[Node]> {
        match &self.content {
            Content::List(list) => Some(list),
            Content::Scalar(_) | Content::Map(_) => None,
        }
    }

    pub(crate) fn as_str(&self) -> Option<&str> {
        match &self.content {
            Content::Scalar(Value::String(text)) => Some(text),
            Content::Scalar(_) | Content::List(_) | Content::Map(_) => None,
        }
    }

    pub(crate) fn is_true(&self) -> bool {
        matches!(self.content, Content::Scalar(Value::Bool(true)))
    }

    /// Returns what stands under a key of a mapping.
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        self.as_map()?.get(key)
    }

    /// Returns what stands under a token of a JSON Pointer: a key, or an index.
    pub(crate) fn child(&self, token: &str) -> Option<&Node> {
        match &self.content {
            Content::Map(map) => map.get(token),
            Content::List(list) => list.get(token.parse::<usize>().ok()?),
            Content::Scalar(_) => None,
        }
    }

    /// Returns the text of a node that is only a reference, or a reference with siblings.
    pub(crate) fn reference(&self) -> Option<&str> {
        self.get("$ref")?.as_str()
    }

    /// Counts the node and all below it.
    pub(crate) fn size(&self) -> usize {
        match &self.content {
            Content::Scalar(_) => 1,
            Content::List(list) => 1 + list.iter().map(Self::size).sum::<usize>(),
            Content::Map(map) => 1 + map.values().map(Self::size).sum::<usize>(),
        }
    }

    /// Returns the same without places.
    pub(crate) fn to_value(&self) -> Value {
        match &self.content {
            Content::Scalar(value) => value.clone(),
            Content::List(list) => list.iter().map(Self::to_value).collect(),
            Content::Map(map) => Value::Object(map.iter().map(|(key, node)| (key.clone(), node.to_value())).collect()),
        }
    }
}

/// Reads a text into a tree. A key that stands twice in a mapping is reported; the last one is kept.
///
/// Fails with the one finding that says why the text is not YAML or JSON.
#[expect(clippy::result_large_err, reason = "it is called once for each file of a run")]
pub(crate) fn read_nodes(sources: &Sources, document: DocumentId) -> Result<(Node, Diagnostics), Diagnostic> {
    let source = sources.get(document);
    let root = Origin::root(document);
    let mut found = Diagnostics::default();
    let read = match source.format {
        Format::Json => read_json(source, &root, &mut found),
        Format::Yaml => read_yaml(source, &root, &mut found),
    };
    read.map(|node| (node, found)).map_err(|failure| failure.report(&source.text, root))
}

fn read_json(source: &Source, root: &Origin, found: &mut Diagnostics) -> Result<Node, Failure> {
    syntax::check_json_depth(&source.text)?;
    let mut deserializer = syntax::json(&source.text);
    let mut shared = Shared { found, merge_keys: false, reading: Reading::Values };
    let read = Seed { shared: &mut shared, origin: root.clone() }.deserialize(&mut deserializer);
    match read.and_then(|node| deserializer.end().map(|()| node)) {
        Ok(node) => Ok(node),
        // A mapping in braces can be YAML that is not JSON; if it is not that either, it was meant to be JSON.
        Err(error) => {
            found.truncate(0);
            read_yaml(source, root, found).map_err(|_| Failure::json(&error, &source.text))
        }
    }
}

fn read_yaml(source: &Source, root: &Origin, found: &mut Diagnostics) -> Result<Node, Failure> {
    syntax::check_flow_depth(&source.text)?;
    let mut shared = Shared { found, merge_keys: false, reading: Reading::Yaml };
    let deserializer = serde_yaml::Deserializer::from_str(&source.text);
    let seed = Seed { shared: &mut shared, origin: root.clone() };
    let node = seed.deserialize(deserializer).map_err(|error| Failure::yaml(&error, Code::Syntax))?;
    if !shared.merge_keys || shared.found.has_errors() {
        return Ok(node);
    }
    let merged = syntax::merge_yaml(&source.text)?;
    // What is wrong with the keys has been found when they were not merged.
    let mut shared = Shared { found: &mut Diagnostics::default(), merge_keys: false, reading: Reading::Values };
    let seed = Seed { shared: &mut shared, origin: root.clone() };
    seed.deserialize(&merged).map_err(|error| Failure::yaml(&error, Code::Structure))
}

/// What the nodes of one text share.
struct Shared<'f> {
    found: &'f mut Diagnostics,
    merge_keys: bool,
    reading: Reading,
}

impl Shared<'_> {
    fn report_duplicate(&mut self, key: &str, origin: Origin) {
        let message = format!("the key `{key}` stands there twice");
        let found = Diagnostic::new(Code::DuplicateKey, origin.clone(), message).related("it stands here first", origin.clone());
        let is_data = |token: &str| matches!(token, "example" | "examples" | "default") || token.starts_with("x-");
        let harmless = origin.pointer.parent().is_some_and(|parent| parent.tokens().any(|token| is_data(&token)));
        self.found.push(match harmless {
            true => Diagnostic { severity: Severity::Warning, ..found.help("the last one is used") },
            false => found,
        });
    }
}

struct Seed<'r, 'f> {
    shared: &'r mut Shared<'f>,
    origin: Origin,
}

impl Seed<'_, '_> {
    fn scalar<E>(self, value: impl Into<Value>) -> Result<Node, E> {
        Ok(Node::new(self.origin, Content::Scalar(value.into())))
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_, '_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_, '_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Node, E> {
        self.scalar(Value::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Node, E> {
        self.visit_unit()
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Node, E> {
        self.scalar(value)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Node, E> {
        self.scalar(value)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Node, E> {
        self.scalar(value)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Node, E> {
        self.scalar(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<Node, E> {
        self.visit_f64(value as f64)
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<Node, E> {
        self.visit_f64(value as f64)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Node, E> {
        self.scalar(text)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Node, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element_seed(Seed { shared: self.shared, origin: self.origin.index(items.len()) })? {
            items.push(item);
        }
        Ok(Node::new(self.origin, Content::List(items)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let mut entries = Map::new();
        while let Some(key) = map.next_key_seed(KeySeed(self.shared.reading))? {
            let origin = self.origin.child(&key.text);
            self.shared.merge_keys |= key.text == "<<";
            let value = map.next_value_seed(Seed { shared: self.shared, origin: origin.clone() })?;
            match entries.entry(key.text.into_owned()) {
                Entry::Vacant(entry) => {
                    entry.insert(value);
                }
                Entry::Occupied(mut entry) => {
                    self.shared.report_duplicate(entry.key(), origin);
                    entry.insert(value);
                }
            }
        }
        Ok(Node::new(self.origin, Content::Map(entries)))
    }

    /// Takes a value with a YAML tag of the author's own as if it had none.
    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<Node, A::Error> {
        let (_, variant) = tagged.variant::<serde::de::IgnoredAny>()?;
        variant.newtype_variant_seed(self)
    }
}
