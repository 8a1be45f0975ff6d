//! [`AssertionKind`]s -> the keywords of JSON Schema 2020-12 that they came from.
//!
//! How a schema is written, in full or as a reference, is the caller's.

use serde_json::{Map, Value, json};

use super::model::{AdditionalProperties, AssertionKind, SchemaId};

impl AssertionKind {
    /// Returns the keywords that say the same; a keyword that would allow everything is left out.
    ///
    /// # Errors
    ///
    /// Returns the first error of `write`, which writes a schema.
    pub fn keywords<E>(&self, write: &mut impl FnMut(SchemaId) -> Result<Value, E>) -> Result<Map<String, Value>, E> {
        let mut to = Map::new();
        let mut put = |keyword: &str, value: Value| drop(to.insert(keyword.to_owned(), value));
        match self {
            Self::Not(schema) => put("not", write(*schema)?),
            Self::AnyOf(branches) => put("anyOf", list(branches, write)?),
            Self::OneOf(branches) => put("oneOf", list(branches, write)?),
            Self::If { condition, then, otherwise } => {
                put("if", write(*condition)?);
                for (keyword, branch) in [("then", then), ("else", otherwise)] {
                    if let Some(branch) = branch {
                        put(keyword, write(*branch)?);
                    }
                }
            }
            Self::PrefixItems(first, others) => {
                put("prefixItems", list(first, write)?);
                if let Some(others) = others {
                    put("items", write(*others)?);
                }
            }
            Self::Contains { item, min, max } => {
                put("contains", write(*item)?);
                if *min != 1 {
                    put("minContains", json!(min));
                }
                if let Some(max) = max {
                    put("maxContains", json!(max));
                }
            }
            Self::PropertyNames(schema) => {
                // Every name is a text.
                let names = Some(write(*schema)?).filter(|names| *names != json!({}) && *names != json!({ "type": "string" }));
                names.into_iter().for_each(|names| put("propertyNames", names));
            }
            Self::PatternProperties { named, patterns, others } => {
                put("patternProperties", by_name(patterns, write)?);
                let others = match others {
                    AdditionalProperties::Unsaid | AdditionalProperties::Any => None,
                    AdditionalProperties::Forbidden => Some(json!(false)),
                    AdditionalProperties::Schema(schema) => Some(write(*schema)?),
                };
                if let Some(others) = others {
                    // The others are those that neither these nor the patterns name.
                    put("properties", named.iter().map(|name| (name.clone(), json!({}))).collect());
                    put("additionalProperties", others);
                }
            }
            Self::DependentRequired(dependent) => {
                put("dependentRequired", dependent.iter().map(|(name, others)| (name.clone(), json!(others))).collect());
            }
            Self::DependentSchemas(dependent) => put("dependentSchemas", by_name(dependent, write)?),
            Self::UnevaluatedProperties(schema) => put("unevaluatedProperties", write(*schema)?),
            Self::UnevaluatedItems(schema) => put("unevaluatedItems", write(*schema)?),
        }
        Ok(to)
    }
}

fn list<E>(schemas: &[SchemaId], write: &mut impl FnMut(SchemaId) -> Result<Value, E>) -> Result<Value, E> {
    schemas.iter().map(|schema| write(*schema)).collect()
}

fn by_name<E>(schemas: &[(String, SchemaId)], write: &mut impl FnMut(SchemaId) -> Result<Value, E>) -> Result<Value, E> {
    let schemas = schemas.iter().map(|(name, schema)| Ok((name.clone(), write(*schema)?)));
    Ok(Value::Object(schemas.collect::<Result<_, _>>()?))
}
