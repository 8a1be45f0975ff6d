//! The tree of a description, every node with its kind and its way from the root.

use bindery::kind::Kind;
use bindery::source::Pointer;
use serde_json::{Map, Value};

/// An object of up to so many keys is looked through faster than a key is hashed. Nearly all objects of a description are so small.
const FEW: usize = 8;

/// Returns what stands under a key of an object.
pub(crate) fn entry<'a>(object: &'a Map<String, Value>, key: &str) -> Option<&'a Value> {
    if object.len() > FEW {
        return object.get(key);
    }
    object.iter().find(|(name, _)| *name == key).map(|(_, value)| value)
}

/// Returns what stands under a key of a value, if that is an object.
pub(crate) fn field<'a>(value: &'a Value, key: &str) -> Option<&'a Value> {
    value.as_object().and_then(|object| entry(object, key))
}

/// Returns the only part of an `allOf`, which stands for the schema around it.
pub(crate) fn single_part(schema: &Value) -> Option<&Value> {
    match field(schema, "allOf")?.as_array()?.as_slice() {
        [part] => Some(part),
        _ => None,
    }
}

/// Tells whether a keyword of a schema is `true`.
pub(crate) fn is_true(schema: &Value, keyword: &str) -> bool {
    field(schema, keyword) == Some(&Value::Bool(true))
}

/// Returns what stands one step inside of a value.
pub(crate) fn step<'a>(value: &'a Value, token: &str) -> Option<&'a Value> {
    match value {
        Value::Object(map) => entry(map, token),
        // RFC 6901, section 4: an index has no sign and no zeros before it.
        Value::Array(list) if token == "0" || !token.starts_with(['+', '0']) => list.get(token.parse::<usize>().ok()?),
        _ => None,
    }
}

/// Returns what stands at the end of a pointer.
pub(crate) fn at<'a>(root: &'a Value, pointer: &Pointer) -> Option<&'a Value> {
    pointer.tokens().try_fold(root, |value, token| step(value, &token))
}

/// Names a node of a [`Tree`].
pub type NodeId = usize;

/// Every object and list of a description, in the order of the text, the outermost first. Values of the user's are left out.
pub struct Tree<'a> {
    /// The nodes.
    pub nodes: Vec<Node<'a>>,
}

/// An object or a list, and whatever stands where OpenAPI has an object.
#[derive(Clone, Copy)]
pub struct Node<'a> {
    /// What it is.
    pub kind: Kind,
    /// The node around it; the root is its own.
    pub parent: NodeId,
    /// How the node around it calls it.
    pub token: Token<'a>,
    /// What stands there.
    pub value: &'a Value,
}

/// A step from a node to one inside of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token<'a> {
    /// The key in an object.
    Key(&'a str),
    /// The position in a list, from 0.
    Index(usize),
}

impl<'a> Tree<'a> {
    /// Makes the tree of a whole description.
    pub fn new(root: &'a Value) -> Self {
        let mut tree = Self { nodes: vec![Node { kind: Kind::Root, parent: 0, token: Token::Key(""), value: root }] };
        tree.grow(0);
        tree
    }

    fn grow(&mut self, parent: NodeId) {
        let Node { kind, value, .. } = self.nodes[parent];
        match value {
            Value::Object(map) => {
                for (key, value) in map {
                    self.add(kind.child(key), parent, Token::Key(key), value);
                }
            }
            Value::Array(list) => {
                for (index, value) in list.iter().enumerate() {
                    self.add(kind.item(), parent, Token::Index(index), value);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    fn add(&mut self, kind: Kind, parent: NodeId, token: Token<'a>, value: &'a Value) {
        // Texts and numbers are looked at by the rules of the object around them; a boolean can be a schema.
        let is_node = value.is_object() || value.is_array() || kind == Kind::Schema;
        if is_node && kind != Kind::Data {
            self.nodes.push(Node { kind, parent, token, value });
            self.grow(self.nodes.len() - 1);
        }
    }

    /// Returns where a node is.
    pub fn pointer(&self, node: NodeId) -> Pointer {
        let mut way = Vec::new();
        let mut at = node;
        while at != 0 {
            way.push(self.nodes[at].token);
            at = self.nodes[at].parent;
        }
        let mut text = String::new();
        for token in way.into_iter().rev() {
            text.push('/');
            match token {
                Token::Key(key) if key.contains(['~', '/']) => text.push_str(&key.replace('~', "~0").replace('/', "~1")),
                Token::Key(key) => text.push_str(key),
                Token::Index(index) => text.push_str(&index.to_string()),
            }
        }
        Pointer::parse(&text).expect("it is escaped as pointers are")
    }

    /// Returns the node at the end of a pointer, whatever it is.
    pub fn at(&self, pointer: &Pointer) -> Option<&'a Value> {
        at(self.nodes[0].value, pointer)
    }

    /// Returns what a `$ref` within the description leads to; itself for a value that is none, or leads nowhere.
    pub fn behind(&self, value: &'a Value) -> &'a Value {
        let mut value = value;
        // A chain that is longer goes in a circle, or is nobody's.
        for _ in 0..64 {
            let target = field(value, "$ref").and_then(Value::as_str).filter(|text| text.starts_with('#'));
            match target.and_then(Pointer::parse).and_then(|pointer| self.at(&pointer)) {
                Some(target) => value = target,
                None => break,
            }
        }
        value
    }

    /// Returns the nodes of a kind.
    pub fn of(&self, kind: Kind) -> impl Iterator<Item = (NodeId, &Node<'a>)> {
        self.nodes.iter().enumerate().filter(move |(_, node)| node.kind == kind)
    }
}
