//! What is printed, where, and in which colours: results to stdout, findings and errors to stderr.

use std::fmt;
use std::io::{self, ErrorKind, IsTerminal, Write};

use bindery::diagnostic::{Diagnostics, Severity};
use bindery::report::{Color, Report};
use bindery::source::Sources;
use clap::ColorChoice;

use crate::args::PrintingArgs;
use crate::failure::Failure;

/// The two streams of a command.
#[derive(Debug)]
pub(crate) struct Console {
    stdout: Color,
    stderr: Color,
    verbosity: Verbosity,
}

/// How much is said besides what was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Verbosity {
    /// Warnings and errors.
    Quiet,
    /// Also what was done.
    Normal,
    /// Also notes.
    Verbose,
}

impl Console {
    /// Takes what the caller wants, and looks whether the streams are terminals.
    pub(crate) fn new(args: &PrintingArgs) -> Self {
        let verbosity = match (args.quiet, args.verbose) {
            (true, _) => Verbosity::Quiet,
            (false, true) => Verbosity::Verbose,
            (false, false) => Verbosity::Normal,
        };
        Self { stdout: color(args.color, &io::stdout()), stderr: color(args.color, &io::stderr()), verbosity }
    }

    /// Returns whether stdout shows colours.
    pub(crate) fn color(&self) -> Color {
        self.stdout
    }

    /// Prints what the command was asked for, as it is, to stdout.
    ///
    /// A reader that went away has seen enough: that is no failure.
    pub(crate) fn print(&self, text: &str) -> Result<(), Failure> {
        let mut stdout = io::stdout().lock();
        match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                Err(Failure::Unusable(format!("stdout can't be written: {error}")))
            }
            _ => Ok(()),
        }
    }

    /// Prints a line about what was done to stdout, unless the caller wants to hear of problems only.
    pub(crate) fn tell(&self, line: &str) -> Result<(), Failure> {
        if self.verbosity == Verbosity::Quiet { Ok(()) } else { self.print(&format!("{line}\n")) }
    }

    /// Prints to stderr how the command went about it, for people who did not ask for silence.
    pub(crate) fn remark(&self, line: &str) {
        if self.verbosity != Verbosity::Quiet {
            complain(&format!("{line}\n"));
        }
    }

    /// Prints findings to stderr as blocks with a blank line after each; notes only where the caller wants them.
    pub(crate) fn report(&self, diagnostics: &Diagnostics, sources: &Sources) {
        let report = Report::new(diagnostics.iter().filter(|found| self.shows(found.severity)), sources);
        for block in report.blocks(self.stderr) {
            complain(&format!("{block}\n"));
        }
    }

    /// Says in one line how many findings there are besides errors.
    pub(crate) fn count(&self, diagnostics: &Diagnostics) -> String {
        let notes = Count::of(diagnostics, Severity::Note);
        format!("{}, {notes}{}", Count::of(diagnostics, Severity::Warning), self.hint(notes.number > 0))
    }

    /// Tells whether findings of a severity are shown to people.
    pub(crate) fn shows(&self, severity: Severity) -> bool {
        severity > Severity::Note || self.verbosity == Verbosity::Verbose
    }

    /// Says how to see notes, where there are some that are not shown.
    pub(crate) fn hint(&self, has_notes: bool) -> &'static str {
        if has_notes && !self.shows(Severity::Note) { " (--verbose shows them)" } else { "" }
    }

    /// Prints a line about what was done to stderr, where stdout is for findings.
    pub(crate) fn note(&self, line: &str) {
        if self.verbosity > Verbosity::Quiet {
            complain(&format!("{line}\n"));
        }
    }

    /// Prints an error that has no place in a description.
    pub(crate) fn error(&self, message: &str) {
        complain(&match self.stderr {
            Color::Always => format!("\u{1b}[1;31merror\u{1b}[0m\u{1b}[1m: {message}\u{1b}[0m\n"),
            Color::Never => format!("error: {message}\n"),
        });
    }
}

/// A number of things, which prints as `1 warning` or `3 warnings`.
pub(crate) struct Count {
    number: usize,
    name: &'static str,
}

impl Count {
    /// Counts things of a name that takes an `s`.
    pub(crate) fn new(number: usize, name: &'static str) -> Self {
        Self { number, name }
    }

    /// Counts findings.
    pub(crate) fn of(diagnostics: &Diagnostics, severity: Severity) -> Self {
        let name = match severity {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        Self::new(diagnostics.iter().filter(|found| found.severity == severity).count(), name)
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let s = if self.number == 1 { "" } else { "s" };
        write!(f, "{} {}{s}", self.number, self.name)
    }
}

fn color(choice: ColorChoice, stream: &impl IsTerminal) -> Color {
    // The convention of https://no-color.org: set, and not empty.
    let unwanted = || std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    match choice {
        ColorChoice::Always => Color::Always,
        ColorChoice::Auto if stream.is_terminal() && !unwanted() => Color::Always,
        ColorChoice::Auto | ColorChoice::Never => Color::Never,
    }
}

fn complain(text: &str) {
    // There is nobody left to tell that stderr can't be written.
    let _ = io::stderr().lock().write_all(text.as_bytes());
}
