//! The body of a request -> a value, held against its schema.
//!
//! JSON, forms, parts and text are read; of other media types only the presence is checked.

use bindery::spec::{MediaType, Operation};
use serde_json::Value;

use crate::answer::Refusal;
use crate::description::Description;
use crate::json_schema::Direction;
use crate::wire::Call;
use bindery_validator::wire::body::{self, Body};
use bindery_validator::wire::media;

/// Reads the body for an operation. Gives `None` where there is none, or none that is a value.
pub(crate) fn read(description: &Description, operation: &Operation, call: &Call) -> Result<Option<Value>, Refusal> {
    let Some(described) = &operation.request_body else { return Ok(None) };
    if call.body.is_empty() {
        return if described.required { Err(Refusal::new(400, "a request body is required")) } else { Ok(None) };
    }
    let content_type = call.header("content-type").unwrap_or_default();
    let Some(media_type) = media::find(&described.content, &content_type) else {
        return Err(unsupported(&content_type, &described.content));
    };
    let Body { value, parts } = body::read(&description.document, media_type, &content_type, &call.body)
        .map_err(|reason| Refusal::new(400, format!("the request body can't be read: {reason}")))?;
    if let Some((part, stray)) = parts.iter().find_map(|part| Some((part, part.stray(media_type)?))) {
        let reason = format!("the part `{}` is `{}`, expected `{}`", part.field, stray.media_type, stray.described);
        return Err(Refusal::new(400, reason));
    }
    if let (Some(value), Some(schema)) = (&value, media_type.schema) {
        let checked = description.validators.check(schema, Direction::Request, value);
        checked.map_err(|reason| Refusal::new(400, reason))?;
    }
    Ok(value)
}

fn unsupported(content_type: &str, content: &[MediaType]) -> Refusal {
    let names: Vec<String> = content.iter().map(|media_type| format!("`{}`", media_type.name)).collect();
    let sent = if content_type.is_empty() { "no `Content-Type`".to_owned() } else { format!("`{content_type}`") };
    Refusal::new(415, format!("the request body has {sent}, expected {}", names.join(" or ")))
}
