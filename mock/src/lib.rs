//! A server made from an OpenAPI description, for examples, tests and `bindery mock`.
//!
//! It checks what a client sends (route, credentials, parameters, body, idempotency key) and answers with the documented examples,
//! filled with what was sent. What a client creates it can read, list, change and remove. Nothing about a particular API is built in;
//! `behaviour` has the rules. Every answer is valid against its own schema, or it is a 500 that names the example that is missing.
//!
//! ```no_run
//! # async fn run() -> Result<(), bindery_mock::Error> {
//! let server = bindery_mock::Mock::load("spec/ledger.yaml")?.accept_key("lk_test_1").start().await?;
//! println!("listening on {}", server.url());
//! // … clients talk to it …
//! for received in server.requests() {
//!     println!("{} {}", received.method, received.path);
//! }
//! server.stop().await;
//! # Ok(())
//! # }
//! ```

#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::panic, clippy::print_stdout, clippy::print_stderr))]

mod answer;
mod behaviour;
mod body;
mod description;
mod draft;
mod error;
mod idempotency;
mod paging;
mod parameters;
mod problem;
mod resource;
mod sample;
mod security;
mod server;
mod store;
mod wire;

use std::path::Path;
use std::sync::Arc;

use bindery::Loaded;
use bindery::spec::Document;
use serde_json::Value;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::description::Description;
pub use crate::error::Error;
use crate::server::Server;
use crate::wire::Call;

/// A server that is not started yet.
#[derive(Clone, Debug)]
pub struct Mock {
    document: Document,
    root: Arc<Value>,
    accepted_keys: Vec<String>,
    port: u16,
}

impl Mock {
    /// Takes a description that was loaded.
    ///
    /// # Errors
    ///
    /// [`Error::Description`] if its text can't be read once more.
    pub fn new(loaded: &Loaded) -> Result<Self, Error> {
        let root = bindery::parse::read_tree(&loaded.sources, loaded.document.origin.document)
            .map_err(|found| Error::Description(bindery::Error::refused((*found).into(), loaded.sources.clone())))?;
        Ok(Self { document: loaded.document.clone(), root: Arc::new(root), accepted_keys: Vec::new(), port: 0 })
    }

    /// Reads a description from a file.
    ///
    /// # Errors
    ///
    /// [`Error::Description`] if the file can't be read or the description has errors.
    pub fn load(path: impl AsRef<Path>) -> Result<Self, Error> {
        Self::new(&bindery::load(path).map_err(Error::Description)?)
    }

    /// Accepts this credential: an API key, a bearer token, or `user:password`. Called again, accepts both. By default any credential
    /// is accepted that is not empty.
    #[must_use]
    pub fn accept_key(mut self, key: impl Into<String>) -> Self {
        self.accepted_keys.push(key.into());
        self
    }

    /// Listens on this port of 127.0.0.1. The default, 0, takes any that is free.
    #[must_use]
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Starts the server on a task of the Tokio runtime that this is called in.
    ///
    /// # Errors
    ///
    /// [`Error::Listen`] if the port is taken.
    pub async fn start(self) -> Result<Running, Error> {
        let server = Arc::new(Server::new(Description::new(self.document, &self.root), self.accepted_keys));
        let server::Handle { url, stop, task } = Arc::clone(&server).start(self.port).await?;
        Ok(Running { server, url, stop, task })
    }
}

/// A server that runs. Dropping it stops it: no new connection is taken, and requests under way are answered.
pub struct Running {
    server: Arc<Server>,
    url: String,
    stop: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

impl Running {
    /// Returns where the server listens, such as `http://127.0.0.1:8080`, without a slash at the end.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Returns the requests so far, in the order in which they came, refused ones among them. Of more than 10,000 the last are kept.
    pub fn requests(&self) -> Vec<Received> {
        self.server.received()
    }

    /// Stops the server and waits until the requests under way are answered.
    pub async fn stop(self) {
        let _ = self.stop.send(());
        // The task can't be cancelled from elsewhere, and a panic in it has nothing left to stop.
        let _ = self.task.await;
    }

    /// Serves until the server is stopped from elsewhere, which is until the program ends.
    pub async fn wait(self) {
        let Self { server: _server, url: _, stop: _stop, task } = self;
        let _ = task.await;
    }
}

impl std::fmt::Debug for Running {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Running").field("url", &self.url).finish_non_exhaustive()
    }
}

/// A request that the server received.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Received {
    /// The method, in capitals.
    pub method: String,
    /// The path with the query, as it was written.
    pub path: String,
    /// The headers: names in lower case, in the order in which they came.
    pub headers: Vec<(String, String)>,
    /// The body; empty if it was too long to be taken.
    pub body: Vec<u8>,
}

impl Received {
    fn of(call: &Call) -> Self {
        let text = |value: &[u8]| String::from_utf8_lossy(value).into_owned();
        Self {
            method: call.method.to_string(),
            path: call.target().to_owned(),
            headers: call.headers.iter().map(|(name, value)| (name.to_string(), text(value.as_bytes()))).collect(),
            body: call.body.clone(),
        }
    }

    /// Returns a header, whatever the case of its name; the first of several.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(other, _)| other.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }
}
