//! The Ledger description, over HTTP on loopback: every operation, and every refusal that the server makes.

mod common;

use bindery::Config;
use bindery_mock::{Mock, Running};
use bindery_validator::payload::Description;
use common::{Reply, assert_documented, call, call_with, ledger, ledger_path, send, send_raw};
use serde_json::{Value, json};

const AGENTS: &str = "/v1/agents";
const AGENT: &str = "/v1/agents/{agentId}";

async fn create(server: &Running, body: Value) -> Value {
    let reply = call(server, "POST", AGENTS, body).await;
    assert_eq!(reply.status, 201, "{reply:?}");
    reply.json()
}

async fn create_minimal(server: &Running) -> String {
    let agent = create(server, json!({ "userId": "user_1", "name": "buyer" })).await;
    agent["id"].as_str().unwrap().to_owned()
}

fn assert_refused(reply: &Reply, status: u16, reason: &str) {
    assert_eq!(reply.status, status, "{reply:?}");
    assert!(reply.error().contains(reason), "{:?} has no {reason:?}", reply.error());
    assert_eq!(reply.header("content-type"), Some("application/json"));
}

#[tokio::test]
async fn a_created_agent_echoes_the_request_and_nothing_that_was_not_sent() {
    let server = ledger().await;
    let agent = create(
        &server,
        json!({
            "userId": "user_1", "name": "buyer", "spendingLimit": 70_000, "onLimitExceeded": "notify",
            "defaultCardLimit": 5, "metadata": { "team": ["a", "b"] }
        }),
    )
    .await;
    assert_eq!(
        agent,
        json!({
            "id": "agent_0001", "userId": "user_1", "name": "buyer", "status": "active", "createdAt": 1_703_520_000_000_u64,
            "spendingLimit": 70_000, "onLimitExceeded": "notify", "currentSpend": 0, "cardCount": 0,
            "metadata": { "team": ["a", "b"] }
        })
    );
}

#[tokio::test]
async fn every_answer_is_valid_against_the_description() {
    let description = Description::load(&Config::new(), ledger_path()).unwrap();
    let server = ledger().await;
    let check = |method: &str, path: &str, reply: &Reply| assert_documented(&description, method, path, reply);
    let all = json!({
        "userId": "user_1", "name": "buyer", "description": "d", "spendingLimit": 1, "spendingLimitFrequency": "perYear",
        "onLimitExceeded": "none", "maxCards": 2, "defaultCardLimit": 3, "defaultCardLimitFrequency": "allTime", "metadata": {}
    });
    for body in [json!({ "userId": "user_1", "name": "buyer" }), all] {
        check("POST", AGENTS, &call(&server, "POST", AGENTS, body).await);
    }
    check("GET", AGENTS, &call(&server, "GET", "/v1/agents", Value::Null).await);
    check("GET", AGENTS, &call(&server, "GET", "/v1/agents?limit=1", Value::Null).await);
    for id in ["agent_0001", "agent_0002"] {
        let path = format!("/v1/agents/{id}");
        check("GET", AGENT, &call(&server, "GET", &path, Value::Null).await);
        check("PATCH", AGENT, &call(&server, "PATCH", &path, json!({ "name": "other", "status": "active" })).await);
        let policy = call(&server, "GET", &format!("{path}/policy"), Value::Null).await;
        check("GET", "/v1/agents/{agentId}/policy", &policy);
        let suspended = call(&server, "POST", &format!("{path}/suspend"), Value::Null).await;
        check("POST", "/v1/agents/{agentId}/suspend", &suspended);
    }
    check("GET", AGENT, &call(&server, "GET", "/v1/agents/nobody", Value::Null).await);
    check("POST", AGENTS, &call(&server, "POST", AGENTS, json!({})).await);
    check("POST", AGENTS, &send(&server, "POST", AGENTS, &[], b"").await);
}

#[tokio::test]
async fn a_stored_agent_can_be_read_and_changed() {
    let server = ledger().await;
    let created = create(&server, json!({ "userId": "user_1", "name": "buyer", "metadata": { "a": 1, "b": 2 } })).await;
    assert_eq!(call(&server, "GET", "/v1/agents/agent_0001", Value::Null).await.json(), created);

    let patch = json!({ "name": "other", "spendingLimit": 5, "metadata": { "a": 3 } });
    let changed = call(&server, "PATCH", "/v1/agents/agent_0001", patch).await.json();
    assert_eq!(changed["name"], "other");
    assert_eq!(changed["spendingLimit"], 5);
    assert_eq!(changed["metadata"], json!({ "a": 3, "b": 2 }));
    assert_eq!(changed["userId"], "user_1");
    assert_eq!(call(&server, "GET", "/v1/agents/agent_0001", Value::Null).await.json(), changed);
}

#[tokio::test]
async fn a_suspended_agent_stays_suspended() {
    let server = ledger().await;
    let id = create_minimal(&server).await;
    let suspend = format!("/v1/agents/{id}/suspend");
    let answer = |previous: &str| json!({ "object": "agent", "id": id, "status": "suspended", "previousStatus": previous });
    assert_eq!(call(&server, "POST", &suspend, Value::Null).await.json(), answer("active"));
    let agent = call(&server, "GET", &format!("/v1/agents/{id}"), Value::Null).await.json();
    assert_eq!(agent["status"], "suspended");
    assert_eq!(call(&server, "POST", &suspend, Value::Null).await.json(), answer("suspended"));

    let patched = call(&server, "PATCH", &format!("/v1/agents/{id}"), json!({ "status": "active" })).await.json();
    assert_eq!(patched["status"], "active");
}

#[tokio::test]
async fn a_policy_tells_the_limits_of_its_agent() {
    let server = ledger().await;
    create(&server, json!({ "userId": "u", "name": "n", "spendingLimit": 9, "spendingLimitFrequency": "perWeek" })).await;
    let policy = call(&server, "GET", "/v1/agents/agent_0001/policy", Value::Null).await.json();
    assert_eq!(policy["agentId"], "agent_0001");
    assert_eq!(policy["spendingLimit"], 9);
    assert_eq!(policy["spendingLimitFrequency"], "perWeek");
    assert_eq!(policy["currentSpend"], 0);
    assert_eq!(policy.get("onLimitExceeded"), None);
}

#[tokio::test]
async fn pages_give_every_agent_once() {
    let server = ledger().await;
    for _ in 0..45 {
        create_minimal(&server).await;
    }
    let mut ids = Vec::new();
    let mut sizes = Vec::new();
    let mut target = "/v1/agents?limit=20".to_owned();
    loop {
        let page = call(&server, "GET", &target, Value::Null).await.json();
        let data = page["data"].as_array().unwrap().clone();
        sizes.push(data.len());
        ids.extend(data.iter().map(|agent| agent["id"].as_str().unwrap().to_owned()));
        assert_eq!(page["hasMore"], json!(!page["cursor"].is_null()));
        match page["cursor"].as_str() {
            Some(cursor) => target = format!("/v1/agents?limit=20&cursor={cursor}"),
            None => break,
        }
    }
    assert_eq!(sizes, [20, 20, 5]);
    assert_eq!(ids, (1..=45).map(|number| format!("agent_{number:04}")).collect::<Vec<_>>());
    let default = call(&server, "GET", "/v1/agents", Value::Null).await.json();
    assert_eq!(default["data"].as_array().unwrap().len(), 20, "the documented default");
}

#[tokio::test]
async fn an_empty_list_has_no_cursor() {
    let server = ledger().await;
    let page = call(&server, "GET", AGENTS, Value::Null).await.json();
    assert_eq!(page, json!({ "data": [], "hasMore": false, "cursor": null }));
}

#[tokio::test]
async fn a_request_without_a_key_is_refused() {
    let server = ledger().await;
    assert_refused(&send(&server, "GET", AGENTS, &[], b"").await, 401, "the header `Api-Key`");
    assert_refused(&send(&server, "GET", AGENTS, &[("Api-Key", "")], b"").await, 401, "the header `Api-Key`");
    // The name of a header knows no case.
    assert_eq!(send(&server, "GET", AGENTS, &[("api-key", "any")], b"").await.status, 200);
}

#[tokio::test]
async fn only_accepted_keys_open() {
    let mock = Mock::load(ledger_path()).unwrap().accept_key("lk_test_1").accept_key("lk_test_2");
    let server = mock.start().await.unwrap();
    for (key, status) in [("lk_test_1", 200), ("lk_test_2", 200), ("lk_test_3", 401)] {
        assert_eq!(send(&server, "GET", AGENTS, &[("Api-Key", key)], b"").await.status, status, "{key}");
    }
    let refused = send(&server, "GET", AGENTS, &[("Api-Key", "lk_live_secret")], b"").await;
    assert!(!refused.error().contains("lk_live_secret"), "a credential is not repeated");
}

#[tokio::test]
async fn a_wrong_field_is_named() {
    let server = ledger().await;
    let cases = [
        (json!({ "name": "n" }), "`userId` is missing"),
        (json!({ "userId": "u", "name": "n", "spendingLimit": "5" }), "`/spendingLimit` is `\"5\"`, expected an integer"),
        (json!({ "userId": "u", "name": "n", "onLimitExceeded": "explode" }), "`/onLimitExceeded` is `\"explode\"`, expected "),
        (json!({ "userId": "u", "name": null }), "`/name` is null, expected a string"),
        (json!([]), "the value is an array, expected an object"),
    ];
    for (body, reason) in cases {
        assert_refused(&call(&server, "POST", AGENTS, body).await, 400, reason);
    }
    let reply = call(&server, "POST", AGENTS, json!({ "maxCards": 1.5 })).await;
    for reason in ["`userId` is missing", "`name` is missing", "`/maxCards`"] {
        assert_refused(&reply, 400, reason);
    }
    assert_eq!(call(&server, "GET", AGENTS, Value::Null).await.json()["data"], json!([]), "nothing was created");
}

#[tokio::test]
async fn a_body_that_can_not_be_read_is_refused() {
    let server = ledger().await;
    let post = async |content_type: &str, body: &str| {
        send(&server, "POST", AGENTS, &[("Api-Key", "k"), ("Content-Type", content_type)], body.as_bytes()).await
    };
    assert_refused(&post("application/json", "{\"userId\": ").await, 400, "is not JSON");
    assert_refused(&post("application/json", "").await, 400, "a request body is required");
    assert_refused(&post("text/plain", "hello").await, 415, "`application/json`");
    assert_refused(&send(&server, "POST", AGENTS, &[("Api-Key", "k")], b"{}").await, 415, "no `Content-Type`");
    let deep = "[".repeat(100_000);
    assert_refused(&post("application/json", &deep).await, 400, "is not JSON");
    let charset = r#"{"userId":"u","name":"n"}"#;
    assert_eq!(post("application/json; charset=utf-8", charset).await.status, 201);
}

#[tokio::test]
async fn a_wrong_parameter_is_named() {
    let server = ledger().await;
    for limit in ["0", "101", "ten", "1.5", "", "1&limit=2"] {
        assert_refused(&call(&server, "GET", &format!("/v1/agents?limit={limit}"), Value::Null).await, 400, "`limit` (query)");
    }
    for cursor in ["next_page", "YWZ0ZXI6eA", "%FF"] {
        let reply = call(&server, "GET", &format!("/v1/agents?cursor={cursor}"), Value::Null).await;
        assert_refused(&reply, 400, "`cursor` (query)");
    }
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let server = ledger().await;
    for path in ["/v1/agents/agent_9", "/v1/agents/agent_9/policy"] {
        assert_refused(&call(&server, "GET", path, Value::Null).await, 404, "`agentId`: there is no `agent_9`");
    }
    assert_refused(&call(&server, "PATCH", "/v1/agents/agent_9", json!({})).await, 404, "agent_9");
    assert_refused(&call(&server, "POST", "/v1/agents/agent_9/suspend", Value::Null).await, 404, "agent_9");
    for path in ["/", "/v1", "/v1/agents/", "/v2/agents", "/v1/agents/a/b/c"] {
        assert_refused(&call(&server, "GET", path, Value::Null).await, 404, "no path");
    }
}

#[tokio::test]
async fn another_method_is_not_allowed() {
    let server = ledger().await;
    let reply = call(&server, "DELETE", AGENTS, Value::Null).await;
    assert_refused(&reply, 405, "DELETE");
    assert_eq!(reply.header("allow"), Some("GET, POST"));
}

#[tokio::test]
async fn an_idempotency_key_gives_the_first_answer_again() {
    let server = ledger().await;
    let key = [("Idempotency-Key", "order-17")];
    let body = json!({ "userId": "u", "name": "n" });
    let first = call_with(&server, "POST", AGENTS, &key, body.clone()).await;
    let again = call_with(&server, "POST", AGENTS, &[("idempotency-key", "order-17")], body.clone()).await;
    assert_eq!((first.status, first.json()), (again.status, again.json()));
    assert_eq!((first.header("idempotent-replayed"), again.header("idempotent-replayed")), (None, Some("true")));
    assert_eq!(call(&server, "GET", AGENTS, Value::Null).await.json()["data"].as_array().unwrap().len(), 1);

    let other_body = json!({ "userId": "u", "name": "other" });
    assert_refused(&call_with(&server, "POST", AGENTS, &key, other_body).await, 409, "`order-17`");
    let other_route = call_with(&server, "POST", "/v1/agents/agent_0001/suspend", &key, Value::Null).await;
    assert_refused(&other_route, 409, "`order-17` was already used with another route");
    let agent = call(&server, "GET", "/v1/agents/agent_0001", Value::Null).await.json();
    assert_eq!(agent["status"], "active", "the conflicting call did nothing");
}

#[tokio::test]
async fn a_refused_request_does_not_use_its_key_up() {
    let server = ledger().await;
    let key = [("Idempotency-Key", "k")];
    assert_eq!(call_with(&server, "POST", AGENTS, &key, json!({ "name": "n" })).await.status, 400);
    assert_eq!(call_with(&server, "POST", AGENTS, &key, json!({ "name": "n", "userId": "u" })).await.status, 201);
}

#[tokio::test]
async fn a_body_that_is_too_long_is_refused() {
    let server = ledger().await;
    let head = "POST /v1/agents HTTP/1.1\r\nHost: h\r\nConnection: close\r\nApi-Key: k\r\nContent-Length: 10485761\r\n\r\n";
    assert_refused(&send_raw(&server, head.as_bytes()).await, 413, "10485760");
}

#[tokio::test]
async fn requests_are_kept_as_they_came() {
    let server = ledger().await;
    call_with(&server, "POST", "/v1/agents?x=%20", &[("X-Trace", "7")], json!({ "name": "n" })).await;
    call(&server, "GET", "/nowhere", Value::Null).await;
    let [first, second] = server.requests().try_into().unwrap();
    assert_eq!((first.method.as_str(), first.path.as_str()), ("POST", "/v1/agents?x=%20"));
    assert_eq!((first.header("x-trace"), first.header("Api-Key")), (Some("7"), Some("lk_test_1")));
    assert_eq!(first.body, br#"{"name":"n"}"#);
    assert_eq!(second.path, "/nowhere");
}

#[tokio::test]
async fn a_stopped_server_refuses_connections() {
    let server = ledger().await;
    let address = server.url().strip_prefix("http://").unwrap().to_owned();
    let idle = tokio::net::TcpStream::connect(&address).await.unwrap();
    server.stop().await;
    assert!(tokio::net::TcpStream::connect(&address).await.is_err());
    drop(idle);
}

#[tokio::test]
async fn a_port_that_is_taken_is_an_error() {
    let server = ledger().await;
    let port = server.url().rsplit(':').next().unwrap().parse().unwrap();
    let error = Mock::load(ledger_path()).unwrap().port(port).start().await.unwrap_err();
    assert!(error.to_string().starts_with("can't listen on loopback"), "{error}");
}

#[test]
fn a_description_that_is_not_there_is_an_error() {
    let error = Mock::load("nowhere.yaml").unwrap_err();
    assert!(error.to_string().contains("can't be read"), "{error}");
}
