//! What a request has, or lacks, beside the values of its parameters; and the headers of answers.

use super::{Validator, described, lines};

const SPEC: &str = "
openapi: 3.1.0
info: {title: Doors, version: '1'}
servers: [{url: 'https://doors.example/v1'}]
security: [{bearer: []}, {key: [], basic: []}, {token: []}]
paths:
  /closed: {get: &get {responses: {'200': {description: It}}}}
  /open: {get: {security: [], responses: {'200': {description: It}}}}
  /either: {get: {security: [{oauth: [read]}, {}], responses: {'200': {description: It}}}}
  /certified: {get: {security: [{certificate: []}], responses: {'200': {description: It}}}}
  /both: {get: {security: [{certificate: [], cookie: []}], responses: {'200': {description: It}}}}
  /signed: {get: {security: [{digest: []}], responses: {'200': {description: It}}}}
  /files:
    servers: [{url: 'https://files.example'}]
    get: {security: [], responses: {'200': {description: It}}}
  /query:
    get:
      operationId: query
      security: []
      parameters:
        - {name: limit, in: query, schema: {type: integer}}
        - {name: ids, in: query, schema: {type: array, items: {type: integer}}}
        - {name: deep, in: query, style: deepObject, explode: true, schema: {type: object, properties: {a: {type: object, properties: {n: {type: integer}}}}}}
        - {name: flat, in: query, schema: {type: object, properties: {red: {type: integer}, blue: {type: integer}}}}
        - {name: joined, in: query, explode: false, schema: {type: object, properties: {green: {type: integer}}}}
      responses:
        '200':
          description: It
          headers:
            X-Pairs: {explode: true, schema: {type: object, required: [r], properties: {r: {type: integer}, g: {type: integer}}}}
            X-Joined: {schema: {type: object, properties: {r: {type: integer}}}}
            X-Json: {content: {application/json: {schema: {type: object, required: [a]}}}}
            X-List: {schema: {type: array, items: {type: integer}}}
  /free:
    get:
      security: []
      parameters:
        - {name: filter, in: query, required: true, schema: {type: object, additionalProperties: {type: integer}}}
        - {name: name, in: query, schema: {type: string}}
      responses: {'200': {description: It}}
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
    basic: {type: http, scheme: basic}
    digest: {type: http, scheme: Digest}
    key: {type: apiKey, in: header, name: X-Key}
    token: {type: apiKey, in: query, name: token}
    cookie: {type: apiKey, in: cookie, name: sid}
    oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://t.example', scopes: {read: Read}}}}
    certificate: {type: mutualTLS}
";

fn asked(url: &str, headers: &[(&str, &str)]) -> Vec<String> {
    let description = described(SPEC);
    let validator = Validator::new(&description).expect("it is a description");
    lines(validator.request("GET", url, headers, b"").problems)
}

#[test]
fn a_request_needs_the_credentials_of_one_alternative() {
    for headers in [
        &[("Authorization", "bearer t")][..],
        &[("x-key", "k"), ("authorization", "Basic ***")],
        &[("authorization", "Bearer t"), ("x-key", "")],
    ] {
        assert_eq!(asked("/v1/closed", headers), [""; 0], "{headers:?}");
    }
    assert_eq!(asked("/v1/closed?token=t", &[]), [""; 0]);
    let refused = "missing-credential: the request has no credential in ";
    for (headers, missing) in [
        (&[][..], "the header `X-Key` and the header `Authorization: Basic`"),
        (&[("x-key", "k"), ("authorization", "Bearer ")], "the header `Authorization: Basic`"),
    ] {
        let wanted = format!("{refused}the header `Authorization: Bearer`, or {missing}, or the query parameter `token`");
        assert_eq!(asked("/v1/closed", headers), [wanted]);
    }
    assert_eq!(asked("/v1/signed", &[("authorization", "Bearer t")]), [format!("{refused}the header `Authorization: Digest`")]);
    for open in ["/v1/open", "/v1/either", "/v1/certified"] {
        assert_eq!(asked(open, &[]), [""; 0], "{open}");
    }
    assert_eq!(asked("/v1/both", &[]), [format!("{refused}the cookie `sid`")]);
    assert_eq!(asked("/v1/both", &[("cookie", "a=b; sid=1")]), [""; 0]);
}

#[test]
fn the_place_of_a_credential_is_where_security_stands() {
    let description = described(SPEC);
    let validator = Validator::new(&description).expect("it is a description");
    let place = |url| validator.request("GET", url, &[], b"").problems[0].described.clone().expect("it is described").pointer;
    assert_eq!(place("/v1/closed").as_str(), "/security");
    assert_eq!(place("/v1/both").as_str(), "/paths/~1both/get/security");
}

#[test]
fn parameters_of_the_query_are_described() {
    let fine = "/v1/query?limit=1&ids=1&ids=2&deep[a][n]=1&red=1&blue=2&joined=green,1&token=t";
    assert_eq!(asked(fine, &[]), [""; 0]);
    assert_eq!(
        asked("/v1/query?limti=1&limti=2&deep=1&flat=1&green=1&deep[b]=1&deep[a][n]=x", &[]),
        [
            "invalid-value: `deep` (query): `/a/n` is `\"x\"`, expected an integer",
            "unknown-parameter: `limti` (query) is not described [did you mean `limit`?]",
            "unknown-parameter: `deep` (query) is not described [`deep` is written `deep[key]=…`]",
            "unknown-parameter: `flat` (query) is not described [each property of `flat` is written as a parameter of its own]",
            "unknown-parameter: `green` (query) is not described",
        ]
    );
    assert_eq!(asked("/v1/free?a=1&b=2&name=x", &[]), [""; 0]);
    assert_eq!(asked("/v1/free?a=x&name=y", &[]), ["invalid-value: `filter` (query): `/a` is `\"x\"`, expected an integer"]);
}

#[test]
fn operations_are_at_their_own_servers() {
    assert_eq!(asked("https://files.example/files", &[]), [""; 0]);
    assert_eq!(asked("https://doors.example/v1/open", &[]), [""; 0]);
    assert_eq!(
        asked("https://doors.example/v1/files", &[]),
        ["undocumented-route: `GET /v1/files` is not described [it is at `https://files.example`]"]
    );
    assert!(asked("https://staging.example/open", &[])[0].starts_with("undocumented-host: `staging.example` is the host of"));
    let description = described(SPEC);
    let validator = Validator::new(&description).expect("it is a description").also_at("https://staging.example/");
    assert!(validator.request("GET", "https://staging.example/open", &[], b"").problems.is_empty());
    assert!(validator.request("GET", "https://staging.example/files", &[], b"").problems.is_empty());
    let elsewhere = validator.request("GET", "https://Other.example:81/open", &[], b"");
    assert_eq!(elsewhere.other_host.as_deref(), Some("other.example:81"));
}

#[test]
fn headers_of_answers_are_decoded() {
    let description = described(SPEC);
    let validator = Validator::new(&description).expect("it is a description");
    let operation = validator.operation("query").expect("it is there");
    let answered = |headers: &[(&str, &str)]| lines(validator.response(operation, 200, headers, b""));
    let fine = [("x-pairs", "r=1, g=2"), ("x-joined", "r,1"), ("x-json", "{\"a\": [1, 2]}"), ("x-list", "1, 2")];
    assert_eq!(answered(&fine), [""; 0]);
    assert_eq!(
        answered(&[("x-pairs", "g=x"), ("x-joined", "r,x"), ("x-json", "{"), ("x-list", "1,x")]),
        [
            "missing: `X-Pairs` (header): `r` is missing",
            "invalid-value: `X-Pairs` (header): `/g` is `\"x\"`, expected an integer",
            "invalid-value: `X-Joined` (header): `/r` is `\"x\"`, expected an integer",
            "unreadable: `X-Json` (header) is not JSON: EOF while parsing an object at line 1 column 1",
            "invalid-value: `X-List` (header): `/1` is `\"x\"`, expected an integer",
        ]
    );
}
