//! The span of a request.
//!
//! It is the only test of its process: where other threads meet the span first, without a subscriber, `tracing` may take
//! it for one that nobody wants.
#![cfg(feature = "tracing")]

use std::fmt;
use std::sync::{Arc, Mutex};

use bindery_runtime::read;
use bindery_runtime::{Api, Body, BoxFuture, Client, ClientBuilder, Method, Retry, SecurityScheme, Transport, TransportError};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

/// Writes the fields of this crate's spans into a list.
#[derive(Clone, Default)]
struct Fields(Arc<Mutex<Vec<String>>>);

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        let mut fields = self.0.lock().expect("no panic");
        fields.push(format!("{}={value:?}", field.name()));
    }
}

impl Subscriber for Fields {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.is_span() && metadata.target().starts_with("bindery_runtime")
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        span.record(&mut self.clone());
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        values.record(&mut self.clone());
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, _: &Event<'_>) {}

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

#[derive(Clone, Debug)]
struct TestClient(Client);

impl Api for TestClient {
    const BASE_URL: Option<&'static str> = Some("https://memory");
    const USER_AGENT: &'static str = "test/1.2.3";
    const SECURITY_SCHEMES: &'static [SecurityScheme] = &[];
    const SECURITY: &'static [&'static [&'static str]] = &[];

    fn from_client(client: Client) -> Self {
        Self(client)
    }

    fn as_client(&self) -> &Client {
        &self.0
    }
}

/// Is too busy once.
#[derive(Default)]
struct Busy(Mutex<bool>);

impl Transport for Busy {
    fn send(&self, _: http::Request<Body>) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        let before = std::mem::replace(&mut *self.0.lock().expect("no panic"), true);
        let mut response = http::Response::new(Body::from("{}"));
        if !before {
            *response.status_mut() = http::StatusCode::TOO_MANY_REQUESTS;
        }
        Box::pin(async { Ok(response) })
    }
}

#[tokio::test]
async fn a_span_tells_template_status_and_tries() {
    let fields = Fields::default();
    let _guard = tracing::subscriber::set_default(fields.clone());
    let retry = Retry::new().base(std::time::Duration::ZERO);
    let builder = ClientBuilder::<TestClient>::new().transport(Busy::default()).retries(retry);
    let client = builder.build().expect("a client");
    let request = client.0.request(Method::GET, "/v1/agents/{agentId}").path("agentId", "private");
    let request = request.reads::<serde_json::Value, serde_json::Value>(read::json, read::json);
    request.await.expect("an agent");
    let fields = fields.0.lock().expect("no panic").join(" ");
    let expected = "http.request.method=GET url.template=\"/v1/agents/{agentId}\" tries=2 \
                    http.response.status_code=200";
    assert_eq!(fields, expected);
}
