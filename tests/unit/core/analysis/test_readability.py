"""Readability formulas: known values, direction, and nothing from too little text."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.analysis.readability import Counts, flesch_reading_ease, measures

EASY = Counts(
    words=100,
    sentences=20,
    syllables=110,
    long_words=1,
    complex_words=1,
    difficult_words=2,
    letters=380,
)
HARD = Counts(
    words=100,
    sentences=3,
    syllables=190,
    long_words=30,
    complex_words=28,
    difficult_words=45,
    letters=560,
)


def test_every_measure_says_which_way_is_harder() -> None:
    easy = {item.id: item for item in measures(100, 20, EASY)}
    hard = {item.id: item for item in measures(100, 3, HARD)}
    assert list(easy) == list(hard)
    compared = 0
    for name, item in easy.items():
        if item.higher_is_harder is None or None in {item.value, hard[name].value}:
            continue
        compared += 1
        assert (hard[name].value > item.value) is item.higher_is_harder, name
    assert compared >= 6


def test_a_known_text() -> None:
    assert flesch_reading_ease(EASY) == pytest.approx(206.835 - 5.075 - 93.06)


@given(st.builds(Counts, *[st.integers(1, 10_000)] * 2, *[st.integers(0, 30_000)] * 5))
def test_figures_are_finite(counts: Counts) -> None:
    for item in measures(counts.words, counts.sentences, counts):
        assert item.value is None or math.isfinite(item.value)


def test_without_words_nothing_is_measured() -> None:
    found = measures(0, 0, None)
    assert found
    assert not any(item.value for item in found)


def test_ids_are_the_documents_keys() -> None:
    ids = [item.id for item in measures(100, 20, replace(EASY, sentences=20))]
    assert {"words", "sentences", "flesch_reading_ease"} <= set(ids)
    assert len(set(ids)) == len(ids)
