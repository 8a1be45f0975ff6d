//! The tabs of a union: `Option 1 · object`, `StreetAddress · object`. Pages show the fields of the one that is chosen.

use super::super::types::Type;

/// A tab.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tab {
    /// Its title, if it is more than a number.
    pub(super) title: Option<String>,
    /// The type beside it.
    pub(super) ty: Option<Type>,
}

/// Reads a line of tabs. In some copies all stand in one line, with nothing between them; in others each is an item of a list.
pub(super) fn read(line: &str) -> Option<Vec<Tab>> {
    let line = ["- ", "* ", "• "].iter().find_map(|mark| line.strip_prefix(mark)).unwrap_or(line).trim();
    let starts: Vec<usize> =
        line.match_indices("Option ").map(|(at, _)| at).filter(|at| number(&line[*at..]).is_some()).collect();
    if starts.first() == Some(&0) {
        let ends = starts.iter().skip(1).copied().chain([line.len()]);
        return starts.iter().zip(ends).map(|(start, end)| numbered(line[*start..end].trim())).collect();
    }
    let (title, ty) = line.rsplit_once(" · ")?;
    let is_title = !title.is_empty() && !title.contains(" · ");
    let ty = Type::parse(ty).filter(|_| is_title)?;
    Some(vec![Tab { title: Some(title.trim().to_owned()), ty: Some(ty) }])
}

/// Tells whether a line can be a tab that has only a title: with another one right below, it is.
pub(super) fn is_title(line: &str) -> bool {
    let is_short = line.chars().count() <= MAX_TITLE;
    let begins = line.starts_with(|first: char| first.is_uppercase());
    is_short && begins && !line.ends_with(['.', ',', ':', ';', '!', '?']) && Type::parse(line).is_none()
}

/// How long the title of a tab is at most.
const MAX_TITLE: usize = 60;

/// Reads `Option 1` and `Option 1 · object`.
fn numbered(text: &str) -> Option<Tab> {
    match number(text)? {
        "" => Some(Tab { title: None, ty: None }),
        rest => Some(Tab { title: None, ty: Some(Type::parse(rest.trim().strip_prefix('·')?)?) }),
    }
}

/// Returns what follows `Option 1`.
fn number(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("Option ")?;
    let after = rest.trim_start_matches(|it: char| it.is_ascii_digit());
    (after.len() < rest.len()).then_some(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tabs_of_pages() {
        let shown = |line: &str| {
            let tabs = read(line)?;
            let words = |tab: &Tab| {
                let ty = tab.ty.as_ref().map_or_else(|| "?".to_owned(), ToString::to_string);
                format!("{}: {ty}", tab.title.as_deref().unwrap_or("-"))
            };
            Some(tabs.iter().map(words).collect::<Vec<_>>().join("; "))
        };
        assert_eq!(shown("Option 1").as_deref(), Some("-: ?"));
        assert_eq!(shown("*   Option 12 · object[] ").as_deref(), Some("-: object[]"));
        assert_eq!(shown("Option 1 · object[]Option 2 · string | null").as_deref(), Some("-: object[]; -: string | null"));
        assert_eq!(shown("PO Box · object").as_deref(), Some("PO Box: object"));
        for line in ["", "Option", "Option A", "Option 1 of many", "Option 1 · thing", "a · b", "· object", "Options 1"] {
            assert_eq!(shown(line), None, "{line}");
        }
    }
}
