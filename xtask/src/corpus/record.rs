//! What was found out about one description: one line of JSON in the file of results.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::store::OfDescription;
use super::usage::Usage;

/// All about one description.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Record {
    /// The description, by its path in the corpus.
    pub(crate) file: String,
    /// Which build of the generator was asked.
    pub(crate) generator: String,
    /// The length of the description in bytes.
    pub(crate) bytes: u64,
    /// What came out.
    pub(crate) outcome: Outcome,
    /// How long it took, in seconds.
    pub(crate) wall: f64,
    /// What generating used; `None` where the process did not live to tell.
    pub(crate) usage: Option<Usage>,
    /// The lines of Rust.
    pub(crate) lines: u64,
    /// The findings, by their ids.
    pub(crate) findings: BTreeMap<String, Findings>,
    /// What was counted; `None` where nothing was generated.
    pub(crate) counts: Option<Counts>,
}

impl OfDescription for Record {
    fn generator(&self) -> &str {
        &self.generator
    }

    fn file(&self) -> &str {
        &self.file
    }
}

/// What came out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(crate) enum Outcome {
    /// Code.
    Generated,
    /// Findings that are errors.
    Refused {
        /// Every one is about a description that breaks its standard.
        invalid: bool,
        /// The ids of the errors, each once.
        codes: Vec<String>,
        /// The first error.
        message: String,
        /// Where it is.
        pointer: String,
    },
    /// A panic, a stack overflow, or another death.
    Died {
        /// The last words.
        message: String,
    },
    /// It took longer than the limit, and was stopped.
    TimedOut,
}

/// Findings of one id.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Findings {
    /// How much they matter.
    pub(crate) severity: String,
    /// How many there are.
    pub(crate) count: u64,
    /// The place of the first.
    pub(crate) pointer: String,
    /// What the first says.
    pub(crate) message: String,
}

/// The equations of one description.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Counts {
    /// Operations against methods.
    pub(crate) operations: Equation,
    /// Parameters against what methods send.
    pub(crate) parameters: Equation,
    /// Documented statuses against the answers that are read.
    pub(crate) statuses: Equation,
    /// Properties against fields.
    pub(crate) properties: Equation,
    /// Enum values against variants.
    pub(crate) enum_values: Equation,
}

impl Counts {
    /// Returns the equations with their names.
    pub(crate) fn named(&self) -> [(&'static str, &Equation); 5] {
        [
            ("operations", &self.operations),
            ("parameters", &self.parameters),
            ("statuses", &self.statuses),
            ("properties", &self.properties),
            ("enum values", &self.enum_values),
        ]
    }
}

/// `described = generated + reported`, where nothing is missing; and nothing is there that nobody described.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Equation {
    /// How many the description has.
    pub(crate) described: u64,
    /// How many of them the code has.
    pub(crate) generated: u64,
    /// How many of them a finding is about instead.
    pub(crate) reported: u64,
    /// How many of them are lost in silence.
    pub(crate) missing: u64,
    /// How many the code has that the description has not.
    pub(crate) extra: u64,
    /// Some of those that are missing or extra.
    pub(crate) examples: Vec<String>,
}

/// How many examples an equation keeps.
const MAX_EXAMPLES: usize = 12;

impl Equation {
    /// Tells whether nothing is missing and nothing extra.
    pub(crate) fn holds(&self) -> bool {
        self.missing == 0 && self.extra == 0
    }

    /// Counts one that the description has.
    pub(crate) fn count(&mut self, fate: Fate, example: impl FnOnce() -> String) {
        self.described += 1;
        match fate {
            Fate::Generated => self.generated += 1,
            Fate::Reported => self.reported += 1,
            Fate::Missing => {
                self.missing += 1;
                self.example(format!("missing: {}", example()));
            }
        }
    }

    /// Counts one that only the code has.
    pub(crate) fn count_extra(&mut self, example: impl FnOnce() -> String) {
        self.extra += 1;
        self.example(format!("extra: {}", example()));
    }

    fn example(&mut self, text: String) {
        if self.examples.len() < MAX_EXAMPLES {
            self.examples.push(text);
        }
    }

    /// Adds another description's numbers, without its examples.
    pub(crate) fn add(&mut self, other: &Self) {
        self.described += other.described;
        self.generated += other.generated;
        self.reported += other.reported;
        self.missing += other.missing;
        self.extra += other.extra;
    }
}

/// What became of something that a description has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// The code has it.
    Generated,
    /// A finding says that the code has it not.
    Reported,
    /// Neither.
    Missing,
}
