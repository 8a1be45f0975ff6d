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
    /// The path template.
    pub(super) path: &'a str,
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
                path,
                node,
                item: item.clone(),
            }));
        }
        operations
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
        let pointer = percent_decoded(fragment);
        let value = self.document.pointer(&pointer)?;
        Some(Node { value, pointer })
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
