//! The values of one schema, each with what should become of it; and the verdict on what did.

use std::collections::HashSet;

use serde::Serialize;
use serde_json::Value;

use crate::break_values::broken;
use crate::compare::difference;
use crate::make::Maker;
use crate::schemas::{Schemas, Validator};

/// No schema has more valid values than this, and no more broken ones.
const MAX_CASES: usize = 160;

/// Longer values say no more.
const MAX_TEXT: usize = 60_000;

/// A value, and what should become of it.
#[derive(Clone, Debug)]
pub struct Case {
    /// The value.
    pub value: Value,
    /// What should become of it.
    pub expected: Expected,
}

impl Case {
    /// Tells whether an integer in the value is written like `2.0`. By itself an `i64`, or a list of them, does not read that; fields of
    /// these types do.
    pub fn has_whole_float(&self) -> bool {
        fn is_in(value: &Value) -> bool {
            match value {
                Value::Number(number) => number.is_f64() && number.as_f64().is_some_and(|float| float.fract() == 0.0),
                Value::Array(items) => items.iter().any(is_in),
                Value::Object(object) => object.values().any(is_in),
                Value::Null | Value::Bool(_) | Value::String(_) => false,
            }
        }
        is_in(&self.value)
    }
}

/// What should become of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// It is read and written again as it was.
    Kept,
    /// It is refused, or found to be wrong at a place.
    Wrong {
        /// The place, as a JSON Pointer.
        pointer: String,
        /// The keyword that it breaks.
        keyword: &'static str,
        /// Where one finding has to be.
        finding: Finding,
    },
}

/// Where what is wrong is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// At the place that is broken.
    There,
    /// Anywhere: the value is broken as one branch of a union, and can be read as another one, which finds something else.
    Anywhere,
}

/// What a type made of a value.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// It could not be read.
    Refused(String),
    /// It was read.
    Read {
        /// What was written again.
        written: Value,
        /// The places of failed checks with their keywords; none where the type has no checks at all.
        failures: Option<Vec<(String, String)>>,
    },
}

impl Outcome {
    /// Reads what the macro `outcome!` tells; none if it is something else.
    pub fn parse(text: &str) -> Option<Self> {
        let mut told: Value = serde_json::from_str(text).ok()?;
        if let Some(reason) = told.get("e") {
            return Some(Self::Refused(reason.as_str()?.to_owned()));
        }
        let written = told.get_mut("w")?.take();
        let failures = serde_json::from_value(told.get_mut("v")?.take()).ok()?;
        Some(Self::Read { written, failures })
    }
}

/// Whether that is as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is.
    Right,
    /// It is not.
    Wrong(Failing),
}

/// What went wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Failing {
    /// The sort of failure: the same for values that fail for the same reason.
    pub class: String,
    /// What happened to this value.
    pub detail: String,
}

/// Makes the values of the schema at a pointer; only what the validator agrees with is there.
pub fn cases(schemas: &mut Schemas<'_>, pointer: &str, validator: &Validator) -> Vec<Case> {
    let (Ok(closed), Ok(opened)) = (schemas.closed_validator(pointer), schemas.opened_validator(pointer)) else {
        return Vec::new();
    };
    let number = schemas.load(pointer);
    let schema = schemas.schema(number);
    let maker = Maker::new(schemas);
    let mut made = schemas.description().documented(pointer);
    made.retain(|value| maker.describes(schema, value));
    let is_right = |value: &Value| validator.accepts(value) && closed.accepts(value);
    made.extend(maker.values(schema));
    let mut seen = HashSet::new();
    let valid = made.into_iter().filter(|value| is_new(&mut seen, value) && is_right(value)).take(MAX_CASES);
    let mut cases: Vec<_> = valid.map(|value| Case { value, expected: Expected::Kept }).collect();
    let finding = if maker.is_ambiguous(schema) { Finding::Anywhere } else { Finding::There };
    let bases = maker.bases(schema).into_iter().filter(|(_, value)| is_right(value)).take(4);
    let wrong = bases.flat_map(|(flat, value)| broken(schemas, &flat, &value));
    // A value broken as one branch can be one of another to a reader that passes over what the branch forbids: none of its own is wrong.
    let is_wrong = |value: &Value| !validator.accepts(value) && !opened.accepts(value);
    let mut seen = HashSet::new();
    let wrong = wrong.filter(|broken| is_new(&mut seen, &broken.value) && is_wrong(&broken.value)).take(MAX_CASES);
    cases.extend(wrong.map(|broken| Case {
        value: broken.value,
        expected: Expected::Wrong { pointer: broken.pointer, keyword: broken.keyword, finding },
    }));
    cases
}

fn is_new(seen: &mut HashSet<String>, value: &Value) -> bool {
    let text = value.to_string();
    text.len() < MAX_TEXT && seen.insert(text)
}

/// Judges what a type made of a value.
pub fn judge(case: &Case, outcome: &Outcome) -> Verdict {
    match (&case.expected, outcome) {
        (Expected::Kept, Outcome::Refused(reason)) => wrong(format!("refused: {}", sort(reason)), reason.clone()),
        (Expected::Kept, Outcome::Read { written, failures }) => {
            judge_kept(case, written, failures.as_deref().unwrap_or_default())
        }
        (Expected::Wrong { .. }, Outcome::Refused(_)) | (Expected::Wrong { .. }, Outcome::Read { failures: None, .. }) => {
            Verdict::Right
        }
        (Expected::Wrong { pointer, keyword, finding }, Outcome::Read { written, failures: Some(failures) }) => match finding {
            Finding::Anywhere if !failures.is_empty() => Verdict::Right,
            Finding::There | Finding::Anywhere => judge_wrong(case, (pointer, keyword), written, failures),
        },
    }
}

fn judge_kept(case: &Case, written: &Value, failures: &[(String, String)]) -> Verdict {
    if let Some(found) = difference(&case.value, written) {
        let kinds = format!("{} to {}", kind(&found.before), kind(&found.after));
        let class = if found.what == "changed" { format!("changed: {kinds}") } else { format!("{}: {kinds}", found.what) };
        let detail = format!("{} at `{}`: {} is {} now", found.what, found.pointer, found.before, found.after);
        return wrong(class, detail);
    }
    match failures {
        [] => Verdict::Right,
        [(pointer, keyword), ..] => {
            wrong(format!("valid and found to break `{keyword}`"), format!("`{keyword}` at `{pointer}` is found to be broken"))
        }
    }
}

fn judge_wrong(case: &Case, (pointer, keyword): (&str, &str), written: &Value, failures: &[(String, String)]) -> Verdict {
    if !failures.iter().any(|(place, _)| place == pointer) {
        let class = if failures.is_empty() { "wrong and not noticed" } else { "wrong and noticed elsewhere" };
        return wrong(format!("{class}: `{keyword}`"), format!("`{keyword}` is broken at `{pointer}`, found is {failures:?}"));
    }
    match difference(&case.value, written).filter(|_| keyword == "enum") {
        Some(found) => wrong("unknown value of an enum not kept".to_owned(), format!("{} is {} now", found.before, found.after)),
        None => Verdict::Right,
    }
}

fn wrong(class: String, detail: String) -> Verdict {
    Verdict::Wrong(Failing { class, detail })
}

fn kind(json: &str) -> &'static str {
    match json.as_bytes().first() {
        Some(b'{') => "object",
        Some(b'[') => "array",
        Some(b'"') => "string",
        Some(b't' | b'f') => "boolean",
        Some(b'n') => "null",
        _ => "number",
    }
}

/// Returns a message without what differs from value to value: names, numbers and the place in the text.
fn sort(message: &str) -> String {
    let message = message.rsplit_once(" at line ").map_or(message, |(message, _)| message);
    let mut sort = String::new();
    let mut quoted = None;
    for letter in message.chars() {
        match quoted {
            Some(end) if letter == end => quoted = None,
            Some(_) => {}
            None if letter == '`' || letter == '"' => {
                quoted = Some(letter);
                sort.push('X');
            }
            None if letter.is_ascii_digit() => {
                if !sort.ends_with('0') {
                    sort.push('0');
                }
            }
            None => sort.push(letter),
        }
    }
    sort.truncate(sort.char_indices().nth(160).map_or(sort.len(), |(end, _)| end));
    sort
}
