// Made by `bindery generate ledger.yaml`. Change the description instead of this file.

/// Client for Ledger agents API.
///
/// Create and control agents: software that spends money on behalf of a user.
///
/// A user funds agents, an agent holds cards, and the agent's spending limit covers all of
/// its cards together. Every amount is a whole number of cents.
#[derive(Clone, Debug)]
pub struct Client(::bindery_runtime::Client);

impl Client {
    /// Starts a client: set what it needs, then `build` it.
    pub fn builder() -> ::bindery_runtime::ClientBuilder<Self> {
        ::bindery_runtime::ClientBuilder::new()
    }

    /// Lists the agents that the API key can see, one page at a time.
    ///
    /// While `hasMore` is true, pass the `cursor` of the answer to the next call to get the page
    /// after it.
    ///
    /// `GET /v1/agents`. Headers of answers: `Retry-After`.
    pub fn list_agents(
        &self,
        params: &ListAgentsParams,
    ) -> ::bindery_runtime::Request<AgentPage, ErrorBody> {
        self.0
            .request(::bindery_runtime::Method::GET, "/v1/agents")
            .validated(params)
            .query("limit", &params.limit)
            .query("cursor", &params.cursor)
            .reads(::bindery_runtime::read::json, ::bindery_runtime::read::json)
    }

    /// Creates an agent for a user.
    ///
    /// Only `userId` and `name` are needed; limits and card defaults can come along in the same
    /// call. Give an idempotency key if the call may be repeated: without one, a repeated call
    /// can create a second agent.
    ///
    /// `POST /v1/agents`. Takes an idempotency key. Headers of answers: `Retry-After`.
    pub fn create_agent(
        &self,
        body: &CreateAgentRequest,
    ) -> ::bindery_runtime::Request<Agent, ErrorBody> {
        self.0
            .request(::bindery_runtime::Method::POST, "/v1/agents")
            .validated(body)
            .json(body)
            .reads(::bindery_runtime::read::json, ::bindery_runtime::read::json)
    }

    /// Fetches one agent.
    ///
    /// `GET /v1/agents/{agentId}`. Headers of answers: `Retry-After`.
    pub fn get_agent(
        &self,
        agent_id: &str,
    ) -> ::bindery_runtime::Request<Agent, ErrorBody> {
        self.0
            .request(::bindery_runtime::Method::GET, "/v1/agents/{agentId}")
            .path("agentId", agent_id)
            .reads(::bindery_runtime::read::json, ::bindery_runtime::read::json)
    }

    /// Changes some fields of an agent.
    ///
    /// Send only the fields to change.
    ///
    /// `PATCH /v1/agents/{agentId}`. Headers of answers: `Retry-After`.
    pub fn update_agent(
        &self,
        agent_id: &str,
        body: &UpdateAgentRequest,
    ) -> ::bindery_runtime::Request<Agent, ErrorBody> {
        self.0
            .request(::bindery_runtime::Method::PATCH, "/v1/agents/{agentId}")
            .path("agentId", agent_id)
            .validated(body)
            .json(body)
            .reads(::bindery_runtime::read::json, ::bindery_runtime::read::json)
    }

    /// Suspends an agent and freezes its cards.
    ///
    /// The answer tells the status from before the call, so that a caller can see whether
    /// anything changed.
    ///
    /// `POST /v1/agents/{agentId}/suspend`. Takes an idempotency key. Headers of answers:
    /// `Retry-After`.
    pub fn suspend_agent(
        &self,
        agent_id: &str,
    ) -> ::bindery_runtime::Request<SuspendAgentResponse, ErrorBody> {
        self.0
            .request(::bindery_runtime::Method::POST, "/v1/agents/{agentId}/suspend")
            .path("agentId", agent_id)
            .reads(::bindery_runtime::read::json, ::bindery_runtime::read::json)
    }

    /// Fetches an agent's spending limit and how much of it is used.
    ///
    /// `GET /v1/agents/{agentId}/policy`. Headers of answers: `Retry-After`.
    pub fn get_agent_policy(
        &self,
        agent_id: &str,
    ) -> ::bindery_runtime::Request<AgentPolicy, ErrorBody> {
        self.0
            .request(::bindery_runtime::Method::GET, "/v1/agents/{agentId}/policy")
            .path("agentId", agent_id)
            .reads(::bindery_runtime::read::json, ::bindery_runtime::read::json)
    }
}

impl ::bindery_runtime::Api for Client {
    const BASE_URL: Option<&'static str> = Some("https://api.ledger.so");
    const USER_AGENT: &'static str = concat!(
        env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")
    );
    const SECURITY_SCHEMES: &'static [::bindery_runtime::SecurityScheme] = &[
        ::bindery_runtime::SecurityScheme::api_key(
            "ApiKey",
            ::bindery_runtime::Location::Header,
            "Api-Key",
        ),
    ];
    const SECURITY: ::bindery_runtime::Security = &[&["ApiKey"]];

    fn from_client(client: ::bindery_runtime::Client) -> Self {
        Self(client)
    }

    fn as_client(&self) -> &::bindery_runtime::Client {
        &self.0
    }
}

impl ::bindery_runtime::ApiKeyAuth for Client {
    const SCHEME: &'static str = "ApiKey";
}

/// Parameters of `GET /v1/agents`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ListAgentsParams {
    /// How many agents a page holds at most.
    ///
    /// Default: `20`. Limits: at least 1, at most 100.
    pub limit: Option<i64>,
    /// Where the page starts: the `cursor` of the page before it.
    ///
    /// Leave it out to get the first page.
    pub cursor: Option<String>,
}

impl ListAgentsParams {
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
    pub fn limit_or_default(&self) -> i64 {
        self.limit.unwrap_or(20)
    }

    /// Sets `cursor`.
    #[must_use]
    pub fn cursor(mut self, cursor: impl Into<String>) -> Self {
        self.cursor = Some(cursor.into());
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

impl ::bindery_runtime::Validate for ListAgentsParams {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        if let Some(value) = &self.limit {
            at.key("limit", |at| {
                at.minimum(*value, 1);
                at.maximum(*value, 100);
            });
        }
    }
}

/// An agent to create, with its limits and the defaults for its cards.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateAgentRequest {
    /// The user whose money the agent spends.
    pub user_id: String,
    /// What to call the agent.
    pub name: String,
    /// What the agent is for, in words.
    pub description: Option<String>,
    /// The most that all cards of the agent may spend together in one period, in cents.
    pub spending_limit: Option<i64>,
    /// When `spendingLimit` starts anew.
    pub spending_limit_frequency: Option<SpendingLimitFrequency>,
    /// What happens once `spendingLimit` is exceeded.
    pub on_limit_exceeded: Option<LimitAction>,
    /// How many cards the agent may have.
    pub max_cards: Option<i64>,
    /// The limit that each new card of the agent starts with, in cents.
    pub default_card_limit: Option<i64>,
    /// When `defaultCardLimit` starts anew.
    pub default_card_limit_frequency: Option<SpendingLimitFrequency>,
    /// Your own data to keep with the agent, in any form.
    pub metadata: Option<::bindery_runtime::Object>,
}

impl CreateAgentRequest {
    /// Creates one from its required fields.
    pub fn new(user_id: impl Into<String>, name: impl Into<String>) -> Self {
        Self {
            user_id: user_id.into(),
            name: name.into(),
            description: None,
            spending_limit: None,
            spending_limit_frequency: None,
            on_limit_exceeded: None,
            max_cards: None,
            default_card_limit: None,
            default_card_limit_frequency: None,
            metadata: None,
        }
    }

    /// Sets `description`.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Sets `spending_limit`.
    #[must_use]
    pub fn spending_limit(mut self, spending_limit: i64) -> Self {
        self.spending_limit = Some(spending_limit);
        self
    }

    /// Sets `spending_limit_frequency`.
    #[must_use]
    pub fn spending_limit_frequency(
        mut self,
        spending_limit_frequency: SpendingLimitFrequency,
    ) -> Self {
        self.spending_limit_frequency = Some(spending_limit_frequency);
        self
    }

    /// Sets `on_limit_exceeded`.
    #[must_use]
    pub fn on_limit_exceeded(mut self, on_limit_exceeded: LimitAction) -> Self {
        self.on_limit_exceeded = Some(on_limit_exceeded);
        self
    }

    /// Sets `max_cards`.
    #[must_use]
    pub fn max_cards(mut self, max_cards: i64) -> Self {
        self.max_cards = Some(max_cards);
        self
    }

    /// Sets `default_card_limit`.
    #[must_use]
    pub fn default_card_limit(mut self, default_card_limit: i64) -> Self {
        self.default_card_limit = Some(default_card_limit);
        self
    }

    /// Sets `default_card_limit_frequency`.
    #[must_use]
    pub fn default_card_limit_frequency(
        mut self,
        default_card_limit_frequency: SpendingLimitFrequency,
    ) -> Self {
        self.default_card_limit_frequency = Some(default_card_limit_frequency);
        self
    }

    /// Sets `metadata`.
    #[must_use]
    pub fn metadata(mut self, metadata: ::bindery_runtime::Object) -> Self {
        self.metadata = Some(metadata);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    CreateAgentRequest;
    required user_id = "userId";
    required name = "name";
    optional description = "description";
    optional spending_limit = "spendingLimit";
    optional spending_limit_frequency = "spendingLimitFrequency";
    optional on_limit_exceeded = "onLimitExceeded";
    optional max_cards = "maxCards";
    optional default_card_limit = "defaultCardLimit";
    optional default_card_limit_frequency = "defaultCardLimitFrequency";
    optional metadata = "metadata";
}

impl ::bindery_runtime::Validate for CreateAgentRequest {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("spendingLimitFrequency", &self.spending_limit_frequency);
        at.nested("onLimitExceeded", &self.on_limit_exceeded);
        at.nested("defaultCardLimitFrequency", &self.default_card_limit_frequency);
    }
}

/// The fields of an agent to change; each one is optional.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct UpdateAgentRequest {
    /// A new name.
    pub name: Option<String>,
    /// A new text about what the agent is for.
    pub description: Option<String>,
    /// Suspends the agent or makes it active again.
    pub status: Option<AgentStatus>,
    /// A new limit over all cards of the agent, in cents.
    pub spending_limit: Option<i64>,
    /// A new period for `spendingLimit`.
    pub spending_limit_frequency: Option<SpendingLimitFrequency>,
    /// What is to happen from now on once `spendingLimit` is exceeded.
    pub on_limit_exceeded: Option<LimitAction>,
    /// New data of your own, in any form.
    pub metadata: Option<::bindery_runtime::Object>,
}

impl UpdateAgentRequest {
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

    /// Sets `description`.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Sets `status`.
    #[must_use]
    pub fn status(mut self, status: AgentStatus) -> Self {
        self.status = Some(status);
        self
    }

    /// Sets `spending_limit`.
    #[must_use]
    pub fn spending_limit(mut self, spending_limit: i64) -> Self {
        self.spending_limit = Some(spending_limit);
        self
    }

    /// Sets `spending_limit_frequency`.
    #[must_use]
    pub fn spending_limit_frequency(
        mut self,
        spending_limit_frequency: SpendingLimitFrequency,
    ) -> Self {
        self.spending_limit_frequency = Some(spending_limit_frequency);
        self
    }

    /// Sets `on_limit_exceeded`.
    #[must_use]
    pub fn on_limit_exceeded(mut self, on_limit_exceeded: LimitAction) -> Self {
        self.on_limit_exceeded = Some(on_limit_exceeded);
        self
    }

    /// Sets `metadata`.
    #[must_use]
    pub fn metadata(mut self, metadata: ::bindery_runtime::Object) -> Self {
        self.metadata = Some(metadata);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    UpdateAgentRequest;
    optional name = "name";
    optional description = "description";
    optional status = "status";
    optional spending_limit = "spendingLimit";
    optional spending_limit_frequency = "spendingLimitFrequency";
    optional on_limit_exceeded = "onLimitExceeded";
    optional metadata = "metadata";
}

impl ::bindery_runtime::Validate for UpdateAgentRequest {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("status", &self.status);
        at.nested("spendingLimitFrequency", &self.spending_limit_frequency);
        at.nested("onLimitExceeded", &self.on_limit_exceeded);
    }
}

/// A software agent that spends money for a user.
///
/// The card defaults given when it was created are not part of the answer.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Agent {
    /// Identifies the agent.
    pub id: String,
    /// The user whose money the agent spends.
    pub user_id: String,
    /// What the agent is called.
    pub name: String,
    /// Whether the agent may spend at the moment.
    pub status: AgentStatus,
    /// When the agent was created, in milliseconds since the Unix epoch.
    pub created_at: i64,
    /// What the agent is for, in words.
    pub description: Option<String>,
    /// The most that all cards of the agent may spend together in one period, in cents.
    pub spending_limit: Option<i64>,
    /// When `spendingLimit` starts anew.
    pub spending_limit_frequency: Option<SpendingLimitFrequency>,
    /// What the agent has spent in the running period, in cents.
    pub current_spend: Option<i64>,
    /// What happens once `spendingLimit` is exceeded.
    pub on_limit_exceeded: Option<LimitAction>,
    /// How many cards the agent may have.
    pub max_cards: Option<i64>,
    /// How many cards the agent has.
    pub card_count: Option<i64>,
    /// Your own data, kept with the agent.
    pub metadata: Option<::bindery_runtime::Object>,
}

impl Agent {
    /// Creates one from its required fields.
    pub fn new(
        id: impl Into<String>,
        user_id: impl Into<String>,
        name: impl Into<String>,
        status: AgentStatus,
        created_at: i64,
    ) -> Self {
        Self {
            id: id.into(),
            user_id: user_id.into(),
            name: name.into(),
            status,
            created_at,
            description: None,
            spending_limit: None,
            spending_limit_frequency: None,
            current_spend: None,
            on_limit_exceeded: None,
            max_cards: None,
            card_count: None,
            metadata: None,
        }
    }

    /// Sets `description`.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Sets `spending_limit`.
    #[must_use]
    pub fn spending_limit(mut self, spending_limit: i64) -> Self {
        self.spending_limit = Some(spending_limit);
        self
    }

    /// Sets `spending_limit_frequency`.
    #[must_use]
    pub fn spending_limit_frequency(
        mut self,
        spending_limit_frequency: SpendingLimitFrequency,
    ) -> Self {
        self.spending_limit_frequency = Some(spending_limit_frequency);
        self
    }

    /// Sets `current_spend`.
    #[must_use]
    pub fn current_spend(mut self, current_spend: i64) -> Self {
        self.current_spend = Some(current_spend);
        self
    }

    /// Sets `on_limit_exceeded`.
    #[must_use]
    pub fn on_limit_exceeded(mut self, on_limit_exceeded: LimitAction) -> Self {
        self.on_limit_exceeded = Some(on_limit_exceeded);
        self
    }

    /// Sets `max_cards`.
    #[must_use]
    pub fn max_cards(mut self, max_cards: i64) -> Self {
        self.max_cards = Some(max_cards);
        self
    }

    /// Sets `card_count`.
    #[must_use]
    pub fn card_count(mut self, card_count: i64) -> Self {
        self.card_count = Some(card_count);
        self
    }

    /// Sets `metadata`.
    #[must_use]
    pub fn metadata(mut self, metadata: ::bindery_runtime::Object) -> Self {
        self.metadata = Some(metadata);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    Agent;
    required id = "id";
    required user_id = "userId";
    required name = "name";
    required status = "status";
    required created_at = "createdAt";
    optional description = "description";
    optional spending_limit = "spendingLimit";
    optional spending_limit_frequency = "spendingLimitFrequency";
    optional current_spend = "currentSpend";
    optional on_limit_exceeded = "onLimitExceeded";
    optional max_cards = "maxCards";
    optional card_count = "cardCount";
    optional metadata = "metadata";
}

impl ::bindery_runtime::Validate for Agent {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("status", &self.status);
        at.nested("spendingLimitFrequency", &self.spending_limit_frequency);
        at.nested("onLimitExceeded", &self.on_limit_exceeded);
    }
}

/// One page of a list of agents.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AgentPage {
    /// The agents of this page.
    pub data: Vec<Agent>,
    /// Whether another page follows.
    pub has_more: bool,
    /// What to pass as `cursor` to get the next page, if there is one.
    pub cursor: ::bindery_runtime::Maybe<String>,
}

impl AgentPage {
    /// Creates one from its required fields.
    pub fn new(data: Vec<Agent>, has_more: bool) -> Self {
        Self {
            data,
            has_more,
            cursor: ::bindery_runtime::Maybe::Absent,
        }
    }

    /// Sets `cursor`.
    #[must_use]
    pub fn cursor(mut self, cursor: impl Into<String>) -> Self {
        self.cursor = ::bindery_runtime::Maybe::Value(cursor.into());
        self
    }

    /// Sets `cursor` to null, which is not the same as leaving it out.
    #[must_use]
    pub fn cursor_null(mut self) -> Self {
        self.cursor = ::bindery_runtime::Maybe::Null;
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    AgentPage;
    required data = "data";
    required has_more = "hasMore";
    nullable cursor = "cursor";
}

impl ::bindery_runtime::Validate for AgentPage {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("data", &self.data);
    }
}

/// Whether an agent may spend.
///
/// `active`: its cards work. `suspended`: all of its cards are frozen.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum AgentStatus {
    /// `active`.
    Active,
    /// `suspended`.
    Suspended,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    AgentStatus;
    Active = "active";
    Suspended = "suspended";
    other Unknown;
}

/// How often a spending limit starts anew.
///
/// With `perTransaction` it holds for each payment alone, with `allTime` it never starts
/// anew.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum SpendingLimitFrequency {
    /// `perTransaction`.
    PerTransaction,
    /// `per24HourPeriod`.
    Per24HourPeriod,
    /// `perWeek`.
    PerWeek,
    /// `perMonth`.
    PerMonth,
    /// `perYear`.
    PerYear,
    /// `allTime`.
    AllTime,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    SpendingLimitFrequency;
    PerTransaction = "perTransaction";
    Per24HourPeriod = "per24HourPeriod";
    PerWeek = "perWeek";
    PerMonth = "perMonth";
    PerYear = "perYear";
    AllTime = "allTime";
    other Unknown;
}

/// What happens when an agent exceeds its spending limit.
///
/// `suspend` suspends the agent, `notify` tells you and lets payments through, `none` only
/// keeps count.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum LimitAction {
    /// `suspend`.
    Suspend,
    /// `notify`.
    Notify,
    /// `none`.
    None,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    LimitAction;
    Suspend = "suspend";
    Notify = "notify";
    None = "none";
    other Unknown;
}

/// The outcome of suspending an agent.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SuspendAgentResponse {
    /// The kind of thing that was suspended.
    pub object: SuspendAgentResponseObject,
    /// Identifies the agent.
    pub id: String,
    /// The status after the call.
    pub status: AgentStatus,
    /// The status before the call.
    pub previous_status: AgentStatus,
}

impl SuspendAgentResponse {
    /// Creates one from its required fields.
    pub fn new(
        id: impl Into<String>,
        status: AgentStatus,
        previous_status: AgentStatus,
    ) -> Self {
        Self {
            object: SuspendAgentResponseObject::Agent,
            id: id.into(),
            status,
            previous_status,
        }
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    SuspendAgentResponse;
    required object = "object";
    required id = "id";
    required status = "status";
    required previous_status = "previousStatus";
}

impl ::bindery_runtime::Validate for SuspendAgentResponse {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("object", &self.object);
        at.nested("status", &self.status);
        at.nested("previousStatus", &self.previous_status);
    }
}

/// An agent's spending limit and how much of it is used.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AgentPolicy {
    /// The agent that the limit belongs to.
    pub agent_id: String,
    /// What the agent has spent in the running period, in cents.
    pub current_spend: i64,
    /// What the agent can still spend in the running period, in cents.
    pub remaining: i64,
    /// The most that all cards of the agent may spend together in one period, in cents.
    pub spending_limit: Option<i64>,
    /// When `spendingLimit` starts anew.
    pub spending_limit_frequency: Option<SpendingLimitFrequency>,
    /// What happens once `spendingLimit` is exceeded.
    pub on_limit_exceeded: Option<LimitAction>,
}

impl AgentPolicy {
    /// Creates one from its required fields.
    pub fn new(agent_id: impl Into<String>, current_spend: i64, remaining: i64) -> Self {
        Self {
            agent_id: agent_id.into(),
            current_spend,
            remaining,
            spending_limit: None,
            spending_limit_frequency: None,
            on_limit_exceeded: None,
        }
    }

    /// Sets `spending_limit`.
    #[must_use]
    pub fn spending_limit(mut self, spending_limit: i64) -> Self {
        self.spending_limit = Some(spending_limit);
        self
    }

    /// Sets `spending_limit_frequency`.
    #[must_use]
    pub fn spending_limit_frequency(
        mut self,
        spending_limit_frequency: SpendingLimitFrequency,
    ) -> Self {
        self.spending_limit_frequency = Some(spending_limit_frequency);
        self
    }

    /// Sets `on_limit_exceeded`.
    #[must_use]
    pub fn on_limit_exceeded(mut self, on_limit_exceeded: LimitAction) -> Self {
        self.on_limit_exceeded = Some(on_limit_exceeded);
        self
    }

    /// Checks the documented constraints; an error names every place that breaks one.
    pub fn validate(&self) -> Result<(), ::bindery_runtime::Invalid> {
        ::bindery_runtime::validate(self)
    }
}

::bindery_runtime::object! {
    AgentPolicy;
    required agent_id = "agentId";
    required current_spend = "currentSpend";
    required remaining = "remaining";
    optional spending_limit = "spendingLimit";
    optional spending_limit_frequency = "spendingLimitFrequency";
    optional on_limit_exceeded = "onLimitExceeded";
}

impl ::bindery_runtime::Validate for AgentPolicy {
    fn check(&self, at: &mut ::bindery_runtime::Checker) {
        at.nested("spendingLimitFrequency", &self.spending_limit_frequency);
        at.nested("onLimitExceeded", &self.on_limit_exceeded);
    }
}

/// What every failed request is answered with.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ErrorBody {
    /// What went wrong, for people to read.
    pub error: String,
    /// Milliseconds to wait before the next try; only with status 429.
    pub retry_after: Option<i64>,
}

impl ErrorBody {
    /// Creates one from its required fields.
    pub fn new(error: impl Into<String>) -> Self {
        Self {
            error: error.into(),
            retry_after: None,
        }
    }

    /// Sets `retry_after`.
    #[must_use]
    pub fn retry_after(mut self, retry_after: i64) -> Self {
        self.retry_after = Some(retry_after);
        self
    }
}

::bindery_runtime::object! {
    ErrorBody;
    required error = "error";
    optional retry_after = "retryAfter";
}

/// The kind of thing that was suspended.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum SuspendAgentResponseObject {
    /// `agent`.
    Agent,
    /// A value that the description does not have, as it came.
    Unknown(String),
}

::bindery_runtime::string_enum! {
    SuspendAgentResponseObject;
    Agent = "agent";
    other Unknown;
}

/// The URLs of the servers.
pub mod servers {
    /// Production
    pub const PRODUCTION: &str = "https://api.ledger.so";
    /// Sandbox
    pub const SANDBOX: &str = "https://sandbox.ledger.so";
}
