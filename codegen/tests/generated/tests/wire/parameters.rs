//! Parameters of every place and style, as they stand in the request line and in headers.

use bindery_runtime::{Error, formats};
use bindery_specs::*;

use crate::memory::{Memory, line, sent, texts};

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
