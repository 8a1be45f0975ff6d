//! Schemas of the normal form that hold together -> what they say, `$ref`, `allOf` and unions of one branch taken together.
//!
//! So a flat object, the same in parts and the same behind a reference look alike, and whatever follows compares views only. What several
//! parts say of one property, or of the items, holds together again.

use std::collections::HashSet;

use bindery::source::Origin;
use bindery::spec::{AdditionalProperties, Assertion, AssertionKind, Discriminator, Document, JsonType, Schema, SchemaId};
use indexmap::IndexMap;
use serde_json::{Number, Value};

/// Schemas that hold together, one or more. They are called by the first.
pub(super) type Together = Vec<SchemaId>;

/// What holds for properties that nobody described.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Additional {
    /// Nothing is said: they are allowed.
    Unsaid,
    /// They are allowed on purpose.
    Any,
    /// There are none.
    Forbidden,
    /// Each satisfies these.
    Schemas(Together),
}

impl Additional {
    fn add(&mut self, more: AdditionalProperties) {
        match (&mut *self, more) {
            (Self::Forbidden, _) | (_, AdditionalProperties::Unsaid) => {}
            (_, AdditionalProperties::Forbidden) => *self = Self::Forbidden,
            (Self::Schemas(mine), AdditionalProperties::Schema(id)) => mine.push(id),
            (_, AdditionalProperties::Schema(id)) => *self = Self::Schemas(vec![id]),
            (Self::Unsaid, AdditionalProperties::Any) => *self = Self::Any,
            (Self::Any | Self::Schemas(_), AdditionalProperties::Any) => {}
        }
    }
}

/// Says that values may come that are not named, or names those that there are.
pub(super) const EXTENSIBLE: &str = "x-extensible-enum";

/// What schemas say.
pub(super) struct View<'a> {
    /// The first schema that it was made of, at the end of references.
    pub(super) origin: &'a Origin,
    /// All that it was made of.
    pub(super) parts: Vec<SchemaId>,
    /// Those of them that stand here, and are not components.
    pub(super) own: Vec<SchemaId>,
    pub(super) types: Option<Vec<JsonType>>,
    pub(super) null: bool,
    pub(super) never: bool,
    pub(super) deprecated: bool,
    pub(super) read_only: bool,
    pub(super) write_only: bool,
    pub(super) unique_items: bool,
    pub(super) extensible: bool,
    /// Values that are named where more may come.
    pub(super) known: Option<Vec<&'a Value>>,
    pub(super) default: Option<&'a Value>,
    pub(super) formats: Vec<&'a str>,
    pub(super) values: Option<Vec<&'a Value>>,
    pub(super) multiples: Vec<&'a Number>,
    /// Limits by the names of their keywords.
    pub(super) limits: IndexMap<&'static str, Number>,
    pub(super) patterns: Vec<&'a str>,
    pub(super) items: Together,
    pub(super) properties: IndexMap<&'a str, Together>,
    pub(super) required: Vec<&'a str>,
    pub(super) additional: Additional,
    /// Unions of several branches: whether exactly one holds, and the branches.
    pub(super) unions: Vec<(bool, &'a [SchemaId])>,
    pub(super) assertions: Vec<&'a Assertion>,
    /// The discriminator, and the schema that has it.
    pub(super) discriminator: Option<(SchemaId, &'a Discriminator)>,
}

/// Makes the view of schemas that hold together.
pub(super) fn view<'a>(document: &'a Document, ids: &[SchemaId]) -> View<'a> {
    let origin = ids.first().map_or(&document.origin, |id| &document.schemas[target(document, *id)].origin);
    let mut view = View {
        origin,
        parts: Vec::new(),
        own: Vec::new(),
        types: None,
        null: ids.iter().all(|id| accepts_null(document, *id, &mut HashSet::new())),
        never: false,
        deprecated: false,
        read_only: false,
        write_only: false,
        unique_items: false,
        extensible: false,
        known: None,
        default: None,
        formats: Vec::new(),
        values: None,
        multiples: Vec::new(),
        limits: IndexMap::new(),
        patterns: Vec::new(),
        items: Vec::new(),
        properties: IndexMap::new(),
        required: Vec::new(),
        additional: Additional::Unsaid,
        unions: Vec::new(),
        assertions: Vec::new(),
        discriminator: None,
    };
    let mut pending: Vec<(SchemaId, bool)> = ids.iter().rev().map(|id| (*id, true)).collect();
    let mut seen = HashSet::new();
    while let Some((id, is_own)) = pending.pop() {
        if seen.insert(id) {
            let schema = &document.schemas[id];
            view.parts.push(id);
            view.own.extend(is_own.then_some(id));
            view.add(id, schema);
            let inner = parts(schema).into_iter().rev();
            pending.extend(inner.map(|part| (part, is_own && schema.reference != Some(part))));
        }
    }
    view
}

/// Follows references of schemas that hold together, each to its end.
pub(super) fn targets(document: &Document, ids: &[SchemaId]) -> Together {
    let mut targets = Together::new();
    for id in ids {
        let target = target(document, *id);
        if !targets.contains(&target) {
            targets.push(target);
        }
    }
    targets
}

/// Returns what is passed by on the way to the end of references, up to the first component, which says its own words.
pub(super) fn passed(document: &Document, id: SchemaId) -> Together {
    let end = target(document, id);
    let mut passed = Together::new();
    let mut at = id;
    while at != end && !passed.contains(&at) {
        passed.push(at);
        let schema = &document.schemas[at];
        let Some(next) = schema.reference.or(schema.all_of.first().copied()) else { break };
        if is_component(&document.schemas[next].origin) {
            break;
        }
        at = next;
    }
    passed
}

/// Follows references that say nothing else, also those in an `allOf` of one, which is how 3.0 puts words beside a reference.
pub(super) fn target(document: &Document, id: SchemaId) -> SchemaId {
    let mut seen = HashSet::new();
    let mut at = id;
    while seen.insert(at) {
        let schema = &document.schemas[at];
        match (schema.reference, schema.all_of.as_slice()) {
            (Some(next), []) if narrows_nothing(schema) => at = next,
            (None, [only]) if narrows_nothing(schema) => at = *only,
            _ => break,
        }
    }
    at
}

fn is_component(origin: &Origin) -> bool {
    origin.pointer.as_str().strip_prefix("/components/schemas/").is_some_and(|name| !name.contains('/'))
}

/// Returns the only schema that another one is about, if it adds no more than null, a default, who sends it, or that it is deprecated.
pub(super) fn wrapped(document: &Document, ids: &[SchemaId]) -> Option<SchemaId> {
    let [id] = ids else { return None };
    let schema = &document.schemas[*id];
    let most = schema.all_of.len().max(schema.one_of.len()).max(schema.any_of.len());
    match parts(schema).as_slice() {
        [only] if most < 2 && is_bare(schema) => Some(*only),
        _ => None,
    }
}

/// Tells whether what a schema says besides the one that it is about is only words.
fn narrows_nothing(schema: &Schema) -> bool {
    let flags = [schema.nullable, schema.deprecated, schema.read_only, schema.write_only, schema.default.is_some()];
    is_bare(schema) && !flags.contains(&true) && schema.one_of.is_empty() && schema.any_of.is_empty()
}

/// Tells whether a schema leaves no values out by itself.
fn is_bare(schema: &Schema) -> bool {
    let limits = [&schema.minimum, &schema.maximum, &schema.exclusive_minimum, &schema.exclusive_maximum, &schema.multiple_of];
    let counts =
        [schema.min_length, schema.max_length, schema.min_items, schema.max_items, schema.min_properties, schema.max_properties];
    let flags = [
        schema.never,
        schema.unique_items,
        schema.types.is_some(),
        schema.format.is_some(),
        schema.enumeration.is_some(),
        schema.pattern.is_some(),
        schema.items.is_some(),
        schema.discriminator.is_some(),
    ];
    let lists = [schema.properties.len(), schema.required.len(), schema.assertions.len()];
    limits.iter().all(|limit| limit.is_none())
        && counts.iter().all(Option::is_none)
        && !flags.contains(&true)
        && lists.iter().all(|length| *length == 0)
        && schema.additional_properties == AdditionalProperties::Unsaid
}

/// The schemas that hold together with a schema.
fn parts(schema: &Schema) -> Vec<SchemaId> {
    let single = |list: &[SchemaId]| if let [only] = list { Some(*only) } else { None };
    let reference = schema.reference.into_iter().chain(schema.all_of.iter().copied());
    reference.chain(single(&schema.one_of)).chain(single(&schema.any_of)).collect()
}

fn accepts_null(document: &Document, id: SchemaId, seen: &mut HashSet<SchemaId>) -> bool {
    let schema = &document.schemas[id];
    if schema.nullable || !seen.insert(id) {
        return true;
    }
    let own = schema.types.is_none() && schema.enumeration.is_none() && !schema.never;
    let together = own && schema.reference.iter().chain(&schema.all_of).all(|id| accepts_null(document, *id, seen));
    let mut any = |list: &[SchemaId]| list.is_empty() || list.iter().any(|id| accepts_null(document, *id, seen));
    let result = together && any(&schema.one_of) && any(&schema.any_of);
    seen.remove(&id);
    result
}

impl<'a> View<'a> {
    fn add(&mut self, id: SchemaId, schema: &'a Schema) {
        self.never |= schema.never;
        self.deprecated |= schema.deprecated;
        self.read_only |= schema.read_only;
        self.write_only |= schema.write_only;
        self.unique_items |= schema.unique_items;
        self.extensible |= schema.extensions.get(EXTENSIBLE).is_some_and(|value| *value != Value::Bool(false));
        let known = schema.extensions.get(EXTENSIBLE).and_then(Value::as_array);
        self.known = self.known.take().or_else(|| Some(known?.iter().collect()));
        self.default = self.default.or(schema.default.as_ref());
        self.formats.extend(schema.format.as_deref().filter(|it| !self.formats.contains(it)));
        self.multiples.extend(schema.multiple_of.as_ref().filter(|it| !self.multiples.contains(it)));
        self.patterns.extend(schema.pattern.as_deref());
        self.items.extend(schema.items);
        self.discriminator = self.discriminator.or(schema.discriminator.as_ref().map(|it| (id, it)));
        self.assertions.extend(&schema.assertions);
        self.add_types(schema);
        self.add_limits(schema);
        self.add_object(schema);
        for (exactly_one, branches) in [(true, &schema.one_of), (false, &schema.any_of)] {
            if branches.len() > 1 {
                self.unions.push((exactly_one, branches));
            }
        }
    }

    fn add_types(&mut self, schema: &'a Schema) {
        if let Some(types) = &schema.types {
            self.types = Some(match self.types.take() {
                Some(mine) => both(&mine, types),
                None => types.clone(),
            });
        }
        if let Some(values) = &schema.enumeration {
            self.values = Some(match self.values.take() {
                Some(mine) => mine.into_iter().filter(|value| values.contains(value)).collect(),
                None => values.iter().collect(),
            });
        }
    }

    fn add_limits(&mut self, schema: &Schema) {
        let count = |count: Option<u64>| count.map(Number::from);
        let limits = [
            ("minimum", schema.minimum.clone()),
            ("maximum", schema.maximum.clone()),
            ("exclusiveMinimum", schema.exclusive_minimum.clone()),
            ("exclusiveMaximum", schema.exclusive_maximum.clone()),
            ("minLength", count(schema.min_length)),
            ("maxLength", count(schema.max_length)),
            ("minItems", count(schema.min_items)),
            ("maxItems", count(schema.max_items)),
            ("minProperties", count(schema.min_properties)),
            ("maxProperties", count(schema.max_properties)),
        ];
        for (name, limit) in limits {
            let Some(limit) = limit else { continue };
            let tighter = self.limits.get(name).is_none_or(|mine| is_tighter(name, &limit, mine));
            if tighter {
                self.limits.insert(name, limit);
            }
        }
    }

    fn add_object(&mut self, schema: &'a Schema) {
        for (name, id) in &schema.properties {
            self.properties.entry(name).or_default().push(*id);
        }
        for name in &schema.required {
            if !self.required.contains(&name.as_str()) {
                self.required.push(name);
            }
        }
        self.additional.add(schema.additional_properties);
    }

    /// Tells whether objects may have properties that nobody described.
    pub(super) fn is_open(&self) -> bool {
        self.additional != Additional::Forbidden
    }
}

/// Tells whether a limit leaves fewer values than another.
pub(super) fn is_tighter(name: &str, limit: &Number, other: &Number) -> bool {
    let (limit, other) = (limit.as_f64(), other.as_f64());
    if name.contains("inimum") || name.starts_with("min") { limit > other } else { limit < other }
}

fn both(left: &[JsonType], right: &[JsonType]) -> Vec<JsonType> {
    let number = |types: &[JsonType]| types.contains(&JsonType::Number);
    let has = |types: &[JsonType], it: JsonType| types.contains(&it) || (it == JsonType::Integer && number(types));
    let mut types: Vec<_> = left.iter().copied().filter(|it| has(right, *it)).collect();
    types.extend(right.iter().copied().filter(|it| has(left, *it) && !left.contains(it)));
    types
}

/// Returns a text that schemas have in common with others if they say the same. Names of components count only where it gets too deep.
pub(super) fn shape(document: &Document, ids: &[SchemaId]) -> String {
    let mut text = String::new();
    write_shape(document, ids, &mut Vec::new(), &mut text);
    text
}

/// How deep schemas are compared as a whole.
const DEEP: usize = 6;

fn write_shape(document: &Document, ids: &[SchemaId], above: &mut Vec<Together>, text: &mut String) {
    use std::fmt::Write;
    let ids = targets(document, ids);
    if let Some(position) = above.iter().position(|it| *it == ids) {
        let _ = write!(text, "up{}", above.len() - position);
        return;
    }
    if above.len() >= DEEP {
        ids.iter().for_each(|id| text.push_str(document.schemas[*id].origin.pointer.as_str()));
        return;
    }
    let view = view(document, &ids);
    above.push(ids);
    let _ = write!(
        text,
        "{{{:?} {} {} {:?} {:?} {:?} {:?} {:?} {:?}",
        view.types,
        view.null,
        view.never,
        view.formats,
        view.values,
        view.multiples,
        view.limits,
        view.patterns,
        view.unique_items
    );
    if !view.items.is_empty() {
        text.push_str(" items ");
        write_shape(document, &view.items, above, text);
    }
    let mut required = view.required.clone();
    required.sort_unstable();
    let mut properties: Vec<_> = view.properties.iter().collect();
    properties.sort_unstable_by_key(|(name, _)| **name);
    for (name, ids) in properties {
        let _ = write!(text, " {name:?}:");
        write_shape(document, ids, above, text);
    }
    let _ = write!(text, " {required:?} ");
    match &view.additional {
        Additional::Schemas(ids) => write_shape(document, ids, above, text),
        Additional::Forbidden => text.push_str("closed"),
        Additional::Any | Additional::Unsaid => {}
    }
    for (exactly_one, branches) in &view.unions {
        let _ = write!(text, " union {exactly_one} ");
        branches.iter().for_each(|id| write_shape(document, &[*id], above, text));
    }
    if let Some((_, discriminator)) = view.discriminator {
        let _ = write!(text, " tag {:?}", discriminator.property);
    }
    for assertion in &view.assertions {
        text.push(' ');
        write_assertion(document, assertion, above, text);
    }
    text.push('}');
    above.pop();
}

/// Returns the keyword of JSON Schema that says an assertion, the first where it takes several.
pub(super) fn assertion_keyword(kind: &AssertionKind) -> &'static str {
    match kind {
        AssertionKind::Not(_) => "not",
        AssertionKind::If { .. } => "if",
        AssertionKind::AnyOf(_) => "anyOf",
        AssertionKind::OneOf(_) => "oneOf",
        AssertionKind::PrefixItems(..) => "prefixItems",
        AssertionKind::Contains { .. } => "contains",
        AssertionKind::PropertyNames(_) => "propertyNames",
        AssertionKind::PatternProperties { .. } => "patternProperties",
        AssertionKind::DependentRequired(_) => "dependentRequired",
        AssertionKind::DependentSchemas(_) => "dependentSchemas",
        AssertionKind::UnevaluatedProperties(_) => "unevaluatedProperties",
        AssertionKind::UnevaluatedItems(_) => "unevaluatedItems",
    }
}

fn write_assertion(document: &Document, assertion: &Assertion, above: &mut Vec<Together>, text: &mut String) {
    use AssertionKind as Kind;
    use std::fmt::Write;
    let (said, ids): (String, Vec<SchemaId>) = match &assertion.kind {
        Kind::Not(id) => (String::new(), vec![*id]),
        Kind::If { condition, then, otherwise } => {
            let sorts = (then.is_some(), otherwise.is_some());
            (format!("{sorts:?}"), std::iter::once(*condition).chain(*then).chain(*otherwise).collect())
        }
        Kind::AnyOf(ids) => (String::new(), ids.clone()),
        Kind::OneOf(ids) => (String::new(), ids.clone()),
        Kind::PrefixItems(ids, rest) => (ids.len().to_string(), ids.iter().copied().chain(*rest).collect()),
        Kind::Contains { item, min, max } => (format!("{min} {max:?}"), vec![*item]),
        Kind::PropertyNames(id) | Kind::UnevaluatedProperties(id) | Kind::UnevaluatedItems(id) => (String::new(), vec![*id]),
        Kind::PatternProperties { named: _, patterns, others } => {
            let is_closed = *others == AdditionalProperties::Forbidden;
            let others = match others {
                AdditionalProperties::Schema(id) => Some(*id),
                AdditionalProperties::Unsaid | AdditionalProperties::Any | AdditionalProperties::Forbidden => None,
            };
            let names: Vec<_> = patterns.iter().map(|(pattern, _)| pattern).collect();
            // Which names are described besides is told of the properties.
            (format!("{names:?} {is_closed}"), patterns.iter().map(|(_, id)| *id).chain(others).collect())
        }
        Kind::DependentRequired(pairs) => (format!("{pairs:?}"), Vec::new()),
        Kind::DependentSchemas(pairs) => {
            let names: Vec<_> = pairs.iter().map(|(name, _)| name).collect();
            (format!("{names:?}"), pairs.iter().map(|(_, id)| *id).collect())
        }
    };
    let _ = write!(text, "{} {said} ", assertion_keyword(&assertion.kind));
    ids.into_iter().for_each(|id| write_shape(document, &[id], above, text));
}

/// Returns what an assertion says, as [`shape`] does of a schema.
pub(super) fn assertion_shape(document: &Document, assertion: &Assertion) -> String {
    let mut text = String::new();
    write_assertion(document, assertion, &mut Vec::new(), &mut text);
    text
}
