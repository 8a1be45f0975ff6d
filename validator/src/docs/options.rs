//! The tabs of a union on a page, against the branches of the description: how they differ, and which fields belong together.

use bindery::source::Origin;

use super::claim::{Field, Variant, all_fields};
use super::compare::Side;
use super::described::{DescribedField, DescribedVariant};
use crate::finding::Finding;
use crate::print::counted;
use crate::rule;

/// What a page shows of a union, or of an object, which has no tabs.
#[derive(Clone, Copy)]
pub(super) struct OnPage<'a> {
    pub(super) fields: &'a [Field<usize>],
    pub(super) tabs: &'a [Variant<usize>],
}

/// What is described of it: all fields that it can have, and its branches.
#[derive(Clone, Copy)]
pub(super) struct Described<'a> {
    pub(super) fields: &'a [DescribedField],
    pub(super) variants: &'a [DescribedVariant],
}

/// Fields of both sides that are to be the same.
pub(super) struct Level<'a> {
    pub(super) page: Vec<&'a Field<usize>>,
    pub(super) described: Vec<&'a DescribedField>,
    /// The line of the page where those would have to be that it lacks.
    pub(super) line: usize,
}

/// Returns which fields belong together, and which branches the page does not show.
pub(super) fn levels<'a>(page: OnPage<'a>, described: Described<'a>, line: usize) -> (Vec<Level<'a>>, Vec<usize>) {
    if page.tabs.iter().any(|tab| !tab.fields.is_empty()) {
        return (of_tabs(page, described, line), Vec::new());
    }
    let (fields, unsaid) = of_chosen(page, described);
    (vec![Level { page: page.fields.iter().collect(), described: fields, line }], unsaid)
}

/// Rendered pages have the fields of the tab that is chosen; without tabs all that the union can have.
fn of_chosen<'a>(page: OnPage<'_>, described: Described<'a>) -> (Vec<&'a DescribedField>, Vec<usize>) {
    let count = |variant: &DescribedVariant| page.fields.iter().filter(|field| has(variant, &field.name)).count();
    // Of several that fit, the first is chosen when a page is opened.
    let best = described.variants.iter().rev().max_by_key(|variant| count(variant));
    let Some(chosen) = best.filter(|it| !page.tabs.is_empty() && count(it) > 0) else {
        return (described.fields.iter().collect(), Vec::new());
    };
    let others = described.variants.iter().enumerate().filter(|(_, variant)| !std::ptr::eq(*variant, chosen));
    let fields = beside(described).chain(&chosen.fields).collect();
    (fields, others.map(|(index, _)| index).collect())
}

/// MDX has the fields of each tab in it. What the branches have in common may stand beside the tabs, and what stands beside the branches
/// in each tab.
fn of_tabs<'a>(page: OnPage<'a>, described: Described<'a>, line: usize) -> Vec<Level<'a>> {
    let tabs = page.tabs;
    let pairs = pairs(tabs, described.variants);
    if pairs.is_empty() {
        let page = all_fields(page.fields, page.tabs);
        return vec![Level { page, described: described.fields.iter().collect(), line }];
    }
    let is_outside = |name: &str| page.fields.iter().any(|field| field.name == name);
    let is_in = |tab: &Variant<usize>, name: &str| tab.fields.iter().any(|field| field.name == name);
    let is_expected_outside = |field: &&DescribedField| {
        let name = field.own.name.as_str();
        let in_branch = described.variants.iter().any(|variant| has(variant, name));
        is_outside(name) || !(in_branch || tabs.iter().all(|tab| is_in(tab, name)))
    };
    let outside = described.fields.iter().filter(is_expected_outside).collect();
    let mut levels = vec![Level { page: page.fields.iter().collect(), described: outside, line }];
    for (tab, variant) in pairs {
        let repeated = beside(described).filter(|field| is_in(tab, &field.own.name));
        let fields = variant.fields.iter().chain(repeated).filter(|field| !is_outside(&field.own.name));
        levels.push(Level { page: tab.fields.iter().collect(), described: fields.collect(), line: tab.place });
    }
    levels
}

/// Returns which tab is which branch: as they follow one another, or by their titles where there are more of the one than of the other.
fn pairs<'a>(tabs: &'a [Variant<usize>], variants: &'a [DescribedVariant]) -> Vec<(&'a Variant<usize>, &'a DescribedVariant)> {
    if tabs.len() == variants.len() {
        return tabs.iter().zip(variants).collect();
    }
    let called = |title: &Option<String>| variants.iter().find(|variant| title.is_some() && variant.own.title == *title);
    tabs.iter().filter_map(|tab| Some((tab, called(&tab.title)?))).collect()
}

fn has(variant: &DescribedVariant, name: &str) -> bool {
    variant.fields.iter().any(|field| field.own.name == name)
}

/// Returns the fields that no branch has: they belong to each.
fn beside(described: Described<'_>) -> impl Iterator<Item = &DescribedField> {
    described.fields.iter().filter(move |field| !described.variants.iter().any(|variant| has(variant, &field.own.name)))
}

/// Compares the tabs of a page with the branches of a union, one by one.
pub(super) fn differences(
    side: &Side<'_>,
    what: &str,
    (tabs, variants): (&[Variant<usize>], &[DescribedVariant]),
    line: usize,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut differ = |line: usize, step: &str, message: String, origin: Option<&Origin>| {
        let finding = side.finding(&rule::DOCS_VARIANT, line, &[what, "options", step], message);
        findings.push(match origin {
            Some(origin) => finding.related("described here", origin.clone()),
            None => finding,
        });
    };
    if tabs.len() != variants.len() {
        let place = tabs.first().map_or(line, |tab| tab.place);
        let described = if variants.is_empty() { "no union".to_owned() } else { format!("{} branches", variants.len()) };
        let options = counted(tabs.len(), "option");
        let message = format!("{what} has {options} on the page and {described} in the description");
        differ(place, "count", message, variants.first().map(|variant| &variant.own.place));
        return findings;
    }
    for (index, (tab, DescribedVariant { own: variant, .. })) in tabs.iter().zip(variants).enumerate() {
        let number = index + 1;
        if let (Some(ty), Some(other)) = (&tab.ty, &variant.ty)
            && !ty.agrees(other)
        {
            let message = format!("option {number} of {what} is `{ty}` on the page and `{other}` in the description");
            differ(tab.place, &number.to_string(), message, Some(&variant.place));
        }
        if let (Some(title), Some(other)) = (&tab.title, &variant.title)
            && title != other
        {
            let message = format!("option {number} of {what} is called `{title}` on the page and `{other}` in the description");
            differ(tab.place, &number.to_string(), message, Some(&variant.place));
        }
    }
    findings
}
