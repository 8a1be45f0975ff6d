//! A refusal -> the error answer that the description documents, with the actual reason in it.

use bindery::spec::{Operation, Response, StatusPattern};
use serde_json::{Map, Value, json};

use crate::answer::{Answer, Refusal};
use crate::description::Description;
use crate::draft::Draft;
use bindery_validator::wire::media;

/// The properties of an error body that say what went wrong.
const REASONS: [&str; 4] = ["error", "message", "detail", "title"];

/// Makes the answer to a request that is refused.
///
/// The body has the form that the operation documents for the status, else that another operation documents for it, else that of any
/// error; without one it is `{"error": reason}`. A response that is documented without a body has none.
pub(crate) fn answer(description: &Description, operation: Option<&Operation>, refusal: Refusal) -> Answer {
    let Refusal { status, reason, headers } = refusal;
    let response = documented(description, operation, status);
    let mut answer = match response {
        Some(response) if response.content.is_empty() => Answer::new(description, status, Some(response), None),
        Some(response) => {
            let body = body(description, response, status, &reason);
            Answer::new(description, status, Some(response), Some(&body))
        }
        None => Answer {
            status,
            headers: vec![("content-type".to_owned(), "application/json".to_owned())],
            body: json!({ "error": reason }).to_string().into_bytes(),
        },
    };
    answer.headers.extend(headers);
    answer
}

/// Finds the response whose form an error answer takes.
fn documented<'a>(description: &'a Description, operation: Option<&'a Operation>, status: u16) -> Option<&'a Response> {
    let own = operation.map(|operation| operation.responses.as_slice()).unwrap_or_default();
    let by = |pattern: StatusPattern| own.iter().find(move |response| response.status == pattern);
    let range = u8::try_from(status / 100).ok().and_then(|digit| by(StatusPattern::Range(digit)));
    let meant = by(StatusPattern::Code(status)).or(range).or_else(|| by(StatusPattern::Default));
    meant.or_else(|| {
        let readable =
            |response: &&Response| media::preferred(&response.content).is_some_and(|it| media::is_json(media::concrete(it)));
        let all = || description.document.operations.iter().flat_map(|operation| &operation.responses).filter(readable);
        let is_error = |response: &&Response| matches!(response.status, StatusPattern::Code(400..) | StatusPattern::Range(4..));
        all()
            .find(|response| response.status == StatusPattern::Code(status))
            .or_else(|| all().find(|response| response.status == StatusPattern::Default))
            .or_else(|| own.iter().filter(readable).find(is_error))
            .or_else(|| all().find(is_error))
    })
}

fn body(description: &Description, response: &Response, status: u16, reason: &str) -> Value {
    let Some(media_type) = media::preferred(&response.content) else { return json!(reason) };
    if !media::is_json(media::concrete(media_type)) {
        return json!(reason);
    }
    let mut draft = Draft::new(description, media_type);
    let Value::Object(example) = draft.value().clone() else { return draft.value().clone() };
    let mut said = false;
    for (name, value) in explained(&example, status, reason) {
        said |= draft.set(&name, &value) && name != "status";
    }
    if !said {
        // The example is silent, but the schema may have a place for the reason.
        let _ = REASONS.iter().any(|name| draft.set(name, &json!(reason)));
    }
    draft.value().clone()
}

/// Returns the properties of an error body that a reason changes, changed. An `error` that is an object is looked into.
fn explained(example: &Map<String, Value>, status: u16, reason: &str) -> Vec<(String, Value)> {
    let change = |(name, value): (&String, &Value)| match value {
        Value::String(_) if REASONS.contains(&name.as_str()) => Some((name.clone(), json!(reason))),
        Value::Number(_) if name == "status" => Some((name.clone(), json!(status))),
        Value::Object(inner) if name == "error" => {
            let mut changed = inner.clone();
            changed.extend(explained(inner, status, reason));
            Some((name.clone(), Value::Object(changed)))
        }
        _ => None,
    };
    example.iter().filter_map(change).collect()
}
