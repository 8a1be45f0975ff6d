//! A page and an operation -> a row for each field, and a finding for each difference.
//!
//! Fields are matched by name. Of those left over, one of the same name elsewhere was moved, and one in the same place was renamed; so one
//! change is one finding.

use bindery::diagnostic::nearest;
use bindery::source::{DocumentId, Origin, Pointer};
use bindery::spec::Document;

use super::claim::{Extent, Field, LeftOut, Location, Said, Says, Section};
use super::described::{DescribedField, DescribedSection};
use super::differences::{differences, summary};
use super::options::{self, Described, Level, OnPage};
use super::place::line_place;
use crate::finding::Finding;
use crate::print::counted;
use crate::rule::{self, Rule};

/// A page as one side of a comparison.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    pub(super) document: DocumentId,
    pub(super) text: &'a str,
    pub(super) says: Says,
    pub(super) extent: Extent,
    pub(super) sections: &'a [Section<usize>],
    /// Where the page says which operation it is about.
    pub(super) line: usize,
}

impl Side<'_> {
    /// Makes a finding at a line of the page. The pointer tells findings of a page apart: it leads to the field, not into a tree.
    pub(super) fn finding(&self, rule: &'static Rule, line: usize, way: &[&str], message: impl Into<String>) -> Finding {
        let pointer = way.iter().fold(Pointer::root(), |pointer, step| pointer.child(step));
        let origin = Origin { document: self.document, pointer };
        Finding::new(rule, origin, message).at(line_place(self.text, line))
    }
}

/// A field on both sides.
#[derive(Clone, Debug)]
pub struct Row {
    /// Where it is sent.
    pub location: Location,
    /// Its whole name.
    pub name: String,
    /// Its name in the description, where that is another.
    pub other_name: Option<String>,
    /// What the page says.
    pub page: Option<String>,
    /// What the description says.
    pub description: Option<String>,
    /// What differs; empty where nothing does.
    pub differs: Vec<&'static str>,
    /// The line of the page, for what it has.
    pub line: Option<usize>,
}

/// What came of a comparison.
#[derive(Default)]
pub(super) struct Compared {
    pub(super) rows: Vec<Row>,
    pub(super) findings: Vec<Finding>,
    /// What the description has and the page does not show.
    pub(super) unsaid: Vec<String>,
}

/// A field that the other side has not.
struct Left<'a, F> {
    field: &'a F,
    location: &'a Location,
    /// The name of what it is in, with what joins the two.
    prefix: String,
    /// The number of the level: one for each object, and for each option of a union.
    level: usize,
    /// The names of the fields before and after it.
    before: Option<&'a str>,
    after: Option<&'a str>,
    /// The line of the page where it would have to be.
    line: usize,
}

/// A field that only the page has, and one that only the description has.
type Extra<'a> = Left<'a, Field<usize>>;
type Missing<'a> = Left<'a, DescribedField>;

impl Extra<'_> {
    fn name(&self) -> String {
        format!("{}{}", self.prefix, self.field.name)
    }
}

impl Missing<'_> {
    fn name(&self) -> String {
        format!("{}{}", self.prefix, self.field.own.name)
    }
}

/// Compares the fields of a page with those of an operation. `success` is the status that an answer without one means; `conventions`
/// are pages that may document what this one does not.
pub(super) fn compare<'a>(
    side: &Side<'a>,
    (document, described): (&'a Document, &'a [DescribedSection]),
    success: Option<&str>,
    conventions: &[Side<'a>],
) -> Compared {
    let mut comparison = Comparison {
        side: *side,
        document,
        compared: Compared::default(),
        left_out: 0,
        levels: 0,
        extra: Vec::new(),
        missing: Vec::new(),
    };
    let mut seen = Vec::new();
    for section in side.sections {
        let found = described.iter().position(|it| is_same(&section.location, &it.location, success));
        seen.extend(found);
        let found = found.map(|index| &described[index]);
        let fields = found.map_or(&[][..], |it| it.fields(document));
        let variants = found.filter(|_| !section.variants.is_empty()).map_or(&[][..], |it| it.variants(document));
        let what = section.location.to_string();
        let page = OnPage { fields: &section.fields, tabs: &section.variants };
        comparison.object(&section.location, (&what, ""), page, Described { fields, variants }, section.place);
    }
    for (_, section) in described.iter().enumerate().filter(|(index, _)| !seen.contains(index)) {
        let is_expected = match &section.location {
            Location::ResponseHeader(_) => false,
            Location::Response(status) => status.as_deref() == success,
            _ => true,
        };
        if is_expected && side.extent == Extent::Whole {
            let described = section.fields(document).iter().collect();
            comparison.level(&section.location, "", Level { page: Vec::new(), described, line: side.line });
        } else {
            comparison.compared.unsaid.push(section.location.to_string());
        }
    }
    comparison.settle(conventions);
    if comparison.left_out > 0 {
        comparison.compared.unsaid.push(format!("what is in {}", counted(comparison.left_out, "field")));
    }
    // What was renamed or moved is found last, and stands on the page where it stands; what the page lacks comes after it.
    comparison.compared.rows.sort_by_key(|row| row.line.unwrap_or(usize::MAX));
    comparison.compared
}

fn is_same(page: &Location, described: &Location, success: Option<&str>) -> bool {
    match (page, described) {
        (Location::Response(None), Location::Response(status)) => status.as_deref() == success,
        (Location::ResponseHeader(None), Location::ResponseHeader(status)) => status.as_deref() == success,
        (page, described) => page == described,
    }
}

struct Comparison<'a> {
    side: Side<'a>,
    document: &'a Document,
    compared: Compared,
    /// How many fields there are that the page says it leaves fields out of.
    left_out: usize,
    /// How many levels there were.
    levels: usize,
    extra: Vec<Extra<'a>>,
    missing: Vec<Missing<'a>>,
}

impl<'a> Comparison<'a> {
    fn level(&mut self, location: &'a Location, prefix: &str, Level { page, described, line }: Level<'a>) {
        self.levels += 1;
        let level = self.levels;
        let names = |at: Option<usize>| at.and_then(|at| described.get(at)).map(|field| field.own.name.as_str());
        let same = |left: &str, right: &str| match location {
            // Names of headers have no case (RFC 9110, section 5.1).
            Location::Header | Location::Security | Location::ResponseHeader(_) => left.eq_ignore_ascii_case(right),
            _ => left == right,
        };
        for (index, field) in page.iter().copied().enumerate() {
            match described.iter().find(|other| same(&field.name, &other.own.name)) {
                Some(other) => self.pair(location, prefix, (field, *other)),
                None => {
                    let (before, after) = neighbours(&page, index);
                    let line = field.place;
                    self.extra.push(Left { field, location, prefix: prefix.to_owned(), level, before, after, line });
                }
            }
        }
        for (index, field) in described.iter().copied().enumerate() {
            if !page.iter().any(|other| same(&other.name, &field.own.name)) {
                let (before, after) = (names(index.checked_sub(1)), names(Some(index + 1)));
                self.missing.push(Left { field, location, prefix: prefix.to_owned(), level, before, after, line });
            }
        }
    }

    /// Compares what two sides say of one field, and the fields in it.
    fn pair(&mut self, location: &'a Location, prefix: &str, (page, described): (&'a Field<usize>, &'a DescribedField)) {
        let (name, inner) = page.whole_name(prefix);
        let differences = differences(&self.side, location, &name, (page, &described.own));
        let differs = differences.iter().map(|it| it.rule.name()).collect();
        let is_retyped = differences.iter().any(|it| *it.rule == rule::DOCS_TYPE);
        self.row(location, &name, (Some(page), Some(&described.own)), differs);
        self.compared.findings.extend(differences);
        let document = self.document;
        let what = format!("{location} `{name}`");
        let variants = if page.variants.is_empty() { &[][..] } else { described.variants(document) };
        if page.has_fields() {
            let shown = OnPage { fields: &page.children, tabs: &page.variants };
            let described = Described { fields: described.children(document), variants };
            return self.object(location, (&what, &inner), shown, described, page.place);
        }
        if !page.variants.is_empty() {
            let tabs = (&page.variants[..], variants);
            self.compared.findings.extend(options::differences(&self.side, &what, tabs, page.place));
        }
        match &page.left_out {
            Some(Said { value: LeftOut::Unread, .. }) => self.left_out += usize::from(described.has_children(document)),
            Some(said) if !described.has_children(document) => {
                let message = format!("the page leaves out fields of {what}, and the description has none");
                self.hidden(&rule::DOCS_MISSING_IN_SPEC, said.place, (location, &name), &message, described);
            }
            Some(said) if said.value == LeftOut::TooMany => self.left_out += 1,
            _ if described.is_inside_itself(document) => {}
            // What is of another type has no such fields.
            _ if is_retyped && page.collapsed.is_none() => {}
            _ => {
                let fields = described.children(document);
                if fields.iter().any(|field| field.own.name != "*") {
                    let rule = if page.collapsed.is_some() { &rule::DOCS_COLLAPSED } else { &rule::DOCS_MISSING_IN_PAGE };
                    let message = format!("the page does not show the {} of {what}", counted(fields.len(), "field"));
                    self.hidden(rule, page.collapsed.unwrap_or(page.place), (location, &name), &message, described);
                }
            }
        }
    }

    /// Reports that the fields in a field can't be compared.
    fn hidden(
        &mut self,
        rule: &'static Rule,
        line: usize,
        (location, name): (&Location, &str),
        message: &str,
        described: &DescribedField,
    ) {
        let finding = self.side.finding(rule, line, &[&location.to_string(), name, "fields"], message);
        self.compared.findings.push(finding.related("described here", described.own.place.clone()));
        let last = self.compared.rows.last_mut();
        last.into_iter().for_each(|row| row.differs.push("fields"));
    }

    /// Compares an object, or a union of several.
    fn object(
        &mut self,
        location: &'a Location,
        (what, prefix): (&str, &str),
        page: OnPage<'a>,
        described: Described<'a>,
        line: usize,
    ) {
        if !page.tabs.is_empty() {
            let tabs = (page.tabs, described.variants);
            self.compared.findings.extend(options::differences(&self.side, what, tabs, line));
        }
        let (levels, unsaid) = options::levels(page, described, line);
        for index in unsaid {
            let title = described.variants[index].own.title.as_ref();
            let title = title.map_or_else(String::new, |title| format!(" `{title}`"));
            self.compared.unsaid.push(format!("option {}{title} of {what}", index + 1));
        }
        levels.into_iter().for_each(|level| self.level(location, prefix, level));
    }

    fn row(
        &mut self,
        location: &Location,
        name: &str,
        (page, described): (Option<&Field<usize>>, Option<&Field<Origin>>),
        differs: Vec<&'static str>,
    ) {
        let line = page.map(|page| page.place);
        let (page, description) = (page.map(summary), described.map(summary));
        self.compared.rows.push(Row {
            location: location.clone(),
            name: name.to_owned(),
            other_name: None,
            page,
            description,
            differs,
            line,
        });
    }

    /// Finds out what became of the fields that only one side has.
    fn settle(&mut self, conventions: &[Side<'a>]) {
        // What was renamed has fields of its own, which are compared then.
        while !(self.extra.is_empty() && self.missing.is_empty()) {
            let mut missing: Vec<Option<Missing<'a>>> = std::mem::take(&mut self.missing).into_iter().map(Some).collect();
            for slot in &mut missing {
                *slot = slot.take().and_then(|left| self.by_convention(left, conventions));
            }
            let mut renamed = Vec::new();
            let mut extra: Vec<Option<Extra<'a>>> = std::mem::take(&mut self.extra).into_iter().map(Some).collect();
            for fits in [is_moved as fn(&Extra<'_>, &Missing<'_>) -> bool, is_renamed] {
                for slot in &mut extra {
                    let Some(left) = slot else { continue };
                    let found = missing.iter_mut().find(|other| other.as_ref().is_some_and(|other| fits(left, other)));
                    if let Some(other) = found.and_then(Option::take) {
                        renamed.extend(slot.take().map(|left| (left, other)));
                    }
                }
            }
            for (left, other) in renamed {
                self.changed_place(&left, &other);
            }
            extra.into_iter().flatten().for_each(|left| self.only_on_page(&left));
            missing.into_iter().flatten().for_each(|left| self.only_described(&left));
        }
    }

    fn by_convention(&mut self, left: Missing<'a>, conventions: &[Side<'a>]) -> Option<Missing<'a>> {
        let own = &left.field.own;
        for side in conventions {
            let section = side.sections.iter().find(|section| section.location == *left.location);
            let field = section.and_then(|section| section.fields.iter().find(|field| field.name == own.name));
            if let Some(field) = field.filter(|_| left.prefix.is_empty()) {
                let differences = differences(side, left.location, &field.name, (field, own));
                let differs = differences.iter().map(|it| it.rule.name()).collect();
                self.row(left.location, &field.name, (Some(field), Some(own)), differs);
                // Its line is one of another page.
                self.compared.rows.last_mut().into_iter().for_each(|row| row.line = None);
                self.compared.findings.extend(differences);
                return None;
            }
        }
        Some(left)
    }

    fn changed_place(&mut self, left: &Extra<'a>, other: &Missing<'a>) {
        let described = &other.field.own;
        let (location, name) = (left.location, left.name());
        let (rule, message) = if left.location != other.location {
            (&rule::DOCS_LOCATION, format!("the page has `{name}` in {location}, the description in {}", other.location))
        } else if left.field.name == described.name {
            let message = match other.name() {
                same if same == name => format!("the page has `{name}` in another option than the description"),
                other => format!("the page has `{name}` where the description has `{other}`"),
            };
            (&rule::DOCS_NESTING, message)
        } else {
            (&rule::DOCS_RENAMED, format!("the page calls {location} `{}` `{name}`", other.name()))
        };
        let finding = self.side.finding(rule, left.field.place, &[&location.to_string(), &name], message);
        self.compared.findings.push(finding.related("described here", described.place.clone()));
        if *rule == rule::DOCS_RENAMED {
            self.pair(location, &left.prefix, (left.field, other.field));
            let row = self.compared.rows.iter_mut().rfind(|row| row.name == name && row.location == *location);
            row.into_iter().for_each(|row| {
                row.differs.insert(0, rule.name());
                row.other_name = Some(other.name());
            });
        } else {
            self.row(location, &name, (Some(left.field), Some(described)), vec![rule.name()]);
        }
    }

    fn only_on_page(&mut self, left: &Extra<'a>) {
        let (location, name) = (left.location, left.name());
        let message = format!("the description has no {location} `{name}`");
        let rule = &rule::DOCS_MISSING_IN_SPEC;
        self.compared.findings.push(self.side.finding(rule, left.field.place, &[&location.to_string(), &name], message));
        self.row(location, &name, (Some(left.field), None), vec!["only on the page"]);
    }

    fn only_described(&mut self, left: &Missing<'a>) {
        let (location, name) = (left.location, left.name());
        let message = format!("the page has no {location} `{name}`");
        let rule = &rule::DOCS_MISSING_IN_PAGE;
        let finding = self.side.finding(rule, left.line, &[&location.to_string(), &name], message);
        self.compared.findings.push(finding.related("described here", left.field.own.place.clone()));
        self.row(location, &name, (None, Some(&left.field.own)), vec!["only described"]);
    }
}

fn neighbours<'a, P>(fields: &[&'a Field<P>], index: usize) -> (Option<&'a str>, Option<&'a str>) {
    let name = |index: usize| fields.get(index).map(|field| field.name.as_str());
    (index.checked_sub(1).and_then(name), name(index + 1))
}

fn is_moved(left: &Extra<'_>, other: &Missing<'_>) -> bool {
    let at_top = left.prefix.is_empty() && other.prefix.is_empty();
    left.field.name == other.field.own.name && left.level != other.level && (left.location == other.location || at_top)
}

fn is_renamed(left: &Extra<'_>, other: &Missing<'_>) -> bool {
    if left.level != other.level {
        return false;
    }
    let is_near = nearest(&left.field.name, [other.field.own.name.as_str()]).is_some();
    let same_type = match (&left.field.ty, &other.field.own.ty) {
        (Some(left), Some(other)) => left.value.agrees(&other.value),
        _ => true,
    };
    is_near || (same_type && (left.before == other.before || left.after == other.after))
}
