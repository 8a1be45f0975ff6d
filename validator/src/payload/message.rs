//! One request or response -> what is wrong with it: parameters, headers, status.

use bindery::spec::{Header, Operation, Parameter, Response, StatusPattern};
use serde_json::Value;

use super::{Part, Problem, Validator, routes};
use crate::rule::{self, Rule};
use crate::schema::Schemas;
use crate::wire::parameter::{is_ignored, location_name, of_header, read};
use crate::wire::{Call, media};

/// A request as it was sent.
pub(super) struct Sent<'m> {
    pub(super) url: &'m str,
    pub(super) path: &'m [(String, String)],
    pub(super) headers: &'m [(&'m str, &'m str)],
    pub(super) body: &'m [u8],
}

impl Validator<'_> {
    pub(super) fn request_of(&self, operation: &Operation, sent: &Sent<'_>) -> Vec<Problem> {
        let call = Call { query: routes::query_of(sent.url), headers: sent.headers.to_vec() };
        let mut problems = self.parameters(operation, &call, sent.path);
        problems.extend(self.unknown_parameters(operation, &call));
        problems.extend(self.credentials(operation, &call));
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

    fn parameters(&self, operation: &Operation, call: &Call<'_>, path: &[(String, String)]) -> Vec<Problem> {
        let mut problems = Vec::new();
        for parameter in operation.parameters.iter().filter(|parameter| !is_ignored(parameter)) {
            let part = Part::Parameter(location_name(parameter.location), parameter.name.clone());
            let value = read(self.document, parameter, &operation.parameters, call, path);
            problems.extend(self.value(&self.sent, parameter, &part, value));
        }
        problems
    }

    fn headers(&self, response: &Response, headers: &[(&str, &str)]) -> Vec<Problem> {
        let call = Call { query: "", headers: headers.to_vec() };
        let described = response.headers.iter().filter(|header| !header.name.eq_ignore_ascii_case("content-type"));
        described.flat_map(|header| self.header(&self.read, header, &call, &Part::Header(header.name.clone()))).collect()
    }

    /// Judges a header, if it is there.
    pub(super) fn header(&self, schemas: &Schemas<'_>, header: &Header, call: &Call<'_>, part: &Part) -> Vec<Problem> {
        let parameter = of_header(self.root, header);
        let value = read(self.document, &parameter, &[], call, &[]);
        self.value(schemas, &parameter, part, value)
    }

    /// Judges what was read of a parameter.
    fn value(
        &self,
        schemas: &Schemas<'_>,
        parameter: &Parameter,
        part: &Part,
        value: Result<Option<Value>, String>,
    ) -> Vec<Problem> {
        let say = |rule: &'static Rule, what: &str| {
            let message = format!("{} {what}", part.name().unwrap_or_default());
            vec![Problem::new(rule, part.clone(), message).described(&parameter.origin)]
        };
        match value {
            Err(reason) => say(&rule::UNREADABLE, &reason),
            Ok(None) if parameter.required => say(&rule::MISSING, "is missing"),
            Ok(None) => Vec::new(),
            Ok(Some(value)) => self.judge_id(schemas, parameter.schema, &value, part),
        }
    }
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
