//! The two syntaxes: hands a text to the walk, reads it into a tree, and says why it can't be read, and where.

use serde::Deserialize;
use serde_json::de::StrRead;
use serde_yaml::Value;

use super::description::{self, Description};
use super::keys::Reading;
use super::objects::Version;
use super::reader;
use super::tree::Tree;
use super::walk::Walk;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Origin, Place, closing_quote};

/// How many `[` and `{` may be open in JSON: 500 schemas within each other take two for each.
const MAX_JSON_DEPTH: usize = 1024;

/// How many `[` and `{` may be open before the exact check is worth its time.
const SUSPICIOUS_DEPTH: usize = 512;

/// Why a text can't be read.
pub(super) struct Failure {
    code: Code,
    message: String,
    place: Option<Place>,
}

impl Failure {
    /// Makes a finding of it.
    pub(super) fn report(self, text: &str, root: Origin) -> Diagnostic {
        let mut found = Diagnostic::new(self.code, root, self.message);
        if let Some(place) = self.place {
            let at_tab = text.lines().nth(place.line - 1).and_then(|line| line.chars().nth(place.column - 1)) == Some('\t');
            found = found.at(place);
            if at_tab {
                found = found.help("YAML is indented with spaces, not with tabs");
            }
        }
        found
    }

    pub(super) fn json(error: &serde_json::Error, text: &str) -> Self {
        let (line, bytes) = (error.line(), error.column());
        let whole = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
        let column = whole.char_indices().take_while(|(at, _)| at + 1 < bytes).count() + 1;
        let message = error.to_string().replacen(&format!(" at line {line} column {bytes}"), "", 1);
        Self::new(message, error.is_data(), Some((line, column)))
    }

    pub(super) fn yaml(error: &serde_yaml::Error, code: Code) -> Self {
        let position = error.location().map(|location| (location.line(), location.column()));
        let mut message = error.to_string();
        if let Some((line, column)) = position {
            message = message.replacen(&format!(" at line {line} column {column}"), "", 1);
        }
        // A key that is a list or a mapping is YAML, and JSON has no place for it.
        let well_formed = code == Code::Structure || message.contains("invalid type: ");
        Self::new(message, well_formed, position)
    }

    /// Says the parsers' words for their limits in ours; the rest of what they say stands.
    fn new(message: String, well_formed: bool, position: Option<(usize, usize)>) -> Self {
        let (code, ours) = match message.as_str() {
            "recursion limit exceeded" => (Code::TooDeep, "the nesting is deeper than 128 levels"),
            "repetition limit exceeded" => (Code::TooDeep, "the aliases of this file stand for far more than the file holds"),
            "deserializing from YAML containing more than one document is not supported" => {
                (Code::Syntax, "the file holds more than one YAML document")
            }
            theirs => (if well_formed { Code::Structure } else { Code::Syntax }, theirs),
        };
        Self { code, message: ours.to_owned(), place: position.map(|(line, column)| point(line, column)) }
    }
}

fn point(line: usize, column: usize) -> Place {
    let (line, column) = (line.max(1), column.max(1));
    Place { line, column, end_line: line, end_column: column + 1 }
}

/// Reads a JSON text, which may be nested more deeply than serde_json takes by itself: its depth was checked.
pub(super) fn json(text: &str) -> serde_json::Deserializer<StrRead<'_>> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    deserializer.disable_recursion_limit();
    deserializer
}

/// Walks a JSON text.
pub(super) fn walk_json<'t>(text: &'t str, walk: &mut Walk<'t>) -> Result<(), Failure> {
    check_json_depth(text)?;
    let mut deserializer = json(text);
    let walked = walk.whole(&mut deserializer).and_then(|()| deserializer.end());
    match walked {
        Err(error) if !walk.stopped => Err(Failure::json(&error, text)),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Walks a YAML text.
pub(super) fn walk_yaml<'t>(text: &'t str, walk: &mut Walk<'t>) -> Result<(), Failure> {
    check_flow_depth(text)?;
    let deserializer = serde_yaml::Deserializer::from_str(text);
    match walk.whole(deserializer) {
        Err(error) if !walk.stopped => Err(Failure::yaml(&error, Code::Syntax)),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Reads a YAML text into a tree, with its merge keys (`<<`) applied.
pub(super) fn merge_yaml(text: &str) -> Result<Value, Failure> {
    let merged = serde_yaml::from_str::<Value>(text).and_then(|mut value| value.apply_merge().map(|()| value));
    merged.map_err(|error| Failure::yaml(&error, Code::Structure))
}

/// Walks a tree of YAML.
pub(super) fn walk_value<'t>(value: &'t Value, walk: &mut Walk<'t>) -> Result<(), Failure> {
    match walk.whole(value) {
        Err(error) if !walk.stopped => Err(Failure::yaml(&error, Code::Structure)),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Reads a JSON text into a value.
pub(super) fn json_value(text: &str) -> Result<serde_json::Value, Failure> {
    let mut deserializer = json(text);
    let read = serde_json::Value::deserialize(&mut deserializer).and_then(|read| deserializer.end().map(|()| read));
    read.map_err(|error| Failure::json(&error, text))
}

/// Reads a YAML text that was walked into a tree.
pub(super) fn yaml_tree(text: &str) -> Result<Tree<'_>, Failure> {
    reader::read(serde_yaml::Deserializer::from_str(text), Reading::Yaml).map_err(|error| Failure::yaml(&error, Code::Structure))
}

/// Reads values that were YAML into a tree.
pub(super) fn merged_tree(value: Value) -> Result<Tree<'static>, Failure> {
    reader::read(value, Reading::Values).map_err(|error| Failure::yaml(&error, Code::Structure))
}

/// Reads a tree that was walked.
pub(super) fn describe(tree: Tree<'_>, version: Version) -> Result<Description<'_>, Failure> {
    // Its lines and columns would be of no text.
    description::describe(tree, version).map_err(|error| Failure::new(error.to_string(), true, None))
}

/// Refuses JSON that is nested more deeply than the stack of the stages is made for.
pub(super) fn check_json_depth(text: &str) -> Result<(), Failure> {
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(byte) = text.as_bytes().get(at) {
        match byte {
            b'"' => at = closing_quote(text.as_bytes(), at).unwrap_or(text.len()),
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MAX_JSON_DEPTH {
            let before = &text[..at];
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
            let message = format!("the nesting is deeper than {MAX_JSON_DEPTH} levels");
            return Err(Failure { code: Code::TooDeep, message, place: Some(point(line, column)) });
        }
        at += 1;
    }
    Ok(())
}

/// Refuses nested brackets beyond reason before the YAML parser sees them: its time grows with the square of their depth.
pub(super) fn check_flow_depth(text: &str) -> Result<(), Failure> {
    let mut depth = 0_usize;
    let mut deepest = 0;
    for byte in text.bytes() {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    if deepest < SUSPICIOUS_DEPTH {
        return Ok(());
    }
    // Brackets in strings and comments were counted too. The scanner knows better, and gives up at 255 levels.
    let too_deep =
        saphyr_parser::Parser::new_from_str(text).find_map(Result::err).filter(|error| error.info().contains("recursion"));
    match too_deep {
        Some(error) => {
            let position = (error.marker().line(), error.marker().col() + 1);
            Err(Failure::new("recursion limit exceeded".to_owned(), false, Some(position)))
        }
        None => Ok(()),
    }
}
