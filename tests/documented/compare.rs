//! The three sides -> a table of each page for people, and findings wherever two sides disagree or a field is on one side only.

use std::fmt::Write;

use crate::field::{Field, Finding, Operation};
use crate::page::Page;

/// All that is known of the API.
#[derive(Clone, Debug)]
pub(crate) struct Sides {
    pub(crate) documented: Vec<Page>,
    pub(crate) described: Vec<Operation>,
    pub(crate) generated: Vec<Operation>,
}

/// The names of the sides, as findings and tables say them.
const SIDES: [&str; 3] = ["documented", "described", "generated"];

/// A field on each side that has it.
struct Row<'a> {
    sides: [Option<&'a Field>; 3],
}

impl Sides {
    /// Returns what has to be mended, in the order of the pages; at most one finding for each field.
    pub(crate) fn disagreements(&self) -> Vec<Finding> {
        let mut findings: Vec<_> = self.documented.iter().flat_map(|page| self.of_page(page)).collect();
        findings.extend(self.undocumented());
        findings
    }

    fn of_page(&self, page: &Page) -> Vec<Finding> {
        let call = &page.operation.call;
        let sides = [true, find(&self.described, call).is_some(), find(&self.generated, call).is_some()];
        if let Some(problem) = one_sided(sides) {
            return vec![Finding { page: page.name.clone(), field: format!("`{call}`"), problem }];
        }
        let rows = self.rows(page).into_iter();
        rows.filter_map(|row| {
            let problem = row.problem()?;
            let field = row.field();
            Some(Finding { page: page.name.clone(), field: format!("{} `{}`", field.place, field.name), problem })
        })
        .collect()
    }

    /// Finds operations that have no page.
    fn undocumented(&self) -> Vec<Finding> {
        let mut calls: Vec<_> = self.described.iter().chain(&self.generated).map(|operation| &operation.call).collect();
        calls.dedup();
        let has_page = |call: &String| self.documented.iter().any(|page| page.operation.call == *call);
        calls.retain(|call| !has_page(call));
        let finding = |call: &String| {
            let sides = [false, find(&self.described, call).is_some(), find(&self.generated, call).is_some()];
            Finding { page: "no page".to_owned(), field: format!("`{call}`"), problem: one_sided(sides).unwrap_or_default() }
        };
        let mut findings: Vec<_> = calls.into_iter().map(finding).collect();
        findings.dedup();
        findings
    }

    /// Returns the table of a page, in Markdown. Columns have fixed widths, so that a new field changes its own lines only.
    pub(crate) fn table(&self, page: &Page) -> String {
        let mut table = format!("## {}: `{}`\n\n", page.name, page.operation.call);
        push_line(&mut table, ["Field", "In", "Documented", "Described", "Generated"].map(str::to_owned));
        push_line(&mut table, ["---"; 5].map(str::to_owned));
        for row in self.rows(page) {
            row.write(&mut table);
        }
        table
    }

    fn rows<'a>(&'a self, page: &'a Page) -> Vec<Row<'a>> {
        let call = &page.operation.call;
        let sides = [Some(&page.operation), find(&self.described, call), find(&self.generated, call)];
        let sides = sides.map(|side| side.map_or(&[][..], |operation| &operation.fields[..]));
        let mut rows: Vec<Row<'a>> = Vec::new();
        for field in sides.into_iter().flatten() {
            if !rows.iter().any(|row| row.field().is(field)) {
                rows.push(Row { sides: sides.map(|side| side.iter().find(|other| other.is(field))) });
            }
        }
        rows
    }
}

fn find<'a>(operations: &'a [Operation], call: &str) -> Option<&'a Operation> {
    operations.iter().find(|operation| operation.call == call)
}

impl<'a> Row<'a> {
    fn field(&self) -> &'a Field {
        self.sides.into_iter().flatten().next().expect("a row is made of a field")
    }

    fn problem(&self) -> Option<String> {
        if let Some(problem) = one_sided(self.sides.map(|side| side.is_some())) {
            return Some(problem);
        }
        let problems = [
            self.differ("type", |field| field.ty.clone()),
            self.differ("required", |field| yes_or_no(field.required).to_owned()),
            self.differ("values", |field| field.wire_values().join(", ")),
        ];
        let problems: Vec<_> = problems.into_iter().flatten().collect();
        (!problems.is_empty()).then(|| problems.join("; "))
    }

    fn differ(&self, what: &str, aspect: impl Fn(&Field) -> String) -> Option<String> {
        let all: Vec<_> = self.sides.into_iter().flatten().map(aspect).collect();
        let same = all.iter().all(|one| *one == all[0]);
        let each = SIDES.iter().zip(&all).map(|(side, one)| format!("`{one}` {side}"));
        (!same).then(|| format!("has the {what} {}", each.collect::<Vec<_>>().join(", ")))
    }

    fn write(&self, table: &mut String) {
        let Field { name, place, .. } = self.field();
        let [documented, described, generated] = self.sides.map(|side| side.map_or_else(|| "**missing**".to_owned(), summary));
        push_line(table, [format!("`{name}`"), place.to_string(), documented, described, generated]);
        let count = self.sides.into_iter().flatten().map(|field| field.values.len()).max().unwrap_or_default();
        for index in 0..count {
            let value = |side: Option<&Field>| Some(side?.values.get(index)?.shown.clone());
            let [documented, described, generated] = self.sides.map(|side| value(side).unwrap_or_default());
            push_line(table, [String::new(), "value".to_owned(), documented, described, generated]);
        }
    }
}

fn summary(field: &Field) -> String {
    let mark = if field.required { "required" } else { "optional" };
    format!("`{}` {mark}", field.shown.replace('|', "\\|"))
}

fn yes_or_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

fn push_line(table: &mut String, [name, place, documented, described, generated]: [String; 5]) {
    writeln!(table, "| {name:34} | {place:12} | {documented:30} | {described:30} | {generated} |")
        .expect("a String takes everything");
}

/// Says on which sides something is and isn't, unless it is on all.
fn one_sided(on: [bool; 3]) -> Option<String> {
    let pick = |wanted: bool| SIDES.iter().zip(on).filter(|(_, is)| *is == wanted).map(|(side, _)| *side).collect::<Vec<_>>();
    let missing = pick(false);
    (!missing.is_empty()).then(|| format!("is {}, but not {}", pick(true).join(" and "), missing.join(" and not ")))
}
