//! A converted schema -> values that should satisfy it: the least, the most, and each of what it leaves open.

use std::cell::Cell;
use std::collections::HashSet;

use serde_json::{Map, Value, json};

use crate::alternatives::{Flat, alternatives, type_names};
use crate::scalars::scalars;
use crate::schemas::Schemas;

/// Objects within objects get all their properties down to this depth.
const FULL_DEPTH: usize = 4;

/// A value that has to be deeper than this has no end.
const MAX_DEPTH: usize = 20;

/// A value has no more nodes than this; beyond, everything gets the least.
const MAX_NODES: usize = 1500;

/// Lists are made no longer than this, unless they have to be.
const MAX_ITEMS: u64 = 30;

/// How much of what is optional a value has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Amount {
    /// Nothing.
    Least,
    /// Everything.
    Most,
}

/// Makes values of the schemas of a description.
pub(crate) struct Maker<'a> {
    schemas: &'a Schemas<'a>,
    left: Cell<usize>,
}

impl<'a> Maker<'a> {
    pub(crate) fn new(schemas: &'a Schemas<'a>) -> Self {
        Self { schemas, left: Cell::new(MAX_NODES) }
    }

    /// Returns values of a schema, the telling ones first.
    pub(crate) fn values(&self, schema: &Value) -> Vec<Value> {
        let flats = alternatives(self.schemas, schema);
        let mut made = Vec::new();
        for flat in &flats {
            made.extend(
                [(Amount::Least, 0), (Amount::Most, 0), (Amount::Most, 1)].map(|(amount, pick)| self.start(flat, amount, pick)),
            );
            if type_of(flat, 0) != Some("object") {
                made.extend(self.variety(flat).into_iter().map(Some));
            }
        }
        let objects = flats.iter().filter(|flat| type_of(flat, 0) == Some("object"));
        objects.take(6).for_each(|flat| self.object_variety(flat, &mut made));
        made.into_iter().flatten().collect()
    }

    /// Returns a value of each alternative of a schema, to break it.
    pub(crate) fn bases(&self, schema: &Value) -> Vec<(Flat, Value)> {
        let flats = alternatives(self.schemas, schema).into_iter();
        flats
            .flat_map(|flat| {
                let value = self.start(&flat, Amount::Most, 0).or_else(|| self.start(&flat, Amount::Least, 0));
                value.map(|value| (flat, value))
            })
            .collect()
    }

    /// Tells whether a schema has alternatives that no property tells apart: one that each requires, with other values in each.
    pub(crate) fn is_ambiguous(&self, schema: &Value) -> bool {
        let flats = alternatives(self.schemas, schema);
        let values = |flat: &Flat, name: &str| {
            let property = flat.get("properties")?.get(name)?;
            let flats = alternatives(self.schemas, property);
            let values: Vec<Vec<Value>> = flats.iter().filter_map(|flat| flat.get("enum")?.as_array().cloned()).collect();
            (values.len() == flats.len() && required(flat).contains(&name)).then(|| values.concat())
        };
        let is_tag = |name: &&str| {
            let mut seen = HashSet::new();
            let lists: Option<Vec<_>> = flats.iter().map(|flat| values(flat, name)).collect();
            lists.is_some_and(|lists| lists.iter().flatten().all(|value| seen.insert(value.to_string())))
        };
        flats.len() > 1 && !flats.iter().flat_map(required).any(|name| is_tag(&name))
    }

    /// Tells whether a value has no properties but those that the schema describes, or says that there may be.
    pub(crate) fn describes(&self, schema: &Value, value: &Value) -> bool {
        let flats = || alternatives(self.schemas, schema);
        match value {
            Value::Object(object) => {
                let flats = flats();
                object.iter().all(|(name, inner)| flats.iter().any(|flat| self.describes_property(flat, name, inner)))
            }
            Value::Array(items) => {
                let flats = flats();
                items
                    .iter()
                    .all(|item| flats.iter().any(|flat| self.describes(flat.get("items").unwrap_or(&Value::Bool(true)), item)))
            }
            _ => true,
        }
    }

    fn describes_property(&self, flat: &Flat, name: &str, value: &Value) -> bool {
        if let Some(property) = flat.get("properties").and_then(|properties| properties.get(name)) {
            return self.describes(property, value);
        }
        match flat.get("additionalProperties") {
            Some(rest) => *rest != json!(false) && self.describes(rest, value),
            None => is_free_form(flat) || flat.contains_key("patternProperties"),
        }
    }

    fn start(&self, flat: &Flat, amount: Amount, pick: usize) -> Option<Value> {
        self.left.set(MAX_NODES);
        self.flat_value(flat, amount, 0, pick)
    }

    /// Each optional property absent from a full value, and present in a least one with each of its own values.
    fn object_variety(&self, flat: &Flat, made: &mut Vec<Option<Value>>) {
        let Some(full) = self.start(flat, Amount::Most, 0) else { return };
        let Some(least) = self.start(flat, Amount::Least, 0) else { return };
        let required = required(flat);
        for (name, property) in properties(flat) {
            if !required.contains(&name.as_str()) {
                let mut without = full.clone();
                without.as_object_mut().and_then(|object| object.remove(name));
                made.push(Some(without));
            }
            for value in self.some_values(property) {
                let mut with = least.clone();
                with[name.as_str()] = value;
                made.push(Some(with));
            }
        }
    }

    /// Returns a few values of a property.
    fn some_values(&self, schema: &Value) -> Vec<Value> {
        self.left.set(MAX_NODES);
        let flats = alternatives(self.schemas, schema);
        let mut made = Vec::new();
        for flat in flats.iter().take(8) {
            match type_of(flat, 0) {
                Some("object" | "array") => {
                    made.extend(self.start(flat, Amount::Least, 0));
                    made.extend(self.start(flat, Amount::Most, 0));
                }
                _ => made.extend(self.variety(flat).into_iter().take(24)),
            }
        }
        made
    }

    /// Returns values of a flat schema that is not one of objects.
    fn variety(&self, flat: &Flat) -> Vec<Value> {
        let mut made: Vec<Value> = documented(flat).cloned().collect();
        if let Some(values) = flat.get("enum").and_then(Value::as_array) {
            made.extend(values.iter().take(30).cloned());
            return made;
        }
        for name in flat.get("type").map(type_names).unwrap_or_default() {
            made.extend(scalars(flat, name));
        }
        match type_of(flat, 0) {
            Some("array") => made.extend((0..3).filter_map(|pick| self.start(flat, Amount::Most, pick))),
            None => made.extend(anything()),
            _ => {}
        }
        made
    }

    fn value(&self, schema: &Value, amount: Amount, depth: usize, pick: usize) -> Option<Value> {
        let flats = alternatives(self.schemas, schema);
        if amount == Amount::Least {
            return flats.iter().find_map(|flat| self.flat_value(flat, amount, depth, 0));
        }
        let chosen = flats.get(pick % flats.len().max(1))?;
        self.flat_value(chosen, amount, depth, pick)
            .or_else(|| flats.iter().find_map(|flat| self.flat_value(flat, Amount::Least, depth, 0)))
    }

    fn flat_value(&self, flat: &Flat, amount: Amount, depth: usize, pick: usize) -> Option<Value> {
        let left = self.left.get();
        if depth > MAX_DEPTH || left == 0 {
            return None;
        }
        self.left.set(left - 1);
        let amount = if depth >= FULL_DEPTH || left < MAX_NODES / 2 { Amount::Least } else { amount };
        if let Some(value) = flat.get("const") {
            return Some(value.clone());
        }
        if let Some(values) = flat.get("enum").and_then(Value::as_array) {
            return values.get(pick % values.len().max(1)).cloned();
        }
        match type_of(flat, pick * usize::from(amount == Amount::Most)) {
            Some("object") => self.object(flat, amount, depth, pick),
            Some("array") => self.array(flat, amount, depth, pick),
            Some(scalar) => {
                let values = scalars(flat, scalar);
                values.get(pick % values.len().max(1)).cloned()
            }
            None => anything().get(pick % 7).cloned(),
        }
    }

    fn object(&self, flat: &Flat, amount: Amount, depth: usize, pick: usize) -> Option<Value> {
        let mut object = Map::new();
        let required = required(flat);
        for name in &required {
            let value = match flat.get("properties").and_then(|properties| properties.get(*name)) {
                Some(property) => self.value(property, amount, depth + 1, pick)?,
                None => self.other_property(flat, depth, pick)?,
            };
            object.insert((*name).to_owned(), value);
        }
        let wanted = flat.get("minProperties").and_then(Value::as_u64).unwrap_or(0);
        let most = flat.get("maxProperties").and_then(Value::as_u64).unwrap_or(u64::MAX);
        for (name, property) in properties(flat) {
            let room = (object.len() as u64) < most && (amount == Amount::Most || (object.len() as u64) < wanted);
            if room
                && !object.contains_key(name)
                && let Some(value) = self.value(property, amount, depth + 1, pick)
            {
                object.insert(name.clone(), value);
            }
        }
        self.add_others(flat, amount, depth, &mut object);
        Some(Value::Object(object))
    }

    /// Adds properties that have no name in the schema, where it says that there may be some.
    fn add_others(&self, flat: &Flat, amount: Amount, depth: usize, object: &mut Map<String, Value>) {
        let said = flat.get("additionalProperties").is_some_and(|rest| *rest != json!(false));
        if !said && !is_free_form(flat) {
            return;
        }
        let wanted =
            flat.get("minProperties").and_then(Value::as_u64).unwrap_or(0).max(if amount == Amount::Most { 3 } else { 0 });
        let most = flat.get("maxProperties").and_then(Value::as_u64).unwrap_or(u64::MAX);
        let names = ["key", "Größe /~", ""].into_iter().map(str::to_owned).chain((3..50).map(|number| format!("key{number}")));
        let names: Vec<_> = names.filter(|name| !object.contains_key(name)).collect();
        let others = usize::try_from(wanted).unwrap_or(usize::MAX).min(50);
        for (pick, name) in names.into_iter().enumerate().take(others) {
            if (object.len() as u64) < most
                && let Some(value) = self.other_property(flat, depth, pick)
            {
                object.insert(name, value);
            }
        }
    }

    fn other_property(&self, flat: &Flat, depth: usize, pick: usize) -> Option<Value> {
        match flat.get("additionalProperties") {
            Some(rest) if rest.is_object() => self.value(rest, Amount::Most, depth + 1, pick),
            _ => anything().get(pick % 7).cloned(),
        }
    }

    fn array(&self, flat: &Flat, amount: Amount, depth: usize, pick: usize) -> Option<Value> {
        let size = |keyword: &str| flat.get(keyword).and_then(Value::as_u64);
        let (least, most) = (size("minItems").unwrap_or(0), size("maxItems").unwrap_or(u64::MAX));
        let wanted = match (amount, pick) {
            (Amount::Least, _) => least,
            (Amount::Most, 0) => least.max(2).min(most),
            (Amount::Most, 1) => least.max(1).min(most),
            (Amount::Most, _) => least.max(most.min(5)),
        };
        let wanted = usize::try_from(wanted.min(MAX_ITEMS.max(least)).min(1000)).unwrap_or_default();
        let unique = flat.get("uniqueItems") == Some(&json!(true));
        let any = json!(true);
        let item = flat.get("items").unwrap_or(&any);
        let prefix = flat.get("prefixItems").and_then(Value::as_array);
        let mut items: Vec<Value> = Vec::new();
        for attempt in 0..wanted.saturating_mul(3) {
            if items.len() == wanted {
                break;
            }
            let schema = prefix.and_then(|prefix| prefix.get(items.len())).unwrap_or(item);
            let Some(value) = self.value(schema, amount, depth + 1, pick + attempt) else { break };
            if !unique || !items.contains(&value) {
                items.push(value);
            }
        }
        (items.len() as u64 >= least).then_some(Value::Array(items))
    }
}

/// Returns the type to make: one of those named, or the one that the keywords suggest.
pub(crate) fn type_of(flat: &Flat, pick: usize) -> Option<&str> {
    let names = flat.get("type").map(type_names).unwrap_or_default();
    if !names.is_empty() {
        return names.get(pick % names.len()).copied();
    }
    let has = |keywords: &[&str]| keywords.iter().any(|keyword| flat.contains_key(*keyword));
    match () {
        () if has(&["enum", "const"]) => None,
        () if has(&["properties", "required", "additionalProperties", "minProperties", "maxProperties"]) => Some("object"),
        () if has(&["items", "prefixItems", "minItems", "maxItems"]) => Some("array"),
        () if has(&["pattern", "minLength", "maxLength"]) => Some("string"),
        () if has(&["minimum", "maximum", "multipleOf"]) => Some("number"),
        () => None,
    }
}

/// An object of which nothing is said may have any property.
fn is_free_form(flat: &Flat) -> bool {
    !["properties", "required", "additionalProperties"].iter().any(|keyword| flat.contains_key(*keyword))
}

pub(crate) fn required(flat: &Flat) -> Vec<&str> {
    flat.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect()
}

/// Returns the described properties that there can be.
pub(crate) fn properties(flat: &Flat) -> impl Iterator<Item = (&String, &Value)> {
    let properties = flat.get("properties").and_then(Value::as_object).into_iter().flatten();
    properties.filter(|(_, property)| **property != json!(false))
}

fn documented(flat: &Flat) -> impl Iterator<Item = &Value> {
    flat.get("examples").and_then(Value::as_array).into_iter().flatten()
}

/// Returns values of every sort.
fn anything() -> [Value; 7] {
    [
        json!("text"),
        json!(1),
        json!({"inner": [1, null, {"deep": "größer"}], "empty": {}}),
        json!([true, "x", [2.5]]),
        json!(-0.5),
        json!(false),
        Value::Null,
    ]
}
