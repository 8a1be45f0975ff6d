//! The sections of the report: totals, outcomes, times, memory, failures worst first, equations, compilation.

use std::collections::BTreeMap;

use crate::corpus::compile::{ALONE, Batch};
use crate::corpus::record::{Counts, Equation, Outcome, Record};

use crate::round_trip::RoundTripResult;

use super::{Facts, Part, Section};

/// How many rows a table of single descriptions has.
const ROWS: usize = 20;

/// How many bytes an example in a table may have.
const MAX_CELL: usize = 240;

/// Returns every section that has something in it.
pub(super) fn sections(facts: &Facts<'_>) -> Vec<Section> {
    let sections = [
        ("Totals", totals(facts)),
        ("Equations", equations(facts)),
        ("Lost in silence", mismatches(facts)),
        ("Refused", refused(facts)),
        ("Failures", failures(facts)),
        ("Times", times(facts)),
        ("Memory", memory(facts)),
        ("Findings", findings(facts)),
        ("Compilation", compilation(facts)),
        ("Round trips", round_trips(facts)),
    ];
    let sections = sections.into_iter().filter(|(_, parts)| !parts.is_empty());
    sections.map(|(title, parts)| Section { title: title.to_owned(), parts }).collect()
}

/// Says in a few lines how the run went.
pub(super) fn summary(facts: &Facts<'_>) -> String {
    let mut lines: Vec<_> = outcomes(facts.records).into_iter().map(|(name, count)| format!("{count:>6} {name}")).collect();
    lines.push(format!("{:>6.1} CPU seconds", cpu(facts.records)));
    for (name, equation) in Counts::named(&sums(facts.records)) {
        lines.push(format!(
            "{:>6} {name} of {} missing, {} extra, {} reported",
            equation.missing, equation.described, equation.extra, equation.reported
        ));
    }
    let failures: usize = facts.batches.iter().map(|batch| batch.failures.len()).sum();
    let compiled: usize = facts.batches.iter().map(|batch| batch.files.len()).sum();
    if compiled > 0 {
        lines.push(format!("{failures:>6} of {compiled} do not compile"));
    }
    lines.join("\n")
}

fn totals(facts: &Facts<'_>) -> Vec<Part> {
    let records = facts.records;
    let bytes: u64 = records.iter().map(|record| record.bytes).sum();
    let lines: u64 = records.iter().map(|record| record.lines).sum();
    let mut rows = vec![
        row(["descriptions", &records.len().to_string()]),
        row(["their size", &megabytes(bytes)]),
        row(["lines of Rust", &lines.to_string()]),
        row(["CPU time to generate", &format!("{:.1} s", cpu(records))]),
    ];
    rows.extend(outcomes(records).into_iter().map(|(name, count)| row([name, &count.to_string()])));
    vec![Part::Text(format!("The corpus is {}. Command: `{}`.", facts.corpus, facts.command)), Part::Table(head(["", ""]), rows)]
}

fn outcomes(records: &[Record]) -> Vec<(&'static str, usize)> {
    let count = |is: fn(&Outcome) -> bool| records.iter().filter(|record| is(&record.outcome)).count();
    vec![
        ("generated", count(|outcome| *outcome == Outcome::Generated)),
        ("refused as invalid", count(|outcome| matches!(outcome, Outcome::Refused { invalid: true, .. }))),
        ("refused as unsupported", count(|outcome| matches!(outcome, Outcome::Refused { invalid: false, .. }))),
        ("died", count(|outcome| matches!(outcome, Outcome::Died { .. }))),
        ("timed out", count(|outcome| *outcome == Outcome::TimedOut)),
    ]
}

fn cpu(records: &[Record]) -> f64 {
    records.iter().filter_map(|record| record.usage).map(|usage| usage.cpu).sum()
}

fn sums(records: &[Record]) -> Counts {
    let mut sums = Counts::default();
    for counts in records.iter().filter_map(|record| record.counts.as_ref()) {
        sums.operations.add(&counts.operations);
        sums.parameters.add(&counts.parameters);
        sums.statuses.add(&counts.statuses);
        sums.properties.add(&counts.properties);
        sums.enum_values.add(&counts.enum_values);
    }
    sums
}

fn equations(facts: &Facts<'_>) -> Vec<Part> {
    let sums = sums(facts.records);
    let broken = |index: usize| {
        let counts = facts.records.iter().filter_map(|record| record.counts.as_ref());
        counts.filter(|counts| !counts.named()[index].1.holds()).count()
    };
    let rows = sums.named().into_iter().enumerate().map(|(index, (name, equation))| {
        let Equation { described, generated, reported, missing, extra, .. } = equation;
        let numbers = [*described, *generated, *reported, *missing, *extra].map(|number| number.to_string());
        [vec![name.to_owned()], numbers.to_vec(), vec![broken(index).to_string()]].concat()
    });
    vec![
        Part::Text("Counted in the descriptions without the pipeline, and in the plan of the generated code. `cargo doc -p xtask --document-private-items` has each definition, in `corpus::count`.".to_owned()),
        Part::Table(
            head(["", "described", "generated", "reported", "missing", "extra", "descriptions with a mismatch"]),
            rows.collect(),
        ),
    ]
}

fn mismatches(facts: &Facts<'_>) -> Vec<Part> {
    let mut rows = Vec::new();
    for record in facts.records {
        for (name, equation) in record.counts.iter().flat_map(Counts::named) {
            if !equation.holds() {
                let example = equation.examples.first().map(|it| code(it)).unwrap_or_default();
                let number = equation.missing + equation.extra;
                rows.push((number, vec![name.to_owned(), number.to_string(), code(&record.file), example]));
            }
        }
    }
    worst_first(rows, ["what", "number", "description", "an example"], 60)
}

fn refused(facts: &Facts<'_>) -> Vec<Part> {
    let rows = facts.records.iter().filter_map(|record| match &record.outcome {
        Outcome::Refused { codes, message, pointer, .. } => {
            Some(vec![code(&record.file), codes.join(", "), message.clone(), code(pointer)])
        }
        Outcome::Generated | Outcome::Died { .. } | Outcome::TimedOut => None,
    });
    table(["description", "errors", "the first", "where"], rows.map(shortened_row).collect())
}

fn failures(facts: &Facts<'_>) -> Vec<Part> {
    let rows = facts.records.iter().filter_map(|record| {
        let what = match &record.outcome {
            Outcome::Died { message } => message.clone(),
            Outcome::TimedOut => format!("stopped after {:.0} s", record.wall),
            Outcome::Generated | Outcome::Refused { .. } => return None,
        };
        Some(vec![code(&record.file), what])
    });
    table(["description", "what happened"], rows.map(shortened_row).collect())
}

fn times(facts: &Facts<'_>) -> Vec<Part> {
    let measured: Vec<_> = facts.records.iter().filter_map(|record| Some((record, record.usage?.cpu))).collect();
    let limits = [0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, f64::INFINITY];
    let mut ranges: Vec<(String, usize)> = Vec::new();
    let mut from = 0.0;
    for limit in limits {
        let count = measured.iter().filter(|(_, cpu)| (from..limit).contains(cpu)).count();
        ranges.push((if limit.is_finite() { format!("under {limit} s") } else { "more".to_owned() }, count));
        from = limit;
    }
    let mut slowest = measured.clone();
    slowest.sort_by(|one, other| other.1.total_cmp(&one.1));
    let mut shown: Vec<_> = slowest.iter().take(ROWS).collect();
    shown.extend(slowest.iter().skip(ROWS).filter(|(record, _)| is_budgeted(&record.file)));
    let rows = shown.into_iter().map(|(record, cpu)| {
        let peak = record.usage.map(|usage| megabytes(usage.peak)).unwrap_or_default();
        let numbers =
            [format!("{cpu:.2}"), format!("{:.2}", record.wall), peak, megabytes(record.bytes), record.lines.to_string()];
        [vec![code(&record.file)], numbers.to_vec()].concat()
    });
    vec![
        Part::Text("CPU seconds of generating, of all threads, by description; and the slowest.".to_owned()),
        Part::Histogram(ranges),
        Part::Table(head(["description", "CPU s", "wall s", "peak memory", "size", "lines"]), rows.collect()),
    ]
}

fn is_budgeted(file: &str) -> bool {
    ALONE.iter().any(|end| file.ends_with(end))
}

fn memory(facts: &Facts<'_>) -> Vec<Part> {
    let mut ranges = Vec::new();
    let mut from = 0;
    for limit in [16, 32, 64, 128, 256, 512, 1024, 2048, u64::MAX >> 20] {
        let count =
            facts.records.iter().filter_map(|record| record.usage).filter(|usage| (from..limit).contains(&(usage.peak >> 20)));
        ranges.push((if limit > 2048 { "more".to_owned() } else { format!("under {limit} MB") }, count.count()));
        from = limit;
    }
    vec![Part::Text("Peak memory of generating, by description.".to_owned()), Part::Histogram(ranges)]
}

fn findings(facts: &Facts<'_>) -> Vec<Part> {
    let mut by_id: BTreeMap<(&str, &str), (u64, u64, String)> = BTreeMap::new();
    for record in facts.records {
        for (id, found) in &record.findings {
            let entry = by_id
                .entry((id, &found.severity))
                .or_insert_with(|| (0, 0, format!("{}: {} ({})", code(&record.file), found.message, code(&found.pointer))));
            entry.0 += found.count;
            entry.1 += 1;
        }
    }
    let rows = by_id.into_iter().map(|((id, severity), (count, files, example))| {
        (count, vec![code(id), severity.to_owned(), count.to_string(), files.to_string(), example])
    });
    worst_first(rows.collect(), ["id", "severity", "number", "descriptions", "an example"], usize::MAX)
}

fn compilation(facts: &Facts<'_>) -> Vec<Part> {
    if facts.batches.is_empty() {
        return Vec::new();
    }
    let files: usize = facts.batches.iter().map(|batch| batch.files.len()).sum();
    let failed: usize = facts.batches.iter().map(|batch| batch.failures.len()).sum();
    let mut parts = vec![Part::Text(format!(
        "{} of {files} descriptions compile with `deny(warnings, missing_docs)`, {failed} do not. The CPU time of the first batch has the runtime and its dependencies in it.",
        files - failed
    ))];
    let rows = facts.batches.iter().map(|batch| {
        let what = match batch.files.as_slice() {
            [single] => code(single),
            [first, .., last] => format!("{} … {}", code(first), code(last)),
            [] => String::new(),
        };
        let numbers = [batch.files.len().to_string(), batch.lines.to_string(), format!("{:.1}", batch.usage.cpu)];
        [vec![what], numbers.to_vec(), vec![megabytes(batch.usage.peak), batch.failures.len().to_string()]].concat()
    });
    parts.push(Part::Table(head(["batch", "descriptions", "lines", "CPU s", "peak memory", "failures"]), rows.collect()));
    parts.extend(compile_errors(facts.batches));
    let stopped = facts
        .batches
        .iter()
        .filter_map(|batch| Some(Part::Text(format!("A batch was not checked: {}", batch.stopped.as_ref()?))));
    parts.extend(stopped);
    parts
}

/// Groups what rustc says by its code, and by its words without names.
fn compile_errors(batches: &[Batch]) -> Vec<Part> {
    let mut groups: BTreeMap<(String, String), (u64, Vec<&str>, String)> = BTreeMap::new();
    for (file, errors) in batches.iter().flat_map(|batch| &batch.failures) {
        for error in errors {
            let group = groups
                .entry((error.code.clone(), without_names(&error.message)))
                .or_insert_with(|| (0, Vec::new(), format!("{} line {}: {}", code(file), error.line, error.message)));
            group.0 += 1;
            if !group.1.contains(&file.as_str()) {
                group.1.push(file);
            }
        }
    }
    let rows = groups.into_iter().map(|((code, message), (count, files, example))| {
        (count, vec![code, message, count.to_string(), files.len().to_string(), example])
    });
    worst_first(rows.collect(), ["code", "message", "errors", "descriptions", "an example"], usize::MAX)
}

/// Takes what stands between backticks out, so that equal complaints are equal.
fn without_names(message: &str) -> String {
    let pieces: Vec<_> = message.split('`').enumerate().map(|(index, piece)| if index % 2 == 1 { "…" } else { piece }).collect();
    pieces.join("`")
}

fn round_trips(facts: &Facts<'_>) -> Vec<Part> {
    if facts.round_trips.is_empty() {
        return Vec::new();
    }
    let sum = |number: fn(&RoundTripResult) -> usize| facts.round_trips.iter().map(|(_, result)| number(result)).sum::<usize>();
    let (valid, kept) = (sum(|it| it.valid), sum(|it| it.kept));
    let (wrong, noticed) = (sum(|it| it.wrong), sum(|it| it.noticed));
    let rows = vec![
        row(["descriptions", &facts.round_trips.len().to_string()]),
        row(["schemas", &sum(|it| it.schemas).to_string()]),
        row(["schemas without a valid value", &sum(|it| it.without_values).to_string()]),
        row(["valid values kept", &format!("{kept} of {valid} ({})", percent(kept, valid))]),
        row(["wrong values noticed", &format!("{noticed} of {wrong} ({})", percent(noticed, wrong))]),
    ];
    let mut parts = vec![Part::Table(head(["", ""]), rows)];
    let mut classes: BTreeMap<&str, (u64, u64, String)> = BTreeMap::new();
    for (file, result) in facts.round_trips {
        for (class, failing) in &result.failing {
            let example =
                || format!("{} {}: {} {}", code(file), code(&failing.pointer), code(&shortened(&failing.value)), failing.detail);
            let entry = classes.entry(class).or_insert_with(|| (0, 0, example()));
            entry.0 += failing.count as u64;
            entry.1 += 1;
        }
    }
    let rows = classes
        .into_iter()
        .map(|(class, (count, files, example))| (count, vec![class.to_owned(), count.to_string(), files.to_string(), example]));
    parts.extend(worst_first(rows.collect(), ["what happens", "values", "descriptions", "an example"], usize::MAX));
    let failed = facts.round_trips.iter().filter_map(|(file, result)| Some(vec![code(file), result.failed.clone()?]));
    parts.extend(table(["not tried", "why"], failed.map(shortened_row).collect()));
    parts
}

fn percent(part: usize, whole: usize) -> String {
    if whole == 0 { "none".to_owned() } else { format!("{:.2} %", part as f64 * 100.0 / whole as f64) }
}

fn worst_first<const N: usize>(mut rows: Vec<(u64, Vec<String>)>, titles: [&str; N], shown: usize) -> Vec<Part> {
    rows.sort_by_key(|row| std::cmp::Reverse(row.0));
    let left = rows.len().saturating_sub(shown);
    let mut parts = table(titles, rows.into_iter().take(shown).map(|(_, row)| shortened_row(row)).collect());
    if left > 0 {
        parts.push(Part::Text(format!("And {left} more.")));
    }
    parts
}

fn table<const N: usize>(titles: [&str; N], rows: Vec<Vec<String>>) -> Vec<Part> {
    if rows.is_empty() { Vec::new() } else { vec![Part::Table(head(titles), rows)] }
}

fn shortened_row(row: Vec<String>) -> Vec<String> {
    row.into_iter().map(|cell| shortened(&cell)).collect()
}

/// Cuts a text that is too long for a table; what is cut within backticks stays between them.
fn shortened(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(MAX_CELL) else { return text.to_owned() };
    let cut = &text[..end];
    let close = if cut.matches('`').count() % 2 == 1 { "`" } else { "" };
    format!("{cut}…{close}")
}

fn head<const N: usize>(titles: [&str; N]) -> Vec<String> {
    row(titles)
}

fn row<const N: usize>(cells: [&str; N]) -> Vec<String> {
    cells.map(str::to_owned).to_vec()
}

fn code(text: &str) -> String {
    format!("`{}`", text.replace('`', "'"))
}

fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}
