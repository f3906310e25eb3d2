"""The audit: every figure from a corpus small enough to count by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.lexicon.audit import CorpusItem, audit, counterparts, wilson_interval
from reader.core.lexicon.lexicon import Category, Entry, Lexicon
from reader.core.text.spans import Span
from tests.english import ENGLISH


def entry(phrase: str, counterpart: str = "") -> Entry:
    return Entry(phrase, "forms", None, "loud", "confident", counterpart=counterpart)


WORDS = Lexicon(
    "test", "Test", "en", "7", "wording", "", (), "", "",
    (Category("loud", "Loud", "", "", "L", 1, "thick"),),
    (entry("mob", "crowd"), entry("thug", "Hero, mob"), entry("regime"), entry("hoax")),
        language_data=ENGLISH,
)  # fmt: skip


def item(text: str, side: str, *marked: str, labelled: bool = True) -> CorpusItem:
    spans = tuple(Span(text.index(word), text.index(word) + len(word)) for word in marked)
    return CorpusItem("", text, side, spans if labelled else None)


CORPUS = [
    item("A mob, a mob, a thug.", "north", "thug"),
    item("The mob slept well.", "south", "slept"),
    item("All is calm here.", "south"),
    item("One regime here.", "south"),
    item("Mobs, says the regime.", "east", labelled=False),
]


def test_each_side_is_counted() -> None:
    report = audit(WORDS, CORPUS)
    east, north, south = report.sides
    assert (report.lexicon, report.version) == ("test", "7")
    assert [side.side for side in report.sides] == ["east", "north", "south"]
    assert [(s.texts, s.words, s.marks) for s in report.sides] == [
        (1, 4, 2),
        (1, 6, 3),
        (3, 11, 2),
    ]
    assert (north.precision.hits, north.precision.total, north.false_marks) == (1, 3, 2)
    assert (south.precision.hits, south.precision.total, south.false_marks) == (0, 2, 2)
    assert (south.recall.hits, south.recall.total) == (0, 1)
    assert (south.clean_flagged.hits, south.clean_flagged.total) == (1, 2)
    assert (north.clean_flagged.value, east.precision.value, east.false_marks) == (None, None, 0)
    assert north.per_thousand == 500
    assert (report.total.texts, report.total.words, report.total.marks) == (5, 21, 7)
    assert (report.total.precision.hits, report.total.precision.total) == (1, 5)


def test_entries_are_told_apart() -> None:
    report = audit(WORDS, CORPUS)
    assert [(f.entry.phrase, f.marks, f.only_side) for f in report.entries] == [
        ("mob", 4, None),
        ("regime", 2, None),
        ("thug", 1, "north"),
    ]
    assert report.entries[0].by_side == (("east", 1), ("north", 2), ("south", 1))
    assert report.entries[2].precision.value == 1
    assert report.one_sided == ()
    assert report.silent == 1
    assert [e.phrase for e in report.without_counterpart] == ["regime", "hoax"]
    assert [e.phrase for e in report.broken_counterparts] == ["mob"]


def test_one_sided_entries_need_two_marks_and_two_sides() -> None:
    twice = [item("A mob and a mob.", "north"), item("Nothing.", "south")]
    assert [f.entry.phrase for f in audit(WORDS, twice).one_sided] == ["mob"]
    assert audit(WORDS, twice[:1]).one_sided == ()


def test_no_corpus_no_figures() -> None:
    report = audit(WORDS, [])
    assert report.sides == report.entries == ()
    assert (report.total.per_thousand, report.total.precision.value) == (0, None)
    assert report.silent == 4


def test_parts_of_speech_are_asked_for_when_they_can_be_told() -> None:
    nouns = Lexicon(
        "n", "N", "en", "1", "wording", "", (), "", "", WORDS.categories,
        (Entry("mob", "forms", "noun", "loud", "confident"),),
        language_data=ENGLISH,
)  # fmt: skip
    corpus = [item("They mob it.", "north")]
    assert audit(nouns, corpus, lambda tokens: ["VB"] * len(tokens)).total.marks == 0
    assert audit(nouns, corpus).total.marks == 1


@pytest.mark.parametrize(
    ("cell", "phrases"),
    [("", ()), ("a", ("a",)), ("A b, c; d|e,", ("a b", "c", "d", "e"))],
)
def test_counterparts_are_listed(cell: str, phrases: tuple[str, ...]) -> None:
    assert counterparts(entry("x", cell)) == phrases


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [(0, 0, 0.0, 1.0), (0, 10, 0.0, 0.278), (5, 10, 0.237, 0.763), (81, 263, 0.255, 0.366)],
)
def test_the_interval_is_wilsons(hits: int, total: int, low: float, high: float) -> None:
    assert wilson_interval(hits, total) == pytest.approx((low, high), abs=0.001)


@given(st.integers(0, 500), st.integers(1, 500))
def test_the_interval_holds_the_share(hits: int, total: int) -> None:
    hits = min(hits, total)
    low, high = wilson_interval(hits, total)
    assert 0 <= low <= hits / total + 1e-9
    assert hits / total - 1e-9 <= high <= 1


TEXTS = st.lists(
    st.tuples(
        st.lists(st.sampled_from("A mob thug Regime slept . here".split()), max_size=12).map(
            " ".join
        ),
        st.sampled_from(["north", "south", "east"]),
        st.booleans(),
    ),
    max_size=12,
)


@given(TEXTS)
def test_the_sides_add_up(texts: list[tuple[str, str, bool]]) -> None:
    corpus = [CorpusItem("", text, side, () if known else None) for text, side, known in texts]
    report = audit(WORDS, corpus)
    for figure in ("texts", "words", "marks", "false_marks"):
        assert sum(getattr(s, figure) for s in report.sides) == getattr(report.total, figure)
    assert sum(f.marks for f in report.entries) == report.total.marks


@given(TEXTS)
def test_sides_with_other_names_get_the_same_figures(texts: list[tuple[str, str, bool]]) -> None:
    other = {"north": "south", "south": "north", "east": "east"}
    one = audit(WORDS, [CorpusItem("", text, side) for text, side, _ in texts])
    two = audit(WORDS, [CorpusItem("", text, other[side]) for text, side, _ in texts])
    figures = {s.side: (s.texts, s.words, s.marks) for s in one.sides}
    assert {other[s.side]: (s.texts, s.words, s.marks) for s in two.sides} == figures
