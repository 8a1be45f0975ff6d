//! Path items -> [`Operation`]s, each with the parameters and the servers of its path.

use openapiv3::PathItem;

use super::model::Operation;
use super::references::{self, PATH_ITEM};
use super::resolve::Resolver;
use crate::source::Origin;

/// What the operations of one path share.
struct PathContext<'a, 'p> {
    path: &'p str,
    item: &'a PathItem,
    origin: Origin,
}

impl<'a> Resolver<'a> {
    /// Resolves every operation: paths as in the text, then methods as OpenAPI lists them.
    pub(super) fn operations(&mut self) -> Vec<Operation> {
        let list = self.root.child("paths");
        let mut operations = Vec::new();
        for (path, node) in self.openapi.paths.iter() {
            let followed = self.follow(node, list.child(path), &PATH_ITEM, references::path_item_at);
            let Some((item, origin)) = followed else { continue };
            let shared = PathContext { path, item, origin };
            for (method, operation) in item.iter() {
                operations.push(self.operation(&shared, method, operation));
            }
        }
        operations
    }

    fn operation(&mut self, shared: &PathContext<'a, '_>, method: &str, operation: &'a openapiv3::Operation) -> Operation {
        let origin = shared.origin.child(method);
        let parameters = self.merged_parameters(
            (&operation.parameters, &origin.child("parameters")),
            (&shared.item.parameters, &shared.origin.child("parameters")),
        );
        self.check_path(shared.path, &parameters, &origin);
        let servers = match operation.servers.is_empty() {
            false => self.servers(&operation.servers, &origin),
            true => self.servers(&shared.item.servers, &shared.origin),
        };
        let security = operation.security.as_deref().map(|list| self.security(list, &origin.child("security")));
        Operation {
            method: method.to_ascii_uppercase(),
            path: shared.path.to_owned(),
            operation_id: operation.operation_id.clone(),
            tags: operation.tags.clone(),
            // The words of a path are meant for all its operations.
            summary: operation.summary.clone().or_else(|| shared.item.summary.clone()),
            description: operation.description.clone().or_else(|| shared.item.description.clone()),
            external_docs: operation.external_docs.as_ref().map(|docs| docs.url.clone()),
            deprecated: operation.deprecated,
            parameters,
            request_body: self.request_body(operation.request_body.as_ref(), origin.child("requestBody")),
            responses: self.responses(&operation.responses, &origin.child("responses")),
            security,
            servers,
            callbacks: operation.callbacks.keys().cloned().collect(),
            extensions: operation.extensions.clone(),
            origin,
        }
    }
}
