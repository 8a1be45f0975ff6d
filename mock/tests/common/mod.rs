//! A small HTTP/1.1 client, so that the tests say what goes over the wire and see what comes back.

#![allow(dead_code, reason = "each test file uses its own part")]

use std::path::PathBuf;

use bindery::Loaded;
use bindery_mock::{Mock, Running};
use bindery_validator::payload::{Description, Validator};
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// An answer.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(other, _)| other.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    pub(crate) fn error(&self) -> String {
        self.json()["error"].as_str().unwrap_or_else(|| panic!("no `error` in {self:?}")).to_owned()
    }
}

/// Sends the text of a request on a connection of its own and reads the whole answer.
pub(crate) async fn send_raw(server: &Running, request: &[u8]) -> Reply {
    let address = server.url().strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(request).await.unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).await.unwrap();
    parse(&bytes)
}

/// Sends a request with the headers given, and a body if it is not empty.
pub(crate) async fn send(server: &Running, method: &str, target: &str, headers: &[(&str, &str)], body: &[u8]) -> Reply {
    let mut request = format!("{method} {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
    for (name, value) in headers {
        request.push_str(&format!("{name}: {value}\r\n"));
    }
    if !body.is_empty() {
        request.push_str(&format!("Content-Length: {}\r\n", body.len()));
    }
    request.push_str("\r\n");
    send_raw(server, &[request.as_bytes(), body].concat()).await
}

/// Sends a request with a key, and JSON as its body unless that is null.
pub(crate) async fn call(server: &Running, method: &str, target: &str, body: Value) -> Reply {
    call_with(server, method, target, &[], body).await
}

/// Sends a request with a key, more headers, and JSON as its body unless that is null.
pub(crate) async fn call_with(server: &Running, method: &str, target: &str, more: &[(&str, &str)], body: Value) -> Reply {
    let headers = [&[("Api-Key", "lk_test_1"), ("Content-Type", "application/json")], more].concat();
    let body = if body.is_null() { String::new() } else { body.to_string() };
    send(server, method, target, &headers, body.as_bytes()).await
}

fn parse(bytes: &[u8]) -> Reply {
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").expect("the head ends");
    let head = std::str::from_utf8(&bytes[..end]).unwrap();
    let mut lines = head.split("\r\n");
    let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
    let headers = lines.map(|line| line.split_once(": ").unwrap()).map(|(name, value)| (name.to_owned(), value.to_owned()));
    Reply { status, headers: headers.collect(), body: bytes[end + 4..].to_vec() }
}

/// The description of the Ledger API.
pub(crate) fn ledger_path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../spec/ledger.yaml")
}

pub(crate) async fn ledger() -> Running {
    Mock::load(ledger_path()).unwrap().start().await.unwrap()
}

/// Reads a description that is written in the test.
pub(crate) fn loaded(text: &str) -> Loaded {
    let mut sources = bindery::source::Sources::default();
    let id = sources.add("test.yaml", text);
    let (parsed, found) = bindery::parse::parse(&sources, id);
    let parsed = parsed.unwrap_or_else(|| panic!("{found:?}"));
    let (document, diagnostics) = bindery::spec::resolve(&parsed, id);
    assert!(!diagnostics.has_errors(), "{diagnostics:?}");
    Loaded { document, diagnostics, sources }
}

/// Holds an answer against what the description has for its operation and status, by the letter.
pub(crate) fn assert_documented(description: &Description, method: &str, path: &str, reply: &Reply) {
    let validator = Validator::new(description).unwrap();
    let operations = &description.examined.document.as_ref().unwrap().operations;
    let operation = operations.iter().find(|it| it.method == method && it.path == path);
    let operation = operation.unwrap_or_else(|| panic!("{method} {path} is not described"));
    let headers: Vec<_> = reply.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let found = validator.response(operation, reply.status, &headers, &reply.body);
    assert!(found.is_empty(), "{method} {path}: {found:?} in {}", reply.json());
}
