//! Answers of all kinds, and the errors that come of them.

use std::time::Duration;

use bindery_runtime::{Error, Method, StatusCode, read};
use serde::Deserialize;

use crate::server::{Reply, Server, agent, answer, json};
use crate::{Agent, ErrorBody, builder, client};

type Outcome = Result<Agent, Error<ErrorBody>>;

async fn get(reply: Reply) -> Outcome {
    let server = Server::always(reply).await;
    let client = builder(&server).retries(0).build().expect("a client");
    client.get_agent("a1").await
}

#[tokio::test]
async fn success() {
    let server = Server::always(answer("200 OK", "X-Request-Id: r1\r\n", r#"{"id":"a1"}"#)).await;
    let response = client(&server).get_agent("a1").send().await.expect("an agent");
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(response.header("x-request-id"), Some("r1"));
    assert_eq!(response.body().id, "a1");
    let seen = server.only();
    assert_eq!(seen.line, "GET /v1/agents/a1 HTTP/1.1");
    assert_eq!(seen.header("accept").as_deref(), Some("application/json"));
}

#[tokio::test]
async fn a_success_of_another_number() {
    for status in ["201 Created", "202 Accepted", "206 Partial Content", "299 Fine"] {
        let agent = get(json(status, r#"{"id":"a1"}"#)).await.expect(status);
        assert_eq!(agent.id, "a1");
    }
}

#[tokio::test]
async fn integers_with_a_fraction_of_zero() {
    let read_as = async |body: &str| {
        let server = Server::always(json("200 OK", body)).await;
        client(&server).0.request(Method::GET, "/a").reads::<Vec<Vec<i64>>, ErrorBody>(read::json, read::json).await
    };
    assert_eq!(read_as("[[1.0, 2], [3]]").await.expect("these are integers"), [vec![1, 2], vec![3]]);
    let Err(Error::Unreadable(error)) = read_as("[[1.0, 2], [3.5]]").await else { panic!("3.5 is no integer") };
    assert_eq!(error.pointer(), "/1/0");
}

#[tokio::test]
async fn no_content() {
    let server = Server::always(answer("204 No Content", "", "")).await;
    let request = client(&server).0.request(Method::DELETE, "/a");
    let response = request.reads::<(), ErrorBody>(read::empty, read::json).send().await;
    assert_eq!(response.expect("done").status(), StatusCode::NO_CONTENT);

    let error = get(answer("204 No Content", "", "")).await.expect_err("no agent");
    assert!(matches!(error, Error::Unreadable(_)), "{error}");
}

#[tokio::test]
async fn text_and_bytes() {
    let server = Server::always(answer("200 OK", "", "hé")).await;
    let request = || client(&server).0.request(Method::GET, "/a").accept("text/plain");
    let text = request().reads::<String, ErrorBody>(read::text, read::json).await;
    assert_eq!(text.expect("text"), "hé");
    let bytes = request().reads::<_, ErrorBody>(read::bytes, read::json).await;
    assert_eq!(bytes.expect("bytes"), "hé".as_bytes());
    assert_eq!(server.seen()[0].header("accept").as_deref(), Some("text/plain"));

    let head = b"HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 1\r\n\r\n\xFF";
    let server = Server::always(Reply::Send(head.to_vec())).await;
    let text = client(&server).0.request(Method::GET, "/a");
    let error = text.reads::<_, ErrorBody>(read::text, read::json).await.expect_err("no UTF-8");
    assert!(matches!(error, Error::Unreadable(_)), "{error}");
}

#[tokio::test]
async fn typed_errors() {
    for status in ["400 Bad Request", "401 Unauthorized", "404 Not Found", "500 Oops", "302 Found"] {
        let error = get(json(status, r#"{"error":"no such agent"}"#)).await.expect_err(status);
        assert_eq!(error.status().map(|it| it.as_str().to_owned()), Some(status[..3].to_owned()));
        assert_eq!(error.body().map(|body| &*body.error), Some("no such agent"));
        assert!(!error.is_timeout() && !error.is_connect());
        let Error::Status(error) = error else {
            panic!("{error:?}");
        };
        assert_eq!(error.bytes(), r#"{"error":"no such agent"}"#);
        assert_eq!(error.into_body().error, "no such agent");
    }
}

#[tokio::test]
async fn an_error_says_what_the_server_said() {
    let error = get(json("404 Not Found", "{\"error\":\n\"no such agent\"}")).await;
    let text = error.expect_err("404").to_string();
    assert_eq!(text, r#"the server answered 404 Not Found: {"error": "no such agent"}"#);

    let long = format!(r#"{{"error":"{}"}}"#, "ü".repeat(1000));
    let text = get(json("400 Bad Request", &long)).await.expect_err("400").to_string();
    assert!(text.ends_with("üü…"), "{text}");
    assert!(text.chars().count() < 260, "{text}");
}

#[tokio::test]
async fn retry_after_of_an_error() {
    let limited = |after: &str| answer("429 Too Many Requests", &format!("Retry-After: {after}\r\n"), "{}");
    let seconds = get(limited("120")).await.expect_err("429");
    assert_eq!(seconds.retry_after(), Some(Duration::from_secs(120)));
    let past = get(limited("Sun, 06 Nov 1994 08:49:37 GMT")).await.expect_err("429");
    assert_eq!(past.retry_after(), Some(Duration::ZERO));
    let none = get(json("429 Too Many Requests", "{}")).await.expect_err("429");
    assert_eq!(none.retry_after(), None);
}

#[tokio::test]
async fn html_instead_of_json() {
    let html = "<html>Bad gateway</html>";
    for status in ["200 OK", "502 Bad Gateway"] {
        let error = get(answer(status, "content-type: text/html; charset=utf-8\r\n", html)).await;
        let error = error.expect_err(status);
        assert!(error.to_string().starts_with(&format!("the answer {status} can't be read: ")), "{error}");
        assert!(error.to_string().ends_with("(the body is text/html, not JSON)"), "{error}");
        assert!(error.body().is_none());
        let Error::Unreadable(error) = error else {
            panic!("{error:?}");
        };
        assert_eq!(error.bytes(), html);
        assert_eq!(error.pointer(), "");
        assert!(error.headers().contains_key("content-type"));
    }
}

#[derive(Debug, Deserialize)]
struct Page {
    #[allow(dead_code, reason = "only read")]
    data: Vec<Agent>,
}

async fn page(body: &str) -> Error<ErrorBody> {
    let server = Server::always(json("200 OK", body)).await;
    let request = client(&server).0.request(Method::GET, "/v1/agents");
    request.reads::<Page, _>(read::json, read::json).await.expect_err("no page")
}

#[tokio::test]
async fn the_place_of_what_could_not_be_read() {
    for (body, pointer) in [
        (r#"{"data":[{"id":"a1"},{"id":2}]}"#, "/data/1/id"),
        (r#"{"data":[{"id":"a1"},{"id":"a"#, "/data/1/id"),
        (r#"{"data":7}"#, "/data"),
        ("", ""),
    ] {
        let Error::Unreadable(error) = page(body).await else {
            panic!("{body}");
        };
        assert_eq!(error.pointer(), pointer, "{body}");
        assert_eq!(error.status(), StatusCode::OK);
    }
    let text = page(r#"{"data":[{"id":2}]}"#).await.to_string();
    assert!(text.starts_with("the answer 200 OK can't be read: /data/0/id: invalid type: "), "{text}");
}

#[tokio::test]
async fn a_byte_order_mark_is_ignored() {
    let agent = get(json("200 OK", "\u{FEFF}{\"id\":\"a1\"}")).await;
    assert_eq!(agent.expect("an agent").id, "a1");
}

#[tokio::test]
async fn a_slow_answer() {
    let server = Server::always(Reply::Hang).await;
    let limit = Duration::from_millis(50);
    let by_call = client(&server).get_agent("a1").timeout(limit).await;
    let by_client = builder(&server).timeout(limit).build().expect("a client");
    for outcome in [by_call, by_client.get_agent("a1").await] {
        let error = outcome.expect_err("no answer");
        assert!(matches!(error, Error::Timeout(_)) && error.is_timeout(), "{error:?}");
        assert_eq!(error.to_string(), "timed out: no whole answer within 50ms");
    }
}

#[tokio::test]
async fn dropped_connections() {
    let half = b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"id\":".to_vec();
    for reply in [Reply::Close, Reply::Send(half), Reply::Send(b"SSH-2.0\r\n".to_vec())] {
        let error = get(reply).await.expect_err("dropped");
        assert!(matches!(error, Error::Transport(_)), "{error:?}");
        assert!(!error.is_connect() && !error.is_timeout());
        assert!(error.to_string().starts_with("the exchange broke off: "), "{error}");
        assert!(std::error::Error::source(&error).is_some());
    }
}

#[tokio::test]
async fn connection_refused() {
    // A port that was just free: bound, then closed.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    drop(listener);
    let builder = bindery_runtime::ClientBuilder::<crate::TestClient>::new();
    let client = builder.base_url(url).retries(0).build().expect("a client");
    let error = client.get_agent("a1").await.expect_err("nobody there");
    assert!(error.is_connect() && !error.is_timeout(), "{error:?}");
    assert!(error.to_string().starts_with("could not connect: "), "{error}");
}

#[tokio::test]
async fn redirects_stay_with_the_server() {
    let elsewhere = Server::always(agent()).await;
    let away = format!("Location: {}/v1/agents/a1\r\n", elsewhere.url());
    let server = Server::always(answer("302 Found", &away, r#"{"error":"moved"}"#)).await;
    let client = builder(&server).api_key("hush").build().expect("a client");
    let error = client.get_agent("a1").await.expect_err("elsewhere");
    assert_eq!(error.status(), Some(StatusCode::FOUND));
    assert!(elsewhere.seen().is_empty());

    let here = answer("307 Temporary Redirect", "Location: /v2/agents/a1\r\n", "");
    let server = Server::start(vec![here, agent()]).await;
    let found = builder(&server).build().expect("a client").get_agent("a1").await;
    assert_eq!(found.expect("an agent").id, "a1");
    assert_eq!(server.seen()[1].line, "GET /v2/agents/a1 HTTP/1.1");
}

#[test]
fn an_error_is_small() {
    assert!(size_of::<Error<[u8; 1000]>>() <= 32);
}
