//! Collects the constraints that a value breaks, and knows where in the value it is.
//!
//! The keywords are those of JSON Schema's validation vocabulary; each method takes the value and the limit.

use std::collections::HashSet;

use serde::Serialize;

use super::json::canonical;
use super::pointer::{push_index, push_key};
use super::{Failure, Invalid, Numeric, Object, Pattern};

/// Collects broken constraints; [`Validate::check`](crate::Validate::check) reports to it.
#[derive(Debug, Default)]
pub struct Checker {
    pointer: String,
    failures: Vec<Failure>,
}

impl Checker {
    /// Returns a checker at the root of a value, without failures.
    pub fn new() -> Self {
        Self::default()
    }

    /// Returns what was collected.
    ///
    /// # Errors
    ///
    /// Returns every failure if there is one.
    pub fn finish(self) -> Result<(), Invalid> {
        Invalid::from_failures(self.failures).map_or(Ok(()), Err)
    }

    /// Returns what was collected, which may be nothing.
    pub(super) fn into_failures(self) -> Vec<Failure> {
        self.failures
    }

    /// Runs `check` at the property `name` of the current value.
    pub fn key(&mut self, name: &str, check: impl FnOnce(&mut Self)) {
        let parent = self.pointer.len();
        push_key(&mut self.pointer, name);
        check(self);
        self.pointer.truncate(parent);
    }

    /// Checks a value that stands under a key and has checks of its own.
    pub fn nested<T: crate::Validate + ?Sized>(&mut self, name: &str, value: &T) {
        self.key(name, |at| value.check(at));
    }

    /// Runs `check` at the item `i` of the current value.
    pub fn index(&mut self, i: usize, check: impl FnOnce(&mut Self)) {
        let parent = self.pointer.len();
        push_index(&mut self.pointer, i);
        check(self);
        self.pointer.truncate(parent);
    }

    /// Fails an object by its tag, which leads to no variant of its union (OpenAPI 3.0.3, Discriminator Object).
    pub fn unknown_tag(&mut self, tag: &str, object: &Object) {
        let message = match object.get(tag) {
            Some(value) => format!("{value} leads to no variant"),
            None => "it is missing".to_owned(),
        };
        self.key(tag, |at| at.fail("discriminator", message));
    }

    /// Fails a number below `limit`.
    pub fn minimum<N: Numeric>(&mut self, value: N, limit: N) {
        self.ensure(value >= limit, "minimum", || format!("{value} is less than {limit}"));
    }

    /// Fails a number above `limit`.
    pub fn maximum<N: Numeric>(&mut self, value: N, limit: N) {
        self.ensure(value <= limit, "maximum", || format!("{value} is greater than {limit}"));
    }

    /// Fails a number that is not above `limit`.
    pub fn exclusive_minimum<N: Numeric>(&mut self, value: N, limit: N) {
        self.ensure(value > limit, "exclusiveMinimum", || format!("{value} is not greater than {limit}"));
    }

    /// Fails a number that is not below `limit`.
    pub fn exclusive_maximum<N: Numeric>(&mut self, value: N, limit: N) {
        self.ensure(value < limit, "exclusiveMaximum", || format!("{value} is not less than {limit}"));
    }

    /// Fails a number that is not an integer times `divisor`.
    pub fn multiple_of<N: Numeric>(&mut self, value: N, divisor: N) {
        self.ensure(value.is_multiple_of(divisor), "multipleOf", || format!("{value} is not a multiple of {divisor}"));
    }

    /// Fails a text of fewer than `limit` characters (code points, as RFC 8259 counts them).
    pub fn min_length(&mut self, value: &str, limit: usize) {
        let length = value.chars().count();
        self.at_least(length, limit, "minLength", ["character", "characters"]);
    }

    /// Fails a text of more than `limit` characters (code points, as RFC 8259 counts them).
    pub fn max_length(&mut self, value: &str, limit: usize) {
        let length = value.chars().count();
        self.at_most(length, limit, "maxLength", ["character", "characters"]);
    }

    /// Fails a text in which `pattern` matches nowhere.
    pub fn pattern(&mut self, value: &str, pattern: &Pattern) {
        self.ensure(pattern.is_match(value), "pattern", || format!("{value:?} does not match `{}`", pattern.as_str()));
    }

    /// Fails an array of fewer than `limit` items.
    pub fn min_items(&mut self, len: usize, limit: usize) {
        self.at_least(len, limit, "minItems", ["item", "items"]);
    }

    /// Fails an array of more than `limit` items.
    pub fn max_items(&mut self, len: usize, limit: usize) {
        self.at_most(len, limit, "maxItems", ["item", "items"]);
    }

    /// Fails an array in which two items are the same JSON: numbers by value, objects whatever their order
    /// (JSON Schema core, section 4.2.2). Items that can't be written as JSON are passed over.
    pub fn unique_items<T: Serialize>(&mut self, items: &[T]) {
        let mut seen = HashSet::new();
        for (i, item) in items.iter().enumerate() {
            let json = serde_json::to_value(item).map(|value| canonical(&value));
            if json.is_ok_and(|json| !seen.insert(json)) {
                self.fail("uniqueItems", format!("item {i} repeats an earlier one"));
            }
        }
    }

    /// Fails an object of fewer than `limit` properties.
    pub fn min_properties(&mut self, len: usize, limit: usize) {
        self.at_least(len, limit, "minProperties", ["property", "properties"]);
    }

    /// Fails an object of more than `limit` properties.
    pub fn max_properties(&mut self, len: usize, limit: usize) {
        self.at_most(len, limit, "maxProperties", ["property", "properties"]);
    }

    /// Reports a failure of `constraint` at the current value.
    pub fn fail(&mut self, constraint: &'static str, message: String) {
        self.failures.push(Failure::new(self.pointer.clone(), constraint, message));
    }

    /// Reports a failure, whose pointer starts at the current value, unless its constraint has failed at its place already.
    pub(super) fn fail_once(&mut self, failure: Failure) {
        let pointer = format!("{}{}", self.pointer, failure.pointer);
        let is_known = |known: &Failure| known.pointer == pointer && known.constraint == failure.constraint;
        if !self.failures.iter().any(is_known) {
            self.failures.push(Failure { pointer, ..failure });
        }
    }

    fn at_least(&mut self, len: usize, limit: usize, constraint: &'static str, unit: [&str; 2]) {
        self.ensure(len >= limit, constraint, || format!("has {}, at least {limit} expected", count(len, unit)));
    }

    fn at_most(&mut self, len: usize, limit: usize, constraint: &'static str, unit: [&str; 2]) {
        self.ensure(len <= limit, constraint, || format!("has {}, at most {limit} expected", count(len, unit)));
    }

    /// Reports a failure of `constraint` at the current value, unless it holds.
    pub(super) fn ensure(&mut self, holds: bool, constraint: &'static str, message: impl FnOnce() -> String) {
        if !holds {
            self.fail(constraint, message());
        }
    }
}

/// Writes a number with its unit in singular or plural.
fn count(len: usize, [one, many]: [&str; 2]) -> String {
    format!("{len} {}", if len == 1 { one } else { many })
}
