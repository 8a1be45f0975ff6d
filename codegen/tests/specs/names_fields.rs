// Made by `bindery generate names_fields.yaml`. Change the description instead of this file.

/// Client for Names of fields.
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

/// `Collisions`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Collisions {
    /// `user_id`.
    pub user_id: Option<String>,
    /// `userId`.
    pub user_id_camel: Option<String>,
    /// `UserId`.
    pub user_id_pascal: Option<String>,
    /// `USER_ID`.
    pub user_id_screaming: Option<String>,
    /// `user-id`.
    pub user_id_kebab: Option<String>,
    /// `user.id`.
    pub user_id_dotted: Option<String>,
    /// `user id`.
    pub user_id_spelled: Option<String>,
}

impl Collisions {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `user_id`.
    #[must_use]
    pub fn user_id(mut self, user_id: impl Into<String>) -> Self {
        self.user_id = Some(user_id.into());
        self
    }

    /// Sets `user_id_camel`.
    #[must_use]
    pub fn user_id_camel(mut self, user_id_camel: impl Into<String>) -> Self {
        self.user_id_camel = Some(user_id_camel.into());
        self
    }

    /// Sets `user_id_pascal`.
    #[must_use]
    pub fn user_id_pascal(mut self, user_id_pascal: impl Into<String>) -> Self {
        self.user_id_pascal = Some(user_id_pascal.into());
        self
    }

    /// Sets `user_id_screaming`.
    #[must_use]
    pub fn user_id_screaming(mut self, user_id_screaming: impl Into<String>) -> Self {
        self.user_id_screaming = Some(user_id_screaming.into());
        self
    }

    /// Sets `user_id_kebab`.
    #[must_use]
    pub fn user_id_kebab(mut self, user_id_kebab: impl Into<String>) -> Self {
        self.user_id_kebab = Some(user_id_kebab.into());
        self
    }

    /// Sets `user_id_dotted`.
    #[must_use]
    pub fn user_id_dotted(mut self, user_id_dotted: impl Into<String>) -> Self {
        self.user_id_dotted = Some(user_id_dotted.into());
        self
    }

    /// Sets `user_id_spelled`.
    #[must_use]
    pub fn user_id_spelled(mut self, user_id_spelled: impl Into<String>) -> Self {
        self.user_id_spelled = Some(user_id_spelled.into());
        self
    }
}

::bindery_runtime::object! {
    Collisions;
    optional user_id = "user_id";
    optional user_id_camel = "userId";
    optional user_id_pascal = "UserId";
    optional user_id_screaming = "USER_ID";
    optional user_id_kebab = "user-id";
    optional user_id_dotted = "user.id";
    optional user_id_spelled = "user id";
}

/// `Keywords`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Keywords {
    /// `type`.
    pub r#type: String,
    /// `self`.
    pub self_lower: String,
    /// `Self`.
    pub self_: Option<String>,
    /// `super`.
    pub super_: Option<String>,
    /// `crate`.
    pub crate_: Option<String>,
    /// `async`.
    pub r#async: Option<String>,
    /// `gen`.
    pub r#gen: Option<String>,
    /// `fn`.
    pub r#fn: Option<String>,
    /// `match`.
    pub r#match: Option<String>,
    /// `_`.
    pub underscore: Option<String>,
    /// `union`.
    pub union: Option<String>,
}

impl Keywords {
    /// Creates one from its required fields.
    pub fn new(r#type: impl Into<String>, self_lower: impl Into<String>) -> Self {
        Self {
            r#type: r#type.into(),
            self_lower: self_lower.into(),
            self_: None,
            super_: None,
            crate_: None,
            r#async: None,
            r#gen: None,
            r#fn: None,
            r#match: None,
            underscore: None,
            union: None,
        }
    }

    /// Sets `self_`.
    #[must_use]
    pub fn self_(mut self, self_: impl Into<String>) -> Self {
        self.self_ = Some(self_.into());
        self
    }

    /// Sets `super_`.
    #[must_use]
    pub fn super_(mut self, super_: impl Into<String>) -> Self {
        self.super_ = Some(super_.into());
        self
    }

    /// Sets `crate_`.
    #[must_use]
    pub fn crate_(mut self, crate_: impl Into<String>) -> Self {
        self.crate_ = Some(crate_.into());
        self
    }

    /// Sets `async`.
    #[must_use]
    pub fn r#async(mut self, r#async: impl Into<String>) -> Self {
        self.r#async = Some(r#async.into());
        self
    }

    /// Sets `gen`.
    #[must_use]
    pub fn r#gen(mut self, r#gen: impl Into<String>) -> Self {
        self.r#gen = Some(r#gen.into());
        self
    }

    /// Sets `fn`.
    #[must_use]
    pub fn r#fn(mut self, r#fn: impl Into<String>) -> Self {
        self.r#fn = Some(r#fn.into());
        self
    }

    /// Sets `match`.
    #[must_use]
    pub fn r#match(mut self, r#match: impl Into<String>) -> Self {
        self.r#match = Some(r#match.into());
        self
    }

    /// Sets `underscore`.
    #[must_use]
    pub fn underscore(mut self, underscore: impl Into<String>) -> Self {
        self.underscore = Some(underscore.into());
        self
    }

    /// Sets `union`.
    #[must_use]
    pub fn union(mut self, union: impl Into<String>) -> Self {
        self.union = Some(union.into());
        self
    }
}

::bindery_runtime::object! {
    Keywords;
    required r#type = "type";
    required self_lower = "self";
    optional self_ = "Self";
    optional super_ = "super";
    optional crate_ = "crate";
    optional r#async = "async";
    optional r#gen = "gen";
    optional r#fn = "fn";
    optional r#match = "match";
    optional underscore = "_";
    optional union = "union";
}

/// `Odd`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Odd {
    /// `""`.
    pub empty: Option<String>,
    /// `" "`.
    pub space: Option<String>,
    /// `1st`.
    pub field_1st: Option<String>,
    /// `2`.
    pub field_2: Option<String>,
    /// `$ref`.
    pub r#ref: Option<String>,
    /// `@id`.
    pub id: Option<String>,
    /// `x-y`.
    pub x_y: Option<String>,
    /// `größe`.
    pub grosse: Option<String>,
    /// `名前`.
    pub ming_qian: Option<String>,
    /// `🚀`.
    pub rocket: Option<String>,
    /// `line break`.
    pub line_break: Option<String>,
    /// `quote"s`.
    pub quote_s: Option<String>,
    /// `y`.
    pub y: Option<String>,
    /// `on`.
    pub on: Option<String>,
    /// `no`.
    pub no: Option<String>,
    /// `{brace}`.
    pub brace: Option<String>,
}

impl Odd {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `empty`.
    #[must_use]
    pub fn empty(mut self, empty: impl Into<String>) -> Self {
        self.empty = Some(empty.into());
        self
    }

    /// Sets `space`.
    #[must_use]
    pub fn space(mut self, space: impl Into<String>) -> Self {
        self.space = Some(space.into());
        self
    }

    /// Sets `field_1st`.
    #[must_use]
    pub fn field_1st(mut self, field_1st: impl Into<String>) -> Self {
        self.field_1st = Some(field_1st.into());
        self
    }

    /// Sets `field_2`.
    #[must_use]
    pub fn field_2(mut self, field_2: impl Into<String>) -> Self {
        self.field_2 = Some(field_2.into());
        self
    }

    /// Sets `ref`.
    #[must_use]
    pub fn r#ref(mut self, r#ref: impl Into<String>) -> Self {
        self.r#ref = Some(r#ref.into());
        self
    }

    /// Sets `id`.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sets `x_y`.
    #[must_use]
    pub fn x_y(mut self, x_y: impl Into<String>) -> Self {
        self.x_y = Some(x_y.into());
        self
    }

    /// Sets `grosse`.
    #[must_use]
    pub fn grosse(mut self, grosse: impl Into<String>) -> Self {
        self.grosse = Some(grosse.into());
        self
    }

    /// Sets `ming_qian`.
    #[must_use]
    pub fn ming_qian(mut self, ming_qian: impl Into<String>) -> Self {
        self.ming_qian = Some(ming_qian.into());
        self
    }

    /// Sets `rocket`.
    #[must_use]
    pub fn rocket(mut self, rocket: impl Into<String>) -> Self {
        self.rocket = Some(rocket.into());
        self
    }

    /// Sets `line_break`.
    #[must_use]
    pub fn line_break(mut self, line_break: impl Into<String>) -> Self {
        self.line_break = Some(line_break.into());
        self
    }

    /// Sets `quote_s`.
    #[must_use]
    pub fn quote_s(mut self, quote_s: impl Into<String>) -> Self {
        self.quote_s = Some(quote_s.into());
        self
    }

    /// Sets `y`.
    #[must_use]
    pub fn y(mut self, y: impl Into<String>) -> Self {
        self.y = Some(y.into());
        self
    }

    /// Sets `on`.
    #[must_use]
    pub fn on(mut self, on: impl Into<String>) -> Self {
        self.on = Some(on.into());
        self
    }

    /// Sets `no`.
    #[must_use]
    pub fn no(mut self, no: impl Into<String>) -> Self {
        self.no = Some(no.into());
        self
    }

    /// Sets `brace`.
    #[must_use]
    pub fn brace(mut self, brace: impl Into<String>) -> Self {
        self.brace = Some(brace.into());
        self
    }
}

::bindery_runtime::object! {
    Odd;
    optional empty = "";
    optional space = " ";
    optional field_1st = "1st";
    optional field_2 = "2";
    optional r#ref = "$ref";
    optional id = "@id";
    optional x_y = "x-y";
    optional grosse = "größe";
    optional ming_qian = "名前";
    optional rocket = "🚀";
    optional line_break = "line\nbreak";
    optional quote_s = "quote\"s";
    optional y = "y";
    optional on = "on";
    optional no = "no";
    optional brace = "{brace}";
}

/// Properties that are called like methods of the struct.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Methods {
    /// `new`.
    pub new: Option<String>,
    /// `validate`.
    pub validate: Option<String>,
    /// `clone`.
    pub clone: String,
    /// `default`.
    pub default: Option<String>,
    /// `fmt`.
    pub fmt: Option<String>,
    /// `eq`.
    pub eq: Option<String>,
    /// `with_new`.
    pub with_new: Option<String>,
    /// `set`.
    pub set: ::bindery_runtime::Maybe<String>,
    /// `set_null`.
    pub set_null: Option<String>,
    /// `limit`.
    ///
    /// Default: `1`.
    pub limit: Option<i64>,
    /// `limit_or_default`.
    pub limit_or_default: Option<String>,
    /// `value`.
    pub value: Option<String>,
    /// `map`.
    pub map: Option<String>,
    /// `serializer`.
    pub serializer: Option<String>,
    /// `at`.
    ///
    /// Limits: at least 1 character.
    pub at: Option<String>,
}

impl Methods {
    /// Creates one from its required fields.
    pub fn new(clone: impl Into<String>) -> Self {
        Self {
            new: None,
            validate: None,
            clone: clone.into(),
            default: None,
            fmt: None,
            eq: None,
            with_new: None,
            set: ::bindery_runtime::Maybe::Absent,
            set_null: None,
            limit: None,
            limit_or_default: None,
            value: None,
            map: None,
            serializer: None,
            at: None,
        }
    }

    /// Sets [`new`](Self::new).
    #[must_use]
    pub fn with_new_value(mut self, new: impl Into<String>) -> Self {
        self.new = Some(new.into());
        self
    }

    /// Sets [`validate`](Self::validate).
    #[must_use]
    pub fn with_validate(mut self, validate: impl Into<String>) -> Self {
        self.validate = Some(validate.into());
        self
    }

    /// Sets `default`.
    #[allow(clippy::should_implement_trait)]
    #[must_use]
    pub fn default(mut self, default: impl Into<String>) -> Self {
        self.default = Some(default.into());
        self
    }

    /// Sets `fmt`.
    #[must_use]
    pub fn fmt(mut self, fmt: impl Into<String>) -> Self {
        self.fmt = Some(fmt.into());
        self
    }

    /// Sets `eq`.
    #[allow(clippy::should_implement_trait)]
    #[must_use]
    pub fn eq(mut self, eq: impl Into<String>) -> Self {
        self.eq = Some(eq.into());
        self
    }

    /// Sets `with_new`.
    #[must_use]
    pub fn with_new(mut self, with_new: impl Into<String>) -> Self {
        self.with_new = Some(with_new.into());
        self
    }

    /// Sets `set`.
    #[must_use]
    pub fn set(mut self, set: impl Into<String>) -> Self {
        self.set = ::bindery_runtime::Maybe::Value(set.into());
        self
    }

    /// Sets `set` to null, which is not the same as leaving it out.
    #[must_use]
    pub fn set_null_value(mut self) -> Self {
        self.set = ::bindery_runtime::Maybe::Null;
        self
    }

    /// Sets `set_null`.
    #[must_use]
    pub fn set_null(mut self, set_null: impl Into<String>) -> Self {
        self.set_null = Some(set_null.into());
        self
    }

    /// Sets `limit`.
    #[must_use]
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Returns `limit`, or the documented default where it is not set.
    pub fn limit_or_default_value(&self) -> i64 {
        self.limit.unwrap_or(1)
    }

    /// Sets `limit_or_default`.
    #[must_use]
    pub fn limit_or_default(mut self, limit_or_default: impl Into<String>) -> Self {
        self.limit_or_default = Some(limit_or_default.into());
        self
    }

    /// Sets `value`.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }

    /// Sets `map`.
    #[must_use]
    pub fn map(mut self, map: impl Into<String>) -> Self {
        self.map = Some(map.into());
        self
    }

    /// Sets `serializer`.
    #[must_use]
    pub fn serializer(mut self, serializer: impl Into<String>) -> Self {
        self.serializer = Some(serializer.into());
        self
    }

    /// Sets `at`.
    #[must_use]
    pub fn at(mut self, at: impl Into<String>) -> Self {
        self.at = Some(at.into());
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Methods;
    optional new = "new";
    optional validate = "validate";
    required clone = "clone";
    optional default = "default";
    optional fmt = "fmt";
    optional eq = "eq";
    optional with_new = "with_new";
    nullable set = "set";
    optional set_null = "set_null";
    optional limit = "limit";
    optional limit_or_default = "limit_or_default";
    optional value = "value";
    optional map = "map";
    optional serializer = "serializer";
    optional at = "at";
}

impl ::bindery_runtime::Validate for Methods {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        if let Some(value) = &self.at {
            at.key("at", |at| at.min_length(value, 1));
        }
    }
}

/// Properties that are called like methods of well-known traits, or as if they converted.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Traits {
    /// `add`.
    pub add: Option<String>,
    /// `sub`.
    pub sub: Option<String>,
    /// `not`.
    pub not: Option<String>,
    /// `neg`.
    pub neg: Option<String>,
    /// `next`.
    pub next: Option<String>,
    /// `index`.
    pub index: Option<String>,
    /// `hash`.
    pub hash: Option<String>,
    /// `cmp`.
    pub cmp: Option<String>,
    /// `drop`.
    pub drop: Option<String>,
    /// `deref`.
    pub deref: Option<String>,
    /// `from_str`.
    pub from_str: Option<String>,
    /// `into_iter`.
    pub into_iter: Option<String>,
    /// `len`.
    pub len: Option<String>,
    /// `is_empty`.
    pub is_empty: Option<String>,
    /// `is_open`.
    pub is_open: Option<String>,
    /// `as_of`.
    pub as_of: Option<String>,
    /// `to`.
    pub to: Option<String>,
    /// `to_date`.
    pub to_date: Option<String>,
    /// `into_x`.
    pub into_x: Option<String>,
    /// `from_date`.
    pub from_date: Option<String>,
    /// `try_from`.
    pub try_from: Option<String>,
    /// `self_`.
    pub self_: Option<String>,
    /// `iter`.
    pub iter: Option<String>,
}

impl Traits {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `add`.
    #[allow(clippy::should_implement_trait)]
    #[must_use]
    pub fn add(mut self, add: impl Into<String>) -> Self {
        self.add = Some(add.into());
        self
    }

    /// Sets `sub`.
    #[allow(clippy::should_implement_trait)]
    #[must_use]
    pub fn sub(mut self, sub: impl Into<String>) -> Self {
        self.sub = Some(sub.into());
        self
    }

    /// Sets `not`.
    #[allow(clippy::should_implement_trait)]
    #[must_use]
    pub fn not(mut self, not: impl Into<String>) -> Self {
        self.not = Some(not.into());
        self
    }

    /// Sets `neg`.
    #[allow(clippy::should_implement_trait)]
    #[must_use]
    pub fn neg(mut self, neg: impl Into<String>) -> Self {
        self.neg = Some(neg.into());
        self
    }

    /// Sets `next`.
    #[allow(clippy::should_implement_trait)]
    #[must_use]
    pub fn next(mut self, next: impl Into<String>) -> Self {
        self.next = Some(next.into());
        self
    }

    /// Sets `index`.
    #[allow(clippy::should_implement_trait)]
    #[must_use]
    pub fn index(mut self, index: impl Into<String>) -> Self {
        self.index = Some(index.into());
        self
    }

    /// Sets `hash`.
    #[allow(clippy::should_implement_trait)]
    #[must_use]
    pub fn hash(mut self, hash: impl Into<String>) -> Self {
        self.hash = Some(hash.into());
        self
    }

    /// Sets `cmp`.
    #[allow(clippy::should_implement_trait)]
    #[must_use]
    pub fn cmp(mut self, cmp: impl Into<String>) -> Self {
        self.cmp = Some(cmp.into());
        self
    }

    /// Sets `drop`.
    #[allow(clippy::should_implement_trait)]
    #[must_use]
    pub fn drop(mut self, drop: impl Into<String>) -> Self {
        self.drop = Some(drop.into());
        self
    }

    /// Sets `deref`.
    #[allow(clippy::should_implement_trait)]
    #[must_use]
    pub fn deref(mut self, deref: impl Into<String>) -> Self {
        self.deref = Some(deref.into());
        self
    }

    /// Sets `from_str`.
    #[allow(clippy::should_implement_trait, clippy::wrong_self_convention)]
    #[must_use]
    pub fn from_str(mut self, from_str: impl Into<String>) -> Self {
        self.from_str = Some(from_str.into());
        self
    }

    /// Sets `into_iter`.
    #[allow(clippy::should_implement_trait, clippy::wrong_self_convention)]
    #[must_use]
    pub fn into_iter(mut self, into_iter: impl Into<String>) -> Self {
        self.into_iter = Some(into_iter.into());
        self
    }

    /// Sets `len`.
    #[must_use]
    pub fn len(mut self, len: impl Into<String>) -> Self {
        self.len = Some(len.into());
        self
    }

    /// Sets `is_empty`.
    #[allow(clippy::wrong_self_convention)]
    #[must_use]
    pub fn is_empty(mut self, is_empty: impl Into<String>) -> Self {
        self.is_empty = Some(is_empty.into());
        self
    }

    /// Sets `is_open`.
    #[allow(clippy::wrong_self_convention)]
    #[must_use]
    pub fn is_open(mut self, is_open: impl Into<String>) -> Self {
        self.is_open = Some(is_open.into());
        self
    }

    /// Sets `as_of`.
    #[allow(clippy::wrong_self_convention)]
    #[must_use]
    pub fn as_of(mut self, as_of: impl Into<String>) -> Self {
        self.as_of = Some(as_of.into());
        self
    }

    /// Sets `to`.
    #[must_use]
    pub fn to(mut self, to: impl Into<String>) -> Self {
        self.to = Some(to.into());
        self
    }

    /// Sets `to_date`.
    #[allow(clippy::wrong_self_convention)]
    #[must_use]
    pub fn to_date(mut self, to_date: impl Into<String>) -> Self {
        self.to_date = Some(to_date.into());
        self
    }

    /// Sets `into_x`.
    #[allow(clippy::wrong_self_convention)]
    #[must_use]
    pub fn into_x(mut self, into_x: impl Into<String>) -> Self {
        self.into_x = Some(into_x.into());
        self
    }

    /// Sets `from_date`.
    #[allow(clippy::wrong_self_convention)]
    #[must_use]
    pub fn from_date(mut self, from_date: impl Into<String>) -> Self {
        self.from_date = Some(from_date.into());
        self
    }

    /// Sets `try_from`.
    #[must_use]
    pub fn try_from(mut self, try_from: impl Into<String>) -> Self {
        self.try_from = Some(try_from.into());
        self
    }

    /// Sets `self_`.
    #[must_use]
    pub fn self_(mut self, self_: impl Into<String>) -> Self {
        self.self_ = Some(self_.into());
        self
    }

    /// Sets `iter`.
    #[must_use]
    pub fn iter(mut self, iter: impl Into<String>) -> Self {
        self.iter = Some(iter.into());
        self
    }
}

::bindery_runtime::object! {
    Traits;
    optional add = "add";
    optional sub = "sub";
    optional not = "not";
    optional neg = "neg";
    optional next = "next";
    optional index = "index";
    optional hash = "hash";
    optional cmp = "cmp";
    optional drop = "drop";
    optional deref = "deref";
    optional from_str = "from_str";
    optional into_iter = "into_iter";
    optional len = "len";
    optional is_empty = "is_empty";
    optional is_open = "is_open";
    optional as_of = "as_of";
    optional to = "to";
    optional to_date = "to_date";
    optional into_x = "into_x";
    optional from_date = "from_date";
    optional try_from = "try_from";
    optional self_ = "self_";
    optional iter = "iter";
}
