//! Checks a base URL and brings it into the form to which paths are appended.

use http::Uri;

/// A base URL without a slash at its end.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct BaseUrl {
    pub(super) text: String,
    pub(super) scheme: Scheme,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scheme {
    Http,
    Https,
}

/// Reads a base URL. Its own path is kept: paths of operations are appended to it (OpenAPI 3.0.3, Server Object).
///
/// The reason of a failure doesn't show the URL, which may hold a password.
pub(super) fn parse(text: &str) -> Result<BaseUrl, String> {
    let uri: Uri = text.parse().map_err(|error| format!("{error}"))?;
    let scheme = match uri.scheme_str() {
        Some("http") => Scheme::Http,
        Some("https") => Scheme::Https,
        _ => return Err("it has to begin with `http://` or `https://`".to_owned()),
    };
    let authority = uri.authority().map_or("", |authority| authority.as_str());
    if authority.contains('@') {
        return Err("it must not hold a user or password".to_owned());
    }
    if text.contains(['?', '#']) {
        return Err("it must not have a query or a fragment".to_owned());
    }
    let scheme_text = uri.scheme_str().unwrap_or_default();
    let path = uri.path().trim_end_matches('/');
    Ok(BaseUrl { text: format!("{scheme_text}://{authority}{path}"), scheme })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_path_and_drops_the_last_slash() {
        for (text, expected) in [
            ("https://api.ledger.so", "https://api.ledger.so"),
            ("https://api.ledger.so/", "https://api.ledger.so"),
            ("http://[::1]:80/a/b/", "http://[::1]:80/a/b"),
            ("HTTP://Host/A", "http://Host/A"),
        ] {
            let base = parse(text).expect(text);
            assert_eq!(base.text, expected);
        }
    }

    #[test]
    fn refuses_what_no_path_can_follow() {
        for text in [
            "",
            "api.ledger.so",
            "/v1",
            "ftp://host",
            "https://",
            "https://u:secret@host",
            "https://host?x=1",
            "https://host#x",
            "https://{region}.host",
            "https://host\n",
        ] {
            let reason = parse(text).expect_err(text);
            assert!(!reason.contains("secret"), "{reason}");
        }
    }
}
