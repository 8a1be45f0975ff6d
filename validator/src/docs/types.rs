//! Types in the words of reference pages: `enum<string>`, `object[]`, `string<date-time> | null`.

use std::fmt;

/// A type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Type {
    /// What a value may be, besides null.
    pub alternatives: Vec<Alternative>,
    /// Null is allowed.
    pub nullable: bool,
}

/// One of the things that a value may be.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Alternative {
    /// `string`, `integer`, `number`, `boolean`, `object`, `any` or `never`.
    pub base: &'static str,
    /// `format`, where it is said.
    pub format: Option<String>,
    /// It is one of a list of values.
    pub is_enum: bool,
    /// How many lists are around it.
    pub lists: usize,
}

impl Type {
    /// Reads a type; `None` for what is none.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().trim_matches('`');
        // Pages put the title of a schema before its type.
        let text = text.rsplit_once(" · ").map_or(text, |(_, ty)| ty);
        let mut ty = Self { alternatives: Vec::new(), nullable: false };
        for part in text.split('|').flat_map(|part| part.split(" or ")) {
            match part.trim() {
                "null" => ty.nullable = true,
                part => ty.add(Alternative::parse(part, 0)?),
            }
        }
        if ty.alternatives.is_empty() && ty.nullable {
            ty.alternatives.push(Alternative::of("never"));
        }
        Some(ty)
    }

    /// Adds an alternative, unless it is there.
    pub fn add(&mut self, alternative: Alternative) {
        if !self.alternatives.contains(&alternative) {
            self.alternatives.push(alternative);
        }
    }

    /// Returns how many lists are around what it holds, where that is the same for all alternatives.
    pub fn lists(&self) -> usize {
        self.alternatives.first().map_or(0, |first| first.lists)
    }

    /// Tells whether another type has the same values; a format that one of them does not say is no difference.
    pub fn agrees(&self, other: &Self) -> bool {
        let sorted = |ty: &Self| {
            let mut all = ty.alternatives.clone();
            all.sort();
            all
        };
        let (left, right) = (sorted(self), sorted(other));
        self.nullable == other.nullable
            && left.len() == right.len()
            && left.iter().zip(&right).all(|(left, right)| left.agrees(right))
    }

    /// Tells whether it is an enum.
    pub fn is_enum(&self) -> bool {
        self.alternatives.iter().any(|alternative| alternative.is_enum)
    }
}

impl Alternative {
    /// Makes a type of one word.
    pub fn of(base: &'static str) -> Self {
        Self { base, format: None, is_enum: false, lists: 0 }
    }

    fn parse(text: &str, depth: usize) -> Option<Self> {
        // Nobody means more lists of lists.
        if depth > 16 {
            return None;
        }
        let inner = |text: &str| Self::parse(text.trim(), depth + 1);
        let list = |text: &str| inner(text).map(|it| Self { lists: it.lists + 1, ..it });
        if let Some(item) = text.strip_suffix("[]") {
            return list(item);
        }
        if let Some((outer, item)) = text.strip_suffix('>').and_then(|text| text.split_once('<')) {
            return match outer.trim().to_ascii_lowercase().as_str() {
                "enum" => inner(item).map(|it| Self { is_enum: true, ..it }),
                "array" | "list" => list(item),
                "map" | "record" | "dict" => Some(Self::of("object")),
                _ => inner(outer).map(|it| Self { format: Some(item.trim().to_owned()), ..it }),
            };
        }
        for prefix in ["array of ", "list of ", "Array of ", "List of "] {
            if let Some(item) = text.strip_prefix(prefix) {
                return list(item).or_else(|| list(item.strip_suffix('s')?));
            }
        }
        word(&text.to_ascii_lowercase())
    }

    fn agrees(&self, other: &Self) -> bool {
        let same_format = self.format.is_none() || other.format.is_none() || self.format == other.format;
        (self.base, self.is_enum, self.lists) == (other.base, other.is_enum, other.lists) && same_format
    }
}

fn word(text: &str) -> Option<Alternative> {
    let formatted = |format: &str| Alternative { format: Some(format.to_owned()), ..Alternative::of("string") };
    Some(match text {
        "string" | "str" | "text" => Alternative::of("string"),
        "integer" | "int" | "long" => Alternative::of("integer"),
        "int32" | "int64" => Alternative { format: Some(text.to_owned()), ..Alternative::of("integer") },
        "number" | "decimal" => Alternative::of("number"),
        "float" | "double" => Alternative { format: Some(text.to_owned()), ..Alternative::of("number") },
        "boolean" | "bool" => Alternative::of("boolean"),
        "object" | "map" | "dict" | "json" => Alternative::of("object"),
        "any" | "unknown" | "anything" => Alternative::of("any"),
        "never" => Alternative::of("never"),
        "array" | "list" => Alternative { lists: 1, ..Alternative::of("any") },
        "enum" => Alternative { is_enum: true, ..Alternative::of("string") },
        "file" | "binary" => formatted("binary"),
        "date-time" | "datetime" => formatted("date-time"),
        "date" | "uuid" | "uri" | "email" => formatted(text),
        "url" => formatted("uri"),
        _ => return None,
    })
}

impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words: Vec<String> = self.alternatives.iter().map(ToString::to_string).collect();
        let null = if self.nullable { " | null" } else { "" };
        match words.as_slice() {
            [word] if word == "never" && self.nullable => f.write_str("null"),
            words => write!(f, "{}{null}", words.join(" | ")),
        }
    }
}

impl fmt::Display for Alternative {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let format = self.format.as_ref().map_or_else(String::new, |format| format!("<{format}>"));
        let (start, end) = if self.is_enum { ("enum<", ">") } else { ("", "") };
        write!(f, "{start}{}{format}{end}{}", self.base, "[]".repeat(self.lists))
    }
}

#[cfg(test)]
mod tests {
    use super::Type;

    #[test]
    fn words_of_pages() {
        let cases = [
            ("enum<string>", "enum<string>"),
            ("object[]", "object[]"),
            ("string | null", "string | null"),
            ("null | string<date-time>", "string<date-time> | null"),
            ("Agent · object", "object"),
            ("array of strings", "string[]"),
            ("Array<int>", "integer[]"),
            ("array", "any[]"),
            ("enum<string<uuid>>[][]", "enum<string<uuid>>[][]"),
            ("null", "null"),
        ];
        for (text, shown) in cases {
            assert_eq!(Type::parse(text).map(|ty| ty.to_string()).as_deref(), Some(shown), "{text}");
        }
        for text in ["", "integr", "string |", "<string>", "a string", "[]", "enum<>"] {
            assert_eq!(Type::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_format_that_is_not_said_is_no_difference() {
        let agrees = |left, right| Type::parse(left).expect("a type").agrees(&Type::parse(right).expect("a type"));
        assert!(agrees("integer", "int64"));
        assert!(agrees("string | integer", "integer | string"));
        assert!(!agrees("string<date>", "string<date-time>"));
        assert!(!agrees("string", "string | null"));
        assert!(!agrees("string", "enum<string>"));
    }
}
