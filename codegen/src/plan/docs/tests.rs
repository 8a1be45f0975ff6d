use serde_json::json;

use super::{doc_lines, example_lines, sentence};

const WIDTH: usize = 40;

#[track_caller]
fn check(text: &str, lines: &[&str]) {
    let written = doc_lines(text, WIDTH);
    assert_eq!(written, lines, "{text:?}");
    assert_eq!(doc_lines(&written.join("\n"), WIDTH), written, "what is written is read otherwise: {text:?}");
}

#[test]
fn blank_texts_have_no_lines() {
    for text in ["", " \n\t\r\n", "---", "- \n", ">", "<p> </p>", "```\n\n```", "<!-- nothing -->", "<b></b>", "\u{200b}"] {
        check(text, &[]);
        assert_eq!(sentence(text), "", "{text:?}");
    }
}

#[test]
fn characters_that_are_seen_are_kept() {
    check("a\r\nb\rc\td\u{0}\u{1b}[0m \u{202e}e\u{202c} \u{200b}f\u{a0}g 👨‍👩‍👧  ", &["a b c d\\[0m e f g 👨‍👩‍👧"]);
    check("*/ \"# /* // #![x] r#\"raw\"#", &["*/ \"# /* // #!\\[x] r#\"raw\"#"]);
}

#[test]
fn a_plain_line_is_what_parsing_it_gives() {
    for text in ["Name", "It's the user's, or nobody's.", "www.example.com is a. 1. one", "ISO 8601, e.g. 2 ... 3", "a, b,c .d"] {
        assert!(super::is_plain(text, WIDTH), "{text:?}");
        assert_eq!(doc_lines(text, WIDTH), super::write::lines(&super::Document::parse(text), WIDTH), "{text:?}");
    }
}

#[test]
fn paragraphs_are_wrapped() {
    check(
        "The first line\nis short,   and the second one, which follows it, is not.\n\n\n\nNext.",
        &["The first line is short, and the second", "one, which follows it, is not.", "", "Next."],
    );
    check("hard  \nbreak\\\nand <br>more<br><br>apart", &["hard\\", "break\\", "and\\", "more", "", "apart"]);
}

#[test]
fn lines_do_not_start_with_the_mark_of_a_block() {
    let words = "- + * # > 1. 2) --- === | |---| ~~~x :".split(' ');
    for mark in words {
        for fill in 1..WIDTH {
            let text = format!("{} {mark} word", "x".repeat(fill));
            let lines = doc_lines(&text, WIDTH);
            assert_eq!(lines.join(" "), text);
            assert!(lines.iter().all(|line| !line.starts_with(mark)), "{lines:?}");
        }
        assert_eq!(doc_lines(&format!("a<br>{mark} b"), WIDTH).len(), 2, "{mark}");
        check(
            &doc_lines(&format!("a<br>{mark} b"), WIDTH).join("\n"),
            &["a\\", &format!("{} b", super::write::escaped_start(mark))],
        );
    }
}

#[test]
fn code_and_links_are_not_broken() {
    let code = "`a long piece of code that is wider than a line`";
    check(&format!("See {code} here"), &["See", code, "here"]);
    let link = "[a link with a long text](https://example.com/a/long/path)";
    check(&format!("See {link}."), &["See", &format!("{link}.")]);
    check("``a ` b`` and `` ` ``", &["``a ` b`` and `` ` ``"]);
}

#[test]
fn urls_become_links() {
    check("(https://a.example/b_(c)), x", &["(<https://a.example/b_(c)>), x"]);
    check("**http://a.example**.", &["**<http://a.example>**."]);
    check("https://{host}/v1", &["`https://{host}/v1`"]);
    check("<https://a.example> <a@b.example>", &["<https://a.example> <a@b.example>"]);
    check("http:// https://.", &["http:// https://."]);
}

#[test]
fn links_that_lead_nowhere_are_text() {
    check("[x], [a][b], [`Vec`]", &["\\[x], \\[a]\\[b], \\[`Vec`]"]);
    check("[here](#tag/pets) or [there](/docs/a)", &["here or there (`/docs/a`)"]);
    check("[a](Vec) ![logo](logo.png)", &["a (`Vec`) logo (`logo.png`)"]);
    check("[^1]\n\n[^1]: note", &["\\[^1]", "", "\\[^1]: note"]);
    check("[[[a](b)](c)](d)", &["a (`b`) (`c`) (`d`)"]);
}

#[test]
fn links_by_reference_are_resolved() {
    check("[a][Ref], [ref]\n\n[ref]: https://a.example 'Title'", &["[a](https://a.example),", "[ref](https://a.example)"]);
    check("![logo](https://a.example/l.png)!", &["[logo](https://a.example/l.png)!"]);
}

#[test]
fn what_is_no_tag_is_escaped() {
    check("Vec<T>, <id>, <b>open, a < b", &["Vec\\<T>, \\<id>, \\<b>open, a \\< b"]);
    check("<script>x</script>", &["\\<script>x\\</script>"]);
    check("`Vec<T>` and `<b>`", &["`Vec<T>` and `<b>`"]);
    check("a ` b \\C C:\\ d\\", &["a \\` b \\C C:\\\\ d\\\\"]);
}

#[test]
fn html_becomes_markdown() {
    check("<b> bold </b>and<i>it</i> <code>a&lt;b></code>", &["**bold** and*it* `a<b>`"]);
    check("<a href=\"https://a.example/?b=1&amp;c\">a [b]</a>", &["[a \\[b\\]](https://a.example/?b=1&c)"]);
    check("<p>a</p><ul><li>b<ul><li>c</li></ul></li><li> <p>d</p></li></ul>", &["a", "", "- b", "  - c", "- d"]);
    check(
        "<h2>Title</h2>text <pre>let x = 1;\n\n  y &lt; z</pre>",
        &["## Title", "", "text", "", "```text", "let x = 1;", "", "  y < z", "```"],
    );
    check("<table><tr><th>a<th>b<tr><td>1<td>2</table>", &["a | b\\", "1 | 2"]);
}

#[test]
fn code_is_never_rust() {
    let languages = [
        "",
        "rust",
        "Rust,ignore",
        "should_panic",
        "no_run",
        "no-run",
        "ignore-x86",
        "compile_fail",
        "E0123",
        "edition2024",
        "{.rust}",
        "test_harness",
    ];
    for language in languages {
        check(&format!("```{language}\n\tx  \n\n\n\ny\n"), &["```text", "    x", "", "y", "```"]);
    }
    for language in ["json", "c++", "python", "shell-session"] {
        check(&format!("~~~ {language} title=x\nx\n~~~"), &[&format!("```{language}"), "x", "```"]);
    }
    check("a\n\n    assert!(false);\n\n      b", &["a", "", "```text", "assert!(false);", "", "  b", "```"]);
    check("~~~\n```\n~~~", &["````text", "```", "````"]);
}

#[test]
fn lists_are_indented() {
    check(
        "- an item that is long enough for two lines\nlazy\n- two\n    - nested\n",
        &["- an item that is long enough for two", "  lines lazy", "- two", "  - nested"],
    );
    check("9. a\n10. b\n\n    more", &["9. a", "", "10. b", "", "    more"]);
    check("* a\n\n      code\n* ```\n  b\n  ```", &["* a", "  ```text", "  code", "  ```", "* ```text", "  b", "  ```"]);
    check("• a\n• b", &["- a", "- b"]);
    check("- - - - - - - - x", &["- - - - - - \\- - x"]);
    check("> a\nb\n> - c\n>\n> d", &["> a b", ">", "> - c", ">", "> d"]);
}

#[test]
fn headings_and_tables_stay() {
    check("# A `b` [c] ##\ntext\n\nTitle\n===", &["# A `b` \\[c]", "", "text", "", "# Title"]);
    check(
        "a|b\n-|:-:\n[x]|`c\\|d` https://a.example\n\nend",
        &["| a | b |", "| - | :-: |", "| \\[x] | `c\\|d` <https://a.example> |", "", "end"],
    );
    check("| no | table |\ntext", &["\\| no | table | text"]);
}

#[test]
fn sentences_end_with_a_full_stop() {
    let cases = [
        ("One. Two.", "One."),
        ("A pet, e.g. a dog v1.2 \nof [x]! More", "A pet, e.g. a dog v1.2 of \\[x]."),
        ("# Title\n\nThe text:\n- a", "The text."),
        ("# Title", "Title."),
        ("**Deprecated.** Use `x`", "**Deprecated**."),
        ("Why?", "Why."),
        ("See [a. B](https://a.example). Next", "See [a. B](https://a.example)."),
        ("```\ncode\n```\n- first\n- second", "first."),
        ("1 <br>2", "1."),
        ("- - -\n1\\. x", "1\\. x."),
    ];
    for (text, expected) in cases {
        assert_eq!(sentence(text), expected, "{text:?}");
    }
}

#[test]
fn examples_are_json() {
    let example = json!({"a": ["```", "\u{202e}\u{2028}\u{7f}ü"]});
    assert_eq!(
        example_lines(&example),
        ["````json", "{", "  \"a\": [", "    \"```\",", "    \"\\u202e\\u2028\\u007fü\"", "  ]", "}", "````"]
    );
}

#[test]
fn marks_without_end_do_no_harm() {
    // Each of these nests, or could make a scan to the end of the text at every step.
    let parts = [
        "[",
        "[](",
        "![a](<",
        "`",
        "<b ",
        "<!--",
        "<a href='",
        "<pre>\n",
        "- ",
        "> ",
        "* a\n\n",
        "|\n|-|\n",
        "http://-",
        "<td> ",
        "<ul><li>",
        "\\",
    ];
    for part in parts {
        let text = part.repeat(100_000 / part.len());
        assert!(doc_lines(&text, WIDTH).iter().map(String::len).sum::<usize>() <= 8 * text.len(), "{part:?}");
    }
}
