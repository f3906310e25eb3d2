"""Facts above a text, also where they are not quite YAML."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.intake.formats.front_matter import has_front_matter, split_front_matter
from reader.intake.text.yaml_facts import yaml_facts

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
        (
            "title: A-b at 9:30, it’s C#\nurl: https://a.b/c?d=e",
            {"title": "A-b at 9:30, it’s C#", "url": "https://a.b/c?d=e"},
        ),
        ("title: 5 men # a remark", {"title": "5 men"}),
        ("title: Ferry stops\n  running", {"title": "Ferry stops running"}),
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
    ("front", "facts"),
    [
        ('title = "Ferry: the end"\ndate = 2021-03-03',
         {"title": "Ferry: the end", "date": "2021-03-03"}),
        ('author = ["Ada", "Nell"]\nx = 1.5\n[params]\ntitle = "no"',
         {"author": "Ada, Nell", "x": "1.5"}),
        ('title = "Ferry\nauthor = Ada', {"title": "Ferry", "author": "Ada"}),
        ("a = " + "[" * 15_000, {"a": "[" * 15_000}),
    ],
)  # fmt: skip
def test_facts_in_toml_are_read(front, facts):
    text = f"+++\n{front}\n+++\nThe text.\n"
    assert has_front_matter(text)
    assert split_front_matter(text) == (facts, "The text.\n")


@pytest.mark.parametrize(
    "text",
    [
        "+++\nBreaking news\n+++\nThe text.",
        "+++\na = 1\nThe text.",
        "The text.",
        "--- a\nb: c\n---\n",
        "---\nnever: closed\n",
        "----\na: b\n----\n",
    ],
)
def test_a_text_without_facts_is_left_whole(text):
    assert split_front_matter(text) == ({}, text)
    assert not has_front_matter(text)


@pytest.mark.parametrize("front", [BOMB, "[" * 15_000, "- " * 9_000, "a: " * 6_000, "'" * 19_000])
def test_hostile_facts_do_no_harm(front, calls_of):
    assert calls_of(lambda: split_front_matter(f"---\n{front}\n---\nThe text.")) < 100_000
    assert split_front_matter(f"---\n{front}\n---\nThe text.")[1] == "The text."


PARTS = "title/by line/: /:/ /- /#/ #/'/\"/[a, b]/5/!/&a/Ferry/~/|/>/?/\t/.../’/a.b".split("/")


@settings(max_examples=500)
@given(st.lists(st.sampled_from([*PARTS, "\n", "https://a.b"]), max_size=12))
def test_lines_that_need_no_parser_mean_the_same_to_it(parts):
    front = "".join(parts).strip("\n")
    told = yaml_facts(front)
    facts, _ = split_front_matter(f"---\n{front}\n---\n")
    if told is not None:
        assert facts == {
            name.strip().lower(): " ".join(value.split()) for name, value in told if value.strip()
        }
