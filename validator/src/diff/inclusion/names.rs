//! Objects whose properties are described by patterns of their names -> whether all of them satisfy such patterns of another schema.
//!
//! For each pattern of the outer schema, and for the names that none of its patterns has, it is asked of the inner one what values
//! properties of these names have. Which names those are is decided by automata, and whether the values are right by whoever asks.

use serde_json::{Map, Value, json};

use super::draw::draw;
use super::texts::{Texts, find, literal};

/// More patterns than these are not compared.
const MANY: usize = 12;

/// How many objects are tried with a property, and how many values of it.
const FEW: usize = 6;

/// What a comparison needs to know.
pub(super) struct Question<'q> {
    /// The inner description.
    pub(super) values: &'q Value,
    /// The parts of the inner schema that hold together.
    pub(super) inner: &'q [Value],
    /// The parts of the outer schema.
    pub(super) outer: &'q [Value],
    /// Tells whether all values of an inner schema are right by an outer one.
    pub(super) is_within: &'q dyn Fn(&Value, &Value) -> bool,
}

/// Tells whether all objects are right, and which ones might not be.
pub(super) fn compare(question: &Question<'_>) -> (bool, Vec<Value>) {
    let nodes = |parts: &[Value]| parts.iter().flat_map(nodes).collect::<Vec<_>>();
    let (mut inner, outer) = (nodes(question.inner), nodes(question.outer));
    if inner.is_empty() {
        inner.push(Node::default());
    }
    let count = |nodes: &[Node]| nodes.iter().map(|node| node.patterns.len() + node.properties.len()).sum::<usize>();
    if count(&inner) > MANY || count(&outer) > MANY {
        return (false, Vec::new());
    }
    let mut candidates = Vec::new();
    let mut all = true;
    for (names, limit) in outer.iter().flat_map(Node::limits) {
        let found: Vec<Found> = inner.iter().map(|node| node.is_within(&names, &limit, question)).collect();
        if !found.contains(&Found::Within) {
            all = false;
            candidates.extend(found.into_iter().filter_map(|found| found.property()).flat_map(|it| objects(question, it)));
        }
    }
    (all, candidates)
}

/// Makes objects that have a property.
fn objects(question: &Question<'_>, (name, schema): (String, Value)) -> Vec<Value> {
    let whole = json!({ "allOf": question.inner });
    let all = draw(question.values, &whole).into_iter();
    let objects: Vec<_> = all.filter(Value::is_object).chain([json!({})]).take(FEW).collect();
    let values: Vec<_> = draw(question.values, &schema).into_iter().take(FEW).collect();
    let with = |object: &Value, value: &Value| {
        let mut object = object.clone();
        object[&name] = value.clone();
        object
    };
    objects.iter().flat_map(|object| values.iter().map(|value| with(object, value)).collect::<Vec<_>>()).collect()
}

/// A set of names: those that match all of some patterns and none of others.
#[derive(Clone, Default)]
struct Names {
    all: Vec<String>,
    none: Vec<String>,
}

impl Names {
    /// Looks for a name that matches one more pattern, and none of others.
    fn find(&self, more: Option<&str>, except: &[String]) -> Texts {
        let all: Vec<&str> = self.all.iter().map(String::as_str).chain(more).collect();
        let none: Vec<&str> = self.none.iter().chain(except).map(String::as_str).collect();
        find(&all, &none)
    }
}

/// What is found out of the values of properties.
#[derive(PartialEq)]
enum Found {
    /// All are right.
    Within,
    /// A property of this name has values by this schema, which might not be.
    Beyond(String, Value),
    Open,
}

impl Found {
    fn property(self) -> Option<(String, Value)> {
        match self {
            Self::Beyond(name, schema) => Some((name, schema)),
            Self::Within | Self::Open => None,
        }
    }
}

/// The keywords of a schema that describe properties.
#[derive(Default)]
struct Node {
    properties: Vec<(String, Value)>,
    patterns: Vec<(String, Value)>,
    others: Option<Value>,
}

/// Takes a part apart: what stands in an `allOf` in it holds too.
fn nodes(part: &Value) -> Vec<Node> {
    let entries = |keyword: &str| -> Vec<(String, Value)> {
        let map = part.get(keyword).and_then(Value::as_object);
        map.into_iter().flat_map(Map::iter).map(|(name, schema)| (name.clone(), schema.clone())).collect()
    };
    let own = Node {
        properties: entries("properties"),
        patterns: entries("patternProperties"),
        others: part.get("additionalProperties").cloned(),
    };
    let inner = part.get("allOf").and_then(Value::as_array).into_iter().flatten().flat_map(nodes);
    std::iter::once(own).chain(inner).collect()
}

impl Node {
    /// What it asks of which names. What it says of named properties is told elsewhere.
    fn limits(&self) -> Vec<(Names, Value)> {
        let of_pattern =
            |(pattern, schema): &(String, Value)| (Names { all: vec![pattern.clone()], none: Vec::new() }, schema.clone());
        let none =
            || self.patterns.iter().map(|it| it.0.clone()).chain(self.properties.iter().map(|it| literal(&it.0))).collect();
        let others = self.others.iter().map(|schema| (Names { all: Vec::new(), none: none() }, schema.clone()));
        self.patterns.iter().map(of_pattern).chain(others).collect()
    }

    /// Tells whether the properties of some names that it allows are right by a limit.
    fn is_within(&self, names: &Names, limit: &Value, question: &Question<'_>) -> Found {
        let literals = self.properties.iter().map(|(name, schema)| (literal(name), schema));
        let described = literals.chain(self.patterns.iter().map(|(pattern, schema)| (pattern.clone(), schema)));
        let (good, bad): (Vec<_>, Vec<_>) = described.partition(|(_, schema)| (question.is_within)(schema, limit));
        let good: Vec<String> = good.into_iter().map(|(pattern, _)| pattern).collect();
        let found = |texts: Texts, schema: &Value| match texts {
            Texts::Included => Found::Within,
            Texts::Excluded(name) => Found::Beyond(name, schema.clone()),
            Texts::Open => Found::Open,
        };
        let any = json!(true);
        let others = self.others.as_ref().unwrap_or(&any);
        for (pattern, schema) in &bad {
            let found = found(names.find(Some(pattern), &good), schema);
            if found != Found::Within {
                return found;
            }
        }
        match (question.is_within)(others, limit) {
            true => Found::Within,
            false => found(names.find(None, &good), others),
        }
    }
}
