// Made by `bindery generate assertions.yaml`. Change the description instead of this file.

/// Client for What only validation knows.
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

/// `Payment`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Payment {
    /// `method`.
    pub method: Option<PaymentMethod>,
    /// `card`.
    pub card: Option<String>,
    /// `address`.
    pub address: Option<String>,
    /// `amounts`.
    pub amounts: Option<Amounts>,
    /// Properties that the description does not name.
    pub additional_properties: ::bindery_runtime::Object,
}

impl Payment {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `method`.
    #[must_use]
    pub fn method(mut self, method: PaymentMethod) -> Self {
        self.method = Some(method);
        self
    }

    /// Sets `card`.
    #[must_use]
    pub fn card(mut self, card: impl Into<String>) -> Self {
        self.card = Some(card.into());
        self
    }

    /// Sets `address`.
    #[must_use]
    pub fn address(mut self, address: impl Into<String>) -> Self {
        self.address = Some(address.into());
        self
    }

    /// Sets `amounts`.
    #[must_use]
    pub fn amounts(mut self, amounts: Amounts) -> Self {
        self.amounts = Some(amounts);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Payment;
    optional method = "method";
    optional card = "card";
    optional address = "address";
    optional amounts = "amounts";
    rest additional_properties;
}

impl ::bindery_runtime::Validate for Payment {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("method", &self.method);
        if let Some(value) = &self.amounts {
            at.key("amounts", |at| {
                static ASSERTIONS: ::bindery_runtime::Assertions = ::bindery_runtime::Assertions::new(
                    r#"{"contains":{"minimum":100},"minContains":2,"maxContains":3}"#,
                );
                at.assertions(value, &ASSERTIONS);
            });
        }
        static ASSERTIONS: ::bindery_runtime::Assertions = ::bindery_runtime::Assertions::new(
            r#"{"if":{"required":["method"],"properties":{"method":{"const":"card"}}},"then":{"required":["card"]},"else":{"properties":{"address":{"minLength":3}}},"dependentRequired":{"card":["address"]},"dependentSchemas":{"card":{"required":["method"],"properties":{"method":{"const":"card"}}}}}"#,
        );
        at.assertions(self, &ASSERTIONS);
    }
}

/// `Amounts`.
pub type Amounts = Vec<i64>;

/// `Contact`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Contact {
    /// `email`.
    pub email: Option<String>,
    /// `phone`.
    pub phone: Option<String>,
    /// `fax`.
    pub fax: Option<String>,
}

impl Contact {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `email`.
    #[must_use]
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }

    /// Sets `phone`.
    #[must_use]
    pub fn phone(mut self, phone: impl Into<String>) -> Self {
        self.phone = Some(phone.into());
        self
    }

    /// Sets `fax`.
    #[must_use]
    pub fn fax(mut self, fax: impl Into<String>) -> Self {
        self.fax = Some(fax.into());
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Contact;
    optional email = "email";
    optional phone = "phone";
    optional fax = "fax";
}

impl ::bindery_runtime::Validate for Contact {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        static ASSERTIONS: ::bindery_runtime::Assertions = ::bindery_runtime::Assertions::new(
            r#"{"not":{"required":["fax"]},"oneOf":[{"required":["email"]},{"required":["phone"]}]}"#,
        );
        at.assertions(self, &ASSERTIONS);
    }
}

/// `Labels`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Labels {
    /// `byName`.
    pub by_name: Option<::std::collections::BTreeMap<String, i64>>,
    /// `byPattern`.
    pub by_pattern: Option<LabelsByPattern>,
    /// `numbers`.
    pub numbers: Option<::std::collections::BTreeMap<String, i64>>,
}

impl Labels {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `by_name`.
    #[must_use]
    pub fn by_name(
        mut self,
        by_name: ::std::collections::BTreeMap<String, i64>,
    ) -> Self {
        self.by_name = Some(by_name);
        self
    }

    /// Sets `by_pattern`.
    #[must_use]
    pub fn by_pattern(mut self, by_pattern: LabelsByPattern) -> Self {
        self.by_pattern = Some(by_pattern);
        self
    }

    /// Sets `numbers`.
    #[must_use]
    pub fn numbers(
        mut self,
        numbers: ::std::collections::BTreeMap<String, i64>,
    ) -> Self {
        self.numbers = Some(numbers);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Labels;
    optional by_name = "byName";
    optional by_pattern = "byPattern";
    optional numbers = "numbers";
}

impl ::bindery_runtime::Validate for Labels {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        if let Some(value) = &self.by_name {
            at.key("byName", |at| {
                for (key, value) in value {
                    at.key(key, |at| at.minimum(*value, 0));
                }
                static ASSERTIONS: ::bindery_runtime::Assertions = ::bindery_runtime::Assertions::new(
                    r#"{"propertyNames":{"pattern":"^[a-z]+$","maxLength":5}}"#,
                );
                at.assertions(value, &ASSERTIONS);
            });
        }
        at.nested("byPattern", &self.by_pattern);
        if let Some(value) = &self.numbers {
            at.key("numbers", |at| {
                for (key, value) in value {
                    at.key(key, |at| at.minimum(*value, 0));
                }
                static ASSERTIONS: ::bindery_runtime::Assertions = ::bindery_runtime::Assertions::new(
                    r#"{"patternProperties":{"^n-":{"type":"integer","minimum":0}},"properties":{},"additionalProperties":false}"#,
                );
                at.assertions(value, &ASSERTIONS);
            });
        }
    }
}

/// `Numbers`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Numbers {
    /// `code`.
    ///
    /// Limits: at least 200.
    pub code: Option<i64>,
    /// `codes`.
    pub codes: Option<Vec<i64>>,
    /// `color`.
    pub color: Option<NumbersColor>,
    /// `anything`.
    pub anything: Option<::bindery_runtime::Value>,
    /// `or_null`.
    pub or_null: ::bindery_runtime::Maybe<i64>,
}

impl Numbers {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `code`.
    #[must_use]
    pub fn code(mut self, code: i64) -> Self {
        self.code = Some(code);
        self
    }

    /// Sets `codes`.
    #[must_use]
    pub fn codes(mut self, codes: Vec<i64>) -> Self {
        self.codes = Some(codes);
        self
    }

    /// Sets `color`.
    #[must_use]
    pub fn color(mut self, color: NumbersColor) -> Self {
        self.color = Some(color);
        self
    }

    /// Sets `anything`.
    #[must_use]
    pub fn anything(mut self, anything: ::bindery_runtime::Value) -> Self {
        self.anything = Some(anything);
        self
    }

    /// Sets `or_null`.
    #[must_use]
    pub fn or_null(mut self, or_null: i64) -> Self {
        self.or_null = ::bindery_runtime::Maybe::Value(or_null);
        self
    }

    /// Sets `or_null` to null, which is not the same as leaving it out.
    #[must_use]
    pub fn or_null_null(mut self) -> Self {
        self.or_null = ::bindery_runtime::Maybe::Null;
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Numbers;
    optional code = "code";
    optional codes = "codes";
    optional color = "color";
    anything anything = "anything";
    nullable or_null = "or_null";
}

impl ::bindery_runtime::Validate for Numbers {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        if let Some(value) = &self.code {
            at.key("code", |at| {
                at.minimum(*value, 200);
                static ASSERTIONS: ::bindery_runtime::Assertions = ::bindery_runtime::Assertions::new(
                    r#"{"not":{"minimum":800,"maximum":899}}"#,
                );
                at.assertions(value, &ASSERTIONS);
            });
        }
        if let Some(value) = &self.codes {
            at.key("codes", |at| {
                for (index, item) in value.iter().enumerate() {
                    at.index(index, |at| {
                        static ASSERTIONS: ::bindery_runtime::Assertions = ::bindery_runtime::Assertions::new(
                            r#"{"not":{"const":3}}"#,
                        );
                        at.assertions(item, &ASSERTIONS);
                    });
                }
            });
        }
        if let Some(value) = &self.color {
            at.key("color", |at| {
                ::bindery_runtime::Validate::check(value, at);
                static ASSERTIONS: ::bindery_runtime::Assertions = ::bindery_runtime::Assertions::new(
                    r#"{"not":{"const":"red"}}"#,
                );
                at.assertions(value, &ASSERTIONS);
            });
        }
        if let Some(value) = &self.anything {
            at.key("anything", |at| {
                static ASSERTIONS: ::bindery_runtime::Assertions = ::bindery_runtime::Assertions::new(
                    r#"{"not":{"type":["string","null"]}}"#,
                );
                at.assertions(value, &ASSERTIONS);
            });
        }
        if let ::bindery_runtime::Maybe::Value(value) = &self.or_null {
            at.key("or_null", |at| {
                static ASSERTIONS: ::bindery_runtime::Assertions = ::bindery_runtime::Assertions::new(
                    r#"{"not":{"const":5}}"#,
                );
                at.assertions(value, &ASSERTIONS);
            });
        }
    }
}

/// `Reading`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Reading {
    /// `row`.
    ///
    /// Limits: at least 2 items.
    pub row: Option<Vec<ReadingRowItem>>,
}

impl Reading {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `row`.
    #[must_use]
    pub fn row(mut self, row: Vec<ReadingRowItem>) -> Self {
        self.row = Some(row);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Reading;
    optional row = "row";
}

impl ::bindery_runtime::Validate for Reading {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        if let Some(value) = &self.row {
            at.key("row", |at| {
                at.min_items(value.len(), 2);
                ::bindery_runtime::Validate::check(value, at);
                static ASSERTIONS: ::bindery_runtime::Assertions = ::bindery_runtime::Assertions::new(
                    r#"{"prefixItems":[{"type":"string"},{"type":"integer","minimum":10}],"items":{"type":"boolean"}}"#,
                );
                at.assertions(value, &ASSERTIONS);
            });
        }
    }
}

/// `Code`.
pub type Code = i64;

/// `Either`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum Either {
    /// `string`.
    String(String),
    /// `Contact`.
    Contact(Contact),
}

impl Either {
    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::untagged_union! {
    Either, checked;
    String: string;
    Contact: object;
}

impl From<String> for Either {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<Contact> for Either {
    fn from(value: Contact) -> Self {
        Self::Contact(value)
    }
}

impl ::bindery_runtime::Validate for Either {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        match self {
            Self::String(value) => {
                at.min_length(value, 2);
            }
            Self::Contact(value) => {
                ::bindery_runtime::Validate::check(value, at);
            }
        }
        static ASSERTIONS: ::bindery_runtime::Assertions = ::bindery_runtime::Assertions::new(
            r#"{"not":{"const":"no"}}"#,
        );
        at.assertions(self, &ASSERTIONS);
    }
}

/// `Both`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Both {
    /// `email`.
    pub email: Option<String>,
    /// `phone`.
    pub phone: Option<String>,
    /// `fax`.
    pub fax: Option<String>,
}

impl Both {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `email`.
    #[must_use]
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }

    /// Sets `phone`.
    #[must_use]
    pub fn phone(mut self, phone: impl Into<String>) -> Self {
        self.phone = Some(phone.into());
        self
    }

    /// Sets `fax`.
    #[must_use]
    pub fn fax(mut self, fax: impl Into<String>) -> Self {
        self.fax = Some(fax.into());
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Both;
    optional email = "email";
    optional phone = "phone";
    optional fax = "fax";
}

impl ::bindery_runtime::Validate for Both {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        static ASSERTIONS: ::bindery_runtime::Assertions = ::bindery_runtime::Assertions::new(
            r##"{"not":{"required":["fax"]},"allOf":[{"not":{"required":["email"],"properties":{"email":{"pattern":"\"#"}}}}],"oneOf":[{"required":["email"]},{"required":["phone"]}]}"##,
        );
        at.assertions(self, &ASSERTIONS);
    }
}

/// `Tree`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Tree {
    /// `children`.
    pub children: Option<Vec<Tree>>,
}

impl Tree {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `children`.
    #[must_use]
    pub fn children(mut self, children: Vec<Tree>) -> Self {
        self.children = Some(children);
        self
    }
}

::bindery_runtime::object! {
    Tree;
    optional children = "children";
}

/// `Sided`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Sided {
    /// `id`.
    pub id: Option<i64>,
    /// `name`.
    pub name: Option<String>,
}

impl Sided {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `id`.
    #[must_use]
    pub fn id(mut self, id: i64) -> Self {
        self.id = Some(id);
        self
    }

    /// Sets `name`.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

::bindery_runtime::object! {
    Sided;
    optional id = "id";
    optional name = "name";
}

/// `Undescribed`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Undescribed {
    /// `name`.
    pub name: Option<String>,
    /// Properties that the description does not name.
    pub additional_properties: ::bindery_runtime::Object,
}

impl Undescribed {
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

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Undescribed;
    optional name = "name";
    rest additional_properties;
}

impl ::bindery_runtime::Validate for Undescribed {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        static ASSERTIONS: ::bindery_runtime::Assertions = ::bindery_runtime::Assertions::new(
            r#"{"anyOf":[{"required":["id"]},{"required":["name"]}]}"#,
        );
        at.assertions(self, &ASSERTIONS);
    }
}

/// `Untyped`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Untyped {
    /// `limits`.
    pub limits: Option<::bindery_runtime::Value>,
    /// `several`.
    pub several: Option<String>,
    /// `known`.
    pub known: Option<UntypedKnown>,
    /// `listed`.
    pub listed: Option<::bindery_runtime::Value>,
    /// `same`.
    ///
    /// Limits: at most 2 characters.
    pub same: Option<String>,
}

impl Untyped {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `limits`.
    #[must_use]
    pub fn limits(mut self, limits: ::bindery_runtime::Value) -> Self {
        self.limits = Some(limits);
        self
    }

    /// Sets `several`.
    #[must_use]
    pub fn several(mut self, several: impl Into<String>) -> Self {
        self.several = Some(several.into());
        self
    }

    /// Sets `known`.
    #[must_use]
    pub fn known(mut self, known: UntypedKnown) -> Self {
        self.known = Some(known);
        self
    }

    /// Sets `listed`.
    #[must_use]
    pub fn listed(mut self, listed: ::bindery_runtime::Value) -> Self {
        self.listed = Some(listed);
        self
    }

    /// Sets `same`.
    #[must_use]
    pub fn same(mut self, same: impl Into<String>) -> Self {
        self.same = Some(same.into());
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Untyped;
    anything limits = "limits";
    optional several = "several";
    optional known = "known";
    anything listed = "listed";
    optional same = "same";
}

impl ::bindery_runtime::Validate for Untyped {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        if let Some(value) = &self.limits {
            at.key("limits", |at| {
                static ASSERTIONS: ::bindery_runtime::Assertions = ::bindery_runtime::Assertions::new(
                    r#"{"minimum":1,"maxLength":2}"#,
                );
                at.assertions(value, &ASSERTIONS);
            });
        }
        if let Some(value) = &self.several {
            at.key("several", |at| {
                static ASSERTIONS: ::bindery_runtime::Assertions = ::bindery_runtime::Assertions::new(
                    r#"{"anyOf":[{"type":"string","maxLength":2},{"type":"string","pattern":"^x"}]}"#,
                );
                at.assertions(value, &ASSERTIONS);
            });
        }
        at.nested("known", &self.known);
        if let Some(value) = &self.listed {
            at.key("listed", |at| {
                static ASSERTIONS: ::bindery_runtime::Assertions = ::bindery_runtime::Assertions::new(
                    r#"{"enum":[[1],{"a":1},"text"]}"#,
                );
                at.assertions(value, &ASSERTIONS);
            });
        }
        if let Some(value) = &self.same {
            at.key("same", |at| at.max_length(value, 2));
        }
    }
}

/// The `method` of `Payment`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum PaymentMethod {
    /// `card`.
    Card,
    /// `cash`.
    Cash,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    PaymentMethod;
    Card = "card";
    Cash = "cash";
    other Unknown;
}

/// The `byPattern` of `Labels`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct LabelsByPattern {
    /// `id`.
    pub id: Option<String>,
    /// Properties that the description does not name.
    pub additional_properties: ::bindery_runtime::Object,
}

impl LabelsByPattern {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `id`.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    LabelsByPattern;
    optional id = "id";
    rest additional_properties;
}

impl ::bindery_runtime::Validate for LabelsByPattern {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        static ASSERTIONS: ::bindery_runtime::Assertions = ::bindery_runtime::Assertions::new(
            r#"{"patternProperties":{"^n-":{"type":"integer"},"^s-":{"type":"string"}},"properties":{"id":{}},"additionalProperties":false}"#,
        );
        at.assertions(self, &ASSERTIONS);
    }
}

/// The `color` of `Numbers`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum NumbersColor {
    /// `red`.
    Red,
    /// `green`.
    Green,
    /// `blue`.
    Blue,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    NumbersColor;
    Red = "red";
    Green = "green";
    Blue = "blue";
    other Unknown;
}

/// The `known` of `Untyped`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum UntypedKnown {
    /// `on`.
    On,
    /// `off`.
    Off,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    UntypedKnown any_text r#"{"anyOf":[{"type":"string","enum":["on","off"]},{"type":"string","pattern":"^0x"}]}"#;
    On = "on";
    Off = "off";
    other Unknown;
}

/// The `row item` of `Reading`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum ReadingRowItem {
    /// `string`.
    String(String),
    /// `Code`.
    Code(Code),
    /// `boolean`.
    Boolean(bool),
}

impl ReadingRowItem {
    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::untagged_union! {
    ReadingRowItem, checked;
    String: string;
    Code: integer;
    Boolean: boolean;
}

impl From<String> for ReadingRowItem {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<Code> for ReadingRowItem {
    fn from(value: Code) -> Self {
        Self::Code(value)
    }
}

impl From<bool> for ReadingRowItem {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}

impl ::bindery_runtime::Validate for ReadingRowItem {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        if let Self::Code(value) = self {
            at.minimum(*value, 10);
        }
    }
}
