"""Markdown gives its words; marks of the format are gone."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.intake.formats.markdown import looks_like_markdown, read_markdown

TEXT = """---
title: Ferry stops
byline: Ada Brook
date: 2021-03-03
outlet: The Quay
---
# Ferry stops

The **ferry** stops on [Sunday](https://quay.example/a_(b)), the *board* said.

![The quay at noon](quay.jpg)

## What is next

1. A bus
2. A boat

> “We were not asked.”
"""


def test_front_matter_and_blocks():
    article = read_markdown(TEXT, "x.md")
    assert (article.title, article.byline) == ("Ferry stops", "Ada Brook")
    assert (article.published, article.outlet) == ("2021-03-03", "The Quay")
    assert [(zone.kind, zone.span.of(article.text)) for zone in article.zones] == [
        ("headline", "Ferry stops"),
        ("paragraph", "The ferry stops on Sunday, the board said."),
        ("caption", "The quay at noon"),
        ("subheading", "What is next"),
        ("list-item", "A bus"),
        ("list-item", "A boat"),
        ("paragraph", "“We were not asked.”"),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("5 * 3 * 2 is thirty", "5 * 3 * 2 is thirty"),
        ("snake_case_name stays", "snake_case_name stays"),
        (r"a \* star", "a * star"),
        ("`code` and ~~old~~ new", "code and old new"),
        ("[a][1] and [b](c)", "a and b"),
    ],
)
def test_only_marks_of_the_format_go(text, words):
    assert read_markdown(f"# T\n\n{text}", "").text == f"T\n\n{words}"


def test_an_underlined_title_is_a_headline():
    article = read_markdown("Ferry stops\n===\n\nThe ferry stops.", "x.md")
    assert article.title == "Ferry stops"


@pytest.mark.parametrize(
    ("text", "is_markdown"), [("# T\n\nx", True), ("#1 in the charts", False), ("x", False)]
)
def test_markdown_is_told_from_plain_text(text, is_markdown):
    assert looks_like_markdown(text) is is_markdown


@pytest.mark.parametrize(
    ("text", "zones"),
    [
        ("One\ntwo\n---\nThree.", [("paragraph", "One two"), ("paragraph", "Three.")]),
        ("Title\n---\nThree.", [("subheading", "Title"), ("paragraph", "Three.")]),
        ("a" * 201 + "\n---\n", [("paragraph", "a" * 201)]),
        ("1986. A year.", [("paragraph", "1986. A year.")]),
        ("- A bus\n  of two\n\n  It goes.\n- A boat",
         [("list-item", "A bus of two"), ("paragraph", "It goes."), ("list-item", "A boat")]),
        ("- A bus\n  - in town\n- A boat",
         [("list-item", "A bus"), ("list-item", "in town"), ("list-item", "A boat")]),
        ("> One.\n>\n> Two.", [("paragraph", "One."), ("paragraph", "Two.")]),
        ("One.\n![The quay](a.jpg)\nTwo.",
         [("paragraph", "One."), ("caption", "The quay"), ("paragraph", "Two.")]),
        ("A ![sign](a.png) here.", [("paragraph", "A sign here.")]),
        ("    An indented line.", [("paragraph", "An indented line.")]),
        ("```text\nOne.\n\nTwo.\n```", [("paragraph", "One."), ("paragraph", "Two.")]),
        ("``` The mayor left\nOne.", [("paragraph", "The mayor left"), ("paragraph", "One.")]),
        ("<Name> said: 3 &lt; 4.", [("paragraph", "<Name> said: 3 < 4.")]),
        ("[Mayor]: Never.", [("paragraph", "[Mayor]: Never.")]),
        ("It is [sic] so.", [("paragraph", "It is [sic] so.")]),
        ("One  \ntwo\\\nthree", [("paragraph", "One two three")]),
        ("By Ada Brook\n\nShare | Tweet | Print\n\nOne.",
         [("dateline", "By Ada Brook"), ("paragraph", "One.")]),
    ],
)  # fmt: skip
def test_blocks(text, zones):
    article = read_markdown(f"# T\n\n{text}", "")
    found = [(zone.kind, zone.span.of(article.text)) for zone in article.zones]
    assert found == [("headline", "T"), *zones]


def test_addresses_that_stand_apart_are_left_out_and_listed():
    article = read_markdown("# T\n\nA [bus][1] goes.\n\n[1]: https://a.example 'Bus'\n", "")
    assert article.text == "T\n\nA bus goes."
    assert [(piece.text, piece.reason) for piece in article.removed] == [
        ("[1]: https://a.example 'Bus'", "address of a link")
    ]


MARKS = "# |- |1. |> |    |**|_|`|[|](b)|[1]|![|<|>|&amp;|\\|~~".split("|")
PARTS = [*MARKS, "\n", "\n\n", "```\n", "---\n", "|", "mayor ", "ferry ", "said "]


@given(st.lists(st.sampled_from(PARTS), max_size=30))
def test_no_word_is_lost_or_doubled(parts):
    text = "".join(parts)
    article = read_markdown(f"# T\n\n{text}", "")
    kept = article.text + " ".join(piece.text for piece in article.removed)
    for word in ("mayor", "ferry", "said"):
        assert kept.count(word) == text.count(word)


HOSTILE = ["[", "![", "](", "`", "`a", "*a ", "**a* ", "~~", "> ", "- ", "- a\n", "<", "&#", "_a",
           "[a]: b\n", "![a](", "[a](b"]  # fmt: skip


@pytest.mark.parametrize("piece", ["[", "![", "](", "`", "*a ", "> ", "- "])
def test_a_megabyte_of_marks_is_read_as_plain_text_and_says_so(piece):
    article = read_markdown("# T\n\n" + piece * (1_000_000 // len(piece)), "")
    assert "read as plain text" in article.caveats[0]


@pytest.mark.parametrize("piece", HOSTILE)
def test_marks_take_no_longer_than_their_number(piece, calls_of):
    def calls(length):
        return calls_of(lambda: read_markdown("# T\n\n" + piece * (length // len(piece)), ""))

    calls(100)
    assert calls(12_000) < 12 * calls(1_500)  # linear: 8 times; quadratic: 64 times


def test_words_behind_many_marks_of_a_quotation_or_a_list_stay():
    deep = ">" * 5_000 + " One.\n\n" + "\n".join(" " * i + "- two" for i in range(0, 200, 2))
    text = read_markdown(f"# T\n\n{deep}", "").text
    assert text.count("One.") == 1
    assert text.count("two") == 100


@pytest.mark.parametrize(
    ("marks", "is_told"),
    [("- " * 20, True), ("> " * 20, True), ("> - " * 10, True), ("1. " * 20, True), ("- ", False)],
)
def test_many_lists_in_lists_are_read_as_plain_text(marks, is_told):
    """The parser takes thousands of times as long for each of them as for a letter."""
    lines = "".join(f"{marks}said the mayor of town {one}\n\n" for one in range(200))
    article = read_markdown(f"# T\n\n{lines}", "")
    assert any("read as plain text" in told for told in article.caveats) == is_told
    assert article.text.count("said the mayor of town") == 200


def test_lines_below_the_headline_give_author_and_date():
    article = read_markdown("# The market\n\nBy Jane Holm\n\n3 May 2025\n\nIt opened.\n", "x.md")
    assert (article.byline, article.published) == ("By Jane Holm", "2025-05-03")
    front = "---\nauthor: Bo Stern\n---\n\n# The market\n\nBy Jane Holm\n\nIt opened.\n"
    assert read_markdown(front, "x.md").byline == "Bo Stern"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("lastmod: 2024-05-09", [("changed", "2024-05-09")]),
        ("updated: 2024-13-45", []),
        ("updated: yes", []),
        ("location: '51.5, -0.1'", []),
        ("location: Harwick", [("place", "Harwick")]),
    ],
)
def test_what_is_no_day_and_no_place_is_told_as_none(line, told):
    facts = read_markdown(f"---\n{line}\n---\n{TEXT.split('---')[2]}", "a.md").facts
    named = {"changed", "place"}
    assert [(one.name, one.value) for one in facts if one.name in named] == told


# Two threads that read their first Markdown at once must find the library's tables full.
_TABLES = """
from mdurl import _decode, _encode
import reader.intake.text.markdown_blocks as blocks
made = {**_encode.encode_cache}, {**_decode.decode_cache}
blocks.markdown_pieces("A [link](http://a.b/c?d=e#f) and <http://a.b/%20>.")
assert made == ({**_encode.encode_cache}, {**_decode.decode_cache})
"""


def test_reading_fills_no_table_that_another_thread_may_read():
    done = subprocess.run([sys.executable, "-c", _TABLES], capture_output=True, check=False)
    assert not done.stderr
