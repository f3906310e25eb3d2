"""Scrolling together: shared passages lead from one article to the other."""

import pytest

from reader.core.across.comparison.alignment import Alignment
from reader.core.across.comparison.comparing import compare
from reader.core.across.comparison.comparison import ComparedArticle
from reader.core.analysis.analysing import analyse
from reader.intake.read import read_text

SHARED = "The old bridge was closed on Monday for repairs."
FILL = "It rained on the hills. " * 20
OTHER = "The sun shone on the sea. " * 20


@pytest.fixture
def aligned(shipped_tools):
    def of(*texts):
        articles = [
            analyse(read_text(text, f"{n}.txt"), shipped_tools) for n, text in enumerate(texts)
        ]
        comparison = compare([ComparedArticle(str(n), item) for n, item in enumerate(articles)])
        return Alignment(comparison), [item.article.text for item in articles]

    return of


def test_a_shared_passage_leads_to_itself(aligned):
    alignment, (one, other) = aligned(f"{SHARED} {FILL}", f"{OTHER} {SHARED} {OTHER}")
    assert alignment.place(0, 1, one.index(SHARED)) == other.index(SHARED)
    assert alignment.place(1, 0, other.index(SHARED)) == one.index(SHARED)


def test_without_a_shared_passage_the_share_counts(aligned):
    alignment, (one, other) = aligned(
        "Nothing is alike here. " * 9, "The sun shone brightly. " * 27
    )
    assert alignment.place(0, 1, 0) == 0
    assert abs(alignment.place(0, 1, len(one) // 2) - len(other) // 2) < 5


def test_every_place_leads_into_the_text_and_the_order_is_kept(aligned):
    second = "The mayor spoke at length about the new roof."
    alignment, (one, other) = aligned(f"{SHARED} {FILL} {second}", f"{second} {OTHER} {SHARED}")
    places = [alignment.place(0, 1, place) for place in range(0, len(one) + 1, 7)]
    assert places == sorted(places)
    assert all(0 <= place <= len(other) for place in places)
