"""Which place of one article tells of the same as a place of another, to scroll them together."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from reader.core.across.comparison.comparison import Comparison

Point = tuple[int, int]  # a place in one article, and the same in the other


class Alignment:
    """Leads from a place of one article to the place of another, by the passages they share.

    Between two shared passages the way is measured out evenly.
    """

    def __init__(self, comparison: Comparison) -> None:
        """Take the passages that the articles of a comparison share."""
        self._lengths = [len(comparison.text_of(n)) for n in range(len(comparison.articles))]
        self._groups = list(_passages(comparison))
        self._known: dict[Point, list[Point]] = {}

    def place(self, one: int, other: int, offset: int) -> int:
        """Return the place of article `other` that belongs to a place of article `one`."""
        if one == other:
            return offset
        points = self._points(one, other)
        index = min(bisect_right(points, (offset, self._lengths[other])), len(points) - 1)
        (left, left_there), (right, right_there) = points[index - 1], points[index]
        share = (offset - left) / max(1, right - left)
        return round(left_there + min(1.0, max(0.0, share)) * (right_there - left_there))

    def _points(self, one: int, other: int) -> list[Point]:
        """Return the shared places of two articles that stand in the same order in both."""
        if (one, other) not in self._known:
            pairs = sorted(
                {
                    (group[one], group[other])
                    for group in self._groups
                    if one in group and other in group
                }
            )
            ends = (self._lengths[one] + 1, self._lengths[other])
            self._known[one, other] = [(0, 0), *_rising(pairs), ends]
        return self._known[one, other]


def _passages(comparison: Comparison) -> Iterator[dict[int, int]]:
    """Yield for each shared passage where it begins in each article."""
    for places in comparison.shared_sentences:
        if len({place.article for place in places}) == len(places):  # none stands there twice
            yield _first((place.article, place.span.start) for place in places)
    for quotation in comparison.quotations:
        yield _first((piece.article, piece.span.start) for piece in quotation.carried)
    for claim in comparison.claims:
        yield _first((part.article, part.sentence.start) for part in claim.parts)


def _first(places: Iterable[Point]) -> dict[int, int]:
    found: dict[int, int] = {}
    for article, start in places:
        found.setdefault(article, start)
    return found


def _rising(pairs: list[Point]) -> list[Point]:
    """Return the longest row of pairs that rise in both articles."""
    ends: list[int] = []  # the smallest place at which a row of each length ends
    rows: list[list[Point]] = []
    for pair in pairs:
        index = bisect_left(ends, pair[1])
        row = [*(rows[index - 1] if index else []), pair]
        if index == len(ends):
            ends.append(pair[1])
            rows.append(row)
        else:
            ends[index], rows[index] = pair[1], row
    row = rows[-1] if rows else []
    return [pair for n, pair in enumerate(row) if n == 0 or pair[0] > row[n - 1][0]]
