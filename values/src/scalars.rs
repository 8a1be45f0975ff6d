//! Values of scalar schemas: the plain one first, then the limits and the odd ones.

use serde_json::{Number, Value, json};

use crate::alternatives::Flat;
use crate::pattern;

/// Texts are made no longer than this, whatever a schema allows or wants.
const MAX_LENGTH: u64 = 5000;

/// Returns values of a type without values within.
pub(crate) fn scalars(schema: &Flat, type_name: &str) -> Vec<Value> {
    match type_name {
        "null" => vec![Value::Null],
        "boolean" => vec![json!(true), json!(false)],
        "integer" => numbers(schema, Whole::Yes),
        "number" => numbers(schema, Whole::No),
        "string" => strings(schema).into_iter().map(Value::String).collect(),
        _ => Vec::new(),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Whole {
    Yes,
    No,
}

fn numbers(schema: &Flat, whole: Whole) -> Vec<Value> {
    let limit = |keyword: &str| schema.get(keyword).and_then(Value::as_number).cloned();
    let mut made = Vec::new();
    let step = limit("multipleOf");
    let plain = [json!(1), json!(0), json!(-1), json!(42)];
    made.extend(plain);
    for (keyword, inward) in [("minimum", 1_i8), ("maximum", -1), ("exclusiveMinimum", 1), ("exclusiveMaximum", -1)] {
        let Some(number) = limit(keyword) else { continue };
        made.push(Value::Number(number.clone()));
        made.extend(moved(&number, inward.into()));
        if whole == Whole::No {
            made.extend(number.as_f64().and_then(|number| Number::from_f64(number + 0.5 * f64::from(inward))).map(Value::Number));
        }
    }
    for step in step.iter().filter_map(Number::as_f64) {
        let low = limit("minimum").and_then(|number| number.as_f64()).unwrap_or(0.0);
        let first = (low / step).ceil() * step;
        made.extend([first, first + step, first + 7.0 * step].into_iter().map(float));
    }
    match whole {
        Whole::Yes => {
            made.extend([json!(i32::MAX), json!(i32::MIN), json!(i64::MAX), json!(i64::MIN), json!(2.0)]);
            if limit("maximum").is_some_and(|number| number.is_u64() && !number.is_i64()) {
                made.push(json!(u64::MAX));
            }
        }
        Whole::No => {
            made.extend([json!(0.1), json!(-2.5), json!(1e21), json!(1.5e-7), json!(123_456_789.123_456_79), json!(2.0)])
        }
    }
    // Those that are allowed come first, so that what is made of the first ones is valid.
    let (mut allowed, others): (Vec<_>, Vec<_>) = made.into_iter().partition(|value| is_within(schema, value));
    allowed.extend(others);
    allowed
}

fn is_within(schema: &Flat, value: &Value) -> bool {
    let Some(number) = value.as_f64() else { return false };
    let limit = |keyword: &str| schema.get(keyword).and_then(Value::as_f64);
    limit("minimum").is_none_or(|limit| number >= limit)
        && limit("maximum").is_none_or(|limit| number <= limit)
        && limit("exclusiveMinimum").is_none_or(|limit| number > limit)
        && limit("exclusiveMaximum").is_none_or(|limit| number < limit)
        && limit("multipleOf").is_none_or(|step| (number / step).fract() == 0.0)
}

/// Returns a number without a fraction as such.
#[expect(clippy::cast_possible_truncation, reason = "it has no fraction and is small")]
fn float(number: f64) -> Value {
    if number.fract() == 0.0 && number.abs() < 1e15 { json!(number as i64) } else { json!(number) }
}

/// Returns a number plus a small whole one.
pub(crate) fn moved(number: &Number, by: i64) -> Option<Value> {
    let whole = number.as_i64().and_then(|number| number.checked_add(by)).map(|number| json!(number));
    let natural = || number.as_u64().and_then(|number| number.checked_add_signed(by)).map(|number| json!(number));
    #[expect(clippy::cast_precision_loss, reason = "it is 1 or -1")]
    let real = || number.as_f64().map(|number| json!(number + by as f64));
    whole.or_else(natural).or_else(real)
}

fn strings(schema: &Flat) -> Vec<String> {
    let length = |keyword: &str| schema.get(keyword).and_then(Value::as_u64);
    let (least, most) = (length("minLength").unwrap_or(0), length("maxLength").unwrap_or(u64::MAX));
    let mut made: Vec<String> = Vec::new();
    if let Some(pattern) = schema.get("pattern").and_then(Value::as_str) {
        let fits = |text: &String| (least..=most).contains(&(text.chars().count() as u64));
        made.extend(pattern::matching(pattern).into_iter().filter(fits));
    }
    match schema.get("format").and_then(Value::as_str).map(of_format).unwrap_or_default() {
        [] => {}
        texts => made.extend(texts.iter().map(|text| (*text).to_owned())),
    }
    for text in ["text", "", "Größe 漢字 🦀\u{301}", "line\nbreak\ttab \"quoted\" \\ / \u{0}\u{7f}", "0", "null", " "] {
        made.push(fitted(text, least, most));
    }
    for exact in [least, most] {
        if exact > 0 && exact <= MAX_LENGTH {
            made.push("x".repeat(usize::try_from(exact).unwrap_or_default()));
            // A length counts letters, not bytes.
            made.push("ü".repeat(usize::try_from(exact).unwrap_or_default()));
        }
    }
    made
}

fn fitted(text: &str, least: u64, most: u64) -> String {
    let missing = least.min(MAX_LENGTH).saturating_sub(text.chars().count() as u64);
    let filler = std::iter::repeat_n('x', usize::try_from(missing).unwrap_or_default());
    text.chars().chain(filler).take(usize::try_from(most).unwrap_or(usize::MAX)).collect()
}

fn of_format(format: &str) -> &'static [&'static str] {
    match format {
        "date-time" => &[
            "2024-02-29T12:30:45Z",
            "1985-04-12T23:20:50.52Z",
            "1996-12-19T16:39:57-08:00",
            "1937-01-01T12:00:27.870000001+00:20",
            "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999Z",
        ],
        "date" => &["2024-02-29", "0001-01-01", "9999-12-31"],
        "uuid" => &["f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "00000000-0000-0000-0000-000000000000"],
        "byte" => &["AAAA", "aGVsbG8=", "", "+/+/"],
        "ipv4" => &["192.0.2.1", "255.255.255.255"],
        "ipv6" => &["2001:db8::1", "::", "::ffff:192.0.2.1"],
        _ => &[],
    }
}
