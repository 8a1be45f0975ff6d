//! Path items -> [`Operation`]s, each with the parameters and the servers of its path.

use super::model::Operation;
use super::references::{self, PATH_ITEM};
use super::resolve::Resolver;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Origin;

/// The methods that path items have keys for (OpenAPI 3.2.0, "Path Item Object").
const FIXED: [&str; 9] = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "QUERY"];

/// Tells whether a byte can stand in the name of a method (RFC 9110, section 5.6.2).
fn is_token_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

/// What the operations of one path share.
struct PathContext<'a, 'p> {
    path: &'p str,
    item: &'a openapiv3::PathItem,
    origin: Origin,
}

impl<'a> Resolver<'a> {
    /// Resolves every operation: paths as in the text, then methods as OpenAPI lists them.
    pub(super) fn operations(&mut self) -> Vec<Operation> {
        let list = self.root.child("paths");
        let mut operations = Vec::new();
        for (path, node) in &self.description.paths {
            let followed = self.follow(node, list.child(path), &PATH_ITEM, references::path_item_at);
            let Some((item, origin)) = followed else { continue };
            let shared = PathContext { path, item: &item.shared, origin };
            for each in &item.operations {
                let origin = Origin { document: shared.origin.document, pointer: each.pointer.clone() };
                if each.is_fixed || self.is_method(&each.method, &origin) {
                    operations.push(self.operation(&shared, &each.method, &each.operation, origin));
                }
            }
        }
        operations
    }

    /// Tells whether a method can be sent; one that can't, or has a key of its own, is reported.
    fn is_method(&mut self, method: &str, origin: &Origin) -> bool {
        let is_token = !method.is_empty() && method.bytes().all(is_token_byte);
        if !is_token {
            let message = format!("`{method}` is not a method of HTTP");
            self.found.push(Diagnostic::new(Code::Structure, origin.clone(), message));
        } else if FIXED.contains(&method) {
            let message = format!("the method `{method}` has a key of its own in a path item");
            let found = Diagnostic::new(Code::Structure, origin.clone(), message);
            self.found.push(found.help(format!("write it under `{}`", method.to_ascii_lowercase())));
        }
        is_token
    }

    fn operation(
        &mut self,
        shared: &PathContext<'a, '_>,
        method: &str,
        operation: &'a openapiv3::Operation,
        origin: Origin,
    ) -> Operation {
        let mut parameters = self.merged_parameters(
            (&operation.parameters, &origin.child("parameters")),
            (&shared.item.parameters, &shared.origin.child("parameters")),
        );
        let path = self.agreed_path(shared.path, &mut parameters, &origin);
        let servers = match operation.servers.is_empty() {
            false => self.servers(&operation.servers, &origin),
            true => self.servers(&shared.item.servers, &shared.origin),
        };
        let callbacks = origin.child("callbacks");
        for name in operation.callbacks.keys() {
            self.check_callback(&callbacks.child(name));
        }
        let security = operation.security.as_deref().map(|list| self.security(list, &origin.child("security")));
        Operation {
            method: method.to_owned(),
            path,
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
            extensions: self.extensions(&origin),
            origin,
        }
    }
}
