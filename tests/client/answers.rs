//! Bodies, against a server that answers as told: what still is an agent is read, and what is none is an error that says where, with
//! the body as it came.

use bindery_runtime::{Error, Maybe, StatusCode, Unreadable};
use ledger_agents::{Agent, AgentPage, AgentStatus, ErrorBody, ListAgentsParams, SpendingLimitFrequency};
use serde_json::{Value, json};

use crate::server::{Reply, Server, answer, json as json_reply};
use crate::{AGENT, builder};

async fn get_agent(reply: Reply) -> Result<Agent, Error<ErrorBody>> {
    let server = Server::always(reply).await;
    builder(server.url()).retries(0).build().unwrap().get_agent("agent_1").await
}

async fn list_agents(body: &str) -> Result<AgentPage, Error<ErrorBody>> {
    let server = Server::always(json_reply("200 OK", body)).await;
    builder(server.url()).retries(0).build().unwrap().list_agents(&ListAgentsParams::new()).await
}

/// The JSON of an agent with some fields changed; `None` takes a field away.
fn agent_with(changes: &[(&str, Option<Value>)]) -> String {
    let mut agent: Value = serde_json::from_str(AGENT).unwrap();
    let fields = agent.as_object_mut().unwrap();
    for (name, value) in changes {
        match value {
            Some(value) => fields.insert((*name).to_owned(), value.clone()),
            None => fields.remove(*name),
        };
    }
    agent.to_string()
}

async fn read_agent(changes: &[(&str, Option<Value>)]) -> Result<Agent, Error<ErrorBody>> {
    get_agent(json_reply("200 OK", &agent_with(changes))).await
}

/// Asserts that an answer can't be read, and that the error has its status and its body.
#[track_caller]
fn unreadable<T: std::fmt::Debug>(result: Result<T, Error<ErrorBody>>, status: u16, body: &str) -> Unreadable {
    let Err(Error::Unreadable(error)) = result else { panic!("{result:?} is not unreadable") };
    assert_eq!((error.status().as_u16(), &error.bytes()[..]), (status, body.as_bytes()));
    *error
}

#[tokio::test]
async fn milliseconds_are_read_and_written_whole() {
    for moment in [1_703_520_000_000, i64::MAX, -1] {
        let agent = read_agent(&[("createdAt", Some(json!(moment)))]).await.unwrap();
        assert_eq!(agent.created_at, moment);
        assert_eq!(serde_json::to_value(&agent).unwrap()["createdAt"], json!(moment));
    }
}

#[tokio::test]
async fn an_unknown_enum_value_is_kept() {
    let agent =
        read_agent(&[("status", Some(json!("frozen"))), ("spendingLimitFrequency", Some(json!("perHour")))]).await.unwrap();
    assert_eq!(agent.status, AgentStatus::Unknown("frozen".to_owned()));
    assert_eq!(agent.spending_limit_frequency, Some(SpendingLimitFrequency::Unknown("perHour".to_owned())));
    let written = serde_json::to_value(&agent).unwrap();
    assert_eq!((&written["status"], &written["spendingLimitFrequency"]), (&json!("frozen"), &json!("perHour")));
}

#[tokio::test]
async fn an_unknown_field_is_ignored() {
    let agent = read_agent(&[("color", Some(json!({ "rgb": [1, { "deep": null }] }))), ("", Some(json!(1)))]).await.unwrap();
    assert_eq!(serde_json::to_string(&agent).unwrap(), AGENT);
}

#[tokio::test]
async fn null_for_an_optional_field_is_none() {
    let optional = [
        "description",
        "spendingLimit",
        "spendingLimitFrequency",
        "currentSpend",
        "onLimitExceeded",
        "maxCards",
        "cardCount",
        "metadata",
    ];
    let agent = read_agent(&optional.map(|name| (name, Some(Value::Null)))).await.unwrap();
    assert_eq!(serde_json::to_string(&agent).unwrap(), AGENT);
}

#[tokio::test]
async fn a_cursor_that_is_null_is_not_one_that_is_absent() {
    let page = list_agents(r#"{"data":[],"hasMore":false,"cursor":null}"#).await.unwrap();
    assert_eq!(page.cursor, Maybe::Null);
    let page = list_agents(r#"{"data":[],"hasMore":false}"#).await.unwrap();
    assert_eq!(page.cursor, Maybe::Absent);
}

#[tokio::test]
async fn a_missing_required_field_is_named() {
    for name in ["id", "userId", "name", "status", "createdAt"] {
        let error = unreadable(read_agent(&[(name, None)]).await, 200, &agent_with(&[(name, None)]));
        assert_eq!(error.pointer(), "");
        assert!(error.to_string().contains(&format!("missing field `{name}`")), "{error}");
    }
}

#[tokio::test]
async fn a_value_of_another_type_is_found() {
    for (name, value) in
        [("createdAt", json!("soon")), ("name", Value::Null), ("status", json!(1)), ("spendingLimit", json!(1.5))]
    {
        let changes = [(name, Some(value))];
        let error = unreadable(read_agent(&changes).await, 200, &agent_with(&changes));
        assert_eq!(error.pointer(), format!("/{name}"), "{error}");
        assert!(error.to_string().contains(&format!("/{name}: ")), "{error}");
    }
}

#[tokio::test]
async fn a_place_deep_in_a_page_is_found() {
    let body = format!(r#"{{"data":[{AGENT},{}],"hasMore":true}}"#, agent_with(&[("userId", None)]));
    assert_eq!(unreadable(list_agents(&body).await, 200, &body).pointer(), "/data/1");
    let body = format!(r#"{{"data":[{AGENT},{}],"hasMore":true}}"#, agent_with(&[("createdAt", Some(json!([])))]));
    assert_eq!(unreadable(list_agents(&body).await, 200, &body).pointer(), "/data/1/createdAt");
}

#[tokio::test]
async fn truncated_json_is_kept() {
    for length in [0, 1, AGENT.len() / 2, AGENT.len() - 1] {
        let body = &AGENT[..length];
        let error = unreadable(get_agent(json_reply("200 OK", body)).await, 200, body);
        assert!(error.to_string().contains("EOF"), "{error}");
    }
}

#[tokio::test]
async fn html_is_called_html() {
    let page = "<html><body>It works!</body></html>";
    for (line, status) in [("200 OK", 200), ("500 Internal Server Error", 500), ("502 Bad Gateway", 502)] {
        let reply = answer(line, "content-type: text/html; charset=utf-8\r\n", page);
        let error = unreadable(get_agent(reply).await, status, page);
        assert!(error.to_string().contains(line), "{error}");
        assert!(error.to_string().contains("text/html, not JSON"), "{error}");
        assert!(std::error::Error::source(&Error::<ErrorBody>::Unreadable(Box::new(error))).is_some());
    }
}

#[tokio::test]
async fn an_error_in_another_form_keeps_its_status() {
    let body = r#"{"error":{"message":"no","code":7}}"#;
    let error = unreadable(get_agent(json_reply("400 Bad Request", body)).await, 400, body);
    assert_eq!(error.pointer(), "/error");
    let body = r#"{"message":"no"}"#;
    let error = unreadable(get_agent(json_reply("404 Not Found", body)).await, 404, body);
    assert!(error.to_string().contains("missing field `error`"), "{error}");
    let error = get_agent(answer("401 Unauthorized", "", "")).await.unwrap_err();
    assert_eq!((error.status(), error.body()), (Some(StatusCode::UNAUTHORIZED), None));
}

#[tokio::test]
async fn json_is_read_whatever_it_is_called() {
    for headers in ["", "content-type: text/plain\r\n", "content-type: application/problem+json\r\n"] {
        assert_eq!(get_agent(answer("200 OK", headers, AGENT)).await.unwrap().id, "agent_1", "{headers:?}");
    }
    let spaced = format!("\u{feff} \r\n{AGENT}\n");
    assert_eq!(get_agent(json_reply("200 OK", &spaced)).await.unwrap().id, "agent_1");
}

#[tokio::test]
async fn a_body_in_chunks_is_put_together() {
    let (start, end) = AGENT.split_at(40);
    let chunk = |text: &str| format!("{:x}\r\n{text}\r\n", text.len());
    let head = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n";
    let bytes = format!("{head}{}{}0\r\n\r\n", chunk(start), chunk(end));
    assert_eq!(get_agent(Reply::Send(bytes.into_bytes())).await.unwrap().id, "agent_1");
}
