//! Two schemas at the same place -> what changes between them, and the pairs of schemas within.

use bindery::source::Origin;
use bindery::spec::{AdditionalProperties, Document, JsonType, SchemaId};
use serde_json::{Value, json};

use super::change::{Allowed, Shift, Verdict, Ways, Witness};
use super::draft::Draft;
use super::inclusion::sent;
use super::objects;
use super::unions;
use super::view::{View, assertion_keyword, assertion_shape, is_tighter, view, wrapped};
use super::walk::Child;
use super::words;
use crate::rule;

/// A schema of a document.
pub(super) type Place<'a> = (&'a Document, SchemaId);

/// What is compared, and what comes of it.
pub(super) struct Pair<'a> {
    pub(super) documents: (&'a Document, &'a Document),
    pub(super) ids: (SchemaId, SchemaId),
    pub(super) base: View<'a>,
    pub(super) revision: View<'a>,
    pub(super) drafts: Vec<Draft>,
    pub(super) children: Vec<Child>,
}

/// Compares two schemas, and says which ones within them to compare next.
pub(super) fn compare(base: Place<'_>, revision: Place<'_>) -> (Vec<Draft>, Vec<Child>) {
    let words = words::of_schemas(&base.0.schemas[base.1], &revision.0.schemas[revision.1]);
    let mut pair = Pair {
        documents: (base.0, revision.0),
        ids: (base.1, revision.1),
        base: view(base.0, base.1),
        revision: view(revision.0, revision.1),
        drafts: words.into_iter().collect(),
        children: Vec::new(),
    };
    if pair.base.never != pair.revision.never {
        let message = if pair.base.never { "any value is allowed where none was" } else { "no value is allowed any more" };
        let shift = if pair.base.never { Shift::Wider } else { Shift::Narrower };
        pair.shift((&rule::TYPE_CHANGED, &["type"]), shift, message, None);
        return (pair.drafts, pair.children);
    }
    if let (Some(old), Some(new)) = (wrapped(base.0, base.1), wrapped(revision.0, revision.1)) {
        around(&mut pair);
        pair.child(old, new);
        return (pair.drafts, pair.children);
    }
    null(&mut pair);
    let is_other = if unions::compare(&mut pair) { is_about_nothing(&pair) } else { types(&mut pair) };
    values(&mut pair);
    default(&mut pair);
    deprecation(&mut pair);
    // What is another sort of value has other keywords for it, which is no news.
    if !is_other {
        format(&mut pair);
        limits(&mut pair);
        texts(&mut pair);
        lists(&mut pair);
        objects::compare(&mut pair);
        additional(&mut pair);
        assertions(&mut pair);
    }
    (pair.drafts, pair.children)
}

/// Tells whether a side has only a union, so that whatever the other one says has gone into it, or came out of it.
fn is_about_nothing(pair: &Pair<'_>) -> bool {
    let is_bare = |view: &View<'_>| view.properties.is_empty() && view.limits.is_empty() && view.items.is_none();
    [&pair.base, &pair.revision].into_iter().any(|view| !view.unions.is_empty() && is_bare(view))
}

impl<'a> Pair<'a> {
    pub(super) fn places(&self) -> (Option<&'a Origin>, Option<&'a Origin>) {
        (Some(self.base.origin), Some(self.revision.origin))
    }

    pub(super) fn draft(&self, rule: &'static crate::Rule, message: impl Into<String>) -> Draft {
        let (base, revision) = self.places();
        Draft::new(rule, base, revision, message)
    }

    /// Adds a change that makes more or fewer values right, as far as these keywords go.
    pub(super) fn shift(
        &mut self,
        (rule, keywords): (&'static crate::Rule, &[&'static str]),
        shift: Shift,
        message: impl Into<String>,
        witness: Option<Witness>,
    ) {
        let draft = self.draft(rule, message).keywords(keywords).wire(shift.wire()).witness(witness);
        self.drafts.push(draft);
    }

    pub(super) fn child(&mut self, base: SchemaId, revision: SchemaId) {
        self.children.push(Child { ids: (base, revision), ways: Ways { request: true, response: true }, member: None });
    }
}

pub(super) fn before(value: Value) -> Option<Witness> {
    Some(Witness { value, allowed: Allowed::Before })
}

pub(super) fn now(value: Value) -> Option<Witness> {
    Some(Witness { value, allowed: Allowed::Now })
}

/// Compares what two schemas add to the one that each is about; that one has its changes itself.
fn around(pair: &mut Pair<'_>) {
    let (old, new) = (&pair.documents.0.schemas[pair.ids.0], &pair.documents.1.schemas[pair.ids.1]);
    if old.nullable != new.nullable {
        null(pair);
    }
    default(pair);
    if old.deprecated != new.deprecated {
        deprecation(pair);
    }
}

fn null(pair: &mut Pair<'_>) {
    // Of a schema that says no type, null is one of the values that are lost or gained with it.
    let typed = |view: &View<'_>| view.types.is_some() || view.values.is_some() || !view.unions.is_empty();
    if !typed(&pair.base) || !typed(&pair.revision) {
        return;
    }
    match (pair.base.null, pair.revision.null) {
        (false, true) => pair.shift((&rule::NULL_ALLOWED, &[]), Shift::Wider, "null is allowed", now(Value::Null)),
        (true, false) => {
            pair.shift((&rule::NULL_REFUSED, &[]), Shift::Narrower, "null is not allowed any more", before(Value::Null));
        }
        _ => {}
    }
}

/// Compares the types. Returns whether they have nothing in common that is worth a comparison.
fn types(pair: &mut Pair<'_>) -> bool {
    let (old, new) = (&kinds(&pair.base), &kinds(&pair.revision));
    // That only some values are allowed is a change of its own.
    let implied =
        |view: &View<'_>, own: &Option<Vec<JsonType>>, other| view.types.is_none() && own.is_some() && contains(other, own);
    if implied(&pair.base, old, new) || implied(&pair.revision, new, old) {
        return false;
    }
    let (wider, narrower) = (contains(new, old), contains(old, new));
    let shift = match (wider, narrower) {
        (true, true) => return false,
        (true, false) => Shift::Wider,
        (false, true) => Shift::Narrower,
        (false, false) => Shift::Other,
    };
    let message = format!("the type was {} and is {}", type_names(old), type_names(new));
    let lost = |from: &Option<Vec<JsonType>>, to: &Option<Vec<JsonType>>| {
        let all = [JsonType::Boolean, JsonType::Number, JsonType::String, JsonType::Array, JsonType::Object];
        let from = from.clone().unwrap_or_else(|| all.to_vec());
        from.into_iter().find(|it| !has(to, *it)).map(|it| example_of(it, to))
    };
    // An example of the type alone could break something else that is said; a schema's own sample does not.
    let plain =
        |view: &View<'_>| view.values.is_none() && view.limits.is_empty() && view.patterns.is_empty() && view.format.is_none();
    let witness = if wider {
        lost(new, old).filter(|_| plain(&pair.revision)).and_then(now)
    } else {
        lost(old, new).filter(|_| plain(&pair.base) && pair.base.required.is_empty()).and_then(before)
    };
    let common = |old: &[JsonType], new: &[JsonType]| old.iter().any(|it| new.contains(it)) || shift != Shift::Other;
    let is_other = !old.as_ref().zip(new.as_ref()).is_some_and(|(old, new)| common(old, new));
    pair.shift((&rule::TYPE_CHANGED, &["type"]), shift, message, witness);
    is_other
}

/// Returns the types that a schema allows: those that it names, else those of its values.
fn kinds(view: &View<'_>) -> Option<Vec<JsonType>> {
    let kind = |value: &&Value| match value {
        Value::Bool(_) => Some(JsonType::Boolean),
        Value::Number(number) if number.is_f64() => Some(JsonType::Number),
        Value::Number(_) => Some(JsonType::Integer),
        Value::String(_) => Some(JsonType::String),
        Value::Array(_) => Some(JsonType::Array),
        Value::Object(_) => Some(JsonType::Object),
        Value::Null => None,
    };
    let of_values = || {
        let mut kinds: Vec<_> = view.values.as_ref()?.iter().filter_map(kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        Some(kinds)
    };
    view.types.clone().or_else(of_values)
}

fn has(types: &Option<Vec<JsonType>>, it: JsonType) -> bool {
    types.as_ref().is_none_or(|types| types.contains(&it) || (it == JsonType::Integer && types.contains(&JsonType::Number)))
}

/// Tells whether every type of `inner` is one of `outer`.
fn contains(outer: &Option<Vec<JsonType>>, inner: &Option<Vec<JsonType>>) -> bool {
    match inner {
        Some(inner) => inner.iter().all(|it| has(outer, *it)),
        None => outer.is_none(),
    }
}

pub(super) fn type_names(types: &Option<Vec<JsonType>>) -> String {
    let name = |ty: &JsonType| format!("{ty:?}").to_lowercase();
    match types.as_deref() {
        None => "any".to_owned(),
        Some([]) => "none".to_owned(),
        Some(types) => types.iter().map(name).collect::<Vec<_>>().join(" or "),
    }
}

fn example_of(ty: JsonType, refused_by: &Option<Vec<JsonType>>) -> Value {
    match ty {
        JsonType::Boolean => json!(true),
        JsonType::Integer => json!(1),
        JsonType::Number if has(refused_by, JsonType::Integer) => json!(0.5),
        JsonType::Number => json!(1),
        JsonType::String => json!("a"),
        JsonType::Array => json!([]),
        JsonType::Object => json!({}),
    }
}

fn values(pair: &mut Pair<'_>) {
    match (pair.base.values.clone(), pair.revision.values.clone()) {
        (None, None) => {}
        (Some(old), None) => {
            let message = format!("any value is allowed, and not only {}", listed(&old));
            pair.shift((&rule::ENUM_REMOVED, &["enum"]), Shift::Wider, message, None);
        }
        (None, Some(new)) => {
            let witness = sent(pair.documents.0, pair.ids.0).filter(|value| !new.contains(&value)).and_then(before);
            let message = format!("only {} allowed", are(&new));
            pair.shift((&rule::ENUM_ADDED, &["enum"]), Shift::Narrower, message, witness);
        }
        (Some(old), Some(new)) => {
            for value in old.iter().filter(|value| !new.contains(value)) {
                let message = format!("`{value}` is not allowed any more");
                let draft = pair.draft(&rule::ENUM_VALUE_REMOVED, message).wire(Shift::Narrower.wire());
                pair.drafts.push(draft.member(&value.to_string()).witness(before((*value).clone())));
            }
            // A reader of an enum that says it grows is ready for more.
            let response = if pair.base.extensible { Verdict::Compatible } else { Verdict::Breaking };
            for value in new.iter().filter(|value| !old.contains(value)) {
                let draft = pair.draft(&rule::ENUM_VALUE_ADDED, format!("`{value}` is allowed too"));
                pair.drafts.push(
                    draft
                        .member(&value.to_string())
                        .request(Verdict::Compatible)
                        .response(response)
                        .witness(now((*value).clone())),
                );
            }
        }
    }
}

fn listed(values: &[&Value]) -> String {
    let mut words: Vec<_> = values.iter().take(5).map(|value| format!("`{value}`")).collect();
    if values.len() > 5 {
        words.push("…".to_owned());
    }
    words.join(", ")
}

fn are(values: &[&Value]) -> String {
    format!("{} {}", listed(values), if values.len() == 1 { "is" } else { "are" })
}

fn format(pair: &mut Pair<'_>) {
    let (old, new) = (pair.base.format, pair.revision.format);
    if old == new {
        return;
    }
    let narrows = |from: Option<&str>, to: Option<&str>| match (from, to) {
        (None, Some(_)) => true,
        (Some(from), Some(to)) => matches!((from, to), ("int64", "int32") | ("double", "float")),
        (_, None) => false,
    };
    let name = |format: Option<&str>| format.map_or_else(|| "none".to_owned(), |name| format!("`{name}`"));
    let message = format!("the format was {} and is {}", name(old), name(new));
    let shift = match (narrows(old, new), narrows(new, old)) {
        (true, _) => Shift::Narrower,
        (_, true) => Shift::Wider,
        _ => Shift::Other,
    };
    let asserted = |format: &str| ASSERTED.contains(&format);
    if old.into_iter().chain(new).all(asserted) {
        let plain = pair.base.values.is_none() && pair.base.limits.is_empty() && pair.base.patterns.is_empty();
        let texts = pair.base.types.as_deref() == Some(&[JsonType::String]);
        let witness = (old.is_none() && plain && texts).then(|| json!("a")).and_then(before);
        pair.shift((&rule::FORMAT_CHANGED, &["type", "format"]), shift, message, witness);
    } else {
        // A format that nobody defines says to people what it says.
        let draft = pair.draft(&rule::FORMAT_CHANGED, message).request(Verdict::Unknown).response(Verdict::Unknown);
        pair.drafts.push(draft);
    }
}

/// The formats that leave some values out (OpenAPI's own, and those of JSON Schema 2020-12, Validation, section 7.3).
const ASSERTED: &[&str] = &[
    "int8",
    "int16",
    "uint8",
    "uint16",
    "uint32",
    "uint64",
    "int32",
    "int64",
    "float",
    "double",
    "byte",
    "date",
    "date-time",
    "time",
    "duration",
    "email",
    "hostname",
    "idn-email",
    "idn-hostname",
    "ipv4",
    "ipv6",
    "uri",
    "uri-reference",
    "iri",
    "iri-reference",
    "uuid",
    "json-pointer",
    "regex",
];

fn limits(pair: &mut Pair<'_>) {
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
        let said = |limit: &Option<serde_json::Number>| limit.as_ref().map_or_else(|| "none".to_owned(), ToString::to_string);
        let message = format!("`{name}` was {} and is {}", said(&old), said(&new));
        if tighter {
            let limit = new.as_ref().and_then(serde_json::Number::as_f64);
            let witness = limit.and_then(|limit| beyond(pair, name, limit)).and_then(before);
            pair.shift((&rule::LIMIT_TIGHTENED, &[name]), Shift::Narrower, message, witness);
        } else {
            pair.shift((&rule::LIMIT_LOOSENED, &[name]), Shift::Looser, message, None);
        }
    }
    if pair.base.multiple_of != pair.revision.multiple_of {
        multiples(pair);
    }
}

fn multiples(pair: &mut Pair<'_>) {
    let (old, new) = (pair.base.multiple_of, pair.revision.multiple_of);
    let divides = |inner: Option<&serde_json::Number>, outer: Option<&serde_json::Number>| match (inner, outer) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(inner), Some(outer)) => outer.as_f64().zip(inner.as_f64()).is_some_and(|(outer, inner)| outer % inner == 0.0),
    };
    let said = |limit: Option<&serde_json::Number>| limit.map_or_else(|| "none".to_owned(), ToString::to_string);
    let message = format!("`multipleOf` was {} and is {}", said(old), said(new));
    let keywords = &["multipleOf"];
    match (divides(new, old), divides(old, new)) {
        (true, _) => pair.shift((&rule::LIMIT_LOOSENED, keywords), Shift::Looser, message, None),
        (false, true) => pair.shift((&rule::LIMIT_TIGHTENED, keywords), Shift::Narrower, message, None),
        (false, false) => pair.shift((&rule::LIMIT_TIGHTENED, keywords), Shift::Other, message, None),
    }
}

/// Makes a value that the base allows and that is just beyond a new limit.
fn beyond(pair: &Pair<'_>, name: &str, limit: f64) -> Option<Value> {
    let View { types, values, patterns, format, assertions, unions, limits, .. } = &pair.base;
    let only = |ty: JsonType| types.as_deref() == Some(&[ty]);
    let free = values.is_none() && patterns.is_empty() && assertions.is_empty() && unions.is_empty();
    // Some other limit may be in the way of a value beyond this one.
    let alone = free && format.is_none_or(|format| format.starts_with("int")) && limits.keys().all(|other| *other == name);
    if !alone || limit.abs() > 100.0 || pair.base.multiple_of.is_some() {
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
    let fine = limits.get(name).and_then(serde_json::Number::as_f64).is_none_or(|own| match &value {
        Value::String(text) if name == "minLength" => text.len() as f64 >= own,
        Value::String(text) => text.len() as f64 <= own,
        value if name.contains("inimum") => value.as_f64().is_some_and(|it| it > own || (it == own && name == "minimum")),
        value => value.as_f64().is_some_and(|it| it < own || (it == own && name == "maximum")),
    });
    fine.then_some(value)
}

fn texts(pair: &mut Pair<'_>) {
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

fn lists(pair: &mut Pair<'_>) {
    match (pair.base.unique_items, pair.revision.unique_items) {
        (false, true) => {
            pair.shift((&rule::LIMIT_TIGHTENED, &["uniqueItems"]), Shift::Narrower, "no two items may be equal", None);
        }
        (true, false) => pair.shift((&rule::LIMIT_LOOSENED, &["uniqueItems"]), Shift::Looser, "items may be equal", None),
        _ => {}
    }
    let lists = |view: &View<'_>| has(&view.types, JsonType::Array);
    let changed: (_, &[_]) = (&rule::ITEMS_CHANGED, &["items"]);
    match (pair.base.items, pair.revision.items) {
        (Some(old), Some(new)) => pair.child(old, new),
        (Some(_), None) if lists(&pair.revision) => pair.shift(changed, Shift::Wider, "items may be anything", None),
        (None, Some(_)) if lists(&pair.base) => pair.shift(changed, Shift::Narrower, "items have a schema", None),
        _ => {}
    }
}

fn assertions(pair: &mut Pair<'_>) {
    let said = |document: &Document, view: &View<'_>| -> Vec<(&'static str, String)> {
        view.assertions.iter().map(|it| (assertion_keyword(&it.kind), assertion_shape(document, it))).collect()
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
        pair.shift((&rule::ASSERTION_CHANGED, &[name]), shift, message, None);
    }
}

fn default(pair: &mut Pair<'_>) {
    let (old, new) = (pair.base.default, pair.revision.default);
    if old != new {
        let said = |value: Option<&Value>| value.map_or_else(|| "none".to_owned(), |value| format!("`{value}`"));
        let message = format!("the default was {} and is {}", said(old), said(new));
        let draft = pair.draft(&rule::DEFAULT_CHANGED, message).request(Verdict::Unknown).response(Verdict::Compatible);
        pair.drafts.push(draft);
    }
}

fn deprecation(pair: &mut Pair<'_>) {
    let message = match (pair.base.deprecated, pair.revision.deprecated) {
        (false, true) => "it is deprecated",
        (true, false) => "it is not deprecated any more",
        _ => return,
    };
    let draft = pair.draft(&rule::DEPRECATED, message).request(Verdict::Compatible).response(Verdict::Compatible);
    pair.drafts.push(draft);
}

/// Which properties are others depends on those that are described.
const OTHERS: &[&str] = &["properties", "additionalProperties"];

fn additional(pair: &mut Pair<'_>) {
    use AdditionalProperties::{Any, Forbidden, Schema, Unsaid};
    match (pair.base.additional, pair.revision.additional) {
        (Schema(old), Schema(new)) => pair.child(old, new),
        (Forbidden, Forbidden) | (Any | Unsaid, Any | Unsaid) => {}
        (Forbidden, _) => {
            let draft = pair.draft(&rule::OBJECT_OPENED, "properties that nobody described are allowed");
            pair.drafts.push(draft.request(Verdict::Compatible).response(Verdict::Compatible));
        }
        (_, Forbidden) => {
            let extra = sent(pair.documents.0, pair.ids.0).and_then(|value| match value {
                Value::Object(mut map) if matches!(pair.base.additional, Any | Unsaid) => {
                    map.insert("something_else".to_owned(), json!(true));
                    Some(Value::Object(map))
                }
                _ => None,
            });
            let message = "properties that nobody described are not allowed any more";
            pair.shift((&rule::OBJECT_CLOSED, &[]), Shift::Narrower, message, extra.and_then(before));
        }
        (Any | Unsaid, Schema(_)) => {
            let message = "properties that nobody described have a schema";
            pair.shift((&rule::ADDITIONAL_CHANGED, OTHERS), Shift::Narrower, message, None);
        }
        (Schema(_), Any | Unsaid) => {
            let message = "properties that nobody described may be anything";
            pair.shift((&rule::ADDITIONAL_CHANGED, OTHERS), Shift::Wider, message, None);
        }
    }
}
