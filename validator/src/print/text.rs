//! Findings for people, in the look of the generator's own.

use bindery::report::{Color, Message, Spot, Texts};
use bindery::source::{Origin, Place};

use super::{counted, repeated};
use crate::finding::{Batch, Located};

pub(super) fn print(batches: &[Batch], color: Color) -> String {
    batches.iter().map(|batch| batch_text(batch, color)).collect()
}

fn batch_text(batch: &Batch, color: Color) -> String {
    let located = batch.located();
    let documents = located.iter().flat_map(|it| {
        let related = it.finding.related.iter().map(|(_, origin)| origin.document);
        std::iter::once(it.finding.origin.document).chain(related).chain(it.finding.uses.first.iter().map(|it| it.document))
    });
    let texts = Texts::new(&batch.sources, documents);
    located.iter().map(|it| block(batch, it, &texts, color) + "\n").collect()
}

fn block(batch: &Batch, located: &Located<'_>, texts: &Texts<'_>, color: Color) -> String {
    let finding = located.finding;
    let related = finding.related.iter().zip(&located.related);
    let uses = used(batch, located);
    let repeats = also(batch, located);
    let notes = [
        ("also", repeats.as_deref()),
        ("used", uses.as_deref()),
        ("generated", finding.generated.as_deref()),
        ("help", finding.help.as_deref()),
    ];
    let message = Message {
        severity: finding.severity,
        id: finding.rule.id,
        text: &finding.message,
        spot: Spot { origin: &finding.origin, place: located.place },
        related: related.map(|((label, origin), place)| (label.as_str(), Spot { origin, place: *place })).collect(),
        notes: notes.into_iter().filter_map(|(label, note)| Some((label, note?))).collect(),
    };
    message.block(texts, color)
}

/// Says where what a finding is about is used: `12 times: api.yaml:4:7, api.yaml:9:7, api.yaml:30:7, …`.
fn used(batch: &Batch, located: &Located<'_>) -> Option<String> {
    let uses = &located.finding.uses;
    let places = listed(batch, &uses.first, &located.uses, uses.count);
    (uses.count > 1).then(|| format!("{}: {places}", counted(uses.count, "time")))
}

/// Says where the same was found again: `in 2 more places: api.yaml:9:7, api.yaml:30:7`.
fn also(batch: &Batch, located: &Located<'_>) -> Option<String> {
    let repeats = &located.finding.repeats;
    let places = listed(batch, repeats, &located.repeats, repeats.len());
    repeated(located.finding).map(|more| format!("in {more}: {places}"))
}

fn listed(batch: &Batch, origins: &[Origin], places: &[Option<Place>], count: usize) -> String {
    let named = origins.iter().zip(places).map(|(origin, place)| {
        let name = &batch.sources.get(origin.document).name;
        place.map_or_else(|| name.clone(), |place| format!("{name}:{}:{}", place.line, place.column))
    });
    let more = if count > places.len() { ", …" } else { "" };
    named.collect::<Vec<_>>().join(", ") + more
}
