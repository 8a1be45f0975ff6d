//! Properties of a value that do not belong in its direction: `readOnly` ones that are sent, `writeOnly` ones that are answered.
//!
//! OpenAPI says that they should not be there (3.0.3, "Schema Object"), so they are warnings.

use std::collections::HashSet;

use bindery::source::Pointer;
use serde_json::Value;

use super::convert::{Converted, say_hidden};
use super::{Direction, Schemas, Severity, Violation};
use crate::tree::{is_true, single_part};

/// Finds the properties of a value that do not belong in the direction.
pub(super) fn misplaced(schemas: &Schemas<'_>, schema: &Pointer, value: &Value) -> Vec<Violation> {
    let mut walk = Walk { schemas, found: Vec::new(), met: HashSet::new() };
    if schemas.direction != Direction::Either {
        walk.schema(schema, &Pointer::root(), value);
    }
    walk.found
}

struct Walk<'a> {
    schemas: &'a Schemas<'a>,
    found: Vec<Violation>,
    /// The schemas and places that were looked at.
    met: HashSet<(Pointer, Pointer)>,
}

impl Walk<'_> {
    fn schema(&mut self, schema: &Pointer, instance: &Pointer, value: &Value) {
        let schema = self.schemas.behind(schema);
        if !(value.is_object() || value.is_array()) || !self.met.insert((schema.clone(), instance.clone())) {
            return;
        }
        let converted = self.schemas.converted.document.pointer(schema.as_str());
        let Some(Value::Object(converted)) = converted else { return };
        for (keyword, inner) in converted {
            let at = schema.child(keyword);
            match (keyword.as_str(), inner, value) {
                ("properties", Value::Object(named), Value::Object(object)) => {
                    for name in named.keys() {
                        if let Some(value) = object.get(name) {
                            self.property(&at.child(name), &instance.child(name), value);
                        }
                    }
                }
                ("items", _, Value::Array(list)) => {
                    for (index, value) in list.iter().enumerate() {
                        self.schema(&at, &instance.index(index), value);
                    }
                }
                ("additionalProperties", Value::Object(_), Value::Object(object)) => {
                    let described = converted.get("properties");
                    for (name, value) in object.iter().filter(|(name, _)| described.is_none_or(|it| it.get(*name).is_none())) {
                        self.schema(&at, &instance.child(name), value);
                    }
                }
                ("$ref", Value::String(target), _) => {
                    if let Some(target) = Pointer::parse(target) {
                        self.schema(&target, instance, value);
                    }
                }
                ("else", _, _) => self.schema(&at, instance, value),
                ("allOf", Value::Array(branches), _) => {
                    (0..branches.len()).for_each(|index| self.schema(&at.index(index), instance, value));
                }
                ("oneOf" | "anyOf", Value::Array(branches), _) => {
                    for branch in (0..branches.len()).map(|index| at.index(index)) {
                        if self.schemas.is_valid(&branch, value).unwrap_or(false) {
                            self.schema(&branch, instance, value);
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn property(&mut self, schema: &Pointer, instance: &Pointer, value: &Value) {
        let (keyword, only) = match self.schemas.direction {
            Direction::Response => ("writeOnly", "is only sent by clients, and should not be in a response"),
            Direction::Request | Direction::Either => ("readOnly", "is only read, and should not be in a request"),
        };
        let said = self.said(schema);
        let schemas: Vec<&Value> = said.iter().map(|(_, schema)| *schema).collect();
        let place = said.iter().find(|(_, schema)| is_true(schema, keyword)).map(|(place, _)| place);
        let Some(place) = place.filter(|_| say_hidden(&schemas, self.schemas.direction)) else {
            return self.schema(schema, instance, value);
        };
        let name = instance.tokens().last().unwrap_or_default().into_owned();
        self.found.push(Violation {
            instance: instance.clone(),
            schema: place.child(keyword),
            keyword: keyword.to_owned(),
            message: format!("`{name}` {only}"),
            help: None,
            severity: Severity::Warning,
        });
    }

    /// Returns what is said about a property, and where: at the property, at what it refers to, and at the only part of that.
    fn said(&self, property: &Pointer) -> Vec<(Pointer, &Value)> {
        let written = |converted: &Pointer| {
            let place = Converted::place(&self.schemas.root, converted.as_str());
            self.schemas.root.pointer(place.as_str()).map(|schema| (place, schema))
        };
        let target = self.schemas.behind(property);
        let part = written(&target).and_then(|(_, schema)| single_part(schema)).map(|_| target.child("allOf").index(0));
        let part = part.and_then(|part| written(&self.schemas.behind(&part)));
        [written(property), written(&target), part].into_iter().flatten().collect()
    }
}
