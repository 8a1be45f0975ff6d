//! The file of results: a line of JSON for each description, written as it comes, so that a run that was stopped can be resumed.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::Write as _;
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;

/// A result of a description.
pub(crate) trait OfDescription: Serialize + DeserializeOwned {
    /// Returns the generator that it is of.
    fn generator(&self) -> &str;
    /// Returns the name of the description.
    fn file(&self) -> &str;
}

/// The results of a run.
#[derive(Debug)]
pub(crate) struct Store<R> {
    file: File,
    records: BTreeMap<String, R>,
}

impl<R: OfDescription> Store<R> {
    /// Opens the file of results. Those of the same generator are kept where the run is to be resumed; all others are forgotten.
    pub(crate) fn open(path: &Path, generator: &str, resume: bool) -> Result<Self, String> {
        let fails = |error: std::io::Error| format!("{} can't be opened: {error}", path.display());
        let text = if resume { fs::read_to_string(path).unwrap_or_default() } else { String::new() };
        // The last line may be half of one.
        let records = text.lines().filter_map(|line| serde_json::from_str::<R>(line).ok());
        let records: Vec<_> = records.filter(|record| record.generator() == generator).collect();
        let file = OpenOptions::new().create(true).write(true).truncate(true).open(path).map_err(fails)?;
        let mut store = Self { file, records: BTreeMap::new() };
        records.into_iter().try_for_each(|record| store.add(record))?;
        Ok(store)
    }

    /// Adds a result.
    pub(crate) fn add(&mut self, record: R) -> Result<(), String> {
        let mut line = serde_json::to_string(&record).map_err(|error| error.to_string())?;
        line.push('\n');
        self.file.write_all(line.as_bytes()).map_err(|error| format!("a result can't be written: {error}"))?;
        self.records.insert(record.file().to_owned(), record);
        Ok(())
    }

    /// Returns the result of a description, if there is one.
    pub(crate) fn get(&self, file: &str) -> Option<&R> {
        self.records.get(file)
    }
}
