//! Security schemes: where a request brings the credential of one, and what it brings.
//!
//! Whether the credential is good for anything is not asked here.

use bindery::spec::{Document, Operation, ParameterLocation, SecurityKind, SecurityRequirement, SecurityScheme};

use super::{Call, decode, decode_query};

/// Returns the alternatives of security of an operation: its own, else those of the document.
pub fn alternatives<'a>(document: &'a Document, operation: &'a Operation) -> &'a [SecurityRequirement] {
    operation.security.as_ref().unwrap_or(&document.security)
}

/// Returns the schemes that an alternative needs together. Resolve leaves no requirement whose scheme is not there.
pub fn schemes<'a>(document: &'a Document, alternative: &'a SecurityRequirement) -> impl Iterator<Item = &'a SecurityScheme> {
    let named = |name: &str| document.security_schemes.iter().find(|scheme| scheme.name == name);
    alternative.schemes.iter().filter_map(move |(name, _)| named(name))
}

/// Tells whether a request shows the credential of a scheme: a certificate of the client is not part of a message of HTTP.
pub fn is_visible(kind: &SecurityKind) -> bool {
    !matches!(kind, SecurityKind::HttpOther(scheme) if scheme.eq_ignore_ascii_case("mutualTLS"))
}

/// Returns the credential of a request as it was sent, without the name of a scheme of HTTP; an empty one is none.
pub fn credential(kind: &SecurityKind, call: &Call<'_>) -> Option<String> {
    let sent = match kind {
        SecurityKind::ApiKey { location, name } => api_key(*location, name, call),
        SecurityKind::HttpBasic => authorization("Basic", call),
        SecurityKind::HttpBearer | SecurityKind::OAuth2 | SecurityKind::OpenIdConnect => authorization("Bearer", call),
        SecurityKind::HttpOther(scheme) => authorization(scheme, call),
    };
    sent.filter(|credential| !credential.is_empty())
}

fn api_key(location: ParameterLocation, name: &str, call: &Call<'_>) -> Option<String> {
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
fn authorization(scheme: &str, call: &Call<'_>) -> Option<String> {
    let header = call.header("authorization")?;
    let (name, credential) = header.trim().split_once(' ')?;
    name.eq_ignore_ascii_case(scheme).then(|| credential.trim().to_owned())
}

/// Names the place of a credential: `the header `Api-Key``.
pub fn place(kind: &SecurityKind) -> String {
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
