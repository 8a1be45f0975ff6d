// Made by `bindery generate hostile_text.yaml`. Change the description instead of this file.

/// Client for */ "# lone return.
///
/// */ /* "# "## lone return
///
/// right to left isolated end
#[derive(Clone, Debug)]
pub struct Client(::bindery_runtime::Client);

impl Client {
    /// Starts a client: set what it needs, then `build` it.
    pub fn builder() -> ::bindery_runtime::ClientBuilder<Self> {
        ::bindery_runtime::ClientBuilder::new()
    }

    /// */ "# lone return
    ///
    /// `GET /{x: String}/"#`. Headers of answers: `X-*-"; }`.
    pub fn fn_x_panic(
        &self,
        x_string: &str,
        params: &FnXPanicParams,
    ) -> ::bindery_runtime::Request<StructOwn, ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/{x: String}/\"#")
            .validated(params)
            .path("x: String", x_string)
            .query("q\"#\u{202e}=&", &params.q)
            .cookie("c{x:?}", &params.c_x)
            .security(&[&["\"; panic!() //"], &["impl\u{202e}"]])
            .reads(::bindery_runtime::read::json, ::bindery_runtime::read::bytes)
    }
}

impl ::bindery_runtime::Api for Client {
    const BASE_URL: Option<&'static str> = Some("https://example.com/\");panic!(\"");
    const USER_AGENT: &'static str = concat!(
        env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")
    );
    const SECURITY_SCHEMES: &'static [::bindery_runtime::SecurityScheme] = &[
        ::bindery_runtime::SecurityScheme::api_key(
            "\"; panic!() //",
            ::bindery_runtime::Location::Header,
            "X-Key",
        ),
        ::bindery_runtime::SecurityScheme::api_key(
            "impl\u{202e}",
            ::bindery_runtime::Location::Query,
            "k\"#\u{202e}",
        ),
    ];
    const SECURITY: ::bindery_runtime::Security = &[];

    fn from_client(client: ::bindery_runtime::Client) -> Self {
        Self(client)
    }

    fn as_client(&self) -> &::bindery_runtime::Client {
        &self.0
    }
}

/// Parameters of `GET /{x: String}/"#`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct FnXPanicParams {
    /// */ lone return
    ///
    /// Default: `"\"# \r \u202e \u0000"`.
    pub q: Option<String>,
    /// `c{x:?}`.
    pub c_x: Option<Vec<FnXPanicCXItem>>,
}

impl FnXPanicParams {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `q`.
    #[must_use]
    pub fn q(mut self, q: impl Into<String>) -> Self {
        self.q = Some(q.into());
        self
    }

    /// Returns `q`, or the documented default where it is not set.
    pub fn q_or_default(&self) -> &str {
        self.q.as_deref().unwrap_or("\"# \r \u{202e} \0")
    }

    /// Sets `c_x`.
    #[must_use]
    pub fn c_x(mut self, c_x: Vec<FnXPanicCXItem>) -> Self {
        self.c_x = Some(c_x);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

impl ::bindery_runtime::Validate for FnXPanicParams {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("c{x:?}", &self.c_x);
    }
}

/// */ "# lone return
///
/// # Example
///
/// ```json
/// {
///   "a": "*/ lone\rreturn \u202e"
/// }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct StructOwn {
    /// */ "# lone return
    ///
    /// Default: `"*/ \"# \r\n \r \u2028 \u0000 \u202e"`.
    pub quote_hash: String,
    /// `a b`.
    pub a_b: StructOwnAB,
    /// `\u{202e}rev`.
    pub rev: Option<String>,
    /// `nul `.
    ///
    /// Default: `"\u202e"`.
    pub nul: Option<StructOwnNul>,
    /// `*/ fn x() {}`.
    ///
    /// Default: `1`.
    pub fn_x: Option<StructOwnFnX>,
    /// `lone return`.
    ///
    /// Default: `{"\u202e":["\r","*/","\u0000"]}`.
    pub lone_return: Option<::bindery_runtime::Value>,
    /// More: <https://example.com/*/> "#
    pub r_type: Option<String>,
    /// \`
    ///
    /// Default: ```"`a``b"```.
    pub field: Option<String>,
    /// `kind`.
    pub kind: Option<Any>,
}

impl StructOwn {
    /// Creates one from its required fields.
    pub fn new(quote_hash: impl Into<String>, a_b: StructOwnAB) -> Self {
        Self {
            quote_hash: quote_hash.into(),
            a_b,
            rev: None,
            nul: None,
            fn_x: None,
            lone_return: None,
            r_type: None,
            field: None,
            kind: None,
        }
    }

    /// Sets `rev`.
    #[must_use]
    pub fn rev(mut self, rev: impl Into<String>) -> Self {
        self.rev = Some(rev.into());
        self
    }

    /// Sets `nul`.
    #[must_use]
    pub fn nul(mut self, nul: StructOwnNul) -> Self {
        self.nul = Some(nul);
        self
    }

    /// Returns `nul`, or the documented default where it is not set.
    pub fn nul_or_default(&self) -> StructOwnNul {
        self.nul.clone().unwrap_or(StructOwnNul::ValueUnicode)
    }

    /// Sets `fn_x`.
    #[must_use]
    pub fn fn_x(mut self, fn_x: StructOwnFnX) -> Self {
        self.fn_x = Some(fn_x);
        self
    }

    /// Returns `fn_x`, or the documented default where it is not set.
    pub fn fn_x_or_default(&self) -> StructOwnFnX {
        self.fn_x.clone().unwrap_or(StructOwnFnX::Value1)
    }

    /// Sets `lone_return`.
    #[must_use]
    pub fn lone_return(mut self, lone_return: ::bindery_runtime::Value) -> Self {
        self.lone_return = Some(lone_return);
        self
    }

    /// Sets `r_type`.
    #[must_use]
    pub fn r_type(mut self, r_type: impl Into<String>) -> Self {
        self.r_type = Some(r_type.into());
        self
    }

    /// Sets `field`.
    #[must_use]
    pub fn field(mut self, field: impl Into<String>) -> Self {
        self.field = Some(field.into());
        self
    }

    /// Returns `field`, or the documented default where it is not set.
    pub fn field_or_default(&self) -> &str {
        self.field.as_deref().unwrap_or("`a``b")
    }

    /// Sets `kind`.
    #[must_use]
    pub fn kind(mut self, kind: Any) -> Self {
        self.kind = Some(kind);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    StructOwn;
    required quote_hash = "\"#";
    required a_b = "a\rb";
    optional rev = "\u{202e}rev";
    optional nul = "nul\0";
    optional fn_x = "*/ fn x() {}";
    anything lone_return = "lone\rreturn";
    optional r_type = "r#type";
    optional field = "``";
    optional kind = "kind";
}

impl ::bindery_runtime::Validate for StructOwn {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("a\rb", &self.a_b);
        if let Some(value) = &self.rev {
            at.key("\u{202e}rev", |at| {
                static PATTERN: ::bindery_runtime::Pattern = ::bindery_runtime::Pattern::new(
                    "^(\"#|\\r|\u{202e}|\u{2028}|\\*/|\0)*$",
                );
                at.pattern(value, &PATTERN);
            });
        }
        at.nested("nul\0", &self.nul);
        at.nested("*/ fn x() {}", &self.fn_x);
        at.nested("kind", &self.kind);
    }
}

/// `Any`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::enum_variant_names, clippy::large_enum_variant)]
pub enum Any {
    /// `with \u{202e}`.
    WithUnicode(AnyWithUnicode),
    /// `with "#`.
    With(AnyWith),
}

impl Any {
    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::untagged_union! {
    Any, checked;
    WithUnicode: object { "\u{202e}" = "*/\r" };
    With: object { "\"#" };
}

impl From<AnyWithUnicode> for Any {
    fn from(value: AnyWithUnicode) -> Self {
        Self::WithUnicode(value)
    }
}

impl From<AnyWith> for Any {
    fn from(value: AnyWith) -> Self {
        Self::With(value)
    }
}

impl ::bindery_runtime::Validate for Any {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        if let Self::WithUnicode(value) = self {
            ::bindery_runtime::Validate::check(value, at);
        }
    }
}

/// `Mapped`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Mapped {
    /// `a`.
    pub a: Option<String>,
}

impl Mapped {
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
    Mapped;
    optional a = "a";
}

/// `Other`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Other {
    /// `b`.
    pub b: Option<String>,
}

impl Other {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `b`.
    #[must_use]
    pub fn b(mut self, b: impl Into<String>) -> Self {
        self.b = Some(b.into());
        self
    }
}

::bindery_runtime::object! {
    Other;
    optional b = "b";
}

/// The `a b` of `struct Own; */ "#`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum StructOwnAB {
    /// `*/`.
    StarSlash,
    /// `"#`.
    QuoteHash,
    /// `"  "`.
    Value2,
    /// `" "`.
    ValueSpelled,
    /// `"\u{2028}"`.
    ValueUnicode,
    /// `" "`.
    Value,
    /// `\u{202e}abc`.
    Abc,
    /// `\u{2066}`.
    Value3,
    /// `{}`.
    BraceBrace,
    /// `\`.
    Backslash,
    /// `'`.
    Apostrophe,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    StructOwnAB;
    StarSlash = "*/";
    QuoteHash = "\"#";
    Value2 = "\r\n";
    ValueSpelled = "\r";
    ValueUnicode = "\u{2028}";
    Value = "\0";
    Abc = "\u{202e}abc";
    Value3 = "\u{2066}";
    BraceBrace = "{}";
    Backslash = "\\";
    Apostrophe = "'";
    other Unknown;
}

/// The `nul ` of `struct Own; */ "#`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum StructOwnNul {
    /// `\u{202e}`.
    ValueUnicode,
    /// `\u{202d}`.
    Value,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    StructOwnNul;
    ValueUnicode = "\u{202e}";
    Value = "\u{202d}";
    other Unknown;
}

/// The `*/ fn x() {}` of `struct Own; */ "#`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum StructOwnFnX {
    /// `0`.
    Value0,
    /// `1`.
    Value1,
    /// A value that the description does not have, as it came.
    Unknown(i64),
}

::bindery_runtime::integer_enum! {
    StructOwnFnX;
    Value0 = 0;
    Value1 = 1;
    other Unknown;
}

/// The `with \u{202e}` of `Any`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AnyWithUnicode {
    /// `\u{202e}`.
    pub field: AnyWith2,
}

impl AnyWithUnicode {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Self { field: AnyWith2::StarSlash }
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

impl Default for AnyWithUnicode {
    fn default() -> Self {
        Self::new()
    }
}

::bindery_runtime::object! {
    AnyWithUnicode;
    required field = "\u{202e}";
}

impl ::bindery_runtime::Validate for AnyWithUnicode {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("\u{202e}", &self.field);
    }
}

/// The `with "#` of `Any`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AnyWith {
    /// `"#`.
    pub quote_hash: String,
}

impl AnyWith {
    /// Creates one from its required fields.
    pub fn new(quote_hash: impl Into<String>) -> Self {
        Self {
            quote_hash: quote_hash.into(),
        }
    }
}

::bindery_runtime::object! {
    AnyWith;
    required quote_hash = "\"#";
}

/// The `c{x:?} item` of `fn x() { panic!() } */ "#  \u{202e} `.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum FnXPanicCXItem {
    /// `*/`.
    StarSlash,
    /// `\u{202e}`.
    Value,
    /// `"#`.
    QuoteHash,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    FnXPanicCXItem;
    StarSlash = "*/";
    Value = "\u{202e}";
    QuoteHash = "\"#";
    other Unknown;
}

/// The `with \u{202e} \u{202e}` of `Any`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum AnyWith2 {
    /// `*/ `.
    StarSlash,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    AnyWith2;
    StarSlash = "*/\r";
    other Unknown;
}

/// The URLs of the servers.
pub mod servers {
    /// `https://example.com/");panic!("`.
    pub const SERVER_1: &str = "https://example.com/\");panic!(\"";
    /// */ "# lone return
    pub const SERVER_2: &str = "https://a\"#.example.com/\u{202e}";
}
