//! Each operation against the server that is made from the description: what is created can be read, listed, changed and suspended,
//! and what is refused is a typed error.

use bindery_runtime::{Error, Maybe, Object, StatusCode};
use ledger_agents::{
    Agent, AgentStatus, Client, CreateAgentRequest, ErrorBody, LimitAction, ListAgentsParams, SpendingLimitFrequency,
    SuspendAgentResponseObject, UpdateAgentRequest,
};
use serde_json::json;

use crate::{builder, client, embedded_server};

fn minimal() -> CreateAgentRequest {
    CreateAgentRequest::new("user_1", "buyer")
}

fn metadata() -> Object {
    Object::from_iter([("team".to_owned(), json!(["a", { "b": 1.5 }]))])
}

/// Asserts that the server refused a request with this status, and that it says why.
#[track_caller]
fn assert_refused<T: std::fmt::Debug>(result: Result<T, Error<ErrorBody>>, status: StatusCode, reason: &str) {
    let error = result.expect_err("the request is refused");
    assert_eq!(error.status(), Some(status), "{error:?}");
    let body = error.body().unwrap_or_else(|| panic!("{error:?} has a typed body"));
    assert!(body.error.contains(reason), "{body:?} has no {reason:?}");
    assert!(error.to_string().contains(reason), "{error} has no {reason:?}");
}

async fn create(client: &Client, name: &str) -> Agent {
    client.create_agent(&CreateAgentRequest::new("user_1", name)).await.expect("the agent is created")
}

#[tokio::test]
async fn a_created_agent_has_what_was_sent() {
    let server = embedded_server().await;
    let request = minimal()
        .description("Orders paper")
        .spending_limit(50_000)
        .spending_limit_frequency(SpendingLimitFrequency::PerMonth)
        .on_limit_exceeded(LimitAction::Notify)
        .max_cards(3)
        .default_card_limit(10_000)
        .default_card_limit_frequency(SpendingLimitFrequency::Per24HourPeriod)
        .metadata(metadata());
    let answer = client(server.url()).create_agent(&request).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::CREATED);
    assert_eq!(answer.header("content-type"), Some("application/json"));

    let agent = answer.into_body();
    let expected = Agent::new(&agent.id, "user_1", "buyer", AgentStatus::Active, 1_703_520_000_000)
        .description("Orders paper")
        .spending_limit(50_000)
        .spending_limit_frequency(SpendingLimitFrequency::PerMonth)
        .current_spend(0)
        .on_limit_exceeded(LimitAction::Notify)
        .max_cards(3)
        .card_count(0)
        .metadata(metadata());
    assert_eq!(agent, expected);
}

#[tokio::test]
async fn a_minimal_agent_has_no_limits() {
    let server = embedded_server().await;
    let agent = client(server.url()).create_agent(&minimal()).await.unwrap();
    assert_eq!((agent.description, agent.spending_limit, agent.on_limit_exceeded, agent.metadata), (None, None, None, None));
}

#[tokio::test]
async fn a_created_agent_can_be_read() {
    let server = embedded_server().await;
    let client = client(server.url());
    let [first, second] = [create(&client, "first").await, create(&client, "second").await];
    assert_ne!(first.id, second.id);
    assert_eq!(client.get_agent(&first.id).await.unwrap(), first);
    assert_eq!(client.get_agent(&second.id).await.unwrap(), second);
}

#[tokio::test]
async fn pages_give_every_agent_once_and_in_order() {
    let server = embedded_server().await;
    let client = client(server.url());
    let mut created = Vec::new();
    for number in 0..5 {
        created.push(create(&client, &format!("agent {number}")).await);
    }

    let (mut listed, mut sizes) = (Vec::new(), Vec::new());
    let mut params = ListAgentsParams::new().limit(2);
    loop {
        let page = client.list_agents(&params).await.unwrap();
        sizes.push(page.data.len());
        listed.extend(page.data);
        assert_eq!(page.has_more, page.cursor.value().is_some());
        match page.cursor {
            Maybe::Value(cursor) => params = params.cursor(cursor),
            Maybe::Null | Maybe::Absent => break,
        }
    }
    assert_eq!(sizes, [2, 2, 1]);
    assert_eq!(listed, created);

    let all = client.list_agents(&ListAgentsParams::new()).await.unwrap();
    assert_eq!((all.data, all.has_more), (created, false));
}

#[tokio::test]
async fn an_empty_list_is_a_page() {
    let server = embedded_server().await;
    let page = client(server.url()).list_agents(&ListAgentsParams::new()).await.unwrap();
    assert_eq!((page.data, page.has_more, page.cursor), (vec![], false, Maybe::Null));
}

#[tokio::test]
async fn an_update_changes_what_it_has_and_nothing_else() {
    let server = embedded_server().await;
    let client = client(server.url());
    let created = client.create_agent(&minimal().spending_limit(1).max_cards(2)).await.unwrap();

    let update = UpdateAgentRequest::new()
        .name("other")
        .description("new")
        .status(AgentStatus::Suspended)
        .spending_limit(75_000)
        .spending_limit_frequency(SpendingLimitFrequency::AllTime)
        .on_limit_exceeded(LimitAction::None)
        .metadata(metadata());
    let mut expected = created
        .clone()
        .description("new")
        .spending_limit(75_000)
        .spending_limit_frequency(SpendingLimitFrequency::AllTime)
        .on_limit_exceeded(LimitAction::None)
        .metadata(metadata());
    "other".clone_into(&mut expected.name);
    expected.status = AgentStatus::Suspended;
    assert_eq!(client.update_agent(&created.id, &update).await.unwrap(), expected);
    assert_eq!(client.get_agent(&created.id).await.unwrap(), expected);
    assert_eq!(client.update_agent(&created.id, &UpdateAgentRequest::new()).await.unwrap(), expected, "nothing to change");
}

#[tokio::test]
async fn a_suspended_agent_tells_what_it_was_before() {
    let server = embedded_server().await;
    let client = client(server.url());
    let id = create(&client, "buyer").await.id;
    for previous in [AgentStatus::Active, AgentStatus::Suspended] {
        let outcome = client.suspend_agent(&id).await.unwrap();
        assert_eq!(outcome.object, SuspendAgentResponseObject::Agent);
        assert_eq!((outcome.id, outcome.status, outcome.previous_status), (id.clone(), AgentStatus::Suspended, previous));
        assert_eq!(client.get_agent(&id).await.unwrap().status, AgentStatus::Suspended);
    }
}

#[tokio::test]
async fn a_policy_tells_the_limits_of_its_agent() {
    let server = embedded_server().await;
    let client = client(server.url());
    let limited = minimal().spending_limit(9).spending_limit_frequency(SpendingLimitFrequency::PerWeek);
    let agent = client.create_agent(&limited).await.unwrap();
    let policy = client.get_agent_policy(&agent.id).await.unwrap();
    assert_eq!((policy.agent_id, policy.current_spend), (agent.id, 0));
    assert_eq!((policy.spending_limit, policy.on_limit_exceeded), (Some(9), None));
    assert_eq!(policy.spending_limit_frequency, Some(SpendingLimitFrequency::PerWeek));
}

#[tokio::test]
async fn without_the_right_key_nothing_is_done() {
    let server = embedded_server().await;
    let without = Client::builder().base_url(server.url()).build().unwrap();
    assert_refused(without.create_agent(&minimal()).await, StatusCode::UNAUTHORIZED, "`Api-Key` is required");
    let wrong = builder(server.url()).api_key("lk_test_wrong").build().unwrap();
    assert_refused(wrong.create_agent(&minimal()).await, StatusCode::UNAUTHORIZED, "`Api-Key` is not one that is accepted");
    assert_refused(wrong.get_agent("agent_1").await, StatusCode::UNAUTHORIZED, "`Api-Key`");

    let page = client(server.url()).list_agents(&ListAgentsParams::new()).await.unwrap();
    assert_eq!(page.data, []);
}

#[tokio::test]
async fn an_agent_that_is_not_there_is_not_found() {
    let server = embedded_server().await;
    let client = client(server.url());
    assert_refused(client.get_agent("nobody").await, StatusCode::NOT_FOUND, "`nobody`");
    assert_refused(client.update_agent("nobody", &UpdateAgentRequest::new()).await, StatusCode::NOT_FOUND, "`nobody`");
    assert_refused(client.suspend_agent("nobody").await, StatusCode::NOT_FOUND, "`nobody`");
    assert_refused(client.get_agent_policy("nobody").await, StatusCode::NOT_FOUND, "`nobody`");
}

#[tokio::test]
async fn a_bad_request_names_the_field() {
    let server = embedded_server().await;
    let params = ListAgentsParams::new().cursor("made up");
    assert_refused(client(server.url()).list_agents(&params).await, StatusCode::BAD_REQUEST, "`cursor` (query)");
}

#[tokio::test]
async fn an_idempotency_key_creates_once() {
    let server = embedded_server().await;
    let client = client(server.url());
    let post = async || client.create_agent(&minimal()).idempotency_key("order-17").send().await.unwrap();
    let (first, again) = (post().await, post().await);
    assert_eq!(first.body(), again.body());
    assert_eq!((first.header("idempotent-replayed"), again.header("idempotent-replayed")), (None, Some("true")));
    assert_eq!(client.list_agents(&ListAgentsParams::new()).await.unwrap().data.len(), 1);
    let other = client.create_agent(&minimal()).idempotency_key("order-18").await.unwrap();
    assert_ne!(other.id, first.body().id);
}

#[tokio::test]
async fn an_idempotency_key_belongs_to_one_route() {
    let server = embedded_server().await;
    let client = client(server.url());
    let agent = client.create_agent(&minimal()).idempotency_key("order-17").await.unwrap();
    let suspend = client.suspend_agent(&agent.id).idempotency_key("order-17").await;
    assert_refused(suspend, StatusCode::CONFLICT, "`order-17`");
    assert_eq!(client.get_agent(&agent.id).await.unwrap().status, AgentStatus::Active);
}
