//! The report of a few made-up results.

use std::collections::BTreeMap;

use super::{Facts, date, is_clean, render, sections};
use crate::corpus::compile::{Batch, CompileError};
use crate::corpus::record::{Counts, Equation, Fate, Outcome, Record};
use crate::corpus::usage::Usage;

fn record(file: &str, outcome: Outcome) -> Record {
    Record {
        file: file.to_owned(),
        generator: "g".to_owned(),
        bytes: 1_000_000,
        outcome,
        wall: 0.5,
        usage: Some(Usage { cpu: 0.25, peak: 40 << 20 }),
        lines: 10,
        findings: BTreeMap::new(),
        counts: Some(Counts::default()),
    }
}

fn facts<'a>(records: &'a [Record], batches: &'a [Batch]) -> Facts<'a> {
    Facts { records, batches, round_trips: &[], corpus: "a test".to_owned(), command: "cargo xtask corpus".to_owned() }
}

#[test]
fn a_clean_run_has_no_failures() {
    let records = [record("a.json", Outcome::Generated)];
    let facts = facts(&records, &[]);
    assert!(is_clean(&facts));
    let text = render::markdown(&sections::sections(&facts), "2026-01-02");
    assert!(text.contains("| generated | 1 |"), "{text}");
    assert!(!text.contains("## Failures") && !text.contains("## Lost in silence"), "{text}");
}

#[test]
fn what_is_lost_is_named() {
    let mut lossy = record("a.json", Outcome::Generated);
    let mut equation = Equation::default();
    equation.count(Fate::Missing, || "/components/schemas/A.b".to_owned());
    lossy.counts = Some(Counts { properties: equation, ..Counts::default() });
    let records = [lossy];
    let facts = facts(&records, &[]);
    assert!(!is_clean(&facts));
    let text = render::markdown(&sections::sections(&facts), "2026-01-02");
    assert!(text.contains("| properties | 1 | `a.json` | `missing: /components/schemas/A.b` |"), "{text}");
}

#[test]
fn both_reports_show_deaths_and_compile_errors() {
    let records = [record("dead.json", Outcome::Died { message: "a <b> | c".to_owned() }), record("b.json", Outcome::Generated)];
    let error = CompileError { code: "E0308".to_owned(), message: "no `x` here".to_owned(), line: 3 };
    let failures = BTreeMap::from([("b.json".to_owned(), vec![error])]);
    let batch = Batch { files: vec!["b.json".to_owned()], lines: 10, failures, ..Batch::default() };
    let batches = [batch];
    let facts = facts(&records, &batches);
    assert!(!is_clean(&facts));
    let sections = sections::sections(&facts);
    let markdown = render::markdown(&sections, "2026-01-02");
    assert!(markdown.contains("| `dead.json` | a <b> \\| c |"), "{markdown}");
    assert!(markdown.contains("| E0308 | no `…` here | 1 | 1 | `b.json` line 3: no `x` here |"), "{markdown}");
    let html = render::html(&sections, "2026-01-02");
    assert!(html.contains("<td>a &lt;b&gt; | c</td>"), "{html}");
    assert!(html.contains("line 3: no <code>x</code> here"), "{html}");
}

#[test]
fn dates() {
    for (days, expected) in [(0, "1970-01-01"), (59, "1970-03-01"), (789, "1972-02-29"), (20_781, "2026-11-24")] {
        assert_eq!(date(days), expected);
    }
}
