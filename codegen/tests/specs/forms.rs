// Made by `bindery generate forms.yaml`. Change the description instead of this file.

/// Client for Forms.
#[derive(Clone, Debug)]
pub struct Client(::bindery_runtime::Client);

impl Client {
    /// Starts a client: set what it needs, then `build` it.
    pub fn builder() -> ::bindery_runtime::ClientBuilder<Self> {
        ::bindery_runtime::ClientBuilder::new()
    }

    /// `POST /styles`.
    pub fn styles(
        &self,
        body: &Order,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::POST, "/styles")
            .form_as(
                &[
                    ("sizes", ::bindery_runtime::Style::FORM),
                    ("colors", ::bindery_runtime::Style::PIPE_DELIMITED),
                    ("place", ::bindery_runtime::Style::FORM_EXPLODE),
                    ("area", ::bindery_runtime::Style::FORM),
                    ("filter", ::bindery_runtime::Style::DEEP_OBJECT),
                    ("lines", ::bindery_runtime::Style::DEEP_OBJECT),
                    ("url", ::bindery_runtime::Style::FORM_EXPLODE.reserved()),
                ],
                body,
            )
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }

    /// `POST /media-types`.
    pub fn media_types(
        &self,
        body: Option<&Order>,
    ) -> ::bindery_runtime::Request<(), ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::POST, "/media-types")
            .optional(body, |request, body| {
                request
                    .form_as(
                        &[
                            ("note", ::bindery_runtime::Style::JSON),
                            ("tags", ::bindery_runtime::Style::JSON),
                            ("sizes", ::bindery_runtime::Style::SPACE_DELIMITED),
                        ],
                        body,
                    )
            })
            .reads(::bindery_runtime::read::empty, ::bindery_runtime::read::bytes)
    }
}

impl ::bindery_runtime::Api for Client {
    const BASE_URL: Option<&'static str> = Some("https://host/base");
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

/// `Place`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Place {
    /// `city`.
    pub city: String,
    /// `zip`.
    pub zip: Option<i64>,
}

impl Place {
    /// Creates one from its required fields.
    pub fn new(city: impl Into<String>) -> Self {
        Self {
            city: city.into(),
            zip: None,
        }
    }

    /// Sets `zip`.
    #[must_use]
    pub fn zip(mut self, zip: i64) -> Self {
        self.zip = Some(zip);
        self
    }
}

::bindery_runtime::object! {
    Place;
    required city = "city";
    optional zip = "zip";
}

/// `Order`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Order {
    /// `note`.
    pub note: Option<String>,
    /// `tags`.
    pub tags: Option<Vec<String>>,
    /// `sizes`.
    pub sizes: Option<Vec<i64>>,
    /// `colors`.
    pub colors: Option<Vec<String>>,
    /// `place`.
    pub place: Option<Place>,
    /// `area`.
    pub area: Option<Place>,
    /// `filter`.
    pub filter: Option<::std::collections::BTreeMap<String, String>>,
    /// `lines`.
    pub lines: Option<Vec<Place>>,
    /// `url`.
    pub url: Option<String>,
}

impl Order {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `note`.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// Sets `tags`.
    #[must_use]
    pub fn tags(mut self, tags: Vec<String>) -> Self {
        self.tags = Some(tags);
        self
    }

    /// Sets `sizes`.
    #[must_use]
    pub fn sizes(mut self, sizes: Vec<i64>) -> Self {
        self.sizes = Some(sizes);
        self
    }

    /// Sets `colors`.
    #[must_use]
    pub fn colors(mut self, colors: Vec<String>) -> Self {
        self.colors = Some(colors);
        self
    }

    /// Sets `place`.
    #[must_use]
    pub fn place(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// Sets `area`.
    #[must_use]
    pub fn area(mut self, area: Place) -> Self {
        self.area = Some(area);
        self
    }

    /// Sets `filter`.
    #[must_use]
    pub fn filter(
        mut self,
        filter: ::std::collections::BTreeMap<String, String>,
    ) -> Self {
        self.filter = Some(filter);
        self
    }

    /// Sets `lines`.
    #[must_use]
    pub fn lines(mut self, lines: Vec<Place>) -> Self {
        self.lines = Some(lines);
        self
    }

    /// Sets `url`.
    #[must_use]
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }
}

::bindery_runtime::object! {
    Order;
    optional note = "note";
    optional tags = "tags";
    optional sizes = "sizes";
    optional colors = "colors";
    optional place = "place";
    optional area = "area";
    optional filter = "filter";
    optional lines = "lines";
    optional url = "url";
}

/// The URLs of the servers.
pub mod servers {
    /// `https://host/base`.
    pub const SERVER_1: &str = "https://host/base";
}
