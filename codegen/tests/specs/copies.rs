// Made by `bindery generate copies.yaml`. Change the description instead of this file.

/// Client for Schemas that say the same.
#[derive(Clone, Debug)]
pub struct Client(::bindery_runtime::Client);

impl Client {
    /// Starts a client: set what it needs, then `build` it.
    pub fn builder() -> ::bindery_runtime::ClientBuilder<Self> {
        ::bindery_runtime::ClientBuilder::new()
    }

    /// `POST /orders`.
    pub fn add_order(
        &self,
        body: &AddOrderRequest,
    ) -> ::bindery_runtime::Request<AddOrderResponse, ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::POST, "/orders")
            .validated(body)
            .json(body)
            .reads(::bindery_runtime::read::json, ::bindery_runtime::read::bytes)
    }

    /// `PUT /trees`.
    pub fn put_tree(
        &self,
        body: &TreeInput,
    ) -> ::bindery_runtime::Request<Tree, ::bindery_runtime::Bytes> {
        self.0
            .request(::bindery_runtime::Method::PUT, "/trees")
            .validated(body)
            .json(body)
            .reads(::bindery_runtime::read::json, ::bindery_runtime::read::bytes)
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

/// `Admin`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
#[allow(clippy::enum_variant_names)]
pub enum Admin {
    /// `admin`.
    Admin,
    /// `guest`.
    Guest,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    Admin;
    Admin = "admin";
    Guest = "guest";
    other Unknown;
}

/// `Guest`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
#[allow(clippy::enum_variant_names)]
pub enum Guest {
    /// `admin`.
    Admin,
    /// `guest`.
    Guest,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    Guest;
    Admin = "admin";
    Guest = "guest";
    other Unknown;
}

/// `Tree`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Tree {
    /// `left`.
    pub left: Option<TreeLeft>,
    /// `right`.
    pub right: Option<TreeRight>,
    /// `both`.
    pub both: Option<TreeBoth>,
}

impl Tree {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `left`.
    #[must_use]
    pub fn left(mut self, left: TreeLeft) -> Self {
        self.left = Some(left);
        self
    }

    /// Sets `right`.
    #[must_use]
    pub fn right(mut self, right: TreeRight) -> Self {
        self.right = Some(right);
        self
    }

    /// Sets `both`.
    #[must_use]
    pub fn both(mut self, both: TreeBoth) -> Self {
        self.both = Some(both);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Tree;
    optional left = "left";
    optional right = "right";
    optional both = "both";
}

impl ::bindery_runtime::Validate for Tree {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("left", &self.left);
        at.nested("right", &self.right);
        at.nested("both", &self.both);
    }
}

/// `Tree`.
///
/// This is what is sent; it has no properties that only the server sets.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TreeInput {
    /// `left`.
    pub left: Option<TreeLeftInput>,
    /// `right`.
    pub right: Option<TreeRightInput>,
    /// `both`.
    pub both: Option<TreeBoth>,
}

impl TreeInput {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `left`.
    #[must_use]
    pub fn left(mut self, left: TreeLeftInput) -> Self {
        self.left = Some(left);
        self
    }

    /// Sets `right`.
    #[must_use]
    pub fn right(mut self, right: TreeRightInput) -> Self {
        self.right = Some(right);
        self
    }

    /// Sets `both`.
    #[must_use]
    pub fn both(mut self, both: TreeBoth) -> Self {
        self.both = Some(both);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    TreeInput;
    optional left = "left";
    optional right = "right";
    optional both = "both";
}

impl ::bindery_runtime::Validate for TreeInput {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("left", &self.left);
        at.nested("right", &self.right);
        at.nested("both", &self.both);
    }
}

/// The `request` of `addOrder`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AddOrderRequest {
    /// `kind`.
    pub kind: AddOrderRequestKind,
    /// Who pays.
    pub buyer: AddOrderRequestBuyer,
    /// `payment`.
    pub payment: Option<AddOrderRequestPayment>,
}

impl AddOrderRequest {
    /// Creates one from its required fields.
    pub fn new(buyer: AddOrderRequestBuyer) -> Self {
        Self {
            kind: AddOrderRequestKind::Order,
            buyer,
            payment: None,
        }
    }

    /// Sets `payment`.
    #[must_use]
    pub fn payment(mut self, payment: AddOrderRequestPayment) -> Self {
        self.payment = Some(payment);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    AddOrderRequest;
    required kind = "kind";
    required buyer = "buyer";
    optional payment = "payment";
}

impl ::bindery_runtime::Validate for AddOrderRequest {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("kind", &self.kind);
        at.nested("buyer", &self.buyer);
    }
}

/// The `response` of `addOrder`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AddOrderResponse {
    /// `kind`.
    pub kind: AddOrderResponseKind,
    /// Who pays.
    pub buyer: AddOrderResponseBuyer,
    /// Who gets it, if that is somebody else.
    pub receiver: ::bindery_runtime::Maybe<AddOrderResponseReceiver>,
    /// `payment`.
    pub payment: Option<AddOrderResponsePayment>,
    /// `lines`.
    pub lines: Vec<AddOrderResponseLinesItem>,
}

impl AddOrderResponse {
    /// Creates one from its required fields.
    pub fn new(
        buyer: AddOrderResponseBuyer,
        lines: Vec<AddOrderResponseLinesItem>,
    ) -> Self {
        Self {
            kind: AddOrderResponseKind::Order,
            buyer,
            receiver: ::bindery_runtime::Maybe::Absent,
            payment: None,
            lines,
        }
    }

    /// Sets `receiver`.
    #[must_use]
    pub fn receiver(mut self, receiver: AddOrderResponseReceiver) -> Self {
        self.receiver = ::bindery_runtime::Maybe::Value(receiver);
        self
    }

    /// Sets `receiver` to null, which is not the same as leaving it out.
    #[must_use]
    pub fn receiver_null(mut self) -> Self {
        self.receiver = ::bindery_runtime::Maybe::Null;
        self
    }

    /// Sets `payment`.
    #[must_use]
    pub fn payment(mut self, payment: AddOrderResponsePayment) -> Self {
        self.payment = Some(payment);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    AddOrderResponse;
    required kind = "kind";
    required buyer = "buyer";
    nullable receiver = "receiver";
    optional payment = "payment";
    required lines = "lines";
}

impl ::bindery_runtime::Validate for AddOrderResponse {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("kind", &self.kind);
        at.nested("buyer", &self.buyer);
        at.nested("receiver", &self.receiver);
        at.nested("lines", &self.lines);
    }
}

/// The `left` of `Tree`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TreeLeft {
    /// `id`.
    pub id: Option<String>,
    /// `leaf`.
    pub leaf: Option<Box<Tree>>,
}

impl TreeLeft {
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

    /// Sets `leaf`.
    #[must_use]
    pub fn leaf(mut self, leaf: Tree) -> Self {
        self.leaf = Some(Box::new(leaf));
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    TreeLeft;
    optional id = "id";
    optional leaf = "leaf";
}

impl ::bindery_runtime::Validate for TreeLeft {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("leaf", &self.leaf);
    }
}

/// The `left` of `Tree`.
///
/// This is what is sent; it has no properties that only the server sets.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TreeLeftInput {
    /// `leaf`.
    pub leaf: Option<Box<TreeInput>>,
}

impl TreeLeftInput {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `leaf`.
    #[must_use]
    pub fn leaf(mut self, leaf: TreeInput) -> Self {
        self.leaf = Some(Box::new(leaf));
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    TreeLeftInput;
    optional leaf = "leaf";
}

impl ::bindery_runtime::Validate for TreeLeftInput {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("leaf", &self.leaf);
    }
}

/// The `right` of `Tree`.
pub type TreeRight = TreeLeft;

/// The `right` of `Tree`.
///
/// This is what is sent; it has no properties that only the server sets.
pub type TreeRightInput = TreeLeftInput;

/// The `both` of `Tree`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::large_enum_variant)]
pub enum TreeBoth {
    /// A.
    A(TreeBothA),
    /// B.
    B(TreeBothB),
}

impl TreeBoth {
    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::untagged_union! {
    TreeBoth, checked;
    A: object { "a" = "x" };
    B: object { "a" = "x" };
}

impl ::bindery_runtime::Validate for TreeBoth {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        match self {
            Self::A(value) => {
                ::bindery_runtime::Validate::check(value, at);
            }
            Self::B(value) => {
                ::bindery_runtime::Validate::check(value, at);
            }
        }
    }
}

/// The `request kind` of `addOrder`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum AddOrderRequestKind {
    /// `order`.
    Order,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    AddOrderRequestKind;
    Order = "order";
    other Unknown;
}

/// Who pays.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AddOrderRequestBuyer {
    /// `id`.
    ///
    /// Limits: at most 20 characters.
    pub id: String,
    /// `role`.
    ///
    /// Default: `"guest"`.
    pub role: Option<AddOrderRequestBuyerRole>,
}

impl AddOrderRequestBuyer {
    /// Creates one from its required fields.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), role: None }
    }

    /// Sets `role`.
    #[must_use]
    pub fn role(mut self, role: AddOrderRequestBuyerRole) -> Self {
        self.role = Some(role);
        self
    }

    /// Returns `role`, or the documented default where it is not set.
    pub fn role_or_default(&self) -> AddOrderRequestBuyerRole {
        self.role.clone().unwrap_or(AddOrderRequestBuyerRole::Guest)
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    AddOrderRequestBuyer;
    required id = "id";
    optional role = "role";
}

impl ::bindery_runtime::Validate for AddOrderRequestBuyer {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.key("id", |at| at.max_length(&self.id, 20));
        at.nested("role", &self.role);
    }
}

/// The `request payment` of `addOrder`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[allow(clippy::enum_variant_names, clippy::large_enum_variant)]
pub enum AddOrderRequestPayment {
    /// `with iban`.
    WithIban(AddOrderRequestPaymentWithIban),
    /// `with card`.
    WithCard(AddOrderRequestPaymentWithCard),
}

::bindery_runtime::untagged_union! {
    AddOrderRequestPayment;
    WithIban: object { "iban" };
    WithCard: object { "card" };
}

impl From<AddOrderRequestPaymentWithIban> for AddOrderRequestPayment {
    fn from(value: AddOrderRequestPaymentWithIban) -> Self {
        Self::WithIban(value)
    }
}

impl From<AddOrderRequestPaymentWithCard> for AddOrderRequestPayment {
    fn from(value: AddOrderRequestPaymentWithCard) -> Self {
        Self::WithCard(value)
    }
}

/// The `response kind` of `addOrder`.
pub type AddOrderResponseKind = AddOrderRequestKind;

/// Who pays.
pub type AddOrderResponseBuyer = AddOrderRequestBuyer;

/// The `response payment` of `addOrder`.
pub type AddOrderResponsePayment = AddOrderRequestPayment;

/// A
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TreeBothA {
    /// `a`.
    pub a: TreeBothAA,
}

impl TreeBothA {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Self { a: TreeBothAA::X }
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

impl Default for TreeBothA {
    fn default() -> Self {
        Self::new()
    }
}

::bindery_runtime::object! {
    TreeBothA;
    required a = "a";
}

impl ::bindery_runtime::Validate for TreeBothA {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("a", &self.a);
    }
}

/// B
pub type TreeBothB = TreeBothA;

/// The `request buyer role` of `addOrder`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum AddOrderRequestBuyerRole {
    /// `admin`.
    Admin,
    /// `guest`.
    Guest,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    AddOrderRequestBuyerRole;
    Admin = "admin";
    Guest = "guest";
    other Unknown;
}

/// The `request payment with iban` of `addOrder`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AddOrderRequestPaymentWithIban {
    /// `iban`.
    pub iban: String,
}

impl AddOrderRequestPaymentWithIban {
    /// Creates one from its required fields.
    pub fn new(iban: impl Into<String>) -> Self {
        Self { iban: iban.into() }
    }
}

::bindery_runtime::object! {
    AddOrderRequestPaymentWithIban;
    required iban = "iban";
}

/// The `request payment with card` of `addOrder`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AddOrderRequestPaymentWithCard {
    /// `card`.
    pub card: String,
}

impl AddOrderRequestPaymentWithCard {
    /// Creates one from its required fields.
    pub fn new(card: impl Into<String>) -> Self {
        Self { card: card.into() }
    }
}

::bindery_runtime::object! {
    AddOrderRequestPaymentWithCard;
    required card = "card";
}

/// The `response buyer role` of `addOrder`.
pub type AddOrderResponseBuyerRole = AddOrderRequestBuyerRole;

/// Who gets it, if that is somebody else.
///
/// # Example
///
/// ```json
/// {
///   "id": "u2"
/// }
/// ```
pub type AddOrderResponseReceiver = AddOrderRequestBuyer;

/// The `response receiver role` of `addOrder`.
pub type AddOrderResponseReceiverRole = AddOrderRequestBuyerRole;

/// The `response payment with iban` of `addOrder`.
pub type AddOrderResponsePaymentWithIban = AddOrderRequestPaymentWithIban;

/// The `response payment with card` of `addOrder`.
pub type AddOrderResponsePaymentWithCard = AddOrderRequestPaymentWithCard;

/// The `response lines item` of `addOrder`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct AddOrderResponseLinesItem {
    /// `role`.
    pub role: Option<AddOrderResponseLinesItemRole>,
    /// `by`.
    pub by: Option<AddOrderResponseLinesItemBy>,
    /// `to`.
    pub to: Option<AddOrderResponseLinesItemTo>,
}

impl AddOrderResponseLinesItem {
    /// Creates one with no field set.
    pub fn new() -> Self {
        Default::default()
    }

    /// Sets `role`.
    #[must_use]
    pub fn role(mut self, role: AddOrderResponseLinesItemRole) -> Self {
        self.role = Some(role);
        self
    }

    /// Sets `by`.
    #[must_use]
    pub fn by(mut self, by: AddOrderResponseLinesItemBy) -> Self {
        self.by = Some(by);
        self
    }

    /// Sets `to`.
    #[must_use]
    pub fn to(mut self, to: AddOrderResponseLinesItemTo) -> Self {
        self.to = Some(to);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    AddOrderResponseLinesItem;
    optional role = "role";
    optional by = "by";
    optional to = "to";
}

impl ::bindery_runtime::Validate for AddOrderResponseLinesItem {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("role", &self.role);
        at.nested("by", &self.by);
        at.nested("to", &self.to);
    }
}

/// The `both A a` of `Tree`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum TreeBothAA {
    /// `x`.
    X,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    TreeBothAA;
    X = "x";
    other Unknown;
}

/// The `both B a` of `Tree`.
pub type TreeBothBA = TreeBothAA;

/// The `response lines item role` of `addOrder`.
pub type AddOrderResponseLinesItemRole = AddOrderRequestBuyerRole;

/// The `response lines item by` of `addOrder`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AddOrderResponseLinesItemBy {
    /// Whose.
    ///
    /// Limits: at most 20 characters.
    pub id: String,
    /// `role`.
    ///
    /// Default: `"guest"`.
    pub role: Option<AddOrderResponseLinesItemByRole>,
}

impl AddOrderResponseLinesItemBy {
    /// Creates one from its required fields.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), role: None }
    }

    /// Sets `role`.
    #[must_use]
    pub fn role(mut self, role: AddOrderResponseLinesItemByRole) -> Self {
        self.role = Some(role);
        self
    }

    /// Returns `role`, or the documented default where it is not set.
    pub fn role_or_default(&self) -> AddOrderResponseLinesItemByRole {
        self.role.clone().unwrap_or(AddOrderResponseLinesItemByRole::Guest)
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    AddOrderResponseLinesItemBy;
    required id = "id";
    optional role = "role";
}

impl ::bindery_runtime::Validate for AddOrderResponseLinesItemBy {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.key("id", |at| at.max_length(&self.id, 20));
        at.nested("role", &self.role);
    }
}

/// The `response lines item to` of `addOrder`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AddOrderResponseLinesItemTo {
    /// `id`.
    ///
    /// Limits: at most 21 characters.
    pub id: String,
    /// `role`.
    ///
    /// Default: `"guest"`.
    pub role: Option<AddOrderResponseLinesItemToRole>,
}

impl AddOrderResponseLinesItemTo {
    /// Creates one from its required fields.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), role: None }
    }

    /// Sets `role`.
    #[must_use]
    pub fn role(mut self, role: AddOrderResponseLinesItemToRole) -> Self {
        self.role = Some(role);
        self
    }

    /// Returns `role`, or the documented default where it is not set.
    pub fn role_or_default(&self) -> AddOrderResponseLinesItemToRole {
        self.role.clone().unwrap_or(AddOrderResponseLinesItemToRole::Guest)
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    AddOrderResponseLinesItemTo;
    required id = "id";
    optional role = "role";
}

impl ::bindery_runtime::Validate for AddOrderResponseLinesItemTo {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.key("id", |at| at.max_length(&self.id, 21));
        at.nested("role", &self.role);
    }
}

/// The `response lines item by role` of `addOrder`.
pub type AddOrderResponseLinesItemByRole = AddOrderRequestBuyerRole;

/// The `response lines item to role` of `addOrder`.
pub type AddOrderResponseLinesItemToRole = AddOrderRequestBuyerRole;
