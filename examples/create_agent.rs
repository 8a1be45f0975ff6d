//! Creates an agent and prints it.
//!
//! Without settings it talks to an embedded server, made from the description and listening on loopback. With `LEDGER_API_KEY` set it
//! talks to the real API, at `LEDGER_BASE_URL` if that is set too:
//!
//! ```text
//! cargo run --example create_agent
//! LEDGER_API_KEY=lk_test_… LEDGER_BASE_URL=https://sandbox.ledger.so cargo run --example create_agent
//! ```

use std::env;
use std::error::Error;

use bindery_mock::{Mock, Running};
use ledger_agents::{Client, CreateAgentRequest, LimitAction, SpendingLimitFrequency};

const DESCRIPTION: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/spec/ledger.yaml");

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let (ledger, _server) = connect().await?;

    let request = CreateAgentRequest::new("user_8f2c1d", "Office supplies buyer")
        .description("Orders paper and toner when stock runs low")
        .spending_limit(50_000)
        .spending_limit_frequency(SpendingLimitFrequency::PerMonth)
        .on_limit_exceeded(LimitAction::Suspend);
    // With the key the call is safe to repeat: the same agent comes back instead of a second one.
    let agent = ledger.create_agent(&request).idempotency_key("example-1").await?;

    println!("{} is {} and has the id {}:", agent.name, agent.status, agent.id);
    println!("{}", serde_json::to_string_pretty(&agent)?);
    Ok(())
}

/// Connects to the real API if there is a key for it, else to an embedded server, which runs until it is dropped.
async fn connect() -> Result<(Client, Option<Running>), Box<dyn Error>> {
    if let Ok(key) = env::var("LEDGER_API_KEY") {
        let mut builder = Client::builder().api_key(key);
        if let Ok(url) = env::var("LEDGER_BASE_URL") {
            builder = builder.base_url(url);
        }
        return Ok((builder.build()?, None));
    }
    let server = Mock::load(DESCRIPTION)?.accept_key("lk_test_example").start().await?;
    println!("No LEDGER_API_KEY is set: using an embedded server at {}", server.url());
    let client = Client::builder().api_key("lk_test_example").base_url(server.url()).build()?;
    Ok((client, Some(server)))
}
