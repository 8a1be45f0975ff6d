//! Patterns of ECMA-262 that the validator's own engine does not read -> a keyword that has an ECMA-262 engine.

use std::collections::{HashMap, HashSet};

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
    /// That of ECMA-262, which is slower.
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
        let own = jsonschema::options().with_pattern_cache(self.cache.clone()).build(&json!({ "pattern": pattern }));
        let engine = match own {
            Ok(_) => Engine::Own,
            Err(_) if regress::Regex::with_flags(pattern, "u").or_else(|_| regress::Regex::new(pattern)).is_ok() => Engine::Ecma,
            Err(_) => Engine::None,
        };
        self.known.insert(pattern.to_owned(), engine);
        engine
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
    let regex = regress::Regex::with_flags(pattern, "u").or_else(|_| regress::Regex::new(pattern));
    let regex = regex.map_err(|error| ValidationError::custom(error.to_string()))?;
    Ok(Box::new(Ecma(regex, pattern.to_owned())))
}
