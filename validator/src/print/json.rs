//! Findings as one JSON object.

use bindery::source::{Origin, Place};
use serde::Serialize;

use super::{Counts, file, fingerprint, located};
use crate::finding::{Batch, Located};

#[derive(Serialize)]
struct Report<'a> {
    counts: Counts,
    findings: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    id: &'a str,
    severity: &'a str,
    message: &'a str,
    #[serde(flatten)]
    spot: Spot<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    generated: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<Related<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    uses: Option<Uses<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    repeats: Option<Uses<'a>>,
    fingerprint: String,
}

#[derive(Serialize)]
struct Spot<'a> {
    file: &'a str,
    pointer: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<Range>,
}

/// Lines and columns are counted from 1, columns in code points; the end is the first column after it.
#[derive(Serialize)]
struct Range {
    start: Position,
    end: Position,
}

#[derive(Serialize)]
struct Position {
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct Related<'a> {
    message: &'a str,
    #[serde(flatten)]
    spot: Spot<'a>,
}

#[derive(Serialize)]
struct Uses<'a> {
    count: usize,
    first: Vec<Spot<'a>>,
}

pub(super) fn print(batches: &[Batch]) -> String {
    let findings = located(batches).map(|(batch, located)| entry(batch, &located)).collect();
    let report = Report { counts: Counts::of(batches), findings };
    let text = serde_json::to_string_pretty(&report).expect("keys are strings, and nothing else in it can fail");
    text + "\n"
}

fn entry<'a>(batch: &'a Batch, located: &Located<'a>) -> Entry<'a> {
    let finding = located.finding;
    let spots = |origins: &'a [Origin], places: &[Option<Place>]| {
        origins.iter().zip(places).map(|(origin, place)| spot(batch, origin, *place)).collect()
    };
    let related = finding.related.iter().zip(&located.related);
    Entry {
        id: finding.rule.id,
        severity: finding.severity.name(),
        message: &finding.message,
        spot: Spot { file: file(batch, finding), ..spot(batch, &finding.origin, located.place) },
        generated: finding.generated.as_deref(),
        help: finding.help.as_deref(),
        related: related.map(|((message, origin), place)| Related { message, spot: spot(batch, origin, *place) }).collect(),
        uses: (finding.uses.count > 0)
            .then(|| Uses { count: finding.uses.count, first: spots(&finding.uses.first, &located.uses) }),
        repeats: (!finding.repeats.is_empty())
            .then(|| Uses { count: finding.repeats.len(), first: spots(&finding.repeats, &located.repeats) }),
        fingerprint: fingerprint(batch, finding),
    }
}

fn spot<'a>(batch: &'a Batch, origin: &'a Origin, place: Option<Place>) -> Spot<'a> {
    let range = place.map(|Place { line, column, end_line, end_column }| Range {
        start: Position { line, column },
        end: Position { line: end_line, column: end_column },
    });
    Spot { file: &batch.sources.get(origin.document).name, pointer: origin.pointer.as_str(), range }
}
