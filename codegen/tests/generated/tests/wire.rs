//! Requests of the generated clients as they leave, byte for byte, and answers read by their status.

use std::fmt::Debug;
use std::sync::{Arc, Mutex};

use bindery_runtime::{
    Api, Body, BoxFuture, Bytes, ClientBuilder, Credential, Error, Multipart, Request, Transport, TransportError, formats, http,
};
use bindery_specs::*;

/// Answers every request with the same status, media type and body, and keeps the requests as text.
#[derive(Clone)]
struct Memory {
    status: u16,
    media_type: &'static str,
    body: &'static str,
    seen: Arc<Mutex<Vec<String>>>,
}

impl Memory {
    fn answering(status: u16, media_type: &'static str, body: &'static str) -> Self {
        Self { status, media_type, body, seen: Arc::default() }
    }

    fn nothing() -> Self {
        Self::answering(204, "", "")
    }

    fn builder<C: Api>(&self) -> ClientBuilder<C> {
        ClientBuilder::new().base_url("https://host/base").transport(self.clone()).retries(0)
    }

    fn client<C: Api>(&self) -> C {
        self.builder().build().expect("a client")
    }

    /// Returns the only request there was.
    #[track_caller]
    fn only(&self) -> String {
        let seen = self.seen.lock().expect("no test panics with the lock");
        assert_eq!(seen.len(), 1, "{seen:#?}");
        seen[0].clone()
    }
}

/// Writes a request as text: method and URL, the headers that depend on the description, and the body.
fn text(parts: &http::request::Parts, body: &[u8]) -> String {
    let mut lines = vec![format!("{} {}", parts.method, parts.uri)];
    let of_runtime = ["user-agent", "content-length", "host"];
    let mut headers: Vec<_> = parts.headers.iter().filter(|(name, _)| !of_runtime.contains(&name.as_str())).collect();
    headers.sort_by_key(|(name, _)| name.as_str());
    lines.extend(headers.into_iter().map(|(name, value)| format!("{name}: {}", String::from_utf8_lossy(value.as_bytes()))));
    if !body.is_empty() {
        lines.push(String::new());
        lines.push(String::from_utf8_lossy(body).into_owned());
    }
    lines.join("\n")
}

impl Transport for Memory {
    fn send(&self, request: http::Request<Body>) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        Box::pin(async move {
            let (parts, mut body) = request.into_parts();
            let mut bytes = Vec::new();
            while let Some(part) = body.chunk().await? {
                bytes.extend_from_slice(&part);
            }
            self.seen.lock().expect("no test panics with the lock").push(text(&parts, &bytes));
            let answer = http::Response::builder().status(self.status);
            let answer = if self.media_type.is_empty() { answer } else { answer.header("content-type", self.media_type) };
            Ok(answer.body(Body::from(self.body)).expect("an answer"))
        })
    }
}

/// Sends a request of a client, and returns what left.
async fn sent<C: Api, T: Send + 'static, E: Debug + Send + 'static>(request: impl FnOnce(&C) -> Request<T, E>) -> String {
    let memory = Memory::nothing();
    let client = memory.client();
    request(&client).await.expect("an answer");
    memory.only()
}

/// Returns only the method and the URL after the host.
async fn line<C: Api, T: Send + 'static, E: Debug + Send + 'static>(request: impl FnOnce(&C) -> Request<T, E>) -> String {
    let text = sent(request).await;
    text.lines().next().unwrap_or_default().replace("https://host", "")
}

fn texts(items: &[&str]) -> Vec<String> {
    items.iter().map(|item| (*item).to_owned()).collect()
}

#[tokio::test]
async fn path_parameters_in_every_style() {
    use parameters_path::{Client, Color, SameParams, TypedKind};
    let color = Color::new(100, 200);
    let list = texts(&["a b", "c/d"]);
    assert_eq!(line(|client: &Client| client.text("a b/ä+?%&;")).await, "GET /base/text/a%20b%2F%C3%A4%2B%3F%25%26%3B");
    assert_eq!(line(|client: &Client| client.taken("now", &[1, 2])).await, "GET /base/at/now/1,2");
    let id: formats::Uuid = "67e55044-10b1-426f-9247-bb680e5fe0c8".parse().expect("a UUID");
    let when: formats::Date = "2023-12-25".parse().expect("a date");
    assert_eq!(
        line(|client: &Client| client.typed(&id, &when, true, &TypedKind::Big)).await,
        "GET /base/typed/67e55044-10b1-426f-9247-bb680e5fe0c8/2023-12-25/true/big"
    );
    assert_eq!(line(|client: &Client| client.simple(&[1, 2], &color)).await, "GET /base/simple/1,2/blue,100,green,200");
    assert_eq!(line(|client: &Client| client.simple_exploded(&color)).await, "GET /base/simple-exploded/blue=100,green=200");
    assert_eq!(line(|client: &Client| client.label(&list, &list)).await, "GET /base/label/.a%20b,c%2Fd/.a%20b.c%2Fd");
    assert_eq!(
        line(|client: &Client| client.matrix(&list, &list)).await,
        "GET /base/matrix/;list=a%20b,c%2Fd/;exploded=a%20b;exploded=c%2Fd"
    );
    assert_eq!(line(|client: &Client| client.inside("pdf", 1, -2)).await, "GET /base/report.pdf/1--2");
    assert_eq!(
        line(|client: &Client| client.content(&color)).await,
        "GET /base/content/%7B%22blue%22%3A100%2C%22green%22%3A200%7D"
    );
    assert_eq!(
        sent(|client: &Client| client.same("path", &SameParams::new("query", "header"))).await,
        "GET https://host/base/same/path?id=query\naccept: application/json\nid: header"
    );
}

#[tokio::test]
async fn a_path_parameter_never_changes_the_route() {
    let memory = Memory::nothing();
    let client: parameters_path::Client = memory.client();
    let error = client.text("").await.expect_err("an empty segment is another route");
    assert!(matches!(error, Error::Invalid(_)), "{error}");
    let error = client.text("..").await.expect_err("two dots lead elsewhere");
    assert!(matches!(error, Error::Invalid(_)), "{error}");
}

#[tokio::test]
async fn query_parameters_in_every_style() {
    use parameters_query::*;
    let color = || Color::new(100).name("light grey");
    let two = || texts(&["a,b", "c d"]);
    let scalars =
        ScalarsParams::new("a b&c=d+ä").number(1.5).limit(5).flag(true).order(ScalarsOrder::Desc).r#type("t").odd_name("o");
    let scalars = scalars.when("2023-12-25T16:00:00+01:00".parse().expect("an instant"));
    assert_eq!(
        line(|client: &Client| client.scalars(&scalars)).await,
        "GET /base/scalars?text=a%20b%26c%3Dd%2B%C3%A4&number=1.5&limit=5&flag=true&when=2023-12-25T16%3A00%3A00%2B01%3A00&order=desc\
         &odd%20name%5B%5D=o&type=t"
    );
    assert_eq!(line(|client: &Client| client.scalars(&ScalarsParams::new(""))).await, "GET /base/scalars?text=");
    let form = FormParams::new().exploded(two()).joined(two()).object(color()).joined_object(color());
    assert_eq!(
        line(|client: &Client| client.form(&form)).await,
        "GET /base/form?exploded=a%2Cb&exploded=c%20d&joined=a%2Cb,c%20d&blue=100&name=light%20grey&joined_object=blue,100,name,light%20grey"
    );
    let empty = FormParams::new().exploded(Vec::new());
    assert_eq!(line(|client: &Client| client.form(&empty)).await, "GET /base/form");
    let delimited = DelimitedParams::new().space(two()).pipe(two());
    assert_eq!(
        line(|client: &Client| client.delimited(&delimited)).await,
        "GET /base/delimited?space=a%2Cb%20c%20d&pipe=a%2Cb%7Cc%20d"
    );
    let map = [("x y".to_owned(), "1".to_owned())].into();
    let deep = DeepParams::new().filter(color()).map(map);
    assert_eq!(
        line(|client: &Client| client.deep(&deep)).await,
        "GET /base/deep?filter%5Bblue%5D=100&filter%5Bname%5D=light%20grey&map%5Bx%20y%5D=1"
    );
    let url = "https://a.example/b?c=d";
    let reserved = ReservedParams::new().url(url).plain(url);
    assert_eq!(
        line(|client: &Client| client.reserved(&reserved)).await,
        "GET /base/reserved?url=https://a.example/b?c=d&plain=https%3A%2F%2Fa.example%2Fb%3Fc%3Dd"
    );
    let content = ContentParams::new().filter(Color::new(1));
    assert_eq!(line(|client: &Client| client.content(&content)).await, "GET /base/content?filter=%7B%22blue%22%3A1%7D");
    let number = UnionParams::new(UnionId::Integer(5));
    assert_eq!(line(|client: &Client| client.union(&number)).await, "GET /base/union?id=5");
}

#[tokio::test]
async fn header_and_cookie_parameters() {
    use parameters_header_cookie::*;
    let headers =
        HeadersParams::new("r1").x_count(3).x_list(texts(&["a", "b c"])).x_object(Color::new(1).green(2)).x_json(Color::new(1));
    assert_eq!(
        sent(|client: &Client| client.headers(&headers)).await,
        "GET https://host/base/headers\naccept: application/json\nx-count: 3\nx-json: {\"blue\":1}\nx-list: a,b c\nx-object: blue=1,green=2\n\
         x-request-id: r1"
    );
    let cookies = CookiesParams::new("s 1").theme("dark").ids(vec![1, 2]);
    assert_eq!(
        sent(|client: &Client| client.cookies(&cookies)).await,
        "GET https://host/base/cookies\naccept: application/json\ncookie: session=s%201; theme=dark; ids=1,2"
    );
    assert_eq!(
        sent(|client: &Client| client.idempotent().idempotency_key("order-17")).await,
        "POST https://host/base/idempotent\naccept: application/json\nidempotency-key: order-17"
    );
    let always = IdempotentAlwaysParams::new("order-17");
    assert_eq!(
        sent(|client: &Client| client.idempotent_always(&always)).await,
        "POST https://host/base/idempotent-always\naccept: application/json\nidempotency-key: order-17"
    );
}

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

#[tokio::test]
async fn credentials_go_where_the_description_says() {
    use security::Client;
    let memory = || Memory::nothing();
    let all = |memory: &Memory| -> Client {
        let builder = memory
            .builder()
            .credential("HeaderKey", Credential::api_key("h k"))
            .credential("QueryKey", Credential::api_key("q k"));
        let builder = builder.credential("CookieKey", Credential::api_key("c k")).credential("Token", Credential::bearer("t"));
        builder.credential("OAuth", Credential::bearer("o")).basic_auth("user", "pass").build().expect("a client")
    };
    type Call = fn(&Client) -> Request<(), Bytes>;
    let calls: [(Call, &str); 10] = [
        (Client::inherited, "GET /default\nx-api-key: h k"),
        (Client::public, "GET /public"),
        (Client::query, "GET /query?api%20key=q%20k"),
        (Client::cookie, "GET /cookie\ncookie: session=c%20k"),
        (Client::bearer, "GET /bearer\nauthorization: Bearer t"),
        (Client::basic, "GET /basic\nauthorization: Basic dXNlcjpwYXNz"),
        (Client::oauth, "GET /oauth\nauthorization: Bearer o"),
        (Client::and, "GET /and\nauthorization: Bearer t\nx-api-key: h k"),
        (Client::or, "GET /or\nauthorization: Bearer t"),
        (Client::optional, "GET /optional\nauthorization: Bearer t"),
    ];
    for (call, expected) in calls {
        let memory = memory();
        call(&all(&memory)).await.expect("an answer");
        assert_eq!(
            memory
                .only()
                .replace("accept: application/json\n", "")
                .replace("\naccept: application/json", "")
                .replace("https://host/base", ""),
            expected
        );
    }
    let none = memory();
    none.client::<Client>().optional().await.expect("an answer");
    assert_eq!(none.only(), "GET https://host/base/optional\naccept: application/json");
    let second = memory();
    let builder = second.builder::<Client>().credential("HeaderKey", Credential::api_key("h"));
    builder.credential("QueryKey", Credential::api_key("q")).build().expect("a client").or().await.expect("an answer");
    assert_eq!(second.only(), "GET https://host/base/or?api%20key=q\naccept: application/json\nx-api-key: h");
    // A scheme that is not generated is left to the caller, who may set a header.
    let digest = memory();
    digest.client::<Client>().digest().header("authorization", "Digest x").await.expect("an answer");
    assert_eq!(digest.only(), "GET https://host/base/digest\naccept: application/json\nauthorization: Digest x");
}

#[tokio::test]
async fn one_scheme_of_a_sort_has_a_setter() {
    use security_single::Client;
    let memory = Memory::nothing();
    let client: Client = memory.builder().api_key("k").bearer_token("t").basic_auth("u", "p").build().expect("a client");
    client.me().await.expect("an answer");
    assert_eq!(memory.only(), "GET https://host/base/me\naccept: application/json\napi-key: k");
}

#[tokio::test]
async fn the_first_server_with_its_defaults_is_called() {
    let memory = Memory::nothing();
    let client = server_urls::Client::builder().transport(memory.clone()).build().expect("a client");
    client.ping().await.expect("an answer");
    assert_eq!(memory.only(), "GET https://eu.example.com:443/v1/ping\naccept: application/json");
}

#[tokio::test]
async fn success_is_read_by_its_status() {
    use responses::{Client, SeveralResponse};
    let pet = r#"{"name":"Tom"}"#;
    let several =
        |status, body| async move { Memory::answering(status, "application/json", body).client::<Client>().several().await };
    assert!(matches!(several(200, pet).await, Ok(SeveralResponse::Ok(pet)) if pet.name == "Tom"));
    assert!(matches!(several(201, r#"{"ticket":7}"#).await, Ok(SeveralResponse::Created(ticket)) if ticket.ticket == 7));
    assert!(matches!(several(204, "").await, Ok(SeveralResponse::NoContent)));
    assert!(matches!(several(299, "what?").await, Ok(SeveralResponse::Undocumented(bytes)) if bytes == "what?"));
    let error = several(201, pet).await.expect_err("a pet is no ticket");
    assert!(matches!(error, Error::Unreadable(_)), "{error}");

    let client = |status| Memory::answering(status, "application/json", r#"{"name":"Tom"}"#).client::<Client>();
    for status in [200, 201, 207] {
        assert_eq!(client(status).same().await.expect("the only success schema there is").name, "Tom");
        assert_eq!(client(status).range().await.expect("a status of the range").name, "Tom");
        assert_eq!(client(status).only_default().await.expect("the default").name, "Tom");
    }
    let client = |status, media_type, body| Memory::answering(status, media_type, body).client::<Client>();
    assert!(matches!(client(200, "application/json", pet).exact_and_range().await, Ok(responses::ExactAndRangeResponse::Ok(_))));
    let ranged = client(202, "application/json", r#"{"ticket":7}"#).exact_and_range().await;
    assert!(matches!(ranged, Ok(responses::ExactAndRangeResponse::Success(_))));
    client(204, "", "").empty().await.expect("nothing");
    assert_eq!(client(200, "text/plain; charset=utf-8", "hällo").text().await.expect("text"), "hällo");
    assert_eq!(client(200, "image/png", "png").bytes().await.expect("bytes"), "png");
    assert_eq!(client(200, "application/xml", "<a/>").xml().await.expect("bytes"), "<a/>");
    assert_eq!(client(200, "", "anything").none().await.expect("bytes"), "anything");
    assert_eq!(client(200, "application/vnd.pets+json", r#"[{"name":"Tom"}]"#).list().await.expect("pets").len(), 1);
}

#[tokio::test]
async fn what_is_asked_for_is_what_can_be_read() {
    let accept = |text: String| text.lines().find_map(|line| line.strip_prefix("accept: ").map(str::to_owned));
    let asked = [
        (accept(sent(|client: &responses::Client| client.none()).await), Some("application/json")),
        (accept(sent(|client: &responses::Client| client.empty()).await), Some("application/json")),
    ];
    for (found, expected) in asked {
        assert_eq!(found.as_deref(), expected);
    }
    for (media_type, call) in [
        ("text/plain", (|client: &responses::Client| drop_type(client.text())) as fn(&responses::Client) -> Sending),
        ("image/png", |client| drop_type(client.bytes())),
        ("application/vnd.pets+json", |client| drop_type(client.list())),
    ] {
        let memory = Memory::answering(200, "application/json", "[]");
        call(&memory.client()).await;
        assert_eq!(accept(memory.only()).as_deref(), Some(media_type));
    }
}

type Sending = BoxFuture<'static, ()>;

/// Sends a request for what leaves, whatever comes back.
fn drop_type<T: Send + 'static, E: Send + 'static>(request: Request<T, E>) -> Sending {
    Box::pin(async move {
        let _ = request.await;
    })
}

#[tokio::test]
async fn errors_are_read_by_their_status() {
    use errors::{Client, PerStatusError, UnusualError, WithDefaultError};
    let problem = r#"{"title":"Oh","status":1}"#;
    let client = |status, body| Memory::answering(status, "application/json", body).client::<Client>();
    async fn body<T: Debug + Send + 'static, E: Clone + Debug + Send + 'static>(request: Request<T, E>) -> E {
        request.await.expect_err("an error").body().expect("its body is read").clone()
    }
    assert!(
        matches!(body(client(404, r#"{"what":"pet"}"#).per_status()).await, PerStatusError::NotFound(found) if found.what.is_some())
    );
    assert!(
        matches!(body(client(422, problem).per_status()).await, PerStatusError::UnprocessableContent(found) if found.title == "Oh")
    );
    assert!(matches!(body(client(409, "why").per_status()).await, PerStatusError::Conflict(bytes) if bytes == "why"));
    assert!(matches!(body(client(500, "broken").per_status()).await, PerStatusError::ServerError(text) if text == "broken"));
    assert!(matches!(body(client(418, "tea").per_status()).await, PerStatusError::Undocumented(bytes) if bytes == "tea"));
    assert!(matches!(body(client(404, "{}").with_default()).await, WithDefaultError::NotFound(_)));
    assert!(matches!(body(client(400, problem).with_default()).await, WithDefaultError::Default(_)));
    assert_eq!(body(client(400, problem).shared()).await.title, "Oh");
    assert_eq!(body(client(503, problem).shared()).await.title, "Oh");
    assert_eq!(body(client(404, "anything").undocumented()).await, "anything");
    assert!(matches!(body(client(420, "{}").unusual()).await, UnusualError::Status420(_)));
    let html = client(422, "<html>").per_status().await.expect_err("HTML is no problem");
    assert!(matches!(&html, Error::Unreadable(unreadable) if unreadable.bytes() == "<html>"), "{html}");
    assert_eq!(html.status().map(|status| status.as_u16()), Some(422));
}

#[tokio::test]
async fn operations_without_ids_have_the_path_of_the_description() {
    use operation_ids::{Client, PostUsersByUserIdKeysRequest};
    assert_eq!(line(|client: &Client| client.get_users_by_user_id_keys("u/1")).await, "GET /base/users/u%2F1/keys");
    let body = PostUsersByUserIdKeysRequest::new().label("l");
    assert_eq!(line(|client: &Client| client.post_users_by_user_id_keys("u", &body)).await, "POST /base/users/u/keys");
    assert_eq!(line(|client: &Client| client.twice()).await, "GET /base/a");
    assert_eq!(line(|client: &Client| client.twice_2()).await, "PUT /base/a");
    assert_eq!(line(|client: &Client| client.r#type()).await, "HEAD /base/b");
}

#[tokio::test]
#[allow(deprecated)]
async fn deprecated_operations_are_sent_all_the_same() {
    use deprecated::{Client, GetOldParams, OldKind};
    let memory = Memory::answering(200, "application/json", r#"{"id":"a","kind":"b"}"#);
    let params = GetOldParams::new(OldKind::A).since("s").until("u");
    let old = memory.client::<Client>().get_old("1", &params).await.expect("an answer");
    assert_eq!(old.kind, OldKind::B);
    assert_eq!(memory.only().lines().next(), Some("GET https://host/base/old/1?since=s&until=u&kind=a"));
}

#[tokio::test]
async fn components_are_used_where_they_are_referred_to() {
    use components::{Client, NewPetRequest, ReplacePetParams};
    let memory = Memory::answering(200, "application/json", r#"{"id":"abc","tags":["a"],"alias":{"text":"t"}}"#);
    let params = ReplacePetParams::new().verbose(true);
    let pet = memory.client::<Client>().replace_pet("abc", &NewPetRequest::new("n"), &params).await.expect("an answer");
    assert_eq!(pet.alias.and_then(|label| label.text).as_deref(), Some("t"));
    assert_eq!(
        memory.only(),
        "PUT https://host/base/pets/abc?verbose=true\naccept: application/json\ncontent-type: application/json\n\n{\"name\":\"n\"}"
    );
}

#[tokio::test]
async fn methods_and_queries_of_32() {
    use description_32::{Client, Filter, SearchParams};
    let filter = Filter::new().name("a b").age(3);
    let search = SearchParams::new().query(filter.clone());
    assert_eq!(line(|client: &Client| client.search(&search)).await, "GET /base/search?name=a%20b&age=3");
    assert_eq!(line(|client: &Client| client.link_pets()).await, "LINK /base/pets");
    let memory = Memory::answering(200, "application/json", r#"[{"kind": "1", "lives": 9}]"#);
    let client: Client = memory.client();
    let pets = client.find_pets(&filter).await.expect("an answer");
    assert!(matches!(&pets[..], [description_32::Pet::Cat(cat)] if cat.lives == Some(9)), "{pets:?}");
    let sent = memory.only();
    assert!(sent.starts_with("QUERY https://host/base/pets\n") && sent.ends_with(r#"{"name":"a b","age":3}"#), "{sent}");
}
