//! `bindery explain`: prints the page of a rule, or lists the rules.

use bindery_validator::Rule;
use bindery_validator::rule::ALL;

use crate::args::ExplainArgs;
use crate::console::Console;
use crate::failure::{Failure, Outcome};

/// Prints to stdout.
pub(crate) fn run(args: &ExplainArgs, console: &Console) -> Result<Outcome, Failure> {
    let text = match &args.id {
        Some(id) => page(id)?,
        None => ALL.iter().map(|rule| format!("{:<8} {}: {}\n", rule.level.name(), rule.id, rule.meaning())).collect(),
    };
    console.print(&text)?;
    Ok(Outcome::Fine)
}

fn page(id: &str) -> Result<String, Failure> {
    let rule = Rule::find(id).ok_or_else(|| {
        let hint = Rule::nearest(id).map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
        Failure::Unusable(format!("there is no rule `{id}`{hint}"))
    })?;
    Ok(format!("{}\nLevel: {}\n", rule.page, rule.level))
}
