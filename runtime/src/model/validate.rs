//! The trait of types whose values can break constraints, and its implementations for containers.
//!
//! Containers only pass the question on, with their index or key in the pointer.

use std::collections::BTreeMap;

use super::{Checker, Invalid, Maybe};

/// A type whose values can break constraints of their schema.
///
/// Generated types implement it; call [`validate`] to use it.
pub trait Validate {
    /// Reports every constraint that this value breaks to `at`.
    fn check(&self, at: &mut Checker);
}

/// Checks a value against the constraints of its schema.
///
/// # Errors
///
/// Returns every broken constraint, each with its JSON Pointer within `value`.
pub fn validate<T: Validate + ?Sized>(value: &T) -> Result<(), Invalid> {
    let mut checker = Checker::new();
    value.check(&mut checker);
    checker.finish()
}

impl<T: Validate + ?Sized> Validate for &T {
    fn check(&self, at: &mut Checker) {
        (**self).check(at);
    }
}

impl<T: Validate + ?Sized> Validate for Box<T> {
    fn check(&self, at: &mut Checker) {
        (**self).check(at);
    }
}

impl<T: Validate> Validate for Option<T> {
    fn check(&self, at: &mut Checker) {
        if let Some(value) = self {
            value.check(at);
        }
    }
}

impl<T: Validate> Validate for Maybe<T> {
    fn check(&self, at: &mut Checker) {
        if let Some(value) = self.value() {
            value.check(at);
        }
    }
}

impl<T: Validate> Validate for [T] {
    fn check(&self, at: &mut Checker) {
        for (i, item) in self.iter().enumerate() {
            at.index(i, |at| item.check(at));
        }
    }
}

impl<T: Validate> Validate for Vec<T> {
    fn check(&self, at: &mut Checker) {
        self.as_slice().check(at);
    }
}

impl<T: Validate> Validate for BTreeMap<String, T> {
    fn check(&self, at: &mut Checker) {
        for (key, value) in self {
            at.key(key, |at| value.check(at));
        }
    }
}

/// Returns how many properties an object has on the wire.
pub fn property_count<T: serde::Serialize + ?Sized>(object: &T) -> usize {
    match serde_json::to_value(object) {
        Ok(crate::Value::Object(properties)) => properties.len(),
        Ok(_) | Err(_) => 0,
    }
}
