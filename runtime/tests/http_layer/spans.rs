//! The span of a request.

use std::fmt;
use std::sync::{Arc, Mutex};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use crate::builder;
use crate::server::{Server, agent, answer};

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

#[tokio::test]
async fn a_span_tells_template_status_and_tries() {
    let fields = Fields::default();
    let _guard = tracing::subscriber::set_default(fields.clone());
    let limited = answer("429 Too Many Requests", "Retry-After: 0\r\n", "");
    let server = Server::start(vec![limited, agent()]).await;
    let client = builder(&server).api_key("hush").build().expect("a client");
    client.get_agent("private").await.expect("an agent");
    let fields = fields.0.lock().expect("no panic").join(" ");
    let expected = "http.request.method=GET url.template=\"/v1/agents/{agentId}\" tries=2 \
                    http.response.status_code=200";
    assert_eq!(fields, expected);
}
