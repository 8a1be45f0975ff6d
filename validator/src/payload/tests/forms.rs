//! Bodies of fields: forms with `encoding`, and `multipart/form-data`.

use super::{Validator, described, lines};

const SPEC: &str = "
openapi: 3.0.3
info: {title: Uploads, version: '1'}
paths:
  /forms:
    post:
      requestBody:
        content:
          application/x-www-form-urlencoded:
            schema: &fields
              type: object
              additionalProperties: false
              required: [name]
              properties:
                name: {type: string, maxLength: 5}
                count: {type: integer}
                tags: {type: array, items: {type: integer}}
                csv: {type: array, items: {type: integer}}
                spaces: {type: array, items: {type: string}}
                address: {type: object, required: [city], properties: {city: {type: string}, zip: {type: integer}}}
                deep: {type: object, properties: {a: {type: object, properties: {n: {type: integer}}}, l: {type: array, items: {type: object, properties: {n: {type: integer}}}}}}
                list: {type: array, items: {type: object, properties: {n: {type: integer}}}}
                json: {type: array, items: {type: integer}}
                either: {oneOf: [{type: string}, {type: object}]}
                file: {type: string, format: binary, maxLength: 4}
                files: {type: array, items: {type: string, format: binary}}
            encoding:
              csv: {style: form, explode: false}
              spaces: {style: spaceDelimited}
              deep: {style: deepObject, explode: true}
              json: {contentType: application/json}
          multipart/form-data:
            schema: *fields
            encoding:
              file: {contentType: 'image/png, image/*'}
              json: {contentType: application/json}
      responses: {'200': {description: It}}
";

fn sent(content_type: &str, body: &[u8]) -> Vec<String> {
    let description = described(SPEC);
    let validator = Validator::new(&description).expect("it is a description");
    lines(validator.request("POST", "/forms", &[("content-type", content_type)], body).problems)
}

fn form(body: &str) -> Vec<String> {
    sent("application/x-www-form-urlencoded", body.as_bytes())
}

/// Sends parts: name, what the part says it is, content.
fn parts(parts: &[(&str, &str, &[u8])]) -> Vec<String> {
    let mut body = Vec::new();
    for (name, media_type, content) in parts {
        body.extend(format!("--limit\r\nContent-Disposition: form-data; name=\"{name}\"\r\n").into_bytes());
        if !media_type.is_empty() {
            body.extend(format!("Content-Type: {media_type}\r\n").into_bytes());
        }
        body.extend(b"\r\n");
        body.extend(*content);
        body.extend(b"\r\n");
    }
    body.extend(b"--limit--\r\n");
    sent("multipart/form-data; boundary=limit", &body)
}

#[test]
fn fields_of_forms_are_written_as_their_encoding_says() {
    let fine = "name=a+b&count=3&tags=1&tags=2&csv=1,2&spaces=x%20y&address=%7B%22city%22%3A%22Ulm%22%7D&deep[a][n]=1&deep[l][0][n]=2\
        &json=1&json=2&either=5&list=%7B%22n%22%3A1%7D&list=%7B%7D";
    assert_eq!(form(fine), [""; 0]);
    assert_eq!(
        form("name=a&csv=1,x&deep[a][n]=x&deep[l][0][n]=y&json=1&json=x"),
        ["unreadable: the body can't be read: the field `json` is not JSON: expected value at line 1 column 1"]
    );
    assert_eq!(
        form("name=a&csv=1,x&deep[a][n]=x&deep[l][0][n]=y&address=Ulm"),
        [
            "invalid-value: `/address` is `\"Ulm\"`, expected an object",
            "invalid-value: `/csv/1` is `\"x\"`, expected an integer",
            "invalid-value: `/deep/a/n` is `\"x\"`, expected an integer",
            "invalid-value: `/deep/l/0/n` is `\"y\"`, expected an integer",
        ]
    );
    assert_eq!(form("name=a&name=b"), ["invalid-value: `/name` is an array, expected a string"]);
    assert_eq!(
        form("nmae=a"),
        [
            "unknown-property: unknown property `nmae` [did you mean `name`?]",
            "missing: `name` is missing [`nmae` is there; did you mean `name`?]"
        ]
    );
    assert_eq!(form("name=a&csv=1&csv=2"), ["unreadable: the body can't be read: the field `csv` is given more than once"]);
}

#[test]
fn parts_are_what_they_say_or_what_is_described() {
    let fine: &[(&str, &str, &[u8])] = &[
        ("name", "", b"Ada"),
        ("count", "text/plain", b"3"),
        ("tags", "", b"1"),
        ("address", "", b"{\"city\": \"Ulm\"}"),
        ("json", "application/json", b"[1, 2]"),
        ("list", "application/json", b"{\"n\": 1}"),
        ("file", "image/png", b"\x89PN\xff"),
        ("files", "application/pdf", b"a\r\nb"),
        ("files", "", b"\xff"),
    ];
    assert_eq!(parts(fine), [""; 0]);
    let wrong: &[(&str, &str, &[u8])] = &[
        ("count", "", b"three"),
        ("tags", "", b"x"),
        ("address", "application/json", b"{\"zip\": \"x\"}"),
        ("file", "text/html", b"12345"),
        ("nmae", "", b"Ada"),
    ];
    assert_eq!(
        parts(wrong),
        [
            "undocumented-media-type: the part `file` has the media type `text/html`, which is not described [described is `image/png, image/*`]",
            "invalid-value: `/count` is `\"three\"`, expected an integer",
            "invalid-value: `/tags/0` is `\"x\"`, expected an integer",
            "missing: `city` is missing",
            "invalid-value: `/address/zip` is `\"x\"`, expected an integer",
            "invalid-value: `/file` is `\"12345\"`, longer than 4",
            "unknown-property: unknown property `nmae` [did you mean `name`?]",
            "missing: `name` is missing [`nmae` is there; did you mean `name`?]",
        ]
    );
    let broken: &[(&str, &str, &[u8])] = &[("name", "", b"a"), ("address", "application/json", b"{")];
    assert!(parts(broken)[0].starts_with("unreadable: the body can't be read: the field `address` is not JSON"));
    assert_eq!(
        sent("multipart/form-data", b"--x--"),
        ["unreadable: the body can't be read: `multipart/form-data` has no `boundary`"]
    );
}

#[test]
fn hostile_bodies_are_only_wrong() {
    let deep = format!("deep{}=1", "[a]".repeat(10_000));
    let many = "deep[a][n]=1&".repeat(500);
    let nested = format!("--b\r\nContent-Disposition: form-data; name=\"address\"\r\n\r\n{}\r\n--b--", "{\"a\":".repeat(10_000));
    let bodies = [
        "",
        "&",
        "=",
        "%",
        "%ff=%ff",
        "[]=",
        "deep[=1",
        "deep[]=1",
        "deep[a]=1&deep[a][n]=2",
        "name",
        "--b",
        "--b--",
        "--b\n--b--",
        "--b\r\n\r\n--b--",
        "--b\nContent-Disposition: form-data; name=\n\nx\n--b--",
        "--b\nContent-Disposition:;;;=\n\n--b--",
        "--b\nContent-Disposition: form-data; name=\"a\nx\n--b--",
        "--b\nContent-Type:\n--b\n--b--",
        &deep,
        &many,
        &nested,
    ];
    for content_type in [
        "multipart/form-data; boundary=b",
        "multipart/form-data; boundary=\"b\"; x",
        "multipart/form-data; boundary=",
        "multipart/form-data;;;=;boundary",
        "application/x-www-form-urlencoded",
    ] {
        for body in bodies {
            sent(content_type, body.as_bytes());
            sent(content_type, &[body.as_bytes(), b"\xff\x00"].concat());
        }
    }
    assert_eq!(form(&format!("name=a&{deep}")).len(), 1, "a name that is too deep is a property that nobody described");
}
