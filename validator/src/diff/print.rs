//! Changes -> text: for people, for a comment in a pull request, and in the formats that other programs read.

use bindery::diagnostic::Severity;
use bindery::report::{Color, Message, Spot, Texts};
use bindery::source::{Origin, Place};
use serde_json::{Value, json};

use super::change::{Allowed, Change, Side, Verdict};
use super::signature::signature;
use super::{Diff, Step};
use crate::baseline::stale_lines;
use crate::finding::{Batch, Finding};
use crate::print::{Format, counted};

/// What is shown of a comparison, and how.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// The side whose breaks are errors.
    pub side: Side,
    /// The format.
    pub format: Format,
    /// Whether there are colours.
    pub color: Color,
    /// The name and the text of the file of accepted breaks, and the lines of it that are stale.
    pub accepted: Option<(&'a str, &'a str, &'a [String])>,
}

/// Shows the changes. The text ends with a line break.
pub fn print(diff: &Diff, shown: &Shown<'_>) -> String {
    match shown.format {
        Format::Text => text(diff, shown),
        Format::Json => json_text(diff, shown),
        Format::Markdown => markdown(diff, shown),
        Format::Sarif | Format::Github | Format::Junit => {
            let mut batches = vec![batch(diff, shown.side)];
            if let Some((name, text, stale)) = shown.accepted.filter(|(_, _, stale)| !stale.is_empty()) {
                batches.push(stale_lines(&stale.iter().collect::<Vec<_>>(), name, text));
            }
            crate::print::print(&batches, shown.format, shown.color)
        }
    }
}

fn severity(change: &Change, side: Side) -> Severity {
    match change.verdict(side) {
        _ if change.accepted => Severity::Note,
        Verdict::Breaking => Severity::Error,
        Verdict::Unknown => Severity::Warning,
        Verdict::Compatible => Severity::Note,
    }
}

/// The changes that are to be shown one by one: those of the chosen side first that break it, of them those on the wire. What only says something else is counted.
fn sorted(diff: &Diff, side: Side) -> Vec<&Change> {
    let mut changes: Vec<_> = diff.changes.iter().filter(|change| !change.is_words()).collect();
    changes.sort_by_key(|change| std::cmp::Reverse((severity(change, side), change.wire.worst())));
    changes
}

/// Says where what changed, the place once.
fn title(change: &Change) -> String {
    if change.message.contains(&change.subject) {
        change.message.clone()
    } else {
        format!("{}: {}", change.subject, change.message)
    }
}

/// Tells whether the message has the place in it.
fn names_place(change: &Change) -> bool {
    let Change { subject, message, .. } = change;
    message.starts_with(subject.as_str()) || message.contains(&format!("`{subject}`"))
}

fn batch(diff: &Diff, side: Side) -> Batch {
    let findings = sorted(diff, side).into_iter().map(|change| {
        let place = change.revision.clone().or_else(|| change.base.clone()).unwrap_or_else(|| Origin::root(diff.revision));
        let mut finding = Finding::new(change.rule, place, title(change)).recognized_by(change.fingerprint());
        finding.severity = severity(change, side);
        if let (Some(base), Some(_)) = (&change.base, &change.revision) {
            finding = finding.related("before", base.clone());
        }
        let notes: Vec<_> = notes(change).into_iter().map(|(label, note)| format!("{label}: {note}")).collect();
        finding.help(format!("{}. {}", change.verdicts(), notes.join(". ")))
    });
    let mut batch = Batch { findings: findings.collect(), ..Batch::default() };
    batch.sources = diff.sources.clone();
    batch
}

/// How many generated items are shown of a change; JSON has all.
const ITEMS: usize = 4;

/// What there is to say of a change besides its verdicts.
fn notes(change: &Change) -> Vec<(&'static str, String)> {
    let mut notes: Vec<_> = change.items.iter().take(ITEMS).map(|item| ("rust", signature(item))).collect();
    if let Some(more) = change.items.len().checked_sub(ITEMS).filter(|more| *more > 0) {
        notes.push(("rust", format!("and {more} more")));
    }
    if let Some(witness) = &change.witness {
        let label = match witness.allowed {
            Allowed::Before => "was right",
            Allowed::Now => "is right now",
        };
        notes.push((label, format!("`{}`", shortened(&witness.value.to_string()))));
    }
    let (count, first) = &change.uses;
    let is_said = |label: &String| change.subject.starts_with(label.as_str());
    let is_said = first.is_empty() || *count == 1 && first.iter().all(is_said);
    if !is_said {
        let more = if *count > first.len() { ", …" } else { "" };
        notes.push(("used", format!("by {}: {}{more}", counted(*count, "operation"), first.join(", "))));
    }
    let accepted = if change.accepted { ", accepted" } else { "" };
    notes.push(("fingerprint", format!("{}{accepted}", change.fingerprint())));
    notes
}

/// Values are shown up to here; JSON has them whole.
const LONG: usize = 160;

fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONG) {
        Some((end, _)) => format!("{} …", &text[..end]),
        None => text.to_owned(),
    }
}

fn places(diff: &Diff, changes: &[&Change]) -> Vec<(Option<Place>, Option<Place>)> {
    let origins: Vec<&Origin> = changes.iter().flat_map(|change| [&change.base, &change.revision]).flatten().collect();
    let mut places = diff.sources.places(&origins).into_iter();
    let mut next = |origin: &Option<Origin>| origin.as_ref().and_then(|_| places.next().flatten());
    changes.iter().map(|change| (next(&change.base), next(&change.revision))).collect()
}

fn text(diff: &Diff, shown: &Shown<'_>) -> String {
    let changes = sorted(diff, shown.side);
    let origins = changes.iter().flat_map(|change| [&change.base, &change.revision]).flatten();
    let texts = Texts::new(&diff.sources, origins.map(|origin| origin.document));
    let mut text = String::new();
    for (change, places) in changes.iter().zip(places(diff, &changes)) {
        let both = [("before", &change.base, places.0), ("now", &change.revision, places.1)];
        let mut spots =
            both.into_iter().filter_map(|(label, origin, place)| Some((label, Spot { origin: origin.as_ref()?, place })));
        let Some((_, first)) = spots.next() else { continue };
        let verdicts = change.verdicts();
        let notes = notes(change);
        let lines =
            std::iter::once(("verdict", verdicts.as_str())).chain(notes.iter().map(|(label, note)| (*label, note.as_str())));
        let message = Message {
            severity: severity(change, shown.side),
            id: change.rule.id,
            text: &title(change),
            spot: first,
            related: spots.collect(),
            notes: lines.collect(),
        };
        text += &(message.block(&texts, shown.color) + "\n");
    }
    for line in shown.accepted.iter().flat_map(|(_, _, stale)| *stale) {
        text += &format!("warning: nothing changes any more of what this line accepts: {line}\n");
    }
    text + &summary(diff).join("\n") + "\n"
}

/// The last lines: how many changes there are, and which steps of versions they ask for.
fn summary(diff: &Diff) -> Vec<String> {
    let changes = || diff.changes.iter().filter(|change| !change.is_words());
    let count = |side: Side, verdict: Verdict| changes().filter(|change| change.verdict(side) == verdict).count();
    let side = |name: &str, side: Side| {
        let [breaking, unknown, compatible] =
            [Verdict::Breaking, Verdict::Unknown, Verdict::Compatible].map(|verdict| count(side, verdict));
        format!("{name}: {breaking} breaking, {unknown} unknown, {compatible} compatible")
    };
    let (wire, rust) = diff.steps();
    let (before, after) = &diff.versions;
    let enough = match (wire, diff.is_version_enough()) {
        (Step::None, _) => "",
        (_, true) => ", which is enough",
        (_, false) => ", which is not enough",
    };
    let from_to = if before == after { format!("is `{after}` as before") } else { format!("went from `{before}` to `{after}`") };
    let words = diff.changes.len() - changes().count();
    let and_words = if words > 0 { format!(", and other words in {}", counted(words, "place")) } else { String::new() };
    vec![
        format!("{}{and_words}", counted(changes().count(), "change")),
        side("wire", Side::Wire),
        side("rust", Side::Rust),
        format!("info.version needs a step: {}. It {from_to}{enough}", wire.name()),
        format!("the crate's version needs a step: {}", rust.name()),
    ]
}

fn json_text(diff: &Diff, shown: &Shown<'_>) -> String {
    let words = diff.changes.iter().filter(|change| change.is_words());
    let changes: Vec<&Change> = sorted(diff, shown.side).into_iter().chain(words).collect();
    let place = |origin: &Option<Origin>, place: Option<Place>| {
        origin.as_ref().map(|origin| {
            json!({
                "file": diff.sources.get(origin.document).name,
                "pointer": origin.pointer.as_str(),
                "line": place.map(|it| it.line),
                "column": place.map(|it| it.column),
            })
        })
    };
    let list: Vec<Value> = changes
        .iter()
        .zip(places(diff, &changes))
        .map(|(change, places)| {
            json!({
                "id": change.rule.id,
                "fingerprint": change.fingerprint(),
                "subject": change.subject,
                "message": change.message,
                "base": place(&change.base, places.0),
                "revision": place(&change.revision, places.1),
                "wire": change.wire,
                "decided": change.decided,
                "rust": change.rust,
                "items": change.items,
                "witness": change.witness,
                "uses": { "count": change.uses.0, "first": change.uses.1 },
                "accepted": change.accepted,
            })
        })
        .collect();
    let (wire, rust) = diff.steps();
    let value = json!({
        "changes": list,
        "versions": {
            "base": diff.versions.0,
            "revision": diff.versions.1,
            "infoStep": wire,
            "crateStep": rust,
            "enough": diff.is_version_enough(),
        },
        "stale": shown.accepted.map(|(_, _, stale)| stale).unwrap_or_default(),
    });
    format!("{value:#}\n")
}

fn markdown(diff: &Diff, shown: &Shown<'_>) -> String {
    if diff.changes.is_empty() {
        return "No changes of the API.\n".to_owned();
    }
    let mut text = String::from("### Changes of the API\n\n");
    text += &summary(diff).iter().map(|line| format!("- {line}\n")).collect::<String>();
    let groups =
        [(Severity::Error, "Breaking"), (Severity::Warning, "Not decided by the descriptions"), (Severity::Note, "Compatible")];
    let changes = sorted(diff, shown.side);
    let places = places(diff, &changes);
    for (sort, title) in groups {
        let group: Vec<_> = changes.iter().zip(&places).filter(|(change, _)| severity(change, shown.side) == sort).collect();
        if group.is_empty() {
            continue;
        }
        let items: String = group.iter().map(|(change, places)| markdown_item(diff, change, **places)).collect();
        let open = if sort == Severity::Error { " open" } else { "" };
        text += &format!("\n<details{open}><summary><b>{title}</b> ({})</summary>\n\n{items}\n</details>\n", group.len());
    }
    text += &markdown_words(diff);
    for line in shown.accepted.iter().flat_map(|(_, _, stale)| *stale) {
        text += &format!("\nNothing changes any more of what this line accepts: `{line}`\n");
    }
    text
}

/// How many places are named that only say something else.
const WORDS: usize = 50;

/// What only says something else, a short line for each, folded.
fn markdown_words(diff: &Diff) -> String {
    let words: Vec<_> = diff.changes.iter().filter(|change| change.is_words()).collect();
    if words.is_empty() {
        return String::new();
    }
    let line = |change: &&&Change| format!("- **{}**: {}\n", plain(&change.subject), plain(&change.message));
    let mut lines: String = words.iter().take(WORDS).map(|change| line(&change)).collect();
    if words.len() > WORDS {
        lines += &format!("- and {} more\n", words.len() - WORDS);
    }
    format!("\n<details><summary><b>Other words</b> ({})</summary>\n\n{lines}\n</details>\n", words.len())
}

fn markdown_item(diff: &Diff, change: &Change, (before, now): (Option<Place>, Option<Place>)) -> String {
    let at = |origin: &Option<Origin>, place: Option<Place>| {
        let name = &diff.sources.get(origin.as_ref()?.document).name;
        // A text in one line has all places in it.
        let column = |it: Place| if it.line == 1 && it.column > 1 { format!(":{}", it.column) } else { String::new() };
        Some(place.map_or_else(|| name.clone(), |it| format!("{name}:{}{}", it.line, column(it))))
    };
    let places: Vec<_> =
        [at(&change.base, before), at(&change.revision, now)].into_iter().flatten().map(|it| plain(&it)).collect();
    let head = if names_place(change) {
        format!("**{}**", plain(&change.message))
    } else {
        format!("**{}**: {}", plain(&change.subject), plain(&change.message))
    };
    let mut text = format!("- {head} (`{}`)\n", change.rule.id);
    text += &format!("  - {}\n  - {}\n", change.verdicts(), places.join(" → "));
    text + &notes(change).iter().map(|(label, note)| format!("  - {label}: {}\n", plain(note))).collect::<String>()
}

/// Keeps a text from being read as HTML or as a mention, outside of code.
fn plain(text: &str) -> String {
    let parts = text.split('`').enumerate().map(|(at, part)| {
        let part = part.replace(['\r', '\n'], " ");
        if at % 2 == 0 { part.replace('<', "&lt;").replace('*', "\\*").replace('@', "@\u{200b}") } else { part }
    });
    parts.collect::<Vec<_>>().join("`")
}
