"""Scores equal hand-computed ones, and agreement equals published test vectors."""

import itertools
import random
from fractions import Fraction

import pytest

from reader.core.lessons.answer import Answer, AnswerMark, ArticleVersion, Selector
from reader.core.lessons.lesson import Lesson, LessonArticle, Pen, Step
from reader.core.lessons.placing import PlacedAnswer, PlacedMark, placed_answer
from reader.core.lessons.scores.agreement import alpha, kappa
from reader.core.lessons.scores.heat import heat_of, level_ranges, split_sentences
from reader.core.lessons.scores.matching import (
    Figures,
    exact_figures,
    overlap_figures,
    sentence_figures,
)
from reader.core.lessons.scores.scoring import Agreement, class_scores, kappa_of
from reader.core.text.spans import Span
from reader.launch import load_agreement

TEXT = "".join(f"Sentence number {number:02} stands here. " for number in range(24))
SENTENCES = {"A": tuple(Span(31 * n, 31 * n + 30) for n in range(24))}
ARTICLE = LessonArticle("A", "Made for counting", TEXT)
PENS = (Pen("L", "Loaded"), Pen("S", "Speaks"), Pen("H", "How sure"))
LESSON = Lesson("count", "Count", (Step("m", "mark", "Mark"),), PENS, (ARTICLE,))
AGREEMENT = Agreement(kappa, alpha, 20)


def mark(start: int, end: int, category: str = "L", **more: object) -> PlacedMark:
    span = Span(start, end)
    return PlacedMark(AnswerMark("A", category, Selector.at(TEXT, span), **more), span)


def answer(*marks: PlacedMark, code: str = "heron-01", **more: object) -> PlacedAnswer:
    version = ArticleVersion("A", ARTICLE.sha256)
    made = Answer("count", code, (version,), tuple(one.mark for one in marks), **more)
    return placed_answer(made, LESSON, f"{code}.answer")


def vector(*rows: str) -> list[dict[int, str]]:
    return [
        {unit: value for unit, value in enumerate(row.replace(" ", "")) if value != "*"}
        for row in rows
    ]


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        (("0100000010", "1110010000"), 0.095),
        (("aabbdcccedda", "babbbccceddd"), 0.692),
        (("12332141 2***", "12332241 25*3", "*3332342 251*", "12332441 251*"), 0.743),
    ],
)
def test_alpha_equals_the_published_vectors(rows: tuple[str, ...], wanted: float) -> None:
    assert alpha(vector(*rows)) == pytest.approx(wanted, abs=5e-4)


@pytest.mark.parametrize("rows", [("0000", "0000"), ("01",), ("0*", "*1"), ()])
def test_where_only_one_value_is_compared_there_is_no_alpha(rows: tuple[str, ...]) -> None:
    assert alpha(vector(*rows)) is None


def test_kappa_is_cohens() -> None:
    first, second = (
        [1] * 20 + [1] * 5 + [0] * 10 + [0] * 15,
        [1] * 20 + [0] * 5 + [1] * 10 + [0] * 15,
    )
    assert kappa(first, second) == pytest.approx(0.4)  # Cohen's own example
    assert kappa([1, 1], [1, 1]) is None


MATCHES = [
    ("the same words", [mark(0, 8)], [mark(0, 8)], (1, 1, 1), (1, 1, 1)),
    ("one letter less", [mark(0, 7)], [mark(0, 8)], (0, 1, 1), (1, 1, 1)),
    ("touching is no overlap", [mark(0, 8)], [mark(8, 9)], (0, 1, 1), (0, 1, 1)),
    ("another category", [mark(0, 8, "S")], [mark(0, 8)], (0, 1, 1), (0, 1, 1)),
    (
        "a category that is right too",
        [mark(0, 8, "S")],
        [mark(0, 8, also=("S",))],
        (1, 1, 1),
        (1, 1, 1),
    ),
    (
        "a reference mark is used once",
        [mark(0, 8), mark(9, 12)],
        [mark(0, 15)],
        (0, 2, 1),
        (1, 2, 1),
    ),
    (
        "the largest overlap first",
        [mark(0, 8), mark(6, 15)],
        [mark(2, 10), mark(14, 20)],
        (0, 2, 2),
        (2, 2, 2),
    ),
    ("the larger of two", [mark(0, 10)], [mark(0, 3), mark(3, 10)], (0, 1, 2), (1, 1, 2)),
    ("optional and found", [mark(0, 8)], [mark(0, 8, is_optional=True)], (0, 0, 0), (0, 0, 0)),
    ("optional and not found", [], [mark(0, 8, is_optional=True)], (0, 0, 0), (0, 0, 0)),
    (
        "optional beside a needed one",
        [mark(0, 8)],
        [mark(0, 8, is_optional=True), mark(4, 6)],
        (0, 0, 1),
        (1, 1, 1),
    ),
    ("nothing at all", [], [], (0, 0, 0), (0, 0, 0)),
    (
        "the own category is taken before another right one",
        [mark(0, 8, "S"), mark(0, 8, "L")],
        [mark(0, 8, "L", also=("S",)), mark(0, 8, "S")],
        (2, 2, 2),
        (2, 2, 2),
    ),
]


@pytest.mark.parametrize(
    ("name", "marks", "reference", "exact", "overlap"),
    MATCHES,
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_matching(name: str, marks: list, reference: list, exact: tuple, overlap: tuple) -> None:
    assert exact_figures(marks, reference) == Figures(*exact)
    assert overlap_figures(marks, reference) == Figures(*overlap)


def test_sentences_are_matched_category_by_category() -> None:
    marks = [mark(0, 5), mark(9, 12), mark(0, 5, "S"), mark(20, 40)]
    reference = [mark(16, 20), mark(40, 45, "H"), mark(62, 66)]
    # The pupil has L in sentences 1 and 2, S in 1; the reference L in 1 and 3, H in 2.
    assert sentence_figures(marks, reference, SENTENCES) == Figures(1, 3, 3)


def test_figures_of_nothing_are_unknown() -> None:
    nothing = Figures(0, 0, 0)
    assert (nothing.precision, nothing.recall, nothing.f1) == (None, None, None)
    assert Figures(9, 12, 15).precision == 0.75
    assert Figures(9, 12, 15).recall == 0.6
    assert Figures(9, 12, 15).f1 == pytest.approx(2 / 3)


def test_kappa_needs_units_and_two_classes() -> None:
    few = {"A": SENTENCES["A"][:19]}
    assert kappa_of([mark(0, 4)], [mark(0, 4)], few, AGREEMENT) == (
        None,
        "There are 19 sentences, and 20 are needed.",
    )
    value, why = kappa_of([], [], SENTENCES, AGREEMENT)
    assert value is None
    assert why
    value, why = kappa_of([mark(0, 4), mark(31, 33)], [mark(0, 4, "S")], SENTENCES, AGREEMENT)
    assert why is None
    # 24 sentences: one marked by both, one by the pupil only, 22 by nobody.
    observed, expected = Fraction(23, 24), Fraction(2 * 1 + 22 * 23, 24 * 24)
    assert value == pytest.approx(float((observed - expected) / (1 - expected)))


def test_a_sentence_with_optional_marks_only_is_no_unit() -> None:
    optional = mark(0, 4, is_optional=True)
    assert (
        kappa_of([mark(0, 4), mark(31, 33)], [optional, mark(31, 33)], SENTENCES, AGREEMENT)[0]
        == 1
    )
    short = {"A": SENTENCES["A"][:20]}
    assert kappa_of([], [optional], short, AGREEMENT)[0] is None


def test_heat_counts_a_pupil_once_and_joins_equal_counts() -> None:
    one = answer(mark(0, 8), mark(4, 12, "S"))
    two = answer(mark(4, 8), code="otter-02")
    found = [(item.span.start, item.span.end, item.count) for item in heat_of([one, two], ["A"])]
    assert found == [(0, 4, 1), (4, 8, 2), (8, 12, 1)]
    only = [(item.span.start, item.span.end) for item in heat_of([one, two], ["A"], "S")]
    assert only == [(4, 12)]


def test_the_class_is_split_where_half_of_it_marked() -> None:
    class_ = [answer(mark(31, 33), *([mark(0, 4)] * (n < 1)), code=f"p-{n}") for n in range(4)]
    class_[3] = answer(mark(62, 64), code="p-3")
    found = [
        (one.span.start, one.marked, one.readers) for one in split_sentences(class_, SENTENCES)
    ]
    assert found == [(0, 1, 4), (31, 3, 4), (62, 1, 4)]
    assert split_sentences([answer(mark(0, 4))], SENTENCES) == ()  # all of one


def brute_overlap(marks: list[PlacedMark], reference: list[PlacedMark]) -> int:
    """Count as the contract says, another way: take the largest free overlap again and again."""
    free_marks, free = list(range(len(marks))), list(range(len(reference)))
    matched = 0
    while True:
        sizes = {
            (a, b): len(
                set(range(marks[a].span.start, marks[a].span.end))
                & set(range(reference[b].span.start, reference[b].span.end))
            )
            for a, b in itertools.product(free_marks, free)
            if marks[a].category == reference[b].category
        }
        best = max(sizes, key=sizes.get, default=None)
        if best is None or not sizes[best]:
            return matched
        matched += 1
        free_marks.remove(best[0])
        free.remove(best[1])


def hand_alpha(rows: list[list[bool]]) -> float | None:
    """Return 1 - Do/De for two values and no gaps, by counting pairs."""
    coders, units = len(rows), len(rows[0])
    ones = [sum(row[unit] for row in rows) for unit in range(units)]
    total = sum(ones)
    if total in {0, coders * units}:
        return None
    observed = Fraction(sum(2 * one * (coders - one) for one in ones), coders - 1)
    everyone = coders * units
    expected = Fraction(2 * total * (everyone - total), everyone - 1)
    return float(1 - observed / expected)


@pytest.mark.parametrize("seed", range(20))
def test_twenty_random_classes_score_as_counted_by_hand(seed: int) -> None:
    chance = random.Random(seed)

    def some(count: int) -> list[PlacedMark]:
        starts = chance.sample(range(len(TEXT) - 20), count)
        return [mark(s, s + chance.randint(1, 18), chance.choice("LSH")) for s in starts]

    right = some(12)
    class_ = [
        answer(*some(chance.randint(0, 15)), code=f"p-{n}") for n in range(chance.randint(2, 9))
    ]
    scores = class_scores(LESSON, class_, answer(*right), SENTENCES, AGREEMENT)
    for pupil in scores.pupils:
        marks = list(pupil.answer.marks)
        assert pupil.overlap.matched == brute_overlap(marks, right)
        both = {(m.span, m.category) for m in marks} & {(m.span, m.category) for m in right}
        assert pupil.exact == Figures(len(both), len(marks), 12)
    for pen in "LSH":
        rows = [
            [
                any(m.category == pen and m.span.overlaps(s) for m in one.marks)
                for s in SENTENCES["A"]
            ]
            for one in class_
        ]
        assert scores.alpha[pen] == (wanted := hand_alpha(rows)) or scores.alpha[
            pen
        ] == pytest.approx(wanted)
    for start, end, count in ((i.span.start, i.span.end, i.count) for i in scores.heat):
        for place in (start, end - 1):
            marked = sum(
                any(m.span.start <= place < m.span.end for m in one.marks) for one in class_
            )
            assert marked == count


@pytest.mark.parametrize(
    ("of", "wanted"),
    [
        (24, ((1, 1, 6), (2, 7, 12), (3, 13, 18), (4, 19, 24))),
        (3, ((2, 1, 1), (3, 2, 2), (4, 3, 3))),
        (1, ((4, 1, 1),)),
        (0, ()),
    ],
)
def test_levels_of_heat_are_quarters_of_the_class(of: int, wanted: tuple[object, ...]) -> None:
    assert level_ranges(of) == wanted


def test_without_a_reference_the_scores_against_it_are_unknown() -> None:
    scores = class_scores(LESSON, [answer(mark(0, 4))], None, SENTENCES, load_agreement())
    pupil = scores.pupils[0]
    assert (pupil.exact, pupil.overlap, pupil.sentence, pupil.kappa) == (None,) * 4
    assert pupil.why_no_kappa == "There is no reference to compare with."
    assert scores.alpha == {"L": None, "S": None, "H": None}


def test_false_alarms_on_the_well_made_article_are_a_figure_of_their_own() -> None:
    reference = answer(well_made=("A",))
    scores = class_scores(
        LESSON, [answer(mark(0, 4), mark(9, 12))], reference, SENTENCES, AGREEMENT
    )
    assert scores.pupils[0].on_well_made == 2
