//! Security schemes and the requirements that name them.

use openapiv3::APIKeyLocation;

use super::model::{ParameterLocation, SecurityKind, SecurityRequirement, SecurityScheme};
use super::references::{self, SECURITY_SCHEME};
use super::resolve::Resolver;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::source::Origin;

impl Resolver<'_> {
    /// Resolves `components.securitySchemes`.
    pub(super) fn security_schemes(&mut self) -> Vec<SecurityScheme> {
        let list = self.root.child("components").child("securitySchemes");
        let mut schemes = Vec::new();
        for (name, node) in self.openapi.components.iter().flat_map(|components| &components.security_schemes) {
            let place = list.child(name);
            if let Some((scheme, origin)) = self.follow(node, place, &SECURITY_SCHEME, references::security_scheme_at) {
                schemes.push(security_scheme(name, scheme, origin));
            }
        }
        schemes
    }

    /// Resolves a list of alternatives; one that names a scheme which is not there is reported and left out.
    pub(super) fn security(
        &mut self,
        requirements: &[openapiv3::SecurityRequirement],
        origin: &Origin,
    ) -> Vec<SecurityRequirement> {
        let mut kept = Vec::new();
        for (index, requirement) in requirements.iter().enumerate() {
            let place = origin.index(index);
            let unknown: Vec<&String> = requirement.keys().filter(|name| !self.has_scheme(name)).collect();
            for name in &unknown {
                self.report_unknown_scheme(name, place.child(name));
            }
            if unknown.is_empty() {
                let schemes = requirement.iter().map(|(name, scopes)| (name.clone(), scopes.clone())).collect();
                kept.push(SecurityRequirement { schemes });
            }
        }
        kept
    }

    fn has_scheme(&self, name: &str) -> bool {
        self.openapi.components.iter().any(|components| components.security_schemes.contains_key(name))
    }

    fn report_unknown_scheme(&mut self, name: &str, place: Origin) {
        let message = format!("the security scheme `{name}` is not defined");
        let names = self.openapi.components.iter().flat_map(|components| components.security_schemes.keys());
        let help = match nearest(name, names.map(String::as_str)) {
            Some(nearest) => format!("did you mean `{nearest}`?"),
            None => "define it under `components.securitySchemes`".to_owned(),
        };
        self.found.push(Diagnostic::new(Code::UndefinedSecurityScheme, place, message).help(help));
    }
}

fn security_scheme(name: &str, scheme: &openapiv3::SecurityScheme, origin: Origin) -> SecurityScheme {
    let (kind, description) = match scheme {
        openapiv3::SecurityScheme::APIKey { location, name, description, .. } => {
            (SecurityKind::ApiKey { location: api_key_location(location), name: name.clone() }, description)
        }
        openapiv3::SecurityScheme::HTTP { scheme, description, .. } => (http_kind(scheme), description),
        openapiv3::SecurityScheme::OAuth2 { description, .. } => (SecurityKind::OAuth2, description),
        openapiv3::SecurityScheme::OpenIDConnect { description, .. } => (SecurityKind::OpenIdConnect, description),
    };
    SecurityScheme { origin, name: name.to_owned(), description: description.clone(), kind }
}

fn api_key_location(location: &APIKeyLocation) -> ParameterLocation {
    match location {
        APIKeyLocation::Query => ParameterLocation::Query,
        APIKeyLocation::Header => ParameterLocation::Header,
        APIKeyLocation::Cookie => ParameterLocation::Cookie,
    }
}

/// Reads the name of an authentication scheme, which knows no case (RFC 9110, section 11.1).
fn http_kind(scheme: &str) -> SecurityKind {
    match scheme.to_ascii_lowercase().as_str() {
        "basic" => SecurityKind::HttpBasic,
        "bearer" => SecurityKind::HttpBearer,
        _ => SecurityKind::HttpOther(scheme.to_owned()),
    }
}
