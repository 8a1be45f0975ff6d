//! Requests own what they need: they move to other tasks, and many go at once through clones of one client.

use std::collections::BTreeSet;

use bindery_runtime::Error;
use ledger_agents::{Client, CreateAgentRequest, ErrorBody, ListAgentsParams, UpdateAgentRequest};

use crate::{client, embedded_server};

fn assert_movable<T: Send + 'static>(_: &T) {}

fn assert_shared<T: Clone + Send + Sync + 'static>() {}

fn assert_error<T: std::error::Error + Send + Sync + 'static>() {}

#[tokio::test]
async fn requests_and_their_futures_move_between_threads() {
    assert_shared::<Client>();
    assert_error::<Error<ErrorBody>>();
    let client = client("http://127.0.0.1:9");
    assert_movable(&client.create_agent(&CreateAgentRequest::new("user_1", "buyer")).into_future());
    assert_movable(&client.list_agents(&ListAgentsParams::new()).into_future());
    assert_movable(&client.get_agent(&String::from("agent_1")).into_future());
    assert_movable(&client.update_agent("agent_1", &UpdateAgentRequest::new()).into_future());
    assert_movable(&client.suspend_agent("agent_1").send());
    assert_movable(&client.get_agent_policy("agent_1").send());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_tasks_share_one_client() {
    let server = embedded_server().await;
    let client = client(server.url());
    let tasks: Vec<_> = (0..16)
        .map(|number| {
            let client = client.clone();
            tokio::spawn(async move {
                let request = client.create_agent(&CreateAgentRequest::new("user_1", format!("agent {number}")));
                // The client is gone before the request is sent.
                drop(client);
                request.await
            })
        })
        .collect();
    let mut ids = BTreeSet::new();
    for task in tasks {
        ids.insert(task.await.unwrap().unwrap().id);
    }
    assert_eq!(ids.len(), 16);
    let page = client.list_agents(&ListAgentsParams::new()).await.unwrap();
    let listed: BTreeSet<_> = page.data.into_iter().map(|agent| agent.id).collect();
    assert_eq!(listed, ids);
}
