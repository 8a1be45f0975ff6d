//! The body of a request -> a value, held against its schema.
//!
//! JSON, forms, parts and text are read; of other media types only the presence is checked.

use bindery::spec::{MediaType, Operation};
use serde_json::Value;

use crate::answer::Refusal;
use crate::description::Description;
use crate::wire::Call;
use bindery_validator::wire::body::{self, Body, Part, Unread};
use bindery_validator::wire::{media, parameter};

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
    if let Some(coding) = body::coding(&call.as_written(), &call.body) {
        return Err(Refusal::new(415, format!("the request body is encoded as `{coding}`, which is not undone")));
    }
    let Body { value, parts, .. } = match body::read(&description.document, media_type, &content_type, &call.body) {
        Ok(body) => body,
        Err(Unread::Broken(reason)) => return Err(Refusal::new(400, format!("the request body can't be read: {reason}"))),
        Err(Unread::Unknown(_)) => return Ok(None),
    };
    let checked = parts.iter().try_for_each(|part| check_part(description, media_type, part));
    checked.map_err(|reason| Refusal::new(400, reason))?;
    if let Some(schema) = media_type.schema {
        let checked = description.check_sent(schema, &value);
        checked.map_err(|reason| Refusal::new(400, reason))?;
    }
    Ok(Some(value))
}

/// Checks what a part says of itself.
fn check_part(description: &Description, media_type: &MediaType, part: &Part) -> Result<(), String> {
    if let Some(stray) = part.stray(media_type) {
        return Err(format!("the part `{}` is `{}`, expected `{}`", part.field, stray.media_type, stray.described));
    }
    let call = part.call();
    for header in media_type.encoding(&part.field).into_iter().flat_map(|encoding| &encoding.headers) {
        let named = |problem: String| format!("`{}` (header of the part `{}`): {problem}", header.name, part.field);
        let header = parameter::of_header(description.root(), header);
        match parameter::read(&description.document, &header, &[], &call, &[]).map_err(named)? {
            Some(value) => description.check_sent(header.schema, &value).map_err(named)?,
            None if header.required => return Err(named("it is required".to_owned())),
            None => {}
        }
    }
    Ok(())
}

fn unsupported(content_type: &str, content: &[MediaType]) -> Refusal {
    let names: Vec<String> = content.iter().map(|media_type| format!("`{}`", media_type.name)).collect();
    let sent = if content_type.is_empty() { "no `Content-Type`".to_owned() } else { format!("`{content_type}`") };
    Refusal::new(415, format!("the request body has {sent}, expected {}", names.join(" or ")))
}
