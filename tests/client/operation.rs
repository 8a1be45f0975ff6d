//! The six operations as values, so that a test can do the same with each of them.

use bindery::spec::{self, Document};
use bindery_runtime::{Error, Request, StatusCode};
use ledger_agents::{Client, CreateAgentRequest, ErrorBody, ListAgentsParams, UpdateAgentRequest};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operation {
    CreateAgent,
    ListAgents,
    GetAgent,
    UpdateAgent,
    SuspendAgent,
    GetAgentPolicy,
}

impl Operation {
    pub(crate) const ALL: [Self; 6] =
        [Self::CreateAgent, Self::ListAgents, Self::GetAgent, Self::UpdateAgent, Self::SuspendAgent, Self::GetAgentPolicy];

    fn id(self) -> &'static str {
        match self {
            Self::CreateAgent => "createAgent",
            Self::ListAgents => "listAgents",
            Self::GetAgent => "getAgent",
            Self::UpdateAgent => "updateAgent",
            Self::SuspendAgent => "suspendAgent",
            Self::GetAgentPolicy => "getAgentPolicy",
        }
    }

    /// Finds the operation in its description.
    pub(crate) fn described(self, document: &Document) -> &spec::Operation {
        let is_it = |operation: &&spec::Operation| operation.operation_id.as_deref() == Some(self.id());
        document.operations.iter().find(is_it).unwrap_or_else(|| panic!("{self:?} is not described"))
    }

    /// Calls the operation with the least that it needs, and gives the status of a success.
    pub(crate) async fn call(self, client: &Client) -> Result<StatusCode, Error<ErrorBody>> {
        match self {
            Self::CreateAgent => status(client.create_agent(&CreateAgentRequest::new("user_1", "buyer"))).await,
            Self::ListAgents => status(client.list_agents(&ListAgentsParams::new())).await,
            Self::GetAgent => status(client.get_agent("agent_1")).await,
            Self::UpdateAgent => status(client.update_agent("agent_1", &UpdateAgentRequest::new().name("other"))).await,
            Self::SuspendAgent => status(client.suspend_agent("agent_1")).await,
            Self::GetAgentPolicy => status(client.get_agent_policy("agent_1")).await,
        }
    }
}

async fn status<T>(request: Request<T, ErrorBody>) -> Result<StatusCode, Error<ErrorBody>> {
    request.send().await.map(|answer| answer.status())
}

#[test]
fn the_description_has_no_other_operations() {
    assert_eq!(crate::description().operations.len(), Operation::ALL.len());
}
