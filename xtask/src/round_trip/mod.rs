//! Reads values of every schema into the types that were generated for them, writes them again, and compares.
//!
//! The values and the verdict are those of `bindery-values`, which knows nothing of the pipeline. Here descriptions are generated and
//! become modules of one program for each batch, which is compiled and given the values.

mod batch;
mod program;
mod types;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use bindery_values::{Case, Expected, Failing};
use serde::{Deserialize, Serialize};

/// What became of the values of one description.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct RoundTripResult {
    /// The description.
    pub(crate) description: PathBuf,
    /// Why there is no result, where there is none.
    pub(crate) failed: Option<String>,
    /// The schemas that were tried.
    pub(crate) schemas: usize,
    /// Those of them without a valid value.
    pub(crate) without_values: usize,
    /// The valid values.
    pub(crate) valid: usize,
    /// The valid values that were kept.
    pub(crate) kept: usize,
    /// The values with one thing wrong.
    pub(crate) wrong: usize,
    /// Those that were refused, or found to be wrong at the right place.
    pub(crate) noticed: usize,
    /// What failed, by its class.
    pub(crate) failing: BTreeMap<String, FailingClass>,
}

/// Values that fail for the same reason.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct FailingClass {
    /// How many there are.
    pub(crate) count: usize,
    /// The place of the schema of one of them.
    pub(crate) pointer: String,
    /// That value, shortened.
    pub(crate) value: String,
    /// What happened to it.
    pub(crate) detail: String,
}

/// A value is shown no longer than this.
const MAX_SHOWN: usize = 600;

impl RoundTripResult {
    fn failed(description: &Path, reason: impl Into<String>) -> Self {
        Self { description: description.to_owned(), failed: Some(reason.into()), ..Self::default() }
    }

    fn count(&mut self, pointer: &str, case: &Case, failing: Option<Failing>) {
        let (all, right) = match case.expected {
            Expected::Kept => (&mut self.valid, &mut self.kept),
            Expected::Wrong { .. } => (&mut self.wrong, &mut self.noticed),
        };
        *all += 1;
        let Some(failing) = failing else {
            *right += 1;
            return;
        };
        let class = self.failing.entry(failing.class).or_insert_with(|| FailingClass {
            count: 0,
            pointer: pointer.to_owned(),
            value: shortened(&case.value.to_string()),
            detail: shortened(&failing.detail),
        });
        class.count += 1;
    }
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(MAX_SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// Tries the values of every schema of these descriptions, and gives `done` the results of each batch; `work` is a folder for the
/// programs, `runtime` that of `bindery-runtime`. Where one description does not compile, its batch is tried again without it.
///
/// # Errors
/// Fails when `done` does.
pub(crate) fn run(descriptions: &[PathBuf], work: &Path, runtime: &Path, done: Done<'_>) -> Result<(), String> {
    batch::run(descriptions, work, runtime, done)
}

/// Takes results as they come.
pub(crate) type Done<'a> = &'a mut dyn FnMut(Vec<RoundTripResult>) -> Result<(), String>;
