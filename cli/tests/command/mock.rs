//! `bindery mock`: a server that answers, and ends when it is told to.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};

use crate::support::{Folder, LEDGER};

/// A running mock; it is ended with the test.
struct Mock {
    child: Child,
    lines: BufReader<std::process::ChildStdout>,
    url: String,
}

impl Mock {
    fn start(folder: &Folder, flags: &[&str]) -> Self {
        let mut command = folder.command(&[&["mock", LEDGER], flags].concat());
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap());
        let mut first = String::new();
        lines.read_line(&mut first).unwrap();
        let (url, rest) = first.split_once(' ').unwrap_or_else(|| panic!("{first:?}"));
        assert!(rest.starts_with("serves "), "{first}");
        Self { child, lines, url: url.to_owned() }
    }

    /// Sends a request without a body, and returns the whole answer.
    fn get(&self, path: &str, key: &str) -> String {
        let address = self.url.strip_prefix("http://").unwrap();
        let mut stream = TcpStream::connect(address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nApi-Key: {key}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }
}

impl Drop for Mock {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn it_says_what_it_serves_and_answers() {
    let folder = Folder::new("mock");
    let mut mock = Mock::start(&folder, &["--key", "lk_test_1"]);
    let routes: Vec<_> = mock.lines.by_ref().lines().map_while(Result::ok).take(7).collect();
    assert_eq!(routes[0], "  GET   /v1/agents");
    assert_eq!(routes[6], "Ctrl-C stops it");
    let answer = mock.get("/v1/agents", "lk_test_1");
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    assert!(answer.contains("\"data\""), "{answer}");
    assert!(mock.get("/v1/agents", "another").starts_with("HTTP/1.1 401 "));
}

#[test]
#[cfg(unix)]
fn an_interrupt_is_a_good_end() {
    let folder = Folder::new("mock-interrupt");
    let mut mock = Mock::start(&folder, &[]);
    // Any key will do where none is named.
    assert!(mock.get("/v1/agents", "any").starts_with("HTTP/1.1 200 "));
    for line in mock.lines.by_ref().lines().map_while(Result::ok) {
        if line == "Ctrl-C stops it" {
            break;
        }
    }
    let interrupted = std::process::Command::new("kill").args(["-INT", &mock.child.id().to_string()]).status().unwrap();
    assert!(interrupted.success());
    assert_eq!(mock.child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_port_that_is_taken() {
    let folder = Folder::new("mock-port");
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let ran = folder.bindery(&["mock", LEDGER, "--port", &port]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.starts_with("error: can't listen on "), "{}", ran.stderr);
}

#[test]
fn a_description_that_is_refused() {
    let folder = Folder::new("mock-refused");
    folder.write("pets.yaml", "openapi: 3.0.3\ninfo: {title: Pets}\npaths: {}\n");
    let ran = folder.bindery(&["mock", "pets.yaml"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.stderr.contains(" --> pets.yaml:2:"), "{}", ran.stderr);
}
