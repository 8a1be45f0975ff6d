//! Sections -> Markdown, and a page of HTML that needs nothing else.

use std::fmt::Write as _;

use super::{Part, Section};

const TITLE: &str = "The proving ground";

/// How wide the longest bar of a histogram is in Markdown.
const BAR: usize = 40;

/// Renders the sections as Markdown.
pub(super) fn markdown(sections: &[Section], date: &str) -> String {
    let mut out = format!("# {TITLE}\n\nMade by `cargo xtask corpus` on {date}; don't edit.\n");
    for Section { title, parts } in sections {
        let _ = write!(out, "\n## {title}\n");
        for part in parts {
            out.push('\n');
            match part {
                Part::Text(text) => {
                    let _ = writeln!(out, "{}", text.replace('\n', " "));
                }
                Part::Table(head, rows) => out.push_str(&markdown_table(head, rows)),
                Part::Histogram(ranges) => out.push_str(&markdown_histogram(ranges)),
            }
        }
    }
    out
}

fn markdown_table(head: &[String], rows: &[Vec<String>]) -> String {
    let line = |cells: &[String]| {
        let cells: Vec<_> = cells.iter().map(|cell| cell.replace('\n', " ").replace('|', "\\|")).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let rule = vec!["---".to_owned(); head.len()];
    let rows: String = rows.iter().map(|row| line(row)).collect();
    format!("{}{}{rows}", line(head), line(&rule))
}

fn markdown_histogram(ranges: &[(String, usize)]) -> String {
    let most = ranges.iter().map(|(_, count)| *count).max().unwrap_or_default().max(1);
    let rows =
        ranges.iter().map(|(range, count)| format!("{range:>14} {count:>6} {}\n", "#".repeat((count * BAR).div_ceil(most))));
    format!("```text\n{}```\n", rows.collect::<String>())
}

const STYLE: &str = "body{font:15px/1.5 system-ui,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}\
table{border-collapse:collapse;margin:1rem 0}th,td{border-bottom:1px solid #ddd;padding:.25rem .6rem;text-align:left;vertical-align:top;\
overflow-wrap:anywhere}th{background:#f4f4f4}code{background:#f4f4f4;padding:0 .2em}.bar{background:#47a;height:1em}\
@media(prefers-color-scheme:dark){body{color:#ddd;background:#181818}th,code{background:#2a2a2a}th,td{border-color:#444}}";

/// Renders the sections as one page.
pub(super) fn html(sections: &[Section], date: &str) -> String {
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>{TITLE}</title>\n<style>{STYLE}</style>\n<h1>{TITLE}</h1>\n\
         <p>Made by <code>cargo xtask corpus</code> on {date}.</p>\n"
    );
    for Section { title, parts } in sections {
        let _ = writeln!(out, "<h2>{}</h2>", escaped(title));
        for part in parts {
            let part = match part {
                Part::Text(text) => format!("<p>{}</p>\n", inline(text)),
                Part::Table(head, rows) => html_table(head, rows),
                Part::Histogram(ranges) => html_histogram(ranges),
            };
            out.push_str(&part);
        }
    }
    out.push_str("</html>\n");
    out
}

fn html_table(head: &[String], rows: &[Vec<String>]) -> String {
    let row = |tag: &str, cells: &[String]| {
        let cells: String = cells.iter().map(|cell| format!("<{tag}>{}</{tag}>", inline(cell))).collect();
        format!("<tr>{cells}</tr>\n")
    };
    let rows: String = rows.iter().map(|cells| row("td", cells)).collect();
    format!("<table>\n{}{rows}</table>\n", row("th", head))
}

fn html_histogram(ranges: &[(String, usize)]) -> String {
    let most = ranges.iter().map(|(_, count)| *count).max().unwrap_or_default().max(1);
    let rows = ranges.iter().map(|(range, count)| {
        let width = count * 400 / most;
        format!(
            "<tr><td>{}</td><td>{count}</td><td><div class=\"bar\" style=\"width:{width}px\"></div></td></tr>\n",
            escaped(range)
        )
    });
    format!("<table>\n{}</table>\n", rows.collect::<String>())
}

/// Escapes a text, and sets what stands between backticks as code.
fn inline(text: &str) -> String {
    let pieces = escaped(text);
    let mut out = String::new();
    let count = pieces.matches('`').count();
    for (index, piece) in pieces.split('`').enumerate() {
        match index {
            0 => out.push_str(piece),
            _ if index % 2 == 1 && index < count + count % 2 => {
                let _ = write!(out, "<code>{piece}</code>");
            }
            _ => out.push_str(piece),
        }
    }
    out
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
