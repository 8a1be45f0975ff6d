//! The components of an MDX page that are open -> fields, each where it belongs: in the field or in the tab around it.
//!
//! Unlike rendered pages, MDX has the fields of every tab.

use super::super::claim::{Field, Location, MAX_NESTING, Variant};
use super::tabs;
use super::tree::TOO_DEEP;

/// The components that are open, the innermost one last.
#[derive(Default)]
pub(super) struct Nesting(Vec<Component>);

enum Component {
    Field(Box<Field<usize>>, Location),
    Tabs(usize, Vec<Tab>),
    Tab(Tab),
}

/// A tab with the fields in it.
struct Tab {
    variant: Variant<usize>,
    fields: Vec<(Field<usize>, Location)>,
}

/// What no component is around.
pub(super) enum Outermost {
    Field(Box<Field<usize>>, Location),
    /// The tabs of a body that is a union.
    Options(Location, Vec<Variant<usize>>),
}

impl Nesting {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns where the field around is sent.
    pub(super) fn location(&self) -> Option<&Location> {
        self.0.iter().rev().find_map(|component| match component {
            Component::Field(_, location) => Some(location),
            Component::Tabs(..) | Component::Tab(_) => None,
        })
    }

    /// Returns the field that a text is about.
    pub(super) fn field(&mut self) -> Option<&mut Field<usize>> {
        match self.0.last_mut()? {
            Component::Field(field, _) => Some(field),
            Component::Tabs(..) | Component::Tab(_) => None,
        }
    }

    pub(super) fn open_field(&mut self, field: Field<usize>, location: Location) {
        self.0.push(Component::Field(Box::new(field), location));
    }

    pub(super) fn close_field(&mut self) -> Result<Option<Outermost>, String> {
        match self.0.pop() {
            Some(Component::Field(field, location)) => self.put(*field, location),
            other => {
                self.0.extend(other);
                Err("it closes no component".to_owned())
            }
        }
    }

    /// Puts a field into what is around it.
    pub(super) fn put(&mut self, field: Field<usize>, location: Location) -> Result<Option<Outermost>, String> {
        if self.0.len() >= MAX_NESTING {
            return Err(TOO_DEEP.to_owned());
        }
        match self.0.last_mut() {
            None => return Ok(Some(Outermost::Field(Box::new(field), location))),
            Some(Component::Field(around, _)) => around.children.push(field),
            Some(Component::Tab(tab)) => tab.fields.push((field, location)),
            Some(Component::Tabs(..)) => return Err(format!("the field `{}` is between tabs", field.name)),
        }
        Ok(None)
    }

    pub(super) fn open_tabs(&mut self, place: usize) {
        self.0.push(Component::Tabs(place, Vec::new()));
    }

    pub(super) fn open_tab(&mut self, title: &str, place: usize) -> Result<(), String> {
        let Some(Component::Tabs(..)) = self.0.last() else { return Err("there are no tabs around it".to_owned()) };
        let tab = tabs::read(title).and_then(|mut tabs| tabs.pop().filter(|_| tabs.is_empty()));
        let tab = tab.unwrap_or_else(|| tabs::Tab { title: Some(title.to_owned()).filter(|title| !title.is_empty()), ty: None });
        let variant = Variant { place, title: tab.title, ty: tab.ty, fields: Vec::new() };
        self.0.push(Component::Tab(Tab { variant, fields: Vec::new() }));
        Ok(())
    }

    pub(super) fn close_tab(&mut self) -> Result<(), String> {
        match (self.0.pop(), self.0.last_mut()) {
            (Some(Component::Tab(tab)), Some(Component::Tabs(_, tabs))) => tabs.push(tab),
            (other, _) => {
                self.0.extend(other);
                return Err("it closes no component".to_owned());
            }
        }
        Ok(())
    }

    pub(super) fn close_tabs(&mut self) -> Result<Vec<Outermost>, String> {
        let tabs = match self.0.pop() {
            Some(Component::Tabs(_, tabs)) => tabs,
            other => {
                self.0.extend(other);
                return Err("it closes no component".to_owned());
            }
        };
        match self.0.last_mut() {
            None => Ok(outermost(tabs)),
            Some(Component::Field(around, _)) => {
                around.variants.extend(tabs.into_iter().map(Tab::option));
                Ok(Vec::new())
            }
            Some(Component::Tabs(..) | Component::Tab(_)) => Err("tabs right in a tab are not understood".to_owned()),
        }
    }

    /// Returns the components that nothing closed: the line of each, and what it is.
    pub(super) fn unclosed(self) -> impl Iterator<Item = (usize, String)> {
        self.0.into_iter().map(|component| match component {
            Component::Field(field, _) => (field.place, format!("the component of `{}` is not closed", field.name)),
            Component::Tabs(place, _) => (place, "the tabs are not closed".to_owned()),
            Component::Tab(tab) => (tab.variant.place, "the tab is not closed".to_owned()),
        })
    }
}

impl Tab {
    fn option(self) -> Variant<usize> {
        Variant { fields: self.fields.into_iter().map(|(field, _)| field).collect(), ..self.variant }
    }
}

/// Returns what tabs outside of a field are: several with fields of one body are the options of that body. Others are only a way to lay out
/// a page.
fn outermost(tabs: Vec<Tab>) -> Vec<Outermost> {
    let with_fields = tabs.iter().filter(|tab| !tab.fields.is_empty()).count();
    let mut locations = tabs.iter().flat_map(|tab| &tab.fields).map(|(_, location)| location);
    let first = locations.next().cloned().filter(|first| locations.all(|location| location == first));
    match first {
        Some(location @ (Location::Body | Location::Response(_))) if with_fields > 1 => {
            vec![Outermost::Options(location, tabs.into_iter().map(Tab::option).collect())]
        }
        _ => {
            let fields = tabs.into_iter().flat_map(|tab| tab.fields);
            fields.map(|(field, location)| Outermost::Field(Box::new(field), location)).collect()
        }
    }
}
