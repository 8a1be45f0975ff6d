//! A Markdown table of fields: which columns there are, and what each row says.

use super::super::claim::{Field, LeftOut, Location, Said, Says};
use super::super::range::Range;
use super::super::types::Type;

/// What a column says of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Name,
    In,
    Type,
    Required,
    Default,
    Values,
    Range,
    Deprecated,
    Format,
    LeftOut,
    Description,
    Line,
}

fn column(title: &str) -> Option<Column> {
    Some(match title.to_ascii_lowercase().as_str() {
        "field" | "name" | "parameter" | "property" | "attribute" | "key" | "header" => Column::Name,
        "in" | "location" | "where" | "place" => Column::In,
        "type" | "data type" => Column::Type,
        "required" | "required?" | "mandatory" => Column::Required,
        "default" | "default value" => Column::Default,
        "values" | "enum" | "enum values" | "allowed values" | "options" | "possible values" => Column::Values,
        "range" | "limits" | "constraints" => Column::Range,
        "deprecated" => Column::Deprecated,
        "format" => Column::Format,
        "description" | "notes" | "meaning" | "comment" => Column::Description,
        "its fields" => Column::LeftOut,
        "line" => Column::Line,
        _ => return None,
    })
}

/// The columns of a table of fields.
pub(super) struct Columns(Vec<Option<Column>>);

impl Columns {
    /// Reads the first row of a table; `None` where it is no table of fields. Names the columns that are not known.
    pub(super) fn read(row: &str) -> Option<(Self, Vec<String>)> {
        let cells = split_row(row)?;
        let columns: Vec<_> = cells.iter().map(|cell| column(&code_or_text(cell))).collect();
        let has = |wanted| columns.contains(&Some(wanted));
        if !has(Column::Name) || !(has(Column::Type) || has(Column::Required)) {
            return None;
        }
        let unknown = cells.iter().zip(&columns).filter(|(_, column)| column.is_none()).map(|(cell, _)| cell.clone());
        let unknown = unknown.collect();
        Some((Self(columns), unknown))
    }

    fn has(&self, wanted: Column) -> bool {
        self.0.contains(&Some(wanted))
    }

    /// Returns what rows can say, besides what other tables of the page can.
    pub(super) fn says(&self, before: Says) -> Says {
        Says {
            required: before.required || self.has(Column::Required),
            default: before.default || self.has(Column::Default),
            values: before.values || self.has(Column::Values),
            range: before.range || self.has(Column::Range),
            deprecated: before.deprecated || self.has(Column::Deprecated),
            null: before.null,
        }
    }

    /// Reads a row: the field, and the location if the row says one.
    pub(super) fn row(&self, row: &str, line: usize) -> Result<(Field<usize>, Option<Location>), String> {
        let cells = split_row(row).ok_or("it is no row of the table")?;
        if cells.len() != self.0.len() {
            return Err(format!("the row has {} cells and the table {} columns", cells.len(), self.0.len()));
        }
        let mut read = Row { field: Field::new("", line), location: None, line };
        for (column, cell) in self.0.iter().zip(&cells) {
            if let (Some(column), false) = (column, cell.is_empty()) {
                read.cell(*column, cell)?;
            }
        }
        if read.field.name.is_empty() { Err("the row names no field".to_owned()) } else { Ok((read.field, read.location)) }
    }
}

struct Row {
    field: Field<usize>,
    location: Option<Location>,
    line: usize,
}

impl Row {
    fn cell(&mut self, column: Column, cell: &str) -> Result<(), String> {
        let place = self.line;
        let is_nothing = matches!(cell, "-" | "–" | "—" | "unsaid" | "n/a");
        match column {
            Column::Name => self.field.name = code_or_text(cell),
            Column::Description => self.field.description = Some(Said { value: cell.to_owned(), place }),
            Column::Line => {}
            _ if is_nothing => {}
            Column::In => {
                let location = Location::parse(&code_or_text(cell));
                self.location = Some(location.ok_or_else(|| format!("the location `{cell}` is not known"))?);
            }
            Column::Type => {
                let text = code_or_text(cell);
                let ty = Type::parse(&text).ok_or_else(|| format!("the type `{text}` is not known"))?;
                self.field.ty = Some(Said { value: ty, place });
            }
            Column::Format => self.format(&code_or_text(cell)),
            Column::LeftOut => {
                let reason = LeftOut::parse(cell).ok_or_else(|| format!("`{cell}` does not say why its fields are not there"))?;
                self.field.left_out = Some(Said { value: reason, place });
            }
            Column::Required => self.field.required = Some(Said { value: yes_or_no(cell)?, place }),
            Column::Deprecated => self.field.deprecated = Some(Said { value: yes_or_no(cell)?, place }),
            Column::Default => self.field.default = Some(Said { value: code_or_text(cell), place }),
            Column::Values => self.field.values = Some(Said { value: values(cell), place }),
            Column::Range => {
                let range = Range::parse(&code_or_text(cell)).ok_or_else(|| format!("the limits `{cell}` are not understood"))?;
                self.field.range = Some(Said { value: range, place });
            }
        }
        Ok(())
    }

    /// The column may stand after that of the type, which it adds to.
    fn format(&mut self, format: &str) {
        if let Some(first) = self.field.ty.as_mut().and_then(|ty| ty.value.alternatives.first_mut()) {
            first.format = Some(format.to_owned());
        }
    }
}

fn yes_or_no(cell: &str) -> Result<bool, String> {
    match cell.trim_matches(['*', '`', '_']).to_ascii_lowercase().as_str() {
        "yes" | "true" | "required" | "y" | "✓" | "✔" | "✅" | "x" => Ok(true),
        "no" | "false" | "optional" | "n" | "✗" | "✘" | "❌" => Ok(false),
        _ => Err(format!("`{cell}` is neither yes nor no")),
    }
}

/// Splits a row into its trimmed cells; `\|` is a bar within a cell. `None` where the line is no row.
fn split_row(row: &str) -> Option<Vec<String>> {
    let inner = row.trim().strip_prefix('|')?;
    let mut cells = vec![String::new()];
    let mut characters = inner.chars().peekable();
    while let Some(character) = characters.next() {
        let escapes = character == '\\' && characters.peek() == Some(&'|');
        if character == '|' {
            cells.push(String::new());
        } else if let Some(cell) = cells.last_mut() {
            cell.push(if escapes { characters.next()? } else { character });
        }
    }
    let last = cells.pop()?;
    if !last.trim().is_empty() {
        cells.push(last);
    }
    Some(cells.into_iter().map(|cell| cell.trim().to_owned()).collect())
}

/// Returns the text of a cell without the marks of code or emphasis around it.
fn code_or_text(cell: &str) -> String {
    match code_spans(cell).as_slice() {
        [span] if cell.starts_with('`') => span.clone(),
        _ => cell.trim_matches(['*', '_']).to_owned(),
    }
}

fn values(cell: &str) -> Vec<String> {
    let spans = code_spans(cell);
    if spans.is_empty() { cell.split(',').map(|value| value.trim().trim_matches('"').to_owned()).collect() } else { spans }
}

/// Returns the code spans of a text (CommonMark 0.31, section 6.1).
pub(super) fn code_spans(text: &str) -> Vec<String> {
    let mut spans = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find('`') {
        let inside = rest[start..].trim_start_matches('`');
        let ticks = &rest[start..rest.len() - inside.len()];
        let Some(end) = span_end(inside, ticks) else { break };
        let span = &inside[..end];
        let stripped = span.strip_prefix(' ').and_then(|span| span.strip_suffix(' ')).filter(|span| !span.trim().is_empty());
        spans.push(stripped.unwrap_or(span).to_owned());
        rest = &inside[end + ticks.len()..];
    }
    spans
}

/// Finds the run of as many ticks.
fn span_end(text: &str, ticks: &str) -> Option<usize> {
    let mut at = 0;
    while let Some(start) = text[at..].find('`') {
        let start = at + start;
        let after = text[start..].trim_start_matches('`');
        let end = text.len() - after.len();
        if end - start == ticks.len() {
            return Some(start);
        }
        at = end;
    }
    None
}
