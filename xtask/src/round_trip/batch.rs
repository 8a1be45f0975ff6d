//! Descriptions -> batches of modules, their values, and the verdicts.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use bindery_values::{Case, Description, Direction, Expected, Failing, Schemas, Verdict, cases, judge};

use super::program::{self, Module};
use super::types::{self, SchemaType};
use super::{Done, RoundTripResult};

/// More lines than this are not compiled at once.
const MAX_LINES: usize = 120_000;

/// A description that was generated.
struct Generated {
    path: PathBuf,
    text: String,
    types: Vec<SchemaType>,
}

pub(super) fn run(descriptions: &[PathBuf], work: &Path, runtime: &Path, done: Done<'_>) -> Result<(), String> {
    let mut batch = Vec::new();
    let mut lines = 0;
    for path in descriptions {
        match generate(path) {
            Ok(generated) => {
                let more = generated.text.lines().count();
                if lines + more > MAX_LINES {
                    run_batch(std::mem::take(&mut batch), work, runtime, done)?;
                    lines = 0;
                }
                lines += more;
                batch.push(generated);
            }
            Err(reason) => done(vec![RoundTripResult::failed(path, reason)])?,
        }
    }
    run_batch(batch, work, runtime, done)
}

fn generate(path: &Path) -> Result<Generated, String> {
    let generated = bindery::Config::new().models_only().generate(path).map_err(|error| error.to_string())?;
    Ok(Generated { path: path.to_owned(), types: types::of_plan(&generated.plan), text: generated.text })
}

/// Runs a batch; one that does not compile is halved until the culprits are found.
fn run_batch(batch: Vec<Generated>, work: &Path, runtime: &Path, done: Done<'_>) -> Result<(), String> {
    if batch.is_empty() {
        return Ok(());
    }
    let modules: Vec<_> = batch.iter().map(module).collect();
    match program::build(work, runtime, &modules) {
        Ok(()) => done(try_values(&batch, work)),
        Err(message) => match batch.as_slice() {
            [only] => done(vec![RoundTripResult::failed(&only.path, format!("it does not compile: {message}"))]),
            _ => {
                drop(modules);
                let mut first = batch;
                let second = first.split_off(first.len() / 2);
                run_batch(first, work, runtime, done)?;
                run_batch(second, work, runtime, done)
            }
        },
    }
}

fn module(generated: &Generated) -> Module<'_> {
    Module { text: &generated.text, types: generated.types.iter().map(|ty| ty.rust.clone()).collect() }
}

/// The values of one type, and its number in the program.
struct Asked<'a> {
    description: usize,
    ty: &'a SchemaType,
    number: usize,
    cases: Vec<Case>,
}

fn try_values(batch: &[Generated], work: &Path) -> Vec<RoundTripResult> {
    let mut results: Vec<_> = batch
        .iter()
        .map(|generated| RoundTripResult { description: generated.path.clone(), ..RoundTripResult::default() })
        .collect();
    let mut asked = Vec::new();
    let mut number = 0;
    for (description, generated) in batch.iter().enumerate() {
        asked.extend(values(description, generated, number, &mut results[description]));
        number += generated.types.len();
    }
    let texts = asked.iter().flat_map(|asked| asked.cases.iter().map(|case| (asked.number, case.value.to_string())));
    let mut outcomes = program::ask(work, texts.collect()).into_iter();
    for Asked { description, ty, cases, .. } in &asked {
        for case in cases {
            let failing = match outcomes.next().flatten().map(|outcome| judge(case, &outcome)) {
                Some(Verdict::Right) => None,
                Some(Verdict::Wrong(failing)) => Some(failing),
                None => Some(Failing { class: "the program ended".to_owned(), detail: String::new() }),
            };
            results[*description].count(&ty.pointer, case, failing);
        }
    }
    results
}

fn values<'a>(description: usize, generated: &'a Generated, first: usize, result: &mut RoundTripResult) -> Vec<Asked<'a>> {
    let document = match fs::read_to_string(&generated.path).map_err(|error| error.to_string()).and_then(|text| tree(&text)) {
        Ok(document) => document,
        Err(error) => {
            result.failed = Some(format!("the judge can't read it: {error}"));
            return Vec::new();
        }
    };
    let document = Description::new(document);
    let is_whole = |ty: &SchemaType| !document.is_part(&ty.pointer);
    let whole: Vec<_> = generated.types.iter().enumerate().filter(|(_, ty)| is_whole(ty)).collect();
    let mut asked = Vec::new();
    for direction in [Direction::Any, Direction::Read, Direction::Sent] {
        let mut schemas = Schemas::new(&document, direction);
        for (index, ty) in whole.iter().filter(|(_, ty)| ty.direction == direction) {
            result.schemas += 1;
            let cases = cases_of(&mut schemas, ty);
            if cases.is_empty() {
                result.without_values += 1;
            }
            asked.push(Asked { description, ty, number: first + index, cases });
        }
    }
    asked
}

/// Reads JSON, or YAML. To the reader of YAML not all JSON is that: it refuses control characters and integers of more than 64 bits.
fn tree(text: &str) -> Result<Value, String> {
    serde_json::from_str(text).or_else(|_| serde_yaml::from_str(text)).map_err(|error| error.to_string())
}

/// Null belongs to the `Option` around a type, and is tried where that is used; a name for another type has no checks of its
/// own, and what it reads is up to that: an `i64` by itself reads no `2.0`.
fn cases_of(schemas: &mut Schemas<'_>, ty: &SchemaType) -> Vec<Case> {
    let Ok(validator) = schemas.validator(&ty.pointer) else { return Vec::new() };
    let mut cases = cases(schemas, &ty.pointer, &validator);
    cases.retain(|case| !case.value.is_null());
    if ty.is_alias {
        cases.retain(|case| case.expected == Expected::Kept && !case.has_whole_float());
    }
    cases
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn json_is_read_that_is_no_yaml() {
        assert_eq!(tree("{\"a\": \"\u{80}\"}"), Ok(json!({"a": "\u{80}"})));
        assert_eq!(tree("{\"minimum\": -9223372036854775809}"), Ok(json!({"minimum": -9223372036854775809.0})));
        assert_eq!(tree("a: [1, b]"), Ok(json!({"a": [1, "b"]})));
        assert!(tree("a: [").is_err());
    }
}
