//! Which schemas there are, and what their references lead to: every node gets an id first and is filled later (`fill`), so that cycles
//! need no care.

use std::collections::hash_map::Entry;

use super::model::{Schema, SchemaId};
use super::references::{self, HEADER, MAX_HOPS, PARAMETER, REQUEST_BODY, RESPONSE, SCHEMA, cyclic};
use super::resolve::Resolver;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::parse::tree::Tree;
use crate::source::{Origin, Pointer};

impl<'a> Resolver<'a> {
    /// Gives ids to the schemas of the components.
    pub(super) fn component_schemas(&mut self) -> Vec<(String, SchemaId)> {
        let list = self.root.child("components").child("schemas");
        let schemas = self.description.component_schemas();
        schemas.map(|(name, node)| (name.to_owned(), self.schema(node, list.child(name)))).collect()
    }

    /// Gives an id to the schema at `origin`, which is filled later.
    pub(super) fn schema_at(&mut self, origin: Origin) -> SchemaId {
        if let Some(id) = self.by_pointer.get(&origin.pointer) {
            return *id;
        }
        match self.description.at(&origin.pointer) {
            Some(node) => self.schema(node, origin),
            None => self.any(origin),
        }
    }

    /// Gives an id to a schema, which stands at `origin` and is filled later.
    pub(super) fn schema(&mut self, node: &'a Tree<'a>, origin: Origin) -> SchemaId {
        match self.by_pointer.entry(origin.pointer.clone()) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(place) => {
                let id = *place.insert(self.schemas.push(Schema::any(origin)));
                self.waiting.push_back((id, node));
                id
            }
        }
    }

    /// Gives an id to a schema that is not there and so allows everything.
    pub(super) fn any(&mut self, origin: Origin) -> SchemaId {
        let pointer = origin.pointer.clone();
        let id = self.schemas.push(Schema::any(origin));
        self.by_pointer.insert(pointer, id);
        id
    }

    /// Fills all schemas and turns their references into ids.
    pub(super) fn link_schemas(&mut self) {
        self.fill_waiting();
        self.link_references();
        self.cut_reference_cycles();
        while let Some((id, tag, target)) = self.unlinked_tags.pop_front() {
            self.link_tag(id, tag, target);
        }
    }

    pub(super) fn fill_waiting(&mut self) {
        while let Some((id, node)) = self.waiting.pop_front() {
            let origin = self.schemas[id].origin.clone();
            self.schemas[id] = self.fill(node, origin, id);
        }
    }

    /// Turns the references of schemas into ids. One that leads through another waits until that is linked.
    fn link_references(&mut self) {
        let mut lost = Vec::new();
        for _ in 0..MAX_HOPS {
            self.unlinked.extend(lost.drain(..));
            let mut linked = false;
            while let Some((id, reference)) = self.unlinked.pop_front() {
                let place = self.schemas[id].origin.child("$ref");
                let Some(pointer) = self.pointer_to(reference, &place) else { continue };
                match self.visit_through(&pointer) {
                    Some(target) => {
                        self.schemas[id].reference = Some(target);
                        linked = true;
                    }
                    None => lost.push((id, reference)),
                }
            }
            if lost.is_empty() || !linked {
                break;
            }
        }
        for (id, reference) in lost {
            let place = self.schemas[id].origin.child("$ref");
            self.target(reference, place);
        }
    }

    /// Finds the schema that a reference leads to, or reports that there is none.
    fn target(&mut self, reference: &str, place: Origin) -> Option<SchemaId> {
        let pointer = self.pointer_to(reference, &place)?;
        let id = self.visit_through(&pointer);
        if id.is_none() {
            self.report_dangling(reference, &pointer, place, &SCHEMA);
        }
        id
    }

    /// Reads a reference to a schema as a pointer. One that can't be read is reported.
    fn pointer_to(&mut self, reference: &str, place: &Origin) -> Option<Pointer> {
        match self.named_schema(self.without_own_name(reference)) {
            Some(pointer) => Some(pointer),
            None if self.is_anchor(reference) => {
                let message = format!("`{reference}` does not lead to a schema: none has the `$anchor`");
                self.found.push(Diagnostic::new(Code::DanglingRef, place.clone(), message));
                None
            }
            None => self.local(reference, place),
        }
    }

    /// Gives an id to the schema that a pointer leads to, through `$ref`s that stand on its way.
    fn visit_through(&mut self, pointer: &Pointer) -> Option<SchemaId> {
        let mut pointer = pointer.clone();
        for _ in 0..MAX_HOPS {
            if !self.by_pointer.contains_key(&pointer) {
                self.visit_component_of(&pointer);
                self.visit_lone_schema(&pointer);
            }
            if let Some(id) = self.by_pointer.get(&pointer) {
                return Some(*id);
            }
            pointer = self.pass_reference(&pointer)?;
        }
        None
    }

    /// Gives ids to the schemas of a component that no operation uses, because a pointer leads into it.
    fn visit_component_of(&mut self, pointer: &Pointer) {
        let tokens: Vec<_> = pointer.tokens().take(3).collect();
        let tokens: Vec<&str> = tokens.iter().map(AsRef::as_ref).collect();
        let origin = tokens.iter().fold(self.root.clone(), |origin, token| origin.child(token));
        if !self.visited.insert(origin.pointer.clone()) {
            return;
        }
        match tokens.get(1) {
            Some(&"parameters") => {
                if let Some(node) = references::parameter_at(self.description, &tokens)
                    && let Some((parameter, origin)) = self.follow(node, origin, &PARAMETER, references::parameter_at)
                {
                    self.parameter(parameter, origin);
                }
            }
            Some(&"requestBodies") => {
                if let Some(node) = references::request_body_at(self.description, &tokens)
                    && let Some((body, origin)) = self.follow(node, origin, &REQUEST_BODY, references::request_body_at)
                {
                    self.content(&body.content, &origin);
                }
            }
            Some(&"responses") => {
                if let Some(node) = references::response_at(self.description, &tokens)
                    && let Some((response, origin)) = self.follow(node, origin, &RESPONSE, references::response_at)
                {
                    self.response_headers(response, &origin);
                    self.content(&response.content, &origin);
                }
            }
            Some(&"headers") => {
                if let Some(node) = references::header_at(self.description, &tokens)
                    && let Some((header, origin)) = self.follow(node, origin, &HEADER, references::header_at)
                {
                    self.schema_or_content(&header.format, &origin);
                }
            }
            _ => return,
        }
        self.fill_waiting();
    }

    /// Reports chains that consist of `$ref`s only and come back, and cuts them at the schema that comes first.
    fn cut_reference_cycles(&mut self) {
        // The pass in which a schema was met: one that was met in an earlier pass leads to an end.
        let mut met: Vec<Option<SchemaId>> = vec![None; self.schemas.len()];
        for start in self.schemas.ids() {
            let mut at = start;
            while met[at.index()].is_none() {
                met[at.index()] = Some(start);
                match self.schemas[at].reference {
                    Some(next) => at = next,
                    None => break,
                }
            }
            if met[at.index()] == Some(start) && self.schemas[at].reference.is_some() {
                let target = self.schemas[at].reference.take().expect("the condition asked for it");
                let reference = format!("#{}", self.schemas[target].origin.pointer);
                self.found.push(cyclic(&reference, self.schemas[at].origin.child("$ref")));
            }
        }
    }

    /// Turns one entry of a discriminator's mapping into an id. Its value is the name of a schema, or a reference (OpenAPI 3.0.3,
    /// "Discriminator Object").
    fn link_tag(&mut self, id: SchemaId, tag: &str, target: &str) {
        let place = self.schemas[id].origin.child("discriminator").child("mapping").child(tag);
        let by_name = self.root.child("components").child("schemas").child(target);
        let found = match self.by_pointer.get(&by_name.pointer) {
            Some(found) => Some(*found),
            None => self.quiet_target(target),
        };
        match (found, &mut self.schemas[id].discriminator) {
            (Some(found), Some(discriminator)) => discriminator.mapping.push((tag.to_owned(), found)),
            _ => self.report_bad_tag(tag, target, place),
        }
    }

    /// Finds the schema that a reference leads to, and says nothing where there is none.
    fn quiet_target(&mut self, reference: &str) -> Option<SchemaId> {
        let reference = self.without_own_name(reference);
        let pointer = match self.named_schema(reference) {
            Some(pointer) => pointer,
            None => reference.starts_with('#').then(|| Pointer::parse(reference))??,
        };
        self.visit_through(&pointer)
    }

    fn report_bad_tag(&mut self, tag: &str, target: &str, place: Origin) {
        let message = format!("the tag `{tag}` is mapped to `{target}`, which is not a schema");
        let names = self.description.component_schemas().map(|(name, _)| name);
        let name = target.rsplit('/').next().unwrap_or_default();
        let help = match nearest(name, names) {
            Some(name) => format!("did you mean `{name}`?"),
            None => "a value of `mapping` is the name of a schema, or a reference such as `#/components/schemas/Name`".into(),
        };
        self.found.push(Diagnostic::new(Code::BadDiscriminator, place, message).help(help));
    }
}
