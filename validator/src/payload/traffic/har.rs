//! HTTP Archives (HAR 1.2), read one entry at a time.

use std::fmt;
use std::io::{self, BufRead};

use bindery_runtime::formats::Base64;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::{Body, Exchange, Message, Places};

static PLACES: Places = Places {
    url: "/request/url",
    status: "/response/status",
    request_headers: "/request/headers",
    request_body: "/request/postData/text",
    response_headers: "/response/headers",
    response_body: "/response/content/text",
};

#[derive(Deserialize)]
#[serde(expecting = "an object with a request")]
struct Entry {
    request: Request,
    response: Option<Response>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Request {
    method: String,
    url: String,
    #[serde(default)]
    headers: Vec<Header>,
    #[serde(default)]
    cookies: Vec<Header>,
    post_data: Option<Text>,
    body_size: Option<f64>,
}

#[derive(Deserialize)]
struct Response {
    status: i32,
    #[serde(default)]
    headers: Vec<Header>,
    content: Option<Text>,
}

/// A header or a cookie.
#[derive(Deserialize)]
struct Header {
    name: String,
    value: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Text {
    mime_type: Option<String>,
    text: Option<String>,
    encoding: Option<String>,
    size: Option<f64>,
    params: Option<Vec<Param>>,
}

/// A field of a form, which may stand in place of the text.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Param {
    name: String,
    value: Option<String>,
    content_type: Option<String>,
}

/// Reads an archive and gives each entry to `sink`, with its number.
pub(super) fn read(input: impl BufRead, sink: &mut dyn FnMut(usize, Value)) -> io::Result<()> {
    let mut reader = serde_json::Deserializer::from_reader(input);
    let mut index = 0;
    let mut number = |entry: Value| {
        sink(index, entry);
        index += 1;
    };
    let archive = Within { key: "log", inner: Within { key: "entries", inner: Each(&mut number) } };
    archive.deserialize(&mut reader).map_err(io::Error::from)?;
    reader.end().map_err(io::Error::from)
}

/// Reads an entry.
///
/// # Errors
///
/// Fails with a reason where it is none.
pub(super) fn exchange(index: usize, entry: Value) -> Result<Exchange, String> {
    let Entry { request, response } = serde_json::from_value(entry).map_err(|error| error.to_string())?;
    let Request { method, url, mut headers, cookies, post_data, body_size } = request;
    headers.extend(cookie_header(&headers, &cookies));
    // Recorders write 0 or -1 as the status of a request that got no answer.
    let response = response.and_then(|response| Some((u16::try_from(response.status).ok().filter(|it| *it > 0)?, response)));
    let status = response.as_ref().map(|(status, _)| *status);
    let answer = response.map_or_else(Message::default, |(_, response)| message(response.headers, response.content, None));
    let request = message(headers, post_data, body_size);
    Ok(Exchange { index, method, url, status, request, response: answer, places: &PLACES, line: None })
}

/// Returns the header of cookies, where a recorder left it out and listed them apart.
fn cookie_header(headers: &[Header], cookies: &[Header]) -> Option<Header> {
    let is_there = cookies.is_empty() || headers.iter().any(|header| header.name.eq_ignore_ascii_case("cookie"));
    let pairs = || cookies.iter().map(|Header { name, value }| format!("{name}={value}")).collect::<Vec<_>>().join("; ");
    (!is_there).then(|| Header { name: "cookie".to_owned(), value: pairs() })
}

fn message(headers: Vec<Header>, text: Option<Text>, size: Option<f64>) -> Message {
    let mut headers: Vec<(String, String)> = headers.into_iter().map(|Header { name, value }| (name, value)).collect();
    let nothing = Text { mime_type: None, text: None, encoding: None, size: None, params: None };
    let Text { mime_type, text, encoding, size: own_size, params } = text.unwrap_or(nothing);
    let named = headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("content-type")).map(|(_, kind)| kind.clone());
    // Browsers write `x-unknown` for a type that was not said.
    let kind = named.clone().or(mime_type.filter(|kind| kind.contains('/'))).unwrap_or_default();
    if named.is_none() && !kind.is_empty() {
        headers.push(("content-type".to_owned(), kind.clone()));
    }
    let text = text.filter(|text| !text.is_empty()).or_else(|| params.filter(|it| !it.is_empty()).map(|it| form(&it, &kind)));
    let body = match (text, encoding.as_deref()) {
        (None, _) if own_size.or(size).is_some_and(|size| size > 0.0) => Body::Unrecorded("was not recorded"),
        (None, _) => Body::Sent(Vec::new()),
        (Some(text), Some(encoding)) if encoding.eq_ignore_ascii_case("base64") => match text.parse::<Base64>() {
            Ok(bytes) => Body::Sent(Vec::from(bytes)),
            Err(_) => Body::Unrecorded("is not in the Base64 that it is said to be in"),
        },
        (Some(_), Some(encoding)) if !encoding.is_empty() => Body::Unrecorded("is in an encoding that is not known"),
        (Some(text), _) => Body::Sent(text.into_bytes()),
    };
    Message { headers, body }
}

/// Writes fields as the body that they were read from; of files an archive has no content.
fn form(params: &[Param], content_type: &str) -> String {
    let Some(boundary) = crate::wire::multipart::boundary(content_type) else {
        let escaped = |text: &str| percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string();
        let pairs = params
            .iter()
            .map(|param| format!("{}={}", escaped(&param.name), escaped(param.value.as_deref().unwrap_or_default())));
        return pairs.collect::<Vec<_>>().join("&");
    };
    let parts = params.iter().map(|Param { name, value, content_type }| {
        let kind = content_type.as_ref().map_or_else(String::new, |kind| format!("Content-Type: {kind}\r\n"));
        let value = value.as_deref().unwrap_or_default();
        format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n{kind}\r\n{value}\r\n")
    });
    parts.chain([format!("--{boundary}--")]).collect()
}

/// Reads the value of one key, and passes over the others.
struct Within<S> {
    key: &'static str,
    inner: S,
}

impl<'de, S: DeserializeSeed<'de, Value = ()>> DeserializeSeed<'de> for Within<S> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de, S: DeserializeSeed<'de, Value = ()>> Visitor<'de> for Within<S> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object with `{}`", self.key)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut inner = Some(self.inner);
        while let Some(key) = map.next_key::<String>()? {
            match inner.take_if(|_| key == self.key) {
                Some(inner) => map.next_value_seed(inner)?,
                None => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        match inner {
            Some(_) => Err(serde::de::Error::missing_field(self.key)),
            None => Ok(()),
        }
    }
}

/// Reads a list one item at a time.
struct Each<'s>(&'s mut dyn FnMut(Value));

impl<'de> DeserializeSeed<'de> for Each<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Each<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of entries")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(entry) = list.next_element::<Value>()? {
            (self.0)(entry);
        }
        Ok(())
    }
}
