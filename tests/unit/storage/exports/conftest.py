"""An article with notes and a correction on it, for all exports."""

from collections.abc import Callable

import pytest

from reader.core.analysis.analysis import Analysis
from reader.core.corrections import Anchor, Correction, apply
from reader.core.corrections.hedge_actions import add_hedge
from reader.core.notes import Note
from reader.core.text.spans import Span
from reader.storage.reports.report_format import Report

Place = Callable[[str], Span]


@pytest.fixture(scope="session")
def place_of(storm: Analysis) -> Place:
    """Return the place where words first stand in the article."""
    text = storm.article.text

    def place_of(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    return place_of


@pytest.fixture(scope="session")
def notes(storm: Analysis, place_of: Place) -> tuple[Note, ...]:
    text = storm.article.text

    def anchor(words: str) -> Anchor:
        return Anchor.at(text, place_of(words))

    made = "2026-11-26T00:30:00Z"
    return (
        Note("lemon", anchor("torn off on Sunday"), "Who saw it?\n<b>Ask</b>", ("to ask",), made),
        Note("bar", anchor("😡")),
        Note("lilac", anchor("The council declined to comment."), "=1+1", ("a", "b")),
        Note("apricot", None, "On the whole article.", (), made, made),
    )


@pytest.fixture(scope="session")
def correction(storm: Analysis, place_of: Place) -> Correction:
    return add_hedge(storm, place_of("was never finished"), "limitation")


@pytest.fixture(scope="session")
def report(storm: Analysis, notes: tuple[Note, ...], correction: Correction) -> Report:
    """Return the article with four notes, one on the whole, and a hedge of the reader's."""
    return Report(apply(storm, [correction]), "storm", (correction,), notes)
