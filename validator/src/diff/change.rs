//! A change between two descriptions, and how it is judged: on the wire in both directions, and for Rust callers.

use bindery::source::Origin;
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::rule::{self, Rule};

/// What a change does to those who rely on the base.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Whatever worked goes on working.
    Compatible,
    /// The descriptions do not decide it.
    Unknown,
    /// Something that worked does not work any more.
    Breaking,
}

impl Verdict {
    /// Returns the word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Compatible => "compatible",
            Self::Unknown => "unknown",
            Self::Breaking => "breaking",
        }
    }
}

/// Which promise is kept: what goes over the wire, or that Rust code compiles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Requests and answers.
    Wire,
    /// Code that was written against the generated crate.
    Rust,
    /// Both.
    Both,
}

/// What a change does on the wire. A direction that it has no part in is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Wire {
    /// To requests: the server of the revision gets what was right by the base.
    pub request: Option<Verdict>,
    /// To answers: the client of the base gets what is right by the revision.
    pub response: Option<Verdict>,
}

impl Wire {
    /// Returns the worse of both directions.
    pub fn worst(self) -> Verdict {
        self.request.max(self.response).unwrap_or(Verdict::Compatible)
    }

    /// Keeps the directions that are used.
    pub(super) fn within(self, ways: Ways) -> Self {
        Self { request: self.request.filter(|_| ways.request), response: self.response.filter(|_| ways.response) }
    }

    /// Takes the worse of each way. Returns whether that changed anything.
    pub(super) fn merge(&mut self, other: Self) -> bool {
        let before = *self;
        self.request = self.request.max(other.request);
        self.response = self.response.max(other.response);
        *self != before
    }
}

/// Which ways values go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Ways {
    pub(super) request: bool,
    pub(super) response: bool,
}

impl Ways {
    pub(super) const NONE: Self = Self { request: false, response: false };
    pub(super) const REQUEST: Self = Self { request: true, response: false };
    pub(super) const RESPONSE: Self = Self { request: false, response: true };

    pub(super) fn covers(self, other: Self) -> bool {
        (self.request || !other.request) && (self.response || !other.response)
    }

    pub(super) fn union(self, other: Self) -> Self {
        Self { request: self.request || other.request, response: self.response || other.response }
    }
}

/// Who decided what a change does on the wire, each way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Decided {
    /// To requests.
    pub request: Judge,
    /// To answers.
    pub response: Judge,
}

/// Who decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Judge {
    /// The rule, by what sort of change it is.
    #[default]
    Rule,
    /// The schemas of both sides, compared as sets of values.
    Inclusion,
}

/// How the set of values that are right changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shift {
    /// More are right.
    Wider,
    /// Fewer are right.
    Narrower,
    /// Some are right that were not, and the other way round.
    Other,
    /// More may come, in a way that most readers do not mind.
    Looser,
    /// Nobody knows by looking at it.
    Unknown,
}

impl Shift {
    /// What it does to answers that values are right which were not, by keywords that say which. A reader minds another type, and rarely a
    /// longer text.
    pub(super) fn gained(keywords: &[&str]) -> Verdict {
        let shapes = ["type", "enum", "oneOf", "anyOf", "items", "prefixItems", "properties", "additionalProperties"];
        if keywords.iter().any(|keyword| shapes.contains(keyword)) { Verdict::Breaking } else { Verdict::Unknown }
    }

    pub(super) fn wire(self) -> Wire {
        use Verdict::{Breaking, Compatible, Unknown};
        let (request, response) = match self {
            Self::Wider => (Compatible, Breaking),
            Self::Narrower => (Breaking, Compatible),
            Self::Other => (Breaking, Breaking),
            Self::Looser => (Compatible, Unknown),
            Self::Unknown => (Unknown, Unknown),
        };
        Wire { request: Some(request), response: Some(response) }
    }
}

/// A value that one description allows and the other does not, at the place of the change.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Witness {
    /// The value.
    pub value: Value,
    /// Which description allows it.
    pub allowed: Allowed,
}

/// Which description allows a witness.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Allowed {
    /// The base does, and the revision does not.
    Before,
    /// The revision does, and the base did not.
    Now,
}

/// What a change does to a generated item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ItemChange {
    /// The item, by its path in the generated code.
    pub item: String,
    /// How it was declared.
    pub old: Option<String>,
    /// How it is declared now.
    pub new: Option<String>,
    /// What that does to code that uses it.
    pub verdict: Verdict,
    /// What it is that does not compile, or why everything does.
    pub why: String,
}

/// One change.
#[derive(Clone, Debug)]
pub struct Change {
    /// What sort of change it is.
    pub rule: &'static Rule,
    /// The place that it is about, by its names: `GET /pets`, `Pet.kind`.
    pub subject: String,
    /// What it is about there: the value, the keyword, the name.
    pub about: String,
    /// Which of several changes it is that have all of this in common.
    pub ordinal: usize,
    /// The change in one sentence, without a full stop.
    pub message: String,
    /// The place in the base.
    pub base: Option<Origin>,
    /// The place in the revision.
    pub revision: Option<Origin>,
    /// What it does on the wire.
    pub wire: Wire,
    /// Who decided that.
    pub decided: Decided,
    /// What it does to Rust code.
    pub rust: Verdict,
    /// The generated items that it changes.
    pub items: Vec<ItemChange>,
    /// A value that shows it.
    pub witness: Option<Witness>,
    /// Where what it is in is used: how often, and up to three of the places.
    pub uses: (usize, Vec<String>),
    /// Somebody accepts it.
    pub accepted: bool,
}

impl Change {
    /// Returns what the change is recognized by in another run: 12 hexadecimal digits of its rule, its place and what it is about there.
    /// Its words may change, and so may what stands in lists beside it.
    pub fn fingerprint(&self) -> String {
        let ordinal = if self.ordinal == 0 { String::new() } else { self.ordinal.to_string() };
        let identity = [self.rule.id, &self.subject, &self.about, &ordinal].join("\0");
        Sha256::digest(identity.as_bytes()).iter().take(6).map(|byte| format!("{byte:02x}")).collect()
    }

    /// Tells whether only what people read has changed. A title may be what a generated type is called after.
    pub fn is_words(&self) -> bool {
        self.rule == &rule::WORDS_CHANGED && self.items.iter().all(|item| item.verdict != Verdict::Breaking)
    }

    /// Adds what the same change does elsewhere.
    pub(super) fn meet(&mut self, wire: Wire, decided: Decided, uses: Vec<String>) {
        if self.wire.merge(wire) {
            self.decided = decided;
        }
        self.uses.1.extend(uses);
    }

    /// Returns the verdict for those who rely on one side.
    pub fn verdict(&self, side: Side) -> Verdict {
        match side {
            Side::Wire => self.wire.worst(),
            Side::Rust => self.rust,
            Side::Both => self.wire.worst().max(self.rust),
        }
    }

    /// Says both verdicts: `wire: request compatible, response breaking; rust: compatible`.
    pub fn verdicts(&self) -> String {
        let way = |name: &str, verdict: Option<Verdict>, judge: Judge| {
            let proved = if judge == Judge::Inclusion { " (proved)" } else { "" };
            verdict.map(|verdict| format!("{name} {}{proved}", verdict.name()))
        };
        let ways =
            [way("request", self.wire.request, self.decided.request), way("response", self.wire.response, self.decided.response)];
        let ways: Vec<_> = ways.into_iter().flatten().collect();
        let wire = if ways.is_empty() { "compatible".to_owned() } else { ways.join(", ") };
        format!("wire: {wire}; rust: {}", self.rust.name())
    }
}
