//! The changes at one place -> the same, with what a comparison of the schemas as sets of values knows better than the rules.
//!
//! What the rules call breaking or unknown is compatible where no value is lost; what they call unknown is breaking where one is. Every
//! value that is shown has been held against both schemas.

use bindery::spec::{Document, SchemaId};
use serde_json::Value;

use super::change::{Allowed, Judge, Shift, Verdict, Witness};
use super::draft::Draft;
use super::inclusion::{Answer, Inclusion, Parts};
use super::view::view;

/// Decides changes of schemas of two documents.
pub(super) struct Decider<'a> {
    documents: (&'a Document, &'a Document),
    inclusion: Inclusion<'a>,
}

impl<'a> Decider<'a> {
    pub(super) fn new(base: &'a Document, revision: &'a Document) -> Self {
        Self { documents: (base, revision), inclusion: Inclusion::new(base, revision) }
    }

    /// Decides the changes of a pair of schemas.
    pub(super) fn decide(&mut self, ids: (&[SchemaId], &[SchemaId]), drafts: &mut [Draft]) {
        let (base, revision) = (view(self.documents.0, ids.0), view(self.documents.1, ids.1));
        let parts = (Parts { whole: ids.0, parts: &base.parts }, Parts { whole: ids.1, parts: &revision.parts });
        for at in 0..drafts.len() {
            let keywords = drafts[at].keywords.clone();
            // Where two changes are in the same keywords, nobody knows which of them a value is lost by.
            let alone = drafts.iter().filter(|it| it.keywords == keywords).count() == 1;
            let draft = &mut drafts[at];
            draft.witness = draft.witness.take().filter(|witness| self.inclusion.is_witness(parts, witness));
            if !keywords.is_empty() {
                self.request(parts, draft, alone);
                self.response(parts, draft, alone);
            }
        }
    }

    fn request(&mut self, parts: (Parts<'_>, Parts<'_>), draft: &mut Draft, alone: bool) {
        let Some(verdict @ (Verdict::Unknown | Verdict::Breaking)) = draft.wire.request else { return };
        match self.inclusion.of_requests(parts, &draft.keywords) {
            Answer::Included => (draft.wire.request, draft.decided.request) = (Some(Verdict::Compatible), Judge::Inclusion),
            Answer::Excluded(value) if alone => {
                if verdict == Verdict::Unknown {
                    (draft.wire.request, draft.decided.request) = (Some(Verdict::Breaking), Judge::Inclusion);
                }
                show(draft, value, Allowed::Before);
            }
            Answer::Excluded(_) | Answer::Open => {}
        }
    }

    fn response(&mut self, parts: (Parts<'_>, Parts<'_>), draft: &mut Draft, alone: bool) {
        let Some(verdict @ (Verdict::Unknown | Verdict::Breaking)) = draft.wire.response else { return };
        match self.inclusion.of_answers(parts, &draft.keywords) {
            Answer::Included => (draft.wire.response, draft.decided.response) = (Some(Verdict::Compatible), Judge::Inclusion),
            Answer::Excluded(value) if alone => {
                let gained = Shift::gained(&draft.keywords);
                if verdict == Verdict::Unknown && gained != verdict {
                    (draft.wire.response, draft.decided.response) = (Some(gained), Judge::Inclusion);
                }
                show(draft, value, Allowed::Now);
            }
            Answer::Excluded(_) | Answer::Open => {}
        }
    }
}

fn show(draft: &mut Draft, value: Value, allowed: Allowed) {
    if draft.witness.is_none() {
        draft.witness = Some(Witness { value, allowed });
    }
}
