//! Operations as a whole: servers, paths, methods and what components give them.

use bindery_runtime::{Bytes, Object, Request, formats};
use bindery_specs::*;

use crate::memory::{Memory, line, sent, texts};

#[tokio::test]
async fn an_operation_is_sent_to_its_own_server() {
    use server_own::Client;
    let line = |memory: &Memory| memory.only().lines().next().unwrap_or_default().to_owned();
    type Call = fn(&Client) -> Request<(), Bytes>;
    let calls: [(Call, &str, &str); 5] = [
        (Client::list_files, "GET https://files.example.com/files", "GET https://host/base/files"),
        (Client::upload, "PUT https://eu.upload.example.com/v2/files", "PUT https://host/base/files"),
        (Client::same, "POST https://api.example.com/v1/files", "POST https://host/base/files"),
        (Client::relative, "PATCH https://api.example.com/v1/files", "PATCH https://host/base/files"),
        (Client::plain, "GET https://api.example.com/v1/plain", "GET https://host/base/plain"),
    ];
    for (call, described, overridden) in calls {
        let memory = Memory::nothing();
        let client = Client::builder().transport(memory.clone()).build().expect("a client");
        call(&client).await.expect("an answer");
        assert_eq!(line(&memory), described);
        let memory = Memory::nothing();
        call(&memory.client()).await.expect("an answer");
        assert_eq!(line(&memory), overridden);
    }
}

#[tokio::test]
async fn a_client_needs_no_server_where_every_operation_has_one() {
    let memory = Memory::nothing();
    let client = server_own_only::Client::builder().transport(memory.clone()).build().expect("a client");
    client.b().await.expect("an answer");
    assert_eq!(memory.only(), "GET https://b.example.com/b\naccept: application/json");
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

#[tokio::test]
async fn what_can_be_understood_is_sent() {
    use mended::{AnyKind, AnyParams, Client, SearchParams};
    assert_eq!(line(|client: &Client| client.undescribed("a/b")).await, "GET /base/undescribed/a%2Fb/a%2Fb");
    assert_eq!(line(|client: &Client| client.elsewhere()).await, "GET /base/elsewhere");
    let search = SearchParams::new("a b");
    assert_eq!(line(|client: &Client| client.search(2, &search)).await, "GET /base/search?fixed=1&page=2&q=a%20b");
    let id: formats::Uuid = "67e55044-10b1-426f-9247-bb680e5fe0c8".parse().expect("a UUID");
    let params =
        AnyParams::new().kind(AnyKind::AB).filter([("x".to_owned(), serde_json::json!(1))].into_iter().collect::<Object>());
    assert_eq!(
        line(|client: &Client| client.any(&id, &params)).await,
        "GET /base/any/67e55044-10b1-426f-9247-bb680e5fe0c8?kind=a%20b&filter=%7B%22x%22%3A1%7D"
    );
    assert_eq!(line(|client: &Client| client.nothing()).await, "POST /base/nothing");
}

#[tokio::test]
async fn operations_that_bend_http() {
    use operations_odd::*;
    assert_eq!(
        sent(|client: &Client| client.body_on_get(Some(&BodyOnGetRequest::new().q("x")))).await,
        "GET https://host/base/body-on-get\naccept: application/json\ncontent-type: application/json\n\n{\"q\":\"x\"}"
    );
    assert_eq!(
        sent(|client: &Client| client.body_on_delete(&texts(&["a"]))).await,
        "DELETE https://host/base/body-on-get\naccept: application/json\ncontent-type: application/json\n\n[\"a\"]"
    );
    assert_eq!(line(|client: &Client| client.head_only()).await, "HEAD /base/body-on-get");
    assert_eq!(line(|client: &Client| client.same_b(7)).await, "POST /base/same/7");
    let overridden = OverriddenParams::new("p", 5).limit(3);
    assert_eq!(
        sent(|client: &Client| client.overridden("i", &overridden)).await,
        "GET https://host/base/shared/i?limit=3&page=p\naccept: application/json\nx-trace: 5"
    );
    let inherited = InheritedParams::new().page(1).filter(Item::new("f"));
    assert_eq!(
        line(|client: &Client| client.inherited("i", &inherited)).await,
        "PUT /base/shared/i?page=1&filter=%7B%22id%22%3A%22f%22%7D"
    );
    let headers = HeadersParams::new().if_none_match("\"e\"").user_agent("own").cookie("a=b").x_under_score("u").x_3_d(true);
    assert_eq!(
        sent(|client: &Client| client.headers(&headers)).await,
        "GET https://host/base/headers\naccept: application/json\ncookie: a=b\nif-none-match: \"e\"\nx-3d~!#$%&'*+.^_`|: true\n\
         x_under.score: u"
    );
}

#[tokio::test]
async fn media_types_of_vendors_and_ranges() {
    use operations_odd::*;
    let item = r#"{"id":"a"}"#;
    let memory = Memory::answering(200, "application/vnd.api+json", item);
    assert_eq!(memory.client::<Client>().media().await.expect("an item").id, "a");
    assert_eq!(memory.only(), "GET https://host/base/media\naccept: application/vnd.api+json; charset=utf-8");
    let problem = Memory::answering(418, "application/problem+json", r#"{"title":"Oh"}"#).client::<Client>().media().await;
    let problem = problem.expect_err("no success");
    assert!(matches!(problem.body(), Some(MediaError::ClientError(problem)) if problem.title.as_deref() == Some("Oh")));
    let text = Memory::answering(500, "text/html", "<p>").client::<Client>().media().await.expect_err("no success");
    assert!(matches!(text.body(), Some(MediaError::Default(text)) if text == "<p>"));
    let memory = Memory::answering(200, "application/json", item);
    memory.client::<Client>().wildcard(&Item::new("b")).await.expect("an item");
    assert!(memory.only().ends_with("\ncontent-type: application/json\n\n{\"id\":\"b\"}"), "{}", memory.only());
    let memory = Memory::answering(200, "image/png", "png");
    assert_eq!(memory.client::<Client>().wild_bytes("raw").await.expect("bytes"), "png");
    assert_eq!(memory.only(), "PATCH https://host/base/media\naccept: image/*\ncontent-type: application/octet-stream\n\nraw");
    Memory::answering(299, "", "").client::<Client>().upper_case(&Item::new("b")).await.expect("any 2xx is a success");
}
