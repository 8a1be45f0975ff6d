//! `untagged_union!`: unions whose branches are told apart by what their JSON looks like.
//!
//! The value is read once, as a `Value`. Each branch has probes: its JSON types, and for objects the properties
//! that must be there. Only branches that a probe fits are tried, so that an error is the one of the branch that was
//! meant.

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::Serialize;

use crate::model::json::{canonical, integer, write_whole};
use crate::model::{Checker, Object, Validate, Value, pointer_at};

/// Implements serde's traits for a union without a discriminator.
///
/// After the name of the enum comes a line for each variant, with the JSON types of its payload: `null`, `boolean`,
/// `integer`, `number`, `string`, `array`, `object` or `any`, several with `|` between them. An `object` can name, in
/// braces, the properties that it must have, each perhaps with the text that it must be equal to. `number`
/// includes integers, and `integer` includes `2.0`, as in JSON Schema. A last line `other Unknown;` makes the union open:
/// its variant takes a value that fits no branch.
///
/// If one branch fits, it is read. If several do, the one that keeps the most of the value is taken (reading and writing it gives the
/// same JSON again), of equals the first that breaks no constraint, else the first. That takes the word `checked` after the name, of an
/// enum that is [`Validate`](crate::Validate).
///
/// `several Several` after the name, as in `Reply, several Several;`, names a variant with a [`Value`](crate::Value): it keeps a value
/// that is of several branches at once, so that none of them alone has all its properties.
///
/// ```
/// struct Cat { name: String }
/// bindery_runtime::object! { Cat; required name = "name"; }
///
/// enum Reply { Cat(Cat), Text(String), Other(bindery_runtime::Value) }
/// bindery_runtime::untagged_union! {
///     Reply;
///     Cat: object { "name", "kind" = "cat" };
///     Text: string;
///     other Other;
/// }
///
/// assert!(matches!(serde_json::from_str(r#""hello""#)?, Reply::Text(text) if text == "hello"));
/// assert!(matches!(serde_json::from_str(r#"{"name": "Tom"}"#)?, Reply::Other(_)));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[macro_export]
macro_rules! untagged_union {
    ($name:ident $(, $word:ident $($what:ident)?)*; $(
        $variant:ident
        $(: $($kind:ident $({ $($key:literal $(= $constant:literal)?),* $(,)? })?)|+)?
        $($other:ident)?;
    )*) => {
        #[automatically_derived]
        #[allow(deprecated)]
        impl $crate::__private::untagged_union::UntaggedUnion for $name {
            const NAME: &'static str = ::core::stringify!($name);
            $($crate::untagged_union! { @word $word $($what)? })*
            const BRANCHES: &'static [$crate::__private::untagged_union::Branch<Self>] = &[$($(
                $crate::__private::untagged_union::Branch {
                    name: ::core::stringify!($variant),
                    probes: &[$($crate::__private::untagged_union::Probe {
                        kind: $crate::__private::untagged_union::kind::$kind,
                        keys: &[$($(($key, &[$($constant)?])),*)?],
                    }),+],
                    read: |value| $crate::__private::serde_json::from_value(value).map(Self::$variant),
                    read_text: |text| $crate::__private::serde_json::from_str(text).map(Self::$variant),
                },
            )?)*];
            $($(
                const OTHER: ::core::option::Option<
                    $crate::__private::untagged_union::Read<Self>,
                > = ::core::option::Option::Some(|value| {
                    $crate::__private::serde_json::from_value(value).map(Self::$other)
                });
            )?)*
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl<'de> $crate::__private::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::untagged_union::read(deserializer)
            }
        }

        $crate::untagged_union! {
            @write $name {$($($variant $($kind)|+;)?)*} {$($($other)?)* $($($what)?)*}
        }
    };
    (@write $name:ident {$($variant:ident $($kind:ident)|+;)*} {$($other:ident)*}) => {
        $crate::__union_serialize! { $name; $($variant)* $($other)* }
    };
    (@word checked) => {
        const IS_VALID: fn(&Self) -> bool = |value| $crate::validate(value).is_ok();
    };
    (@word several $several:ident) => {
        const SEVERAL: ::core::option::Option<fn($crate::Value) -> Self> = ::core::option::Option::Some(Self::$several);
    };
}

/// A union that [`untagged_union!`](crate::untagged_union) implements.
pub trait UntaggedUnion: Serialize + Sized + 'static {
    /// The name of the union, for messages.
    const NAME: &'static str;
    /// The branches, in the order in which they are tried.
    const BRANCHES: &'static [Branch<Self>];
    /// Reads a value that fits no branch, if the union is open.
    const OTHER: Option<Read<Self>> = None;
    /// Tells whether a value breaks no constraint.
    const IS_VALID: fn(&Self) -> bool = |_| true;
    /// Keeps a value that is of several branches at once, if there is a variant for it.
    const SEVERAL: Option<fn(Value) -> Self> = None;
}

/// Reads a value into one branch.
pub type Read<T> = fn(Value) -> Result<T, serde_json::Error>;

/// A branch of a union.
pub struct Branch<T> {
    /// The name of the variant, for messages.
    pub name: &'static str,
    /// What its values look like; one of them must fit.
    pub probes: &'static [Probe],
    /// Reads it.
    pub read: Read<T>,
    /// Reads it once more, from a text, to learn the place of an error: a `Value` has no places.
    pub read_text: fn(&str) -> Result<T, serde_json::Error>,
}

/// A JSON type, and for objects the properties that tell a branch from another.
pub struct Probe {
    /// The type.
    pub kind: Kind,
    /// The required properties, each with at most one text that it must be.
    pub keys: &'static [(&'static str, &'static [&'static str])],
}

/// The JSON type of a probe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean,
    /// A number without a fraction, however it is written.
    Integer,
    /// Any number.
    Number,
    /// A text.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
    /// Any value.
    Any,
}

/// The words by which the macro names the kinds: JSON Schema's.
pub mod kind {
    pub use super::Kind::{
        Any as any, Array as array, Boolean as boolean, Integer as integer, Null as null, Number as number, Object as object,
        String as string,
    };
}

/// Reads a union; called by its `Deserialize`.
pub fn read<'de, T: UntaggedUnion, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    choose(Value::deserialize(deserializer)?).map_err(D::Error::custom)
}

/// Reads a value into the branch that it fits; the error is a text.
fn choose<T: UntaggedUnion>(value: Value) -> Result<T, String> {
    let fits = |branch: &&Branch<T>| misfit(branch.probes, &value).is_none();
    let candidates: Vec<_> = T::BRANCHES.iter().filter(fits).collect();
    if let [only] = candidates[..] {
        return read_branch(only, &value).map_err(|_| format!("{} as {}: {}", T::NAME, only.name, failure(only, &value)));
    }
    match closest_reading(&candidates, &value) {
        Some(read) => Ok(read),
        None => match T::OTHER {
            Some(other) => other(value).map_err(|error| error.to_string()),
            None => Err(no_branch::<T>(&value)),
        },
    }
}

/// What became of a value in one branch.
struct Reading<T> {
    /// How much of the value is kept; all of it is more than anything.
    kept: usize,
    is_valid: bool,
    read: T,
    written: Value,
}

/// Returns the reading that keeps the most of the value, of equals the first that is valid, else the first.
fn closest_reading<T: UntaggedUnion>(candidates: &[&Branch<T>], value: &Value) -> Option<T> {
    let wanted = canonical(value);
    let mut readings = Vec::new();
    for branch in candidates {
        let Ok(read) = read_branch(branch, value) else {
            continue;
        };
        let written = serde_json::to_value(&read).unwrap_or_default();
        let kept = if canonical(&written) == wanted { usize::MAX } else { kept(value, &written) };
        let is_valid = (T::IS_VALID)(&read);
        if kept == usize::MAX && is_valid {
            return Some(read);
        }
        readings.push(Reading { kept, is_valid, read, written });
    }
    let closest = (0..readings.len()).rev().max_by_key(|i| (readings[*i].kept, readings[*i].is_valid))?;
    let closest = readings.swap_remove(closest);
    let others: Vec<_> = readings.iter().map(|reading| &reading.written).collect();
    match T::SEVERAL {
        Some(several) if loses(value, &closest.written, &others) => Some(several(value.clone())),
        _ => Some(closest.read),
    }
}

/// Tells whether a value has a property that is not in what was written of it, and is in something else that was.
fn loses(value: &Value, written: &Value, others: &[&Value]) -> bool {
    match (value, written) {
        (Value::Object(value), Value::Object(written)) => value.iter().any(|(key, value)| {
            let others: Vec<_> = others.iter().filter_map(|other| other.get(key)).collect();
            match written.get(key) {
                Some(written) => loses(value, written, &others),
                None => !others.is_empty(),
            }
        }),
        (Value::Array(value), Value::Array(written)) => value.iter().zip(written).enumerate().any(|(i, (value, written))| {
            let others: Vec<_> = others.iter().filter_map(|other| other.get(i)).collect();
            loses(value, written, &others)
        }),
        _ => false,
    }
}

/// Checks a value that is of several branches at once: it has to be valid in one of them.
pub fn check_several<T: UntaggedUnion + Validate>(value: &Value, at: &mut Checker) {
    let fitting = T::BRANCHES.iter().filter(|branch| misfit(branch.probes, value).is_none());
    let readings: Vec<_> = fitting.filter_map(|branch| read_branch(branch, value).ok()).collect();
    if let Some(first) = readings.first().filter(|_| !readings.iter().any(T::IS_VALID)) {
        first.check(at);
    }
}

/// Counts the properties, items and scalars of a value that stand in another one too.
fn kept(value: &Value, written: &Value) -> usize {
    match (value, written) {
        (Value::Object(value), Value::Object(written)) => {
            value.iter().filter_map(|(key, value)| Some(1 + kept(value, written.get(key)?))).sum()
        }
        (Value::Array(value), Value::Array(written)) => {
            value.iter().zip(written).map(|(value, written)| kept(value, written)).sum()
        }
        (value, written) => usize::from(value == written),
    }
}

/// Returns why a value fits none of the probes, or `None` if it fits one.
fn misfit(probes: &[Probe], value: &Value) -> Option<String> {
    let mut reasons = Vec::new();
    for probe in probes {
        reasons.push(probe_misfit(probe, value)?);
    }
    Some(reasons.join(" and "))
}

fn probe_misfit(probe: &Probe, value: &Value) -> Option<String> {
    if !is_kind(probe.kind, value) {
        return Some(format!("is not {}", kind_name(probe.kind)));
    }
    let object = value.as_object()?;
    probe.keys.iter().find_map(|(key, constant)| key_misfit(object, key, constant))
}

fn key_misfit(object: &Object, key: &str, constant: &[&str]) -> Option<String> {
    let Some(value) = object.get(key) else {
        return Some(format!("has no `{key}`"));
    };
    let constant = constant.first()?;
    (value != constant).then(|| format!("has a `{key}` that is not `{constant}`"))
}

fn is_kind(kind: Kind, value: &Value) -> bool {
    match kind {
        Kind::Null => value.is_null(),
        Kind::Boolean => value.is_boolean(),
        Kind::Integer => value.as_number().is_some_and(|number| integer(number).is_some()),
        Kind::Number => value.is_number(),
        Kind::String => value.is_string(),
        Kind::Array => value.is_array(),
        Kind::Object => value.is_object(),
        Kind::Any => true,
    }
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Null => "null",
        Kind::Boolean => "a boolean",
        Kind::Integer => "an integer",
        Kind::Number => "a number",
        Kind::String => "a text",
        Kind::Array => "an array",
        Kind::Object => "an object",
        Kind::Any => "a value",
    }
}

/// Reads a value into a branch; one that can't be read is tried again with integers for numbers like `2.0`, since Rust's integers, in
/// lists of lists for instance, read only those.
fn read_branch<T>(branch: &Branch<T>, value: &Value) -> Result<T, serde_json::Error> {
    (branch.read)(value.clone()).or_else(|error| {
        let mut whole = value.clone();
        if write_whole(&mut whole) { (branch.read)(whole) } else { Err(error) }
    })
}

/// Says why no branch takes the value.
fn no_branch<T: UntaggedUnion>(value: &Value) -> String {
    let reasons: Vec<_> = T::BRANCHES
        .iter()
        .map(|branch| {
            let reason = misfit(branch.probes, value);
            let reason = reason.unwrap_or_else(|| failure(branch, value));
            format!("{}: {reason}", branch.name)
        })
        .collect();
    format!("no branch of {} fits: {}", T::NAME, reasons.join("; "))
}

/// Says why a branch can't read a value, and where in the value.
fn failure<T>(branch: &Branch<T>, value: &Value) -> String {
    let text = value.to_string();
    let Err(error) = (branch.read_text)(&text) else {
        return "is read otherwise from a text".to_owned();
    };
    let place = format!(" at line {} column {}", error.line(), error.column());
    let message = error.to_string();
    let message = message.strip_suffix(&place).unwrap_or(&message);
    match pointer_at(text.as_bytes(), error.line(), error.column()) {
        root if root.is_empty() => message.to_owned(),
        pointer => format!("{pointer}: {message}"),
    }
}
