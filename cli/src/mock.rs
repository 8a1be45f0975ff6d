//! `bindery mock`: serves a description until the caller has had enough of it.

use bindery::spec::Document;
use bindery_mock::{Mock, Running};

use crate::args::MockArgs;
use crate::console::Console;
use crate::failure::{Failure, Outcome};

/// Starts the server, says where it is and what it answers to, and waits for Ctrl-C.
pub(crate) fn run(args: &MockArgs, console: &Console) -> Result<Outcome, Failure> {
    let loaded = args.input.config().load(&args.input.description)?;
    console.report(&loaded.diagnostics, &loaded.sources);
    let mock = args.key.iter().fold(Mock::new(&loaded).map_err(failure)?.port(args.port), Mock::accept_key);
    let runtime =
        tokio::runtime::Runtime::new().map_err(|error| Failure::Unusable(format!("no thread can be started: {error}")))?;
    runtime.block_on(async {
        let server = mock.start().await.map_err(failure)?;
        let stopped = async {
            let stopped = tokio::signal::ctrl_c().await;
            stopped.map_err(|error| Failure::Unusable(format!("Ctrl-C can't be waited for: {error}")))
        };
        // In this order, so that whoever has read that Ctrl-C stops the server can rely on it.
        tokio::try_join!(biased; stopped, async { greet(&server, args, &loaded.document, console) })
    })?;
    Ok(Outcome::Fine)
}

/// Says where the server is, which the caller can't know otherwise, and what it answers to.
fn greet(server: &Running, args: &MockArgs, document: &Document, console: &Console) -> Result<(), Failure> {
    console.print(&format!("{} serves {}\n", server.url(), args.input.description.display()))?;
    let width = document.operations.iter().map(|operation| operation.method.len()).max().unwrap_or_default();
    for operation in &document.operations {
        console.tell(&format!("  {:width$} {}", operation.method, operation.path.escape_debug()))?;
    }
    console.tell("Ctrl-C stops it")
}

fn failure(error: bindery_mock::Error) -> Failure {
    match error {
        bindery_mock::Error::Description(error) => Failure::Library(error),
        // What is left is about the machine, such as a port that is taken.
        _ => Failure::Unusable(error.to_string()),
    }
}
