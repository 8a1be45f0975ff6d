//! Security schemes and credentials: turns a credential, once, into the header, query entry or cookie that carries it.
//!
//! Which schemes an operation needs comes from its description (OpenAPI 3.0.3, Security Requirement Object); this
//! module picks the first alternative for which there are credentials. It knows nothing of requests.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::header::{AUTHORIZATION, HeaderName, HeaderValue};

use crate::Secret;
use crate::parameter::escape;

/// Alternatives of schemes that are needed together, by name; none, or an empty alternative, needs no credentials.
pub type Security = &'static [&'static [&'static str]];

/// A way to authenticate that a description declares (OpenAPI 3.0.3, Security Scheme Object).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SecurityScheme {
    name: &'static str,
    kind: SchemeKind,
}

/// Where an API key goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Location {
    /// In a header of its own.
    Header,
    /// In the query of the URL.
    Query,
    /// In a cookie.
    Cookie,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum SchemeKind {
    ApiKey { location: Location, parameter: &'static str },
    Bearer,
    Basic,
}

impl SecurityScheme {
    /// An API key in the header, query entry or cookie of the given name.
    pub const fn api_key(name: &'static str, location: Location, parameter: &'static str) -> Self {
        let kind = SchemeKind::ApiKey { location, parameter };
        Self { name, kind }
    }

    /// A bearer token (RFC 6750); also what OAuth 2 and OpenID Connect come to once there is a token.
    pub const fn http_bearer(name: &'static str) -> Self {
        let kind = SchemeKind::Bearer;
        Self { name, kind }
    }

    /// A user name and a password (RFC 7617).
    pub const fn http_basic(name: &'static str) -> Self {
        let kind = SchemeKind::Basic;
        Self { name, kind }
    }

    /// Returns the name that the description gives the scheme.
    pub const fn name(&self) -> &'static str {
        self.name
    }
}

/// What proves who calls, for one security scheme.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Credential {
    /// For an API key scheme.
    ApiKey(Secret),
    /// For an HTTP bearer scheme, without the word `Bearer`; also for OAuth 2 and OpenID Connect.
    Bearer(Secret),
    /// For an HTTP basic scheme.
    Basic {
        /// Has no colon (RFC 7617, section 2).
        user: String,
        /// May be empty.
        password: Secret,
    },
}

impl Credential {
    /// A key for an API key scheme.
    pub fn api_key(key: impl Into<Secret>) -> Self {
        Self::ApiKey(key.into())
    }

    /// A token for an HTTP bearer scheme, without the word `Bearer`.
    pub fn bearer(token: impl Into<Secret>) -> Self {
        Self::Bearer(token.into())
    }

    /// A user name and a password for an HTTP basic scheme.
    pub fn basic(user: impl Into<String>, password: impl Into<Secret>) -> Self {
        Self::Basic { user: user.into(), password: password.into() }
    }
}

/// Why a credential can't be used with a scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CredentialProblem {
    OtherKind,
    NotAHeader,
    BadHeaderName,
    ColonInUser,
}

impl fmt::Display for CredentialProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OtherKind => "the scheme needs a credential of another kind",
            Self::NotAHeader => "it has characters that no header can carry, such as a line break or a control character",
            Self::BadHeaderName => "the scheme's header name is not a legal one",
            Self::ColonInUser => "the user name has a colon",
        })
    }
}

/// A credential in the form in which it is sent.
#[derive(Clone)]
pub(crate) enum Proof {
    Header(HeaderName, HeaderValue),
    /// `name=value`, percent-encoded.
    Query(Secret),
    /// `name=value`, percent-encoded.
    Cookie(Secret),
}

/// All credentials of a client by the name of their scheme.
#[derive(Clone, Default)]
pub(crate) struct Credentials(Vec<(&'static str, Proof)>);

impl Credentials {
    /// Adds a credential; a later one for the same scheme takes the place of an earlier one.
    pub(crate) fn add(&mut self, scheme: &SecurityScheme, credential: &Credential) -> Result<(), CredentialProblem> {
        let proof = prove(scheme, credential)?;
        self.0.retain(|(name, _)| *name != scheme.name);
        self.0.push((scheme.name, proof));
        Ok(())
    }

    /// Gives the proofs of the first alternative whose schemes all have credentials.
    ///
    /// An empty alternative ("no credentials needed") counts only when no other one is met: who gave a key wants
    /// it used where it is optional. Where none is met nothing is sent, and the server says what it thinks of that.
    pub(crate) fn select(&self, security: Security) -> Vec<&Proof> {
        security
            .iter()
            .filter(|schemes| !schemes.is_empty())
            .find_map(|schemes| schemes.iter().map(|name| self.get(name)).collect())
            .unwrap_or_default()
    }

    fn get(&self, scheme: &str) -> Option<&Proof> {
        let (_, proof) = self.0.iter().find(|(name, _)| *name == scheme)?;
        Some(proof)
    }
}

/// Names the schemes that have credentials, and nothing else.
impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let redacted = Secret::new("");
        f.debug_map().entries(self.0.iter().map(|(name, _)| (name, &redacted))).finish()
    }
}

fn prove(scheme: &SecurityScheme, credential: &Credential) -> Result<Proof, CredentialProblem> {
    match (scheme.kind, credential) {
        (SchemeKind::ApiKey { location, parameter }, Credential::ApiKey(key)) => prove_by_key(location, parameter, key.expose()),
        (SchemeKind::Bearer, Credential::Bearer(token)) => authorization(&format!("Bearer {}", token.expose())),
        (SchemeKind::Basic, Credential::Basic { user, password }) => prove_by_password(user, password),
        _ => Err(CredentialProblem::OtherKind),
    }
}

fn prove_by_key(location: Location, parameter: &str, key: &str) -> Result<Proof, CredentialProblem> {
    let entry = || Secret::new(format!("{}={}", escape::strict(parameter), escape::strict(key)));
    match location {
        Location::Header => {
            let name = HeaderName::from_bytes(parameter.as_bytes()).map_err(|_| CredentialProblem::BadHeaderName)?;
            Ok(Proof::Header(name, sensitive(key)?))
        }
        Location::Query => Ok(Proof::Query(entry())),
        Location::Cookie => Ok(Proof::Cookie(entry())),
    }
}

fn prove_by_password(user: &str, password: &Secret) -> Result<Proof, CredentialProblem> {
    if user.contains(':') {
        return Err(CredentialProblem::ColonInUser);
    }
    let pair = STANDARD.encode(format!("{user}:{}", password.expose()));
    authorization(&format!("Basic {pair}"))
}

fn authorization(value: &str) -> Result<Proof, CredentialProblem> {
    Ok(Proof::Header(AUTHORIZATION, sensitive(value)?))
}

fn sensitive(value: &str) -> Result<HeaderValue, CredentialProblem> {
    let mut value = HeaderValue::from_str(value).map_err(|_| CredentialProblem::NotAHeader)?;
    value.set_sensitive(true);
    Ok(value)
}
