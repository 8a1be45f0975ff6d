//! The JSON of a description, with its references followed.

use serde_json::{Map, Value};

/// The methods that a path item can have (OpenAPI 3.2, "Path Item Object").
const METHODS: [&str; 9] = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

/// How many `$ref`s lead to another before it is given up.
const MAX_HOPS: usize = 32;

/// A description.
pub(super) struct Described<'a> {
    document: &'a Value,
}

/// A node of the description, with its JSON Pointer.
#[derive(Clone, Debug)]
pub(super) struct Node<'a> {
    pub(super) value: &'a Value,
    pub(super) pointer: String,
}

impl<'a> Node<'a> {
    /// Returns what stands under a key.
    pub(super) fn child(&self, key: &str) -> Option<Self> {
        Some(Self { value: self.value.get(key)?, pointer: child(&self.pointer, key) })
    }

    /// Returns what stands under a key, by keys, if it is an object; else nothing.
    pub(super) fn entries(&self, key: &str) -> Vec<(&'a str, Self)> {
        let holder = child(&self.pointer, key);
        let entries = self.value.get(key).and_then(Value::as_object).into_iter().flatten();
        entries.map(|(name, value)| (name.as_str(), Self { value, pointer: child(&holder, name) })).collect()
    }

    /// Returns the items of the list under a key, if it is one.
    pub(super) fn items(&self, key: &str) -> Vec<Self> {
        let holder = child(&self.pointer, key);
        let items = self.value.get(key).and_then(Value::as_array).into_iter().flatten();
        items.enumerate().map(|(index, value)| Self { value, pointer: format!("{holder}/{index}") }).collect()
    }

    /// Returns the text under a key.
    pub(super) fn text(&self, key: &str) -> Option<&'a str> {
        self.value.get(key)?.as_str()
    }

    /// Tells whether `true` stands under a key.
    pub(super) fn flag(&self, key: &str) -> bool {
        self.value.get(key).and_then(Value::as_bool).unwrap_or_default()
    }
}

/// An operation of the description.
pub(super) struct Operation<'a> {
    /// The HTTP method in capitals.
    pub(super) method: String,
    /// The path template, without what of its query is described as parameters too.
    pub(super) path: String,
    /// The operation itself.
    pub(super) node: Node<'a>,
    /// The path item that it stands in.
    pub(super) item: Node<'a>,
}

impl<'a> Described<'a> {
    pub(super) fn new(document: &'a Value) -> Self {
        Self { document }
    }

    /// Returns the whole document.
    pub(super) fn value(&self) -> &'a Value {
        self.document
    }

    fn root(&self) -> Node<'a> {
        Node { value: self.document, pointer: String::new() }
    }

    /// Returns what is under a key of `components`, by names.
    pub(super) fn components(&self, kind: &str) -> Vec<(&'a str, Node<'a>)> {
        self.root().child("components").map(|components| components.entries(kind)).unwrap_or_default()
    }

    /// Returns every operation under `paths`.
    pub(super) fn operations(&self) -> Vec<Operation<'a>> {
        let mut operations = Vec::new();
        for (path, item) in self.root().entries("paths") {
            if !path.starts_with('/') {
                continue;
            }
            let item = self.follow(item);
            let methods = METHODS.iter().filter_map(|method| Some((*method, item.child(method)?)));
            operations.extend(methods.filter(|(_, node)| node.value.is_object()).map(|(method, node)| Operation {
                method: method.to_ascii_uppercase(),
                path: self.mended_path(path, &[&item, &node]),
                node,
                item: item.clone(),
            }));
        }
        operations
    }

    /// Takes out of a path the entries of its query that are described as query parameters, as the generator does with a warning.
    fn mended_path(&self, path: &str, holders: &[&Node<'a>]) -> String {
        let Some((before, query)) = path.split_once('?') else { return path.to_owned() };
        let parameters = holders.iter().flat_map(|holder| holder.items("parameters")).map(|parameter| self.follow(parameter));
        let in_query = parameters.filter(|parameter| parameter.text("in") == Some("query"));
        let names: Vec<_> = in_query.filter_map(|parameter| parameter.text("name")).collect();
        let is_described = |entry: &&str| names.contains(&entry.split('=').next().unwrap_or_default());
        let kept: Vec<_> = query.split('&').filter(|entry| !is_described(entry)).collect();
        if kept.is_empty() { before.to_owned() } else { format!("{before}?{}", kept.join("&")) }
    }

    /// Tells whether the description is of 3.1 or 3.2, whose schemas are those of JSON Schema 2020-12.
    pub(super) fn is_later(&self) -> bool {
        self.root().text("openapi").is_some_and(|version| version.starts_with("3.1") || version.starts_with("3.2"))
    }

    /// Follows the `$ref`s of a node, as far as they lead into this document.
    pub(super) fn follow(&self, mut node: Node<'a>) -> Node<'a> {
        for _ in 0..MAX_HOPS {
            match self.target(&node) {
                Some(target) => node = target,
                None => break,
            }
        }
        node
    }

    /// Returns what the `$ref` of a node leads to.
    pub(super) fn target(&self, node: &Node<'a>) -> Option<Node<'a>> {
        let fragment = node.text("$ref")?.strip_prefix('#')?;
        self.node_at(&percent_decoded(fragment), MAX_HOPS)
    }

    /// Returns what stands at a pointer. What stands beside a `$ref` says nothing in 3.0, so a pointer through one goes on where it leads.
    fn node_at(&self, pointer: &str, hops: usize) -> Option<Node<'a>> {
        let mut value = self.document;
        let mut rest = pointer;
        while let Some(tail) = rest.strip_prefix('/') {
            if is_reference(value) && !self.is_later() {
                let fragment = value.get("$ref")?.as_str()?.strip_prefix('#')?;
                return self.node_at(&format!("{}{rest}", percent_decoded(fragment)), hops.checked_sub(1)?);
            }
            let end = tail.find('/').unwrap_or(tail.len());
            value = value.pointer(&rest[..=end])?;
            rest = &tail[end..];
        }
        Some(Node { value, pointer: pointer.to_owned() })
    }
}

/// Tells whether a schema does nothing but refer to another place.
pub(super) fn is_reference(value: &Value) -> bool {
    value.as_object().is_some_and(|object: &Map<String, Value>| object.get("$ref").is_some_and(Value::is_string))
}

fn child(pointer: &str, key: &str) -> String {
    format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"))
}

/// Decodes a URI fragment (RFC 3986, section 2.1).
fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = (bytes[at] == b'%').then(|| text.get(at + 1..at + 3)).flatten();
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}
