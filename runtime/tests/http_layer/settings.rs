//! Settings of a client and of a single request.

use bindery_runtime::{Api, BuildError, Client, ClientBuilder, Error, ReqwestTransport, Security, SecurityScheme};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpListener;

use crate::server::{Server, agent};
use crate::{TestClient, builder, client};

#[tokio::test]
async fn user_agent_and_default_headers() {
    let server = Server::always(agent()).await;
    client(&server).get_agent("a1").await.expect("an agent");
    let changed = builder(&server)
        .user_agent("mine/1")
        .default_header("X-Team", "first")
        .default_header("x-team", "second")
        .default_header("Accept", "*/*");
    changed.build().expect("a client").get_agent("a1").await.expect("an agent");
    let seen = server.seen();
    assert_eq!(seen[0].header("user-agent").as_deref(), Some("test/1.2.3"));
    assert_eq!(seen[1].header("user-agent").as_deref(), Some("mine/1"));
    assert_eq!(seen[1].header("x-team").as_deref(), Some("second"));
    assert_eq!(seen[1].header("accept").as_deref(), Some("application/json"));
}

#[tokio::test]
async fn a_header_of_one_request_wins() {
    let server = Server::always(agent()).await;
    let client = builder(&server).api_key("k").default_header("X-Team", "all");
    let client = client.build().expect("a client");
    let request = client.get_agent("a1").header("X-Team", "mine").header("Api-Key", "other");
    request.header("accept", "application/vnd.x+json").await.expect("an agent");
    let seen = server.only();
    assert_eq!(seen.header("x-team").as_deref(), Some("mine"));
    assert_eq!(seen.header("api-key").as_deref(), Some("other"));
    assert_eq!(seen.header("accept").as_deref(), Some("application/vnd.x+json"));
}

#[tokio::test]
async fn an_illegal_header_is_an_error() {
    let server = Server::always(agent()).await;
    for (name, value) in [("X Y", "1"), ("", "1"), ("X", "a\nb")] {
        let result = client(&server).get_agent("a1").header(name, value).await;
        assert!(matches!(result, Err(Error::Invalid(_))), "{name:?} {result:?}");
    }
    assert!(server.seen().is_empty());
}

#[tokio::test]
async fn the_path_of_the_base_url_stays() {
    let server = Server::always(agent()).await;
    for path in ["/base", "/base/", "/base//"] {
        let url = format!("{}{path}", server.url());
        let client = ClientBuilder::<TestClient>::new().base_url(url).build();
        let client = client.expect("a client");
        assert_eq!(client.as_client().base_url(), format!("{}/base", server.url()));
        client.get_agent("a1").await.expect("an agent");
    }
    for seen in server.seen() {
        assert_eq!(seen.line, "GET /base/v1/agents/a1 HTTP/1.1");
    }
}

#[test]
fn settings_that_cannot_be_used() {
    let new = ClientBuilder::<TestClient>::new;
    for url in ["", "ledger", "ftp://host", "http://user:hush@host", "http://host?a=b"] {
        let error = new().base_url(url).build().expect_err(url);
        assert!(matches!(error, BuildError::BaseUrl(_)), "{error:?}");
        assert!(!error.to_string().contains("hush"), "{error}");
    }
    let error = new().default_header("a b", "c").build().expect_err("a header");
    assert!(matches!(error, BuildError::Header(_)), "{error:?}");
    let error = new().user_agent("a\nb").build().expect_err("a header");
    assert!(matches!(error, BuildError::Header(_)), "{error:?}");
}

/// An API whose description names no server.
#[derive(Debug)]
struct Nowhere;

impl Api for Nowhere {
    const BASE_URL: Option<&'static str> = None;
    const USER_AGENT: &'static str = "nowhere/1";
    const SECURITY_SCHEMES: &'static [SecurityScheme] = &[];
    const SECURITY: Security = &[];

    fn from_client(_: Client) -> Self {
        Self
    }

    fn as_client(&self) -> &Client {
        unreachable!("nobody asks")
    }
}

#[test]
fn a_server_is_needed() {
    let error = ClientBuilder::<Nowhere>::new().build().expect_err("no server");
    assert!(matches!(error, BuildError::NoBaseUrl), "{error:?}");
    ClientBuilder::<Nowhere>::new().base_url("http://127.0.0.1").build().expect("a client");
}

#[tokio::test]
async fn a_request_moves_to_another_task() {
    let server = Server::always(agent()).await;
    let request = client(&server).get_agent("a1");
    let agent = tokio::spawn(request.into_future()).await.expect("no panic");
    assert_eq!(agent.expect("an agent").id, "a1");
}

#[tokio::test]
async fn a_reqwest_client_of_the_user() {
    // There is none on a machine without root certificates.
    let Ok(mine) = ReqwestTransport::client_builder() else {
        return;
    };
    let mine = mine.referer(false).build().expect("a client");
    let server = Server::always(agent()).await;
    let client = builder(&server).reqwest_client(mine.clone()).build();
    client.expect("a client").get_agent("a1").await.expect("an agent");

    // A server without TLS can't be spoken to over it.
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("https://{}", listener.local_addr().expect("an address"));
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.expect("a connection");
        stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").await.expect("written");
    });
    let client = builder(&server).base_url(url).reqwest_client(mine).retries(0).build();
    let error = client.expect("a client").get_agent("a1").await.expect_err("no TLS");
    assert!(error.is_connect(), "{error:?}");
}
