//! The least that a generator has to get right, each a place where one of them sends or reads something else without a word: whole
//! requests as a server gets them, and JSON texts as they are written again.

use std::fmt::Debug;

use bindery_runtime::{Api, Error, Multipart, Request};
use bindery_specs::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::memory::{Memory, texts};
use crate::recorder::Recorder;

/// Sends a request, and returns it as the server got it.
async fn sent<C: Api, T: Send + 'static, E: Debug + Send + 'static>(request: impl FnOnce(&C) -> Request<T, E>) -> String {
    let recorder = Recorder::empty().await;
    request(&recorder.client()).await.expect("an answer");
    recorder.only()
}

/// Returns a request without a body.
fn bare(line: &str, headers: &[&str]) -> String {
    with_body(line, headers, "")
}

fn with_body(line: &str, headers: &[&str], body: &str) -> String {
    let length = format!("content-length: {}", body.len());
    let always = ["accept: application/json", "host: HOST", "user-agent: test"];
    let mut all: Vec<&str> = always.into_iter().chain(headers.iter().copied()).collect();
    // A request that could have a body says that it has none.
    if !body.is_empty() || !line.starts_with("GET ") {
        all.push(&length);
    }
    all.sort_unstable();
    format!("{line} HTTP/1.1\n{}\n\n{body}", all.join("\n"))
}

/// Checks that a JSON text is read, and written as the same text.
#[track_caller]
fn same<T: DeserializeOwned + Serialize>(text: &str) -> T {
    let value: T = serde_json::from_str(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    assert_eq!(serde_json::to_string(&value).expect("it can be written"), text);
    value
}

#[tokio::test]
async fn arrays_and_objects_in_the_query() {
    use parameters_query::{Client, Color, DeepParams, DelimitedParams};
    let delimited = DelimitedParams::new().space(texts(&["a,b", "c d"])).pipe(texts(&["a,b", "c|d"]));
    assert_eq!(
        sent(|client: &Client| client.delimited(&delimited)).await,
        bare("GET /delimited?space=a%2Cb%20c%20d&pipe=a%2Cb%7Cc%7Cd", &[])
    );
    let deep = DeepParams::new().filter(Color::new(100).green(2));
    assert_eq!(sent(|client: &Client| client.deep(&deep)).await, bare("GET /deep?filter%5Bblue%5D=100&filter%5Bgreen%5D=2", &[]));
}

#[tokio::test]
async fn cookies_and_headers() {
    use parameters_header_cookie::{Client, Color, CookiesParams, HeadersParams};
    let cookies = CookiesParams::new("s;1").theme("dark");
    assert_eq!(
        sent(|client: &Client| client.cookies(&cookies)).await,
        bare("GET /cookies", &["cookie: session=s%3B1; theme=dark"])
    );
    let headers = HeadersParams::new("r 1").x_list(texts(&["a", "b"])).x_object(Color::new(1));
    assert_eq!(
        sent(|client: &Client| client.headers(&headers)).await,
        bare("GET /headers", &["x-list: a,b", "x-object: blue=1", "x-request-id: r 1"])
    );
}

#[tokio::test]
async fn a_parameter_of_json() {
    use parameters_query::{Client, Color, ContentParams};
    let content = ContentParams::new().filter(Color::new(1).name("a b"));
    assert_eq!(
        sent(|client: &Client| client.content(&content)).await,
        bare("GET /content?filter=%7B%22blue%22%3A1%2C%22name%22%3A%22a%20b%22%7D", &[])
    );
}

#[tokio::test]
async fn bodies_that_are_not_json() {
    use bodies::{Client, Pet};
    let pet = Pet::new("T&m é").tags(texts(&["a b", "c"]));
    assert_eq!(
        sent(|client: &Client| client.form(&pet)).await,
        with_body("POST /form", &["content-type: application/x-www-form-urlencoded"], "name=T%26m+%C3%A9&tags=a+b&tags=c")
    );
    assert_eq!(
        sent(|client: &Client| client.text("\"one\"\n")).await,
        with_body("POST /text", &["content-type: text/plain"], "\"one\"\n")
    );
    assert_eq!(
        sent(|client: &Client| client.bytes(&b"\0\x01"[..])).await,
        with_body("PUT /bytes", &["content-type: application/octet-stream"], "\0\x01")
    );
}

#[tokio::test]
async fn a_body_of_parts() {
    let parts = Multipart::new().text("purpose", "a=b").file("file", "a \"b\".csv", "text/csv", "a,b\r\n");
    let request = sent(|client: &bodies::Client| client.upload(parts)).await;
    let (_, boundary) = request.split_once("boundary=").expect("a boundary");
    let boundary = boundary.split_once('\n').expect("the line ends").0;
    let body = "--BOUNDARY\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\na=b\r\n\
         --BOUNDARY\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a %22b%22.csv\"\r\nContent-Type: text/csv\r\n\r\na,b\r\n\r\n\
         --BOUNDARY--\r\n"
        .replace("BOUNDARY", boundary);
    let content_type = format!("content-type: multipart/form-data; boundary={boundary}");
    assert_eq!(request, with_body("POST /upload", &[&content_type], &body));
}

#[tokio::test]
async fn the_status_says_which_success_it_is() {
    use responses::{Client, SeveralResponse};
    let recorder = Recorder::json("200 OK", r#"{"name":"Tom"}"#).await;
    assert!(matches!(recorder.client::<Client>().several().await, Ok(SeveralResponse::Ok(pet)) if pet.name == "Tom"));
    assert_eq!(recorder.only(), bare("POST /several", &[]));
    let recorder = Recorder::json("201 Created", r#"{"ticket":7,"name":"Tom"}"#).await;
    assert!(matches!(recorder.client::<Client>().several().await, Ok(SeveralResponse::Created(ticket)) if ticket.ticket == 7));
}

#[tokio::test]
async fn the_status_says_which_error_it_is() {
    use errors::{Client, PerStatusError, WithDefaultError};
    async fn error<T: Debug + Send + 'static, E: Debug + Clone + Send + 'static>(request: Request<T, E>) -> E {
        let Err(Error::Status(error)) = request.await else { panic!("a status that is no success") };
        error.body().clone()
    }
    // Each body would be read by the all-optional schema of 404 too.
    let problem = r#"{"title":"Oh","status":1}"#;
    let recorder = Recorder::json("404 Not Found", problem).await;
    assert!(matches!(error(recorder.client::<Client>().per_status()).await, PerStatusError::NotFound(_)));
    let recorder =
        Recorder::answering("422 Unprocessable Content", "content-type: application/problem+json; charset=utf-8\r\n", problem)
            .await;
    let read = error(recorder.client::<Client>().per_status()).await;
    assert!(matches!(read, PerStatusError::UnprocessableContent(problem) if problem.title == "Oh"));
    let recorder = Recorder::json("400 Bad Request", problem).await;
    let read = error(recorder.client::<Client>().with_default()).await;
    assert!(matches!(read, WithDefaultError::Default(problem) if problem.title == "Oh"));
}

#[tokio::test]
async fn variables_of_a_server() {
    let memory = Memory::nothing();
    let client = server_urls::Client::builder().transport(memory.clone()).build().expect("a client");
    client.ping().await.expect("an answer");
    assert_eq!(memory.only(), "GET https://eu.example.com:443/v1/ping\naccept: application/json");
}

#[tokio::test]
async fn values_within_a_path() {
    for (value, written) in [("a b", "a%20b"), ("a/b", "a%2Fb"), ("a+b", "a%2Bb"), ("50%", "50%25"), ("a?b#c", "a%3Fb%23c")] {
        assert_eq!(sent(|client: &parameters_path::Client| client.text(value)).await, bare(&format!("GET /text/{written}"), &[]));
    }
}

#[test]
fn a_value_or_null_or_nothing() {
    use bindery_runtime::Maybe;
    assert_eq!(same::<any_of::Holder>(r#"{"small":null}"#).small, Maybe::Null);
    assert!(matches!(same::<any_of::Holder>(r#"{"small":{"id":"a"}}"#).small, Maybe::Value(_)));
    assert_eq!(same::<any_of::Holder>("{}").small, Maybe::Absent);
    assert_eq!(same::<Option<any_of::Small>>("null"), None);
}

#[test]
fn a_tag_is_kept_by_the_variant() {
    use discriminator::Pet;
    assert!(matches!(same(r#"{"kind":"kitten","lives":9}"#), Pet::Cat(cat) if cat.kind == "kitten"));
    assert!(matches!(same(r#"{"kind":"dog","barks":true}"#), Pet::Dog(dog) if dog.kind == "dog"));
    assert!(matches!(same(r#"{"kind":"cow","milk":[1]}"#), Pet::Unknown(_)));
}

#[test]
fn enums_of_every_value() {
    assert_eq!(same::<enums_other::Level>("1"), enums_other::Level::Value1);
    assert_eq!(same::<enums_other::Level>("-1"), enums_other::Level::Minus1);
    assert!(serde_json::from_str::<enums_other::Level>("\"1\"").is_err(), "a text is no number");
    let mut variants = Vec::new();
    for text in [r#""cat""#, r#""Cat""#, r#""+1""#, r#""-1""#, r#""""#] {
        let value: enums_text::Odd = same(text);
        assert!(!variants.contains(&value), "{text} has a variant of its own");
        variants.push(value);
    }
    assert!(matches!(same(r#""sleeping""#), enums_text::Status::Unknown(text) if text == "sleeping"));
}

#[test]
fn schemas_whose_names_differ_by_case_alone() {
    use names_types::{Pet, PetLower, PetUpper};
    assert_eq!(same::<PetLower>(r#"{"other":"x"}"#).other.as_deref(), Some("x"));
    assert_eq!(same::<PetUpper>(r#"{"loud":"x"}"#).loud.as_deref(), Some("x"));
    assert!(serde_json::from_str::<Pet>(r#"{"other":"x"}"#).is_err(), "a `pet` is no `Pet`");
}

#[test]
fn a_missing_required_field_is_refused() {
    let error = serde_json::from_str::<objects::RequiredOnly>(r#"{"id":"a"}"#).expect_err("a required field is missing");
    assert!(error.to_string().starts_with("missing field `name`"), "{error}");
}

#[test]
fn additional_properties_that_are_forbidden() {
    assert_eq!(serde_json::to_string(&maps::Closed::new("a")).expect("it can be written"), r#"{"id":"a"}"#);
    // A server may grow; refusing is an option.
    let grown: maps::Closed = serde_json::from_str(r#"{"id":"a","new":1}"#).expect("a server may grow");
    assert_eq!(grown.id, "a");
    serde_json::from_str::<options::Closed>(r#"{"a":"a","new":1}"#).expect_err("the option says that it is refused");
}
