//! What each operation sends: method, target, headers and body, as the server received them.

use bindery_mock::{Received, Running};
use bindery_runtime::Object;
use ledger_agents::{AgentStatus, CreateAgentRequest, LimitAction, ListAgentsParams, SpendingLimitFrequency, UpdateAgentRequest};
use serde_json::{Value, json};

use crate::operation::Operation;
use crate::{KEY, client, embedded_server};

/// The last request that the server received.
fn last(server: &Running) -> Received {
    server.requests().pop().expect("a request came")
}

fn body(received: &Received) -> Value {
    serde_json::from_slice(&received.body).expect("the body is JSON")
}

/// The names of all headers, sorted.
fn header_names(received: &Received) -> Vec<&str> {
    let mut names: Vec<_> = received.headers.iter().map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    names
}

#[tokio::test]
async fn every_operation_goes_to_its_route() {
    let server = embedded_server().await;
    let client = client(server.url());
    for operation in Operation::ALL {
        // Most of them are refused, because there is no such agent.
        let _ = operation.call(&client).await;
    }
    let routes: Vec<_> = server.requests().into_iter().map(|received| format!("{} {}", received.method, received.path)).collect();
    let expected = [
        "POST /v1/agents",
        "GET /v1/agents",
        "GET /v1/agents/agent_1",
        "PATCH /v1/agents/agent_1",
        "POST /v1/agents/agent_1/suspend",
        "GET /v1/agents/agent_1/policy",
    ];
    assert_eq!(routes, expected);
}

#[tokio::test]
async fn every_operation_says_who_asks() {
    let server = embedded_server().await;
    let client = client(server.url());
    for operation in Operation::ALL {
        let _ = operation.call(&client).await;
        let received = last(&server);
        assert_eq!(received.header("Api-Key"), Some(KEY), "{operation:?}");
        assert_eq!(received.header("Accept"), Some("application/json"), "{operation:?}");
        let user_agent = concat!("ledger-agents/", env!("CARGO_PKG_VERSION"));
        assert_eq!(received.header("User-Agent"), Some(user_agent), "{operation:?}");
    }
}

#[tokio::test]
async fn no_other_headers_are_sent() {
    let server = embedded_server().await;
    let client = client(server.url());
    client.create_agent(&CreateAgentRequest::new("user_1", "buyer")).idempotency_key("order-17").await.unwrap();
    let names = ["accept", "api-key", "content-length", "content-type", "host", "idempotency-key", "user-agent"];
    assert_eq!(header_names(&last(&server)), names);
    client.list_agents(&ListAgentsParams::new()).await.unwrap();
    assert_eq!(header_names(&last(&server)), ["accept", "api-key", "host", "user-agent"]);
}

#[tokio::test]
async fn a_body_has_exactly_the_fields_that_were_set() {
    let server = embedded_server().await;
    let client = client(server.url());
    client.create_agent(&CreateAgentRequest::new("user_1", "buyer")).await.unwrap();
    let received = last(&server);
    assert_eq!(received.body, br#"{"userId":"user_1","name":"buyer"}"#);
    assert_eq!(received.header("Content-Type"), Some("application/json"));

    let full = CreateAgentRequest::new("user_1", "Büro \"Süd\"")
        .description("")
        .spending_limit(i64::MAX)
        .spending_limit_frequency(SpendingLimitFrequency::PerTransaction)
        .on_limit_exceeded(LimitAction::Suspend)
        .max_cards(0)
        .default_card_limit(-1)
        .default_card_limit_frequency(SpendingLimitFrequency::PerYear)
        .metadata(Object::from_iter([("z".to_owned(), json!(null)), ("a".to_owned(), json!([1, 2.5]))]));
    client.create_agent(&full).await.unwrap();
    let expected = json!({
        "userId": "user_1", "name": "Büro \"Süd\"", "description": "", "spendingLimit": 9_223_372_036_854_775_807_i64,
        "spendingLimitFrequency": "perTransaction", "onLimitExceeded": "suspend", "maxCards": 0, "defaultCardLimit": -1,
        "defaultCardLimitFrequency": "perYear", "metadata": { "z": null, "a": [1, 2.5] }
    });
    assert_eq!(body(&last(&server)), expected);
}

#[tokio::test]
async fn an_update_sends_exactly_the_fields_that_were_set() {
    let server = embedded_server().await;
    let client = client(server.url());
    let _ = client.update_agent("agent_1", &UpdateAgentRequest::new()).await;
    assert_eq!(last(&server).body, b"{}");
    let update = UpdateAgentRequest::new().status(AgentStatus::Active).spending_limit(0);
    let _ = client.update_agent("agent_1", &update).await;
    assert_eq!(last(&server).body, br#"{"status":"active","spendingLimit":0}"#);
}

#[tokio::test]
async fn an_operation_without_a_body_sends_none() {
    let server = embedded_server().await;
    let client = client(server.url());
    let _ = client.suspend_agent("agent_1").idempotency_key("order-17").await;
    let received = last(&server);
    assert_eq!((received.header("Content-Length"), received.header("Content-Type")), (Some("0"), None));
    assert_eq!((received.header("Idempotency-Key"), received.body.len()), (Some("order-17"), 0));
}

#[tokio::test]
async fn an_idempotency_key_is_sent_only_where_it_was_given() {
    let server = embedded_server().await;
    let client = client(server.url());
    for operation in Operation::ALL {
        let _ = operation.call(&client).await;
        assert_eq!(last(&server).header("Idempotency-Key"), None, "{operation:?}");
    }
}

#[tokio::test]
async fn parameters_are_encoded() {
    let server = embedded_server().await;
    let client = client(server.url());
    let _ = client.list_agents(&ListAgentsParams::new().limit(100).cursor("a+b&c=d e/ü")).await;
    assert_eq!(last(&server).path, "/v1/agents?limit=100&cursor=a%2Bb%26c%3Dd%20e%2F%C3%BC");
    let _ = client.get_agent("a/b?c#d e%2F").await;
    assert_eq!(last(&server).path, "/v1/agents/a%2Fb%3Fc%23d%20e%252F");
}
