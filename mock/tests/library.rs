//! A description with what the Ledger one has not: other credentials, styles, forms, nested collections, and answers without examples.

mod common;

use std::path::PathBuf;

use bindery_mock::{Mock, Running};
use common::{Reply, loaded, send};
use serde_json::{Value, json};

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/library.yaml")
}

async fn library() -> Running {
    Mock::load(path()).unwrap().start().await.unwrap()
}

const TOKEN: (&str, &str) = ("Authorization", "Bearer t");

async fn get(server: &Running, target: &str) -> Reply {
    send(server, "GET", target, &[TOKEN], b"").await
}

async fn send_json(server: &Running, method: &str, target: &str, body: Value) -> Reply {
    let headers = [TOKEN, ("Content-Type", "application/json")];
    send(server, method, target, &headers, body.to_string().as_bytes()).await
}

async fn make_shelf(server: &Running) -> Value {
    let reply = send_json(server, "POST", "/shelves", json!({ "label": "top", "secret": "s", "room": "north" })).await;
    assert_eq!(reply.status, 201, "{reply:?}");
    assert_eq!(reply.header("etag"), Some("v1"), "a required header");
    reply.json()
}

async fn make_book(server: &Running, form: &str) -> Reply {
    let headers = [TOKEN, ("Content-Type", "application/x-www-form-urlencoded")];
    send(server, "POST", "/shelves/1/books", &headers, form.as_bytes()).await
}

#[tokio::test]
async fn any_alternative_of_credentials_opens_if_it_is_whole() {
    let server = library().await;
    let status = async |target: &str, header: (&str, &str)| send(&server, "GET", target, &[header], b"").await.status;
    assert_eq!(status("/shelves", TOKEN).await, 200);
    assert_eq!(status("/shelves", ("authorization", "bearer t")).await, 200);
    assert_eq!(status("/shelves?key=k", ("Cookie", "other=1; sid=s")).await, 200);
    assert_eq!(status("/shelves", ("Cookie", "sid=s")).await, 401);
    assert_eq!(status("/shelves?key=k", ("Cookie", "other=1")).await, 401);
    assert_eq!(status("/shelves", ("Authorization", "Basic dTpw")).await, 401);
    assert_eq!(status("/shelves/best", ("X", "y")).await, 200, "an operation can need none");
    assert_eq!(status("/search", ("X", "y")).await, 200, "one alternative is nothing");
    let refused = send(&server, "GET", "/shelves", &[], b"").await;
    assert_eq!(refused.header("www-authenticate"), Some("Bearer"));
}

#[tokio::test]
async fn basic_credentials_are_compared_decoded() {
    let text = "
openapi: 3.0.3
info: { title: T, version: '1' }
security: [{ Basic: [] }]
paths: { /a: { get: { responses: { '200': { description: Yes } } } } }
components: { securitySchemes: { Basic: { type: http, scheme: basic } } }
";
    let server = Mock::new(&loaded(text)).unwrap().accept_key("user:pass").start().await.unwrap();
    for (credential, status) in [("dXNlcjpwYXNz", 200), ("dXNlcjpvdGhlcg==", 401), ("%%%", 401)] {
        let reply = send(&server, "GET", "/a", &[("Authorization", &format!("Basic {credential}"))], b"").await;
        assert_eq!(reply.status, status, "{credential}");
    }
}

#[tokio::test]
async fn answers_without_examples_are_made_from_the_schema() {
    let server = library().await;
    let shelf = make_shelf(&server).await;
    assert_eq!(shelf, json!({ "id": 1, "label": "top", "room": "north" }), "no secret comes back");
    let node = get(&server, "/search").await.json();
    assert_eq!(node, json!({ "kind": "red", "children": [] }));
}

#[tokio::test]
async fn an_answer_that_can_not_be_made_is_an_error_of_the_server() {
    let server = library().await;
    let reply = get(&server, "/impossible").await;
    assert_eq!(reply.status, 500);
    let reason = reply.json()["title"].as_str().unwrap().to_owned();
    assert!(reason.contains("/paths/~1impossible/get/responses/200/content/application~1json"), "{reason}");
}

#[tokio::test]
async fn errors_have_the_documented_form() {
    let server = library().await;
    let reply = send_json(&server, "POST", "/shelves", json!({ "label": "x", "secret": "s", "owner": {} })).await;
    assert_eq!(reply.status, 400);
    assert_eq!(reply.header("content-type"), Some("application/problem+json"));
    let problem = reply.json();
    assert_eq!(problem["status"], 400);
    let title = problem["title"].as_str().unwrap();
    assert!(title.contains("`/label` is ") && title.contains("`email` is missing, at `/owner`"), "{title}");

    let reply = get(&server, "/shelves/7").await;
    assert_eq!((reply.status, reply.body.as_slice()), (404, &b""[..]), "this status is documented without a body");
    assert_eq!(reply.header("content-type"), None);
}

#[tokio::test]
async fn read_only_properties_need_not_be_sent_and_write_only_ones_are_not_answered() {
    let server = library().await;
    let without_secret = send_json(&server, "POST", "/shelves", json!({ "label": "top" })).await;
    assert!(without_secret.json()["title"].as_str().unwrap().contains("`secret` is missing"));
    for body in [json!({ "label": "top", "secret": "s", "owner": null }), json!({ "id": 7, "label": "top", "secret": "s" })] {
        let shelf = send_json(&server, "POST", "/shelves", body).await;
        assert_eq!((shelf.status, shelf.json().get("secret")), (201, None), "{shelf:?}");
    }
}

#[tokio::test]
async fn an_item_is_replaced_and_removed() {
    let server = library().await;
    make_shelf(&server).await;
    let replaced = send_json(&server, "PUT", "/shelves/1", json!({ "label": "low", "secret": "t" })).await;
    assert_eq!(replaced.json(), json!({ "id": 1, "label": "low" }), "what is not sent is gone");
    assert_eq!(get(&server, "/shelves/1").await.json(), json!({ "id": 1, "label": "low" }));
    let deleted = send(&server, "DELETE", "/shelves/1", &[TOKEN], b"").await;
    assert_eq!((deleted.status, deleted.body.as_slice()), (204, &b""[..]));
    assert_eq!(get(&server, "/shelves/1").await.status, 404);
    assert_eq!(make_shelf(&server).await["id"], 2, "an identifier is never given twice");
}

#[tokio::test]
async fn an_operation_below_an_item_changes_what_its_example_shows_and_clients_can_not_set() {
    let server = library().await;
    make_shelf(&server).await;
    let locked = json!({ "id": 1, "label": "top", "room": "north", "state": "locked" });
    let reply = send(&server, "POST", "/shelves/1/lock", &[TOKEN], b"").await;
    assert_eq!(reply.json(), locked, "the mode and the names are the client's, not the example's");
    assert_eq!(get(&server, "/shelves/1").await.json(), locked);

    let reply = send_json(&server, "POST", "/shelves/1/lock", json!({ "id": 5, "room": "south" })).await;
    assert_eq!(reply.json(), json!({ "id": 1, "label": "top", "room": "south", "state": "locked" }));
    assert_eq!(get(&server, "/shelves/1").await.json()["room"], "south");
}

#[tokio::test]
async fn a_list_is_read_by_offset() {
    let server = library().await;
    for _ in 0..3 {
        make_shelf(&server).await;
    }
    let ids = async |target: &str| {
        let list = get(&server, target).await.json();
        list.as_array().unwrap().iter().map(|shelf| shelf["id"].as_u64().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(ids("/shelves").await, [1, 2, 3]);
    assert_eq!(ids("/shelves?limit=2&offset=1").await, [2, 3]);
    assert_eq!(ids("/shelves?offset=9").await, [0; 0]);
}

#[tokio::test]
async fn a_collection_belongs_to_its_owner() {
    let server = library().await;
    assert_eq!(make_book(&server, "title=T").await.status, 404, "there is no such shelf");
    make_shelf(&server).await;
    make_shelf(&server).await;
    let book = make_book(&server, "title=A+b%26c&pages=7&tags=x&tags=y").await.json();
    let id = "00000000-0000-4000-8000-000000000001";
    assert_eq!(
        book,
        json!({ "id": id, "shelf": 1, "title": "A b&c", "pages": 7, "tags": ["x", "y"], "added": "2024-01-01T00:00:00Z" })
    );
    assert_eq!(get(&server, &format!("/shelves/1/books/{id}")).await.json(), book);
    assert_eq!(get(&server, &format!("/shelves/2/books/{id}")).await.status, 404);
    assert_eq!(get(&server, "/shelves/1/books").await.json(), json!({ "items": [book], "total": 1 }));
    assert_eq!(get(&server, "/shelves/2/books").await.json(), json!({ "items": [], "total": 0 }));
}

#[tokio::test]
async fn a_form_is_held_against_its_schema() {
    let server = library().await;
    make_shelf(&server).await;
    for (form, status) in
        [("pages=1", 400), ("title=T&pages=x", 400), ("title=T&pages=2147483648", 400), ("title=%FF", 400), ("title=T", 200)]
    {
        assert_eq!(make_book(&server, form).await.status, status, "{form}");
    }
}

#[tokio::test]
async fn concrete_paths_win_and_text_is_sent_as_it_is() {
    let server = library().await;
    let reply = send(&server, "GET", "/shelves/best", &[], b"").await;
    assert_eq!((reply.status, reply.body.as_slice()), (200, &b"The third"[..]));
    assert_eq!(reply.header("content-type"), Some("text/plain"));
}

#[tokio::test]
async fn every_style_is_read() {
    let server = library().await;
    let good = [
        "tags=a,b",
        "tags=a%2Cb,c",
        "ids=1&ids=2",
        "bars=1%7C2",
        "bars=1|2",
        "filter[from]=1&filter%5Bexact%5D=true",
        "where=%7B%22x%22%3A1%7D",
        "other=1",
    ];
    for query in good {
        assert_eq!(get(&server, &format!("/search?{query}")).await.status, 200, "{query}");
    }
    let bad = [
        ("tags=a,b,c", "`tags` (query)"),
        ("ids=1&ids=x", "`ids` (query): `/1`"),
        ("bars=1|x", "`bars` (query): `/1`"),
        ("filter[exact]=true", "`filter` (query): `from` is missing"),
        ("filter[from]=1&filter[exact]=maybe", "`/exact`"),
        ("where=%7B", "`where` (query): is not JSON"),
        ("where=%7B%7D", "`where` (query): `x` is missing"),
    ];
    for (query, reason) in bad {
        assert_refused(&get(&server, &format!("/search?{query}")).await, reason);
    }
    let with = async |name: &str, value: &str| send(&server, "GET", "/search", &[(name, value)], b"").await;
    assert_eq!(with("x-flags", "true, false").await.status, 200);
    assert_refused(&with("X-Flags", "true,no").await, "`X-Flags` (header): `/1`");
    assert_eq!(with("Cookie", "theme=dark").await.status, 200);
    assert_refused(&with("Cookie", "theme=blue").await, "`theme` (cookie)");
    assert_eq!(get(&server, "/points/.1,2").await.json(), json!({ "at": [1, 2] }));
    assert_refused(&get(&server, "/points/1,2").await, "`at` (path): does not begin with `.`");
}

fn assert_refused(reply: &Reply, reason: &str) {
    assert_eq!(reply.status, 400, "{reply:?}");
    let title = reply.json()["title"].as_str().unwrap().to_owned();
    assert!(title.contains(reason), "{title:?} has no {reason:?}");
}

#[tokio::test]
async fn a_pattern_that_is_no_regular_expression_lets_every_text_pass() {
    let text = "
openapi: 3.0.3
info: { title: T, version: '1' }
paths:
  /a:
    get:
      parameters: [{ name: q, in: query, schema: { type: string, pattern: '(', maxLength: 2 } }]
      responses: { '200': { description: Yes } }
";
    let server = Mock::new(&loaded(text)).unwrap().start().await.unwrap();
    assert_eq!(send(&server, "GET", "/a?q=xx", &[], b"").await.status, 200);
    assert_eq!(send(&server, "GET", "/a?q=xxx", &[], b"").await.status, 400);
}

#[tokio::test]
async fn fields_are_read_as_their_encoding_says() {
    let text = "
openapi: 3.1.0
info: { title: T, version: '1' }
paths:
  /a:
    post:
      requestBody:
        required: true
        content:
          application/x-www-form-urlencoded: &fields
            schema:
              type: object
              properties:
                csv: { type: array, items: { type: integer } }
                json: { type: object, properties: { n: { type: integer } } }
            encoding:
              csv: { style: form, explode: false }
              json: { contentType: application/json, headers: { X-Size: { required: true, schema: { type: integer } } } }
          multipart/form-data: *fields
      responses: { '204': { description: Done } }
";
    let server = Mock::new(&loaded(text)).unwrap().start().await.unwrap();
    let form = ("Content-Type", "application/x-www-form-urlencoded");
    assert_eq!(send(&server, "POST", "/a", &[form], b"csv=1,2&json=%7B%22n%22:1%7D").await.status, 204);
    assert_wrong(&send(&server, "POST", "/a", &[form], b"csv=1,x").await, "`/csv/1` is `\"x\"`, expected an integer");
    assert_wrong(&send(&server, "POST", "/a", &[form], b"json=%7B%22n%22:[]%7D").await, "`/json/n` is an array");

    let parts = async |headers: &str, content: &str| {
        let body = format!(
            "--b\r\nContent-Disposition: form-data; name=json{headers}\r\n\r\n{content}\r\n\
             --b\r\nContent-Disposition: form-data; name=csv\r\n\r\n1,2\r\n--b--"
        );
        send(&server, "POST", "/a", &[("Content-Type", "multipart/form-data; boundary=b")], body.as_bytes()).await
    };
    let json = "\r\nContent-Type: application/json";
    assert_eq!(parts(&format!("{json}\r\nX-Size: 1"), "{\"n\": 1}").await.status, 204);
    assert_wrong(&parts(json, "{}").await, "`X-Size` (header of the part `json`): it is required");
    assert_wrong(&parts("\r\nX-Size: 1", "{}").await, "the part `json` is `text/plain`, expected `application/json`");
    let size = format!("{json}\r\nX-Size: x");
    assert_wrong(&parts(&size, "{}").await, "`X-Size` (header of the part `json`): the value is `\"x\"`, expected an integer");
}

fn assert_wrong(reply: &Reply, reason: &str) {
    assert_eq!(reply.status, 400, "{reply:?}");
    assert!(reply.error().contains(reason), "{:?} has no {reason:?}", reply.error());
}
