use bindery::Config;
use bindery::source::Sources;

use super::{Description, Validator};

mod bodies;
mod forms;
mod requests;
mod traffic;

const SPEC: &str = "
openapi: 3.0.3
info: {title: Shop, version: '1'}
servers: [{url: 'https://{region}.shop.example/{version}', variables: {region: {default: eu}, version: {default: v1, enum: [v1, v2]}}}]
paths:
  /items/{id}:
    get:
      operationId: getItem
      parameters:
        - {name: id, in: path, required: true, schema: {type: integer}}
        - {name: fields, in: query, schema: {type: array, items: {type: string, enum: [a, b]}}}
        - {name: csv, in: query, explode: false, schema: {type: array, maxItems: 2, items: {type: integer}}}
        - {name: pipes, in: query, style: pipeDelimited, explode: false, schema: {type: array, items: {type: integer}}}
        - {name: spaces, in: query, style: spaceDelimited, explode: false, schema: {type: array, items: {type: integer}}}
        - {name: deep, in: query, style: deepObject, explode: true, schema: {type: object, properties: {n: {type: integer}}}}
        - {name: json, in: query, content: {application/json: {schema: {type: object, required: [q]}}}}
        - {name: X-Trace, in: header, required: true, schema: {type: string, format: uuid}}
        - {name: X-Pair, in: header, schema: {type: object, properties: {r: {type: integer}}}}
        - {name: sid, in: cookie, schema: {type: string, minLength: 3}}
      responses:
        '200':
          description: It
          headers: {X-Left: {required: true, schema: {type: integer}}}
          content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}
        4XX: {description: Wrong, content: {application/problem+json: {schema: {type: object, required: [title]}}}}
        default: {description: Other}
  /items/new:
    get: {operationId: newItem, responses: {'204': {description: None}}}
  /items:
    post:
      operationId: addItem
      requestBody:
        required: true
        content:
          application/json: {schema: {$ref: '#/components/schemas/Item'}}
          application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/Item'}}
          application/xml: {schema: {type: object}}
          multipart/form-data: {schema: {$ref: '#/components/schemas/Item'}}
      responses: {'201': {description: Made}}
  /matrix/{m}/{l}.{s}:
    get:
      operationId: matrix
      parameters:
        - {name: m, in: path, required: true, style: matrix, explode: true, schema: {type: array, items: {type: integer}}}
        - {name: l, in: path, required: true, style: label, schema: {type: array, items: {type: integer}}}
        - {name: s, in: path, required: true, schema: {type: string}}
      responses: {'200': {description: It}}
components:
  schemas:
    Item:
      type: object
      additionalProperties: false
      required: [name]
      properties:
        id: {type: integer, readOnly: true}
        name: {type: string}
        tags: {type: array, items: {type: string}}
        count: {type: integer, format: int32, nullable: true}
";

fn description() -> Description {
    described(SPEC)
}

fn described(spec: &str) -> Description {
    let mut sources = Sources::default();
    let text = sources.add("shop.yaml", spec);
    Description::new(Config::new().examine_source(sources, text).expect("it can be read"))
}

const TRACE: (&str, &str) = ("x-trace", "0e0f6a3e-9a0a-4f6d-8c1e-1d2f3a4b5c6d");
const JSON: (&str, &str) = ("Content-Type", "application/json; charset=utf-8");

/// Returns what is wrong with a request, a line for each: rule, sentence, help.
fn asked(method: &str, url: &str, headers: &[(&str, &str)], body: &str) -> Vec<String> {
    let description = description();
    let validator = Validator::new(&description).expect("it is a description");
    lines(validator.request(method, url, headers, body.as_bytes()).problems)
}

fn answered(operation: &str, status: u16, headers: &[(&str, &str)], body: &str) -> Vec<String> {
    let description = description();
    let validator = Validator::new(&description).expect("it is a description");
    let operation = validator.operation(operation).expect("it is there");
    lines(validator.response(operation, status, headers, body.as_bytes()))
}

fn lines(problems: Vec<super::Problem>) -> Vec<String> {
    let help = |help: Option<String>| help.map_or_else(String::new, |help| format!(" [{help}]"));
    problems.into_iter().map(|it| format!("{}: {}{}", it.rule.name(), it.message, help(it.help))).collect()
}

#[test]
fn requests_are_matched_by_server_path_and_method() {
    assert!(asked("get", "https://eu.shop.example/v2/items/7", &[TRACE], "").is_empty());
    assert!(asked("get", "http://localhost:8080/v2/items/7", &[TRACE], "").is_empty());
    let preflight = [("Access-Control-Request-Method", "GET")];
    assert!(asked("OPTIONS", "/v1/items/7", &preflight, "").is_empty(), "browsers ask by themselves");
    assert_eq!(asked("OPTIONS", "/v1/items/7", &[], "").len(), 1);
    assert_eq!(
        asked("GET", "https://cdn.example/v2/items/7", &[], ""),
        ["undocumented-host: `cdn.example` is the host of no server that is described; requests to it were not judged \
          [described are `https://{region}.shop.example/{version}`; `--server` adds one]"]
    );
    assert!(asked("GET", "/v1/items/new", &[], "").is_empty(), "text comes before parameters");
    assert_eq!(asked("GET", "/v3/items/7", &[], ""), ["undocumented-route: `GET /v3/items/7` is not described"]);
    assert_eq!(asked("GET", "/items/7", &[], ""), ["undocumented-route: `GET /items/7` is not described"]);
    assert_eq!(
        asked("PUT", "/v1/items/7", &[], ""),
        ["undocumented-route: `PUT /v1/items/7` is not described [the path has GET]"]
    );
}

#[test]
fn parameters_are_read_by_their_styles() {
    let fine = "/v1/items/7?fields=a&fields=b&csv=1,2&pipes=1%7C2|3&spaces=1%202&deep[n]=1&json=%7B%22q%22%3A1%7D";
    assert!(asked("GET", fine, &[TRACE, ("X-Pair", "r,5"), ("Cookie", "sid=abc; other=x")], "").is_empty());
    assert_eq!(
        asked("GET", "/v1/items/7?fields=a&fields=c&csv=1,2,x&pipes=1|x&spaces=1%20x&deep[n]=x&json={}", &[TRACE], ""),
        [
            "invalid-value: `fields` (query): `/1` is `\"c\"`, expected `\"a\"` or `\"b\"`",
            "invalid-value: `csv` (query): the value has 3 items, more than 2",
            "invalid-value: `csv` (query): `/2` is `\"x\"`, expected an integer",
            "invalid-value: `pipes` (query): `/1` is `\"x\"`, expected an integer",
            "invalid-value: `spaces` (query): `/1` is `\"x\"`, expected an integer",
            "invalid-value: `deep` (query): `/n` is `\"x\"`, expected an integer",
            "missing: `json` (query): `q` is missing",
        ]
    );
    assert_eq!(
        asked("GET", "/v1/items/7?json=%7B", &[("X-Pair", "r"), ("cookie", "sid=a")], ""),
        [
            "unreadable: `json` (query) is not JSON: EOF while parsing an object at line 1 column 1",
            "missing: `X-Trace` (header) is missing",
            "unreadable: `X-Pair` (header) has a key without a value",
            "invalid-value: `sid` (cookie): the value is `\"a\"`, shorter than 3",
        ]
    );
    assert!(asked("GET", "/v1/matrix/;m=1;m=2/.3,4.x", &[], "").is_empty());
    assert_eq!(
        asked("GET", "/v1/matrix/;m=1;m=z/5.x", &[], ""),
        ["invalid-value: `m` (path): `/1` is `\"z\"`, expected an integer", "unreadable: `l` (path) does not begin with `.`",]
    );
}

#[test]
fn bodies_are_read_by_their_media_types() {
    assert!(asked("POST", "/v1/items", &[JSON], r#"{"name": "x", "count": null}"#).is_empty());
    assert_eq!(asked("POST", "/v1/items", &[], ""), ["missing: the request has no body, which is required"]);
    assert_eq!(
        asked("POST", "/v1/items", &[JSON], r#"{"nmae": "x", "id": 1, "count": 3000000000}"#),
        [
            "invalid-value: `/count` is `3000000000`, more than 2147483647: it does not fit the format `int32`",
            "unknown-property: unknown property `nmae` [did you mean `name`?]",
            "missing: `name` is missing [`nmae` is there; did you mean `name`?]",
            "misplaced-property: `id` is only read, and should not be in a request",
        ]
    );
    let form = ("content-type", "application/x-www-form-urlencoded");
    assert!(asked("POST", "/v1/items", &[form], "name=a+b&count=3&tags=x&tags=y").is_empty());
    assert_eq!(
        asked("POST", "/v1/items", &[form], "name=a&count=x"),
        ["invalid-value: `/count` is `\"x\"`, expected null or an integer"]
    );
    assert_eq!(
        asked("POST", "/v1/items", &[("content-type", "application/xml; charset=utf-8")], "<item/>"),
        ["unchecked: a body of `application/xml` is not checked: XML is not read"]
    );
    assert_eq!(
        asked("POST", "/v1/items", &[("content-type", "text/csv")], "a")[0].split(" [").next(),
        Some("undocumented-media-type: the media type `text/csv` is not described")
    );
}

#[test]
fn responses_are_those_of_their_status() {
    assert!(answered("getItem", 200, &[JSON, ("x-left", "3")], r#"{"id": 1, "name": "x"}"#).is_empty());
    assert_eq!(
        answered("getItem", 200, &[JSON], r#"{"name": 1}"#),
        ["missing: `X-Left` (header) is missing", "invalid-value: `/name` is `1`, expected a string"]
    );
    let problem = ("content-type", "application/problem+json");
    assert_eq!(answered("getItem", 404, &[problem], "{}"), ["missing: `title` is missing"]);
    assert!(answered("getItem", 500, &[], "").is_empty());
    assert_eq!(answered("getItem", 500, &[], "anything"), ["undocumented-body: the response has a body, and none is described"]);
    assert_eq!(answered("newItem", 200, &[], ""), ["undocumented-status: the status 200 is not described [described are 204]"]);
}

#[test]
fn hostile_messages_are_only_wrong() {
    for url in
        ["", "/", "?", "#", "://", "/v1", "/v1//", "/v1/items/%ff", "/v1/items/%", "/v1/items/\u{1F600}?%=%&&=&[=]", "//////"]
    {
        for headers in [&[][..], &[("", ""), ("cookie", ";=;;=="), ("content-type", ";;/")][..]] {
            for body in ["", "{", "\u{0}", "[[[[", "&=&"] {
                asked("GET", url, headers, body);
                asked("", url, headers, body);
                asked("POST", &format!("/v1/items{url}"), headers, body);
            }
        }
    }
    let deep = "[".repeat(100_000);
    assert!(asked("POST", "/v1/items", &[JSON], &deep)[0].starts_with("unreadable: "));
}
