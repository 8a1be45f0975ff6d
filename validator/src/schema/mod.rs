//! The schemas of a description -> JSON Schema 2020-12 -> what is wrong with a value.
//!
//! The conversion keeps every schema in its place, so a pointer into the converted document is one into the description. One registry
//! holds the whole converted document; a validator is compiled when its schema is first asked for, and kept. Knows nothing of HTTP.

mod convert;
mod format;
mod misplaced;
mod needed;
mod pattern;
mod references;
mod union;
mod violation;

use std::sync::{Arc, PoisonError, RwLock};

use bindery::formats::StringFormat;
use bindery::source::Pointer;
use foldhash::{HashMap, HashSet};
use jsonschema::{PatternCache, Registry, Resource};
use serde_json::{Value, json};

pub use self::violation::{Severity, Violation};

/// The name of the converted document in the registry.
const DOCUMENT: &str = "bindery:/description";

/// Which way a value goes (OpenAPI 3.0.3, "Schema Object": `readOnly` and `writeOnly`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// From the client: `readOnly` properties need not be there, and should not.
    Request,
    /// To the client: `writeOnly` properties need not be there, and should not.
    Response,
    /// Either: `readOnly` and `writeOnly` properties need not be there, and may.
    Either,
}

/// How a description is read where its standard and its author differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reading {
    /// By the letter: `nullable` counts beside a `type` and nowhere else, a discriminator asserts nothing, and a text of a format is one
    /// that its standard allows, and that the type of Rust reads if the format has one.
    Spec,
    /// As it is meant, and as the generator reads it: `nullable` allows null beside whatever it stands, a schema of properties is one of
    /// objects and a schema of items one of lists, a discriminator's value says which branch it is, and only those formats count that
    /// become types of their own, and allow what these read.
    Intent,
}

/// The schemas of one description, for values that go one way.
///
/// It can be shared between threads.
///
/// ```
/// use bindery::source::Pointer;
/// use bindery_validator::schema::{Direction, Reading, Schemas};
/// use serde_json::json;
///
/// let description = json!({
///     "openapi": "3.0.3",
///     "components": {"schemas": {"Agent": {
///         "type": "object",
///         "required": ["id", "name"],
///         "properties": {"id": {"type": "integer", "readOnly": true}, "name": {"type": "string", "nullable": true}}
///     }}}
/// });
/// let schemas = Schemas::new(&description, Direction::Request, Reading::Spec);
/// let agent = Pointer::root().child("components").child("schemas").child("Agent");
/// assert!(schemas.errors(&agent, &json!({"name": null}))?.is_empty());
/// let wrong = schemas.errors(&agent, &json!({"nane": "Ada"}))?;
/// assert_eq!(wrong[0].message, "`name` is missing");
/// assert_eq!(wrong[0].help.as_deref(), Some("`nane` is there; did you mean `name`?"));
/// assert_eq!(wrong[0].schema.as_str(), "/components/schemas/Agent/required");
/// # Ok::<(), bindery_validator::schema::Unusable>(())
/// ```
pub struct Schemas<'a> {
    root: Root<'a>,
    direction: Direction,
    reading: Reading,
    converted: convert::Converted,
    registry: Registry<'static>,
    patterns: PatternCache,
    compiled: RwLock<HashMap<Pointer, Compiled>>,
    /// The validators of flat schemas, by their texts.
    flat: RwLock<HashMap<String, Arc<jsonschema::Validator>>>,
}

/// Whose the description is.
enum Root<'a> {
    Borrowed(&'a Value),
    Shared(Arc<Value>),
}

impl std::ops::Deref for Root<'_> {
    type Target = Value;

    fn deref(&self) -> &Value {
        match self {
            Self::Borrowed(root) => root,
            Self::Shared(root) => root,
        }
    }
}

type Compiled = Result<Arc<jsonschema::Validator>, Unusable>;

/// A schema that nothing can be held against, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unusable {
    /// Where it stands.
    pub pointer: Pointer,
    /// The reason.
    pub reason: String,
}

impl std::fmt::Display for Unusable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the schema at `{}` can't be used: {}", self.pointer, self.reason)
    }
}

impl std::error::Error for Unusable {}

impl std::fmt::Debug for Schemas<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Schemas").field("direction", &self.direction).field("reading", &self.reading).finish_non_exhaustive()
    }
}

impl<'a> Schemas<'a> {
    /// Converts all schemas of a description: a tree as [`bindery::parse::read_tree`] gives it, of OpenAPI 3.0, 3.1 or 3.2.
    ///
    /// What is no schema, or has a value that its keyword can't have, is left out; whether the description is sound is for
    /// [`crate::lint`] to say.
    pub fn new(root: &'a Value, direction: Direction, reading: Reading) -> Self {
        Self::of(Root::Borrowed(root), direction, reading, None)
    }

    /// Converts the schemas at `places` and what they refer to as [`Self::new`] does; nothing can be held against the others.
    pub(crate) fn some(root: &'a Value, direction: Direction, reading: Reading, places: Vec<Pointer>) -> Self {
        Self::of(Root::Borrowed(root), direction, reading, Some(places))
    }

    /// Converts the schemas of a description as [`Self::new`] does, for those who keep them longer than they keep the description.
    pub fn shared(root: Arc<Value>, direction: Direction, reading: Reading) -> Schemas<'static> {
        Schemas::of(Root::Shared(root), direction, reading, None)
    }

    fn of(root: Root<'a>, direction: Direction, reading: Reading, places: Option<Vec<Pointer>>) -> Self {
        let patterns = PatternCache::new();
        let converted = convert::convert(&root, direction, reading, &patterns, places);
        let resource = Resource::from_contents(converted.document.clone());
        let registry = Registry::new()
            .draft(jsonschema::Draft::Draft202012)
            .add(DOCUMENT, resource)
            .and_then(jsonschema::RegistryBuilder::prepare)
            .expect("the document's name is a URI, and it refers to nothing else");
        Self { root, direction, reading, converted, registry, patterns, compiled: RwLock::default(), flat: RwLock::default() }
    }

    /// Returns the direction.
    pub fn direction(&self) -> Direction {
        self.direction
    }

    /// Returns the reading.
    pub fn reading(&self) -> Reading {
        self.reading
    }

    /// Returns the description.
    pub fn root(&self) -> &Value {
        &self.root
    }

    /// Tells whether the description has something to hold values against at a pointer. The normal form has schemas that it has not: of what
    /// may be anything, or is any text.
    pub fn has(&self, schema: &Pointer) -> bool {
        self.converted.locate(schema).is_some()
    }

    /// Returns the places of patterns that are no regular expressions: nothing is held against them.
    pub fn bad_patterns(&self) -> Vec<Pointer> {
        let mut found = Vec::new();
        let mut waiting = if self.converted.bad_patterns.is_empty() { Vec::new() } else { vec![(Pointer::root(), self.root())] };
        while let Some((at, value)) = waiting.pop() {
            match value {
                Value::Object(map) => {
                    let is_bad = |pattern: &str| self.converted.bad_patterns.contains(pattern);
                    found.extend(map.get("pattern").and_then(Value::as_str).filter(|it| is_bad(it)).map(|_| at.child("pattern")));
                    let named = map.get("patternProperties").and_then(Value::as_object).into_iter().flatten();
                    let place = at.child("patternProperties");
                    found.extend(named.filter(|(pattern, _)| is_bad(pattern)).map(|(pattern, _)| place.child(pattern)));
                    // A stack gives the last one first.
                    waiting.extend(map.iter().rev().map(|(key, inner)| (at.child(key), inner)));
                }
                Value::Array(list) => {
                    waiting.extend(list.iter().enumerate().rev().map(|(index, inner)| (at.index(index), inner)))
                }
                _ => {}
            }
        }
        found
    }

    /// Returns the description as JSON Schema: each schema in its place, but for those that [`Self::validator`] finds elsewhere.
    pub(crate) fn converted(&self) -> &Value {
        &self.converted.document
    }

    /// Returns the validator of the schema at a pointer, compiled when it is first asked for.
    ///
    /// # Errors
    ///
    /// Fails where the description has no schema by its standard, or one that can't be compiled.
    pub fn validator(&self, schema: &Pointer) -> Result<Arc<jsonschema::Validator>, Unusable> {
        self.known(schema).unwrap_or_else(|| {
            let target = self.behind(schema);
            let compiled = self.known(&target).unwrap_or_else(|| self.compile(&target));
            let mut all = self.compiled.write().unwrap_or_else(PoisonError::into_inner);
            all.insert(target, compiled.clone());
            all.insert(schema.clone(), compiled.clone());
            compiled
        })
    }

    /// Returns a validator that tells whether values are valid, and may not know the places of what is wrong: schemas that hold no others and
    /// say the same have one.
    ///
    /// # Errors
    ///
    /// As [`Self::validator`].
    pub(crate) fn tester(&self, schema: &Pointer) -> Result<Arc<jsonschema::Validator>, Unusable> {
        let Some(flat) = self.converted.at(schema).filter(|schema| is_flat(schema)) else { return self.validator(schema) };
        let text = flat.to_string();
        if let Some(known) = self.flat.read().unwrap_or_else(PoisonError::into_inner).get(&text) {
            return Ok(Arc::clone(known));
        }
        let built = options(&self.patterns, self.reading).build(flat);
        let tester = Arc::new(built.map_err(|error| Unusable { pointer: schema.clone(), reason: error.to_string() })?);
        self.flat.write().unwrap_or_else(PoisonError::into_inner).insert(text, Arc::clone(&tester));
        Ok(tester)
    }

    fn known(&self, schema: &Pointer) -> Option<Compiled> {
        self.compiled.read().unwrap_or_else(PoisonError::into_inner).get(schema).cloned()
    }

    /// Tells whether a value is valid. Properties that do not belong in the direction are no matter.
    ///
    /// # Errors
    ///
    /// As [`Self::validator`].
    pub fn is_valid(&self, schema: &Pointer, value: &Value) -> Result<bool, Unusable> {
        self.validator(schema).map(|validator| validator.is_valid(value))
    }

    /// Returns all that is wrong with a value: errors, and warnings for properties that do not belong in the direction.
    ///
    /// # Errors
    ///
    /// As [`Self::validator`].
    pub fn errors(&self, schema: &Pointer, value: &Value) -> Result<Vec<Violation>, Unusable> {
        let validator = self.validator(schema)?;
        let mut found = if validator.is_valid(value) {
            Vec::new()
        } else {
            validator.iter_errors(value).flat_map(|error| violation::violations(self, value, &error)).collect()
        };
        violation::explain_missing(self, value, &mut found);
        if self.converted.has_misplaced {
            found.extend(misplaced::misplaced(self, schema, value));
        }
        // What is reached in two ways is wrong once.
        let mut met = HashSet::default();
        found.retain(|it| met.insert((it.instance.clone(), it.schema.clone(), it.message.clone())));
        Ok(found)
    }

    /// Follows references that stand alone, so that each target is compiled once.
    fn behind(&self, schema: &Pointer) -> Pointer {
        let mut at = self.converted.locate(schema).unwrap_or_else(|| schema.clone());
        for _ in 0..convert::MAX_CHAIN {
            let Some(Value::Object(map)) = self.converted.at(&at) else { break };
            let target = map.get("$ref").filter(|_| map.len() == 1).and_then(Value::as_str).and_then(Pointer::parse);
            match target {
                Some(target) => at = target,
                None => break,
            }
        }
        at
    }

    fn compile(&self, schema: &Pointer) -> Compiled {
        let unusable = |reason: String| Unusable { pointer: schema.clone(), reason };
        if self.converted.at(schema).is_none() {
            return Err(unusable("there is none".to_owned()));
        }
        let reference = format!("{DOCUMENT}#{}", references::fragment(schema.as_str()));
        options(&self.patterns, self.reading)
            .with_registry(&self.registry)
            .build(&json!({ "$ref": reference }))
            .map(Arc::new)
            .map_err(|error| unusable(error.to_string()))
    }
}

/// Tells whether a converted schema holds no others, and refers to none.
fn is_flat(schema: &Value) -> bool {
    let is_flat = |(keyword, value): (&String, &Value)| match value {
        Value::Object(_) => false,
        Value::Array(list) => !list.iter().any(|item| item.is_object() || item.is_array()),
        _ => keyword != "$ref",
    };
    schema.as_object().is_some_and(|schema| schema.iter().all(is_flat))
}

/// Options that all validators have in common.
fn options<'i>(patterns: &PatternCache, reading: Reading) -> jsonschema::ValidationOptions<'i> {
    let options = jsonschema::options()
        .offline()
        .with_draft(jsonschema::Draft::Draft202012)
        .should_validate_formats(true)
        .with_pattern_cache(patterns.clone())
        .with_keyword(pattern::KEYWORD, pattern::compile);
    StringFormat::ALL.into_iter().fold(options, |options, format| {
        options.with_format(format.name(), move |text: &str| format::allows(format, reading, text))
    })
}

#[cfg(test)]
mod tests;
