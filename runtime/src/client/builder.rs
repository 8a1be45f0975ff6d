//! Builds a client of what the description says and what the user sets.

use std::error::Error as StdError;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderMap;
use http::header::USER_AGENT;

use super::base_url::{self, BaseUrl};
use super::{Api, ApiKeyAuth, BasicAuth, BearerAuth, Client, Inner};
use crate::request::header;
use crate::security::{Credential, Credentials, Security, SecurityScheme};
use crate::{Retry, Secret, Transport, TransportError};

/// The time limit of a try if none is set.
const TIMEOUT: Duration = Duration::from_secs(30);

/// Builds the client `C`.
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder<C> {
    settings: Settings,
    api: PhantomData<fn() -> C>,
}

/// What the user sets.
struct Settings {
    base_url: Option<String>,
    user_agent: Option<String>,
    headers: Vec<(String, String)>,
    credentials: Vec<(String, Credential)>,
    timeout: Duration,
    retry: Retry,
    transport: Option<Arc<dyn Transport>>,
}

/// What the description says.
struct Description {
    base_url: Option<&'static str>,
    user_agent: &'static str,
    schemes: &'static [SecurityScheme],
    security: Security,
}

impl<C: Api> ClientBuilder<C> {
    /// Begins with what the description says.
    pub fn new() -> Self {
        let settings = Settings {
            base_url: None,
            user_agent: None,
            headers: Vec::new(),
            credentials: Vec::new(),
            timeout: TIMEOUT,
            retry: Retry::new(),
            transport: None,
        };
        Self { settings, api: PhantomData }
    }

    /// Sets the server in place of the description's first one, and of the servers that operations have for themselves; a path in
    /// it stays.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.settings.base_url = Some(url.into());
        self
    }

    /// Sets the API key.
    pub fn api_key(self, key: impl Into<Secret>) -> Self
    where
        C: ApiKeyAuth,
    {
        self.credential(<C as ApiKeyAuth>::SCHEME, Credential::api_key(key))
    }

    /// Sets the bearer token, without the word `Bearer`.
    pub fn bearer_token(self, token: impl Into<Secret>) -> Self
    where
        C: BearerAuth,
    {
        self.credential(<C as BearerAuth>::SCHEME, Credential::bearer(token))
    }

    /// Sets user name and password.
    pub fn basic_auth(self, user: impl Into<String>, password: impl Into<Secret>) -> Self
    where
        C: BasicAuth,
    {
        self.credential(<C as BasicAuth>::SCHEME, Credential::basic(user, password))
    }

    /// Sets the credential of a security scheme, by the name that the description gives it.
    pub fn credential(mut self, scheme: impl Into<String>, credential: Credential) -> Self {
        self.settings.credentials.push((scheme.into(), credential));
        self
    }

    /// Sends requests with this reqwest client, as it is: with its proxies, certificates and redirects.
    ///
    /// Mind that reqwest's default follows redirects to other hosts with all headers but `Authorization` and cookies: an
    /// API key in a header of its own would go there. [`ReqwestTransport::client_builder`](crate::ReqwestTransport::client_builder)
    /// begins a client that does not.
    #[cfg(feature = "reqwest")]
    pub fn reqwest_client(self, client: reqwest::Client) -> Self {
        self.transport(crate::ReqwestTransport::from(client))
    }

    /// Sends requests with this transport.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.settings.transport = Some(Arc::new(transport));
        self
    }

    /// Sets the time limit of each try, from connecting to the end of the body. Default: 30 seconds.
    pub fn timeout(mut self, limit: Duration) -> Self {
        self.settings.timeout = limit;
        self
    }

    /// Sets `User-Agent`. Default: name and version of the generated crate.
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.settings.user_agent = Some(user_agent.into());
        self
    }

    /// Sets a header of all requests; those of an operation and its credentials come before it.
    pub fn default_header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.settings.headers.push((name.into(), value.into()));
        self
    }

    /// Sets when requests are sent again: a [`Retry`], or just how many times.
    pub fn retries(mut self, retry: impl Into<Retry>) -> Self {
        self.settings.retry = retry.into();
        self
    }

    /// Builds the client. It sends nothing.
    ///
    /// # Errors
    /// When a setting can't be used; see [`BuildError`].
    pub fn build(self) -> Result<C, BuildError> {
        let description =
            Description { base_url: C::BASE_URL, user_agent: C::USER_AGENT, schemes: C::SECURITY_SCHEMES, security: C::SECURITY };
        build(self.settings, &description).map(C::from_client)
    }
}

impl<C: Api> Default for ClientBuilder<C> {
    fn default() -> Self {
        Self::new()
    }
}

impl<C> fmt::Debug for ClientBuilder<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder").finish_non_exhaustive()
    }
}

/// Why a client can't be built.
#[derive(Debug)]
#[non_exhaustive]
pub enum BuildError {
    /// The description names no server, and none was set.
    NoBaseUrl,
    /// The base URL can't be used, for the reason given.
    BaseUrl(String),
    /// A default header or the user agent is illegal, for the reason given.
    Header(String),
    /// The description has no security scheme of that name.
    UnknownScheme {
        /// The name that was given.
        scheme: String,
        /// The names that there are.
        known: Vec<&'static str>,
    },
    /// A credential does not fit its scheme, for the reason given.
    Credential {
        /// The name of the scheme.
        scheme: &'static str,
        /// Never shows the credential.
        reason: String,
    },
    /// No transport was set, and the feature `reqwest` is off.
    NoTransport,
    /// The default transport can't be made.
    Transport(TransportError),
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoBaseUrl => f.write_str("the description names no server: set one with `base_url`"),
            Self::BaseUrl(reason) => write!(f, "the base URL can't be used: {reason}"),
            Self::Header(reason) => f.write_str(reason),
            Self::UnknownScheme { scheme, known } => {
                let known = known.join("`, `");
                write!(f, "there is no security scheme `{scheme}`, only `{known}`")
            }
            Self::Credential { scheme, reason } => {
                write!(f, "the credential for `{scheme}` can't be used: {reason}")
            }
            Self::NoTransport => f.write_str("there is no transport: set one, or turn on the feature `reqwest`"),
            Self::Transport(error) => write!(f, "the transport can't be made: {error}"),
        }
    }
}

impl StdError for BuildError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Transport(error) => error.source(),
            _ => None,
        }
    }
}

fn build(settings: Settings, description: &Description) -> Result<Client, BuildError> {
    let base_url = match (&settings.base_url, description.base_url) {
        (Some(url), _) => base_url::parse(url),
        (None, Some(url)) => base_url::parse(url),
        (None, None) => return Err(BuildError::NoBaseUrl),
    }
    .map_err(BuildError::BaseUrl)?;
    let transport = match settings.transport {
        Some(transport) => transport,
        None => default_transport(&base_url, settings.base_url.is_some())?,
    };
    let user_agent = settings.user_agent.as_deref();
    let user_agent = user_agent.unwrap_or(description.user_agent);
    Ok(Client(Arc::new(Inner {
        headers: headers(user_agent, &settings.headers)?,
        credentials: credentials(description.schemes, &settings.credentials)?,
        base_url: base_url.text,
        base_url_is_set: settings.base_url.is_some(),
        security: description.security,
        timeout: settings.timeout,
        retry: settings.retry,
        transport,
    })))
}

fn headers(user_agent: &str, settings: &[(String, String)]) -> Result<HeaderMap, BuildError> {
    let user_agent = (USER_AGENT.as_str(), user_agent);
    let settings = settings.iter().map(|(name, value)| (&**name, &**value));
    let mut headers = HeaderMap::new();
    for (name, value) in std::iter::once(user_agent).chain(settings) {
        let (name, value) = header(name, value).map_err(|failure| BuildError::Header(failure.message))?;
        headers.insert(name, value);
    }
    Ok(headers)
}

fn credentials(schemes: &'static [SecurityScheme], settings: &[(String, Credential)]) -> Result<Credentials, BuildError> {
    let mut credentials = Credentials::default();
    for (name, credential) in settings {
        let Some(scheme) = schemes.iter().find(|scheme| scheme.name() == name) else {
            return Err(BuildError::UnknownScheme {
                scheme: name.clone(),
                known: schemes.iter().map(SecurityScheme::name).collect(),
            });
        };
        credentials
            .add(scheme, credential)
            .map_err(|problem| BuildError::Credential { scheme: scheme.name(), reason: problem.to_string() })?;
    }
    Ok(credentials)
}

/// Loads no certificates where nothing but `http` can be called: an operation's own server counts unless the user set the URL.
#[cfg(feature = "reqwest")]
fn default_transport(base_url: &BaseUrl, is_set: bool) -> Result<Arc<dyn Transport>, BuildError> {
    let transport = match base_url.scheme {
        base_url::Scheme::Http if is_set => crate::ReqwestTransport::plain(),
        base_url::Scheme::Http | base_url::Scheme::Https => crate::ReqwestTransport::new(),
    };
    Ok(Arc::new(transport.map_err(BuildError::Transport)?))
}

#[cfg(not(feature = "reqwest"))]
fn default_transport(_: &BaseUrl, _: bool) -> Result<Arc<dyn Transport>, BuildError> {
    Err(BuildError::NoTransport)
}
