//! Recorded traffic -> findings and a summary for each operation.
//!
//! Two forms are read, neither of them whole: NDJSON, an exchange a line ([`Record`]), and HAR 1.2, an entry at a time. The exchanges are
//! judged on all cores. What is wrong in the same way at the same place of the description is one finding, however often it happens.

mod collect;
mod har;
mod inside;

use std::collections::BTreeMap;
use std::io::{self, BufRead};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use bindery::source::{DocumentId, Pointer, Sources};
use serde::Deserialize;
use serde_json::Value;

use self::collect::{Collected, Kept};
use super::{Part, Problem, Validator};
use crate::finding::{Finding, On};
use crate::rule;

/// A line of NDJSON: one exchange.
///
/// ```json
/// {"method": "POST", "url": "/v1/agents", "request_headers": {"content-type": "application/json"}, "request_body": {"name": "Ada"},
///  "status": 201, "response_headers": {"content-type": "application/json"}, "response_body": {"id": 7, "name": "Ada"}}
/// ```
///
/// `method` and `url` have to be there. `url` may be whole, or only the path and the query. Without a `status` only the request is judged.
/// A header that is there several times has a list of texts. A body that is a text is the body as it was sent; anything else is the JSON
/// that was sent. Other keys are no matter.
#[derive(Debug, Deserialize)]
pub struct Record {
    method: String,
    url: String,
    status: Option<u16>,
    #[serde(default)]
    request_headers: BTreeMap<String, Texts>,
    #[serde(default)]
    request_body: Value,
    #[serde(default)]
    response_headers: BTreeMap<String, Texts>,
    #[serde(default)]
    response_body: Value,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Texts {
    One(String),
    Several(Vec<String>),
}

/// A form of recorded traffic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A [`Record`] a line.
    Ndjson,
    /// HTTP Archive 1.2.
    Har,
}

/// An exchange, whatever it was read from.
struct Exchange {
    /// Its number, from 0; the line of NDJSON.
    index: usize,
    method: String,
    url: String,
    status: Option<u16>,
    request: Message,
    response: Message,
    places: &'static Places,
    /// The line that it was read from.
    line: Option<String>,
}

#[derive(Default)]
struct Message {
    headers: Vec<(String, String)>,
    body: Body,
}

enum Body {
    /// As it was sent.
    Sent(Vec<u8>),
    /// The JSON that was sent, whose pointers lead on in what was recorded.
    Value(Vec<u8>),
    /// There was one, which is not in the record; what became of it.
    Unrecorded(&'static str),
}

impl Default for Body {
    fn default() -> Self {
        Self::Sent(Vec::new())
    }
}

impl Message {
    fn headers(&self) -> Vec<(&str, &str)> {
        self.headers.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect()
    }

    fn bytes(&self) -> &[u8] {
        match &self.body {
            Body::Sent(bytes) | Body::Value(bytes) => bytes,
            Body::Unrecorded(_) => &[],
        }
    }

    /// What is said of a body that is not there holds only if there was none.
    fn told(&self, mut problems: Vec<Problem>) -> Vec<Problem> {
        if let Body::Unrecorded(reason) = self.body {
            problems.retain(|problem| problem.part != Part::Body);
            problems.push(Problem::new(&rule::UNCHECKED, Part::Line, format!("the body {reason}, and is not checked")));
        }
        problems
    }
}

/// Where the parts of an exchange stand in what it was read from.
struct Places {
    url: &'static str,
    status: &'static str,
    request_headers: &'static str,
    request_body: &'static str,
    response_headers: &'static str,
    response_body: &'static str,
}

static RECORD: Places = Places {
    url: "/url",
    status: "/status",
    request_headers: "/request_headers",
    request_body: "/request_body",
    response_headers: "/response_headers",
    response_body: "/response_body",
};

/// What was seen of an operation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// How many requests there were.
    pub requests: usize,
    /// How many responses there were of each status.
    pub statuses: BTreeMap<u16, usize>,
    /// How many things were wrong.
    pub problems: usize,
    /// How many things were not checked.
    pub unchecked: usize,
}

/// What traffic is like.
#[derive(Debug, Default)]
pub struct Traffic {
    /// What is wrong.
    pub findings: Vec<Finding>,
    /// The operations that were seen, by method and path; requests that are for none are counted under the empty name.
    pub seen: BTreeMap<String, Seen>,
    /// How many requests went to each host that no server of the description has.
    pub other_hosts: BTreeMap<String, usize>,
    /// For each finding the place in a body that is a text, as far as it has one.
    inner: Vec<Option<Pointer>>,
}

impl Traffic {
    /// Takes the text of an archive, which was not kept while it was read, to show where findings are.
    pub fn show_in(&mut self, sources: &Sources, document: DocumentId) {
        for (finding, inner) in self.findings.iter_mut().zip(&self.inner) {
            finding.origin.document = document;
            let place = inner.as_ref().and_then(|inner| inside::place(sources, &finding.origin, inner, finding.on));
            finding.on = place.map_or(finding.on, On::Place);
        }
    }
}

enum Item {
    Line(usize, Vec<u8>),
    Entry(usize, Value),
}

/// What some programs put before a text in UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Judges recorded traffic. Texts that findings show are added to `sources`, which have to begin with those of the description.
///
/// # Errors
///
/// Fails where the text can't be read, or is no HAR, and where there is no thread to judge it.
pub fn judge(
    validator: &Validator<'_>,
    (name, form): (&str, Form),
    mut input: impl BufRead,
    sources: &mut Sources,
) -> io::Result<Traffic> {
    if input.fill_buf()?.starts_with(BYTE_ORDER_MARK) {
        input.consume(BYTE_ORDER_MARK.len());
    }
    let collected = Mutex::new(Collected::default());
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let (sender, receiver) = sync_channel(workers * 4);
    // The last worker that ends drops it, so that nothing waits for workers that are gone.
    let receiver = Arc::new(Mutex::new(receiver));
    let read = thread::scope(|scope| {
        for number in 0..workers {
            let receiver = Arc::clone(&receiver);
            let collected = &collected;
            let worker = thread::Builder::new().spawn_scoped(scope, move || work(validator, &receiver, collected));
            match worker {
                Ok(_) => {}
                Err(error) if number == 0 => return Err(error),
                // Fewer do the same.
                Err(_) => break,
            }
        }
        drop(receiver);
        let read = match form {
            Form::Ndjson => send_lines(input, &sender),
            Form::Har => har::read(input, &mut |index, entry| drop(sender.send(Item::Entry(index, entry)))),
        };
        drop(sender);
        read
    });
    read?;
    Ok(collected.into_inner().unwrap_or_else(PoisonError::into_inner).traffic(name, sources))
}

fn send_lines(mut input: impl BufRead, sender: &SyncSender<Item>) -> io::Result<()> {
    let mut index = 0;
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        let text = line.trim_ascii_end();
        if !text.is_empty() {
            // The workers take what there is until the sender is gone.
            let _ = sender.send(Item::Line(index, text.to_vec()));
        }
        line.clear();
        index += 1;
    }
    Ok(())
}

fn work(validator: &Validator<'_>, receiver: &Mutex<Receiver<Item>>, collected: &Mutex<Collected>) {
    loop {
        let item = receiver.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(item) = item else { return };
        let exchange = match item {
            Item::Entry(index, entry) => har::exchange(index, entry).map_err(|reason| {
                let message = format!("the entry is no record of an exchange: {reason}");
                Box::new(Kept::new(Problem::new(&rule::BAD_RECORD, Part::Line, message), index))
            }),
            Item::Line(index, line) => read_line(index, line),
        };
        match exchange {
            Ok(exchange) => judge_one(validator, exchange, collected),
            Err(kept) => collected.lock().unwrap_or_else(PoisonError::into_inner).keep(*kept),
        }
    }
}

fn read_line(index: usize, line: Vec<u8>) -> Result<Exchange, Box<Kept>> {
    let bad = |reason: &str, line: String| {
        let problem = Problem::new(&rule::BAD_RECORD, Part::Line, format!("the line is no record of an exchange: {reason}"));
        Box::new(Kept::new(problem, index).in_line(line))
    };
    let line = match String::from_utf8(line) {
        Ok(line) => line,
        Err(error) => return Err(bad("it is not UTF-8", String::from_utf8_lossy(error.as_bytes()).into_owned())),
    };
    match serde_json::from_str::<Record>(&line) {
        Ok(record) => {
            let Record { method, url, status, request_headers, request_body, response_headers, response_body } = record;
            let request = message(request_headers, request_body);
            let response = message(response_headers, response_body);
            Ok(Exchange { index, method, url, status, request, response, places: &RECORD, line: Some(line) })
        }
        // The line of the error is always the first.
        Err(error) => Err(bad(error.to_string().split(" at line ").next().unwrap_or_default(), line)),
    }
}

fn message(headers: BTreeMap<String, Texts>, body: Value) -> Message {
    let headers = headers.into_iter().flat_map(|(name, texts)| {
        let texts = match texts {
            Texts::One(text) => vec![text],
            Texts::Several(texts) => texts,
        };
        texts.into_iter().map(move |text| (name.clone(), text))
    });
    let body = match body {
        Value::Null => Body::default(),
        Value::String(text) => Body::Sent(text.into_bytes()),
        value => Body::Value(value.to_string().into_bytes()),
    };
    Message { headers: headers.collect(), body }
}

fn judge_one(validator: &Validator<'_>, exchange: Exchange, collected: &Mutex<Collected>) {
    let Exchange { index, method, url, status, request, response, places, line } = exchange;
    let asked = validator.request(&method, &url, &request.headers(), request.bytes());
    // What is for no operation has no body that could be checked.
    let problems = if asked.operation.is_some() { request.told(asked.problems) } else { asked.problems };
    let place = |problem: &Problem| match &problem.part {
        Part::Parameter("header" | "cookie", _) => places.request_headers,
        Part::Line | Part::Status | Part::Header(_) | Part::Parameter(..) => places.url,
        Part::Body | Part::HeaderOfPart(..) => places.request_body,
    };
    let mut kept: Vec<Kept> = problems.into_iter().map(|problem| kept(place(&problem), &request.body, problem, index)).collect();
    let answered = asked
        .operation
        .zip(status)
        .map(|(operation, status)| response.told(validator.response(operation, status, &response.headers(), response.bytes())));
    kept.extend(answered.into_iter().flatten().map(|problem| {
        let place = match problem.part {
            Part::Header(_) | Part::Parameter(..) => places.response_headers,
            Part::Line | Part::Status => places.status,
            Part::Body | Part::HeaderOfPart(..) => places.response_body,
        };
        self::kept(place, &response.body, problem, index)
    }));
    let mut collected = collected.lock().unwrap_or_else(PoisonError::into_inner);
    match asked.other_host {
        Some(host) => *collected.other_hosts.entry(host).or_default() += 1,
        None => {
            let name = asked.operation.map_or_else(String::new, |operation| format!("{} {}", operation.method, operation.path));
            let seen = collected.seen.entry(name).or_default();
            seen.requests += 1;
            let unchecked = kept.iter().filter(|kept| kept.is_unchecked()).count();
            seen.problems += kept.len() - unchecked;
            seen.unchecked += unchecked;
            if let Some(status) = status {
                *seen.statuses.entry(status).or_default() += 1;
            }
        }
    }
    for kept in kept {
        collected.keep(match &line {
            Some(line) => kept.in_line(line.clone()),
            None => kept,
        });
    }
}

/// Notes where in its exchange a problem is.
fn kept(place: &str, body: &Body, mut problem: Problem, index: usize) -> Kept {
    let base = Pointer::parse(place).unwrap_or_else(Pointer::root);
    let inner = std::mem::replace(&mut problem.pointer, Pointer::root());
    let in_body = problem.part == Part::Body;
    let kept = Kept::new(problem, index);
    match (in_body, matches!(body, Body::Value(_))) {
        (true, true) => kept.at(inner.tokens().fold(base, |at, token| at.child(&token))),
        (true, false) => kept.at(base).inside(inner),
        (false, _) => kept.at(base),
    }
}
