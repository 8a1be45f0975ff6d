//! The text of generated code -> its words, texts and marks, each with its line.

/// A piece of code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) line: usize,
    pub(super) kind: Kind,
}

/// What a piece is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A name, or a path of names.
    Word(String),
    /// A text, without its quotes.
    Text(String),
    /// Documentation.
    Doc(String),
    /// Any other character.
    Mark(char),
}

impl Token {
    pub(super) fn is(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }

    pub(super) fn word(&self) -> Option<&str> {
        if let Kind::Word(word) = &self.kind { Some(word) } else { None }
    }

    pub(super) fn text(&self) -> Option<&str> {
        if let Kind::Text(text) = &self.kind { Some(text) } else { None }
    }
}

/// Returns the tokens of a text.
pub(super) fn of(text: &str) -> Vec<Token> {
    let (mut tokens, mut rest, mut line) = (Vec::new(), text, 1);
    while let Some(first) = rest.chars().next() {
        let (kind, length) = token(rest, first);
        let (piece, after) = rest.split_at(length);
        tokens.extend(kind.map(|kind| Token { line, kind }));
        line += piece.matches('\n').count();
        rest = after;
    }
    tokens
}

/// Reads what a text begins with, and how long it is.
fn token(text: &str, first: char) -> (Option<Kind>, usize) {
    let is_part = |it: char| it.is_alphanumeric() || it == '_';
    if text.starts_with("//") {
        let end = text.find('\n').unwrap_or(text.len());
        let doc = text[..end].strip_prefix("///").map(|doc| Kind::Doc(doc.trim().to_owned()));
        return (doc, end);
    }
    if let Some((literal, length)) = raw_text(text).or_else(|| quoted(text)) {
        return (Some(Kind::Text(literal)), length);
    }
    if let Some(name) = text.strip_prefix("r#").filter(|name| name.starts_with(is_part)) {
        let length = name.find(|it| !is_part(it)).unwrap_or(name.len());
        return (Some(Kind::Word(name[..length].to_owned())), "r#".len() + length);
    }
    if is_part(first) || text.starts_with("::") {
        let mut end = 0;
        while let Some(next) = text[end..].chars().next() {
            match next {
                next if is_part(next) => end += next.len_utf8(),
                _ if text[end..].starts_with("::") => end += 2,
                _ => break,
            }
        }
        return (Some(Kind::Word(text[..end].to_owned())), end);
    }
    // A character in quotes, which may be a quote itself; what follows a single one is a lifetime.
    let character = text.strip_prefix('\'').map(|inner| inner.chars().take(2).map(char::len_utf8).sum::<usize>());
    if let Some(length) = character.filter(|length| text[1..1 + length].ends_with('\'')) {
        return (None, 1 + length);
    }
    let kind = (!first.is_whitespace()).then_some(Kind::Mark(first));
    (kind, first.len_utf8())
}

/// Reads a text in quotes.
fn quoted(text: &str) -> Option<(String, usize)> {
    let mut literal = String::new();
    let mut characters = text.strip_prefix('"')?.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return Some((literal, at + 2)),
            '\\' => literal.push(match characters.next()?.1 {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                '0' => '\0',
                'u' => {
                    let digits: String = characters.by_ref().map(|(_, it)| it).take_while(|it| *it != '}').skip(1).collect();
                    char::from_u32(u32::from_str_radix(&digits, 16).ok()?)?
                }
                other => other,
            }),
            other => literal.push(other),
        }
    }
    None
}

/// Reads a text in which nothing is escaped: `r#"…"#`.
fn raw_text(text: &str) -> Option<(String, usize)> {
    let inner = text.strip_prefix('r')?;
    let hashes = inner.len() - inner.trim_start_matches('#').len();
    let body = inner[hashes..].strip_prefix('"')?;
    let close = format!("\"{}", "#".repeat(hashes));
    let end = body.find(&close)?;
    Some((body[..end].to_owned(), text.len() - body.len() + end + close.len()))
}
