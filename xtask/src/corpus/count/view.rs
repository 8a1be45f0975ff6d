//! A schema with all that it refers to and is made of, merged: what is held against the type that it became.

use std::collections::HashSet;

use indexmap::IndexMap;
use serde_json::Value;

use super::described::{Described, Node, is_reference};

/// A schema with its `$ref`s and `allOf`s merged.
#[derive(Default)]
pub(super) struct View<'a> {
    /// The places of the schemas that it consists of.
    pub(super) places: Vec<String>,
    /// These, and those of the `$ref`s that led to them.
    pub(super) ways: Vec<String>,
    pub(super) properties: IndexMap<&'a str, Vec<Node<'a>>>,
    pub(super) required: HashSet<&'a str>,
    pub(super) items: Vec<Node<'a>>,
    pub(super) additional: Vec<Node<'a>>,
    /// The values of each `enum`, and that of each `const`.
    enums: Vec<Vec<&'a Value>>,
    /// The branches of each `oneOf` and `anyOf` of more than one.
    pub(super) unions: Vec<Vec<Node<'a>>>,
}

impl<'a> View<'a> {
    /// Merges schemas.
    pub(super) fn of(described: &Described<'a>, schemas: &[Node<'a>]) -> Self {
        let mut view = Self::default();
        // What several of them refer to is in it once: schemas that lead back to themselves would double with each round.
        let mut seen = HashSet::new();
        for schema in schemas {
            view.merge(described, schema, &mut seen);
        }
        view
    }

    /// Returns the values that every enum of the schema has, without null.
    pub(super) fn values(&self) -> Vec<Value> {
        let Some((first, others)) = self.enums.split_first() else { return Vec::new() };
        let mut seen = HashSet::new();
        let values = first.iter().filter(|value| !value.is_null() && others.iter().all(|other| other.contains(value)));
        values.filter(|value| seen.insert(value.to_string())).map(|value| (*value).clone()).collect()
    }

    /// Merges a schema into a view: what it refers to, its `allOf`, and a `oneOf` or `anyOf` of a single branch.
    fn merge(&mut self, described: &Described<'a>, schema: &Node<'a>, seen: &mut HashSet<String>) {
        if !seen.insert(schema.pointer.clone()) {
            return;
        }
        self.ways.push(schema.pointer.clone());
        if is_reference(schema.value) {
            // Siblings of a `$ref` count since 3.1 only; the walk takes what they add where the target has it not.
            if let Some(target) = described.target(schema) {
                self.merge(described, &target, seen);
            }
            return;
        }
        self.places.push(schema.pointer.clone());
        for (name, property) in schema.entries("properties") {
            self.properties.entry(name).or_default().push(property);
        }
        let required = schema.value.get("required").and_then(Value::as_array).into_iter().flatten();
        self.required.extend(required.filter_map(Value::as_str));
        self.items.extend(schema.child("items").filter(|items| items.value.is_object()));
        self.additional.extend(schema.child("additionalProperties").filter(|schema| schema.value.is_object()));
        let listed = schema.value.get("enum").and_then(Value::as_array);
        self.enums.extend(listed.map(|values| values.iter().collect()));
        let constant = schema.value.get("const").filter(|value| described.is_later() && !value.is_object() && !value.is_array());
        self.enums.extend(constant.map(|value| vec![value]));
        for member in schema.items("allOf") {
            self.merge(described, &member, seen);
        }
        let mut groups = Vec::new();
        for keyword in ["oneOf", "anyOf"] {
            let branches: Vec<_> = schema.items(keyword).into_iter().filter(|branch| !is_null(branch.value)).collect();
            match branches.as_slice() {
                [] => {}
                [single] => self.merge(described, single, seen),
                _ => groups.push(branches),
            }
        }
        self.unions.extend(groups);
    }
}

fn is_null(schema: &Value) -> bool {
    schema.get("type").is_some_and(|ty| ty == "null")
}
