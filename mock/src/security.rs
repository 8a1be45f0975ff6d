//! Security requirements: does a request bring the credentials that its operation asks for?
//!
//! One alternative with all of its schemes is enough; the alternative without schemes lets everybody in (OpenAPI 3.0.3, "Security
//! Requirement Object"). Scopes are not checked: a credential says nothing of them.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bindery::spec::{Document, Operation, SecurityKind, SecurityRequirement, SecurityScheme};
use bindery_validator::wire::security;

use crate::wire::Call;

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
    let mut denied = None;
    for alternative in security::alternatives(document, operation) {
        match check_alternative(document, alternative, call, keys) {
            Ok(()) => return Ok(()),
            Err(problem) => denied = denied.or(Some(problem)),
        }
    }
    denied.map_or(Ok(()), Err)
}

fn check_alternative(document: &Document, alternative: &SecurityRequirement, call: &Call, keys: &[String]) -> Result<(), Denied> {
    for scheme in security::schemes(document, alternative).filter(|scheme| security::is_visible(&scheme.kind)) {
        check_scheme(scheme, call, keys)?;
    }
    Ok(())
}

fn check_scheme(scheme: &SecurityScheme, call: &Call, keys: &[String]) -> Result<(), Denied> {
    let problem = match credential(&scheme.kind, call).filter(|credential| !credential.is_empty()) {
        Some(credential) if keys.is_empty() || keys.contains(&credential) => return Ok(()),
        Some(_) => format!("the credential in {} is not one that is accepted", security::place(&scheme.kind)),
        None => format!("a credential in {} is required", security::place(&scheme.kind)),
    };
    Err(Denied { reason: problem, challenge: challenge(&scheme.kind) })
}

/// Returns the credential of a request: the key, the token, or `user:password`.
fn credential(kind: &SecurityKind, call: &Call) -> Option<String> {
    let sent = security::credential(kind, &call.as_written())?;
    if *kind == SecurityKind::HttpBasic { String::from_utf8(STANDARD.decode(sent).ok()?).ok() } else { Some(sent) }
}

fn challenge(kind: &SecurityKind) -> Option<&'static str> {
    match kind {
        SecurityKind::HttpBasic => Some("Basic realm=\"mock\""),
        SecurityKind::HttpBearer | SecurityKind::OAuth2 | SecurityKind::OpenIdConnect => Some("Bearer"),
        SecurityKind::ApiKey { .. } | SecurityKind::HttpOther(_) => None,
    }
}
