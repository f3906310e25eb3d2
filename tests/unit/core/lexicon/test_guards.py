"""Guards as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.lexicon.guards import format_guards, parse_guards
from reader.core.lexicon.lexicon import Guard

WRITTEN = [
    ("", ()),
    (" ; ; ", ()),
    ("before:insurance", (Guard("before", ("insurance",)),)),
    ("After: Lives | responsibility ", (Guard("after", ("lives", "responsibility")),)),
    ("after:#", (Guard("after", ("#",)),)),
    ("name", (Guard("name"),)),
    ("only-name", (Guard("name", (), only=True),)),
    ("phrase:as soon as possible", (Guard("phrase", ("as soon as possible",)),)),
    ("only-after:that|to", (Guard("after", ("that", "to"), only=True),)),
    ("before:don’t", (Guard("before", ("don't",)),)),
    ("before:a; name", (Guard("before", ("a",)), Guard("name"))),
]


@pytest.mark.parametrize(("cell", "guards"), WRITTEN)
def test_guards_are_read(cell: str, guards: tuple[Guard, ...]) -> None:
    assert parse_guards(cell) == (guards, ())


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("befor:insurance", "“before:insurance”"),
        ("only-befor:insurance", "“only-before:insurance”"),
        ("nearby:x", "is not a guard"),
        ("before:", "names no word"),
        ("after: | ", "names no word"),
    ],
)
def test_mistakes_are_told_and_the_rest_is_kept(cell: str, told: str) -> None:
    guards, problems = parse_guards(f"{cell}; name")
    assert guards == (Guard("name"),)
    assert told in problems[0]


WORDS = st.lists(
    st.text("abc*#' ", min_size=1, max_size=6).map(str.strip).filter(bool), min_size=1
)
GUARDS = st.builds(
    lambda kind, words, only: Guard(kind, () if kind == "name" else tuple(words), only),
    st.sampled_from(["before", "after", "name", "phrase"]),
    WORDS,
    st.booleans(),
)


@given(st.lists(GUARDS, max_size=4))
def test_what_is_written_is_read_back(guards: list[Guard]) -> None:
    assert parse_guards(format_guards(guards)) == (tuple(guards), ())
