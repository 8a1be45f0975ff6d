//! Constraints, their places and their texts.

use std::collections::BTreeMap;

use bindery_runtime::{Checker, Maybe, Pattern, Validate, validate};

/// Checks with a function and returns the constraints that failed.
fn failed(check: impl Fn(&mut Checker)) -> Vec<&'static str> {
    let mut checker = Checker::new();
    check(&mut checker);
    let failures = checker.finish().err();
    failures.iter().flat_map(|invalid| invalid.failures()).map(|failure| failure.constraint).collect()
}

#[test]
fn numbers_are_compared_with_their_limits() {
    for (value, expected) in [(0, vec!["minimum", "exclusiveMinimum"]), (1, vec!["exclusiveMinimum"]), (2, vec![])] {
        assert_eq!(
            failed(|at| {
                at.minimum(value, 1);
                at.exclusive_minimum(value, 1);
            }),
            expected
        );
    }
    for (value, expected) in [(1.5, vec!["maximum", "exclusiveMaximum"]), (1.0, vec!["exclusiveMaximum"]), (0.5, vec![])] {
        assert_eq!(
            failed(|at| {
                at.maximum(value, 1.0);
                at.exclusive_maximum(value, 1.0);
            }),
            expected
        );
    }
    assert_eq!(failed(|at| at.maximum(f64::NAN, 1.0)), ["maximum"]);
    assert!(failed(|at| at.maximum(u64::MAX, u64::MAX)).is_empty());
}

#[test]
fn multiples_are_those_of_the_decimal_numbers() {
    for (value, divisor) in [
        (0.3, 0.1),
        (19.99, 0.01),
        (-1.1, 0.1),
        (0.0, 0.7),
        (1e300, 0.5),
        (4.35, 0.05),
        (1e-7, 1e-8),
        (3.0, 1.5),
        (5e-324, 5e-324),
        (1.0, 0.0),
    ] {
        assert!(failed(|at| at.multiple_of(value, divisor)).is_empty(), "{value} {divisor}");
    }
    for (value, divisor) in [(0.35, 0.1), (1e-9, 0.01), (1.0, 3.0), (1e300, 7.0), (f64::INFINITY, 1.0), (0.1, 1e300)] {
        assert_eq!(failed(|at| at.multiple_of(value, divisor)), ["multipleOf"], "{value} {divisor}");
    }
    assert!(failed(|at| at.multiple_of(0.3_f32, 0.1)).is_empty());
    assert!(failed(|at| at.multiple_of(i64::MIN, -1)).is_empty());
    assert!(failed(|at| at.multiple_of(7, 0)).is_empty());
    assert_eq!(failed(|at| at.multiple_of(50_u32, 100)), ["multipleOf"]);
}

#[test]
fn lengths_are_counted_in_code_points() {
    let text = "a\u{e9}\u{1F600}"; // Seven bytes, four UTF-16 units.
    assert!(
        failed(|at| {
            at.min_length(text, 3);
            at.max_length(text, 3)
        })
        .is_empty()
    );
    assert_eq!(failed(|at| at.min_length(text, 4)), ["minLength"]);
    assert_eq!(failed(|at| at.max_length(text, 2)), ["maxLength"]);
}

#[test]
fn patterns_are_those_of_ecma_262() {
    static PATTERNS: [(Pattern, &str, &str); 6] = [
        (Pattern::new("^(?!000)[0-9]{3}$"), "042", "000"),
        (Pattern::new("(?<=\\$)\\d+"), "costs $5", "costs 5"),
        (Pattern::new("b"), "abc", "ac"),
        (Pattern::new("^\\p{L}+$"), "\u{e9}t\u{e9}", "a1"),
        (Pattern::new("^.$"), "\u{1F600}", "ab"),
        // Not allowed in Unicode mode, yet common.
        (Pattern::new("^[\\w\\-\\.\\@]+\\_$"), "a-b.c@d_", "a b"),
    ];
    for (pattern, good, bad) in &PATTERNS {
        assert!(failed(|at| at.pattern(good, pattern)).is_empty(), "{pattern:?}");
        assert_eq!(failed(|at| at.pattern(bad, pattern)), ["pattern"], "{pattern:?}");
    }
    static BROKEN: Pattern = Pattern::new("([a-z");
    assert!(failed(|at| at.pattern("anything", &BROKEN)).is_empty());
}

#[test]
fn patterns_of_other_languages_mean_what_they_mean_there() {
    static PATTERNS: [(Pattern, &str, &str); 16] = [
        (Pattern::new("\\Asnap-([0-9a-f]{8})\\z"), "snap-0123abcd", "Asnap-0123abcdz"),
        (Pattern::new("\\A[a-z0-9-_]+\\Z"), "a-b_c", "a b"),
        (Pattern::new("^\\p{Alnum}+$"), "aZ9\u{e9}", "a-b"),
        (Pattern::new("^[\\-\\p{Alnum}_:.]+$"), "a-b:c", "a b"),
        (Pattern::new("^\\P{Punct}+$"), "a b", "a+b"),
        (Pattern::new("^[\\p{Print}]+$"), "a b \u{1F600}", "a\u{7}"),
        (Pattern::new("^[\\p{Graph}\\x20]*$"), "a b", "a\tb"),
        (Pattern::new("^\\p{XDigit}{2}-\\p{XDigit}{2}$"), "0f-A1", "0g-A1"),
        (Pattern::new("^(\\p{LD}|\\p{Punct}| )+$"), "a: 1", "a\t1"),
        (Pattern::new("^[A-Z \\p{Han}\\p{IsHangul}-]+$"), "\u{6F22}-A", "p{H}"),
        (Pattern::new("^\\p{IsAlphabetic}*\\pL$"), "a\u{e9}L", "pL1"),
        (Pattern::new("^[[:alnum:]\\/\\_]+$"), "a/b_1", "a:]"),
        // Known to Unicode mode, which the escape before keeps away.
        (Pattern::new("^[\\p{L}\\-]+\\_$"), "\u{e9}-a_", "1_"),
        (Pattern::new("\\A[\\w-.]+\\z"), "a-b.c", "a b"),
        // A backslash before the letter is no anchor.
        (Pattern::new("^\\\\A\\_$"), "\\A_", "_"),
        // In the older mode, since Unicode mode can't have what is left.
        (Pattern::new("^{\\A}$"), "{A}", "{}"),
    ];
    for (pattern, good, bad) in &PATTERNS {
        assert!(failed(|at| at.pattern(good, pattern)).is_empty(), "{pattern:?} {good}");
        assert_eq!(failed(|at| at.pattern(bad, pattern)), ["pattern"], "{pattern:?} {bad}");
    }
}

#[test]
fn patterns_in_slashes_are_literals_where_they_could_match_nothing() {
    static PATTERNS: [(Pattern, &str, &str); 20] = [
        (Pattern::new("/^[a-z]+$/"), "abc", "/abc/"),
        (Pattern::new("/^[a-z]+$/i"), "aBc", "/abc/i"),
        (Pattern::new("/^a.b\\$$/s"), "a\nb$", "a\nb"),
        (Pattern::new("/^a.b$/gu"), "a-b", "a\nb"),
        (Pattern::new("/^b$/m"), "a\nb", "ab"),
        (Pattern::new("/^a.^b$/gims"), "A\nB", "AB"),
        (Pattern::new("/^a/"), "ab", "/a/"),
        (Pattern::new("/a$/"), "ba", "/a/"),
        (Pattern::new("/^a/y"), "ab", "/a/y"),
        (Pattern::new("/^\\d{2}\\/\\d{2}$/"), "12/34", "12-34"),
        (Pattern::new("/^\\d{2}/[|/]{2}$/"), "12/|/", "12"),
        (Pattern::new("/^a|b$/i"), "B", "/c"),
        (Pattern::new("/^(a|b|c)$/"), "b", "/b/"),
        // Of the older mode, and of another language.
        (Pattern::new("/^[+-]?(\\-|\\_)$/i"), "+_", "a"),
        (Pattern::new("/^[\\p{Alnum}\\-]+\\z/"), "a-1", "a b"),
        (Pattern::new("/\\A[a-z]+\\z/i"), "aB", "a b"),
        // They match something by the letter.
        (Pattern::new("/api/"), "/api/pets", "api"),
        (Pattern::new("/^a|b/"), "b/", "a"),
        (Pattern::new("/^a|b|c$/"), "b", "a"),
        (Pattern::new("/a\\$/i"), "/a$/i", "a$"),
    ];
    for (pattern, good, bad) in &PATTERNS {
        assert!(failed(|at| at.pattern(good, pattern)).is_empty(), "{pattern:?} {good}");
        assert_eq!(failed(|at| at.pattern(bad, pattern)), ["pattern"], "{pattern:?} {bad}");
    }
    // Flags that nobody knows, or a match that has to begin where the text does: by the letter, and so of nothing.
    static UNKNOWN: [Pattern; 3] = [Pattern::new("/^a$/x"), Pattern::new("/a$/y"), Pattern::new("/^a$/ ")];
    for pattern in &UNKNOWN {
        assert_eq!(failed(|at| at.pattern("a", pattern)), ["pattern"], "{pattern:?}");
    }
}

#[test]
fn sizes_are_compared_with_their_limits() {
    assert_eq!(
        failed(|at| {
            at.min_items(0, 1);
            at.max_items(2, 1);
            at.min_properties(0, 1);
            at.max_properties(2, 1);
            at.min_items(1, 1);
            at.max_items(1, 1);
        }),
        ["minItems", "maxItems", "minProperties", "maxProperties"]
    );
}

#[test]
fn items_are_unique_by_their_json() {
    use serde_json::json;
    let same = [json!([1, 1.0]), json!([{"a": 1, "b": [2.0]}, {"b": [2], "a": 1}]), json!([null, 0, null])];
    let different = [json!([1, "1", true]), json!([[1, 2], [2, 1], [[1], 2]]), json!([0.1, 0.2]), json!(["a,b", ["a", "b"]])];
    for items in same {
        assert_eq!(failed(|at| at.unique_items(items.as_array().expect("an array"))), ["uniqueItems"], "{items}");
    }
    for items in different {
        assert!(failed(|at| at.unique_items(items.as_array().expect("an array"))).is_empty(), "{items}");
    }
}

/// A number that must be positive.
struct Positive(i32);

impl Validate for Positive {
    fn check(&self, at: &mut Checker) {
        at.exclusive_minimum(self.0, 0);
    }
}

/// One of each container.
struct Order {
    lines: Vec<Positive>,
    by_name: BTreeMap<String, Box<Positive>>,
    optional: Option<Positive>,
    nullable: Maybe<Positive>,
}

impl Validate for Order {
    fn check(&self, at: &mut Checker) {
        at.key("lines", |at| {
            at.max_items(self.lines.len(), 2);
            self.lines.check(at);
        });
        at.key("byName", |at| self.by_name.check(at));
        at.key("optional", |at| self.optional.check(at));
        at.key("nullable", |at| self.nullable.check(at));
    }
}

#[test]
fn every_failure_has_its_pointer() {
    let order = Order {
        lines: vec![Positive(1), Positive(0), Positive(-1)],
        by_name: BTreeMap::from([("a/b~c".to_owned(), Box::new(Positive(0))), ("ok".to_owned(), Box::new(Positive(1)))]),
        optional: Some(Positive(0)),
        nullable: Maybe::Value(Positive(-7)),
    };
    let invalid = validate(&order).expect_err("much is wrong");
    let pointers: Vec<_> = invalid.failures().iter().map(|failure| failure.pointer.as_str()).collect();
    assert_eq!(pointers, ["/lines", "/lines/1", "/lines/2", "/byName/a~1b~0c", "/optional", "/nullable"]);
    assert_eq!(
        invalid.to_string(),
        "/lines: has 3 items, at most 2 expected (maxItems); \
         /lines/1: 0 is not greater than 0 (exclusiveMinimum); \
         /lines/2: -1 is not greater than 0 (exclusiveMinimum); \
         /byName/a~1b~0c: 0 is not greater than 0 (exclusiveMinimum); \
         /optional: 0 is not greater than 0 (exclusiveMinimum); \
         /nullable: -7 is not greater than 0 (exclusiveMinimum)"
    );
}

#[test]
fn values_without_failures_are_valid() {
    let order = Order { lines: vec![Positive(1)], by_name: BTreeMap::new(), optional: None, nullable: Maybe::Null };
    assert_eq!(validate(&order), Ok(()));
    let invalid = validate(&Positive(0)).expect_err("it is not positive");
    assert_eq!(invalid.to_string(), "0 is not greater than 0 (exclusiveMinimum)");
}
