//! Keywords that narrow what a schema allows: formats, limits, patterns and assertions.

use std::collections::BTreeMap;

use bindery::formats::{IntegerFormat, StringFormat};
use bindery::spec::{AdditionalProperties, AssertionKind, Document, JsonType};
use serde_json::{Number, Value, json};

use super::change::{Shift, Verdict};
use super::lists;
use super::schemas::{Pair, before};
use super::view::{Together, View, assertion_keyword, assertion_shape, is_tighter};
use crate::rule;

pub(super) fn format(pair: &mut Pair<'_>) {
    let (old, new) = (pair.base.formats.clone(), pair.revision.formats.clone());
    if old == new {
        return;
    }
    let narrows = |from: &[&str], to: &[&str]| match (from, to) {
        ([], [_, ..]) => true,
        ([from], [to]) => matches!((*from, *to), ("int64", "int32") | ("double", "float")),
        _ => false,
    };
    let message = format!("the format was {} and is {}", listed(&old), listed(&new));
    let shift = match (narrows(&old, &new), narrows(&new, &old)) {
        (true, _) => Shift::Narrower,
        (_, true) => Shift::Wider,
        _ => Shift::Other,
    };
    if old.iter().chain(&new).all(|format| is_asserted(format)) {
        let plain = pair.base.values.is_none() && pair.base.limits.is_empty() && pair.base.patterns.is_empty();
        let texts = pair.base.types.as_deref() == Some(&[JsonType::String]);
        let witness = (old.is_empty() && plain && texts).then(|| json!("a")).and_then(before);
        pair.shift((&rule::FORMAT_CHANGED, &["type", "format"]), shift, message, witness);
    } else {
        // A format that nobody defines says to people what it says.
        let draft = pair.draft(&rule::FORMAT_CHANGED, message).request(Verdict::Unknown).response(Verdict::Unknown);
        pair.drafts.push(draft);
    }
}

/// Writes what one or several schemas say.
fn listed<T: std::fmt::Display>(said: &[T]) -> String {
    match said {
        [] => "none".to_owned(),
        said => said.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(" and "),
    }
}

/// Tells whether a format leaves some values out (OpenAPI Format Registry; JSON Schema 2020-12, Validation, section 7.3).
fn is_asserted(format: &str) -> bool {
    StringFormat::of(format).is_some() || IntegerFormat::of(format).is_some() || MORE_ASSERTED.contains(&format)
}

/// Formats that leave some values out, and whose values have no type of their own in Rust.
const MORE_ASSERTED: &[&str] = &[
    "float",
    "double",
    "time",
    "duration",
    "email",
    "hostname",
    "idn-email",
    "idn-hostname",
    "uri",
    "uri-reference",
    "iri",
    "iri-reference",
    "json-pointer",
    "regex",
];

pub(super) fn limits(pair: &mut Pair<'_>) {
    let names: Vec<_> = pair.base.limits.keys().chain(pair.revision.limits.keys()).copied().collect();
    let mut seen = Vec::new();
    for name in names {
        if seen.contains(&name) {
            continue;
        }
        seen.push(name);
        let (old, new) = (pair.base.limits.get(name).cloned(), pair.revision.limits.get(name).cloned());
        let tighter = match (&old, &new) {
            (None, Some(_)) => true,
            (Some(_), None) => false,
            (Some(old), Some(new)) if old.as_f64() == new.as_f64() => continue,
            (Some(old), Some(new)) => is_tighter(name, new, old),
            (None, None) => continue,
        };
        let said = |limit: &Option<Number>| limit.as_ref().map_or_else(|| "none".to_owned(), ToString::to_string);
        let message = format!("`{name}` was {} and is {}", said(&old), said(&new));
        if tighter {
            let limit = new.as_ref().and_then(Number::as_f64);
            let witness = limit.and_then(|limit| beyond(pair, name, limit)).and_then(before);
            pair.shift((&rule::LIMIT_TIGHTENED, &[name]), Shift::Narrower, message, witness);
        } else {
            pair.shift((&rule::LIMIT_LOOSENED, &[name]), Shift::Looser, message, None);
        }
    }
    if pair.base.multiples != pair.revision.multiples {
        multiples(pair);
    }
}

fn multiples(pair: &mut Pair<'_>) {
    let (old, new) = (pair.base.multiples.clone(), pair.revision.multiples.clone());
    let is_whole =
        |outer: &Number, inner: &Number| outer.as_f64().zip(inner.as_f64()).is_some_and(|(outer, inner)| outer % inner == 0.0);
    // A multiple of all of these is one of all of those.
    let divides =
        |inner: &[&Number], outer: &[&Number]| inner.iter().all(|inner| outer.iter().any(|outer| is_whole(outer, inner)));
    let said = |all: &[&Number]| {
        if all.is_empty() { "none".to_owned() } else { all.iter().map(ToString::to_string).collect::<Vec<_>>().join(" and ") }
    };
    let message = format!("`multipleOf` was {} and is {}", said(&old), said(&new));
    let keywords = &["multipleOf"];
    match (divides(&new, &old), divides(&old, &new)) {
        (true, _) => pair.shift((&rule::LIMIT_LOOSENED, keywords), Shift::Looser, message, None),
        (false, true) => pair.shift((&rule::LIMIT_TIGHTENED, keywords), Shift::Narrower, message, None),
        (false, false) => pair.shift((&rule::LIMIT_TIGHTENED, keywords), Shift::Other, message, None),
    }
}

/// Makes a value that the base allows and that is just beyond a new limit.
fn beyond(pair: &Pair<'_>, name: &str, limit: f64) -> Option<Value> {
    let View { types, values, patterns, formats, assertions, unions, limits, .. } = &pair.base;
    let only = |ty: JsonType| types.as_deref() == Some(&[ty]);
    let free = values.is_none() && patterns.is_empty() && assertions.is_empty() && unions.is_empty();
    // Some other limit may be in the way of a value beyond this one.
    let alone = free && formats.iter().all(|format| format.starts_with("int")) && limits.keys().all(|other| *other == name);
    if !alone || limit.abs() > 100.0 || !pair.base.multiples.is_empty() {
        return None;
    }
    let length = limit as i64;
    let number = only(JsonType::Integer) || only(JsonType::Number);
    let value = match name {
        "minimum" if number => json!(limit.ceil() as i64 - 1),
        "maximum" if number => json!(limit.floor() as i64 + 1),
        "exclusiveMinimum" if number => json!(limit.floor() as i64),
        "exclusiveMaximum" if number => json!(limit.ceil() as i64),
        "minLength" if only(JsonType::String) && length > 0 => json!("a".repeat(usize::try_from(length - 1).ok()?)),
        "maxLength" if only(JsonType::String) => json!("a".repeat(usize::try_from(length + 1).ok()?)),
        _ => return None,
    };
    // The limit of the base on this keyword holds for the value too.
    let fine = limits.get(name).and_then(Number::as_f64).is_none_or(|own| match &value {
        Value::String(text) if name == "minLength" => text.len() as f64 >= own,
        Value::String(text) => text.len() as f64 <= own,
        value if name.contains("inimum") => value.as_f64().is_some_and(|it| it > own || (it == own && name == "minimum")),
        value => value.as_f64().is_some_and(|it| it < own || (it == own && name == "maximum")),
    });
    fine.then_some(value)
}

pub(super) fn texts(pair: &mut Pair<'_>) {
    let (old, new) = (&pair.base.patterns, &pair.revision.patterns);
    let gone = old.iter().any(|pattern| !new.contains(pattern));
    let come = new.iter().any(|pattern| !old.contains(pattern));
    let join = |patterns: &[&str]| patterns.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(" and ");
    let changed: (_, &[_]) = (&rule::PATTERN_CHANGED, &["pattern"]);
    match (gone, come) {
        (false, false) => {}
        (false, true) => pair.shift(changed, Shift::Narrower, format!("the pattern {} is asked for", join(new)), None),
        (true, false) => pair.shift(changed, Shift::Looser, format!("the pattern {} is gone", join(old)), None),
        (true, true) => {
            let message = format!("the pattern was {} and is {}", join(old), join(new));
            pair.shift(changed, Shift::Unknown, message, None);
        }
    }
}

pub(super) fn assertions(pair: &mut Pair<'_>) {
    patterns_of_names(pair);
    let by_position = lists::tuples(pair).is_some();
    let said = |document: &Document, view: &View<'_>| -> Vec<(&'static str, String)> {
        let is_told = |kind: &AssertionKind| match kind {
            AssertionKind::PatternProperties { .. } => true,
            AssertionKind::PrefixItems(..) => by_position,
            _ => false,
        };
        let others = view.assertions.iter().filter(|it| !is_told(&it.kind));
        others.map(|it| (assertion_keyword(&it.kind), assertion_shape(document, it))).collect()
    };
    let (old, new) = (said(pair.documents.0, &pair.base), said(pair.documents.1, &pair.revision));
    let mut names: Vec<_> = old.iter().chain(&new).map(|(name, _)| *name).collect();
    names.sort_unstable();
    names.dedup();
    for name in names {
        let own = |list: &[(&str, String)], other: &[(&str, String)]| list.iter().any(|it| it.0 == name && !other.contains(it));
        let (shift, message) = match (own(&old, &new), own(&new, &old)) {
            (false, false) => continue,
            (true, true) => (Shift::Unknown, format!("`{name}` says something else")),
            (true, false) => (Shift::Looser, format!("`{name}` is gone")),
            (false, true) => (Shift::Narrower, format!("`{name}` is asked for")),
        };
        let draft = pair.draft(&rule::ASSERTION_CHANGED, message).keywords(together(&name)).about(name);
        pair.drafts.push(draft.wire(shift.wire()));
    }
}

/// What a view says of properties by patterns of their names: the schemas by the patterns, and what holds for the others.
#[derive(Default)]
struct ByPattern<'a> {
    patterns: BTreeMap<&'a str, Together>,
    others: Together,
    is_closed: bool,
}

impl<'a> ByPattern<'a> {
    fn of(view: &View<'a>) -> Self {
        let mut found = Self::default();
        for assertion in &view.assertions {
            let AssertionKind::PatternProperties { named: _, patterns, others } = &assertion.kind else { continue };
            for (pattern, id) in patterns {
                found.patterns.entry(pattern).or_default().push(*id);
            }
            match others {
                AdditionalProperties::Schema(id) => found.others.push(*id),
                AdditionalProperties::Forbidden => found.is_closed = true,
                AdditionalProperties::Unsaid | AdditionalProperties::Any => {}
            }
        }
        found
    }

    /// Which names have schemas, whatever these are.
    fn names(&self) -> (Vec<&'a str>, bool, bool) {
        (self.patterns.keys().copied().collect(), self.others.is_empty(), self.is_closed)
    }
}

/// Compares the schemas of one pattern with each other; that names match others is compared as sets.
fn patterns_of_names(pair: &mut Pair<'_>) {
    let (old, new) = (ByPattern::of(&pair.base), ByPattern::of(&pair.revision));
    let both = |old: &BTreeMap<&str, Together>| -> Vec<(Together, Together)> {
        old.iter().filter_map(|(pattern, ids)| Some((ids.clone(), new.patterns.get(pattern)?.clone()))).collect()
    };
    both(&old.patterns).into_iter().for_each(|(old, new)| pair.child(old, new));
    if !old.others.is_empty() && !new.others.is_empty() {
        pair.child(old.others.clone(), new.others.clone());
    }
    let keywords = &["patternProperties"];
    let (is_gone, is_new) = (new.patterns.is_empty(), old.patterns.is_empty());
    let (shift, message) = match old.names() == new.names() {
        true => return,
        false if is_gone => (Shift::Looser, "`patternProperties` is gone"),
        false if is_new => (Shift::Narrower, "`patternProperties` is asked for"),
        false => (Shift::Unknown, "`patternProperties` says something else"),
    };
    pair.shift((&rule::ASSERTION_CHANGED, keywords), shift, message, None);
}

/// What an assertion asks depends on the keywords beside it, where it is about what they leave.
fn together<'k>(name: &'k &'static str) -> &'k [&'static str] {
    match *name {
        "unevaluatedProperties" => UNEVALUATED_PROPERTIES,
        "unevaluatedItems" => UNEVALUATED_ITEMS,
        _ => std::slice::from_ref(name),
    }
}

const UNEVALUATED_PROPERTIES: &[&str] = &[
    "unevaluatedProperties",
    "properties",
    "patternProperties",
    "additionalProperties",
    "dependentSchemas",
    "if",
    "$ref",
    "allOf",
    "oneOf",
    "anyOf",
];

const UNEVALUATED_ITEMS: &[&str] =
    &["unevaluatedItems", "items", "prefixItems", "contains", "if", "$ref", "allOf", "oneOf", "anyOf"];
