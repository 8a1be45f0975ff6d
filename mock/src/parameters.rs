//! Parameters of a request -> values, held against their schemas.
//!
//! It does not know what the values are for.

use bindery::spec::{Operation, ParameterLocation};
use bindery_validator::wire::parameter::{is_ignored, location_name, read as read_one};
use serde_json::Value;

use crate::description::Description;
use crate::wire::Call;

/// The values of an operation's parameters.
#[derive(Debug, Default)]
pub(crate) struct Parameters {
    values: Vec<(ParameterLocation, String, Value)>,
}

impl Parameters {
    /// Returns the value of a parameter; the names of headers know no case.
    pub(crate) fn get(&self, location: ParameterLocation, name: &str) -> Option<&Value> {
        let same = |other: &str| match location {
            ParameterLocation::Header => name.eq_ignore_ascii_case(other),
            ParameterLocation::Path | ParameterLocation::Query | ParameterLocation::Cookie => name == other,
        };
        self.values.iter().find(|(place, other, _)| *place == location && same(other)).map(|(_, _, value)| value)
    }

    /// Returns the path parameters, from left to right as the operation lists them.
    pub(crate) fn path(&self) -> impl Iterator<Item = (&str, &Value)> {
        let path = self.values.iter().filter(|(place, _, _)| *place == ParameterLocation::Path);
        path.map(|(_, name, value)| (name.as_str(), value))
    }
}

/// Reads the parameters of an operation. Fails with a sentence that names the first one that is missing or not valid.
pub(crate) fn read(
    description: &Description,
    operation: &Operation,
    call: &Call,
    path: &[(String, String)],
) -> Result<Parameters, String> {
    let mut values = Vec::new();
    for parameter in operation.parameters.iter().filter(|parameter| !is_ignored(parameter)) {
        let named = |problem: String| format!("`{}` ({}): {problem}", parameter.name, location_name(parameter.location));
        match read_one(&description.document, parameter, &operation.parameters, &call.as_written(), path).map_err(named)? {
            Some(value) => {
                description.check_sent(parameter.schema, &value).map_err(named)?;
                values.push((parameter.location, parameter.name.clone(), value));
            }
            None if parameter.required => {
                let place = location_name(parameter.location);
                return Err(format!("`{}` ({place}) is required", parameter.name));
            }
            None => {}
        }
    }
    Ok(Parameters { values })
}
