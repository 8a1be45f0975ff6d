//! What the walk over a text finds, with the way to each place.
//!
//! A place is a list on the stack until something is found there; only then a pointer is made of it.

use super::keywords::{Meant, Unfit, meant, unfit_help};
use super::objects::{Object, Shape, Version};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::source::Origin;

/// How many errors and how many other findings are kept, each. A file that is something else has one in every line.
const MAX_FOUND: usize = 1000;

/// What was found so far.
pub(super) struct Findings {
    root: Origin,
    list: Diagnostics,
    errors: usize,
    others: usize,
}

/// How much had been found at some time.
pub(super) struct Mark {
    length: usize,
    errors: usize,
    others: usize,
}

impl Findings {
    pub(super) fn new(root: Origin) -> Self {
        Self { root, list: Diagnostics::default(), errors: 0, others: 0 }
    }

    /// Returns what was found.
    pub(super) fn into_list(mut self) -> Diagnostics {
        let left_out = self.errors.saturating_sub(MAX_FOUND) + self.others.saturating_sub(MAX_FOUND);
        if left_out > 0 {
            let message = format!("there are {left_out} more findings about the shape of this file");
            let found = Diagnostic::new(Code::Structure, self.root, message);
            self.list.push(Diagnostic { severity: Severity::Note, ..found });
        }
        self.list
    }

    /// Returns the duplicate keys alone, which hold whatever the rest meant.
    pub(super) fn into_duplicates(self) -> Diagnostics {
        let mut duplicates = Diagnostics::default();
        for found in self.list.iter().filter(|found| found.code == Code::DuplicateKey) {
            duplicates.push(found.clone());
        }
        duplicates
    }

    pub(super) fn report(&mut self, found: Diagnostic) {
        let count = if found.severity == Severity::Error { &mut self.errors } else { &mut self.others };
        *count += 1;
        if *count <= MAX_FOUND {
            self.list.push(found);
        }
    }

    /// Returns where the description starts.
    pub(super) fn root(&self) -> &Origin {
        &self.root
    }

    /// Forgets everything for one finding: what was found so far was held against the wrong standard.
    pub(super) fn replace_by(&mut self, found: Diagnostic) {
        self.list = Diagnostics::default();
        self.list.push(found);
    }

    /// Returns a mark to come back to.
    pub(super) fn mark(&self) -> Mark {
        Mark { length: self.list.len(), errors: self.errors, others: self.others }
    }

    pub(super) fn forget_since(&mut self, mark: Mark) {
        self.list.truncate(mark.length);
        self.errors = mark.errors;
        self.others = mark.others;
    }

    pub(super) fn warn(&mut self, found: Diagnostic) {
        self.report(Diagnostic { severity: Severity::Warning, ..found });
    }

    /// Reports that a value does not fit.
    pub(super) fn report_unfit(&mut self, path: &Path<'_>, shape: &Shape, unfit: &Unfit<'_>) {
        if matches!((&path.token, unfit), (Token::Root, Unfit::Null)) {
            return self.report_empty();
        }
        let found = self.unfit(path, shape, unfit);
        self.report(with_help(found, unfit_help(path.key(), shape, unfit)));
    }

    /// Reports a constraint that does not fit, and that the type can do without.
    pub(super) fn report_left_out(&mut self, path: &Path<'_>, shape: &Shape, unfit: &Unfit<'_>) {
        let found = self.unfit(path, shape, unfit);
        self.warn(found.help("the constraint is ignored"));
    }

    fn unfit(&self, path: &Path<'_>, shape: &Shape, unfit: &Unfit<'_>) -> Diagnostic {
        let subject = match path.token {
            Token::Root => "the description".to_owned(),
            Token::Key(key) => format!("`{key}`"),
            Token::Index(_) => "the item".to_owned(),
        };
        let message = format!("{subject} must be {}, not {}", shape.describe(), unfit.describe());
        Diagnostic::new(Code::Structure, path.origin(&self.root), message)
    }

    fn report_empty(&mut self) {
        self.report(Diagnostic::new(Code::Structure, self.root.clone(), "the file is empty"));
    }

    /// Reports a key that stands in its mapping twice; `shape` is that of the values, unless the key is a keyword.
    pub(super) fn report_duplicate(&mut self, path: &Path<'_>, shape: Option<&Shape>) {
        let origin = path.origin(&self.root);
        let message = format!("the key `{}` stands there twice", path.key());
        let found = Diagnostic::new(Code::DuplicateKey, origin.clone(), message).related("it stands here first", origin);
        match shape {
            // What nobody described harms nobody.
            Some(Shape::Any | Shape::Ignored) => self.warn(found.help("the last one is used")),
            _ => self.report(found),
        }
    }

    pub(super) fn report_unknown(&mut self, path: &Path<'_>, object: &Object, version: Version) {
        let message = format!("`{}` is not a keyword of {} object, and is not used", path.key(), object.with_article());
        let found = Diagnostic::new(Code::UnknownKeyword, path.origin(&self.root), message);
        self.report(match meant(object, path.key(), version) {
            Meant::Key(key) => found.meant(key),
            Meant::Else(help) => found.help(help),
        });
    }

    /// Reports a part that is valid, and of which nothing is made yet.
    pub(super) fn report_unused(&mut self, path: &Path<'_>) {
        let message = format!("`{}` is not read yet, and nothing is generated of it", path.key());
        let found = Diagnostic::new(Code::UnsupportedFeature, path.origin(&self.root), message);
        self.report(match path.key() {
            "webhooks" => found.help("types are generated of the schemas in `components` all the same"),
            _ => found,
        });
    }

    /// Reports a keyword, or a word under one, that is read, and that the version of the description does not have.
    pub(super) fn report_later(&mut self, path: &Path<'_>, word: &str, since: Version) {
        let message = format!("`{word}` came with OpenAPI {since}");
        let found = Diagnostic::new(Code::LaterKeyword, path.origin(&self.root), message);
        self.report(found.help(format!("it is read all the same; did you mean `openapi: {since}.0`?")));
    }

    pub(super) fn report_bad_name(&mut self, path: &Path<'_>, message: &str, help: &str) {
        let message = format!("`{}` {message}", path.key());
        self.report(Diagnostic::new(Code::Structure, path.origin(&self.root), message).help(help));
    }

    /// Reports a key of YAML that is no string, and may be written in another way than the string that is made of it.
    pub(super) fn report_key_kind(&mut self, path: &Path<'_>) {
        let message = format!("a key is no string, and read as `{}`", path.key());
        let found = Diagnostic::new(Code::Structure, path.origin(&self.root), message);
        self.warn(found.help("put it in quotes"));
    }

    /// Reports a key beside a `$ref`, which says nothing there (OpenAPI 3.0.3, "Reference Object").
    pub(super) fn report_sibling(&mut self, path: &Path<'_>) {
        let message = format!("`{}` is ignored, because it stands beside a `$ref`", path.key());
        let found = Diagnostic::new(Code::UnknownKeyword, path.origin(&self.root), message);
        match path.key() {
            "description" | "summary" => self.report(Diagnostic { severity: Severity::Note, ..found }),
            _ => self.report(found.help("to add to a schema, put the `$ref` into an `allOf`")),
        }
    }
}

fn with_help(found: Diagnostic, help: Option<String>) -> Diagnostic {
    match help {
        Some(help) => found.help(help),
        None => found,
    }
}

/// The way from the outermost node to this one. It lies on the stack; a pointer is made of it only for a finding.
pub(super) struct Path<'p> {
    pub(super) parent: Option<&'p Path<'p>>,
    pub(super) token: Token<'p>,
}

pub(super) enum Token<'p> {
    Root,
    Key(&'p str),
    Index(usize),
}

impl Path<'_> {
    /// Returns the last token, if it is a key.
    pub(super) fn key(&self) -> &str {
        match self.token {
            Token::Key(key) => key,
            Token::Root | Token::Index(_) => "",
        }
    }

    pub(super) fn origin(&self, root: &Origin) -> Origin {
        let mut tokens = Vec::new();
        let mut at = Some(self);
        while let Some(path) = at {
            tokens.push(&path.token);
            at = path.parent;
        }
        tokens.iter().rev().fold(root.clone(), |origin, token| match token {
            Token::Root => origin,
            Token::Key(key) => origin.child(key),
            Token::Index(index) => origin.index(*index),
        })
    }
}
