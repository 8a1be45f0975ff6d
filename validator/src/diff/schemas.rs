//! Two schemas at the same place -> what changes between them, and the pairs of schemas within.

use bindery::source::Origin;
use bindery::spec::{Document, JsonType, SchemaId};
use serde_json::{Value, json};

use super::change::{Allowed, Shift, Verdict, Ways, Witness};
use super::draft::Draft;
use super::inclusion::sent;
use super::keywords;
use super::left_out::{Side, contents};
use super::lists;
use super::objects;
use super::unions;
use super::view::{Additional, EXTENSIBLE, Together, View, view, wrapped};
use super::walk::Child;
use super::words;
use crate::rule;

/// What is compared, and what comes of it.
pub(super) struct Pair<'a> {
    pub(super) sides: (Side<'a>, Side<'a>),
    pub(super) documents: (&'a Document, &'a Document),
    pub(super) ids: (&'a [SchemaId], &'a [SchemaId]),
    pub(super) base: View<'a>,
    pub(super) revision: View<'a>,
    pub(super) drafts: Vec<Draft>,
    pub(super) children: Vec<Child>,
}

/// Compares schemas that hold together with others that do, and says which ones within them to compare next.
pub(super) fn compare(sides: (Side<'_>, Side<'_>), ids: (&[SchemaId], &[SchemaId])) -> Compared {
    let documents = (sides.0.document, sides.1.document);
    let (base, revision) = (view(documents.0, ids.0), view(documents.1, ids.1));
    let mut pair = Pair { sides, documents, ids, base, revision, drafts: Vec::new(), children: Vec::new() };
    let inner = wrapped(documents.0, ids.0).zip(wrapped(documents.1, ids.1));
    let own = if inner.is_some() { (ids.0.to_vec(), ids.1.to_vec()) } else { (pair.base.own.clone(), pair.revision.own.clone()) };
    words::of_schemas(&mut pair, (&own.0, &own.1));
    keywords_of(&mut pair, inner);
    Compared { access: words::of_access(&pair), drafts: pair.drafts, children: pair.children }
}

/// What comes of a comparison.
pub(super) struct Compared {
    pub(super) drafts: Vec<Draft>,
    pub(super) children: Vec<Child>,
    /// Who sends the values, which only a property minds.
    pub(super) access: Option<Draft>,
}

fn keywords_of(pair: &mut Pair<'_>, inner: Option<(SchemaId, SchemaId)>) {
    if pair.base.never != pair.revision.never {
        let message = if pair.base.never { "any value is allowed where none was" } else { "no value is allowed any more" };
        let shift = if pair.base.never { Shift::Wider } else { Shift::Narrower };
        pair.shift((&rule::TYPE_CHANGED, &["type"]), shift, message, None);
        return;
    }
    if let Some((old, new)) = inner {
        around(pair);
        pair.child(vec![old], vec![new]);
        return;
    }
    null(pair);
    let is_other = if unions::compare(pair) { is_about_nothing(pair) } else { types(pair) };
    values(pair);
    known_values(pair);
    default(pair);
    deprecation(pair);
    // What is another sort of value has other keywords for it, which is no news.
    if !is_other {
        keywords::format(pair);
        contents(pair);
        keywords::limits(pair);
        keywords::texts(pair);
        lists::compare(pair);
        objects::compare(pair);
        additional(pair);
        keywords::assertions(pair);
    }
}

/// Tells whether a side has only a union, so that whatever the other one says has gone into it, or came out of it.
fn is_about_nothing(pair: &Pair<'_>) -> bool {
    let is_bare = |view: &View<'_>| view.properties.is_empty() && view.limits.is_empty() && view.items.is_empty();
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

    pub(super) fn child(&mut self, base: Together, revision: Together) {
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
    let flags = |document: &Document, ids: &[SchemaId]| {
        let schemas = || ids.iter().map(|id| &document.schemas[*id]);
        (schemas().any(|schema| schema.nullable), schemas().any(|schema| schema.deprecated))
    };
    let (old, new) = (flags(pair.documents.0, pair.ids.0), flags(pair.documents.1, pair.ids.1));
    if old.0 != new.0 {
        null(pair);
    }
    default(pair);
    if old.1 != new.1 {
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
    let meant = (meant(&pair.base, old), meant(&pair.revision, new));
    let is_other = !meant.0.as_ref().zip(meant.1.as_ref()).is_some_and(|(old, new)| is_common(old, new));
    // What is meant counts where both sides mean something else; that it is said is a change too.
    let (old, new) = if is_other && meant.0.is_some() && meant.1.is_some() { (&meant.0, &meant.1) } else { (old, new) };
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
        |view: &View<'_>| view.values.is_none() && view.limits.is_empty() && view.patterns.is_empty() && view.formats.is_empty();
    let witness = if wider {
        lost(new, old).filter(|_| plain(&pair.revision)).and_then(now)
    } else {
        lost(old, new).filter(|_| plain(&pair.base) && pair.base.required.is_empty()).and_then(before)
    };
    pair.shift((&rule::TYPE_CHANGED, &["type"]), shift, message, witness);
    is_other
}

/// Tells whether some values are of both.
fn is_common(left: &[JsonType], right: &[JsonType]) -> bool {
    let is_of =
        |it: &JsonType, types: &[JsonType]| types.contains(it) || *it == JsonType::Integer && types.contains(&JsonType::Number);
    left.iter().any(|it| is_of(it, right)) || right.iter().any(|it| is_of(it, left))
}

/// Returns the types that a schema means: without a type, one that speaks of properties is read as one of objects, and of items as one of lists.
fn meant(view: &View<'_>, own: &Option<Vec<JsonType>>) -> Option<Vec<JsonType>> {
    let is_object = !view.properties.is_empty() || !view.required.is_empty() || view.additional != Additional::Unsaid;
    let guess = if is_object { Some(JsonType::Object) } else { (!view.items.is_empty()).then_some(JsonType::Array) };
    own.clone().or_else(|| Some(vec![guess?]))
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

pub(super) fn has(types: &Option<Vec<JsonType>>, it: JsonType) -> bool {
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

/// Compares values that are named where more may come (`x-extensible-enum`): a reader is ready for more, and a server may refuse others.
fn known_values(pair: &mut Pair<'_>) {
    let (old, new) = (pair.base.known.clone(), pair.revision.known.clone());
    let mut add = |rule, message: String, request: Verdict, about: String| {
        let draft = pair.draft(rule, message).request(request).response(Verdict::Compatible);
        pair.drafts.push(draft.about(about));
    };
    match (old, new) {
        (None, None) => {}
        (None, Some(new)) => {
            let message = format!("{} named, and more may come", are(&new));
            add(&rule::ENUM_ADDED, message, Verdict::Unknown, EXTENSIBLE.to_owned());
        }
        (Some(old), None) => {
            let message = format!("{} not named any more", are(&old));
            add(&rule::ENUM_REMOVED, message, Verdict::Compatible, EXTENSIBLE.to_owned());
        }
        (Some(old), Some(new)) => {
            let about = |value: &Value| format!("{EXTENSIBLE} {value}");
            for value in old.iter().filter(|value| !new.contains(value)) {
                add(&rule::ENUM_VALUE_REMOVED, format!("`{value}` is not named any more"), Verdict::Unknown, about(value));
            }
            for value in new.iter().filter(|value| !old.contains(value)) {
                add(
                    &rule::ENUM_VALUE_ADDED,
                    format!("`{value}` is named too, where more may come"),
                    Verdict::Compatible,
                    about(value),
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
    use Additional::{Any, Forbidden, Schemas, Unsaid};
    match (pair.base.additional.clone(), pair.revision.additional.clone()) {
        (Schemas(old), Schemas(new)) => pair.child(old, new),
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
        (Any | Unsaid, Schemas(_)) => {
            let message = "properties that nobody described have a schema";
            pair.shift((&rule::ADDITIONAL_CHANGED, OTHERS), Shift::Narrower, message, None);
        }
        (Schemas(_), Any | Unsaid) => {
            let message = "properties that nobody described may be anything";
            pair.shift((&rule::ADDITIONAL_CHANGED, OTHERS), Shift::Wider, message, None);
        }
    }
}
