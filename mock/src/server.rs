//! HTTP on loopback: takes requests in, lets them through the checks in order, and sends the answers.
//!
//! The checks are route, credentials, parameters, body and idempotency key; what comes through is for `behaviour`. What is remembered
//! is behind one lock from the look at the key to the answer, so that two requests with one key are done once.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::header::CONTENT_LENGTH;
use axum::response::Response;
use bindery::spec::Operation;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::answer::{Answer, Refusal};
use crate::behaviour::Accepted;
use crate::description::Description;
use crate::error::Error;
use crate::idempotency::{self, Keys, Known};
use crate::resource::Resources;
use crate::store::Store;
use crate::wire::{Call, decode};
use crate::{Received, body, parameters, problem, security};
use bindery_validator::wire::route::{Found, Routes, split};

/// The longest request body that is taken.
const MAX_BODY_BYTES: usize = 10 * 1024 * 1024;

/// How many requests are kept to be looked at, so that a server that runs for long does not fill the memory.
const MAX_RECEIVED: usize = 10_000;

/// A server that can be started.
pub(crate) struct Server {
    description: Description,
    routes: Routes,
    resources: Resources,
    accepted_keys: Vec<String>,
    remembered: Mutex<Remembered>,
    received: Mutex<VecDeque<Received>>,
}

/// What the server remembers of earlier requests.
#[derive(Default)]
struct Remembered {
    store: Store,
    keys: Keys,
}

/// The other end of a server that was started.
#[derive(Debug)]
pub(crate) struct Handle {
    /// Where it listens.
    pub(crate) url: String,
    /// Stops it, also when dropped.
    pub(crate) stop: oneshot::Sender<()>,
    /// Ends when it has stopped.
    pub(crate) task: JoinHandle<()>,
}

impl Server {
    /// Makes a server of a description.
    pub(crate) fn new(description: Description, accepted_keys: Vec<String>) -> Self {
        Self {
            routes: Routes::new(&description.document),
            resources: Resources::new(&description.document),
            description,
            accepted_keys,
            remembered: Mutex::default(),
            received: Mutex::default(),
        }
    }

    /// Listens on a port of loopback, 0 for any free one, and serves on a task.
    pub(crate) async fn start(self: Arc<Self>, port: u16) -> Result<Handle, Error> {
        let listener = TcpListener::bind(("127.0.0.1", port)).await.map_err(Error::Listen)?;
        let url = format!("http://{}", listener.local_addr().map_err(Error::Listen)?);
        let (stop, stopped) = oneshot::channel();
        let router = Router::new().fallback(receive).with_state(self);
        let task = tokio::spawn(async move {
            let signal = async {
                // A dropped sender means stop too.
                let _ = stopped.await;
            };
            // Serving ends by the signal only: axum retries what fails.
            let _ = axum::serve(listener, router).with_graceful_shutdown(signal).await;
        });
        Ok(Handle { url, stop, task })
    }

    /// Returns what was received lately, oldest first.
    pub(crate) fn received(&self) -> Vec<Received> {
        lock(&self.received).iter().cloned().collect()
    }

    fn note(&self, call: &Call) {
        let mut received = lock(&self.received);
        if received.len() == MAX_RECEIVED {
            received.pop_front();
        }
        received.push_back(Received::of(call));
    }

    /// Makes the answer to a request.
    fn answer(&self, call: &Call) -> Answer {
        let method = call.method.as_str();
        match self.routes.find(method, call.uri.path()) {
            Found::Operation(index, path) => {
                let operation = &self.description.document.operations[index];
                let answered = self.perform(index, operation, call, &path);
                answered.unwrap_or_else(|refusal| problem::answer(&self.description, Some(operation), refusal))
            }
            Found::OtherMethods(methods) => {
                let reason = format!("{method} is not described for this path");
                let refusal = Refusal::new(405, reason).header("allow", methods.join(", "));
                problem::answer(&self.description, None, refusal)
            }
            Found::Nothing => {
                let reason = format!("no path of the description matches `{}`", call.uri.path());
                problem::answer(&self.description, None, Refusal::new(404, reason))
            }
        }
    }

    fn perform(&self, index: usize, operation: &Operation, call: &Call, path: &[(String, String)]) -> Result<Answer, Refusal> {
        security::check(&self.description.document, operation, call, &self.accepted_keys)?;
        let bad_request = |reason: String| Refusal::new(400, reason);
        let parameters = parameters::read(&self.description, operation, call, path).map_err(bad_request)?;
        let body = body::read(&self.description, operation, call)?;
        let accepted = Accepted {
            description: &self.description,
            operation,
            part: self.resources.part(index),
            resources: &self.resources,
            parameters,
            path: split(call.uri.path()).map(decode).collect::<Result<_, _>>().map_err(bad_request)?,
            body,
        };
        self.once(operation, call, &accepted)
    }

    /// Does a request, or repeats the answer to it if its idempotency key was used before.
    fn once(&self, operation: &Operation, call: &Call, accepted: &Accepted<'_>) -> Result<Answer, Refusal> {
        let mut remembered = lock(&self.remembered);
        let Some(key) = idempotency::key(operation, call) else { return accepted.perform(&mut remembered.store) };
        match remembered.keys.look_up(&key, call) {
            Known::Conflict(reason) => Err(Refusal::new(409, reason)),
            Known::Answered(mut answer) => {
                answer.headers.push(("idempotent-replayed".to_owned(), "true".to_owned()));
                Ok(answer)
            }
            Known::New => {
                let answer = accepted.perform(&mut remembered.store);
                let answer = answer.unwrap_or_else(|refusal| problem::answer(&self.description, Some(operation), refusal));
                remembered.keys.remember(key, call, &answer);
                Ok(answer)
            }
        }
    }
}

impl From<security::Denied> for Refusal {
    fn from(denied: security::Denied) -> Self {
        let refusal = Self::new(401, denied.reason);
        match denied.challenge {
            Some(challenge) => refusal.header("www-authenticate", challenge),
            None => refusal,
        }
    }
}

/// Takes one request in. Every request is noted, also one that is refused.
async fn receive(State(server): State<Arc<Server>>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let announced = head.headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    let body = match announced {
        Some(length) if length > MAX_BODY_BYTES as u64 => None,
        _ => to_bytes(body, MAX_BODY_BYTES).await.ok().map(|bytes| bytes.to_vec()),
    };
    let is_whole = body.is_some();
    let call = Call { method: head.method, uri: head.uri, headers: head.headers, body: body.unwrap_or_default() };
    server.note(&call);
    let answer = match is_whole {
        true => server.answer(&call),
        false => {
            let refusal = Refusal::new(413, format!("the request body is longer than {MAX_BODY_BYTES} bytes"));
            problem::answer(&server.description, None, refusal)
        }
    };
    answer.into_http()
}

/// Locks, also after a panic of another holder: what is remembered is whole between any two statements.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
