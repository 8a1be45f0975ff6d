//! `bindery inspect`: the result of one stage, as text for people or JSON for programs.

use bindery::Generated;
use bindery::ir;
use bindery::plan::RustCrate;
use bindery::plan::listing::public_api;

use crate::args::{Format, InspectArgs, Stage};
use crate::console::Console;
use crate::failure::{Failure, Outcome};

/// Prints a stage to stdout, and what there is to say about the description to stderr.
pub(crate) fn run(args: &InspectArgs, console: &Console) -> Result<Outcome, Failure> {
    let render = renderer(args.stage, args.format)?;
    if args.stage == Stage::Document {
        // The normal form is there also of a description that later stages refuse.
        let loaded = bindery::load(&args.description)?;
        console.report(&loaded.diagnostics, &loaded.sources);
        console.print(&format!("{:#?}\n", loaded.document))?;
        return Ok(Outcome::Fine);
    }
    let generated = args.code.config().generate(&args.description)?;
    console.report(&generated.diagnostics, &generated.sources);
    console.print(&render(&generated))?;
    Ok(Outcome::Fine)
}
