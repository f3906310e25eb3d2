"""The search language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.across.query import (
    Term,
    date_bounds,
    fold,
    pattern_of,
    read_query,
    widened,
    words_in,
)


def shown(typed: str) -> str:
    """Return a query in one line: groups parted by blanks, their terms by `|`."""
    query = read_query(typed)
    groups = [
        "|".join(
            f"{'-' * term.is_excluded}{'' if term.field == 'words' else term.field + ':'}"
            f"{'+'.join(term.words)}{'*' * term.is_prefix}"
            for term in group
        )
        for group in query.groups
    ]
    return " ".join([*groups, *([f"<{query.voice}>"] if query.voice else [])])


CASES = [
    ("regime council", "regime council"),
    ('"renewal plan" x', "renewal+plan x"),
    ("“renewal plan", "renewal+plan"),
    ("a OR b c", "a|b c"),
    ("OR a OR", "a"),
    ("a OR -b", "a -b"),
    ("-harbour", "-harbour"),
    ("flog*", "flog*"),
    ("don't e-mail", "don+t e+mail"),
    ("outlet:courier", "outlet:courier"),
    ('Outlet:"The Courier"', "outlet:the+courier"),
    ("-tag:old", "-tag:old"),
    ("http://a.example/b", "http+a+example+b"),
    ("title:", "title"),
    ("voice:quoted", "<direct>"),
    ("regime, narrator only", "regime <narrator>"),
    ("regime reported only", "regime <indirect>"),
    ("regime, quoted", "regime <direct>"),
    ("regime, narrator, said by Holloway", "regime source:holloway <narrator>"),
    ("regime quoted", "regime quoted"),
    ("regime, quoted widely", "regime quoted widely"),
    ("market said by Ada Renfrew", "market source:ada+renfrew"),
    ("said by “Holloway”, regime", "regime source:holloway"),
    ("market in:title", "title:market"),
    ("in:title market", "title:market"),
    ("market in:notes", "notes:market"),
    ("voice:loud", "voice+loud"),
    ("words:x", "words+x"),
    ("ÉTÉ", "ete"),
    ('- , * "', ""),
]


@pytest.mark.parametrize(("typed", "expected"), CASES)
def test_what_is_understood(typed: str, expected: str) -> None:
    assert shown(typed) == expected


def test_a_voice_that_is_typed_comes_first() -> None:
    assert read_query("regime", "direct").voice == "direct"
    assert read_query("regime, narrator only", "direct").voice == "narrator"


@given(st.text())
def test_anything_is_a_query(typed: str) -> None:
    query = read_query(typed)
    assert all(term.words for group in query.groups for term in group)
    if words_in(typed) and not {":", " "} & set(typed) and typed != "OR":
        assert query


@given(st.text())
def test_folding_moves_nothing(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(st.lists(st.sampled_from(["Été", "don't", "42", "😀", "—", "council", "a_b"]), min_size=1))
def test_a_text_holds_its_own_words(parts: list[str]) -> None:
    text = " ".join(parts)
    words = words_in(text)
    if words:
        found = pattern_of(Term("words", text, words)).search(fold(text))
        assert found
        assert words_in(text[found.start() : found.end()]) == words


@pytest.mark.parametrize(
    ("value", "inside", "outside"),
    [
        ("2025", ["2025-01-01", "2025-12-31T10:00:00Z"], ["2024-12-31", "2026-01-01"]),
        ("2025-05", ["2025-05-31T23:59:59Z"], ["2025-06-01"]),
        ("2025-05-09", ["2025-05-09", "2025-05-09T10:00:00Z"], ["2025-05-10"]),
        ("2025-05..2025-07", ["2025-07-31"], ["2025-08-01", "2025-04-30"]),
        ("..2024", ["1999-01-01", "2024-12-31"], ["2025-01-01"]),
        ("2025..", ["2031-01-01"], ["2024-12-31"]),
    ],
)
def test_dates(value: str, inside: list[str], outside: list[str]) -> None:
    first, last = date_bounds(value)
    assert all(first <= date <= last for date in inside)
    assert not any(first <= date <= last for date in outside)


@pytest.mark.parametrize("value", ["..", "soon", "2025-5", "", "May 2025"])
def test_no_dates(value: str) -> None:
    assert date_bounds(value) is None


@pytest.mark.parametrize(
    ("typed", "wider"),
    [
        ("Megyn Kelly", "Megyn OR Kelly"),
        ('"pray for him" mercy', "“pray for him” OR mercy"),
        ("taxes said by Sanders", "taxes"),
        ("new taxes said by Bernie Sanders", "new taxes"),
        ("regime, narrator only", "regime"),
        ("source:Renfrew market", "market"),
        ("said by Renfrew", ""),
        ("regime", ""),
        ("a OR b", ""),
        ("market -harbour", ""),
        ("market outlet:courier", ""),
    ],
)
def test_a_search_that_found_nothing_is_widened(typed, wider):
    assert widened(typed) == wider
