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
"#;
    let traffic = judge(&validator, ("t.ndjson", Form::Ndjson), text.as_bytes(), &mut sources).expect("it can be read");
    assert_eq!(
        placed(sources, traffic.findings),
        [
            "3:65 invalid-value `/name` is `1`, expected a string (the first of 2 times)",
            "3:79 undocumented-status the status 500 is not described",
            "5:1 bad-record the line is no record of an exchange: missing field `url`",
            "6:26 undocumented-route `GET /nowhere` is not described",
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
    assert_eq!(traffic.findings.len(), 1);
    assert_eq!(traffic.findings[0].origin.pointer.as_str(), "/log/entries/0/request/postData/text");
    assert_eq!(traffic.findings[0].message, "`/name` is `1`, expected a string (the first of 2 times)");
    assert!(judge("{}").is_err() && judge(r#"{"log": {"entries": 1}}"#).is_err() && judge("").is_err());
}
