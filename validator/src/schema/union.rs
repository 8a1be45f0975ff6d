//! A value that satisfies no branch of a `oneOf` or `anyOf` -> what is wrong with it, by the branch that was meant.
//!
//! That is the one that the discriminator chose, else the one that got furthest. The branches are not listed.

use bindery::diagnostic::nearest;
use bindery::source::Pointer;
use jsonschema::ValidationError;
use jsonschema::error::ValidationErrorKind as Kind;
use serde_json::Value;

use super::Schemas;
use super::convert::tags_of;
use super::violation::{self, Severity, Violation, place, pointer, shown};

type Branches = [Vec<ValidationError<'static>>];

/// Says what is wrong.
pub(super) fn violations(
    schemas: &Schemas<'_>,
    value: &Value,
    error: &ValidationError<'_>,
    branches: &Branches,
) -> Vec<Violation> {
    let list = place(schemas, error);
    let instance = error.instance_path().as_str();
    match chosen(schemas, &list, error.instance(), instance) {
        Chosen::Branch(index) => match branches.get(index) {
            Some(errors) if !errors.is_empty() => {
                errors.iter().flat_map(|error| violation::violations(schemas, value, error)).collect()
            }
            _ => furthest(schemas, value, error, branches, &list),
        },
        Chosen::Wrong(violation) => vec![violation],
        Chosen::Unsaid => furthest(schemas, value, error, branches, &list),
    }
}

/// What a discriminator says of a value.
enum Chosen {
    Branch(usize),
    Wrong(Violation),
    Unsaid,
}

fn chosen(schemas: &Schemas<'_>, list: &Pointer, value: &Value, instance: &str) -> Chosen {
    let union = list.parent().and_then(|parent| schemas.root.pointer(parent.as_str()));
    let discriminator = union.and_then(|union| union.get("discriminator"));
    let property = discriminator.and_then(|it| it.get("propertyName")?.as_str());
    let (Some(discriminator), Some(property), Value::Object(object)) = (discriminator, property, value) else {
        return Chosen::Unsaid;
    };
    let branches = schemas.root.pointer(list.as_str()).and_then(Value::as_array).into_iter().flatten();
    let references = branches.map(|branch| branch.get("$ref").and_then(Value::as_str));
    let tags: Vec<Vec<String>> =
        references.map(|reference| reference.map_or_else(Vec::new, |reference| tags_of(discriminator, reference))).collect();
    let wrong = |instance: Pointer, message: String, help: Option<String>| {
        let schema = list.parent().unwrap_or_else(Pointer::root).child("discriminator");
        Chosen::Wrong(Violation {
            instance,
            schema,
            keyword: "discriminator".to_owned(),
            message,
            help,
            severity: Severity::Error,
        })
    };
    let known: Vec<&str> = tags.iter().flatten().map(String::as_str).collect();
    match object.get(property) {
        _ if known.is_empty() => Chosen::Unsaid,
        None => {
            let message = format!("`{property}` is missing, which says what the object is: {}", listed(&known));
            wrong(pointer(instance), message, None)
        }
        Some(Value::String(tag)) => match tags.iter().position(|tags| tags.contains(tag)) {
            Some(index) => Chosen::Branch(index),
            None => {
                let message = format!("`{property}` is `\"{tag}\"`, expected {}", listed(&known));
                let help = nearest(tag, known.iter().copied()).map(|near| format!("did you mean `{near}`?"));
                wrong(pointer(instance).child(property), message, help)
            }
        },
        Some(_) => Chosen::Unsaid,
    }
}

fn listed(known: &[&str]) -> String {
    let shown: Vec<String> = known.iter().take(8).map(|tag| format!("`{tag}`")).collect();
    let more = if known.len() > 8 { ", …" } else { "" };
    format!("{}{more}", shown.join(", "))
}

/// Says what is wrong by the branch that got furthest; where each wants another type, says only that.
fn furthest(
    schemas: &Schemas<'_>,
    value: &Value,
    error: &ValidationError<'_>,
    branches: &Branches,
    list: &Pointer,
) -> Vec<Violation> {
    let instance = error.instance_path().as_str();
    let meant = branches.iter().enumerate().filter(|(_, errors)| !errors.iter().any(|it| is_other_type(it, instance)));
    match meant.min_by_key(|(index, errors)| (distance(errors, instance), *index)) {
        Some((index, errors)) if !errors.is_empty() => {
            let mut found: Vec<Violation> =
                errors.iter().flat_map(|error| violation::violations(schemas, value, error)).collect();
            let note = format!("of {} branches, number {index} is the nearest", branches.len());
            if branches.len() > 1 {
                found.iter_mut().filter(|it| it.help.is_none()).take(1).for_each(|it| it.help = Some(note.clone()));
            }
            found
        }
        _ => vec![Violation {
            instance: pointer(instance),
            schema: list.clone(),
            keyword: error.kind().keyword().to_owned(),
            message: format!("{} suits no branch of `{}`", shown(error.instance()), error.kind().keyword()),
            help: None,
            severity: Severity::Error,
        }],
    }
}

fn is_other_type(error: &ValidationError<'_>, instance: &str) -> bool {
    matches!(error.kind(), Kind::Type { .. } | Kind::FalseSchema) && error.instance_path().as_str() == instance
}

/// How far a value is from a branch: one whose constant differs is another thing; what is missing weighs more than what is wrong.
fn distance(errors: &[ValidationError<'_>], instance: &str) -> (usize, usize, usize) {
    let constants = errors.iter().filter(|it| matches!(it.kind(), Kind::Constant { .. } | Kind::Enum { .. })).count();
    let missing =
        errors.iter().filter(|it| matches!(it.kind(), Kind::Required { .. }) && it.instance_path().as_str() == instance);
    (constants, missing.count(), errors.len())
}
