//! A schema -> a value that satisfies it, for answers that the description gives no example of.
//!
//! Objects get what is required, enums their first value, strings what their format asks for. The value is a good guess, not a
//! promise: `description` judges it.

use bindery::spec::{AdditionalProperties, Document, JsonType, Schema, SchemaId};
use serde_json::{Map, Number, Value, json};

use bindery_validator::schema::Direction;
use bindery_validator::wire::shape;

/// How deep a sample may nest.
const MAX_DEPTH: usize = 64;

/// Makes a value of a response; `None` where the schema has no finite one.
pub(crate) fn sample(document: &Document, schema: SchemaId) -> Option<Value> {
    Builder { document, open: Vec::new() }.value(schema, schema)
}

struct Builder<'a> {
    document: &'a Document,
    /// The schemas that are being built: none of them may hold itself.
    open: Vec<SchemaId>,
}

impl Builder<'_> {
    /// Builds a value of a schema that judges the same value as `outer`.
    fn value(&mut self, id: SchemaId, outer: SchemaId) -> Option<Value> {
        if self.open.contains(&id) || self.open.len() >= MAX_DEPTH {
            return None;
        }
        let schema = &self.document.schemas[id];
        let null = schema.nullable.then_some(Value::Null);
        if schema.never {
            return null;
        }
        if let Some(value) = schema.examples.first().or(schema.default.as_ref()) {
            return Some(value.clone());
        }
        if let Some(values) = &schema.enumeration {
            return values.first().cloned().or(null);
        }
        self.open.push(id);
        let value = self.combined(schema, outer);
        self.open.pop();
        value.or(null)
    }

    /// Builds each part and puts them together: objects are merged, of other values the first is taken.
    fn combined(&mut self, schema: &Schema, outer: SchemaId) -> Option<Value> {
        let mut values = Vec::new();
        for part in schema.reference.iter().chain(&schema.all_of) {
            values.push(self.value(*part, outer)?);
        }
        for branches in [&schema.one_of, &schema.any_of].into_iter().filter(|branches| !branches.is_empty()) {
            values.push(branches.iter().find_map(|branch| self.branch(schema, *branch, outer))?);
        }
        if values.is_empty() || says_type(schema) {
            values.insert(0, self.own(schema, outer)?);
        }
        values.into_iter().reduce(|one, two| match (one, two) {
            (Value::Object(mut one), Value::Object(two)) => {
                one.extend(two);
                Value::Object(one)
            }
            (one, _) => one,
        })
    }

    /// Builds a branch of a union, with its tag.
    fn branch(&mut self, union: &Schema, branch: SchemaId, outer: SchemaId) -> Option<Value> {
        let mut value = self.value(branch, outer)?;
        let Some(discriminator) = &union.discriminator else { return Some(value) };
        let property = shape::property(self.document, branch, &discriminator.property);
        let is_enum = property.is_some_and(|property| shape::enumeration(self.document, property).is_some());
        if let (Value::Object(object), false) = (&mut value, is_enum) {
            let target = self.document.schemas[branch].reference.unwrap_or(branch);
            let mapped = discriminator.mapping.iter().find(|(_, id)| *id == target || *id == branch);
            let named = self.document.components.iter().find(|(_, id)| *id == target);
            if let Some((tag, _)) = mapped.or(named) {
                object.insert(discriminator.property.clone(), json!(tag));
            }
        }
        Some(value)
    }

    fn own(&mut self, schema: &Schema, outer: SchemaId) -> Option<Value> {
        match own_type(schema) {
            Some(JsonType::Boolean) => Some(json!(true)),
            Some(JsonType::Integer) => number(schema, Whole::Yes),
            Some(JsonType::Number) => number(schema, Whole::No),
            Some(JsonType::String) => Some(json!(string(schema))),
            Some(JsonType::Array) => Some(self.array(schema)),
            Some(JsonType::Object) => self.object(schema, outer),
            None => Some(json!({})),
        }
    }

    fn array(&mut self, schema: &Schema) -> Value {
        let wanted = schema.min_items.unwrap_or(1).min(schema.max_items.unwrap_or(u64::MAX)).min(100);
        let item = schema.items.and_then(|items| self.value(items, items));
        Value::Array(item.iter().cycle().take(usize::try_from(wanted).unwrap_or_default()).cloned().collect())
    }

    fn object(&mut self, schema: &Schema, outer: SchemaId) -> Option<Value> {
        let around = shape::properties(self.document, outer);
        let mut object = Map::new();
        for name in &schema.required {
            let additional = match schema.additional_properties {
                AdditionalProperties::Schema(id) => Some(id),
                AdditionalProperties::Unsaid | AdditionalProperties::Any | AdditionalProperties::Forbidden => None,
            };
            let property = schema.properties.get(name).or_else(|| around.get(name.as_str())).copied().or(additional);
            match property {
                Some(property) if shape::is_hidden(self.document, property, Direction::Response) => {}
                Some(property) => {
                    object.insert(name.clone(), self.value(property, property)?);
                }
                None => {
                    object.insert(name.clone(), json!("string"));
                }
            }
        }
        Some(Value::Object(object))
    }
}

/// Tells whether a schema says by itself what type its values have.
fn says_type(schema: &Schema) -> bool {
    own_type(schema).is_some() || !schema.required.is_empty()
}

/// Returns the first type that is allowed, or the one that the keywords suggest.
fn own_type(schema: &Schema) -> Option<JsonType> {
    match &schema.types {
        Some(types) => types.first().copied(),
        None if !schema.properties.is_empty() || !schema.required.is_empty() => Some(JsonType::Object),
        None if schema.items.is_some() => Some(JsonType::Array),
        None if schema.pattern.is_some() || schema.format.is_some() => Some(JsonType::String),
        None => None,
    }
}

/// Whether a number has to be a whole one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whole {
    Yes,
    No,
}

/// Returns the number nearest to zero that is within the bounds, rounded up to a multiple if that is still within them.
fn number(schema: &Schema, whole: Whole) -> Option<Value> {
    let as_float = |number: &Option<Number>| number.as_ref().and_then(Number::as_f64);
    let beyond = if whole == Whole::Yes { 1.0 } else { 0.5 };
    let low = as_float(&schema.minimum).or(as_float(&schema.exclusive_minimum).map(|bound| bound + beyond));
    let high = as_float(&schema.maximum).or(as_float(&schema.exclusive_maximum).map(|bound| bound - beyond));
    let near = 0.0_f64.min(high.unwrap_or(0.0)).max(low.unwrap_or(f64::MIN));
    let step = as_float(&schema.multiple_of).or((whole == Whole::Yes).then_some(1.0)).filter(|step| *step > 0.0);
    let value = step.map_or(near, |step| {
        let up = (near / step).ceil() * step;
        if high.is_none_or(|high| up <= high) { up } else { (near / step).floor() * step }
    });
    #[expect(clippy::cast_possible_truncation, reason = "it has no fraction, and one out of range is only a bad sample")]
    if value.fract() == 0.0 { Some(json!(value as i64)) } else { Number::from_f64(value).map(Value::Number) }
}

/// Returns a string of the format, as long as it has to be.
fn string(schema: &Schema) -> String {
    let text = match schema.format.as_deref() {
        Some("date-time") => "2024-01-01T00:00:00Z",
        Some("date") => "2024-01-01",
        Some("time") => "00:00:00Z",
        Some("duration") => "P1D",
        Some("email" | "idn-email") => "someone@example.com",
        Some("hostname" | "idn-hostname") => "example.com",
        Some("ipv4") => "192.0.2.1",
        Some("ipv6") => "2001:db8::1",
        Some("uri" | "url" | "iri" | "uri-reference" | "iri-reference") => "https://example.com/",
        Some("uuid") => "00000000-0000-4000-8000-000000000000",
        Some("byte") => "AAAA",
        Some("json-pointer") => "/string",
        _ => "string",
    };
    let at_least = usize::try_from(schema.min_length.unwrap_or_default().min(10_000)).unwrap_or_default();
    let at_most = usize::try_from(schema.max_length.unwrap_or(u64::MAX)).unwrap_or(usize::MAX);
    let filler = std::iter::repeat_n('x', at_least.saturating_sub(text.chars().count()));
    text.chars().chain(filler).take(at_most).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Makes a sample of the only schema of a description.
    fn sample_of(schema: &str) -> Option<Value> {
        let text = format!(
            "{{openapi: 3.0.3, info: {{title: T, version: '1'}}, paths: {{}}, components: {{schemas: {{S: {schema}}}}}}}"
        );
        let mut sources = bindery::source::Sources::default();
        let id = sources.add("test.yaml", text);
        let (parsed, found) = bindery::parse::parse(&sources, id);
        let (document, _) = bindery::spec::resolve(&parsed.unwrap_or_else(|| panic!("{found:?}")), id);
        sample(&document, document.components[0].1)
    }

    #[test]
    fn numbers_keep_within_their_bounds() {
        let cases = [
            ("{type: integer}", json!(0)),
            ("{type: integer, minimum: 3, multipleOf: 5}", json!(5)),
            ("{type: integer, maximum: -3, multipleOf: 5}", json!(-5)),
            ("{type: integer, minimum: 7, exclusiveMinimum: true}", json!(8)),
            ("{type: number, minimum: 0, exclusiveMinimum: true, maximum: 1}", json!(0.5)),
            ("{type: number, minimum: 0.1, multipleOf: 0.25}", json!(0.25)),
        ];
        for (schema, expected) in cases {
            assert_eq!(sample_of(schema), Some(expected), "{schema}");
        }
    }

    #[test]
    fn strings_are_as_long_as_they_have_to_be() {
        assert_eq!(sample_of("{type: string, minLength: 8}"), Some(json!("stringxx")));
        assert_eq!(sample_of("{type: string, maxLength: 2}"), Some(json!("st")));
    }

    #[test]
    fn recursion_ends() {
        let list = "{type: array, items: {$ref: '#/components/schemas/S'}}";
        assert_eq!(sample_of(list), Some(json!([])));
        let endless = "{type: object, required: [s], properties: {s: {$ref: '#/components/schemas/S'}}}";
        assert_eq!(sample_of(endless), None);
        let ending =
            "{type: object, required: [s], properties: {s: {nullable: true, allOf: [{$ref: '#/components/schemas/S'}]}}}";
        assert_eq!(sample_of(ending), Some(json!({ "s": null })));
    }

    #[test]
    fn parts_are_put_together() {
        let parts =
            "{required: [a, b], allOf: [{type: object, properties: {a: {type: boolean}}}, {properties: {b: {enum: [7]}}}]}";
        assert_eq!(sample_of(parts), Some(json!({ "a": true, "b": 7 })));
    }
}
