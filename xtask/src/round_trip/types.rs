//! Which generated type is the schema at a pointer, as the plan says.

use bindery::plan::{Form, ItemOfSchema, RustCrate};
use bindery_values::Direction;

/// A generated type and its schema.
pub(super) struct SchemaType {
    /// The schema's place.
    pub(super) pointer: String,
    /// The type, as it is written within its module.
    pub(super) rust: String,
    /// Which way its values go.
    pub(super) direction: Direction,
    /// It is another name of a type, which has the checks where it is used only.
    pub(super) is_alias: bool,
}

/// No description is asked for more types than this; they are taken evenly.
const MAX_TYPES: usize = 400;

/// Returns the types of a plan that stand for a schema.
pub(super) fn of_plan(plan: &RustCrate) -> Vec<SchemaType> {
    let items = &plan.items_of_schemas;
    let step = items.len().div_ceil(MAX_TYPES).max(1);
    items.iter().step_by(step).map(schema_type).collect()
}

fn schema_type(item: &ItemOfSchema) -> SchemaType {
    SchemaType {
        pointer: item.origin.pointer.as_str().to_owned(),
        rust: item.path.to_string(),
        direction: match item.form {
            Form::Whole => Direction::Any,
            Form::Read => Direction::Read,
            Form::Sent => Direction::Sent,
        },
        is_alias: item.is_alias,
    }
}
