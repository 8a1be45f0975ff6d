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

/// Defaults that are no scalars are said in the documentation.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Composite {
    /// `object`.
    ///
    /// Default: `{"a":"b"}`.
    pub object: Option<CompositeObject>,
    /// `list`.
    ///
    /// Default: `[1,2]`.
    pub list: Option<Vec<i64>>,
    /// `map`.
    ///
    /// Default: `{}`.
    pub map: Option<::std::collections::BTreeMap<String, String>>,
    /// `either`.
    ///
    /// Default: `"x"`.
    pub either: Option<CompositeEither>,
    /// `instant`.
    ///
    /// Default: `"2020-01-01T00:00:00Z"`.
    pub instant: Option<::bindery_runtime::formats::DateTime>,
    /// `level`.
    ///
    /// Default: `1`.
    pub level: Option<CompositeLevel>,
    /// `free`.
    ///
    /// Default: `[null]`.
    pub free: Option<::bindery_runtime::Value>,
    /// `large`.
    ///
    /// Default: `18446744073709551615`.
    pub large: Option<u64>,
    /// `fraction`.
    ///
    /// Default: `1e-7`.
    pub fraction: Option<f64>,
}

impl Composite {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `object`.
    #[must_use]
    pub fn object(mut self, object: CompositeObject) -> Self {
        self.object = Some(object);
        self
    }

    /// Sets `list`.
    #[must_use]
    pub fn list(mut self, list: Vec<i64>) -> Self {
        self.list = Some(list);
        self
    }

    /// Sets `map`.
    #[must_use]
    pub fn map(mut self, map: ::std::collections::BTreeMap<String, String>) -> Self {
        self.map = Some(map);
        self
    }

    /// Sets `either`.
    #[must_use]
    pub fn either(mut self, either: CompositeEither) -> Self {
        self.either = Some(either);
        self
    }

    /// Sets `instant`.
    #[must_use]
    pub fn instant(mut self, instant: ::bindery_runtime::formats::DateTime) -> Self {
        self.instant = Some(instant);
        self
    }

    /// Sets `level`.
    #[must_use]
    pub fn level(mut self, level: CompositeLevel) -> Self {
        self.level = Some(level);
        self
    }

    /// Returns `level`, or the documented default where it is not set.
    pub fn level_or_default(&self) -> CompositeLevel {
        self.level.clone().unwrap_or(CompositeLevel::Value1)
    }

    /// Sets `free`.
    #[must_use]
    pub fn free(mut self, free: ::bindery_runtime::Value) -> Self {
        self.free = Some(free);
        self
    }

    /// Sets `large`.
    #[must_use]
    pub fn large(mut self, large: u64) -> Self {
        self.large = Some(large);
        self
    }

    /// Returns `large`, or the documented default where it is not set.
    pub fn large_or_default(&self) -> u64 {
        self.large.unwrap_or(18446744073709551615)
    }

    /// Sets `fraction`.
    #[must_use]
    pub fn fraction(mut self, fraction: f64) -> Self {
        self.fraction = Some(fraction);
        self
    }

    /// Returns `fraction`, or the documented default where it is not set.
    pub fn fraction_or_default(&self) -> f64 {
        self.fraction.unwrap_or(0.0000001)
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Composite;
    optional object = "object";
    optional list = "list";
    optional map = "map";
    optional either = "either";
    optional instant = "instant";
    optional level = "level";
    anything free = "free";
    optional large = "large";
    optional fraction = "fraction";
}

impl ::bindery_runtime::Validate for Composite {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("level", &self.level);
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

/// The `object` of `Composite`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct CompositeObject {
    /// `a`.
    pub a: Option<String>,
}

impl CompositeObject {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `a`.
    #[must_use]
    pub fn a(mut self, a: impl Into<String>) -> Self {
        self.a = Some(a.into());
        self
    }
}

::bindery_runtime::object! {
    CompositeObject;
    optional a = "a";
}

/// The `either` of `Composite`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum CompositeEither {
    /// `string`.
    String(String),
    /// `integer`.
    Integer(i64),
}

::bindery_runtime::untagged_union! {
    CompositeEither;
    String: string;
    Integer: integer;
}

impl From<String> for CompositeEither {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<i64> for CompositeEither {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

/// The `level` of `Composite`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum CompositeLevel {
    /// `1`.
    Value1,
    /// `2`.
    Value2,
    /// A value that the description does not have, as it came.
    Unknown(i64),
}

::bindery_runtime::integer_enum! {
    CompositeLevel;
    Value1 = 1;
    Value2 = 2;
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
