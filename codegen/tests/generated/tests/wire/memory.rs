//! A transport that keeps what it is given as text, and answers from memory.

use std::fmt::Debug;
use std::sync::{Arc, Mutex};

use bindery_runtime::{Api, Body, BoxFuture, ClientBuilder, Request, Transport, TransportError, http};

/// Answers every request with the same status, media type and body, and keeps the requests as text.
#[derive(Clone)]
pub(crate) struct Memory {
    status: u16,
    media_type: &'static str,
    body: &'static str,
    pub(crate) seen: Arc<Mutex<Vec<String>>>,
}

impl Memory {
    pub(crate) fn answering(status: u16, media_type: &'static str, body: &'static str) -> Self {
        Self { status, media_type, body, seen: Arc::default() }
    }

    pub(crate) fn nothing() -> Self {
        Self::answering(204, "", "")
    }

    pub(crate) fn builder<C: Api>(&self) -> ClientBuilder<C> {
        ClientBuilder::new().base_url("https://host/base").transport(self.clone()).retries(0)
    }

    pub(crate) fn client<C: Api>(&self) -> C {
        self.builder().build().expect("a client")
    }

    /// Returns the only request there was.
    #[track_caller]
    pub(crate) fn only(&self) -> String {
        let seen = self.seen.lock().expect("no test panics with the lock");
        assert_eq!(seen.len(), 1, "{seen:#?}");
        seen[0].clone()
    }
}

/// Writes a request as text: method and URL, the headers that depend on the description, and the body.
fn text(parts: &http::request::Parts, body: &[u8]) -> String {
    let mut lines = vec![format!("{} {}", parts.method, parts.uri)];
    let of_runtime = ["user-agent", "content-length", "host"];
    let mut headers: Vec<_> = parts.headers.iter().filter(|(name, _)| !of_runtime.contains(&name.as_str())).collect();
    headers.sort_by_key(|(name, _)| name.as_str());
    lines.extend(headers.into_iter().map(|(name, value)| format!("{name}: {}", String::from_utf8_lossy(value.as_bytes()))));
    if !body.is_empty() {
        lines.push(String::new());
        lines.push(String::from_utf8_lossy(body).into_owned());
    }
    lines.join("\n")
}

impl Transport for Memory {
    fn send(&self, request: http::Request<Body>) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        Box::pin(async move {
            let (parts, mut body) = request.into_parts();
            let mut bytes = Vec::new();
            while let Some(part) = body.chunk().await? {
                bytes.extend_from_slice(&part);
            }
            self.seen.lock().expect("no test panics with the lock").push(text(&parts, &bytes));
            let answer = http::Response::builder().status(self.status);
            let answer = if self.media_type.is_empty() { answer } else { answer.header("content-type", self.media_type) };
            Ok(answer.body(Body::from(self.body)).expect("an answer"))
        })
    }
}

/// Sends a request of a client, and returns what left.
pub(crate) async fn sent<C: Api, T: Send + 'static, E: Debug + Send + 'static>(
    request: impl FnOnce(&C) -> Request<T, E>,
) -> String {
    let memory = Memory::nothing();
    let client = memory.client();
    request(&client).await.expect("an answer");
    memory.only()
}

/// Returns only the method and the URL after the host.
pub(crate) async fn line<C: Api, T: Send + 'static, E: Debug + Send + 'static>(
    request: impl FnOnce(&C) -> Request<T, E>,
) -> String {
    let text = sent(request).await;
    text.lines().next().unwrap_or_default().replace("https://host", "")
}

pub(crate) fn texts(items: &[&str]) -> Vec<String> {
    items.iter().map(|item| (*item).to_owned()).collect()
}
