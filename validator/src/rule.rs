//! The rules: their ids, how much each matters by default, and their pages.
//!
//! A rule's page is a file of `rules/`, named after its id: what it means (the first paragraph), why it matters, and samples, of which
//! tests hold that the bad ones are found and the good ones are not.

use std::fmt;

use bindery::diagnostic::{Code, nearest};

use crate::levels::Level;

/// A sort of finding.
pub struct Rule {
    /// Its stable id, in kebab case after the name of its group: `spec/dangling-ref`.
    pub id: &'static str,
    /// How much it matters unless somebody says otherwise.
    pub level: Level,
    /// Its page, in Markdown.
    pub page: &'static str,
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Rule {}

/// As its id.
impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id)
    }
}

macro_rules! rules {
    ($($name:ident $id:literal $level:ident;)*) => {
        $(
            #[doc = concat!("`", $id, "`")]
            pub static $name: Rule =
                Rule { id: $id, level: Level::$level, page: include_str!(concat!("../rules/", $id, ".md")) };
        )*

        /// Every rule, in the order of the table.
        pub static ALL: &[&Rule] = &[$(&$name,)*];
    };
}

rules! {
    UNREADABLE_FILE "spec/unreadable-file" Error;
    SYNTAX "spec/syntax" Error;
    DUPLICATE_KEY "spec/duplicate-key" Error;
    STRUCTURE "spec/structure" Error;
    UNKNOWN_KEYWORD "spec/unknown-keyword" Error;
    LATER_KEYWORD "spec/later-keyword" Error;
    DANGLING_REF "spec/dangling-ref" Error;
    CYCLIC_REF "spec/cyclic-ref" Error;
    WRONG_REF "spec/wrong-ref" Error;
    MISSING_FILE "spec/missing-file" Error;
    INFINITE_SCHEMA "spec/infinite-schema" Warning;
    IMPOSSIBLE_SCHEMA "spec/impossible-schema" Warning;
    BAD_ENUM_VALUE "spec/bad-enum-value" Warning;
    BAD_DEFAULT "spec/bad-default" Warning;
    BAD_DISCRIMINATOR "spec/bad-discriminator" Warning;
    DUPLICATE_OPERATION "spec/duplicate-operation" Warning;
    PATH_PARAMETER "spec/path-parameter" Error;
    BAD_OVERLAY "spec/bad-overlay" Error;
    UNUSED_ACTION "spec/unused-action" Warning;
    UNUSED_OPTION "spec/unused-option" Error;
    IDENTICAL_PATHS "spec/identical-paths" Error;
    AMBIGUOUS_PATHS "spec/ambiguous-paths" Warning;
    DUPLICATE_PARAMETER "spec/duplicate-parameter" Error;
    OPTIONAL_PATH_PARAMETER "spec/optional-path-parameter" Error;
    IMPOSSIBLE_LIMITS "spec/impossible-limits" Error;
    MISPLACED_KEYWORD "spec/misplaced-keyword" Warning;
    MISPLACED_FORMAT "spec/misplaced-format" Warning;
    NULL_IN_ENUM "spec/null-in-enum" Note;
    NULLABLE_WITHOUT_TYPE "spec/nullable-without-type" Note;
    MISSING_ITEMS "spec/missing-items" Error;
    REF_SIBLINGS "spec/ref-siblings" Warning;
    READ_AND_WRITE_ONLY "spec/read-and-write-only" Error;
    BAD_PATTERN "spec/bad-pattern" Error;
    OLD_PATTERN "spec/old-pattern" Warning;
    LITERAL_PATTERN "spec/literal-pattern" Warning;
    UNDESCRIBED_REQUIRED "spec/undescribed-required" Warning;
    FORBIDDEN_REQUIRED "spec/forbidden-required" Error;
    CLOSED_ALL_OF "spec/closed-all-of" Warning;
    UNDEFINED_SECURITY_SCHEME "spec/undefined-security-scheme" Error;
    UNDEFINED_SCOPE "spec/undefined-scope" Warning;
    SERVER_VARIABLE "spec/server-variable" Error;
    BAD_LINK "spec/bad-link" Warning;
    BAD_EXAMPLE "spec/bad-example" Warning;
    EXCLUSIVE_FIELDS "spec/exclusive-fields" Error;
    MISPLACED_FIELD "spec/misplaced-field" Error;
    EMPTY_DESCRIPTION "spec/empty-description" Error;
    HEADER_NAME "spec/header-name" Error;
    QUERYSTRING "spec/querystring" Error;
    UNSUPPORTED_VERSION "gen/unsupported-version" Error;
    EXTERNAL_REF "gen/external-ref" Error;
    INLINED_REF "gen/inlined-ref" Note;
    TOO_DEEP "gen/too-deep" Error;
    UNSUPPORTED_SCHEMA "gen/unsupported-schema" Warning;
    LARGE_NUMBER "gen/large-number" Warning;
    IGNORED_CONSTRAINT "gen/ignored-constraint" Warning;
    POLYMORPHIC_BASE "gen/polymorphic-base" Note;
    OVERLAPPING_UNION "gen/overlapping-union" Note;
    MISSING_OPERATION_ID "gen/missing-operation-id" Note;
    IGNORED_PARAMETER "gen/ignored-parameter" Note;
    UNSUPPORTED_PARAMETER "gen/unsupported-parameter" Error;
    UNSUPPORTED_BODY "gen/unsupported-body" Warning;
    UNTYPED_BODY "gen/untyped-body" Warning;
    UNSUPPORTED_RESPONSE "gen/unsupported-response" Warning;
    UNSUPPORTED_SECURITY "gen/unsupported-security" Warning;
    UNSUPPORTED_FEATURE "gen/unsupported-feature" Warning;
    NO_SUCCESS "gen/no-success" Note;
    NAME_COLLISION "gen/name-collision" Note;
    UNUSED_COMPONENT "design/unused-component" Note;
    UNUSED_SERVER_VARIABLE "design/unused-server-variable" Note;
    NO_ERROR_RESPONSE "design/no-error-response" Off;
    NO_SUMMARY "design/no-summary" Off;
    NO_TAGS "design/no-tags" Off;
    UNDECLARED_TAG "design/undeclared-tag" Off;
    DOCS_NOT_UNDERSTOOD "docs/not-understood" Error;
    DOCS_OPERATION "docs/operation" Error;
    DOCS_MISSING_IN_SPEC "docs/missing-in-spec" Error;
    DOCS_MISSING_IN_PAGE "docs/missing-in-page" Error;
    DOCS_RENAMED "docs/renamed" Error;
    DOCS_TYPE "docs/type" Error;
    DOCS_REQUIRED "docs/required" Error;
    DOCS_ENUM "docs/enum" Error;
    DOCS_DEFAULT "docs/default" Error;
    DOCS_RANGE "docs/range" Error;
    DOCS_DEPRECATED "docs/deprecated" Error;
    DOCS_LOCATION "docs/location" Error;
    DOCS_NESTING "docs/nesting" Error;
    DOCS_COLLAPSED "docs/collapsed" Error;
    DOCS_VARIANT "docs/variant" Error;
    DOCS_SAMPLE "docs/sample" Error;
    OPERATION_REMOVED "diff/operation-removed" Error;
    OPERATION_ADDED "diff/operation-added" Note;
    OPERATION_RENAMED "diff/operation-renamed" Error;
    PATH_CHANGED "diff/path-changed" Error;
    PLACEHOLDER_RENAMED "diff/placeholder-renamed" Note;
    PARAMETER_ADDED "diff/parameter-added" Error;
    PARAMETER_REMOVED "diff/parameter-removed" Error;
    PARAMETER_MOVED "diff/parameter-moved" Error;
    PARAMETER_RENAMED "diff/parameter-renamed" Error;
    PARAMETER_REQUIRED "diff/parameter-required" Error;
    PARAMETER_OPTIONAL "diff/parameter-optional" Error;
    ENCODING_CHANGED "diff/encoding-changed" Error;
    BODY_ADDED "diff/body-added" Error;
    BODY_REMOVED "diff/body-removed" Error;
    BODY_REQUIRED "diff/body-required" Error;
    BODY_OPTIONAL "diff/body-optional" Error;
    BODY_SCHEMA_CHANGED "diff/body-schema-changed" Error;
    MEDIA_TYPE_REMOVED "diff/media-type-removed" Error;
    MEDIA_TYPE_ADDED "diff/media-type-added" Note;
    STATUS_REMOVED "diff/status-removed" Error;
    STATUS_ADDED "diff/status-added" Error;
    HEADER_REMOVED "diff/header-removed" Error;
    HEADER_ADDED "diff/header-added" Note;
    HEADER_REQUIRED "diff/header-required" Note;
    HEADER_OPTIONAL "diff/header-optional" Error;
    TYPE_CHANGED "diff/type-changed" Error;
    NULL_ALLOWED "diff/null-allowed" Error;
    NULL_REFUSED "diff/null-refused" Error;
    FORMAT_CHANGED "diff/format-changed" Error;
    XML_CHANGED "diff/xml-changed" Warning;
    ENUM_ADDED "diff/enum-added" Error;
    ENUM_REMOVED "diff/enum-removed" Error;
    ENUM_VALUE_ADDED "diff/enum-value-added" Error;
    ENUM_VALUE_REMOVED "diff/enum-value-removed" Error;
    LIMIT_TIGHTENED "diff/limit-tightened" Error;
    LIMIT_LOOSENED "diff/limit-loosened" Warning;
    PATTERN_CHANGED "diff/pattern-changed" Error;
    ITEMS_CHANGED "diff/items-changed" Error;
    PROPERTY_ADDED "diff/property-added" Error;
    PROPERTY_REMOVED "diff/property-removed" Error;
    PROPERTY_RENAMED "diff/property-renamed" Error;
    PROPERTY_REQUIRED "diff/property-required" Error;
    PROPERTY_OPTIONAL "diff/property-optional" Error;
    ACCESS_CHANGED "diff/access-changed" Error;
    OBJECT_CLOSED "diff/object-closed" Error;
    OBJECT_OPENED "diff/object-opened" Note;
    ADDITIONAL_CHANGED "diff/additional-changed" Error;
    UNION_CHANGED "diff/union-changed" Error;
    BRANCH_ADDED "diff/branch-added" Error;
    BRANCH_REMOVED "diff/branch-removed" Error;
    ASSERTION_CHANGED "diff/assertion-changed" Error;
    DEFAULT_CHANGED "diff/default-changed" Warning;
    DEPRECATED "diff/deprecated" Note;
    SECURITY_CHANGED "diff/security-changed" Error;
    SCHEME_CHANGED "diff/scheme-changed" Error;
    SERVER_REMOVED "diff/server-removed" Error;
    SERVER_ADDED "diff/server-added" Warning;
    SERVER_VARIABLE_CHANGED "diff/server-variable-changed" Error;
    SCHEMA_ADDED "diff/schema-added" Note;
    SCHEMA_REMOVED "diff/schema-removed" Error;
    SCHEMA_RENAMED "diff/schema-renamed" Error;
    DISCRIMINATOR_CHANGED "diff/discriminator-changed" Error;
    LINK_CHANGED "diff/link-changed" Warning;
    WORDS_CHANGED "diff/words-changed" Note;
    RUST_CHANGED "diff/rust-changed" Error;
    INVALID_VALUE "payload/invalid-value" Error;
    MISSING "payload/missing" Error;
    UNKNOWN_PROPERTY "payload/unknown-property" Error;
    MISPLACED_PROPERTY "payload/misplaced-property" Warning;
    UNREADABLE "payload/unreadable" Error;
    REPEATED_KEY "payload/repeated-key" Warning;
    UNKNOWN_PARAMETER "payload/unknown-parameter" Warning;
    MISSING_CREDENTIAL "payload/missing-credential" Warning;
    UNDOCUMENTED_ROUTE "payload/undocumented-route" Error;
    UNDOCUMENTED_HOST "payload/undocumented-host" Warning;
    UNDOCUMENTED_STATUS "payload/undocumented-status" Error;
    UNDOCUMENTED_MEDIA_TYPE "payload/undocumented-media-type" Error;
    UNDOCUMENTED_BODY "payload/undocumented-body" Warning;
    UNCHECKED "payload/unchecked" Note;
    BAD_RECORD "payload/bad-record" Error;
    STALE_BASELINE "lint/stale-baseline" Warning;
    UNKNOWN_RULE "lint/unknown-rule" Warning;
    UNUSED_IGNORE "lint/unused-ignore" Warning;
}

impl Rule {
    /// Returns the rule of an id. A finding of the generator has the id of its code without a group, which is taken too.
    pub fn find(id: &str) -> Option<&'static Self> {
        ALL.iter().copied().find(|rule| rule.id == id || rule.name() == id)
    }

    /// Returns the id that a misspelt one was probably meant to be.
    pub fn nearest(id: &str) -> Option<&'static str> {
        nearest(id, ALL.iter().map(|rule| rule.id))
    }

    /// Returns the rule for a finding of the generator.
    pub fn of(code: Code) -> &'static Self {
        Self::find(code.id()).expect("a test holds that every code has a rule")
    }

    /// Returns the first part of its id.
    pub fn group(&self) -> &'static str {
        self.id.split_once('/').map_or("", |(group, _)| group)
    }

    /// Returns its id without the group.
    pub fn name(&self) -> &'static str {
        self.id.split_once('/').map_or(self.id, |(_, name)| name)
    }

    /// Returns what it means, in one sentence: the first paragraph of its page.
    pub fn meaning(&self) -> String {
        let paragraph = self.page.split("\n\n").nth(1).unwrap_or_default();
        paragraph.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
