//! Idempotency keys: the first answer to each, and what it was the answer to.
//!
//! A key belongs to one method, path and body. The same request again gets the same answer; another request with the key is a conflict.

use std::collections::HashMap;

use bindery::spec::{Operation, ParameterLocation};

use crate::answer::Answer;
use crate::wire::Call;

/// The header that carries the key.
const HEADER: &str = "idempotency-key";

/// Returns the key of a request, if its operation describes the header.
pub(crate) fn key(operation: &Operation, call: &Call) -> Option<String> {
    let described = operation
        .parameters
        .iter()
        .any(|parameter| parameter.location == ParameterLocation::Header && parameter.name.eq_ignore_ascii_case(HEADER));
    if described { call.header(HEADER) } else { None }
}

/// What a key belongs to.
#[derive(Debug, PartialEq, Eq)]
struct Fingerprint {
    method: String,
    target: String,
    body: Vec<u8>,
}

impl Fingerprint {
    fn of(call: &Call) -> Self {
        Self { method: call.method.to_string(), target: call.target().to_owned(), body: call.body.clone() }
    }
}

/// What is known of a key.
pub(crate) enum Known {
    /// It is new.
    New,
    /// It was used for the same request, which got this answer.
    Answered(Answer),
    /// It was used for another request: says what differs.
    Conflict(String),
}

/// All keys that were used.
#[derive(Default)]
pub(crate) struct Keys {
    used: HashMap<String, (Fingerprint, Answer)>,
}

impl Keys {
    /// Looks a key up for a request.
    pub(crate) fn look_up(&self, key: &str, call: &Call) -> Known {
        let Some((first, answer)) = self.used.get(key) else { return Known::New };
        let now = Fingerprint::of(call);
        if *first == now {
            return Known::Answered(answer.clone());
        }
        let what = match (first.method == now.method, first.target == now.target) {
            (true, true) => "request body".to_owned(),
            _ => format!("route: {} {}", first.method, first.target),
        };
        Known::Conflict(format!("the idempotency key `{key}` was already used with another {what}"))
    }

    /// Remembers the answer to the first request with a key.
    pub(crate) fn remember(&mut self, key: String, call: &Call, answer: &Answer) {
        self.used.insert(key, (Fingerprint::of(call), answer.clone()));
    }
}
