//! The reference in Markdown: a heading for each operation, a table for each location.

use std::fmt::Write;

use bindery::spec::Document;

use super::super::extract::{LEFT_OUT, code, left_out, push, rows};
use super::{Entry, heading, plain};

pub(super) fn write(document: &Document, entries: &[Entry<'_>]) -> String {
    let mut text = format!("# {}\n\n", paragraph(&document.title));
    document.description.iter().for_each(|it| text.push_str(&(paragraph(it) + "\n\n")));
    for entry in entries {
        operation(&mut text, entry);
    }
    text
}

/// Returns a text as one paragraph, whose first character begins nothing else.
fn paragraph(text: &str) -> String {
    let line = plain(text);
    if line.starts_with(|first: char| first.is_alphanumeric()) { line } else { format!("\\{line}") }
}

fn operation(text: &mut String, entry: &Entry<'_>) {
    let _ = write!(text, "## `{}`\n\n", entry.call());
    for it in &entry.texts {
        let _ = write!(text, "{}\n\n", paragraph(it));
    }
    let _ = write!(text, "```bash\n{}\n```\n\n", entry.curl);
    entry.rust.iter().for_each(|rust| text.push_str(&format!("```rust\n{rust}\n```\n\n")));
    entry.answer.iter().for_each(|answer| text.push_str(&format!("```json\n{answer}\n```\n\n")));
    for section in &entry.sections {
        let _ = write!(text, "### {}\n\n", heading(&section.location));
        let fields = rows(&section.all_fields());
        let leaves_out = fields.iter().any(|(_, field)| field.left_out.is_some());
        let mut titles = vec!["Field", "Type", "Required", "Default", "Values", "Range", "Deprecated", "Description"];
        titles.extend(leaves_out.then_some(LEFT_OUT));
        push(text, &titles.iter().map(|title| (*title).to_owned()).collect::<Vec<_>>());
        push(text, &vec!["---".to_owned(); titles.len()]);
        for (name, field) in fields {
            let values = field.values.iter().flat_map(|values| &values.value).map(|value| code(value)).collect::<Vec<_>>();
            let mut cells = vec![
                code(&name),
                field.ty.as_ref().map_or_else(String::new, |ty| code(&ty.value.to_string())),
                field.required.as_ref().map_or("", |it| if it.value { "yes" } else { "no" }).to_owned(),
                field.default.as_ref().map_or_else(String::new, |it| code(&it.value)),
                values.join(", "),
                field.range.as_ref().map_or_else(String::new, |it| code(&it.value.to_string())),
                field.deprecated.as_ref().map_or("", |_| "yes").to_owned(),
                field.description.as_ref().map_or_else(String::new, |it| it.value.clone()),
            ];
            cells.extend(leaves_out.then(|| field.left_out.as_ref().map_or_else(String::new, |it| left_out(&it.value))));
            push(text, &cells);
        }
        text.push('\n');
    }
}
