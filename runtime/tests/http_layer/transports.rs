//! A transport in memory: the seam by itself.

use std::sync::{Arc, Mutex};

use bindery_runtime::{Body, BoxFuture, Bytes, ClientBuilder, Error, Retry, Transport, TransportError};

use crate::TestClient;

type Answer = Result<http::Response<Body>, TransportError>;

/// A request and its body.
type Seen = (http::Request<()>, Bytes);

/// Answers by a function, and remembers the requests with their bodies.
#[derive(Clone)]
struct Memory {
    answer: fn(usize) -> Answer,
    seen: Arc<Mutex<Vec<Seen>>>,
}

impl Memory {
    fn new(answer: fn(usize) -> Answer) -> Self {
        let seen = Arc::default();
        Self { answer, seen }
    }

    fn client(&self) -> TestClient {
        let retry = Retry::new().base(std::time::Duration::ZERO);
        let builder = ClientBuilder::new().transport(self.clone()).retries(retry);
        builder.base_url("https://memory/api").api_key("hush").build().expect("a client")
    }

    fn count(&self) -> usize {
        self.seen.lock().expect("no panic").len()
    }
}

impl Transport for Memory {
    fn send(&self, request: http::Request<Body>) -> BoxFuture<'_, Answer> {
        Box::pin(async move {
            let (parts, mut body) = request.into_parts();
            let mut bytes = Vec::new();
            while let Some(part) = body.chunk().await? {
                bytes.extend_from_slice(&part);
            }
            let mut seen = self.seen.lock().expect("no panic");
            seen.push((http::Request::from_parts(parts, ()), bytes.into()));
            (self.answer)(seen.len())
        })
    }
}

#[tokio::test]
async fn a_request_as_the_transport_gets_it() {
    let memory = Memory::new(|_| Ok(http::Response::new(Body::from(r#"{"id":"a1"}"#))));
    let agent = memory.client().create_agent().await.expect("an agent");
    assert_eq!(agent.id, "a1");
    let seen = memory.seen.lock().expect("no panic");
    let (request, body) = &seen[0];
    assert_eq!(request.method(), http::Method::POST);
    assert_eq!(request.uri(), "https://memory/api/v1/agents");
    assert_eq!(request.headers()["api-key"], "hush");
    assert!(request.headers()["api-key"].is_sensitive());
    assert_eq!(body, r#"{"name":"buyer"}"#);
    assert!(!format!("{request:?}").contains("hush"));
}

#[tokio::test]
async fn a_post_that_never_connected_is_sent_again() {
    let memory = Memory::new(|count| match count {
        3 => Ok(http::Response::new(Body::from(r#"{"id":"a1"}"#))),
        _ => Err(TransportError::connect("no route")),
    });
    memory.client().create_agent().await.expect("an agent");
    assert_eq!(memory.count(), 3);
}

#[tokio::test]
async fn errors_of_a_transport() {
    let connect = Memory::new(|_| Err(TransportError::connect("no route")));
    let error = connect.client().get_agent("a1").await.expect_err("no route");
    assert!(error.is_connect());
    assert_eq!(error.to_string(), "could not connect: no route");
    assert_eq!(connect.count(), 3);

    let broken = Memory::new(|_| Err(TransportError::exchange("reset")));
    let error = broken.client().create_agent().await.expect_err("reset");
    assert!(matches!(error, Error::Transport(_)) && !error.is_connect());
    assert_eq!(broken.count(), 1);

    let slow = Memory::new(|_| Err(TransportError::timeout("too late")));
    let error = slow.client().get_agent("a1").await.expect_err("too late");
    assert!(error.is_timeout());
    assert_eq!(slow.count(), 1);
}
