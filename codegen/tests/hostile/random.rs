//! Values that are odd, picked by numbers that are the same in every run.

use serde_json::{Value, json};

/// Numbers that are the same in every run (SplitMix64).
pub(crate) struct Random(pub(crate) u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    pub(crate) fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }

    pub(crate) fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())].clone()
    }
}

/// Texts that would be code, end a literal or a comment, or confuse a reader, if they were not taken for what they are.
pub(crate) const NASTY: &[&str] = &[
    "",
    " ",
    "\"",
    "`",
    "'",
    "\\",
    "*/",
    "/*",
    "//",
    "///",
    "\n",
    "\r",
    "\r\n",
    "a\nb\r\nc\rd",
    "\0",
    "\u{7f}",
    "\u{85}",
    "\u{2028}",
    "r#\"",
    "\"#",
    "r#type",
    "{}",
    "{",
    "}",
    "{{x}}",
    "#[doc]",
    "#![x]",
    "self",
    "Self",
    "super",
    "crate",
    "type",
    "fn",
    "async",
    "gen",
    "_",
    "__",
    "1",
    "-1",
    "9a",
    "true",
    "null",
    "~",
    "<script>",
    "</p>",
    "&amp;",
    "```",
    "```rust\nfn",
    "~~~",
    "    indented",
    "[x](y",
    "[`x`]",
    "![",
    "https://x.y/(z",
    "| a |\n|-|",
    "1. a\n 2. b",
    "- a\n   - b\n\n\n  c",
    "* a\n+ b",
    "# a",
    "a\n===",
    "> a\nb",
    "a`b``c",
    "\u{1F600}",
    "\u{202E}abc",
    "\u{200B}",
    "e\u{301}",
    "\u{301}",
    "\u{FEFF}",
    "\u{5D0}\u{5D1}",
    "\u{4E2D}\u{6587}",
    "\u{DF}",
    "\u{130}",
    "\u{10FFFF}",
    "$ref",
    "a/b~c",
    "%7B",
    "a.b",
    "a-b",
    "a b",
    "A",
    "a",
    "Client",
    "Option",
    "String",
    "Vec",
    "Box",
    "Unknown",
    "Default",
    "body",
    "params",
    "new",
    "clone",
    "default",
    "builder",
    "additional_properties",
    "(?<",
    "[",
    "\\p{L}",
    "^(a+)+$",
    "^\\d{3}-\\d{4}$",
    ".*",
    "date-time",
    "uuid",
    "int32",
    "uint64",
    "byte",
    "binary",
    "2020-01-01",
    "2020-01-01T00:00:00Z",
    "application/json",
    "*/*",
];

/// Numbers at and beyond the bounds of types.
pub(crate) const NUMBERS: &[&str] = &[
    "0",
    "-0.0",
    "1",
    "-1",
    "0.5",
    "255",
    "2147483648",
    "-2147483649",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "18446744073709551615",
    "18446744073709551616",
    "1e30",
    "-1e30",
    "1e308",
    "5e-324",
    "0.1",
    "1e2",
];

pub(crate) fn number(random: &mut Random) -> Value {
    serde_json::from_str(random.pick(NUMBERS)).expect("they are numbers")
}

pub(crate) fn text(random: &mut Random) -> String {
    match random.below(40) {
        0 => random.pick(NASTY).repeat(1_000),
        1 => format!("a{}", "b ".repeat(5_000)),
        2..8 => format!("{}{}", random.pick(NASTY), random.pick(NASTY)),
        _ => random.pick(NASTY).to_owned(),
    }
}

pub(crate) fn scalar(random: &mut Random) -> Value {
    match random.below(8) {
        0 => Value::Null,
        1 => json!(random.below(2) == 1),
        2..5 => number(random),
        _ => json!(text(random)),
    }
}

pub(crate) fn any(random: &mut Random) -> Value {
    match random.below(8) {
        0 => json!([]),
        1 => json!({}),
        2 => json!([scalar(random), scalar(random)]),
        3 => json!({ text(random): scalar(random) }),
        _ => scalar(random),
    }
}
