//! What was found, and where: one form for all that Bindery judges.

use bindery::diagnostic::{Diagnostic, Severity};
use bindery::source::{Found, Origin, Place, Sources};

use crate::rule::Rule;

/// How many uses or repeated places of a finding are named.
pub(crate) const NAMED: usize = 3;

/// One finding.
#[derive(Clone, Debug)]
pub struct Finding {
    /// What sort of finding it is.
    pub rule: &'static Rule,
    /// How much it matters here.
    pub severity: Severity,
    /// The finding in one sentence, without a full stop.
    pub message: String,
    /// The node that it is about.
    pub origin: Origin,
    /// What of the node is shown.
    pub on: On,
    /// Other places that belong to it, and what they are.
    pub related: Vec<(String, Origin)>,
    /// What Bindery generates, where that is worth knowing.
    pub generated: Option<String>,
    /// What would mend it.
    pub help: Option<String>,
    /// The change of the text that mends it, where that is mechanical.
    pub fix: Option<Fix>,
    /// Where what it is about is used.
    pub uses: Uses,
    /// The other places of the same finding, where a description repeats what it is about word for word.
    pub repeats: Vec<Origin>,
    /// What it is recognized by in another run, where rule, file and place are not enough.
    pub fingerprint: Option<String>,
}

/// A mechanical change of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fix {
    /// The node gets another key.
    Rename(&'static str),
    /// The node gets one more member, after one that it has.
    Add {
        /// The key of the member that it has, whose value is a scalar.
        after: &'static str,
        /// The key of the new one.
        key: &'static str,
        /// Its value, which is the same text in YAML and JSON.
        value: &'static str,
    },
}

/// What is shown of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    /// Its value; of a mapping or a list its key.
    Value,
    /// Its key.
    Key,
    /// This place: the text has no nodes, or none that a pointer leads to.
    Place(Place),
}

/// Where a definition is used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Uses {
    /// How many references lead to it.
    pub count: usize,
    /// The first of them.
    pub first: Vec<Origin>,
}

impl Finding {
    /// Makes a finding of the rule's usual severity, a warning where the rule is off.
    pub fn new(rule: &'static Rule, origin: Origin, message: impl Into<String>) -> Self {
        Self {
            rule,
            severity: rule.level.severity().unwrap_or(Severity::Warning),
            message: message.into(),
            origin,
            on: On::Value,
            related: Vec::new(),
            generated: None,
            help: None,
            fix: None,
            uses: Uses::default(),
            repeats: Vec::new(),
            fingerprint: None,
        }
    }

    /// Shows the key of the node.
    #[must_use]
    pub fn on_key(mut self) -> Self {
        self.on = On::Key;
        self
    }

    /// Shows this place.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.on = On::Place(place);
        self
    }

    /// Adds another place.
    #[must_use]
    pub fn related(mut self, label: impl Into<String>, origin: Origin) -> Self {
        self.related.push((label.into(), origin));
        self
    }

    /// Adds what would mend it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds the change that mends it.
    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fix = Some(fix);
        self
    }

    /// Gives it something of its own that it is recognized by.
    #[must_use]
    pub fn recognized_by(mut self, fingerprint: String) -> Self {
        self.fingerprint = Some(fingerprint);
        self
    }

    /// Adds what Bindery generates.
    #[must_use]
    pub fn generated(mut self, generated: impl Into<String>) -> Self {
        self.generated = Some(generated.into());
        self
    }
}

/// A finding of the generator. Where the generator shows a key, so does this.
impl From<&Diagnostic> for Finding {
    fn from(diagnostic: &Diagnostic) -> Self {
        let Diagnostic { code, severity, message, origin, help, meant, related, place } = diagnostic;
        let finding = Self::new(Rule::of(*code), origin.clone(), message);
        // The generator can take one for milder or harsher than its code usually is.
        let severity = if *severity == code.severity() { finding.severity } else { *severity };
        let on = match place {
            Some(place) => On::Place(*place),
            None if code.is_about_key() => On::Key,
            None => On::Value,
        };
        let fix = meant.map(Fix::Rename);
        Self { on, severity, fix, help: help.clone(), related: related.clone().into_iter().collect(), ..finding }
    }
}

/// Findings, and the texts that they are about.
#[derive(Debug, Default)]
pub struct Batch {
    /// The texts.
    pub sources: Sources,
    /// The findings.
    pub findings: Vec<Finding>,
}

/// A finding with its places looked up.
#[derive(Debug)]
pub struct Located<'a> {
    /// The finding.
    pub finding: &'a Finding,
    /// Its place, if its text has one.
    pub place: Option<Place>,
    /// The places of [`Finding::related`].
    pub related: Vec<Option<Place>>,
    /// The places of [`Uses::first`].
    pub uses: Vec<Option<Place>>,
    /// The places of the first of [`Finding::repeats`].
    pub repeats: Vec<Option<Place>>,
}

impl Batch {
    /// Returns the name of its first text.
    pub fn root(&self) -> Option<&str> {
        self.sources.first().map(|source| source.name.as_str())
    }

    /// Looks up the places of all findings, each text scanned once, and puts them in the order of the texts.
    pub fn located(&self) -> Vec<Located<'_>> {
        let origins: Vec<&Origin> = self.findings.iter().flat_map(origins_of).collect();
        let mut found = self.sources.find(&origins).into_iter();
        let mut next = || found.next().flatten();
        let mut located: Vec<Located<'_>> = self.findings.iter().map(|finding| locate(finding, &mut next)).collect();
        located.sort_by_key(|it| (it.finding.origin.document, it.place.map(|place| (place.line, place.column))));
        located
    }
}

fn origins_of(finding: &Finding) -> impl Iterator<Item = &Origin> {
    let related = finding.related.iter().map(|(_, origin)| origin);
    std::iter::once(&finding.origin).chain(related).chain(&finding.uses.first).chain(first_of(&finding.repeats))
}

/// Returns the places that are named of all there are.
fn first_of(origins: &[Origin]) -> &[Origin] {
    &origins[..origins.len().min(NAMED)]
}

/// Takes the places of a finding from `next`, in the order of [`origins_of`].
fn locate<'a>(finding: &'a Finding, next: &mut impl FnMut() -> Option<Found>) -> Located<'a> {
    let own = next();
    let place = match finding.on {
        On::Place(place) => Some(place),
        On::Value => own.map(|found| found.last.place()),
        On::Key => own.map(|found| found.last.key.unwrap_or_else(|| found.last.place())),
    };
    let related = finding.related.iter().map(|(_, origin)| {
        next().map(|found| match found.first.key {
            // One pointer names both of two equal keys.
            Some(first) if *origin == finding.origin => first,
            _ => found.last.place(),
        })
    });
    let related = related.collect();
    let mut places = |origins: &[Origin]| origins.iter().map(|_| next().map(|found| found.last.place())).collect();
    let uses = places(&finding.uses.first);
    let repeats = places(first_of(&finding.repeats));
    Located { finding, place, related, uses, repeats }
}
