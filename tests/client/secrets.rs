//! The API key goes to the server and nowhere else: not into what is printed, and not to another server.

use std::error::Error as StdError;
use std::fmt::{Debug, Write as _};
use std::time::Duration;

use bindery_runtime::{Error, StatusCode};
use ledger_agents::{Client, CreateAgentRequest, ErrorBody, ListAgentsParams};

use crate::server::{Reply, Server, answer};
use crate::{AGENT, KEY, builder, client, embedded_server};

#[track_caller]
fn assert_hidden(shown: &str) {
    assert!(!shown.is_empty());
    assert!(!shown.contains(KEY), "the key is in {shown}");
    // Bytes that are printed as numbers would show it too.
    let numbers = format!("{:?}", KEY.as_bytes());
    assert!(!shown.contains(numbers.trim_matches(['[', ']'])), "the key is in {shown}");
}

fn debugged(value: &impl Debug) -> String {
    format!("{value:?}\n{value:#?}")
}

/// All that an error and the errors under it print.
fn printed(error: &(dyn StdError + 'static)) -> String {
    let mut text = String::new();
    let mut next = Some(error);
    while let Some(error) = next {
        writeln!(text, "{error}\n{error:?}\n{error:#?}").unwrap();
        next = error.source();
    }
    text
}

#[tokio::test]
async fn clients_and_requests_do_not_show_the_key() {
    assert_hidden(&debugged(&builder("http://127.0.0.1:9").default_header("X-Token", KEY)));
    let client = builder("http://127.0.0.1:9").default_header("X-Token", KEY).build().unwrap();
    assert_hidden(&debugged(&client));
    let request = client.create_agent(&CreateAgentRequest::new("user_1", "buyer")).header("Api-Key", KEY).idempotency_key(KEY);
    assert_hidden(&debugged(&request));
    assert_hidden(&debugged(&request.into_future()));
}

#[tokio::test]
async fn errors_do_not_show_the_key() {
    // The server sends the key back, as proxies do that tell what they were sent.
    let echo = format!("X-Request-Key: {KEY}\r\nSet-Cookie: key={KEY}\r\ncontent-type: application/json\r\n");
    let replies =
        [answer("401 Unauthorized", &echo, r#"{"error":"no"}"#), answer("200 OK", &echo, "{"), Reply::Close, Reply::Hang];
    for reply in replies {
        let server = Server::always(reply).await;
        let client = builder(server.url()).retries(0).timeout(Duration::from_millis(200)).build().unwrap();
        assert_hidden(&printed(&client.get_agent("agent_1").await.unwrap_err()));
    }
}

#[tokio::test]
async fn an_illegal_key_is_refused_and_not_shown() {
    let key = format!("{KEY}\n");
    assert_hidden(&printed(&Client::builder().base_url("http://127.0.0.1:9").api_key(key.as_str()).build().unwrap_err()));
    let error: Error<ErrorBody> = client("http://127.0.0.1:9").get_agent("agent_1").header("Api-Key", &key).await.unwrap_err();
    assert!(matches!(error, Error::Invalid(_)), "{error:?}");
    assert_hidden(&printed(&error));
}

#[tokio::test]
async fn answers_do_not_show_their_headers() {
    let echo = format!("X-Request-Key: {KEY}\r\n");
    let server = Server::always(answer("200 OK", &echo, AGENT)).await;
    let answer = client(server.url()).get_agent("agent_1").send().await.unwrap();
    assert_eq!(answer.header("x-request-key"), Some(KEY));
    assert_hidden(&debugged(&answer));
}

#[tokio::test]
async fn a_wrong_key_is_not_repeated() {
    let server = embedded_server().await;
    let client = builder(server.url()).api_key(format!("{KEY}0")).build().unwrap();
    let error = client.list_agents(&ListAgentsParams::new()).await.unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::UNAUTHORIZED));
    assert_hidden(&printed(&error));
}

#[tokio::test]
async fn a_redirect_to_another_server_does_not_take_the_key_along() {
    let other = Server::always(answer("200 OK", "", AGENT)).await;
    let redirect = format!("location: {}/v1/agents/agent_1\r\n", other.url());
    let server = Server::always(answer("307 Temporary Redirect", &redirect, "")).await;
    let error = client(server.url()).get_agent("agent_1").await.unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::TEMPORARY_REDIRECT));
    assert_eq!(server.only().header("api-key").as_deref(), Some(KEY));
    assert_eq!(other.seen().len(), 0);
}
