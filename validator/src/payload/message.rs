//! One request or response -> what is wrong with it: parameters, headers, status.

use bindery::source::Origin;
use bindery::spec::{Header, Operation, Parameter, ParameterLocation, Response, StatusPattern};
use serde_json::Value;

use super::{Part, Problem, Validator, routes};
use crate::rule::{self, Rule};
use crate::schema::Schemas;
use crate::wire::Call;
use crate::wire::parameter::{is_ignored, location_name, of_header, read, unread};

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
        match &operation.request_body {
            Some(described) if !sent.body.is_empty() => {
                problems.extend(self.body(&self.sent, &described.content, sent.headers, sent.body));
            }
            Some(described) if described.required => {
                let missing = Problem::new(&rule::MISSING, Part::Body, "the request has no body, which is required");
                problems.push(missing.described(&described.origin));
            }
            None if !sent.body.is_empty() => problems.push(undocumented_body("request", &operation.origin)),
            Some(_) | None => {}
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
        // RFC 9110, sections 6.4.1 and 15.3.6: these have no body.
        let has_none = operation.method == "HEAD" || matches!(status, 100..=199 | 204 | 205 | 304);
        match (body.is_empty(), response.content.is_empty()) {
            (false, false) => problems.extend(self.body(&self.read, &response.content, headers, body)),
            (false, true) => problems.push(undocumented_body("response", &response.origin)),
            (true, false) if !has_none => problems.extend(self.empty_body(response, headers)),
            (true, _) => {}
        }
        problems
    }

    fn parameters(&self, operation: &Operation, call: &Call<'_>, path: &[(String, String)]) -> Vec<Problem> {
        let mut problems = Vec::new();
        for parameter in operation.parameters.iter().filter(|parameter| !is_ignored(parameter)) {
            let part = Part::Parameter(location_name(parameter.location), parameter.name.clone());
            let value = read(self.document, parameter, &operation.parameters, call, path);
            if let (Ok(Some(_)), Some(media_type)) = (&value, unread(self.document, parameter))
                && !self.says_nothing(parameter.schema)
            {
                let message = format!("{} is not checked: `{media_type}` is not read", part.name().unwrap_or_default());
                problems.push(Problem::new(&rule::UNCHECKED, part, message).described(&parameter.origin));
                continue;
            }
            if !self.may_be_empty(parameter, call) {
                problems.extend(self.value(&self.sent, parameter, &part, value));
            }
        }
        problems
    }

    /// Tells whether a parameter of the query was sent without a value, and may be (OpenAPI 3.0.3, "Parameter Object"). The normal form
    /// leaves out `allowEmptyValue`.
    fn may_be_empty(&self, parameter: &Parameter, call: &Call<'_>) -> bool {
        if parameter.location != ParameterLocation::Query {
            return false;
        }
        let query = call.query();
        let mut sent = query.iter().filter(|(name, _)| *name == parameter.name).peekable();
        let is_empty = sent.peek().is_some() && sent.all(|(_, text)| text.is_empty());
        let allows = parameter.origin.child("allowEmptyValue").pointer;
        is_empty && self.root.pointer(allows.as_str()) == Some(&Value::Bool(true))
    }

    fn headers(&self, response: &Response, headers: &[(&str, &str)]) -> Vec<Problem> {
        let call = Call { query: "", headers: headers.to_vec() };
        let described = response.headers.iter().filter(|header| !header.name.eq_ignore_ascii_case("content-type"));
        described.flat_map(|header| self.response_header(header, &call)).collect()
    }

    /// Judges a header of a response. Lines of `Set-Cookie` are no list (RFC 9110, section 5.3), and each is one.
    fn response_header(&self, header: &Header, call: &Call<'_>) -> Vec<Problem> {
        let judge = |call: &Call<'_>| self.header(&self.read, header, call, &Part::Header(header.name.clone()));
        let is_line = |name: &str| header.name.eq_ignore_ascii_case("set-cookie") && name.eq_ignore_ascii_case("set-cookie");
        let lines: Vec<_> = call.headers.iter().filter(|(name, _)| is_line(name)).collect();
        if lines.is_empty() {
            return judge(call);
        }
        lines.into_iter().flat_map(|line| judge(&Call { query: "", headers: vec![*line] })).collect()
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

fn undocumented_body(of: &str, origin: &Origin) -> Problem {
    Problem::new(&rule::UNDOCUMENTED_BODY, Part::Body, format!("the {of} has a body, and none is described")).described(origin)
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
