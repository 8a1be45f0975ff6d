//! The reference as one HTML page: nothing is loaded, a small script filters by what is typed, and everything is there without it.

use std::collections::HashMap;
use std::fmt::Write;

use bindery::source::Origin;
use bindery::spec::{Document, Operation};

use super::super::claim::Field;
use super::super::extract::{LEFT_OUT, rows};
use super::super::range::Measure;
use super::{Entry, heading, plain};

pub(super) fn write(document: &Document, entries: &[Entry<'_>]) -> String {
    let title = escaped(&document.title);
    let mut text = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n\
         <title>{title}</title>\n<style>\n{}</style>\n</head>\n<body>\n<nav aria-label=\"Operations\">\n\
         <a class=\"skip\" href=\"#main\">Skip to the operations</a>\n<h1>{title}</h1>\n",
        include_str!("page.css"),
    );
    text.push_str(
        "<label for=\"search\">Search operations and fields</label>\n<input id=\"search\" type=\"search\" autocomplete=\"off\">\n\
         <p id=\"count\" role=\"status\"></p>\n<ul>\n",
    );
    let ids = ids(entries);
    for (entry, id) in entries.iter().zip(&ids) {
        let Operation { method, path, .. } = entry.operation;
        // Long paths are broken where a part begins.
        let (method, path) = (escaped(method), escaped(path).replace('/', "<wbr>/"));
        let _ = writeln!(text, "<li><a href=\"#{id}\"><span class=\"method\">{method}</span> <span>{path}</span></a></li>");
    }
    text.push_str("</ul>\n</nav>\n<main id=\"main\" tabindex=\"-1\">\n");
    document.description.iter().for_each(|it| paragraphs(&mut text, it));
    for (entry, id) in entries.iter().zip(&ids) {
        operation(&mut text, id, entry);
    }
    text.push_str(&format!("</main>\n<script>\n{}</script>\n</body>\n</html>\n", include_str!("page.js")));
    text
}

/// Returns what links lead to: words of the call, so that a link stays right when operations are added.
fn ids(entries: &[Entry<'_>]) -> Vec<String> {
    let mut seen = HashMap::new();
    let id = |entry: &Entry<'_>| {
        let call = entry.call().to_lowercase();
        let words = call.split(|it: char| !it.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        let words = words.collect::<Vec<_>>().join("-");
        let count: &mut usize = seen.entry(words.clone()).or_default();
        *count += 1;
        if *count > 1 { format!("{words}--{count}") } else { words }
    };
    entries.iter().map(id).collect()
}

fn operation(text: &mut String, id: &str, entry: &Entry<'_>) {
    let _ = writeln!(
        text,
        "<article id=\"{id}\" data-id=\"{}\">\n<h2><span class=\"method\">{}</span> <a href=\"#{id}\"><code>{}</code></a></h2>",
        escaped(entry.operation.operation_id.as_deref().unwrap_or_default()),
        escaped(&entry.operation.method),
        escaped(&entry.operation.path),
    );
    entry.texts.iter().for_each(|it| paragraphs(text, it));
    let samples = [Some(&entry.curl), entry.rust.as_ref(), entry.answer.as_ref()];
    for (sample, label) in samples.into_iter().zip(["Request with curl", "Request in Rust", "Example of an answer"]) {
        let Some(sample) = sample else { continue };
        let _ = writeln!(text, "<p class=\"caption\">{label}</p>");
        let _ =
            writeln!(text, "<pre tabindex=\"0\" role=\"region\" aria-label=\"{label}\"><code>{}</code></pre>", escaped(sample));
    }
    for section in &entry.sections {
        let _ = writeln!(text, "<section>\n<h3>{}</h3>", heading(&section.location));
        rows(&section.all_fields()).iter().for_each(|(name, it)| field(text, name, it));
        text.push_str("</section>\n");
    }
    text.push_str("</article>\n");
}

/// How many levels of fields are set further in than those around.
const MAX_INDENT: usize = 6;

fn field(text: &mut String, name: &str, field: &Field<Origin>) {
    // Names have a point for each field around.
    let depth = name.matches('.').count().min(MAX_INDENT);
    let _ = writeln!(text, "<section class=\"field\" style=\"--depth: {depth}\">");
    let _ = writeln!(text, "<div class=\"name\"><code>{}</code></div>", escaped(name));
    let mut line = |class: &str, content: &str| {
        let _ = writeln!(text, "<div class=\"{class}\">{}</div>", escaped(content));
    };
    field.ty.iter().for_each(|ty| line("type", &ty.value.to_string()));
    field.sent.iter().for_each(|sent| line("sent", &sent.value.to_string()));
    field.required.iter().filter(|it| it.value).for_each(|_| line("required", "required"));
    field.deprecated.iter().for_each(|_| line("deprecated", "deprecated"));
    field.default.iter().for_each(|it| line("default", &format!("default: {}", it.value)));
    if let Some(values) = &field.values {
        line("label", "Available options:");
        let last = values.value.len().saturating_sub(1);
        for (index, value) in values.value.iter().enumerate() {
            line("value", &if index < last { format!("{value},") } else { value.clone() });
        }
    }
    if let Some(range) = &field.range {
        let label = match range.value.of {
            Measure::Number => "Required range",
            Measure::Length => "Required string length",
            Measure::Items => "Required array length",
        };
        line("range", &format!("{label}: {}", range.value));
    }
    if let Some(left_out) = &field.left_out {
        line("label", &format!("{LEFT_OUT}: {}", left_out.value));
    }
    field.description.iter().for_each(|it| text.push_str(&format!("<p>{}</p>\n", prose(&plain(&it.value)))));
    text.push_str("</section>\n");
}

/// Writes a text that blank lines divide.
fn paragraphs(text: &mut String, of: &str) {
    let lines = of.lines().map(str::trim).collect::<Vec<_>>().join("\n");
    for paragraph in lines.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
        let heading = paragraph.strip_prefix('#').filter(|_| !paragraph.contains('\n'));
        let line = plain(heading.map_or(paragraph, |heading| heading.trim_start_matches('#')));
        // What would be read as something else than text is one line.
        let is_prose = paragraph.split_whitespace().eq(line.split_whitespace());
        let _ = match heading {
            Some(_) => writeln!(text, "<p><strong>{}</strong></p>", prose(&line)),
            None if is_prose && is_laid_out(paragraph) => writeln!(text, "<p class=\"lines\">{}</p>", prose(paragraph)),
            None => writeln!(text, "<p>{}</p>", prose(&line)),
        };
    }
}

/// Tells whether the lines of a paragraph are to stay lines: it has a list, a table or code in it.
fn is_laid_out(paragraph: &str) -> bool {
    let starts = ["- ", "* ", "+ ", "1. ", "|", "```"];
    paragraph.lines().any(|line| starts.iter().any(|start| line.starts_with(start)))
}

/// Escapes a text, and shows what stands between ticks as code.
fn prose(text: &str) -> String {
    let parts: Vec<String> = text.split('`').map(escaped).collect();
    let mut shown = String::new();
    for (index, part) in parts.iter().enumerate() {
        let is_code = index % 2 == 1 && index + 1 < parts.len();
        let is_open = index % 2 == 1 && !is_code;
        shown.push_str(&if is_code {
            format!("<code>{part}</code>")
        } else {
            format!("{}{part}", if is_open { "`" } else { "" })
        });
    }
    shown
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}
