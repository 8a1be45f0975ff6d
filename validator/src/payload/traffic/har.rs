//! HTTP Archives (HAR 1.2), read one entry at a time.

use std::fmt;
use std::io::{self, BufRead};

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::{Exchange, Message, Places};

static PLACES: Places = Places {
    url: "/request/url",
    status: "/response/status",
    request_headers: "/request/headers",
    request_body: "/request/postData/text",
    response_headers: "/response/headers",
    response_body: "/response/content/text",
};

#[derive(Deserialize)]
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
    post_data: Option<Text>,
}

#[derive(Deserialize)]
struct Response {
    status: u16,
    #[serde(default)]
    headers: Vec<Header>,
    content: Option<Text>,
}

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
}

/// Reads an archive and gives each entry to `sink`.
pub(super) fn read(input: impl BufRead, sink: &mut dyn FnMut(Exchange)) -> io::Result<()> {
    let mut reader = serde_json::Deserializer::from_reader(input);
    let mut index = 0;
    let mut number = |entry: Entry| {
        sink(exchange(entry, index));
        index += 1;
    };
    let archive = Within { key: "log", inner: Within { key: "entries", inner: Each(&mut number) } };
    archive.deserialize(&mut reader).map_err(io::Error::from)?;
    reader.end().map_err(io::Error::from)
}

fn exchange(entry: Entry, index: usize) -> Exchange {
    let Entry { request, response } = entry;
    let Request { method, url, headers, post_data } = request;
    // Browsers record a request that got no answer with the status 0.
    let response = response.filter(|response| response.status != 0);
    let status = response.as_ref().map(|response| response.status);
    let answer = response.map_or_else(Message::default, |response| message(response.headers, response.content));
    Exchange { index, method, url, status, request: message(headers, post_data), response: answer, places: &PLACES, line: None }
}

fn message(headers: Vec<Header>, text: Option<Text>) -> Message {
    let mut headers: Vec<(String, String)> = headers.into_iter().map(|Header { name, value }| (name, value)).collect();
    let Some(Text { mime_type, text, encoding }) = text else { return Message { headers, ..Message::default() } };
    let named = headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("content-type"));
    if let Some(kind) = mime_type.filter(|kind| !named && !kind.is_empty()) {
        headers.push(("content-type".to_owned(), kind));
    }
    let text = text.unwrap_or_default();
    let body = match encoding.as_deref() {
        Some("base64") => crate::schema::decode_base64(&text).unwrap_or_else(|| text.into_bytes()),
        _ => text.into_bytes(),
    };
    Message { headers, body, is_value: false }
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
struct Each<'s>(&'s mut dyn FnMut(Entry));

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
        while let Some(entry) = list.next_element::<Entry>()? {
            (self.0)(entry);
        }
        Ok(())
    }
}
