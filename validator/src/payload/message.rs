//! One request or response -> what is wrong with it: parameters, headers, body, status.

use bindery::spec::{MediaType, Operation, Response, StatusPattern};
use serde_json::Value;

use super::{Part, Problem, Validator, routes};
use crate::rule;
use crate::schema::Schemas;
use crate::wire::parameter::{is_ignored, location_name, read};
use crate::wire::{Call, coerce, form_pairs, media};

/// A request as it was sent.
pub(super) struct Sent<'m> {
    pub(super) url: &'m str,
    pub(super) path: &'m [(String, String)],
    pub(super) headers: &'m [(&'m str, &'m str)],
    pub(super) body: &'m [u8],
}

impl Validator<'_> {
    pub(super) fn request_of(&self, operation: &Operation, sent: &Sent<'_>) -> Vec<Problem> {
        let mut problems = self.parameters(operation, sent);
        if let Some(described) = &operation.request_body {
            if !sent.body.is_empty() {
                problems.extend(self.body(&self.sent, &described.content, sent.headers, sent.body));
            } else if described.required {
                let missing = Problem::new(&rule::MISSING, Part::Body, "the request has no body, which is required");
                problems.push(missing.described(&described.origin));
            }
        }
        problems
    }

    /// Judges the body of a request that has no other parts. `content_type` is JSON where it is not said.
    pub fn request_body(&self, operation: &Operation, content_type: Option<&str>, body: &[u8]) -> Vec<Problem> {
        let Some(described) = &operation.request_body else {
            let name = operation.operation_id.as_deref().unwrap_or(&operation.path);
            return vec![Problem::new(&rule::UNDOCUMENTED_MEDIA_TYPE, Part::Body, format!("`{name}` has no request body"))];
        };
        let headers: Vec<_> = content_type.map(|name| ("content-type", name)).into_iter().collect();
        self.body(&self.sent, &described.content, &headers, body)
    }

    /// Judges a response of an operation.
    pub fn response(&self, operation: &Operation, status: u16, headers: &[(&str, &str)], body: &[u8]) -> Vec<Problem> {
        let Some(response) = response_for(operation, status) else {
            let problem = Problem::new(&rule::UNDOCUMENTED_STATUS, Part::Status, format!("the status {status} is not described"));
            let known: Vec<String> = operation.responses.iter().map(|response| status_name(response.status)).collect();
            let help = (!known.is_empty()).then(|| format!("described are {}", known.join(", ")));
            return vec![Problem { help, ..problem }.described(&operation.origin)];
        };
        let mut problems = self.headers(response, headers);
        // RFC 9110, section 6.4.1: these have no body.
        let has_none = operation.method == "HEAD" || status == 204 || status == 304;
        if !body.is_empty() && !response.content.is_empty() {
            problems.extend(self.body(&self.read, &response.content, headers, body));
        } else if body.is_empty()
            && !has_none
            && response.content.iter().any(|it| it.schema.is_some() && media::is_json(&it.name))
        {
            problems.push(Problem::new(&rule::MISSING, Part::Body, "the response has no body").described(&response.origin));
        }
        problems
    }

    fn parameters(&self, operation: &Operation, sent: &Sent<'_>) -> Vec<Problem> {
        let call = Call { query: routes::query_of(sent.url), headers: sent.headers.to_vec() };
        let mut problems = Vec::new();
        for parameter in operation.parameters.iter().filter(|parameter| !is_ignored(parameter)) {
            let part = Part::Parameter(location_name(parameter.location), parameter.name.clone());
            let say = |rule, what: &str| {
                let message = format!("`{}` ({}) {what}", parameter.name, location_name(parameter.location));
                Problem::new(rule, part.clone(), message).described(&parameter.origin)
            };
            match read(self.document, parameter, &call, sent.path) {
                Err(reason) => problems.push(say(&rule::UNREADABLE, &reason)),
                Ok(None) if parameter.required => problems.push(say(&rule::MISSING, "is missing")),
                Ok(None) => {}
                Ok(Some(value)) => problems.extend(self.judge_id(&self.sent, parameter.schema, &value, &part)),
            }
        }
        problems
    }

    /// Headers have the style `simple` (OpenAPI 3.0.3, "Header Object").
    fn headers(&self, response: &Response, headers: &[(&str, &str)]) -> Vec<Problem> {
        let call = Call { query: "", headers: headers.to_vec() };
        let mut problems = Vec::new();
        for described in response.headers.iter().filter(|header| !header.name.eq_ignore_ascii_case("content-type")) {
            let part = Part::Header(described.name.clone());
            match call.header(&described.name) {
                Some(text) => {
                    let value = header_value(self, described.schema, &text);
                    problems.extend(self.judge_id(&self.read, described.schema, &value, &part));
                }
                None if described.required => {
                    let message = format!("`{}` (header) is missing", described.name);
                    problems.push(Problem::new(&rule::MISSING, part, message).described(&described.origin));
                }
                None => {}
            }
        }
        problems
    }

    fn body(&self, schemas: &Schemas<'_>, content: &[MediaType], headers: &[(&str, &str)], body: &[u8]) -> Vec<Problem> {
        let call = Call { query: "", headers: headers.to_vec() };
        // A body without a type is taken for the first that is described.
        let content_type =
            call.header("content-type").or_else(|| media::preferred(content).map(|it| media::concrete(it).to_owned()));
        let content_type = content_type.unwrap_or_default();
        let Some(media_type) = media::find(content, &content_type) else {
            let names: Vec<String> = content.iter().map(|it| format!("`{}`", it.name)).collect();
            let problem = Problem::new(
                &rule::UNDOCUMENTED_MEDIA_TYPE,
                Part::Body,
                format!("the media type `{content_type}` is not described"),
            );
            return vec![Problem { help: Some(format!("described are {}", names.join(", "))), ..problem }];
        };
        let Some(schema) = media_type.schema else { return Vec::new() };
        match self.read_body(media_type, &content_type, body) {
            Read::Value(value) => self.judge_id(schemas, schema, &value, &Part::Body),
            Read::Broken(reason) => vec![Problem::new(&rule::UNREADABLE, Part::Body, reason).described(&media_type.origin)],
            Read::Unknown => {
                let message = format!("a body of `{content_type}` is not checked");
                vec![Problem::new(&rule::UNCHECKED, Part::Body, message).described(&media_type.origin)]
            }
        }
    }

    fn read_body(&self, media_type: &MediaType, content_type: &str, body: &[u8]) -> Read {
        let broken = |reason: String| Read::Broken(format!("the body can't be read: {reason}"));
        if media::is_json(content_type) {
            return serde_json::from_slice(body).map_or_else(|error| broken(error.to_string()), Read::Value);
        }
        let essence = media::essence(content_type);
        let Ok(text) = str::from_utf8(body) else { return Read::Unknown };
        match (essence.as_str(), media_type.schema) {
            // How fields are written is said by `encoding`; only the usual way is read here.
            ("application/x-www-form-urlencoded", Some(schema)) if media_type.encodings.is_empty() => {
                form_pairs(text).map_or_else(broken, |pairs| Read::Value(coerce::object(self.document, schema, &pairs)))
            }
            ("text/plain", _) => Read::Value(Value::String(text.to_owned())),
            _ => Read::Unknown,
        }
    }
}

/// What a body is.
enum Read {
    Value(Value),
    Broken(String),
    Unknown,
}

fn header_value(validator: &Validator<'_>, schema: bindery::spec::SchemaId, text: &str) -> Value {
    use crate::wire::shape;
    let document = validator.document;
    if shape::items(document, schema).is_some() {
        let items: Vec<String> = text.split(',').map(|item| item.trim().to_owned()).filter(|item| !item.is_empty()).collect();
        return coerce::array(document, schema, &items);
    }
    coerce::scalar(document, schema, text.trim())
}

/// Returns the response for a status: its own, else that of its range, else `default` (OpenAPI 3.0.3, "Responses Object").
fn response_for(operation: &Operation, status: u16) -> Option<&Response> {
    let range = u8::try_from(status / 100).unwrap_or(0);
    [StatusPattern::Code(status), StatusPattern::Range(range), StatusPattern::Default]
        .into_iter()
        .find_map(|wanted| operation.responses.iter().find(|response| response.status == wanted))
}

fn status_name(status: StatusPattern) -> String {
    match status {
        StatusPattern::Code(code) => code.to_string(),
        StatusPattern::Range(first) => format!("{first}XX"),
        StatusPattern::Default => "default".to_owned(),
    }
}
