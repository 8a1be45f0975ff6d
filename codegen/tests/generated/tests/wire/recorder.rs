//! A server on the loopback that keeps every byte of a request, and gives one prepared answer.

use std::sync::{Arc, Mutex};

use bindery_runtime::Api;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// The server; it answers until the test ends.
pub(crate) struct Recorder {
    authority: String,
    seen: Arc<Mutex<Vec<Vec<u8>>>>,
}

impl Recorder {
    /// Starts a server that answers every request with a status, headers (each with its line end) and a body.
    pub(crate) async fn answering(status: &str, headers: &str, body: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let authority = listener.local_addr().expect("an address").to_string();
        let seen = Arc::new(Mutex::new(Vec::new()));
        let length = body.len();
        let answer = format!("HTTP/1.1 {status}\r\n{headers}content-length: {length}\r\nconnection: close\r\n\r\n{body}");
        tokio::spawn(serve(listener, answer, Arc::clone(&seen)));
        Self { authority, seen }
    }

    /// Starts a server that answers with JSON.
    pub(crate) async fn json(status: &str, body: &str) -> Self {
        Self::answering(status, "content-type: application/json\r\n", body).await
    }

    /// Starts a server that answers 200 without a body.
    pub(crate) async fn empty() -> Self {
        Self::answering("200 OK", "", "").await
    }

    /// Makes a client of the server, by the default transport.
    pub(crate) fn client<C: Api>(&self) -> C {
        let builder = bindery_runtime::ClientBuilder::<C>::new().base_url(format!("http://{}", self.authority));
        builder.user_agent("test").retries(0).build().expect("a client")
    }

    /// Returns the bytes of the only request, its headers sorted, and the address replaced by `HOST`: the order of headers has no
    /// meaning (RFC 9110, section 5.3), and the address is another one in every run.
    #[track_caller]
    pub(crate) fn only(&self) -> String {
        let seen = self.seen.lock().expect("no test panics with the lock");
        assert_eq!(seen.len(), 1, "one request");
        let text = String::from_utf8(seen[0].clone()).expect("the requests of these tests are UTF-8");
        let (head, body) = text.split_once("\r\n\r\n").expect("a head ends");
        let mut lines: Vec<&str> = head.split("\r\n").collect();
        lines[1..].sort_unstable();
        format!("{}\n\n{body}", lines.join("\n").replace(&self.authority, "HOST"))
    }
}

async fn serve(listener: TcpListener, answer: String, seen: Arc<Mutex<Vec<Vec<u8>>>>) {
    while let Ok((mut stream, _)) = listener.accept().await {
        if let Some(request) = read(&mut stream).await {
            seen.lock().expect("no test panics with the lock").push(request);
            let _ = stream.write_all(answer.as_bytes()).await;
            let _ = stream.shutdown().await;
        }
    }
}

/// Reads a request to the end of its body; the client sends `Content-Length` with every body.
async fn read(stream: &mut TcpStream) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    loop {
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n");
        if end.is_some_and(|end| bytes.len() >= end + 4 + length(&bytes[..end])) {
            return Some(bytes);
        }
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    }
}

fn length(head: &[u8]) -> usize {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let line = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    line.map_or(0, |length| length.parse().expect("a length"))
}
