//! Scalars held against what has to stand in their places, and the version among them.

use std::fmt;

use serde::de::Error;
use serde_json::Number;

use super::keys::Reading;
use super::keywords::{Unfit, unknown_type};
use super::objects::{Shape, Version};
use super::seen::Leaf;
use super::tree::Tree;
use super::walk::Node;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Origin;

impl Node<'_, '_, '_> {
    pub(super) fn unfit<E>(self, unfit: &Unfit<'_>) -> Result<Leaf, E> {
        self.walk.findings.report_unfit(self.path, self.shape, unfit);
        Ok(Leaf::Unfit)
    }

    /// Leaves out a constraint that is not what it must be.
    pub(super) fn left_out<E>(self, unfit: &Unfit<'_>) -> Result<Leaf, E> {
        self.walk.findings.report_left_out(self.path, self.shape, unfit);
        Ok(Leaf::Other)
    }

    pub(super) fn number<E: Error>(self, number: impl fmt::Display, fits: bool) -> Result<Leaf, E> {
        match self.shape {
            Shape::Any | Shape::Ignored => Ok(Leaf::Other),
            Shape::Number | Shape::Count if fits => Ok(Leaf::Other),
            Shape::Text | Shape::Pattern if self.walk.reading == Reading::Yaml => self.text_of_another_form(),
            Shape::Pattern => self.left_out(&Unfit::Number(number.to_string())),
            Shape::Version if self.walk.reading == Reading::Yaml => {
                self.walk.loses_texts = true;
                self.version(&number.to_string())
            }
            Shape::SwaggerVersion => self.version(&format!("Swagger {number}")),
            _ => self.unfit(&Unfit::Number(number.to_string())),
        }
    }

    pub(super) fn text_of_another_form<E>(self) -> Result<Leaf, E> {
        self.walk.loses_texts = true;
        Ok(Leaf::Other)
    }

    /// Looks at an integer that 64 bits don't hold. No number of 64 bits is so near to a limit that its rounding matters.
    pub(super) fn beyond_64_bits<E>(self, value: impl fmt::Display, rounded: f64) -> Result<Leaf, E> {
        if !matches!(self.shape, Shape::Number) {
            self.walk.findings.report(large_integer(value, self.origin()));
        }
        self.walk.tree.scalar(Number::from_f64(rounded).map_or(Tree::Null, Tree::Number));
        Ok(Leaf::Other)
    }

    /// Looks at the version, and stops the walk unless it is the one that it reads.
    fn version<E: Error>(self, version: &str) -> Result<Leaf, E> {
        let is = |minor: &str| version.strip_prefix(minor).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        let later = [("3.1", Version::V31), ("3.2", Version::V32)].into_iter().find(|(minor, _)| is(minor));
        if is("3.0") || later.is_some() && self.walk.version.is_later() {
            return Ok(Leaf::Other);
        }
        if let Some((_, version)) = later {
            self.walk.later_version = Some(version);
            self.walk.stopped = true;
            return Err(E::custom("the text is of a later version"));
        }
        let (code, message, help) = if version.starts_with("3.") {
            (Code::UnsupportedVersion, format!("OpenAPI {version} is not read yet"), "OpenAPI 3.0, 3.1 and 3.2 are")
        } else if version.starts_with("Swagger") {
            (
                Code::UnsupportedVersion,
                format!("{version} is no version of OpenAPI 3"),
                "Swagger 2.0 is rewritten to OpenAPI 3.0 before this; what came before it is not read",
            )
        } else {
            (
                Code::Structure,
                format!("`{version}` is not a version of OpenAPI"),
                "the versions that are read are 3.0, 3.1 and 3.2, such as `3.0.3`",
            )
        };
        let found = Diagnostic::new(code, self.origin(), message).help(help);
        self.walk.findings.replace_by(found);
        self.walk.stopped = true;
        Err(E::custom("the version is not read"))
    }

    /// Looks at a text.
    pub(super) fn text<E: Error>(mut self, text: &str) -> Result<Leaf, E> {
        if let Shape::OneOrMany(shape) = self.shape {
            self.shape = shape;
        }
        match self.shape {
            Shape::Any | Shape::Ignored | Shape::Text | Shape::Pattern => Ok(Leaf::Other),
            Shape::ChoiceWithLater(_, _, later) if *later == text && !self.walk.version.is_later() => {
                self.unfit(&Unfit::Text(text))
            }
            Shape::Choice(_) | Shape::ChoiceWithLater(..) => {
                if let Shape::ChoiceWithLater(_, since, later) = self.shape
                    && *later == text
                    && *since > self.walk.version
                {
                    self.walk.findings.report_later(self.path, later, *since);
                }
                match self.shape.words().position(|word| word == text) {
                    Some(index) => Ok(Leaf::Word(u8::try_from(index).expect("the words of a choice are few"))),
                    None => self.unfit(&Unfit::Text(text)),
                }
            }
            Shape::TypeName(words) => {
                if !words.contains(&text) {
                    let origin = self.origin();
                    self.walk.findings.warn(unknown_type(text, self.shape, origin));
                }
                Ok(Leaf::Other)
            }
            Shape::Version => self.version(text),
            Shape::SwaggerVersion => self.version(&format!("Swagger {text}")),
            _ => self.unfit(&Unfit::Text(text)),
        }
    }
}

fn large_integer(value: impl fmt::Display, origin: Origin) -> Diagnostic {
    let message = format!("the integer {value} does not fit into 64 bits");
    Diagnostic::new(Code::Structure, origin, message).help("write it with an exponent, such as `1e30`, or in quotes")
}
