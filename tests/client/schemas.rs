//! The client held against the description by an independent judge, the validator: what it sends is valid, what it reads loses
//! nothing, and every example of the description goes through the generated types unchanged.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use bindery::Loaded;
use bindery::spec::{Document, MediaType, SchemaId, StatusPattern};
use bindery_mock::Running;
use bindery_runtime::Object;
use bindery_validator::schema::{Direction, Reading, Schemas, Violation};
use ledger_agents::{
    Agent, AgentPage, AgentPolicy, AgentStatus, CreateAgentRequest, ErrorBody, LimitAction, ListAgentsParams,
    SpendingLimitFrequency, SuspendAgentResponse, UpdateAgentRequest,
};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::operation::Operation;
use crate::{KEY, client, description, embedded_server, loaded};

/// The description as it is written.
static TREE: LazyLock<Value> = LazyLock::new(|| {
    let Loaded { document, sources, .. } = loaded();
    bindery::parse::read_tree(&sources, document.origin.document).expect("it was read before")
});

/// Returns what breaks the schema, by the letter of the description.
fn findings(document: &Document, schema: SchemaId, direction: Direction, value: &Value) -> Vec<String> {
    let schemas = Schemas::new(&TREE, direction, Reading::Spec);
    let found = schemas.errors(&document.schemas[schema].origin.pointer, value).expect("the schema can be used");
    found.iter().map(Violation::sentence).collect()
}

/// Returns the schema of an operation's request body.
fn request_schema(document: &Document, operation: Operation) -> SchemaId {
    let body = operation.described(document).request_body.as_ref();
    body.and_then(|body| body.content[0].schema).unwrap_or_else(|| panic!("{operation:?} has no body"))
}

/// Returns the schema of an operation's answer with a status.
fn answer_schema(document: &Document, operation: Operation, status: u16) -> SchemaId {
    let mut responses = operation.described(document).responses.iter();
    let response = responses.find(|response| response.status == StatusPattern::Code(status));
    let schema = response.and_then(|response| response.content[0].schema);
    schema.unwrap_or_else(|| panic!("{operation:?} has no answer {status}"))
}

/// One create request with each value of each enum, one with everything, and one with the least.
fn create_requests() -> Vec<CreateAgentRequest> {
    let minimal = CreateAgentRequest::new("user_1", "buyer");
    let full = minimal
        .clone()
        .description("Orders paper")
        .spending_limit(50_000)
        .max_cards(3)
        .default_card_limit(10_000)
        .metadata(Object::from_iter([("deep".to_owned(), json!({ "list": [1, null, "x"] }))]));
    let by_frequency = SpendingLimitFrequency::VALUES
        .iter()
        .map(|value| full.clone().spending_limit_frequency((*value).into()).default_card_limit_frequency((*value).into()));
    let by_action = LimitAction::VALUES.iter().map(|value| full.clone().on_limit_exceeded((*value).into()));
    by_frequency.chain(by_action).chain([minimal]).collect()
}

fn update_requests() -> Vec<UpdateAgentRequest> {
    let by_status = AgentStatus::VALUES.iter().map(|value| UpdateAgentRequest::new().status((*value).into()));
    let full = UpdateAgentRequest::new()
        .name("other")
        .description("new")
        .spending_limit(1)
        .spending_limit_frequency(SpendingLimitFrequency::PerWeek)
        .on_limit_exceeded(LimitAction::None)
        .metadata(Object::new());
    by_status.chain([full, UpdateAgentRequest::new()]).collect()
}

#[tokio::test]
async fn what_the_client_sends_is_valid() {
    let (server, document) = (embedded_server().await, description());
    let client = client(server.url());
    for request in create_requests() {
        client.create_agent(&request).await.unwrap();
    }
    let id = client.list_agents(&ListAgentsParams::new()).await.unwrap().data[0].id.clone();
    for request in update_requests() {
        client.update_agent(&id, &request).await.unwrap();
    }

    let mut judged = 0;
    for received in server.requests().iter().filter(|received| !received.body.is_empty()) {
        let operation = if received.method == "POST" { Operation::CreateAgent } else { Operation::UpdateAgent };
        let body = serde_json::from_slice(&received.body).unwrap();
        let found = findings(&document, request_schema(&document, operation), Direction::Request, &body);
        assert!(found.is_empty(), "{operation:?}: {found:?} in {body}");
        judged += 1;
    }
    assert_eq!(judged, create_requests().len() + update_requests().len());
}

#[test]
fn the_judge_refuses_what_is_wrong() {
    let document = description();
    let schema = request_schema(&document, Operation::CreateAgent);
    let wrong = json!({ "userId": "user_1", "spendingLimit": "1", "onLimitExceeded": "explode" });
    let found = findings(&document, schema, Direction::Request, &wrong).join("\n");
    for part in ["`name` is missing", "`/spendingLimit` is ", "`/onLimitExceeded` is "] {
        assert!(found.contains(part), "{found} has no {part}");
    }
}

/// Fetches an answer without the client, to see what it was before it was read.
async fn raw(server: &Running, path: &str) -> Value {
    let mut stream = TcpStream::connect(server.url().trim_start_matches("http://")).await.unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nApi-Key: {KEY}\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("HTTP/1.1 200 "), "{head}");
    serde_json::from_str(body).unwrap()
}

#[tokio::test]
async fn an_answer_is_valid_and_loses_nothing_by_being_read() {
    let (server, document) = (embedded_server().await, description());
    let client = client(server.url());
    for request in create_requests() {
        let created = client.create_agent(&request).await.unwrap();
        let (path, id) = (format!("/v1/agents/{}", created.id), created.id.as_str());
        let policy = client.get_agent_policy(id).await.unwrap();
        let read = [
            (Operation::GetAgent, path.clone(), serde_json::to_value(client.get_agent(id).await.unwrap())),
            (Operation::GetAgentPolicy, format!("{path}/policy"), serde_json::to_value(policy)),
        ];
        for (operation, path, read) in read {
            assert_same(&server, &document, operation, &path, &read.unwrap()).await;
        }
    }
    let page = client.list_agents(&ListAgentsParams::new().limit(3)).await.unwrap();
    let page = serde_json::to_value(page).unwrap();
    assert_same(&server, &document, Operation::ListAgents, "/v1/agents?limit=3", &page).await;
}

async fn assert_same(server: &Running, document: &Document, operation: Operation, path: &str, read: &Value) {
    let sent = raw(server, path).await;
    assert_eq!(&sent, read, "{path}");
    let found = findings(document, answer_schema(document, operation, 200), Direction::Response, &sent);
    assert!(found.is_empty(), "{path}: {found:?} in {sent}");
}

/// Returns the name of the component that a schema is or refers to.
fn component(document: &Document, schema: SchemaId) -> &str {
    let target = document.schemas[schema].reference.unwrap_or(schema);
    let found = document.components.iter().find(|(_, id)| *id == target);
    found.map_or_else(|| panic!("{} is no component", document.schemas[schema].origin.pointer), |(name, _)| name)
}

/// Reads a value into the type that was generated for a component, and writes it again.
fn through_its_type(component: &str, value: &Value) -> serde_json::Result<Value> {
    macro_rules! through {
        ($($type:ident),*) => {
            match component {
                $(stringify!($type) => serde_json::to_value(serde_json::from_value::<$type>(value.clone())?),)*
                other => panic!("no type is known for {other}"),
            }
        };
    }
    through!(Agent, AgentPage, AgentPolicy, CreateAgentRequest, ErrorBody, SuspendAgentResponse, UpdateAgentRequest)
}

/// Every body that the description has: where it is, which way it goes, and what it may look like.
fn bodies(document: &Document) -> Vec<(Direction, &MediaType)> {
    let mut bodies = Vec::new();
    for operation in &document.operations {
        let request = operation.request_body.iter().flat_map(|body| &body.content);
        bodies.extend(request.map(|media_type| (Direction::Request, media_type)));
        let responses = operation.responses.iter().flat_map(|response| &response.content);
        bodies.extend(responses.map(|media_type| (Direction::Response, media_type)));
    }
    bodies
}

#[test]
fn every_example_goes_through_its_type_unchanged() {
    let document = description();
    let mut met = BTreeSet::new();
    for (direction, media_type) in bodies(&document) {
        let place = &media_type.origin.pointer;
        let schema = media_type.schema.unwrap_or_else(|| panic!("{place} has no schema"));
        assert!(!media_type.examples.is_empty(), "{place} has no example");
        for example in &media_type.examples {
            let found = findings(&document, schema, direction, example);
            assert!(found.is_empty(), "{place}: {found:?}");
            let name = component(&document, schema);
            let written = through_its_type(name, example).unwrap_or_else(|error| panic!("{place}: {error}"));
            assert_eq!(&written, example, "{place}");
            met.insert(name);
        }
    }
    assert_eq!(met.len(), 7, "each type of a body has an example: {met:?}");
}
