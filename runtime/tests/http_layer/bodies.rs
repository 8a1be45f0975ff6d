//! Bodies and their `Content-Type`.

use bindery_runtime::{Bytes, Checker, Error, Method, Multipart, RequestBuilder, Validate, read};
use serde_json::json;

use crate::server::{Seen, Server, answer};
use crate::{ErrorBody, client};

async fn send(build: impl FnOnce(RequestBuilder) -> RequestBuilder) -> Result<Seen, Error<ErrorBody>> {
    let server = Server::always(answer("204 No Content", "", "")).await;
    let request = build(client(&server).0.request(Method::POST, "/a"));
    request.reads(read::empty, read::json).await?;
    Ok(server.only())
}

#[tokio::test]
async fn bodies_come_with_their_media_type() {
    let value = json!({"a": "ü", "b": [1]});
    let table: Vec<(Seen, &str, &[u8])> = vec![
        (send(|it| it.json(&value)).await.expect("sent"), "application/json", r#"{"a":"ü","b":[1]}"#.as_bytes()),
        (
            send(|it| it.optional(Some(&value), |it, body| it.json(body))).await.expect("sent"),
            "application/json",
            r#"{"a":"ü","b":[1]}"#.as_bytes(),
        ),
        (
            send(|it| it.json_as("application/merge-patch+json", "x")).await.expect("sent"),
            "application/merge-patch+json",
            br#""x""#,
        ),
        (
            send(|it| it.text("text/plain; charset=utf-8", "hé")).await.expect("sent"),
            "text/plain; charset=utf-8",
            "hé".as_bytes(),
        ),
        (
            send(|it| it.bytes("application/octet-stream", vec![0, 255])).await.expect("sent"),
            "application/octet-stream",
            &[0, 255],
        ),
        (send(|it| it.bytes("image/png", Bytes::from_static(b"\x89PNG"))).await.expect("sent"), "image/png", b"\x89PNG"),
    ];
    for (seen, media_type, body) in table {
        assert_eq!(seen.header("content-type").as_deref(), Some(media_type));
        assert_eq!(seen.body, body, "{media_type}");
        assert_eq!(seen.header("content-length"), Some(body.len().to_string()));
    }
}

#[tokio::test]
async fn no_body_has_no_media_type() {
    let seen = send(|it| it.optional(None::<&str>, |it, body| it.json(body))).await.expect("sent");
    assert_eq!(seen.header("content-type"), None);
    assert_eq!(seen.header("content-length").as_deref(), Some("0"));
    assert!(seen.body.is_empty());
}

#[tokio::test]
async fn forms() {
    let form = json!({
        "a b": "c d+e&f=ü~*",
        "ids": [1, 2],
        "none": null,
        "object": {"x": 1},
        "yes": true,
    });
    let seen = send(|it| it.form(&form)).await.expect("sent");
    assert_eq!(seen.header("content-type").as_deref(), Some("application/x-www-form-urlencoded"));
    let expected = "a+b=c+d%2Be%26f%3D%C3%BC%7E*&ids=1&ids=2&object=%7B%22x%22%3A1%7D&yes=true";
    assert_eq!(seen.text(), expected);

    let error = send(|it| it.form("text")).await.expect_err("no object");
    assert!(matches!(error, Error::Invalid(_)), "{error}");
}

#[tokio::test]
async fn parts_stand_between_boundaries() {
    let body = Multipart::new().text("purpose", "a\r\n--b").json("meta", &json!({"a": 1})).file(
        "fi\"le",
        "a\"b\r\n.csv",
        "text/csv",
        vec![0, 255],
    );
    let seen = send(|it| it.multipart("multipart/form-data", body)).await.expect("sent");
    let content_type = seen.header("content-type").expect("a body has a type");
    let boundary = content_type.strip_prefix("multipart/form-data; boundary=").expect("parts have a boundary").to_owned();
    assert_eq!(boundary.len(), 32);
    let mut expected = format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\na\r\n--b\r\n\
         --{boundary}\r\nContent-Disposition: form-data; name=\"meta\"\r\nContent-Type: application/json\r\n\r\n{{\"a\":1}}\r\n\
         --{boundary}\r\nContent-Disposition: form-data; name=\"fi%22le\"; filename=\"a%22b%0D%0A.csv\"\r\n\
         Content-Type: text/csv\r\n\r\n"
    )
    .into_bytes();
    expected.extend([0, 255]);
    expected.extend(format!("\r\n--{boundary}--\r\n").as_bytes());
    assert_eq!(seen.body, expected);

    let unwritable = std::collections::BTreeMap::from([((1, 2), 3)]);
    let error = send(|it| it.multipart("multipart/form-data", Multipart::new().json("meta", &unwritable))).await;
    assert!(matches!(error, Err(Error::Invalid(ref invalid)) if invalid.failures()[0].pointer == "/meta"), "{error:?}");
}

struct Limit(i64);

impl Validate for Limit {
    fn check(&self, at: &mut Checker) {
        at.key("limit", |at| at.maximum(self.0, 100));
    }
}

#[tokio::test]
async fn constraints_are_checked_before_anything_is_sent() {
    send(|it| it.validated(&Limit(100))).await.expect("sent");

    let server = Server::always(answer("204 No Content", "", "")).await;
    let request = client(&server).0.request(Method::POST, "/a").validated(&Limit(101));
    let request = request.check(|at| at.fail("later", "is reported too".to_owned()));
    let result = request.reads::<(), ErrorBody>(read::empty, read::json).await;
    let Err(Error::Invalid(invalid)) = result else {
        panic!("{result:?}");
    };
    let places: Vec<_> = invalid.failures().iter().map(|failure| (failure.pointer.as_str(), failure.constraint)).collect();
    assert_eq!(places, [("/limit", "maximum"), ("", "later")]);
    assert!(server.seen().is_empty());
}

#[tokio::test]
async fn a_body_that_does_not_serialize_is_not_sent() {
    let map = std::collections::BTreeMap::from([((1, 2), 3)]);
    let error = send(|it| it.json(&map)).await.expect_err("no key");
    let text = error.to_string();
    assert!(text.starts_with("the request is not valid: can't be written: "), "{text}");
}
