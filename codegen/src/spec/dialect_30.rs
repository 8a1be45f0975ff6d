//! What schemas of OpenAPI 3.0 have of their own (OpenAPI 3.0.3, "Schema Object").
//!
//! Normal form made here: `exclusiveMinimum: true` moves the number of `minimum`.

use serde_json::Number;

use super::fill::{Keywords, fill_values};
use super::model::{Assertion, AssertionKind, Schema, SchemaId};
use super::resolve::Resolver;
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::is_schema_keyword_of_30;
use crate::parse::tree::Tree;

impl<'a> Resolver<'a> {
    pub(super) fn fill_30(&mut self, filled: &mut Schema, keywords: &Keywords<'a>, id: SchemaId) {
        // What stands beside a `$ref` says nothing (OpenAPI 3.0.3, "Reference Object").
        if let Some(reference) = keywords.word("$ref") {
            self.unlinked.push_back((id, reference));
            return;
        }
        self.fill_own(filled, keywords, id);
        // An empty list is read as none.
        match keywords.list("enum") {
            [] => {}
            values => fill_values(filled, values),
        }
        filled.exclusive_minimum = self.exclusive(keywords, "exclusiveMinimum", "minimum", &mut filled.minimum);
        filled.exclusive_maximum = self.exclusive(keywords, "exclusiveMaximum", "maximum", &mut filled.maximum);
        filled.items = self.child(keywords, "items");
        self.fill_properties(filled, keywords);
        self.fill_branches(filled, keywords);
        if let Some(not) = self.child(keywords, "not") {
            filled.assertions.push(Assertion { origin: keywords.origin.child("not"), kind: AssertionKind::Not(not) });
        }
    }

    /// Takes a bound that is not allowed itself.
    fn exclusive(
        &mut self,
        keywords: &Keywords<'a>,
        keyword: &str,
        bound: &str,
        inclusive: &mut Option<Number>,
    ) -> Option<Number> {
        if !keywords.flag(keyword) {
            return None;
        }
        if inclusive.is_none() {
            let message = format!("`{keyword}: true` says nothing without `{bound}`");
            self.found.push(Diagnostic::new(Code::IgnoredConstraint, keywords.origin.child(keyword), message));
        }
        inclusive.take()
    }
}

/// Tells whether an entry of a schema leaves allowed what was.
pub(super) fn narrows_nothing(key: &str, value: &Tree<'_>) -> bool {
    let is_empty = match value {
        Tree::Null => true,
        Tree::List(list) => list.is_empty(),
        Tree::Map(map) => map.is_empty() && key == "properties",
        Tree::Bool(_) | Tree::Number(_) | Tree::Text(_) => false,
    };
    is_empty || key == "nullable" || key != "$ref" && !is_schema_keyword_of_30(key)
}
