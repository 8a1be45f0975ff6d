//! Credentials: where they go, which are chosen, and that nobody sees them.

use bindery_runtime::{BuildError, ClientBuilder, Credential, Method, Secret, Security, read};

use crate::server::{Seen, Server, agent, answer};
use crate::{ErrorBody, TestClient, builder};

/// Sends a request under a requirement, with the credentials given by scheme.
async fn send(security: Security, credentials: &[(&str, Credential)]) -> Seen {
    let server = Server::always(answer("204 No Content", "", "")).await;
    let mut builder = builder(&server);
    for (scheme, credential) in credentials {
        builder = builder.credential(*scheme, credential.clone());
    }
    let client = builder.build().expect("a client");
    let request = client.0.request(Method::GET, "/a").query("q", &1).cookie("c", &2);
    let request = request.security(security);
    request.reads::<(), ErrorBody>(read::empty, read::json).await.expect("sent");
    server.only()
}

fn key() -> Credential {
    Credential::api_key("k e/y")
}

#[tokio::test]
async fn api_keys() {
    let seen = send(&[&["ApiKey"]], &[("ApiKey", key())]).await;
    assert_eq!(seen.header("api-key").as_deref(), Some("k e/y"));
    assert_eq!(seen.line, "GET /a?q=1 HTTP/1.1");

    let seen = send(&[&["QueryKey"]], &[("QueryKey", key())]).await;
    assert_eq!(seen.line, "GET /a?q=1&api%20key=k%20e%2Fy HTTP/1.1");

    let seen = send(&[&["CookieKey"]], &[("CookieKey", key())]).await;
    assert_eq!(seen.header("cookie").as_deref(), Some("c=2; session=k%20e%2Fy"));
}

#[tokio::test]
async fn bearer_and_basic() {
    let seen = send(&[&["Bearer"]], &[("Bearer", Credential::bearer("t.o.k"))]).await;
    assert_eq!(seen.header("authorization").as_deref(), Some("Bearer t.o.k"));

    // The examples of RFC 7617, sections 2 and 2.1.
    let seen = send(&[&["Basic"]], &[("Basic", Credential::basic("Aladdin", "open sesame"))]).await;
    assert_eq!(seen.header("authorization").as_deref(), Some("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="));
    let seen = send(&[&["Basic"]], &[("Basic", Credential::basic("test", "123£"))]).await;
    assert_eq!(seen.header("authorization").as_deref(), Some("Basic dGVzdDoxMjPCow=="));
}

#[tokio::test]
async fn the_first_alternative_with_all_credentials_is_used() {
    let both = [("ApiKey", key()), ("Bearer", Credential::bearer("t"))];
    let needs_both: Security = &[&["ApiKey", "Bearer"]];
    let seen = send(needs_both, &both).await;
    assert!(seen.header("api-key").is_some() && seen.header("authorization").is_some());

    let seen = send(needs_both, &both[..1]).await;
    assert!(seen.header("api-key").is_none() && seen.header("authorization").is_none());

    let either: Security = &[&["CookieKey", "ApiKey"], &["Bearer"], &["ApiKey"]];
    let seen = send(either, &both).await;
    assert!(seen.header("api-key").is_none() && seen.header("authorization").is_some());

    let seen = send(either, &both[..1]).await;
    assert!(seen.header("api-key").is_some() && seen.header("authorization").is_none());
}

#[tokio::test]
async fn optional_and_no_security() {
    let optional: Security = &[&[], &["ApiKey"]];
    assert!(send(optional, &[("ApiKey", key())]).await.header("api-key").is_some());
    assert!(send(optional, &[]).await.header("api-key").is_none());
    assert!(send(&[], &[("ApiKey", key())]).await.header("api-key").is_none());
    assert!(send(&[&[]], &[("ApiKey", key())]).await.header("api-key").is_none());
}

#[tokio::test]
async fn the_api_has_a_default() {
    let server = Server::always(agent()).await;
    let client = builder(&server).api_key("first").api_key("second").bearer_token("t");
    client.build().expect("a client").get_agent("a1").await.expect("sent");
    let seen = server.only();
    assert_eq!(seen.header("api-key").as_deref(), Some("second"));
    assert_eq!(seen.header("authorization"), None);
}

#[test]
fn credentials_that_cannot_be_used() {
    let build = |scheme: &str, credential| {
        let error = ClientBuilder::<TestClient>::new().credential(scheme, credential).build();
        error.expect_err("a problem")
    };
    let error = build("Other", key());
    assert!(matches!(&error, BuildError::UnknownScheme { scheme, known } if scheme == "Other" && known.len() == 5));
    for error in [
        build("Bearer", key()),
        build("ApiKey", Credential::bearer("secret")),
        build("ApiKey", Credential::api_key("secret\n")),
        build("Bearer", Credential::bearer("secret\r\nX: y")),
        build("Basic", Credential::basic("a:b", "secret")),
    ] {
        assert!(matches!(error, BuildError::Credential { .. }), "{error:?}");
        assert!(!format!("{error} {error:?}").contains("secret"), "{error:?}");
    }
}

#[tokio::test]
async fn nothing_shows_a_secret() {
    let secret = Secret::from("hush");
    let server = Server::always(crate::server::Reply::Close).await;
    let builder = builder(&server)
        .api_key(secret.clone())
        .credential("QueryKey", Credential::api_key("hush"))
        .basic_auth("user", "hush")
        .default_header("X-Token", "hush")
        .retries(0);
    let mut shown = format!("{secret:?} {:?} {builder:?}", Credential::basic("user", "hush"));
    let client = builder.build().expect("a client");
    let request = client.0.request(Method::GET, "/a").security(&[&["QueryKey", "Basic"]]);
    shown += &format!("{client:?} {request:?}");
    let request = request.reads::<(), ErrorBody>(read::empty, read::json);
    let request = request.header("Authorization", "hush");
    shown += &format!("{request:?}");
    let error = request.await.expect_err("closed");
    shown += &format!("{error:?} {error}");
    let mut source = std::error::Error::source(&error);
    while let Some(error) = source {
        shown += &format!("{error:?} {error}");
        source = error.source();
    }
    assert!(server.only().line.contains("hush"));
    assert!(!shown.contains("hush"), "{shown}");
    assert!(!shown.contains("aHVzaA"), "{shown}");
    assert!(shown.contains("[redacted]"));
}
