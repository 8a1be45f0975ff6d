// Made by `bindery generate docs.yaml`. Change the description instead of this file.

/// Client for Descriptions.
///
/// Descriptions become doc comments, whatever stands in them.
#[derive(Clone, Debug)]
pub struct Client(::bindery_runtime::Client);

impl Client {
    /// Starts a client: set what it needs, then `build` it.
    pub fn builder() -> ::bindery_runtime::ClientBuilder<Self> {
        ::bindery_runtime::ClientBuilder::new()
    }

    /// Lists the pets.
    ///
    /// Sorted by name, at most [100](https://example.com/limits) of them.
    ///
    /// * first
    /// * second
    ///
    /// More: <https://example.com/pets>
    ///
    /// `GET /pets`. Headers of answers: `X-Total`, `Retry-After`.
    pub fn list_pets(
        &self,
    ) -> ::bindery_runtime::Request<Vec<Pet>, ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/pets")
            .reads(::bindery_runtime::read::json, ::bindery_runtime::read::bytes)
    }
}

impl ::bindery_runtime::Api for Client {
    const BASE_URL: Option<&'static str> = None;
    const USER_AGENT: &'static str = concat!(
        env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")
    );
    const SECURITY_SCHEMES: &'static [::bindery_runtime::SecurityScheme] = &[];
    const SECURITY: ::bindery_runtime::Security = &[];

    fn from_client(client: ::bindery_runtime::Client) -> Self {
        Self(client)
    }

    fn as_client(&self) -> &::bindery_runtime::Client {
        &self.0
    }
}

/// A pet
///
/// A pet, with \[`Option`] and \[a link] and **markup** and <https://example.com/bare?a=b>.
///
/// ```text
/// let pet = does_not_compile();
/// ```
///
/// ```text
/// indented code
/// ```
///
/// */ and /* and # not a heading
///
/// More: <https://example.com/pet>
///
/// # Example
///
/// ```json
/// {
///   "name": "Tom",
///   "back`tick": 1
/// }
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Pet {
    /// `name`.
    pub name: Option<String>,
    /// \<script>alert("x")\</script> a \< b && c > d
    pub html: Option<String>,
    /// ```json
    /// {"never": "closed"}
    /// ```
    pub unclosed: Option<String>,
    /// a b cd
    pub tabs: Option<String>,
    /// This is a very long description that does not fit into one line of a comment and so has to
    /// be wrapped at the right place without changing its meaning.
    pub long: Option<String>,
    /// A titled property
    pub titled: Option<String>,
    /// "quoted" \\ backslash \n and {braces} and `code`
    pub quotes: Option<String>,
    /// An array \[0] or \[foo] or \[Vec\<T>], and a footnote\[^1].
    pub brackets: Option<String>,
    /// One of:
    ///
    /// - a
    /// - b continued
    ///
    /// 1. one
    /// 2. two
    pub list: Option<String>,
    /// | a | b |
    /// | --- | --- |
    /// | 1 | 2 |
    pub table: Option<String>,
}

impl Pet {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `name`.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets `html`.
    #[must_use]
    pub fn html(mut self, html: impl Into<String>) -> Self {
        self.html = Some(html.into());
        self
    }

    /// Sets `unclosed`.
    #[must_use]
    pub fn unclosed(mut self, unclosed: impl Into<String>) -> Self {
        self.unclosed = Some(unclosed.into());
        self
    }

    /// Sets `tabs`.
    #[must_use]
    pub fn tabs(mut self, tabs: impl Into<String>) -> Self {
        self.tabs = Some(tabs.into());
        self
    }

    /// Sets `long`.
    #[must_use]
    pub fn long(mut self, long: impl Into<String>) -> Self {
        self.long = Some(long.into());
        self
    }

    /// Sets `titled`.
    #[must_use]
    pub fn titled(mut self, titled: impl Into<String>) -> Self {
        self.titled = Some(titled.into());
        self
    }

    /// Sets `quotes`.
    #[must_use]
    pub fn quotes(mut self, quotes: impl Into<String>) -> Self {
        self.quotes = Some(quotes.into());
        self
    }

    /// Sets `brackets`.
    #[must_use]
    pub fn brackets(mut self, brackets: impl Into<String>) -> Self {
        self.brackets = Some(brackets.into());
        self
    }

    /// Sets `list`.
    #[must_use]
    pub fn list(mut self, list: impl Into<String>) -> Self {
        self.list = Some(list.into());
        self
    }

    /// Sets `table`.
    #[must_use]
    pub fn table(mut self, table: impl Into<String>) -> Self {
        self.table = Some(table.into());
        self
    }
}

::bindery_runtime::object! {
    Pet;
    optional name = "name";
    optional html = "html";
    optional unclosed = "unclosed";
    optional tabs = "tabs";
    optional long = "long";
    optional titled = "titled";
    optional quotes = "quotes";
    optional brackets = "brackets";
    optional list = "list";
    optional table = "table";
}

/// `Undescribed`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Undescribed {
    /// `plain`.
    pub plain: Option<String>,
}

impl Undescribed {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `plain`.
    #[must_use]
    pub fn plain(mut self, plain: impl Into<String>) -> Self {
        self.plain = Some(plain.into());
        self
    }
}

::bindery_runtime::object! {
    Undescribed;
    optional plain = "plain";
}

/// `` Odd`name ``.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct OddName {
    /// `` odd`field ``.
    pub odd_field: Option<String>,
}

impl OddName {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `odd_field`.
    #[must_use]
    pub fn odd_field(mut self, odd_field: impl Into<String>) -> Self {
        self.odd_field = Some(odd_field.into());
        self
    }
}

::bindery_runtime::object! {
    OddName;
    optional odd_field = "odd`field";
}
