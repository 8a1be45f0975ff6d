//! Recorded traffic: what is counted, and where findings are.

use bindery::source::Sources;

use super::super::traffic::{Form, judge};
use super::{Validator, description};
use crate::finding::{Batch, Finding};

/// Returns findings with their places, a line for each.
fn placed(sources: Sources, findings: Vec<Finding>) -> Vec<String> {
    let batch = Batch { sources, findings };
    let line = |it: crate::finding::Located<'_>| {
        let place = it.place.expect("it has a place");
        format!("{}:{} {} {}", place.line, place.column, it.finding.rule.name(), it.finding.message)
    };
    batch.located().into_iter().map(line).collect()
}

#[test]
fn traffic_is_summed_up() {
    let description = description();
    let validator = Validator::new(&description).expect("it is a description");
    let mut sources = description.examined.sources.clone();
    let text = r#"{"method": "POST", "url": "/v1/items", "request_body": {"name": "a"}, "status": 201}

{"method": "POST", "url": "/v1/items", "request_body": {"name": 1}, "status": 500}
{"method": "POST", "url": "/v1/items", "request_body": {"name": 2}, "status": 201}
{"method": "GET"}
{"method": "GET", "url": "/nowhere"}
{"method": "GET", "url": "/now
"#;
    let traffic = judge(&validator, ("t.ndjson", Form::Ndjson), text.as_bytes(), &mut sources).expect("it can be read");
    assert_eq!(
        placed(sources, traffic.findings),
        [
            "3:65 invalid-value `/name` is `1`, expected a string (the first of 2 times)",
            "3:79 undocumented-status the status 500 is not described",
            "5:1 bad-record the line is no record of an exchange: missing field `url`",
            "6:26 undocumented-route `GET /nowhere` is not described",
            "7:1 bad-record the line is no record of an exchange: EOF while parsing a string",
        ]
    );
    let seen = &traffic.seen["POST /items"];
    assert_eq!(
        (seen.requests, seen.problems, seen.statuses.clone().into_iter().collect::<Vec<_>>()),
        (3, 3, vec![(201, 2), (500, 1)])
    );
    assert_eq!(traffic.seen[""].requests, 1);
}

#[test]
fn archives_are_read_entry_by_entry() {
    let description = description();
    let validator = Validator::new(&description).expect("it is a description");
    let judge = |text: &str| {
        let mut sources = description.examined.sources.clone();
        judge(&validator, ("t.har", Form::Har), text.as_bytes(), &mut sources)
    };
    let entry = r#"{"startedDateTime": "x", "request": {"method": "POST", "url": "https://eu.shop.example/v1/items",
        "headers": [], "postData": {"mimeType": "application/json", "text": "{\"name\": 1}"}},
        "response": {"status": 201, "headers": [], "content": {"text": "aGk=", "encoding": "base64"}}}"#;
    let traffic =
        judge(&format!(r#"{{"log": {{"version": "1.2", "entries": [{entry}, {entry}], "pages": []}}}}"#)).expect("it is one");
    assert_eq!(traffic.findings.len(), 2);
    assert_eq!(traffic.findings[1].message, "the response has a body, and none is described (the first of 2 times)");
    assert_eq!(traffic.findings[0].origin.pointer.as_str(), "/log/entries/0/request/postData/text");
    assert_eq!(traffic.findings[0].message, "`/name` is `1`, expected a string (the first of 2 times)");
    assert!(judge("{}").is_err() && judge(r#"{"log": {"entries": 1}}"#).is_err() && judge("").is_err());
}

#[test]
fn findings_of_bodies_that_are_texts_are_in_the_texts() {
    let description = description();
    let validator = Validator::new(&description).expect("it is a description");
    let mut sources = description.examined.sources.clone();
    let body = r#"{\"name\": \"\u00e9\", \"tags\": [1], \"nmae\": 2}"#;
    let line = format!(r#"{{"method": "POST", "url": "/v1/items", "request_body": "{body}"}}"#);
    let traffic = judge(&validator, ("t.ndjson", Form::Ndjson), line.as_bytes(), &mut sources).expect("it can be read");
    let column = |text: &str| line.find(text).map(|at| at + 1);
    let (tag, key) = (column("1]").expect("it is there"), column(r#"\"nmae"#).expect("it is there"));
    assert_eq!(
        placed(sources, traffic.findings),
        [
            format!("1:{tag} invalid-value `/tags/0` is `1`, expected a string"),
            format!("1:{key} unknown-property unknown property `nmae`, at `/nmae` of the body"),
        ]
    );
    let har = format!(
        "{{\"log\": {{\"entries\": [{{\"request\": {{\"method\": \"POST\", \"url\": \"/v1/items\",\n\"postData\": {{\"text\": \"{body}\"}}}}}}]}}}}"
    );
    let mut sources = description.examined.sources.clone();
    let mut traffic = judge(&validator, ("t.har", Form::Har), har.as_bytes(), &mut sources).expect("it can be read");
    let document = sources.add("t.har", har.clone());
    traffic.show_in(&sources, document);
    let column = har.lines().nth(1).and_then(|line| line.find("1]")).expect("it is there") + 1;
    assert_eq!(placed(sources, traffic.findings)[0], format!("2:{column} invalid-value `/tags/0` is `1`, expected a string"));
}

#[test]
fn what_differs_is_not_counted_as_the_same() {
    let description = description();
    let validator = Validator::new(&description).expect("it is a description");
    let mut sources = description.examined.sources.clone();
    let text = r#"{"method": "GET", "url": "/v1/items/new?a=1", "status": 500}
{"method": "GET", "url": "/v1/items/new?b=1", "status": 418}
{"method": "POST", "url": "/v1/items", "request_body": {"name": "x", "a": 1}}
{"method": "POST", "url": "/v1/items", "request_body": {"name": "x", "b": 1}}
{"method": "GET", "url": "https://cdn.example/a"}
{"method": "GET", "url": "https://CDN.example/b"}
{"method": "GET", "url": "https://ads.example/"}
"#;
    let traffic = judge(&validator, ("t.ndjson", Form::Ndjson), text.as_bytes(), &mut sources).expect("it can be read");
    let hosts: Vec<_> = traffic.other_hosts.clone().into_iter().collect();
    assert_eq!(hosts, [("ads.example".to_owned(), 1), ("cdn.example".to_owned(), 2)]);
    assert_eq!(traffic.seen.keys().collect::<Vec<_>>(), ["GET /items/new", "POST /items"]);
    assert_eq!(
        placed(sources, traffic.findings),
        [
            "1:26 unknown-parameter `a` (query) is not described",
            "1:57 undocumented-status the status 500 is not described",
            "2:26 unknown-parameter `b` (query) is not described",
            "2:57 undocumented-status the status 418 is not described",
            "3:70 unknown-property unknown property `a`",
            "4:70 unknown-property unknown property `b`",
            "5:26 undocumented-host `cdn.example` is the host of no server that is described; requests to it were not judged (the first of 2 times)",
            "7:26 undocumented-host `ads.example` is the host of no server that is described; requests to it were not judged",
        ]
    );
}

#[test]
fn archives_may_have_fields_in_place_of_a_text() {
    let description = description();
    let validator = Validator::new(&description).expect("it is a description");
    let mut sources = description.examined.sources.clone();
    let entry = |mime: &str, params: &str| {
        format!(
            r#"{{"request": {{"method": "POST", "url": "/v1/items", "postData": {{"mimeType": "{mime}", "params": [{params}]}}}}}}"#
        )
    };
    let form = "application/x-www-form-urlencoded";
    let fine = entry(form, r#"{"name": "name", "value": "a&b=é"}, {"name": "count", "value": "3"}"#);
    let wrong = entry(form, r#"{"name": "name", "value": "a"}, {"name": "count", "value": "x"}"#);
    let parts = entry("multipart/form-data; boundary=b", r#"{"name": "name", "value": "a"}, {"name": "tags", "value": "t"}"#);
    let har = format!(r#"{{"log": {{"entries": [{fine}, {wrong}, {parts}]}}}}"#);
    let traffic = judge(&validator, ("t.har", Form::Har), har.as_bytes(), &mut sources).expect("it can be read");
    let messages: Vec<&str> = traffic.findings.iter().map(|finding| finding.message.as_str()).collect();
    assert_eq!(messages, ["`/count` is `\"x\"`, expected null or an integer"]);
    assert_eq!(traffic.findings[0].origin.pointer.as_str(), "/log/entries/1/request/postData/text");
}

#[test]
fn what_is_far_down_is_named_and_not_shown() {
    let description = description();
    let validator = Validator::new(&description).expect("it is a description");
    let mut sources = description.examined.sources.clone();
    let text = format!("{}{}", "\n".repeat(1 << 20), r#"{"method": "GET", "url": "/nowhere"}"#);
    let traffic = judge(&validator, ("t.ndjson", Form::Ndjson), text.as_bytes(), &mut sources).expect("it can be read");
    let document = traffic.findings[0].origin.document;
    assert_eq!(sources.get(document).text, "");
    assert_eq!(placed(sources, traffic.findings), ["1048577:26 undocumented-route `GET /nowhere` is not described"]);
}

#[test]
fn an_entry_that_is_none_is_a_finding_and_the_others_are_judged() {
    let description = description();
    let validator = Validator::new(&description).expect("it is a description");
    let mut sources = description.examined.sources.clone();
    let get = r#""request": {"method": "GET", "url": "/v1/items/7", "headers": [{"name": "X-Trace", "value": "0e0f6a3e-9a0a-4f6d-8c1e-1d2f3a4b5c6d"}]}"#;
    let left = r#""headers": [{"name": "x-left", "value": "1"}]"#;
    let entries = [
        format!(r#"{{{get}, "response": {{"status": -1, "headers": []}}}}"#),
        format!(
            r#"{{{get}, "response": {{"status": 200, {left}, "content": {{"size": 12.0, "mimeType": "application/json"}}}}}}"#
        ),
        r#"{"request": {"url": "/v1/items/new"}}"#.to_owned(),
        "7".to_owned(),
        r#"{"request": {"method": "POST", "url": "/v1/items", "bodySize": 5, "postData": null}}"#.to_owned(),
        r#"{"request": {"method": "POST", "url": "/v1/items", "bodySize": 0}}"#.to_owned(),
    ];
    let har = format!("\u{feff}{{\"log\": {{\"entries\": [{}]}}}}", entries.join(",\n"));
    let traffic = judge(&validator, ("t.har", Form::Har), har.as_bytes(), &mut sources).expect("it can be read");
    let found: Vec<_> = traffic.findings.iter().map(|it| format!("{} {}", it.origin.pointer, it.message)).collect();
    assert_eq!(
        found,
        [
            "/log/entries/1/response/status the body was not recorded, and is not checked (the first of 2 times)",
            "/log/entries/2 the entry is no record of an exchange: missing field `method`",
            "/log/entries/3 the entry is no record of an exchange: invalid type: integer `7`, expected an object with a request",
            "/log/entries/5/request/postData/text the request has no body, which is required",
        ]
    );
}

#[test]
fn a_line_that_is_not_utf_8_is_a_finding() {
    let description = description();
    let validator = Validator::new(&description).expect("it is a description");
    let mut sources = description.examined.sources.clone();
    let text = b"\xef\xbb\xbf{\"method\": \"GET\", \"url\": \"/v1/items/new\"}\n{\"method\": \"\xff\"}\n";
    let traffic = judge(&validator, ("t.ndjson", Form::Ndjson), &text[..], &mut sources).expect("it can be read");
    assert_eq!(traffic.seen["GET /items/new"].problems, 0);
    assert_eq!(placed(sources, traffic.findings), ["2:1 bad-record the line is no record of an exchange: it is not UTF-8"]);
}

#[test]
fn what_is_not_checked_is_counted_apart() {
    let description = description();
    let validator = Validator::new(&description).expect("it is a description");
    let mut sources = description.examined.sources.clone();
    let xml = r#"{"method": "POST", "url": "/v1/items", "request_headers": {"content-type": "application/xml"}, "request_body": "<a/>"}"#;
    let text = format!("{xml}\n{xml}\n{}\n", xml.replace("application/xml", "text/csv"));
    let traffic = judge(&validator, ("t.ndjson", Form::Ndjson), text.as_bytes(), &mut sources).expect("it can be read");
    let seen = &traffic.seen["POST /items"];
    assert_eq!((seen.requests, seen.problems, seen.unchecked), (3, 1, 2));
    let message = "a body of `application/xml` is not checked: XML is not read (the first of 2 times)";
    assert!(traffic.findings.iter().any(|finding| finding.message == message));
}

#[test]
fn what_an_archive_says_of_bodies_and_cookies_is_heard() {
    let description = description();
    let validator = Validator::new(&description).expect("it is a description");
    let mut sources = description.examined.sources.clone();
    let trace = r#"{"name": "X-Trace", "value": "0e0f6a3e-9a0a-4f6d-8c1e-1d2f3a4b5c6d"}"#;
    let get = format!(r#""method": "GET", "url": "/v1/items/7", "headers": [{trace}]"#);
    let answered = |content: &str| {
        let left = r#"{"name": "x-left", "value": "1"}"#;
        format!(r#"{{"request": {{{get}}}, "response": {{"status": 200, "headers": [{left}], "content": {{{content}}}}}}}"#)
    };
    let entries = [
        // `{"name": 1}`, however the encoding is written.
        answered(r#""mimeType": "application/json", "text": "eyJuYW1lIjogMX0=", "encoding": "BASE64""#),
        answered(r#""mimeType": "application/json", "text": "%%%", "encoding": "base64""#),
        answered(r#""mimeType": "application/json", "text": "x", "encoding": "rot13""#),
        answered(r#""mimeType": "x-unknown", "text": "{\"name\": \"a\"}", "encoding": """#),
        format!(r#"{{"request": {{{get}, "cookies": [{{"name": "other", "value": "x"}}, {{"name": "sid", "value": "a"}}]}}}}"#),
        r#"{"request": {"method": "GET", "url": "data:image/png;base64,AAAA"}}"#.to_owned(),
    ];
    let har = format!("{{\"log\": {{\"entries\": [{}]}}}}", entries.join(",\n"));
    let traffic = judge(&validator, ("t.har", Form::Har), har.as_bytes(), &mut sources).expect("it can be read");
    let found: Vec<_> = traffic.findings.iter().map(|it| format!("{} {}", it.origin.pointer, it.message)).collect();
    assert_eq!(
        found,
        [
            "/log/entries/0/response/content/text `/name` is `1`, expected a string",
            "/log/entries/1/response/status the body is not in the Base64 that it is said to be in, and is not checked",
            "/log/entries/2/response/status the body is in an encoding that is not known, and is not checked",
            "/log/entries/4/request/headers `sid` (cookie): the value is `\"a\"`, shorter than 3",
            "/log/entries/5/request/url `data:` leads to no server; requests to it were not judged",
        ]
    );
    assert_eq!(traffic.other_hosts["data:"], 1);
}
