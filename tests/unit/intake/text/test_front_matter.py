"""Facts above a text, also where they are not quite YAML."""

import pytest

from reader.intake.text.front_matter import has_front_matter, split_front_matter

BOMB = "a: &a [x, x]\n" + "".join(
    f"{new}: &{new} [*{old}, *{old}]\n"
    for old, new in zip("abcdefghijklmnopqrstuvw", "bcdefghijklmnopqrstuvwx", strict=True)
)


@pytest.mark.parametrize(
    ("front", "facts"),
    [
        ("title: Ferry stops\nDate: 2021-03-03", {"title": "Ferry stops", "date": "2021-03-03"}),
        ("title: 'Ferry: the end'", {"title": "Ferry: the end"}),
        ("title: Ferry: the end\nbyline: Ada", {"title": "Ferry: the end", "byline": "Ada"}),
        ("author: [Ada Brook, Nell Harwick]", {"author": "Ada Brook, Nell Harwick"}),
        ("author:\n  - Ada Brook\n  - Nell", {"author": "Ada Brook, Nell"}),
        ("title: >\n  Ferry\n  stops", {"title": "Ferry stops"}),
        ("title: no\nempty:\ndeep: {a: b}", {"title": "no"}),
        ("title: !!python/object:os.system x", {"title": "x"}),
        ("? [a, b]\n: x", {"": "x"}),
        ("- a\n- b", {}),
        ("", {}),
    ],
)
def test_facts_are_read(front, facts):
    found, body = split_front_matter(f"---\n{front}\n---\nThe text.\n")
    assert (found, body) == (facts, "The text.\n")


@pytest.mark.parametrize(
    "text", ["The text.", "--- a\nb: c\n---\n", "---\nnever: closed\n", "----\na: b\n----\n"]
)
def test_a_text_without_facts_is_left_whole(text):
    assert split_front_matter(text) == ({}, text)
    assert not has_front_matter(text)


@pytest.mark.parametrize("front", [BOMB, "[" * 15_000, "- " * 9_000, "a: " * 6_000, "'" * 19_000])
def test_hostile_facts_do_no_harm(front, calls_of):
    assert calls_of(lambda: split_front_matter(f"---\n{front}\n---\nThe text.")) < 100_000
    assert split_front_matter(f"---\n{front}\n---\nThe text.")[1] == "The text."
