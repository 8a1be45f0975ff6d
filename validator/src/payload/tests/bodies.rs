//! Bodies of every sort: what they say they are, how they are encoded, and those that should not be there, or should.

use super::{Validator, described, lines};

const SPEC: &str = "
openapi: 3.0.3
info: {title: Bodies, version: '1'}
paths:
  /json:
    post:
      operationId: json
      requestBody: {content: {application/json: {schema: {type: object, required: [a]}}}}
      responses:
        '200': {description: It, content: {application/json: {schema: {type: object, required: [a]}}}}
        '205': {description: It, content: {application/json: {schema: {type: object}}}}
        default: {description: Other, content: {'*/*': {}}}
  /ranges:
    post:
      requestBody:
        content:
          application/*+json: {schema: {type: object, required: [a]}}
          application/json; v=1: {schema: {type: object, required: [one]}}
          application/json; v=2: {schema: {type: object, required: [two]}}
      responses: {'200': {description: It}}
  /text:
    post:
      operationId: text
      requestBody: {required: true, content: {text/plain: {schema: {type: string, maxLength: 3}}, text/*: {schema: {type: integer}}}}
      responses:
        '200': {description: It, content: {text/csv: {schema: {type: string, minLength: 2}}}}
        '201': {description: It, content: {application/xml: {schema: {type: object}}}}
        '202': {description: It, content: {application/pdf: {schema: {}}, image/png: {schema: {type: object}}}}
  /none/{undescribed}:
    get:
      operationId: none
      parameters:
        - {name: free, in: query, content: {text/plain: {}}}
        - {name: flag, in: query, allowEmptyValue: true, schema: {type: boolean}}
        - {name: flags, in: query, allowEmptyValue: true, schema: {type: array, items: {type: integer}}}
        - {name: strict, in: query, schema: {type: boolean}}
        - {name: count, in: query, content: {text/plain: {schema: {type: integer}}}}
        - {name: xml, in: query, content: {application/xml: {schema: {type: object}}}}
        - {name: list, in: cookie, schema: {type: array, items: {type: integer}}}
      responses:
        '200':
          description: It
          headers: {Set-Cookie: {required: true, schema: {type: string, pattern: '^a='}}}
";

fn sent(url: &str, headers: &[(&str, &str)], body: impl AsRef<[u8]>) -> Vec<String> {
    let description = described(SPEC);
    let validator = Validator::new(&description).expect("it is a description");
    let method = if url.starts_with("/none") { "GET" } else { "POST" };
    lines(validator.request(method, url, headers, body.as_ref()).problems)
}

fn of_type(url: &str, content_type: &str, body: impl AsRef<[u8]>) -> Vec<String> {
    sent(url, &[("content-type", content_type)], body)
}

fn answered(operation: &str, status: u16, headers: &[(&str, &str)], body: &str) -> Vec<String> {
    let description = described(SPEC);
    let validator = Validator::new(&description).expect("it is a description");
    let operation = validator.operation(operation).unwrap_or_else(|_| panic!("{operation} is not there"));
    lines(validator.response(operation, status, headers, body.as_bytes()))
}

#[test]
fn json_is_in_utf_8_whatever_its_charset() {
    for content_type in ["application/json; charset=utf-8", "Application/JSON;charset=\"iso-8859-1\"", "", " "] {
        assert_eq!(of_type("/json", content_type, r#"{"a": "é"}"#), [""; 0], "{content_type}");
    }
    assert_eq!(
        of_type("/json", "application/json; charset=iso-8859-1", b"{\"a\": \"\xe9\"}"),
        ["unreadable: the body can't be read: it is not UTF-8, as JSON has to be"]
    );
    assert_eq!(of_type("/json", "application/json, text/plain", "{}").len(), 1, "two types are none");
}

#[test]
fn a_key_is_there_once() {
    let repeated = |name: &str| format!("repeated-key: the key `{name}` is there more than once, and taken for what it is last");
    let twice = r#"{"b": {"c": 1, "c": 2}, "a": 1, "a": 2}"#;
    assert_eq!(of_type("/json", "application/json", twice), [repeated("c"), repeated("a")]);
    assert_eq!(answered("json", 200, &[], r#"{"long": 1, "long": 2}"#), [repeated("long"), "missing: `a` is missing".to_owned()]);
}

#[test]
fn a_text_in_another_charset_is_not_checked() {
    let long = "invalid-value: the value is `\"abcd\"`, longer than 3";
    assert_eq!(of_type("/text", "text/plain; charset=utf-16", "abcd"), [long], "recorders make texts of it");
    assert_eq!(
        of_type("/text", "text/plain; charset=latin1", b"\xe9"),
        ["unchecked: a body of `text/plain` is not checked: the charset `latin1` is not read"]
    );
    for charset in ["", "; charset=US-ASCII", "; charset=\"utf-8\""] {
        let found = of_type("/text", &format!("text/plain{charset}"), b"\xe9");
        assert_eq!(found, ["unreadable: the body can't be read: it is not UTF-8"], "{charset}");
    }
    assert_eq!(of_type("/text", "text/html", "x"), ["invalid-value: the value is `\"x\"`, expected an integer"]);
}

#[test]
fn a_body_is_decoded_or_not_checked() {
    let headers = [("content-type", "application/json"), ("Content-Encoding", "gzip")];
    assert_eq!(sent("/json", &headers, "{}"), ["missing: `a` is missing"], "recorders undo codings");
    for body in [&b"\x1f\x8b\x08\x00"[..], b"\x1f\xef\xbf\xbd\x08", b"\x0b\x02"] {
        let found = sent("/json", &headers, body);
        assert_eq!(found, ["unchecked: a body of `application/json` is not checked: it is encoded as `gzip`"], "{body:?}");
    }
    let identity = [("content-type", "application/json"), ("content-encoding", "Identity")];
    assert!(sent("/json", &identity, b"\x1f\x8b")[0].starts_with("unreadable: "));
}

#[test]
fn ranges_and_parameters_say_which_media_type_it_is() {
    assert_eq!(of_type("/ranges", "application/vnd.x+json", "{}"), ["missing: `a` is missing"]);
    assert_eq!(of_type("/ranges", "application/json;v=2", "{}"), ["missing: `two` is missing"]);
    assert_eq!(of_type("/ranges", "application/json; V=1; charset=utf-8", "{}"), ["missing: `one` is missing"]);
    assert_eq!(of_type("/ranges", "application/xml", ""), [""; 0], "nothing was sent");
    assert!(of_type("/ranges", "application/xml", "x")[0].starts_with("undocumented-media-type: "));
}

#[test]
fn what_nothing_is_said_of_has_its_own_rules_still() {
    let json = [("content-type", "application/json")];
    assert_eq!(answered("json", 400, &json, "{}"), [""; 0]);
    assert_eq!(
        answered("json", 400, &json, "{"),
        ["unreadable: the body can't be read: it is not JSON: EOF while parsing an object at line 1 column 1"]
    );
    assert_eq!(answered("json", 400, &[("content-type", "image/png")], "x"), [""; 0], "nothing could be wrong");
    assert_eq!(answered("text", 202, &[("content-type", "application/pdf")], "x"), [""; 0]);
    assert_eq!(
        answered("text", 202, &[("content-type", "image/png")], "x"),
        ["unchecked: a body of `image/png` is not checked: only JSON, forms, parts and text are read"]
    );
}

#[test]
fn bodies_are_there_where_they_are_described() {
    assert_eq!(answered("json", 200, &[], ""), ["missing: the response has no body"]);
    assert_eq!(answered("json", 205, &[], ""), [""; 0]);
    assert_eq!(answered("json", 400, &[], ""), [""; 0]);
    assert_eq!(answered("text", 200, &[], ""), ["invalid-value: the value is `\"\"`, shorter than 2"]);
    assert_eq!(answered("text", 201, &[], ""), ["missing: the response has no body"]);
    assert_eq!(answered("text", 202, &[], ""), [""; 0]);
    assert_eq!(of_type("/text", "text/plain", ""), ["missing: the request has no body, which is required"]);
    assert_eq!(sent("/none/x", &[], "x"), ["undocumented-body: the request has a body, and none is described"]);
    assert_eq!(
        answered("none", 200, &[("set-cookie", "a=1")], "x"),
        ["undocumented-body: the response has a body, and none is described"]
    );
}

#[test]
fn parameters_of_a_media_type_are_read_or_not_checked() {
    assert_eq!(sent("/none/x?free=x&count=1", &[], ""), [""; 0]);
    assert_eq!(sent("/none/x?count=a", &[], ""), ["invalid-value: `count` (query): the value is `\"a\"`, expected an integer"]);
    assert_eq!(sent("/none/x?xml=%3Ca/%3E", &[], ""), ["unchecked: `xml` (query) is not checked: `application/xml` is not read"]);
}

#[test]
fn a_parameter_may_be_empty_where_it_is_said() {
    assert_eq!(sent("/none/x?flag&flags=&flags=", &[], ""), [""; 0]);
    assert_eq!(sent("/none/x?strict", &[], ""), ["invalid-value: `strict` (query): the value is `\"\"`, expected a boolean"]);
    assert_eq!(sent("/none/x?flag=x&flags=1&flags=", &[], "").len(), 2, "what has a value is held against the schema");
}

#[test]
fn cookies_come_in_lines_of_their_own() {
    assert_eq!(answered("none", 200, &[("Set-Cookie", "a=1; Path=/, x"), ("set-cookie", "a=2")], ""), [""; 0]);
    assert_eq!(
        answered("none", 200, &[("set-cookie", "a=1"), ("set-cookie", "b=2")], ""),
        ["invalid-value: `Set-Cookie` (header): the value is `\"b=2\"`, which does not match the pattern `^a=`"]
    );
    assert_eq!(answered("none", 200, &[], ""), ["missing: `Set-Cookie` (header) is missing"]);
    for cookies in [&[("cookie", "list=1&list=2; b=3")][..], &[("cookie", "list=1"), ("cookie", "list=2")]] {
        assert_eq!(sent("/none/x", cookies, ""), [""; 0]);
    }
    let wrong = "invalid-value: `list` (cookie): `/1` is `\"x\"`, expected an integer";
    assert_eq!(sent("/none/x", &[("cookie", "list=1&list=x")], ""), [wrong]);
}
