//! The body of a message -> what is wrong with it.

use bindery::source::Pointer;
use bindery::spec::{MediaType, Response, Schema, SchemaId};

use super::{Part, Problem, Validator};
use crate::rule;
use crate::schema::Schemas;
use crate::wire::body::{self, Body, Stray, Unread, read};
use crate::wire::{Call, media};

impl Validator<'_> {
    pub(super) fn body(
        &self,
        schemas: &Schemas<'_>,
        content: &[MediaType],
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Vec<Problem> {
        let call = Call { query: "", headers: headers.to_vec() };
        let content_type = content_type(&call, content);
        let Some(media_type) = media::find(content, &content_type) else { return vec![undocumented(content, &content_type)] };
        let say = |rule, message: String| vec![Problem::new(rule, Part::Body, message).described(&media_type.origin)];
        // What varies from body to body, such as a boundary, is left out.
        let unchecked = |reason: &str| {
            let message = format!("a body of `{}` is not checked: {reason}", media::essence(&content_type));
            say(&rule::UNCHECKED, message)
        };
        if let Some(coding) = body::coding(&call, body) {
            return unchecked(&format!("it is encoded as `{coding}`"));
        }
        match read(self.document, media_type, &content_type, body) {
            Err(Unread::Broken(reason)) => say(&rule::UNREADABLE, format!("the body can't be read: {reason}")),
            Err(Unread::Unknown(_)) if media_type.schema.is_none_or(|schema| self.says_nothing(schema)) => Vec::new(),
            Err(Unread::Unknown(reason)) => unchecked(&reason),
            Ok(Body { value, parts, repeated }) => {
                let mut problems: Vec<Problem> = parts.iter().flat_map(|part| self.part(schemas, media_type, part)).collect();
                problems.extend(repeated.into_iter().map(repeated_key));
                let judged = media_type.schema.map(|schema| self.judge_id(schemas, schema, &value, &Part::Body));
                problems.extend(judged.into_iter().flatten());
                problems
            }
        }
    }

    /// Judges a response that has no body, though one is described: of JSON and XML nothing is no value, and of text it is an empty one.
    pub(super) fn empty_body(&self, response: &Response, headers: &[(&str, &str)]) -> Vec<Problem> {
        let content_type = content_type(&Call { query: "", headers: headers.to_vec() }, &response.content);
        let described = media::find(&response.content, &content_type).filter(|it| it.schema.is_some());
        match described {
            Some(_) if media::is_json(&content_type) || media::is_xml(&content_type) => {
                vec![Problem::new(&rule::MISSING, Part::Body, "the response has no body").described(&response.origin)]
            }
            Some(_) if media::essence(&content_type).starts_with("text/") => {
                self.body(&self.read, &response.content, headers, b"")
            }
            Some(_) | None => Vec::new(),
        }
    }

    /// Tells whether there is nothing that a value could break.
    pub(super) fn says_nothing(&self, schema: SchemaId) -> bool {
        let schema = &self.document.schemas[schema];
        *schema == Schema::any(schema.origin.clone())
    }

    /// Judges what a part says of itself.
    fn part(&self, schemas: &Schemas<'_>, media_type: &MediaType, part: &body::Part) -> Vec<Problem> {
        let mut problems: Vec<Problem> = part.stray(media_type).map(|it| stray(part, it)).into_iter().collect();
        let call = part.call();
        for header in media_type.encoding(&part.field).into_iter().flat_map(|encoding| &encoding.headers) {
            let place = Part::HeaderOfPart(part.field.clone(), header.name.clone());
            problems.extend(self.header(schemas, header, &call, &place));
        }
        problems
    }
}

fn undocumented(content: &[MediaType], content_type: &str) -> Problem {
    let names: Vec<String> = content.iter().map(|it| format!("`{}`", it.name)).collect();
    let message = format!("the media type `{content_type}` is not described");
    let problem = Problem::new(&rule::UNDOCUMENTED_MEDIA_TYPE, Part::Body, message);
    Problem { help: Some(format!("described are {}", names.join(", "))), ..problem }
}

/// Returns the media type of a body. One without a type is taken for the first that is described.
fn content_type(call: &Call<'_>, content: &[MediaType]) -> String {
    let said = call.header("content-type").filter(|said| !said.trim().is_empty());
    said.or_else(|| media::preferred(content).map(|it| media::concrete(it).to_owned())).unwrap_or_default()
}

/// Says that a key is in an object more than once.
pub(super) fn repeated_key(at: Pointer) -> Problem {
    let name = at.tokens().last().unwrap_or_default().into_owned();
    let message = format!("the key `{name}` is there more than once, and taken for what it is last");
    Problem { pointer: at, ..Problem::new(&rule::REPEATED_KEY, Part::Body, message) }
}

fn stray(part: &body::Part, stray: Stray) -> Problem {
    let Stray { media_type, described, origin } = stray;
    let message = match part.media_type() {
        Some(media_type) => format!("the part `{}` has the media type `{media_type}`, which is not described", part.field),
        None => format!("the part `{}` has no media type, and so is `{media_type}`, which is not described", part.field),
    };
    let problem = Problem::new(&rule::UNDOCUMENTED_MEDIA_TYPE, Part::Body, message).described(&origin);
    Problem { help: Some(format!("described is `{described}`")), ..problem }
}
