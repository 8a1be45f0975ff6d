//! The `bindery` command: reads arguments, calls the library, prints what came of it.
//!
//! Each command is a module. This is the only crate of the generator that prints, and it decides nothing about the generated code.
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::panic))]

mod args;
mod console;
mod crate_files;
mod depfile;
mod diff;
mod diff_command;
mod docs;
mod explain;
mod failure;
mod findings;
mod generate;
mod git;
mod inspect;
mod lint;
mod mock;
mod validate;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};
use console::Console;
use failure::Outcome;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let args = Args::parse();
    let console = Console::new(&args.printing);
    let result = match &args.command {
        Command::Generate(args) => generate::run(args, &console),
        Command::Lint(args) => lint::run(args, &console),
        Command::Docs(args) => docs::run(args, &console),
        Command::Diff(args) => diff_command::run(args, &console),
        Command::Validate(args) => validate::run(args, &console),
        Command::Explain(args) => explain::run(args, &console),
        Command::Mock(args) => mock::run(args, &console),
        Command::Inspect(args) => inspect::run(args, &console),
    };
    match result {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(failure::FINDINGS),
        Err(failure) => {
            failure.show(&console);
            ExitCode::from(failure.exit_code())
        }
    }
}
