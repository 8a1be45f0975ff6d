//! Patterns that the validator's own engine does not read as generated code does -> a keyword that has the engine of that.

use std::collections::{HashMap, HashSet};

use bindery_runtime::__private::{compile_pattern, meant_pattern};
use jsonschema::paths::Location;
use jsonschema::{Keyword, PatternCache, ValidationError};
use serde_json::{Map, Value, json};

/// The keyword of patterns for the other engine.
pub(super) const KEYWORD: &str = "bindery:pattern";

/// What can read a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Engine {
    /// The validator's.
    Own,
    /// That of generated code, which is slower.
    Ecma,
    /// None: it is no regular expression.
    None,
}

/// Finds out what can read a pattern, once for each.
pub(super) struct Engines {
    cache: PatternCache,
    known: HashMap<String, Engine>,
}

impl Engines {
    /// Returns the patterns so far that nothing can read.
    pub(super) fn unreadable(self) -> HashSet<String> {
        self.known.into_iter().filter(|(_, engine)| *engine == Engine::None).map(|(pattern, _)| pattern).collect()
    }

    pub(super) fn new(cache: &PatternCache) -> Self {
        Self { cache: cache.clone(), known: HashMap::new() }
    }

    pub(super) fn of(&mut self, pattern: &str) -> Engine {
        if let Some(known) = self.known.get(pattern) {
            return *known;
        }
        let engine = match compile_pattern(pattern) {
            // Of what other languages write the own engine has its own idea.
            Some(_) if self.own_reads(pattern) && meant_pattern(pattern).is_none() => Engine::Own,
            Some(_) => Engine::Ecma,
            None if self.own_reads(pattern) => Engine::Own,
            None => Engine::None,
        };
        self.known.insert(pattern.to_owned(), engine);
        engine
    }

    /// Tells whether the validator's engine reads a pattern, be it in its own way.
    pub(super) fn own_reads(&self, pattern: &str) -> bool {
        jsonschema::options().with_pattern_cache(self.cache.clone()).build(&json!({ "pattern": pattern })).is_ok()
    }
}

struct Ecma(regress::Regex, String);

impl<'i> Keyword<'i> for Ecma {
    fn validate(&self, instance: &'i Value) -> Result<(), ValidationError<'i>> {
        if self.is_valid(instance) {
            return Ok(());
        }
        Err(ValidationError::custom(format!("does not match the pattern `{}`", self.1)))
    }

    fn is_valid(&self, instance: &'i Value) -> bool {
        instance.as_str().is_none_or(|text| self.0.find(text).is_some())
    }
}

/// Compiles the keyword.
pub(super) fn compile<'a>(
    _: &'a Map<String, Value>,
    value: &'a Value,
    _: Location,
) -> Result<Box<dyn for<'i> Keyword<'i>>, ValidationError<'a>> {
    let pattern = value.as_str().unwrap_or_default();
    let regex = compile_pattern(pattern).ok_or_else(|| ValidationError::custom("is no regular expression"))?;
    Ok(Box::new(Ecma(regex, pattern.to_owned())))
}
