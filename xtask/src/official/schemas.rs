//! The official schemas of OpenAPI and of SARIF, from npm.

use std::path::Path;

use jsonschema::Validator;
use serde_json::Value;

use super::read;
use crate::npm::{Package, fetched};

/// The schemas of the OpenAPI Initiative, of each version.
const OPENAPI: Package = Package {
    name: "@seriousme/openapi-schema-validator@2.11.0",
    archive: "seriousme-openapi-schema-validator-2.11.0.tgz",
    sha512: "DL8TjmjkUS76OaK/TinoRtf6PrirsWfMZiv62ifP9eq3UOpoLqSGZKpCErxMzz0i1pjECSPYY+qZ1SRYEgiEvg==",
    folder: "openapi-schema-validator-2.11.0",
};

/// The schema of OASIS for SARIF 2.1.0.
const SARIF: Package = Package {
    name: "@microsoft/jest-sarif@1.0.0-beta.0",
    archive: "microsoft-jest-sarif-1.0.0-beta.0.tgz",
    sha512: "A1fOhPd6Ic5iDk4F9YPw1qNB4XF+7+IviR7xl8r2F6QzQkx5cpY9LsGk2rExiFIEcBbjpVnSmwWGBukASkiQ9A==",
    folder: "jest-sarif-1.0.0-beta.0",
};

/// The schemas of the versions of OpenAPI.
pub(super) struct Official(Vec<(&'static str, Validator)>);

impl Official {
    pub(super) fn fetch(cache: &Path) -> Result<Self, String> {
        let package = fetched(&OPENAPI, cache)?;
        let versions = ["2.0", "3.0", "3.1", "3.2"].into_iter();
        let schemas = versions.map(|version| {
            let path = package.join(format!("schemas/v{version}/schema.json"));
            Ok((version, validator(&read(&path)?, &path)?))
        });
        schemas.collect::<Result<_, String>>().map(Self)
    }

    /// Returns what the schema of its version says against a description; none for a version without a schema.
    pub(super) fn errors(&self, description: &Value) -> Option<Vec<String>> {
        let stated = description.get("openapi").or_else(|| description.get("swagger"))?.as_str()?;
        let (_, schema) = self.0.iter().find(|(version, _)| stated.starts_with(version))?;
        Some(schema.iter_errors(description).map(|error| format!("{}: {error}", error.instance_path())).map(shortened).collect())
    }
}

/// The schema of SARIF.
pub(super) struct Sarif(Validator);

impl Sarif {
    pub(super) fn fetch(cache: &Path) -> Result<Self, String> {
        let path = fetched(&SARIF, cache)?.join("lib/schemas/sarif-2.1.0-rtm.5.json");
        // A bracket that nothing opened is taken for itself only by an older grammar of patterns than that of JSON Schema.
        let text = read(&path)?.replace("{2}]?$", "{2}\\\\]?$");
        validator(&text, &path).map(Self)
    }

    /// Returns the first thing that is wrong with a log.
    pub(super) fn error(&self, text: &str) -> Option<String> {
        match serde_json::from_str(text) {
            Ok(log) => self.0.iter_errors(&log).next().map(|error| shortened(format!("{}: {error}", error.instance_path()))),
            Err(error) => Some(error.to_string()),
        }
    }
}

fn validator(text: &str, path: &Path) -> Result<Validator, String> {
    let schema: Value = serde_json::from_str(text).map_err(|error| format!("{} is not JSON: {error}", path.display()))?;
    jsonschema::options().build(&schema).map_err(|error| format!("{} is no schema: {error}", path.display()))
}

fn shortened(message: String) -> String {
    const LENGTH: usize = 300;
    message.char_indices().nth(LENGTH).map_or(message.clone(), |(end, _)| format!("{}…", &message[..end]))
}
