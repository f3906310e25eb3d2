"""What a class marked where: the heat on the text, and where the class is split."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from reader.core.lessons.placing import PlacedAnswer
from reader.core.lessons.scores.matching import Sentences, sentences_of
from reader.core.text.spans import Span
from reader.values import frozen

_MOST_SPLIT = 10


@frozen
class HeatSpan:
    """A stretch of an article that the same number of pupils marked.

    Attributes:
        article: The id of the article.
        span: The stretch.
        count: How many pupils marked it.
    """

    article: str
    span: Span
    count: int


@frozen
class SplitPlace:
    """A place that some pupils marked and others did not.

    Attributes:
        article: The id of the article.
        span: The place.
        marked: How many marked it.
        readers: How many read it.
    """

    article: str
    span: Span
    marked: int
    readers: int


def readers_of(answers: Iterable[PlacedAnswer], article: str) -> int:
    """Return how many of a class read an article."""
    return sum(one.has_read(article) for one in answers)


def heat_level(count: int, readers: int) -> int:
    """Return the level of a count: a quarter of the class each, from 1 to 4."""
    return min(4, max(1, -(-4 * count // max(1, readers))))


def level_ranges(readers: int) -> tuple[tuple[int, int, int], ...]:
    """Return which counts each level stands for: the level, the least count and the largest.

    Args:
        readers: How many read the article; a small class does not use every level.
    """
    levels: dict[int, list[int]] = {}
    for count in range(1, readers + 1):
        levels.setdefault(heat_level(count, readers), []).append(count)
    return tuple((level, counts[0], counts[-1]) for level, counts in levels.items())


def heat_of(
    answers: Iterable[PlacedAnswer], articles: Iterable[str], category: str | None = None
) -> tuple[HeatSpan, ...]:
    """Return how many pupils marked what, in reading order; stretches nobody marked are left out.

    Args:
        answers: The answers of the class.
        articles: The ids of the articles, in order.
        category: Count only marks of this pen; None for all.
    """
    spans: dict[str, list[Span]] = {article: [] for article in articles}
    for answer in answers:
        for article, marked in _spans_of(answer, category).items():
            if article in spans:
                spans[article] += _joined(marked)
    return tuple(item for article, found in spans.items() for item in _stretches(article, found))


def _spans_of(answer: PlacedAnswer, category: str | None) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    for mark in answer.marks:
        if category in {None, mark.category}:
            found.setdefault(mark.article, []).append(mark.span)
    return found


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Return spans that do not overlap, so that one pupil counts once."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _stretches(article: str, spans: Sequence[Span]) -> list[HeatSpan]:
    """Return the stretches of equal count between all borders."""
    steps: dict[int, int] = {}
    for span in spans:
        steps[span.start] = steps.get(span.start, 0) + 1
        steps[span.end] = steps.get(span.end, 0) - 1
    found: list[HeatSpan] = []
    count = 0
    for start, end in pairwise(sorted(steps)):
        count += steps[start]
        before = found[-1] if found else None
        if before is not None and before.count == count and before.span.end == start:
            found[-1] = HeatSpan(article, Span(before.span.start, end), count)
        elif count:
            found.append(HeatSpan(article, Span(start, end), count))
    return found


def heat_regions(heat: Iterable[HeatSpan]) -> tuple[HeatSpan, ...]:
    """Return the stretches of words that were marked at all, each with its highest count."""
    regions: list[HeatSpan] = []
    for item in heat:
        before = regions[-1] if regions else None
        if before and before.article == item.article and before.span.end == item.span.start:
            joined = Span(before.span.start, item.span.end)
            regions[-1] = HeatSpan(item.article, joined, max(before.count, item.count))
        else:
            regions.append(item)
    return tuple(regions)


def split_regions(
    heat: Iterable[HeatSpan], readers: dict[str, int], most: int = _MOST_SPLIT
) -> tuple[SplitPlace, ...]:
    """Return the words that nearest to half of the class marked, the most split first.

    A place is what more than half of those marked who marked there at all, without the word beside
    it that one or two took along; two such runs of words that few joined are two places.

    Args:
        heat: The heat of the class.
        readers: How many read each article, by its id.
        most: How many places are returned.
    """
    stretches = tuple(heat)
    places = [
        SplitPlace(one.article, one.span, one.count, readers[one.article])
        for region in heat_regions(stretches)
        for one in cores_of(region, stretches)
        if 1 < one.count < readers[one.article]
    ]
    return tuple(sorted(places, key=_distance_from_half)[:most])


def cores_of(region: HeatSpan, heat: Iterable[HeatSpan]) -> tuple[HeatSpan, ...]:
    """Return the runs of a region that more than half of its highest count marked, in order."""
    return heat_regions(
        one
        for one in heat
        if one.article == region.article
        and region.span.start <= one.span.start < region.span.end
        and 2 * one.count > region.count
    )


def split_sentences(
    answers: Sequence[PlacedAnswer], sentences: Sentences, most: int = _MOST_SPLIT
) -> tuple[SplitPlace, ...]:
    """Return the sentences that nearest to half of the class marked, the most split first."""
    readers = {article: readers_of(answers, article) for article in sentences}
    marked: dict[tuple[str, int], set[int]] = {}
    for pupil, answer in enumerate(answers):
        for mark in answer.marks:
            for number in sentences_of(mark, sentences):
                marked.setdefault((mark.article, number), set()).add(pupil)
    places = [
        SplitPlace(article, sentences[article][number], len(pupils), readers[article])
        for (article, number), pupils in sorted(marked.items())
        if len(pupils) < readers[article]
    ]
    return tuple(sorted(places, key=_distance_from_half)[:most])


def _distance_from_half(place: SplitPlace) -> float:
    return abs(place.marked / place.readers - 0.5)
