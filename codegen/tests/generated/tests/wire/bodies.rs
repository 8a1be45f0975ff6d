//! Request bodies of every media type, with their `Content-Type`; and what is not sent because it breaks a constraint.

use bindery_runtime::{Error, Multipart};
use bindery_specs::*;

use crate::memory::{Memory, sent, texts};
use crate::recorder::Recorder;

#[tokio::test]
async fn bodies_of_every_kind() {
    use bodies::{Client, InlineRequest, Pet};
    let pet = Pet::new("T&m ä").age(3).note_null().tags(texts(&["a b", "c"]));
    let json = r#"{"age":3,"name":"T&m ä","note":null,"tags":["a b","c"]}"#;
    let with = |head: &str, media_type: &str, body: &str| {
        format!("{head}\naccept: application/json\ncontent-type: {media_type}\n\n{body}").replace(" /", " https://host/base/")
    };
    assert_eq!(sent(|client: &Client| client.json(&pet)).await, with("POST /json", "application/json", json));
    assert_eq!(sent(|client: &Client| client.optional(Some(&pet))).await, with("POST /optional", "application/json", json));
    assert_eq!(sent(|client: &Client| client.optional(None)).await, "POST https://host/base/optional\naccept: application/json");
    assert_eq!(sent(|client: &Client| client.merge(&pet)).await, with("PATCH /merge", "application/merge-patch+json", json));
    assert_eq!(
        sent(|client: &Client| client.charset(&pet)).await,
        with("POST /charset", "application/json; charset=utf-8", json)
    );
    assert_eq!(
        sent(|client: &Client| client.form(&pet)).await,
        with("POST /form", "application/x-www-form-urlencoded", "age=3&name=T%26m+%C3%A4&tags=a+b&tags=c")
    );
    assert_eq!(sent(|client: &Client| client.text("one\ntwo")).await, with("POST /text", "text/plain", "one\ntwo"));
    assert_eq!(sent(|client: &Client| client.bytes("raw")).await, with("PUT /bytes", "application/octet-stream", "raw"));
    assert_eq!(sent(|client: &Client| client.image("png")).await, with("PUT /image", "image/png", "png"));
    let inline = InlineRequest::new(texts(&["a"]));
    assert_eq!(
        sent(|client: &Client| client.inline(&inline)).await,
        with("POST /inline", "application/json", r#"{"tags":["a"]}"#)
    );
    let list = [Pet::new("a"), Pet::new("b")];
    assert_eq!(
        sent(|client: &Client| client.list(&list)).await,
        with("POST /list", "application/json", r#"[{"name":"a"},{"name":"b"}]"#)
    );
    assert_eq!(sent(|client: &Client| client.scalar("text")).await, with("POST /scalar", "application/json", r#""text""#));
    assert_eq!(sent(|client: &Client| client.several(&pet)).await, with("POST /several", "application/json", json));
    assert_eq!(sent(|client: &Client| client.xml("<a/>")).await, with("POST /xml", "application/xml", "<a/>"));
    assert_eq!(sent(|client: &Client| client.note(Some("n".to_owned()))).await, with("POST /note", "text/plain", "n"));
    assert_eq!(sent(|client: &Client| client.note(None)).await, "POST https://host/base/note\naccept: application/json");
    let upload = sent(|client: &Client| client.upload(Multipart::new().file("file", "a.csv", "text/csv", "a,b"))).await;
    assert!(upload.contains("\ncontent-type: multipart/form-data; boundary="), "{upload}");
    assert!(upload.contains("name=\"file\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\na,b\r\n--"), "{upload}");
    let anything = serde_json::json!([1, null]);
    assert_eq!(sent(|client: &Client| client.anything(&anything)).await, with("POST /anything", "application/json", "[1,null]"));
}

#[tokio::test]
async fn forms_are_written_as_their_encoding_says() {
    use forms::{Client, Order, Place};
    let order = Order::new()
        .note("a b")
        .tags(texts(&["c d", "e,f"]))
        .sizes(vec![1, 2])
        .colors(texts(&["r", "g|b"]))
        .place(Place::new("X Y").zip(7))
        .area(Place::new("Z").zip(8))
        .filter([("k".to_owned(), "v&w".to_owned())].into())
        .lines(vec![Place::new("L"), Place::new("M").zip(9)])
        .url("https://host/?a");
    let form = |path: &str, entries: &[&str]| {
        let body = entries.join("&");
        let head = format!("POST {path} HTTP/1.1\naccept: application/json\ncontent-length: {}", body.len());
        format!("{head}\ncontent-type: application/x-www-form-urlencoded\nhost: HOST\nuser-agent: test\n\n{body}")
    };
    let recorder = Recorder::empty().await;
    recorder.client::<Client>().styles(&order).await.expect("an answer");
    let entries = [
        "note=a+b",
        "tags=c+d&tags=e%2Cf",
        "sizes=1,2",
        "colors=r%7Cg%7Cb",
        "city=X%20Y&zip=7",
        "area=city,Z,zip,8",
        "filter%5Bk%5D=v%26w",
        "lines%5B0%5D%5Bcity%5D=L&lines%5B1%5D%5Bcity%5D=M&lines%5B1%5D%5Bzip%5D=9",
        "url=https://host/?a",
    ];
    assert_eq!(recorder.only(), form("/styles", &entries));
    let recorder = Recorder::empty().await;
    recorder.client::<Client>().media_types(Some(&order)).await.expect("an answer");
    let entries = [
        "note=%22a+b%22",
        "tags=%22c+d%22&tags=%22e%2Cf%22",
        "sizes=1%202",
        "colors=r&colors=g%7Cb",
        "place=%7B%22city%22%3A%22X+Y%22%2C%22zip%22%3A7%7D",
        "area=%7B%22city%22%3A%22Z%22%2C%22zip%22%3A8%7D",
        "filter=%7B%22k%22%3A%22v%26w%22%7D",
        "lines=%7B%22city%22%3A%22L%22%7D&lines=%7B%22city%22%3A%22M%22%2C%22zip%22%3A9%7D",
        "url=https%3A%2F%2Fhost%2F%3Fa",
    ];
    assert_eq!(recorder.only(), form("/media-types", &entries));
    let recorder = Recorder::empty().await;
    recorder.client::<Client>().styles(&Order::new().sizes(Vec::new())).await.expect("an answer");
    assert_eq!(recorder.only(), form("/styles", &[]));
}

#[tokio::test]
async fn what_breaks_a_constraint_is_not_sent() {
    use constraints::{Client, Inner, PutThingParams, Thing};
    let memory = Memory::nothing();
    let client: Client = memory.client();
    let wrong = Thing::new().name("a").inner(Inner::new(""));
    let error = client.put_thing("x", &wrong, &PutThingParams::new().page(0)).await.expect_err("it is not sent");
    let Error::Invalid(invalid) = error else { panic!("{error}") };
    let failures: Vec<_> = invalid.failures().iter().map(|failure| failure.pointer.as_str()).collect();
    assert_eq!(failures, ["/code", "/page", "/name", "/inner/id", "/inner/id"]);
    let error = client.put_thing("xy", &wrong, &PutThingParams::new()).await.expect_err("it is not sent");
    assert_eq!(
        error.to_string(),
        "the request is not valid: /name: has 1 character, at least 2 expected (minLength); /inner/id: has 0 characters, at least 1 \
         expected (minLength); /inner/id: \"\" does not match `^\\d+(?!x)` (pattern)"
    );
    assert!(memory.seen.lock().expect("no test panics with the lock").is_empty());
    client.put_thing("xy", &Thing::new().name("ab"), &PutThingParams::new()).await.expect("an answer");
    assert_eq!(memory.only().lines().next(), Some("PUT https://host/base/things/xy"));
}
