//! Schema objects -> [`Schema`]s: every node gets an id first and is filled later, so that cycles need no care.
//!
//! Normal forms made here: a `null` in `enum` and the type `null` become `nullable`; `exclusiveMinimum: true` moves the number of
//! `minimum`; an empty schema for additional properties is the same as `true`; whole numbers stay integers.

use std::borrow::Borrow;

use openapiv3::{AnySchema, ReferenceOr, SchemaData, SchemaKind, Type, VariantOrUnknownOrEmpty};
use serde_json::{Number, Value};

use super::model::{AdditionalProperties, Assertion, AssertionKind, Discriminator, JsonType, Schema, SchemaId};
use super::references::{self, HEADER, MAX_HOPS, PARAMETER, REQUEST_BODY, RESPONSE, SCHEMA, cyclic};
use super::resolve::{Resolver, SchemaNode};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::source::{Origin, Pointer};

impl<'a> Resolver<'a> {
    /// Gives ids to the schemas of the components.
    pub(super) fn component_schemas(&mut self) -> Vec<(String, SchemaId)> {
        let list = self.root.child("components").child("schemas");
        let schemas = self.openapi.components.iter().flat_map(|components| &components.schemas);
        schemas.map(|(name, node)| (name.clone(), self.schema(node, list.child(name)))).collect()
    }

    /// Gives an id to the schema at `origin`, which is filled later.
    pub(super) fn schema<T: Borrow<openapiv3::Schema>>(&mut self, node: &'a ReferenceOr<T>, origin: Origin) -> SchemaId {
        if let Some(id) = self.by_pointer.get(&origin.pointer) {
            return *id;
        }
        if self.description.later.is_some() {
            return self.later_schema(origin);
        }
        let id = self.any(origin);
        match node {
            ReferenceOr::Item(schema) => self.waiting.push_back((id, SchemaNode::V30(schema.borrow()))),
            ReferenceOr::Reference { reference } => self.unlinked.push_back((id, reference)),
        }
        id
    }

    /// Gives an id to a schema that is not there and so allows everything.
    pub(super) fn any(&mut self, origin: Origin) -> SchemaId {
        let pointer = origin.pointer.clone();
        let id = self.schemas.push(Schema::any(origin));
        self.by_pointer.insert(pointer, id);
        id
    }

    /// Fills all schemas and turns their references into ids.
    pub(super) fn link_schemas(&mut self) {
        self.fill_waiting();
        self.link_references();
        self.cut_reference_cycles();
        while let Some((id, tag, target)) = self.unlinked_tags.pop_front() {
            self.link_tag(id, tag, target);
        }
    }

    pub(super) fn fill_waiting(&mut self) {
        while let Some((id, node)) = self.waiting.pop_front() {
            let origin = self.schemas[id].origin.clone();
            let filled = match node {
                SchemaNode::V30(schema) => self.fill(schema, origin, id),
                SchemaNode::Later(node) => self.fill_later(node, origin, id),
            };
            self.schemas[id] = filled;
        }
    }

    /// Turns the references of schemas into ids. One that leads through another waits until that is linked.
    fn link_references(&mut self) {
        let mut lost = Vec::new();
        for _ in 0..MAX_HOPS {
            self.unlinked.extend(lost.drain(..));
            let mut linked = false;
            while let Some((id, reference)) = self.unlinked.pop_front() {
                let place = self.schemas[id].origin.child("$ref");
                let Some(pointer) = self.pointer_to(reference, &place) else { continue };
                match self.visit_through(&pointer) {
                    Some(target) => {
                        self.schemas[id].reference = Some(target);
                        linked = true;
                    }
                    None => lost.push((id, reference)),
                }
            }
            if lost.is_empty() || !linked {
                break;
            }
        }
        for (id, reference) in lost {
            let place = self.schemas[id].origin.child("$ref");
            self.target(reference, place);
        }
    }

    /// Finds the schema that a reference leads to, or reports that there is none.
    fn target(&mut self, reference: &str, place: Origin) -> Option<SchemaId> {
        let pointer = self.pointer_to(reference, &place)?;
        let id = self.visit_through(&pointer);
        if id.is_none() {
            self.report_dangling(reference, &pointer, place, &SCHEMA);
        }
        id
    }

    /// Reads a reference to a schema as a pointer. One that can't be read is reported.
    fn pointer_to(&mut self, reference: &str, place: &Origin) -> Option<Pointer> {
        match self.named_schema(self.without_own_name(reference)) {
            Some(pointer) => Some(pointer),
            None if self.is_anchor(reference) => {
                let message = format!("`{reference}` does not lead to a schema: none has the `$anchor`");
                self.found.push(Diagnostic::new(Code::DanglingRef, place.clone(), message));
                None
            }
            None => self.local(reference, place),
        }
    }

    /// Gives an id to the schema that a pointer leads to, through `$ref`s that stand on its way.
    fn visit_through(&mut self, pointer: &Pointer) -> Option<SchemaId> {
        let mut pointer = pointer.clone();
        for _ in 0..MAX_HOPS {
            if !self.by_pointer.contains_key(&pointer) {
                self.visit_component_of(&pointer);
                self.visit_lone_schema(&pointer);
            }
            if let Some(id) = self.by_pointer.get(&pointer) {
                return Some(*id);
            }
            pointer = self.pass_reference(&pointer)?;
        }
        None
    }

    /// Gives ids to the schemas of a component that no operation uses, because a pointer leads into it.
    fn visit_component_of(&mut self, pointer: &Pointer) {
        let tokens: Vec<_> = pointer.tokens().take(3).collect();
        let tokens: Vec<&str> = tokens.iter().map(AsRef::as_ref).collect();
        let origin = tokens.iter().fold(self.root.clone(), |origin, token| origin.child(token));
        if !self.visited.insert(origin.pointer.clone()) {
            return;
        }
        match tokens.get(1) {
            Some(&"parameters") => {
                if let Some(node) = references::parameter_at(self.description, &tokens)
                    && let Some((parameter, origin)) = self.follow(node, origin, &PARAMETER, references::parameter_at)
                {
                    self.parameter(parameter, origin);
                }
            }
            Some(&"requestBodies") => {
                if let Some(node) = references::request_body_at(self.description, &tokens)
                    && let Some((body, origin)) = self.follow(node, origin, &REQUEST_BODY, references::request_body_at)
                {
                    self.content(&body.content, &origin);
                }
            }
            Some(&"responses") => {
                if let Some(node) = references::response_at(self.description, &tokens)
                    && let Some((response, origin)) = self.follow(node, origin, &RESPONSE, references::response_at)
                {
                    self.response_headers(response, &origin);
                    self.content(&response.content, &origin);
                }
            }
            Some(&"headers") => {
                if let Some(node) = references::header_at(self.description, &tokens)
                    && let Some((header, origin)) = self.follow(node, origin, &HEADER, references::header_at)
                {
                    self.schema_or_content(&header.format, &origin);
                }
            }
            _ => return,
        }
        self.fill_waiting();
    }

    /// Reports chains that consist of `$ref`s only and come back, and cuts them at the schema that comes first.
    fn cut_reference_cycles(&mut self) {
        // The pass in which a schema was met: one that was met in an earlier pass leads to an end.
        let mut met: Vec<Option<SchemaId>> = vec![None; self.schemas.len()];
        for start in self.schemas.ids() {
            let mut at = start;
            while met[at.index()].is_none() {
                met[at.index()] = Some(start);
                match self.schemas[at].reference {
                    Some(next) => at = next,
                    None => break,
                }
            }
            if met[at.index()] == Some(start) && self.schemas[at].reference.is_some() {
                let target = self.schemas[at].reference.take().expect("the condition asked for it");
                let reference = format!("#{}", self.schemas[target].origin.pointer);
                self.found.push(cyclic(&reference, self.schemas[at].origin.child("$ref")));
            }
        }
    }

    /// Turns one entry of a discriminator's mapping into an id. Its value is the name of a schema, or a reference (OpenAPI 3.0.3,
    /// "Discriminator Object").
    fn link_tag(&mut self, id: SchemaId, tag: &str, target: &str) {
        let place = self.schemas[id].origin.child("discriminator").child("mapping").child(tag);
        let by_name = self.root.child("components").child("schemas").child(target);
        let found = match self.by_pointer.get(&by_name.pointer) {
            Some(found) => Some(*found),
            None => self.quiet_target(target),
        };
        match (found, &mut self.schemas[id].discriminator) {
            (Some(found), Some(discriminator)) => discriminator.mapping.push((tag.to_owned(), found)),
            _ => self.report_bad_tag(tag, target, place),
        }
    }

    /// Finds the schema that a reference leads to, and says nothing where there is none.
    fn quiet_target(&mut self, reference: &str) -> Option<SchemaId> {
        let reference = self.without_own_name(reference);
        let pointer = match self.named_schema(reference) {
            Some(pointer) => pointer,
            None => reference.starts_with('#').then(|| Pointer::parse(reference))??,
        };
        self.visit_through(&pointer)
    }

    fn report_bad_tag(&mut self, tag: &str, target: &str, place: Origin) {
        let message = format!("the tag `{tag}` is mapped to `{target}`, which is not a schema");
        let names = self.openapi.components.iter().flat_map(|components| components.schemas.keys());
        let name = target.rsplit('/').next().unwrap_or_default();
        let help = match nearest(name, names.map(String::as_str)) {
            Some(name) => format!("did you mean `{name}`?"),
            None => "a value of `mapping` is the name of a schema, or a reference such as `#/components/schemas/Name`".into(),
        };
        self.found.push(Diagnostic::new(Code::BadDiscriminator, place, message).help(help));
    }

    fn fill(&mut self, schema: &'a openapiv3::Schema, origin: Origin, id: SchemaId) -> Schema {
        let mut filled = Schema::any(origin);
        self.fill_data(&mut filled, &schema.schema_data, id);
        match &schema.schema_kind {
            SchemaKind::Type(kind) => self.fill_type(&mut filled, kind),
            SchemaKind::OneOf { one_of } => filled.one_of = self.branches(one_of, &filled.origin, "oneOf"),
            SchemaKind::AllOf { all_of } => filled.all_of = self.branches(all_of, &filled.origin, "allOf"),
            SchemaKind::AnyOf { any_of } => filled.any_of = self.branches(any_of, &filled.origin, "anyOf"),
            SchemaKind::Not { not } => self.fill_not(&mut filled, not),
            SchemaKind::Any(any) => self.fill_any(&mut filled, any),
        }
        filled
    }

    fn fill_data(&mut self, filled: &mut Schema, data: &'a SchemaData, id: SchemaId) {
        filled.nullable = data.nullable;
        filled.title.clone_from(&data.title);
        filled.description.clone_from(&data.description);
        filled.external_docs = data.external_docs.as_ref().map(|docs| docs.url.clone());
        filled.deprecated = data.deprecated;
        filled.read_only = data.read_only;
        filled.write_only = data.write_only;
        filled.default.clone_from(&data.default);
        filled.examples = data.example.iter().cloned().collect();
        filled.extensions.clone_from(&data.extensions);
        if let Some(discriminator) = &data.discriminator {
            filled.discriminator = Some(Discriminator { property: discriminator.property_name.clone(), mapping: Vec::new() });
            let tags = discriminator.mapping.iter().map(|(tag, target)| (id, tag.as_str(), target.as_str()));
            self.unlinked_tags.extend(tags);
        }
    }

    fn fill_type(&mut self, filled: &mut Schema, kind: &'a Type) {
        match kind {
            Type::Boolean(boolean) => {
                filled.types = Some(vec![JsonType::Boolean]);
                set_enumeration(filled, boolean.enumeration.iter().map(|value| value.map(Value::Bool)));
            }
            Type::Integer(integer) => {
                fill_integer(filled, integer);
                self.set_exact_limits(filled, [integer.exclusive_minimum, integer.exclusive_maximum]);
            }
            Type::Number(number) => {
                fill_number(filled, number);
                self.set_exact_limits(filled, [number.exclusive_minimum, number.exclusive_maximum]);
            }
            Type::String(string) => fill_string(filled, string),
            Type::Array(array) => {
                filled.types = Some(vec![JsonType::Array]);
                filled.items = array.items.as_ref().map(|items| self.schema(items, filled.origin.child("items")));
                filled.min_items = array.min_items.map(count);
                filled.max_items = array.max_items.map(count);
                filled.unique_items = array.unique_items;
            }
            Type::Object(object) => {
                filled.types = Some(vec![JsonType::Object]);
                self.fill_properties(filled, &object.properties);
                filled.required.clone_from(&object.required);
                filled.additional_properties = self.additional(object.additional_properties.as_ref(), &filled.origin);
                filled.min_properties = object.min_properties.map(count);
                filled.max_properties = object.max_properties.map(count);
            }
        }
        self.report_lone_bounds(filled, kind);
    }

    fn fill_any(&mut self, filled: &mut Schema, any: &'a AnySchema) {
        let origin = filled.origin.clone();
        fill_type_name(filled, any.typ.as_deref());
        filled.format.clone_from(&any.format);
        set_enumeration(filled, any.enumeration.iter().map(|value| (!value.is_null()).then(|| value.clone())));
        filled.pattern.clone_from(&any.pattern);
        filled.min_length = any.min_length.map(count);
        filled.max_length = any.max_length.map(count);
        filled.multiple_of = any.multiple_of.and_then(number);
        let [exclusive_minimum, exclusive_maximum] =
            [any.exclusive_minimum, any.exclusive_maximum].map(Option::unwrap_or_default);
        set_minimum(filled, any.minimum.and_then(number), exclusive_minimum);
        set_maximum(filled, any.maximum.and_then(number), exclusive_maximum);
        self.set_exact_limits(filled, [exclusive_minimum, exclusive_maximum]);
        self.report_lone_bound(filled, "exclusiveMinimum", exclusive_minimum && any.minimum.is_none());
        self.report_lone_bound(filled, "exclusiveMaximum", exclusive_maximum && any.maximum.is_none());
        filled.items = any.items.as_ref().map(|items| self.schema(items, origin.child("items")));
        filled.min_items = any.min_items.map(count);
        filled.max_items = any.max_items.map(count);
        filled.unique_items = any.unique_items.unwrap_or_default();
        self.fill_properties(filled, &any.properties);
        filled.required.clone_from(&any.required);
        filled.additional_properties = self.additional(any.additional_properties.as_ref(), &origin);
        filled.min_properties = any.min_properties.map(count);
        filled.max_properties = any.max_properties.map(count);
        filled.all_of = self.branches(&any.all_of, &origin, "allOf");
        filled.one_of = self.branches(&any.one_of, &origin, "oneOf");
        filled.any_of = self.branches(&any.any_of, &origin, "anyOf");
        if let Some(not) = &any.not {
            self.fill_not(filled, not);
        }
    }

    fn fill_not(&mut self, filled: &mut Schema, not: &'a ReferenceOr<openapiv3::Schema>) {
        let origin = filled.origin.child("not");
        let kind = AssertionKind::Not(self.schema(not, origin.clone()));
        filled.assertions.push(Assertion { origin, kind });
    }

    fn fill_properties(
        &mut self,
        filled: &mut Schema,
        properties: &'a indexmap::IndexMap<String, ReferenceOr<Box<openapiv3::Schema>>>,
    ) {
        let list = filled.origin.child("properties");
        let entries = properties.iter().map(|(name, node)| (name.clone(), self.schema(node, list.child(name))));
        filled.properties = entries.collect();
    }

    fn branches(&mut self, branches: &'a [ReferenceOr<openapiv3::Schema>], origin: &Origin, keyword: &str) -> Vec<SchemaId> {
        let list = origin.child(keyword);
        branches.iter().enumerate().map(|(index, node)| self.schema(node, list.index(index))).collect()
    }

    fn additional(&mut self, additional: Option<&'a openapiv3::AdditionalProperties>, origin: &Origin) -> AdditionalProperties {
        match additional {
            None => AdditionalProperties::Unsaid,
            Some(openapiv3::AdditionalProperties::Any(true)) => AdditionalProperties::Any,
            Some(openapiv3::AdditionalProperties::Any(false)) => AdditionalProperties::Forbidden,
            Some(openapiv3::AdditionalProperties::Schema(node)) => match node.as_ref() {
                ReferenceOr::Item(schema) if allows_everything(schema) => AdditionalProperties::Any,
                node => AdditionalProperties::Schema(self.schema(node, origin.child("additionalProperties"))),
            },
        }
    }

    /// Sets limits as they are written, where `openapiv3` has read them into `f64` or not at all.
    fn set_exact_limits(&self, filled: &mut Schema, [exclusive_minimum, exclusive_maximum]: [bool; 2]) {
        if self.description.aside.limits.is_empty() {
            return;
        }
        if let Some(limit) = self.exact_limit(filled, "minimum") {
            set_minimum(filled, Some(limit), exclusive_minimum);
        }
        if let Some(limit) = self.exact_limit(filled, "maximum") {
            set_maximum(filled, Some(limit), exclusive_maximum);
        }
        if let Some(divisor) = self.exact_limit(filled, "multipleOf") {
            filled.multiple_of = Some(divisor);
        }
    }

    fn exact_limit(&self, filled: &Schema, keyword: &str) -> Option<Number> {
        self.description.aside.limits.get(&filled.origin.child(keyword).pointer).cloned()
    }

    fn report_lone_bounds(&mut self, filled: &Schema, kind: &Type) {
        let (minimum, maximum) = match kind {
            Type::Integer(integer) => {
                (integer.exclusive_minimum && integer.minimum.is_none(), integer.exclusive_maximum && integer.maximum.is_none())
            }
            Type::Number(number) => {
                (number.exclusive_minimum && number.minimum.is_none(), number.exclusive_maximum && number.maximum.is_none())
            }
            Type::String(_) | Type::Object(_) | Type::Array(_) | Type::Boolean(_) => return,
        };
        self.report_lone_bound(filled, "exclusiveMinimum", minimum);
        self.report_lone_bound(filled, "exclusiveMaximum", maximum);
    }

    fn report_lone_bound(&mut self, filled: &Schema, keyword: &str, lone: bool) {
        let bound = if keyword == "exclusiveMinimum" { "minimum" } else { "maximum" };
        if lone && self.exact_limit(filled, bound).is_none() {
            let message = format!("`{keyword}: true` says nothing without `{bound}`");
            self.found.push(Diagnostic::new(Code::IgnoredConstraint, filled.origin.child(keyword), message));
        }
    }
}

/// Sets the type that a schema names which `openapiv3` did not take for one of its kinds.
fn fill_type_name(filled: &mut Schema, name: Option<&str>) {
    filled.types = match name {
        Some("boolean") => Some(vec![JsonType::Boolean]),
        Some("integer") => Some(vec![JsonType::Integer]),
        Some("number") => Some(vec![JsonType::Number]),
        Some("string") => Some(vec![JsonType::String]),
        Some("array") => Some(vec![JsonType::Array]),
        Some("object") => Some(vec![JsonType::Object]),
        // The spelling of later versions; parse warns of it.
        Some("null") => {
            filled.nullable = true;
            Some(Vec::new())
        }
        Some(_) | None => None,
    };
}

fn fill_integer(filled: &mut Schema, integer: &openapiv3::IntegerType) {
    filled.types = Some(vec![JsonType::Integer]);
    filled.format = format_name(&integer.format, |format| match format {
        openapiv3::IntegerFormat::Int32 => "int32",
        openapiv3::IntegerFormat::Int64 => "int64",
    });
    set_enumeration(filled, integer.enumeration.iter().map(|value| value.map(Value::from)));
    filled.multiple_of = integer.multiple_of.map(Number::from);
    set_minimum(filled, integer.minimum.map(Number::from), integer.exclusive_minimum);
    set_maximum(filled, integer.maximum.map(Number::from), integer.exclusive_maximum);
}

fn fill_number(filled: &mut Schema, kind: &openapiv3::NumberType) {
    filled.types = Some(vec![JsonType::Number]);
    filled.format = format_name(&kind.format, |format| match format {
        openapiv3::NumberFormat::Float => "float",
        openapiv3::NumberFormat::Double => "double",
    });
    set_enumeration(filled, kind.enumeration.iter().map(|value| value.and_then(number).map(Value::Number)));
    filled.multiple_of = kind.multiple_of.and_then(number);
    set_minimum(filled, kind.minimum.and_then(number), kind.exclusive_minimum);
    set_maximum(filled, kind.maximum.and_then(number), kind.exclusive_maximum);
}

fn fill_string(filled: &mut Schema, string: &openapiv3::StringType) {
    filled.types = Some(vec![JsonType::String]);
    filled.format = format_name(&string.format, |format| match format {
        openapiv3::StringFormat::Date => "date",
        openapiv3::StringFormat::DateTime => "date-time",
        openapiv3::StringFormat::Password => "password",
        openapiv3::StringFormat::Byte => "byte",
        openapiv3::StringFormat::Binary => "binary",
    });
    set_enumeration(filled, string.enumeration.iter().map(|value| value.clone().map(Value::String)));
    filled.pattern.clone_from(&string.pattern);
    filled.min_length = string.min_length.map(count);
    filled.max_length = string.max_length.map(count);
}

fn format_name<T>(format: &VariantOrUnknownOrEmpty<T>, name: fn(&T) -> &'static str) -> Option<String> {
    match format {
        VariantOrUnknownOrEmpty::Item(known) => Some(name(known).to_owned()),
        VariantOrUnknownOrEmpty::Unknown(unknown) => Some(unknown.clone()),
        VariantOrUnknownOrEmpty::Empty => None,
    }
}

/// Sets the enum values; `None` is null. No value at all is how `openapiv3` says that there is no `enum`.
fn set_enumeration(filled: &mut Schema, values: impl ExactSizeIterator<Item = Option<Value>>) {
    let all = values.len();
    if all > 0 {
        let values: Vec<_> = values.flatten().collect();
        filled.nullable |= values.len() < all;
        filled.enumeration = Some(values);
    }
}

fn set_minimum(filled: &mut Schema, bound: Option<Number>, exclusive: bool) {
    *(if exclusive { &mut filled.exclusive_minimum } else { &mut filled.minimum }) = bound;
}

fn set_maximum(filled: &mut Schema, bound: Option<Number>, exclusive: bool) {
    *(if exclusive { &mut filled.exclusive_maximum } else { &mut filled.maximum }) = bound;
}

/// Tells whether a schema is `{}`, but for words about it.
fn allows_everything(schema: &openapiv3::Schema) -> bool {
    let silent = matches!(&schema.schema_kind, SchemaKind::Any(any) if *any == AnySchema::default());
    silent && schema.schema_data.discriminator.is_none()
}

/// Makes a JSON number: an integer where it is a whole one that 64 bits hold. `openapiv3` has read all of them into `f64`.
pub(super) fn number(value: f64) -> Option<Number> {
    const LIMIT: f64 = 18_446_744_073_709_551_616.0; // 2^64
    if value.fract() != 0.0 || !(-LIMIT / 2.0..LIMIT).contains(&value) {
        return Number::from_f64(value);
    }
    Some(if value < 0.0 { Number::from(value as i64) } else { Number::from(value as u64) })
}

fn count(value: usize) -> u64 {
    u64::try_from(value).unwrap_or(u64::MAX)
}
