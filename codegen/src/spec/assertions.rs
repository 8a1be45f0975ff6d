//! Keywords of JSON Schema 2020-12 that only narrow what is allowed -> [`Assertion`]s.
//!
//! Nothing here makes a type. A property that is described in such a keyword alone has no field, which is reported.

use super::fill::Keywords;
use super::model::{Assertion, AssertionKind, Schema, SchemaId};
use super::resolve::Resolver;
use crate::parse::tree::{Map, Tree};

impl<'a> Resolver<'a> {
    pub(super) fn fill_assertions(&mut self, filled: &mut Schema, keywords: &Keywords<'a>) {
        let made = [
            self.child(keywords, "not").map(|not| ("not", AssertionKind::Not(not))),
            self.condition(keywords),
            self.contains(keywords),
            self.property_names(keywords),
            dependent_required(keywords),
            self.dependent_schemas(keywords),
        ];
        for (keyword, kind) in made.into_iter().flatten() {
            filled.assertions.push(Assertion { origin: keywords.origin.child(keyword), kind });
        }
        self.fill_unevaluated_items(filled, keywords);
        self.report_properties_within(keywords);
    }

    fn fill_unevaluated_items(&mut self, filled: &mut Schema, keywords: &Keywords<'a>) {
        let keyword = "unevaluatedItems";
        if keywords.get(keyword).is_some_and(|value| *value != Tree::Bool(true)) {
            let message = "`unevaluatedItems` asks which items the schemas beside it describe";
            self.lossy(keywords.origin.child(keyword), message, "the other items are not checked");
            filled.assertions.extend(self.unevaluated(keywords, keyword, AssertionKind::UnevaluatedItems));
        }
    }

    /// Keeps what generated code does not check for those who hold values, or another description, against this one.
    pub(super) fn unevaluated(
        &mut self,
        keywords: &Keywords<'a>,
        keyword: &str,
        kind: fn(SchemaId) -> AssertionKind,
    ) -> Option<Assertion> {
        let schema = self.child(keywords, keyword)?;
        Some(Assertion { origin: keywords.origin.child(keyword), kind: kind(schema) })
    }

    /// A condition without `then` and `else` says nothing (JSON Schema 2020-12, Core, section 10.2.2.1).
    fn condition(&mut self, keywords: &Keywords<'a>) -> Option<(&'static str, AssertionKind)> {
        let condition = self.child(keywords, "if")?;
        let (then, otherwise) = (self.child(keywords, "then"), self.child(keywords, "else"));
        (then.is_some() || otherwise.is_some()).then_some(("if", AssertionKind::If { condition, then, otherwise }))
    }

    /// JSON Schema 2020-12, Validation, sections 6.4.4 and 6.4.5.
    fn contains(&mut self, keywords: &Keywords<'a>) -> Option<(&'static str, AssertionKind)> {
        let item = self.child(keywords, "contains")?;
        let min = keywords.count("minContains").unwrap_or(1);
        let max = keywords.count("maxContains");
        (min > 0 || max.is_some()).then_some(("contains", AssertionKind::Contains { item, min, max }))
    }

    fn property_names(&mut self, keywords: &Keywords<'a>) -> Option<(&'static str, AssertionKind)> {
        Some(("propertyNames", AssertionKind::PropertyNames(self.child(keywords, "propertyNames")?)))
    }

    fn dependent_schemas(&mut self, keywords: &Keywords<'a>) -> Option<(&'static str, AssertionKind)> {
        let keyword = "dependentSchemas";
        let schemas = self.schemas_by_name(keywords, keyword);
        (!schemas.is_empty()).then_some((keyword, AssertionKind::DependentSchemas(schemas)))
    }

    /// Says which properties have no field, because they are described only where they may be asked for.
    fn report_properties_within(&mut self, keywords: &Keywords<'a>) {
        let own: Vec<_> = keywords.entries("properties").map(|(name, _)| name).collect();
        let branches = ["then", "else"].map(|keyword| Some((keywords.origin.child(keyword), keywords.get(keyword)?)));
        let dependent = keywords.origin.child("dependentSchemas");
        let dependents = keywords.entries("dependentSchemas").map(|(name, schema)| (dependent.child(name), schema));
        for (place, schema) in branches.into_iter().flatten().chain(dependents) {
            let described = schema.get("properties").and_then(Tree::as_map).into_iter().flat_map(Map::iter);
            let lone: Vec<_> = described.filter(|(name, _)| !own.contains(name)).map(|(name, _)| name).collect();
            if let Some(first) = lone.first() {
                let message = match lone.len() {
                    1 => format!("the property `{first}` is described only here"),
                    more => format!("the property `{first}` and {} more are described only here", more - 1),
                };
                self.lossy(place, message, "it is kept as any value, which `validate` checks");
            }
        }
    }
}

fn dependent_required(keywords: &Keywords<'_>) -> Option<(&'static str, AssertionKind)> {
    let keyword = "dependentRequired";
    let names = |names: &Tree<'_>| names.as_list().into_iter().flatten().filter_map(Tree::as_str).map(str::to_owned).collect();
    let dependent: Vec<_> = keywords.entries(keyword).map(|(name, others)| (name.to_owned(), names(others))).collect();
    (!dependent.is_empty()).then_some((keyword, AssertionKind::DependentRequired(dependent)))
}
