//! A valid value and its schema -> values that break one constraint each, with the place that is broken.

use serde_json::{Value, json};

use crate::alternatives::{Flat, alternatives, type_names};
use crate::make::{properties, required, type_of};
use crate::scalars::moved;
use crate::schemas::Schemas;

/// Constraints are broken in values within values down to this depth.
const MAX_DEPTH: usize = 3;

/// Texts and lists that are too long are made no longer than this.
const MAX_SIZE: u64 = 3000;

/// A value with one thing wrong.
#[derive(Clone, Debug)]
pub(crate) struct Broken {
    pub(crate) value: Value,
    /// Where it is wrong.
    pub(crate) pointer: String,
    /// The keyword that says so.
    pub(crate) keyword: &'static str,
}

/// Breaks each constraint of a schema in a value, one at a time.
pub(crate) fn broken(schemas: &Schemas<'_>, flat: &Flat, value: &Value) -> Vec<Broken> {
    let mut breaker = Breaker { schemas, whole: value, made: Vec::new() };
    breaker.walk(flat, value, "", MAX_DEPTH);
    breaker.made
}

struct Breaker<'a> {
    schemas: &'a Schemas<'a>,
    whole: &'a Value,
    made: Vec<Broken>,
}

impl Breaker<'_> {
    fn walk(&mut self, flat: &Flat, value: &Value, pointer: &str, depth: usize) {
        self.wrong_type(flat, value, pointer);
        match value {
            Value::Object(object) => {
                self.sizes(flat, value, pointer);
                for name in required(flat).into_iter().filter(|name| object.contains_key(*name)) {
                    let mut without = object.clone();
                    without.remove(name);
                    self.put(pointer, "required", Value::Object(without));
                }
                for (name, property) in properties(flat) {
                    if let Some(inner) = object.get(name) {
                        let place = format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"));
                        self.within(property, inner, &place, depth);
                    }
                }
            }
            Value::Array(items) => {
                self.sizes(flat, value, pointer);
                if let (Some(schema), Some(first)) = (flat.get("items"), items.first()) {
                    self.within(schema, first, &format!("{pointer}/0"), depth);
                }
            }
            Value::Number(_) => self.limits(flat, pointer),
            Value::String(text) => self.text(flat, text, pointer),
            Value::Null | Value::Bool(_) => {}
        }
        self.unknown_value(flat, pointer);
    }

    /// Goes into a value within, where it is clear which schema it has.
    fn within(&mut self, schema: &Value, value: &Value, pointer: &str, depth: usize) {
        let flats = alternatives(self.schemas, schema);
        let mut of_values = flats.iter().filter(|flat| flat.get("type") != Some(&json!("null")));
        if let (Some(only), None, true) = (of_values.next(), of_values.next(), depth > 0) {
            self.walk(only, value, pointer, depth - 1);
        }
    }

    fn put(&mut self, pointer: &str, keyword: &'static str, value: Value) {
        let mut whole = self.whole.clone();
        if let Some(place) = whole.pointer_mut(pointer) {
            *place = value;
            self.made.push(Broken { value: whole, pointer: pointer.to_owned(), keyword });
        }
    }

    fn wrong_type(&mut self, flat: &Flat, value: &Value, pointer: &str) {
        if type_of(flat, 0).is_none() || !flat.contains_key("type") {
            return;
        }
        let other = match value {
            Value::String(_) => json!({"not": "a text"}),
            Value::Array(_) | Value::Object(_) => json!("neither list nor object"),
            Value::Null | Value::Bool(_) | Value::Number(_) => json!("neither number nor boolean"),
        };
        self.put(pointer, "type", other);
    }

    fn unknown_value(&mut self, flat: &Flat, pointer: &str) {
        let Some(values) = flat.get("enum").and_then(Value::as_array) else { return };
        let sort = values.iter().find(|value| !value.is_null());
        let unknown = match sort {
            Some(Value::String(_)) => json!("a value that nobody described"),
            Some(Value::Number(number)) if !number.is_f64() => json!(987_654_321),
            Some(Value::Number(_)) => json!(98_765.25),
            Some(Value::Bool(only)) => json!(!only),
            _ => return,
        };
        if !values.contains(&unknown) {
            self.put(pointer, "enum", unknown);
        }
    }

    fn limits(&mut self, flat: &Flat, pointer: &str) {
        for (keyword, outward) in [("minimum", -1), ("maximum", 1), ("exclusiveMinimum", 0), ("exclusiveMaximum", 0)] {
            let limit = flat.get(keyword).and_then(Value::as_number);
            if let Some(beyond) = limit.and_then(|limit| moved(limit, outward)) {
                self.put(pointer, keyword, beyond);
            }
        }
        if let Some(step) = flat.get("multipleOf").and_then(Value::as_f64) {
            let whole = flat.get("type").is_some_and(|name| type_names(name).contains(&"integer"));
            if !whole {
                self.put(pointer, "multipleOf", json!(step * 1.5));
            } else if step > 1.0 {
                self.put(pointer, "multipleOf", json!(1));
            }
        }
    }

    fn text(&mut self, flat: &Flat, text: &str, pointer: &str) {
        let length = |keyword: &str| flat.get(keyword).and_then(Value::as_u64);
        if let Some(least) = length("minLength").filter(|least| *least > 0) {
            let short: String = text.chars().take(usize::try_from(least - 1).unwrap_or(usize::MAX)).collect();
            self.put(pointer, "minLength", json!(short));
        }
        if let Some(most) = length("maxLength").filter(|most| *most < MAX_SIZE) {
            let missing = (most + 1).saturating_sub(text.chars().count() as u64);
            let last = text.chars().last().unwrap_or('x');
            let long: String =
                text.chars().chain(std::iter::repeat_n(last, usize::try_from(missing).unwrap_or_default())).collect();
            self.put(pointer, "maxLength", json!(long));
        }
        if flat.contains_key("pattern") {
            self.put(pointer, "pattern", json!("\u{1}\u{2} ~ nothing \u{fffd} matches\n this ~ \u{1}"));
        }
        if flat.contains_key("format") {
            self.put(pointer, "format", json!("not a text of the format"));
        }
    }

    fn sizes(&mut self, flat: &Flat, value: &Value, pointer: &str) {
        let size = |keyword: &str| flat.get(keyword).and_then(Value::as_u64);
        match value {
            Value::Array(items) => {
                if let Some(least) = size("minItems").filter(|least| *least > 0) {
                    let short = items.iter().take(usize::try_from(least - 1).unwrap_or(usize::MAX)).cloned().collect();
                    self.put(pointer, "minItems", Value::Array(short));
                }
                let Some(first) = items.first() else { return };
                if let Some(most) = size("maxItems").filter(|most| *most < MAX_SIZE) {
                    let count = usize::try_from(most + 1).unwrap_or_default();
                    let long = items.iter().chain(std::iter::repeat(first)).take(count).cloned().collect();
                    self.put(pointer, "maxItems", Value::Array(long));
                }
                if flat.get("uniqueItems") == Some(&json!(true)) {
                    self.put(pointer, "uniqueItems", json!([first, first]));
                }
            }
            Value::Object(object) => {
                if let Some(least) = size("minProperties").filter(|least| *least > 0) {
                    let few = object.iter().take(usize::try_from(least - 1).unwrap_or(usize::MAX));
                    let few = few.map(|(key, value)| (key.clone(), value.clone())).collect();
                    self.put(pointer, "minProperties", Value::Object(few));
                }
            }
            _ => {}
        }
    }
}
