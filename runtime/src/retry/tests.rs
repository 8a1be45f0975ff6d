//! The retry rules by table.

use super::*;

const SECOND: Duration = Duration::from_secs(1);

fn now() -> SystemTime {
    // Sun, 06 Nov 1994 08:49:37 GMT, the date of RFC 9110's examples.
    SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777)
}

fn headers(retry_after: &str) -> HeaderMap {
    let mut headers = HeaderMap::new();
    if !retry_after.is_empty() {
        let value = retry_after.parse().expect("a header value");
        headers.insert(http::header::RETRY_AFTER, value);
    }
    headers
}

fn answered(repeatable: Repeatable, status: u16, retry_after: &str) -> Option<Duration> {
    let headers = headers(retry_after);
    let status = StatusCode::from_u16(status).expect("a status");
    let result = TryResult::Answered(status, &headers);
    let outcome = Outcome { repeatable, result };
    Retry::new().wait(1, &outcome, now(), 1.0)
}

fn failed(repeatable: Repeatable, result: TryResult<'_>) -> Option<Duration> {
    let outcome = Outcome { repeatable, result };
    Retry::new().wait(1, &outcome, now(), 1.0)
}

#[test]
fn answers() {
    use Repeatable::{No, Yes};
    let half = Some(SECOND / 2);
    let table = [
        (Yes, 429, "", half),
        (Yes, 503, "", half),
        (No, 429, "", None),
        (No, 503, "", None),
        (Yes, 200, "", None),
        (Yes, 200, "1", None),
        (Yes, 400, "1", None),
        (Yes, 409, "", None),
        (Yes, 500, "1", None),
        (Yes, 502, "", None),
        (Yes, 429, "0", Some(Duration::ZERO)),
        (Yes, 429, "7", Some(7 * SECOND)),
        (Yes, 503, " 7 ", Some(7 * SECOND)),
        (No, 429, "7", None),
        (Yes, 429, "60", Some(60 * SECOND)),
        (Yes, 429, "61", None),
        (Yes, 429, "Sun, 06 Nov 1994 08:49:47 GMT", Some(10 * SECOND)),
        (Yes, 429, "Sun, 06 Nov 1994 08:49:27 GMT", Some(Duration::ZERO)),
        (Yes, 429, "Sun, 06 Nov 1994 09:49:47 GMT", None),
        (Yes, 429, "Sunday, 06-Nov-94 08:49:38 GMT", Some(SECOND)),
        // What can't be understood is as if it weren't there.
        (Yes, 429, "soon", half),
        (Yes, 429, "-1", half),
        (Yes, 429, "1.5", half),
        (Yes, 429, "99999999999999999999", half),
    ];
    for (repeatable, status, retry_after, expected) in table {
        let wait = answered(repeatable, status, retry_after);
        assert_eq!(wait, expected, "{repeatable:?} {status} {retry_after:?}");
    }
}

#[test]
fn failures() {
    use Repeatable::{No, Yes};
    let half = Some(SECOND / 2);
    assert_eq!(failed(Yes, TryResult::NotConnected), half);
    assert_eq!(failed(No, TryResult::NotConnected), half);
    assert_eq!(failed(Yes, TryResult::BrokeOff), half);
    assert_eq!(failed(No, TryResult::BrokeOff), None);
    assert_eq!(failed(Yes, TryResult::TimedOut), None);
    assert_eq!(failed(No, TryResult::TimedOut), None);
}

#[test]
fn the_bound_doubles_up_to_the_cap() {
    let retry = Retry::new().max(100);
    let wait = |tried, jitter| {
        let outcome = Outcome { repeatable: Repeatable::Yes, result: TryResult::BrokeOff };
        retry.wait(tried, &outcome, now(), jitter)
    };
    let bounds = [500, 1000, 2000, 4000, 8000, 8000];
    for (tried, bound) in (1..).zip(bounds) {
        let bound = Duration::from_millis(bound);
        assert_eq!(wait(tried, 1.0), Some(bound), "after try {tried}");
        assert_eq!(wait(tried, 0.5), Some(bound / 2), "after try {tried}");
        assert_eq!(wait(tried, 0.0), Some(Duration::ZERO), "after try {tried}");
    }
    assert_eq!(wait(100, 1.0), Some(8 * SECOND));
    assert_eq!(wait(101, 1.0), None);
}

#[test]
fn the_number_of_retries_is_kept() {
    let outcome = Outcome { repeatable: Repeatable::Yes, result: TryResult::NotConnected };
    for (retry, most) in [(Retry::new(), 2), (Retry::never(), 0), (Retry::from(5), 5)] {
        let tries = (1..).take_while(|tried| retry.wait(*tried, &outcome, now(), 0.5).is_some());
        assert_eq!(tries.count(), most, "{retry:?}");
    }
}

#[test]
fn what_may_be_repeated() {
    let plain = HeaderMap::new();
    let mut keyed = HeaderMap::new();
    keyed.insert("Idempotency-Key", "order-17".parse().expect("a header value"));
    for method in [Method::GET, Method::HEAD, Method::OPTIONS, Method::TRACE, Method::PUT, Method::DELETE] {
        assert_eq!(Repeatable::of(&method, &plain), Repeatable::Yes, "{method}");
    }
    for method in [Method::POST, Method::PATCH, Method::CONNECT] {
        assert_eq!(Repeatable::of(&method, &plain), Repeatable::No, "{method}");
        assert_eq!(Repeatable::of(&method, &keyed), Repeatable::Yes, "{method}");
    }
}
