//! JSON Pointers (RFC 6901): the name of a node inside a text.

use std::borrow::Cow;
use std::cell::RefCell;
use std::fmt;
use std::sync::Arc;

/// A JSON Pointer, as a string with `~0` for `~` and `~1` for `/`. A clone costs nothing.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pointer(Arc<str>);

impl Pointer {
    /// Returns the pointer to the outermost node: the empty string.
    pub fn root() -> Self {
        Self(Arc::from(""))
    }

    /// Reads a pointer, or a URI fragment that holds one (`#/a/b%20c`, RFC 6901 section 6).
    ///
    /// Returns `None` for a text that is neither: one that does not start with `/`, has another `~` than `~0` and `~1`, or a broken
    /// percent code.
    pub fn parse(text: &str) -> Option<Self> {
        let text = match text.strip_prefix('#') {
            Some(fragment) => percent_decode(fragment)?,
            None => Cow::Borrowed(text),
        };
        let starts_well = text.is_empty() || text.starts_with('/');
        let escapes_well = text.split('~').skip(1).all(|rest| rest.starts_with(['0', '1']));
        (starts_well && escapes_well).then(|| Self(Arc::from(text)))
    }

    /// Names the value under a key. The key is escaped.
    #[must_use]
    pub fn child(&self, token: &str) -> Self {
        match token.bytes().any(|byte| matches!(byte, b'~' | b'/')) {
            true => self.followed_by(&token.replace('~', "~0").replace('/', "~1")),
            false => self.followed_by(token),
        }
    }

    fn followed_by(&self, token: &str) -> Self {
        thread_local! {
            // A pointer is made for each node of a description, and its length has to be known before it is stored.
            static TEXT: RefCell<String> = const { RefCell::new(String::new()) };
        }
        TEXT.with_borrow_mut(|text| {
            text.clear();
            text.extend([&self.0, "/", token]);
            Self(Arc::from(text.as_str()))
        })
    }

    /// Names an item, counted from 0.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.followed_by(&index.to_string())
    }

    /// Names the node that holds this one; `None` for the outermost.
    pub fn parent(&self) -> Option<Self> {
        let (parent, _) = self.0.rsplit_once('/')?;
        Some(Self(Arc::from(parent)))
    }

    /// Returns the keys and indices that lead to the node, unescaped.
    pub fn tokens(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.0.split('/').skip(1).map(unescape)
    }

    /// Returns the pointer as it is written, escaped.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.0, f)
    }
}

fn unescape(token: &str) -> Cow<'_, str> {
    // Tokens are short: to look at each byte is quicker than to search.
    if !token.bytes().any(|byte| byte == b'~') {
        return Cow::Borrowed(token);
    }
    let mut unescaped = String::with_capacity(token.len());
    for (index, part) in token.split('~').enumerate() {
        match (index, part.as_bytes().first()) {
            (0, _) => unescaped.push_str(part),
            (_, Some(b'1')) => unescaped.extend(["/", &part[1..]]),
            (_, Some(b'0')) => unescaped.extend(["~", &part[1..]]),
            _ => unescaped.extend(["~", part]),
        }
    }
    Cow::Owned(unescaped)
}

/// Reads a text with percent codes (RFC 3986, section 2.1); `None` where one is broken, or where they give no UTF-8.
pub fn percent_decode(text: &str) -> Option<Cow<'_, str>> {
    if !text.contains('%') {
        return Some(Cow::Borrowed(text));
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte == b'%' {
            let (code, after) = rest.split_at_checked(2)?;
            let [high, low] = [hex(code[0])?, hex(code[1])?];
            bytes.push(high * 16 + low);
            rest = after;
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok().map(Cow::Owned)
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::Pointer;

    #[test]
    fn tokens_are_escaped_and_unescaped() {
        let pointer = Pointer::root().child("a/b").child("m~n").child("~1").child("").index(3);
        assert_eq!(pointer.as_str(), "/a~1b/m~0n/~01//3");
        assert_eq!(pointer.tokens().collect::<Vec<_>>(), ["a/b", "m~n", "~1", "", "3"]);
        assert_eq!(Pointer::root().tokens().count(), 0);
    }

    /// The examples of RFC 6901, sections 5 and 6.
    #[test]
    fn fragments_are_decoded() {
        for (fragment, pointer) in [("#", ""), ("#/foo/0", "/foo/0"), ("#/c%25d", "/c%d"), ("#/k%22l", "/k\"l"), ("#/%20", "/ ")]
        {
            assert_eq!(Pointer::parse(fragment).map(|it| it.to_string()).as_deref(), Some(pointer));
        }
        assert_eq!(Pointer::parse("/c%d").map(|it| it.to_string()).as_deref(), Some("/c%d"), "only fragments are encoded");
        assert_eq!(Pointer::parse("#/%C5%BE").map(|it| it.to_string()).as_deref(), Some("/ž"));
    }

    #[test]
    fn what_is_no_pointer() {
        for text in ["a", "#a", "/~", "/~2", "/a~", "#/%", "#/%2", "#/%zz", "#/%ff", "#/%é"] {
            assert_eq!(Pointer::parse(text), None, "{text}");
        }
    }

    #[test]
    fn parents() {
        let pointer = Pointer::root().child("a").child("b/c");
        assert_eq!(pointer.parent().map(|it| it.to_string()).as_deref(), Some("/a"));
        assert_eq!(Pointer::root().parent(), None);
    }
}
