//! The generated client against real servers on loopback: the one that is made from the description (`embedded`, `wire`, `schemas`),
//! and one that answers as told, with what real servers do at their worst (`statuses`, `answers`, `failures`).
//!
//! No test reaches the network or measures time: where the client would wait, the test makes the wait nothing or without end.

mod answers;
mod constraints;
mod embedded;
mod failures;
mod operation;
mod schemas;
mod secrets;
mod statuses;
mod tasks;
mod wire;

// The server that answers as told is the one that the runtime's own tests have.
#[allow(dead_code, reason = "these tests need a part of it")]
#[path = "../../runtime/tests/http_layer/server.rs"]
mod server;

use std::time::Duration;

use bindery::Loaded;
use bindery::spec::Document;
use bindery_mock::{Mock, Running};
use bindery_runtime::{ClientBuilder, Retry};
use ledger_agents::Client;

/// The description that the client was generated from.
const DESCRIPTION: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/spec/ledger.yaml");

/// The only key that the embedded server accepts here.
const KEY: &str = "lk_test_4f1d9c27";

/// An agent with what it must have, as a server writes it.
const AGENT: &str = r#"{"id":"agent_1","userId":"user_1","name":"buyer","status":"active","createdAt":1703520000000}"#;

/// Starts a client that retries at once.
fn builder(url: &str) -> ClientBuilder<Client> {
    Client::builder().base_url(url).api_key(KEY).retries(Retry::new().base(Duration::ZERO))
}

fn client(url: &str) -> Client {
    builder(url).build().expect("every setting can be used")
}

fn loaded() -> Loaded {
    bindery::load(DESCRIPTION).expect("the description has no errors")
}

fn description() -> Document {
    loaded().document
}

/// Starts the server that is made from the description.
async fn embedded_server() -> Running {
    Mock::load(DESCRIPTION).expect("the description has no errors").accept_key(KEY).start().await.expect("a port is free")
}
