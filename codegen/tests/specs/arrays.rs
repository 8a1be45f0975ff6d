// Made by `bindery generate arrays.yaml`. Change the description instead of this file.

/// Client for Arrays.
#[derive(Clone, Debug)]
pub struct Client(::bindery_runtime::Client);

impl Client {
    /// Starts a client: set what it needs, then `build` it.
    pub fn builder() -> ::bindery_runtime::ClientBuilder<Self> {
        ::bindery_runtime::ClientBuilder::new()
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

/// `Names`.
pub type Names = Vec<String>;

/// `Matrix`.
pub type Matrix = Vec<Vec<f64>>;

/// `Points`.
pub type Points = Vec<PointsItem>;

/// `Holder`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Holder {
    /// `names`.
    pub names: Names,
    /// `points`.
    pub points: Option<Points>,
    /// `tags`.
    ///
    /// Limits: no item twice.
    pub tags: Option<Vec<String>>,
    /// `colors`.
    pub colors: Option<Vec<HolderColorsItem>>,
    /// `shelves`.
    pub shelves: Option<Vec<HolderShelvesItem>>,
    /// `anything`.
    pub anything: Option<Vec<::bindery_runtime::Value>>,
}

impl Holder {
    /// Creates one from its required fields.
    pub fn new(names: Names) -> Self {
        Self {
            names,
            points: None,
            tags: None,
            colors: None,
            shelves: None,
            anything: None,
        }
    }

    /// Sets `points`.
    #[must_use]
    pub fn points(mut self, points: Points) -> Self {
        self.points = Some(points);
        self
    }

    /// Sets `tags`.
    #[must_use]
    pub fn tags(mut self, tags: Vec<String>) -> Self {
        self.tags = Some(tags);
        self
    }

    /// Sets `colors`.
    #[must_use]
    pub fn colors(mut self, colors: Vec<HolderColorsItem>) -> Self {
        self.colors = Some(colors);
        self
    }

    /// Sets `shelves`.
    #[must_use]
    pub fn shelves(mut self, shelves: Vec<HolderShelvesItem>) -> Self {
        self.shelves = Some(shelves);
        self
    }

    /// Sets `anything`.
    #[must_use]
    pub fn anything(mut self, anything: Vec<::bindery_runtime::Value>) -> Self {
        self.anything = Some(anything);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Holder;
    required names = "names";
    optional points = "points";
    optional tags = "tags";
    optional colors = "colors";
    optional shelves = "shelves";
    optional anything = "anything";
}

impl ::bindery_runtime::Validate for Holder {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        if let Some(value) = &self.tags {
            at.key("tags", |at| at.unique_items(value));
        }
        at.nested("colors", &self.colors);
    }
}

/// The `item` of `Points`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PointsItem {
    /// `x`.
    pub x: f64,
    /// `y`.
    pub y: f64,
}

impl PointsItem {
    /// Creates one from its required fields.
    pub fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }
}

::bindery_runtime::object! {
    PointsItem;
    required x = "x";
    required y = "y";
}

/// The `colors item` of `Holder`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum HolderColorsItem {
    /// `red`.
    Red,
    /// `green`.
    Green,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    HolderColorsItem;
    Red = "red";
    Green = "green";
    other Unknown;
}

/// The `shelves item` of `Holder`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct HolderShelvesItem {
    /// `boxes`.
    pub boxes: Option<Vec<HolderShelvesItemBoxesItem>>,
}

impl HolderShelvesItem {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `boxes`.
    #[must_use]
    pub fn boxes(mut self, boxes: Vec<HolderShelvesItemBoxesItem>) -> Self {
        self.boxes = Some(boxes);
        self
    }
}

::bindery_runtime::object! {
    HolderShelvesItem;
    optional boxes = "boxes";
}

/// The `shelves item boxes item` of `Holder`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct HolderShelvesItemBoxesItem {
    /// `label`.
    pub label: Option<String>,
}

impl HolderShelvesItemBoxesItem {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `label`.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }
}

::bindery_runtime::object! {
    HolderShelvesItemBoxesItem;
    optional label = "label";
}
