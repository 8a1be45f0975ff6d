//! An operation of a description -> its fields, as a reference page shows them.

use std::cell::Cell;
use std::collections::HashSet;

use bindery::source::Origin;
use bindery::spec::{
    AdditionalProperties, Document, JsonType, MediaType, Operation, ParameterLocation, Schema, SchemaId, SecurityKind,
    SecurityScheme, StatusPattern,
};
use indexmap::IndexMap;
use serde_json::{Number, Value};

use super::claim::{Field, Location, Said, Section, Variant, WHOLE};
use super::range::{Limit, Measure, Range};
use super::types::{Alternative, Type};

/// How deep fields of fields are looked at: deeper than any page.
pub(super) const MAX_DEPTH: usize = 8;

/// Which way values go: each leaves out the properties of the other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Request,
    Response,
}

/// How many fields of an operation a page shows before it leaves out those that are further inside.
const MOST_SHOWN: usize = 250;

/// Returns how deep a page shows fields of fields: as deep as they go, unless that is more than anybody reads.
pub(super) fn depth_shown(document: &Document, operation: &Operation) -> usize {
    let is_shown = |depth: &usize| {
        let left = Cell::new(MOST_SHOWN);
        sections_within(document, operation, *depth, &left);
        left.get() > 0
    };
    (2..=MAX_DEPTH).take_while(is_shown).last().unwrap_or(1)
}

/// Returns the fields of an operation, with fields of fields to this depth: each level can have many times as many as the one above it.
pub(super) fn sections(document: &Document, operation: &Operation, depth: usize) -> Vec<Section<Origin>> {
    sections_within(document, operation, depth, &Cell::new(usize::MAX))
}

/// Returns the fields of an operation, and leaves out fields of fields when none is left of the number.
fn sections_within(document: &Document, operation: &Operation, depth: usize, left: &Cell<usize>) -> Vec<Section<Origin>> {
    let depth = depth.clamp(1, MAX_DEPTH);
    let way = |direction| Way { direction, depth, schemas: Vec::new(), left };
    // What a parameter holds is a level further inside than the parameter.
    let inner = |direction| Way { depth: depth - 1, ..way(direction) };
    let mut sections = Vec::new();
    let mut add = |location: Location, place: &Origin, (fields, variants): Members| {
        if !fields.is_empty() {
            sections.push(Section { location, place: place.clone(), fields, variants });
        }
    };
    add(Location::Security, &operation.origin, (security(document, operation), Vec::new()));
    let locations = [
        (Location::Path, ParameterLocation::Path),
        (Location::Query, ParameterLocation::Query),
        (Location::Header, ParameterLocation::Header),
        (Location::Cookie, ParameterLocation::Cookie),
    ];
    for (location, wanted) in locations {
        let parameters = operation.parameters.iter().filter(|parameter| parameter.location == wanted);
        let fields = parameters.map(|it| {
            let says = Outer { description: it.description.as_ref(), deprecated: it.deprecated };
            let required = Said { value: it.required, place: it.origin.child("required") };
            field(document, &it.name, &it.origin, it.schema, (required, says), &mut inner(Direction::Request))
        });
        add(location, &operation.origin, (fields.collect(), Vec::new()));
    }
    if let Some(media) = operation.request_body.as_ref().and_then(|body| body.content.first()) {
        add(Location::Body, &media.origin, members(document, media, way(Direction::Request)));
    }
    for response in &operation.responses {
        let status = Some(status_text(response.status));
        let headers = response.headers.iter().map(|it| {
            let says = Outer { description: it.description.as_ref(), deprecated: it.deprecated };
            let required = Said { value: it.required, place: it.origin.child("required") };
            field(document, &it.name, &it.origin, it.schema, (required, says), &mut inner(Direction::Response))
        });
        add(Location::ResponseHeader(status.clone()), &response.origin, (headers.collect(), Vec::new()));
        if let Some(media) = response.content.first() {
            add(Location::Response(status), &media.origin, members(document, media, way(Direction::Response)));
        }
    }
    sections
}

/// Returns a status as OpenAPI writes it.
pub(super) fn status_text(status: StatusPattern) -> String {
    match status {
        StatusPattern::Code(code) => code.to_string(),
        StatusPattern::Range(first) => format!("{first}XX"),
        StatusPattern::Default => "default".to_owned(),
    }
}

/// Returns the status of the answer that means success: the first of the 2xx, else `default`.
pub(super) fn success(operation: &Operation) -> Option<String> {
    let is_success = |status| matches!(status, StatusPattern::Code(200..=299) | StatusPattern::Range(2));
    let all = || operation.responses.iter().map(|response| response.status);
    let first = all().find(|status| is_success(*status)).or_else(|| all().find(|status| *status == StatusPattern::Default));
    first.map(status_text)
}

fn security(document: &Document, operation: &Operation) -> Vec<Field<Origin>> {
    let alternatives = operation.security.as_ref().unwrap_or(&document.security);
    let uses = |name: &str| alternatives.iter().filter(|needed| needed.schemes.iter().any(|(scheme, _)| scheme == name)).count();
    let mut fields: Vec<Field<Origin>> = Vec::new();
    for scheme in document.security_schemes.iter().filter(|scheme| uses(&scheme.name) > 0) {
        let field = credential(scheme, uses(&scheme.name) == alternatives.len());
        // Several schemes may use one header.
        if !fields.iter().any(|known| known.name == field.name) {
            fields.push(field);
        }
    }
    fields
}

fn credential(scheme: &SecurityScheme, required: bool) -> Field<Origin> {
    let (name, sent) = match &scheme.kind {
        SecurityKind::ApiKey { location, name } => (name.as_str(), parameter_location(*location)),
        _ => ("Authorization", Location::Header),
    };
    let place = || scheme.origin.clone();
    let said = |text: &String| Said { value: one_line(text), place: scheme.origin.child("description") };
    Field {
        ty: Type::parse("string").map(|value| Said { value, place: place() }),
        required: Some(Said { value: required, place: place() }),
        sent: Some(Said { value: sent, place: place() }),
        description: scheme.description.as_ref().map(said),
        ..Field::new(name, place())
    }
}

fn parameter_location(location: ParameterLocation) -> Location {
    match location {
        ParameterLocation::Path => Location::Path,
        ParameterLocation::Query => Location::Query,
        ParameterLocation::Header => Location::Header,
        ParameterLocation::Cookie => Location::Cookie,
    }
}

/// What stands around a schema and says something of the field.
struct Outer<'a> {
    description: Option<&'a String>,
    deprecated: bool,
}

/// The schemas on the way to a field, so that a schema that contains itself ends.
struct Way<'l> {
    direction: Direction,
    depth: usize,
    schemas: Vec<SchemaId>,
    /// How many more fields there may be.
    left: &'l Cell<usize>,
}

/// The fields of a body, and what it is one of.
type Members = (Vec<Field<Origin>>, Vec<Variant<Origin>>);

fn members(document: &Document, media: &MediaType, mut way: Way<'_>) -> Members {
    let Some(schema) = media.schema else { return Members::default() };
    let outer = Outer { description: None, deprecated: false };
    let is_plain = Parts::of(document, schema).ty(document, 0).to_string() == "object";
    // The fields of an object are the fields of the body; anything else is a body as a whole.
    way.depth -= usize::from(!is_plain);
    let required = Said { value: true, place: media.origin.clone() };
    let origin = &document.schemas[schema].origin;
    let whole = field(document, WHOLE, origin, schema, (required, outer), &mut way);
    if is_plain && !whole.children.is_empty() {
        (whole.children, whole.variants)
    } else {
        (vec![Field { required: None, ..whole }], Vec::new())
    }
}

fn field(
    document: &Document,
    name: &str,
    place: &Origin,
    id: SchemaId,
    (required, outer): (Said<bool, Origin>, Outer<'_>),
    way: &mut Way<'_>,
) -> Field<Origin> {
    way.left.set(way.left.get().saturating_sub(1));
    let parts = Parts::of(document, id);
    let ty = parts.ty(document, 0);
    let first = |keyword: &str, value: Option<String>, of: &dyn Fn(&Schema) -> bool| {
        let schema = parts.0.iter().find(|(_, schema)| of(schema))?.1;
        Some(Said { value: value?, place: schema.origin.child(keyword) })
    };
    let default = parts.0.iter().find_map(|(_, schema)| schema.default.as_ref());
    let described = parts.0.iter().find_map(|(_, schema)| schema.description.as_ref());
    let is_deprecated = outer.deprecated || parts.0.iter().any(|(_, schema)| schema.deprecated);
    let description = match outer.description {
        Some(text) => Some(Said { value: one_line(text), place: place.child("description") }),
        None => first("description", described.map(|text| one_line(text)), &|schema| schema.description.is_some()),
    };
    let items = parts.item_parts(document);
    Field {
        values: items.values(),
        range: parts.range(&ty),
        ty: Some(Said { value: ty, place: document.schemas[id].origin.clone() }),
        default: first("default", default.map(shown), &|schema| schema.default.is_some()),
        deprecated: is_deprecated.then(|| Said { value: true, place: place.clone() }),
        required: Some(required),
        description,
        variants: variants(document, &items, way),
        children: children(document, &items, way),
        ..Field::new(shown_name(name), place.clone())
    }
}

fn children(document: &Document, parts: &Parts<'_>, way: &mut Way<'_>) -> Vec<Field<Origin>> {
    let Some((id, _)) = parts.0.last() else { return Vec::new() };
    let is_inside_itself = parts.0.iter().any(|(id, _)| way.schemas.contains(id));
    if is_inside_itself || way.schemas.len() >= way.depth || way.left.get() == 0 {
        return Vec::new();
    }
    // A wrapper of one reference is another schema each time; what it leads to is not.
    way.schemas.push(*id);
    let required_at = |name: &str| {
        let schema = parts.0.iter().find(|(_, schema)| schema.required.iter().any(|it| it == name));
        schema.or(parts.0.last()).map(|(_, schema)| schema.origin.child("required"))
    };
    let mut fields = Vec::new();
    for (name, (property, required)) in parts.properties(document) {
        let schema = Parts::of(document, property);
        let hidden = schema.0.iter().any(|(_, schema)| match way.direction {
            Direction::Request => schema.read_only,
            Direction::Response => schema.write_only,
        });
        if hidden {
            continue;
        }
        let origin = &document.schemas[property].origin;
        let place = required_at(&name).filter(|_| required).unwrap_or_else(|| origin.clone());
        let outer = Outer { description: None, deprecated: false };
        fields.push(field(document, &name, origin, property, (Said { value: required, place }, outer), way));
    }
    way.schemas.pop();
    fields
}

/// The fields of what a union is one of are looked at so deep; deeper ones have only their types.
const MAX_VARIANT_DEPTH: usize = 2;

/// Returns what a union is one of, null apart.
fn variants(document: &Document, parts: &Parts<'_>, way: &mut Way<'_>) -> Vec<Variant<Origin>> {
    let mut variants = Vec::new();
    for branch in parts.branches() {
        let inner = Parts::of(document, branch);
        let ty = inner.ty(document, 0);
        if ty.to_string() == "null" {
            continue;
        }
        let deep = way.schemas.len() >= MAX_VARIANT_DEPTH;
        let mut fields = if deep { Vec::new() } else { children(document, &inner.item_parts(document), way) };
        for field in &mut fields {
            if parts.requires(document, &field.name, 0) {
                field.required = Some(Said { value: true, place: field.place.clone() });
            }
        }
        variants.push(Variant {
            place: document.schemas[branch].origin.clone(),
            title: inner.0.iter().find_map(|(_, schema)| schema.title.clone()).map(|title| one_line(&title)),
            ty: Some(ty),
            fields,
        });
    }
    // A single type beside null is no choice.
    if variants.len() > 1 { variants } else { Vec::new() }
}

/// A schema with all that holds together with it: what references lead to, and the branches of `allOf`.
struct Parts<'a>(Vec<(SchemaId, &'a Schema)>);

impl<'a> Parts<'a> {
    fn of(document: &'a Document, id: SchemaId) -> Self {
        let mut parts = Vec::new();
        let mut seen = HashSet::new();
        let mut open = vec![id];
        while let Some(id) = open.pop() {
            if seen.insert(id) {
                let schema = &document.schemas[id];
                parts.push((id, schema));
                // The last one pushed is looked at next.
                open.extend(schema.all_of.iter().rev());
                open.extend(schema.reference);
            }
        }
        Self(parts)
    }

    /// Returns the parts of what lists hold; those of the schema itself where it is no list.
    fn item_parts(&self, document: &'a Document) -> Self {
        let mut parts = Self(self.0.clone());
        for _ in 0..MAX_DEPTH {
            let Some(item) = parts.0.iter().find_map(|(_, schema)| schema.items) else { break };
            parts = Self::of(document, item);
        }
        parts
    }

    fn branches(&self) -> impl Iterator<Item = SchemaId> {
        self.0.iter().flat_map(|(_, schema)| schema.one_of.iter().chain(&schema.any_of)).copied()
    }

    fn ty(&self, document: &'a Document, depth: usize) -> Type {
        let nullable = self.0.iter().any(|(_, schema)| schema.nullable);
        let mut ty = Type { alternatives: Vec::new(), nullable };
        let types = self.0.iter().find_map(|(_, schema)| schema.types.as_ref());
        let enumeration = self.0.iter().find_map(|(_, schema)| schema.enumeration.as_ref());
        match types {
            Some(types) => {
                for one in types {
                    self.add_type(document, &mut ty, *one, depth);
                }
            }
            None if depth < MAX_DEPTH && enumeration.is_none() => {
                for branch in self.branches() {
                    let inner = Self::of(document, branch).ty(document, depth + 1);
                    ty.nullable |= inner.nullable;
                    inner.alternatives.into_iter().for_each(|one| ty.add(one));
                }
            }
            None => {}
        }
        if ty.alternatives.is_empty() {
            match enumeration {
                Some(values) => values.iter().for_each(|value| ty.add(Alternative::of(base_of(value)))),
                None if self.0.iter().any(|(_, schema)| !schema.properties.is_empty()) => ty.add(Alternative::of("object")),
                None if nullable => ty.add(Alternative::of("never")),
                None => ty.add(Alternative::of("any")),
            }
        }
        if enumeration.is_some() {
            ty.alternatives.iter_mut().for_each(|one| one.is_enum = true);
        }
        ty
    }

    fn add_type(&self, document: &'a Document, ty: &mut Type, one: JsonType, depth: usize) {
        let format = || self.0.iter().find_map(|(_, schema)| schema.format.clone()).filter(|format| is_plain(format));
        let simple = |base| Alternative { format: format(), ..Alternative::of(base) };
        match one {
            JsonType::Boolean => ty.add(Alternative::of("boolean")),
            JsonType::Integer => ty.add(simple("integer")),
            JsonType::Number => ty.add(simple("number")),
            JsonType::String => ty.add(simple("string")),
            JsonType::Object => ty.add(Alternative::of("object")),
            JsonType::Array => {
                let item = self.0.iter().find_map(|(_, schema)| schema.items).filter(|_| depth < MAX_DEPTH);
                let inner = item.map(|item| Self::of(document, item).ty(document, depth + 1).alternatives);
                for inner in inner.unwrap_or_else(|| vec![Alternative::of("any")]) {
                    ty.add(Alternative { lists: inner.lists + 1, ..inner });
                }
            }
        }
    }

    fn values(&self) -> Option<Said<Vec<String>, Origin>> {
        self.0.iter().find_map(|(_, schema)| {
            let values = schema.enumeration.as_ref()?.iter().map(shown).collect();
            Some(Said { value: values, place: schema.origin.child("enum") })
        })
    }

    fn range(&self, ty: &Type) -> Option<Said<Range, Origin>> {
        let limit = |number: &Option<Number>, exclusive: bool| {
            number.as_ref().map(|number| Limit { number: number.to_string(), exclusive })
        };
        let size = |size: Option<u64>| size.map(|size| Limit { number: size.to_string(), exclusive: false });
        let base = ty.alternatives.first()?;
        self.0.iter().find_map(|(_, it)| {
            let (of, min, max, keyword) = match (base.lists > 0, base.base) {
                (true, _) => (Measure::Items, size(it.min_items), size(it.max_items), "Items"),
                (false, "string") => (Measure::Length, size(it.min_length), size(it.max_length), "Length"),
                (false, "integer" | "number") => {
                    let min = limit(&it.minimum, false).or_else(|| limit(&it.exclusive_minimum, true));
                    let max = limit(&it.maximum, false).or_else(|| limit(&it.exclusive_maximum, true));
                    (Measure::Number, min, max, "imum")
                }
                _ => return None,
            };
            let keyword = if min.is_some() { format!("min{keyword}") } else { format!("max{keyword}") };
            let place = it.origin.child(&keyword);
            (min.is_some() || max.is_some()).then_some(Said { value: Range { of, min, max }, place })
        })
    }

    /// Returns the properties, of branches too, and whether each has to be there.
    fn properties(&self, document: &'a Document) -> IndexMap<String, (SchemaId, bool)> {
        let mut all = IndexMap::new();
        self.add_properties(document, &mut all, 0);
        all.into_iter().map(|(name, id)| (name.clone(), (id, self.requires(document, &name, 0)))).collect()
    }

    /// Tells whether a property has to be there, whichever of its branches holds; a single one beside null always does.
    fn requires(&self, document: &'a Document, name: &str, depth: usize) -> bool {
        let own = self.0.iter().any(|(_, schema)| schema.required.iter().any(|required| required == name));
        own || depth < MAX_DEPTH && self.only_branch(document).is_some_and(|it| it.requires(document, name, depth + 1))
    }

    fn only_branch(&self, document: &'a Document) -> Option<Self> {
        let mut branches = self.branches().map(|branch| Self::of(document, branch));
        let mut others = branches.by_ref().filter(|branch| branch.ty(document, 0).to_string() != "null");
        let only = others.next()?;
        others.next().is_none().then(|| only.item_parts(document))
    }

    fn add_properties(&self, document: &'a Document, all: &mut IndexMap<String, SchemaId>, depth: usize) {
        for (_, schema) in &self.0 {
            for (name, property) in &schema.properties {
                all.entry(name.clone()).or_insert(*property);
            }
        }
        if depth < MAX_DEPTH {
            for branch in self.branches() {
                Self::of(document, branch).item_parts(document).add_properties(document, all, depth + 1);
            }
        }
        for (_, schema) in &self.0 {
            if let AdditionalProperties::Schema(other) = schema.additional_properties {
                all.entry("*".to_owned()).or_insert(other);
            }
        }
    }
}

fn base_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "never",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) | Value::Object(_) => "any",
    }
}

/// Tells whether a format is a word, as pages write it.
fn is_plain(format: &str) -> bool {
    !format.is_empty() && format.chars().all(|it| it.is_ascii_alphanumeric() || "-_.+".contains(it))
}

/// Returns a value as pages show it: texts without quotes, unless they would not be seen as they are.
pub(super) fn shown(value: &Value) -> String {
    match value.as_str() {
        Some(text) => shown_text(text),
        None => value.to_string(),
    }
}

fn shown_text(text: &str) -> String {
    let is_seen = !text.is_empty()
        && text.trim() == text
        && !text.contains("  ")
        && !text.chars().any(|it| it.is_control() || "`\"'|,<>\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}\u{a0}".contains(it));
    if is_seen { text.to_owned() } else { Value::from(text).to_string() }
}

/// Returns a name as pages show it, which is one word.
fn shown_name(name: &str) -> String {
    let is_word = !name.is_empty() && !name.chars().any(|it| it.is_whitespace() || it.is_control());
    if is_word { name.to_owned() } else { format!("{name:?}").replace(' ', "\\u{20}") }
}

/// Returns a text with its white space made one space each.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
