//! What the validator found -> what is wrong with the value, in sentences, with its place in the description.

use bindery::diagnostic::nearest;
use bindery::source::Pointer;
use jsonschema::error::{TypeKind, ValidationErrorKind as Kind};
use jsonschema::{JsonType, ValidationError};
use serde_json::Value;

use super::convert::Converted;
use super::{Schemas, union};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The value is not valid.
    Error,
    /// The value is valid, but has what it should not have.
    Warning,
}

/// One thing that is wrong with a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The place in the value.
    pub instance: Pointer,
    /// The place of the keyword in the description.
    pub schema: Pointer,
    /// The keyword.
    pub keyword: String,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// What would mend it.
    pub help: Option<String>,
    /// How bad it is.
    pub severity: Severity,
}

impl Violation {
    /// Returns the sentence with the place in it, for those who show nothing else.
    pub fn sentence(&self) -> String {
        match self.instance.as_str() {
            "" => self.message.clone(),
            place if self.message.contains(&format!("`{place}`")) => self.message.clone(),
            place => format!("{}, at `{place}`", self.message),
        }
    }
}

/// Says what an error of the validator means; a union is its nearest branch.
pub(super) fn violations(schemas: &Schemas<'_>, value: &Value, error: &ValidationError<'_>) -> Vec<Violation> {
    match error.kind() {
        Kind::AnyOf { context } | Kind::OneOfNotValid { context } => union::violations(schemas, value, error, context),
        Kind::AdditionalProperties { unexpected } | Kind::UnevaluatedProperties { unexpected } => {
            unexpected.iter().map(|name| unexpected_property(schemas, error, name)).collect()
        }
        _ => vec![plain(schemas, error)],
    }
}

fn plain(schemas: &Schemas<'_>, error: &ValidationError<'_>) -> Violation {
    let schema = place(schemas, error);
    let keyword = schema.tokens().last().unwrap_or_default().into_owned();
    let mut violation = Violation {
        instance: pointer(error.instance_path().as_str()),
        message: format!("{} {}", subject(error), reason(error)),
        schema,
        keyword: error.kind().keyword().to_owned(),
        help: None,
        severity: Severity::Error,
    };
    match error.kind() {
        Kind::Required { property: Value::String(name) } => violation.message = format!("`{name}` is missing"),
        Kind::Minimum { .. } | Kind::Maximum { .. } if keyword != error.kind().keyword() => {
            out_of_format(schemas, &mut violation)
        }
        Kind::Enum { options } => violation.help = near_value(error.instance(), options),
        _ => {}
    }
    violation
}

/// A limit that the description does not have is that of a format.
fn out_of_format(schemas: &Schemas<'_>, violation: &mut Violation) {
    let format = schemas.root.pointer(violation.schema.as_str()).and_then(|schema| schema.get("format")?.as_str());
    if let Some(format) = format {
        violation.schema = violation.schema.child("format");
        violation.keyword = "format".to_owned();
        violation.message = format!("{}: it does not fit the format `{format}`", violation.message);
    }
}

fn near_value(value: &Value, options: &Value) -> Option<String> {
    // Of shorter texts everything is near to everything.
    let text = value.as_str().filter(|text| text.chars().count() > 2)?;
    let near = nearest(text, options.as_array()?.iter().filter_map(Value::as_str))?;
    Some(format!("did you mean `{near}`?"))
}

fn unexpected_property(schemas: &Schemas<'_>, error: &ValidationError<'_>, name: &str) -> Violation {
    let schema = place(schemas, error);
    let described = schema.parent().and_then(|parent| schemas.root.pointer(parent.as_str())?.get("properties")?.as_object());
    let near = nearest(name, described.into_iter().flat_map(|map| map.keys()).map(String::as_str));
    Violation {
        instance: pointer(error.instance_path().as_str()).child(name),
        schema,
        keyword: error.kind().keyword().to_owned(),
        message: format!("unknown property `{name}`"),
        help: near.map(|near| format!("did you mean `{near}`?")),
        severity: Severity::Error,
    }
}

/// A property that is missing may be there under a name that is nearly the same.
pub(super) fn explain_missing(schemas: &Schemas<'_>, value: &Value, found: &mut [Violation]) {
    for violation in found.iter_mut().filter(|it| it.keyword == "required" && it.help.is_none()) {
        let Some(name) = violation.message.strip_prefix('`').and_then(|rest| rest.strip_suffix("` is missing")) else { continue };
        let holder = violation.schema.parent().and_then(|parent| schemas.root.pointer(parent.as_str())?.get("properties"));
        let there = value.pointer(violation.instance.as_str()).and_then(Value::as_object).into_iter().flatten();
        let strange = there.map(|(key, _)| key.as_str()).filter(|key| holder.is_none_or(|holder| holder.get(*key).is_none()));
        violation.help = nearest(name, strange).map(|near| format!("`{near}` is there; did you mean `{name}`?"));
    }
}

/// Returns the place of an error's keyword in the description.
pub(super) fn place(schemas: &Schemas<'_>, error: &ValidationError<'_>) -> Pointer {
    Converted::place(&schemas.root, error.schema_path().as_str())
}

pub(super) fn pointer(text: &str) -> Pointer {
    Pointer::parse(text).unwrap_or_else(Pointer::root)
}

/// Names what an error is about.
fn subject(error: &ValidationError<'_>) -> String {
    match error.instance_path().as_str() {
        "" => "the value".to_owned(),
        place => format!("`{place}`"),
    }
}

/// Says what is wrong with it.
fn reason(error: &ValidationError<'_>) -> String {
    let value = error.instance().as_ref();
    let shown = shown(value);
    match error.kind() {
        Kind::Type { kind } => format!("is {shown}, expected {}", expected(kind)),
        Kind::Enum { options } => format!("is {shown}, expected {}", alternatives(options)),
        Kind::Constant { expected_value } => format!("is {shown}, expected {}", self::shown(expected_value)),
        Kind::Format { format } => format!("is {shown}, which is no `{format}`"),
        Kind::Pattern { pattern } => format!("is {shown}, which does not match the pattern `{pattern}`"),
        Kind::Minimum { limit } => format!("is {shown}, less than {limit}"),
        Kind::Maximum { limit } => format!("is {shown}, more than {limit}"),
        Kind::ExclusiveMinimum { limit } => format!("is {shown}, not more than {limit}"),
        Kind::ExclusiveMaximum { limit } => format!("is {shown}, not less than {limit}"),
        Kind::MultipleOf { multiple_of } => format!("is {shown}, not a multiple of {multiple_of}"),
        Kind::MinLength { limit } => format!("is {shown}, shorter than {limit}"),
        Kind::MaxLength { limit } => format!("is {shown}, longer than {limit}"),
        Kind::MinItems { limit } => format!("has {} items, fewer than {limit}", size(value)),
        Kind::MaxItems { limit } => format!("has {} items, more than {limit}", size(value)),
        Kind::MinProperties { limit } => format!("has {} properties, fewer than {limit}", size(value)),
        Kind::MaxProperties { limit } => format!("has {} properties, more than {limit}", size(value)),
        Kind::UniqueItems => "has equal items".to_owned(),
        Kind::FalseSchema => "must not be there".to_owned(),
        Kind::Contains => "has not as many items as it should that suit `contains`".to_owned(),
        Kind::UnevaluatedItems { unexpected } => format!("has items that nothing describes: {}", unexpected.join(", ")),
        Kind::Not { .. } => format!("is {shown}, which `not` excludes"),
        Kind::OneOfMultipleValid { context } => {
            let fit = context.iter().enumerate().filter(|(_, errors)| errors.is_empty()).map(|(index, _)| index.to_string());
            let fit: Vec<String> = fit.collect();
            format!("is {shown}, which satisfies several branches of `oneOf`, not one: {}", fit.join(" and "))
        }
        Kind::PropertyNames { error } => format!("has a property whose name {}", reason(error)),
        Kind::Custom { message, .. } => format!("is {shown}, which {message}"),
        _ => error.masked().to_string(),
    }
}

fn size(value: &Value) -> usize {
    match value {
        Value::Array(list) => list.len(),
        Value::Object(map) => map.len(),
        _ => 0,
    }
}

/// Shows a value if it is short, else what it is.
pub(super) fn shown(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(_) | Value::Number(_) => format!("`{value}`"),
        Value::String(text) if text.chars().count() <= 60 => format!("`{value}`"),
        Value::String(text) => format!("a string of {} characters", text.chars().count()),
        Value::Array(_) => "an array".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}

/// Lists values that are allowed.
fn alternatives(options: &Value) -> String {
    let options = options.as_array().map_or(&[][..], Vec::as_slice);
    let shown: Vec<String> = options.iter().take(8).map(self::shown).collect();
    match (shown.as_slice(), options.len().saturating_sub(8)) {
        ([rest @ .., last], 0) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        (shown, 0) => shown.join(""),
        (shown, more) => format!("{} or one of {more} more", shown.join(", ")),
    }
}

fn expected(kind: &TypeKind) -> String {
    let names: Vec<&str> = match kind {
        TypeKind::Single(kind) => vec![name(*kind)],
        TypeKind::Multiple(kinds) => kinds.iter().map(name).collect(),
    };
    match names.as_slice() {
        [rest @ .., last] if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        names => names.concat(),
    }
}

fn name(kind: JsonType) -> &'static str {
    match kind {
        JsonType::Array => "an array",
        JsonType::Boolean => "a boolean",
        JsonType::Integer => "an integer",
        JsonType::Null => "null",
        JsonType::Number => "a number",
        JsonType::Object => "an object",
        JsonType::String => "a string",
    }
}
