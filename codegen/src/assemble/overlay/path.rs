//! The syntax of JSONPath (RFC 9535), without function extensions.
//!
//! A parser of our own: the crates that read JSONPath bring a dozen packages and more (nom or pest, regex), which every user would
//! compile.

use serde_json::{Number, Value};

/// How deeply filters may be nested.
const MAX_DEPTH: usize = 64;

/// A JSONPath, or a path within a filter.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Query {
    /// Whether it starts at the root (`$`), and not at the current node (`@`).
    pub(super) absolute: bool,
    pub(super) segments: Vec<Segment>,
}

/// One step of a path.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Segment {
    /// Whether it looks at all nodes below, and not at children only.
    pub(super) descendant: bool,
    pub(super) selectors: Vec<Selector>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Selector {
    Name(String),
    Wildcard,
    Index(i64),
    Slice { start: Option<i64>, end: Option<i64>, step: i64 },
    Filter(Filter),
}

/// A condition on a node.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Filter {
    Or(Vec<Filter>),
    And(Vec<Filter>),
    Not(Box<Filter>),
    Exists(Query),
    Compare(Operand, Comparison, Operand),
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Operand {
    Literal(Value),
    /// A path that leads to one value at most.
    Query(Query),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// Why a text is no JSONPath.
#[derive(Debug, PartialEq)]
pub(super) struct Problem {
    pub(super) message: String,
    pub(super) help: Option<&'static str>,
}

type Parsed<T> = Result<T, Problem>;

impl Query {
    /// Reads a whole path.
    pub(super) fn parse(text: &str) -> Parsed<Self> {
        let mut parser = Parser { text, at: 0, depth: 0 };
        if !parser.take("$") {
            return Err(parser.problem("it has to begin with `$`"));
        }
        let segments = parser.segments()?;
        match parser.rest().is_empty() {
            true => Ok(Self { absolute: true, segments }),
            false => Err(parser.unexpected()),
        }
    }

    /// Tells whether it leads to one value at most.
    fn is_singular(&self) -> bool {
        self.segments.iter().all(|segment| {
            !segment.descendant && matches!(segment.selectors.as_slice(), [Selector::Name(_) | Selector::Index(_)])
        })
    }
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
}

impl<'t> Parser<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn take(&mut self, word: &str) -> bool {
        let found = self.rest().starts_with(word);
        self.at += if found { word.len() } else { 0 };
        found
    }

    fn expect(&mut self, word: &str) -> Parsed<()> {
        if self.take(word) { Ok(()) } else { Err(self.problem(&format!("`{word}` is missing"))) }
    }

    fn skip_space(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start_matches([' ', '\t', '\n', '\r']).len();
    }

    fn problem(&self, message: &str) -> Problem {
        let column = self.text[..self.at].chars().count() + 1;
        Problem { message: format!("{message} (at character {column})"), help: None }
    }

    fn unexpected(&self) -> Problem {
        match self.peek() {
            Some(letter) => Problem {
                help: (letter == '-' || letter == '/').then_some("a name with other signs is written as `['x-name']`"),
                ..self.problem(&format!("`{letter}` can't stand here"))
            },
            None => self.problem("it ends too early"),
        }
    }

    fn segments(&mut self) -> Parsed<Vec<Segment>> {
        let mut segments = Vec::new();
        loop {
            let before = self.at;
            self.skip_space();
            let descendant = self.take("..");
            let selectors = if self.peek() == Some('[') {
                self.bracketed()?
            } else if descendant || self.take(".") {
                vec![self.shorthand()?]
            } else {
                // The space belongs to what comes next.
                self.at = before;
                return Ok(segments);
            };
            segments.push(Segment { descendant, selectors });
        }
    }

    /// Reads `*` or a name after a dot.
    fn shorthand(&mut self) -> Parsed<Selector> {
        if self.take("*") {
            return Ok(Selector::Wildcard);
        }
        let is_first = |letter: char| letter.is_ascii_alphabetic() || letter == '_' || !letter.is_ascii();
        let rest = self.rest();
        let length = rest.find(|letter: char| !is_first(letter) && !letter.is_ascii_digit()).unwrap_or(rest.len());
        if !rest.starts_with(is_first) {
            return Err(self.unexpected());
        }
        self.at += length;
        Ok(Selector::Name(rest[..length].to_owned()))
    }

    fn bracketed(&mut self) -> Parsed<Vec<Selector>> {
        self.expect("[")?;
        let mut selectors = Vec::new();
        loop {
            self.skip_space();
            selectors.push(self.selector()?);
            self.skip_space();
            if !self.take(",") {
                break;
            }
        }
        self.expect("]")?;
        Ok(selectors)
    }

    fn selector(&mut self) -> Parsed<Selector> {
        match self.peek() {
            Some('\'' | '"') => Ok(Selector::Name(self.string()?)),
            Some('*') => {
                self.at += 1;
                Ok(Selector::Wildcard)
            }
            Some('?') => {
                self.at += 1;
                Ok(Selector::Filter(self.or()?))
            }
            Some('-' | ':' | '0'..='9') => self.index_or_slice(),
            _ => Err(self.unexpected()),
        }
    }

    fn index_or_slice(&mut self) -> Parsed<Selector> {
        let start = self.integer()?;
        self.skip_space();
        if !self.take(":") {
            return start.map(Selector::Index).ok_or_else(|| self.unexpected());
        }
        self.skip_space();
        let end = self.integer()?;
        self.skip_space();
        let step = if self.take(":") {
            self.skip_space();
            self.integer()?
        } else {
            None
        };
        Ok(Selector::Slice { start, end, step: step.unwrap_or(1) })
    }

    fn integer(&mut self) -> Parsed<Option<i64>> {
        let rest = self.rest();
        let sign = usize::from(rest.starts_with('-'));
        let digits = rest[sign..].bytes().take_while(u8::is_ascii_digit).count();
        if sign + digits == 0 {
            return Ok(None);
        }
        let text = &rest[..sign + digits];
        let plain = text == "0" || !rest[sign..].starts_with('0');
        match text.parse() {
            Ok(number) if plain => {
                self.at += text.len();
                Ok(Some(number))
            }
            Ok(_) | Err(_) => Err(self.problem(&format!("`{text}` is no index"))),
        }
    }

    fn or(&mut self) -> Parsed<Filter> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(self.problem("its filter is nested too deeply"));
        }
        let mut parts = vec![self.and()?];
        self.skip_space();
        while self.take("||") {
            parts.push(self.and()?);
            self.skip_space();
        }
        self.depth -= 1;
        Ok(if parts.len() == 1 { parts.remove(0) } else { Filter::Or(parts) })
    }

    fn and(&mut self) -> Parsed<Filter> {
        let mut parts = vec![self.basic()?];
        self.skip_space();
        while self.take("&&") {
            parts.push(self.basic()?);
            self.skip_space();
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Filter::And(parts) })
    }

    fn basic(&mut self) -> Parsed<Filter> {
        self.skip_space();
        if self.rest().starts_with('!') && !self.rest().starts_with("!=") {
            self.at += 1;
            self.skip_space();
            let inner = if self.take("(") { self.parenthesized()? } else { Filter::Exists(self.query()?) };
            return Ok(Filter::Not(Box::new(inner)));
        }
        if self.take("(") {
            return self.parenthesized();
        }
        let left = self.operand()?;
        self.skip_space();
        match self.comparison() {
            Some(comparison) => {
                self.skip_space();
                let right = self.operand()?;
                Ok(Filter::Compare(self.singular(left)?, comparison, self.singular(right)?))
            }
            None => match left {
                Operand::Query(query) => Ok(Filter::Exists(query)),
                Operand::Literal(_) => Err(self.problem("a value alone is no condition")),
            },
        }
    }

    fn parenthesized(&mut self) -> Parsed<Filter> {
        let inner = self.or()?;
        self.skip_space();
        self.expect(")")?;
        Ok(inner)
    }

    fn singular(&self, operand: Operand) -> Parsed<Operand> {
        match &operand {
            Operand::Query(query) if !query.is_singular() => {
                Err(self.problem("only a path to one value can be compared, with names and indices"))
            }
            Operand::Query(_) | Operand::Literal(_) => Ok(operand),
        }
    }

    fn comparison(&mut self) -> Option<Comparison> {
        const WORDS: [(&str, Comparison); 6] = [
            ("==", Comparison::Equal),
            ("!=", Comparison::NotEqual),
            ("<=", Comparison::LessOrEqual),
            (">=", Comparison::GreaterOrEqual),
            ("<", Comparison::Less),
            (">", Comparison::Greater),
        ];
        WORDS.iter().find(|(word, _)| self.take(word)).map(|(_, comparison)| *comparison)
    }

    fn operand(&mut self) -> Parsed<Operand> {
        match self.peek() {
            Some('@' | '$') => Ok(Operand::Query(self.query()?)),
            Some('\'' | '"') => Ok(Operand::Literal(Value::String(self.string()?))),
            Some('-' | '0'..='9') => Ok(Operand::Literal(Value::Number(self.number()?))),
            Some('a'..='z') => self.word(),
            _ => Err(self.unexpected()),
        }
    }

    fn query(&mut self) -> Parsed<Query> {
        let absolute = self.take("$");
        if !absolute && !self.take("@") {
            return Err(self.unexpected());
        }
        Ok(Query { absolute, segments: self.segments()? })
    }

    fn word(&mut self) -> Parsed<Operand> {
        let rest = self.rest();
        let length = rest.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').unwrap_or(rest.len());
        let value = match &rest[..length] {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            "null" => Value::Null,
            name if rest[length..].starts_with('(') => {
                return Err(Problem {
                    help: Some("paths, `==`, `!=`, `<`, `<=`, `>`, `>=`, `&&`, `||` and `!` are supported"),
                    ..self.problem(&format!("the function `{name}` is not supported"))
                });
            }
            _ => return Err(self.unexpected()),
        };
        self.at += length;
        Ok(Operand::Literal(value))
    }

    fn number(&mut self) -> Parsed<Number> {
        let rest = self.rest();
        let length = rest.find(|letter: char| !letter.is_ascii_digit() && !"+-.eE".contains(letter)).unwrap_or(rest.len());
        // Numbers are those of JSON (section 2.3.5.1).
        let number = serde_json::from_str(&rest[..length]).map_err(|_| self.problem("this is no number"))?;
        self.at += length;
        Ok(number)
    }

    fn string(&mut self) -> Parsed<String> {
        let quote = self.peek().unwrap_or_default();
        self.at += quote.len_utf8();
        let mut text = String::new();
        loop {
            let Some(letter) = self.peek() else { return Err(self.problem("a string is not closed")) };
            self.at += letter.len_utf8();
            match letter {
                _ if letter == quote => return Ok(text),
                '\\' => text.push(self.escaped(quote)?),
                _ => text.push(letter),
            }
        }
    }

    fn escaped(&mut self, quote: char) -> Parsed<char> {
        let Some(letter) = self.peek() else { return Err(self.problem("a string is not closed")) };
        self.at += letter.len_utf8();
        Ok(match letter {
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            '/' | '\\' => letter,
            'u' => return self.code_point(),
            _ if letter == quote => letter,
            _ => return Err(self.problem(&format!("`\\{letter}` is no escape"))),
        })
    }

    /// Reads four hexadecimal digits, or twice that for a pair of surrogates.
    fn code_point(&mut self) -> Parsed<char> {
        let high = self.hexadecimal()?;
        let code = match high {
            0xd800..=0xdbff if self.take("\\u") => {
                let low = self.hexadecimal()?;
                0x10000 + ((high - 0xd800) << 10) + low.wrapping_sub(0xdc00).min(0x3ff)
            }
            _ => high,
        };
        char::from_u32(code).ok_or_else(|| self.problem("this is half of a character"))
    }

    fn hexadecimal(&mut self) -> Parsed<u32> {
        let digits = self.rest().get(..4).and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let code = digits.ok_or_else(|| self.problem("`\\u` needs four hexadecimal digits"))?;
        self.at += 4;
        Ok(code)
    }
}
