//! Tasks of this repository that are not part of what is shipped: `cargo xtask corpus` is the proving ground over real descriptions,
//! `cargo xtask official` holds the linter and what it prints against the official schemas.

mod corpus;
mod npm;
mod official;
mod round_trip;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Tasks of this repository.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", max_term_width = 120)]
struct Args {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Generate, count, compile and round-trip thousands of real descriptions, and report what was found
    Corpus(corpus::CorpusArgs),
    /// Hold the linter against the official schemas of OpenAPI, and what it prints against that of SARIF
    Official(official::OfficialArgs),
    /// Generate one description and print what was measured; `corpus` starts itself so
    #[command(hide = true)]
    Worker(corpus::WorkerArgs),
    /// Run a command and write what it used; `corpus` starts itself so
    #[command(hide = true)]
    Measured(corpus::MeasuredArgs),
}

fn main() -> ExitCode {
    let result = match Args::parse().task {
        Task::Corpus(args) => corpus::run(&args),
        Task::Official(args) => official::run(&args),
        Task::Worker(args) => corpus::work(&args),
        Task::Measured(args) => corpus::measured(&args),
    };
    match result {
        Ok(code) => code,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::from(2)
        }
    }
}
