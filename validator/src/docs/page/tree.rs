//! Fields in the order of a page -> a tree: by their whole names (`data[].id`), or by where a sample of the page has them.

use serde_json::Value;

use super::super::claim::{Field, MAX_NESTING, WHOLE};

/// A field as it stands on a page, before it is known what it belongs to.
pub(super) struct Flat {
    pub(super) field: Field<usize>,
    /// Its fields follow it, under their own names.
    pub(super) open: bool,
}

/// What is said of fields that are further inside.
pub(super) const TOO_DEEP: &str = "it is in more fields than are looked into";

/// Builds the tree of a section. Where only the names are said, `sample` says which fields belong to which; without one, the problem is
/// reported, and all that follows an opened field belongs to it.
pub(super) fn build(flat: Vec<Flat>, sample: Option<&Value>, problems: &mut Vec<(usize, String)>) -> Vec<Field<usize>> {
    let mut roots = Vec::new();
    // The way to the innermost field whose own fields may follow, each step the position among its siblings.
    let mut open: Vec<usize> = Vec::new();
    for Flat { mut field, open: opens } in flat {
        if let Some((way, name)) = by_whole_name(&roots, &field.name) {
            field.name = name;
            if way.len() < MAX_NESTING {
                push(&mut roots, &way, field);
            } else {
                problems.push((field.place, TOO_DEEP.to_owned()));
            }
            continue;
        }
        // What a whole body holds is never outside of it.
        if open.len() > usize::from(is_whole(&roots, &open)) {
            match sample {
                Some(sample) => leave(&roots, &mut open, &field.name, sample),
                None => report(&roots, &open, problems),
            }
        }
        let way = if open.is_empty() { whole(&roots) } else { open.clone() };
        if way.len() >= MAX_NESTING {
            problems.push((field.place, TOO_DEEP.to_owned()));
            continue;
        }
        let index = push(&mut roots, &way, field);
        if opens {
            open = way;
            open.push(index);
        }
    }
    roots
}

/// Returns the way to a whole body, in which all other fields are; no way where there is none.
fn whole(roots: &[Field<usize>]) -> Vec<usize> {
    roots.first().filter(|first| first.name == WHOLE).map(|_| 0).into_iter().collect()
}

/// Finds the field that a whole name begins with: the one with the longest such name. The fields of a whole body may go without its name.
fn by_whole_name(roots: &[Field<usize>], name: &str) -> Option<(Vec<usize>, String)> {
    let within_whole = || by_name_within(&roots.first().filter(|first| first.name == WHOLE)?.children, vec![0], name);
    by_name_within(roots, Vec::new(), name).or_else(within_whole)
}

fn by_name_within(fields: &[Field<usize>], mut way: Vec<usize>, name: &str) -> Option<(Vec<usize>, String)> {
    let outer = way.len();
    let (mut fields, mut rest) = (fields, name);
    loop {
        let inner = |field: &Field<usize>| {
            let own = if field.name == WHOLE { "" } else { field.name.as_str() };
            let after = rest.strip_prefix(own)?;
            let inside = after.trim_start_matches("[]");
            let is_list = inside.len() < after.len();
            let inside = inside.strip_prefix('.').or((own.is_empty() && is_list).then_some(inside))?;
            (!inside.is_empty()).then_some(inside)
        };
        let best = fields.iter().enumerate().filter_map(|(index, field)| Some((index, field, inner(field)?)));
        let Some((index, field, inside)) = best.min_by_key(|(_, _, inside)| inside.len()) else { break };
        way.push(index);
        (fields, rest) = (&field.children, inside);
    }
    (way.len() > outer).then(|| (way, rest.to_owned()))
}

fn at<'a>(roots: &'a [Field<usize>], way: &[usize]) -> Vec<&'a Field<usize>> {
    let mut fields = roots;
    way.iter()
        .map(|index| {
            let field = &fields[*index];
            fields = &field.children;
            field
        })
        .collect()
}

fn push(roots: &mut Vec<Field<usize>>, way: &[usize], field: Field<usize>) -> usize {
    let mut fields = roots;
    for index in way {
        fields = &mut fields[*index].children;
    }
    fields.push(field);
    fields.len() - 1
}

fn is_whole(roots: &[Field<usize>], open: &[usize]) -> bool {
    open.first().is_some_and(|first| roots[*first].name == WHOLE)
}

/// Leaves opened fields until the sample has the name among what is left; leaves none if it has it nowhere.
fn leave(roots: &[Field<usize>], open: &mut Vec<usize>, name: &str, sample: &Value) {
    let has = |depth: usize| {
        let parents = at(roots, &open[..depth]);
        let mut named = parents.iter().filter(|parent| parent.name != WHOLE);
        let inner = named.try_fold(sample, |value, parent| first_item(value).get(&parent.name));
        inner.is_some_and(|value| first_item(value).get(name).is_some())
    };
    let outermost = usize::from(is_whole(roots, open));
    if let Some(depth) = (outermost..=open.len()).rev().find(|depth| has(*depth)) {
        open.truncate(depth);
    }
}

/// Returns the first item of lists of lists.
fn first_item(value: &Value) -> &Value {
    let mut value = value;
    while let Some(first) = value.as_array().and_then(|list| list.first()) {
        value = first;
    }
    value
}

fn report(roots: &[Field<usize>], open: &[usize], problems: &mut Vec<(usize, String)>) {
    if let Some(parent) = at(roots, open).last() {
        let problem =
            (parent.place, format!("where the fields of `{}` end is not said: the page has no sample to tell", parent.name));
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    }
}
