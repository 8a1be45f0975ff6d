//! Comments in Markdown that say what the tables below them are about: `<!-- bindery: POST /v1/agents -->`.
//!
//! In a text with such comments nothing else is read. What one begins ends at `<!-- /bindery -->`, at the next one, or at a heading that is
//! about something else.

use super::super::claim::{Call, Location};

/// A comment.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Marker {
    /// What follows is about an operation, and is sent where the location says, if it says one.
    Start(Call, Option<Location>),
    /// The end of that.
    End,
    /// It says something else.
    Unknown,
}

/// Reads a line that is such a comment: `<!-- bindery: POST /v1/agents -->`, or `<!-- bindery: POST /v1/agents response 201 -->`.
pub(super) fn read(line: &str) -> Option<Marker> {
    let inner = line.trim().strip_prefix("<!--")?.strip_suffix("-->")?.trim();
    if inner == "/bindery" {
        return Some(Marker::End);
    }
    let said = inner.strip_prefix("bindery:")?.trim();
    let mut words = said.splitn(3, char::is_whitespace);
    let call = words.next().zip(words.next()).and_then(|(method, path)| Call::parse(&format!("{method} {path}")));
    let location = words.next().map(Location::parse);
    Some(match (call, location) {
        (Some(call), None) => Marker::Start(call, None),
        (Some(call), Some(Some(location))) => Marker::Start(call, Some(location)),
        (Some(_), Some(None)) | (None, _) => Marker::Unknown,
    })
}

/// Tells whether a text has such comments, apart from samples.
pub(super) fn are_in(lines: &[&str]) -> bool {
    let mut fence: Option<&str> = None;
    lines.iter().map(|line| line.trim()).any(|line| {
        let mark = &line[..line.len() - line.trim_start_matches(['`', '~']).len()];
        match fence {
            Some(open) => {
                if mark.starts_with(open) && mark.len() == line.len() {
                    fence = None;
                }
                false
            }
            None if mark.len() > 2 => {
                fence = Some(mark);
                false
            }
            None => matches!(read(line), Some(Marker::Start(..) | Marker::Unknown)),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_name_operations() {
        let start =
            |method: &str, path: &str, location| Marker::Start(Call { method: method.into(), path: path.into() }, location);
        assert_eq!(read("  <!-- bindery: post /v1/agents -->"), Some(start("POST", "/v1/agents", None)));
        assert_eq!(read("<!--bindery: GET /a body-->"), Some(start("GET", "/a", Some(Location::Body))));
        let answer = Location::Response(Some("201".to_owned()));
        assert_eq!(read("<!-- bindery: GET /a response 201 -->"), Some(start("GET", "/a", Some(answer))));
        assert_eq!(read("<!-- /bindery -->"), Some(Marker::End));
        for unknown in ["<!-- bindery: createAgent -->", "<!-- bindery: -->", "<!-- bindery: GET /a bdy -->"] {
            assert_eq!(read(unknown), Some(Marker::Unknown), "{unknown}");
        }
        for other in ["<!-- note -->", "bindery: GET /a", "<!-- bindery: GET /a", ""] {
            assert_eq!(read(other), None, "{other}");
        }
        assert!(are_in(&["a", "<!-- bindery: GET /a -->"]));
        assert!(!are_in(&["````md", "```", "<!-- bindery: GET /a -->", "````", "<!-- /bindery -->"]));
    }
}
