//! What Bindery has to say about a description: one form for every finding of every stage.
//!
//! A diagnostic carries the document and the JSON Pointer of its place; the line and column are looked up in the text only when it is
//! printed (`source`). A stage collects all it finds; its caller stops at the stage's end.

use foldhash::HashSet;

use crate::source::{Origin, Place};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing: a choice was made, nothing is lost.
    Note,
    /// The result is weaker than the description, or the description is doubtful.
    Warning,
    /// No result.
    Error,
}

impl Severity {
    /// Returns the word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// What sort of finding it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The description breaks its standard.
    Invalid,
    /// The description is valid, and Bindery can't express it.
    Unsupported,
    /// The generated code says less than the description.
    Lossy,
    /// The generated code says the same, by a choice that is worth knowing.
    Choice,
}

/// Declares [`Code`] and its table.
macro_rules! codes {
    ($($variant:ident $id:literal $kind:ident $severity:ident $text:literal;)*) => {
        /// The stable name of a sort of finding.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = $text] $variant,)*
        }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Returns the id that is printed and used in options, in kebab case.
            pub fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)* }
            }

            /// Returns what sort of finding it is.
            pub fn kind(self) -> Kind {
                match self { $(Self::$variant => Kind::$kind,)* }
            }

            /// Returns how much it matters unless the user says otherwise.
            pub fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)* }
            }

            /// Returns what it means, in one sentence.
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }
        }
    };
}

codes! {
    UnreadableFile "unreadable-file" Invalid Error "A file can't be read, is not UTF-8, or is larger than the limit.";
    Syntax "syntax" Invalid Error "The text is not YAML or JSON.";
    DuplicateKey "duplicate-key" Invalid Error "A mapping has the same key twice.";
    Structure "structure" Invalid Error "A part of the description has the wrong shape.";
    UnsupportedVersion "unsupported-version" Unsupported Error "The description is of a version that is not read yet.";
    UnknownKeyword "unknown-keyword" Lossy Warning "A keyword is not one of this version of OpenAPI, and is not used.";
    LaterKeyword "later-keyword" Invalid Warning "A keyword came with a later version of OpenAPI than that of the description; it is read all the same.";
    DanglingRef "dangling-ref" Invalid Error "A `$ref` leads to nothing.";
    CyclicRef "cyclic-ref" Invalid Error "A chain of `$ref`s leads back to itself.";
    WrongRef "wrong-ref" Invalid Error "A `$ref` leads to something of another kind.";
    ExternalRef "external-ref" Unsupported Error "A `$ref` leads to a place from where nothing is read: a URL, or out of the root folder.";
    UndefinedSecurityScheme "undefined-security-scheme" Invalid Error "A security requirement names a scheme that is not defined.";
    MissingFile "missing-file" Invalid Error "A `$ref` leads to a file that can't be found.";
    InlinedRef "inlined-ref" Choice Note "A `$ref` stands where OpenAPI has none; what it leads to is read in its place.";
    TooDeep "too-deep" Unsupported Error "The description is nested more deeply than the limit.";
    InfiniteSchema "infinite-schema" Invalid Warning "A schema contains itself without a way out, so no value can ever satisfy it.";
    ImpossibleSchema "impossible-schema" Invalid Warning "No value satisfies the schema.";
    UnsupportedSchema "unsupported-schema" Lossy Warning "A schema says more than the generated type does.";
    LargeNumber "large-number" Lossy Warning "A number can have more digits than the generated type keeps.";
    IgnoredConstraint "ignored-constraint" Lossy Warning "A constraint is not checked: it does not suit the type it stands on, or can't be worked out.";
    BadEnumValue "bad-enum-value" Invalid Warning "An enum value is not of the schema's type, or stands there twice.";
    BadDefault "bad-default" Invalid Warning "A default is not a value of its schema.";
    BadDiscriminator "bad-discriminator" Invalid Warning "A discriminator does not tell the branches apart.";
    PolymorphicBase "polymorphic-base" Choice Note "Other schemas build on a base with a discriminator; it keeps what they add as free properties.";
    OverlappingUnion "overlapping-union" Choice Note "A value can satisfy several branches; the first that keeps all of it is taken.";
    DuplicateOperation "duplicate-operation" Invalid Warning "Two operations have the same operationId.";
    MissingOperationId "missing-operation-id" Choice Note "An operation has no operationId; its name is made from method and path.";
    PathParameter "path-parameter" Invalid Error "The path template and the path parameters disagree.";
    OptionalPathParameter "optional-path-parameter" Invalid Warning "A path parameter is not marked as required.";
    IgnoredParameter "ignored-parameter" Choice Note "A header parameter that OpenAPI says is ignored, or that the client sets itself.";
    UnsupportedParameter "unsupported-parameter" Unsupported Error "A parameter is encoded in a way that is not generated yet.";
    UnsupportedBody "unsupported-body" Lossy Warning "A request body has no media type, and so is not sent.";
    UntypedBody "untyped-body" Lossy Warning "A request body is taken as parts or as text, because its media type has no typed writer yet.";
    UnsupportedResponse "unsupported-response" Lossy Warning "A response is read as bytes because its media type has no reader yet.";
    UnsupportedSecurity "unsupported-security" Lossy Warning "A security scheme is left to the caller.";
    UnsupportedFeature "unsupported-feature" Lossy Warning "A part of the description is not generated yet.";
    NoSuccess "no-success" Choice Note "An operation documents no success; any 2xx answer is taken, and its body is kept as it is.";
    NameCollision "name-collision" Choice Note "Two things would have had the same Rust name; one has another.";
    BadOverlay "bad-overlay" Invalid Error "An overlay is none, or an action of it can't be done.";
    UnusedAction "unused-action" Invalid Warning "What an action of an overlay selects is not in the description.";
    UnusedOption "unused-option" Invalid Error "An option names something that the description does not have.";
}

impl Code {
    /// Tells whether it is about a key, which should not be there, and not about the value under it.
    pub fn is_about_key(self) -> bool {
        matches!(self, Self::DuplicateKey | Self::UnknownKeyword)
    }
}

/// One finding, with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// What sort of finding it is.
    pub code: Code,
    /// How much it matters here.
    pub severity: Severity,
    /// The finding in one sentence, without a full stop.
    pub message: String,
    /// Where it is.
    pub origin: Origin,
    /// What is generated instead, or what would mend it.
    pub help: Option<String>,
    /// The key that was probably meant where another one stands.
    pub meant: Option<&'static str>,
    /// A second place that belongs to it, with what it is.
    pub related: Option<(String, Origin)>,
    /// The place itself, where no pointer leads to it because the text can't be read.
    pub place: Option<Place>,
}

impl Diagnostic {
    /// Makes a finding of the code's usual severity.
    pub fn new(code: Code, origin: Origin, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity(),
            message: message.into(),
            origin,
            help: None,
            meant: None,
            related: None,
            place: None,
        }
    }

    /// Adds what is generated instead, or what would mend it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds the key that was probably meant, in words too.
    #[must_use]
    pub fn meant(mut self, key: &'static str) -> Self {
        self.meant = Some(key);
        self.help(format!("did you mean `{key}`?"))
    }

    /// Adds a second place.
    #[must_use]
    pub fn related(mut self, label: impl Into<String>, origin: Origin) -> Self {
        self.related = Some((label.into(), origin));
        self
    }

    /// Sets the place, where no pointer leads to it.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }
}

/// Findings in the order in which they were made.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl From<Diagnostic> for Diagnostics {
    fn from(found: Diagnostic) -> Self {
        Self { list: vec![found] }
    }
}

impl Diagnostics {
    /// Adds a finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    /// Adds all findings of another stage.
    pub fn append(&mut self, mut other: Self) {
        self.list.append(&mut other.list);
    }

    /// Forgets the findings after the first `length`.
    pub(crate) fn truncate(&mut self, length: usize) {
        self.list.truncate(length);
    }

    /// Leaves of findings that say the same of the same place only the first.
    pub fn remove_repeats(&mut self) {
        let mut seen = HashSet::default();
        self.list.retain(|found| seen.insert((found.code, found.origin.clone(), found.message.clone())));
    }

    /// Returns the findings in order.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }

    /// Returns the findings in order, to change them.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut Diagnostic> {
        self.list.iter_mut()
    }

    /// Returns how many findings there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Tells whether there is none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Tells whether one of them is an error.
    pub fn has_errors(&self) -> bool {
        self.list.iter().any(|found| found.severity == Severity::Error)
    }
}

/// Returns the candidate that a misspelt word was probably meant to be: the one with the fewest edits, if
/// they are at most a third of its letters.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = word.chars().count().div_ceil(3);
    let distances = candidates.into_iter().map(|candidate| (edits(word, candidate, limit), candidate));
    // Of equals the first is taken.
    let (distance, candidate) = distances.min_by_key(|(distance, _)| *distance)?;
    (distance <= limit && candidate != word).then_some(candidate)
}

/// Counts the insertions, deletions and replacements that lead from one word to another, case not minded, up to `limit` and one more.
fn edits(from: &str, to: &str, limit: usize) -> usize {
    let lower = |text: &str| text.chars().flat_map(char::to_lowercase).collect::<Vec<char>>();
    let (from, to) = (lower(from), lower(to));
    if from.len().abs_diff(to.len()) > limit {
        return limit + 1;
    }
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (line, left) in from.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], line + 1);
        for (column, right) in to.iter().enumerate() {
            let replaced = diagonal + usize::from(left != right);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row[to.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_nearest_word() {
        let words = ["required", "readOnly", "type", "title"];
        for (word, expected) in [
            ("reqired", Some("required")),
            ("Required", Some("required")),
            ("readonly", Some("readOnly")),
            ("tipe", Some("type")),
            ("tilte", Some("title")),
            ("type", None),
            ("unrelated", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, words), expected, "{word}");
        }
    }
}
