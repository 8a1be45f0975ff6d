//! What came of a check -> a table for people: field, page, description, verdict.

use super::{Checked, Table};
use crate::print::counted;

impl Checked {
    /// Shows the tables, each with how many fields there are on both sides.
    pub fn show(&self) -> String {
        self.tables.iter().map(|table| table.show() + "\n").collect()
    }
}

impl Table {
    /// Counts the fields of the page, those of the description, and those that differ.
    pub fn counts(&self) -> (usize, usize, usize) {
        let count = |is: fn(&super::Row) -> bool| self.rows.iter().filter(|row| is(row)).count();
        (count(|row| row.page.is_some()), count(|row| row.description.is_some()), count(|row| !row.differs.is_empty()))
    }

    fn show(&self) -> String {
        let mut lines = vec![["field", "page", "description", "verdict"].map(str::to_owned)];
        lines.extend(self.rows.iter().map(|row| {
            let side = |said: &Option<String>| said.clone().unwrap_or_else(|| "-".to_owned());
            let verdict = if row.differs.is_empty() { "ok".to_owned() } else { row.differs.join(", ") };
            [format!("{} {}", row.location, row.name), side(&row.page), side(&row.description), verdict]
        }));
        let widths: Vec<usize> =
            (0..3).map(|column| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or_default()).collect();
        let mut text = format!("{}: {}\n", self.page, self.call);
        for line in &lines {
            for (cell, width) in line.iter().zip(&widths) {
                text.push_str(&format!("  {cell:width$}"));
            }
            text.push_str(&format!("  {}\n", line[3]));
        }
        let (page, description, unexplained) = self.counts();
        text.push_str(&format!("  page {}, description {description}; {unexplained} unexplained\n", counted(page, "field")));
        if !self.unsaid.is_empty() {
            text.push_str(&format!("  the page does not show: {}\n", self.unsaid.join(", ")));
        }
        text
    }
}
