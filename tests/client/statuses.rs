//! Statuses, against a server that answers as told: each operation reads each answer that its description has, and answers with
//! statuses that it does not have are read as well as they can be.

use bindery::spec::{Response, StatusPattern};
use bindery_runtime::{Error, StatusCode};
use ledger_agents::{CreateAgentRequest, ErrorBody};
use serde_json::Value;

use crate::operation::Operation;
use crate::server::{Reply, Server, answer, json};
use crate::{AGENT, builder, client, description};

/// What a description says about an answer: its status and the first example of its body.
fn documented(response: &Response) -> (u16, Value) {
    let StatusPattern::Code(status) = response.status else { panic!("{:?} is no single status", response.status) };
    let example = response.content.first().and_then(|media_type| media_type.examples.first());
    (status, example.unwrap_or_else(|| panic!("{status} has no example")).clone())
}

fn reply((status, body): &(u16, Value)) -> Reply {
    json(&format!("{status} Documented"), &body.to_string())
}

/// Returns the answers of an operation of which the status is a success, or those of which it is none.
fn answers(operation: Operation, is_wanted: impl Fn(u16) -> bool) -> Vec<(u16, Value)> {
    let document = description();
    let all = operation.described(&document).responses.iter().map(documented);
    all.filter(|(status, _)| is_wanted(*status)).collect()
}

#[tokio::test]
async fn every_documented_success_is_read() {
    for operation in Operation::ALL {
        let answers = answers(operation, |status| status < 400);
        assert_eq!(answers.len(), 1, "{operation:?}");
        let server = Server::always(reply(&answers[0])).await;
        let status = operation.call(&client(server.url())).await.unwrap_or_else(|error| panic!("{operation:?}: {error:?}"));
        assert_eq!(status.as_u16(), answers[0].0, "{operation:?}");
    }
}

#[tokio::test]
async fn every_documented_error_status_gives_its_typed_error() {
    let mut met = Vec::new();
    for operation in Operation::ALL {
        let answers = answers(operation, |status| status >= 400);
        let server = Server::start(answers.iter().map(reply).collect()).await;
        let client = builder(server.url()).retries(0).build().unwrap();
        for (status, body) in answers {
            let error = operation.call(&client).await.expect_err("the status is no success");
            assert!(matches!(error, Error::Status(_)), "{operation:?}, {status}: {error:?}");
            assert_eq!(error.status().map(|it| it.as_u16()), Some(status), "{operation:?}");
            assert_eq!(serde_json::to_value(error.body()).unwrap(), body, "{operation:?}, {status}");
            assert!(error.to_string().contains(&status.to_string()), "{error}");
            met.push(status);
        }
    }
    met.sort_unstable();
    met.dedup();
    assert_eq!(met, [400, 401, 403, 404, 409, 429, 500]);
}

#[tokio::test]
async fn an_undocumented_error_status_is_read_like_the_others() {
    for status in ["402 Payment Required", "418 I'm a teapot", "503 Service Unavailable", "599 Odd"] {
        let server = Server::always(json(status, r#"{"error":"no"}"#)).await;
        let client = builder(server.url()).retries(0).build().unwrap();
        for operation in Operation::ALL {
            let error = operation.call(&client).await.expect_err("the status is no success");
            assert_eq!(error.body(), Some(&ErrorBody::new("no")), "{operation:?}, {status}");
            assert!(status.starts_with(error.status().unwrap().as_str()), "{operation:?}, {status}");
        }
    }
}

#[tokio::test]
async fn another_success_than_the_documented_one_is_read_the_same() {
    for (line, status) in
        [("200 OK", StatusCode::OK), ("202 Accepted", StatusCode::ACCEPTED), ("299 Odd", StatusCode::from_u16(299).unwrap())]
    {
        let server = Server::always(json(line, AGENT)).await;
        let client = client(server.url());
        let answer = client.create_agent(&CreateAgentRequest::new("user_1", "buyer")).send().await.unwrap();
        assert_eq!((answer.status(), answer.body().id.as_str()), (status, "agent_1"));
    }
    let server = Server::always(json("201 Created", AGENT)).await;
    assert_eq!(client(server.url()).get_agent("agent_1").send().await.unwrap().status(), StatusCode::CREATED);
}

#[tokio::test]
async fn a_success_without_the_body_that_is_needed_keeps_its_status() {
    for status in ["204 No Content", "202 Accepted", "205 Reset Content"] {
        let server = Server::always(answer(status, "", "")).await;
        let client = client(server.url());
        let error = client.create_agent(&CreateAgentRequest::new("user_1", "buyer")).await.unwrap_err();
        let Error::Unreadable(error) = error else { panic!("{error:?}") };
        assert!(status.starts_with(error.status().as_str()), "{error}");
        assert!(error.bytes().is_empty());
        assert_eq!(server.seen().len(), 1, "what succeeded is not sent again");
    }
}
