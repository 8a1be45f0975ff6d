//! Findings as JUnit XML: a suite for each file, a failed case for each error and warning. Notes are output of their suite.

use std::collections::BTreeMap;

use bindery::diagnostic::Severity;
use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::{file, located, sentences};
use crate::finding::{Batch, Located};

pub(super) fn print(batches: &[Batch]) -> String {
    let mut report = Report::new("bindery");
    for batch in batches {
        let mut files: BTreeMap<&str, Vec<Located<'_>>> = BTreeMap::new();
        // A file without findings is a suite that passes.
        if let Some(root) = batch.root() {
            files.insert(root, Vec::new());
        }
        for (_, located) in located(std::slice::from_ref(batch)) {
            files.entry(file(batch, located.finding)).or_default().push(located);
        }
        report.add_test_suites(files.into_iter().map(|(name, found)| suite(name, &found)));
    }
    report.to_string().expect("it is written into memory") + "\n"
}

fn suite(name: &str, found: &[Located<'_>]) -> TestSuite {
    let mut suite = TestSuite::new(name);
    let (notes, wrong): (Vec<_>, Vec<_>) = found.iter().partition(|it| it.finding.severity == Severity::Note);
    suite.add_test_cases(wrong.iter().map(|located| case(name, located)));
    if wrong.is_empty() {
        suite.add_test_case(TestCase::new("no findings", TestCaseStatus::success()));
    }
    if !notes.is_empty() {
        let lines: Vec<String> = notes.iter().map(|located| line(name, located)).collect();
        suite.set_system_out(lines.join("\n"));
    }
    suite
}

fn case(name: &str, located: &Located<'_>) -> TestCase {
    let finding = located.finding;
    let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
    status.set_type(finding.rule.id).set_message(&finding.message).set_description(line(name, located));
    let mut case = TestCase::new(format!("{} {}", finding.rule.id, finding.origin.pointer), status);
    case.set_classname(name);
    case
}

fn line(name: &str, located: &Located<'_>) -> String {
    let place = located.place.map_or_else(String::new, |place| format!(":{}:{}", place.line, place.column));
    let finding = located.finding;
    format!("{name}{place}: {}[{}]: {}", finding.severity.name(), finding.rule.id, sentences(finding))
}
