//! What a request has, or lacks, beside the values of its parameters: credentials, and parameters of the query that nobody described.

use bindery::diagnostic::nearest;
use bindery::spec::{
    Operation, Parameter, ParameterEncoding, ParameterLocation, ParameterStyle, SecurityKind, SecurityRequirement,
};

use super::{Part, Problem, Validator};
use crate::rule;
use crate::wire::parameter::takes;
use crate::wire::{Call, security};

impl Validator<'_> {
    /// A request needs the credentials of one alternative. What a message does not show, such as a certificate, is taken to be there.
    pub(super) fn credentials(&self, operation: &Operation, call: &Call<'_>) -> Option<Problem> {
        let alternatives = security::alternatives(self.document, operation);
        let mut wanted = Vec::new();
        for alternative in alternatives {
            let missing = self.missing(alternative, call);
            if missing.is_empty() {
                return None;
            }
            wanted.push(missing.join(" and "));
        }
        if wanted.is_empty() {
            return None;
        }
        let owner = if operation.security.is_some() { &operation.origin } else { &self.document.origin };
        let message = format!("the request has no credential in {}", wanted.join(", or "));
        Some(Problem::new(&rule::MISSING_CREDENTIAL, Part::Line, message).described(&owner.child("security")))
    }

    /// Returns the places of the credentials of an alternative that a request lacks.
    fn missing(&self, alternative: &SecurityRequirement, call: &Call<'_>) -> Vec<String> {
        let visible = security::schemes(self.document, alternative).filter(|scheme| security::is_visible(&scheme.kind));
        let missing = visible.filter(|scheme| security::credential(&scheme.kind, call).is_none());
        missing.map(|scheme| security::place(&scheme.kind)).collect()
    }

    /// Parameters of a query that neither a parameter nor a security scheme describes.
    pub(super) fn unknown_parameters(&self, operation: &Operation, call: &Call<'_>) -> Vec<Problem> {
        let mut unknown: Vec<String> = Vec::new();
        for (name, _) in call.query() {
            let is_described = self.is_key(&name) || operation.parameters.iter().any(|it| takes(self.document, it, &name));
            if !is_described && !unknown.contains(&name) {
                unknown.push(name);
            }
        }
        unknown.into_iter().map(|name| unknown_parameter(operation, name)).collect()
    }

    /// Tells whether a parameter of a query is where some scheme has its key.
    fn is_key(&self, parameter: &str) -> bool {
        self.document.security_schemes.iter().any(|scheme| match &scheme.kind {
            SecurityKind::ApiKey { location: ParameterLocation::Query, name } => name == parameter,
            SecurityKind::ApiKey { .. }
            | SecurityKind::HttpBasic
            | SecurityKind::HttpBearer
            | SecurityKind::HttpOther(_)
            | SecurityKind::OAuth2
            | SecurityKind::OpenIdConnect => false,
        })
    }
}

fn unknown_parameter(operation: &Operation, name: String) -> Problem {
    let described = || operation.parameters.iter().filter(|it| it.location == ParameterLocation::Query);
    let help = match described().find(|it| it.name == name) {
        Some(object) => Some(written_as(object)),
        None => nearest(&name, described().map(|it| it.name.as_str())).map(|near| format!("did you mean `{near}`?")),
    };
    let message = format!("`{name}` (query) is not described");
    let problem = Problem::new(&rule::UNKNOWN_PARAMETER, Part::Parameter("query", name), message);
    Problem { help, ..problem }.described(&operation.origin)
}

/// Says how a parameter is written that does not stand there by its name.
fn written_as(object: &Parameter) -> String {
    match object.encoding {
        ParameterEncoding::Style { style: ParameterStyle::DeepObject, .. } => {
            format!("`{0}` is written `{0}[key]=…`", object.name)
        }
        ParameterEncoding::Style { .. } | ParameterEncoding::Content(_) => {
            format!("each property of `{}` is written as a parameter of its own", object.name)
        }
    }
}
