//! A request that breaks the description is not sent: the error says where and why, and no server hears of it.

use std::fmt::Debug;

use bindery_runtime::Error;
use ledger_agents::{
    AgentStatus, CreateAgentRequest, ErrorBody, LimitAction, ListAgentsParams, SpendingLimitFrequency, UpdateAgentRequest,
};

use crate::server::{Server, json};
use crate::{AGENT, client};

/// A server that no request may reach.
async fn silent_server() -> Server {
    Server::always(json("200 OK", AGENT)).await
}

/// Asserts that a request was not sent, for these constraints at these places.
#[track_caller]
fn assert_invalid<T: Debug>(server: &Server, result: Result<T, Error<ErrorBody>>, expected: &[(&str, &str)]) {
    let Err(Error::Invalid(invalid)) = result else { panic!("{result:?} is not invalid") };
    let found: Vec<_> = invalid.failures().iter().map(|failure| (failure.pointer.as_str(), failure.constraint)).collect();
    assert_eq!(found, expected);
    assert_eq!(server.seen().len(), 0, "nothing was sent");
}

#[tokio::test]
async fn a_limit_out_of_bounds_is_not_sent() {
    let server = silent_server().await;
    let client = client(server.url());
    for (limit, constraint) in [(0, "minimum"), (-1, "minimum"), (i64::MIN, "minimum"), (101, "maximum"), (i64::MAX, "maximum")] {
        let params = ListAgentsParams::new().limit(limit);
        assert_invalid(&server, client.list_agents(&params).await, &[("/limit", constraint)]);
    }
}

#[tokio::test]
async fn a_limit_at_its_bounds_is_sent() {
    let server = Server::always(json("200 OK", r#"{"data":[],"hasMore":false}"#)).await;
    for limit in [1, 100] {
        client(server.url()).list_agents(&ListAgentsParams::new().limit(limit)).await.unwrap();
    }
    assert_eq!(server.seen().len(), 2);
}

#[tokio::test]
async fn an_unknown_enum_value_is_not_sent() {
    let server = silent_server().await;
    let client = client(server.url());
    let request = CreateAgentRequest::new("user_1", "buyer")
        .spending_limit_frequency(SpendingLimitFrequency::from("perHour"))
        .on_limit_exceeded(LimitAction::from("Suspend"))
        .default_card_limit_frequency(SpendingLimitFrequency::from(""));
    let everything = [("/spendingLimitFrequency", "enum"), ("/onLimitExceeded", "enum"), ("/defaultCardLimitFrequency", "enum")];
    assert_invalid(&server, client.create_agent(&request).await, &everything);

    let update = UpdateAgentRequest::new().status(AgentStatus::from("frozen"));
    let result = client.update_agent("agent_1", &update).await;
    let text = result.as_ref().unwrap_err().to_string();
    for part in ["/status", "`frozen`", "`active`", "`suspended`"] {
        assert!(text.contains(part), "{text} has no {part}");
    }
    assert_invalid(&server, result, &[("/status", "enum")]);
}

#[tokio::test]
async fn a_known_value_from_text_is_sent() {
    let server = silent_server().await;
    let update = UpdateAgentRequest::new().status("suspended".into());
    client(server.url()).update_agent("agent_1", &update).await.unwrap();
    assert_eq!(server.only().text(), r#"{"status":"suspended"}"#);
}

#[tokio::test]
async fn an_argument_that_would_change_the_route_is_not_sent() {
    let server = silent_server().await;
    let client = client(server.url());
    for id in ["", ".", ".."] {
        let Err(Error::Invalid(invalid)) = client.get_agent(id).await else { panic!("{id:?} was sent") };
        assert_eq!(invalid.failures()[0].pointer, "/agentId");
        assert!(matches!(client.suspend_agent(id).await, Err(Error::Invalid(_))), "{id:?} was sent");
    }
    assert_eq!(server.seen().len(), 0);
}

#[tokio::test]
async fn a_header_that_is_none_is_not_sent() {
    let server = silent_server().await;
    let client = client(server.url());
    let request = CreateAgentRequest::new("user_1", "buyer");
    let injected = client.create_agent(&request).idempotency_key("a\r\nApi-Key: other").await;
    assert_invalid(&server, injected, &[("/idempotency-key", "header")]);
    let unnamed = client.create_agent(&request).header("not a name", "x").await;
    assert_invalid(&server, unnamed, &[("/not a name", "header")]);
}
