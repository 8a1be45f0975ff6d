//! What things are called that the description does not name: names made from where they stand, so that they stay put when
//! something else is added.

use std::sync::Arc;

use crate::source::Origin;
use crate::spec::StatusPattern;

/// Returns the name of a reusable component, if that is what the pointer names: `/components/responses/NotFound` is `NotFound`.
pub(super) fn component_name(origin: &Origin) -> Option<Arc<str>> {
    let is_within_components = origin.pointer.as_str().starts_with("/components/");
    let mut tokens = is_within_components.then(|| origin.pointer.tokens())?.skip(2);
    match (tokens.next(), tokens.next()) {
        (Some(name), None) => Some(Arc::from(name)),
        _ => None,
    }
}

/// Returns the name of an operation without `operationId`: `GET /users/{id}/keys` is `get users by id keys`.
pub(super) fn operation_name(method: &str, path: &str) -> String {
    let mut words = vec![method.to_ascii_lowercase()];
    for segment in path.split('/').filter(|segment| !segment.is_empty()) {
        match segment.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
            Some(parameter) => words.push(format!("by {parameter}")),
            None => words.push(segment.replace(['{', '}'], " ")),
        }
    }
    words.join(" ")
}

/// Returns how a status is called within a name.
pub(super) fn status_name(status: StatusPattern) -> String {
    match status {
        StatusPattern::Code(code) => code.to_string(),
        StatusPattern::Range(digit) => format!("{digit}xx"),
        StatusPattern::Default => "default".to_owned(),
    }
}
