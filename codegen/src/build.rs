//! What is particular to build scripts: where they write, and how they talk to cargo.

use std::env;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostics, Severity};
use crate::report::Report;
use crate::source::Sources;
use crate::{Config, Error, output};

impl Config {
    /// Generates the code of a description into `OUT_DIR`, or the folder that [`Config::out_dir`] names, for `include_api!`.
    ///
    /// Within a build script it tells cargo which files were read, and every warning and error with its place.
    ///
    /// # Errors
    ///
    /// Fails as [`Config::generate`] does, and where the file can't be written. The file is then as it was before.
    pub fn compile(&self, description: impl AsRef<Path>) -> Result<(), Error> {
        let description = description.as_ref();
        let cargo = Cargo::of_build_script();
        let path = self.target(description)?;
        let result = self.generate(description);
        cargo.tell(&result);
        let generated = result.map_err(|error| cargo.told(error))?;
        output::write(&path, &generated.text).map_err(|source| Error::Write { path, source })?;
        Ok(())
    }

    fn target(&self, description: &Path) -> Result<PathBuf, Error> {
        let folder = match (&self.out_dir, env::var_os("OUT_DIR")) {
            (Some(folder), _) => folder.clone(),
            (None, Some(folder)) => PathBuf::from(folder),
            (None, None) => {
                return Err(Error::Option("outside a build script `out_dir` has to say where to write".to_owned()));
            }
        };
        let stem = || description.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        let name = self.name.clone().or_else(stem).unwrap_or_default();
        Ok(folder.join(format!("{name}.rs")))
    }
}

/// Cargo, where it listens: it reads what a build script prints
/// (The Cargo Book, "Build Scripts", "Outputs of the Build Script").
struct Cargo {
    listens: bool,
}

impl Cargo {
    fn of_build_script() -> Self {
        Self { listens: env::var_os("OUT_DIR").is_some() && env::var_os("CARGO_MANIFEST_DIR").is_some() }
    }

    fn tell(&self, result: &Result<crate::Generated, Error>) {
        if !self.listens {
            return;
        }
        let lines = match result {
            Ok(generated) => lines(&generated.diagnostics, &generated.sources),
            Err(Error::Refused(refusal)) => lines(&refusal.diagnostics, &refusal.sources),
            Err(Error::Option(_) | Error::Write { .. }) => Vec::new(),
        };
        let mut out = io::stdout().lock();
        for line in lines {
            // Without cargo to read it there is nobody to tell that it could not be told.
            let _ = writeln!(out, "{line}");
        }
    }

    /// What cargo has been told need not be said again in full.
    fn told(&self, error: Error) -> Error {
        match error {
            Error::Refused(refusal) if self.listens => Error::Option(format!(
                "{} is refused; the errors above say why",
                refusal.sources.files().first().map_or_else(String::new, |path| path.display().to_string())
            )),
            other => other,
        }
    }
}

fn lines(diagnostics: &Diagnostics, sources: &Sources) -> Vec<String> {
    let files = sources.files().iter().map(|path| format!("cargo::rerun-if-changed={}", path.display()));
    let worth_telling = diagnostics.iter().filter(|found| found.severity > Severity::Note);
    let report = Report::new(worth_telling, sources);
    let findings = report.lines().map(|(severity, line)| match severity {
        Severity::Error => format!("cargo::error={line}"),
        Severity::Warning | Severity::Note => format!("cargo::warning={line}"),
    });
    files.chain(findings).collect()
}
