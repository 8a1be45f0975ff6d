//! Parameters, byte for byte, as they arrive.

use std::collections::BTreeMap;

use bindery_runtime::{Error, Maybe, Method, RequestBuilder, Style, read};
use serde::Serialize;
use serde_json::{Value, json};

use crate::server::{Seen, Server, answer};
use crate::{ErrorBody, client};

/// Sends a request and gives what arrived, or the error that kept it from being sent.
async fn send(path: &'static str, build: impl FnOnce(RequestBuilder) -> RequestBuilder) -> Result<Seen, String> {
    let server = Server::always(answer("204 No Content", "", "")).await;
    let request = build(client(&server).0.request(Method::GET, path));
    let request = request.reads::<(), ErrorBody>(read::empty, read::json);
    match request.await {
        Ok(()) => Ok(server.only()),
        Err(Error::Invalid(invalid)) => {
            assert!(server.seen().is_empty());
            Err(invalid.to_string())
        }
        Err(other) => panic!("{other}"),
    }
}

/// The target of the request line: what stands between `GET ` and ` HTTP/1.1`.
fn target(seen: Seen) -> String {
    let target = seen.line.strip_prefix("GET ").expect("GET");
    target.strip_suffix(" HTTP/1.1").expect("HTTP/1.1").to_owned()
}

async fn path(value: impl Serialize, style: Style) -> Result<String, String> {
    send("/a/{color}/b", |it| it.path_as("color", &value, style)).await.map(target)
}

async fn query(value: impl Serialize, style: Style) -> Result<String, String> {
    send("/a", |it| it.query_as("color", &value, style)).await.map(target)
}

fn array() -> Value {
    json!(["blue", "black", "brown"])
}

fn object() -> Value {
    json!({"R": 100, "G": 200, "B": 150})
}

/// The table of OpenAPI 3.0.4, "Style Examples"; JSON objects of serde_json are sorted.
#[tokio::test]
async fn styles_in_paths() {
    let table = [
        (Style::SIMPLE, json!("blue"), "blue"),
        (Style::SIMPLE, array(), "blue,black,brown"),
        (Style::SIMPLE, object(), "R,100,G,200,B,150"),
        (Style::SIMPLE_EXPLODE, json!("blue"), "blue"),
        (Style::SIMPLE_EXPLODE, array(), "blue,black,brown"),
        (Style::SIMPLE_EXPLODE, object(), "R=100,G=200,B=150"),
        (Style::LABEL, json!("blue"), ".blue"),
        (Style::LABEL, array(), ".blue,black,brown"),
        (Style::LABEL, object(), ".R,100,G,200,B,150"),
        (Style::LABEL_EXPLODE, json!("blue"), ".blue"),
        (Style::LABEL_EXPLODE, array(), ".blue.black.brown"),
        (Style::LABEL_EXPLODE, object(), ".R=100.G=200.B=150"),
        (Style::MATRIX, json!(""), ";color"),
        (Style::MATRIX, json!("blue"), ";color=blue"),
        (Style::MATRIX, array(), ";color=blue,black,brown"),
        (Style::MATRIX, object(), ";color=R,100,G,200,B,150"),
        (Style::MATRIX_EXPLODE, json!(""), ";color"),
        (Style::MATRIX_EXPLODE, json!("blue"), ";color=blue"),
        (Style::MATRIX_EXPLODE, array(), ";color=blue;color=black;color=brown"),
        (Style::MATRIX_EXPLODE, object(), ";R=100;G=200;B=150"),
        (Style::JSON, object(), "%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D"),
        (Style::JSON, json!("blue"), "%22blue%22"),
    ];
    for (style, value, expected) in table {
        let target = path(&value, style).await;
        assert_eq!(target, Ok(format!("/a/{expected}/b")), "{style:?} {value}");
    }
}

#[tokio::test]
async fn styles_in_queries() {
    let exploded = "?color=blue&color=black&color=brown";
    let table = [
        (Style::FORM, json!(""), "?color="),
        (Style::FORM, json!("blue"), "?color=blue"),
        (Style::FORM, array(), "?color=blue,black,brown"),
        (Style::FORM, object(), "?color=R,100,G,200,B,150"),
        (Style::FORM_EXPLODE, json!(""), "?color="),
        (Style::FORM_EXPLODE, json!("blue"), "?color=blue"),
        (Style::FORM_EXPLODE, array(), exploded),
        (Style::FORM_EXPLODE, object(), "?R=100&G=200&B=150"),
        (Style::SPACE_DELIMITED, array(), "?color=blue%20black%20brown"),
        (Style::SPACE_DELIMITED, object(), "?color=R%20100%20G%20200%20B%20150"),
        (Style::SPACE_DELIMITED_EXPLODE, array(), exploded),
        (Style::PIPE_DELIMITED, array(), "?color=blue%7Cblack%7Cbrown"),
        (Style::PIPE_DELIMITED, object(), "?color=R%7C100%7CG%7C200%7CB%7C150"),
        (Style::PIPE_DELIMITED_EXPLODE, array(), exploded),
        (Style::DEEP_OBJECT, object(), "?color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
        (
            Style::DEEP_OBJECT,
            json!({"a": {"b": [1, 2], "c": "x y"}, "d": null}),
            "?color%5Ba%5D%5Bb%5D=1&color%5Ba%5D%5Bb%5D=2&color%5Ba%5D%5Bc%5D=x%20y",
        ),
        (
            Style::DEEP_OBJECT,
            json!([{"a": 1}, {"a": [2, 3]}]),
            "?color%5B0%5D%5Ba%5D=1&color%5B1%5D%5Ba%5D=2&color%5B1%5D%5Ba%5D=3",
        ),
        (Style::JSON, json!({"R": [1, null]}), "?color=%7B%22R%22%3A%5B1%2Cnull%5D%7D"),
        (Style::JSON, json!("blue"), "?color=%22blue%22"),
    ];
    for (style, value, expected) in table {
        let target = query(&value, style).await;
        assert_eq!(target, Ok(format!("/a{expected}")), "{style:?} {value}");
    }
}

#[tokio::test]
async fn path_values_stay_in_their_segment() {
    let table = [
        ("a b", "a%20b"),
        ("a/b", "a%2Fb"),
        ("a+b", "a%2Bb"),
        ("a?b#c", "a%3Fb%23c"),
        ("a%2Fb", "a%252Fb"),
        ("..a", "..a"),
        ("...", "..."),
        ("../x", "..%2Fx"),
        ("%2e%2E", "%252e%252E"),
        ("a\\b", "a%5Cb"),
        ("{agentId}", "%7BagentId%7D"),
        ("ü\n", "%C3%BC%0A"),
        ("a,b;c=d:e@f", "a%2Cb%3Bc%3Dd%3Ae%40f"),
        ("-._~", "-._~"),
    ];
    for (value, expected) in table {
        let target = path(value, Style::SIMPLE).await;
        assert_eq!(target, Ok(format!("/a/{expected}/b")), "{value:?}");
    }
}

#[tokio::test]
async fn path_values_that_would_change_the_route_are_refused() {
    for value in ["", ".", ".."] {
        let reason = path(value, Style::SIMPLE).await.expect_err(value);
        assert!(reason.starts_with("/color: "), "{reason}");
        assert!(reason.contains("would change the route"), "{reason}");
    }
    path("", Style::LABEL).await.expect_err("a dot");
    path(".", Style::LABEL).await.expect_err("two dots");
    path([""; 0], Style::SIMPLE).await.expect_err("nothing");
    path(None::<&str>, Style::SIMPLE).await.expect_err("nothing");
}

#[tokio::test]
async fn query_values_are_escaped() {
    let table = [
        ("a b", "a%20b"),
        ("a+b", "a%2Bb"),
        ("a&b=c", "a%26b%3Dc"),
        ("a#b", "a%23b"),
        ("100%", "100%25"),
        ("it's", "it%27s"),
        ("a/b?c:d@e", "a%2Fb%3Fc%3Ad%40e"),
        ("日", "%E6%97%A5"),
    ];
    for (value, expected) in table {
        let target = query(value, Style::FORM).await;
        assert_eq!(target, Ok(format!("/a?color={expected}")), "{value:?}");
    }
    let commas = query(["a,b", "c"], Style::FORM).await;
    assert_eq!(commas.as_deref(), Ok("/a?color=a%2Cb,c"));
}

#[tokio::test]
async fn reserved_characters_stay_where_they_are_allowed() {
    let table = [
        ("a/b?c:d@e", "a/b?c:d@e"),
        ("!$()*,;=", "!$()*,;="),
        ("a b&c#d+e[f]", "a%20b%26c%23d%2Be%5Bf%5D"),
        ("%2F 100% %zz%", "%2F%20100%25%20%25zz%25"),
    ];
    for (value, expected) in table {
        let target = query(value, Style::FORM.reserved()).await;
        assert_eq!(target, Ok(format!("/a?color={expected}")), "{value:?}");
    }
    let target = path("a/b", Style::SIMPLE.reserved()).await;
    assert_eq!(target.as_deref(), Ok("/a/a%2Fb/b"));
}

#[tokio::test]
async fn numbers_and_booleans() {
    assert_eq!(query(true, Style::FORM).await.as_deref(), Ok("/a?color=true"));
    assert_eq!(query(-7_i64, Style::FORM).await.as_deref(), Ok("/a?color=-7"));
    assert_eq!(query(u64::MAX, Style::FORM).await.as_deref(), Ok("/a?color=18446744073709551615"));
    assert_eq!(query(0.1_f32, Style::FORM).await.as_deref(), Ok("/a?color=0.1"));
    assert_eq!(query(0.5_f64, Style::FORM).await.as_deref(), Ok("/a?color=0.5"));
}

#[tokio::test]
async fn what_is_not_there_is_not_sent() {
    assert_eq!(query(None::<i32>, Style::FORM).await.as_deref(), Ok("/a"));
    assert_eq!(query(Maybe::<i32>::Absent, Style::FORM).await.as_deref(), Ok("/a"));
    assert_eq!(query([0; 0], Style::FORM_EXPLODE).await.as_deref(), Ok("/a"));
    assert_eq!(query(json!({"a": null}), Style::FORM_EXPLODE).await.as_deref(), Ok("/a"));
    assert_eq!(query(json!([1, null]), Style::FORM).await.as_deref(), Ok("/a?color=1"));
    assert_eq!(query(Maybe::Value(3), Style::FORM).await.as_deref(), Ok("/a?color=3"));

    let seen = send("/a", |it| it.header("X-A", &None::<&str>).cookie("c", &None::<&str>)).await;
    let seen = seen.expect("sent");
    assert_eq!(seen.header("x-a"), None);
    assert_eq!(seen.header("cookie"), None);
}

#[tokio::test]
async fn nested_values_without_a_form_are_refused() {
    for value in [json!([[1]]), json!([{"a": 1}]), json!({"a": [1]})] {
        for style in [Style::FORM, Style::FORM_EXPLODE, Style::PIPE_DELIMITED] {
            let reason = query(&value, style).await.expect_err("nested");
            assert!(reason.starts_with("/color: "), "{reason}");
        }
    }
    query(json!({"a": [[1]]}), Style::DEEP_OBJECT).await.expect_err("nested");
}

#[tokio::test]
async fn a_value_that_does_not_serialize_is_refused() {
    let map = BTreeMap::from([(vec![1], 2)]);
    let reason = query(map, Style::FORM).await.expect_err("no key");
    assert!(reason.starts_with("/color: can't be written: "), "{reason}");
}

#[tokio::test]
async fn several_query_parameters() {
    let seen = send("/a?fixed=1", |it| it.query("limit", &20).query("filter[name]", "x").query("cursor", &Some("c d")));
    let target = target(seen.await.expect("sent"));
    assert_eq!(target, "/a?fixed=1&limit=20&filter%5Bname%5D=x&cursor=c%20d");
}

#[tokio::test]
async fn headers() {
    let seen = send("/a", |it| {
        it.header("X-Text", "a b, c%")
            .header("X-Array", &[1, 2])
            .header("X-Object", &object())
            .header_as("X-Exploded", &object(), Style::SIMPLE_EXPLODE)
            .header_as("X-Json", &json!({"a": 1}), Style::JSON)
            .header("X-Unicode", "ü")
    });
    let seen = seen.await.expect("sent");
    assert_eq!(seen.header("x-text").as_deref(), Some("a b, c%"));
    assert_eq!(seen.header("x-array").as_deref(), Some("1,2"));
    assert_eq!(seen.header("x-object").as_deref(), Some("R,100,G,200,B,150"));
    assert_eq!(seen.header("x-exploded").as_deref(), Some("R=100,G=200,B=150"));
    assert_eq!(seen.header("x-json").as_deref(), Some(r#"{"a":1}"#));
    assert_eq!(seen.header("x-unicode").as_deref(), Some("ü"));
}

#[tokio::test]
async fn a_header_cannot_smuggle_another() {
    let reason = send("/a", |it| it.header("X-A", "1\r\nX-B: 2")).await;
    let reason = reason.expect_err("a line break");
    assert!(reason.starts_with("/X-A: "), "{reason}");
    let reason = send("/a", |it| it.header("X A", "1")).await;
    assert!(reason.expect_err("a space").contains("not the name of a header"));
}

#[tokio::test]
async fn cookies() {
    let seen = send("/a", |it| it.cookie("session", "a b;c").cookie("ids", &[1, 2]).cookie_as("joined", &[1, 2], Style::FORM));
    let cookies = seen.await.expect("sent").header("cookie");
    assert_eq!(cookies.as_deref(), Some("session=a%20b%3Bc; ids=1; ids=2; joined=1,2"));
}
