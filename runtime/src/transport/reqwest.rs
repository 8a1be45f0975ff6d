//! The default transport: reqwest over HTTP/1.1 with rustls, ring and the platform's root certificates.

use std::error::Error as StdError;
use std::sync::Arc;

use ::reqwest::redirect::{Action, Attempt, Policy};
use ::reqwest::{Client, ClientBuilder, Url};
use rustls::crypto::ring;
use rustls::{ClientConfig, RootCertStore};
use rustls_platform_verifier::BuilderVerifierExt;

use super::{Body, BoxFuture, Transport, TransportError};

/// How many redirects are followed; browsers and reqwest stop near here too.
const MOST_REDIRECTS: usize = 10;

/// Sends requests with a [`reqwest::Client`].
///
/// The client made here follows redirects to the same origin only (scheme, host and port): an API key in a header
/// of its own name would travel with any other. The answer with the redirect is given instead.
#[derive(Clone, Debug)]
pub struct ReqwestTransport(Client);

impl ReqwestTransport {
    /// Makes a transport that trusts the certificates that the platform trusts.
    ///
    /// # Errors
    /// When the platform's certificates can't be loaded.
    pub fn new() -> Result<Self, TransportError> {
        finish(Self::client_builder()?)
    }

    /// Begins a reqwest client as [`new`](Self::new) makes it, to set a proxy, a pool or extra headers on it and give it
    /// to [`ClientBuilder::reqwest_client`](crate::ClientBuilder::reqwest_client).
    ///
    /// `reqwest::Client::new` has no TLS provider to use unless your crate turns on one of reqwest's TLS features; this has.
    ///
    /// # Errors
    /// When the platform's certificates can't be loaded.
    pub fn client_builder() -> Result<ClientBuilder, TransportError> {
        let tls = verified_tls().map_err(TransportError::connect)?;
        Ok(configured(tls))
    }

    /// Makes a transport for `http:` URLs: it needs no certificates, so it can be made where there are none.
    pub(crate) fn plain() -> Result<Self, TransportError> {
        let tls = tls_builder().map_err(TransportError::connect)?;
        let nobody = RootCertStore::empty();
        finish(configured(tls.with_root_certificates(nobody).with_no_client_auth()))
    }
}

fn configured(tls: ClientConfig) -> ClientBuilder {
    Client::builder().tls_backend_preconfigured(tls).redirect(Policy::custom(follow_same_origin))
}

fn finish(builder: ClientBuilder) -> Result<ReqwestTransport, TransportError> {
    builder.build().map(ReqwestTransport).map_err(transport_error)
}

impl From<Client> for ReqwestTransport {
    fn from(client: Client) -> Self {
        Self(client)
    }
}

impl Transport for ReqwestTransport {
    fn send(&self, request: http::Request<Body>) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        Box::pin(exchange(&self.0, request))
    }
}

async fn exchange(client: &Client, request: http::Request<Body>) -> Result<http::Response<Body>, TransportError> {
    let request = request.map(|Body(bytes)| bytes);
    let request = ::reqwest::Request::try_from(request).map_err(transport_error)?;
    let mut answer = client.execute(request).await.map_err(transport_error)?;

    let mut response = http::Response::new(Body::empty());
    *response.status_mut() = answer.status();
    *response.version_mut() = answer.version();
    *response.headers_mut() = std::mem::take(answer.headers_mut());
    *response.body_mut() = answer.bytes().await.map_err(transport_error)?.into();
    Ok(response)
}

/// The URL is taken out of the error, because an API key may stand in its query.
fn transport_error(error: ::reqwest::Error) -> TransportError {
    let error = error.without_url();
    if error.is_timeout() {
        TransportError::timeout(error)
    } else if error.is_connect() || error.is_builder() {
        TransportError::connect(error)
    } else {
        TransportError::exchange(error)
    }
}

fn verified_tls() -> Result<ClientConfig, Box<dyn StdError + Send + Sync>> {
    Ok(tls_builder()?.with_platform_verifier()?.with_no_client_auth())
}

/// The provider is named here, so that no process-wide default is needed or set.
fn tls_builder() -> Result<rustls::ConfigBuilder<ClientConfig, rustls::WantsVerifier>, rustls::Error> {
    ClientConfig::builder_with_provider(Arc::new(ring::default_provider())).with_safe_default_protocol_versions()
}

fn follow_same_origin(attempt: Attempt<'_>) -> Action {
    let seen = attempt.previous();
    let same = seen.last().is_some_and(|from| same_origin(from, attempt.url()));
    if same && seen.len() <= MOST_REDIRECTS { attempt.follow() } else { attempt.stop() }
}

fn same_origin(a: &Url, b: &Url) -> bool {
    a.origin() == b.origin()
}
