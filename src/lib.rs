//! A client of the Ledger agents API, generated from `spec/ledger.yaml` while cargo builds.
//!
//! Ledger lets software agents spend money within limits. An agent spends for a user; a spending limit holds over all of its cards.
//!
//! ```no_run
//! use ledger_agents::{Client, CreateAgentRequest, servers};
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let ledger = Client::builder().api_key("lk_test_1").base_url(servers::SANDBOX).build()?;
//! let request = CreateAgentRequest::new("user_1", "buyer").spending_limit(50_000);
//! match ledger.create_agent(&request).idempotency_key("order-17").await {
//!     Ok(agent) => println!("{} is {}", agent.id, agent.status),
//!     Err(error) => match error.body() {
//!         Some(body) => println!("Ledger says: {}", body.error),
//!         None => return Err(error.into()),
//!     },
//! }
//! # Ok(())
//! # }
//! ```

bindery_runtime::include_api!("ledger");
