// Made by `bindery generate numbers.yaml`. Change the description instead of this file.

/// Client for Numbers at their limits.
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

/// `Numbers`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Numbers {
    /// `plain`.
    pub plain: Option<i64>,
    /// `int32`.
    pub int32: Option<i32>,
    /// `int64`.
    pub int64: Option<i64>,
    /// `uint64`.
    pub uint64: Option<u64>,
    /// `bounded`.
    ///
    /// Limits: at least 0, at most 255.
    pub bounded: Option<i64>,
    /// `nearly`.
    ///
    /// Limits: at most 18446744073709551614.
    pub nearly: Option<u64>,
    /// `past_double`.
    ///
    /// Limits: at least 9007199254740993, less than 18446744073709551615.
    pub past_double: Option<u64>,
    /// `beyond`.
    pub beyond: Option<i64>,
    /// `text_or_number`.
    pub text_or_number: Option<::bindery_runtime::Value>,
    /// `real`.
    ///
    /// Limits: a multiple of 0.01.
    pub real: Option<f64>,
    /// `single`.
    pub single: Option<f64>,
    /// `decimal`.
    pub decimal: Option<String>,
    /// `money`.
    pub money: Option<f64>,
    /// `huge`.
    pub huge: Option<i64>,
    /// `whole`.
    pub whole: Option<NumbersWhole>,
    /// `free`.
    pub free: Option<::bindery_runtime::Value>,
    /// `listed`.
    pub listed: Option<NumbersListed>,
}

impl Numbers {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `plain`.
    #[must_use]
    pub fn plain(mut self, plain: i64) -> Self {
        self.plain = Some(plain);
        self
    }

    /// Sets `int32`.
    #[must_use]
    pub fn int32(mut self, int32: i32) -> Self {
        self.int32 = Some(int32);
        self
    }

    /// Sets `int64`.
    #[must_use]
    pub fn int64(mut self, int64: i64) -> Self {
        self.int64 = Some(int64);
        self
    }

    /// Sets `uint64`.
    #[must_use]
    pub fn uint64(mut self, uint64: u64) -> Self {
        self.uint64 = Some(uint64);
        self
    }

    /// Sets `bounded`.
    #[must_use]
    pub fn bounded(mut self, bounded: i64) -> Self {
        self.bounded = Some(bounded);
        self
    }

    /// Sets `nearly`.
    #[must_use]
    pub fn nearly(mut self, nearly: u64) -> Self {
        self.nearly = Some(nearly);
        self
    }

    /// Sets `past_double`.
    #[must_use]
    pub fn past_double(mut self, past_double: u64) -> Self {
        self.past_double = Some(past_double);
        self
    }

    /// Sets `beyond`.
    #[must_use]
    pub fn beyond(mut self, beyond: i64) -> Self {
        self.beyond = Some(beyond);
        self
    }

    /// Sets `text_or_number`.
    #[must_use]
    pub fn text_or_number(mut self, text_or_number: ::bindery_runtime::Value) -> Self {
        self.text_or_number = Some(text_or_number);
        self
    }

    /// Sets `real`.
    #[must_use]
    pub fn real(mut self, real: f64) -> Self {
        self.real = Some(real);
        self
    }

    /// Sets `single`.
    #[must_use]
    pub fn single(mut self, single: f64) -> Self {
        self.single = Some(single);
        self
    }

    /// Sets `decimal`.
    #[must_use]
    pub fn decimal(mut self, decimal: impl Into<String>) -> Self {
        self.decimal = Some(decimal.into());
        self
    }

    /// Sets `money`.
    #[must_use]
    pub fn money(mut self, money: f64) -> Self {
        self.money = Some(money);
        self
    }

    /// Sets `huge`.
    #[must_use]
    pub fn huge(mut self, huge: i64) -> Self {
        self.huge = Some(huge);
        self
    }

    /// Sets `whole`.
    #[must_use]
    pub fn whole(mut self, whole: NumbersWhole) -> Self {
        self.whole = Some(whole);
        self
    }

    /// Sets `free`.
    #[must_use]
    pub fn free(mut self, free: ::bindery_runtime::Value) -> Self {
        self.free = Some(free);
        self
    }

    /// Sets `listed`.
    #[must_use]
    pub fn listed(mut self, listed: NumbersListed) -> Self {
        self.listed = Some(listed);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Numbers;
    optional plain = "plain";
    optional int32 = "int32";
    optional int64 = "int64";
    optional uint64 = "uint64";
    optional bounded = "bounded";
    optional nearly = "nearly";
    optional past_double = "past_double";
    optional beyond = "beyond";
    anything text_or_number = "text_or_number";
    optional real = "real";
    optional single = "single";
    optional decimal = "decimal";
    optional money = "money";
    optional huge = "huge";
    optional whole = "whole";
    anything free = "free";
    optional listed = "listed";
}

impl ::bindery_runtime::Validate for Numbers {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        if let Some(value) = &self.bounded {
            at.key("bounded", |at| {
                at.minimum(*value, 0);
                at.maximum(*value, 255);
            });
        }
        if let Some(value) = &self.nearly {
            at.key("nearly", |at| at.maximum(*value, 18446744073709551614));
        }
        if let Some(value) = &self.past_double {
            at.key("past_double", |at| {
                at.minimum(*value, 9007199254740993);
                at.exclusive_maximum(*value, 18446744073709551615);
            });
        }
        if let Some(value) = &self.text_or_number {
            at.key("text_or_number", |at| {
                static ASSERTIONS: ::bindery_runtime::Assertions = ::bindery_runtime::Assertions::new(
                    r#"{"minimum":9007199254740993,"minLength":1}"#,
                );
                at.assertions(value, &ASSERTIONS);
            });
        }
        if let Some(value) = &self.real {
            at.key("real", |at| at.multiple_of(*value, 0.01));
        }
        at.nested("whole", &self.whole);
        at.nested("listed", &self.listed);
    }
}

/// The `whole` of `Numbers`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum NumbersWhole {
    /// `1`.
    Value1,
    /// `2.5`.
    Value2_5,
    /// A value that the description does not have, as it came.
    Unknown(::bindery_runtime::Value),
}

::bindery_runtime::value_enum! {
    NumbersWhole;
    Value1 = 1;
    Value2_5 = 2.5;
    other Unknown;
}

/// The `listed` of `Numbers`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum NumbersListed {
    /// `9223372036854775807`.
    Value9223372036854775807,
    /// `-9223372036854775808`.
    Minus9223372036854775808,
    /// `0`.
    Value0,
    /// A value that the description does not have, as it came.
    Unknown(i64),
}

::bindery_runtime::integer_enum! {
    NumbersListed;
    Value9223372036854775807 = 9223372036854775807;
    Minus9223372036854775808 = -9223372036854775808;
    Value0 = 0;
    other Unknown;
}
