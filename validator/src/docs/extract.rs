//! What a page says -> a table in Markdown, which the reader of tables reads back. What is not said is `unsaid`.

use std::fmt::Write;

use super::claim::{Field, LeftOut, Page, Variant};

/// A column that is there only where a field has something in it.
type Optional = (&'static str, fn(&Field<usize>) -> Option<String>);

const OPTIONAL: [Optional; 4] = [
    ("Default", |field| field.default.as_ref().map(|default| code(&default.value))),
    ("Range", |field| field.range.as_ref().map(|range| code(&range.value.to_string()))),
    ("Deprecated", |field| field.deprecated.as_ref().map(|deprecated| yes_or_no(deprecated.value).to_owned())),
    (LEFT_OUT, |field| field.left_out.as_ref().map(|it| left_out(&it.value))),
];

/// What says why the fields in a field are not there: the title of a column, or a label.
pub(super) const LEFT_OUT: &str = "Its fields";

/// Writes the cell below that.
pub(super) fn left_out(reason: &LeftOut) -> String {
    match reason {
        LeftOut::TooMany | LeftOut::Unread => reason.to_string(),
        LeftOut::SameAs(name) => LeftOut::SameAs(code(name)).to_string(),
    }
}

/// Returns the tables of pages. `with_lines` adds a column with the line of each field.
pub fn extract(pages: &[Page], with_lines: bool) -> String {
    pages.iter().map(|page| table(page, with_lines)).collect::<Vec<_>>().join("\n")
}

fn table(page: &Page, with_lines: bool) -> String {
    let mut rows = Vec::new();
    for section in &page.sections {
        let location = section.location.to_string();
        rows.extend(self::rows(&section.all_fields()).into_iter().map(|(name, field)| Row {
            field,
            location: location.clone(),
            name,
        }));
    }
    let columns: Vec<&Optional> = OPTIONAL.iter().filter(|(_, of)| rows.iter().any(|row| of(row.field).is_some())).collect();
    let mut text = format!("# {}\n\n", page.title.as_deref().unwrap_or("Untitled"));
    if let Some(call) = &page.call {
        let _ = write!(text, "`{}`\n\n", call.value);
    }
    let mut titles = vec!["Field", "In", "Type", "Required", "Values"];
    titles.extend(columns.iter().map(|(title, _)| title));
    titles.extend(with_lines.then_some("Line"));
    push(&mut text, &titles.iter().map(|title| (*title).to_owned()).collect::<Vec<_>>());
    push(&mut text, &vec!["---".to_owned(); titles.len()]);
    for Row { field, location, name } in rows {
        let values = field.values.iter().flat_map(|values| &values.value).map(|value| code(value)).collect::<Vec<_>>();
        let mut cells = vec![
            code(&name),
            location,
            field.ty.as_ref().map_or_else(|| "unsaid".to_owned(), |ty| code(&ty.value.to_string())),
            field.required.as_ref().map_or("unsaid", |required| yes_or_no(required.value)).to_owned(),
            values.join(", "),
        ];
        cells.extend(columns.iter().map(|(_, of)| of(field).unwrap_or_default()));
        cells.extend(with_lines.then(|| field.place.to_string()));
        push(&mut text, &cells);
    }
    let options = options(page);
    if options.is_empty() { text } else { format!("{text}\n{options}") }
}

/// Writes the tabs of unions, a line for each union: `` Options of body `payment`: `Card · object`, `Transfer · object` ``.
fn options(page: &Page) -> String {
    let mut lines = String::new();
    for section in &page.sections {
        let mut push = |of: String, variants: &[Variant<usize>]| {
            // Of options that have their fields, the fields are in the table.
            if !variants.is_empty() && variants.iter().all(|variant| variant.fields.is_empty()) {
                let shown = variants.iter().enumerate().map(|(index, variant)| code(&tab(index, variant)));
                let _ = writeln!(lines, "{OPTIONS}{of}: {}\n", shown.collect::<Vec<_>>().join(", "));
            }
        };
        push(section.location.to_string(), &section.variants);
        for (name, field) in rows(&section.all_fields()) {
            push(format!("{} {}", section.location, code(&name)), &field.variants);
        }
    }
    lines.truncate(lines.trim_end().len());
    if lines.is_empty() { lines } else { lines + "\n" }
}

/// What a line of options begins with.
pub(super) const OPTIONS: &str = "Options of ";

fn tab(index: usize, variant: &Variant<usize>) -> String {
    let title = variant.title.clone().unwrap_or_else(|| format!("Option {}", index + 1));
    variant.ty.as_ref().map_or_else(|| title.clone(), |ty| format!("{title} · {ty}"))
}

struct Row<'a> {
    field: &'a Field<usize>,
    location: String,
    name: String,
}

/// Returns fields and all that they hold, with their whole names: `data[].id`.
pub fn rows<'a, P>(fields: &[&'a Field<P>]) -> Vec<(String, &'a Field<P>)> {
    let mut rows = Vec::new();
    add_rows(fields, "", &mut rows);
    rows
}

fn add_rows<'a, P>(fields: &[&'a Field<P>], prefix: &str, rows: &mut Vec<(String, &'a Field<P>)>) {
    for field in fields.iter().copied() {
        let (name, inner) = field.whole_name(prefix);
        rows.push((name, field));
        add_rows(&field.all_fields(), &inner, rows);
    }
}

/// Finds a field by its whole name, as [`rows`] gives it.
pub(super) fn named<'a, P>(fields: &'a mut [Field<P>], prefix: &str, wanted: &str) -> Option<&'a mut Field<P>> {
    fields.iter_mut().find_map(|field| {
        let (name, inner) = field.whole_name(prefix);
        if name == wanted { Some(field) } else { named(&mut field.children, &inner, wanted) }
    })
}

fn yes_or_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

/// Writes a row; bars within cells are escaped.
pub(super) fn push(text: &mut String, cells: &[String]) {
    let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
    let _ = writeln!(text, "| {} |", cells.join(" | "));
}

/// Writes a code span with as many ticks as the text needs.
pub(super) fn code(text: &str) -> String {
    let longest = text.split(|it| it != '`').map(str::len).max().unwrap_or_default();
    let ticks = "`".repeat(longest + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{ticks}{pad}{text}{pad}{ticks}")
}
