//! Answers read by their status, and what is asked for.

use std::fmt::Debug;

use bindery_runtime::{BoxFuture, Error, Request};
use bindery_specs::*;

use crate::memory::{Memory, sent};

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
