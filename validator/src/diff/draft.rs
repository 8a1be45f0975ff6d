//! A change at a place that is not placed among the operations yet, and the spots that generated items come from.

use bindery::source::Origin;

use super::change::{Decided, Verdict, Wire, Witness};
use crate::rule::Rule;

/// A change that is not placed among the operations yet.
pub(super) struct Draft {
    pub(super) rule: &'static Rule,
    pub(super) base: Option<Origin>,
    pub(super) revision: Option<Origin>,
    pub(super) message: String,
    /// As if the values went both ways.
    pub(super) wire: Wire,
    pub(super) witness: Option<Witness>,
    /// The property or parameter of the schema or operation that it is about.
    pub(super) member: Option<String>,
    /// Another one: the new name.
    pub(super) other_member: Option<String>,
    /// What it is about besides its place: the name, the keyword, the value. Its words may change, and this does not.
    pub(super) about: String,
    /// The keywords that it is in, where it only makes more or fewer values right.
    pub(super) keywords: Vec<&'static str>,
    /// Who decided each way.
    pub(super) decided: Decided,
    /// Further spots whose items it changes.
    pub(super) around: Vec<Spot>,
    /// Nothing that is generated comes from it.
    pub(super) is_plain: bool,
}

impl Draft {
    pub(super) fn new(rule: &'static Rule, base: Option<&Origin>, revision: Option<&Origin>, message: impl Into<String>) -> Self {
        let (base, revision, message) = (base.cloned(), revision.cloned(), message.into());
        let (about, keywords, decided) = (String::new(), Vec::new(), Decided::default());
        Self {
            rule,
            base,
            revision,
            message,
            wire: Wire::default(),
            witness: None,
            member: None,
            other_member: None,
            about,
            keywords,
            decided,
            around: Vec::new(),
            is_plain: false,
        }
    }

    pub(super) fn wire(mut self, wire: Wire) -> Self {
        self.wire = wire;
        self
    }

    pub(super) fn request(mut self, verdict: Verdict) -> Self {
        self.wire.request = Some(verdict);
        self
    }

    pub(super) fn response(mut self, verdict: Verdict) -> Self {
        self.wire.response = Some(verdict);
        self
    }

    pub(super) fn witness(mut self, witness: Option<Witness>) -> Self {
        self.witness = witness;
        self
    }

    pub(super) fn member(mut self, member: &str) -> Self {
        self.member = Some(member.to_owned());
        self.about(member)
    }

    /// Names another member of the same schema or operation whose items it changes.
    pub(super) fn also(mut self, member: &str) -> Self {
        self.other_member = Some(member.to_owned());
        self
    }

    pub(super) fn about(mut self, about: impl ToString) -> Self {
        self.about = about.to_string();
        self
    }

    pub(super) fn keywords(mut self, keywords: &[&'static str]) -> Self {
        keywords.clone_into(&mut self.keywords);
        self
    }
}

/// Where a generated item or a part of it comes from: a place of one side, by pointer or by method and path, and a member of it.
pub(super) type Spot = (String, Option<String>);

/// Stands for the place of the union that a variant is of, until that is known.
pub(super) const OF_UNION: &str = " union";

/// Writes a place of the base.
pub(super) fn base_spot(place: &str) -> String {
    format!("base {place}")
}

/// Writes a place of the revision.
pub(super) fn revision_spot(place: &str) -> String {
    format!("revision {place}")
}
