//! Texts that are hard to read before they are a description: nesting, aliases, bytes that are no text, and what YAML allows.
//!
//! A text goes one of three ways, by what it begins with: straight to the parser, or through the tree that Swagger 2.0 and references to
//! other files are rewritten in.

use std::fmt::Write as _;

use bindery::Config;
use bindery::diagnostic::Code;

use super::{Folder, check, config, refused};

const DEEP: usize = 100_000;

/// What decides by which way a text is read.
const WAYS: [&str; 3] = ["openapi: 3.0.3\n", "swagger: '2.0'\n", "openapi: 3.1.0\nx-file: {$ref: other.yaml}\n"];

#[test]
fn nesting_without_end() {
    for (index, way) in WAYS.iter().enumerate() {
        let json =
            format!("{{\"{}, \"x-a\": ", way.lines().next().unwrap_or_default().replacen(": ", "\": ", 1).replace('\'', "\""));
        let json = json.replace(": 3.", ": \"3.").replace(".3,", ".3\",").replace(".0,", ".0\",").replace("\"2.0\"\"", "\"2.0\"");
        for (form, open, close) in [("lists", "[", "]"), ("mappings", "{\"a\": ", "}"), ("both", "[{\"not\": ", "}]")] {
            for (ends, close) in [("open", ""), ("closed", close)] {
                let nested = format!("{}1{}", open.repeat(DEEP), close.repeat(DEEP));
                refused(&format!("{form}_{ends}_{index}_yaml"), &format!("{way}x-a: {nested}\n"), &[Code::TooDeep]);
                let end = if close.is_empty() { "" } else { "}" };
                refused(&format!("{form}_{ends}_{index}_json"), &format!("{json}{nested}{end}"), &[Code::TooDeep]);
            }
        }
        for open in ["- ", "? "] {
            refused("blocks", &format!("{way}x-a:\n  {}1\n", open.repeat(DEEP)), &[Code::TooDeep, Code::Structure]);
        }
        let staircase = (0..1_000).fold(String::new(), |mut text, depth| {
            writeln!(text, "{}a:", " ".repeat(depth + 2)).expect("strings take what is written");
            text
        });
        refused("staircase", &format!("{way}x-a:\n{staircase}"), &[Code::TooDeep]);
    }
}

#[test]
fn aliases_that_stand_for_endlessly_much() {
    const SHAPES: [(&str, &str, &str); 3] = [
        ("list", "[x]", "[*A, *A, *A]"),
        ("mapping", "{x: 1}", "{a: *A, b: *A, c: *A}"),
        ("merged", "{x: 1}", "{<<: [*A, *A], y: *A}"),
    ];
    for way in WAYS {
        for (name, first, next) in SHAPES {
            let mut text = format!("{way}x-a0: &a0 {first}\n");
            for level in 1..60 {
                let next = next.replace("*A", &format!("*a{}", level - 1));
                writeln!(text, "x-a{level}: &a{level} {next}").expect("strings take what is written");
            }
            refused(&format!("bomb_{name}"), &text, &[Code::TooDeep]);
        }
        refused("own_list", &format!("{way}x-a: &a [*a]\n"), &[Code::TooDeep]);
        refused("own_mapping", &format!("{way}x-a: &a {{b: *a}}\n"), &[Code::TooDeep]);
        refused("own_merge", &format!("{way}x-a: &a {{<<: *a}}\n"), &[Code::TooDeep]);
    }
}

/// The byte order mark of UTF-8 alone is taken for what it is.
#[test]
fn bytes_in_other_encodings() {
    let text = "openapi: 3.0.3\ninfo: {title: Grüße, version: '1'}\npaths: {}\n";
    let utf16 =
        |order: fn(u16) -> [u8; 2]| "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(order).collect::<Vec<u8>>();
    let latin: Vec<u8> = text.chars().map(|letter| u8::try_from(letter).expect("it is of Latin 1")).collect();
    for (name, bytes) in [
        ("little", utf16(u16::to_le_bytes)),
        ("big", utf16(u16::to_be_bytes)),
        ("no_mark", text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        ("latin", latin),
        ("truncated", "openapi: \u{1F600}".as_bytes()[..11].to_vec()),
        ("surrogate", b"openapi: \xed\xa0\x80".to_vec()),
        ("gzip", b"\x1f\x8b\x08\0\0\0\0\0".to_vec()),
        ("nothing_but_zeros", vec![0; 10_000]),
        ("nothing_but_mark", "\u{feff}".into()),
        ("empty", Vec::new()),
        ("comments", b"# one\n# two\n".to_vec()),
    ] {
        let folder = Folder::new(name, &[("api.yaml", &bytes)]);
        assert!(folder.findings().is_err(), "{name}");
    }
    let marked = Folder::new("marked", &[("api.yaml", format!("\u{feff}{text}").as_bytes())]);
    assert_eq!(marked.findings(), Ok(String::new()));
}

#[test]
fn yaml_that_is_no_description() {
    for text in [
        "",
        " ",
        "\n\n",
        "# only a comment",
        "---",
        "...",
        "--- # x\n...\n",
        "~",
        "null",
        "- a",
        "text",
        "'text'",
        "|\n text",
        "1",
        "1e400",
        "-0",
        "true",
        "[]",
        "{}",
        "? [a]\n: b",
        "? {a: b}\n: c",
        "!!map {}",
        "!own {openapi: 3.0.3}",
        "&a *a",
        "*a",
        "%TAG ! tag:x,2000:\n--- !y {}",
        "\t",
        "\tx: 1",
        "a:\n\tb: 1",
        "a: b: c",
        "a: 'b",
        "@x",
        "`x`",
        "openapi: 3.0.3\n---\nopenapi: 3.0.3\n",
        "openapi: 3.0.3\n...\n---\n",
        "{\"openapi\": \"3.0.3\"} {}",
        "{\"openapi\": 1e400}",
        "{\"openapi\": \"\\ud800\"}",
        "{\"openapi\": NaN}",
        "[\"swagger\": 1]",
        "swagger: [2.0]",
        "swagger: {$ref: a.yaml}",
        "swagger: '2.0'\n---\nswagger: '2.0'",
        "swagger: '2.0'\npaths: [a]\ndefinitions: 1\nparameters: x\nresponses: ~\ninfo: []\n",
        "{swagger: '2.0', swagger: '2.0'}",
        "$ref: api.yaml",
        "$ref: ''",
        "{$ref: 1, swagger: 2.0}",
        "\0",
        "openapi: 3.0.3\0",
        "openapi: \"3.0.3\\0\"",
        "\u{2028}",
        "openapi: 3.0.3\u{2028}info: {}",
    ] {
        assert_eq!(check("no_description", &config(0), text), None, "{text:?}");
    }
}

/// What YAML has its own mind about is taken as people mean it, or refused with a reason; and it is the same by every way.
#[test]
fn keys_and_numbers_of_yaml() {
    let schema = "
      type: object
      properties:
        on: {type: string}
        no: {type: boolean, default: false}
        y: {type: string, enum: [yes, no, on, off, n]}
        'null': {type: number, minimum: -0, maximum: 1e308, default: -0}
        big: {type: integer, maximum: 18446744073709551615, minimum: -9223372036854775808}
        octal: {type: string, default: 0o17}
        sexagesimal: {type: string, default: 190:20:30}
        date: {type: string, default: 2020-01-01}
        <<: {merged: {type: string}}
";
    for (index, way) in ["openapi: 3.0.3", "openapi: 3.1.0"].into_iter().enumerate() {
        let text = format!("{way}\ninfo: {{title: T, version: '1'}}\npaths: {{}}\ncomponents:\n  schemas:\n    A:{schema}");
        let code = check(&format!("yaml_{index}"), &config(0), &text).expect("it gives code");
        for field in ["pub on:", "pub no:", "pub y:", "pub null:", "pub big:", "pub octal:", "pub merged:"] {
            assert!(code.contains(field), "{field} is missing:\n{code}");
        }
    }
    let swagger = format!("swagger: '2.0'\ninfo: {{title: T, version: '1'}}\npaths: {{}}\ndefinitions:\n    A:{schema}");
    assert!(check("yaml_swagger", &Config::new(), &swagger).expect("it gives code").contains("pub merged:"));
}
