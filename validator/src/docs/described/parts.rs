//! A schema -> what it says together with all that holds beside it, and what its branches say.
//!
//! Branches are followed from a work list, each once, so that unions of unions cost what is written of them.

use std::collections::HashSet;

use bindery::source::Origin;
use bindery::spec::{AdditionalProperties, Document, JsonType, Schema, SchemaId};
use indexmap::IndexMap;
use serde_json::{Number, Value};

use super::super::claim::Said;
use super::super::range::{Limit, Measure, Range};
use super::super::shown::shown;
use super::super::types::{Alternative, Type};

/// How many lists of lists are looked into: more than any page shows.
const MAX_LISTS: usize = 8;

/// How many references to references are followed to tell whether two lead to the same.
const MAX_REFERENCES: usize = 64;

/// A schema with all that holds together with it: what references lead to, and the branches of `allOf`.
pub(super) struct Parts<'a>(pub(super) Vec<(SchemaId, &'a Schema)>);

/// Returns what lists of lists hold in the end; the schema itself where it is no list.
pub(super) fn item(document: &Document, id: SchemaId) -> SchemaId {
    let mut id = id;
    for _ in 0..MAX_LISTS {
        let Some(item) = Parts::of(document, id).items() else { break };
        id = item;
    }
    id
}

/// Follows references, and `allOf` of one branch, which gives a reference a description.
pub(super) fn resolved(document: &Document, id: SchemaId) -> SchemaId {
    let mut id = id;
    for _ in 0..MAX_REFERENCES {
        let schema = &document.schemas[id];
        let only_branch = || match schema.all_of.as_slice() {
            [branch] if schema.properties.is_empty() => Some(*branch),
            _ => None,
        };
        let Some(next) = schema.reference.or_else(only_branch) else { break };
        id = next;
    }
    id
}

/// A schema that has a say in a type.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Spoken {
    id: SchemaId,
    /// How many lists are around it.
    lists: usize,
    /// Something around it has the values.
    is_enum: bool,
}

/// Returns the type of a schema.
pub(super) fn ty(document: &Document, id: SchemaId) -> Type {
    let mut ty = Type { alternatives: Vec::new(), nullable: false };
    let mut seen = HashSet::new();
    let mut open = vec![Spoken { id, lists: 0, is_enum: false }];
    while let Some(spoken) = open.pop() {
        if seen.insert(spoken) {
            let parts = Parts::of(document, spoken.id);
            // A null in a list is none of the list.
            ty.nullable |= spoken.lists == 0 && parts.is_nullable();
            let inner = parts.add_types(&mut ty, spoken);
            // The last one pushed is looked at next.
            open.extend(inner.into_iter().rev());
        }
    }
    if ty.alternatives.is_empty() {
        ty.add(Alternative::of("any"));
    }
    ty
}

impl<'a> Parts<'a> {
    pub(super) fn of(document: &'a Document, id: SchemaId) -> Self {
        let mut parts = Vec::new();
        let mut seen = HashSet::new();
        let mut open = vec![id];
        while let Some(id) = open.pop() {
            if seen.insert(id) {
                let schema = &document.schemas[id];
                parts.push((id, schema));
                // The last one pushed is looked at next.
                open.extend(schema.all_of.iter().rev());
                open.extend(schema.reference);
            }
        }
        Self(parts)
    }

    fn items(&self) -> Option<SchemaId> {
        self.0.iter().find_map(|(_, schema)| schema.items)
    }

    fn is_nullable(&self) -> bool {
        self.0.iter().any(|(_, schema)| schema.nullable)
    }

    pub(super) fn branches(&self) -> impl Iterator<Item = SchemaId> {
        self.0.iter().flat_map(|(_, schema)| schema.one_of.iter().chain(&schema.any_of)).copied()
    }

    /// Adds the types that are said here, and returns what says the others.
    fn add_types(&self, ty: &mut Type, at: Spoken) -> Vec<Spoken> {
        let types = self.0.iter().find_map(|(_, schema)| schema.types.as_ref());
        let enumeration = self.0.iter().find_map(|(_, schema)| schema.enumeration.as_ref());
        let at = Spoken { is_enum: at.is_enum || enumeration.is_some(), ..at };
        let mut add = |one: Alternative| ty.add(Alternative { lists: one.lists + at.lists, is_enum: at.is_enum, ..one });
        let mut inner = Vec::new();
        if let Some(types) = types.filter(|types| !types.is_empty()) {
            for one in types {
                match (one, self.items().filter(|_| at.lists < MAX_LISTS)) {
                    (JsonType::Array, Some(id)) => inner.push(Spoken { id, lists: at.lists + 1, ..at }),
                    (JsonType::Array, None) => add(Alternative { lists: 1, ..Alternative::of("any") }),
                    (one, _) => add(self.simple(*one)),
                }
            }
        } else if let Some(values) = enumeration {
            values.iter().for_each(|value| add(Alternative::of(base_of(value))));
        } else if types.is_none() && self.branches().next().is_some() {
            inner.extend(self.branches().map(|id| Spoken { id, ..at }));
        } else if self.0.iter().any(|(_, schema)| !schema.properties.is_empty()) {
            add(Alternative::of("object"));
        } else {
            add(Alternative::of(if self.is_nullable() { "never" } else { "any" }));
        }
        inner
    }

    /// Returns a type that is no list.
    fn simple(&self, one: JsonType) -> Alternative {
        let format = || self.0.iter().find_map(|(_, schema)| schema.format.clone()).filter(|format| is_plain(format));
        let formatted = |base| Alternative { format: format(), ..Alternative::of(base) };
        match one {
            JsonType::Boolean => Alternative::of("boolean"),
            JsonType::Integer => formatted("integer"),
            JsonType::Number => formatted("number"),
            JsonType::String => formatted("string"),
            JsonType::Object => Alternative::of("object"),
            JsonType::Array => Alternative::of("any"),
        }
    }

    pub(super) fn values(&self) -> Option<Said<Vec<String>, Origin>> {
        self.0.iter().find_map(|(_, schema)| {
            let values = schema.enumeration.as_ref()?.iter().map(shown).collect();
            Some(Said { value: values, place: schema.origin.child("enum") })
        })
    }

    pub(super) fn range(&self, ty: &Type) -> Option<Said<Range, Origin>> {
        let limit = |number: &Option<Number>, exclusive: bool| {
            number.as_ref().map(|number| Limit { number: number.to_string(), exclusive })
        };
        let size = |size: Option<u64>| size.map(|size| Limit { number: size.to_string(), exclusive: false });
        let base = ty.alternatives.first()?;
        self.0.iter().find_map(|(_, it)| {
            let (of, min, max, keyword) = match (base.lists > 0, base.base) {
                (true, _) => (Measure::Items, size(it.min_items), size(it.max_items), "Items"),
                (false, "string") => (Measure::Length, size(it.min_length), size(it.max_length), "Length"),
                (false, "integer" | "number") => {
                    let min = limit(&it.minimum, false).or_else(|| limit(&it.exclusive_minimum, true));
                    let max = limit(&it.maximum, false).or_else(|| limit(&it.exclusive_maximum, true));
                    (Measure::Number, min, max, "imum")
                }
                _ => return None,
            };
            let keyword = if min.is_some() { format!("min{keyword}") } else { format!("max{keyword}") };
            let place = it.origin.child(&keyword);
            (min.is_some() || max.is_some()).then_some(Said { value: Range { of, min, max }, place })
        })
    }

    /// Returns the properties, of branches too. Those that have any name come last.
    pub(super) fn properties(&self, document: &'a Document) -> IndexMap<&'a str, SchemaId> {
        let mut all = IndexMap::new();
        let mut others = self.add_properties(&mut all);
        let mut seen = HashSet::new();
        let mut open: Vec<SchemaId> = self.branches().collect();
        open.reverse();
        while let Some(branch) = open.pop() {
            if seen.insert(branch) {
                let parts = Self::of(document, item(document, branch));
                let more = parts.add_properties(&mut all);
                others = others.or(more);
                let start = open.len();
                open.extend(parts.branches());
                open[start..].reverse();
            }
        }
        if let Some(other) = others {
            all.entry("*").or_insert(other);
        }
        all
    }

    /// Adds the properties of the schema itself; returns what those are that have any name.
    fn add_properties(&self, all: &mut IndexMap<&'a str, SchemaId>) -> Option<SchemaId> {
        for (name, property) in self.0.iter().flat_map(|(_, schema)| &schema.properties) {
            all.entry(name.as_str()).or_insert(*property);
        }
        self.0.iter().find_map(|(_, schema)| match schema.additional_properties {
            AdditionalProperties::Schema(other) => Some(other),
            AdditionalProperties::Unsaid | AdditionalProperties::Any | AdditionalProperties::Forbidden => None,
        })
    }

    /// Returns the properties that have to be there, whichever branch holds; a single branch beside null always does.
    pub(super) fn required(&self, document: &'a Document) -> HashSet<&'a str> {
        let own = |parts: &Self| parts.0.iter().flat_map(|(_, schema)| &schema.required).map(String::as_str).collect::<Vec<_>>();
        let mut names: HashSet<&str> = own(self).into_iter().collect();
        let mut seen = HashSet::new();
        let mut next = self.only_branch(document);
        while let Some(branch) = next.filter(|branch| seen.insert(*branch)) {
            let parts = Self::of(document, item(document, branch));
            names.extend(own(&parts));
            next = parts.only_branch(document);
        }
        names
    }

    /// Returns what has to be there and is no property that is described, with the place that says so. Where any other property has a
    /// schema, it is described by that.
    pub(super) fn only_required(&self, document: &'a Document) -> IndexMap<&'a str, Origin> {
        let properties = self.properties(document);
        let schemas = self.0.iter().filter(|_| !properties.contains_key("*"));
        let names = schemas.flat_map(|(_, schema)| schema.required.iter().map(|name| (name.as_str(), &schema.origin)));
        let unknown = names.filter(|(name, _)| !properties.contains_key(name));
        unknown.map(|(name, origin)| (name, origin.child("required"))).collect()
    }

    fn only_branch(&self, document: &Document) -> Option<SchemaId> {
        let mut others = self.branches().filter(|branch| ty(document, *branch).to_string() != "null");
        let only = others.next()?;
        others.next().is_none().then_some(only)
    }
}

fn base_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "never",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) | Value::Object(_) => "any",
    }
}

/// Tells whether a format is a word, as pages write it.
fn is_plain(format: &str) -> bool {
    !format.is_empty() && format.chars().all(|it| it.is_ascii_alphanumeric() || "-_.+".contains(it))
}
