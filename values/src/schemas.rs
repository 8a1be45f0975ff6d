//! The schemas of a description as JSON Schema, and the validators of them.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use base64::Engine;
use serde_json::{Map, Value, json};

use crate::closed;
use crate::convert::{Converter, Definitions};
use crate::description::Description;
use crate::direction::Direction;

/// Schemas of one description for one direction, with all that they refer to.
#[derive(Debug)]
pub struct Schemas<'a> {
    description: &'a Description,
    direction: Direction,
    table: Table,
    converted: Vec<Value>,
}

/// What a validator of the crate `jsonschema` says.
#[derive(Debug)]
pub struct Validator(jsonschema::Validator);

impl Validator {
    /// Tells whether a value is valid.
    pub fn accepts(&self, value: &Value) -> bool {
        self.0.is_valid(value)
    }
}

#[derive(Debug, Default)]
struct Table {
    numbers: HashMap<String, usize>,
    pointers: Vec<String>,
    patterns: BTreeMap<String, Option<String>>,
}

impl Definitions for Table {
    fn number(&mut self, pointer: String) -> usize {
        if let Some(known) = self.numbers.get(&pointer) {
            return *known;
        }
        let number = self.pointers.len();
        self.pointers.push(pointer.clone());
        self.numbers.insert(pointer, number);
        number
    }

    fn pattern(&mut self, pattern: &str) -> Option<String> {
        let known = self.patterns.entry(pattern.to_owned()).or_insert_with(|| {
            let compiles = |pattern: &String| options().build(&json!({"pattern": pattern})).is_ok();
            let in_slashes = without_slashes(pattern);
            let pattern = in_slashes.as_deref().unwrap_or(pattern);
            [pattern.to_owned(), with_plain_hyphens(pattern), with_known_names(pattern)].into_iter().find(compiles)
        });
        known.clone()
    }
}

/// Takes a pattern out of a literal of JavaScript, `/^a$/i`. With slashes around its anchors it would match nothing.
fn without_slashes(literal: &str) -> Option<String> {
    let (pattern, flags) = literal.strip_prefix('/')?.rsplit_once('/')?;
    match flags {
        _ if !pattern.starts_with('^') && !pattern.ends_with('$') => None,
        "" | "g" | "u" => Some(pattern.to_owned()),
        "i" | "m" | "s" => Some(format!("(?{flags}:{pattern})")),
        _ => None,
    }
}

/// Escapes hyphens after class escapes, as in `[\w-.]`: ECMA-262 takes them for themselves (Annex B.1.2), the validator for half of a range.
fn with_plain_hyphens(pattern: &str) -> String {
    ["w", "W", "d", "D", "s", "S"].iter().fold(pattern.to_owned(), |pattern, class| {
        // At the end of a class the hyphen stands for itself anyway.
        pattern.replace(&format!("\\{class}-"), &format!("\\{class}\\-"))
    })
}

/// Writes what other languages than Rust have as Rust has it: Python's end of a text, and Java's digits of hexadecimal numbers.
fn with_known_names(pattern: &str) -> String {
    with_plain_hyphens(pattern).replace("\\Z", "\\z").replace("\\p{XDigit}", "\\p{ASCII_Hex_Digit}")
}

impl<'a> Schemas<'a> {
    /// Takes the schemas of a description; they are converted when they are asked for.
    pub fn new(description: &'a Description, direction: Direction) -> Self {
        Self { description, direction, table: Table::default(), converted: Vec::new() }
    }

    /// Returns the description.
    pub fn description(&self) -> &'a Description {
        self.description
    }

    /// Converts the schema at a pointer and all that it refers to, and returns its number.
    pub(crate) fn load(&mut self, pointer: &str) -> usize {
        let number = self.table.number(pointer.to_owned());
        while self.converted.len() < self.table.pointers.len() {
            let pointer = self.table.pointers[self.converted.len()].clone();
            let schema = self.description.at(&pointer).unwrap_or(&Value::Null);
            let mut converter =
                Converter { description: self.description, direction: self.direction, definitions: &mut self.table };
            let converted = converter.convert(schema, &BTreeSet::new());
            self.converted.push(converted);
        }
        number
    }

    /// Returns a converted schema.
    pub(crate) fn schema(&self, number: usize) -> &Value {
        &self.converted[number]
    }

    /// Returns what a converted `$ref` leads to.
    pub(crate) fn referred(&self, reference: &str) -> Option<&Value> {
        self.converted.get(number_of(reference)?)
    }

    /// Returns the patterns that no validator can compile.
    pub fn bad_patterns(&self) -> impl Iterator<Item = &str> {
        self.table.patterns.iter().filter(|(_, compiled)| compiled.is_none()).map(|(pattern, _)| pattern.as_str())
    }

    /// Returns the validator of the schema at a pointer.
    ///
    /// # Errors
    ///
    /// Fails with the validator's reason where the schema is none that it knows.
    pub fn validator(&mut self, pointer: &str) -> Result<Validator, String> {
        self.validator_of(pointer, Value::clone)
    }

    /// Returns the validator that passes over properties which are not described, also where they are forbidden.
    pub(crate) fn opened_validator(&mut self, pointer: &str) -> Result<Validator, String> {
        self.validator_of(pointer, closed::opened)
    }

    fn validator_of(&mut self, pointer: &str, change: fn(&Value) -> Value) -> Result<Validator, String> {
        let (number, wanted) = self.reached(pointer);
        let definitions: Map<_, _> =
            wanted.into_iter().map(|number| (number.to_string(), change(&self.converted[number]))).collect();
        validator(&json!({"$ref": format!("#/$defs/{number}"), "$defs": definitions}))
    }

    /// Returns the validator that accepts only properties which are described: by a branch that the value satisfies.
    pub(crate) fn closed_validator(&mut self, pointer: &str) -> Result<Validator, String> {
        let (number, wanted) = self.reached(pointer);
        let definitions: Map<_, _> =
            wanted.into_iter().map(|number| (number.to_string(), closed::part(&self.converted[number]))).collect();
        let mut root = closed::closed(&json!({"$ref": format!("#/$defs/{number}")}));
        root["$defs"] = Value::Object(definitions);
        validator(&root)
    }

    /// Returns the number of the schema at a pointer, and those of all that it refers to.
    fn reached(&mut self, pointer: &str) -> (usize, BTreeSet<usize>) {
        let number = self.load(pointer);
        let mut wanted = BTreeSet::from([number]);
        let mut pending = vec![number];
        while let Some(at) = pending.pop() {
            let mut found = Vec::new();
            references(&self.converted[at], &mut found);
            pending.extend(found.into_iter().filter(|number| wanted.insert(*number)));
        }
        (number, wanted)
    }
}

fn validator(schema: &Value) -> Result<Validator, String> {
    options().build(schema).map(Validator).map_err(|error| error.to_string())
}

fn number_of(reference: &str) -> Option<usize> {
    reference.strip_prefix("#/$defs/")?.parse().ok()
}

fn references(schema: &Value, found: &mut Vec<usize>) {
    match schema {
        Value::Object(object) => {
            found.extend(object.get("$ref").and_then(Value::as_str).and_then(number_of));
            for (keyword, inner) in object {
                match (keyword.as_str(), inner) {
                    ("examples" | "enum" | "const", _) => {}
                    ("properties" | "patternProperties", Value::Object(named)) => {
                        named.values().for_each(|inner| references(inner, found));
                    }
                    _ => references(inner, found),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

fn options<'o>() -> jsonschema::ValidationOptions<'o> {
    jsonschema::options().with_draft(jsonschema::Draft::Draft202012).should_validate_formats(true).with_format("byte", is_base64)
}

/// RFC 4648, section 4: with padding.
fn is_base64(text: &str) -> bool {
    base64::engine::general_purpose::STANDARD.decode(text).is_ok()
}
