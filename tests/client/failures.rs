//! No answer, or one that asks to wait: time limits, connections that fail or break, and when a request is sent again.

use std::time::Duration;

use bindery_runtime::{Error, Request, Retry, StatusCode};
use ledger_agents::{Agent, Client, CreateAgentRequest, ErrorBody};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpSocket};

use crate::operation::Operation;
use crate::server::{Reply, Server, answer, json};
use crate::{AGENT, KEY, builder, client};

fn minimal() -> CreateAgentRequest {
    CreateAgentRequest::new("user_1", "buyer")
}

/// A 429 with the headers given.
fn limited(headers: &str) -> Reply {
    let headers = format!("content-type: application/json\r\n{headers}");
    answer("429 Too Many Requests", &headers, r#"{"error":"Rate limit reached","retryAfter":2000}"#)
}

fn agent() -> Reply {
    json("200 OK", AGENT)
}

/// An answer that breaks off in its body.
fn half() -> Reply {
    let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", AGENT.len());
    Reply::Send(format!("{head}{}", &AGENT[..20]).into_bytes())
}

/// A client that waits an hour on average where the server does not say how long.
fn patient(server: &Server) -> Client {
    let hours = Duration::from_secs(7_200);
    builder(server.url()).retries(Retry::new().base(hours).cap(hours)).build().unwrap()
}

#[tokio::test]
async fn an_answer_that_does_not_come_is_a_timeout() {
    for operation in Operation::ALL {
        let server = Server::always(Reply::Hang).await;
        let client = builder(server.url()).timeout(Duration::from_millis(20)).build().unwrap();
        let error = operation.call(&client).await.unwrap_err();
        assert!(error.is_timeout() && !error.is_connect(), "{operation:?}: {error:?}");
        assert_eq!(error.status(), None);
        assert!(error.to_string().contains("20ms"), "{error}");
        assert!(server.seen().len() <= 1, "a request that may be under way is not sent again");
    }
}

#[tokio::test]
async fn a_body_that_stops_coming_is_a_timeout() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let server = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await?;
        let _ = stream.read(&mut [0; 4096]).await?;
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{").await?;
        // Holds the connection until the test ends.
        std::future::pending::<std::io::Result<()>>().await
    });
    let error = client(&url).get_agent("agent_1").timeout(Duration::from_millis(200)).await.unwrap_err();
    assert!(error.is_timeout(), "{error:?}");
    server.abort();
}

#[tokio::test]
async fn a_refused_connection_says_so_for_every_operation() {
    // A socket that is bound and does not listen keeps its port, and refuses.
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let client = client(&format!("http://{}", socket.local_addr().unwrap()));
    for operation in Operation::ALL {
        let error = operation.call(&client).await.unwrap_err();
        assert!(matches!(error, Error::Transport(_)) && error.is_connect(), "{operation:?}: {error:?}");
        assert!(error.to_string().starts_with("could not connect: "), "{error}");
        assert!(std::error::Error::source(&error).is_some());
    }
}

#[tokio::test]
async fn a_dropped_connection_is_no_answer() {
    for reply in [Reply::Close, half(), Reply::Send(b"SSH-2.0-OpenSSH\r\n".to_vec())] {
        for operation in Operation::ALL {
            let server = Server::always(reply.clone()).await;
            let client = builder(server.url()).retries(0).build().unwrap();
            let error = operation.call(&client).await.unwrap_err();
            assert!(matches!(error, Error::Transport(_)), "{operation:?}, {reply:?}: {error:?}");
            assert!(!error.is_connect() && !error.is_timeout(), "{operation:?}, {reply:?}: {error:?}");
        }
    }
}

#[tokio::test]
async fn what_is_safe_to_repeat_is_sent_again() {
    for trouble in [Reply::Close, half(), limited(""), answer("503 Service Unavailable", "", "")] {
        let server = Server::start(vec![trouble, agent()]).await;
        assert_eq!(client(server.url()).get_agent("agent_1").await.unwrap().id, "agent_1");
        assert_eq!(server.seen().len(), 2);
    }
}

#[tokio::test]
async fn what_has_an_idempotency_key_is_sent_again() {
    let server = Server::start(vec![limited(""), Reply::Close, agent()]).await;
    let request = client(server.url()).create_agent(&minimal()).idempotency_key("order-17");
    assert_eq!(request.await.unwrap().id, "agent_1");
    let seen = server.seen();
    assert_eq!(seen.len(), 3);
    for request in seen {
        assert_eq!(request.header("idempotency-key").as_deref(), Some("order-17"));
        assert_eq!(request.header("api-key").as_deref(), Some(KEY));
        assert_eq!(request.text(), r#"{"userId":"user_1","name":"buyer"}"#);
    }
}

#[tokio::test]
async fn what_may_have_had_an_effect_is_not_sent_again() {
    for trouble in [Reply::Close, half(), limited("Retry-After: 0\r\n"), answer("503 Service Unavailable", "", "")] {
        for operation in [Operation::CreateAgent, Operation::SuspendAgent, Operation::UpdateAgent] {
            let server = Server::start(vec![trouble.clone(), agent()]).await;
            let result = operation.call(&client(server.url())).await;
            assert!(result.is_err(), "{operation:?}, {trouble:?}");
            assert_eq!(server.seen().len(), 1, "{operation:?}, {trouble:?}");
        }
    }
}

#[tokio::test]
async fn other_errors_are_not_sent_again() {
    for status in ["400 Bad Request", "401 Unauthorized", "404 Not Found", "500 Internal Server Error"] {
        let server = Server::always(json(status, r#"{"error":"no"}"#)).await;
        assert!(client(server.url()).get_agent("agent_1").await.is_err());
        assert_eq!(server.seen().len(), 1, "{status}");
    }
}

#[tokio::test]
async fn the_server_says_how_long_to_wait() {
    for retry_after in ["Retry-After: 0\r\n", "Retry-After: Wed, 21 Oct 2015 07:28:00 GMT\r\n"] {
        let server = Server::start(vec![limited(retry_after), limited(retry_after), agent()]).await;
        let request = patient(&server).get_agent("agent_1");
        assert_eq!(without_a_wait(request).await.id, "agent_1");
        assert_eq!(server.seen().len(), 3, "{retry_after:?}");

        let server = Server::start(vec![limited(retry_after), agent()]).await;
        let request = patient(&server).create_agent(&minimal()).idempotency_key("order-17");
        assert_eq!(without_a_wait(request).await.id, "agent_1");
    }
}

/// Awaits a request of a patient client. The limit is there to fail, and not to hang, if the client waits after all.
async fn without_a_wait(request: Request<Agent, ErrorBody>) -> Agent {
    let answer = tokio::time::timeout(Duration::from_secs(60), request.into_future()).await;
    answer.expect("the client does not wait").expect("the last answer is an agent")
}

#[tokio::test]
async fn a_wait_that_is_too_long_is_the_callers() {
    let server = Server::always(limited("Retry-After: 3600\r\n")).await;
    let error = client(server.url()).get_agent("agent_1").await.unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::TOO_MANY_REQUESTS));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(3_600)));
    let body = error.body().expect("the body is the documented one");
    assert_eq!((body.error.as_str(), body.retry_after), ("Rate limit reached", Some(2_000)));
    assert_eq!(server.seen().len(), 1);
}

#[tokio::test]
async fn retries_end() {
    let server = Server::always(limited("Retry-After: 0\r\n")).await;
    let client = client(server.url());
    assert!(client.get_agent("agent_1").await.is_err());
    assert_eq!(server.seen().len(), 3, "the first try and two more");
    assert!(client.get_agent("agent_1").retries(0).await.is_err());
    assert_eq!(server.seen().len(), 4);
}
