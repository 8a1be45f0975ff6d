//! Limits in the words of reference pages: `1 <= x <= 100`, `Required string length: 1 - 40`.

use std::fmt;

/// Limits of a number or of a length.
#[derive(Clone, Debug)]
pub struct Range {
    /// What is limited.
    pub of: Measure,
    /// The lower limit.
    pub min: Option<Limit>,
    /// The upper limit.
    pub max: Option<Limit>,
}

/// What is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// The number itself.
    Number,
    /// The length of a text.
    Length,
    /// The length of a list.
    Items,
}

/// A limit.
#[derive(Clone, Debug)]
pub struct Limit {
    /// The number, as it is written.
    pub number: String,
    /// The number itself is not allowed.
    pub exclusive: bool,
}

impl PartialEq for Limit {
    fn eq(&self, other: &Self) -> bool {
        let same = self.number == other.number || self.number.parse::<f64>().ok() == other.number.parse::<f64>().ok();
        same && self.exclusive == other.exclusive
    }
}

impl Eq for Limit {}

impl PartialEq for Range {
    fn eq(&self, other: &Self) -> bool {
        (self.of, &self.min, &self.max) == (other.of, &other.min, &other.max)
    }
}

impl Eq for Range {}

impl Range {
    /// Reads a line of a page: `Required range: 1 <= x <= 100`, `Maximum string length: 40`.
    pub fn parse_line(label: &str, text: &str) -> Option<Self> {
        let label = label.to_ascii_lowercase();
        let of = match label.split(' ').nth(1)? {
            "range" | "value" => Measure::Number,
            "string" => Measure::Length,
            "array" => Measure::Items,
            _ => return None,
        };
        let text = text.trim().trim_matches('`');
        let text = text.strip_suffix(" elements").or(text.strip_suffix(" characters")).unwrap_or(text).trim();
        let only = || number(text).map(|number| Limit { number, exclusive: false });
        match label.split(' ').next()? {
            "minimum" => Some(Self { of, min: Some(only()?), max: None }),
            "maximum" => Some(Self { of, min: None, max: Some(only()?) }),
            "required" => Self::parse_limits(of, text),
            _ => None,
        }
    }

    /// Reads limits as [`fmt::Display`] writes them.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().trim_matches('`');
        let of = match text {
            text if text.contains("length") => Measure::Length,
            text if text.contains("items") => Measure::Items,
            _ => Measure::Number,
        };
        Self::parse_limits(of, text)
    }

    fn parse_limits(of: Measure, text: &str) -> Option<Self> {
        if let Some((min, max)) = text.split_once(" - ").or_else(|| text.split_once(" to ")) {
            let limit = |text: &str| number(text.trim()).map(|number| Limit { number, exclusive: false });
            return Some(Self { of, min: Some(limit(min)?), max: Some(limit(max)?) });
        }
        let words: Vec<&str> = text.split_whitespace().collect();
        let mut range = Self { of, min: None, max: None };
        match words.as_slice() {
            [min, below, _, above, max] => {
                range.set(flipped(below)?, min)?;
                range.set(above, max)?;
            }
            [left, sign, right] if number(left).is_some() => range.set(flipped(sign)?, left)?,
            [_, sign, right] => range.set(sign, right)?,
            [_] if of != Measure::Number => {
                let limit = Limit { number: number(text)?, exclusive: false };
                (range.min, range.max) = (Some(limit.clone()), Some(limit));
            }
            _ => return None,
        }
        Some(range)
    }

    fn set(&mut self, sign: &str, limit: &str) -> Option<()> {
        let number = number(limit)?;
        match sign {
            ">=" | "≥" => self.min = Some(Limit { number, exclusive: false }),
            ">" => self.min = Some(Limit { number, exclusive: true }),
            "<=" | "≤" => self.max = Some(Limit { number, exclusive: false }),
            "<" => self.max = Some(Limit { number, exclusive: true }),
            _ => return None,
        }
        Some(())
    }
}

fn flipped(sign: &str) -> Option<&'static str> {
    Some(match sign {
        "<=" | "≤" => ">=",
        "<" => ">",
        ">=" | "≥" => "<=",
        ">" => "<",
        _ => return None,
    })
}

fn number(text: &str) -> Option<String> {
    text.parse::<f64>().ok().filter(|number| number.is_finite()).map(|_| text.to_owned())
}

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self.of {
            Measure::Number => "x",
            Measure::Length => "length",
            Measure::Items => "items",
        };
        let sign = |limit: &Limit| if limit.exclusive { "<" } else { "<=" };
        match (&self.min, &self.max) {
            (Some(min), Some(max)) => write!(f, "{} {} {name} {} {}", min.number, sign(min), sign(max), max.number),
            (Some(min), None) => write!(f, "{name} {} {}", if min.exclusive { ">" } else { ">=" }, min.number),
            (None, Some(max)) => write!(f, "{name} {} {}", sign(max), max.number),
            (None, None) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Range;

    #[test]
    fn lines_of_pages() {
        let cases = [
            ("Required range", "1 <= x <= 100", "1 <= x <= 100"),
            ("Required range", "`x >= 0`", "x >= 0"),
            ("Required range", "0 < x", "x > 0"),
            ("Required string length", "1 - 40", "1 <= length <= 40"),
            ("Required string length", "8", "8 <= length <= 8"),
            ("Maximum string length", "40", "length <= 40"),
            ("Required array length", "1 - 10 elements", "1 <= items <= 10"),
        ];
        for (label, text, shown) in cases {
            let range = Range::parse_line(label, text).expect(text);
            assert_eq!(range.to_string(), shown);
            assert_eq!(Range::parse(shown), Some(range), "{shown}");
        }
        for text in ["", "x", "1 <= x <=", "x => 3", "a - b", "1 <= x <= nan"] {
            assert_eq!(Range::parse_line("Required range", text), None, "{text}");
        }
    }
}
