//! The HTTP layer against a real server on loopback that answers as told.
#![cfg(feature = "reqwest")]

mod answers;
mod bodies;
mod parameters;
mod retries;
mod security;
mod server;
mod settings;
mod transports;

use bindery_runtime::{Api, Client, ClientBuilder, Location, Method, Request, SecurityScheme, read};
use serde::Deserialize;

use server::Server;

/// A client as generated code has it.
#[derive(Clone, Debug)]
struct TestClient(Client);

impl Api for TestClient {
    const BASE_URL: Option<&'static str> = Some("http://127.0.0.1:9");
    const USER_AGENT: &'static str = "test/1.2.3";
    const SECURITY_SCHEMES: &'static [SecurityScheme] = &[
        SecurityScheme::api_key("ApiKey", Location::Header, "Api-Key"),
        SecurityScheme::api_key("QueryKey", Location::Query, "api key"),
        SecurityScheme::api_key("CookieKey", Location::Cookie, "session"),
        SecurityScheme::http_bearer("Bearer"),
        SecurityScheme::http_basic("Basic"),
    ];
    const SECURITY: &'static [&'static [&'static str]] = &[&["ApiKey"]];

    fn from_client(client: Client) -> Self {
        Self(client)
    }

    fn as_client(&self) -> &Client {
        &self.0
    }
}

impl bindery_runtime::ApiKeyAuth for TestClient {
    const SCHEME: &'static str = "ApiKey";
}

impl bindery_runtime::BearerAuth for TestClient {
    const SCHEME: &'static str = "Bearer";
}

impl bindery_runtime::BasicAuth for TestClient {
    const SCHEME: &'static str = "Basic";
}

/// A success.
#[derive(Debug, Deserialize, PartialEq)]
struct Agent {
    id: String,
}

/// An error.
#[derive(Debug, Deserialize, PartialEq)]
struct ErrorBody {
    error: String,
}

fn builder(server: &Server) -> ClientBuilder<TestClient> {
    ClientBuilder::new().base_url(server.url())
}

fn client(server: &Server) -> TestClient {
    builder(server).build().expect("a client")
}

impl TestClient {
    fn get_agent(&self, id: &str) -> Request<Agent, ErrorBody> {
        self.0.request(Method::GET, "/v1/agents/{agentId}").path("agentId", id).reads(read::json, read::json)
    }

    fn create_agent(&self) -> Request<Agent, ErrorBody> {
        self.0.request(Method::POST, "/v1/agents").json(&serde_json::json!({"name": "buyer"})).reads(read::json, read::json)
    }
}
