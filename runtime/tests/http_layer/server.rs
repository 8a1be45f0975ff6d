//! A server that gives one prepared reply to each connection and remembers what it was asked.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// What to do once a request was read.
#[derive(Clone, Debug)]
pub(crate) enum Reply {
    /// Send these bytes, then close.
    Send(Vec<u8>),
    /// Close without a byte.
    Close,
    /// Never answer.
    Hang,
}

/// A request as it came.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    pub(crate) line: String,
    head: String,
    pub(crate) body: Vec<u8>,
}

pub(crate) struct Server {
    url: String,
    seen: Arc<Mutex<Vec<Seen>>>,
}

/// Writes a whole answer with the right length.
pub(crate) fn answer(status: &str, headers: &str, body: &str) -> Reply {
    let length = body.len();
    let head = format!("HTTP/1.1 {status}\r\n{headers}connection: close\r\n");
    Reply::Send(format!("{head}content-length: {length}\r\n\r\n{body}").into_bytes())
}

/// Writes an answer of JSON.
pub(crate) fn json(status: &str, body: &str) -> Reply {
    answer(status, "content-type: application/json\r\n", body)
}

/// The answer where it doesn't matter.
pub(crate) fn agent() -> Reply {
    json("200 OK", r#"{"id":"a1"}"#)
}

impl Server {
    /// Starts a server; the last reply is given again and again.
    pub(crate) async fn start(replies: Vec<Reply>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let seen = Arc::new(Mutex::new(Vec::new()));
        tokio::spawn(serve(listener, replies, Arc::clone(&seen)));
        Self { url, seen }
    }

    pub(crate) async fn always(reply: Reply) -> Self {
        Self::start(vec![reply]).await
    }

    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    pub(crate) fn seen(&self) -> Vec<Seen> {
        self.seen.lock().expect("no panic").clone()
    }

    /// The only request there was.
    pub(crate) fn only(&self) -> Seen {
        let mut seen = self.seen();
        assert_eq!(seen.len(), 1, "{seen:#?}");
        seen.remove(0)
    }
}

impl Seen {
    /// The values of a header, joined if there are several.
    pub(crate) fn header(&self, name: &str) -> Option<String> {
        let values: Vec<_> = self
            .head
            .lines()
            .filter_map(|line| line.split_once(": "))
            .filter(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.to_owned())
            .collect();
        (!values.is_empty()).then(|| values.join(" AND "))
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.clone()).expect("UTF-8")
    }
}

async fn serve(listener: TcpListener, replies: Vec<Reply>, seen: Arc<Mutex<Vec<Seen>>>) {
    let mut hanging = Vec::new();
    let mut replies = replies.into_iter();
    let mut reply = replies.next().expect("a reply");
    while let Ok((mut stream, _)) = listener.accept().await {
        let Some(request) = read_request(&mut stream).await else {
            continue;
        };
        seen.lock().expect("no panic").push(request);
        match reply.clone() {
            Reply::Send(bytes) => {
                let _ = stream.write_all(&bytes).await;
                let _ = stream.shutdown().await;
            }
            Reply::Close => {}
            Reply::Hang => hanging.push(stream),
        }
        reply = replies.next().unwrap_or(reply);
    }
}

async fn read_request(stream: &mut TcpStream) -> Option<Seen> {
    let mut bytes = Vec::new();
    let end = loop {
        if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break end;
        }
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    };
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut body = bytes.split_off(end + 4);
    let (line, head) = head.split_once("\r\n")?;
    let mut seen = Seen { line: line.to_owned(), head: head.to_owned(), body: Vec::new() };
    let length = seen.header("content-length");
    let length = length.map_or(0, |length| length.parse().expect("a length"));
    while body.len() < length {
        if stream.read_buf(&mut body).await.ok()? == 0 {
            break;
        }
    }
    seen.body = body;
    Some(seen)
}
