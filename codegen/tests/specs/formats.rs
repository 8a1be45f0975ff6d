// Made by `bindery generate formats.yaml`. Change the description instead of this file.

/// Client for Formats.
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

/// `Formats`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Formats {
    /// Milliseconds since 1970.
    pub created_at: Option<i64>,
    /// `int32`.
    pub int32: Option<i32>,
    /// `int64`.
    pub int64: Option<i64>,
    /// `uint64`.
    pub uint64: Option<u64>,
    /// `large`.
    pub large: Option<u64>,
    /// `number`.
    pub number: Option<f64>,
    /// `float`.
    pub float: Option<f64>,
    /// `double`.
    pub double: Option<f64>,
    /// `date_time`.
    pub date_time: Option<::bindery_runtime::formats::DateTime>,
    /// `date`.
    pub date: Option<::bindery_runtime::formats::Date>,
    /// `time`.
    pub time: Option<String>,
    /// `uuid`.
    pub uuid: Option<::bindery_runtime::formats::Uuid>,
    /// `byte`.
    pub byte: Option<::bindery_runtime::formats::Base64>,
    /// `binary`.
    pub binary: Option<String>,
    /// `ipv4`.
    pub ipv4: Option<::std::net::Ipv4Addr>,
    /// `ipv6`.
    pub ipv6: Option<::std::net::Ipv6Addr>,
    /// `uri`.
    pub uri: Option<String>,
    /// `email`.
    pub email: Option<String>,
    /// `password`.
    pub password: Option<String>,
    /// `unheard_of`.
    pub unheard_of: Option<String>,
}

impl Formats {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `created_at`.
    #[must_use]
    pub fn created_at(mut self, created_at: i64) -> Self {
        self.created_at = Some(created_at);
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

    /// Sets `large`.
    #[must_use]
    pub fn large(mut self, large: u64) -> Self {
        self.large = Some(large);
        self
    }

    /// Sets `number`.
    #[must_use]
    pub fn number(mut self, number: f64) -> Self {
        self.number = Some(number);
        self
    }

    /// Sets `float`.
    #[must_use]
    pub fn float(mut self, float: f64) -> Self {
        self.float = Some(float);
        self
    }

    /// Sets `double`.
    #[must_use]
    pub fn double(mut self, double: f64) -> Self {
        self.double = Some(double);
        self
    }

    /// Sets `date_time`.
    #[must_use]
    pub fn date_time(mut self, date_time: ::bindery_runtime::formats::DateTime) -> Self {
        self.date_time = Some(date_time);
        self
    }

    /// Sets `date`.
    #[must_use]
    pub fn date(mut self, date: ::bindery_runtime::formats::Date) -> Self {
        self.date = Some(date);
        self
    }

    /// Sets `time`.
    #[must_use]
    pub fn time(mut self, time: impl Into<String>) -> Self {
        self.time = Some(time.into());
        self
    }

    /// Sets `uuid`.
    #[must_use]
    pub fn uuid(mut self, uuid: ::bindery_runtime::formats::Uuid) -> Self {
        self.uuid = Some(uuid);
        self
    }

    /// Sets `byte`.
    #[must_use]
    pub fn byte(mut self, byte: ::bindery_runtime::formats::Base64) -> Self {
        self.byte = Some(byte);
        self
    }

    /// Sets `binary`.
    #[must_use]
    pub fn binary(mut self, binary: impl Into<String>) -> Self {
        self.binary = Some(binary.into());
        self
    }

    /// Sets `ipv4`.
    #[must_use]
    pub fn ipv4(mut self, ipv4: ::std::net::Ipv4Addr) -> Self {
        self.ipv4 = Some(ipv4);
        self
    }

    /// Sets `ipv6`.
    #[must_use]
    pub fn ipv6(mut self, ipv6: ::std::net::Ipv6Addr) -> Self {
        self.ipv6 = Some(ipv6);
        self
    }

    /// Sets `uri`.
    #[must_use]
    pub fn uri(mut self, uri: impl Into<String>) -> Self {
        self.uri = Some(uri.into());
        self
    }

    /// Sets `email`.
    #[must_use]
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }

    /// Sets `password`.
    #[must_use]
    pub fn password(mut self, password: impl Into<String>) -> Self {
        self.password = Some(password.into());
        self
    }

    /// Sets `unheard_of`.
    #[must_use]
    pub fn unheard_of(mut self, unheard_of: impl Into<String>) -> Self {
        self.unheard_of = Some(unheard_of.into());
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Formats;
    optional created_at = "createdAt";
    optional int32 = "int32";
    optional int64 = "int64";
    optional uint64 = "uint64";
    optional large = "large";
    optional number = "number";
    optional float = "float";
    optional double = "double";
    optional date_time = "date_time";
    optional date = "date";
    optional time = "time";
    optional uuid = "uuid";
    optional byte = "byte";
    optional binary = "binary";
    optional ipv4 = "ipv4";
    optional ipv6 = "ipv6";
    optional uri = "uri";
    optional email = "email";
    optional password = "password";
    optional unheard_of = "unheard_of";
}

impl ::bindery_runtime::Validate for Formats {
    fn check(&self, _: &mut ::bindery_runtime::Checker) {}
}

/// `Limited`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Limited {
    /// `met`.
    pub met: Option<::bindery_runtime::formats::DateTime>,
    /// `exact`.
    pub exact: Option<::bindery_runtime::formats::Uuid>,
    /// `short`.
    pub short: Option<::bindery_runtime::formats::DateTime>,
    /// `matched`.
    pub matched: Option<::bindery_runtime::formats::Uuid>,
}

impl Limited {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `met`.
    #[must_use]
    pub fn met(mut self, met: ::bindery_runtime::formats::DateTime) -> Self {
        self.met = Some(met);
        self
    }

    /// Sets `exact`.
    #[must_use]
    pub fn exact(mut self, exact: ::bindery_runtime::formats::Uuid) -> Self {
        self.exact = Some(exact);
        self
    }

    /// Sets `short`.
    #[must_use]
    pub fn short(mut self, short: ::bindery_runtime::formats::DateTime) -> Self {
        self.short = Some(short);
        self
    }

    /// Sets `matched`.
    #[must_use]
    pub fn matched(mut self, matched: ::bindery_runtime::formats::Uuid) -> Self {
        self.matched = Some(matched);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Limited;
    optional met = "met";
    optional exact = "exact";
    optional short = "short";
    optional matched = "matched";
}

impl ::bindery_runtime::Validate for Limited {
    fn check(&self, _: &mut ::bindery_runtime::Checker) {}
}
