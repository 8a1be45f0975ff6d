//! How much findings matter to a project: a level for a rule or for a whole group, in `bindery.toml`.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use bindery::diagnostic::Severity;
use serde::Deserialize;

use crate::finding::Finding;
use crate::rule::{ALL, Rule};

/// How much a rule matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// It is not reported.
    Off,
    /// Worth knowing.
    Note,
    /// Doubtful.
    Warning,
    /// Wrong.
    Error,
}

impl Level {
    /// Returns how much a finding of this level matters; none is reported of [`Level::Off`].
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Off => None,
            Self::Note => Some(Severity::Note),
            Self::Warning => Some(Severity::Warning),
            Self::Error => Some(Severity::Error),
        }
    }

    /// Returns the word for it.
    pub fn name(self) -> &'static str {
        self.severity().map_or("off", Severity::name)
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Level {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let all = [Self::Off, Self::Note, Self::Warning, Self::Error];
        all.into_iter().find(|level| level.name() == text).ok_or_else(|| "a level is off, note, warning or error".to_owned())
    }
}

/// The levels that differ from those of the rules' table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Levels {
    set: BTreeMap<String, Level>,
}

/// What `bindery.toml` may say.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    #[serde(default)]
    levels: BTreeMap<String, Level>,
}

impl Levels {
    /// Reads the text of a `bindery.toml`, whose table `levels` gives a level to rules and groups: `"design" = "warning"`.
    ///
    /// # Errors
    ///
    /// Fails with a message for people where the text is not such a file, or names no rule.
    pub fn from_toml(text: &str) -> Result<Self, String> {
        let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
        let mut levels = Self::default();
        file.levels.into_iter().try_for_each(|(what, level)| levels.set(&what, level))?;
        Ok(levels)
    }

    /// Gives a level to a rule, or to all rules of a group that have none of their own.
    ///
    /// # Errors
    ///
    /// Fails with a message for people where there is no such rule or group.
    pub fn set(&mut self, what: &str, level: Level) -> Result<(), String> {
        let known = Rule::find(what).map(|rule| rule.id.to_owned());
        let group = ALL.iter().any(|rule| rule.group() == what).then(|| what.to_owned());
        let Some(key) = group.or(known) else {
            let hint = Rule::nearest(what).map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
            return Err(format!("there is no rule `{what}`{hint}"));
        };
        self.set.insert(key, level);
        Ok(())
    }

    /// Returns the level of a rule.
    pub fn level(&self, rule: &Rule) -> Level {
        let set = self.set.get(rule.id).or_else(|| self.set.get(rule.group()));
        set.copied().unwrap_or(rule.level)
    }

    /// Gives findings the severities of their rules, and leaves out those of rules that are off. A finding that the generator made milder
    /// or harsher than its rule stays so, unless somebody set a level.
    pub fn apply(&self, findings: &mut Vec<Finding>) {
        findings.retain_mut(|finding| {
            let level = self.level(finding.rule);
            let is_own = level == finding.rule.level;
            if let Some(severity) = level.severity().filter(|_| !is_own) {
                finding.severity = severity;
            }
            level != Level::Off
        });
    }
}

#[cfg(test)]
mod tests {
    use super::{Level, Levels};
    use crate::rule::Rule;

    #[test]
    fn a_rule_before_its_group() {
        let text = "[levels]\ndesign = \"error\"\n\"design/no-summary\" = \"off\"\nsyntax = \"warning\"\n";
        let levels = Levels::from_toml(text).expect("it is a configuration");
        let level = |id| levels.level(Rule::find(id).expect("it is a rule"));
        assert_eq!(level("design/no-summary"), Level::Off);
        assert_eq!(level("design/no-tags"), Level::Error);
        assert_eq!(level("spec/syntax"), Level::Warning);
        assert_eq!(level("spec/structure"), Level::Error);
    }

    #[test]
    fn what_is_no_configuration() {
        let wrong = |text| Levels::from_toml(text).expect_err("it is wrong");
        assert_eq!(
            wrong("[levels]\n\"spec/dangling-rev\" = \"off\""),
            "there is no rule `spec/dangling-rev`; did you mean `spec/dangling-ref`?"
        );
        assert!(wrong("[levels]\nsyntax = \"loud\"").contains("unknown variant `loud`"));
        assert!(wrong("[level]").contains("unknown field `level`"));
    }
}
