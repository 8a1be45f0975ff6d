//! The body of a message -> what is wrong with it.

use bindery::spec::MediaType;

use super::{Part, Problem, Validator};
use crate::rule;
use crate::schema::Schemas;
use crate::wire::body::{self, Body, Stray, read};
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
        // A body without a type is taken for the first that is described.
        let content_type =
            call.header("content-type").or_else(|| media::preferred(content).map(|it| media::concrete(it).to_owned()));
        let content_type = content_type.unwrap_or_default();
        let Some(media_type) = media::find(content, &content_type) else { return vec![undocumented(content, &content_type)] };
        let Some(schema) = media_type.schema else { return Vec::new() };
        let say = |rule, message: String| Problem::new(rule, Part::Body, message).described(&media_type.origin);
        match read(self.document, media_type, &content_type, body) {
            Err(reason) => vec![say(&rule::UNREADABLE, format!("the body can't be read: {reason}"))],
            Ok(Body { value: None, .. }) => vec![say(&rule::UNCHECKED, unchecked(&content_type))],
            Ok(Body { value: Some(value), parts }) => {
                let mut problems: Vec<Problem> = parts.iter().flat_map(|part| self.part(schemas, media_type, part)).collect();
                problems.extend(self.judge_id(schemas, schema, &value, &Part::Body));
                problems
            }
        }
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

/// Says that a body was not checked. What varies from body to body, such as a boundary, is left out.
fn unchecked(content_type: &str) -> String {
    let reason = if media::is_xml(content_type) { "XML is not read" } else { "only JSON, forms and text are read" };
    format!("a body of `{}` is not checked: {reason}", media::essence(content_type))
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
