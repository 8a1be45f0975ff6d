//! `bindery validate`: files and recorded traffic, the exit code, and where findings are.

use crate::support::Folder;

#[test]
fn values_of_a_schema() {
    let folder = Folder::with_pets("validate-schema");
    folder.write("good.json", r#"{"id": "p1", "kind": "cat"}"#);
    folder.write("bad.json", "{\n  \"id\": \"p1\",\n  \"kind\": \"cow\"\n}\n");
    folder.write("worse.json", "{");
    let ran = folder.bindery(&["validate", "--spec", "pets.yaml", "--schema", "Pet", "good.json"]);
    assert_eq!(ran.fine(), "0 errors, 0 warnings, 0 notes\n");
    let ran = folder.bindery(&["validate", "--spec", "pets.yaml", "--schema", "Pet", "bad.json", "worse.json"]);
    assert_eq!(ran.code, Some(1), "{ran:#?}");
    assert!(
        ran.stdout.contains("error[payload/invalid-value]: `/kind` is `\"cow\"`, expected `\"cat\"` or `\"dog\"`"),
        "{}",
        ran.stdout
    );
    assert!(ran.stdout.contains("bad.json:3:11") && ran.stdout.contains("pets.yaml:24:30"), "{}", ran.stdout);
    assert!(ran.stdout.contains("error[payload/unreadable]") && ran.stdout.contains("worse.json:1:1"), "{}", ran.stdout);
}

#[test]
fn keys_that_are_there_again() {
    let folder = Folder::with_pets("validate-repeated");
    folder.write("pet.json", "{\n  \"id\": \"p1\",\n  \"kind\": \"cow\",\n  \"kind\": \"cat\"\n}\n");
    for against in [&["--schema", "Pet"][..], &["--operation", "getPet", "--response", "200"]] {
        let ran = folder.bindery(&[&["validate", "--spec", "pets.yaml"], against, &["pet.json"]].concat());
        let found = ran.fine();
        assert!(found.starts_with("warning[payload/repeated-key]: the key `kind` is there more than once"), "{found}");
        assert!(found.contains("--> pet.json:") && found.contains("0 errors, 1 warning, 0 notes"), "{found}");
    }
}

#[test]
fn bodies_of_an_operation() {
    let folder = Folder::with_pets("validate-operation");
    folder.write("pet.json", r#"{"id": 1, "kind": "cat"}"#);
    let arguments =
        ["validate", "--spec", "pets.yaml", "--operation", "getPet", "--response", "200", "pet.json", "--format", "json"];
    let ran = folder.bindery(&arguments);
    assert_eq!(ran.code, Some(1), "{ran:#?}");
    assert!(ran.stdout.contains("payload/invalid-value") && ran.stdout.contains("/id"), "{}", ran.stdout);
}

#[test]
fn recorded_traffic() {
    let folder = Folder::with_pets("validate-traffic");
    folder.write(
        "t.ndjson",
        r#"{"method": "GET", "url": "https://pets.example/pets/p1", "status": 200, "response_body": {"id": "p1", "kind": "cat"}}
{"method": "GET", "url": "https://pets.example/pats/p1", "status": 200}
"#,
    );
    let ran = folder.bindery(&["validate", "--spec", "pets.yaml", "--ndjson", "t.ndjson"]);
    assert_eq!(ran.code, Some(1), "{ran:#?}");
    assert!(ran.stdout.contains("error[payload/undocumented-route]: `GET /pats/p1` is not described"), "{}", ran.stdout);
    assert!(ran.stdout.contains("t.ndjson:2:26"), "{}", ran.stdout);
    assert!(ran.stdout.contains("GET /pets/{petId}: 1 request (200: 1), 0 problems"), "{}", ran.stdout);
}

#[test]
fn other_hosts_are_counted_and_can_be_taken_in() {
    let folder = Folder::with_pets("validate-hosts");
    let line = |host: &str| {
        format!(
            "{{\"method\": \"GET\", \"url\": \"https://{host}/pets/p1\", \"status\": 200, \"response_body\": {{\"id\": \"p1\", \"kind\": \"cat\"}}}}\n"
        )
    };
    folder.write("t.ndjson", [line("staging.example"), line("cdn.example"), line("staging.example")].concat());
    let arguments = ["validate", "--spec", "pets.yaml", "--ndjson", "t.ndjson"];
    let ran = folder.bindery(&arguments);
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    assert!(ran.stdout.contains("other hosts: 3 requests (staging.example: 2, cdn.example: 1), not judged\n"), "{}", ran.stdout);
    assert!(ran.stdout.contains("warning[payload/undocumented-host]: `staging.example`"), "{}", ran.stdout);
    let ran = folder.bindery(&[&arguments[..], &["--server", "https://staging.example/"]].concat());
    assert!(ran.stdout.contains("GET /pets/{petId}: 2 requests (200: 2), 0 problems\n"), "{}", ran.stdout);
    assert!(ran.stdout.contains("other hosts: 1 request (cdn.example: 1), not judged\n"), "{}", ran.stdout);
}

#[test]
fn an_archive_shows_where_things_are() {
    let folder = Folder::with_pets("validate-har");
    let body = r#"{\"id\": \"p1\", \"kind\": \"cow\"}"#;
    let entry = format!(
        r#"{{"request": {{"method": "GET", "url": "https://pets.example/pets/p1", "headers": []}},
 "response": {{"status": 200, "headers": [], "content": {{"mimeType": "application/json", "text": "{body}"}}}}}}"#
    );
    folder.write("t.har", format!(r#"{{"log": {{"entries": [{entry}]}}}}"#));
    let ran = folder.bindery(&["validate", "--spec", "pets.yaml", "--har", "t.har"]);
    assert_eq!(ran.code, Some(1), "{ran:#?}");
    assert!(ran.stdout.contains("error[payload/invalid-value]: `/kind` is `\"cow\"`"), "{}", ran.stdout);
    assert!(ran.stdout.contains("t.har:2:"), "{}", ran.stdout);
}

#[test]
fn what_can_not_be_done() {
    let folder = Folder::with_pets("validate-usage");
    folder.write("a.json", "{}");
    for (arguments, reason) in [
        (&["--schema", "Pat", "a.json"][..], "there is no schema `Pat`; did you mean `Pet`?"),
        (&["--operation", "getPat", "--request", "a.json"], "there is no operation `getPat`; did you mean `getPet`?"),
        (&["--operation", "getPet", "a.json"], "--operation needs --request or --response STATUS"),
        (&["--har", "none.har"], "none.har: it can't be read"),
        (&["--har", "a.json"], "missing field `log`"),
        (&[], "--schema <NAME>|--operation <ID>|--har <HAR>|--ndjson <NDJSON>"),
    ] {
        let ran = folder.bindery(&[&["validate", "--spec", "pets.yaml"], arguments].concat());
        assert_eq!(ran.code, Some(2), "{arguments:?} {ran:#?}");
        assert!(ran.stderr.contains(reason), "{arguments:?} {}", ran.stderr);
    }
}

#[test]
fn what_is_wrong_with_the_description_is_said() {
    let folder = Folder::new("validate-doubts");
    folder.write(
        "api.yaml",
        "openapi: 3.0.3
info: {title: T, version: '1'}
paths:
  /a:
    post:
      requestBody:
        content:
          application/json: {schema: {$ref: '#/components/schemas/Missing'}}
          text/plain: {schema: {type: string, pattern: '('}}
      responses: {'200': {description: It}}
",
    );
    folder.write("t.ndjson", "{\"method\": \"POST\", \"url\": \"/a\", \"request_body\": {}}\n");
    let arguments = ["validate", "--spec", "api.yaml", "--ndjson", "t.ndjson"];
    let ran = folder.bindery(&arguments);
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    for said in [
        "warning[spec/dangling-ref]: `#/components/schemas/Missing` is not defined\n --> api.yaml:8:45",
        "warning[spec/bad-pattern]: the pattern is no regular expression\n --> api.yaml:9:56",
        "help: nothing is held against it",
        "0 errors, 2 warnings, 0 notes",
    ] {
        assert!(ran.stdout.contains(said), "{said}: {}", ran.stdout);
    }
    let ran = folder.bindery(&[&arguments[..], &["--level", "spec/dangling-ref=off"]].concat());
    assert!(ran.stdout.contains("0 errors, 1 warning, 0 notes"), "{}", ran.stdout);
    folder.write("no.yaml", "title: T\n");
    let ran = folder.bindery(&["validate", "--spec", "no.yaml", "--ndjson", "t.ndjson"]);
    assert_eq!(ran.code, Some(2), "{ran:#?}");
    assert!(ran.stderr.starts_with("error: no.yaml: the description can't be read: "), "{}", ran.stderr);
}
