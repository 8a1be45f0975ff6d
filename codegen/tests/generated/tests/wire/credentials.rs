//! Credentials of security schemes: where they are sent, and which alternative is taken.

use bindery_runtime::{Bytes, Credential, Request};
use bindery_specs::*;

use crate::memory::Memory;

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
