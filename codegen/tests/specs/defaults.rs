// Made by `bindery generate defaults.yaml`. Change the description instead of this file.

/// Client for Defaults.
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

/// `Settings`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Settings {
    /// `limit`.
    ///
    /// Default: `20`.
    pub limit: Option<i64>,
    /// `ratio`.
    ///
    /// Default: `0.5`.
    pub ratio: Option<f64>,
    /// `whole`.
    ///
    /// Default: `2`.
    pub whole: Option<f64>,
    /// `negative`.
    ///
    /// Default: `-1`.
    pub negative: Option<i32>,
    /// `name`.
    ///
    /// Default: `"say \"hi\""`.
    pub name: Option<String>,
    /// `on`.
    ///
    /// Default: `true`.
    pub on: Option<bool>,
    /// `order`.
    ///
    /// Default: `"asc"`.
    pub order: Option<Order>,
    /// `inline`.
    ///
    /// Default: `"down"`.
    pub inline: Option<SettingsInline>,
    /// `with_order`.
    ///
    /// Default: `"desc"`.
    pub with_order: Option<Order>,
    /// `tags`.
    ///
    /// Default: `[]`.
    pub tags: Option<Vec<String>>,
    /// `day`.
    ///
    /// Default: `"2024-01-01"`.
    pub day: Option<::bindery_runtime::formats::Date>,
    /// `nothing`.
    pub nothing: ::bindery_runtime::Maybe<String>,
    /// `something`.
    ///
    /// Default: `"text"`.
    pub something: ::bindery_runtime::Maybe<String>,
    /// `limit_or_default`.
    pub limit_or_default: Option<i64>,
}

impl Settings {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `limit`.
    #[must_use]
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Returns `limit`, or the documented default where it is not set.
    pub fn limit_or_default_value(&self) -> i64 {
        self.limit.unwrap_or(20)
    }

    /// Sets `ratio`.
    #[must_use]
    pub fn ratio(mut self, ratio: f64) -> Self {
        self.ratio = Some(ratio);
        self
    }

    /// Returns `ratio`, or the documented default where it is not set.
    pub fn ratio_or_default(&self) -> f64 {
        self.ratio.unwrap_or(0.5)
    }

    /// Sets `whole`.
    #[must_use]
    pub fn whole(mut self, whole: f64) -> Self {
        self.whole = Some(whole);
        self
    }

    /// Returns `whole`, or the documented default where it is not set.
    pub fn whole_or_default(&self) -> f64 {
        self.whole.unwrap_or(2.0)
    }

    /// Sets `negative`.
    #[must_use]
    pub fn negative(mut self, negative: i32) -> Self {
        self.negative = Some(negative);
        self
    }

    /// Returns `negative`, or the documented default where it is not set.
    pub fn negative_or_default(&self) -> i32 {
        self.negative.unwrap_or(-1)
    }

    /// Sets `name`.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Returns `name`, or the documented default where it is not set.
    pub fn name_or_default(&self) -> &str {
        self.name.as_deref().unwrap_or("say \"hi\"")
    }

    /// Sets `on`.
    #[must_use]
    pub fn on(mut self, on: bool) -> Self {
        self.on = Some(on);
        self
    }

    /// Returns `on`, or the documented default where it is not set.
    pub fn on_or_default(&self) -> bool {
        self.on.unwrap_or(true)
    }

    /// Sets `order`.
    #[must_use]
    pub fn order(mut self, order: Order) -> Self {
        self.order = Some(order);
        self
    }

    /// Returns `order`, or the documented default where it is not set.
    pub fn order_or_default(&self) -> Order {
        self.order.clone().unwrap_or(Order::Asc)
    }

    /// Sets `inline`.
    #[must_use]
    pub fn inline(mut self, inline: SettingsInline) -> Self {
        self.inline = Some(inline);
        self
    }

    /// Returns `inline`, or the documented default where it is not set.
    pub fn inline_or_default(&self) -> SettingsInline {
        self.inline.clone().unwrap_or(SettingsInline::Down)
    }

    /// Sets `with_order`.
    #[must_use]
    pub fn with_order(mut self, with_order: Order) -> Self {
        self.with_order = Some(with_order);
        self
    }

    /// Returns `with_order`, or the documented default where it is not set.
    pub fn with_order_or_default(&self) -> Order {
        self.with_order.clone().unwrap_or(Order::Desc)
    }

    /// Sets `tags`.
    #[must_use]
    pub fn tags(mut self, tags: Vec<String>) -> Self {
        self.tags = Some(tags);
        self
    }

    /// Sets `day`.
    #[must_use]
    pub fn day(mut self, day: ::bindery_runtime::formats::Date) -> Self {
        self.day = Some(day);
        self
    }

    /// Sets `nothing`.
    #[must_use]
    pub fn nothing(mut self, nothing: impl Into<String>) -> Self {
        self.nothing = ::bindery_runtime::Maybe::Value(nothing.into());
        self
    }

    /// Sets `nothing` to null, which is not the same as leaving it out.
    #[must_use]
    pub fn nothing_null(mut self) -> Self {
        self.nothing = ::bindery_runtime::Maybe::Null;
        self
    }

    /// Sets `something`.
    #[must_use]
    pub fn something(mut self, something: impl Into<String>) -> Self {
        self.something = ::bindery_runtime::Maybe::Value(something.into());
        self
    }

    /// Sets `something` to null, which is not the same as leaving it out.
    #[must_use]
    pub fn something_null(mut self) -> Self {
        self.something = ::bindery_runtime::Maybe::Null;
        self
    }

    /// Sets `limit_or_default`.
    #[must_use]
    pub fn limit_or_default(mut self, limit_or_default: i64) -> Self {
        self.limit_or_default = Some(limit_or_default);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Settings;
    optional limit = "limit";
    optional ratio = "ratio";
    optional whole = "whole";
    optional negative = "negative";
    optional name = "name";
    optional on = "on";
    optional order = "order";
    optional inline = "inline";
    optional with_order = "with_order";
    optional tags = "tags";
    optional day = "day";
    nullable nothing = "nothing";
    nullable something = "something";
    optional limit_or_default = "limit_or_default";
}

impl ::bindery_runtime::Validate for Settings {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("order", &self.order);
        at.nested("inline", &self.inline);
        at.nested("with_order", &self.with_order);
    }
}

/// `Order`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Order {
    /// `asc`.
    Asc,
    /// `desc`.
    Desc,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    Order;
    Asc = "asc";
    Desc = "desc";
    other Unknown;
}

/// `Wrong`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Wrong {
    /// `count`.
    pub count: Option<i64>,
    /// `order`.
    pub order: Option<WrongOrder>,
}

impl Wrong {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `count`.
    #[must_use]
    pub fn count(mut self, count: i64) -> Self {
        self.count = Some(count);
        self
    }

    /// Sets `order`.
    #[must_use]
    pub fn order(mut self, order: WrongOrder) -> Self {
        self.order = Some(order);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Wrong;
    optional count = "count";
    optional order = "order";
}

impl ::bindery_runtime::Validate for Wrong {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("order", &self.order);
    }
}

/// The `inline` of `Settings`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum SettingsInline {
    /// `up`.
    Up,
    /// `down`.
    Down,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    SettingsInline;
    Up = "up";
    Down = "down";
    other Unknown;
}

/// The `order` of `Wrong`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum WrongOrder {
    /// `asc`.
    Asc,
    /// `desc`.
    Desc,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    WrongOrder;
    Asc = "asc";
    Desc = "desc";
    other Unknown;
}
