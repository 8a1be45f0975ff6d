//! What a description says to people -> whether it says something else. It makes nobody's code or values wrong.

use bindery::source::Origin;
use bindery::spec::{Document, Operation, SchemaId, SecurityScheme};
use serde_json::Value;

use super::draft::Draft;
use super::left_out::{self, Side};
use super::references;
use super::rest::{self, Compared};
use super::schemas::Pair;
use super::view::{EXTENSIBLE, View, passed, targets};
use super::walk::Walk;
use crate::rule;

/// A sort of words, and a text or a value that says it.
type Word<'a> = (&'a str, Said<'a>);

#[derive(Clone, Copy, PartialEq)]
enum Said<'a> {
    Text(&'a str),
    Value(&'a Value),
}

/// Makes words of texts that may be there.
fn texts<'a>(texts: &[(&'static str, Option<&'a str>)]) -> Vec<Word<'a>> {
    texts.iter().filter_map(|(name, text)| Some((*name, Said::Text((*text)?)))).collect()
}

/// Lists the sorts of words that differ.
fn differing(old: &[Word<'_>], new: &[Word<'_>]) -> Vec<String> {
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in old.iter().chain(new) {
        if !names.contains(name) && !said(old, name).eq(said(new, name)) {
            names.push(name);
        }
    }
    names.into_iter().map(called).collect()
}

fn said<'w, 'a>(words: &'w [Word<'a>], name: &'w str) -> impl Iterator<Item = Said<'a>> + 'w {
    words.iter().filter(move |word| word.0 == name).map(|word| word.1)
}

fn called(name: &str) -> String {
    if name.starts_with("x-") { rest::called(name) } else { name.to_owned() }
}

/// Makes one change of all words at a place that differ.
pub(super) fn change(differ: &[String], base: &Origin, revision: &Origin, of: &str) -> Option<Draft> {
    let listed = match differ {
        [] => return None,
        [only] => format!("the {only}"),
        [first @ .., last] => format!("the {} and the {last}", first.join(", the ")),
    };
    let verb = if differ.len() == 1 && !differ[0].ends_with('s') { "says" } else { "say" };
    let of = if of.is_empty() { String::new() } else { format!(" of {of}") };
    let message = format!("{listed}{of} {verb} something else");
    let draft = Draft::new(&rule::WORDS_CHANGED, Some(base), Some(revision), message).about(of.trim_start());
    // A type may be called after its title.
    Some(Draft { is_plain: !differ.iter().any(|name| name == "title"), ..draft })
}

/// Compares what two documents say of themselves.
pub(super) fn of_documents<'a>(walk: &mut Walk<'a>) {
    let (base, revision) = (walk.base, walk.revision);
    walk.enter("info", Vec::new());
    let words = |document: &'a Document| {
        texts(&[("title", Some(document.title.as_str())), ("description", document.description.as_deref())])
    };
    let places = (base.origin.child("info"), revision.origin.child("info"));
    let mut differ = differing(&words(base), &words(revision));
    differ.extend(rest::differing(walk, (&places.0, &places.1), rest::INFO));
    walk.add_words(change(&differ, &places.0, &places.1, ""));
    of_root(walk, (&base.origin, &revision.origin));
    schemes(walk, base, revision);
}

/// Compares what stands beside the parts of a description, and its tags.
fn of_root(walk: &mut Walk<'_>, (old, new): (&Origin, &Origin)) {
    walk.enter("the description", Vec::new());
    walk.add_words(change(&rest::differing(walk, (old, new), rest::ROOT), old, new, ""));
    for section in ["paths", "components"] {
        let places = (old.child(section), new.child(section));
        let differ = rest::extensions(walk, (&places.0, &places.1));
        walk.add_words(change(&differ, &places.0, &places.1, &format!("`{section}`")));
    }
    let tags = rest::tags(walk);
    if !tags.is_empty() {
        walk.add_words(change(&tags, &old.child("tags"), &new.child("tags"), ""));
    }
}

fn schemes<'a>(walk: &mut Walk<'a>, base: &'a Document, revision: &'a Document) {
    walk.enter("security schemes", Vec::new());
    for old in &base.security_schemes {
        if let Some(new) = revision.security_schemes.iter().find(|it| it.name == old.name) {
            let part = |scheme: &'a SecurityScheme| (&scheme.origin, scheme.description.as_deref(), &[][..]);
            let flows = rest::words_of_flows(walk, (&old.origin, &new.origin));
            of_part_with(walk, part(old), part(new), &format!("`{}`", old.name), (rest::SECURITY_SCHEME, flows));
        }
    }
}

/// Compares what two operations say.
pub(super) fn of_operation(walk: &mut Walk<'_>, old: &Operation, new: &Operation) {
    let mut differ = differing(&words_of_operation(old), &words_of_operation(new));
    if references::words(walk.trees.0, old) != references::words(walk.trees.1, new) {
        differ.push("words beside references".to_owned());
    }
    let docs = (&old.origin.child("externalDocs"), &new.origin.child("externalDocs"));
    if rest::differs(walk, docs, "description") && !differ.iter().any(|word| word == "link to more") {
        differ.push("link to more".to_owned());
    }
    let responses = (&old.origin.child("responses"), &new.origin.child("responses"));
    differ.extend(rest::extensions(walk, responses).into_iter().map(|name| format!("{name} of the responses")));
    walk.add_words(change(&differ, &old.origin, &new.origin, ""));
}

fn words_of_operation(operation: &Operation) -> Vec<Word<'_>> {
    let mut words = texts(&[
        ("summary", operation.summary.as_deref()),
        ("description", operation.description.as_deref()),
        ("link to more", operation.external_docs.as_deref()),
    ]);
    words.extend(operation.tags.iter().map(|tag| ("tags", Said::Text(tag))));
    words.extend(operation.extensions.iter().map(|(name, value)| (name.as_str(), Said::Value(value))));
    words
}

/// A part of an operation: where it is, its description and its examples.
pub(super) type Part<'a> = (&'a Origin, Option<&'a str>, &'a [Value]);

/// Compares what two parts of an operation say, which are called alike.
/// `compared` are the fields that are compared elsewhere.
pub(super) fn of_part(walk: &mut Walk<'_>, old: Part<'_>, new: Part<'_>, name: &str, compared: Compared) {
    of_part_with(walk, old, new, name, (compared, None));
}

fn of_part_with(walk: &mut Walk<'_>, old: Part<'_>, new: Part<'_>, name: &str, (compared, more): (Compared, Option<String>)) {
    let mut differ = differing(&words_of_part(old), &words_of_part(new));
    differ.extend(more);
    differ.extend(rest::differing(walk, (old.0, new.0), compared));
    walk.add_words(change(&differ, old.0, new.0, name));
}

/// Compares what two path items say beside their operations.
pub(super) fn of_path(walk: &mut Walk<'_>, old: &Origin, new: &Origin, path: &str) {
    let mut differ = rest::differing(walk, (old, new), rest::PATH_ITEM);
    differ.extend(rest::differs(walk, (old, new), "description").then(|| "description".to_owned()));
    walk.add_words(change(&differ, old, new, &format!("the path `{path}`")));
}

fn words_of_part<'a>((_, description, examples): Part<'a>) -> Vec<Word<'a>> {
    let mut words = texts(&[("description", description)]);
    words.extend(examples.iter().map(|example| ("examples", Said::Value(example))));
    words
}

/// Compares what these schemas of a pair say; what they refer to says its own.
pub(super) fn of_schemas(pair: &mut Pair<'_>, own: (&[SchemaId], &[SchemaId])) {
    let mut differ = differing(&words_of(pair.sides.0, own.0), &words_of(pair.sides.1, own.1));
    if left_out::xml(pair, own) {
        differ.push("form as XML".to_owned());
    }
    pair.drafts.extend(change(&differ, pair.base.origin, pair.revision.origin, ""));
}

fn words_of<'a>(side: Side<'a>, ids: &[SchemaId]) -> Vec<Word<'a>> {
    let mut words = Vec::new();
    for id in ids {
        let schema = &side.document.schemas[*id];
        words.extend(texts(&[
            ("title", schema.title.as_deref()),
            ("description", schema.description.as_deref()),
            ("link to more", schema.external_docs.as_deref()),
        ]));
        words.extend(schema.examples.iter().map(|example| ("examples", Said::Value(example))));
        // What is a list of values is compared as one.
        let extensions = schema.extensions.iter().filter(|(name, value)| *name != EXTENSIBLE || !value.is_array());
        words.extend(extensions.map(|(name, value)| (name.as_str(), Said::Value(value))));
        let docs = side.said(*id, "externalDocs").and_then(|docs| docs.get("description"));
        words.extend(docs.map(|words| ("link to more", Said::Value(words))));
        words.extend(side.said(*id, "$comment").map(|comment| ("comment", Said::Value(comment))));
    }
    words
}

/// Compares who sends the values of a pair. Of what is no property that says nothing to programs.
pub(super) fn of_access(pair: &Pair<'_>) -> Option<Draft> {
    let access = |view: &View<'_>| [("word `readOnly`", view.read_only), ("word `writeOnly`", view.write_only)];
    let (old, new) = (access(&pair.base), access(&pair.revision));
    let differ = old.iter().zip(&new).filter(|(old, new)| old != new).map(|((name, _), _)| (*name).to_owned());
    Some(change(&differ.collect::<Vec<_>>(), pair.base.origin, pair.revision.origin, "")?.about("access"))
}

/// Compares what stands beside references that lead to schemas.
pub(super) fn beside(sides: (Side<'_>, Side<'_>), ids: (&[SchemaId], &[SchemaId])) -> Option<Draft> {
    let mut words = (words_beside(sides.0, ids.0), words_beside(sides.1, ids.1));
    // Where nothing stands beside it, what a reference leads to says it.
    if words.0 != words.1 {
        let before = words.clone();
        complete(&mut words.0, &before.1, &words_of(sides.0, &targets(sides.0.document, ids.0)));
        complete(&mut words.1, &before.0, &words_of(sides.1, &targets(sides.1.document, ids.1)));
    }
    let (base, revision) = (ids.0.first()?, ids.1.first()?);
    let places = (&sides.0.document.schemas[*base].origin, &sides.1.document.schemas[*revision].origin);
    change(&differing(&words.0, &words.1), places.0, places.1, "")
}

fn words_beside<'a>(side: Side<'a>, ids: &[SchemaId]) -> Vec<Word<'a>> {
    words_of(side, &ids.iter().flat_map(|id| passed(side.document, *id)).collect::<Vec<_>>())
}

/// Adds the words of the sorts that only the other side has here.
fn complete<'a>(words: &mut Vec<Word<'a>>, others: &[Word<'_>], more: &[Word<'a>]) {
    let is_missing = |name: &str| words.iter().all(|it| it.0 != name) && others.iter().any(|it| it.0 == name);
    let missing: Vec<_> = more.iter().filter(|it| is_missing(it.0)).copied().collect();
    words.extend(missing);
}
