//! Random bytes -> a description and the same changed in a few places.

use arbitrary::{Arbitrary, Result, Unstructured};
use serde_json::{Map, Value};

use crate::schemas::{Description, keyword, schema};

/// Two descriptions.
#[derive(Debug)]
pub struct Pair {
    /// The first.
    pub base: Value,
    /// The second.
    pub revision: Value,
}

impl<'a> Arbitrary<'a> for Pair {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<Self> {
        // Where the bytes end all choices are the first, so the changes are chosen before the schemas.
        let mut changes = Unstructured::new(bytes.bytes(bytes.len().min(CHANGES))?);
        let Description(base) = Description::arbitrary(bytes)?;
        let mut revision = base.clone();
        for _ in 0..changes.int_in_range(1..=3)? {
            change(&mut changes, &mut revision, 0)?;
        }
        Ok(Self { base, revision })
    }
}

/// How many bytes choose what is changed.
const CHANGES: usize = 64;

/// Goes down to some place, and changes something there. What is at the top is no schema.
fn change(bytes: &mut Unstructured<'_>, value: &mut Value, depth: usize) -> Result<()> {
    let is_deep = depth >= 3 && bytes.ratio(1, 3)?;
    match value {
        Value::Object(map) if is_deep => edit(bytes, map),
        Value::Object(map) if !map.is_empty() => {
            let at = bytes.choose_index(map.len())?;
            match map.values_mut().nth(at) {
                Some(inner) => change(bytes, inner, depth + 1),
                None => Ok(()),
            }
        }
        Value::Array(list) if !list.is_empty() && !is_deep => {
            let at = bytes.choose_index(list.len())?;
            change(bytes, &mut list[at], depth + 1)
        }
        Value::Array(list) => {
            let other = schema(bytes, 2)?;
            if bytes.arbitrary()? { list.push(other) } else { drop(list.pop()) }
            Ok(())
        }
        other => {
            *other = schema(bytes, 3)?;
            Ok(())
        }
    }
}

/// Adds, removes or replaces an entry.
fn edit(bytes: &mut Unstructured<'_>, map: &mut Map<String, Value>) -> Result<()> {
    let key = if map.is_empty() { None } else { map.keys().nth(bytes.choose_index(map.len())?).cloned() };
    match (bytes.int_in_range(0..=3)?, key) {
        (0, Some(key)) => drop(map.shift_remove(&key)),
        (1, Some(key)) => drop(map.insert(key, schema(bytes, 2)?)),
        _ => {
            let (name, value) = keyword(bytes, 2)?;
            map.insert(name.to_owned(), value);
        }
    }
    Ok(())
}
