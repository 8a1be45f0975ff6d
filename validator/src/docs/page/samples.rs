//! The samples of a page: a call of curl, and JSON.

use serde_json::Value;

use super::lines::Line;

/// How many lines a sample may have: more are no sample, and would be tried again and again.
const MAX_LINES: usize = 5_000;

/// Returns how many lines the call of curl has that the first line begins.
pub(super) fn curl_lines(lines: &[Line]) -> usize {
    let mut quote = None;
    for (index, line) in lines.iter().take(MAX_LINES).enumerate() {
        let mut escaped = false;
        for character in line.text.chars() {
            match (quote, character) {
                _ if escaped => escaped = false,
                (None | Some('"'), '\\') => escaped = true,
                (None, '\'' | '"') => quote = Some(character),
                (Some(open), close) if open == close => quote = None,
                _ => {}
            }
        }
        if quote.is_none() && !escaped {
            return index + 1;
        }
    }
    1
}

/// Returns how many lines the JSON has that the first line begins; `None` where it is none.
pub(super) fn json_lines(lines: &[Line]) -> Option<usize> {
    let lines = &lines[..lines.len().min(MAX_LINES)];
    let text = join(lines);
    let mut stream = serde_json::Deserializer::from_str(&text).into_iter::<Value>();
    let value = stream.next()?.ok()?;
    let end = stream.byte_offset();
    let is_sample = value.is_object() || value.is_array();
    let rest_of_line = text[end..].lines().next().unwrap_or_default();
    (is_sample && rest_of_line.trim().is_empty()).then(|| text[..end].lines().count())
}

pub(super) fn join(lines: &[Line]) -> String {
    lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n")
}

/// What a call of curl sends.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Request {
    pub(in super::super) method: Option<String>,
    pub(in super::super) url: String,
    pub(in super::super) headers: Vec<(String, String)>,
    pub(in super::super) body: Option<String>,
    /// The fields of a form.
    pub(in super::super) form: Vec<String>,
    /// Options that are none of curl's that matter here.
    pub(in super::super) unknown: Vec<String>,
}

impl Request {
    /// Reads a call of curl.
    pub(in super::super) fn parse(text: &str) -> Option<Self> {
        let mut words = shell_words(text)?.into_iter();
        words.next().filter(|word| word == "curl")?;
        let mut request = Self::default();
        while let Some(word) = words.next() {
            let (option, value) = match word.split_once('=') {
                Some((option, value)) if option.starts_with("--") => (option.to_owned(), Some(value.to_owned())),
                _ => (word, None),
            };
            let mut value = || value.clone().or_else(|| words.next());
            match option.as_str() {
                "-X" | "--request" => request.method = Some(value()?),
                "--url" => request.url = value()?,
                "-H" | "--header" => {
                    let header = value()?;
                    let (name, value) = header.split_once(':')?;
                    request.headers.push((name.trim().to_owned(), value.trim().to_owned()));
                }
                "-d" | "--data" | "--data-raw" | "--data-binary" | "--json" => request.body = Some(value()?),
                "--data-urlencode" | "-F" | "--form" | "--form-string" => request.form.push(value()?),
                "-u" | "--user" => request.headers.push(("Authorization".to_owned(), value()?)),
                "-b" | "--cookie" => request.headers.push(("Cookie".to_owned(), value()?)),
                "-s" | "-S" | "-i" | "-L" | "-v" | "-g" | "--silent" | "--location" | "--include" | "--globoff" => {}
                other if !other.starts_with('-') => request.url = other.to_owned(),
                other => request.unknown.push(other.to_owned()),
            }
        }
        Some(request)
    }

    /// Returns the method that is used.
    pub(in super::super) fn method(&self) -> String {
        let unsaid = if self.body.is_some() || !self.form.is_empty() { "POST" } else { "GET" };
        self.method.clone().unwrap_or_else(|| unsaid.to_owned())
    }
}

/// Splits a command as a shell does; `None` where a quote stays open.
fn shell_words(text: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next() {
                Some('\n') | None => {}
                Some(escaped) => word.get_or_insert_default().push(escaped),
            },
            '\'' => loop {
                match characters.next()? {
                    '\'' => {
                        word.get_or_insert_default();
                        break;
                    }
                    inner => word.get_or_insert_default().push(inner),
                }
            },
            '"' => loop {
                match characters.next()? {
                    '"' => {
                        word.get_or_insert_default();
                        break;
                    }
                    '\\' => word.get_or_insert_default().push(characters.next()?),
                    inner => word.get_or_insert_default().push(inner),
                }
            },
            space if space.is_whitespace() => words.extend(word.take()),
            other => word.get_or_insert_default().push(other),
        }
    }
    words.extend(word);
    Some(words)
}

#[cfg(test)]
mod tests {
    use super::Request;

    #[test]
    fn a_call_of_curl() {
        let text = "curl --request POST \\\n  --url https://api.ledger.so/v1/agents \\\n  -H 'Api-Key: <api-key>' -d '{\"a\": \"it'\\''s\"}'";
        let request = Request::parse(text).expect("it is one");
        assert_eq!(request.method(), "POST");
        assert_eq!(request.url, "https://api.ledger.so/v1/agents");
        assert_eq!(request.headers, [("Api-Key".to_owned(), "<api-key>".to_owned())]);
        assert_eq!(request.body.as_deref(), Some("{\"a\": \"it's\"}"));
        for text in ["", "wget x", "curl 'open", "curl -H", "curl -H 'no colon'"] {
            assert_eq!(Request::parse(text), None, "{text}");
        }
    }
}
