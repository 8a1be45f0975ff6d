//! What a page and a description say of one field -> findings: type, required, values, default, limits, and the rest.

use bindery::source::Origin;

use super::claim::{Field, LeftOut, Location, Said, Says};
use super::compare::Side;
use super::types::Type;
use crate::finding::Finding;
use crate::print::counted;
use crate::rule::{self, Rule};

/// Finds what two sides say differently of one field.
pub(super) fn differences(
    side: &Side<'_>,
    location: &Location,
    name: &str,
    pair: (&Field<usize>, &Field<Origin>),
) -> Vec<Finding> {
    let (page, described) = pair;
    let is_unread = page.left_out.as_ref().is_some_and(|said| said.value == LeftOut::Unread);
    let says = if is_unread { Says { values: false, ..side.says } } else { side.says };
    let mut findings = Vec::new();
    let mut differ = |rule: &'static Rule, line: usize, origin: &Origin, message: String| {
        let finding = side.finding(rule, line, &[&location.to_string(), name, rule.name()], message);
        findings.push(finding.related("described here", origin.clone()));
    };
    let what = format!("{location} `{name}`");
    let mut same_type = true;
    if let (Some(ty), Some(other)) = (&page.ty, &described.ty) {
        let is_left_out = page.required.as_ref().is_some_and(|required| !required.value);
        let nullable = if is_left_out && !says.null { ty.value.nullable || other.value.nullable } else { ty.value.nullable };
        same_type = Type { nullable, ..ty.value.clone() }.agrees(&other.value);
        if !same_type {
            let message = format!("{what} is `{}` on the page and `{}` in the description", ty.value, other.value);
            differ(&rule::DOCS_TYPE, ty.place, &other.place, message);
        }
    }
    if let Some(required) = &described.required {
        match &page.required {
            Some(said) if said.value != required.value => {
                let message =
                    format!("{what} is {} on the page and {} in the description", needed(said.value), needed(required.value));
                differ(&rule::DOCS_REQUIRED, said.place, &required.place, message);
            }
            None if says.required && required.value => {
                let message = format!("the page does not say that {what} is required");
                differ(&rule::DOCS_REQUIRED, page.place, &required.place, message);
            }
            _ => {}
        }
    }
    if same_type && let Some((line, message)) = values_differ(page, described, says) {
        let origin = described.values.as_ref().map_or(&described.place, |values| &values.place);
        differ(&rule::DOCS_ENUM, line, origin, format!("{what} {message}"));
    }
    let mut facet =
        |rule, said: Option<(String, usize)>, other: Option<(String, Origin)>, can_say: bool, word: &str| match (said, other) {
            (Some((value, line)), Some((other, origin))) if value != other => {
                differ(
                    rule,
                    line,
                    &origin,
                    format!("{what} has the {word} `{value}` on the page and `{other}` in the description"),
                );
            }
            (Some((value, line)), None) => {
                differ(rule, line, &described.place, format!("{what} has the {word} `{value}` on the page only"));
            }
            (None, Some((other, origin))) if can_say => {
                differ(rule, page.place, &origin, format!("the page does not say the {word} `{other}` of {what}"));
            }
            _ => {}
        };
    let default = page.default.as_ref().map(|it| (decoded(&it.value), it.place));
    let other = described.default.as_ref().map(|it| (decoded(&it.value), it.place.clone()));
    facet(&rule::DOCS_DEFAULT, default, other, says.default, "default");
    if same_type {
        let range = described.range.as_ref();
        let said = page.range.as_ref().map(|it| {
            // Numbers that are written in two ways are one.
            let value = range.filter(|range| range.value == it.value).map_or(&it.value, |range| &range.value);
            (value.to_string(), it.place)
        });
        let other = range.map(|it| (it.value.to_string(), it.place.clone()));
        facet(&rule::DOCS_RANGE, said, other, says.range, "range");
    }
    let word = |value: &Said<bool, _>| value.value.then(|| ("deprecated".to_owned(), value.place));
    let said = page.deprecated.as_ref().and_then(word);
    let other = described.deprecated.as_ref().map(|it| ("deprecated".to_owned(), it.place.clone()));
    facet(&rule::DOCS_DEPRECATED, said, other, says.deprecated, "mark");
    if let (Some(sent), Some(other)) = (&page.sent, &described.sent)
        && sent.value != other.value
    {
        let message = format!("{what} is sent in {} by the page and in {} by the description", sent.value, other.value);
        differ(&rule::DOCS_LOCATION, sent.place, &other.place, message);
    }
    findings
}

fn needed(required: bool) -> &'static str {
    if required { "required" } else { "optional" }
}

fn values_differ(page: &Field<usize>, described: &Field<Origin>, says: Says) -> Option<(usize, String)> {
    let list = |values: &[String]| values.iter().map(|value| format!("`{}`", decoded(value))).collect::<Vec<_>>();
    match (&page.values, &described.values) {
        (Some(said), Some(other)) => {
            let (left, right) = (list(&said.value), list(&other.value));
            let only = |left: &[String], right: &[String]| {
                left.iter().filter(|value| !right.contains(value)).cloned().collect::<Vec<_>>().join(", ")
            };
            let message = match (only(&left, &right), only(&right, &left)) {
                _ if left == right => return None,
                (more, less) if more.is_empty() && less.is_empty() => {
                    format!("has its values in another order on the page: {}, not {}", left.join(", "), right.join(", "))
                }
                (more, less) if less.is_empty() => format!("has {more} on the page only"),
                (more, less) if more.is_empty() => format!("has {less} in the description only"),
                (more, less) => format!("has {more} on the page and {less} in the description"),
            };
            Some((said.place, message))
        }
        (Some(said), None) => Some((said.place, format!("has the values {} on the page only", list(&said.value).join(", ")))),
        (None, Some(other)) if says.values => {
            Some((page.place, format!("has the values {} in the description only", list(&other.value).join(", "))))
        }
        _ => None,
    }
}

/// Returns a value without the quotes that some pages put around texts.
fn decoded(text: &str) -> String {
    match serde_json::from_str(text) {
        Ok(serde_json::Value::String(text)) => text,
        _ => text.strip_prefix('\'').and_then(|text| text.strip_suffix('\'')).unwrap_or(text).to_owned(),
    }
}

/// Says in a few words what one side says: `enum<string> required, default 20`.
pub(super) fn summary<P>(field: &Field<P>) -> String {
    let mut words = field.ty.as_ref().map_or_else(|| "unsaid".to_owned(), |ty| ty.value.to_string());
    match &field.required {
        Some(said) if said.value => words.push_str(" required"),
        Some(_) => words.push_str(" optional"),
        None => {}
    }
    if let Some(values) = &field.values {
        words.push_str(&format!(", {}", counted(values.value.len(), "value")));
    }
    if let Some(default) = &field.default {
        words.push_str(&format!(", default {}", default.value));
    }
    if let Some(range) = &field.range {
        words.push_str(&format!(", {}", range.value));
    }
    words
}
