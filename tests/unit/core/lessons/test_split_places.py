"""Where a class is split: what most of those marked who marked there at all."""

import pytest

from reader.core.lessons.scores.heat import HeatSpan, split_regions
from reader.core.text.spans import Span


@pytest.mark.parametrize(
    ("stretches", "places"),
    [
        ([(0, 8, 5)], [((0, 8), 5)]),
        ([(0, 8, 5), (8, 12, 1)], [((0, 8), 5)]),  # one took the next word along
        ([(0, 4, 1), (4, 9, 3), (9, 12, 4), (12, 20, 2)], [((4, 12), 4)]),
        ([(0, 4, 4), (4, 9, 1), (9, 12, 3)], [((0, 4), 4), ((9, 12), 3)]),  # one joined two
    ],
)
def test_a_place_is_what_most_marked(stretches, places):
    heat = [HeatSpan("A", Span(start, end), count) for start, end, count in stretches]
    found = split_regions(heat, {"A": 8})
    assert [((one.span.start, one.span.end), one.marked) for one in found] == places
    assert {one.readers for one in found} == {8}


def test_places_of_other_articles_take_no_part():
    heat = [HeatSpan("A", Span(0, 4), 3), HeatSpan("B", Span(0, 9), 2)]
    found = split_regions(heat, {"A": 8, "B": 8})
    assert [(one.article, one.span) for one in found] == [("A", Span(0, 4)), ("B", Span(0, 9))]
