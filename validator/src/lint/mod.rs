//! A description -> what is wrong or doubtful in it.
//!
//! What the generator has to say comes from its stages; the rules of this module look at the tree of the description, node by node, and
//! at what the stages made of it. Each rule is a function in a module for its subject. Findings of one definition are one finding, with
//! its uses.

mod ignore;
mod uses;

use std::collections::HashSet;
use std::path::Path;

use bindery::source::{Origin, Sources};
use bindery::{Config, Error, Examined};

use self::ignore::Ignores;
use self::uses::References;
use crate::finding::{Batch, Finding, On};
use crate::levels::Levels;
use crate::tree::Tree;

/// Judges a description in a file.
///
/// # Errors
///
/// Fails where the description can't be read, or an option of `config` is wrong. A description that breaks its standard is no failure.
pub fn lint(config: &Config, description: impl AsRef<Path>, levels: &Levels) -> Result<Batch, Error> {
    config.examine(description).map(|examined| judge(examined, levels))
}

/// Judges a description that was examined.
pub fn judge(examined: Examined, levels: &Levels) -> Batch {
    let mut findings: Vec<Finding> = examined.diagnostics.iter().map(Finding::from).collect();
    if let Some(root) = bindery::parse::read_tree(&examined.sources, examined.text) {
        let tree = Tree::new(&root);
        let root = Origin::root(examined.text);
        levels.apply(&mut findings);
        remove_repeats(&mut findings);
        add_uses(&mut findings, &References::new(&tree, &root));
        Ignores::new(&tree, &root).apply(&mut findings);
    }
    levels.apply(&mut findings);
    findings.iter_mut().for_each(|finding| show_where_written(finding, &examined.sources));
    Batch { sources: examined.sources, findings }
}

/// Leaves of findings that say the same of the same place only the first.
fn remove_repeats(findings: &mut Vec<Finding>) {
    let mut seen = HashSet::new();
    findings.retain(|finding| seen.insert((finding.rule.id, finding.origin.clone(), finding.message.clone())));
}

fn add_uses(findings: &mut [Finding], references: &References) {
    for finding in findings {
        if let Some(uses) = references.around(&finding.origin.pointer) {
            finding.uses = uses.clone();
        }
    }
}

/// Moves a finding about a text that was put together to the text that somebody wrote.
fn show_where_written(finding: &mut Finding, sources: &Sources) {
    let related = finding.related.iter_mut().map(|(_, origin)| origin);
    for origin in related.chain(&mut finding.uses.first) {
        *origin = sources.written(origin);
    }
    let written = sources.written(&finding.origin);
    if written.document != finding.origin.document && matches!(finding.on, On::Place(_)) {
        // A place in a text that nobody sees helps nobody.
        finding.on = On::Value;
    }
    finding.origin = written;
}
