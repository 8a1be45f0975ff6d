//! What a description says to people -> whether it says something else. It makes nobody's code or values wrong.

use bindery::source::Origin;
use bindery::spec::{Document, Operation, Schema};

use super::draft::Draft;
use super::walk::Walk;
use crate::rule;

/// A sort of words, and what both sides say.
type Said<'a> = (&'static str, Option<&'a str>, Option<&'a str>);

/// Makes one change of all words at a place that differ.
pub(super) fn change(words: &[Said<'_>], base: &Origin, revision: &Origin, of: &str) -> Option<Draft> {
    let differ: Vec<&str> = words.iter().filter(|(_, old, new)| old != new).map(|(name, ..)| *name).collect();
    let listed = match differ.as_slice() {
        [] => return None,
        [only] => format!("the {only}"),
        [first @ .., last] => format!("the {} and the {last}", first.join(", the ")),
    };
    let verb = if differ.len() == 1 && !differ[0].ends_with('s') { "says" } else { "say" };
    let of = if of.is_empty() { String::new() } else { format!(" of {of}") };
    let message = format!("{listed}{of} {verb} something else");
    Some(Draft::new(&rule::WORDS_CHANGED, Some(base), Some(revision), message).about(of.trim_start()))
}

/// Compares what two documents say of themselves.
pub(super) fn of_documents(walk: &mut Walk<'_>) {
    let (base, revision) = (walk.base, walk.revision);
    walk.enter("info", Vec::new());
    let words = [
        ("title", Some(base.title.as_str()), Some(revision.title.as_str())),
        ("description", base.description.as_deref(), revision.description.as_deref()),
    ];
    let places = (base.origin.child("info"), revision.origin.child("info"));
    walk.add_words(change(&words, &places.0, &places.1, ""));
    schemes(walk, base, revision);
}

fn schemes(walk: &mut Walk<'_>, base: &Document, revision: &Document) {
    walk.enter("security schemes", Vec::new());
    for old in &base.security_schemes {
        if let Some(new) = revision.security_schemes.iter().find(|it| it.name == old.name) {
            let words = [("description", old.description.as_deref(), new.description.as_deref())];
            walk.add_words(change(&words, &old.origin, &new.origin, &format!("`{}`", old.name)));
        }
    }
}

/// Compares what two operations say.
pub(super) fn of_operation(walk: &mut Walk<'_>, old: &Operation, new: &Operation) {
    let tags = (old.tags.join(", "), new.tags.join(", "));
    let words = [
        ("summary", old.summary.as_deref(), new.summary.as_deref()),
        ("description", old.description.as_deref(), new.description.as_deref()),
        ("link to more", old.external_docs.as_deref(), new.external_docs.as_deref()),
        ("tags", Some(tags.0.as_str()), Some(tags.1.as_str())),
    ];
    walk.add_words(change(&words, &old.origin, &new.origin, ""));
}

/// Compares what two parts of an operation say, which are called alike.
pub(super) fn of_part(walk: &mut Walk<'_>, old: (&Origin, Option<&str>), new: (&Origin, Option<&str>), name: &str) {
    walk.add_words(change(&[("description", old.1, new.1)], old.0, new.0, name));
}

/// Compares what two schemas say.
pub(super) fn of_schemas(old: &Schema, new: &Schema) -> Option<Draft> {
    let words = [
        ("title", old.title.as_deref(), new.title.as_deref()),
        ("description", old.description.as_deref(), new.description.as_deref()),
        ("link to more", old.external_docs.as_deref(), new.external_docs.as_deref()),
    ];
    change(&words, &old.origin, &new.origin, "")
}
