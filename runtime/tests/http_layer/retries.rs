//! How often and when requests are sent again. The rules by table stand beside the code.

use std::time::Duration;

use bindery_runtime::{Error, Method, Retry, StatusCode, read};

use crate::server::{Reply, Server, agent, answer, json};
use crate::{ErrorBody, TestClient, builder};

/// Waits next to nothing.
fn quick(server: &Server) -> TestClient {
    let retry = Retry::new().base(Duration::from_micros(1));
    builder(server).retries(retry).build().expect("a client")
}

fn limited() -> Reply {
    answer("429 Too Many Requests", "Retry-After: 0\r\n", r#"{"error":"slow down"}"#)
}

#[tokio::test]
async fn retry_after_then_success() {
    let date = "Retry-After: Sun, 06 Nov 1994 08:49:37 GMT\r\n";
    let busy = answer("503 Service Unavailable", date, "");
    let server = Server::start(vec![limited(), busy, agent()]).await;
    // The backoff of the default is never used: both answers say when to come again.
    let client = builder(&server).build().expect("a client");
    assert_eq!(client.get_agent("a1").await.expect("an agent").id, "a1");
    assert_eq!(server.seen().len(), 3);
}

#[tokio::test]
async fn the_last_answer_is_given() {
    let server = Server::always(limited()).await;
    let error = quick(&server).get_agent("a1").await.expect_err("429");
    assert_eq!(error.status(), Some(StatusCode::TOO_MANY_REQUESTS));
    assert_eq!(error.body().map(|it| &*it.error), Some("slow down"));
    assert_eq!(server.seen().len(), 3);

    let error = quick(&server).get_agent("a1").retries(4).await.expect_err("429");
    assert!(matches!(error, Error::Status(_)));
    assert_eq!(server.seen().len(), 3 + 5);

    quick(&server).get_agent("a1").retries(0).await.expect_err("429");
    assert_eq!(server.seen().len(), 3 + 5 + 1);
}

#[tokio::test]
async fn a_long_wait_is_not_waited_for() {
    let long = answer("429 Too Many Requests", "Retry-After: 3600\r\n", r#"{"error":"x"}"#);
    let server = Server::start(vec![long, agent()]).await;
    let error = quick(&server).get_agent("a1").await.expect_err("429");
    assert_eq!(error.retry_after(), Some(Duration::from_secs(3600)));
    assert_eq!(server.seen().len(), 1);
}

#[tokio::test]
async fn a_post_without_a_key_is_sent_once() {
    for reply in [limited(), Reply::Close] {
        let server = Server::start(vec![reply, agent()]).await;
        quick(&server).create_agent().await.expect_err("no second try");
        assert_eq!(server.seen().len(), 1);
    }
}

#[tokio::test]
async fn a_post_with_a_key_is_sent_again_with_the_same_key() {
    let server = Server::start(vec![limited(), Reply::Close, agent()]).await;
    let request = quick(&server).create_agent().idempotency_key("order-17");
    assert_eq!(request.await.expect("an agent").id, "a1");
    let seen = server.seen();
    assert_eq!(seen.len(), 3);
    for request in seen {
        assert_eq!(request.header("idempotency-key").as_deref(), Some("order-17"));
        assert_eq!(request.text(), r#"{"name":"buyer"}"#);
    }
}

#[tokio::test]
async fn a_key_given_as_a_parameter_counts() {
    let server = Server::start(vec![limited(), json("200 OK", "{}")]).await;
    let request = quick(&server).0.request(Method::POST, "/a");
    let request = request.header("Idempotency-Key", &Some("k"));
    request.reads::<(), ErrorBody>(read::empty, read::json).await.expect("done");
    assert_eq!(server.seen().len(), 2);
}

#[tokio::test]
async fn a_get_is_sent_again_when_the_connection_drops() {
    let half = b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"id\":".to_vec();
    let server = Server::start(vec![Reply::Close, Reply::Send(half), agent()]).await;
    assert_eq!(quick(&server).get_agent("a1").await.expect("an agent").id, "a1");
    assert_eq!(server.seen().len(), 3);
}

#[tokio::test]
async fn what_is_no_hiccup_is_not_repeated() {
    for status in ["400 Bad Request", "401 Unauthorized", "409 Conflict", "500 Oops", "502 Bad Gateway"] {
        let server = Server::start(vec![json(status, r#"{"error":"x"}"#), agent()]).await;
        quick(&server).get_agent("a1").await.expect_err(status);
        assert_eq!(server.seen().len(), 1, "{status}");
    }
    let server = Server::start(vec![json("200 OK", "<"), agent()]).await;
    quick(&server).get_agent("a1").await.expect_err("no JSON");
    assert_eq!(server.seen().len(), 1);

    let server = Server::start(vec![Reply::Hang, agent()]).await;
    let slow = quick(&server).get_agent("a1").timeout(Duration::from_millis(50));
    assert!(slow.await.expect_err("no answer").is_timeout());
    // On a busy machine the limit may pass before the server has read anything.
    assert!(server.seen().len() <= 1);
}
