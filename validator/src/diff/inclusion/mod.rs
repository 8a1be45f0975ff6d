//! Two schemas as sets of values -> whether one holds all of the other, and a value that shows where it does not.
//!
//! The rules of the comparison say what changed; this says whether it matters. `jsonschema::canonical` decides, which is experimental and
//! known to this folder only; of patterns their automata do. Both may give up, and what is large is not tried: then the rules' verdict
//! stands. No value is shown that the validator does not find right on one side and wrong on the other.

mod draw;
mod names;
mod texts;
mod written;

use std::collections::HashMap;

use bindery::spec::{Document, SchemaId};
use jsonschema::canonical::{CanonicalSchema, Containment};
use serde_json::{Value, json};

use self::texts::Texts;
use self::written::{Part, ROOT, Writer, root};
use super::change::{Allowed, Witness};
use crate::schema::{Direction, Reading, Schemas};

pub(super) use self::written::Keywords;

/// A question is about no more schemas than this.
const LARGE: usize = 60;

/// All questions of a comparison are about no more schemas than this.
const BUDGET: usize = 4_000;

/// Keywords that cost nothing to know besides those that changed.
const CHEAP: &[&str] = &[
    "type",
    "enum",
    "format",
    "pattern",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "minProperties",
    "maxProperties",
    "uniqueItems",
    "required",
];

/// The keyword whose names are compared by automata.
const BY_PATTERN: &[&str] = &["patternProperties"];

/// Keywords that say what properties of other names are.
const PROPERTIES: &[&str] = &["type", "required", "properties", "additionalProperties", "minProperties", "maxProperties"];

/// Formats of integers that are written as their ranges, and formats of texts that `jsonschema::canonical` knows.
const EXACT: [(&str, &[&str]); 2] = [
    ("integer", &["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"]),
    ("string", &["date", "date-time", "uuid", "ipv4", "ipv6"]),
];

/// Makes a small value that schemas together allow in requests.
pub(super) fn sent(document: &Document, ids: &[SchemaId]) -> Option<Value> {
    sample(document, ids, Direction::Request)
}

/// Makes a small value that schemas together allow in answers.
pub(super) fn answered(document: &Document, ids: &[SchemaId]) -> Option<Value> {
    sample(document, ids, Direction::Response)
}

fn sample(document: &Document, ids: &[SchemaId], way: Direction) -> Option<Value> {
    let (description, _) = Writer::new(document).description(ids, Part::Whole, LARGE)?;
    let schemas = Schemas::new(&description, way, Reading::Intent);
    let candidates = draw::draw(schemas.converted(), schemas.converted().pointer(root().as_str())?);
    candidates.into_iter().find(|value| schemas.is_valid(&root(), value).unwrap_or(false))
}

/// Whether all values of one schema are right by a part of another.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Answer {
    /// They are.
    Included,
    /// This one is not.
    Excluded(Value),
    /// Nobody knows.
    Open,
}

/// What was taken apart: the schemas that stand at a place, and all those that hold together there.
#[derive(Clone, Copy)]
pub(super) struct Parts<'s> {
    pub(super) whole: &'s [SchemaId],
    pub(super) parts: &'s [SchemaId],
}

/// Answers questions about the schemas of two documents.
pub(super) struct Inclusion<'a> {
    base: Writer<'a>,
    revision: Writer<'a>,
    left: usize,
    /// The answers to what was asked, by both schemas as they are written.
    known: HashMap<String, Answer>,
}

impl<'a> Inclusion<'a> {
    pub(super) fn new(base: &'a Document, revision: &'a Document) -> Self {
        Self { base: Writer::new(base), revision: Writer::new(revision), left: BUDGET, known: HashMap::new() }
    }

    /// Tells whether the validator finds a value right on one side of a pair and wrong on the other, as is said of it.
    pub(super) fn is_witness(&mut self, (base, revision): (Parts<'_>, Parts<'_>), witness: &Witness) -> bool {
        let sides = (Side { writer: &self.base, parts: base }, Side { writer: &self.revision, parts: revision });
        let ((from, to), way) = match witness.allowed {
            Allowed::Before => (sides, Direction::Request),
            Allowed::Now => ((sides.1, sides.0), Direction::Response),
        };
        let mut whole = |side: Side<'_, '_>| side.write(Part::Whole, &mut self.left);
        let (Some(from), Some(to)) = (whole(from), whole(to)) else { return false };
        first_witness(&from, &to, way, vec![witness.value.clone()]).is_some()
    }

    /// Asks of a pair whether what was sent by the base may be sent still, as far as these keywords of the revision go.
    pub(super) fn of_requests(&mut self, (base, revision): (Parts<'_>, Parts<'_>), changed: Keywords<'_>) -> Answer {
        let sides = (Side { writer: &self.base, parts: base }, Side { writer: &self.revision, parts: revision });
        ask_once(sides, changed, Direction::Request, (&mut self.known, &mut self.left))
    }

    /// Asks of a pair whether what is answered by the revision could be before, as far as these keywords of the base go.
    pub(super) fn of_answers(&mut self, (base, revision): (Parts<'_>, Parts<'_>), changed: Keywords<'_>) -> Answer {
        let sides = (Side { writer: &self.revision, parts: revision }, Side { writer: &self.base, parts: base });
        ask_once(sides, changed, Direction::Response, (&mut self.known, &mut self.left))
    }
}

#[derive(Clone, Copy)]
struct Side<'a, 's> {
    writer: &'a Writer<'a>,
    parts: Parts<'s>,
}

/// Descriptions repeat themselves: of two schemas that are written as others are, the answer is known.
fn ask_once(
    (inner, outer): (Side<'_, '_>, Side<'_, '_>),
    changed: Keywords<'_>,
    way: Direction,
    (known, left): (&mut HashMap<String, Answer>, &mut usize),
) -> Answer {
    let whole = |side: Side<'_, '_>| side.write(Part::Whole, &mut { LARGE });
    let wholes = whole(inner).zip(whole(outer));
    let question = wholes.map(|(inner, outer)| format!("{way:?} {changed:?} {inner} {outer}"));
    if let Some(answer) = question.as_ref().and_then(|question| known.get(question)) {
        return answer.clone();
    }
    let answer = ask((inner, outer), changed, way, left);
    // Without a budget nothing was found out.
    if let Some(question) = question.filter(|_| *left > 0) {
        known.insert(question, answer.clone());
    }
    answer
}

fn ask((inner, outer): (Side<'_, '_>, Side<'_, '_>), changed: Keywords<'_>, way: Direction, left: &mut usize) -> Answer {
    let Some(limit) = outer.write(Part::Only(changed), left) else { return Answer::Open };
    let is_exact = is_exact(&limit);
    let mut wholes = None;
    let near = if changed == BY_PATTERN { PROPERTIES } else { CHEAP };
    for part in [Part::Near(changed, near), Part::NotNull] {
        let Some(values) = inner.write(part, left) else { continue };
        let (included, candidates) = compare(&values, &limit, way, changed);
        if included && is_exact {
            return Answer::Included;
        }
        if candidates.is_empty() {
            continue;
        }
        let (from, to) = wholes.get_or_insert_with(|| (inner.write(Part::Whole, left), outer.write(Part::Whole, left)));
        let (Some(from), Some(to)) = (from, to) else { continue };
        if let Some(witness) = first_witness(from, to, way, candidates) {
            return Answer::Excluded(witness);
        }
    }
    Answer::Open
}

impl Side<'_, '_> {
    fn write(&self, part: Part<'_>, left: &mut usize) -> Option<Value> {
        let schemas = if matches!(part, Part::Whole | Part::NotNull) { self.parts.whole } else { self.parts.parts };
        let (description, count) = self.writer.description(schemas, part, LARGE.min(*left))?;
        *left = left.saturating_sub(count);
        Some(description)
    }
}

/// Tells whether all values are within a limit, and which ones might not be.
fn compare(values: &Value, limit: &Value, way: Direction, changed: Keywords<'_>) -> (bool, Vec<Value>) {
    let mut candidates = Vec::new();
    if changed == ["pattern"] {
        match of_patterns(values, limit) {
            Texts::Included => return (true, candidates),
            Texts::Excluded(text) => candidates.push(Value::String(text)),
            Texts::Open => {}
        }
    }
    let (Some(inner), Some(outer)) = (canonical(values, way), canonical(limit, way)) else { return (false, candidates) };
    let included = outer.covers(&inner).is_ok_and(|covers| covers == Containment::Yes);
    if !included && changed == BY_PATTERN {
        let question = names::Question {
            values,
            inner: parts(values),
            outer: parts(limit),
            is_within: &|inner, outer| is_within((values, inner), (limit, outer), way),
        };
        let (included, more) = names::compare(&question);
        candidates.extend(more);
        if included {
            return (true, candidates);
        }
    }
    if !included {
        let difference = inner.subtract(&outer).map(|difference| difference.to_json_schema());
        let shape = difference.unwrap_or_else(|_| inner.to_json_schema());
        candidates.extend(draw::draw(&shape, &shape));
    }
    (included, candidates)
}

fn of_patterns(values: &Value, limit: &Value) -> Texts {
    let (inner, outer) = (patterns(values), patterns(limit));
    let open = |texts: &Texts| *texts != Texts::Included;
    outer.iter().map(|outer| texts::compare(&inner, outer)).find(open).unwrap_or(Texts::Included)
}

fn patterns(description: &Value) -> Vec<&str> {
    parts(description).iter().filter_map(|part| part.get("pattern")?.as_str()).collect()
}

/// Returns the schemas that hold together in a description.
fn parts(description: &Value) -> &[Value] {
    let parts = description.pointer(root().child("allOf").as_str()).and_then(Value::as_array);
    parts.map_or(&[], Vec::as_slice)
}

/// Tells whether all values of a schema of one description are right by one of another.
fn is_within(inner: (&Value, &Value), outer: (&Value, &Value), way: Direction) -> bool {
    if *outer.1 == json!(true) || *outer.1 == json!({}) || *inner.1 == json!(false) {
        return true;
    }
    let alone = |(description, schema): (&Value, &Value)| {
        let mut description = description.clone();
        description["components"]["schemas"][ROOT] = schema.clone();
        description
    };
    let (inner, outer) = (alone(inner), alone(outer));
    let canonical = canonical(&inner, way).zip(canonical(&outer, way));
    is_exact(&outer) && canonical.is_some_and(|(inner, outer)| outer.covers(&inner).is_ok_and(|it| it == Containment::Yes))
}

fn canonical(description: &Value, way: Direction) -> Option<CanonicalSchema> {
    let schemas = Schemas::new(description, way, Reading::Intent);
    let options =
        jsonschema::canonical::options().offline().with_draft(jsonschema::Draft::Draft202012).should_validate_formats(true);
    options.prepare(schemas.converted()).ok()?.canonicalize_at(root().as_str()).ok()
}

/// Finds a value that the validator finds right by one description and wrong by the other.
fn first_witness(from: &Value, to: &Value, way: Direction, candidates: Vec<Value>) -> Option<Value> {
    let [from, to] = [from, to].map(|description| Schemas::new(description, way, Reading::Intent));
    let is_valid = |schemas: &Schemas<'_>, value: &Value| schemas.is_valid(&root(), value);
    candidates.into_iter().find(|value| is_valid(&from, value) == Ok(true) && is_valid(&to, value) == Ok(false))
}

/// Tells whether everything that a description asks for is known to those who compare sets. What they do not know they leave out, so
/// that they would take a limit for wider than it is.
fn is_exact(description: &Value) -> bool {
    match description {
        Value::Object(map) => {
            let is_known = |format: &str| {
                let of_type =
                    |(name, formats): &(&str, &[&str])| map.get("type") == Some(&json!([name])) && formats.contains(&format);
                EXACT.iter().any(of_type)
            };
            let names =
                map.get("patternProperties").and_then(Value::as_object).into_iter().flatten().map(|(name, _)| name.as_str());
            let mut patterns = map.get("pattern").and_then(Value::as_str).into_iter().chain(names);
            map.get("format").and_then(Value::as_str).is_none_or(is_known)
                && patterns.all(|pattern| jsonschema_regex::to_rust_regex(pattern).is_ok())
                && map.iter().all(|(keyword, inner)| keyword == "enum" || is_exact(inner))
        }
        Value::Array(list) => list.iter().all(is_exact),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => true,
    }
}
