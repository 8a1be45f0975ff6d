// Made by `bindery generate deprecated.yaml`. Change the description instead of this file.

/// Client for Deprecated everything.
#[allow(deprecated)]
#[derive(Clone, Debug)]
pub struct Client(::bindery_runtime::Client);

#[allow(deprecated)]
impl Client {
    /// Starts a client: set what it needs, then `build` it.
    pub fn builder() -> ::bindery_runtime::ClientBuilder<Self> {
        ::bindery_runtime::ClientBuilder::new()
    }

    /// `GET /old/{id}`.
    #[deprecated]
    pub fn get_old(
        &self,
        id: &str,
        params: &GetOldParams,
    ) -> ::bindery_runtime::Request<Old, ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::GET, "/old/{id}")
            .validated(params)
            .path("id", id)
            .query("since", &params.since)
            .query("until", &params.until)
            .query("kind", &params.kind)
            .reads(::bindery_runtime::read::json, ::bindery_runtime::read::bytes)
    }
}

#[allow(deprecated)]
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

/// Parameters of `GET /old/{id}`.
#[allow(deprecated)]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetOldParams {
    /// `since`.
    #[deprecated]
    pub since: Option<String>,
    /// `until`.
    pub until: Option<String>,
    /// `kind`.
    #[deprecated]
    pub kind: OldKind,
}

#[allow(deprecated)]
impl GetOldParams {
    /// Creates one from its required fields.
    pub fn new(kind: OldKind) -> Self {
        Self {
            since: None,
            until: None,
            kind,
        }
    }

    /// Sets `since`.
    #[deprecated]
    #[must_use]
    pub fn since(mut self, since: impl Into<String>) -> Self {
        self.since = Some(since.into());
        self
    }

    /// Sets `until`.
    #[must_use]
    pub fn until(mut self, until: impl Into<String>) -> Self {
        self.until = Some(until.into());
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

#[allow(deprecated)]
impl ::bindery_runtime::Validate for GetOldParams {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("kind", &self.kind);
    }
}

/// `Old`.
#[allow(deprecated)]
#[deprecated]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Old {
    /// `id`.
    #[deprecated]
    pub id: String,
    /// `name`.
    ///
    /// Default: `"none"`. Limits: at least 1 character.
    #[deprecated]
    pub name: Option<String>,
    /// `nickname`.
    #[deprecated]
    pub nickname: ::bindery_runtime::Maybe<String>,
    /// `kind`.
    pub kind: OldKind,
}

#[allow(deprecated)]
impl Old {
    /// Creates one from its required fields.
    pub fn new(kind: OldKind) -> Self {
        Self {
            id: "Old".into(),
            name: None,
            nickname: ::bindery_runtime::Maybe::Absent,
            kind,
        }
    }

    /// Sets `name`.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Returns `name`, or the documented default where it is not set.
    pub fn name_or_default(&self) -> &str {
        self.name.as_deref().unwrap_or("none")
    }

    /// Sets `nickname`.
    #[must_use]
    pub fn nickname(mut self, nickname: impl Into<String>) -> Self {
        self.nickname = ::bindery_runtime::Maybe::Value(nickname.into());
        self
    }

    /// Sets `nickname` to null, which is not the same as leaving it out.
    #[must_use]
    pub fn nickname_null(mut self) -> Self {
        self.nickname = ::bindery_runtime::Maybe::Null;
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Old;
    required id = "id";
    optional name = "name";
    nullable nickname = "nickname";
    required kind = "kind";
}

#[allow(deprecated)]
impl ::bindery_runtime::Validate for Old {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        if let Some(value) = &self.name {
            at.key("name", |at| at.min_length(value, 1));
        }
        at.nested("kind", &self.kind);
    }
}

/// `OldKind`.
#[allow(deprecated)]
#[deprecated]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum OldKind {
    /// `a`.
    A,
    /// `b`.
    B,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    OldKind;
    A = "a";
    B = "b";
    other Unknown;
}

/// `OldNumber`.
#[allow(deprecated)]
#[deprecated]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum OldNumber {
    /// `1`.
    Value1,
    /// `2`.
    Value2,
    /// A value that the description does not have, as it came.
    Unknown(i64),
}

::bindery_runtime::integer_enum! {
    OldNumber;
    Value1 = 1;
    Value2 = 2;
    other Unknown;
}

/// `OldMixed`.
#[allow(deprecated)]
#[deprecated]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum OldMixed {
    /// `1`.
    Value1,
    /// `a`.
    A,
    /// A value that the description does not have, as it came.
    Unknown(::bindery_runtime::Value),
}

::bindery_runtime::value_enum! {
    OldMixed;
    Value1 = 1;
    A = "a";
    other Unknown;
}

/// `OldUnion`.
#[allow(deprecated)]
#[deprecated]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum OldUnion {
    /// `string`.
    String(String),
    /// `Old`.
    Old(Old),
}

#[allow(deprecated)]
impl OldUnion {
    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::untagged_union! {
    OldUnion, checked;
    String: string;
    Old: object { "id", "kind" };
}

#[allow(deprecated)]
impl From<String> for OldUnion {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

#[allow(deprecated)]
impl From<Old> for OldUnion {
    fn from(value: Old) -> Self {
        Self::Old(value)
    }
}

#[allow(deprecated)]
impl ::bindery_runtime::Validate for OldUnion {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        if let Self::Old(value) = self {
            ::bindery_runtime::Validate::check(value, at);
        }
    }
}

/// `OldTagged`.
#[allow(deprecated)]
#[deprecated]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum OldTagged {
    /// `Old`.
    Old(Old),
    /// `Young`.
    Young(Young),
    /// An object whose tag the description does not have, as it came.
    Unknown(::bindery_runtime::Object),
}

#[allow(deprecated)]
impl OldTagged {
    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::tagged_union! {
    OldTagged, tag "id";
    Old = "Old";
    Young = "Young";
    other Unknown;
}

#[allow(deprecated)]
impl From<Old> for OldTagged {
    fn from(value: Old) -> Self {
        Self::Old(value)
    }
}

#[allow(deprecated)]
impl From<Young> for OldTagged {
    fn from(value: Young) -> Self {
        Self::Young(value)
    }
}

#[allow(deprecated)]
impl ::bindery_runtime::Validate for OldTagged {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        match self {
            Self::Old(value) => {
                ::bindery_runtime::Validate::check(value, at);
            }
            Self::Young(value) => {
                ::bindery_runtime::Validate::check(value, at);
            }
            Self::Unknown(value) => {
                at.unknown_tag("id", value);
            }
        }
    }
}

/// `OldList`.
#[allow(deprecated)]
#[deprecated]
pub type OldList = Vec<Old>;

/// `OldNest`.
#[allow(deprecated)]
#[deprecated]
#[derive(Clone, Debug, PartialEq)]
pub struct OldNest(pub Vec<OldNest>);

::bindery_runtime::newtype! {
    OldNest;
}

/// `Young`.
#[allow(deprecated)]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Young {
    /// `id`.
    pub id: String,
    /// `old`.
    pub old: Option<Old>,
    /// `olds`.
    pub olds: Option<OldList>,
}

#[allow(deprecated)]
impl Young {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Self {
            id: "Young".into(),
            old: None,
            olds: None,
        }
    }

    /// Sets `old`.
    #[must_use]
    pub fn old(mut self, old: Old) -> Self {
        self.old = Some(old);
        self
    }

    /// Sets `olds`.
    #[must_use]
    pub fn olds(mut self, olds: OldList) -> Self {
        self.olds = Some(olds);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

#[allow(deprecated)]
impl Default for Young {
    fn default() -> Self {
        Self::new()
    }
}

::bindery_runtime::object! {
    Young;
    required id = "id";
    optional old = "old";
    optional olds = "olds";
}

#[allow(deprecated)]
impl ::bindery_runtime::Validate for Young {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("old", &self.old);
        at.nested("olds", &self.olds);
    }
}
