"""Markdown gives its words; marks of the format are gone."""

import pytest

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
