//! Fills a path template with encoded values, so that no value can change the route.

use crate::parameter::escape;
use crate::{Failure, Invalid};

use super::call::escaped;

/// Fills `/v1/agents/{agentId}`; the values are encoded already.
///
/// A segment that becomes `.` or `..` is refused, also where dots are written as `%2E`: a URL has no way to say that
/// such a segment is meant (RFC 3986, section 6.2.2.3; URL standard, "single-dot URL path segment").
pub(crate) fn fill(template: &str, values: &[(&str, String)]) -> Result<String, Invalid> {
    let mut path = String::with_capacity(template.len() + 32);
    if !template.starts_with('/') {
        path.push('/');
    }
    let mut rest = template;
    while let Some((before, name, after)) = next_parameter(rest) {
        path.push_str(&escape::literal(before));
        path.push_str(value_of(name, values)?);
        rest = after;
        let segment = path.rsplit('/').next().unwrap_or(&path);
        let ends = rest.is_empty() || rest.starts_with(['/', '?']);
        if ends && is_dots(segment) {
            let message = format!("`{name}` gives the path segment `{segment}`, which would change the route");
            return Err(failure(name, message));
        }
    }
    path.push_str(&escape::literal(rest));
    Ok(path)
}

/// Splits a template at its first `{name}`.
fn next_parameter(template: &str) -> Option<(&str, &str, &str)> {
    let (before, from) = template.split_once('{')?;
    let (name, after) = from.split_once('}')?;
    Some((before, name, after))
}

fn value_of<'a>(name: &str, values: &'a [(&str, String)]) -> Result<&'a str, Invalid> {
    let value = values.iter().find(|(known, _)| *known == name);
    match value {
        Some((_, value)) if !value.is_empty() => Ok(value),
        Some(_) => Err(failure(name, format!("the path parameter `{name}` is empty, which would change the route"))),
        None => Err(failure(name, format!("the path parameter `{name}` has no value"))),
    }
}

fn is_dots(segment: &str) -> bool {
    let segment = segment.replace("%2e", ".").replace("%2E", ".");
    segment == "." || segment == ".."
}

fn failure(name: &str, message: String) -> Invalid {
    Failure::new(format!("/{}", escaped(name)), "path", message).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(template: &str, values: &[(&str, &str)]) -> Result<String, String> {
        let values: Vec<_> = values.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        fill(template, &values).map_err(|invalid| invalid.to_string())
    }

    #[test]
    fn fills() {
        let path = |template, values| filled(template, values).expect("a path");
        assert_eq!(path("/v1/agents", &[]), "/v1/agents");
        assert_eq!(path("v1", &[]), "/v1");
        assert_eq!(path("/a/{x}/b/{y}", &[("y", "2"), ("x", "1")]), "/a/1/b/2");
        assert_eq!(path("/{x}/{x}", &[("x", "1")]), "/1/1");
        assert_eq!(path("/{x}.json", &[("x", "..")]), "/...json");
        assert_eq!(path("/a b/{x}", &[("x", "%2F")]), "/a%20b/%2F");
        assert_eq!(path("/a?b=c&d={x}", &[("x", "1")]), "/a?b=c&d=1");
        assert_eq!(path("/a/{", &[]), "/a/%7B");
    }

    #[test]
    fn refuses_what_would_change_the_route() {
        for value in ["", ".", "..", "%2e", ".%2E"] {
            let error = filled("/a/{x}/b", &[("x", value)]).expect_err(value);
            assert!(error.starts_with("/x: "), "{error}");
            assert!(error.contains("would change the route"), "{error}");
        }
        filled("/{x}{y}", &[("x", "."), ("y", ".")]).expect_err("two dots");
        filled("/.{x}", &[("x", ".")]).expect_err("two dots");
        filled("/{x}?a", &[("x", ".")]).expect_err("a dot");
        filled("/{x}", &[]).expect_err("no value");
    }
}
