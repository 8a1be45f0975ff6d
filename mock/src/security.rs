//! Security requirements: does a request bring the credentials that its operation asks for?
//!
//! One alternative with all of its schemes is enough; the alternative without schemes lets everybody in (OpenAPI 3.0.3, "Security
//! Requirement Object"). Scopes are not checked: a credential says nothing of them.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bindery::spec::{Document, Operation, ParameterLocation, SecurityKind, SecurityRequirement, SecurityScheme};

use crate::wire::{Call, decode, decode_query};

/// Why a request is refused.
#[derive(Debug)]
pub(crate) struct Denied {
    /// What is missing or wrong, without the credential itself.
    pub(crate) reason: String,
    /// The value of `WWW-Authenticate`, for schemes of HTTP (RFC 9110, section 11.6.1).
    pub(crate) challenge: Option<&'static str>,
}

/// Checks the credentials of a request. Any will do if `keys` is empty, else only those in it.
pub(crate) fn check(document: &Document, operation: &Operation, call: &Call, keys: &[String]) -> Result<(), Denied> {
    let alternatives = operation.security.as_ref().unwrap_or(&document.security);
    let mut denied = None;
    for alternative in alternatives {
        match check_alternative(document, alternative, call, keys) {
            Ok(()) => return Ok(()),
            Err(problem) => denied = denied.or(Some(problem)),
        }
    }
    denied.map_or(Ok(()), Err)
}

fn check_alternative(document: &Document, alternative: &SecurityRequirement, call: &Call, keys: &[String]) -> Result<(), Denied> {
    for (name, _) in &alternative.schemes {
        // Resolve leaves no requirement whose scheme is not there.
        if let Some(scheme) = document.security_schemes.iter().find(|scheme| scheme.name == *name) {
            check_scheme(scheme, call, keys)?;
        }
    }
    Ok(())
}

fn check_scheme(scheme: &SecurityScheme, call: &Call, keys: &[String]) -> Result<(), Denied> {
    let problem = match credential(&scheme.kind, call).filter(|credential| !credential.is_empty()) {
        Some(credential) if keys.is_empty() || keys.contains(&credential) => return Ok(()),
        Some(_) => format!("the credential in {} is not one that is accepted", place(&scheme.kind)),
        None => format!("a credential in {} is required", place(&scheme.kind)),
    };
    Err(Denied { reason: problem, challenge: challenge(&scheme.kind) })
}

/// Returns the credential of a request: the key, the token, or `user:password`.
fn credential(kind: &SecurityKind, call: &Call) -> Option<String> {
    match kind {
        SecurityKind::ApiKey { location, name } => api_key(*location, name, call),
        SecurityKind::HttpBasic => String::from_utf8(STANDARD.decode(authorization("Basic", call)?).ok()?).ok(),
        SecurityKind::HttpBearer | SecurityKind::OAuth2 | SecurityKind::OpenIdConnect => authorization("Bearer", call),
        SecurityKind::HttpOther(scheme) => authorization(scheme, call),
    }
}

fn api_key(location: ParameterLocation, name: &str, call: &Call) -> Option<String> {
    match location {
        ParameterLocation::Header => call.header(name),
        ParameterLocation::Query => {
            let text = call.query().into_iter().find(|(other, _)| other == name)?.1;
            decode_query(text).ok()
        }
        ParameterLocation::Cookie => {
            let text = call.cookies().into_iter().find(|(other, _)| *other == name)?.1;
            decode(text).ok()
        }
        // OpenAPI has no keys in paths.
        ParameterLocation::Path => None,
    }
}

/// Returns what follows a scheme in `Authorization`; the scheme's name knows no case (RFC 9110, section 11.1).
fn authorization(scheme: &str, call: &Call) -> Option<String> {
    let header = call.header("authorization")?;
    let (name, credential) = header.split_once(' ')?;
    name.eq_ignore_ascii_case(scheme).then(|| credential.trim().to_owned())
}

fn place(kind: &SecurityKind) -> String {
    match kind {
        SecurityKind::ApiKey { location: ParameterLocation::Query, name } => format!("the query parameter `{name}`"),
        SecurityKind::ApiKey { location: ParameterLocation::Cookie, name } => format!("the cookie `{name}`"),
        SecurityKind::ApiKey { name, .. } => format!("the header `{name}`"),
        SecurityKind::HttpBasic => "the header `Authorization: Basic`".to_owned(),
        SecurityKind::HttpBearer | SecurityKind::OAuth2 | SecurityKind::OpenIdConnect => {
            "the header `Authorization: Bearer`".to_owned()
        }
        SecurityKind::HttpOther(scheme) => format!("the header `Authorization: {scheme}`"),
    }
}

fn challenge(kind: &SecurityKind) -> Option<&'static str> {
    match kind {
        SecurityKind::HttpBasic => Some("Basic realm=\"mock\""),
        SecurityKind::HttpBearer | SecurityKind::OAuth2 | SecurityKind::OpenIdConnect => Some("Bearer"),
        SecurityKind::ApiKey { .. } | SecurityKind::HttpOther(_) => None,
    }
}
