//! A small HTTP/1.1 client, so that the tests say what goes over the wire and see what comes back.

#![allow(dead_code, reason = "each test file uses its own part")]

use std::path::PathBuf;

use bindery::spec::{Document, MediaType};
use bindery_mock::{Direction, Mock, Running, json_schema};
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

/// Reads a description from a file.
pub(crate) fn document(path: PathBuf) -> Document {
    bindery::load(path).unwrap().document
}

/// Reads a description that is written in the test.
pub(crate) fn document_of(text: &str) -> Document {
    let mut sources = bindery::source::Sources::default();
    let id = sources.add("test.yaml", text);
    let (parsed, found) = bindery::parse::parse(&sources, id);
    let parsed = parsed.unwrap_or_else(|| panic!("{found:?}"));
    let (document, found) = bindery::spec::resolve(&parsed, id);
    assert!(!found.has_errors(), "{found:?}");
    document
}

/// Holds an answer against the schema that the description has for its operation and status.
pub(crate) fn assert_documented(document: &Document, method: &str, path: &str, reply: &Reply) {
    let operation = document.operations.iter().find(|it| it.method == method && it.path == path);
    let operation = operation.unwrap_or_else(|| panic!("{method} {path} is not described"));
    let status = bindery::spec::StatusPattern::Code(reply.status);
    let response = operation.responses.iter().find(|response| response.status == status);
    let response = response.unwrap_or_else(|| panic!("{method} {path}: {reply:?} is not documented"));
    let media_type: &MediaType = response.content.first().unwrap();
    assert_eq!(reply.header("content-type"), Some(media_type.name.as_str()));
    let schema = json_schema(document, media_type.schema.unwrap(), Direction::Response);
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
    let found: Vec<String> = validator.iter_errors(&reply.json()).map(|error| error.to_string()).collect();
    assert!(found.is_empty(), "{method} {path}: {found:?} in {}", reply.json());
}
