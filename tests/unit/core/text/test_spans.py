"""Spans: half-open, in code points, whatever the text is made of."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.text.spans import Span, apart

SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda p: Span(min(p), max(p)))


@given(st.text(), SPANS)
def test_a_span_cuts_code_points(text: str, span: Span) -> None:
    assert text[: span.start] + span.of(text) + text[max(span.start, span.end) :] == text
    assert len(span) == span.end - span.start


@given(SPANS, SPANS)
def test_overlap_is_shared_characters(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    if len(one) and len(other):
        assert one.overlaps(other) == bool(shared)
    assert one.overlaps(other) == other.overlaps(one)


@given(SPANS, SPANS)
def test_containing_is_holding_both_ends(one: Span, other: Span) -> None:
    if one.contains(other):
        assert set(range(other.start, other.end)) <= set(range(one.start, one.end))
    assert one.contains(one)
    assert (one.contains(other) and other.contains(one)) == (one == other)


@pytest.mark.parametrize(
    ("text", "span", "words"),
    [
        ("a 😀 b", Span(2, 3), "😀"),
        ("👨‍👩‍👧 x", Span(6, 7), "x"),
        ("e\u0301t\u00e9", Span(0, 2), "e\u0301"),
        ("𝔸𝔹", Span(1, 2), "𝔹"),
    ],
)
def test_astral_and_combining_characters_count_as_python_counts(
    text: str, span: Span, words: str
) -> None:
    assert span.of(text) == words


def test_order_is_reading_order() -> None:
    assert sorted([Span(4, 5), Span(0, 9), Span(0, 2)]) == [Span(0, 2), Span(0, 9), Span(4, 5)]


@given(st.lists(SPANS))
def test_spans_apart_share_no_character_and_leave_no_place_out(spans: list[Span]) -> None:
    kept = apart(spans)
    assert list(kept) == sorted(set(kept))
    assert not any(one.overlaps(other) for one, other in itertools.pairwise(kept))
    assert set(kept) <= set(spans)
    assert all(one in kept or any(one.overlaps(other) for other in kept) for one in spans)
