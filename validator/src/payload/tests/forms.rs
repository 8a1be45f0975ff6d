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

/// What parts say of themselves, and how they are written.
const PARTS: &str = "
openapi: 3.1.0
info: {title: Uploads, version: '1'}
paths:
  /forms:
    post:
      requestBody:
        content:
          multipart/form-data:
            schema:
              type: object
              properties:
                file: {type: string}
                plain: {type: string}
                csv: {type: array, items: {type: string}}
                spaces: {type: array, items: {type: integer}}
                pipes: {type: array, items: {type: integer}}
                many: {type: array, items: {type: integer}}
                deep: {type: object, properties: {n: {type: integer}}}
            encoding:
              file:
                contentType: 'text/*'
                headers:
                  Content-Type: {required: true, schema: {const: never}}
                  X-Size: {required: true, schema: {type: integer, maximum: 9}}
                  X-Pair: {explode: true, schema: {type: object, properties: {r: {type: integer}}}}
                  X-Json: {content: {application/json: {schema: {type: object}}}}
              csv: {style: form, explode: false, contentType: application/json}
              spaces: {style: spaceDelimited}
              pipes: {style: pipeDelimited}
              many: {style: form, explode: true}
              deep: {style: deepObject, explode: true}
      responses: {'200': {description: It}}
";

fn sent(content_type: &str, body: &[u8]) -> Vec<String> {
    sent_to(SPEC, content_type, body)
}

fn sent_to(spec: &str, content_type: &str, body: &[u8]) -> Vec<String> {
    let description = described(spec);
    let validator = Validator::new(&description).expect("it is a description");
    lines(validator.request("POST", "/forms", &[("content-type", content_type)], body).problems)
}

/// Sends parts, each with its headers after the name.
fn written(spec: &str, parts: &[&str]) -> Vec<String> {
    let parts = parts.iter().map(|part| format!("--limit\r\nContent-Disposition: form-data; name={part}\r\n"));
    let body: String = parts.chain(["--limit--\r\n".to_owned()]).collect();
    sent_to(spec, "multipart/form-data; boundary=limit", body.as_bytes())
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
fn headers_of_parts_are_those_that_are_described() {
    let file = |headers: &str| written(PARTS, &[&format!("file\r\nContent-Type: text/csv{headers}\r\n\r\na,b")]);
    assert_eq!(file("\r\nx-size: 9\r\nX-Pair: r=1\r\nX-Json: {}\r\nX-Other: x"), [""; 0]);
    assert_eq!(
        file("\r\nX-Size: 10\r\nX-Pair: r=x\r\nX-Json: {"),
        [
            "invalid-value: `X-Size` (header of the part `file`): the value is `10`, more than 9",
            "invalid-value: `X-Pair` (header of the part `file`): `/r` is `\"x\"`, expected an integer",
            "unreadable: `X-Json` (header of the part `file`) is not JSON: EOF while parsing an object at line 1 column 1",
        ]
    );
    assert_eq!(file(""), ["missing: `X-Size` (header of the part `file`) is missing"]);
    assert_eq!(written(PARTS, &["plain\r\n\r\na"]), [""; 0], "a part that is not there has no headers");
}

#[test]
fn a_part_without_a_media_type_is_text() {
    assert_eq!(written(PARTS, &["file\r\nX-Size: 1\r\n\r\na"]), [""; 0]);
    assert_eq!(
        written(SPEC, &["name\r\n\r\na", "json\r\n\r\n[1]", "file\r\nContent-Type: IMAGE/gif; q=1\r\n\r\nGIF"]),
        ["undocumented-media-type: the part `json` has no media type, and so is `text/plain`, which is not described \
          [described is `application/json`]"]
    );
}

#[test]
fn parts_have_styles_since_3_1() {
    let fine = [
        "csv\r\nContent-Type: text/plain\r\n\r\na%2Cb,c+d, é",
        "spaces\r\n\r\n1 2",
        "pipes\r\n\r\n1|2",
        "many\r\n\r\n1",
        "many\r\n\r\n2",
        "\"deep[n]\"\r\n\r\n3",
        "plain\r\n\r\na,b",
    ];
    assert_eq!(written(PARTS, &fine), [""; 0]);
    let wrong = ["spaces\r\n\r\n1 x", "pipes\r\n\r\n1|x", "many\r\n\r\nx", "\"deep[n]\"\r\n\r\nx"];
    assert_eq!(
        written(PARTS, &wrong),
        ["spaces/1", "pipes/1", "many/0", "deep/n"]
            .map(|place| format!("invalid-value: `/{place}` is `\"x\"`, expected an integer"))
    );
    assert_eq!(
        written(PARTS, &["csv\r\n\r\na", "csv\r\n\r\nb"]),
        ["unreadable: the body can't be read: the field `csv` is given more than once"]
    );
    // In 3.0 a style says nothing of parts: one part is one item.
    let before =
        PARTS.replace("3.1.0", "3.0.4").replace("const: never", "type: string").replace(", contentType: application/json", "");
    assert_eq!(written(&before, &["csv\r\n\r\na,b", "csv\r\n\r\nc", "many\r\n\r\n1"]), [""; 0]);
    assert_eq!(written(&before, &["spaces\r\n\r\n1 2"]), ["invalid-value: `/spaces/0` is `\"1 2\"`, expected an integer"]);
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
        "--b\n folded: name\n\n--b--",
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
            sent_to(PARTS, content_type, &[body.as_bytes(), b"\xff\x00"].concat());
        }
    }
    assert_eq!(form(&format!("name=a&{deep}")).len(), 1, "a name that is too deep is a property that nobody described");
}
